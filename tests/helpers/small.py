"""A small library, compiled from `tests/helpers/content`, and what a panel needs around it."""

from pathlib import Path

from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from partnerships.base.settings import Settings
from partnerships.library.compiler import compile_edition
from partnerships.library.edition import Edition
from partnerships.notebook.store import Notebook
from partnerships.shell.jobs import Lane
from partnerships.shell.keeping import Keeper
from partnerships.shell.look import Look
from partnerships.shell.panel import Surroundings

CONTENT = Path(__file__).parent / "content"


def small_edition(tmp_path: Path) -> Path:
    """The folder of a freshly compiled small library, without its search index."""
    folder = tmp_path / "library"
    for _ in compile_edition(CONTENT, folder):
        pass
    return folder


def surroundings(qtbot: QtBot, folder: Path, **settings: str | int | bool) -> Surroundings:
    """Edition, look and a notebook in memory; all let go of when the test ends. `settings` as in Settings."""
    edition = Edition(folder)
    keeper = Keeper(Notebook(None), Lane("notebook"))
    look = Look(Settings(**settings), None)  # type: ignore[arg-type]  # names and types as in Settings
    look.dress()

    holder = QWidget()

    def let_go(_: QWidget) -> None:
        holder.hide()  # named here, so that it lives as long as the test: qtbot itself holds it weakly
        keeper.close()
        edition.close()

    qtbot.addWidget(holder, before_close_func=let_go)
    return Surroundings(edition, keeper, look)

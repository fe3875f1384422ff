"""A whole window over the small library, driven as a person would."""

from pathlib import Path

from pytestqt.qtbot import QtBot

from partnerships.base.places import Places
from partnerships.base.settings import Settings
from partnerships.publishing.making import make_edition
from partnerships.shell.app import make_window
from partnerships.shell.finding.panel import FindPanel
from partnerships.shell.look import Look
from partnerships.shell.window import Window
from tests.helpers.small import CONTENT


def whole_library(folder: Path) -> Path:
    """The small library with its index and manifest."""
    for _ in make_edition(CONTENT, folder):
        pass
    return folder


def open_window(qtbot: QtBot, library: Path, notebook: Path | None, **settings: str | int | bool) -> Window:
    """A shown window; it is closed, and everything let go of, when the test ends."""
    look = Look(Settings(**settings), notebook / "settings.json" if notebook else None)  # type: ignore[arg-type]  # as in Settings
    look.dress()
    window = make_window(Places(library, library, notebook, "given" if notebook else "memory"), look)
    qtbot.addWidget(window)
    window.show()
    with qtbot.waitActive(window):
        window.activateWindow()
    return window


def find_panel(window: Window) -> FindPanel:
    """The search panel over a window, once it was opened."""
    return next(child for child in window.children() if isinstance(child, FindPanel))

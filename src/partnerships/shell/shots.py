"""Renders every screen to a picture, in every theme and size, so that people can look at them.

`python -m partnerships.shell.shots DIR --library LIB` renders all; `--preview DIR` only home, an
article and a search, for a computer without a screen.
"""

import argparse
import os
import shutil
import sys
import tempfile
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QEventLoop, QTimer  # the platform must be named first
from PySide6.QtWidgets import QApplication, QDialog, QLineEdit, QWidget

from partnerships.base.errors import EditionTrouble
from partnerships.base.places import Places
from partnerships.base.settings import Settings
from partnerships.library.edition import Edition
from partnerships.library.model import Address, Tool
from partnerships.notebook.model import Answer
from partnerships.notebook.store import Notebook
from partnerships.shell.app import make_application, make_window
from partnerships.shell.dialogs.about import AboutDialog
from partnerships.shell.dialogs.broken import BrokenWindow
from partnerships.shell.dialogs.keys import KeysDialog
from partnerships.shell.dialogs.outward import OutwardDialog
from partnerships.shell.dialogs.tour import Tour
from partnerships.shell.look import Look
from partnerships.shell.panel import Surroundings
from partnerships.shell.parts.timeline import Timeline
from partnerships.shell.printing import Preview
from partnerships.shell.window import Window

SIZES = ((1024, 700), (1366, 768), (1920, 1080))
THEMES = ("light", "dark", "high-contrast")
CASE = "cardiff-uk#what-changed"  # where a case has its chart
SCORED = "readiness-check"  # a tool that counts a result
_SETTLE_MS = 60
_SEARCH_MS = 15_000


@dataclass(frozen=True, slots=True)
class Scene:
    """One screen: how to bring it up in a window. `empty` uses a notebook without anything in it."""

    name: str
    show: Callable[[Window], QWidget | None]
    empty: bool = False


def _go(address: str) -> Callable[[Window], None]:
    return lambda window: window.go(Address.parse(address))


def _search(typed: str) -> Callable[[Window], None]:
    def show(window: Window) -> None:
        window.search(typed)
        find = next(child for child in window.children() if child.objectName() == "find")
        _wait_for(find.shown)  # type: ignore[attr-defined]  # the search panel

    return show


def _compare(window: Window) -> None:
    window.go(Address("section:grants"))
    panel = window.panel("grants")
    panel.compare(("cops-hiring-program", "jmhcp", "connect-and-protect"))  # type: ignore[attr-defined]  # the grants panel


def _print_preview(window: Window) -> QDialog:
    window.go(Address("memphis-cit"))
    panel, title = window.current, window.edition.titles["memphis-cit"]
    dialog = Preview(panel.print_html(), title, panel.picture, window)  # type: ignore[attr-defined]  # the reading panel
    dialog.show()
    return dialog


def _citation(window: Window) -> None:
    window.go(Address.parse(CASE))
    settle()
    page = window.current.page  # type: ignore[attr-defined]  # the reading panel
    page.find("comparison cities, not a randomized trial")  # puts the cursor, and so the card, beside a citation
    page.asked.emit("cite:s1")


def _find_in_page(window: Window) -> None:
    window.go(Address("memphis-cit"))
    window.actions_["find"].trigger()
    settle()
    box = window.focusWidget()
    assert isinstance(box, QLineEdit)
    box.setText("crisis")
    window.actions_["next-mark"].trigger()


def _timeline_near(window: Window) -> None:
    window.go(Address("desk:timeline"))
    drawing = window.findChild(Timeline)
    assert drawing is not None
    drawing.zoom_by(6)


def _cases_list(window: Window) -> None:
    window.go(Address("section:cases"))
    window.current.list.switch.button("list").click()  # type: ignore[attr-defined]  # the cases panel


def _dialog(make: Callable[[Window], QDialog]) -> Callable[[Window], QDialog]:
    def show(window: Window) -> QDialog:
        window.go(Address("home"))
        dialog = make(window)
        dialog.show()
        return dialog

    return show


def _surroundings(window: Window) -> Surroundings:
    return Surroundings(window.edition, window.keeper, window.look)


def _tour(window: Window) -> None:
    window.go(Address("home"))
    Tour(window.look, window).start()


SCENES: tuple[Scene, ...] = (
    Scene("home", _go("home")),
    Scene("home-new", _go("home"), empty=True),
    Scene("introduction", _go("section:introduction")),
    Scene("article", _go("element-problem-solving")),
    Scene("case-chart", _go(CASE)),
    Scene("citation", _citation),
    Scene("find-in-page", _find_in_page),
    Scene("cases-map", _go("section:cases")),
    Scene("cases-list", _cases_list),
    Scene("grants", _go("section:grants")),
    Scene("grants-compare", _compare),
    Scene("program", _go("cops-hiring-program")),
    Scene("search", _search("crisis team small town")),
    Scene("search-nothing", _search("zzyzx qqqq")),
    Scene("search-typo", _search("homless outreech")),
    Scene("toolkit", _go("section:toolkit")),
    Scene("tool", _go("mou-builder")),
    Scene("tool-results", _go(SCORED)),
    Scene("desk", _go("section:desk")),
    Scene("guides", _go("desk:guides")),
    Scene("directory", _go("desk:directory")),
    Scene("timeline", _go("desk:timeline")),
    Scene("timeline-near", _timeline_near),
    Scene("glossary", _go("term:cit")),
    Scene("notebook-empty", _go("notebook"), empty=True),
    Scene("notebook", _go("notebook")),
    Scene("feedback", _go("feedback")),
    Scene("print-preview", _print_preview),
    Scene("keys", _dialog(lambda window: KeysDialog(window.look, window))),
    Scene("about", _dialog(lambda window: AboutDialog(_surroundings(window), window))),
    Scene("link-outward", _dialog(lambda window: OutwardDialog("https://cops.usdoj.gov", window.look, window))),
    Scene("tour", _tour, empty=True),
)
PREVIEW = ("home", "article", "search")


def settle(milliseconds: int = _SETTLE_MS) -> None:
    """Let the window do what it has to do."""
    loop = QEventLoop()
    QTimer.singleShot(milliseconds, loop.quit)
    loop.exec()


def _wait_for(signal) -> None:  # type: ignore[no-untyped-def]  # a bound signal of any signature
    loop = QEventLoop()
    signal.connect(loop.quit)
    QTimer.singleShot(_SEARCH_MS, loop.quit)
    loop.exec()


def fill_notebook(folder: Path, edition: Edition) -> None:
    """A notebook such as a reader has after a week; its words are samples."""
    notebook = Notebook(folder)
    for page, share in (("definitions", 1.0), ("lowell-hot-spots", 0.3), ("memphis-cit", 0.62)):
        if edition.exists(page):
            notebook.keep_place(Address(page), edition.titles[page], share)
            notebook.add_bookmark(Address(page), edition.titles[page])
    notebook.mark_read("definitions", True)
    if edition.exists("memphis-cit"):
        notebook.write_note(
            Address("memphis-cit"), edition.titles["memphis-cit"], "Sample: ask the academy whether our hours count."
        )
    if edition.exists(SCORED):
        notebook.add_sheet(SCORED, "Sample", _scores(edition.tool(SCORED)))
    if edition.exists("mou-builder"):
        answers: dict[str, Answer] = {
            "purpose": "Sample: safer responses to people in crisis.",
            "authority": "Sample: city resolution.",
        }
        notebook.add_sheet("mou-builder", "Draft for the steering group", answers)
    notebook.keep_search("crisis team small town")
    notebook.keep_search("grant for small department")
    for entry in edition.entries()[:2]:
        notebook.order(entry.id, True)
    notebook.close()


def _scores(tool: Tool) -> dict[str, Answer]:
    """Every scale of a tool answered, from 2 to 5 in turn."""
    scales = (field.id for group in tool.groups for field in group.fields if field.kind == "scale")
    return {name: 2 + place % 4 for place, name in enumerate(scales)}


def render(
    folder: Path, library: Path, scenes: Iterable[Scene], theme: str, size: tuple[int, int], text: int, prefix: str
) -> list[Path]:
    """Render scenes in one look. Gives the pictures' paths."""
    pictures = []
    for empty in (False, True):
        wanted = [scene for scene in scenes if scene.empty == empty]
        if not wanted:
            continue
        with tempfile.TemporaryDirectory() as scratch:
            notebook = Path(scratch) / "notebook"
            if not empty:
                with Edition(library) as edition:
                    fill_notebook(notebook, edition)
            settings = Settings(
                theme=theme, text_size=text, tour_seen=True, window_width=size[0], window_height=size[1]
            )
            look = Look(settings, None)
            look.dress()
            for scene in wanted:
                window = make_window(Places(library, library, notebook, "given"), look)
                pictures.append(_render_one(scene, window, folder / f"{prefix}{scene.name}.png"))
    return pictures


def _render_one(scene: Scene, window: Window, file: Path) -> Path:
    window.show()
    settle()
    shown = scene.show(window) or window
    settle()
    file.parent.mkdir(parents=True, exist_ok=True)
    shown.grab().save(str(file))
    if shown is not window:
        shown.close()
    window.close()
    window.deleteLater()
    settle(1)
    return file


def _render_broken(folder: Path, look: Look) -> Path:
    trouble = EditionTrouble(
        "There is no library in “E:\\Community Partnerships\\library”.",
        "Get a fresh copy from whoever gave you this one.",
    )
    window = BrokenWindow(trouble, Places(Path(), Path(), None, "memory"), look)
    window.show()
    settle()
    file = folder / "broken.png"
    window.grab().save(str(file))
    window.close()
    return file


def render_all(folder: Path, library: Path) -> int:
    """Every scene in every theme and size, and at 200 % text. Gives how many pictures."""
    shutil.rmtree(folder, ignore_errors=True)
    number = 0
    for theme in THEMES:
        for size in SIZES:
            pictures = render(folder / f"{theme}-{size[0]}x{size[1]}", library, SCENES, theme, size, 100, "")
            number += len(pictures)
            sys.stdout.write(f"  {theme} {size[0]}×{size[1]}: {len(pictures)} pictures\n")
    for theme in THEMES:
        number += len(render(folder / f"{theme}-200-percent", library, SCENES, theme, (1366, 768), 200, ""))
        sys.stdout.write(f"  {theme} at 200 % text\n")
    look = Look(Settings(), None)
    look.dress()
    _render_broken(folder, look)
    return number + 1


def main() -> None:
    """The command line of this module."""
    parser = argparse.ArgumentParser(prog="shots")
    parser.add_argument("folder", type=Path, nargs="?")
    parser.add_argument("--preview", type=Path)
    parser.add_argument("--library", type=Path, required=True)
    parser.add_argument("--only", help="names of scenes, separated by commas; light, 1366×768")
    chosen = parser.parse_args()
    application: QApplication = make_application(["shots"])
    if chosen.preview:
        scenes = [scene for scene in SCENES if scene.name in PREVIEW]
        for file in render(chosen.preview, chosen.library, scenes, "light", (1366, 768), 100, ""):
            sys.stdout.write(f"  {file}\n")
    elif chosen.only:
        scenes = [scene for scene in SCENES if scene.name in chosen.only.split(",")]
        render(chosen.folder, chosen.library, scenes, "light", (1366, 768), 100, "")
    else:
        sys.stdout.write(f"{render_all(chosen.folder, chosen.library)} pictures in {chosen.folder}\n")
    del application


if __name__ == "__main__":
    main()

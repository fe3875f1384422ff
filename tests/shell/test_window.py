"""Going about the window by keyboard and by mouse."""

from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from partnerships.library.model import Address
from partnerships.shell.actions import ACTIONS, MENUS
from tests.helpers.driving import find_panel, open_window

PLACES = (
    "home",
    "section:introduction",
    "section:grants",
    "section:cases",
    "section:toolkit",
    "section:desk",
    "notebook",
    "feedback",
    "history",
    "first-idea",
    "alder-crisis",
    "ready-check",
    "desk:glossary",
    "desk:timeline",
    "desk:directory",
    "desk:guides",
)


@pytest.mark.parametrize("theme", ["light", "dark", "high-contrast"])
def test_every_place_can_be_shown_in_every_theme_and_at_200_percent(qtbot: QtBot, library: Path, theme: str) -> None:
    window = open_window(qtbot, library, None, theme=theme, tour_seen=True)
    for place in PLACES:
        window.go(Address(place))
        assert window.trail.here == Address(place), window.banner.text
    window.look.set_text_size(200)
    for place in PLACES:
        window.go(Address(place))


class _Windows(QObject):
    """Notes every widget that is shown as a window of its own."""

    def __init__(self) -> None:
        super().__init__()
        self.shown: list[str] = []

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Show and isinstance(watched, QWidget) and watched.isWindow():
            self.shown.append(f"{type(watched).__name__} {watched.objectName()}")
        return False


def test_no_part_of_a_screen_flashes_up_as_a_window_of_its_own(qtbot: QtBot, qapp: QApplication, library: Path) -> None:
    window = open_window(qtbot, library, None, tour_seen=True)
    windows = _Windows()
    qapp.installEventFilter(windows)
    for place in PLACES:
        window.go(Address(place))
    window.look.set_text_size(150)
    window.search("police")
    qapp.removeEventFilter(windows)
    assert windows.shown == []


def test_back_and_forward_by_keyboard(qtbot: QtBot, library: Path) -> None:
    window = open_window(qtbot, library, None, tour_seen=True)
    window.go(Address("section:grants"))
    window.go(Address("first-idea"))
    qtbot.keyClick(window, Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    assert window.trail.here == Address("section:grants")
    qtbot.keyClick(window, Qt.Key.Key_Right, Qt.KeyboardModifier.AltModifier)
    assert window.trail.here == Address("first-idea")


def test_an_address_that_leads_nowhere_is_said(qtbot: QtBot, library: Path) -> None:
    window = open_window(qtbot, library, None, tour_seen=True)
    window.go(Address("no-such-page"))
    assert "no-such-page" in window.banner.text
    assert window.trail.here == Address("home")


def test_ctrl_k_and_slash_open_the_search(qtbot: QtBot, library: Path) -> None:
    window = open_window(qtbot, library, None, tour_seen=True)
    window.current.setFocus()
    qtbot.keyClick(window, Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
    assert find_panel(window).isVisible()
    qtbot.keyClick(find_panel(window).box, Qt.Key.Key_Escape)
    assert not find_panel(window).isVisible()
    qtbot.keyClick(window, Qt.Key.Key_Slash)
    assert find_panel(window).isVisible()


def test_text_size_is_kept_for_the_next_start(qtbot: QtBot, library: Path, tmp_path: Path) -> None:
    from partnerships.base.settings import read_settings

    window = open_window(qtbot, library, tmp_path, tour_seen=True)
    window.actions_["larger"].trigger()
    window.actions_["dark"].trigger()
    kept = read_settings(tmp_path / "settings.json")
    assert (kept.text_size, kept.theme) == (110, "dark")


def test_fast_steps_of_the_text_size_are_shown_as_one(qtbot: QtBot, library: Path) -> None:
    window = open_window(qtbot, library, None, tour_seen=True)
    changes: list[int] = []
    window.look.changed.connect(lambda: changes.append(window.look.text_size))
    for _ in range(3):
        window.actions_["larger"].trigger()
    qtbot.waitUntil(lambda: bool(changes))
    assert changes == [130]


def test_every_action_stands_in_a_menu_and_no_key_is_taken_twice() -> None:
    menus = {menu for menu, _ in MENUS}
    assert all(row.menu in menus for row in ACTIONS)
    keys = [key for row in ACTIONS for key in row.keys]
    assert len(keys) == len(set(keys))


def test_a_notebook_that_cannot_be_kept_is_said(qtbot: QtBot, library: Path) -> None:
    window = open_window(qtbot, library, None, tour_seen=True)
    assert "gone when you quit" in window.banner.text

"""The window driven as a person would, over the small library; what was kept is there on the next start."""

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from partnerships.library.model import Address
from partnerships.shell.window import Window
from tests.helpers.driving import find_panel, open_window

CTRL = Qt.KeyboardModifier.ControlModifier


def search_for(qtbot: QtBot, window: Window, words: str) -> None:
    """Open the search by keyboard, type, and wait for the answer."""
    qtbot.keyClick(window, Qt.Key.Key_K, CTRL)
    find = find_panel(window)
    with qtbot.waitSignal(find.shown, timeout=10_000, check_params_cb=lambda hits: hits.typed == words):
        qtbot.keyClicks(find.box, words)


def test_search_open_bookmark_quit_and_find_it_again(qtbot: QtBot, library: Path, tmp_path: Path) -> None:
    window = open_window(qtbot, library, tmp_path, tour_seen=True)
    search_for(qtbot, window, "clinician")
    qtbot.keyClick(find_panel(window).box, Qt.Key.Key_Return)
    assert window.trail.here.id == "alder-crisis"
    qtbot.keyClick(window, Qt.Key.Key_D, CTRL)
    window.close()

    again = open_window(qtbot, library, tmp_path, tour_seen=True)
    qtbot.keyClick(again, Qt.Key.Key_6, CTRL)
    assert again.trail.here == Address("notebook")
    rows = again.current.rows  # type: ignore[attr-defined]  # the notebook's panel
    qtbot.waitUntil(lambda: rows.count() > 0)
    assert rows.slip(0).title == "Alder City: a clinician in the car"
    with qtbot.waitSignal(again.current.chosen):
        qtbot.keyClick(rows, Qt.Key.Key_Return)
    assert again.trail.here.id == "alder-crisis"


def test_words_are_highlighted_noted_and_found_again_on_the_next_day(
    qtbot: QtBot, library: Path, tmp_path: Path
) -> None:
    window = open_window(qtbot, library, tmp_path, tour_seen=True)
    window.go(Address("alder-crisis"))
    page = window.current.page  # type: ignore[attr-defined]  # the reading panel
    page.setTextCursor(page.document().find("What was counted"))
    qtbot.keyClick(window, Qt.Key.Key_3, Qt.KeyboardModifier.AltModifier)
    qtbot.keyClick(window, Qt.Key.Key_M, CTRL)
    qtbot.keyClicks(window.focusWidget(), "Ask the academy")
    window.close()  # within the second before saving

    again = open_window(qtbot, library, tmp_path, tour_seen=True)
    qtbot.keyClick(again, Qt.Key.Key_6, CTRL)
    rows = again.current.rows  # type: ignore[attr-defined]  # the notebook's panel
    qtbot.waitUntil(lambda: rows.count() > 0)
    assert (rows.slip(0).color, rows.slip(0).text) == ("blue", "Ask the academy")
    qtbot.keyClick(rows, Qt.Key.Key_Return)
    assert again.trail.here.id == "alder-crisis"
    page = again.current.page  # type: ignore[attr-defined]  # the reading panel
    qtbot.waitUntil(lambda: bool(page.extraSelections()))
    assert page.extraSelections()[0].cursor.selectedText() == "What was counted"


def test_a_sheet_is_filled_in_left_by_closing_and_gone_on_with(qtbot: QtBot, library: Path, tmp_path: Path) -> None:
    window = open_window(qtbot, library, tmp_path, tour_seen=True)
    window.go(Address("ready-check"))
    button = next(found for found in window.current.findChildren(QPushButton) if found.text() == "4")
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    window.close()  # within the half second before saving

    again = open_window(qtbot, library, tmp_path, tour_seen=True)
    again.go(Address("ready-check"))
    assert again.current.form.boxes["time"].answer() == 4.0  # type: ignore[attr-defined]  # the toolkit's panel


def test_reading_goes_on_where_it_was_left(qtbot: QtBot, library: Path, tmp_path: Path) -> None:
    window = open_window(qtbot, library, tmp_path, tour_seen=True, window_height=480, window_width=700)
    window.go(Address("alder-crisis"))
    page = window.current.page  # type: ignore[attr-defined]  # the reading panel
    qtbot.waitUntil(lambda: page.verticalScrollBar().maximum() > 0)
    page.set_share(0.5)
    window.close()

    again = open_window(qtbot, library, tmp_path, tour_seen=True)
    home = again.current
    assert "Alder City" in home.street.reading.accessibleName()  # type: ignore[attr-defined]  # the home panel
    with qtbot.waitSignal(home.chosen) as chosen:
        home.street.reading.click()  # type: ignore[attr-defined]
    assert chosen.args[0].id == "alder-crisis"


def test_the_search_marks_its_words_on_the_page_and_f3_walks_them(qtbot: QtBot, library: Path) -> None:
    window = open_window(qtbot, library, None, tour_seen=True)
    search_for(qtbot, window, "counted")
    qtbot.keyClick(find_panel(window).box, Qt.Key.Key_Return)
    page = window.current.page  # type: ignore[attr-defined]  # the reading panel
    assert page.extraSelections()
    before = page.textCursor().position()
    qtbot.keyClick(window, Qt.Key.Key_F3)
    assert page.textCursor().position() != before or len(page.extraSelections()) == 1

"""Search as you type, by keyboard throughout."""

import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from partnerships.library.model import Address
from partnerships.search.finder import Finder
from partnerships.search.hits import Hits
from partnerships.shell.finding.control import FindControl
from partnerships.shell.finding.panel import FindPanel
from partnerships.shell.jobs import Lane
from tests.helpers.small import surroundings


def panel_over_a_window(qtbot: QtBot, library: Path, index: Path) -> tuple[QWidget, FindPanel]:
    """An empty window of 1366×768, and the search over it."""
    lane = Lane("search")
    window = QWidget()
    window.resize(1366, 768)
    qtbot.addWidget(window, before_close_func=lambda _: lane.close())
    window.show()
    with qtbot.waitActive(window):
        window.activateWindow()
    return window, FindPanel(surroundings(qtbot, library), lambda: Finder(index).find, lane, window)


@pytest.fixture
def panel(qtbot: QtBot, library: Path) -> Iterator[FindPanel]:
    """The search, open at 1366×768 with nothing typed."""
    window, panel = panel_over_a_window(qtbot, library, library / "index")
    panel.open_over(QRect(0, 0, 1366, 768), "")
    yield panel
    window.hide()


def type_words(qtbot: QtBot, panel: FindPanel, words: str) -> Hits:
    """Type and wait for the answer to the last key."""
    with qtbot.waitSignal(panel.shown, check_params_cb=lambda hits: hits.typed == words):
        qtbot.keyClicks(panel.box, words)
    return panel.hits


def test_results_come_as_one_types(qtbot: QtBot, panel: FindPanel) -> None:
    hits = type_words(qtbot, panel, "clinici")
    assert hits.total >= 1
    assert panel.list.isVisible()
    assert panel.list.currentIndex().row() == 0


def test_enter_opens_the_first_result_and_keeps_the_search(qtbot: QtBot, panel: FindPanel) -> None:
    type_words(qtbot, panel, "clinician")
    with qtbot.waitSignal(panel.chosen) as chosen:
        qtbot.keyClick(panel.box, Qt.Key.Key_Return)
    address, words = chosen.args
    assert isinstance(address, Address)
    assert "clinician" in words
    assert panel._keeper.state.searches == ("clinician",)
    assert not panel.isVisible()


def test_arrow_keys_move_while_the_keyboard_stays_in_the_box(qtbot: QtBot, panel: FindPanel) -> None:
    hits = type_words(qtbot, panel, "a")
    assert len(hits.hits) > 1
    qtbot.keyClick(panel.box, Qt.Key.Key_Down)
    assert panel.list.currentIndex().row() == 1
    assert panel.box.hasFocus()


def test_a_typo_is_searched_for_in_the_open(qtbot: QtBot, panel: FindPanel) -> None:
    hits = type_words(qtbot, panel, "clinicain")
    assert hits.correction
    assert "No hits for" in panel._notice.text()


def test_nothing_found_says_so_and_what_to_try(qtbot: QtBot, panel: FindPanel) -> None:
    type_words(qtbot, panel, "zzyzx")
    assert panel.empty.isVisible()
    assert "Nothing here about “zzyzx”" in panel.empty.sentence.text()


def test_a_section_narrows_and_the_count_is_exact(qtbot: QtBot, panel: FindPanel) -> None:
    type_words(qtbot, panel, "police")
    promised = panel.facets.row("section", "cases").count
    with qtbot.waitSignal(panel.shown):
        qtbot.mouseClick(panel.facets.row("section", "cases"), Qt.MouseButton.LeftButton)
    assert panel.hits.total == promised
    assert all(hit.section == "cases" for hit in panel.hits.hits)


def test_the_number_of_results_is_announced(qtbot: QtBot, panel: FindPanel) -> None:
    with qtbot.waitSignal(panel.announced) as said:
        type_words(qtbot, panel, "zzyzx")
    assert said.args == ["0 results"]


def test_recent_searches_are_offered(qtbot: QtBot, panel: FindPanel) -> None:
    panel._keeper.keep_search("grant small town")
    panel.open_over(QRect(0, 0, 1366, 768), "")
    assert panel.recent.isVisible()
    assert panel.recent.row(1).title == "grant small town"


def test_a_late_answer_is_dropped(qtbot: QtBot) -> None:
    gate = threading.Event()

    def find(typed: str, **_: object) -> Hits:
        if typed == "a":
            gate.wait(5)
        return Hits(typed)

    lane = Lane("search")
    control = FindControl(lambda: find, lane)
    answers: list[str] = []
    control.found.connect(lambda hits: answers.append(hits.typed))
    control.ask("a", ())
    control.ask("ab", ())
    gate.set()
    qtbot.waitUntil(lambda: bool(answers))
    assert answers == ["ab"]
    lane.close()


def test_a_missing_index_is_said_and_not_a_traceback(qtbot: QtBot, library: Path, tmp_path: Path) -> None:
    _window, panel = panel_over_a_window(qtbot, library, tmp_path / "index")
    panel.open_over(QRect(0, 0, 1366, 768), "")
    with qtbot.waitSignal(panel._control.failed):
        qtbot.keyClicks(panel.box, "a")
    assert panel.empty.sentence.text()


def test_a_filter_is_closed_with_the_mouse(qtbot: QtBot, panel: FindPanel) -> None:
    hits = type_words(qtbot, panel, "police in:cases ")
    assert [chip.value for chip in hits.chips] == ["cases"]
    with qtbot.waitSignal(panel.shown):
        qtbot.mouseClick(panel.filters.buttons()[0], Qt.MouseButton.LeftButton)
    assert panel.box.text() == "police"
    assert not panel.filters.isVisible()


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Delete, Qt.Key.Key_Space])
def test_a_filter_is_closed_with_the_keyboard(qtbot: QtBot, panel: FindPanel, key: Qt.Key) -> None:
    type_words(qtbot, panel, 'clinician "police" ')
    chip = panel.filters.buttons()[0]
    chip.setFocus()
    with qtbot.waitSignal(panel.shown):
        qtbot.keyClick(chip, key)
    assert panel.box.text() == "clinician"


def test_a_tick_is_a_chip_too_and_closing_it_takes_the_tick_off(qtbot: QtBot, panel: FindPanel) -> None:
    type_words(qtbot, panel, "police")
    with qtbot.waitSignal(panel.shown):
        qtbot.mouseClick(panel.facets.row("section", "cases"), Qt.MouseButton.LeftButton)
    assert len(panel.filters.buttons()) == 1
    with qtbot.waitSignal(panel.shown):
        panel.filters.buttons()[0].click()
    assert panel.facets.chosen() == ()


def test_an_excluded_word_is_a_chip(qtbot: QtBot, panel: FindPanel) -> None:
    type_words(qtbot, panel, "police -clinician ")
    assert panel.filters.buttons()[0].text().startswith("Without clinician")


def test_what_was_typed_can_be_searched_exactly(qtbot: QtBot, panel: FindPanel) -> None:
    type_words(qtbot, panel, "clinicain")
    with qtbot.waitSignal(panel.shown):
        panel._notice.linkActivated.emit("exactly")
    assert panel.hits.correction is None
    assert panel.box.text() == "clinicain"
    assert "exactly" in panel._notice.text()
    with qtbot.waitSignal(panel.shown):
        panel._notice.linkActivated.emit("suggestion")
    assert panel.box.text() == "clinician"
    assert panel.hits.total


def test_nothing_found_offers_near_words_and_sections(qtbot: QtBot, panel: FindPanel) -> None:
    hits = type_words(qtbot, panel, "zzyzx")
    assert panel.recent.isVisible()
    keys = [panel.recent.row(place).key for place in range(panel.recent.count())]
    assert "go section:grants" in keys
    assert all(f"search {word}" in keys for word in hits.nearest)
    with qtbot.waitSignal(panel.chosen) as chosen:
        panel.recent.chosen.emit("go section:grants")
    assert chosen.args == [Address("section:grants"), ()]


def test_without_recent_searches_popular_ones_are_offered(qtbot: QtBot, panel: FindPanel) -> None:
    assert panel.recent.isVisible()
    assert panel.recent.row(0).title == "Often looked for"
    with qtbot.waitSignal(panel.shown):
        panel.recent.chosen.emit(panel.recent.row(1).key)
    assert panel.box.text() == panel.recent.row(1).title


def test_ones_own_notes_come_in_the_same_list_under_a_heading(qtbot: QtBot, panel: FindPanel) -> None:
    panel._keeper.write_note(Address("definitions"), "A page", "Ask the clinician on Friday.")
    qtbot.waitUntil(lambda: panel._keeper.unsaved == 0)
    type_words(qtbot, panel, "clinici")
    qtbot.waitUntil(lambda: panel.own_list.count() > 0)
    assert panel.own_list.isVisible()
    assert panel.own_list.row(0).title == "Your notebook (1)"
    assert panel.facets.row("section", "own").count == 1
    with qtbot.waitSignal(panel.chosen) as chosen:
        panel.own_list.chosen.emit(panel.own_list.row(1).key)
    assert chosen.args[0] == Address("definitions")


def test_no_more_than_five_of_ones_own_stand_below_the_results(qtbot: QtBot, panel: FindPanel) -> None:
    for number in range(8):
        panel._keeper.write_note(Address("definitions", f"h{number}"), "A page", f"Clinician number {number}.")
    qtbot.waitUntil(lambda: panel._keeper.unsaved == 0)
    type_words(qtbot, panel, "clinician")
    qtbot.waitUntil(lambda: panel.own_list.count() > 0)
    assert panel.own_list.count() == 6
    assert panel.facets.row("section", "own").count == 8


def test_my_notes_show_alone(qtbot: QtBot, panel: FindPanel) -> None:
    panel._keeper.write_note(Address("definitions"), "A page", "Ask the clinician on Friday.")
    qtbot.waitUntil(lambda: panel._keeper.unsaved == 0)
    type_words(qtbot, panel, "clinician")
    with qtbot.waitSignal(panel.shown):
        qtbot.mouseClick(panel.facets.row("section", "own"), Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: panel.own_list.isVisible())
    assert not panel.list.isVisible()
    assert not panel.empty.isVisible()


@pytest.mark.parametrize("typed", ['"', '-"', "in:", ":::", "year:..", "\u0000", "(((", "state:ZZ x "])
def test_whatever_is_typed_is_answered(qtbot: QtBot, panel: FindPanel, typed: str) -> None:
    with qtbot.waitSignal(panel.shown, check_params_cb=lambda hits: hits.typed == panel.box.text()):
        panel.box.setText("a")
        panel.box.setText(typed)
        panel._ask()

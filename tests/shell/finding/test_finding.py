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

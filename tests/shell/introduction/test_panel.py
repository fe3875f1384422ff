"""The introduction: a path in order that knows what is read and where to go on."""

import pytest
from helpers.small import small_edition, surroundings
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from partnerships.library.model import Address
from partnerships.shell.introduction.model import first_sentence
from partnerships.shell.introduction.panel import IntroductionPanel

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")


@pytest.fixture
def panel(qtbot, tmp_path) -> IntroductionPanel:
    widget = IntroductionPanel(surroundings(qtbot, small_edition(tmp_path)))
    qtbot.addWidget(widget)
    widget.resize(1100, 700)
    widget.show()
    qtbot.waitExposed(widget)
    return widget


def row(panel: IntroductionPanel, title: str):
    return next(held for held in panel.rows if title in held.button.accessibleName())


def test_stations_and_stops_stand_in_reading_order(panel: IntroductionPanel) -> None:
    assert [head.title.text() for head in panel.heads] == ["The idea", "Solving problems", "What the evidence says"]
    names = [held.button.accessibleName() for held in panel.rows]
    assert [name.split(",")[0] for name in names] == [
        "1. What the work is",
        "2. Who sits at the table",
        "3. Four steps to a solved problem",
        "4. What counts as proof",
    ]


def test_a_new_reader_starts_with_the_first_stop(qtbot, panel: IntroductionPanel) -> None:
    assert panel.go_on.text() == "Start reading"
    with qtbot.waitSignal(panel.chosen) as told:
        qtbot.mouseClick(panel.go_on, Qt.MouseButton.LeftButton)
    assert told.args == [Address("first-idea")]


def test_reading_moves_the_reader_on(qtbot, panel: IntroductionPanel) -> None:
    panel.keeper.mark_read("first-idea")
    panel.keeper.mark_read("four-steps")
    assert panel.go_on.text() == "Continue with “Who sits at the table”"
    assert panel.count.text().startswith("2 of 4 read")
    assert panel.progress.value() == 2
    assert panel.progress.maximum() == 4
    here = [held.button.accessibleName() for held in panel.rows if "you are here" in held.button.accessibleName()]
    assert here == ["2. Who sits at the table, 1 min, you are here"]
    assert [head.count.text() for head in panel.heads] == ["1 of 2 read", "1 of 1 read", "0 of 1 read"]
    with qtbot.waitSignal(panel.chosen) as told:
        panel.go_on.click()
    assert told.args == [Address("second-idea")]


def test_a_stop_opens_by_click_and_by_enter(qtbot, panel: IntroductionPanel) -> None:
    stop = row(panel, "Four steps").button
    with qtbot.waitSignal(panel.chosen) as told:
        qtbot.mouseClick(stop, Qt.MouseButton.LeftButton)
    assert told.args == [Address("four-steps")]
    with qtbot.waitSignal(panel.chosen) as told:
        qtbot.keyClick(stop, Qt.Key.Key_Return)
    assert told.args == [Address("four-steps")]


def test_the_arrow_keys_walk_the_path_and_stop_at_its_ends(qtbot, panel: IntroductionPanel) -> None:
    panel.activateWindow()
    first = panel.rows[0].button
    first.setFocus()
    qtbot.waitUntil(first.hasFocus)
    qtbot.keyClick(first, Qt.Key.Key_Up)
    assert first.hasFocus()
    for held in panel.rows[1:]:
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Down)
        assert held.button.hasFocus()


def test_a_page_can_be_marked_as_unread_again(qtbot, panel: IntroductionPanel) -> None:
    panel.keeper.mark_read("first-idea")
    tick = row(panel, "What the work is").tick
    assert tick.isChecked()
    with qtbot.waitSignal(panel.announced) as told:
        qtbot.mouseClick(tick, Qt.MouseButton.LeftButton, pos=tick.rect().center())
    assert told.args[0].startswith("0 of 4 read")
    assert panel.keeper.state.read == frozenset()
    assert panel.go_on.text() == "Start reading"
    qtbot.keyClick(tick, Qt.Key.Key_Space)
    assert panel.keeper.state.read == {"first-idea"}


def test_when_all_is_read_the_way_leads_to_the_toolkit(qtbot, panel: IntroductionPanel) -> None:
    for held in ("first-idea", "second-idea", "four-steps", "proof"):
        panel.keeper.mark_read(held)
    assert panel.count.text() == "4 of 4 read"
    with qtbot.waitSignal(panel.chosen) as told:
        panel.go_on.click()
    assert told.args == [Address("section:toolkit")]


@pytest.mark.parametrize(("width", "text_size"), [(640, 100), (1024, 200), (1024, 300), (1920, 100)])
def test_nothing_is_cut_off_at_any_width_and_text_size(qtbot, panel: IntroductionPanel, width, text_size) -> None:
    panel.look.set_text_size(text_size)
    panel.resize(width, 700)
    qtbot.waitUntil(
        lambda: panel.rows[0].button.height() >= panel.rows[0].button.heightForWidth(panel.rows[0].button.width())
    )
    for held in panel.rows:
        assert held.tick.geometry().right() <= held.width()
        assert held.mapTo(panel, held.tick.geometry().bottomRight()).x() <= panel.width()
        assert held.button.height() >= held.button.heightForWidth(held.button.width())
    assert panel.go_on.mapTo(panel, panel.go_on.rect().topRight()).x() <= panel.width()


def test_a_long_title_is_cut_on_the_button_but_said_in_full(qtbot, panel: IntroductionPanel) -> None:
    panel.keeper.mark_read("first-idea")
    panel.look.set_text_size(300)
    panel.resize(640, 500)
    qtbot.waitUntil(lambda: panel.go_on.text().endswith("…"))
    assert panel.go_on.accessibleName() == "Continue with “Who sits at the table”"


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("One thing. Another thing.", "One thing."),
        ("D.A.R.E. put officers in schools. It grew.", "D.A.R.E. put officers in schools."),
        ("Only one", "Only one"),
        ("A drop of 33.8 percent was found. More follows.", "A drop of 33.8 percent was found."),
    ],
)
def test_the_line_of_a_stop_is_its_first_sentence(text: str, first: str) -> None:
    assert first_sentence(text) == first

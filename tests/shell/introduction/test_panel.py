"""The introduction: a path in order that knows what is read and where to go on."""

from dataclasses import replace

import pytest
from helpers.small import small_edition, surroundings
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from partnerships.base.errors import EditionTrouble
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
    return next(held for held in panel.main.rows if title in held.button.accessibleName())


def test_stations_and_stops_stand_in_reading_order(panel: IntroductionPanel) -> None:
    assert [head.title.text() for head in panel.main.heads] == [
        "The idea",
        "Solving problems",
        "What the evidence says",
    ]
    names = [held.button.accessibleName() for held in panel.main.rows]
    assert [name.split(",")[0] for name in names] == [
        "1. What the work is",
        "2. Who sits at the table",
        "3. Four steps to a solved problem",
        "4. What counts as proof",
    ]


def test_a_new_reader_starts_with_the_first_stop(qtbot, panel: IntroductionPanel) -> None:
    assert panel.main.go_on.text() == "Start reading"
    with qtbot.waitSignal(panel.chosen) as told:
        qtbot.mouseClick(panel.main.go_on, Qt.MouseButton.LeftButton)
    assert told.args == [Address("first-idea")]


def test_reading_moves_the_reader_on(qtbot, panel: IntroductionPanel) -> None:
    panel.keeper.mark_read("first-idea")
    panel.keeper.mark_read("four-steps")
    assert panel.main.go_on.text() == "Continue with “Who sits at the table”"
    assert panel.main.count.text().startswith("2 of 4 read")
    assert panel.main.progress.value() == 2
    assert panel.main.progress.maximum() == 4
    here = [held.button.accessibleName() for held in panel.main.rows if "you are here" in held.button.accessibleName()]
    assert here == ["2. Who sits at the table, 1 min, you are here"]
    assert [head.count.text() for head in panel.main.heads] == ["1 of 2 read", "1 of 1 read", "0 of 1 read"]
    with qtbot.waitSignal(panel.chosen) as told:
        panel.main.go_on.click()
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
    first = panel.main.rows[0].button
    first.setFocus()
    qtbot.waitUntil(first.hasFocus)
    qtbot.keyClick(first, Qt.Key.Key_Up)
    assert first.hasFocus()
    for held in panel.main.rows[1:]:
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
    assert panel.main.go_on.text() == "Start reading"
    qtbot.keyClick(tick, Qt.Key.Key_Space)
    assert panel.keeper.state.read == {"first-idea"}


def test_when_all_is_read_the_way_leads_to_the_toolkit(qtbot, panel: IntroductionPanel) -> None:
    for held in ("first-idea", "second-idea", "four-steps", "proof"):
        panel.keeper.mark_read(held)
    assert panel.main.count.text() == "4 of 4 read"
    with qtbot.waitSignal(panel.chosen) as told:
        panel.main.go_on.click()
    assert told.args == [Address("section:toolkit")]


@pytest.mark.parametrize(("width", "text_size"), [(640, 100), (1024, 200), (1024, 300), (1920, 100)])
def test_nothing_is_cut_off_at_any_width_and_text_size(qtbot, panel: IntroductionPanel, width, text_size) -> None:
    panel.look.set_text_size(text_size)
    panel.resize(width, 700)
    qtbot.waitUntil(
        lambda: (
            panel.main.rows[0].button.height()
            >= panel.main.rows[0].button.heightForWidth(panel.main.rows[0].button.width())
        )
    )
    for held in panel.main.rows:
        assert held.tick.geometry().right() <= held.width()
        assert held.mapTo(panel, held.tick.geometry().bottomRight()).x() <= panel.width()
        assert held.button.height() >= held.button.heightForWidth(held.button.width())
    assert panel.main.go_on.mapTo(panel, panel.main.go_on.rect().topRight()).x() <= panel.width()


def test_a_long_title_is_cut_on_the_button_but_said_in_full(qtbot, panel: IntroductionPanel) -> None:
    panel.keeper.mark_read("first-idea")
    panel.look.set_text_size(300)
    panel.resize(640, 500)
    qtbot.waitUntil(lambda: panel.main.go_on.text().endswith("…"))
    assert panel.main.go_on.accessibleName() == "Continue with “Who sits at the table”"


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


# --- reading paths -----------------------------------------------------------------------------------


def test_each_reading_path_has_a_card_that_says_for_whom_and_how_far(panel: IntroductionPanel) -> None:
    assert [card.accessibleName() for card in panel.cards.cards.values()] == [
        "First steps, 3 stops, 0 of 3 read",
        "First money, 2 stops, 0 of 2 read",
    ]
    assert panel.cards.cards["first-money"].accessibleDescription() == "Whoever writes the first grant."
    panel.keeper.mark_read("alder-crisis")
    assert panel.cards.cards["first-steps"].accessibleName() == "First steps, 3 stops, 1 of 3 read"


def test_a_card_leads_to_its_path(qtbot, panel: IntroductionPanel) -> None:
    with qtbot.waitSignal(panel.chosen) as told:
        qtbot.mouseClick(panel.cards.cards["first-money"], Qt.MouseButton.LeftButton)
    assert told.args == [Address("path:first-money")]
    with qtbot.waitSignal(panel.chosen) as told:
        qtbot.keyClick(panel.cards.cards["first-steps"], Qt.Key.Key_Return)
    assert told.args == [Address("path:first-steps")]


def test_a_path_shows_its_stops_with_kind_minutes_and_reason(panel: IntroductionPanel) -> None:
    panel.open(Address("path:first-steps"))
    assert [held.button.accessibleName() for held in panel.shown.rows] == [
        "1. What the work is, 1 min, Article, you are here",
        "2. Alder City: a clinician in the car, 1 min, Case",
        "3. Ready or not, 10 min, Tool",
    ]
    assert panel.shown.rows[1].button.accessibleDescription() == "It shows what one town did."
    assert panel.shown.heads == []


def test_a_path_goes_on_where_the_reader_is_and_back_at_its_end(qtbot, panel: IntroductionPanel) -> None:
    panel.open(Address("path:first-steps"))
    assert panel.shown.go_on.text() == "Start"
    with qtbot.waitSignal(panel.chosen) as told:
        panel.shown.go_on.click()
    assert told.args == [Address("first-idea")]
    panel.keeper.mark_read("first-idea")
    assert panel.shown.go_on.text().startswith("Continue with “Alder City")
    assert panel.shown.count.text().startswith("1 of 3 read")
    panel.keeper.mark_read("alder-crisis")
    tool = panel.shown.rows[2].tick
    assert tool.text() == "Done"
    qtbot.mouseClick(tool, Qt.MouseButton.LeftButton, pos=tool.rect().center())
    assert panel.keeper.state.read == {"first-idea", "alder-crisis", "ready-check"}
    with qtbot.waitSignal(panel.chosen) as told:
        panel.shown.go_on.click()
    assert told.args == [Address("section:introduction")]


def test_a_finished_sheet_counts_as_done(qtbot, panel: IntroductionPanel) -> None:
    panel.open(Address("path:first-steps"))
    with qtbot.waitSignal(panel.keeper.changed):
        panel.keeper.add_sheet("ready-check", "Ours", {}, lambda sheet: None)
    assert not panel.shown.rows[2].tick.isChecked()
    panel.keeper.save_sheet(replace(panel.keeper.state.sheets[0], finished=True))
    assert panel.shown.rows[2].tick.isChecked()
    assert not panel.shown.rows[2].tick.isEnabled()


def test_tab_goes_from_the_way_on_through_the_cards_to_the_stops(panel: IntroductionPanel) -> None:
    panel.activateWindow()
    panel.main.go_on.setFocus()
    order = []
    for _ in range(4):
        panel.window().focusNextChild()
        order.append(QApplication.focusWidget())
    assert order == [*panel.cards.cards.values(), panel.main.rows[0].button, panel.main.rows[0].tick]


def test_long_times_are_told_in_hours(qtbot, panel: IntroductionPanel) -> None:
    walk = panel.main
    long = tuple(
        replace(station, stops=tuple(replace(stop, minutes=80) for stop in station.stops))
        for station in walk.path.stations
    )
    walk.show_path(replace(walk.path, stations=long))
    assert walk.count.text() == "0 of 4 read · about 5 hours to go"


def test_a_path_that_is_not_there_is_refused(panel: IntroductionPanel) -> None:
    with pytest.raises(EditionTrouble, match="no reading path “nowhere”"):
        panel.open(Address("path:nowhere"))
    assert panel.shown is panel.main


def test_paper_shows_the_path_that_is_on_the_screen(panel: IntroductionPanel) -> None:
    panel.keeper.mark_read("alder-crisis")
    printed = panel.print_html()
    assert "What the work is" in printed
    assert "First money" in printed
    panel.open(Address("path:first-steps"))
    printed = panel.print_html()
    assert "(Case, 1 min, read)<br/>It shows what one town did." in printed
    assert "First money" not in printed

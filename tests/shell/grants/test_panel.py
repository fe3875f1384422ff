"""The grants screen: filter, sort, open, compare; by mouse and by keyboard."""

import re
from dataclasses import replace

import pytest
from helpers.small import small_edition, surroundings
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication

from partnerships.library.model import Address
from partnerships.shell.grants.model import CHECK, PROGRAM
from partnerships.shell.grants.panel import GrantsPanel

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")
LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def panel(qtbot, tmp_path) -> GrantsPanel:
    widget = GrantsPanel(surroundings(qtbot, small_edition(tmp_path)))
    qtbot.addWidget(widget)
    widget.resize(1366, 700)
    widget.show()
    qtbot.waitExposed(widget)
    return widget


def shown(panel: GrantsPanel) -> list[str]:
    return [program.id for program in panel.model.rows]


def cell(panel: GrantsPanel, row: int, column: int) -> QPoint:
    return panel.page.table.visualRect(panel.model.index(row, column)).center()


def click(qtbot, panel: GrantsPanel, row: int, column: int) -> None:
    qtbot.mouseClick(panel.page.table.viewport(), LEFT, pos=cell(panel, row, column))


def choose(panel: GrantsPanel, *programs: str) -> None:
    for program in programs:
        panel.model.tick(shown(panel).index(program))


def test_the_notice_says_how_old_the_facts_are(panel: GrantsPanel) -> None:
    words = re.sub("<.*?>", "", panel.page.notice.text())
    assert words.startswith("Facts as of February 2024 to January 2026.")
    assert "change each year" in words


def test_a_tick_narrows_the_table_and_the_counts_and_is_announced(qtbot, panel: GrantsPanel) -> None:
    assert panel.page.count.text() == "4 programs"
    with qtbot.waitSignal(panel.announced) as told:
        qtbot.mouseClick(panel.facets.row("pays", "crisis-response"), LEFT)
    assert told.args == ["2 of 4 programs"]
    assert shown(panel) == ["crisis-teams", "formula-money"]
    assert panel.facets.row("who", "police").count == 1
    assert panel.facets.row("pays", "officers").count == 1
    assert panel.page.count.text() == "2 of 4 programs"


def test_a_month_and_a_size_narrow_too(panel: GrantsPanel) -> None:
    panel.facets.row("month", "5").click()
    assert shown(panel) == ["crisis-teams", "hire-officers"]
    panel.facets.row("size", "large").click()
    assert shown(panel) == ["hire-officers"]


def test_where_nothing_is_left_the_way_back_is_offered(qtbot, panel: GrantsPanel) -> None:
    assert not panel.page.clear.isVisible()
    panel.facets.row("status", "ended").click()
    panel.facets.row("pays", "officers").click()
    assert shown(panel) == []
    assert panel.page.empty.isVisible()
    assert not panel.page.table.isVisible()
    qtbot.mouseClick(panel.page.empty.button, LEFT)
    assert len(shown(panel)) == 4
    assert panel.page.table.isVisible()
    panel.facets.row("status", "ended").click()
    qtbot.mouseClick(panel.page.clear, LEFT)
    assert panel.facets.chosen() == ()


def test_a_head_sorts_and_turns_the_order_round(qtbot, panel: GrantsPanel) -> None:
    head = panel.page.table.horizontalHeader()
    place = QPoint(head.sectionViewportPosition(PROGRAM) + 20, head.height() // 2)
    qtbot.mouseClick(head.viewport(), LEFT, pos=place)
    assert shown(panel) == ["crisis-teams", "formula-money", "hire-officers", "small-grants"]
    assert panel.page.order.currentData() == "program"
    qtbot.mouseClick(head.viewport(), LEFT, pos=place)
    assert shown(panel)[0] == "small-grants"


def test_the_order_can_be_chosen_by_keyboard(qtbot, panel: GrantsPanel) -> None:
    order = panel.page.order
    order.setFocus()
    for _ in range(order.findData("-award")):
        qtbot.keyClick(order, Qt.Key.Key_Down)
    assert shown(panel)[0] == "hire-officers"
    assert shown(panel)[-1] == "formula-money"
    panel.facets.row("who", "police").click()
    assert shown(panel) == ["hire-officers", "crisis-teams", "small-grants"]


def test_a_click_opens_the_program(qtbot, panel: GrantsPanel) -> None:
    with qtbot.waitSignal(panel.chosen) as told:
        click(qtbot, panel, 1, PROGRAM)
    assert told.args == [Address("hire-officers")]


def test_the_keyboard_moves_ticks_and_opens(qtbot, panel: GrantsPanel) -> None:
    panel.activateWindow()
    table = panel.page.table
    table.setFocus()
    qtbot.waitUntil(table.hasFocus)
    qtbot.keyClick(table, Qt.Key.Key_Down)
    qtbot.keyClick(table, Qt.Key.Key_Space)
    assert panel.model.chosen == ("hire-officers",)
    with qtbot.waitSignal(panel.chosen) as told:
        qtbot.keyClick(table, Qt.Key.Key_Return)
    assert told.args == [Address("hire-officers")]
    qtbot.keyClick(table, Qt.Key.Key_End)
    qtbot.keyClick(table, Qt.Key.Key_Space)
    assert panel.model.chosen == ("hire-officers", "small-grants")


def test_the_row_with_the_keyboard_is_kept_in_sight(qtbot, panel: GrantsPanel) -> None:
    panel.activateWindow()
    panel.resize(1366, 420)
    table = panel.page.table
    table.setFocus()
    qtbot.waitUntil(table.hasFocus)
    qtbot.keyClick(table, Qt.Key.Key_End)

    def seen() -> bool:
        bottom = table.viewport().mapTo(panel, cell(panel, 3, PROGRAM)).y()
        return 0 < bottom < panel.height()

    qtbot.waitUntil(seen)


def test_two_ticks_bring_the_bar_and_clear_takes_it_away(qtbot, panel: GrantsPanel) -> None:
    bar = panel.page.bar
    assert not bar.isVisible()
    click(qtbot, panel, 0, CHECK)
    assert not bar.compare.isVisible()
    with qtbot.waitSignal(panel.announced) as told:
        click(qtbot, panel, 2, CHECK)
    assert told.args == ["2 programs chosen"]
    assert bar.isVisible()
    assert bar.compare.isVisible()
    qtbot.mouseClick(bar.clear, LEFT)
    assert panel.model.chosen == ()
    assert not bar.isVisible()


def test_what_is_ticked_stays_ticked_when_a_filter_hides_it(panel: GrantsPanel) -> None:
    choose(panel, "crisis-teams", "hire-officers")
    panel.facets.row("status", "ended").click()
    assert panel.page.bar.words.text() == "2 programs chosen"
    panel.compare()
    assert [program.id for program in panel.comparison.table.compared.programs] == ["crisis-teams", "hire-officers"]


def test_a_fifth_program_is_refused_in_words(qtbot, panel: GrantsPanel) -> None:
    extra = replace(panel.model.rows[0], id="fifth")
    panel.model.show((*panel.model.rows, extra))
    for row in range(4):
        panel.model.tick(row)
    with qtbot.waitSignal(panel.announced) as told:
        panel.model.tick(4)
    assert told.args == ["4 programs fit side by side. Untick one to choose another."]
    assert len(panel.model.chosen) == 4
    panel.model.tick(0)
    assert len(panel.model.chosen) == 3


def test_the_comparison_marks_what_differs_in_words_and_escape_leads_back(qtbot, panel: GrantsPanel) -> None:
    choose(panel, "crisis-teams", "small-grants")
    panel.activateWindow()
    qtbot.mouseClick(panel.page.bar.compare, LEFT)
    assert panel.is_comparing
    table = panel.comparison.table
    heads = [table.compared.headerData(row, Qt.Orientation.Vertical) for row in range(table.compared.rowCount())]
    assert "Match, = the same" in heads
    assert "Award, ≠ differs" in heads
    titles = [table.compared.headerData(column, Qt.Orientation.Horizontal) for column in range(2)]
    assert titles == ["Crisis team grants", "Small grants for new ideas"]
    qtbot.waitUntil(table.hasFocus)
    qtbot.keyClick(table, Qt.Key.Key_Escape)
    assert not panel.is_comparing
    assert QApplication.focusWidget() is panel.page.bar.compare


def test_the_comparison_can_be_cut_down_to_what_differs(panel: GrantsPanel) -> None:
    choose(panel, "crisis-teams", "small-grants")
    panel.compare()
    everything = panel.comparison.table.compared.rowCount()
    panel.comparison.only.click()
    compared = panel.comparison.table.compared
    assert 0 < compared.rowCount() < everything
    assert all(fact.differs for fact in compared.facts)


def test_a_compared_program_opens_by_its_title_and_by_enter(qtbot, panel: GrantsPanel) -> None:
    choose(panel, "crisis-teams", "small-grants")
    panel.compare()
    table = panel.comparison.table
    head = table.horizontalHeader()
    with qtbot.waitSignal(panel.chosen) as told:
        qtbot.mouseClick(head.viewport(), LEFT, pos=QPoint(head.sectionViewportPosition(1) + 20, 10))
    assert told.args == [Address("small-grants")]
    qtbot.keyClick(table, Qt.Key.Key_Home)
    with qtbot.waitSignal(panel.chosen) as told:
        qtbot.keyClick(table, Qt.Key.Key_Return)
    assert told.args == [Address("crisis-teams")]
    panel.open(Address("section:grants"))
    assert panel.is_comparing  # back from a program to where it was opened


def test_paper_has_the_table_or_the_comparison(panel: GrantsPanel) -> None:
    assert panel.can_print
    panel.facets.row("status", "running").click()
    page = panel.print_html()
    assert "Officer hiring program" in page
    assert "Crisis team grants" not in page
    assert "Facts as of" in page
    panel.facets.clear()
    choose(panel, "crisis-teams", "small-grants")
    panel.compare()
    page = panel.print_html()
    assert "<b>Award</b> ≠" in page
    assert "<b>Match</b></td>" in page


def test_the_pages_on_applying_are_listed_with_their_minutes(qtbot, panel: GrantsPanel) -> None:
    names = [row.accessibleName() for row in panel.page.links.rows]
    assert names == [
        "Registering before the deadline, 1 min",
        "Writing the application, 1 min",
        "Keeping the records, 1 min",
        "Foundations and sponsors, 1 min",
    ]
    with qtbot.waitSignal(panel.chosen) as told:
        qtbot.mouseClick(panel.page.links.rows[2], LEFT)
    assert told.args == [Address("keeping-records")]


def test_in_a_narrow_window_the_filter_takes_the_page_for_a_while(qtbot, panel: GrantsPanel) -> None:
    assert panel.side.isVisible()
    assert not panel.page.filter.isVisible()
    panel.resize(800, 600)
    assert not panel.side.isVisible()
    qtbot.mouseClick(panel.page.filter, LEFT)
    assert panel.side.isVisible()
    assert not panel.page.isVisible()
    panel.facets.row("who", "state").click()
    assert panel.side.done.text() == "Show 1 program"
    qtbot.mouseClick(panel.side.done, LEFT)
    assert panel.page.isVisible()
    assert panel.page.filter.text() == "Filter (1)"
    assert shown(panel) == ["formula-money"]


@pytest.mark.parametrize(("width", "text_size"), [(640, 100), (1024, 100), (1366, 200), (1024, 300), (1920, 100)])
def test_the_table_fits_the_window_at_any_text_size(qtbot, panel: GrantsPanel, width, text_size) -> None:
    panel.look.set_text_size(text_size)
    panel.resize(width, 700)
    table = panel.page.table
    qtbot.waitUntil(lambda: table.mapTo(panel, QPoint(table.width(), 0)).x() <= panel.width())
    columns = sum(table.columnWidth(column) for column in range(6) if not table.isColumnHidden(column))
    assert columns <= table.viewport().width()
    qtbot.waitUntil(lambda: table.rowViewportPosition(3) + table.rowHeight(3) <= table.viewport().height())
    assert table.is_stacked == (width / text_size < 7.6)


def test_every_cell_has_words_for_assistive_technology(panel: GrantsPanel) -> None:
    choose(panel, "crisis-teams")
    said = [panel.model.index(0, column).data(Qt.ItemDataRole.AccessibleTextRole) for column in range(6)]
    assert said[0] == "Choose Crisis team grants for comparison"
    assert said[1] == "Crisis team grants, COPS Office · 16.710, chosen for comparison"
    assert said[3] == "Up to $550,000 in 2025., No match"
    assert said[4] == "Apr–May"
    assert said[5] == "Uncertain"


def test_a_comparison_can_be_asked_for_by_name(panel: GrantsPanel) -> None:
    choose(panel, "crisis-teams")
    panel.compare(("hire-officers", "small-grants"))
    assert [program.id for program in panel.comparison.table.compared.programs] == ["hire-officers", "small-grants"]


def test_the_way_down_to_the_pages_on_applying_puts_the_keyboard_there(qtbot, panel: GrantsPanel) -> None:
    panel.activateWindow()
    panel.resize(1366, 420)
    qtbot.mouseClick(panel.page.to_links, LEFT)
    qtbot.waitUntil(panel.page.links.rows[0].hasFocus)
    place = panel.page.links.rows[0].mapTo(panel, QPoint(0, 0)).y()
    assert 0 <= place < panel.height()


def test_tab_leads_from_a_tick_to_the_bar(qtbot, panel: GrantsPanel) -> None:
    choose(panel, "crisis-teams", "small-grants")
    panel.activateWindow()
    table = panel.page.table
    table.setFocus()
    qtbot.waitUntil(table.hasFocus)
    qtbot.keyClick(table, Qt.Key.Key_Tab)
    assert panel.page.bar.clear.hasFocus()
    qtbot.keyClick(panel.page.bar.clear, Qt.Key.Key_Tab)
    assert panel.page.bar.compare.hasFocus()
    qtbot.keyClick(panel.page.bar.compare, Qt.Key.Key_Tab)
    assert panel.page.links.rows[0].hasFocus()

"""The library desk: tabs and addresses, guides, directory, order list, timeline and glossary."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QAbstractItemView, QLabel, QLineEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from partnerships.base.errors import EditionTrouble
from partnerships.library.model import Address
from partnerships.shell.desk.directory import DirectoryPanel
from partnerships.shell.desk.glossary import GlossaryPanel
from partnerships.shell.desk.guides import GuidesPanel
from partnerships.shell.desk.orders import OrdersPanel
from partnerships.shell.desk.overview import OverviewPanel
from partnerships.shell.desk.panel import DeskPanel
from partnerships.shell.desk.timeline_view import TimelinePanel
from partnerships.shell.panel import Panel
from partnerships.shell.parts.leaf import Leaf
from tests.helpers.small import surroundings

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")


@pytest.fixture
def desk(qtbot: QtBot, library) -> DeskPanel:
    """The desk in a wide window that goes where it is told to, as the real one does."""
    panel = DeskPanel(surroundings(qtbot, library))
    panel.chosen.connect(lambda address: panel.open(address) if ":" in address.id else None)
    qtbot.addWidget(panel)
    panel.resize(1366, 704)
    panel.open(Address("section:desk"))
    panel.show()
    qtbot.waitExposed(panel)
    return panel


@pytest.fixture
def gone(desk: DeskPanel) -> list[Address]:
    """Where the desk asked to go."""
    places: list[Address] = []
    desk.chosen.connect(places.append)
    return places


def shown(desk: DeskPanel) -> Panel:
    return desk._stack.currentWidget()


def directory(desk: DeskPanel) -> DirectoryPanel:
    desk.open(Address("desk:directory"))
    view = shown(desk)
    assert isinstance(view, DirectoryPanel)
    return view


def titles(view: DirectoryPanel) -> list[str]:
    return [entry.title for entry in view.list.rows.entries]


def click_row(qtbot: QtBot, view: QAbstractItemView, place: int, column: int = 0) -> None:
    index = view.model().index(place, column)
    view.scrollTo(index)
    qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=view.visualRect(index).topLeft() + QPoint(30, 12))


def follow(qtbot: QtBot, leaf: Leaf, words: str) -> None:
    """Open a link by keyboard."""
    leaf.setFocus()
    cursor = leaf.document().find(words)
    assert not cursor.isNull(), f"no “{words}” on the leaf"
    cursor.setPosition(cursor.selectionEnd(), QTextCursor.MoveMode.KeepAnchor)
    leaf.setTextCursor(cursor)
    qtbot.keyClick(leaf, Qt.Key.Key_Return)


# --- tabs and addresses ----------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("address", "kind", "tab"),
    [
        ("section:desk", OverviewPanel, "Overview"),
        ("desk:guides", GuidesPanel, "Guides"),
        ("guide:short-guide", GuidesPanel, "Guides"),
        ("desk:directory", DirectoryPanel, "Directory"),
        ("entry:catalog", DirectoryPanel, "Directory"),
        ("desk:orders", OrdersPanel, "Directory"),
        ("desk:timeline", TimelinePanel, "Timeline"),
        ("event:first-team", TimelinePanel, "Timeline"),
        ("desk:glossary", GlossaryPanel, "Glossary"),
        ("term:zone", GlossaryPanel, "Glossary"),
    ],
)
def test_every_address_opens_its_part(desk: DeskPanel, address: str, kind: type[Panel], tab: str) -> None:
    desk.open(Address(address))
    assert isinstance(shown(desk), kind)
    assert desk.tabs.tabText(desk.tabs.currentIndex()) == tab


@pytest.mark.parametrize("address", ["entry:nothing", "term:nothing", "event:nothing", "guide:nothing"])
def test_an_address_that_leads_nowhere_is_said(desk: DeskPanel, address: str) -> None:
    with pytest.raises(EditionTrouble, match="nothing"):
        desk.open(Address(address))


def test_a_tab_is_an_address_so_that_back_works(qtbot: QtBot, desk: DeskPanel, gone: list[Address]) -> None:
    qtbot.mouseClick(desk.tabs, Qt.MouseButton.LeftButton, pos=desk.tabs.tabRect(4).center())
    assert gone == [Address("desk:glossary")]
    desk.tabs.setFocus()
    qtbot.keyClick(desk.tabs, Qt.Key.Key_Left)
    assert gone[-1] == Address("desk:timeline")
    desk.open(Address("entry:catalog"))
    qtbot.mouseClick(desk.tabs, Qt.MouseButton.LeftButton, pos=desk.tabs.tabRect(2).center())
    assert gone[-1] == Address("desk:directory")


def test_the_overview_counts_and_leads_on(qtbot: QtBot, desk: DeskPanel, gone: list[Address]) -> None:
    view = shown(desk)
    assert [(card.title.text(), card.badge.text()) for card in view.cards] == [
        ("Guides", "1"),
        ("Directory", "4"),
        ("Timeline", "3"),
        ("Glossary", "3"),
    ]
    qtbot.mouseClick(view.cards[2], Qt.MouseButton.LeftButton)
    assert gone[-1] == Address("desk:timeline")
    about = next(held for held in view._lists if "edition" in held.accessibleName())
    click_row(qtbot, about, 0)
    assert gone[-1] == Address("about-this")
    qtbot.mouseClick(view.all_ways, Qt.MouseButton.LeftButton)
    assert titles(shown(desk)) == ["Ordering from the press"]


# --- guides ----------------------------------------------------------------------------------------


def test_a_guide_shows_its_chapters_in_order_and_ticks_what_was_read(
    qtbot: QtBot, desk: DeskPanel, gone: list[Address]
) -> None:
    desk.open(Address("guide:short-guide"))
    card = shown(desk).cards["short-guide"]
    assert [(card.chapters.row(place).title, card.chapters.row(place).done) for place in (0, 1)] == [
        ("Chapter one", False),
        ("Chapter two", False),
    ]
    desk.keeper.mark_read("chapter-two")
    assert [card.chapters.row(place).done for place in (0, 1)] == [False, True]
    click_row(qtbot, card.chapters, 1)
    assert gone == [Address("chapter-two")]
    qtbot.mouseClick(card.entry, Qt.MouseButton.LeftButton)
    assert gone[-1] == Address("entry:catalog")


def test_a_guide_says_what_it_is_with_its_sources(desk: DeskPanel) -> None:
    desk.open(Address("desk:guides"))
    card = shown(desk).cards["short-guide"]
    assert "A guide of two chapters.[1]" in card.leaf.toPlainText()
    assert card.leaf.place_of("source-s1") > 0
    assert "Ask the library.[1]" in card.way.toPlainText()


# --- directory -------------------------------------------------------------------------------------


def test_typing_narrows_and_the_count_is_announced(qtbot: QtBot, desk: DeskPanel) -> None:
    view = directory(desk)
    assert len(titles(view)) == 4
    with qtbot.waitSignal(desk.announced, check_params_cb=lambda words: words == "1 result"):
        qtbot.keyClicks(view.filter, "everything print")
    assert titles(view) == ["Catalog of Everything"]
    qtbot.keyClicks(view.filter, "zzz")
    assert titles(view) == []
    qtbot.mouseClick(view._empty.button, Qt.MouseButton.LeftButton)
    assert len(titles(view)) == 4
    assert view.filter.text() == ""


def test_numbers_are_found_too(qtbot: QtBot, desk: DeskPanel) -> None:
    view = directory(desk)
    qtbot.keyClicks(view.filter, "tp 100001")
    assert titles(view) == ["Catalog of Everything"]


def test_facets_add_up_in_a_group_and_narrow_across_groups(qtbot: QtBot, desk: DeskPanel) -> None:
    view = directory(desk)
    view.facets.row("kind", "publication").click()
    view.facets.row("kind", "organization").click()
    assert titles(view) == ["Catalog of Everything", "Friends of the Table"]
    assert view.facets.row("kind", "ordering").count == 1  # what it would add
    assert view.facets.row("status", "defunct").count == 0
    view.facets.row("status", "renamed").click()
    assert titles(view) == ["Friends of the Table"]
    view.clear.click()
    assert len(titles(view)) == 4


def test_the_order_of_the_rows_can_be_chosen(qtbot: QtBot, desk: DeskPanel) -> None:
    view = directory(desk)
    assert titles(view)[0] == "Catalog of Everything"
    view.sort.setCurrentIndex(view.sort.findData("status"))
    assert titles(view)[-1] == "Ordering from the press"
    assert titles(view)[-2] == "Friends of the Table"


def test_a_click_opens_an_entry_with_everything_known(qtbot: QtBot, desk: DeskPanel, gone: list[Address]) -> None:
    view = directory(desk)
    click_row(qtbot, view.list, 0)
    assert gone == [Address("entry:catalog")]
    text = view.spread.detail.leaf.toPlainText()
    for words in (
        "Catalog of Everything",
        "Test Press · 2001",
        "TP 100001",
        "How to order",
        "Write to the press.[1]",
        "As of May 2024: check before relying on it.",
        "Catalog for tests",
    ):
        assert words in text
    follow(qtbot, view.spread.detail.leaf, "What the work is")
    assert gone[-1] == Address("first-idea")


def test_web_addresses_are_asked_for_and_never_opened(qtbot: QtBot, desk: DeskPanel) -> None:
    desk.open(Address("entry:catalog"))
    view = shown(desk)
    with qtbot.waitSignal(desk.outward) as told:
        qtbot.mouseClick(view.web, Qt.MouseButton.LeftButton)
    assert told.args == ["https://example.org/catalog"]
    with qtbot.waitSignal(desk.outward) as told:
        follow(qtbot, view.spread.detail.leaf, "https://example.org/catalog")
    assert told.args == ["https://example.org/catalog"]


def test_arrow_keys_show_entries_and_a_link_returns_to_the_one_passed(
    qtbot: QtBot, desk: DeskPanel, gone: list[Address]
) -> None:
    desk.open(Address("entry:friends"))
    view = shown(desk)
    view.list.setFocus()
    qtbot.keyClick(view.list, Qt.Key.Key_Up)
    assert view.entry.id == "catalog"
    assert gone == []
    follow(qtbot, view.spread.detail.leaf, "What the work is")
    assert gone == [Address("entry:catalog"), Address("first-idea")]


def test_an_entry_from_elsewhere_is_shown_although_the_filter_hides_it(qtbot: QtBot, desk: DeskPanel) -> None:
    view = directory(desk)
    qtbot.keyClicks(view.filter, "friends")
    desk.open(Address("entry:catalog"))
    assert "Catalog of Everything" in titles(view)
    assert view.list.currentIndex().data() == "Catalog of Everything"


def test_help_lines_stand_with_the_month_in_which_they_were_confirmed(qtbot: QtBot, desk: DeskPanel) -> None:
    view = directory(desk)
    assert not view._note.isVisible()
    desk.open(Address("desk:directory", "help-line"))
    assert titles(view) == ["Test line"]
    assert view._note.isVisible()
    qtbot.mouseClick(view.all_lines, Qt.MouseButton.LeftButton)
    text = view.spread.detail.leaf.toPlainText()
    assert "Call 555-0199" in text
    assert "confirmed July 2025" in text
    desk.open(Address("entry:test-line"))
    assert "Confirmed July 2025" in view.spread.detail.leaf.toPlainText()


def test_in_a_narrow_window_the_entry_takes_the_place_of_the_list(qtbot: QtBot, desk: DeskPanel) -> None:
    desk.resize(700, 600)
    view = directory(desk)
    assert view.list.isVisible()
    assert not view.spread.detail.isVisible()
    click_row(qtbot, view.list, 0)
    assert not view.list.isVisible()
    assert view.spread.detail.isVisible()
    qtbot.mouseClick(view.spread.detail.back, Qt.MouseButton.LeftButton)
    assert view.list.isVisible()
    click_row(qtbot, view.list, 0)
    qtbot.keyClick(view.spread.detail.leaf, Qt.Key.Key_Escape)
    assert view.list.isVisible()


def test_in_a_narrow_window_filters_come_when_asked_for(qtbot: QtBot, desk: DeskPanel) -> None:
    view = directory(desk)
    assert view.side.isVisible()
    desk.resize(900, 600)
    assert not view.side.isVisible()
    qtbot.mouseClick(view.filters, Qt.MouseButton.LeftButton)
    assert view.side.isVisible()
    view.facets.row("kind", "publication").click()
    assert view.side.done.text() == "Show 1 result"
    qtbot.mouseClick(view.side.done, Qt.MouseButton.LeftButton)
    assert view.list.isVisible()
    assert view.filters.text() == "Filters (1)"


# --- the order list --------------------------------------------------------------------------------


def test_a_publication_is_put_on_the_order_list_and_taken_off(
    qtbot: QtBot, desk: DeskPanel, gone: list[Address]
) -> None:
    desk.open(Address("entry:friends"))
    view = shown(desk)
    assert not view.order.isVisible()
    desk.open(Address("entry:catalog"))
    assert desk.orders.text() == "Order list (0)"
    qtbot.mouseClick(view.order, Qt.MouseButton.LeftButton)
    assert desk.keeper.state.order_list == ("catalog",)
    assert desk.orders.text() == "Order list (1)"
    assert view.order.text() == "On the order list"
    qtbot.mouseClick(desk.orders, Qt.MouseButton.LeftButton)
    assert gone[-1] == Address("desk:orders")
    qtbot.mouseClick(shown(desk).removers[0], Qt.MouseButton.LeftButton)
    assert desk.keeper.state.order_list == ()
    assert view.order.text() == "Put on the order list"


def test_the_order_list_prints_as_a_letter(qtbot: QtBot, desk: DeskPanel) -> None:
    desk.keeper.order("catalog", True)
    desk.open(Address("desk:orders"))
    paper = desk.print_html()
    for words in ("Catalog of Everything", "TP 100001", "Test Press", "Write to the press.", "Agency or group"):
        assert words in paper
    assert "[1]" not in paper
    with qtbot.waitSignal(desk.print_wanted):
        qtbot.mouseClick(shown(desk).printer, Qt.MouseButton.LeftButton)


def test_an_empty_order_list_says_where_to_begin(qtbot: QtBot, desk: DeskPanel) -> None:
    desk.open(Address("desk:orders"))
    assert shown(desk)._empty.isVisible()
    qtbot.mouseClick(shown(desk)._empty.button, Qt.MouseButton.LeftButton)
    assert titles(shown(desk)) == ["Catalog of Everything"]


# --- timeline --------------------------------------------------------------------------------------


def test_an_event_is_chosen_in_the_drawing(qtbot: QtBot, desk: DeskPanel, gone: list[Address]) -> None:
    desk.open(Address("desk:timeline"))
    view = shown(desk)
    assert not view.spread.detail.isVisible()
    view.drawing.setFocus()
    qtbot.keyClick(view.drawing, Qt.Key.Key_Home)
    qtbot.keyClick(view.drawing, Qt.Key.Key_Return)
    assert gone == [Address("event:first-team")]
    text = view.spread.detail.leaf.toPlainText()
    assert "March 1988" in text
    assert "It was copied." in text
    assert "Dates for tests" in text
    qtbot.mouseClick(view.spread.detail.back, Qt.MouseButton.LeftButton)
    assert not view.spread.detail.isVisible()


def test_the_same_events_stand_in_a_list(qtbot: QtBot, desk: DeskPanel, gone: list[Address]) -> None:
    desk.open(Address("desk:timeline"))
    view = shown(desk)
    qtbot.mouseClick(view.as_list, Qt.MouseButton.LeftButton)
    assert view.table.isVisible()
    model = view.table.model()
    rows = [[model.index(row, column).data() for column in range(3)] for row in range(model.rowCount())]
    assert rows == [
        ["March 1988", "The first team begins.", "Mental health"],
        ["September 13, 1994", "A law pays for officers.", "Federal programs"],
        ["2001 – 2010", "The press prints its catalog.", "The disc"],
    ]
    click_row(qtbot, view.table, 1, 1)
    assert gone == [Address("event:law-passed")]
    qtbot.keyClick(view.table, Qt.Key.Key_Down)
    assert "The press prints its catalog." in view.spread.detail.leaf.toPlainText()


def test_lanes_are_switched_off_and_on(qtbot: QtBot, desk: DeskPanel) -> None:
    desk.open(Address("desk:timeline"))
    view = shown(desk)
    with qtbot.waitSignal(desk.announced) as told:
        qtbot.mouseClick(view.lanes["federal"], Qt.MouseButton.LeftButton)
    assert told.args == ["2 events"]
    assert [event.id for event in view.events] == ["first-team", "press-opens"]
    desk.open(Address("event:law-passed"))  # an event that is asked for is never hidden
    assert view.lanes["federal"].isChecked()
    for button in view.lanes.values():
        button.setChecked(False)
    qtbot.mouseClick(view._empty.button, Qt.MouseButton.LeftButton)
    assert len(view.events) == 3


# --- glossary --------------------------------------------------------------------------------------


def test_a_term_says_what_it_means_and_where_it_is_used(qtbot: QtBot, desk: DeskPanel, gone: list[Address]) -> None:
    desk.open(Address("desk:glossary", "handoff"))
    view = shown(desk)
    text = view.spread.detail.leaf.toPlainText()
    for words in ("Handoff", "Also: warm handoff", "Passing a person on", "Words for tests"):
        assert words in text
    click_row(qtbot, view.list, 1)
    assert gone[-1] == Address("desk:glossary", "analysis")
    assert "Asking why." in view.spread.detail.leaf.toPlainText()
    follow(qtbot, view.spread.detail.leaf, "Four steps to a solved problem")
    assert gone[-1] == Address("four-steps")


def test_typing_filters_the_terms_by_all_their_forms(qtbot: QtBot, desk: DeskPanel) -> None:
    desk.open(Address("desk:glossary"))
    view = shown(desk)
    with qtbot.waitSignal(desk.announced, check_params_cb=lambda words: words == "1 term"):
        qtbot.keyClicks(view.filter, "warm")
    assert [view.list.row(place).key for place in range(view.list.count())] == ["", "handoff"]
    assert [letter for letter, button in view.letters.buttons.items() if button.isEnabled()] == ["H"]
    qtbot.keyClicks(view.filter, "zzz")
    qtbot.mouseClick(view._empty.button, Qt.MouseButton.LeftButton)
    assert view.list.count() == 6


def test_a_letter_jumps_to_its_terms(qtbot: QtBot, desk: DeskPanel) -> None:
    desk.open(Address("desk:glossary"))
    view = shown(desk)
    view.letters.buttons["A"].setFocus()
    qtbot.keyClick(view.letters.buttons["A"], Qt.Key.Key_Right)
    assert view.letters.buttons["H"].hasFocus()
    qtbot.keyClick(view.letters.buttons["H"], Qt.Key.Key_Z)
    assert view.list.hasFocus()
    assert view.list.currentIndex().data() == "Zone"
    assert "A part of a town." in view.spread.detail.leaf.toPlainText()
    qtbot.keyClick(view.list, Qt.Key.Key_A)
    assert view.list.currentIndex().data() == "Analysis"


# --- paper and looks -------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("address", "words"),
    [
        ("section:desk", "By letter."),
        ("desk:guides", "A guide of two chapters."),
        ("guide:short-guide", "Chapter two"),
        ("desk:directory", "Friends of the Table"),
        ("entry:friends", "Formerly Friends of the Bench."),
        ("desk:timeline", "A law pays for officers."),
        ("event:first-team", "It was copied."),
        ("desk:glossary", "A part of a town."),
        ("term:zone", "A part of a town."),
    ],
)
def test_what_is_shown_can_be_printed(desk: DeskPanel, address: str, words: str) -> None:
    desk.open(Address(address))
    assert desk.can_print
    assert words in desk.print_html()


@pytest.mark.parametrize("theme", ["light", "dark", "high-contrast"])
@pytest.mark.parametrize("size", [100, 200])
def test_nothing_is_cut_off_at_the_side(qtbot: QtBot, desk: DeskPanel, theme: str, size: int) -> None:
    desk.keeper.order("catalog", True)
    desk.resize(1024, 636)
    desk.look.set_theme(theme)
    desk.look.set_text_size(size)
    for address in ("section:desk", "desk:guides", "entry:catalog", "desk:orders", "event:first-team", "term:zone"):
        desk.open(Address(address))
        assert desk.width() == 1024
        qtbot.waitUntil(lambda: _beyond(desk) == [])


def _beyond(desk: DeskPanel) -> list[QWidget]:
    """What reaches beyond the right edge of the panel."""
    seen = [held for kind in (QPushButton, QLineEdit, QLabel, Leaf) for held in desk.findChildren(kind)]
    assert seen
    return [
        widget
        for widget in seen
        if widget.isVisible() and widget.parent().objectName() != "qt_scrollarea_viewport"
        if widget.mapTo(desk, QPoint(widget.width(), 0)).x() > 1024
    ]


def test_every_control_has_a_name_and_a_place_in_the_tab_order(qtbot: QtBot, desk: DeskPanel) -> None:
    desk.keeper.order("catalog", True)
    for address in ("section:desk", "desk:guides", "entry:catalog", "desk:orders", "event:first-team", "term:zone"):
        desk.open(Address(address))
        reached: set[QWidget] = set()
        widget = desk.tabs
        while widget not in reached:
            reached.add(widget)
            widget = widget.nextInFocusChain()
        for control in (
            *desk.findChildren(QPushButton),
            *desk.findChildren(QAbstractItemView),
            *desk.findChildren(Leaf),
        ):
            if control.isVisible() and control.focusPolicy() & Qt.FocusPolicy.TabFocus:
                assert control in reached, (address, control)
                assert control.accessibleName() or getattr(control, "text", lambda: "")(), (address, control)

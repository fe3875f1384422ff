"""Marking words of a page and writing notes on them, by mouse and by keyboard; what is marked is kept."""

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible, QTextCharFormat, QTextCursor
from pytestqt.qtbot import QtBot

from partnerships.library.edition import Edition
from partnerships.library.model import Address
from partnerships.library.page import PageParts, article_html
from partnerships.notebook.anchoring.page_text import page_text
from partnerships.notebook.anchoring.selector import Selector
from partnerships.notebook.marks import new_name
from partnerships.notebook.model import COLORS, Highlight
from partnerships.shell.page_words import page_words
from partnerships.shell.parts.accessibility import text_interface
from partnerships.shell.reading.marking.page_places import PagePlaces
from partnerships.shell.reading.page_view import PageView
from partnerships.shell.reading.panel import ReadingPanel
from partnerships.shell.window import Window
from tests.helpers.driving import open_window
from tests.helpers.small import surroundings

CTRL, ALT, SHIFT = (
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.AltModifier,
    Qt.KeyboardModifier.ShiftModifier,
)
PAGE = "alder-crisis"


@pytest.fixture
def panel(qtbot: QtBot, library: Path) -> ReadingPanel:
    """The reading panel at 1366×768 with a case on it."""
    QAccessible.installFactory(text_interface)
    panel = ReadingPanel(surroundings(qtbot, library))
    qtbot.addWidget(panel)
    panel.resize(1366, 715)
    panel.show()
    qtbot.waitExposed(panel)
    panel.open(Address(PAGE))
    return panel


def place_of(page: PageView, words: str, end: bool = False) -> QPoint:
    """Where words begin or end in the page's viewport."""
    cursor = page.document().find(words)
    assert not cursor.isNull(), words
    cursor.setPosition(cursor.selectionEnd() if end else cursor.selectionStart())
    return page.cursorRect(cursor).center()


def drag_over(qtbot: QtBot, panel: ReadingPanel, words: str) -> None:
    """Select words with the mouse."""
    page = panel.page
    left, view = Qt.MouseButton.LeftButton, page.viewport()
    qtbot.mousePress(view, left, pos=place_of(page, words))
    qtbot.mouseMove(view, place_of(page, words, end=True))
    cursor = page.document().find(words)
    page.setTextCursor(cursor)  # the offscreen platform gives moves without buttons
    qtbot.mouseRelease(view, left, pos=place_of(page, words, end=True))


def select(panel: ReadingPanel, words: str) -> None:
    panel.page.setTextCursor(panel.page.document().find(words))


def marks(panel: ReadingPanel) -> tuple[Highlight, ...]:
    return panel.keeper.marks.on(PAGE)


def underlines(panel: ReadingPanel) -> dict[str, QTextCharFormat.UnderlineStyle]:
    """The words that are drawn as marked, each with the kind of its line."""
    return {
        drawn.cursor.selectedText(): drawn.format.underlineStyle()  # type: ignore[attr-defined]  # the stubs lack them
        for drawn in panel.page.extraSelections()
    }


def test_words_are_selected_with_the_mouse_and_highlighted_with_the_bar(qtbot: QtBot, panel: ReadingPanel) -> None:
    drag_over(qtbot, panel, "What was counted")
    bar = panel.marking.bar
    assert bar.isVisible()
    assert not bar.remove.isVisible()
    qtbot.mouseClick(bar.swatches["green"], Qt.MouseButton.LeftButton)
    (mark,) = marks(panel)
    assert (mark.color, mark.selector.exact) == ("green", "What was counted")
    assert mark.selector.suffix.startswith(" stands below.")
    assert mark.address.anchor == "what-changed"
    assert list(underlines(panel)) == ["What was counted"]
    assert not panel.page.textCursor().hasSelection()
    assert bar.remove.isVisible()  # the bar now speaks for the highlight


def test_each_marker_has_a_line_of_its_own_kind(panel: ReadingPanel) -> None:
    words = ("Calls that", "The problem", "What changed", "stands below")
    for color, some in zip(COLORS, words, strict=True):
        select(panel, some)
        panel.highlight(color)
    drawn = underlines(panel)
    assert set(drawn) == set(words)
    assert len(set(drawn.values())) == len(COLORS)


def test_a_click_on_a_highlight_shows_its_bar_which_recolors_and_removes(qtbot: QtBot, panel: ReadingPanel) -> None:
    select(panel, "What was counted")
    panel.highlight("yellow")
    panel.marking.bar.hide()
    qtbot.mouseClick(panel.page.viewport(), Qt.MouseButton.LeftButton, pos=place_of(panel.page, "What was counted"))
    bar = panel.marking.bar
    assert bar.isVisible()
    assert bar.swatches["yellow"].isChecked()
    qtbot.mouseClick(bar.swatches["blue"], Qt.MouseButton.LeftButton)
    assert [mark.color for mark in marks(panel)] == ["blue"]
    qtbot.mouseClick(bar.remove, Qt.MouseButton.LeftButton)
    assert marks(panel) == ()
    assert underlines(panel) == {}
    qtbot.mouseClick(panel.aside.marks.restore, Qt.MouseButton.LeftButton)
    assert [mark.color for mark in marks(panel)] == ["blue"]


def test_a_click_beside_highlights_hides_the_bar(qtbot: QtBot, panel: ReadingPanel) -> None:
    drag_over(qtbot, panel, "What was counted")
    qtbot.mouseClick(panel.page.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(5, 5))
    assert not panel.marking.bar.isVisible()


def test_all_of_it_by_keyboard_alone(qtbot: QtBot, library: Path) -> None:
    window = open_window(qtbot, library, None, tour_seen=True)
    window.go(Address(PAGE))
    panel = reading(window)
    qtbot.keyClick(window, Qt.Key.Key_F7)
    assert panel.page.has_caret
    panel.page.setTextCursor(QTextCursor(panel.page.document().find("What was").block()))
    for _ in range(3):
        qtbot.keyClick(panel.page, Qt.Key.Key_Right, CTRL | SHIFT)
    qtbot.keyClick(window, Qt.Key.Key_E, CTRL)
    assert [(mark.color, mark.selector.exact) for mark in marks(panel)] == [("yellow", "What was counted")]
    bar = panel.marking.bar
    assert bar.swatches["yellow"].hasFocus()
    qtbot.keyClick(bar.swatches["yellow"], Qt.Key.Key_Right)
    qtbot.keyClick(bar.swatches["green"], Qt.Key.Key_Space)
    assert [mark.color for mark in marks(panel)] == ["green"]
    qtbot.keyClick(bar.swatches["green"], Qt.Key.Key_Escape)
    assert panel.page.hasFocus()
    qtbot.keyClick(window, Qt.Key.Key_4, ALT)
    assert [mark.color for mark in marks(panel)] == ["rose"]
    qtbot.keyClick(window, Qt.Key.Key_M, CTRL)
    box = panel.aside.marks.editor.note.box
    assert box.hasFocus()
    qtbot.keyClicks(box, "Ask the academy.")
    qtbot.keyClick(box, Qt.Key.Key_Escape)
    assert panel.page.hasFocus()
    assert [mark.note for mark in marks(panel)] == ["Ask the academy."]
    qtbot.keyClick(panel.page, Qt.Key.Key_Delete)
    assert marks(panel) == ()
    qtbot.keyClick(panel.page, Qt.Key.Key_Z, CTRL)
    assert [mark.note for mark in marks(panel)] == ["Ask the academy."]


def reading(window: Window) -> ReadingPanel:
    panel = window.current
    assert isinstance(panel, ReadingPanel)
    return panel


def test_without_a_selection_it_says_how_to_select(qtbot: QtBot, panel: ReadingPanel) -> None:
    with qtbot.waitSignal(panel.announced) as said:
        panel.highlight()
    assert "F7" in said.args[0]
    assert marks(panel) == ()


def test_f8_walks_the_highlights_and_says_what_they_are(qtbot: QtBot, panel: ReadingPanel) -> None:
    for words in ("Calls that came back", "stands below"):
        select(panel, words)
        panel.highlight("blue")
        panel.marking.bar.hide()
    panel.marking._choose("")
    panel.page.moveCursor(QTextCursor.MoveOperation.Start)
    said: list[str] = []
    panel.announced.connect(said.append)
    for forward in (True, True, True, False):
        panel.next_highlight(forward)
    heard = [words.split(": ")[1] for words in said]
    assert heard == ["Calls that came back", "stands below", "Calls that came back", "stands below"]
    assert said[0].startswith("Blue highlight")


def test_what_is_typed_is_kept_within_a_second_also_while_typing_on(qtbot: QtBot, panel: ReadingPanel) -> None:
    select(panel, "What was counted")
    panel.write_note_here()
    box = panel.aside.marks.editor.note.box
    kept: list[str] = []
    panel.keeper.marks.changed.connect(lambda _: kept.append(marks(panel)[0].note))
    qtbot.keyClicks(box, "never put off by typing on", delay=50)
    assert any("never put" in note for note in kept)
    qtbot.waitUntil(lambda: marks(panel)[0].note == "never put off by typing on", timeout=1000)
    kept_note = panel.aside.note
    qtbot.keyClicks(kept_note.box, "On the page")
    qtbot.waitUntil(lambda: panel.keeper.note_on(PAGE) is not None, timeout=1000)


def test_a_note_on_a_heading_stands_at_the_side_and_is_taken_away_when_empty(qtbot: QtBot, panel: ReadingPanel) -> None:
    panel.marking._edit("#what-changed")
    side = panel.aside.marks
    qtbot.keyClicks(side.editor.note.box, "For the briefing")
    qtbot.mouseClick(side.editor.done, Qt.MouseButton.LeftButton)
    note = panel.keeper.note_on(PAGE, "what-changed")
    assert note is not None
    assert (note.text, note.heading) == ("For the briefing", "What changed")
    assert panel.keeper.note_on(PAGE) is None
    assert [(slip.title, slip.text) for slip in slips(panel)] == [("What changed", "For the briefing")]
    panel.marking._edit("#what-changed")
    side.editor.note.box.selectAll()
    qtbot.keyClick(side.editor.note.box, Qt.Key.Key_Delete)
    qtbot.mouseClick(side.editor.done, Qt.MouseButton.LeftButton)
    assert panel.keeper.note_on(PAGE, "what-changed") is None


def slips(panel: ReadingPanel) -> list:  # type: ignore[type-arg]  # of Slip
    return [panel.aside.marks.list.slip(place) for place in range(panel.aside.marks.list.count())]


def test_ctrl_m_above_the_first_heading_writes_on_the_page(qtbot: QtBot, panel: ReadingPanel) -> None:
    panel.resize(1366, 300)
    panel.page.verticalScrollBar().setValue(0)
    panel.write_note_here()
    assert panel.aside.note.box.hasFocus()


def test_a_note_unfolds_the_side_of_a_narrow_window(qtbot: QtBot, panel: ReadingPanel) -> None:
    panel.resize(760, 600)
    assert not panel.aside.isVisible()
    select(panel, "What was counted")
    panel.write_note_here()
    assert panel.aside.isVisible()
    assert panel.aside.marks.editor.note.box.hasFocus()


def test_particulars_of_a_person_are_warned_of_and_kept_all_the_same(qtbot: QtBot, panel: ReadingPanel) -> None:
    box = panel.aside.note
    qtbot.keyClicks(box.box, "Plan for May")
    assert not box.caution.isVisible()
    qtbot.keyClicks(box.box, ". DOB: 3/14/1988")
    assert box.caution.isVisible()
    assert "date of birth" in box.caution.text()
    box.save()
    assert panel.keeper.note_on(PAGE) is not None


def test_highlights_are_there_on_the_next_visit_and_in_another_look(qtbot: QtBot, panel: ReadingPanel) -> None:
    select(panel, "What was counted")
    panel.highlight("yellow")
    panel.open(Address("proof"))
    assert "What was counted" not in underlines(panel)
    panel.open(Address(PAGE))
    assert list(underlines(panel)) == ["What was counted"]
    panel.look.set_theme("dark")
    panel.look.set_text_size(200)
    assert list(underlines(panel)) == ["What was counted"]
    assert panel.page.extraSelections()[0].format.background().color() == panel.look.theme.color(
        "highlight-yellow"
    ) or (panel.marking.shown.current)  # type: ignore[attr-defined]


def older(words: str, prefix: str = "", suffix: str = "", start: int = 5, anchor: str = "") -> Highlight:
    """A highlight made in an older edition."""
    selector = Selector(words, prefix, suffix, start, start + len(words))
    when = "2024-11-01T10:00:00+00:00"
    return Highlight(new_name(), Address(PAGE, anchor), "Alder", "rose", selector, "Mine", "2024.11", when, when)


def test_marks_of_an_older_edition_are_found_or_listed_as_lost(qtbot: QtBot, panel: ReadingPanel) -> None:
    panel.open(Address("proof"))
    stands = panel.keeper.marks.keep(older("What was counted", "", " stands below."))
    gone = panel.keeper.marks.keep(older("Something that this edition no longer says at all"))
    panel.keeper.write_note(Address(PAGE, "old-part"), "Alder", "On a part that is gone", "Costs and savings")
    panel.keeper.write_note(Address(PAGE, "old-name"), "Alder", "Still here", "What changed")
    panel.open(Address(PAGE))
    by_id = {mark.id: mark for mark in marks(panel)}
    found, lost = by_id[stands.id], by_id[gone.id]
    edition = panel.edition.about.edition
    assert (found.lost, found.edition, found.address.anchor) == ("", edition, "what-changed")
    assert found.changed == stands.changed  # the person did nothing
    assert (lost.lost, lost.selector, lost.note) == (edition, gone.selector, "Mine")
    assert list(underlines(panel)) == ["What was counted"]
    titles = [slip.title for slip in slips(panel)]
    assert titles == [
        "What was counted",
        "What changed",
        "No longer on this page",
        "Something that this edition no longer says at all",
        "Costs and savings",
    ]
    moved = panel.keeper.note_on(PAGE, "what-changed")
    assert moved is not None
    assert moved.text == "Still here"


def test_assistive_technology_hears_of_a_highlight_and_its_note(panel: ReadingPanel) -> None:
    select(panel, "What was counted")
    panel.highlight("green")
    panel.keeper.marks.keep(replace(marks(panel)[0], note="Ask the academy"))
    page = QAccessible.queryAccessibleInterface(panel.page)
    children = [page.child(number) for number in range(page.childCount())]
    inside = [child.child(number) for child in children for number in range(child.childCount())]
    notes = [node.text(QAccessible.Text.Name) for node in inside if node.role() == QAccessible.Role.Note]
    assert notes == ["Green highlight, with a note: Ask the academy: What was counted"]
    model = panel.aside.marks.list.model()
    spoken = model.data(model.index(0, 0), Qt.ItemDataRole.AccessibleTextRole)
    assert spoken == "Green highlight. What was counted. Ask the academy"


def test_the_menu_over_words_offers_the_markers(panel: ReadingPanel) -> None:
    menu = panel.page.createStandardContextMenu()
    select(panel, "What was counted")
    panel.page.menu_opening.emit(menu, 0)
    words = [action.text() for action in menu.actions() if action.text()]
    assert [text for text in words if text.startswith("Highlight")] == [
        "Highlight: Yellow",
        "Highlight: Green",
        "Highlight: Blue",
        "Highlight: Rose",
    ]
    next(action for action in menu.actions() if action.text() == "Highlight: Blue").trigger()
    assert [mark.color for mark in marks(panel)] == ["blue"]
    menu.deleteLater()


def test_a_highlight_may_reach_over_paragraphs_and_beyond_the_plane(panel: ReadingPanel) -> None:
    panel.page.setHtml("<p>First 😀 line</p><p>second&nbsp; <b>line</b></p><table><tr><td>cell</td></tr></table>")
    places = PagePlaces.of(panel.page.document())
    assert places.text == "First 😀 line\nsecond line\ncell"
    for words in ("😀 line\nsecond", "line\ncell", "First 😀"):
        start = places.text.index(words)
        begin, end = places.in_document(start, start + len(words))
        assert places.in_text(begin, end) == (start, start + len(words))
    assert places.in_document(3, 3) == places.in_document(0, 999) == (0, 0)


def test_the_text_of_every_page_is_the_same_with_and_without_a_window(
    panel: ReadingPanel, bundled_library: Path
) -> None:
    with Edition(bundled_library) as edition:
        parts = PageParts(edition.about, edition.help_lines())
        for article in edition.whole_articles():
            html = article_html(article, parts, page_words())
            panel.page.show_page(html)
            assert PagePlaces.of(panel.page.document()).text == page_text(html), article.id

"""Reading a page: links, citations, terms, find, marks, quoting, place."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QAccessible, QGuiApplication, QTextCursor, QTextDocument
from pytestqt.qtbot import QtBot

from partnerships.library.model import Address
from partnerships.shell.parts.accessibility import text_interface
from partnerships.shell.reading.panel import ReadingPanel
from tests.helpers.small import surroundings


@pytest.fixture
def panel(qtbot: QtBot, library: Path) -> ReadingPanel:
    """The reading panel at 1366×768 with a case on it."""
    QAccessible.installFactory(text_interface)
    panel = ReadingPanel(surroundings(qtbot, library))
    qtbot.addWidget(panel)
    panel.resize(1366, 715)
    panel.show()
    qtbot.waitExposed(panel)
    panel.open(Address("alder-crisis"))
    return panel


def test_a_link_leads_to_its_page(qtbot: QtBot, panel: ReadingPanel) -> None:
    with qtbot.waitSignal(panel.chosen) as chosen:
        panel.page.anchorClicked.emit(QUrl("proof#top"))
    assert chosen.args == [Address("proof", "top")]


def test_a_link_outward_is_only_asked_for(qtbot: QtBot, panel: ReadingPanel) -> None:
    with qtbot.waitSignal(panel.outward) as asked:
        panel.page.anchorClicked.emit(QUrl("https://example.org/x"))
    assert asked.args == ["https://example.org/x"]


def test_a_citation_shows_its_source_in_place(panel: ReadingPanel) -> None:
    panel.page.anchorClicked.emit(QUrl("cite:s1"))
    card = panel._popover
    assert card.isVisible()
    assert "A study for tests" in card.accessibleDescription()


def test_escape_closes_the_source_and_goes_back_to_the_page(qtbot: QtBot, panel: ReadingPanel) -> None:
    panel.page.anchorClicked.emit(QUrl("cite:s1"))
    qtbot.keyClick(panel._popover, Qt.Key.Key_Escape)
    assert not panel._popover.isVisible()


def test_a_term_shows_its_meaning_when_it_is_pointed_at(panel: ReadingPanel) -> None:
    name, term = next(iter(panel.edition.terms.items()))
    panel.page.highlighted.emit(QUrl(f"term:{name}"))
    assert panel._popover.isVisible()
    assert panel._popover.accessibleName() == term.term


def test_find_in_page_counts_and_steps(qtbot: QtBot, panel: ReadingPanel) -> None:
    panel.find_in_page()
    qtbot.keyClicks(panel._find.box, "counted")
    words = panel._find._count.text()
    assert words.endswith("matches")
    qtbot.keyClick(panel._find.box, Qt.Key.Key_Return)
    assert panel._find._count.text().startswith("1 of ")
    panel._find.box.setText("zzzz")
    assert panel._find._count.text() == "Not on this page"


def test_f3_walks_the_words_that_were_searched(panel: ReadingPanel) -> None:
    panel.open(Address("alder-crisis"), ("counted",))
    first = panel.page.textCursor().position()
    panel.next_mark()
    assert panel.page.textCursor().position() != first


def test_a_quotation_carries_page_paragraph_edition_and_source(panel: ReadingPanel) -> None:
    block = panel.page.document().begin()
    while "What was counted stands below" not in block.text():
        block = block.next()
    cursor = QTextCursor(block)
    cursor.select(QTextCursor.SelectionType.BlockUnderCursor)
    panel.page.setTextCursor(cursor)
    panel.copy_with_citation()
    text = QGuiApplication.clipboard().text()
    assert "What was counted stands below" in text
    assert "Alder City: a clinician in the car" in text
    assert "paragraph 2" in text
    assert f"edition {panel.edition.about.edition}" in text
    assert "A study for tests" in text


def test_where_one_was_is_kept_and_found_again(qtbot: QtBot, panel: ReadingPanel) -> None:
    panel.resize(1000, 300)
    bar = panel.page.verticalScrollBar()
    qtbot.waitUntil(lambda: bar.maximum() > 0)
    bar.setValue(bar.maximum() // 2)
    panel.keep_place()
    place = panel.keeper.place_of("alder-crisis")
    assert place is not None
    assert 0.3 < place.share < 0.7
    panel.open(Address("proof"))
    panel.open(Address("alder-crisis"))
    assert abs(panel.page.share() - place.share) < 0.1


def test_a_page_read_to_its_end_counts_as_read(qtbot: QtBot, panel: ReadingPanel) -> None:
    panel.page.verticalScrollBar().setValue(panel.page.verticalScrollBar().maximum())
    panel.keep_place()
    assert "alder-crisis" in panel.keeper.state.read


def test_a_note_is_kept_when_leaving_the_page(qtbot: QtBot, panel: ReadingPanel) -> None:
    panel.write_note()
    qtbot.keyClicks(panel.aside.note.box, "Ask the chief.")
    panel.open(Address("proof"))
    note = panel.keeper.note_on("alder-crisis")
    assert note is not None
    assert note.text == "Ask the chief."


@pytest.mark.parametrize(
    "name", ["file:///etc/passwd", "https://example.org/x.png", "../library.sqlite3", "/etc/hosts"]
)
def test_nothing_but_own_pictures_is_ever_loaded(panel: ReadingPanel, name: str) -> None:
    kind = QTextDocument.ResourceType.ImageResource.value
    loaded = panel.page.loadResource(kind, QUrl(name))
    assert loaded.isNull()  # type: ignore[attr-defined]  # a QImage
    style = panel.page.loadResource(QTextDocument.ResourceType.StyleSheetResource.value, QUrl(name))
    assert len(style) == 0  # type: ignore[arg-type]  # a QByteArray


def test_assistive_technology_sees_headings_links_and_tables(panel: ReadingPanel) -> None:
    page = QAccessible.queryAccessibleInterface(panel.page)
    children = [page.child(number) for number in range(page.childCount())]
    headings = [child.text(QAccessible.Text.Name) for child in children if child.role() == QAccessible.Role.Heading]
    assert headings[:3] == ["Alder City: a clinician in the car", "The problem", "What changed"]
    tables = [child for child in children if child.role() == QAccessible.Role.Table]
    assert tables
    rows = [tables[-1].child(number) for number in range(tables[-1].childCount())]
    assert "Jail bookings" in rows[1].child(0).text(QAccessible.Text.Name)
    links = [child.child(number) for child in children for number in range(child.childCount())]
    assert any(link.role() == QAccessible.Role.Link for link in links)


def test_both_sides_fold_and_the_fold_is_remembered(panel: ReadingPanel) -> None:
    assert panel._left.isVisible()
    panel._fold("contents")
    assert not panel._left.isVisible()
    assert panel.look.settings.contents_folded
    panel._fold("contents")
    assert panel._left.isVisible()


def test_a_narrow_window_leaves_the_page_its_room(qtbot: QtBot, panel: ReadingPanel) -> None:
    panel.resize(700, 600)
    assert not panel._left.isVisible()
    qtbot.waitUntil(lambda: panel.page.width() >= 500)


def test_a_page_keeps_its_words_at_the_top_when_its_width_changes(qtbot: QtBot, panel: ReadingPanel) -> None:
    panel.resize(900, 300)
    panel.open(Address("alder-crisis", "what-changed"))
    qtbot.waitUntil(lambda: panel.page.current_heading() == "what-changed")
    before = panel.page.verticalScrollBar().value()
    panel.resize(520, 300)
    panel.resize(560, 300)
    qtbot.waitUntil(lambda: panel.page._held is None)
    assert panel.page.verticalScrollBar().value() != before
    assert panel.page.current_heading() == "what-changed"


def test_pictures_are_drawn_anew_for_another_width(qtbot: QtBot, panel: ReadingPanel) -> None:
    def widths() -> set[int]:
        view = panel.page
        return {
            view.document().resource(QTextDocument.ResourceType.ImageResource.value, QUrl(name)).width()
            for name in view._pictures
        }

    panel.open(Address("alder-crisis"))
    before = widths()
    assert before
    panel.resize(520, 480)
    qtbot.waitUntil(lambda: widths() != before)

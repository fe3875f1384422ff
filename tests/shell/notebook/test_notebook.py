"""The notebook's screen shows what was kept, finds it, writes it out, and lets go of it again."""

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from partnerships.library.model import Address
from partnerships.notebook.anchoring.selector import Selector
from partnerships.notebook.marks import new_name
from partnerships.notebook.model import Highlight, Known
from partnerships.shell.notebook.panel import NotebookPanel
from partnerships.shell.reading.panel import ReadingPanel
from tests.helpers.driving import open_window
from tests.helpers.small import surroundings

WHEN = "2026-11-01T10:00:00+00:00"


def highlight(words: str, page: str = "alder-crisis", **other: str) -> Highlight:
    selector = Selector(words, "", "", 5, 5 + len(words))
    mark = Highlight(new_name(), Address(page), "Alder City", "yellow", selector, "", "2026.11", WHEN, WHEN)
    return replace(mark, **other)  # type: ignore[arg-type]  # names and types as in Highlight


@pytest.fixture
def panel(qtbot: QtBot, library: Path) -> NotebookPanel:
    """An empty notebook on screen."""
    panel = NotebookPanel(surroundings(qtbot, library))
    qtbot.addWidget(panel)
    panel.resize(1366, 715)
    panel.show()
    panel.open(Address("notebook"))
    return panel


@pytest.fixture
def filled(qtbot: QtBot, panel: NotebookPanel) -> NotebookPanel:
    """One with something of each kind, the newest first: sheet, partnership, highlights, note, bookmark."""
    keeper = panel.keeper
    keeper.bookmark(Address("proof"), "What the proof says", True)
    keeper.write_note(Address("alder-crisis"), "Alder City", "Ask the <chief> about training")
    keeper.marks.keep(highlight("forty hours of training", note="Ours are 24"))
    keeper.marks.keep(highlight("crisis calls", color="green"))
    keeper.add_partnership(Known("Riverside"), lambda _: None)
    keeper.add_sheet("meeting-sheet", "May meeting", {"date": "2027-05-03"}, lambda _: None)
    shows(qtbot, panel, 6)
    return panel


def shows(qtbot: QtBot, panel: NotebookPanel, number: int) -> None:
    """Wait until the list has so many slips and nothing is being saved."""
    qtbot.waitUntil(lambda: panel.keeper.unsaved == 0 and panel.rows.count() == number)


def titles(panel: NotebookPanel) -> list[str]:
    return [panel.rows.slip(place).title for place in range(panel.rows.count())]


def choose(panel: NotebookPanel, title: str) -> None:
    keys = {panel.rows.slip(place).title: place for place in range(panel.rows.count())}
    panel.rows.setCurrentIndex(panel.rows.model().index(keys[title], 0))


def test_an_empty_notebook_says_what_to_do(qtbot: QtBot, panel: NotebookPanel) -> None:
    qtbot.waitUntil(panel.empty.isVisible)
    assert "Ctrl+D" in panel.empty.sentence.text()
    assert not panel.detail.isVisible()


def test_everything_is_listed_the_newest_first_with_counts(filled: NotebookPanel) -> None:
    assert set(titles(filled)) == {
        "May meeting",
        "Riverside",
        "crisis calls",
        "forty hours of training",
        "Alder City",
        "What the proof says",
    }
    rows = {filled.parts_list.row(place).title: filled.parts_list.row(place).line for place in range(9)}
    assert rows["Everything"] == "6 items"
    assert (rows["Highlights"], rows["Notes"], rows["Bookmarks"]) == ("2 items", "2 items", "1 item")
    assert "No longer found" not in rows


def test_a_search_goes_through_all_of_it_as_one_types(qtbot: QtBot, filled: NotebookPanel) -> None:
    with qtbot.waitSignal(filled.announced) as said:
        qtbot.keyClicks(filled.search, "train")
        shows(qtbot, filled, 2)
    assert titles(filled) == ["forty hours of training", "Alder City"]
    assert "found" in said.args[0]
    filled.search.clear()
    qtbot.keyClicks(filled.search, "zzz")
    qtbot.waitUntil(filled.empty.isVisible)
    assert "these words" in filled.empty.sentence.text()
    filled.search.clear()
    shows(qtbot, filled, 6)


def test_highlights_are_narrowed_to_a_color(qtbot: QtBot, filled: NotebookPanel) -> None:
    filled.parts_list.chosen.emit("highlights")
    shows(qtbot, filled, 2)
    qtbot.mouseClick(filled.colors.chips["green"], Qt.MouseButton.LeftButton)
    shows(qtbot, filled, 1)
    assert titles(filled) == ["crisis calls"]
    qtbot.mouseClick(filled.colors.chips[""], Qt.MouseButton.LeftButton)
    shows(qtbot, filled, 2)


def test_notes_are_those_on_pages_headings_and_highlights(qtbot: QtBot, filled: NotebookPanel) -> None:
    filled.keeper.write_note(Address("alder-crisis", "what-changed"), "Alder City", "On a part", "What changed")
    filled.parts_list.chosen.emit("notes")
    shows(qtbot, filled, 3)
    choose(filled, "forty hours of training")
    assert filled.detail.quote.text() == "“forty hours of training”"
    assert filled.detail.text.text() == "Ours are 24"


def test_the_chosen_entry_is_shown_in_full_and_copied(qtbot: QtBot, filled: NotebookPanel) -> None:
    choose(filled, "forty hours of training")
    assert filled.detail.isVisible()
    with qtbot.waitSignal(filled.announced):
        qtbot.mouseClick(filled.detail.copy, Qt.MouseButton.LeftButton)
    assert QGuiApplication.clipboard().text() == "“forty hours of training”\nOurs are 24\n– Alder City"


def test_enter_opens_where_an_entry_leads(qtbot: QtBot, filled: NotebookPanel) -> None:
    for title, target in (
        ("What the proof says", Address("proof")),
        ("Alder City", Address("alder-crisis")),
        ("May meeting", Address("meeting-sheet", "sheet-1")),
    ):
        choose(filled, title)
        with qtbot.waitSignal(filled.chosen) as chosen:
            qtbot.keyClick(filled.rows, Qt.Key.Key_Return)
        assert chosen.args == [target]
    choose(filled, "crisis calls")
    with qtbot.waitSignal(filled.chosen) as chosen:
        qtbot.mouseClick(filled.detail.open, Qt.MouseButton.LeftButton)
    assert chosen.args[0].anchor.startswith("mark-")


def test_a_click_chooses_and_does_not_open(qtbot: QtBot, filled: NotebookPanel) -> None:
    place = filled.rows.visualRect(filled.rows.model().index(3, 0)).center()
    with qtbot.assertNotEmitted(filled.chosen):
        qtbot.mouseClick(filled.rows.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert filled.rows.currentIndex().row() == 3


@pytest.mark.parametrize(
    "title", ["What the proof says", "Alder City", "forty hours of training", "crisis calls", "May meeting"]
)
def test_delete_removes_and_ctrl_z_brings_back(qtbot: QtBot, filled: NotebookPanel, title: str) -> None:
    choose(filled, title)
    qtbot.keyClick(filled.rows, Qt.Key.Key_Delete)
    shows(qtbot, filled, 5)
    assert title not in titles(filled)
    qtbot.waitUntil(filled.restore.isVisible)
    qtbot.keyClick(filled.rows, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    shows(qtbot, filled, 6)
    assert title in titles(filled)
    assert not filled.restore.isVisible()


def test_a_long_list_shows_the_first_and_more_when_asked(qtbot: QtBot, panel: NotebookPanel) -> None:
    def fill(notebook: object) -> None:
        for number in range(130):
            notebook.write_note(Address("page", f"h{number}"), f"Page {number}", "words", "Heading")  # type: ignore[attr-defined]

    panel.keeper.ask(fill, lambda _: None)
    panel.open(Address("notebook"))
    shows(qtbot, panel, 101)
    assert titles(panel)[-1] == "Show 30 more"
    choose(panel, "Show 30 more")
    qtbot.keyClick(panel.rows, Qt.Key.Key_Return)
    shows(qtbot, panel, 130)


def test_what_no_longer_stands_is_listed_with_what_it_said(qtbot: QtBot, panel: NotebookPanel) -> None:
    panel.keeper.marks.keep(highlight("words of an older edition, gone since then", edition="2024.11", note="Mine"))
    panel.keeper.marks.keep(highlight("a page that is gone", page="no-such-page", edition="2024.11"))
    qtbot.waitUntil(lambda: panel.keeper.unsaved == 0)
    again = NotebookPanel(surroundings_of(panel))
    qtbot.addWidget(again)
    again.resize(1366, 715)
    again.show()
    again.open(Address("notebook"))
    qtbot.waitUntil(lambda: again._counts.get("lost") == 2)
    again.parts_list.chosen.emit("lost")
    shows(qtbot, again, 2)
    choose(again, "words of an older edition, gone since then")
    assert "no longer stand" in again.detail._lost.text()
    assert again.detail.text.text() == "Mine"


def surroundings_of(panel: NotebookPanel):  # type: ignore[no-untyped-def]  # Surroundings
    from partnerships.shell.panel import Surroundings

    return Surroundings(panel.edition, panel.keeper, panel.look)


def test_a_highlight_opens_on_its_page_where_it_stands(qtbot: QtBot, library: Path) -> None:
    window = open_window(qtbot, library, None, tour_seen=True)
    window.go(Address("alder-crisis"))
    reading = window.current
    assert isinstance(reading, ReadingPanel)
    reading.page.setTextCursor(reading.page.document().find("What was counted"))
    reading.highlight("rose")
    reading.marking._choose("")
    window.go(Address("notebook"))
    notebook = window.current
    assert isinstance(notebook, NotebookPanel)
    qtbot.waitUntil(lambda: notebook.rows.count() == 1)
    qtbot.keyClick(notebook.rows, Qt.Key.Key_Return)
    assert window.current is reading
    assert reading.marking.shown.current
    assert reading.marking.bar.isVisible()


# --- writing out -------------------------------------------------------------------------------------


@pytest.mark.parametrize(("ending", "sign"), [(".md", "> forty hours of training"), (".html", "<blockquote")])
def test_what_is_listed_is_written_out(
    qtbot: QtBot, filled: NotebookPanel, tmp_path: Path, ending: str, sign: str
) -> None:
    file = tmp_path / f"Notes é{ending}"
    with qtbot.waitSignal(filled.writing.announced) as said:
        filled.writing.write(file)
    text = file.read_text(encoding="utf-8")
    assert sign in text
    assert "Ours are 24" in text
    assert file.name in said.args[0]
    filled.parts_list.chosen.emit("highlights")
    qtbot.mouseClick(filled.colors.chips["green"], Qt.MouseButton.LeftButton)
    shows(qtbot, filled, 1)
    with qtbot.waitSignal(filled.writing.announced):
        filled.writing.write(file)
    text = file.read_text(encoding="utf-8")
    assert "crisis calls" in text
    assert "Ours are 24" not in text


def test_a_file_that_cannot_be_written_is_said(qtbot: QtBot, filled: NotebookPanel, tmp_path: Path) -> None:
    blocked = tmp_path / "file"
    blocked.write_text("", encoding="utf-8")
    with qtbot.waitSignal(filled.writing.announced) as said:
        filled.writing.write(blocked / "notes.md")
    assert "could not be written" in said.args[0]


def test_print_gives_what_is_shown(qtbot: QtBot, filled: NotebookPanel) -> None:
    filled.parts_list.chosen.emit("notes")
    shows(qtbot, filled, 2)
    printed = filled.print_html()
    assert "Ask the &lt;chief&gt; about training" in printed
    assert "“forty hours of training”" in printed


# --- what the window remembers -----------------------------------------------------------------------


def test_a_message_to_the_makers_is_kept_and_saved_as_a_file(
    qtbot: QtBot, panel: NotebookPanel, tmp_path: Path
) -> None:
    panel.open(Address("feedback", "proof"))
    assert not panel.feedback.keep.isEnabled()
    qtbot.keyClicks(panel.feedback.text, "A date is wrong.")
    with qtbot.waitSignal(panel.feedback.kept):
        qtbot.mouseClick(panel.feedback.keep, Qt.MouseButton.LeftButton)
    assert panel.keeper.state.feedback[0].text == "A date is wrong."
    panel.feedback.write_file(tmp_path / "messages é.txt")
    assert "A date is wrong." in (tmp_path / "messages é.txt").read_text(encoding="utf-8")


def test_a_message_that_cannot_be_saved_is_said(panel: NotebookPanel, tmp_path: Path) -> None:
    blocked = tmp_path / "file"
    blocked.write_text("", encoding="utf-8")
    panel.feedback.write_file(blocked / "messages.txt")
    assert "could not be written" in panel.feedback._said.text()


def test_a_recent_search_is_done_again(qtbot: QtBot, panel: NotebookPanel) -> None:
    panel.keeper.keep_search("grant small town")
    panel.parts_list.chosen.emit("searches")
    with qtbot.waitSignal(panel.search_wanted) as wanted:
        panel.rows.chosen.emit("grant small town")
    assert wanted.args == ["grant small town"]


def test_pages_that_were_read_are_listed_narrowed_and_let_go(qtbot: QtBot, panel: NotebookPanel) -> None:
    for number in range(8):
        panel.keeper.keep_place(Address(f"page-{number}"), f"Page number {number}", 0.5)
    panel.open(Address("history"))
    assert panel.rows.count() == 8
    qtbot.keyClicks(panel.search, "number 3")
    assert titles(panel) == ["Page number 3"]
    panel.rows.setFocus()
    qtbot.keyClick(panel.rows, Qt.Key.Key_Delete)
    assert len(panel.keeper.state.places) == 7

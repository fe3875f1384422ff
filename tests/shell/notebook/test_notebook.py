"""The notebook's screen shows what was kept, and lets go of it again."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from partnerships.library.model import Address
from partnerships.shell.notebook.panel import NotebookPanel
from tests.helpers.small import surroundings


@pytest.fixture
def panel(qtbot: QtBot, library: Path) -> NotebookPanel:
    """An empty notebook on screen."""
    panel = NotebookPanel(surroundings(qtbot, library))
    qtbot.addWidget(panel)
    panel.resize(1366, 715)
    panel.show()
    panel.open(Address("notebook"))
    return panel


def test_an_empty_notebook_says_what_to_do(panel: NotebookPanel) -> None:
    assert panel.empty.isVisible()
    assert "Ctrl+D" in panel.empty.sentence.text()


def test_a_bookmark_appears_and_opens_its_page(qtbot: QtBot, panel: NotebookPanel) -> None:
    panel.keeper.bookmark(Address("proof"), "What the proof says", True)
    assert panel.rows.row(0).title == "What the proof says"
    with qtbot.waitSignal(panel.chosen) as chosen:
        panel.rows.activated.emit(panel.rows.currentIndex())
    assert chosen.args == [Address("proof")]


def test_delete_removes_the_chosen_row(qtbot: QtBot, panel: NotebookPanel) -> None:
    panel.keeper.bookmark(Address("proof"), "Proof", True)
    panel.keeper.bookmark(Address("writing"), "Writing", True)
    panel.rows.setFocus()
    qtbot.keyClick(panel.rows, Qt.Key.Key_Delete)
    assert [mark.title for mark in panel.keeper.state.bookmarks] == ["Proof"]


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


def test_a_long_list_is_narrowed_as_one_types(qtbot: QtBot, panel: NotebookPanel) -> None:
    for number in range(8):
        panel.keeper.bookmark(Address(f"page-{number}"), f"Page number {number}", True)
    qtbot.keyClicks(panel.filter, "number 3")
    assert panel.rows.count() == 1


def test_print_gives_the_part_that_is_shown(panel: NotebookPanel) -> None:
    panel.keeper.write_note(Address("proof"), "Proof", "Ask <the> chief")
    panel.parts_list.chosen.emit("notes")
    assert "Ask &lt;the&gt; chief" in panel.print_html()

"""Sheets as files: written in the background, whole or not at all, and it is said which format serves whom."""

import csv
from pathlib import Path

import docx
import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QLabel, QPushButton
from pytestqt.qtbot import QtBot

from partnerships.library.model import Address
from partnerships.shell.toolkit.out import file_name
from partnerships.shell.toolkit.panel import ToolkitPanel


@pytest.fixture
def filled(qtbot: QtBot, panel: ToolkitPanel) -> ToolkitPanel:
    """A meeting sheet with an aim and a table."""
    panel.open(Address("meeting-sheet"))
    panel.work.fill({"aim": "Who calls back", "names": (("Ann", "4", "for_"),)})
    panel.work.rename("Kickoff")
    return panel


def save_as(monkeypatch: pytest.MonkeyPatch, file: Path) -> None:
    """The person chooses this file in the dialog."""
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(file), ""))


def test_a_word_document_is_saved_where_a_person_says(
    qtbot: QtBot, filled: ToolkitPanel, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    save_as(monkeypatch, tmp_path / "sheet")  # the ending is added
    with qtbot.waitSignal(filled.out.done, timeout=10_000):
        qtbot.mouseClick(filled.side.word, Qt.MouseButton.LeftButton)
    texts = [paragraph.text for paragraph in docx.Document(str(tmp_path / "sheet.docx")).paragraphs]
    assert "Who calls back" in texts
    assert "Kickoff" in texts
    assert "sheet.docx" in filled.strip.words.text()
    assert filled.strip.isVisible()
    assert not filled.strip.undo.isVisible()


def test_a_web_page_is_saved(
    qtbot: QtBot, filled: ToolkitPanel, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    save_as(monkeypatch, tmp_path / "sheet.html")
    with qtbot.waitSignal(filled.out.done):
        qtbot.mouseClick(filled.side.web, Qt.MouseButton.LeftButton)
    assert "Who calls back" in (tmp_path / "sheet.html").read_text(encoding="utf-8")


def test_tables_are_saved_for_a_spreadsheet(
    qtbot: QtBot, filled: ToolkitPanel, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(tmp_path))
    with qtbot.waitSignal(filled.out.done) as done:
        qtbot.mouseClick(filled.side.tables, Qt.MouseButton.LeftButton)
    assert done.args[0].startswith("1 table saved")
    with (tmp_path / "Meeting sheet - People.csv").open(encoding="utf-8-sig", newline="") as file:
        assert list(csv.reader(file)) == [["Name", "Trust", "Side"], ["Ann", "4", "For"]]


def test_without_a_filled_table_it_is_said(qtbot: QtBot, panel: ToolkitPanel) -> None:
    panel.open(Address("meeting-sheet"))
    with qtbot.waitSignal(panel.out.failed):
        qtbot.mouseClick(panel.side.tables, Qt.MouseButton.LeftButton)
    assert "No table" in panel.strip.words.text()


def test_what_cannot_be_written_is_said_and_nothing_is_left(
    qtbot: QtBot, filled: ToolkitPanel, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "no folder").write_text("a file", encoding="utf-8")
    save_as(monkeypatch, tmp_path / "no folder" / "sheet.docx")
    with qtbot.waitSignal(filled.out.failed, timeout=10_000):
        qtbot.mouseClick(filled.side.word, Qt.MouseButton.LeftButton)
    assert "could not be written" in filled.strip.words.text()
    assert [file.name for file in tmp_path.iterdir()] == ["no folder"]


def test_nothing_is_written_when_no_file_is_chosen(
    qtbot: QtBot, filled: ToolkitPanel, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: ("", ""))
    with qtbot.assertNotEmitted(filled.out.done):
        qtbot.mouseClick(filled.side.word, Qt.MouseButton.LeftButton)


def test_it_is_said_which_format_serves_a_screen_reader(panel: ToolkitPanel) -> None:
    words = " ".join(label.text() for label in panel.side.findChildren(QLabel))
    assert "with a screen reader send Word or the web page" in words
    names = {button.text(): button.accessibleName() for button in panel.side.findChildren(QPushButton)}
    assert names["Word"] == "Save as a Word document"


@pytest.mark.parametrize(
    ("title", "name"),
    [("MOU: draft/2 <a>", "MOU draft 2 a"), ("  …  ", "…"), ("?", "sheet"), ("Ends with dots...", "Ends with dots")],
)
def test_titles_become_names_of_files_on_every_system(title: str, name: str) -> None:
    assert file_name(title) == name

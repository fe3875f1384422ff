"""Sheets: filled in, saved as one types, found again, printed."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QComboBox, QLineEdit, QPushButton, QRadioButton
from pytestqt.qtbot import QtBot

from partnerships.library.model import Address, Choice, Column, Field
from partnerships.notebook.model import Answer
from partnerships.shell.look import Look
from partnerships.shell.toolkit.fields.kinds import KINDS
from partnerships.shell.toolkit.fields.table import TableAnswer
from partnerships.shell.toolkit.panel import ToolkitPanel
from tests.helpers.small import surroundings


def radio(panel: ToolkitPanel, words: str) -> QRadioButton:
    return next(button for button in panel.form.findChildren(QRadioButton) if button.text() == words)


def scale(panel: ToolkitPanel, number: int) -> QPushButton:
    buttons = panel.form.boxes["time"].findChildren(QPushButton)
    return next(button for button in buttons if button.text() == str(number))


def test_the_first_answer_begins_a_sheet_and_it_is_saved(qtbot: QtBot, panel: ToolkitPanel) -> None:
    with qtbot.waitSignal(panel.keeper.saved):
        qtbot.mouseClick(radio(panel, "Yes"), Qt.MouseButton.LeftButton)
    sheets = panel.keeper.sheets_of("ready-check")
    assert [dict(sheet.answers) for sheet in sheets] == [{"owner": "yes_"}]
    assert "Saved in your notebook" in panel.side._saved.text()


def test_what_is_typed_while_the_sheet_is_made_is_not_lost(qtbot: QtBot, panel: ToolkitPanel) -> None:
    box = panel.form.boxes["cost"].findChild(QLineEdit)
    assert box is not None
    qtbot.keyClicks(box, "1")
    panel.save()  # the sheet is being made
    qtbot.keyClicks(box, "250")
    qtbot.waitUntil(lambda: any(s.answers.get("cost") == "1250" for s in panel.keeper.sheets_of("ready-check")))
    assert len(panel.keeper.sheets_of("ready-check")) == 1


def test_results_and_cautions_follow_the_answers(qtbot: QtBot, panel: ToolkitPanel) -> None:
    qtbot.mouseClick(radio(panel, "No"), Qt.MouseButton.LeftButton)
    texts = [label.text() for label in panel.side.findChildren(type(panel.side._saved))]
    assert "Find an owner first." in texts
    qtbot.mouseClick(radio(panel, "Yes"), Qt.MouseButton.LeftButton)
    qtbot.mouseClick(scale(panel, 4), Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: "5 · Begin" in [x.text() for x in panel.side.findChildren(type(panel.side._saved))])


def test_an_answer_can_be_taken_back(qtbot: QtBot, panel: ToolkitPanel) -> None:
    qtbot.mouseClick(scale(panel, 4), Qt.MouseButton.LeftButton)
    assert panel.form.boxes["time"].answer() == 4.0
    qtbot.mouseClick(scale(panel, 4), Qt.MouseButton.LeftButton)
    assert panel.form.boxes["time"].answer() is None


def test_leaving_saves_at_once_and_coming_back_shows_the_answers(qtbot: QtBot, panel: ToolkitPanel) -> None:
    qtbot.mouseClick(scale(panel, 2), Qt.MouseButton.LeftButton)
    with qtbot.waitSignal(panel.keeper.saved):
        panel.open(Address("meeting-sheet"))
    panel.open(Address("ready-check"))
    assert panel.form.boxes["time"].answer() == 2.0


def test_another_sheet_stands_beside_the_first(qtbot: QtBot, panel: ToolkitPanel) -> None:
    for number in (2, 5):
        with qtbot.waitSignal(panel.keeper.saved):
            qtbot.mouseClick(scale(panel, number), Qt.MouseButton.LeftButton)
        panel.start_another()
    assert {sheet.answers["time"] for sheet in panel.keeper.sheets_of("ready-check")} == {2.0, 5.0}


def test_a_sheet_can_be_deleted(qtbot: QtBot, panel: ToolkitPanel) -> None:
    with qtbot.waitSignal(panel.keeper.saved):
        qtbot.mouseClick(scale(panel, 2), Qt.MouseButton.LeftButton)
    panel.control.remove()
    assert panel.keeper.sheets_of("ready-check") == ()
    assert panel.form.boxes["time"].answer() is None


def test_print_has_questions_answers_and_results(qtbot: QtBot, panel: ToolkitPanel) -> None:
    qtbot.mouseClick(radio(panel, "Yes"), Qt.MouseButton.LeftButton)
    html = panel.print_html()
    assert "Someone owns it" in html
    assert "☑&nbsp;Yes" in html
    assert "Points" in html


SAMPLES: list[tuple[Field, Answer]] = [
    (Field("a", "text", "A"), "words"),
    (Field("a", "number", "A"), "12"),
    (Field("a", "money", "A"), "$1,200"),
    (Field("a", "long-text", "A"), "two\nlines"),
    (Field("a", "date", "A"), "2026-11-24"),
    (Field("a", "choice", "A", choices=(Choice("x", "X"), Choice("y", "Y"))), "y"),
    (Field("a", "choice", "A", choices=tuple(Choice(f"c{n}", f"Choice {n}") for n in range(9))), "c7"),
    (Field("a", "choices", "A", choices=(Choice("x", "X"), Choice("y", "Y"))), ("x", "y")),
    (Field("a", "check", "A"), True),
    (Field("a", "scale", "A", low="never", high="always"), 3.0),
    (Field("a", "person", "A"), ("Sgt. Sample", "Coordinator", "Police", "", "")),
    (Field("a", "signature", "A"), ("Sample", "Chief", "2026-11-24")),
    (
        Field("a", "table", "A", columns=(Column("n", "N"), Column("c", "C", "check"), Column("s", "S", "scale"))),
        (("one", "x", "4"), ("two", "", "")),
    ),
]


@pytest.mark.parametrize(("field", "answer"), SAMPLES, ids=[field.kind for field, _ in SAMPLES])
def test_every_kind_of_field_gives_back_what_it_was_given(
    qtbot: QtBot, library: Path, field: Field, answer: Answer
) -> None:
    around = surroundings(qtbot, library)
    box = KINDS[field.kind](field, around.look, None)  # type: ignore[arg-type]  # no parent
    qtbot.addWidget(box)
    told: list[object] = []
    box.changed.connect(told.append)
    box.show_answer(answer)
    assert box.answer() == answer
    assert told == [], "showing an answer is not changing it"


@pytest.fixture
def table(qtbot: QtBot, look: Look) -> TableAnswer:
    """A table of names and stances with two empty rows."""
    stance = (Choice("for", "Supports"), Choice("against", "Resists"))
    columns = (Column("name", "Name"), Column("stance", "Stance", "choice", choices=stance))
    table = TableAnswer(Field("t", "table", "People", rows=2, columns=columns), look)
    qtbot.addWidget(table)
    table.show()
    return table


@pytest.fixture
def look(qtbot: QtBot, library: Path) -> Look:
    """A look at 100 %."""
    return surroundings(qtbot, library).look


def test_cells_from_a_spreadsheet_are_pasted_and_rows_added(table: TableAnswer) -> None:
    QGuiApplication.clipboard().setText("Ann\tSupports\nBob\tResists\nCy\tSupports\n")
    table.table.setCurrentCell(0, 0)
    table.paste()
    assert table.rows() == (("Ann", "for"), ("Bob", "against"), ("Cy", "for"))


def test_rows_are_moved_and_removed(table: TableAnswer) -> None:
    table.show_rows((("Ann", "for"), ("Bob", "against")))
    table.table.setCurrentCell(1, 0)
    table.move_row(-1)
    assert [row[0] for row in table.rows()] == ["Bob", "Ann"]
    table.remove_row()
    assert [row[0] for row in table.rows()] == ["Ann"]


@pytest.mark.qt_log_ignore("This plugin does not support", extend=True)
def test_a_choice_in_a_table_is_opened_chosen_and_told_by_keyboard(qtbot: QtBot, table: TableAnswer) -> None:
    table.table.setCurrentCell(0, 1)
    qtbot.keyClick(table.table, Qt.Key.Key_Return)
    combo = table.table.findChild(QComboBox)
    assert isinstance(combo, QComboBox)
    qtbot.waitUntil(lambda: combo.view().isVisible())
    with qtbot.waitSignal(table.edited):
        qtbot.keyClick(combo.view(), Qt.Key.Key_Down)
        qtbot.keyClick(combo.view(), Qt.Key.Key_Return)
    assert table.rows() == (("", "for"),)
    assert table.table.item(0, 1).text() == "Supports"

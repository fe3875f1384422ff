"""Whole sheets: undone, duplicated, compared, put into the bin and taken out again."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QMessageBox, QPlainTextEdit, QPushButton
from pytestqt.qtbot import QtBot

from partnerships.library.model import Address
from partnerships.notebook.model import Answer, Sheet
from partnerships.shell.toolkit.fields.table import TableBox
from partnerships.shell.toolkit.panel import ToolkitPanel

CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


def keep(qtbot: QtBot, panel: ToolkitPanel, tool: str, name: str, answers: dict[str, Answer]) -> Sheet:
    """A sheet in the notebook."""
    made: list[Sheet] = []
    with qtbot.waitSignal(panel.keeper.saved):
        panel.keeper.add_sheet(tool, name, answers, made.append)
    return made[0]


def line(panel: ToolkitPanel, field: str) -> QLineEdit:
    found = panel.form.boxes[field].findChild(QLineEdit)
    assert found is not None
    return found


def scale(panel: ToolkitPanel, number: int) -> QPushButton:
    buttons = panel.form.boxes["time"].findChildren(QPushButton)
    return next(button for button in buttons if button.text() == str(number))


# --- saving ----------------------------------------------------------------------------------------


def test_one_who_types_on_and_on_is_saved_all_the_same(qtbot: QtBot, panel: ToolkitPanel) -> None:
    keep(qtbot, panel, "ready-check", "Draft", {})
    panel.open(Address("ready-check"))
    box = line(panel, "cost")

    def kept() -> bool:
        qtbot.keyClick(box, Qt.Key.Key_1)  # a key every few milliseconds, with no pause
        return any(sheet.answers.get("cost") for sheet in panel.keeper.sheets_of("ready-check"))

    qtbot.waitUntil(kept, timeout=2000)


def test_words_in_an_open_cell_are_saved_before_the_cell_is_left(qtbot: QtBot, panel: ToolkitPanel) -> None:
    panel.open(Address("meeting-sheet"))
    box = panel.form.boxes["names"]
    assert isinstance(box, TableBox)
    table = box.table.table
    table.setCurrentCell(0, 0)
    qtbot.keyClick(table, Qt.Key.Key_A)
    editor = table.findChild(QLineEdit)
    assert editor is not None
    qtbot.keyClicks(editor, "nn")
    assert panel.work.answers["names"] == (("ann", "", ""),)
    assert editor.isVisible()


def test_words_typed_while_the_sheet_is_made_are_saved_though_something_else_is_shown(
    qtbot: QtBot, panel: ToolkitPanel
) -> None:
    qtbot.keyClicks(line(panel, "cost"), "1")
    panel.save()  # the notebook makes the sheet
    qtbot.keyClicks(line(panel, "cost"), "25")
    panel.open(Address("meeting-sheet"))
    qtbot.waitUntil(lambda: [s.answers.get("cost") for s in panel.keeper.sheets_of("ready-check")] == ["125"])


# --- undoing ---------------------------------------------------------------------------------------


def test_undo_and_redo_by_keyboard_in_a_line(qtbot: QtBot, panel: ToolkitPanel) -> None:
    box = line(panel, "cost")
    qtbot.keyClicks(box, "1250")
    qtbot.keyClick(box, Qt.Key.Key_Z, CTRL)
    assert box.text() == ""
    assert not panel.work.answers["cost"]
    qtbot.keyClick(box, Qt.Key.Key_Y, CTRL)
    assert box.text() == "1250"
    qtbot.keyClick(box, Qt.Key.Key_Z, CTRL)
    qtbot.keyClick(box, Qt.Key.Key_Z, CTRL | SHIFT)
    assert box.text() == "1250"


def test_undo_goes_to_whatever_field_was_changed_last(qtbot: QtBot, panel: ToolkitPanel) -> None:
    qtbot.mouseClick(scale(panel, 4), Qt.MouseButton.LeftButton)
    qtbot.keyClicks(line(panel, "cost"), "9")
    for expected in ({"time": 4.0, "cost": ""}, {"time": None, "cost": ""}):
        qtbot.keyClick(panel.form.focusWidget() or panel.form, Qt.Key.Key_Z, CTRL)
        assert {field: panel.form.boxes[field].answer() for field in expected} == expected
    assert not panel.form.undo.isEnabled()
    with qtbot.waitSignal(panel.announced):
        qtbot.mouseClick(panel.form.redo, Qt.MouseButton.LeftButton)
    assert panel.form.boxes["time"].answer() == 4.0


def test_undo_in_long_text_a_table_and_the_name(qtbot: QtBot, panel: ToolkitPanel) -> None:
    panel.open(Address("meeting-sheet"))
    notes = panel.form.boxes["notes"].findChild(QPlainTextEdit)
    assert notes is not None
    qtbot.keyClicks(notes, "They agreed.")
    qtbot.keyClick(notes, Qt.Key.Key_Z, CTRL)
    assert notes.toPlainText() == ""
    box = panel.form.boxes["names"]
    assert isinstance(box, TableBox)
    table = box.table.table
    table.setCurrentCell(0, 1)
    qtbot.keyClick(table, Qt.Key.Key_4)
    assert panel.work.answers["names"] == (("", "4", ""),)
    qtbot.keyClick(table, Qt.Key.Key_Z, CTRL)
    assert panel.work.answers["names"] in (None, ())
    assert box.answer() == ()
    qtbot.keyClicks(panel.form.name, "Draft")
    qtbot.keyClick(panel.form.name, Qt.Key.Key_Z, CTRL)
    assert panel.form.name.text() == ""


def test_undo_while_a_cell_is_being_written(qtbot: QtBot, panel: ToolkitPanel) -> None:
    panel.open(Address("meeting-sheet"))
    box = panel.form.boxes["names"]
    assert isinstance(box, TableBox)
    table = box.table.table
    table.setCurrentCell(0, 0)
    qtbot.keyClick(table, Qt.Key.Key_A)
    editor = table.findChild(QLineEdit)
    assert editor is not None
    qtbot.keyClicks(editor, "nn")
    qtbot.keyClick(editor, Qt.Key.Key_Z, CTRL)
    assert box.answer() == ()


def test_another_sheet_has_nothing_to_undo(qtbot: QtBot, panel: ToolkitPanel) -> None:
    with qtbot.waitSignal(panel.keeper.saved):
        qtbot.mouseClick(scale(panel, 2), Qt.MouseButton.LeftButton)
    assert panel.form.undo.isEnabled()
    panel.start_another()
    assert not panel.form.undo.isEnabled()


# --- duplicating and comparing ---------------------------------------------------------------------


def test_a_duplicate_has_the_answers_and_leaves_the_first_alone(qtbot: QtBot, panel: ToolkitPanel) -> None:
    first = keep(qtbot, panel, "ready-check", "Spring", {"time": 2.0})
    panel.open(Address("ready-check", f"sheet-{first.id}"))
    with qtbot.waitSignal(panel.keeper.saved):
        qtbot.mouseClick(panel.side.duplicate, Qt.MouseButton.LeftButton)
    assert panel.form.name.text() == "Spring (copy)"
    with qtbot.waitSignal(panel.keeper.saved):
        qtbot.mouseClick(scale(panel, 5), Qt.MouseButton.LeftButton)
    held = {sheet.name: sheet.answers["time"] for sheet in panel.keeper.sheets_of("ready-check")}
    assert held == {"Spring": 2.0, "Spring (copy)": 5.0}


def test_two_sheets_are_compared_with_the_change_of_their_results(qtbot: QtBot, panel: ToolkitPanel) -> None:
    keep(qtbot, panel, "ready-check", "Spring", {"time": 2.0, "owner": "yes_"})
    panel.open(Address("ready-check"))
    assert not panel.side.compare.isEnabled(), "there is nothing to compare with yet"
    later = keep(qtbot, panel, "ready-check", "Autumn", {"time": 5.0, "owner": "yes_"})
    panel.open(Address("ready-check", f"sheet-{later.id}"))
    qtbot.mouseClick(panel.side.compare, Qt.MouseButton.LeftButton)
    page = panel.comparison
    assert page.isVisible()
    assert [page.results.item(0, column).text() for column in range(4)] == ["Points", "3 · Wait", "6 · Begin", "+3"]
    assert page.answers.rowCount() == 3
    page.only.click()
    assert [page.answers.item(row, 0).text() for row in range(page.answers.rowCount())] == ["There is time"]
    assert "+3" in panel.print_html()
    qtbot.keyClick(page, Qt.Key.Key_Escape)
    assert panel.form.isVisible()
    assert panel.form.name.text() == "Autumn"


def test_other_sheets_can_be_chosen_for_the_comparison(qtbot: QtBot, panel: ToolkitPanel) -> None:
    sheets = [keep(qtbot, panel, "ready-check", f"Sheet {n}", {"time": float(n)}) for n in (1, 2, 3)]
    panel.open(Address("ready-check", f"compare-{sheets[0].id}-{sheets[1].id}"))
    combo = panel.comparison.second
    combo.setCurrentIndex(combo.findData(sheets[2].id))
    combo.activated.emit(combo.currentIndex())
    assert panel.comparison.results.item(0, 3).text() == "+2"


# --- the bin ---------------------------------------------------------------------------------------


def test_a_deleted_sheet_comes_back_with_one_press(qtbot: QtBot, panel: ToolkitPanel) -> None:
    sheet = keep(qtbot, panel, "ready-check", "Spring", {"time": 2.0})
    panel.open(Address("ready-check", f"sheet-{sheet.id}"))
    qtbot.mouseClick(panel.side.remove, Qt.MouseButton.LeftButton)
    assert panel.keeper.sheets_of("ready-check") == ()
    assert panel.form.boxes["time"].answer() is None
    assert "“Spring” is in the bin" in panel.strip.words.text()
    qtbot.mouseClick(panel.strip.undo, Qt.MouseButton.LeftButton)
    assert panel.form.name.text() == "Spring"
    assert panel.form.boxes["time"].answer() == 2.0
    assert not panel.strip.isVisible()


def test_words_written_just_before_deleting_are_in_the_bin_too(qtbot: QtBot, panel: ToolkitPanel) -> None:
    sheet = keep(qtbot, panel, "ready-check", "Spring", {})
    panel.open(Address("ready-check", f"sheet-{sheet.id}"))
    qtbot.keyClicks(line(panel, "cost"), "77")
    panel.control.remove()
    panel.control.restore(sheet.id)
    assert line(panel, "cost").text() == "77"


def test_the_bin_is_shown_and_gives_back(qtbot: QtBot, panel: ToolkitPanel) -> None:
    sheet = keep(qtbot, panel, "ready-check", "Spring", {"time": 2.0})
    panel.keeper.remove_sheet(sheet)
    assert panel.bar.bin.text() == "Bin: 1 sheet"
    qtbot.mouseClick(panel.bar.bin, Qt.MouseButton.LeftButton)
    assert panel.bin.rows.row(0).title == "Spring"
    qtbot.mouseClick(panel.bin.restore, Qt.MouseButton.LeftButton)
    assert panel.form.name.text() == "Spring"
    assert not panel.bar.bin.isVisible()


@pytest.mark.parametrize("answer", ["Delete", "Keep"])
def test_deleting_for_good_asks_first(qtbot: QtBot, panel: ToolkitPanel, answer: str) -> None:
    sheet = keep(qtbot, panel, "ready-check", "Spring", {})
    panel.keeper.remove_sheet(sheet)
    panel.open(Address("section:toolkit", "bin"))
    qtbot.keyClick(panel.bin.rows, Qt.Key.Key_Delete)
    question = panel.findChild(QMessageBox)
    assert question is not None
    next(button for button in question.buttons() if button.text() == answer).click()
    assert len(panel.keeper.state.bin) == (0 if answer == "Delete" else 1)


# --- the screen ------------------------------------------------------------------------------------


def test_where_there_is_no_room_the_list_and_the_side_take_the_form_s_place(qtbot: QtBot, panel: ToolkitPanel) -> None:
    panel.resize(700, 600)
    assert not panel.side.isVisible()
    qtbot.mouseClick(panel.bar.side, Qt.MouseButton.LeftButton)
    assert panel.side.isVisible()
    assert not panel.form.isVisible()
    qtbot.mouseClick(panel.bar.tools, Qt.MouseButton.LeftButton)
    assert panel.list.isVisible()
    assert not panel.side.isVisible()
    qtbot.keyClick(panel.list, Qt.Key.Key_Escape)
    assert panel.form.isVisible()
    panel.resize(1366, 715)
    assert panel.side.isVisible()
    assert panel.list.isVisible()
    assert not panel.bar.side.isVisible()

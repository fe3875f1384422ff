"""Every tool of the library is filled in from start to end by keyboard alone, and saved."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QCheckBox,
    QComboBox,
    QLineEdit,
    QPlainTextEdit,
    QTableWidget,
    QWidget,
)
from pytestqt.qtbot import QtBot

from partnerships.library.edition import Edition
from partnerships.library.model import Address, Field
from partnerships.notebook.results import is_answered
from partnerships.shell.toolkit.fields.box import AnswerBox
from partnerships.shell.toolkit.form import SheetForm
from partnerships.shell.toolkit.panel import ToolkitPanel
from tests.helpers.driving import open_window

ROOT = Path(__file__).resolve().parents[3]
MOST_STOPS = 600
TYPED = {"number": "12", "money": "1200", "date": "2026-11-24"}


def tool_ids() -> list[str]:
    """The ids of all tools, from the content."""
    return [file.stem for file in sorted((ROOT / "content" / "tools").glob("*.yaml"))]


def box_of(widget: QWidget | None) -> AnswerBox | None:
    """The field that a widget belongs to."""
    while widget is not None and not isinstance(widget, AnswerBox):
        widget = widget.parentWidget()
    return widget


def fill(qtbot: QtBot, widget: QWidget, field: Field) -> None:
    """Answer with keys what has the focus."""
    if isinstance(widget, (QLineEdit, QPlainTextEdit)):
        qtbot.keyClicks(widget, TYPED.get(field.kind, "Sample"))
    elif isinstance(widget, QComboBox):
        qtbot.keyClick(widget, Qt.Key.Key_Down)
    elif isinstance(widget, (QCheckBox, QAbstractButton)):
        qtbot.keyClick(widget, Qt.Key.Key_Space)
    elif isinstance(widget, QTableWidget):
        fill_row(qtbot, widget, field)


def fill_row(qtbot: QtBot, table: QTableWidget, field: Field) -> None:
    """Answer each cell of the first row."""
    for place, column in enumerate(field.columns):
        if place:
            qtbot.keyClick(table, Qt.Key.Key_Right)
        else:
            qtbot.keyClick(table, Qt.Key.Key_Home)
        if column.kind == "check":
            qtbot.keyClick(table, Qt.Key.Key_Space)
        elif column.kind == "scale":
            qtbot.keyClick(table, Qt.Key.Key_4)
        elif column.kind == "choice":
            qtbot.keyClick(table, Qt.Key.Key_Return)
            combo = table.findChildren(QComboBox)[-1]  # those of cells that were closed go with the next events
            qtbot.waitUntil(combo.view().isVisible)
            qtbot.keyClick(combo.view(), Qt.Key.Key_Down)
            qtbot.keyClick(combo.view(), Qt.Key.Key_Return)
        else:
            words = TYPED.get(column.kind, "Sample")
            qtbot.keyClick(table, words[0])
            editor = table.findChildren(QLineEdit)[-1]
            qtbot.keyClicks(editor, words[1:])
            qtbot.keyClick(editor, Qt.Key.Key_Return)
            table.setFocus()


@pytest.mark.qt_log_ignore("This plugin does not support", extend=True)
@pytest.mark.parametrize("tool", tool_ids())
def test_a_tool_is_filled_in_by_keyboard_alone(qtbot: QtBot, bundled_library: Path, tool: str) -> None:
    window = open_window(qtbot, bundled_library, None, tour_seen=True)
    window.go(Address(tool))
    panel = window.current
    assert isinstance(panel, ToolkitPanel)
    form: SheetForm = panel.form
    form.name.setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.keyClicks(form.name, "By keyboard")
    for _ in range(MOST_STOPS):
        qtbot.keyClick(window.focusWidget(), Qt.Key.Key_Tab)
        widget = window.focusWidget()
        box = box_of(widget)
        if not form.isAncestorOf(widget):
            break
        if box is not None and not (is_answered(box.field, box.answer()) and box.field.kind != "signature"):
            fill(qtbot, widget, box.field)
    with Edition(bundled_library) as edition:
        fields = [field for group in edition.tool(tool).groups for field in group.fields]
    missed = [field.id for field in fields if not is_answered(field, form.boxes[field.id].answer())]
    assert missed == []
    qtbot.waitUntil(lambda: bool(panel.keeper.sheets_of(tool)))
    panel.save()
    kept = panel.keeper.sheets_of(tool)[0]
    assert kept.name == "By keyboard"
    assert [field.id for field in fields if not is_answered(field, kept.answers.get(field.id))] == []

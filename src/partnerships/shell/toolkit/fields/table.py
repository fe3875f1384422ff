"""A table to fill in: typed columns, rows that are added, moved and removed, paste from a spreadsheet."""

import csv
import io

from PySide6.QtCore import QEvent, QObject, QRect, Qt, Signal
from PySide6.QtGui import QFont, QFontMetrics, QGuiApplication, QKeyEvent, QKeySequence
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QPushButton,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from partnerships.library.model import Column, Field
from partnerships.notebook.model import Answer
from partnerships.shell.look import Look
from partnerships.shell.parts.drawn import face
from partnerships.shell.parts.flow import FlowLayout
from partnerships.shell.toolkit.fields.box import AnswerBox
from partnerships.shell.toolkit.fields.cells import CHOSEN, CellDelegate, is_listed, offered

Rows = tuple[tuple[str, ...], ...]

_WANTED = {
    "text": 150,
    "choice": 124,
    "date": 104,
    "money": 96,
    "number": 76,
    "scale": 64,
    "check": 62,
}  # at 100 % text
_LEAST = 116  # of a column of words
_PADDING = 22  # that the style sheet gives to a cell, pixels
_MARK = 18  # room for the mark of a list, at 100 % text
_WRAP = int(Qt.TextFlag.TextWordWrap)


class TableAnswer(QWidget):
    """The rows of a table field. `edited` says that a person changed them; `opened` carries each cell's editor."""

    edited = Signal()
    opened = Signal(QWidget)

    def __init__(self, field: Field, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._field, self._look = field, look
        self.table = self._make_table()
        delegate = CellDelegate(field, look, self.table)
        delegate.opened.connect(self.opened)
        self.table.setItemDelegate(delegate)
        self.table.cellChanged.connect(self._changed)
        self.table.clicked.connect(self._clicked)
        self.table.installEventFilter(self)
        self.table.viewport().installEventFilter(self)
        self._fitted = 0  # the width that the columns were divided for
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(6)
        layout.addWidget(self.table)
        layout.addLayout(self._buttons())
        self.show_rows(())

    def _make_table(self) -> QTableWidget:
        field, table = self._field, QTableWidget(0, len(self._field.columns), self)
        table.setHorizontalHeaderLabels([column.label for column in field.columns])
        table.setAccessibleName(field.label)
        table.setProperty("section", "toolkit")
        table.setTabKeyNavigation(False)
        table.setWordWrap(True)
        table.setTextElideMode(Qt.TextElideMode.ElideNone)
        table.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        table.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        trigger = QAbstractItemView.EditTrigger
        table.setEditTriggers(trigger.DoubleClicked | trigger.SelectedClicked | trigger.AnyKeyPressed)
        table.verticalHeader().hide()
        header = table.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag(_WRAP))
        return table

    def _buttons(self) -> FlowLayout:
        row = FlowLayout()
        for words, name, job in (
            (self.tr("Add a row"), self.tr("Add a row to {label}"), self.add_row),
            (self.tr("Remove row"), self.tr("Remove the chosen row of {label}"), self.remove_row),
            (self.tr("Up"), self.tr("Move the chosen row of {label} up"), lambda: self.move_row(-1)),
            (self.tr("Down"), self.tr("Move the chosen row of {label} down"), lambda: self.move_row(1)),
        ):
            button = QPushButton(words, self)
            button.setProperty("role", "quiet")
            button.setAccessibleName(name.format(label=self._field.label))
            button.clicked.connect(lambda _=False, do=job: do())
            row.addWidget(button)
        return row

    # --- rows --------------------------------------------------------------------------------------

    def rows(self) -> Rows:
        """The rows that say something, cells as text; a choice by its id, a tick as "x"."""
        return tuple(row for row in self._all_rows() if any(cell.strip() for cell in row))

    def _all_rows(self) -> list[tuple[str, ...]]:
        across = range(self.table.columnCount())
        return [tuple(self._cell(row, column) for column in across) for row in range(self.table.rowCount())]

    def show_rows(self, rows: Rows) -> None:
        """Show rows, and empty ones up to the number that the tool offers."""
        self.table.blockSignals(True)
        wanted = max(1, self._field.rows, len(rows))
        while self.table.rowCount() > wanted:
            self.table.removeRow(self.table.rowCount() - 1)
        while self.table.rowCount() < wanted:
            self._append()
        for place in range(wanted):
            self._fill(place, rows[place] if place < len(rows) else ())
        self.table.blockSignals(False)
        self.fit()

    def add_row(self) -> None:
        """Add an empty row and put the keyboard there."""
        self.table.blockSignals(True)
        self._append()
        self.table.blockSignals(False)
        self.fit()
        self.table.setCurrentCell(self.table.rowCount() - 1, 0)
        self.table.setFocus()
        self.edited.emit()

    def remove_row(self) -> None:
        """Take the chosen row away; one empty row stays."""
        row = self.table.currentRow()
        if row < 0:
            return
        self.table.removeRow(row)
        if not self.table.rowCount():
            self.show_rows(())
        self.fit()
        self.edited.emit()

    def move_row(self, step: int) -> None:
        """Move the chosen row up or down."""
        here, there = self.table.currentRow(), self.table.currentRow() + step
        if here < 0 or not 0 <= there < self.table.rowCount():
            return
        rows = self._all_rows()
        self.table.blockSignals(True)
        self._fill(here, rows[there])
        self._fill(there, rows[here])
        self.table.blockSignals(False)
        self.fit()
        self.table.setCurrentCell(there, max(0, self.table.currentColumn()))
        self.edited.emit()

    def paste(self) -> None:
        """Paste cells from a spreadsheet, from the chosen cell on; rows are added as needed."""
        text = QGuiApplication.clipboard().text()
        top, left = max(0, self.table.currentRow()), max(0, self.table.currentColumn())
        self.table.blockSignals(True)
        for down, line in enumerate(csv.reader(io.StringIO(text.rstrip("\n")), delimiter="\t")):
            while top + down >= self.table.rowCount():
                self._append()
            for right, cell in enumerate(line):
                if left + right < self.table.columnCount():
                    self._set(top + down, left + right, cell.strip())
        self.table.blockSignals(False)
        self.fit()
        self.edited.emit()

    # --- cells -------------------------------------------------------------------------------------

    def _append(self) -> None:
        place = self.table.rowCount()
        self.table.insertRow(place)
        for number, column in enumerate(self._field.columns):
            item = QTableWidgetItem()
            if column.kind == "check":
                item.setFlags((item.flags() | Qt.ItemFlag.ItemIsUserCheckable) & ~Qt.ItemFlag.ItemIsEditable)
                item.setCheckState(Qt.CheckState.Unchecked)
            self.table.setItem(place, number, item)

    def _fill(self, place: int, row: tuple[str, ...]) -> None:
        for number in range(self.table.columnCount()):
            self._set(place, number, row[number] if number < len(row) else "")

    def _item(self, row: int, column: int) -> QTableWidgetItem:
        item = self.table.item(row, column)
        assert item is not None  # every cell gets one in `_append`
        return item

    def _cell(self, row: int, column: int) -> str:
        item = self._item(row, column)
        held = self._field.columns[column]
        if held.kind == "check":
            return "x" if item.checkState() == Qt.CheckState.Checked else ""
        return str(item.data(CHOSEN) or "") if is_listed(held) else item.text()

    def _set(self, row: int, column: int, text: str) -> None:
        """Put a cell's answer in; a choice by its id or, from a spreadsheet, by its label."""
        item = self._item(row, column)
        held = self._field.columns[column]
        if held.kind == "check":
            item.setCheckState(Qt.CheckState.Checked if text else Qt.CheckState.Unchecked)
        elif is_listed(held):
            found = next((pair for pair in offered(held) if text in pair), ("", ""))
            item.setData(CHOSEN, found[0])
            item.setText(found[1])
        else:
            item.setText(text)

    def _changed(self) -> None:
        self.fit()
        self.edited.emit()

    def _clicked(self) -> None:
        if is_listed(self._field.columns[self.table.currentColumn()]):
            self.table.edit(self.table.currentIndex())

    # --- size --------------------------------------------------------------------------------------

    def fit(self) -> None:
        """As tall as its rows, so that the form scrolls and not the table; columns as wide as their kind asks for."""
        self._set_widths()
        metrics, least = QFontMetrics(self.table.font()), self._look.scaled(34)
        total = 0
        for row in range(self.table.rowCount()):
            heights = [self._height(metrics, row, column) for column in range(self.table.columnCount())]
            height = max(least, max(heights, default=0) + 12)
            if height != self.table.rowHeight(row):
                self.table.setRowHeight(row, height)
            total += height
        wide = self.table.horizontalHeader().length() > self.table.viewport().width() + 1
        bar = self.table.horizontalScrollBar().sizeHint().height() if wide else 0
        self.table.setFixedHeight(total + self._head() + bar + 2 * self.table.frameWidth() + 2)

    def _set_widths(self) -> None:
        """Wanted widths; what is left over goes to the columns of words."""
        self._fitted = self.table.viewport().width()
        wanted = [self._wanted(column) for column in self._field.columns]
        words = [place for place, column in enumerate(self._field.columns) if column.kind in ("text", "choice")]
        spare = self.table.viewport().width() - sum(wanted)
        least = self._look.scaled(_LEAST)
        for place in words or range(len(wanted)):
            # Columns of words give way a little before the table has to be scrolled.
            wanted[place] = max(min(wanted[place], least), wanted[place] + spare // len(words or wanted))
        for place, width in enumerate(wanted):
            if width != self.table.columnWidth(place):
                self.table.setColumnWidth(place, width)

    def _wanted(self, column: Column) -> int:
        """A width in which the heading's longest word has room, the heading three lines, and a choice two."""
        head, cell = QFontMetrics(self._head_font()), QFontMetrics(self.table.font())
        longest = max((head.horizontalAdvance(word) for word in column.label.split()), default=0)
        choice = max((cell.horizontalAdvance(choice.label) for choice in column.choices), default=0)
        return max(
            self._look.scaled(_WANTED[column.kind]),
            longest + _PADDING,
            round(head.horizontalAdvance(column.label) / 3 * 1.25) + _PADDING,
            round(choice / 2 * 1.15) + _PADDING + self._look.scaled(_MARK) if choice else 0,
        )

    def _head_font(self) -> QFont:
        """The headings' font, as the style sheet has it."""
        return face(self._look.scaled(12), QFont.Weight.Bold)

    def _head(self) -> int:
        """The height of the headings with their words broken into lines."""
        metrics = QFontMetrics(self._head_font())
        rooms = [
            QRect(0, 0, self.table.columnWidth(place) - _PADDING, 10_000) for place in range(self.table.columnCount())
        ]
        labels = [column.label for column in self._field.columns]
        heights = [metrics.boundingRect(room, _WRAP, label).height() for room, label in zip(rooms, labels, strict=True)]
        height = max(heights) + 16
        self.table.horizontalHeader().setFixedHeight(height)
        return height

    def _height(self, metrics: QFontMetrics, row: int, column: int) -> int:
        mark = self._look.scaled(_MARK) if is_listed(self._field.columns[column]) else 0
        room = QRect(0, 0, max(20, self.table.columnWidth(column) - _PADDING - mark), 10_000)
        return metrics.boundingRect(room, _WRAP, self._item(row, column).text()).height()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Paste several cells; Delete empties a cell; Enter edits it; digits choose a point of a scale."""
        if event.type() == QEvent.Type.Resize and self.table.viewport().width() != self._fitted:
            self.fit()
        if watched is self.table and isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            if event.matches(QKeySequence.StandardKey.Paste):
                self.paste()
                return True
            if self.table.currentRow() >= 0 and self._key(event):
                return True
        return super().eventFilter(watched, event)

    def _key(self, event: QKeyEvent) -> bool:
        row, column = self.table.currentRow(), self.table.currentColumn()
        kind = self._field.columns[column].kind
        if event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self._set(row, column, "")
        elif kind == "scale" and event.text() in tuple("12345"):
            self._set(row, column, event.text())
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_F2) and kind != "check":
            self.table.edit(self.table.currentIndex())
        else:
            return False
        return True


class TableBox(AnswerBox):
    """Rows of typed columns, as the answer of a field."""

    is_typed = True

    def build(self) -> None:
        self.table = TableAnswer(self.field, self.look, self)
        self.table.edited.connect(self.tell)
        self.table.opened.connect(self.opened)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.table)

    def answer(self) -> Answer:
        return self.table.rows()

    def show_answer(self, answer: Answer) -> None:
        rows = answer if isinstance(answer, tuple) else ()
        self.table.show_rows(tuple(row for row in rows if isinstance(row, tuple)))

    def restyle(self) -> None:
        self.table.fit()

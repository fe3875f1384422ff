"""A table to fill in: typed columns, rows that are added, moved and removed, paste from a spreadsheet."""

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence
from PySide6.QtWidgets import (
    QComboBox,
    QHBoxLayout,
    QHeaderView,
    QPushButton,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from partnerships.library.model import Column, Field
from partnerships.shell.look import Look

Rows = tuple[tuple[str, ...], ...]


class TableAnswer(QWidget):
    """The rows of a table field. `edited` says that a person changed them."""

    edited = Signal()

    def __init__(self, field: Field, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._field, self._look = field, look
        self.table = QTableWidget(0, len(field.columns), self)
        self.table.setHorizontalHeaderLabels([column.label for column in field.columns])
        self.table.setAccessibleName(field.label)
        self.table.setProperty("section", "toolkit")
        self.table.setTabKeyNavigation(False)
        self.table.setWordWrap(True)
        self.table.verticalHeader().hide()
        self.table.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        self.table.horizontalHeader().setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        self.table.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.table.cellChanged.connect(self._changed)
        self.table.installEventFilter(self)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(6)
        layout.addWidget(self.table)
        layout.addLayout(self._buttons())
        self.show_rows(())

    def _buttons(self) -> QHBoxLayout:
        row = QHBoxLayout()
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
        row.addStretch()
        return row

    def rows(self) -> Rows:
        """The rows that say something, cells as text; a choice by its id, a tick as "x"."""
        rows = [
            tuple(self._cell(row, column) for column in range(self.table.columnCount()))
            for row in range(self.table.rowCount())
        ]
        return tuple(row for row in rows if any(cell.strip() for cell in row))

    def show_rows(self, rows: Rows) -> None:
        """Show rows, and empty ones up to the number that the tool offers."""
        self.table.blockSignals(True)
        self.table.setRowCount(0)
        for row in rows:
            self._append(row)
        while self.table.rowCount() < max(1, self._field.rows):
            self._append(())
        self.table.blockSignals(False)
        self.fit()

    def add_row(self) -> None:
        """Add an empty row and put the keyboard there."""
        self._append(())
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
            self._append(())
        self.fit()
        self.edited.emit()

    def move_row(self, step: int) -> None:
        """Move the chosen row up or down."""
        here, there = self.table.currentRow(), self.table.currentRow() + step
        if here < 0 or not 0 <= there < self.table.rowCount():
            return
        rows = [
            tuple(self._cell(row, column) for column in range(self.table.columnCount()))
            for row in range(self.table.rowCount())
        ]
        rows[here], rows[there] = rows[there], rows[here]
        self.table.blockSignals(True)
        self.table.setRowCount(0)
        for row in rows:
            self._append(row)
        self.table.blockSignals(False)
        self.fit()
        self.table.setCurrentCell(there, 0)
        self.edited.emit()

    def paste(self) -> None:
        """Paste cells from a spreadsheet, from the chosen cell on; rows are added as needed."""
        text = QGuiApplication.clipboard().text()
        top, left = max(0, self.table.currentRow()), max(0, self.table.currentColumn())
        self.table.blockSignals(True)
        for down, line in enumerate(text.rstrip("\n").split("\n")):
            while top + down >= self.table.rowCount():
                self._append(())
            for right, cell in enumerate(line.split("\t")):
                if left + right < self.table.columnCount():
                    self._set(top + down, left + right, cell.strip())
        self.table.blockSignals(False)
        self.fit()
        self.edited.emit()

    def fit(self) -> None:
        """As tall as its rows, so that the form scrolls and not the table."""
        self.table.resizeRowsToContents()
        least = self._look.scaled(34)
        for row in range(self.table.rowCount()):
            self.table.setRowHeight(row, max(least, self.table.rowHeight(row)))
        rows = sum(self.table.rowHeight(row) for row in range(self.table.rowCount()))
        head = self.table.horizontalHeader().sizeHint().height()
        bar = self.table.horizontalScrollBar().sizeHint().height() if self._too_wide() else 0
        self.table.setFixedHeight(rows + head + bar + 2 * self.table.frameWidth() + 2)

    def _too_wide(self) -> bool:
        return self.table.horizontalHeader().minimumSectionSize() * self.table.columnCount() > self.table.width()

    def _append(self, row: tuple[str, ...]) -> None:
        place = self.table.rowCount()
        self.table.insertRow(place)
        for number, column in enumerate(self._field.columns):
            if column.kind in ("choice", "scale"):
                self.table.setCellWidget(place, number, self._combo(column))
            else:
                item = QTableWidgetItem()
                if column.kind == "check":
                    item.setFlags((item.flags() | Qt.ItemFlag.ItemIsUserCheckable) & ~Qt.ItemFlag.ItemIsEditable)
                    item.setCheckState(Qt.CheckState.Unchecked)
                self.table.setItem(place, number, item)
            self._set(place, number, row[number] if number < len(row) else "")

    def _combo(self, column: Column) -> QComboBox:
        combo = QComboBox(self.table)
        combo.setProperty("role", "cell")
        combo.setAccessibleName(f"{self._field.label}: {column.label}")
        combo.addItem("", "")
        if column.kind == "scale":
            for number in range(1, 6):
                combo.addItem(str(number), str(number))
        for choice in column.choices:
            combo.addItem(choice.label, choice.id)
        combo.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        combo.activated.connect(lambda _: self.edited.emit())
        return combo

    def _cell(self, row: int, column: int) -> str:
        widget = self.table.cellWidget(row, column)
        if isinstance(widget, QComboBox):
            return str(widget.currentData() or "")
        item = self.table.item(row, column)
        if item is None:
            return ""
        if self._field.columns[column].kind == "check":
            return "x" if item.checkState() == Qt.CheckState.Checked else ""
        return item.text()

    def _set(self, row: int, column: int, text: str) -> None:
        widget = self.table.cellWidget(row, column)
        if isinstance(widget, QComboBox):
            place = widget.findData(text)
            widget.setCurrentIndex(place if place >= 0 else max(0, widget.findText(text)))
            return
        item = self.table.item(row, column)
        if item is None:
            return
        if self._field.columns[column].kind == "check":
            item.setCheckState(Qt.CheckState.Checked if text else Qt.CheckState.Unchecked)
        else:
            item.setText(text)

    def _changed(self) -> None:
        self.fit()
        self.edited.emit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Paste several cells; Delete empties a cell; Tab at the edges leaves the table."""
        if watched is self.table and isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            if event.matches(QKeySequence.StandardKey.Paste):
                self.paste()
                return True
            if event.key() == Qt.Key.Key_Delete and self.table.currentRow() >= 0:
                self._set(self.table.currentRow(), self.table.currentColumn(), "")
                return True
        return super().eventFilter(watched, event)

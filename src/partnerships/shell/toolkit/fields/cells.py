"""How the cells of a table to fill in are drawn and edited: words, a choice from a list, a point from 1 to 5."""

from PySide6.QtCore import (
    QAbstractItemModel,
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QPoint,
    Qt,
    QTimer,
    Signal,
)
from PySide6.QtGui import QKeyEvent, QPainter, QPen, QPolygon
from PySide6.QtWidgets import QComboBox, QLineEdit, QStyledItemDelegate, QStyleOptionViewItem, QTableWidget, QWidget

from partnerships.library.model import Column, Field
from partnerships.shell.look import Look

Index = QModelIndex | QPersistentModelIndex
CHOSEN = Qt.ItemDataRole.UserRole  # the id of what is chosen in a cell; what is shown is its label
_LISTED = ("choice", "scale")


def is_listed(column: Column) -> bool:
    """Whether a cell of this column is chosen from a list."""
    return column.kind in _LISTED


def offered(column: Column) -> tuple[tuple[str, str], ...]:
    """What a cell can be, each as its id and its label; the first is nothing."""
    if column.kind == "scale":
        return (("", ""), *((str(number), str(number)) for number in range(1, 6)))
    return (("", ""), *((choice.id, choice.label) for choice in column.choices))


class CellDelegate(QStyledItemDelegate):
    """Edits cells. What is typed is in the table at every key; `opened` carries each editor."""

    opened = Signal(QWidget)

    def __init__(self, field: Field, look: Look, table: QTableWidget) -> None:
        super().__init__(table)
        self._field, self._look, self._table = field, look, table

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:
        column = self._field.columns[index.column()]
        editor = self._list(parent, column) if is_listed(column) else self._line(parent, column)
        editor.setAccessibleName(f"{self._field.label}: {column.label}")
        self.opened.emit(editor)
        return editor

    def _line(self, parent: QWidget, column: Column) -> QWidget:
        line = QLineEdit(parent)
        line.setProperty("role", "cell")
        if column.kind == "date":
            line.setPlaceholderText(self.tr("2026-11-24"))
        line.textEdited.connect(lambda _: self.commitData.emit(line))
        return line

    def _list(self, parent: QWidget, column: Column) -> QWidget:
        combo = QComboBox(parent)
        combo.setProperty("role", "cell")
        for name, label in offered(column):
            combo.addItem(label, name)
        combo.activated.connect(lambda _: self._close(combo))
        QTimer.singleShot(0, combo, combo.showPopup)
        return combo

    def setEditorData(self, editor: QWidget, index: Index) -> None:
        if isinstance(editor, QComboBox):
            editor.setCurrentIndex(max(0, editor.findData(index.data(CHOSEN) or "")))
        elif isinstance(editor, QLineEdit) and editor.text() != str(index.data() or ""):
            editor.setText(str(index.data() or ""))  # only what is new, so that the cursor stays where it is

    def setModelData(self, editor: QWidget, model: QAbstractItemModel, index: Index) -> None:
        if isinstance(editor, QComboBox):
            self._table.blockSignals(True)  # one change of a cell is told once
            model.setData(index, editor.currentData(), CHOSEN)
            self._table.blockSignals(False)
            model.setData(index, editor.currentText())
        elif isinstance(editor, QLineEdit) and editor.text() != str(index.data() or ""):
            model.setData(index, editor.text())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Enter closes a cell; Tab goes on to the next one, and from the last out of the table."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress and isinstance(watched, QLineEdit):
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                self._close(watched)
                return True
            if event.key() in (Qt.Key.Key_Tab, Qt.Key.Key_Backtab) and self._at_the_end(event.key()):
                self._close(watched)
                forward = event.key() == Qt.Key.Key_Tab
                (self._table.focusNextChild if forward else self._table.focusPreviousChild)()
                return True
        return super().eventFilter(watched, event)

    def _close(self, editor: QWidget) -> None:
        self.commitData.emit(editor)
        self.closeEditor.emit(editor, QStyledItemDelegate.EndEditHint.NoHint)

    def _at_the_end(self, key: int) -> bool:
        """Whether there is no cell to go on to."""
        at = self._table.currentIndex()
        last = (self._table.rowCount() - 1, self._table.columnCount() - 1)
        return (at.row(), at.column()) == (last if key == Qt.Key.Key_Tab else (0, 0))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """The cell, and a small mark where it opens a list."""
        super().paint(painter, option, index)
        if not is_listed(self._field.columns[index.column()]):
            return
        size = max(3, self._look.scaled(4))
        middle = QPoint(option.rect.right() - 2 * size - 3, option.rect.center().y() - size // 4)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(self._look.theme.color("quiet"), max(1.4, size / 3)))
        painter.drawPolyline(
            QPolygon(
                [middle + QPoint(-size, -size // 2), middle + QPoint(0, size // 2), middle + QPoint(size, -size // 2)]
            )
        )
        painter.restore()

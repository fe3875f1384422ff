"""A table to read: its words break into lines and it is as tall as its rows; the page scrolls, not the table."""

from collections.abc import Sequence

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QFont, QFontMetrics, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableWidget, QTableWidgetItem, QWidget

from partnerships.shell.look import Look

_WRAP = int(Qt.TextFlag.TextWordWrap)
_PADDING, _AIR = 22, 14  # what the style sheet gives to a cell, across and down


class FitTable(QTableWidget):
    """Rows of words. `shares` say how the width is divided among the columns."""

    def __init__(self, look: Look, name: str, shares: Sequence[float], parent: QWidget | None = None) -> None:
        super().__init__(0, len(shares), parent)
        self._look, self._shares = look, tuple(shares)
        self.setAccessibleName(name)
        self.setProperty("section", "toolkit")
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setTextElideMode(Qt.TextElideMode.ElideNone)
        self.setTabKeyNavigation(False)
        self.setWordWrap(True)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.verticalHeader().hide()
        header = self.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag(_WRAP))

    def show_rows(self, heads: Sequence[str], rows: Sequence[Sequence[str]], strong: Sequence[int] = ()) -> None:
        """Show rows under their heads; those whose place is in `strong` stand out."""
        self.setHorizontalHeaderLabels(list(heads))
        self.setRowCount(len(rows))
        bold = QFont(self.font())
        bold.setBold(True)
        for place, row in enumerate(rows):
            for column, words in enumerate(row):
                item = QTableWidgetItem(words)
                item.setTextAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
                if place in strong:
                    item.setFont(bold)
                self.setItem(place, column, item)
        if rows and self.currentRow() < 0:
            self.setCurrentCell(0, 0)
        self.fit()

    def fit(self) -> None:
        """Columns by their shares, rows as high as their words."""
        room, whole = self.viewport().width(), sum(self._shares)
        for column, share in enumerate(self._shares):
            self.setColumnWidth(column, int(room * share / whole))
        head = max((self._height(str(self._head(c)), c, bold=True) for c in range(self.columnCount())), default=0)
        self.horizontalHeader().setFixedHeight(head + _AIR + 2)
        total = 0
        for row in range(self.rowCount()):
            heights = [self._height(self._words(row, column), column) for column in range(self.columnCount())]
            self.setRowHeight(row, max(self._look.scaled(32), max(heights) + _AIR))
            total += self.rowHeight(row)
        self.setFixedHeight(total + head + _AIR + 4 + 2 * self.frameWidth())

    def _head(self, column: int) -> object:
        return self.model().headerData(column, Qt.Orientation.Horizontal)

    def _words(self, row: int, column: int) -> str:
        item = self.item(row, column)
        return item.text() if item else ""

    def _height(self, words: str, column: int, bold: bool = False) -> int:
        font = QFont(self.font())
        font.setBold(bold)
        room = QRect(0, 0, max(20, self.columnWidth(column) - _PADDING), 10_000)
        return QFontMetrics(font).boundingRect(room, _WRAP, words).height()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Set the words anew for another width."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.fit()

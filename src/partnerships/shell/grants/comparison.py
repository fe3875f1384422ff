"""Two to four programs side by side; what differs is marked by a sign and words as well as by its ground."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFont, QKeyEvent, QMouseEvent, QPainter, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from partnerships.shell.grants.comparing import Fact, facts_of
from partnerships.shell.grants.programs import Program
from partnerships.shell.look import Look
from partnerships.shell.parts.drawn import draw_focus, face
from partnerships.shell.parts.lines import Lines, set_lines

Index = QModelIndex | QPersistentModelIndex
SECTION = "grants"
_NAMES, _NARROWEST, _WIDEST = 132, 182, 560  # widths of the names and of a program, at 100 % text
_TOP, _SIDE = 10, 12


class ComparisonModel(QAbstractTableModel):
    """The titles in the first row, the facts below; the names of the facts in the first column."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.programs: tuple[Program, ...] = ()
        self.facts: tuple[Fact, ...] = ()

    def show(self, programs: Sequence[Program], only_different: bool) -> None:
        """Show these programs, with all facts or with those that differ."""
        self.beginResetModel()
        self.programs = tuple(programs)
        self.facts = tuple(fact for fact in facts_of(programs) if fact.differs or not only_different)
        self.endResetModel()

    def fact(self, row: int) -> Fact | None:
        """The fact of a row; none for the row of titles."""
        return self.facts[row - 1] if row else None

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self.facts) + 1

    def columnCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self.programs) + 1

    def words(self, row: int, column: int) -> str:
        """What a cell says."""
        fact = self.fact(row)
        if fact is None:
            return self.programs[column - 1].title if column else ""
        return fact.cells[column - 1] if column else fact.name

    def mark(self, row: int) -> str:
        """How the row is marked beneath its name."""
        fact = self.fact(row)
        if fact is None:
            return ""
        return self.tr("≠ differs") if fact.differs else self.tr("= the same")

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # as Qt has it
        row, column = index.row(), index.column()
        if role == Qt.ItemDataRole.DisplayRole:
            return self.words(row, column)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self._said(row, column)
        return None

    def _said(self, row: int, column: int) -> str:
        fact = self.fact(row)
        if fact is None:
            return self.words(row, column) or self.tr("Programs")
        if not column:
            return f"{fact.name}, {self.tr('differs') if fact.differs else self.tr('the same')}"
        said = self.tr("{fact}, {program}: {words}")
        return said.format(fact=fact.name, program=self.programs[column - 1].title, words=fact.cells[column - 1])


class _Delegate(QStyledItemDelegate):
    def __init__(self, look: Look, model: ComparisonModel, parent: QWidget) -> None:
        super().__init__(parent)
        self._look, self._model = look, model

    def row_height(self, row: int, widths: Sequence[int]) -> int:
        """How tall a row must be for columns of these widths."""
        heights = (sum(lines.height for _, lines in self._texts(row, at, wide)) for at, wide in enumerate(widths))
        return max(heights) + 2 * self._look.scaled(_TOP)

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(self._look.scaled(_NARROWEST), self._look.scaled(40))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        theme = self._look.theme
        rect = QRectF(option.rect)
        fact = self._model.fact(index.row())
        painter.save()
        if fact is None:
            painter.fillRect(rect, theme.section(SECTION).soft)
        elif fact.differs and index.column() == 0:
            painter.fillRect(rect, theme.color("note"))
        painter.fillRect(QRectF(rect.left(), rect.bottom() - 1, rect.width(), 1), theme.color("line"))
        top = rect.top() + self._look.scaled(_TOP)
        for role, lines in self._texts(index.row(), index.column(), round(rect.width())):
            painter.setPen(theme.section(SECTION).ink if role == "section" else theme.color(role))
            lines.draw(painter, rect.left() + self._look.scaled(_SIDE), top)
            top += lines.height
        if option.state & QStyle.StateFlag.State_HasFocus:
            draw_focus(painter, rect.adjusted(1, 1, -1, -1), theme, 4)
        painter.restore()

    def _texts(self, row: int, column: int, width: int) -> list[tuple[str, Lines]]:
        inside = width - 2 * self._look.scaled(_SIDE)
        words, bold = self._model.words(row, column), QFont.Weight.Bold
        fact = self._model.fact(row)
        if fact is None:
            font = self._face(15, bold)
            font.setUnderline(True)  # a title opens its page
            return [("section", set_lines(words, font, inside))]
        if column:
            return [("ink" if fact.differs else "quiet", set_lines(words, self._face(13.5), inside, leading=1.42))]
        ink = "note-ink" if fact.differs else "quiet"
        mark = set_lines(self._model.mark(row), self._face(12, bold if fact.differs else QFont.Weight.Normal), inside)
        return [
            ("note-ink" if fact.differs else "title", set_lines(words, self._face(13.5, bold), inside)),
            (ink, mark),
        ]

    def _face(self, size: float, weight: QFont.Weight = QFont.Weight.Normal) -> QFont:
        return face(size * self._look.text_size / 100, weight)


class ComparisonTable(QTableView):
    """`opened` carries the id of a program whose title was clicked, or in whose column Enter was pressed."""

    opened = Signal(str)

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self.compared = ComparisonModel(self)
        self._delegate = _Delegate(look, self.compared, self)
        self.setModel(self.compared)
        self.setItemDelegate(self._delegate)
        self.setAccessibleName(self.tr("Programs side by side"))
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setTabKeyNavigation(False)
        self.setShowGrid(False)
        self.setMouseTracking(True)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        for head in (self.verticalHeader(), self.horizontalHeader()):
            head.hide()
            head.setMinimumSectionSize(8)
            head.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.compared.modelReset.connect(self.fit)

    def fit(self) -> None:
        """Give columns and rows the sizes that they need."""
        names, number = self._look.scaled(_NAMES), len(self.compared.programs)
        share = (self.viewport().width() - names) // max(1, number)
        widest = self._look.scaled(_WIDEST)
        wide = min(widest, max(self._look.scaled(_NARROWEST), share))
        self.setMaximumWidth(names + number * widest + 2 * self.frameWidth() + self.verticalScrollBar().width())
        widths = [names, *[wide] * number]
        for column, width in enumerate(widths):
            self.setColumnWidth(column, width)
        for row in range(self.compared.rowCount()):
            self.setRowHeight(row, self._delegate.row_height(row, widths))
        self.viewport().update()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        index = self.indexAt(event.position().toPoint())
        opens = index.isValid() and index.row() == 0 and index.column() > 0
        self.viewport().setCursor(Qt.CursorShape.PointingHandCursor if opens else Qt.CursorShape.ArrowCursor)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        index = self.indexAt(event.position().toPoint())
        if index.isValid() and index.row() == 0:
            self._open(index.column())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._open(self.currentIndex().column())
            return
        super().keyPressEvent(event)

    def _open(self, column: int) -> None:
        if column > 0:
            self.opened.emit(self.compared.programs[column - 1].id)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.fit()

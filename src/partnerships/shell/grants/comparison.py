"""Two to four programs side by side; what differs is marked by a sign and words as well as by its ground.

Titles and names of facts are the table's heads, so that they stay in sight whichever way it scrolls.
"""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRect,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QColor, QFont, QKeyEvent, QPainter, QResizeEvent
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
    """A column for each program and a row for each fact."""

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

    def mark(self, row: int) -> str:
        """How a row is marked beneath its name."""
        return self.tr("≠ differs") if self.facts[row].differs else self.tr("= the same")

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self.facts)

    def columnCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self.programs)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        # Any: as Qt has it
        if role not in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return None
        if orientation == Qt.Orientation.Horizontal:
            return self.programs[section].title
        return f"{self.facts[section].name}, {self.mark(section)}"

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # as Qt has it
        words = self.facts[index.row()].cells[index.column()]
        if role == Qt.ItemDataRole.DisplayRole:
            return words
        if role == Qt.ItemDataRole.AccessibleTextRole:
            said = self.tr("{fact}, {program}: {words}")
            program = self.programs[index.column()].title
            return said.format(fact=self.facts[index.row()].name, program=program, words=words)
        return None


class _Paint:
    """Sets and paints words in cells and heads; text sizes and colors of the look in use."""

    def __init__(self, look: Look, model: ComparisonModel) -> None:
        self.look, self._model = look, model

    def px(self, length: float) -> int:
        return self.look.scaled(length)

    def cell(self, row: int, column: int, width: int) -> list[tuple[QColor, Lines]]:
        """The words of a cell; what is the same everywhere is quiet."""
        fact = self._model.facts[row]
        ink = self.look.theme.color("ink" if fact.differs else "quiet")
        return [(ink, self._lines(fact.cells[column], width, 13.5, leading=1.42))]

    def name(self, row: int, width: int) -> list[tuple[QColor, Lines]]:
        """The name of a fact, and its mark."""
        fact, theme = self._model.facts[row], self.look.theme
        roles = ("note-ink", "note-ink") if fact.differs else ("title", "quiet")
        weight = QFont.Weight.Bold if fact.differs else QFont.Weight.Normal
        name = self._lines(fact.name, width, 13.5, QFont.Weight.Bold)
        mark = self._lines(self._model.mark(row), width, 12, weight)
        return [(theme.color(roles[0]), name), (theme.color(roles[1]), mark)]

    def title(self, column: int, width: int) -> list[tuple[QColor, Lines]]:
        """The title of a program, underlined since it opens its page."""
        lines = self._lines(self._model.programs[column].title, width, 15, QFont.Weight.Bold, underlined=True)
        return [(self.look.theme.section(SECTION).ink, lines)]

    def height(self, texts: list[tuple[QColor, Lines]]) -> int:
        """How tall a cell must be for its words."""
        return sum(lines.height for _, lines in texts) + 2 * self.px(_TOP)

    def paint(self, painter: QPainter, rect: QRectF, texts: list[tuple[QColor, Lines]], ground: QColor) -> None:
        """Paint a cell on its ground, with a line below."""
        painter.fillRect(rect, ground)
        painter.fillRect(QRectF(rect.left(), rect.bottom() - 1, rect.width(), 1), self.look.theme.color("line"))
        top = rect.top() + self.px(_TOP)
        for ink, lines in texts:
            painter.setPen(ink)
            lines.draw(painter, rect.left() + self.px(_SIDE), top)
            top += lines.height

    def _lines(
        self,
        words: str,
        width: int,
        size: float,
        weight: QFont.Weight = QFont.Weight.Normal,
        leading: float = 1.35,
        underlined: bool = False,
    ) -> Lines:
        font = face(size * self.look.text_size / 100, weight)
        font.setUnderline(underlined)
        return set_lines(words, font, width - 2 * self.px(_SIDE), leading=leading)


class _Cells(QStyledItemDelegate):
    def __init__(self, paint: _Paint, parent: QWidget) -> None:
        super().__init__(parent)
        self._paint = paint

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(self._paint.px(_NARROWEST), self._paint.px(40))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        theme, rect = self._paint.look.theme, QRectF(option.rect)
        painter.save()
        texts = self._paint.cell(index.row(), index.column(), round(rect.width()))
        self._paint.paint(painter, rect, texts, theme.color("card"))
        if option.state & QStyle.StateFlag.State_HasFocus:
            draw_focus(painter, rect.adjusted(1, 1, -1, -1), theme, 4)
        painter.restore()


class _Heads(QHeaderView):
    """The titles above, or the names of the facts at left."""

    def __init__(self, paint: _Paint, model: ComparisonModel, orientation: Qt.Orientation, parent: QWidget) -> None:
        super().__init__(orientation, parent)
        self._paint, self._model = paint, model
        self.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.setMinimumSectionSize(8)
        self.setHighlightSections(False)
        if orientation == Qt.Orientation.Horizontal:
            self.setSectionsClickable(True)
            self.viewport().setCursor(Qt.CursorShape.PointingHandCursor)

    def paintSection(self, painter: QPainter, rect: QRect, section: int) -> None:
        theme = self._paint.look.theme
        painter.save()
        if self.orientation() == Qt.Orientation.Horizontal:
            self._paint.paint(
                painter, QRectF(rect), self._paint.title(section, rect.width()), theme.section(SECTION).soft
            )
        else:
            ground = theme.color("note" if self._model.facts[section].differs else "card")
            self._paint.paint(painter, QRectF(rect), self._paint.name(section, rect.width()), ground)
        painter.restore()


class ComparisonTable(QTableView):
    """`opened` carries the id of a program whose title was clicked, or in whose column Enter was pressed."""

    opened = Signal(str)

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self.compared = ComparisonModel(self)
        self._paint = _Paint(look, self.compared)
        self.setModel(self.compared)
        self.setItemDelegate(_Cells(self._paint, self))
        self.setHorizontalHeader(_Heads(self._paint, self.compared, Qt.Orientation.Horizontal, self))
        self.setVerticalHeader(_Heads(self._paint, self.compared, Qt.Orientation.Vertical, self))
        self.horizontalHeader().sectionClicked.connect(self._open)
        self.setAccessibleName(self.tr("Programs side by side"))
        self.setCornerButtonEnabled(False)
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setTabKeyNavigation(False)
        self.setShowGrid(False)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.compared.modelReset.connect(self.fit)

    def fit(self) -> None:
        """Give columns, rows and heads the sizes that they need, and the table no more than they fill."""
        names, number = self._look.scaled(_NAMES), len(self.compared.programs)
        room = self.width() - names - 2 * self.frameWidth() - self.verticalScrollBar().sizeHint().width()
        wide = min(self._look.scaled(_WIDEST), max(self._look.scaled(_NARROWEST), room // max(1, number)))
        paint = self._paint
        tall = max((paint.height(paint.title(column, wide)) for column in range(number)), default=0)
        self.verticalHeader().setFixedWidth(names)
        self.horizontalHeader().setFixedHeight(tall)
        for column in range(number):
            self.setColumnWidth(column, wide)
        total = tall
        for row in range(self.compared.rowCount()):
            cells = [paint.cell(row, column, wide) for column in range(number)]
            height = max(paint.height(texts) for texts in (paint.name(row, names), *cells))
            self.setRowHeight(row, height)
            total += height
        self.setMaximumHeight(total + 2 * self.frameWidth() + self.horizontalScrollBar().sizeHint().height())
        self.viewport().update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._open(self.currentIndex().column())
            return
        super().keyPressEvent(event)

    def _open(self, column: int) -> None:
        if column >= 0:
            self.opened.emit(self.compared.programs[column].id)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.fit()

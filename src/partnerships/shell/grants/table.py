"""The table of programs: as tall as its rows, with a box to tick in front of each."""

from PySide6.QtCore import QEvent, QRect, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from partnerships.shell.grants.drawing import Index, ProgramDelegate
from partnerships.shell.grants.model import AWARD, CHECK, OPENS, PAYS, PROGRAM, STATUS, ProgramsModel
from partnerships.shell.grants.programs import Program
from partnerships.shell.look import Look
from partnerships.shell.parts.drawn import draw_focus

_FIXED = {CHECK: 38, OPENS: 176, STATUS: 104}  # widths at 100 % text
_SHARES = {PROGRAM: 0.35, PAYS: 0.36, AWARD: 0.29}  # of what is left
_STACKED_BELOW = 700
_ORDERS = {PROGRAM: "program", PAYS: "pays", AWARD: "award", OPENS: "opens", STATUS: "status"}
_DOWN_FIRST = {AWARD}  # the first click on these heads puts the largest first


class ProgramTable(QTableView):
    """`opened` carries a program's id, `order_wanted` an order, `moved` the place of the row with the keyboard."""

    opened = Signal(str)
    order_wanted = Signal(str)
    moved = Signal(QRect)

    def __init__(self, look: Look, model: ProgramsModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look, self._model, self._order = look, model, ""
        self._measure: tuple[tuple[Program, ...], tuple[int, ...], int] = ((), (), 0)  # what the sizes were made for
        self._delegate = ProgramDelegate(look, self)
        self.setModel(model)
        self.setItemDelegate(self._delegate)
        self.setAccessibleName(self.tr("Programs"))
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setTabKeyNavigation(False)
        self.setMouseTracking(True)
        self.setShowGrid(False)
        self.setWordWrap(True)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.verticalHeader().hide()
        self.verticalHeader().setMinimumSectionSize(8)
        head = self.horizontalHeader()
        head.setSectionsClickable(True)
        head.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        head.setMinimumSectionSize(8)
        head.setHighlightSections(False)
        head.setSortIndicatorShown(True)
        head.sectionClicked.connect(self._sort_by)
        model.modelReset.connect(self.fit)

    @property
    def is_stacked(self) -> bool:
        """Whether there is room for one column only."""
        return self._delegate.stacked

    def show_order(self, order: str) -> None:
        """Show on the heads what the rows are ordered by."""
        self._order = order
        column = next((held for held, name in _ORDERS.items() if name == order.removeprefix("-")), -1)
        down = order.startswith("-")
        self.horizontalHeader().setSortIndicator(
            column, Qt.SortOrder.DescendingOrder if down else Qt.SortOrder.AscendingOrder
        )

    def fit(self) -> None:
        """Give columns and rows the sizes that they need, and the table the height of its rows."""
        width = self.viewport().width()
        self._delegate.stacked = width < self._look.scaled(_STACKED_BELOW)
        widths = self._widths(width)
        measure = (self._model.rows, widths, self._look.text_size)
        if measure == self._measure:
            self.viewport().update()
            return
        self._measure = measure
        for column, wide in enumerate(widths):
            self.setColumnHidden(column, wide == 0)
            self.setColumnWidth(column, wide)
        head = self.horizontalHeader()
        head.setVisible(not self._delegate.stacked)
        head.setFixedHeight(self._look.scaled(34))
        total = 0 if self._delegate.stacked else head.height()
        for row, program in enumerate(self._model.rows):
            height = self._delegate.row_height(program, widths)
            self.setRowHeight(row, height)
            total += height
        self.setFixedHeight(total + 2 * self.frameWidth() + 2)
        self.viewport().update()

    def _widths(self, width: int) -> tuple[int, ...]:
        fixed = {column: self._look.scaled(wide) for column, wide in _FIXED.items()}
        if self._delegate.stacked:
            return (fixed[CHECK], width - fixed[CHECK], 0, 0, 0, 0)
        rest = width - sum(fixed.values())
        shares = {column: round(rest * share) for column, share in _SHARES.items()}
        shares[PROGRAM] += rest - sum(shares.values())
        return tuple((fixed | shares)[column] for column in range(6))

    def _sort_by(self, column: int) -> None:
        name = _ORDERS.get(column)
        if name is None:
            self.show_order(self._order)
            return
        first, second = (f"-{name}", name) if column in _DOWN_FIRST else (name, f"-{name}")
        self.order_wanted.emit(second if self._order == first else first)

    # --- mouse and keyboard ------------------------------------------------------------------------

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        row = self.rowAt(round(event.position().y()))
        self._hover(row)
        self.viewport().setCursor(Qt.CursorShape.PointingHandCursor if row >= 0 else Qt.CursorShape.ArrowCursor)

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self._hover(-1)

    def _hover(self, row: int) -> None:
        if row != self._delegate.hovered:
            self._delegate.hovered = row
            self.viewport().update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        index = self.indexAt(event.position().toPoint())
        if event.button() != Qt.MouseButton.LeftButton or not index.isValid():
            return
        if index.column() == CHECK:
            self._model.tick(index.row())
        else:
            self.opened.emit(self._model.rows[index.row()].id)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        row = self.currentIndex().row()
        key = event.key()
        if key == Qt.Key.Key_Space and row >= 0:
            self._model.tick(row)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and row >= 0:
            self.opened.emit(self._model.rows[row].id)
        elif key in (Qt.Key.Key_Home, Qt.Key.Key_End) and self._model.rows:
            last = len(self._model.rows) - 1
            self.setCurrentIndex(self._model.index(0 if key == Qt.Key.Key_Home else last, PROGRAM))
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if self._model.rows and not self.currentIndex().isValid():
            self.setCurrentIndex(self._model.index(0, PROGRAM))
        self._tell_row()

    def currentChanged(self, current: Index, previous: Index) -> None:
        super().currentChanged(current, previous)
        self.viewport().update()
        if self.hasFocus():
            self._tell_row()

    def _tell_row(self) -> None:
        row = self.currentIndex().row()
        if row >= 0:
            self.moved.emit(self._row_rect(row).translated(self.viewport().pos()))

    def _row_rect(self, row: int) -> QRect:
        return QRect(0, self.rowViewportPosition(row), self.viewport().width(), self.rowHeight(row))

    # --- Qt ----------------------------------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        row = self.currentIndex().row()
        if self.hasFocus() and row >= 0:
            painter = QPainter(self.viewport())
            draw_focus(painter, self._row_rect(row).toRectF().adjusted(1, 0, -1, -1), self._look.theme, 4)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.fit()

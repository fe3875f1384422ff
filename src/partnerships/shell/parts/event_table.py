"""The events as a table: when, what happened, and in which lane."""

from typing import Any

from PySide6.QtCore import (
    QAbstractTableModel,
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QSize,
    Qt,
    QTimer,
    Signal,
)
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from partnerships.library.model import Event
from partnerships.library.text import plain
from partnerships.shell.parts.drawn import text_scale
from partnerships.shell.parts.moments import date_words, lane_words

Index = QModelIndex | QPersistentModelIndex
_WHEN, _WHAT, _LANE = range(3)
_WHEN_WIDTH, _LANE_WIDTH, _NARROW = 168, 140, 560  # pixels at 100 % text


class EventRows(QAbstractTableModel):
    """The events that are shown, in the order of time."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.events: tuple[Event, ...] = ()

    def show(self, events: tuple[Event, ...]) -> None:
        """Show these events."""
        self.beginResetModel()
        self.events = events
        self.endResetModel()

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self.events)

    def columnCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else 3

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if orientation == Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return (self.tr("When"), self.tr("What happened"), self.tr("Lane"))[section]
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # as Qt has it
        event = self.events[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return (date_words(event), plain(event.title), lane_words(event.lane))[index.column()]
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return ", ".join((date_words(event), plain(event.title), lane_words(event.lane)))
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop
        return None


class _Airy(QStyledItemDelegate):
    """Rows with air around their words."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return super().sizeHint(option, index) + QSize(0, 8)


class EventTable(QTableView):
    """Shows events. `chosen` carries one that was clicked or opened with Enter, `moved` one that was reached."""

    chosen = Signal(str)
    moved = Signal(str)

    def __init__(self, section: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._quiet = False
        self.rows = EventRows(self)
        self.setModel(self.rows)
        self.setProperty("section", section)
        self.setAccessibleName(self.tr("Events"))
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setTabKeyNavigation(False)
        self.setItemDelegate(_Airy(self))
        self.setShowGrid(False)
        self.setAlternatingRowColors(True)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.verticalHeader().hide()
        header = self.horizontalHeader()
        header.setSectionsClickable(False)
        header.setHighlightSections(False)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        header.setSectionResizeMode(_WHAT, QHeaderView.ResizeMode.Stretch)
        self.clicked.connect(lambda index: self.chosen.emit(self.rows.events[index.row()].id))
        self.activated.connect(lambda index: self.chosen.emit(self.rows.events[index.row()].id))

    def show_events(self, events: tuple[Event, ...]) -> None:
        """Show these events."""
        self.rows.show(events)
        self._fit()

    def set_current(self, event: str) -> None:
        """Choose an event's row without telling anyone."""
        place = next((place for place, held in enumerate(self.rows.events) if held.id == event), -1)
        if place < 0:
            self.clearSelection()
            return
        self._quiet = True
        self.setCurrentIndex(self.rows.index(place, _WHAT))
        self._quiet = False
        QTimer.singleShot(0, self, self._settle)

    def currentChanged(self, current: Index, previous: Index) -> None:
        """Tell which row the keyboard has reached."""
        super().currentChanged(current, previous)
        if current.isValid() and current.row() != previous.row() and self.hasFocus() and not self._quiet:
            self.moved.emit(self.rows.events[current.row()].id)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Break the lines anew."""
        super().resizeEvent(event)
        self._fit()

    def changeEvent(self, event: QEvent) -> None:
        """Break the lines anew in another text size."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._fit()

    def _fit(self) -> None:
        scale = text_scale(self)
        self.setColumnWidth(_WHEN, round(_WHEN_WIDTH * scale))
        self.setColumnWidth(_LANE, round(_LANE_WIDTH * scale))
        self.setColumnHidden(_LANE, self.width() < _NARROW * scale)
        QTimer.singleShot(0, self, self._settle)  # the middle column has its width only then

    def _settle(self) -> None:
        self.resizeRowsToContents()
        if self.currentIndex().isValid():
            self.scrollTo(self.currentIndex())

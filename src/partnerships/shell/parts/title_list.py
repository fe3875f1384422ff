"""A list of titles under small headings, each with a quiet second line: contents, sheets, notes."""

from dataclasses import dataclass, replace
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPen, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from partnerships.shell.parts.drawn import shows_ring, text_scale
from partnerships.shell.parts.lines import Lines, set_lines
from partnerships.shell.theme.theme import Theme

Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True, slots=True)
class Row:
    """One row. A heading has no `key`; `done` puts a tick before the second line."""

    title: str
    key: str = ""
    line: str = ""
    done: bool = False


class _Rows(QAbstractListModel):
    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.rows: tuple[Row, ...] = ()

    def show(self, rows: tuple[Row, ...]) -> None:
        self.beginResetModel()
        self.rows = rows
        self.endResetModel()

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self.rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # as Qt has it
        row = self.rows[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return row.title
        if role in (Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole) and row.key:
            done = self.tr("done") if row.done and role == Qt.ItemDataRole.AccessibleTextRole else ""
            return ", ".join(filter(None, (row.title, row.line, done)))
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        if self.rows[index.row()].key:
            return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        return Qt.ItemFlag.NoItemFlags


class _Delegate(QStyledItemDelegate):
    """Draws headings small and grey, titles wrapped, second lines quiet; the chosen row in the section's color."""

    def __init__(self, view: "TitleList") -> None:
        super().__init__(view)
        self._view = view
        self._set: dict[tuple[Row, int, int], tuple[Lines, Lines]] = {}  # each row once for a width and text size

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        row = self._view.row(index.row())
        title, line = self._lines(row)
        height = title.height + (line.height + 2 if row.line else 0)
        return QSize(self._room(), height + round((14 if row.key else 12) * self._view.text_size / 100))

    def _room(self) -> int:
        return max(60, self._view.viewport().width())

    def _lines(self, row: Row) -> tuple[Lines, Lines]:
        """Title and second line, broken as if bold, so that choosing a row never changes where its lines break."""
        key = (row, self._room(), self._view.text_size)
        if key not in self._set:
            inner = self._room() - self._left() - 8
            title, line = (_bold(font) for font in self._fonts(row))
            self._set[key] = (
                set_lines(row.title, title, inner, leading=_leading(title)),
                set_lines(("✓ " if row.done else "") + row.line, line, inner, leading=_leading(line)),
            )
        return self._set[key]

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        row = self._view.row(index.row())
        theme, colors = self._view.theme, self._view.theme.section(self._view.section)
        selected = bool(option.state & QStyle.StateFlag.State_Selected) and bool(row.key)
        focused = bool(option.state & QStyle.StateFlag.State_HasFocus)
        hovered = bool(option.state & QStyle.StateFlag.State_MouseOver) and bool(row.key)
        rect: QRect = option.rect
        painter.save()
        if selected:
            painter.fillRect(rect, colors.soft)
            painter.fillRect(QRect(rect.left(), rect.top(), 4, rect.height()), colors.bar)
        elif hovered:
            painter.fillRect(rect, theme.color("hover"))
        elif self._view.fits:
            painter.fillRect(QRect(rect.left(), rect.top(), 2, rect.height()), theme.color("line"))
        title, line = self._lines(row)
        fonts = self._fonts(row, selected)
        left, top = rect.left() + self._left(), rect.top() + round((7 if row.key else 6) * self._view.text_size / 100)
        painter.setPen(colors.ink if selected else theme.color("ink" if row.key else "quiet"))
        replace(title, font=fonts[0]).draw(painter, left, top)
        if row.line:
            painter.setPen(theme.color("quiet"))
            replace(line, font=fonts[1]).draw(painter, left, top + title.height + 2)
        if focused and row.key and shows_ring(self._view):
            painter.setPen(QPen(theme.color("focus"), 2))
            painter.drawRoundedRect(rect.adjusted(2, 1, -2, -1), 5, 5)
        painter.restore()

    def _left(self) -> int:
        return 12 if self._view.fits else 18

    def _fonts(self, row: Row, selected: bool = False) -> tuple[QFont, QFont]:
        title = QFont(self._view.font())
        title.setPixelSize(round((13.5 if row.key else 12) * self._view.text_size / 100))
        title.setWeight(QFont.Weight.Bold if selected else QFont.Weight.Normal)
        line = QFont(self._view.font())
        line.setPixelSize(round(12 * self._view.text_size / 100))
        line.setWeight(QFont.Weight.Normal)
        return title, line


def _bold(font: QFont) -> QFont:
    bold = QFont(font)
    bold.setWeight(QFont.Weight.Bold)
    return bold


def _leading(font: QFont) -> float:
    return QFontMetricsF(font).lineSpacing() / font.pixelSize()


class TitleList(QListView):
    """Shows rows; `chosen` carries the key of a row that was clicked or opened with Enter."""

    chosen = Signal(str)

    def __init__(self, theme: Theme, section: str, fits: bool = False, parent: QWidget | None = None) -> None:
        """`fits` makes the list as tall as its rows, without scrolling of its own."""
        super().__init__(parent)
        self.fits = fits
        if fits:
            self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.theme, self.section, self.text_size = theme, section, round(100 * text_scale(self))
        self._rows = _Rows(self)
        self.setModel(self._rows)
        self.setItemDelegate(_Delegate(self))
        self.setProperty("role", "side")
        self.setProperty("section", section)
        self.setMouseTracking(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.clicked.connect(self._tell)
        self.activated.connect(self._tell)

    def restyle(self, theme: Theme, text_size: int, section: str) -> None:
        """Use another look."""
        self.theme, self.text_size, self.section = theme, text_size, section
        self.setProperty("section", section)
        self.scheduleDelayedItemsLayout()
        self._fit()
        self.viewport().update()

    def show_rows(self, rows: tuple[Row, ...], current: str = "") -> None:
        """Show rows, the one with the key `current` chosen and in sight."""
        if rows != self._rows.rows:
            self._rows.show(rows)
            self._fit()
        self.set_current(current)

    def set_current(self, key: str) -> None:
        """Choose the row with this key without telling anyone."""
        for place, row in enumerate(self._rows.rows):
            if row.key and row.key == key:
                index = self._rows.index(place)
                self.setCurrentIndex(index)
                if not self.viewport().rect().contains(self.visualRect(index)):
                    self.scrollTo(index, QAbstractItemView.ScrollHint.PositionAtCenter)
                return
        self.clearSelection()

    def count(self) -> int:
        """How many rows are shown, headings among them."""
        return len(self._rows.rows)

    def row(self, place: int) -> Row:
        """The row at a place from the top."""
        return self._rows.rows[place]

    def _tell(self, index: QModelIndex) -> None:
        if key := self.row(index.row()).key:
            self.chosen.emit(key)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Break the lines anew."""
        super().resizeEvent(event)
        self.scheduleDelayedItemsLayout()
        self._fit()

    def _fit(self) -> None:
        if self.fits and self._rows.rows:
            hints = (self.sizeHintForIndex(self._rows.index(place)).height() for place in range(len(self._rows.rows)))
            self.setFixedHeight(sum(hints) + 2 * self.frameWidth() + 4)

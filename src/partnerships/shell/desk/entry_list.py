"""The list of the directory's entries: title, who and when, forms and status in each row."""

from PySide6.QtCore import QRect, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPen, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from partnerships.library.model import Entry
from partnerships.shell.desk.directory_model import EntryRows, Index, entry_forms, entry_line
from partnerships.shell.look import Look
from partnerships.shell.parts.drawn import draw_focus, face
from partnerships.shell.vocabulary import life_words

_SECTION = "desk"
_WRAP = int(Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
_RIGHT = int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop)
_TONES = {"living": "good", "renamed": "warn", "defunct": "none"}
_LEFT, _SIDE, _WIDE = 18, 136, 520  # pixels at 100 % text: margin, right column, and where it has room


class _Delegate(QStyledItemDelegate):
    """Draws a row: words at left; status and forms at right, or below where it is narrow."""

    def __init__(self, view: "EntryList") -> None:
        super().__init__(view)
        self._view = view

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        entry = self._view.rows.entries[index.row()]
        width = max(self._px(120), self._view.viewport().width())
        room = self._words_width(width)
        title, line = self._fonts()
        height = _height(title, entry.title, room) + self._px(2) + _height(line, entry_line(entry), room)
        if not self._is_wide(width):
            return QSize(width, height + self._px(48))
        side = self._px(45 if self._forms(entry) else 20)
        return QSize(width, max(height, side) + self._px(20))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        view = self._view
        theme, colors = view.look.theme, view.look.theme.section(_SECTION)
        entry = view.rows.entries[index.row()]
        rect: QRect = option.rect
        state: QStyle.StateFlag = option.state
        selected = bool(state & QStyle.StateFlag.State_Selected)
        painter.save()
        if selected:
            painter.fillRect(rect, colors.soft)
            painter.fillRect(QRect(rect.left(), rect.top(), 4, rect.height()), colors.bar)
        elif state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(rect, theme.color("hover"))
        painter.setPen(QPen(theme.color("line-soft"), theme.border))
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())
        self._paint_words(painter, rect, entry, selected)
        self._paint_side(painter, rect, entry)
        if state & QStyle.StateFlag.State_HasFocus and view.hasFocus():
            draw_focus(painter, QRectF(rect).adjusted(1, 1, -1, -1), theme, 5)
        painter.restore()

    def _paint_words(self, painter: QPainter, rect: QRect, entry: Entry, selected: bool) -> None:
        theme = self._view.look.theme
        title, line = self._fonts()
        room = self._words_width(rect.width())
        place = QRect(rect.left() + self._px(_LEFT), rect.top() + self._px(10), room, rect.height())
        painter.setFont(title)
        painter.setPen(theme.section(_SECTION).ink if selected else theme.color("title"))
        painter.drawText(place, _WRAP, entry.title)
        place.translate(0, _height(title, entry.title, room) + self._px(2))
        painter.setFont(line)
        painter.setPen(theme.color("quiet"))
        painter.drawText(place, _WRAP, entry_line(entry))

    def _paint_side(self, painter: QPainter, rect: QRect, entry: Entry) -> None:
        theme = self._view.look.theme
        _, small = self._fonts()
        wide = self._is_wide(rect.width())
        top = rect.top() + self._px(10) if wide else rect.bottom() - self._px(32)
        words, tone = life_words()[entry.status], _TONES[entry.status]
        chip_width = QFontMetrics(small).horizontalAdvance(words) + self._px(18)
        left = rect.right() - self._px(_LEFT) - chip_width if wide else rect.left() + self._px(_LEFT)
        chip = QRect(left, top, chip_width, self._px(20))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.color(tone))
        painter.drawRoundedRect(QRectF(chip), self._px(9), self._px(9))
        painter.setFont(small)
        painter.setPen(theme.color(f"{tone}-ink"))
        painter.drawText(chip, int(Qt.AlignmentFlag.AlignCenter), words)
        painter.setPen(theme.color("quiet"))
        if wide:
            below = QRect(rect.right() - self._px(_LEFT + _SIDE), top + self._px(25), self._px(_SIDE), self._px(20))
            painter.drawText(below, _RIGHT, self._forms(entry))
        else:
            beside = chip.translated(chip_width + self._px(10), 0)
            beside.setRight(rect.right() - self._px(_LEFT))
            painter.drawText(beside, int(Qt.AlignmentFlag.AlignVCenter), self._forms(entry))

    def _forms(self, entry: Entry) -> str:
        ordered = self.tr("✓ On your list") if entry.id in self._view.rows.wanted else ""
        return ordered or entry_forms(entry)

    def _is_wide(self, width: int) -> bool:
        return width >= self._px(_WIDE)

    def _words_width(self, width: int) -> int:
        return width - self._px(2 * _LEFT) - (self._px(_SIDE + 12) if self._is_wide(width) else 0)

    def _fonts(self) -> tuple[QFont, QFont]:
        scale = self._view.look.text_size / 100
        return face(14.5 * scale, QFont.Weight.Bold), face(12.5 * scale)

    def _px(self, length: float) -> int:
        return self._view.look.scaled(length)


class EntryList(QListView):
    """Shows entries. `chosen` carries one that was clicked or opened with Enter, `moved` one that was reached."""

    chosen = Signal(str)
    moved = Signal(str)

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.look = look
        self._quiet = False
        self.rows = EntryRows(self)
        self.setModel(self.rows)
        self.setItemDelegate(_Delegate(self))
        self.setMouseTracking(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.clicked.connect(lambda index: self.chosen.emit(self.rows.entries[index.row()].id))
        self.activated.connect(lambda index: self.chosen.emit(self.rows.entries[index.row()].id))
        look.changed.connect(self._restyle)

    def set_current(self, entry: str) -> None:
        """Choose an entry's row without telling anyone; none where it is not shown."""
        place = self.rows.place_of(entry)
        if place < 0:
            self.clearSelection()
            return
        index = self.rows.index(place)
        if index != self.currentIndex() or not self.selectionModel().isSelected(index):
            self._quiet = True
            self.setCurrentIndex(index)
            self._quiet = False
        QTimer.singleShot(0, self, self._bring_in)  # rows are laid out only then

    def _bring_in(self) -> None:
        seen = self.viewport().rect().intersects(self.visualRect(self.currentIndex()))
        hint = QAbstractItemView.ScrollHint
        self.scrollTo(self.currentIndex(), hint.EnsureVisible if seen else hint.PositionAtCenter)

    def currentChanged(self, current: Index, previous: Index) -> None:
        """Tell which row the keyboard has reached."""
        super().currentChanged(current, previous)
        if current.isValid() and self.hasFocus() and not self._quiet:
            self.moved.emit(self.rows.entries[current.row()].id)

    def _restyle(self) -> None:
        self.scheduleDelayedItemsLayout()
        self.viewport().update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Break the lines anew."""
        super().resizeEvent(event)
        self.scheduleDelayedItemsLayout()


def _height(font: QFont, words: str, width: int) -> int:
    return QFontMetrics(font).boundingRect(QRect(0, 0, width, 10_000), _WRAP, words).height() if words else 0

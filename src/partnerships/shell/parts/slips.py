"""A list of slips of paper: what a person marked or wrote, each with its marker or sign."""

from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPen, QResizeEvent, QTextLayout
from PySide6.QtWidgets import QAbstractItemView, QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from partnerships.shell.look import Look
from partnerships.shell.parts.lines import Lines, set_lines
from partnerships.shell.parts.markers import draw_swatch
from partnerships.shell.theme.icons import icon

Index = QModelIndex | QPersistentModelIndex
_SIDE, _TOP, _GAP, _SIGN = 8, 8, 8, 17  # pixels at 100 % text


@dataclass(frozen=True, slots=True)
class Slip:
    """One slip. `color` is a marker's, else `icon` is drawn; `spoken` is what assistive technology says before it.

    `title` is strong, `text` plain, `line` quiet. A slip without a `key` is a heading over those that follow.
    """

    key: str
    title: str
    text: str = ""
    line: str = ""
    color: str = ""
    icon: str = "note"
    spoken: str = ""


class _Slips(QAbstractListModel):
    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.slips: tuple[Slip, ...] = ()

    def show(self, slips: tuple[Slip, ...]) -> None:
        self.beginResetModel()
        self.slips = slips
        self.endResetModel()

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self.slips)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # as Qt has it
        slip = self.slips[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return slip.title
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return ". ".join(part for part in (slip.spoken, slip.title, slip.text, slip.line) if part)
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        if self.slips[index.row()].key:
            return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        return Qt.ItemFlag.NoItemFlags


class _Delegate(QStyledItemDelegate):
    def __init__(self, look: Look, view: "SlipList") -> None:
        super().__init__(view)
        self._look, self._view = look, view

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        width = max(120, self._view.viewport().width())
        slip = self._view.slip(index.row())
        inner = self._inner(width)
        height = self._quick_height(slip, inner) if self._view.quick else self._height(slip, inner)
        return QSize(width, height + 2 * self._look.scaled(_TOP))

    def _height(self, slip: Slip, width: int) -> int:
        return sum(lines.height for lines in self._lines(slip, width))

    def _quick_height(self, slip: Slip, width: int) -> int:
        """As tall as the lines may be at most: words that are wider than one line have all that they are given."""
        height = 0.0
        for words, font, most in zip(
            (slip.title, slip.text, slip.line), self._fonts(slip), self._view.most, strict=True
        ):
            if words:
                wide = most > 1 and QFontMetricsF(font).horizontalAdvance(words) > width
                height += 1.35 * font.pixelSize() * (most if wide else 1)
        return round(height)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        slip = self._view.slip(index.row())
        theme, rect = self._look.theme, QRect(option.rect)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        chosen = bool(option.state & QStyle.StateFlag.State_Selected) and bool(slip.key)
        if chosen:
            painter.fillRect(rect, theme.color("select"))
        elif option.state & QStyle.StateFlag.State_MouseOver and slip.key:
            painter.fillRect(rect, theme.color("hover"))
        left = rect.left() + self._look.scaled(_SIDE)
        top = float(rect.top() + self._look.scaled(_TOP))
        if slip.key:
            self._paint_sign(painter, slip, left, round(top))
        for lines, role in zip(self._lines(slip, self._inner(rect.width())), ("title", "ink", "quiet"), strict=True):
            painter.setPen(theme.color(role if slip.key else "quiet"))
            place = left + (self._look.scaled(_SIGN + _GAP) if slip.key else 0)
            self._paint_marked(painter, lines, place, top)
            lines.draw(painter, place, top)
            top += lines.height
        if not chosen and self._view.quick:
            painter.fillRect(rect.left(), rect.bottom(), rect.width(), 1, theme.color("line-soft"))
        if chosen and self._view.hasFocus():
            painter.setPen(QPen(theme.color("focus"), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(QRectF(rect).adjusted(1, 1, -1, -1), 5, 5)
        painter.restore()

    def _paint_sign(self, painter: QPainter, slip: Slip, left: int, top: int) -> None:
        size = self._look.scaled(_SIGN)
        if slip.color:
            draw_swatch(painter, self._look.theme, slip.color, QRectF(left + 1, top + 1, size - 2, size - 2))
        else:
            icon(slip.icon, self._look.theme, "quiet").paint(painter, QRect(left, top, size, size))

    def _paint_marked(self, painter: QPainter, lines: Lines, left: float, top: float) -> None:
        """Draw the ground under words that were searched for."""
        for place, text in enumerate(lines.texts):
            spans = _spans(text, self._view.words)
            if not spans:
                continue
            layout = QTextLayout(text, lines.font)
            layout.beginLayout()
            line = layout.createLine()
            layout.endLayout()
            for start, end in spans:
                begin, stop = line.cursorToX(start)[0], line.cursorToX(end)[0]  # type: ignore[index]  # x and cursor
                ground = QRectF(left + begin, top + place * lines.leading, stop - begin, lines.leading)
                painter.fillRect(ground, self._look.theme.color("focus-soft"))

    def _lines(self, slip: Slip, width: int) -> tuple[Lines, Lines, Lines]:
        title, text, quiet = self._fonts(slip)
        most = self._view.most
        wide = width if slip.key else width + self._look.scaled(_SIGN + _GAP)
        return (
            set_lines(slip.title, title, wide, most[0]),
            set_lines(slip.text, text, wide, most[1]),
            set_lines(slip.line, quiet, wide, most[2]),
        )

    def _inner(self, width: int) -> int:
        return width - self._look.scaled(2 * _SIDE + _SIGN + _GAP)

    def _fonts(self, slip: Slip) -> tuple[QFont, QFont, QFont]:
        fonts = []
        for size, weight in ((13, QFont.Weight.DemiBold), (13.5, QFont.Weight.Normal), (12, QFont.Weight.Normal)):
            font = QFont(self._view.font())
            font.setPixelSize(self._look.scaled(size))
            font.setWeight(weight if slip.key else QFont.Weight.Normal)
            fonts.append(font)
        return fonts[0], fonts[1], fonts[2]


class SlipList(QListView):
    """`chosen` carries the key of a slip that was opened with Enter, a double click or, with `opens_on_click`, a click;
    `pointed` that of the current one.

    `most` are the most lines of title, text and quiet line. With `quick`, slips are measured roughly, which keeps
    long lists quick; with `fits`, the list is as tall as its slips.
    """

    chosen = Signal(str)
    pointed = Signal(str)

    def __init__(
        self,
        look: Look,
        most: tuple[int, int, int],
        quick: bool = False,
        fits: bool = False,
        opens_on_click: bool = True,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.most, self.quick, self._fits = most, quick, fits
        self.words: tuple[str, ...] = ()
        self._slips = _Slips(self)
        self.setModel(self._slips)
        self.setItemDelegate(_Delegate(look, self))
        self.setProperty("role", "plain")
        self.setMouseTracking(True)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        if fits:
            self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        if opens_on_click:
            self.clicked.connect(lambda index: self._tell(index))
        self.activated.connect(lambda index: self._tell(index))
        self.selectionModel().currentChanged.connect(lambda index: self.pointed.emit(self.current_key()))
        look.changed.connect(self.restyle)

    def show_slips(self, slips: tuple[Slip, ...], current: str = "", words: tuple[str, ...] = ()) -> None:
        """Show slips, the one with the key `current` chosen; `words` are marked where they stand."""
        self.words = words
        if slips != self._slips.slips:
            self._slips.show(slips)
        self._fit()
        self.set_current(current)
        self.viewport().update()

    def set_current(self, key: str) -> None:
        """Choose the slip with this key without telling anyone."""
        model = self.selectionModel()
        model.blockSignals(True)
        for place, slip in enumerate(self._slips.slips):
            if slip.key and slip.key == key:
                self.setCurrentIndex(self._slips.index(place))
                break
        else:
            self.setCurrentIndex(QModelIndex())
            self.clearSelection()
        model.blockSignals(False)
        self.viewport().update()

    def current_key(self) -> str:
        """The key of the chosen slip; nothing without one."""
        index = self.currentIndex()
        return self.slip(index.row()).key if index.isValid() else ""

    def step_past_current(self) -> None:
        """Choose the slip after the current one, or the one before, since the current one will go."""
        place = self.currentIndex().row()
        after = [slip.key for slip in self._slips.slips[place + 1 :] if slip.key]
        before = [slip.key for slip in self._slips.slips[:place] if slip.key]
        self.set_current(next(iter(after), before[-1] if before else ""))

    def count(self) -> int:
        """How many slips are shown, headings among them."""
        return len(self._slips.slips)

    def slip(self, place: int) -> Slip:
        """The slip at a place from the top."""
        return self._slips.slips[place]

    def restyle(self) -> None:
        """Break the lines anew."""
        self.scheduleDelayedItemsLayout()
        self._fit()
        self.viewport().update()

    def _tell(self, index: QModelIndex) -> None:
        if key := self.slip(index.row()).key:
            self.chosen.emit(key)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Break the lines anew."""
        super().resizeEvent(event)
        self.restyle()

    def _fit(self) -> None:
        if self._fits:
            heights = (self.sizeHintForIndex(self._slips.index(place)).height() for place in range(self.count()))
            self.setFixedHeight(sum(heights) + 2 * self.frameWidth() + 4)


def _spans(text: str, words: tuple[str, ...]) -> list[tuple[int, int]]:
    """Where words begin in a text, whatever their case."""
    low = text.casefold()
    if len(low) != len(text):
        low = text.lower() if len(text.lower()) == len(text) else text
    found = []
    for word in words:
        place = low.find(word.casefold())
        while place >= 0:
            if place == 0 or not low[place - 1].isalnum():
                found.append((place, place + len(word)))
            place = low.find(word.casefold(), place + 1)
    return found

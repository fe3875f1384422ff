"""The card of a stop: a button that paints its title, what it says and its minutes."""

from dataclasses import dataclass

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFont, QFontMetrics, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from partnerships.shell.introduction.model import SECTION, Stop
from partnerships.shell.parts.drawn import draw_focus, face, shows_ring, text_scale
from partnerships.shell.parts.lines import Lines, set_lines
from partnerships.shell.theme.theme import Theme
from partnerships.shell.vocabulary import page_kind_words

_TOP, _SIDE = 12, 16  # inside the card, at 100 % text


@dataclass(frozen=True, slots=True)
class _Words:
    """What stands in a card, broken into lines for its width."""

    mark: Lines
    title: Lines
    line: Lines
    minutes: Lines

    @property
    def height(self) -> int:
        return self.mark.height + self.title.height + self.line.height


class StopButton(QAbstractButton):
    """The card of a stop: title, what it says, minutes."""

    moved = Signal(int)  # an arrow key: -1 up, 1 down

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self._stop: Stop | None = None
        self._is_here = False
        self._heights: dict[int, int] = {}  # by width, for the words and the text size in use
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def show_stop(self, stop: Stop, is_here: bool) -> None:
        """Show the stop as it is now."""
        self._stop, self._is_here = stop, is_here
        self._heights.clear()
        name = self.tr("{number}. {title}, {minutes}").format(
            number=stop.number, title=stop.title, minutes=self._minutes(stop)
        )
        marks = [page_kind_words()[stop.kind]] if stop.kind else []
        marks += [self.tr("read")] if stop.is_read else []
        marks += [self.tr("you are here")] if is_here else []
        self.setAccessibleName(", ".join((name, *marks)))
        self.setAccessibleDescription(stop.line)
        self.updateGeometry()
        self.update()

    def show_theme(self, theme: Theme) -> None:
        """Draw in the colors of `theme` from now on."""
        self._theme = theme
        self._heights.clear()
        self.updateGeometry()
        self.update()

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        if width not in self._heights:
            self._heights[width] = self._words(width).height + self._px(2 * _TOP)
        return self._heights[width]

    def sizeHint(self) -> QSize:
        return QSize(self._px(420), self.heightForWidth(self._px(420)))

    def minimumSizeHint(self) -> QSize:
        return QSize(self._px(160), self._px(56))

    def first_line(self) -> int:
        """Where the middle of the first line of the title is, from the top."""
        words = self._words(self.width())
        return self._px(_TOP) + words.mark.height + round(words.title.leading / 2)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        theme, colors = self._theme, self._theme.section(SECTION)
        edge = theme.border / 2 + 0.5
        frame = QRectF(self.rect()).adjusted(edge, edge, -edge, -edge)
        lit = self.underMouse() or self.isDown()
        painter.setPen(QPen(colors.bar if self._is_here else theme.color("line"), theme.border))
        painter.setBrush(colors.soft if self._is_here else theme.color("hover" if lit else "card"))
        painter.drawRoundedRect(frame, 10, 10)
        self._paint_words(painter)
        if shows_ring(self):
            draw_focus(painter, QRectF(self.rect()), theme, 11)

    def _paint_words(self, painter: QPainter) -> None:
        theme, colors = self._theme, self._theme.section(SECTION)
        words = self._words(self.width())
        left, top = self._px(_SIDE), self._px(_TOP)
        painter.setPen(colors.ink)
        words.mark.draw(painter, left, top)
        top += words.mark.height
        painter.setPen(colors.ink if self._is_here else theme.color("title"))
        words.title.draw(painter, left, top)
        painter.setPen(theme.color("quiet"))
        shift = (words.title.leading - words.minutes.leading) / 2
        words.minutes.draw(painter, self.width() - self._px(_SIDE) - self._minutes_width(), top + shift)
        painter.setPen(theme.color("soft-ink"))
        words.line.draw(painter, left, top + words.title.height)

    def _words(self, width: int) -> _Words:
        stop = self._stop
        if stop is None:
            none = set_lines("", face(1), 1)
            return _Words(none, none, none, none)
        scale = text_scale(self)
        room = width - 2 * self._px(_SIDE)
        kind = page_kind_words()[stop.kind] if stop.kind else ""
        mark = " · ".join(filter(None, (kind, self.tr("You are here") if self._is_here else "")))
        return _Words(
            mark=set_lines(mark, face(12 * scale, QFont.Weight.Bold), room, leading=1.6),
            title=set_lines(
                stop.title, face(15.5 * scale, QFont.Weight.Bold), room - self._minutes_width() - self._px(14)
            ),
            line=set_lines(stop.line, face(13.5 * scale), room - self._px(24), leading=1.42),
            minutes=set_lines(self._minutes(stop), self._small(), room),
        )

    def _minutes(self, stop: Stop) -> str:
        return self.tr("%n min", "", stop.minutes)

    def _minutes_width(self) -> int:
        return QFontMetrics(self._small()).horizontalAdvance(self._minutes(self._stop)) if self._stop else 0

    def _small(self) -> QFont:
        return face(12.5 * text_scale(self))

    def _px(self, length: float) -> int:
        return round(length * text_scale(self))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key()
        if key in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self.moved.emit(-1 if key == Qt.Key.Key_Up else 1)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)

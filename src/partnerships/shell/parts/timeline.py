"""A timeline of events in lanes.

Left and right go through a lane, up and down to its neighbors, Page Up and Page Down through
everything, Enter chooses; + and − zoom, 0 shows all years; the mouse drags, its wheel zooms.
"""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetricsF,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QSizePolicy, QWidget

from partnerships.library.model import Event
from partnerships.shell.parts.drawn import Drawn, draw_focus, shows_ring
from partnerships.shell.parts.moments import LANES, date_words, lane_words, moment
from partnerships.shell.parts.timeline_layout import Frame, Placed, first_span, set_out, ticks, whole_span
from partnerships.shell.theme.icons import icon
from partnerships.shell.theme.theme import Theme

_STEP = 1.5
_ENDS = (Qt.Key.Key_Home, Qt.Key.Key_End)
_COLORS = {
    "policing": "introduction",
    "federal": "grants",
    "mental-health": "desk",
    "research": "toolkit",
    "disc": "cases",
}
_LEFT = int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft)
_WRAP = int(Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)


class Timeline(Drawn):
    """`chosen` carries the id of an event clicked or entered, `pointed` that of the one in view, or nothing."""

    chosen = Signal(str)
    pointed = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self._events: tuple[Event, ...] = ()
        self._whole = self._span = whole_span(())
        self._placed: list[Placed] = []
        self._current = -1
        self._told = ""
        self._dragged_from: QPointF | None = None
        self._moved = False
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setAccessibleName(self.tr("Timeline"))
        self._buttons = QWidget(self)
        row = QHBoxLayout(self._buttons)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4)
        self.zoom_in = self._button(row, self.tr("Zoom in"), lambda: self.zoom_by(_STEP))
        self.zoom_out = self._button(row, self.tr("Zoom out"), lambda: self.zoom_by(1 / _STEP))
        self.zoom_all = self._button(row, self.tr("Show all years"), self.show_all)
        self._dress_buttons()

    @property
    def current(self) -> str:
        """The id of the event in view, or nothing."""
        return self._events[self._current].id if self._current >= 0 else ""

    @property
    def years(self) -> tuple[int, int]:
        """The first and the last year in view."""
        return int(self._span.first), int(self._span.last)

    @property
    def placed(self) -> tuple[Placed, ...]:
        """Where the events in view stand; `number` counts in the order of time."""
        return tuple(self._placed)

    def years_words(self) -> str:
        """The years in view, in words."""
        return self.tr("{first} to {last}").format(first=self.years[0], last=self.years[1])

    def show_events(self, events: Sequence[Event]) -> None:
        """Show these events, at first the years in which nearly all of them lie."""
        was = self.current
        self._events = tuple(sorted(events, key=lambda event: moment(event.date)))
        self._whole, self._span = whole_span(self._events), first_span(self._events)
        self._current = next((i for i, event in enumerate(self._events) if event.id == was), -1)
        self._set_out()

    def point_at(self, event_id: str, told: bool = False) -> None:
        """Bring an event into view and say nothing; no id means none. `told`: its words are shown elsewhere."""
        self._told = event_id if told else ""
        self._current = next((i for i, event in enumerate(self._events) if event.id == event_id), -1)
        self._bring_in()
        self._describe()
        self.update()

    def zoom_by(self, factor: float, x: float | None = None) -> None:
        """Zoom in or out about a pixel, or about the event in view, or about the middle."""
        about = (self._span.first + self._span.last) / 2
        if x is not None:
            frame = self._frame()
            about = self._span.first + (x - frame.left) / (frame.right - frame.left) * self._span.length
        elif self._current >= 0 and self._span.first < moment(self._events[self._current].date) < self._span.last:
            about = moment(self._events[self._current].date)
        self._span = self._span.zoomed(factor, about, self._whole)
        self._set_out()

    def show_all(self) -> None:
        """Show all years."""
        self._span = self._whole
        self._set_out()

    def refresh(self) -> None:
        super().refresh()
        self._dress_buttons()
        self._set_out()

    def sizeHint(self) -> QSize:
        return QSize(self.px(900), self.px(560))

    def minimumSizeHint(self) -> QSize:
        return QSize(self.px(360), round(self._head() + len(LANES) * (self.px(3 * 19) + self.px(12))))

    # Setting out -------------------------------------------------------------------------------

    def _button(self, row: QHBoxLayout, name: str, act: Callable[[], None]) -> QPushButton:
        button = QPushButton()
        button.setAccessibleName(name)
        button.setToolTip(name)
        button.setProperty("role", "square")
        button.clicked.connect(act)
        row.addWidget(button)
        return button

    def _dress_buttons(self) -> None:
        for button, name in ((self.zoom_in, "plus"), (self.zoom_out, "minus"), (self.zoom_all, "calendar")):
            button.setIcon(icon(name, self.theme, "title"))
            button.setIconSize(QSize(self.px(16), self.px(16)))
        self._buttons.adjustSize()

    def _head(self) -> float:
        return max(self.px(34), self._buttons.height() + 8) + self.px(24)

    def _font(self, bold: bool = False) -> QFont:
        return self.face(12.5, QFont.Weight.DemiBold if bold else QFont.Weight.Normal)

    def _frame(self) -> Frame:
        labels = QFontMetricsF(self.face(12, QFont.Weight.Bold))
        wide = max(labels.horizontalAdvance(lane_words(lane)) for lane in LANES) + self.px(26)
        left = wide if wide < self.width() * 0.3 else self.px(14)
        lane = max(1.0, (self.height() - self._head() - 4) / len(LANES))
        inside = left == wide
        air = self.px(10) if inside else self.px(22)
        return Frame(left + self.px(6), self.width() - self.px(14), self._head(), lane, self.px(19), air)

    def _set_out(self) -> None:
        metrics = QFontMetricsF(self._font())
        self._placed = set_out(
            self._events, self._span, self._frame(), lambda words: metrics.horizontalAdvance(words) + 4, self.px(250)
        )
        self._buttons.move(round(self.width() - self._buttons.width() - 8), 6)
        self.update()

    # Painting ----------------------------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(self.rect(), self.theme.color("page"))
        frame = self._frame()
        self._paint_lanes(painter, frame)
        self._paint_years(painter, frame)
        painter.save()
        painter.setClipRect(QRectF(frame.left - self.px(7), 0, self.width(), self.height()))
        for placed in self._placed:
            if placed.number != self._current:
                self._paint_event(painter, placed)
        painter.restore()
        current = next((placed for placed in self._placed if placed.number == self._current), None)
        if current is not None:
            self._paint_event(painter, current)
            if self.current != self._told:
                self._paint_label(painter, current)
        if shows_ring(self):
            draw_focus(painter, self.rect().toRectF(), self.theme, 2)

    def _paint_lanes(self, painter: QPainter, frame: Frame) -> None:
        for number, lane in enumerate(LANES):
            top = frame.top + number * frame.lane
            if number % 2 == 0:
                painter.fillRect(QRectF(0, top, self.width(), frame.lane), self.theme.color("panel"))
            painter.setPen(QPen(self.theme.color("line-soft"), self.theme.border))
            painter.drawLine(QPointF(0, top), QPointF(self.width(), top))
            painter.setFont(self.face(12, QFont.Weight.Bold))
            painter.setPen(self.theme.section(_COLORS[lane]).ink)
            beside = frame.air < self.px(20)
            height = frame.lane if beside else frame.air
            painter.drawText(QRectF(self.px(14), top, self.width(), height), _LEFT, lane_words(lane))

    def _paint_years(self, painter: QPainter, frame: Frame) -> None:
        painter.setFont(self.face(14, QFont.Weight.Bold))
        painter.setPen(self.theme.color("title"))
        painter.drawText(QRectF(self.px(14), 4, self.width(), self._buttons.height() + 4), _LEFT, self.years_words())
        line = self.px(20)
        for year in ticks(self._span, frame, self.px(58)):
            x = self._span.x(year, frame)
            decade = year % 10 == 0
            painter.setPen(QPen(self.theme.color("chart-grid"), self.theme.border))
            painter.drawLine(QPointF(x, frame.top - 4), QPointF(x, self.height()))
            painter.setFont(self.face(12, QFont.Weight.Bold if decade else QFont.Weight.Normal))
            painter.setPen(self.theme.color("ink" if decade else "quiet"))
            at = QRectF(x - 40, frame.top - line - 4, 80, line)
            painter.drawText(at, Qt.AlignmentFlag.AlignCenter, str(year))

    def _color(self, event: Event) -> QColor:
        return self.theme.section(_COLORS[event.lane]).bar

    def _paint_event(self, painter: QPainter, placed: Placed) -> None:
        event = self._events[placed.number]
        radius = self.px(4.5) if placed.has_label else self.px(3.5)
        painter.setPen(QPen(self.theme.color("page"), 1.5))
        painter.setBrush(self._color(event))
        if placed.until - placed.x > radius * 2:
            bar = QRectF(placed.x, placed.y - radius * 0.8, placed.until - placed.x, radius * 1.6)
            painter.drawRoundedRect(bar, radius * 0.8, radius * 0.8)
        else:
            painter.drawEllipse(QPointF(placed.x, placed.y), radius, radius)
        if placed.number == self._current:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(self.theme.color("focus"), 2.5))
            painter.drawEllipse(QPointF(max(placed.x, self._frame().left), placed.y), radius + 4, radius + 4)
        if placed.has_label:
            painter.setFont(self._font())
            painter.setPen(self.theme.color("ink"))
            words = QFontMetricsF(self._font()).elidedText(event.title, Qt.TextElideMode.ElideRight, placed.label)
            half = self.px(19) / 2
            painter.drawText(QRectF(placed.label_x, placed.y - half, placed.label + 2, half * 2), _LEFT, words)

    def _paint_label(self, painter: QPainter, placed: Placed) -> None:
        event = self._events[placed.number]
        parts = [(date_words(event), self._font()), (event.title, self._font(bold=True)), (event.why, self._font())]
        room = min(self.px(360), self.width() - 28) - self.px(22)
        boxes = [
            QFontMetricsF(font).boundingRect(QRectF(0, 0, room, 1e4), _WRAP, words) for words, font in parts if words
        ]
        height = sum(box.height() for box in boxes) + self.px(16)
        width = max(box.width() for box in boxes) + self.px(24)
        left = min(max(14.0, placed.x - width / 2), self.width() - width - 14)
        top = placed.y + self.px(14)
        if top + height > self.height() - 4:
            top = max(4.0, placed.y - height - self.px(14))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self.theme.color("tooltip"))
        painter.drawRoundedRect(QRectF(left, top, width, height), 7, 7)
        painter.setPen(self.theme.color("tooltip-ink"))
        y = top + self.px(8)
        for (words, font), box in zip([part for part in parts if part[0]], boxes, strict=True):
            painter.setFont(font)
            painter.drawText(QRectF(left + self.px(12), y, room + 2, box.height() + 2), _WRAP, words)
            y += box.height()

    # Mouse and keyboard ------------------------------------------------------------------------

    def _at(self, point: QPointF) -> int:
        half = self.px(19) / 2
        for placed in self._placed:
            left, right = placed.x - half, max(placed.until, placed.x) + half
            if placed.has_label:
                left, right = min(left, placed.label_x), max(right, placed.label_x + placed.label)
            if QRectF(left, placed.y - half, right - left, half * 2).contains(point):
                return placed.number
        return -1

    def _point(self, number: int) -> None:
        if number != self._current:
            self._current = number
            self._describe()
            self.update()
            self.pointed.emit(self.current)

    def _describe(self) -> None:
        if self._current < 0:
            self.setAccessibleDescription(self.years_words())
            return
        event = self._events[self._current]
        self.setAccessibleDescription(
            f"{date_words(event)}, {lane_words(event.lane)}: {event.title} {event.why}".strip()
        )

    def _bring_in(self) -> None:
        if self._current < 0:
            return
        when = moment(self._events[self._current].date)
        margin = self._span.length * 0.06
        if not self._span.first + margin <= when <= self._span.last - margin:
            self._span = self._span.moved(when - (self._span.first + self._span.last) / 2, self._whole)
            self._set_out()

    def _go(self, number: int) -> None:
        before = self._current
        self._current = number
        self._bring_in()
        self._current = before
        self._point(number)

    def _neighbor(self, step: int) -> int:
        """The next event of the same lane, before or after."""
        lane = self._events[self._current].lane
        numbers = [i for i, event in enumerate(self._events) if event.lane == lane]
        place = numbers.index(self._current) + step
        return numbers[min(max(place, 0), len(numbers) - 1)]

    def _across(self, step: int) -> int:
        """The event nearest in time in the next lane that has any."""
        lane = LANES.index(self._events[self._current].lane) + step
        when = moment(self._events[self._current].date)
        while 0 <= lane < len(LANES):
            numbers = [i for i, event in enumerate(self._events) if event.lane == LANES[lane]]
            if numbers:
                return min(numbers, key=lambda i: abs(moment(self._events[i].date) - when))
            lane += step
        return self._current

    def _first_in_view(self) -> int:
        inside = [p.number for p in self._placed if p.x >= self._frame().left]
        return min(inside, default=0)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        last = len(self._events) - 1
        moves: dict[Qt.Key, Callable[[], int]] = {
            Qt.Key.Key_Left: lambda: self._neighbor(-1),
            Qt.Key.Key_Right: lambda: self._neighbor(1),
            Qt.Key.Key_Up: lambda: self._across(-1),
            Qt.Key.Key_Down: lambda: self._across(1),
            Qt.Key.Key_PageUp: lambda: max(0, self._current - 1),
            Qt.Key.Key_PageDown: lambda: min(last, self._current + 1),
            Qt.Key.Key_Home: lambda: 0,
            Qt.Key.Key_End: lambda: last,
        }
        if key in moves and self._events:
            self._go(moves[key]() if self._current >= 0 or key in _ENDS else self._first_in_view())
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space) and self._current >= 0:
            self.chosen.emit(self.current)
        elif key in (Qt.Key.Key_Plus, Qt.Key.Key_Equal):
            self.zoom_by(_STEP)
        elif key == Qt.Key.Key_Minus:
            self.zoom_by(1 / _STEP)
        elif key == Qt.Key.Key_0:
            self.show_all()
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self._dragged_from, self._moved = event.position(), False

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._dragged_from is not None and event.buttons() & Qt.MouseButton.LeftButton:
            step = event.position().x() - self._dragged_from.x()
            if self._moved or abs(step) > 5:
                self._moved = True
                frame = self._frame()
                self._span = self._span.moved(-step * self._span.length / (frame.right - frame.left), self._whole)
                self._dragged_from = event.position()
                self._set_out()
            return
        number = self._at(event.position())
        self.setCursor(Qt.CursorShape.PointingHandCursor if number >= 0 else Qt.CursorShape.ArrowCursor)
        self._point(number)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        number = self._at(event.position())
        if event.button() == Qt.MouseButton.LeftButton and not self._moved and number >= 0:
            self._point(number)
            self.chosen.emit(self._events[number].id)
        self._dragged_from = None

    def wheelEvent(self, event: QWheelEvent) -> None:
        turned = event.angleDelta()
        if turned.y():
            self.zoom_by(1.2 ** (turned.y() / 120), event.position().x())
        elif turned.x():
            self._span = self._span.moved(-turned.x() / 1200 * self._span.length, self._whole)
            self._set_out()
        event.accept()

    def leaveEvent(self, event: QEvent) -> None:
        if not self.hasFocus():
            self._point(-1)

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._set_out()

"""A strip of months or weeks: what is done when, moved and stretched by mouse or by keys."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from PySide6.QtCore import QCoreApplication, QDate, QLocale, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QFont, QKeyEvent, QMouseEvent, QPainter, QPolygonF
from PySide6.QtWidgets import QWidget

from partnerships.library.model import Drawing
from partnerships.notebook.drawings import Bar, unit_start
from partnerships.shell.theme.theme import Theme
from partnerships.shell.toolkit.drawings.plan import CENTER, LEFT, Canvas, Plan

_ROW, _HEAD = 34, 30  # heights at 100 % text
_EDGE = 9  # of a bar, where it is stretched and not moved


class StripPlan(Plan):
    """A row for each task, a column for each month or week."""

    def __init__(
        self, bars: Sequence[Bar], drawing: Drawing, start: date, today: date, theme: Theme, scale: float
    ) -> None:
        super().__init__(theme, scale)
        self._bars, self._drawing, self._start, self._today = tuple(bars), drawing, start, today
        self._small = self.font(12)
        self._strong = self.font(12, QFont.Weight.Bold)

    def height(self, width: float) -> float:
        return self.px(_HEAD) + max(1, len(self._bars)) * self.px(_ROW) + 2

    def names_width(self, width: float) -> float:
        """The width of the names at left."""
        return min(max(width * 0.3, self.px(110)), self.px(230))

    def unit_width(self, width: float) -> float:
        """The width of a month or a week."""
        return (width - self.names_width(width)) / self._drawing.units

    def row(self, place: int, width: float) -> QRectF:
        """The row of a task."""
        return QRectF(0, self.px(_HEAD) + place * self.px(_ROW), width, self.px(_ROW))

    def bar(self, place: int, width: float) -> QRectF:
        """The bar of a task, cut off at the ends of the strip; empty where it has no dates or lies outside."""
        held, row = self._bars[place], self.row(place, width)
        if held.first is None or held.last is None:
            return QRectF()
        first, last = max(0, held.first), min(self._drawing.units - 1, held.last)
        if first > last:
            return QRectF()
        left = self.names_width(width) + first * self.unit_width(width)
        return QRectF(left + 1, row.top() + self.px(7), (last - first + 1) * self.unit_width(width) - 2, self.px(20))

    def unit_at(self, x: float, width: float) -> int:
        """The month or week at a place."""
        unit = int((x - self.names_width(width)) // self.unit_width(width))
        return min(self._drawing.units - 1, max(0, unit))

    def paint(self, painter: QPainter, width: float, chosen: int = -1) -> None:
        self._paint_head(painter, width)
        if not self._bars:
            words = QCoreApplication.translate("Drawing", "Each row of the table gets its bar here.")
            self.write(painter, self.row(0, width), words, self._small, self.theme.color("quiet"), CENTER)
        for place in range(len(self._bars)):
            self._paint_row(painter, place, width, place == chosen)
        self._paint_today(painter, width)

    def _paint_head(self, painter: QPainter, width: float) -> None:
        left, unit, bottom = self.names_width(width), self.unit_width(width), self.height(width)
        painter.fillRect(QRectF(left, 0, width - left, self.px(_HEAD)), self.theme.color("head"))
        for number in range(self._drawing.units):
            x = left + number * unit
            painter.setPen(self.pen("chart-grid"))
            painter.drawLine(QPointF(x, 0), QPointF(x, bottom))
            words = self._unit_words(number, unit)
            self.write(
                painter, QRectF(x, 0, unit, self.px(_HEAD)), words, self._small, self.theme.color("soft-ink"), CENTER
            )

    def _unit_words(self, number: int, unit: float) -> str:
        day = unit_start(self._drawing, self._start, number)
        if self._drawing.unit == "week":
            wide = unit > self.px(30)
            return f"{day.month}/{day.day}" if wide else (str(number + 1) if unit > self.px(15) else "")
        name = QLocale(QLocale.Language.English).standaloneMonthName(day.month, QLocale.FormatType.ShortFormat)
        return name if unit > self.px(30) else name[:1]

    def _paint_row(self, painter: QPainter, place: int, width: float, chosen: bool) -> None:
        row, held = self.row(place, width), self._bars[place]
        if chosen:
            painter.fillRect(row, self.colors.soft)
        painter.setPen(self.pen("chart-grid"))
        painter.drawLine(row.topLeft(), row.topRight())
        font = self._strong if chosen else self._small
        name = QRectF(0, row.top(), self.names_width(width) - self.px(8), row.height())
        words = self.elided(held.name, font, name.width())
        self.write(painter, name, words, font, self.theme.color("title" if chosen else "ink"), LEFT)
        bar = self.bar(place, width)
        if not bar.isEmpty():
            painter.setPen(self.pen("focus", 2.0) if chosen else Qt.PenStyle.NoPen)
            painter.setBrush(self.colors.bar)
            painter.drawRoundedRect(bar, self.px(4), self.px(4))
        self._paint_outside(painter, place, width)

    def _paint_outside(self, painter: QPainter, place: int, width: float) -> None:
        """That a task has no dates, or goes on before or after the strip."""
        row, held, left = self.row(place, width), self._bars[place], self.names_width(width)
        if held.first is None or held.last is None:
            words = QCoreApplication.translate("Drawing", "no dates yet")
            beside = QRectF(left + self.px(8), row.top(), width - left, row.height())
            self.write(painter, beside, words, self._small, self.theme.color("quiet"), LEFT)
            return
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self.colors.ink)
        size, y = self.px(5), row.center().y()
        if held.first < 0:
            tip = left + self.px(2)
            painter.drawPolygon(
                QPolygonF([QPointF(tip, y), QPointF(tip + size, y - size), QPointF(tip + size, y + size)])
            )
        if held.last >= self._drawing.units:
            tip = width - self.px(2)
            painter.drawPolygon(
                QPolygonF([QPointF(tip, y), QPointF(tip - size, y - size), QPointF(tip - size, y + size)])
            )

    def _paint_today(self, painter: QPainter, width: float) -> None:
        last = unit_start(self._drawing, self._start, self._drawing.units)
        if not self._start <= self._today < last:
            return
        share = (self._today - self._start).days / (last - self._start).days
        x = self.names_width(width) + share * (width - self.names_width(width))
        painter.setPen(self.pen("chart-axis", 1.4, Qt.PenStyle.DashLine))
        painter.drawLine(QPointF(x, self.px(_HEAD)), QPointF(x, self.height(width)))


class StripCanvas(Canvas):
    """The strip to move and stretch bars on. `moved` carries a bar where a person put it."""

    moved = Signal(object)

    def __init__(self, theme: Theme, name: str, drawing: Drawing, parent: QWidget | None = None) -> None:
        super().__init__(theme, name, parent)
        self._drawing = drawing
        self._start = date.today()
        self.bars: tuple[Bar, ...] = ()
        self._held: Bar | None = None
        self._grip = (0, False)  # the unit where the mouse took hold, and whether it stretches

    def show_bars(self, bars: tuple[Bar, ...], start: date) -> None:
        """Show what is done when."""
        if (bars, start) == (self.bars, self._start) and not self._held:
            return
        self.bars, self._start, self._held = bars, start, None
        self.chosen = min(self.chosen, max(0, len(bars) - 1))
        self.tell()

    def plan_for(self, theme: Theme, scale: float) -> StripPlan:
        bars = [self._held if self._held and bar.row == self._held.row else bar for bar in self.bars]
        return StripPlan(bars, self._drawing, self._start, date.today(), theme, scale)

    def plan(self) -> StripPlan:
        """What is shown now, as it is shown."""
        return self.plan_for(self.theme, self.scale)

    def words(self) -> str:
        """Each task with its months or weeks."""
        return " ".join(self._said(bar) for bar in self.bars) or self.tr("No task is in the table yet.")

    def _said(self, bar: Bar) -> str:
        if bar.first is None or bar.last is None:
            return self.tr("{name}: no dates yet.").format(name=bar.name)
        first = self._unit_said(bar.first)
        if bar.last == bar.first:
            return f"{bar.name}: {first}."
        return self.tr("{name}: {first} to {last}.").format(name=bar.name, first=first, last=self._unit_said(bar.last))

    def _unit_said(self, unit: int) -> str:
        day = unit_start(self._drawing, self._start, unit)
        locale, held = QLocale(QLocale.Language.English), QDate(day.year, day.month, day.day)
        if self._drawing.unit == "month":
            return locale.toString(held, "MMMM yyyy")
        return self.tr("week of {day}").format(day=locale.toString(held, "MMMM d"))

    # --- by keyboard -------------------------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Up and down choose a task; left and right move its bar, with Shift its end."""
        way = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}.get(Qt.Key(event.key()))
        if not self.bars:
            super().keyPressEvent(event)
        elif event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            step = 1 if event.key() == Qt.Key.Key_Down else -1
            self.chosen = min(len(self.bars) - 1, max(0, self.chosen + step))
            self.update()
            self.said.emit(self._said(self.bars[self.chosen]))
        elif way is not None:
            self._step(way, bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier))
        else:
            super().keyPressEvent(event)

    def _step(self, way: int, stretch: bool) -> None:
        bar = self.bars[self.chosen]
        if bar.first is None or bar.last is None:
            changed = replace(bar, first=0, last=0)
        elif stretch:
            changed = replace(bar, last=max(bar.first, bar.last + way))
        else:
            changed = replace(bar, first=bar.first + way, last=bar.last + way)
        self.moved.emit(changed)
        self.said.emit(self._said(changed))

    # --- by mouse ----------------------------------------------------------------------------------

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Take hold of a bar, or of its end; a task without dates begins where it is pressed."""
        x, y = self.spot(event.position().x(), event.position().y())
        plan, width = self.plan(), self.inside()
        place = next((n for n in range(len(self.bars)) if plan.row(n, width).contains(x, y)), None)
        if place is None:
            return
        self.chosen = place
        bar, drawn = self.bars[place], plan.bar(place, width)
        unit = plan.unit_at(x, width)
        if bar.first is None and x > plan.names_width(width):
            self._held, self._grip = replace(bar, first=unit, last=unit), (unit, True)
        elif drawn.contains(x, y):
            self._held, self._grip = bar, (unit, x > drawn.right() - self.px(_EDGE))
        self.update()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """The bar follows the mouse."""
        if self._held is None:
            return
        plan, bar = self.plan(), self.bars[self.chosen]
        unit = plan.unit_at(self.spot(event.position().x(), 0)[0], self.inside())
        gripped, stretches = self._grip
        if stretches:
            first = self._held.first or 0
            self._held = replace(self._held, last=max(first, unit))
        elif bar.first is not None and bar.last is not None:
            self._held = replace(bar, first=bar.first + unit - gripped, last=bar.last + unit - gripped)
        self.update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """The bar stays where it is."""
        held, self._held = self._held, None
        if held is not None and held != self.bars[self.chosen]:
            self.moved.emit(held)
        self.update()

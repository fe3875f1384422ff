"""The stakeholder grid: who stands where between little and much interest and power, moved by mouse or by keys."""

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import QCoreApplication, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QFocusEvent, QFont, QKeyEvent, QMouseEvent, QPainter
from PySide6.QtWidgets import QWidget

from partnerships.notebook.drawings import HIGH, LOW, Point
from partnerships.shell.theme.theme import Theme
from partnerships.shell.toolkit.drawings.plan import CENTER, LEFT, Canvas, Plan

_CUT = 3.0  # what is above it is high; each quarter begins there
_TALLEST = 340  # of the field, at 100 % text
_STEPS = {Qt.Key.Key_Left: (-1, 0), Qt.Key.Key_Right: (1, 0), Qt.Key.Key_Up: (0, 1), Qt.Key.Key_Down: (0, -1)}


class GridPlan(Plan):
    """A field of five by five with numbered marks, and below it who they are."""

    def __init__(
        self, points: Sequence[Point], axes: tuple[str, str], quarters: Sequence[str], theme: Theme, scale: float
    ) -> None:
        super().__init__(theme, scale)
        self._points, self._axes, self._quarters = tuple(points), axes, tuple(quarters)
        self._name = self.font(13)
        self._strong = self.font(13, QFont.Weight.Bold)
        self._small = self.font(12, QFont.Weight.DemiBold)

    def field(self, width: float) -> QRectF:
        """The field inside its axes."""
        left = self.px(44)
        across = width - left - self.px(2)
        return QRectF(left, self.px(4), across, min(across * 0.68, self.px(_TALLEST)))

    def height(self, width: float) -> float:
        return self._legend_top(width) + self._legend_rows(width) * self.px(24)

    def spots(self, width: float) -> dict[int, QPointF]:
        """Where the marks stand; several in one cell stand beside each other."""
        field = self.field(width)
        cell = QPointF(field.width() / HIGH, field.height() / HIGH)
        in_cell: dict[tuple[int, int], list[int]] = {}
        for place, point in enumerate(self._points):
            if point.is_placed:
                in_cell.setdefault((point.across, point.up), []).append(place)
        found = {}
        size = self.px(25)
        for (across, up), places in in_cell.items():
            left = field.left() + (across - 0.5) * cell.x()
            top = field.bottom() - (up - 0.5) * cell.y()
            in_row = max(1, min(len(places), int(cell.x() // size)))
            rows = -(-len(places) // in_row)
            for number, place in enumerate(places):
                x = left + (number % in_row - (in_row - 1) / 2) * size
                y = top + (number // in_row - (rows - 1) / 2) * min(size, cell.y() / rows)
                found[place] = QPointF(x, y)
        return found

    def names(self, width: float) -> list[QRectF]:
        """Where the names stand below the field."""
        columns = self._columns(width)
        across = width / columns
        top = self._legend_top(width)
        return [
            QRectF(place % columns * across, top + place // columns * self.px(24), across, self.px(24))
            for place in range(len(self._points))
        ]

    def value_at(self, x: float, y: float, width: float) -> tuple[int, int]:
        """The two points, from 1 to 5, of a place on the field."""
        field = self.field(width)
        across = int((x - field.left()) / field.width() * HIGH) + 1
        up = int((field.bottom() - y) / field.height() * HIGH) + 1
        return min(HIGH, max(LOW, across)), min(HIGH, max(LOW, up))

    def paint(self, painter: QPainter, width: float, chosen: int = -1) -> None:
        self._paint_field(painter, width)
        spots = self.spots(width)
        for place, spot in sorted(spots.items(), key=lambda held: held[0] == chosen):
            self._paint_mark(painter, spot, place, place == chosen)
        for place, rect in enumerate(self.names(width)):
            self._paint_name(painter, rect, place, place == chosen)

    def _paint_field(self, painter: QPainter, width: float) -> None:
        field, theme = self.field(width), self.theme
        cut = QPointF(field.left() + field.width() * _CUT / HIGH, field.bottom() - field.height() * _CUT / HIGH)
        painter.fillRect(field, theme.color("page"))
        painter.fillRect(QRectF(cut.x(), field.top(), field.right() - cut.x(), cut.y() - field.top()), self.colors.soft)
        painter.setPen(self.pen("chart-grid"))
        for step in range(1, HIGH):
            x, y = field.left() + field.width() * step / HIGH, field.top() + field.height() * step / HIGH
            painter.drawLine(QPointF(x, field.top()), QPointF(x, field.bottom()))
            painter.drawLine(QPointF(field.left(), y), QPointF(field.right(), y))
        painter.setPen(self.pen("chart-axis", 1.2, Qt.PenStyle.DashLine))
        painter.drawLine(QPointF(cut.x(), field.top()), QPointF(cut.x(), field.bottom()))
        painter.drawLine(QPointF(field.left(), cut.y()), QPointF(field.right(), cut.y()))
        painter.setPen(self.pen("chart-axis", 1.2))
        painter.drawRect(field)
        self._paint_quarters(painter, field, cut)
        self._paint_axes(painter, field)

    def _paint_quarters(self, painter: QPainter, field: QRectF, cut: QPointF) -> None:
        """Their names, in the order from below left to above right."""
        air = self.px(7)
        rows = ((cut.y(), field.bottom()), (field.top(), cut.y()))
        columns = ((field.left(), cut.x()), (cut.x(), field.right()))
        for place, words in enumerate(self._quarters[:4]):
            (top, bottom), (left, right) = rows[place // 2], columns[place % 2]
            rect = QRectF(left + air, top + air / 2, right - left - 2 * air, bottom - top - air)
            upright = Qt.AlignmentFlag.AlignTop if place // 2 else Qt.AlignmentFlag.AlignBottom
            sideways = Qt.AlignmentFlag.AlignRight if place % 2 else Qt.AlignmentFlag.AlignLeft
            self.write(painter, rect, words, self._small, self.theme.color("quiet"), int(upright | sideways))

    def _paint_axes(self, painter: QPainter, field: QRectF) -> None:
        quiet, title = self.theme.color("quiet"), self.theme.color("title")
        for number in range(LOW, HIGH + 1):
            x = field.left() + field.width() * (number - 1) / HIGH
            below = QRectF(x, field.bottom() + self.px(2), field.width() / HIGH, self.px(18))
            self.write(painter, below, str(number), self._small, quiet, CENTER)
            y = field.bottom() - field.height() * number / HIGH
            beside = QRectF(field.left() - self.px(20), y, self.px(18), field.height() / HIGH)
            self.write(painter, beside, str(number), self._small, quiet, CENTER)
        under = QRectF(field.left(), field.bottom() + self.px(18), field.width(), self.px(20))
        self.write(painter, under, f"{self._axes[0]} →", self._small, title, CENTER)
        painter.save()
        painter.translate(0, field.bottom())
        painter.rotate(-90)
        along = QRectF(0, 0, field.height(), self.px(20))
        self.write(painter, along, f"{self._axes[1]} →", self._small, title, CENTER)
        painter.restore()

    def _paint_mark(self, painter: QPainter, spot: QPointF, place: int, chosen: bool) -> None:
        radius = self.px(11)
        painter.setPen(self.pen("focus", 2.4) if chosen else self.pen("mark-line", 1.4))
        painter.setBrush(self.colors.fill)
        painter.drawEllipse(spot, radius, radius)
        rect = QRectF(spot.x() - radius, spot.y() - radius, 2 * radius, 2 * radius)
        self.write(painter, rect, self._number(place), self._small, self.theme.color("on-primary"), CENTER)

    def _paint_name(self, painter: QPainter, rect: QRectF, place: int, chosen: bool) -> None:
        point = self._points[place]
        ink = self.theme.color("title" if chosen else "ink" if point.is_placed else "quiet")
        font = self._strong if chosen else self._name
        words = point.name if point.is_placed else _unplaced().format(name=point.name)
        number = QRectF(rect.left(), rect.top(), self.px(26), rect.height())
        self.write(painter, number, self._number(place), self._small, self.colors.ink, CENTER)
        beside = rect.adjusted(self.px(28), 0, -self.px(8), 0)
        self.write(painter, beside, self.elided(words, font, beside.width()), font, ink, LEFT)

    def _number(self, place: int) -> str:
        return str(self._points[place].row + 1)

    def _columns(self, width: float) -> int:
        return max(1, int(width // self.px(250)))

    def _legend_top(self, width: float) -> float:
        return self.field(width).bottom() + self.px(46)

    def _legend_rows(self, width: float) -> int:
        return -(-len(self._points) // self._columns(width))


class GridCanvas(Canvas):
    """The grid to move points on. `moved` carries a point where a person put it down."""

    moved = Signal(object)

    def __init__(
        self, theme: Theme, name: str, axes: tuple[str, str], quarters: Sequence[str], parent: QWidget | None = None
    ) -> None:
        super().__init__(theme, name, parent)
        self._axes, self._quarters = axes, tuple(quarters)
        self.points: tuple[Point, ...] = ()
        self._held: Point | None = None  # the chosen point while it is being moved
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def show_points(self, points: tuple[Point, ...]) -> None:
        """Show who stands where."""
        if points == self.points and not self._held:
            return
        self.points, self._held = points, None
        self.chosen = min(self.chosen, max(0, len(points) - 1))
        self.tell()

    def plan_for(self, theme: Theme, scale: float) -> GridPlan:
        points = [self._held if self._held and p.row == self._held.row else p for p in self.points]
        return GridPlan(points, self._axes, self._quarters, theme, scale)

    def plan(self) -> GridPlan:
        """What is shown now, as it is shown."""
        return self.plan_for(self.theme, self.scale)

    def words(self) -> str:
        """Everyone with both points, then those without."""
        if not self.points:
            return self.tr("Nobody is in the table yet.")
        placed = [self._said(point) for point in self.points if point.is_placed]
        missing = [point.name for point in self.points if not point.is_placed]
        more = [self.tr("Not placed yet: {names}.").format(names="; ".join(missing))] if missing else []
        return " ".join([*placed, *more])

    def _said(self, point: Point) -> str:
        if not point.is_placed:
            return _unplaced().format(name=point.name)
        words = self.tr("{name}: {across} {a}, {up} {b}.")
        return words.format(name=point.name, across=self._axes[0], a=point.across, up=self._axes[1], b=point.up)

    # --- by keyboard -------------------------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows choose; Enter picks up; then arrows move, Enter puts down and Escape leaves it where it was."""
        step = _STEPS.get(Qt.Key(event.key()))
        if not self.points:
            super().keyPressEvent(event)
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self._put_down() if self._held else self._pick_up()
        elif event.key() == Qt.Key.Key_Escape and self._held:
            self._held = None
            self.update()
            self.said.emit(self.tr("Left where it was. {point}").format(point=self._said(self.points[self.chosen])))
        elif step and self._held:
            self._move(self._held.across + step[0], self._held.up + step[1])
        elif step:
            forward = step in ((1, 0), (0, -1))
            self._choose(self.chosen + (1 if forward else -1))
        else:
            super().keyPressEvent(event)

    def _choose(self, place: int) -> None:
        self.chosen = place % len(self.points)
        self.update()
        self.said.emit(self._said(self.points[self.chosen]))

    def _pick_up(self) -> None:
        point = self.points[self.chosen]
        middle = (HIGH + LOW) // 2
        self._held = point if point.is_placed else replace(point, across=middle, up=middle)
        self.update()
        self.said.emit(self.tr("Picked up {name}. Arrows move it, Enter puts it down.").format(name=point.name))

    def _move(self, across: int, up: int) -> None:
        assert self._held is not None
        self._held = replace(self._held, across=min(HIGH, max(LOW, across)), up=min(HIGH, max(LOW, up)))
        self.update()
        self.said.emit(self._said(self._held))

    def _put_down(self) -> None:
        held, self._held = self._held, None
        if held is not None and held != self.points[self.chosen]:
            self.moved.emit(held)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """What was picked up is put down where it is."""
        super().focusOutEvent(event)
        self._put_down()

    # --- by mouse ----------------------------------------------------------------------------------

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A mark, or a name below, is chosen and picked up."""
        x, y = self.spot(event.position().x(), event.position().y())
        place = self._place_at(x, y)
        if place is not None:
            self.chosen = place
            self._held = self.points[place]
            self.update()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """What is held follows the mouse over the field."""
        x, y = self.spot(event.position().x(), event.position().y())
        plan = self.plan()
        if self._held is not None and plan.field(self.inside()).contains(x, y):
            across, up = plan.value_at(x, y, self.inside())
            self._held = replace(self._held, across=across, up=up)
            self.update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """What is held is put down."""
        self._put_down()

    def _place_at(self, x: float, y: float) -> int | None:
        plan = self.plan()
        reach = self.px(14)
        for place, spot in plan.spots(self.inside()).items():
            if (spot.x() - x) ** 2 + (spot.y() - y) ** 2 <= reach**2:
                return place
        names = enumerate(plan.names(self.inside()))
        return next((place for place, rect in names if rect.contains(x, y)), None)


def _unplaced() -> str:
    return QCoreApplication.translate("Drawing", "{name} (not placed yet)")

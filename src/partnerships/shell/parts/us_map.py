"""A map of the United States with the cases on it; those from elsewhere stand in a strip below.

Arrow keys go from mark to mark, Page Up and Page Down through all of them, Enter chooses; + and −
zoom, 0 shows everything; the mouse drags, and its wheel zooms.
"""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QFont,
    QFontMetricsF,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPainterPath,
    QPaintEvent,
    QPen,
    QPixmap,
    QPolygonF,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QSizePolicy, QWidget

from partnerships.shell.parts.drawn import Drawn, draw_focus, shows_ring
from partnerships.shell.parts.geography import MAP_HEIGHT, MAP_WIDTH, state_outlines
from partnerships.shell.parts.map_layout import AIR, MapLayout, map_point
from partnerships.shell.parts.marks import MARK_KINDS, Mark, kind_words, nearest_toward, paint_mark
from partnerships.shell.theme.icons import icon
from partnerships.shell.theme.theme import Theme

_MOST_ZOOM = 12.0
_STEP = 1.5
_NAMES_FROM = 1.8  # the zoom from which states bear their letters


class UsMap(Drawn):
    """`chosen` carries the id of a mark that was clicked or entered, `pointed` that of the mark in view, or nothing."""

    chosen = Signal(str)
    pointed = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self._marks: tuple[Mark, ...] = ()
        self._current = -1
        self._zoom = 1.0
        self._middle = QPointF(MAP_WIDTH / 2, MAP_HEIGHT / 2)
        self._land: QPixmap | None = None
        self._land_middle = QPointF()
        self._shapes: dict[str, QPainterPath] = {}
        self._dragged_from: QPointF | None = None
        self._moved = False
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setAccessibleName(self.tr("Map of the cases"))
        self._buttons = QWidget(self)
        row = QHBoxLayout(self._buttons)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4)
        self.zoom_in = self._button(row, self.tr("Zoom in"), lambda: self.zoom_by(_STEP))
        self.zoom_out = self._button(row, self.tr("Zoom out"), lambda: self.zoom_by(1 / _STEP))
        self.zoom_all = self._button(row, self.tr("Show the whole map"), self.show_all)
        self._dress_buttons()
        self._layout = self._laid_out()

    @property
    def current(self) -> str:
        """The id of the mark in view, or nothing."""
        return self._marks[self._current].id if self._current >= 0 else ""

    @property
    def zoom(self) -> float:
        """How many times larger than the whole map."""
        return self._zoom

    def spot(self, mark_id: str) -> QPointF:
        """Where a mark stands in the widget."""
        number = next(i for i, mark in enumerate(self._marks) if mark.id == mark_id)
        return QPointF(*self._layout.spots[number])

    def show_marks(self, marks: Sequence[Mark]) -> None:
        """Show these marks; the one in view stays if it is among them."""
        was = self.current
        self._marks = tuple(sorted(marks, key=lambda m: (m.outside, m.longitude or 0.0, m.title)))
        self._current = next((i for i, mark in enumerate(self._marks) if mark.id == was), -1)
        self._set_out()

    def point_at(self, mark_id: str) -> None:
        """Bring a mark into view and say nothing, since the one who asks knows it; no id means none."""
        self._current = next((i for i, mark in enumerate(self._marks) if mark.id == mark_id), -1)
        self._describe()
        self.update()

    def zoom_by(self, factor: float, about: QPointF | None = None) -> None:
        """Zoom in or out, keeping what stands at `about` in its place."""
        zoom = min(_MOST_ZOOM, max(1.0, self._zoom * factor))
        old = self._layout.unit
        new = old * zoom / self._zoom
        offset = (about or self._layout.area.center()) - self._layout.area.center()
        self._middle += offset / old - offset / new
        self._zoom = zoom
        self._set_out()

    def show_all(self) -> None:
        """Show the whole map."""
        self._zoom = 1.0
        self._set_out()

    def refresh(self) -> None:
        super().refresh()
        self._dress_buttons()
        self._set_out()

    def sizeHint(self) -> QSize:
        return QSize(self.px(560), self.px(520))

    def minimumSizeHint(self) -> QSize:
        return QSize(self.px(300), self.px(340))

    # Setting out -------------------------------------------------------------------------------

    def _button(self, row: QHBoxLayout, name: str, act: object) -> QPushButton:
        button = QPushButton()
        button.setAccessibleName(name)
        button.setToolTip(name)
        button.setProperty("role", "square")
        button.clicked.connect(act)
        row.addWidget(button)
        return button

    def _dress_buttons(self) -> None:
        for button, name in ((self.zoom_in, "plus"), (self.zoom_out, "minus"), (self.zoom_all, "map")):
            button.setIcon(icon(name, self.theme, "title"))
            button.setIconSize(QSize(self.px(18), self.px(18)))
        self._buttons.adjustSize()

    def _radius(self) -> float:
        return 7.0 * min(1.5, self.scale) + (1.0 if self.theme.border > 1 else 0.0)

    def _font(self, bold: bool = False) -> QFont:
        return self.face(13, QFont.Weight.DemiBold if bold else QFont.Weight.Normal)

    def _laid_out(self) -> MapLayout:
        size, right = self.size().toSizeF(), float(self._buttons.width())
        return MapLayout(self._marks, size, self.scale, self._zoom, self._middle, self._radius(), right)

    def _set_out(self, keep_land: bool = False) -> None:
        """Work out anew where everything stands."""
        self._layout = self._laid_out()
        self._middle = self._layout.middle
        if not keep_land:
            self._land = None
        self._buttons.move(
            round(self.width() - self._buttons.width() - AIR), round(self.height() - self._buttons.height() - AIR)
        )
        self.update()

    # Painting ----------------------------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), self.theme.color("map"))
        if self._land is None:
            self._land = self._paint_land()
        painter.drawPixmap((self._land_middle - self._middle) * self._layout.unit, self._land)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        elsewhere = set(self._layout.outside)
        self._paint_marks(painter, [i for i in range(len(self._marks)) if i not in elsewhere])
        self._paint_legend(painter)
        self._paint_strip(painter)
        self._paint_marks(painter, self._layout.outside)
        self._paint_current(painter)
        if shows_ring(self):
            draw_focus(painter, self.rect().toRectF(), self.theme, 2)

    def _paint_land(self) -> QPixmap:
        ratio = self.devicePixelRatioF()
        picture = QPixmap(self.size() * ratio)
        picture.setDevicePixelRatio(ratio)
        picture.fill(Qt.GlobalColor.transparent)
        painter = QPainter(picture)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._land_middle = self._middle
        painter.translate(self._layout.area.center())
        painter.scale(self._layout.unit, self._layout.unit)
        painter.translate(-self._middle)
        painter.setBrush(self.theme.color("land"))
        pen = QPen(self.theme.color("land-line"), 1.1 * self.theme.border)
        pen.setCosmetic(True)
        pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
        painter.setPen(pen)
        for shape in self._state_shapes().values():
            painter.drawPath(shape)
        painter.resetTransform()
        painter.scale(ratio, ratio)
        if self._zoom >= _NAMES_FROM:
            self._paint_letters(painter)
        painter.end()
        return picture

    def _state_shapes(self) -> dict[str, QPainterPath]:
        if not self._shapes:
            for code, rings in state_outlines().items():
                path = QPainterPath()
                for ring in rings:
                    path.addPolygon(QPolygonF([QPointF(x, y) for x, y in ring]))
                    path.closeSubpath()
                self._shapes[code] = path
        return self._shapes

    def _paint_letters(self, painter: QPainter) -> None:
        painter.setFont(self.face(11.5, QFont.Weight.DemiBold))
        painter.setPen(self.theme.color("quiet"))
        unit = self._layout.unit
        for code, shape in self._state_shapes().items():
            box = shape.boundingRect()
            if box.width() * unit > self.px(34) and box.height() * unit > self.px(24):
                x, y = self._layout.to_widget(box.center().x(), box.center().y())
                painter.drawText(QRectF(x - 30, y - 12, 60, 24), Qt.AlignmentFlag.AlignCenter, code)

    def _paint_box(self, painter: QPainter, box: QRectF) -> None:
        painter.setPen(QPen(self.theme.color("line"), self.theme.border))
        painter.setBrush(self.theme.color("card"))
        painter.drawRoundedRect(box, 8, 8)

    def _paint_legend(self, painter: QPainter) -> None:
        box, row = self._layout.legend, self._layout.row
        self._paint_box(painter, box)
        painter.setFont(self._font())
        for number, kind in enumerate(MARK_KINDS):
            top = box.top() + self.px(7) + number * row
            center = QPointF(box.left() + self.px(18), top + row / 2)
            paint_mark(painter, kind, center, self._radius() * 0.85, self.theme)
            painter.setPen(self.theme.color("ink"))
            words = QRectF(box.left() + self.px(34), top, box.width() - self.px(38), row)
            painter.drawText(words, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, kind_words(kind))

    def _paint_strip(self, painter: QPainter) -> None:
        box, row = self._layout.strip, self._layout.row
        if box.isEmpty():
            return
        self._paint_box(painter, box)
        left = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
        painter.setFont(self.face(11, QFont.Weight.Bold))
        painter.setPen(self.theme.color("quiet"))
        head = QRectF(box.left() + self.px(12), box.top() + self.px(5), box.width() - self.px(16), row)
        painter.drawText(head, left, self.tr("Outside the map"))
        painter.setFont(self._font())
        painter.setPen(self.theme.color("ink"))
        for number in self._layout.outside:
            x, y = self._layout.spots[number]
            at = QRectF(x + self._radius() + self.px(6), y - row / 2, box.right() - x, row)
            painter.drawText(at, left, self._marks[number].short)

    def _paint_marks(self, painter: QPainter, numbers: Sequence[int]) -> None:
        radius, layout = self._radius(), self._layout
        painter.setPen(QPen(self.theme.color("quiet"), 1))
        for number in numbers:
            home, away = layout.homes[number], layout.spots[number]
            if abs(home[0] - away[0]) + abs(home[1] - away[1]) > radius:
                painter.drawLine(QPointF(*home), QPointF(*away))
        for number in numbers:
            if number != self._current:
                spot = QPointF(*layout.spots[number])
                paint_mark(painter, self._marks[number].kind, spot, radius, self.theme)

    def _paint_current(self, painter: QPainter) -> None:
        if self._current < 0:
            return
        radius, mark = self._radius() * 1.25, self._marks[self._current]
        spot = QPointF(*self._layout.spots[self._current])
        paint_mark(painter, mark.kind, spot, radius, self.theme)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(self.theme.color("focus"), 2.5))
        painter.drawEllipse(spot, radius + 5, radius + 5)
        self._paint_label(painter, mark, spot)

    def _paint_label(self, painter: QPainter, mark: Mark, spot: QPointF) -> None:
        bold, plain = QFontMetricsF(self._font(bold=True)), QFontMetricsF(self._font())
        second = " · ".join(part for part in (mark.line, kind_words(mark.kind)) if part)
        widest = max(bold.horizontalAdvance(mark.title), plain.horizontalAdvance(second))
        width = min(widest + self.px(22), self.width() - 2 * AIR)
        height = bold.height() + plain.height() + self.px(14)
        left = min(max(AIR, spot.x() - width / 2), self.width() - width - AIR)
        top = spot.y() - height - self._radius() - self.px(10)
        if top < 4:
            top = spot.y() + self._radius() + self.px(10)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self.theme.color("tooltip"))
        painter.drawRoundedRect(QRectF(left, top, width, height), 7, 7)
        painter.setPen(self.theme.color("tooltip-ink"))
        for words, metrics, font, y in (
            (mark.title, bold, self._font(bold=True), self.px(6)),
            (second, plain, self._font(), self.px(8) + bold.height()),
        ):
            painter.setFont(font)
            shown = metrics.elidedText(words, Qt.TextElideMode.ElideRight, width - self.px(20))
            painter.drawText(QPointF(left + self.px(11), top + y + metrics.ascent()), shown)

    # Mouse and keyboard ------------------------------------------------------------------------

    def _at(self, point: QPointF) -> int:
        reach = self._radius() + 4
        near = [(abs(x - point.x()) + abs(y - point.y()), i) for i, (x, y) in enumerate(self._layout.spots)]
        distance, number = min(near, default=(reach + 1, -1))
        return number if distance <= reach * 1.4 and not self._layout.is_hidden(number) else -1

    def _point(self, number: int) -> None:
        if number == self._current:
            return
        self._current = number
        self._describe()
        self.update()
        self.pointed.emit(self.current)

    def _describe(self) -> None:
        if self._current < 0:
            self.setAccessibleDescription(self.tr("{count} cases").format(count=len(self._marks)))
            return
        mark = self._marks[self._current]
        self.setAccessibleDescription(
            ", ".join(part for part in (mark.title, mark.line, kind_words(mark.kind)) if part)
        )

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._dragged_from is not None and event.buttons() & Qt.MouseButton.LeftButton:
            step = event.position() - self._dragged_from
            if self._moved or step.manhattanLength() > 5:
                self._moved = True
                self._middle -= step / self._layout.unit
                self._dragged_from = event.position()
                self.setCursor(Qt.CursorShape.ClosedHandCursor)
                self._set_out(keep_land=True)
            return
        number = self._at(event.position())
        self.setCursor(Qt.CursorShape.PointingHandCursor if number >= 0 else Qt.CursorShape.ArrowCursor)
        self._point(number)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self._dragged_from, self._moved = event.position(), False

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() != Qt.MouseButton.LeftButton:
            return
        number = self._at(event.position())
        if self._moved:
            self._set_out()
        elif number >= 0:
            self._point(number)
            self.chosen.emit(self._marks[number].id)
        self._dragged_from = None

    def leaveEvent(self, event: QEvent) -> None:
        if not self.hasFocus():
            self._point(-1)

    def wheelEvent(self, event: QWheelEvent) -> None:
        turned = event.angleDelta().y()
        if turned:
            self.zoom_by(1.2 ** (turned / 120), event.position())
        event.accept()

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._set_out()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key()
        steps = {Qt.Key.Key_Left: (-1, 0), Qt.Key.Key_Right: (1, 0), Qt.Key.Key_Up: (0, -1), Qt.Key.Key_Down: (0, 1)}
        if key in steps and self._marks:
            right, down = steps[Qt.Key(key)]
            self._go(
                nearest_toward(self._layout.spots, max(0, self._current), right, down) if self._current >= 0 else 0
            )
        elif key in (Qt.Key.Key_PageDown, Qt.Key.Key_PageUp) and self._marks:
            self._go((self._current + (1 if key == Qt.Key.Key_PageDown else -1)) % len(self._marks))
        elif key in (Qt.Key.Key_Home, Qt.Key.Key_End) and self._marks:
            self._go(0 if key == Qt.Key.Key_Home else len(self._marks) - 1)
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

    def _go(self, number: int) -> None:
        """Point at a mark and bring it into the picture."""
        point = map_point(self._marks[number])
        seen = self._layout.area.adjusted(10, 10, -10, -10).contains(QPointF(*self._layout.spots[number]))
        if point is not None and (not seen or self._layout.is_hidden(number)):
            self._middle = QPointF(*point)
            self._set_out()
        self._point(number)

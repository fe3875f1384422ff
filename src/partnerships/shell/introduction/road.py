"""The picture above the path: a road over low hills to the town hall, with a mark for each stop."""

import math

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QLinearGradient, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from partnerships.shell.introduction.model import SECTION, Path
from partnerships.shell.parts.drawn import Drawn
from partnerships.shell.theme.theme import Theme

_HEIGHT = 128.0  # at 100 % text
_RADIUS = 10.0


class Road(Drawn):
    """Shows how far the reader has come; the words beside it say the same."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self._path = Path(())
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_path(self, path: Path) -> None:
        """Show another state of the path."""
        self._path = path
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(self.px(600), self.px(_HEIGHT))

    def minimumSizeHint(self) -> QSize:
        return QSize(self.px(200), self.px(_HEIGHT))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        shape = QPainterPath()  # the lower corners follow the card's
        shape.addRoundedRect(QRectF(self.rect()).adjusted(0, -_RADIUS * 2, 0, 0), _RADIUS, _RADIUS)
        painter.setClipPath(shape)
        painter.scale(self.scale, self.scale)
        width = self.width() / self.scale
        self._paint_land(painter, width)
        self._paint_road(painter, width)
        self._paint_hall(painter, width - 74)
        self._paint_stops(painter, width)

    def _paint_land(self, painter: QPainter, width: float) -> None:
        theme = self.theme
        sky = QLinearGradient(0, 0, 0, _HEIGHT)
        sky.setColorAt(0, theme.color("card"))
        sky.setColorAt(1, theme.section(SECTION).soft)
        painter.fillRect(QRectF(0, 0, width, _HEIGHT), sky)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.color("mark"))
        painter.drawEllipse(QPointF(width * 0.72, 50), 19, 19)
        for base, swing, length, shift, strength in ((74, 13, 430, 0.6, 110), (88, 10, 300, 2.4, 255)):
            color = QColor(theme.color("land"))
            color.setAlpha(strength)
            painter.setBrush(color)
            painter.drawPath(_hill(width, base, swing, length, shift))
        for x, size in ((0.055, 11), (0.085, 8), (0.33, 9), (0.56, 12), (0.59, 8)):
            self._paint_tree(painter, x * width, size)

    def _paint_tree(self, painter: QPainter, x: float, size: float) -> None:
        ground = _road_y(x) - 12
        painter.setBrush(self.theme.color("icon-amber"))
        painter.drawRect(QRectF(x - 1.2, ground - size * 1.4, 2.4, size * 1.4))
        painter.setBrush(self.theme.color("mark-controlled"))
        painter.drawEllipse(QPointF(x, ground - size * 2), size, size * 1.1)

    def _paint_road(self, painter: QPainter, width: float) -> None:
        road = QPainterPath(QPointF(-10, _road_y(-10)))
        for x in range(0, int(width) + 12, 6):
            road.lineTo(x, _road_y(x))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(self.theme.color("track"), 22, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
        painter.drawPath(road)
        painter.setPen(QPen(self.theme.color("card"), 18, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
        painter.drawPath(road)

    def _paint_hall(self, painter: QPainter, x: float) -> None:
        theme, colors = self.theme, self.theme.section(SECTION)
        ground = _road_y(x) - 10
        painter.setPen(QPen(colors.bar, 1))
        painter.setBrush(theme.color("card"))
        painter.drawRect(QRectF(x - 26, ground - 26, 52, 25))
        painter.drawRect(QRectF(x - 7, ground - 58, 14, 20))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colors.bar)
        painter.drawPolygon([QPointF(x - 32, ground - 26), QPointF(x, ground - 44), QPointF(x + 32, ground - 26)])
        painter.drawPolygon([QPointF(x - 11, ground - 57), QPointF(x, ground - 70), QPointF(x + 11, ground - 57)])
        painter.drawRect(QRectF(x - 30, ground - 2, 60, 3))
        for column in (-21, -11, 9, 19):
            painter.drawRect(QRectF(x + column - 1, ground - 23, 3, 21))
        painter.setBrush(colors.fill)
        painter.drawRect(QRectF(x - 4.5, ground - 15, 9, 13))
        painter.drawEllipse(QPointF(x, ground - 49), 4, 4)
        painter.setPen(QPen(colors.fill, 1.6))
        painter.drawLine(QPointF(x, ground - 70), QPointF(x, ground - 84))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.color("mark-no-effect"))
        painter.drawRect(QRectF(x + 1, ground - 84, 12, 7))

    def _paint_stops(self, painter: QPainter, width: float) -> None:
        colors = self.theme.section(SECTION)
        stops, here = self._path.stops, self._path.here
        room = width - 36 - 140
        for place, stop in enumerate(stops):
            x = 36 + room * place / max(1, len(stops) - 1)
            point = QPointF(x, _road_y(x))
            painter.setPen(QPen(colors.bar, 1.6))
            painter.setBrush(colors.fill if stop.is_read else self.theme.color("card"))
            painter.drawEllipse(point, 4.2, 4.2)
            if stop == here:
                _paint_pin(painter, point, colors.fill, self.theme.color("card"))


def _road_y(x: float) -> float:
    return 103 + 8 * math.sin(x / 92)


def _hill(width: float, base: float, swing: float, length: float, shift: float) -> QPainterPath:
    hill = QPainterPath(QPointF(0, _HEIGHT))
    for x in range(0, int(width) + 12, 12):
        hill.lineTo(x, base + swing * math.sin(x / length * 2 * math.pi + shift))
    hill.lineTo(width + 12, _HEIGHT)
    hill.closeSubpath()
    return hill


def _paint_pin(painter: QPainter, point: QPointF, fill: QColor, eye: QColor) -> None:
    """The mark of where the reader is: a drop that points at the stop."""
    middle = point - QPointF(0, 22)
    drop = QPainterPath(point - QPointF(0, 3))
    drop.cubicTo(point - QPointF(3, 10), middle + QPointF(-10, 7), middle + QPointF(-10, 0))
    drop.arcTo(QRectF(middle.x() - 10, middle.y() - 10, 20, 20), 180, -180)
    drop.cubicTo(middle + QPointF(10, 7), point - QPointF(-3, 10), point - QPointF(0, 3))
    painter.setPen(QPen(eye, 1.6))
    painter.setBrush(fill)
    painter.drawPath(drop)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(eye)
    painter.drawEllipse(middle, 3.6, 3.6)

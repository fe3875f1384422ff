"""The main street as a drawing: sky, hills, five buildings in place, trees, people; and each building's lit windows.

`street.svg` holds the things, one group each; this module sets them side by side at any width.
"""

import re
from collections.abc import Sequence
from functools import cached_property
from itertools import pairwise
from pathlib import Path

from PySide6.QtCore import QByteArray, QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import QBrush, QColor, QLinearGradient, QPainter, QPainterPath, QPen, QPolygonF, QRadialGradient
from PySide6.QtSvg import QSvgRenderer

from partnerships.shell.theme.theme import Theme

HEIGHT = 446.0  # of the drawing at scale 1
WIDEST = 268.0  # the room that the widest building wants, at scale 1

_GROUND = 376.0
_CURB = 410.0
_PLACE = re.compile(r"\{([a-z-]+)\}")
_BUILDINGS = {"introduction": "hall", "grants": "bank", "cases": "shops", "toolkit": "workshop", "desk": "library"}
_MIDDLES = {"hall": 160.0, "bank": 413.0, "shops": 682.0, "workshop": 950.0, "library": 1203.0}
_TREES = ((0, "tree", -4.0), (1, "tree-small", 4.0), (2, "tree", 6.0), (3, "tree-tall", 2.0))  # between two buildings
_LAMPS = ((0, 8.0), (1, -14.0), (3, 10.0))  # at the curb
# who stands where: the building, how far from its middle, and which way to the front
_PEOPLE = (
    ("walker", 0, 74.0),
    ("rider", 1, -62.0),
    ("bench", 1, 62.0),
    ("officer", 2, -58.0),
    ("neighbor", 2, -28.0),
    ("child", 2, -4.0),
    ("bicycle", 3, 82.0),
    ("student", 4, -66.0),
    ("elder", 4, -40.0),
)


class Scene:
    """The street for a theme, a size, and the middles of its five buildings."""

    def __init__(self, theme: Theme, size: QSizeF, middles: Sequence[float]) -> None:
        self._theme = theme
        self._size = size
        self._middles = tuple(middles)
        room = min((b - a for a, b in pairwise(self._middles)), default=size.width())
        self._scale = min(size.height() / HEIGHT, room / WIDEST)
        self._plain = theme.border > 1  # lines only

    @cached_property
    def _svg(self) -> QSvgRenderer:
        return QSvgRenderer(QByteArray(street_svg(self._theme)))

    def building(self, section: str) -> QRectF:
        """Where a section's building stands."""
        return self._target(_BUILDINGS[section], self._middle_of(section))

    def paint(self, painter: QPainter) -> None:
        """Draw everything, windows dark by day and softly lit by night."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_sky(painter)
        self._paint_hills(painter)
        self._paint_street(painter)
        for place, name, shift in _TREES:
            self._draw(painter, name, self._between(place) + shift * self._scale)
        for place, section in enumerate(_BUILDINGS):
            if place < len(self._middles):
                self._draw(painter, _BUILDINGS[section], self._middles[place])
                if self._theme.dark and not self._plain:
                    painter.setOpacity(0.5)
                    self._draw(painter, f"{_BUILDINGS[section]}-lit", self._middles[place], _BUILDINGS[section])
                    painter.setOpacity(1.0)
        for name, place, shift in _PEOPLE:
            down = 0.0 if name == "bench" else -9.0
            self._draw(painter, name, self._middles[place] + shift * self._scale, down=down)
        for place, shift in _LAMPS:
            self._paint_lamp(painter, self._between(place) + shift * self._scale)

    def paint_lit(self, painter: QPainter, section: str) -> None:
        """Draw a building's windows lit, over what `paint` drew."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        building = _BUILDINGS[section]
        middle = self._middle_of(section)
        if not self._plain:
            box = self._target(building, middle)
            center = QPointF(box.center().x(), self._y(300))
            glow = QRadialGradient(center, box.width() * 0.62)
            color = self._color("glow")
            for stop, alpha in ((0.0, 70), (0.6, 32), (1.0, 0)):
                color.setAlpha(alpha)
                glow.setColorAt(stop, color)
            painter.fillRect(QRectF(0, 0, self._size.width(), self._y(_CURB)), QBrush(glow))
        self._draw(painter, f"{building}-lit", middle, building)

    def _color(self, name: str) -> QColor:
        return self._theme.color(f"street-{name}")

    def _middle_of(self, section: str) -> float:
        return self._middles[list(_BUILDINGS).index(section)]

    def _between(self, place: int) -> float:
        return (self._middles[place] + self._middles[place + 1]) / 2

    def _y(self, y: float) -> float:
        """A height of the drawing in the widget: the ground keeps its distance from the lower edge."""
        return self._size.height() - (HEIGHT - y) * self._scale

    def _target(self, element: str, middle: float, of: str = "", down: float = 0.0) -> QRectF:
        box = self._svg.boundsOnElement(element)
        own = _MIDDLES.get(of or element, self._svg.boundsOnElement(of or element).center().x())
        left = middle + (box.left() - own) * self._scale
        return QRectF(left, self._y(box.top() + down), box.width() * self._scale, box.height() * self._scale)

    def _draw(self, painter: QPainter, element: str, middle: float, of: str = "", down: float = 0.0) -> None:
        self._svg.render(painter, element, self._target(element, middle, of, down))

    def _paint_sky(self, painter: QPainter) -> None:
        width, height = self._size.width(), self._size.height()
        sky = QLinearGradient(0, 0, 0, self._y(_GROUND))
        for stop, name in ((0.0, "sky-top"), (0.55, "sky-mid"), (1.0, "sky-low")):
            sky.setColorAt(stop, self._color(name))
        painter.fillRect(QRectF(0, 0, width, height), QBrush(sky))
        if self._plain:
            return
        painter.setPen(Qt.PenStyle.NoPen)
        if self._theme.dark:
            painter.setBrush(self._color("star"))
            for place in range(46):
                x, y = (place * 0.6180339) % 1.0, (place * 0.7548777) % 1.0
                painter.setOpacity(0.35 + 0.5 * ((place * 0.37) % 1.0))
                painter.drawEllipse(QPointF(x * width, y * self._y(200)), *(2 * (0.7 + (place % 3) * 0.35,)))
            painter.setOpacity(1.0)
        sun = QPointF(width * 0.8, min(self._y(170), height * 0.36))
        radius = (30.0 if self._theme.dark else 46.0) * self._scale
        disc = QPainterPath()
        disc.addEllipse(sun, radius, radius)
        if self._theme.dark:  # a crescent
            shade = QPainterPath()
            shade.addEllipse(sun + QPointF(radius * 0.45, -radius * 0.2), radius * 0.86, radius * 0.86)
            disc = disc.subtracted(shade)
        painter.fillPath(disc, self._color("sun"))
        for x, y, size in ((0.165, 0.2, 1.35), (0.55, 0.15, 1.6), (0.93, 0.12, 1.0), (0.35, 0.09, 0.8)):
            box = self._svg.boundsOnElement("cloud")
            scale = self._scale * size
            target = QRectF(x * width, y * height, box.width() * scale, box.height() * scale)
            target.moveCenter(QPointF(x * width, y * height))
            self._svg.render(painter, "cloud", target)

    def _paint_hills(self, painter: QPainter) -> None:
        width, base = self._size.width(), self._y(_GROUND) + 1
        painter.setPen(QPen(self._color("line"), 2) if self._plain else Qt.PenStyle.NoPen)
        for name, heights in (
            ("hill-far", (80, 128, 66, 96, 60, 130, 92)),
            ("hill-near", (52, 70, 96, 58, 88, 62, 112)),
        ):
            path = QPainterPath(QPointF(-4, base))
            points = [
                QPointF(width * i / (len(heights) - 1), base - rise * self._scale) for i, rise in enumerate(heights)
            ]
            path.lineTo(QPointF(-4, points[0].y()))
            path.lineTo(points[0])
            for one, other in pairwise(points):
                half = (other.x() - one.x()) / 2
                path.cubicTo(one + QPointF(half, 0), other - QPointF(half, 0), other)
            path.lineTo(QPointF(width + 4, points[-1].y()))
            path.lineTo(QPointF(width + 4, base))
            path.closeSubpath()
            painter.fillPath(path, self._color(name))
            if self._plain:
                painter.drawPath(path)

    def _paint_street(self, painter: QPainter) -> None:
        width, height, scale = self._size.width(), self._size.height(), self._scale
        painter.fillRect(QRectF(0, self._y(_GROUND), width, height), self._color("walk"))
        painter.fillRect(QRectF(0, self._y(_CURB), width, height), self._color("curb"))
        painter.fillRect(QRectF(0, self._y(_CURB) + 4 * scale, width, height), self._color("road"))
        if self._plain:
            painter.setPen(QPen(self._color("line"), 2))
            painter.drawLine(QPointF(0, self._y(_GROUND)), QPointF(width, self._y(_GROUND)))
        crossing = self._middles[2] - 30 * scale
        dash, gap = 62 * scale, 98 * scale
        x = (crossing % (dash + gap)) - dash - gap + 110 * scale
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._color("dash"))
        while x < width:
            if not crossing - 90 * scale < x + dash / 2 < crossing + 90 * scale:
                painter.drawRect(QRectF(x, self._y(429), dash, 4.5 * scale))
            x += dash + gap
        for stripe in range(-3, 4):
            top = crossing + stripe * 17 * scale
            low = crossing + stripe * 21 * scale
            painter.drawPolygon(
                QPolygonF(
                    [
                        QPointF(top - 4.5 * scale, self._y(416)),
                        QPointF(top + 4.5 * scale, self._y(416)),
                        QPointF(low + 6 * scale, height),
                        QPointF(low - 6 * scale, height),
                    ]
                )
            )

    def _paint_lamp(self, painter: QPainter, x: float) -> None:
        down = 30.0
        if self._theme.dark and not self._plain:
            glow = QRadialGradient(QPointF(x, self._y(303 + down)), 60 * self._scale)
            color = self._color("glow")
            color.setAlpha(80)
            glow.setColorAt(0, color)
            color.setAlpha(0)
            glow.setColorAt(1, color)
            around = QRectF(x - 80 * self._scale, self._y(230), 160 * self._scale, 200 * self._scale)
            painter.fillRect(around, QBrush(glow))
        self._draw(painter, "lamp", x, down=down)
        if self._theme.dark:
            self._draw(painter, "lamp-lit", x, "lamp", down)


def street_svg(theme: Theme) -> bytes:
    """The drawing in the colors of a theme."""
    words = {"line": theme.hex("street-line") if theme.border > 1 else "none", "line-width": "2"}

    def color(found: re.Match[str]) -> str:
        return words.get(found[1]) or theme.hex(f"street-{found[1]}")

    return _PLACE.sub(color, (Path(__file__).parent / "street.svg").read_text(encoding="utf-8")).encode()

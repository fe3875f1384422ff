"""Where everything stands on the map widget: the land, the legend, the strip for places elsewhere, each mark."""

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, QSizeF
from PySide6.QtGui import QFontMetricsF

from partnerships.shell.parts.drawn import face
from partnerships.shell.parts.geography import MAP_HEIGHT, MAP_WIDTH, place
from partnerships.shell.parts.marks import MARK_KINDS, Mark, kind_words, spread

AIR = 14.0
Spot = tuple[float, float]


class MapLayout:
    """Set out once for a size, a text size, a zoom and the point of the map in the middle.

    `middle` is brought inside, so that no more sea than needed is shown; `right` pixels at the lower right stay free.
    """

    def __init__(
        self,
        marks: Sequence[Mark],
        size: QSizeF,
        scale: float,
        zoom: float,
        middle: QPointF,
        radius: float,
        right: float,
    ) -> None:
        self._marks = marks
        self._size = size
        self._scale = scale
        self._metrics = QFontMetricsF(face(13 * scale))
        self._zoom = zoom
        self.radius = radius
        self.row = 21.5 * scale
        points = [map_point(mark) for mark in marks]
        self.outside = [i for i, point in enumerate(points) if point is None]
        self.legend = self._legend()
        self.strip = self._strip(right)
        self.area = self._area()
        self.unit = max(0.05, min(self.area.width() / MAP_WIDTH, self.area.height() / MAP_HEIGHT)) * zoom
        self.middle = self._inside(middle)
        self.homes: list[Spot] = [(0.0, 0.0)] * len(marks)
        self.spots: list[Spot] = [(0.0, 0.0)] * len(marks)
        self._place(points)

    def to_widget(self, x: float, y: float) -> Spot:
        """Where a point of the map stands in the widget."""
        center = self.area.center()
        return center.x() + (x - self.middle.x()) * self.unit, center.y() + (y - self.middle.y()) * self.unit

    def is_hidden(self, number: int) -> bool:
        """Whether a mark on the land lies behind the legend or the strip."""
        return number not in self.outside and any(
            box.contains(QPointF(*self.spots[number])) for box in (self.legend, self.strip) if not box.isEmpty()
        )

    def _px(self, length: float) -> float:
        return length * self._scale

    def _legend(self) -> QRectF:
        width = max(self._metrics.horizontalAdvance(kind_words(kind)) for kind in MARK_KINDS) + self._px(44)
        height = len(MARK_KINDS) * self.row + self._px(14)
        width = min(width, self._size.width() - 2 * AIR)
        return QRectF(AIR, self._size.height() - height - AIR, width, height)

    def _strip(self, right: float) -> QRectF:
        """Beside the legend, or above it when there is no room."""
        if not self.outside:
            return QRectF()
        beside = self._size.width() - self.legend.right() - 3 * AIR - right
        if beside >= self._px(190):
            height = self._strip_height(beside)
            return QRectF(self.legend.right() + AIR, self._size.height() - height - AIR, beside, height)
        width = self._size.width() - 2 * AIR
        height = self._strip_height(width)
        return QRectF(AIR, self.legend.top() - height - AIR / 2, width, height)

    def _strip_height(self, width: float) -> float:
        return self.row * (len(self._strip_rows(width)) + 1) + self._px(12)

    def _strip_rows(self, width: float) -> list[list[tuple[int, float]]]:
        """The marks from elsewhere in rows, each with the place where it begins."""
        rows: list[list[tuple[int, float]]] = [[]]
        x = self._px(12)
        for number in self.outside:
            advance = self._metrics.horizontalAdvance(self._marks[number].short) + self._px(34)
            if x + advance > width and rows[-1]:
                rows.append([])
                x = self._px(12)
            rows[-1].append((number, x))
            x += advance
        return rows

    def _area(self) -> QRectF:
        bottom = min(box.top() for box in (self.legend, self.strip) if not box.isEmpty()) - AIR / 2
        whole = QRectF(AIR, AIR, self._size.width() - 2 * AIR, self._size.height() - 2 * AIR)
        if bottom - AIR >= whole.width() * 0.4:  # else a wide, low map: let the legend stand on the Pacific
            whole.setBottom(bottom)
        return whole

    def _inside(self, middle: QPointF) -> QPointF:
        half_width = min(MAP_WIDTH, self.area.width() / self.unit) / 2
        half_height = min(MAP_HEIGHT, self.area.height() / self.unit) / 2
        return QPointF(
            min(max(middle.x(), half_width), MAP_WIDTH - half_width),
            min(max(middle.y(), half_height), MAP_HEIGHT - half_height),
        )

    def _place(self, points: Sequence[Spot | None]) -> None:
        inside = [i for i, point in enumerate(points) if point is not None]
        homes = [self.to_widget(*point) for point in points if point is not None]
        for number, home, spot in zip(inside, homes, spread(homes, self.radius * 2 + 3), strict=True):
            self.homes[number], self.spots[number] = home, spot
        for line, row in enumerate(self._strip_rows(self.strip.width())):
            for number, x in row:
                y = self.strip.top() + self.row * (line + 1.5) + self._px(6)
                self.homes[number] = self.spots[number] = (self.strip.left() + x + self.radius, y)


def map_point(mark: Mark) -> Spot | None:
    """The point of the map where a mark belongs, or nothing when that is elsewhere."""
    if mark.outside or mark.latitude is None or mark.longitude is None:
        return None
    return place(mark.latitude, mark.longitude)

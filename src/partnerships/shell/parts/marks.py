"""Marks of cases: a shape and a color for each kind of proof, and how crowded marks make room for each other."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from typing import Literal

from PySide6.QtCore import QCoreApplication, QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen, QPolygonF

from partnerships.library.model import Evidence, Result
from partnerships.shell.theme.theme import Theme

MarkKind = Literal["controlled", "before-after", "faded", "no-effect", "unknown"]
MARK_KINDS: tuple[MarkKind, ...] = ("controlled", "before-after", "faded", "no-effect", "unknown")
_ROUNDS = 40


@dataclass(frozen=True, slots=True)
class Mark:
    """A case on the map. `line` is a second line for its label; without a place it stands in the strip below."""

    id: str
    title: str
    kind: MarkKind
    latitude: float | None = None
    longitude: float | None = None
    line: str = ""
    outside: bool = False

    @property
    def short(self) -> str:
        """The place before the colon of a title such as "Glasgow: focused deterrence"."""
        return self.title.split(":")[0]


def mark_kind(evidence: Evidence, result: Result) -> MarkKind:
    """Which mark a case gets: what came of it when that is the news, else how well it is proved."""
    if result == "no-effect":
        return "no-effect"
    if result == "faded":
        return "faded"
    return "controlled" if evidence == "controlled" else "before-after" if evidence == "before-after" else "unknown"


def kind_words(kind: MarkKind) -> str:
    """The words for a kind of mark, as the legend has them."""
    say = partial(QCoreApplication.translate, "Mark")
    return {
        "controlled": say("Controlled"),
        "before-after": say("Before–after"),
        "faded": say("Worked, then faded"),
        "no-effect": say("No effect"),
        "unknown": say("Self-reported or not evaluated"),
    }[kind]


def paint_mark(painter: QPainter, kind: MarkKind, center: QPointF, radius: float, theme: Theme) -> None:
    """Draw a mark: circle, square, triangle, crossed diamond or ring, with a thin line around it."""
    color = theme.color(f"mark-{kind}")
    edge = QPen(theme.color("mark-line"), max(1.4, radius * 0.2))
    edge.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    painter.save()
    painter.translate(center)
    painter.setPen(edge)
    painter.setBrush(color)
    r = radius
    if kind == "controlled":
        painter.drawEllipse(QPointF(), r, r)
    elif kind == "before-after":
        painter.drawRoundedRect(QRectF(-r * 0.9, -r * 0.9, r * 1.8, r * 1.8), 1.5, 1.5)
    elif kind == "faded":
        painter.drawPolygon(QPolygonF([QPointF(0, -r * 1.15), QPointF(r * 1.15, r * 0.9), QPointF(-r * 1.15, r * 0.9)]))
    elif kind == "no-effect":
        d = r * 1.3
        painter.drawPolygon(QPolygonF([QPointF(0, -d), QPointF(d, 0), QPointF(0, d), QPointF(-d, 0)]))
        a = r * 0.42
        painter.setPen(QPen(theme.color("mark-line"), max(1.4, r * 0.24), c=Qt.PenCapStyle.RoundCap))
        painter.drawLine(QPointF(-a, -a), QPointF(a, a))
        painter.drawLine(QPointF(-a, a), QPointF(a, -a))
    else:
        painter.drawEllipse(QPointF(), r, r)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.color("mark-line"))
        painter.drawEllipse(QPointF(), r * 0.48, r * 0.48)
    painter.restore()


def spread(points: Sequence[tuple[float, float]], distance: float) -> list[tuple[float, float]]:
    """The points, moved apart as little as needed for `distance` between any two."""
    moved = [[x, y] for x, y in points]
    order = sorted(range(len(moved)), key=lambda i: moved[i][0])
    for turn in range(_ROUNDS):
        quiet = True
        order.sort(key=lambda i: moved[i][0])
        for place, i in enumerate(order):
            one = moved[i]
            for j in order[place + 1 :]:
                other = moved[j]
                dx, dy = other[0] - one[0], other[1] - one[1]
                if dx >= distance:
                    break
                apart = (dx * dx + dy * dy) ** 0.5
                if apart >= distance - 0.5:
                    continue
                quiet = False
                if apart < 0.01:  # the same place: leave in directions that differ
                    dx, dy, apart = ((i * 7 + turn) % 5) - 2.1, ((j * 3 + turn) % 7) - 3.1, 3.0
                push = (distance - apart) / 2 / apart
                one[0] -= dx * push
                one[1] -= dy * push
                other[0] += dx * push
                other[1] += dy * push
        if quiet:
            break
    return [(x, y) for x, y in moved]


def nearest_toward(points: Sequence[tuple[float, float]], start: int, right: int, down: int) -> int:
    """The index of the nearest point to one side of `points[start]`; `start` itself if there is none."""
    x, y = points[start]
    best, least = start, float("inf")
    for i, (px, py) in enumerate(points):
        along = (px - x) * right + (py - y) * down
        across = abs((px - x) * down) + abs((py - y) * right)
        if i == start or along <= 0.5:
            continue
        cost = along + across * 2.5
        if cost < least:
            best, least = i, cost
    return best

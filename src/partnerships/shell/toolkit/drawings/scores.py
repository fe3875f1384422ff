"""Results of a self-assessment as bars or as a radar, and beside them those of an earlier day."""

import math
from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QFont, QFontMetricsF, QPainter, QPen, QPolygonF
from PySide6.QtWidgets import QWidget

from partnerships.notebook.drawings import Score
from partnerships.shell.theme.theme import Theme
from partnerships.shell.toolkit.drawings.plan import CENTER, LEFT, WRAP, Canvas, Plan

_ROW, _AXIS, _LEGEND = 30, 22, 26  # heights at 100 % text
_RADIUS, _LABEL = 150, 118  # of the radar, and the room for its labels; at 100 % text


class ScoresPlan(Plan):
    """What bars and radar share: the results of now and of before, on one axis from `low` to `high`."""

    def __init__(
        self,
        now: Sequence[Score],
        before: Sequence[Score],
        ends: tuple[float, float],
        names: tuple[str, str],
        theme: Theme,
        scale: float,
    ) -> None:
        super().__init__(theme, scale)
        self.now, self.before, self.names = tuple(now), tuple(before), names
        self.low, self.high = ends
        self.text = self.font(13)
        self.small = self.font(12)
        self.strong = self.font(13, QFont.Weight.Bold)

    def share(self, value: float) -> float:
        """A value as a part of the axis, from 0 to 1."""
        return min(1.0, max(0.0, (value - self.low) / ((self.high - self.low) or 1.0)))

    def legend_height(self) -> float:
        """Room for the names of before and now, where there are two."""
        return self.px(_LEGEND) if self.before else 0.0

    def hatched(self) -> QBrush:
        """How what was before is filled."""
        return QBrush(self.theme.color("chart-before"), Qt.BrushStyle.BDiagPattern)

    def paint_legend(self, painter: QPainter, top: float) -> None:
        """Which of the two is which."""
        if not self.before:
            return
        x = 0.0
        for place, name in enumerate(self.names):
            mark = QRectF(x, top + self.px(6), self.px(16), self.px(12))
            painter.setPen(self.pen("chart-before", 1.2) if place == 0 else Qt.PenStyle.NoPen)
            painter.setBrush(self.hatched() if place == 0 else self.colors.bar)
            painter.drawRect(mark)
            wide = QFontMetricsF(self.small).horizontalAdvance(name)
            rect = QRectF(mark.right() + self.px(6), top, wide + 2, self.px(24))
            self.write(painter, rect, name, self.small, self.theme.color("soft-ink"), LEFT)
            x = rect.right() + self.px(20)


class BarsPlan(ScoresPlan):
    """A row for each result; where there is a before, it lies above, hatched."""

    def height(self, width: float) -> float:
        return self.legend_height() + len(self.now) * self._row() + self.px(_AXIS)

    def _row(self) -> float:
        return self.px(_ROW + (14 if self.before else 0))

    def paint(self, painter: QPainter, width: float, chosen: int = -1) -> None:
        self.paint_legend(painter, 0)
        top, names = self.legend_height(), width * 0.32
        values = self._values_width()
        axis = QRectF(names + self.px(8), top, width - names - values - self.px(16), len(self.now) * self._row())
        self._paint_axis(painter, axis)
        for place, score in enumerate(self.now):
            row = QRectF(0, top + place * self._row(), width, self._row())
            self._paint_row(painter, place, score, row, axis)

    def _length(self, axis: QRectF, value: float) -> float:
        """How long a bar is; the lowest value can be seen too."""
        return max(self.px(4), axis.width() * self.share(value))

    def _values_width(self) -> float:
        metrics = QFontMetricsF(self.small)
        return max(metrics.horizontalAdvance(self._value_words(place)) for place in range(len(self.now))) + self.px(6)

    def _value_words(self, place: int) -> str:
        score = self.now[place]
        words = f"{score.text} · {score.range.label}" if score.range else score.text
        before = self.before[place] if self.before else None
        if before is None or before.value is None or score.value is None:
            return words
        moved = round(score.value - before.value, 2)
        return f"{words} ({moved:+.1f})".replace("-", "−") if moved else words

    def _paint_axis(self, painter: QPainter, axis: QRectF) -> None:
        for tick in range(math.ceil(self.low), math.floor(self.high) + 1):
            x = axis.left() + axis.width() * self.share(tick)
            painter.setPen(self.pen("chart-grid"))
            painter.drawLine(QPointF(x, axis.top()), QPointF(x, axis.bottom()))
            label = QRectF(x - self.px(16), axis.bottom(), self.px(32), self.px(_AXIS))
            self.write(painter, label, str(tick), self.small, self.theme.color("quiet"), CENTER)
        painter.setPen(self.pen("chart-axis", 1.2))
        painter.drawLine(axis.topLeft(), axis.bottomLeft())

    def _paint_row(self, painter: QPainter, place: int, score: Score, row: QRectF, axis: QRectF) -> None:
        name = QRectF(0, row.top(), axis.left() - self.px(8), row.height())
        words = self.elided(score.label, self.text, name.width())
        self.write(painter, name, words, self.text, self.theme.color("ink"), LEFT)
        thick = self.px(16)
        top = row.center().y() - (thick if self.before else thick / 2)
        before = self.before[place] if self.before else None
        if before is not None and before.value is not None:
            painter.setPen(self.pen("chart-before", 1.2))
            painter.setBrush(self.hatched())
            painter.drawRect(QRectF(axis.left(), top, self._length(axis, before.value), thick - self.px(2)))
        if self.before:
            top += thick
        if score.value is not None:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self.colors.bar)
            painter.drawRect(QRectF(axis.left(), top, self._length(axis, score.value), thick))
        value = QRectF(axis.right() + self.px(8), row.top(), row.right() - axis.right() - self.px(8), row.height())
        self.write(painter, value, self._value_words(place), self.small, self.theme.color("ink"), LEFT)


class RadarPlan(ScoresPlan):
    """A spoke for each result; a filled shape for now, a broken line for before."""

    def height(self, width: float) -> float:
        return self.legend_height() + 2 * self._radius(width) + self.px(2 * 34)

    def _radius(self, width: float) -> float:
        return max(self.px(60), min(self.px(_RADIUS), width / 2 - self.px(_LABEL)))

    def paint(self, painter: QPainter, width: float, chosen: int = -1) -> None:
        self.paint_legend(painter, 0)
        radius = self._radius(width)
        middle = QPointF(width / 2, self.legend_height() + radius + self.px(34))
        self._paint_web(painter, middle, radius)
        if self.before:
            painter.setPen(QPen(self.theme.color("chart-before"), 2, Qt.PenStyle.DashLine))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawPolygon(self._shape(self.before, middle, radius))
        fill = QColor(self.colors.bar)
        fill.setAlphaF(0.28)
        painter.setPen(QPen(self.colors.bar, 2))
        painter.setBrush(fill)
        painter.drawPolygon(self._shape(self.now, middle, radius))
        painter.setBrush(self.colors.bar)
        for place, score in enumerate(self.now):
            if score.value is not None:
                painter.drawEllipse(self._at(place, middle, radius * self.share(score.value)), self.px(3), self.px(3))

    def _paint_web(self, painter: QPainter, middle: QPointF, radius: float) -> None:
        painter.setBrush(Qt.BrushStyle.NoBrush)
        for tick in range(math.ceil(self.low), math.floor(self.high) + 1):
            painter.setPen(self.pen("chart-axis" if tick == self.high else "chart-grid"))
            ring = [self._at(place, middle, radius * self.share(tick)) for place in range(len(self.now))]
            painter.drawPolygon(QPolygonF(ring))
            label = QRectF(
                middle.x() + self.px(3), middle.y() - radius * self.share(tick) - self.px(8), self.px(20), self.px(16)
            )
            self.write(painter, label, str(tick), self.small, self.theme.color("quiet"), LEFT)
        for place, score in enumerate(self.now):
            painter.setPen(self.pen("chart-grid"))
            painter.drawLine(middle, self._at(place, middle, radius))
            self._paint_label(painter, place, score, middle, radius)

    def _paint_label(self, painter: QPainter, place: int, score: Score, middle: QPointF, radius: float) -> None:
        spot = self._at(place, middle, radius + self.px(8))
        wide, high = self.px(_LABEL - 12), self.px(34)
        sideways = spot.x() - middle.x()
        if abs(sideways) < self.px(14):
            top = spot.y() - high if spot.y() < middle.y() else spot.y()
            rect, flags = QRectF(spot.x() - wide / 2, top, wide, high), CENTER
        elif sideways > 0:
            rect, flags = QRectF(spot.x(), spot.y() - high / 2, wide, high), LEFT
        else:
            rect = QRectF(spot.x() - wide, spot.y() - high / 2, wide, high)
            flags = int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self.write(painter, rect, f"{score.label} {score.text}", self.small, self.theme.color("ink"), flags | WRAP)

    def _shape(self, scores: Sequence[Score], middle: QPointF, radius: float) -> QPolygonF:
        return QPolygonF(
            [
                self._at(place, middle, radius * self.share(score.value if score.value is not None else self.low))
                for place, score in enumerate(scores)
            ]
        )

    def _at(self, place: int, middle: QPointF, distance: float) -> QPointF:
        angle = 2 * math.pi * place / len(self.now) - math.pi / 2
        return QPointF(middle.x() + distance * math.cos(angle), middle.y() + distance * math.sin(angle))


class ScoresCanvas(Canvas):
    """Results to look at, as bars or as a radar."""

    def __init__(self, theme: Theme, name: str, ends: tuple[float, float], parent: QWidget | None = None) -> None:
        super().__init__(theme, name, parent)
        self._ends = ends
        self.now: tuple[Score, ...] = ()
        self.before: tuple[Score, ...] = ()
        self._names = ("", "")
        self.as_radar = False

    def show_scores(
        self, now: tuple[Score, ...], before: tuple[Score, ...] = (), names: tuple[str, str] = ("", "")
    ) -> None:
        """Show results, and those of an earlier day beside them; `names` are of before and now."""
        if (now, before, names) == (self.now, self.before, self._names):
            return
        self.now, self.before, self._names = now, before, names
        self.tell()

    def plan_for(self, theme: Theme, scale: float) -> ScoresPlan:
        kind = RadarPlan if self.as_radar else BarsPlan
        return kind(self.now, self.before, self._ends, self._names, theme, scale)

    def words(self) -> str:
        """Each result; where there is a before, from what to what."""
        if not self.before:
            return " ".join(f"{score.label}: {_value(score)}." for score in self.now)
        words = QCoreApplication.translate("Drawing", "{label}: from {before} to {now}.")
        pairs = zip(self.before, self.now, strict=True)
        return " ".join(words.format(label=now.label, before=_value(was), now=_value(now)) for was, now in pairs)


def _value(score: Score) -> str:
    return f"{score.text}, {score.range.label}" if score.range else score.text

"""How charts are drawn and told in words: before and after for each measure, and bars by year.

Everything here paints on any painter, so a chart on the screen, in a page and on paper is the same.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QFont, QFontMetricsF, QImage, QPainter, QPen

from partnerships.library.model import Measure
from partnerships.shell.parts.drawn import face
from partnerships.shell.theme.theme import Theme

_LEFT = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
_RIGHT = int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
_CENTER = int(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop)
_WRAP = int(Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
_TWO_COLUMNS = 640  # pixels at 100 % text from which two measures stand side by side
_GAP = 28.0


@dataclass(frozen=True, slots=True)
class Sides:
    """What the two bars of a measure are called."""

    first: str
    second: str


def before_and_after() -> Sides:
    """The usual two sides, in the reader's language."""
    return Sides(QCoreApplication.translate("Chart", "Before"), QCoreApplication.translate("Chart", "After"))


def number_words(value: float | str, unit: str = "") -> str:
    """A value as it is written beside its bar: 6,250,000 or 4.5 or 20 %."""
    if isinstance(value, str):
        return value
    words = f"{value:,.2f}".rstrip("0").rstrip(".") if value % 1 else f"{value:,.0f}"
    words = words.replace("-", "−")
    return f"{words} %" if unit.strip().lower() in ("%", "percent") else words


def charted(measures: Sequence[Measure]) -> tuple[Measure, ...]:
    """The measures that have a number on both sides."""
    return tuple(m for m in measures if not isinstance(m.before, str) and not isinstance(m.after, str))


def chart_words(measures: Sequence[Measure], sides: Sides | None = None) -> str:
    """What the chart shows, in words: its alternative text."""
    sides = sides or before_and_after()
    return " ".join(
        f"{m.name}, {m.unit}, {m.period}: {sides.first.lower()} {number_words(m.before, m.unit)}, "
        f"{sides.second.lower()} {number_words(m.after, m.unit)}."
        for m in charted(measures)
    )


def chart_image(
    measures: Sequence[Measure],
    theme: Theme,
    width: int,
    scale: float = 1.0,
    ratio: float = 2.0,
    section: str = "cases",
    sides: Sides | None = None,
) -> QImage:
    """The chart as a picture `width` wide, for a page or for print; null when no measure has numbers.

    `scale` is the text size, `ratio` the picture's pixels for each pixel of the page.
    """
    shown = charted(measures)
    if not shown:
        return QImage()
    drawing = MeasureDrawing(shown, theme, scale, section, sides or before_and_after())
    height = drawing.height(width)
    image = QImage(round(width * ratio), round(height * ratio), QImage.Format.Format_ARGB32_Premultiplied)
    image.setDevicePixelRatio(ratio)
    image.fill(theme.color("page"))
    image.setText("Description", chart_words(shown, sides))
    painter = QPainter(image)
    drawing.paint(painter, width)
    painter.end()
    return image


class MeasureDrawing:
    """Panels of two bars each from one zero line: the first side hatched, the second filled.

    Measures of one kind, which differ only in what follows the colon of their names, have one scale.
    """

    def __init__(self, measures: Sequence[Measure], theme: Theme, scale: float, section: str, sides: Sides) -> None:
        self._measures = tuple(measures)
        self._theme = theme
        self._scale = scale
        self._sides = sides
        self._fill = theme.section(section).bar if theme.name != "high-contrast" else theme.color("chart-after")
        self._name_font = face(14 * scale, QFont.Weight.DemiBold)
        self._small_font = face(12 * scale)
        self._side_font = face(13 * scale)
        self._value_font = face(13 * scale, QFont.Weight.Bold)

    def height(self, width: float) -> float:
        """How high the whole drawing is at this width."""
        columns, column_width = self._columns(width)
        rows = [self._measures[i : i + columns] for i in range(0, len(self._measures), columns)]
        heights = [max(self._panel_height(m, column_width) for m in row) for row in rows]
        return sum(heights) + self._px(18) * max(0, len(rows) - 1) + 2

    def paint(self, painter: QPainter, width: float) -> None:
        """Draw all panels from the painter's origin."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        columns, column_width = self._columns(width)
        top = 1.0
        for start in range(0, len(self._measures), columns):
            row = self._measures[start : start + columns]
            for column, measure in enumerate(row):
                self._paint_panel(painter, measure, column * (column_width + _GAP), top, column_width)
            top += max(self._panel_height(m, column_width) for m in row) + self._px(18)

    def _px(self, length: float) -> float:
        return length * self._scale

    def _columns(self, width: float) -> tuple[int, float]:
        columns = 2 if len(self._measures) > 1 and width >= _TWO_COLUMNS * self._scale else 1
        return columns, (width - _GAP * (columns - 1)) / columns

    def _heads(self, measure: Measure, width: float) -> tuple[float, float]:
        name = QFontMetricsF(self._name_font).boundingRect(QRectF(0, 0, width, 1e4), _WRAP, measure.name).height()
        line = QFontMetricsF(self._small_font).boundingRect(QRectF(0, 0, width, 1e4), _WRAP, _line(measure)).height()
        return name, line

    def _panel_height(self, measure: Measure, width: float) -> float:
        return sum(self._heads(measure, width)) + self._px(10 + 26 * 2 + 4)

    def _kin(self, measure: Measure) -> tuple[Measure, ...]:
        """The measures to be compared with this one, itself among them: "Calls: here" and "Calls: elsewhere"."""
        kind = measure.unit, measure.name.split(":")[0]
        return tuple(other for other in self._measures if (other.unit, other.name.split(":")[0]) == kind)

    def _paint_panel(self, painter: QPainter, measure: Measure, x: float, y: float, width: float) -> None:
        theme = self._theme
        name, line = self._heads(measure, width)
        painter.setFont(self._name_font)
        painter.setPen(theme.color("title"))
        painter.drawText(QRectF(x, y, width, name + 1), _WRAP, measure.name)
        painter.setFont(self._small_font)
        painter.setPen(theme.color("quiet"))
        painter.drawText(QRectF(x, y + name, width, line + 1), _WRAP, _line(measure))
        values = (float(measure.before), float(measure.after))
        labels = [number_words(value, measure.unit) for value in values]
        sides = QFontMetricsF(self._side_font)
        numbers = QFontMetricsF(self._value_font)
        label_width = max(sides.horizontalAdvance(side) for side in (self._sides.first, self._sides.second))
        left = x + min(label_width, width * 0.4) + self._px(12)
        kin = [value for other in self._kin(measure) for value in (float(other.before), float(other.after))]
        number_width = max(numbers.horizontalAdvance(number_words(v, measure.unit)) for v in kin) + self._px(8)
        low, high = min(0.0, *kin), max(0.0, *kin)
        room = max(10.0, x + width - left - number_width - (number_width if low < 0 else 0))
        unit = room / ((high - low) or 1.0)
        zero = left - low * unit + (number_width if low < 0 else 0)
        top = y + name + line + self._px(10)
        for place, (value, side, label) in enumerate(
            zip(values, (self._sides.first, self._sides.second), labels, strict=True)
        ):
            row = QRectF(x, top + place * self._px(26), width, self._px(22))
            painter.setFont(self._side_font)
            painter.setPen(theme.color("soft-ink"))
            painter.drawText(QRectF(x, row.top(), left - x - self._px(8), row.height()), _LEFT, side)
            bar = QRectF(min(zero, zero + value * unit), row.top(), abs(value * unit), row.height())
            _paint_bar(painter, bar, theme, self._fill if place else None)
            painter.setFont(self._value_font)
            painter.setPen(theme.color("ink"))
            gap = self._px(7)
            if value < 0:
                painter.drawText(
                    QRectF(bar.left() - number_width, row.top(), number_width - gap, row.height()), _RIGHT, label
                )
            else:
                painter.drawText(QRectF(bar.right() + gap, row.top(), number_width * 2, row.height()), _LEFT, label)
        painter.setPen(QPen(theme.color("chart-axis"), max(1.0, theme.border)))
        painter.drawLine(QPointF(zero, top - self._px(3)), QPointF(zero, top + self._px(26 + 22 + 3)))


class YearDrawing:
    """One bar for each year from a zero line; years that are missing leave a gap."""

    def __init__(
        self, values: Sequence[tuple[int, float]], theme: Theme, scale: float, section: str, unit: str
    ) -> None:
        self._values = dict(values)
        self._theme = theme
        self._scale = scale
        self._unit = unit
        self._fill = theme.section(section).bar if theme.name != "high-contrast" else theme.color("chart-after")
        self._font = face(12 * scale)
        self._bold = face(12 * scale, QFont.Weight.Bold)

    def height(self, width: float) -> float:
        """How high the drawing is at this width."""
        return self._px(min(220.0, max(150.0, width / self._scale * 0.34)))

    def paint(self, painter: QPainter, width: float) -> None:
        """Draw the bars from the painter's origin."""
        if not self._values:
            return
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        theme, metrics = self._theme, QFontMetricsF(self._bold)
        line = metrics.height()
        years = range(min(self._values), max(self._values) + 1)
        highest = max(0.0, *self._values.values())
        top, bottom = line + self._px(6), self.height(width) - line - self._px(8)
        step = width / len(years)
        bar_width = min(self._px(46), step * 0.68)
        labels = {year: number_words(value) for year, value in self._values.items()}
        widest = max(metrics.horizontalAdvance(label) for label in labels.values()) + self._px(6)
        peak = max(self._values, key=self._values.__getitem__)
        named = _spread(tuple(self._values), step, widest, peak)
        tick = metrics.horizontalAdvance("2000") + self._px(10)
        ticks = _spread(tuple(years), step, tick, years[-1])
        unit = (bottom - top) / (highest or 1.0)
        bars = {
            year: QRectF((place + 0.5) * step - bar_width / 2, bottom - size, bar_width, size)
            for place, year in enumerate(years)
            if (size := self._values.get(year, -1.0) * unit) >= 0
        }
        for bar in bars.values():
            _paint_bar(painter, bar, theme, self._fill)
        painter.setFont(self._bold)
        painter.setPen(theme.color("ink"))
        for year in named & bars.keys():
            bar = bars[year]
            left = min(max(0.0, bar.center().x() - widest / 2), width - widest)
            place_for = QRectF(left, bar.top() - line - self._px(3), widest, line)
            if not any(place_for.intersects(other) for other in bars.values()):
                painter.drawText(place_for, _CENTER, labels[year])
        painter.setFont(self._font)
        painter.setPen(theme.color("quiet"))
        for place, year in enumerate(years):
            if year in ticks:
                left = min(max(0.0, (place + 0.5) * step - tick / 2), width - tick)
                painter.drawText(QRectF(left, bottom + self._px(5), tick, line), _CENTER, str(year))
        painter.setPen(QPen(theme.color("chart-axis"), max(1.0, theme.border)))
        painter.drawLine(QPointF(0, bottom), QPointF(width, bottom))

    def words(self) -> str:
        """What the bars show, in words."""
        parts = [f"{year}: {number_words(value)}" for year, value in sorted(self._values.items())]
        return f"{self._unit}. {'; '.join(parts)}." if self._unit else f"{'; '.join(parts)}."

    def _px(self, length: float) -> float:
        return length * self._scale


def _line(measure: Measure) -> str:
    return " · ".join(part for part in (measure.unit, measure.period) if part)


def _paint_bar(painter: QPainter, bar: QRectF, theme: Theme, fill: QColor | None) -> None:
    """A filled bar, or a hatched one with an outline when there is no fill."""
    if fill is not None:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(fill)
        painter.drawRoundedRect(bar, 3, 3)
        return
    color = theme.color("chart-before")
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme.color("page"))
    painter.drawRoundedRect(bar, 3, 3)
    painter.setPen(QPen(color, 1.4))
    painter.setBrush(QBrush(color, Qt.BrushStyle.BDiagPattern))
    painter.drawRoundedRect(bar.adjusted(0.7, 0.7, -0.7, -0.7), 2.5, 2.5)


def _spread(years: Sequence[int], step: float, width: float, first: int) -> set[int]:
    """Those years whose labels fit side by side, beginning with the one that matters most."""
    taken: list[int] = []
    for year in sorted(years, key=lambda year: (year != first, -year)):
        if all(abs(year - other) * step >= width for other in taken):
            taken.append(year)
    return set(taken)

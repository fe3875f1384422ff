"""Words broken into lines of a given width, to be measured first and painted later."""

from dataclasses import dataclass

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QTextLayout, QTextOption


@dataclass(frozen=True, slots=True)
class Lines:
    """Lines in one font; `leading` is the pixels from line to line."""

    texts: tuple[str, ...]
    font: QFont
    leading: float

    @property
    def height(self) -> int:
        """How tall all lines are together."""
        return round(self.leading * len(self.texts))

    def draw(self, painter: QPainter, left: float, top: float) -> None:
        """Paint the lines from their upper left corner in the painter's pen."""
        painter.setFont(self.font)
        metrics = QFontMetricsF(self.font)
        first = top + (self.leading - metrics.height()) / 2 + metrics.ascent()
        for place, text in enumerate(self.texts):
            painter.drawText(QPointF(left, first + place * self.leading), text)


def set_lines(text: str, font: QFont, width: float, most: int = 0, leading: float = 1.35) -> Lines:
    """`text` in lines at most `width` wide; with `most`, what is left after so many lines ends in “…”."""
    line_height = font.pixelSize() * leading
    if not text:
        return Lines((), font, line_height)
    width = max(width, font.pixelSize() * 3.0)
    starts = _breaks(text, font, width)
    ends = [*starts[1:], len(text)]
    texts = [text[start:end].strip() for start, end in zip(starts, ends, strict=True)]
    if most and len(texts) > most:
        rest = text[starts[most - 1] :].strip()
        cut = QFontMetricsF(font).elidedText(rest, Qt.TextElideMode.ElideRight, width)
        texts = [*texts[: most - 1], cut]
    return Lines(tuple(texts), font, line_height)


def _breaks(text: str, font: QFont, width: float) -> list[int]:
    """Where each line begins."""
    layout = QTextLayout(text, font)
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(option)
    starts = []
    layout.beginLayout()
    while (line := layout.createLine()).isValid():
        line.setLineWidth(width)
        starts.append(line.textStart())
    layout.endLayout()
    return starts

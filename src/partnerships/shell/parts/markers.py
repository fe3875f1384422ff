"""The four markers: what they are called, how words under them look, and a swatch of each.

Each has a color and a line of its own kind, so that they are told apart without color too.
"""

from functools import partial

from PySide6.QtCore import QCoreApplication, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPainterPath, QPen, QPixmap, QTextCharFormat

from partnerships.notebook.model import Color
from partnerships.shell.theme.theme import Theme

Line = QTextCharFormat.UnderlineStyle
LINES: dict[str, Line] = {
    "yellow": Line.SingleUnderline,
    "green": Line.DashUnderline,
    "blue": Line.DotLine,
    "rose": Line.WaveUnderline,
}
_STRONGER = 0.2  # share of the line's color
_PENS = {
    Line.SingleUnderline: Qt.PenStyle.SolidLine,
    Line.DashUnderline: Qt.PenStyle.DashLine,
    Line.DotLine: Qt.PenStyle.DotLine,
}


def color_words(color: Color | str) -> str:
    """What a marker is called."""
    say = partial(QCoreApplication.translate, "Markers")
    return {"yellow": say("Yellow"), "green": say("Green"), "blue": say("Blue"), "rose": say("Rose")}[color]


def text_format(theme: Theme, color: Color | str, current: bool = False) -> QTextCharFormat:
    """How words under a marker look; those of the highlight that is worked on stand out."""
    shape = QTextCharFormat()
    shape.setBackground(ground(theme, color, current))
    shape.setUnderlineStyle(LINES[color])
    shape.setUnderlineColor(theme.color(f"highlight-{color}-line"))
    return shape


def ground(theme: Theme, color: Color | str, current: bool = False) -> QColor:
    """The color under marked words; stronger for the highlight that is worked on."""
    paper, line = theme.color(f"highlight-{color}"), theme.color(f"highlight-{color}-line")
    if not current:
        return paper
    parts = zip((paper.redF(), paper.greenF(), paper.blueF()), (line.redF(), line.greenF(), line.blueF()), strict=True)
    return QColor.fromRgbF(*((1 - _STRONGER) * one + _STRONGER * other for one, other in parts))


def draw_swatch(painter: QPainter, theme: Theme, color: Color | str, place: QRectF) -> None:
    """A piece of marked paper: the ground, and the marker's line along its foot."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    line = theme.color(f"highlight-{color}-line")
    painter.setPen(QPen(line, max(1.0, place.height() / 18)))
    painter.setBrush(theme.color(f"highlight-{color}"))
    painter.drawRoundedRect(place, place.height() / 5, place.height() / 5)
    wide = max(1.5, place.height() / 9)
    foot = place.bottom() - place.height() * 0.26
    left, right = place.left() + place.width() * 0.2, place.right() - place.width() * 0.2
    painter.setBrush(Qt.BrushStyle.NoBrush)
    if LINES[color] == Line.WaveUnderline:
        painter.setPen(QPen(line, wide * 0.85))
        painter.drawPath(_wave(left, right, foot, place.height() / 9))
    else:
        pen = QPen(line, wide, _PENS[LINES[color]])
        pen.setCapStyle(Qt.PenCapStyle.FlatCap)
        if LINES[color] == Line.DashUnderline:
            pen.setDashPattern([2.0, 1.0])
        else:
            pen.setDashPattern([1.0, 1.0])
        painter.setPen(pen if LINES[color] != Line.SingleUnderline else QPen(line, wide))
        painter.drawLine(QPointF(left, foot), QPointF(right, foot))
    painter.restore()


def swatch(theme: Theme, color: Color | str, size: int) -> QIcon:
    """A swatch as an icon of `size` pixels, crisp up to a ratio of 3."""
    picture = QPixmap(QSize(size * 3, size * 3))
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    draw_swatch(painter, theme, color, QRectF(picture.rect()).adjusted(4, 4, -4, -4))
    painter.end()
    picture.setDevicePixelRatio(3)
    return QIcon(picture)


def _wave(left: float, right: float, middle: float, height: float) -> QPainterPath:
    path = QPainterPath(QPointF(left, middle))
    step = (right - left) / 4
    for number in range(4):
        up = -1 if number % 2 else 1
        begin = left + number * step
        path.quadTo(QPointF(begin + step / 2, middle + up * height * 1.6), QPointF(begin + step, middle))
    return path

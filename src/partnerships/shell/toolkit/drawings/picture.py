"""Drawings on their way out: as pictures in the light theme, each with its words."""

from PySide6.QtCore import QBuffer, QIODevice, Qt
from PySide6.QtGui import QImage, QPainter

from partnerships.library.model import Tool
from partnerships.notebook.results import Answers
from partnerships.publishing.sheets.document import Picture
from partnerships.shell.look import Look
from partnerships.shell.theme.theme import Theme
from partnerships.shell.toolkit.drawings.box import KINDS
from partnerships.shell.toolkit.drawings.plan import Canvas, Plan

_WIDTH, _TEXT, _FINE = 640, 1.0, 3  # pixels at 96 an inch, size of the text, pixels a pixel


def pictures_of(tool: Tool, answers: Answers, look: Look) -> dict[str, tuple[Picture, ...]]:
    """The drawings of a sheet as pictures, by what they stand after; none for a blank form."""
    found: dict[str, tuple[Picture, ...]] = {}
    for drawing in tool.drawings if answers else ():
        box = KINDS[drawing.kind](tool, drawing, look)
        box.show_answers(answers)
        found[drawing.after] = (*found.get(drawing.after, ()), picture_of(box.canvas))
        box.deleteLater()
    return found


def picture_of(canvas: Canvas) -> Picture:
    """What a canvas shows, as a picture."""
    plan = canvas.plan_for(Theme.load("light"), _TEXT)
    return Picture(canvas.accessibleName(), canvas.words(), png(plan, _WIDTH))


def png(plan: Plan, width: int) -> bytes:
    """A plan as the bytes of a PNG file, fine enough for paper."""
    image = QImage(width * _FINE, round(plan.height(width)) * _FINE, QImage.Format.Format_ARGB32)
    image.setDevicePixelRatio(_FINE)
    image.fill(Qt.GlobalColor.white)
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    plan.paint(painter, width)
    painter.end()
    image.setDotsPerMeterX(round(96 * _FINE / 0.0254))
    image.setDotsPerMeterY(round(96 * _FINE / 0.0254))
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")  # type: ignore[call-overload]  # PySide's stubs know only bytes here
    return bytes(buffer.data().data())

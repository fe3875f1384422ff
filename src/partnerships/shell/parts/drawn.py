"""What all drawn parts share: the theme, and lengths and fonts that follow the reader's text size."""

from PySide6.QtCore import QEvent, QRectF, Qt
from PySide6.QtGui import QFont, QFontInfo, QPainter, QPen
from PySide6.QtWidgets import QWidget

from partnerships.shell.theme.theme import BASE_SIZE, INTERFACE_FACE, Theme

CALM = "calm"  # the property of a widget whose focus needs no ring now


class Drawn(QWidget):
    """A widget that paints itself in the colors of a theme."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.theme = theme

    def show_theme(self, theme: Theme) -> None:
        """Draw in the colors of `theme` from now on."""
        self.theme = theme
        self.refresh()

    def refresh(self) -> None:
        """Called when theme or text size changed; those who keep measurements forget them here."""
        self.updateGeometry()
        self.update()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self.refresh()

    @property
    def scale(self) -> float:
        """The text size in use; 1.0 at 100 %."""
        return text_scale(self)

    def px(self, length: float) -> int:
        """A length given for 100 % text, at the text size in use."""
        return round(length * self.scale)

    def face(self, size: float, weight: QFont.Weight = QFont.Weight.Normal) -> QFont:
        """The interface's font; `size` is pixels at 100 % text."""
        return face(size * self.scale, weight)


def text_scale(widget: QWidget) -> float:
    """The text size of a widget as a factor; 1.0 at 100 %."""
    return max(0.5, QFontInfo(widget.font()).pixelSize() / BASE_SIZE)


def face(pixels: float, weight: QFont.Weight = QFont.Weight.Normal) -> QFont:
    """The interface's font in `pixels`."""
    font = QFont(INTERFACE_FACE)
    font.setPixelSize(max(1, round(pixels)))
    font.setWeight(weight)
    return font


def shows_ring(widget: QWidget) -> bool:
    """Whether a widget has the focus, and that is to be seen."""
    return widget.hasFocus() and not widget.property(CALM)


def draw_focus(painter: QPainter, rect: QRectF, theme: Theme, radius: float = 8) -> None:
    """Draw the ring that shows where the keyboard is, just inside `rect`."""
    width = theme.border + 1
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(theme.color("focus"), width))
    inset = width / 2
    painter.drawRoundedRect(rect.adjusted(inset, inset, -inset, -inset), radius, radius)

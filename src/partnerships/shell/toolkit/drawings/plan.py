"""What all drawings share: a plan that can be painted on a screen or on paper, and the widget that shows it."""

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from partnerships.shell.parts.drawn import Drawn, draw_focus, face
from partnerships.shell.theme.theme import SectionColors, Theme

WRAP = int(Qt.TextFlag.TextWordWrap)
LEFT = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
CENTER = int(Qt.AlignmentFlag.AlignCenter)
_AIR = 8  # pixels between the drawing and the ring that shows focus


class Plan:
    """A drawing at one text size, in the colors of one theme. `chosen` is the part that the keyboard is on."""

    def __init__(self, theme: Theme, scale: float) -> None:
        self.theme, self.scale = theme, scale
        self.colors: SectionColors = theme.section("toolkit")

    def height(self, width: float) -> float:
        """How high the drawing is at this width."""
        raise NotImplementedError

    def paint(self, painter: QPainter, width: float, chosen: int = -1) -> None:
        """Draw it from the painter's origin."""
        raise NotImplementedError

    def px(self, length: float) -> float:
        """A length given for 100 % text, at the text size in use."""
        return length * self.scale

    def font(self, size: float, weight: QFont.Weight = QFont.Weight.Normal) -> QFont:
        """The interface's font; `size` is pixels at 100 % text."""
        return face(size * self.scale, weight)

    def pen(self, role: str, width: float = 1.0, style: Qt.PenStyle = Qt.PenStyle.SolidLine) -> QPen:
        """A pen in a color of the theme."""
        return QPen(self.theme.color(role), max(width, self.theme.border * width), style)

    def write(
        self, painter: QPainter, rect: QRectF, words: str, font: QFont, color: QColor, flags: int = LEFT | WRAP
    ) -> None:
        """Write words into a rectangle."""
        painter.setFont(font)
        painter.setPen(color)
        painter.drawText(rect, flags, words)

    def words_height(self, words: str, font: QFont, width: float) -> float:
        """How high words are when they break at this width."""
        return QFontMetricsF(font).boundingRect(QRectF(0, 0, width, 10_000), WRAP, words).height()

    def elided(self, words: str, font: QFont, width: float) -> str:
        """As much of the words as fits on one line."""
        return QFontMetricsF(font).elidedText(words, Qt.TextElideMode.ElideRight, width)


class Canvas(Drawn):
    """Shows a plan, as high as it needs at the width it gets. `said` carries words for assistive technology."""

    said = Signal(str)

    def __init__(self, theme: Theme, name: str, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self.chosen = 0
        self.setAccessibleName(name)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def plan_for(self, theme: Theme, scale: float) -> Plan:
        """What is shown now, in the colors of `theme` and at the text size `scale`."""
        raise NotImplementedError

    def words(self) -> str:
        """What the drawing shows, in words."""
        raise NotImplementedError

    def tell(self) -> None:
        """Draw anew, and describe anew what is drawn."""
        self.setAccessibleDescription(self.words())
        self.updateGeometry()
        self.update()

    def inside(self) -> float:
        """The width that the plan has."""
        return max(10.0, self.width() - 2 * _AIR)

    def spot(self, x: float, y: float) -> tuple[float, float]:
        """A place of the widget, in the plan."""
        return x - _AIR, y - _AIR

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return round(self.plan_for(self.theme, self.scale).height(max(10.0, width - 2 * _AIR))) + 2 * _AIR

    def sizeHint(self) -> QSize:
        return QSize(self.px(480), self.heightForWidth(self.px(480)))

    def minimumSizeHint(self) -> QSize:
        return QSize(self.px(240), self.px(60))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the plan, and the ring of focus around it."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.save()
        painter.translate(_AIR, _AIR)
        self.plan_for(self.theme, self.scale).paint(painter, self.inside(), self.chosen if self.hasFocus() else -1)
        painter.restore()
        if self.hasFocus():
            draw_focus(painter, self.rect().toRectF(), self.theme)

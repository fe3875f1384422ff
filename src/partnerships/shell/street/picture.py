"""The street as a widget: painted once for its size, with the windows of one building lit on top."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, QVariantAnimation, Signal
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent, QPixmap, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from partnerships.shell.street.scene import Scene
from partnerships.shell.theme.theme import Theme

_FADE = 140  # milliseconds


class StreetPicture(QWidget):
    """`pointed` carries the section whose building the pointer is on, or nothing; `chosen` the one clicked.

    The picture takes no focus: the cards beneath it are the doors for the keyboard.
    """

    pointed = Signal(str)
    chosen = Signal(str)

    def __init__(self, theme: Theme, reduced_motion: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._sections: tuple[str, ...] = ()
        self._middles: tuple[float, ...] = ()
        self._scene: Scene | None = None
        self._base: QPixmap | None = None
        self._glow: QPixmap | None = None
        self._lit = ""
        self._under = ""
        self._strength = 0.0
        self._fade: QVariantAnimation | None = None
        self.reduced_motion = reduced_motion
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)

    @property
    def lit(self) -> str:
        """The section whose building is lit, or nothing."""
        return self._lit

    def show_theme(self, theme: Theme) -> None:
        """Draw in the colors of `theme` from now on."""
        self._theme = theme
        self._forget()

    def show_doors(self, sections: Sequence[str], middles: Sequence[float]) -> None:
        """Set the buildings of these sections at these middles."""
        if (tuple(sections), tuple(middles)) != (self._sections, self._middles):
            self._sections, self._middles = tuple(sections), tuple(middles)
            self._forget()

    def light(self, section: str) -> None:
        """Light the windows of one building, or of none."""
        if section == self._lit:
            return
        self._lit = section
        self._glow = None
        if self._fade is not None:
            self._fade.stop()
        if self.reduced_motion or not section or not self.isVisible():
            self._strength = 1.0
            self.update()
            return
        self._fade = QVariantAnimation(self, startValue=0.0, endValue=1.0, duration=_FADE)
        self._fade.valueChanged.connect(self._brighten)
        self._fade.start(QVariantAnimation.DeletionPolicy.KeepWhenStopped)

    def building(self, section: str) -> QRectF:
        """Where a section's building stands in the widget."""
        return self._the_scene().building(section)

    def sizeHint(self) -> QSize:
        return QSize(1366, 446)

    def minimumSizeHint(self) -> QSize:
        return QSize(240, 90)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        if self._base is None or self._base.devicePixelRatio() != self.devicePixelRatioF():
            self._base = self._canvas(filled=True)
            base = QPainter(self._base)
            self._the_scene().paint(base)
            base.end()
        painter.drawPixmap(0, 0, self._base)
        if self._lit:
            if self._glow is None:
                self._glow = self._canvas(filled=False)
                glow = QPainter(self._glow)
                self._the_scene().paint_lit(glow, self._lit)
                glow.end()
            painter.setOpacity(self._strength)
            painter.drawPixmap(0, 0, self._glow)

    def _canvas(self, filled: bool) -> QPixmap:
        ratio = self.devicePixelRatioF()
        canvas = QPixmap(self.size() * ratio)
        canvas.setDevicePixelRatio(ratio)
        if not filled:
            canvas.fill(Qt.GlobalColor.transparent)
        return canvas

    def _the_scene(self) -> Scene:
        if self._scene is None:
            self._scene = Scene(self._theme, self.size().toSizeF(), self._middles)
        return self._scene

    def _forget(self) -> None:
        self._scene = self._base = self._glow = None
        self.update()

    def _brighten(self, strength: float) -> None:
        self._strength = strength
        self.update()

    def _at(self, point: QPointF) -> str:
        return next((section for section in self._sections if self.building(section).contains(point)), "")

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._point(self._at(event.position()))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        section = self._at(event.position())
        if event.button() == Qt.MouseButton.LeftButton and section:
            self.chosen.emit(section)

    def leaveEvent(self, event: QEvent) -> None:
        self._point("")

    def _point(self, section: str) -> None:
        if section != self._under:
            self._under = section
            self.setCursor(Qt.CursorShape.PointingHandCursor if section else Qt.CursorShape.ArrowCursor)
            self.pointed.emit(section)

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._forget()

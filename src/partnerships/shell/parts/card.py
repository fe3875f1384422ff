"""A card to choose: a frame with a section's bar, a title, a badge, text and whatever else is set below."""

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QEnterEvent, QFocusEvent, QKeyEvent, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from partnerships.shell.parts.drawn import shows_ring
from partnerships.shell.parts.prose import Prose
from partnerships.shell.theme.theme import Theme

_EDGE = 4  # pixels around the frame, where the focus ring goes
_RADIUS = 10.0


class Card(QAbstractButton):
    """A frame that is a button. `chosen`: it was clicked or entered; `lit`: pointer or focus came or went."""

    chosen = Signal()
    lit = Signal(bool)

    def __init__(
        self,
        theme: Theme,
        title: str,
        text: str = "",
        section: str = "",
        badge: str = "",
        eyebrow: str = "",
        bar: bool = True,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.theme = theme
        self._section = section
        self._bar = bar and bool(section)
        self._is_lit = False
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.title = _words(title, "heading3" if not self._bar else "cardtitle", section)
        self.badge = _words(badge, "badge", wrap=False)
        self.text_label = Prose(text)
        self.text_label.setObjectName("cardtext")
        self.text_label.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.eyebrow = _words(eyebrow, "eyebrow")
        self.eyebrow.setProperty("warm", True)
        self._head = QHBoxLayout()
        self._head.setSpacing(8)
        self._head.addWidget(self.title, 1, Qt.AlignmentFlag.AlignTop)
        self._head.addWidget(self.badge, 0, Qt.AlignmentFlag.AlignTop)
        self._body = QVBoxLayout(self)
        side = _EDGE + 16
        self._body.setContentsMargins(side, _EDGE + (20 if self._bar else 13), side, _EDGE + 14)
        self._body.setSpacing(4)
        self._body.addWidget(self.eyebrow)
        self._body.addLayout(self._head)
        self._body.addWidget(self.text_label)
        self._body.addStretch(1)
        for label in (self.badge, self.text_label, self.eyebrow):
            label.setVisible(bool(label.text()))
        self._name()
        self.clicked.connect(self.chosen)

    def show_words(self, title: str, text: str = "", badge: str = "", eyebrow: str = "") -> None:
        """Show other words in the same card."""
        for label, words in (
            (self.title, title),
            (self.text_label, text),
            (self.badge, badge),
            (self.eyebrow, eyebrow),
        ):
            label.setText(words)
            label.setVisible(bool(words))
        self._name()

    def add(self, widget: QWidget) -> None:
        """Set a widget below the text. It takes no clicks of its own."""
        widget.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        widget.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._body.insertWidget(self._body.count() - 1, widget)

    def add_to_head(self, widget: QWidget) -> None:
        """Set a widget, such as a chip, at the end of the title's line."""
        widget.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._head.addWidget(widget, 0, Qt.AlignmentFlag.AlignTop)

    def show_theme(self, theme: Theme) -> None:
        """Draw in the colors of `theme` from now on."""
        self.theme = theme
        self.update()

    def show_lit(self, lit: bool) -> None:
        """Look as if the pointer were here, for a picture that stands for the same choice."""
        if lit != self._is_lit:
            self._is_lit = lit
            self.update()

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return self._body.totalHeightForWidth(width)

    def sizeHint(self) -> QSize:
        return self._body.totalSizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        theme = self.theme
        half = theme.border / 2
        frame = QRectF(self.rect()).adjusted(_EDGE + half, _EDGE + half, -_EDGE - half, -_EDGE - half)
        pressed = self.isDown()
        line = self._line_color()
        if not theme.dark:
            shadow = QColor(theme.color("shadow"))
            shadow.setAlpha(160 if self._is_lit else 110)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(shadow)
            painter.drawRoundedRect(frame.translated(0, 2 if self._is_lit and not pressed else 1), _RADIUS, _RADIUS)
        painter.setBrush(theme.color("hover" if pressed else "card"))
        painter.setPen(QPen(line, theme.border))
        painter.drawRoundedRect(frame, _RADIUS, _RADIUS)
        if self._bar:
            self._paint_bar(painter, frame.adjusted(-half, -half, half, half))
        if shows_ring(self):
            width = 3.0
            ring = QRectF(self.rect()).adjusted(width / 2, width / 2, -width / 2, -width / 2)
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(theme.color("focus"), width))
            painter.drawRoundedRect(ring, _RADIUS + 2, _RADIUS + 2)

    def _line_color(self) -> QColor:
        if not self._is_lit:
            return self.theme.color("line")
        return self.theme.section(self._section).bar if self._section else self.theme.color("control-line")

    def _paint_bar(self, painter: QPainter, frame: QRectF) -> None:
        shape = QPainterPath()
        shape.addRoundedRect(frame, _RADIUS, _RADIUS)
        painter.save()
        painter.setClipRect(QRectF(frame.left(), frame.top(), frame.width(), 7 if self._is_lit else 5))
        painter.fillPath(shape, self.theme.section(self._section).bar)
        painter.restore()

    def _name(self) -> None:
        parts = (self.eyebrow.text(), self.title.text(), self.badge.text(), self.text_label.text())
        self.setAccessibleName(", ".join(part for part in parts[:3] if part))
        self.setAccessibleDescription(parts[3])

    def _light(self) -> None:
        lit = self.hasFocus() or self.underMouse()
        self.show_lit(lit)
        self.lit.emit(lit)
        self.update()

    def enterEvent(self, event: QEnterEvent) -> None:
        super().enterEvent(event)
        self._light()

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self._light()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self._light()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self._light()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
            return
        super().keyPressEvent(event)


def _words(text: str, name: str, section: str = "", wrap: bool = True) -> QLabel:
    label = QLabel(text)
    label.setObjectName(name)
    label.setProperty("section", section)
    label.setWordWrap(wrap)
    label.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
    label.setTextInteractionFlags(Qt.TextInteractionFlag.NoTextInteraction)
    return label

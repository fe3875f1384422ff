"""What stands where there is nothing yet: a small picture, a sentence, and the next step."""

from PySide6.QtCore import QByteArray, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QPushButton, QSizePolicy, QVBoxLayout, QWidget

from partnerships.shell.parts.drawn import Drawn
from partnerships.shell.parts.prose import Prose
from partnerships.shell.theme.icons import icon_svg
from partnerships.shell.theme.theme import Theme


class _Picture(Drawn):
    """An icon on a little hill between two trees."""

    def __init__(self, theme: Theme, icon: str, section: str) -> None:
        super().__init__(theme)
        self._icon = icon
        self._section = section
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(self.px(190), self.px(112))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.scale(self.width() / 190, self.height() / 112)
        theme, colors = self.theme, self.theme.section(self._section)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colors.soft)
        painter.drawEllipse(QPointF(95, 54), 46, 46)
        painter.setBrush(theme.color("track"))
        painter.drawRoundedRect(QRectF(14, 97, 162, 3), 1.5, 1.5)
        for x, size in ((30, 13), (52, 9), (160, 12)):
            painter.setBrush(theme.color("track"))
            painter.drawRect(QRectF(x - 1.5, 97 - size * 1.6, 3, size * 1.6))
            painter.setBrush(theme.color("land"))
            painter.drawEllipse(QPointF(x, 97 - size * 2), size, size)
        picture = icon_svg(self._icon, colors.ink.name(), colors.soft.name())
        QSvgRenderer(QByteArray(picture)).render(painter, QRectF(69, 28, 52, 52))


class EmptyState(QWidget):
    """A picture, a sentence and, if there is a next step, its button. `acted` says that it was pressed."""

    acted = Signal()

    def __init__(
        self,
        theme: Theme,
        sentence: str,
        action: str = "",
        icon: str = "book",
        section: str = "notebook",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._picture = _Picture(theme, icon, section)
        self.sentence = Prose(sentence, leading=1.5)
        self.sentence.setObjectName("lead")
        self.sentence.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.button = QPushButton(action, self)
        self.button.setProperty("role", "primary")
        self.button.setVisible(bool(action))
        self.button.clicked.connect(self.acted)
        layout = QVBoxLayout(self)
        layout.setSpacing(14)
        layout.addStretch(2)
        layout.addWidget(self._picture, 0, Qt.AlignmentFlag.AlignHCenter)
        layout.addWidget(self.sentence)
        layout.addWidget(self.button, 0, Qt.AlignmentFlag.AlignHCenter)
        layout.addStretch(3)

    def show_theme(self, theme: Theme) -> None:
        """Draw in the colors of `theme` from now on."""
        self._picture.show_theme(theme)

    def show_words(self, sentence: str, action: str = "") -> None:
        """Say something else."""
        self.sentence.setText(sentence)
        self.button.setText(action)
        self.button.setVisible(bool(action))

"""The steps of a sheet: one bar for each group, filled as far as its questions are answered."""

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QSizePolicy, QWidget

from partnerships.library.model import FieldGroup
from partnerships.shell.look import Look
from partnerships.shell.parts.drawn import draw_focus, shows_ring


class Step(QAbstractButton):
    """One group: a bar and its title."""

    def __init__(self, title: str, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self._look = look
        self.share = 0.0
        self.current = False
        self.setText(title)
        self.setAccessibleName(title)
        self.setToolTip(title)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_share(self, share: float) -> None:
        """Show how much of the group is answered, from 0 to 1."""
        self.share = share
        self.setAccessibleDescription(self.tr("{share} % answered").format(share=round(share * 100)))
        self.update()

    def sizeHint(self) -> QSize:
        """Room for the bar and one line of words."""
        return QSize(self._look.scaled(70), self._look.scaled(34))

    def minimumSizeHint(self) -> QSize:
        """At least a bar."""
        return QSize(self._look.scaled(36), self._look.scaled(34))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the bar and the words."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        theme, colors = self._look.theme, self._look.theme.section("toolkit")
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.color("track"))
        painter.drawRoundedRect(QRectF(0, 4, self.width(), 4), 2, 2)
        painter.setBrush(colors.bar)
        painter.drawRoundedRect(QRectF(0, 4, self.width() * self.share, 4), 2, 2)
        font = QFont(self.font())
        font.setPixelSize(self._look.scaled(12))
        font.setWeight(QFont.Weight.Bold if self.current else QFont.Weight.Medium)
        painter.setFont(font)
        painter.setPen(colors.ink if self.current or self.share else theme.color("quiet"))
        words = QFontMetrics(font).elidedText(self.text(), Qt.TextElideMode.ElideRight, self.width())
        painter.drawText(0, 12, self.width(), self.height() - 12, int(Qt.AlignmentFlag.AlignVCenter), words)
        if shows_ring(self):
            draw_focus(painter, QRectF(self.rect()), theme, 4)


class StepBar(QWidget):
    """All steps side by side; `chosen` carries the id of the group to go to."""

    chosen = Signal(str)

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._steps: dict[str, Step] = {}
        self._layout = QHBoxLayout(self)
        self._layout.setContentsMargins(0, 8, 0, 0)
        self._layout.setSpacing(6)

    def show_groups(self, groups: tuple[FieldGroup, ...]) -> None:
        """Show the steps of another tool."""
        for step in self._steps.values():
            step.hide()
            step.deleteLater()
        self._steps = {}
        for group in groups:
            step = Step(group.title, self._look, self)
            step.clicked.connect(lambda _=False, name=group.id: self.chosen.emit(name))
            self._layout.addWidget(step)
            self._steps[group.id] = step
        if groups:
            self.set_current(groups[0].id)

    def show_shares(self, shares: tuple[float, ...]) -> None:
        """Show how much of each group is answered."""
        for step, share in zip(self._steps.values(), shares, strict=True):
            step.show_share(share)

    def set_current(self, name: str) -> None:
        """Show which group is on screen."""
        for key, step in self._steps.items():
            step.current = key == name
            step.update()

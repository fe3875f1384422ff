"""The search box: large, with the rest of the phrase in grey behind what was typed."""

from PySide6.QtCore import QEvent, QRect, Qt
from PySide6.QtGui import QFontMetrics, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from partnerships.shell.look import Look


class SearchBox(QLineEdit):
    """Tab or the right arrow at the end takes the grey rest."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._rest = ""
        self.setObjectName("big-search")
        self.setPlaceholderText(self.tr("Search the library"))
        self.setAccessibleName(self.tr("Search the library"))
        self.textEdited.connect(lambda _: self.show_completion(""))

    def show_completion(self, rest: str) -> None:
        """Show the rest of the phrase in grey."""
        self._rest = rest
        self.setAccessibleDescription(
            self.tr("Tab completes to {phrase}").format(phrase=self.text() + rest) if rest else ""
        )
        self.update()

    def event(self, event: QEvent) -> bool:
        """Tab completes where there is something to complete; otherwise it moves on as always."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress and self._rest:
            at_end = self.cursorPosition() == len(self.text()) and not self.hasSelectedText()
            if event.key() == Qt.Key.Key_Tab or (event.key() == Qt.Key.Key_Right and at_end):
                self._complete()
                return True
        return super().event(event)

    def _complete(self) -> None:
        text = self.text() + self._rest
        self._rest = ""
        self.setText(text)
        self.textEdited.emit(text)

    def paintEvent(self, event: QPaintEvent) -> None:
        """What Qt draws, and the grey rest behind it."""
        super().paintEvent(event)
        if not self._rest or not self.text():
            return
        left = self.cursorRect().right() if self.cursorPosition() == len(self.text()) else 0
        if left:
            painter = QPainter(self)
            painter.setFont(self.font())
            painter.setPen(self._look.theme.color("disabled"))
            room = QRect(left - 3, 0, self.width() - left - 4, self.height())
            words = QFontMetrics(self.font()).elidedText(self._rest, Qt.TextElideMode.ElideRight, room.width())
            painter.drawText(room, int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft), words)

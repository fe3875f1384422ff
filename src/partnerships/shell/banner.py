"""A line under the top line for what a person should know: trouble, or that something was done."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QToolButton, QWidget

from partnerships.shell.look import Look
from partnerships.shell.theme.icons import icon


class Banner(QFrame):
    """Shows one sentence until it is closed."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._kind = "note"
        self.setProperty("role", "banner")
        self._sign = QLabel(self)
        self._words = QLabel(self)
        self._words.setWordWrap(True)
        self._words.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._close = QToolButton(self)
        self._close.setAccessibleName(self.tr("Close this notice"))
        self._close.setToolTip(self.tr("Close this notice"))
        self._close.clicked.connect(self.hide)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(18, 6, 12, 6)
        layout.addWidget(self._sign)
        layout.addWidget(self._words, 1)
        layout.addWidget(self._close)
        look.changed.connect(self._restyle)
        self.hide()

    def say(self, words: str, kind: str) -> None:
        """Show a sentence; `kind` is "note" or "warning"."""
        self._kind = kind
        self._words.setText(words)
        self.setAccessibleName(words)
        self._restyle()
        self.show()

    @property
    def text(self) -> str:
        """What is said now; nothing when the banner is closed."""
        return "" if self.isHidden() else self._words.text()

    def _restyle(self) -> None:
        size = self._look.scaled(18)
        sign = "warning" if self._kind == "warning" else "info"
        self._sign.setPixmap(icon(sign, self._look.theme, "note-ink").pixmap(size, size))
        self._close.setIcon(icon("close", self._look.theme, "note-ink"))

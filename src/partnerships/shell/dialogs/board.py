"""What the dialogs share: words that scroll where there is no room for them, and buttons that always show."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QGuiApplication, QShowEvent
from PySide6.QtWidgets import QDialog, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

_EDGE = 24  # pixels around the words
_LINE = 2  # pixels of the line around the words, which shows the focus
_APART = 32  # pixels that a board keeps from the edges of the window it lies over


class Board(QDialog):
    """A dialog as wide as asked and as high as its `words` then need, inside the window that it belongs to."""

    def __init__(self, width: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._width = width
        self._content = QWidget(self)
        self._content.setObjectName("scrolled")
        self.words = QVBoxLayout(self._content)
        self.words.setContentsMargins(_EDGE, 20, _EDGE, 8)
        self.words.setSpacing(10)
        self._area = QScrollArea(self)
        self._area.setWidgetResizable(True)
        self._area.setWidget(self._content)
        self.buttons = QHBoxLayout()
        self.buttons.setSpacing(8)
        self.buttons.setContentsMargins(_EDGE, 8, _EDGE, 20)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self._area, 1)
        layout.addLayout(self.buttons)

    def showEvent(self, event: QShowEvent) -> None:
        """Measure the words once they have their fonts."""
        super().showEvent(event)
        self.fit()

    def fit(self) -> None:
        """Be as large as the words need now; nothing while hidden."""
        if self.isHidden():
            return
        for widget in self.findChildren(QWidget):
            widget.ensurePolished()
        self.words.activate()
        room = self._room()
        width = min(max(self._width, self._content.minimumSizeHint().width()), room.width())
        high = self.words.totalHeightForWidth(width) if self.words.hasHeightForWidth() else -1
        height = max(high, self.words.totalMinimumSize().height()) + self.buttons.sizeHint().height() + 2 * _LINE
        scrolls = height > room.height()
        self._area.setFocusPolicy(Qt.FocusPolicy.StrongFocus if scrolls else Qt.FocusPolicy.NoFocus)
        self._area.setVerticalScrollBarPolicy(
            Qt.ScrollBarPolicy.ScrollBarAsNeeded if scrolls else Qt.ScrollBarPolicy.ScrollBarAlwaysOff
        )
        self.resize(width + 2 * _LINE, min(height, room.height()))

    def _room(self) -> QSize:
        owner = self.parentWidget()
        whole = owner.window().size() if owner is not None else QGuiApplication.primaryScreen().availableSize()
        return whole - QSize(_APART, _APART)

"""What a citation, a term or a directory entry says, shown in place beside the text."""

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QLabel, QPushButton, QVBoxLayout, QWidget

from partnerships.shell.look import Look

_WIDTH = 380


class Popover(QFrame):
    """A small card over the page. Escape or a click elsewhere closes it; `followed` carries its link."""

    followed = Signal(str)

    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self._look = look
        self.setProperty("role", "card")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._title = QLabel(self)
        self._title.setObjectName("eyebrow")
        self._text = QLabel(self)
        self._text.setWordWrap(True)
        self._text.setTextFormat(Qt.TextFormat.RichText)
        self._link = QPushButton(self)
        self._link.setProperty("role", "link")
        self._link.clicked.connect(self._follow)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 12, 16, 12)
        for widget in (self._title, self._text, self._link):
            layout.addWidget(widget)
        self._target = ""
        self.hide()

    def show_at(self, place: QPoint, title: str, text: str, link: str = "", target: str = "") -> None:
        """Show `text` (HTML of ours) near `place` of the parent, with a link to `target` if there is one."""
        self._title.setText(title)
        self._text.setText(text)
        self._link.setText(link)
        self._link.setVisible(bool(link))
        self._target = target
        self.setAccessibleName(title)
        self.setAccessibleDescription(text)
        parent = self.parentWidget()
        assert parent is not None
        self.setFixedWidth(min(self._look.scaled(_WIDTH), parent.width() - 24))
        for widget in (self, self._title, self._text, self._link):
            widget.ensurePolished()
        layout = self.layout()
        assert layout is not None
        self.resize(self.width(), layout.totalHeightForWidth(self.width()))
        left = max(12, min(place.x() - 24, parent.width() - self.width() - 12))
        above = place.y() - self.height() - 10
        below = place.y() + self._look.scaled(26)
        self.move(left, below if below + self.height() < parent.height() or above < 8 else above)
        self.show()
        self.raise_()

    def take_focus(self) -> None:
        """Move the keyboard into the card, so that its link can be followed and its words are read out."""
        (self._link if self._link.isVisible() else self).setFocus(Qt.FocusReason.PopupFocusReason)

    def _follow(self) -> None:
        self.hide()
        self.followed.emit(self._target)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape closes the card and goes back to the page."""
        if event.key() == Qt.Key.Key_Escape:
            self.close_and_return()
            return
        super().keyPressEvent(event)

    def close_and_return(self) -> None:
        """Close the card; the page has the keyboard again."""
        self.hide()
        parent = self.parentWidget()
        if parent is not None:
            parent.setFocus(Qt.FocusReason.PopupFocusReason)

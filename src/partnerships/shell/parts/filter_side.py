"""Facets in a side that scrolls. Where there is no room beside the page, it takes the page's place for a while."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QPushButton, QScrollArea, QVBoxLayout, QWidget

from partnerships.shell.parts.drawn import text_scale
from partnerships.shell.parts.facets import FacetList
from partnerships.shell.theme.theme import Theme

_WIDEST = 440  # of the facets where they have the page to themselves, at 100 % text
_ANY = 16_777_215  # Qt's word for no limit


class FilterSide(QFrame):
    """`closed`: the reader wants to see the page again."""

    closed = Signal()

    def __init__(self, theme: Theme, section: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "side")
        self.setProperty("edge", "right")
        self.setAccessibleName(self.tr("Filter"))
        self.facets = FacetList(theme, section)
        self.done = QPushButton()
        self.done.setProperty("role", "primary")
        self.done.setProperty("section", section)
        self.done.clicked.connect(self.closed)
        self.done.hide()
        self._scroll = QScrollArea()
        self._scroll.setWidgetResizable(True)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        holder = QWidget()
        holder.setObjectName("scrolled")
        inner = QVBoxLayout(holder)
        inner.setContentsMargins(16, 22, 12, 16)
        inner.addWidget(self.facets)
        self._scroll.setWidget(holder)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self._scroll, 1)
        self._foot = QVBoxLayout()
        self._foot.addWidget(self.done, 0, Qt.AlignmentFlag.AlignLeft)
        layout.addLayout(self._foot)

    def show_over(self, over: bool) -> None:
        """Stand in the page's place, with a button that leads back, or beside it."""
        self.done.setVisible(over)
        self.facets.setMaximumWidth(round(_WIDEST * text_scale(self)) if over else _ANY)
        self._foot.setContentsMargins(*((18, 10, 18, 14) if over else (0, 0, 0, 0)))

    def show_found(self, words: str) -> None:
        """Say on the button what the reader will see."""
        self.done.setText(words)

    def start(self) -> None:
        """Put the keyboard on the first row and show it."""
        self._scroll.verticalScrollBar().setValue(0)
        self.facets.focusNextChild()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.done.isVisible():
            self.closed.emit()
            return
        super().keyPressEvent(event)

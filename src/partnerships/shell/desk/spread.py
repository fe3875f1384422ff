"""A list and what was chosen from it: side by side, or one at a time where it is narrow."""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QSplitter, QVBoxLayout, QWidget

from partnerships.library.model import Address
from partnerships.shell.look import Look
from partnerships.shell.panel import Panel, Surroundings
from partnerships.shell.parts.leaf import Leaf
from partnerships.shell.theme.icons import icon

_DETAIL, _NARROW = 400, 800  # pixels at 100 % text: the detail's width, and where it takes the list's place


def dress_button(button: QPushButton, name: str, look: Look, role: str = "title") -> None:
    """Give a button its icon, in the color of `role` and as large as the text."""
    button.setIcon(icon(name, look.theme, role))
    button.setIconSize(QSize(look.scaled(16), look.scaled(16)))


class Detail(QFrame):
    """What was chosen: a row for buttons above its text. `closed`: back to the list."""

    closed = Signal()

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self.setProperty("role", "panel")
        self.back = QPushButton(self.tr("Back to the list"), self)
        self.back.setProperty("role", "quiet")
        self.back.clicked.connect(self.closed)
        self.leaf = Leaf(look.theme, parent=self)
        self.buttons = QHBoxLayout()
        self.buttons.setContentsMargins(20, 10, 16, 0)
        self.buttons.setSpacing(8)
        self.buttons.addWidget(self.back)
        self.buttons.addStretch()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(self.buttons)
        layout.addWidget(self.leaf, 1)
        self.restyle()

    def restyle(self) -> None:
        """Draw in the look of now."""
        dress_button(self.back, "back", self._look)
        self.leaf.restyle(self._look.theme, self._look.text_size)


class Spread(QSplitter):
    """Holds a list and its detail. `closed`: the reader wants the list again."""

    closed = Signal()

    def __init__(
        self, look: Look, main: QWidget, share: float, stays: bool = True, parent: QWidget | None = None
    ) -> None:
        """`share` is the part of the width that the detail gets; with `stays` it is there before anything is chosen."""
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._look, self._main, self._part, self._stays, self._open = look, main, share, stays, False
        self.detail = Detail(look, self)
        self.detail.closed.connect(self.closed)
        self.addWidget(main)
        self.addWidget(self.detail)
        self.setChildrenCollapsible(False)
        self.setStretchFactor(0, 1)
        self.setStretchFactor(1, 0)
        self.setHandleWidth(1)
        look.changed.connect(self._restyle)

    @property
    def is_narrow(self) -> bool:
        """Whether there is room for one of the two only."""
        return self.width() < self._look.scaled(_NARROW)

    def show_detail(self, wanted: bool) -> None:
        """Say whether something is chosen; where it is narrow, it then takes the list's place."""
        self._open = wanted
        self._arrange()

    def _restyle(self) -> None:
        self.detail.restyle()
        self._arrange()
        self._share()

    def _arrange(self) -> None:
        narrow = self.is_narrow
        appears = self._open and not self.detail.isVisibleTo(self)
        self._main.setVisible(not narrow or not self._open)
        self.detail.setVisible(self._open or (self._stays and not narrow))
        self.detail.back.setVisible(narrow or not self._stays)
        if appears:
            self._share()

    def _share(self) -> None:
        least = self._look.scaled(_DETAIL)
        wide = max(least, round(self.width() * self._part))
        self.detail.setMinimumWidth(0 if self.is_narrow else least * 3 // 4)
        self.setSizes([self.width() - wide, wide])

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show both, or one."""
        super().resizeEvent(event)
        self._arrange()
        self._share()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape goes back to the list."""
        if event.key() == Qt.Key.Key_Escape and self._open:
            self.closed.emit()
            return
        super().keyPressEvent(event)


class SpreadPanel(Panel):
    """A part of the desk whose rows have addresses of their own: a list, and the row that was chosen."""

    def __init__(
        self,
        surroundings: Surroundings,
        place: Address,
        share: float,
        stays: bool = True,
        parent: QWidget | None = None,
    ) -> None:
        """`place` is the address of the list without a chosen row; `share` and `stays` are as in Spread."""
        super().__init__(surroundings, parent)
        self.place, self.opened = place, place
        self.shown: Address | None = None
        self.main = QWidget(self)
        self.spread = Spread(self.look, self.main, share, stays, self)
        self.spread.closed.connect(lambda: self.chosen.emit(self.place))
        self.spread.detail.leaf.asked.connect(self.follow)

    def show_row(self, address: Address, html: str, name: str) -> None:
        """Show what a row says beside the list, or in its place."""
        self.shown = address
        self.spread.detail.leaf.show_html(html, name)
        self.spread.show_detail(True)

    def show_none(self, html: str) -> None:
        """Show the list; beside it `html`, which says what to do."""
        self.shown = None
        self.spread.detail.leaf.show_html(html, self.tr("Nothing chosen"))
        self.spread.show_detail(False)

    def follow(self, target: str) -> None:
        """Go where a link leads. A row that was only passed is visited first, so that back returns to it."""
        if target.startswith(("https://", "http://")):
            self.outward.emit(target)
            return
        if self.shown is not None and self.shown != self.opened:
            self.chosen.emit(self.shown)
        self.chosen.emit(Address.parse(target))

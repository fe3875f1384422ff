"""The screen of one tool: its list at left, the form, and how the sheet stands at right; what has no room folds."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from partnerships.shell.look import Look
from partnerships.shell.parts.title_list import TitleList
from partnerships.shell.toolkit.form import SheetForm
from partnerships.shell.toolkit.side import SheetSide

_LIST, _SIDE, _NARROWEST = 272, 286, 480  # widths at 100 % text, pixels


class ToolScreen(QWidget):
    """`folded` says which of list and side have no room; `turned` which of them stands in the form's place."""

    folded = Signal(bool, bool)
    turned = Signal(bool, bool)

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._over = ""  # "list" or "side" while it stands in the form's place
        self.form = SheetForm(look, self)
        self.side = SheetSide(look, self)
        self.list = TitleList(look.theme, "toolkit", parent=self)
        self.list.setAccessibleName(self.tr("Tools and sheets"))
        self._left = QFrame(self)
        self._left.setProperty("role", "side")
        self._left.setProperty("edge", "right")
        title = QLabel(self.tr("Toolkit"), self._left)
        title.setObjectName("eyebrow")
        title.setProperty("section", "toolkit")
        title.setContentsMargins(20, 20, 12, 6)
        left = QVBoxLayout(self._left)
        left.setContentsMargins(0, 0, 1, 0)
        left.setSpacing(0)
        left.addWidget(title)
        left.addWidget(self.list, 1)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self._left)
        row.addWidget(self.form, 1)
        row.addWidget(self.side)

    def show_over(self, what: str) -> None:
        """Let the list or the side stand in the form's place; nothing brings the form back."""
        self._over = what
        self.arrange()
        if what:
            (self.list if what == "list" else self.side).setFocus(Qt.FocusReason.OtherFocusReason)

    def arrange(self) -> None:
        """Fold what has no room."""
        left, right = self._look.scaled(_LIST), self._look.scaled(_SIDE)
        room = self.width() - self._look.scaled(_NARROWEST)
        side_fits, list_fits = room >= right, room >= left + right
        if (self._over == "list" and list_fits) or (self._over == "side" and side_fits):
            self._over = ""
        self.form.setVisible(not self._over)
        self._left.setVisible(list_fits or self._over == "list")
        self.side.setVisible((side_fits and self._over != "list") or self._over == "side")
        self._widen(self._left, left, self._over == "list")
        self._widen(self.side, right, self._over == "side")
        self.folded.emit(not list_fits, not side_fits)
        self.turned.emit(self._over == "list", self._over == "side")

    def _widen(self, part: QWidget, width: int, whole: bool) -> None:
        part.setMinimumWidth(0 if whole else min(width, self.width() // 2))
        part.setMaximumWidth(16_777_215 if whole else min(width, self.width() // 2))

    def restyle(self) -> None:
        """Take up the look in use."""
        self.list.restyle(self._look.theme, self._look.text_size, "toolkit")
        self.form.restyle()
        self.arrange()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fold what has no room."""
        super().resizeEvent(event)
        self.arrange()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape brings the form back."""
        if event.key() == Qt.Key.Key_Escape and self._over:
            self.show_over("")
            return
        super().keyPressEvent(event)

"""Find in page: a line at the foot of the page, with a count and steps."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QLineEdit, QPushButton, QToolButton, QWidget

from partnerships.shell.look import Look
from partnerships.shell.theme.icons import icon


class FindBar(QFrame):
    """`typed` carries the words as they are typed; `stepped` asks for the next (True) or the one before."""

    typed = Signal(str)
    stepped = Signal(bool)
    closed = Signal()

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "bar")
        self._look = look
        self.box = QLineEdit(self)
        self.box.setPlaceholderText(self.tr("Find in this page"))
        self.box.setAccessibleName(self.tr("Find in this page"))
        self.box.setClearButtonEnabled(True)
        self.box.textChanged.connect(self.typed)
        self._count = QLabel(self)
        self._count.setObjectName("quiet")
        self._before = QToolButton(self)
        self._next = QToolButton(self)
        self._close = QPushButton(self.tr("Done"), self)
        for button, name in ((self._before, self.tr("Previous match")), (self._next, self.tr("Next match"))):
            button.setAccessibleName(name)
            button.setToolTip(name)
        self._before.clicked.connect(lambda: self.stepped.emit(False))
        self._next.clicked.connect(lambda: self.stepped.emit(True))
        self._close.clicked.connect(self.close_bar)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(24, 8, 24, 8)
        for widget in (self.box, self._before, self._next, self._count, self._close):
            layout.addWidget(widget)
        layout.setStretch(0, 1)
        self.restyle()
        self.hide()

    def restyle(self) -> None:
        """Draw the icons in the look of now."""
        self._before.setIcon(icon("up", self._look.theme))
        self._next.setIcon(icon("down", self._look.theme))

    def open_bar(self) -> None:
        """Show the bar with the keyboard in its box."""
        self.show()
        self.box.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.box.selectAll()

    def close_bar(self) -> None:
        """Hide the bar and its marks."""
        self.hide()
        self.typed.emit("")
        self.closed.emit()

    def show_count(self, number: int, total: int) -> None:
        """Say which match is shown of how many."""
        if not self.box.text():
            words = ""
        elif not total:
            words = self.tr("Not on this page")
        elif number:
            words = self.tr("{number} of {total}").format(number=number, total=total)
        else:
            words = self.tr("%n match(es)", "", total)
        self._count.setText(words)
        self._count.setAccessibleName(words)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter goes on, Shift+Enter goes back, Escape closes."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.stepped.emit(not event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        elif event.key() == Qt.Key.Key_Escape:
            self.close_bar()
        else:
            super().keyPressEvent(event)

"""The page of the comparison: a way back, what to show, and the table."""

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QCheckBox, QLabel, QPushButton, QVBoxLayout, QWidget

from partnerships.shell.grants.comparison import SECTION, ComparisonTable
from partnerships.shell.grants.programs import Program
from partnerships.shell.look import Look
from partnerships.shell.parts.flow import FlowLayout
from partnerships.shell.theme.icons import icon


class SideBySide(QWidget):
    """`closed`: back to all programs; `print_wanted`: on paper, please."""

    closed = Signal()
    print_wanted = Signal()

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._programs: tuple[Program, ...] = ()
        self.title = QLabel()
        self.title.setObjectName("heading1")
        self.title.setProperty("section", SECTION)
        self.title.setWordWrap(True)
        self.back = QPushButton(self.tr("All programs"))
        self.back.setToolTip(self.tr("Back to all programs (Esc)"))
        self.back.clicked.connect(self.closed)
        self.only = QCheckBox(self.tr("Only what differs"))
        self.only.setProperty("section", SECTION)
        self.only.toggled.connect(lambda _: self._show())
        self.print = QPushButton(self.tr("Print"))
        self.print.clicked.connect(self.print_wanted)
        self.table = ComparisonTable(look)
        self._lay_out()
        self.restyle()

    def _lay_out(self) -> None:
        bar = FlowLayout(across=10, down=8)
        for widget in (self.back, self.print, self.only):
            bar.addWidget(widget)
        self._layout = QVBoxLayout(self)
        self._layout.setSpacing(12)
        self._layout.addLayout(bar)
        self._layout.addWidget(self.title)
        self._layout.addWidget(self.table, 1)
        self._layout.addStretch(0)

    def show_programs(self, programs: Sequence[Program]) -> None:
        """Show these programs side by side and take the keyboard."""
        self._programs = tuple(programs)
        self.title.setText(self.tr("%n programs side by side", "", len(programs)))
        self._show()
        self.table.setFocus()

    def _show(self) -> None:
        self.table.compared.show(self._programs, self.only.isChecked())
        self.table.setCurrentIndex(self.table.compared.index(0, 0))

    def restyle(self) -> None:
        """Take up the look in use."""
        for button, sign in ((self.back, "back"), (self.print, "print")):
            button.setIcon(icon(sign, self._look.theme))
            button.setIconSize(QSize(self._look.scaled(16), self._look.scaled(16)))
        side = 28 if self.width() > self._look.scaled(620) else 14
        self._layout.setContentsMargins(side, 20, side, 20)
        self.table.fit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
            return
        super().keyPressEvent(event)

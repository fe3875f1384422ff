"""The strip over the toolkit: it says what was done, and takes a deleted sheet out of the bin again."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QWidget

from partnerships.notebook.model import Sheet
from partnerships.notebook.sheets import BIN_DAYS


class UndoStrip(QFrame):
    """`undo_wanted` carries the id of the sheet to take out of the bin."""

    undo_wanted = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._sheet = 0
        self.setProperty("role", "banner")
        self.words = QLabel(self)
        self.words.setWordWrap(True)
        self.undo = QPushButton(self.tr("Undo"), self)
        self.undo.setAccessibleName(self.tr("Take it out of the bin again"))
        self.undo.clicked.connect(lambda: self.undo_wanted.emit(self._sheet))
        self.close_ = QPushButton(self.tr("Close"), self)
        self.close_.setProperty("role", "quiet")
        self.close_.setAccessibleName(self.tr("Close this notice"))
        self.close_.clicked.connect(self.hide)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(20, 6, 12, 6)
        layout.addWidget(self.words, 1)
        layout.addWidget(self.undo)
        layout.addWidget(self.close_)
        self.hide()

    def say(self, sheet: Sheet) -> None:
        """Say that a sheet is in the bin, and put the keyboard on what brings it back."""
        self._sheet = sheet.id
        self.words.setText(
            self.tr("“{name}” is in the bin and stays there for {days} days.").format(name=sheet.name, days=BIN_DAYS)
        )
        self.undo.show()
        self.show()
        self.undo.setFocus()

    def tell(self, words: str) -> None:
        """Say what was done; there is nothing to undo."""
        self.words.setText(words)
        self.undo.hide()
        self.show()

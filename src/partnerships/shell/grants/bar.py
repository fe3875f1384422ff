"""The bar under the table that says what is chosen for comparison."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QWidget

from partnerships.shell.grants.model import FEWEST, MOST


class ComparisonBar(QFrame):
    """`wanted`: side by side, please; `cleared`: let all choices go."""

    wanted = Signal()
    cleared = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "band")
        self.setProperty("section", "grants")
        self.setAccessibleName(self.tr("Programs chosen for comparison"))
        self.words = QLabel()
        self.words.setObjectName("strong")
        self.words.setWordWrap(True)
        self.clear = QPushButton(self.tr("Clear"))
        self.clear.setProperty("role", "quiet")
        self.clear.clicked.connect(self.cleared)
        self.compare = QPushButton(self.tr("Compare side by side"))
        self.compare.clicked.connect(self.wanted)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(18, 10, 14, 10)
        layout.setSpacing(10)
        layout.addWidget(self.words, 1)
        layout.addWidget(self.clear, 0, Qt.AlignmentFlag.AlignVCenter)
        layout.addWidget(self.compare, 0, Qt.AlignmentFlag.AlignVCenter)
        self.hide()

    def show_number(self, number: int) -> str:
        """Show how many programs are chosen; gives the words."""
        words = self.tr("%n program(s) chosen", "", number)
        if 0 < number < FEWEST:
            words = f"{words}. {self.tr('Choose another to compare.')}"
        self._say(words)
        self.compare.setVisible(number >= FEWEST)
        self.setVisible(number > 0)
        return words

    def refuse(self) -> str:
        """Say that no more programs fit side by side; gives the words."""
        words = self.tr("{most} programs fit side by side. Untick one to choose another.").format(most=MOST)
        self._say(words)
        return words

    def _say(self, words: str) -> None:
        self.words.setText(words)

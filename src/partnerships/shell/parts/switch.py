"""A switch between a few ways to show the same, such as "List" and "List and map"."""

from collections.abc import Iterable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QFrame, QHBoxLayout, QPushButton, QSizePolicy, QWidget


class Switch(QFrame):
    """Buttons of which one is down. `switched` carries the id of the one that a person pressed."""

    switched = Signal(str)

    def __init__(self, name: str, choices: Iterable[tuple[str, str]], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "switch")
        self.setAccessibleName(name)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Maximum)
        self._buttons: dict[str, QPushButton] = {}
        group = QButtonGroup(self)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(2, 2, 2, 2)
        layout.setSpacing(2)
        for choice, words in choices:
            button = QPushButton(words)
            button.setProperty("role", "segment")
            button.setCheckable(True)
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            button.clicked.connect(lambda _=False, pressed=choice: self.switched.emit(pressed))
            group.addButton(button)
            layout.addWidget(button)
            self._buttons[choice] = button

    def show_choice(self, choice: str) -> None:
        """Show which one is in use and say nothing."""
        self._buttons[choice].setChecked(True)

    def button(self, choice: str) -> QPushButton:
        """The button of one choice."""
        return self._buttons[choice]

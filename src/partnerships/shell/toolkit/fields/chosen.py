"""Fields that are chosen in: one of several, several of several, a tick, a point on a scale."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import (
    QButtonGroup,
    QCheckBox,
    QComboBox,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from partnerships.notebook.model import Answer
from partnerships.shell.parts.flow import FlowLayout
from partnerships.shell.toolkit.fields.box import AnswerBox

_FEW_CHOICES = 5
_SHORT_LABEL = 26


class ChoiceAnswer(AnswerBox):
    """One of several: buttons side by side when they are few and short, otherwise a list."""

    def build(self) -> None:
        few = len(self.field.choices) <= _FEW_CHOICES
        short = all(len(choice.label) <= _SHORT_LABEL for choice in self.field.choices)
        self._buttons: dict[str, QRadioButton] = {}
        self._combo: QComboBox | None = None
        if few and short:
            self._build_buttons()
        else:
            self._build_combo()

    def _build_buttons(self) -> None:
        group = QButtonGroup(self)
        group.setExclusive(False)
        layout = FlowLayout(self, across=14)
        for choice in self.field.choices:
            button = QRadioButton(choice.label, self)
            button.setAutoExclusive(False)
            button.setProperty("section", "toolkit")
            button.setAccessibleName(f"{self.field.label}: {choice.label}")
            button.clicked.connect(lambda on, chosen=choice.id: self._press(chosen, on))
            group.addButton(button)
            layout.addWidget(button)
            self._buttons[choice.id] = button

    def _build_combo(self) -> None:
        self._combo = QComboBox(self)
        self._combo.setAccessibleName(self.field.label)
        self._combo.addItem(self.tr("Choose…"), "")
        for choice in self.field.choices:
            self._combo.addItem(choice.label, choice.id)
        self._combo.activated.connect(self.tell)
        self._combo.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self._combo.setMinimumContentsLength(18)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._combo)

    def _press(self, chosen: str, on: bool) -> None:
        """Pressing the chosen button again takes the answer back."""
        for name, button in self._buttons.items():
            button.setChecked(name == chosen and on)
        self.tell()

    def answer(self) -> Answer:
        if self._combo is not None:
            return str(self._combo.currentData())
        return next((name for name, button in self._buttons.items() if button.isChecked()), "")

    def show_answer(self, answer: Answer) -> None:
        if self._combo is not None:
            self._combo.setCurrentIndex(max(0, self._combo.findData(answer)))
        for name, button in self._buttons.items():
            button.setChecked(name == answer)


class TickLine(QWidget):
    """A box to tick and its words, which break into lines where there is little room."""

    clicked = Signal()

    def __init__(self, words: str, name: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.box = QCheckBox(self)
        self.box.setProperty("section", "toolkit")
        self.box.setAccessibleName(name)
        self.box.clicked.connect(self.clicked)
        self._words = QLabel(words, self)
        self._words.setWordWrap(True)
        self._words.setTextFormat(Qt.TextFormat.PlainText)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(2)
        layout.addWidget(self.box, 0, Qt.AlignmentFlag.AlignTop)
        layout.addWidget(self._words, 1)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """The words are pressed as the box is."""
        if self.rect().contains(event.position().toPoint()):
            self.box.click()
            self.box.setFocus()


class ChoicesAnswer(AnswerBox):
    """Several of several; those with long words one below the other."""

    def build(self) -> None:
        short = all(len(choice.label) <= _SHORT_LABEL for choice in self.field.choices)
        layout = FlowLayout(self, across=14) if short else QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        self._lines: dict[str, TickLine] = {}
        for choice in self.field.choices:
            line = TickLine(choice.label, f"{self.field.label}: {choice.label}", self)
            line.clicked.connect(self.tell)
            layout.addWidget(line)
            self._lines[choice.id] = line

    def answer(self) -> Answer:
        return tuple(name for name, line in self._lines.items() if line.box.isChecked())

    def show_answer(self, answer: Answer) -> None:
        chosen = answer if isinstance(answer, tuple) else ()
        for name, line in self._lines.items():
            line.box.setChecked(name in chosen)


class CheckAnswer(AnswerBox):
    """A box to tick; its words are the question."""

    def build(self) -> None:
        self._line = TickLine(self.field.label, self.field.label, self)
        self._line.clicked.connect(self.tell)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._line)

    def answer(self) -> Answer:
        return self._line.box.isChecked()

    def show_answer(self, answer: Answer) -> None:
        self._line.box.setChecked(answer is True)


class ScaleAnswer(AnswerBox):
    """One to five, with words at both ends. Pressing the chosen number again takes it back."""

    def build(self) -> None:
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(6)
        self._buttons: list[QPushButton] = []
        for number in range(1, 6):
            button = QPushButton(str(number), self)
            button.setCheckable(True)
            button.setProperty("role", "scale")
            button.setProperty("section", "toolkit")
            button.setAccessibleName(self._name(number))
            button.clicked.connect(lambda on, chosen=number: self._press(chosen, on))
            layout.addWidget(button)
            self._buttons.append(button)
        if self.field.low or self.field.high:
            words = QLabel(self.tr("1 {low} – 5 {high}").format(low=self.field.low, high=self.field.high), self)
            words.setObjectName("quiet")
            words.setWordWrap(True)
            layout.addWidget(words, 1)
        layout.addStretch()

    def _name(self, number: int) -> str:
        anchor = {1: self.field.low, 5: self.field.high}.get(number, "")
        return ", ".join(filter(None, (f"{self.field.label}: {number}", anchor)))

    def _press(self, chosen: int, on: bool) -> None:
        for number, button in enumerate(self._buttons, 1):
            button.setChecked(number == chosen and on)
        self.tell()

    def answer(self) -> Answer:
        return next((float(number) for number, button in enumerate(self._buttons, 1) if button.isChecked()), None)

    def show_answer(self, answer: Answer) -> None:
        for number, button in enumerate(self._buttons, 1):
            button.setChecked(answer == number)

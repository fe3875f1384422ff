"""One widget for each kind of field. All of them take and give an `Answer`, and say when it changes."""

from collections.abc import Callable

from PySide6.QtCore import QDate, QLocale, Qt, Signal
from PySide6.QtWidgets import (
    QButtonGroup,
    QCalendarWidget,
    QCheckBox,
    QComboBox,
    QDialog,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from partnerships.library.model import Field
from partnerships.notebook.model import Answer
from partnerships.notebook.results import parse_number
from partnerships.shell.look import Look
from partnerships.shell.parts.flow import FlowLayout
from partnerships.shell.toolkit.table import TableAnswer

_FEW_CHOICES = 5
_SHORT_LABEL = 26


class AnswerBox(QWidget):
    """Base of all kinds. `changed` carries the new answer when a person changes it."""

    changed = Signal(object)

    def __init__(self, field: Field, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.field, self.look = field, look
        self.build()

    def build(self) -> None:
        """Make the widgets."""
        raise NotImplementedError

    def answer(self) -> Answer:
        """What is answered now."""
        raise NotImplementedError

    def show_answer(self, answer: Answer) -> None:
        """Show an answer without telling anyone."""
        raise NotImplementedError

    def tell(self, *_: object) -> None:
        """Say that a person changed the answer."""
        self.changed.emit(self.answer())

    def restyle(self) -> None:
        """Heights that follow the text size."""


class TextAnswer(AnswerBox):
    """One line: words, a number or an amount of money."""

    def build(self) -> None:
        self._line = QLineEdit(self)
        self._line.setAccessibleName(self.field.label)
        self._line.setPlaceholderText(self.field.sample)
        self._trouble = QLabel(self)
        self._trouble.setObjectName("trouble")
        self._trouble.hide()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(3)
        layout.addWidget(self._line)
        layout.addWidget(self._trouble)
        if self.field.kind in ("number", "money"):
            self._line.setMaximumWidth(self.look.scaled(220))
        self._line.textEdited.connect(self._edited)

    def _edited(self, text: str) -> None:
        wrong = self.field.kind in ("number", "money") and text.strip() and parse_number(text) is None
        self._trouble.setText(self.tr("Write a number, such as 1,250. It is kept as you wrote it until then."))
        self._trouble.setVisible(bool(wrong))
        self.tell()

    def answer(self) -> Answer:
        return self._line.text()

    def show_answer(self, answer: Answer) -> None:
        self._line.setText(answer if isinstance(answer, str) else "")


class LongTextAnswer(AnswerBox):
    """Several lines; Tab moves on."""

    def build(self) -> None:
        self._box = QPlainTextEdit(self)
        self._box.setAccessibleName(self.field.label)
        self._box.setPlaceholderText(self.field.sample)
        self._box.setTabChangesFocus(True)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._box)
        self._box.textChanged.connect(self._edited)
        self.restyle()

    def _edited(self) -> None:
        self.restyle()
        self.tell()

    def restyle(self) -> None:
        """As tall as its words, from three lines to twelve."""
        lines = min(12, max(3, int(self._box.document().size().height()) + 1))
        self._box.setFixedHeight(self._box.fontMetrics().lineSpacing() * lines + 20)

    def answer(self) -> Answer:
        return self._box.toPlainText()

    def show_answer(self, answer: Answer) -> None:
        self._box.blockSignals(True)
        self._box.setPlainText(answer if isinstance(answer, str) else "")
        self._box.blockSignals(False)
        self.restyle()


class DateAnswer(AnswerBox):
    """A day, typed as 2026-11-24 or chosen from a calendar."""

    def build(self) -> None:
        self._line = QLineEdit(self)
        self._line.setAccessibleName(self.field.label)
        self._line.setPlaceholderText(self.tr("year-month-day, such as 2026-11-24"))
        self._line.textEdited.connect(self.tell)
        choose = QPushButton(self.tr("Calendar"), self)
        choose.setAccessibleName(self.tr("Choose a day for {label}").format(label=self.field.label))
        choose.clicked.connect(self._choose)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._line)
        layout.addWidget(choose)
        self._line.setMaximumWidth(self.look.scaled(300))
        layout.addStretch()

    def _choose(self) -> None:
        dialog = QDialog(self)
        dialog.setWindowTitle(self.field.label)
        calendar = QCalendarWidget(dialog)
        calendar.setLocale(QLocale(QLocale.Language.English, QLocale.Country.UnitedStates))
        held = QDate.fromString(self._line.text(), Qt.DateFormat.ISODate)
        if held.isValid():
            calendar.setSelectedDate(held)
        calendar.activated.connect(lambda day: self._chosen(day, dialog))
        take = QPushButton(self.tr("Use this day"), dialog)
        take.setProperty("role", "primary")
        take.clicked.connect(lambda: self._chosen(calendar.selectedDate(), dialog))
        layout = QVBoxLayout(dialog)
        layout.addWidget(calendar)
        layout.addWidget(take)
        dialog.open()

    def _chosen(self, day: QDate, dialog: QDialog) -> None:
        self._line.setText(day.toString(Qt.DateFormat.ISODate))
        self.tell()
        dialog.accept()

    def answer(self) -> Answer:
        return self._line.text()

    def show_answer(self, answer: Answer) -> None:
        self._line.setText(answer if isinstance(answer, str) else "")


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


class ChoicesAnswer(AnswerBox):
    """Several of several."""

    def build(self) -> None:
        layout = FlowLayout(self, across=14)
        self._boxes: dict[str, QCheckBox] = {}
        for choice in self.field.choices:
            box = QCheckBox(choice.label, self)
            box.setProperty("section", "toolkit")
            box.setAccessibleName(f"{self.field.label}: {choice.label}")
            box.clicked.connect(self.tell)
            layout.addWidget(box)
            self._boxes[choice.id] = box

    def answer(self) -> Answer:
        return tuple(name for name, box in self._boxes.items() if box.isChecked())

    def show_answer(self, answer: Answer) -> None:
        chosen = answer if isinstance(answer, tuple) else ()
        for name, box in self._boxes.items():
            box.setChecked(name in chosen)


class CheckAnswer(AnswerBox):
    """A box to tick; its words are the question."""

    def build(self) -> None:
        self._box = QCheckBox(self.field.label, self)
        self._box.setProperty("section", "toolkit")
        self._box.clicked.connect(self.tell)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._box)

    def answer(self) -> Answer:
        return self._box.isChecked()

    def show_answer(self, answer: Answer) -> None:
        self._box.setChecked(answer is True)


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


class PartsAnswer(AnswerBox):
    """Several named lines in one answer: a person, or a signature block."""

    def build(self) -> None:
        names = self._names()
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setVerticalSpacing(6)
        self._lines: list[QLineEdit] = []
        for place, name in enumerate(names):
            line = QLineEdit(self)
            line.setPlaceholderText(name)
            line.setAccessibleName(f"{self.field.label}: {name}")
            line.textEdited.connect(self.tell)
            grid.addWidget(line, place // 2, place % 2)
            self._lines.append(line)

    def _names(self) -> tuple[str, ...]:
        if self.field.kind == "signature":
            return (self.tr("Name in print"), self.tr("Title and organization"), self.tr("Date of signing"))
        return (self.tr("Name"), self.tr("Role"), self.tr("Organization"), self.tr("Phone"), self.tr("E-mail"))

    def answer(self) -> Answer:
        return tuple(line.text() for line in self._lines)

    def show_answer(self, answer: Answer) -> None:
        words = answer if isinstance(answer, tuple) else ()
        for place, line in enumerate(self._lines):
            line.setText(str(words[place]) if place < len(words) else "")


class TableBox(AnswerBox):
    """Rows of typed columns."""

    def build(self) -> None:
        self._table = TableAnswer(self.field, self.look, self)
        self._table.edited.connect(self.tell)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._table)

    def answer(self) -> Answer:
        return self._table.rows()

    def show_answer(self, answer: Answer) -> None:
        self._table.show_rows(
            tuple(row for row in answer if isinstance(row, tuple)) if isinstance(answer, tuple) else ()
        )

    def restyle(self) -> None:
        self._table.fit()


KINDS: dict[str, Callable[[Field, Look, QWidget], AnswerBox]] = {
    "text": TextAnswer,
    "number": TextAnswer,
    "money": TextAnswer,
    "long-text": LongTextAnswer,
    "date": DateAnswer,
    "choice": ChoiceAnswer,
    "choices": ChoicesAnswer,
    "check": CheckAnswer,
    "scale": ScaleAnswer,
    "person": PartsAnswer,
    "signature": PartsAnswer,
    "table": TableBox,
}

"""Fields that are written into: text, numbers, dates, a person, a signature block."""

from PySide6.QtCore import QDate, QLocale, Qt
from PySide6.QtWidgets import (
    QCalendarWidget,
    QDialog,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QVBoxLayout,
)

from partnerships.notebook.model import Answer
from partnerships.notebook.results import parse_number
from partnerships.shell.toolkit.fields.box import AnswerBox
from partnerships.shell.toolkit.words import person_parts, signature_parts


class TextAnswer(AnswerBox):
    """One line: words, a number or an amount of money."""

    is_typed = True

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

    is_typed = True

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

    is_typed = True

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


class PartsAnswer(AnswerBox):
    """Several named lines in one answer: a person, or a signature block."""

    is_typed = True

    def build(self) -> None:
        names = signature_parts() if self.field.kind == "signature" else person_parts()
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

    def answer(self) -> Answer:
        return tuple(line.text() for line in self._lines)

    def show_answer(self, answer: Answer) -> None:
        words = answer if isinstance(answer, tuple) else ()
        for place, line in enumerate(self._lines):
            line.setText(str(words[place]) if place < len(words) else "")

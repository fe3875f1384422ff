"""The right side of a form: progress, results, what to do with the sheet, why these questions."""

from PySide6.QtCore import Qt, Signal, SignalInstance
from PySide6.QtWidgets import (
    QComboBox,
    QFrame,
    QGridLayout,
    QLabel,
    QProgressBar,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from partnerships.library.model import Tool
from partnerships.notebook.model import Partnership
from partnerships.notebook.results import Answers, Outcome, cautions, outcomes, progress
from partnerships.shell.look import Look


class SheetSide(QFrame):
    """Shows how a sheet stands. `followed` carries a link's target, `given` the partnership it is to belong to."""

    print_wanted = Signal()
    pdf_wanted = Signal()
    word_wanted = Signal()
    web_wanted = Signal()
    tables_wanted = Signal()
    blank_wanted = Signal()
    another_wanted = Signal()
    duplicate_wanted = Signal()
    compare_wanted = Signal()
    remove_wanted = Signal()
    finished = Signal(bool)
    given = Signal(object)
    followed = Signal(str)

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self.setProperty("role", "side")
        self.setProperty("edge", "left")
        self.setAccessibleName(self.tr("How this sheet stands"))
        self._belonging: tuple[tuple[Partnership, ...], int | None] = ((), None)
        self._build()

    def _build(self) -> None:
        holder = QWidget()
        holder.setObjectName("scrolled")
        self._layout = QVBoxLayout(holder)
        self._layout.setContentsMargins(18, 18, 16, 18)
        self._layout.setSpacing(8)
        self._layout.addWidget(self._label(self.tr("Progress"), "eyebrow"))
        self._figure = self._label("", "figure")
        self._figure.setProperty("section", "toolkit")
        self._layout.addWidget(self._figure)
        self._bar = QProgressBar(holder)
        self._bar.setProperty("section", "toolkit")
        self._bar.setTextVisible(False)
        self._bar.setAccessibleName(self.tr("Answers"))
        self._layout.addWidget(self._bar)
        self._saved = self._label("", "small")
        self._needed = self._label("", "quiet")
        for label in (self._saved, self._needed):
            self._layout.addWidget(label)
        self._add_buttons(holder)
        self._results = QVBoxLayout()
        self._layout.addLayout(self._results)
        self._layout.addWidget(self._label(self.tr("Why these questions"), "eyebrow"))
        self._why = self._label("", "")
        self._why.setTextFormat(Qt.TextFormat.RichText)
        self._why.setTextInteractionFlags(
            Qt.TextInteractionFlag.LinksAccessibleByKeyboard | Qt.TextInteractionFlag.LinksAccessibleByMouse
        )
        self._why.linkActivated.connect(self.followed)
        self._layout.addWidget(self._why)
        self._validity = self._label("", "small")
        self._validity.setTextFormat(Qt.TextFormat.RichText)
        self._validity.linkActivated.connect(self.followed)
        self._layout.addWidget(self._validity)
        self._layout.addStretch(1)
        area = QScrollArea(self)
        area.setWidgetResizable(True)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setWidget(holder)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(area)

    def _add_buttons(self, holder: QWidget) -> None:
        self._add(self._button(self.tr("Print this sheet"), self.print_wanted, "primary"))
        self._add(self._button(self.tr("Print the blank form"), self.blank_wanted))
        self._add_files()
        self._finish = QPushButton(self.tr("Mark as finished"), holder)
        self._finish.setCheckable(True)
        self._finish.setProperty("section", "toolkit")
        self._finish.clicked.connect(self.finished)
        self.another = self._button(self.tr("Another"), self.another_wanted)
        self.another.setAccessibleName(self.tr("Start another sheet of this tool"))
        self.another.setToolTip(self.another.accessibleName())
        self.duplicate = self._button(self.tr("Duplicate"), self.duplicate_wanted)
        self.duplicate.setAccessibleName(self.tr("Duplicate this sheet"))
        self.duplicate.setToolTip(self.duplicate.accessibleName())
        self.compare = self._button(self.tr("Compare"), self.compare_wanted)
        self.compare.setAccessibleName(self.tr("Compare with another sheet of this tool"))
        self.remove = self._button(self.tr("Delete"), self.remove_wanted)
        self.remove.setAccessibleName(self.tr("Delete this sheet"))
        self.remove.setToolTip(self.tr("Put this sheet into the bin for thirty days"))
        self._add(self._finish)
        grid = QGridLayout()
        grid.setSpacing(8)
        for place, button in enumerate((self.another, self.duplicate, self.compare, self.remove)):
            grid.addWidget(button, place // 2, place % 2)
        self._layout.addLayout(grid)
        self.belongs = QComboBox(holder)
        self.belongs.setAccessibleName(self.tr("Partnership of this sheet"))
        self.belongs.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.belongs.setMinimumContentsLength(12)
        self.belongs.hide()
        self.belongs.activated.connect(lambda _: self.given.emit(self.belongs.currentData()))
        self._belongs_to = self._label(self.tr("Belongs to"), "small")
        self._belongs_to.hide()
        self._layout.addWidget(self._belongs_to)
        self._layout.addWidget(self.belongs)
        self._layout.addSpacing(6)

    def _add_files(self) -> None:
        """The ways out as files, and which of them serves whom."""
        self._layout.addWidget(self._label(self.tr("Save as"), "small"))
        grid = QGridLayout()
        grid.setSpacing(8)
        self.word = self._button(self.tr("Word"), self.word_wanted)
        self.word.setAccessibleName(self.tr("Save as a Word document"))
        self.web = self._button(self.tr("Web page"), self.web_wanted)
        self.web.setAccessibleName(self.tr("Save as a web page, HTML"))
        self.pdf = self._button(self.tr("PDF"), self.pdf_wanted)
        self.pdf.setAccessibleName(self.tr("Save as PDF for paper"))
        self.tables = self._button(self.tr("Tables"), self.tables_wanted)
        self.tables.setAccessibleName(self.tr("Save the tables for a spreadsheet, CSV"))
        for place, button in enumerate((self.word, self.web, self.pdf, self.tables)):
            button.setToolTip(button.accessibleName())
            grid.addWidget(button, place // 2, place % 2)
        self._layout.addLayout(grid)
        self._layout.addWidget(
            self._label(
                self.tr(
                    "To a colleague with a screen reader send Word or the web page. "
                    "The PDF is for paper: it has no tags."
                ),
                "small",
            )
        )
        self._layout.addSpacing(6)

    def _add(self, button: QPushButton) -> None:
        self._layout.addWidget(button)

    def _button(self, words: str, signal: SignalInstance, role: str = "") -> QPushButton:
        button = QPushButton(words, self)
        button.setProperty("role", role)
        button.setProperty("section", "toolkit")
        button.clicked.connect(lambda _=False: signal.emit())
        return button

    def _label(self, words: str, name: str) -> QLabel:
        label = QLabel(words, self)
        label.setObjectName(name)
        label.setWordWrap(True)
        return label

    def show_tool(self, tool: Tool) -> None:
        """Show what belongs to a tool."""
        self._tool = tool
        color = self._look.theme.hex("link")
        self._why.setText(f"<style>a {{ color: {color} }}</style>{tool.why}")
        self._validity.setText(tool.validity)

    def show_partnerships(self, partnerships: tuple[Partnership, ...], own: int | None) -> None:
        """Show whom the sheet belongs to, where there is a choice."""
        if (partnerships, own) == self._belonging:
            return  # a list that is open just now stays open
        self._belonging = (partnerships, own)
        self.belongs.clear()
        self.belongs.addItem(self.tr("No partnership"), None)
        for partnership in partnerships:
            self.belongs.addItem(partnership.known.name, partnership.id)
        place = self.belongs.findData(own) if own is not None else 0
        self.belongs.setCurrentIndex(max(0, place))
        self.belongs.setToolTip(self.belongs.currentText())
        self.belongs.setVisible(bool(partnerships))
        self._belongs_to.setVisible(bool(partnerships))

    def show_answers(self, answers: Answers, exists: bool, is_finished: bool, others: int) -> None:
        """Show how far the sheet is, and its results; `others` is how many sheets it can be compared with."""
        held = progress(self._tool, answers)
        self._figure.setText(self.tr("{done} of {total}").format(done=held.answered, total=held.total))
        self._figure.setAccessibleName(
            self.tr("{done} of {total} answers").format(done=held.answered, total=held.total)
        )
        self._bar.setRange(0, held.total)
        self._bar.setValue(held.answered)
        self._needed.setText(
            self.tr("Still needed: {fields}").format(fields="; ".join(field.label for field in held.missing[:4]))
            + (" …" if len(held.missing) > 4 else "")
            if held.missing and held.answered
            else ""
        )
        self._needed.setVisible(bool(self._needed.text()))
        self._show_results(outcomes(self._tool, answers) if held.answered else (), cautions(self._tool, answers))
        self._finish.setChecked(is_finished)
        self._finish.setText(self.tr("Finished") if is_finished else self.tr("Mark as finished"))
        for button in (self._finish, self.duplicate, self.remove, self.another):
            button.setEnabled(exists)
        self.compare.setEnabled(exists and others > 0)
        self.compare.setToolTip(
            self.tr("Side by side with another sheet of this tool")
            if others
            else self.tr("Fill in the same tool again, in some months, to see what has changed")
        )

    def _show_results(self, found: tuple[Outcome, ...], said: tuple[str, ...]) -> None:
        while item := self._results.takeAt(0):
            if widget := item.widget():
                widget.hide()
                widget.deleteLater()
        if found:
            self._results.addWidget(self._label(self.tr("Results"), "eyebrow"))
        for outcome in found:
            self._results.addWidget(self._result(outcome))
        for words in said:
            box = QFrame(self)
            box.setProperty("role", "note")
            inner = QVBoxLayout(box)
            inner.addWidget(self._label(words, "small"))
            self._results.addWidget(box)

    def _result(self, outcome: Outcome) -> QFrame:
        box = QFrame(self)
        box.setProperty("role", "soft")
        box.setProperty("section", "toolkit")
        inner = QVBoxLayout(box)
        inner.setContentsMargins(12, 8, 12, 8)
        inner.setSpacing(2)
        inner.addWidget(self._label(outcome.computed.label, "small"))
        head = outcome.text if not outcome.range else f"{outcome.text} · {outcome.range.label}"
        strong = self._label(head, "strong")
        strong.setProperty("section", "toolkit")
        inner.addWidget(strong)
        if outcome.range:
            inner.addWidget(self._label(outcome.range.meaning, "small"))
        if outcome.computed.note:
            inner.addWidget(self._label(outcome.computed.note, "small"))
        return box

    def show_saved(self, words: str) -> None:
        """Say quietly that and when it was saved."""
        self._saved.setText(words)

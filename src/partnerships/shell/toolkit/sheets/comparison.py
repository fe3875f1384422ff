"""Two sheets of one tool side by side, by their dates: the results with their change, then the answers."""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QCheckBox, QComboBox, QLabel, QPushButton, QScrollArea, QVBoxLayout, QWidget

from partnerships.library.model import Tool
from partnerships.notebook.drawings import scores
from partnerships.notebook.model import Sheet
from partnerships.publishing.sheets.comparing import Comparison, compare, comparison_document
from partnerships.publishing.sheets.document import Document
from partnerships.shell.look import Look
from partnerships.shell.parts.flow import FlowLayout
from partnerships.shell.theme.icons import icon
from partnerships.shell.toolkit.drawings.picture import picture_of
from partnerships.shell.toolkit.drawings.scores import ScoresCanvas
from partnerships.shell.toolkit.drawings.scores_view import ScoresView
from partnerships.shell.toolkit.fit_table import FitTable
from partnerships.shell.toolkit.words import day_words, sheet_words

_WIDEST = 980  # of the page, at 100 % text


class ComparisonPage(QWidget):
    """`chosen` carries a tool's id and the two sheets that a person wants to see; `closed` the sheet to go back to."""

    chosen = Signal(str, int, int)
    closed = Signal(object)
    print_wanted = Signal()

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._shown: Comparison | None = None
        self._views: list[ScoresView] = []
        self.title = self._label("heading1")
        self._lead = self._label("lead")
        self.back = QPushButton(self.tr("Back to the sheet"))
        self.back.setToolTip(self.tr("Back to the sheet (Esc)"))
        self.back.clicked.connect(self._close)
        self.print = QPushButton(self.tr("Print"))
        self.print.clicked.connect(self.print_wanted)
        self.only = QCheckBox(self.tr("Only what differs"))
        self.only.setProperty("section", "toolkit")
        self.only.toggled.connect(lambda _: self._show())
        self.first = self._chooser(self.tr("Earlier sheet"))
        self.second = self._chooser(self.tr("Later sheet"))
        self.results = FitTable(look, self.tr("Results of both sheets"), (3, 3, 3, 1.4))
        self.answers = FitTable(look, self.tr("Answers of both sheets"), (3, 3.7, 3.7))
        self._results_title = self._label("heading2", self.tr("Results"))
        self._answers_title = self._label("heading2", self.tr("Answers"))
        self._same = self._label("quiet", self.tr("Nothing differs."))
        self._lay_out()
        self.restyle()

    def _label(self, name: str, words: str = "") -> QLabel:
        label = QLabel(words)
        label.setObjectName(name)
        label.setProperty("section", "toolkit")
        label.setWordWrap(True)
        return label

    def _chooser(self, name: str) -> QComboBox:
        combo = QComboBox()
        combo.setAccessibleName(name)
        combo.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        combo.setMinimumContentsLength(24)
        combo.activated.connect(self._choose)
        return combo

    def _lay_out(self) -> None:
        holder = QWidget()
        holder.setObjectName("scrolled")
        self._column = QVBoxLayout(holder)
        self._column.setSpacing(10)
        bar = FlowLayout(across=10, down=8)
        for widget in (self.back, self.print, self.only):
            bar.addWidget(widget)
        pair = FlowLayout(across=10, down=8)
        for combo in (self.first, self.second):
            pair.addWidget(combo)
        self._column.addLayout(bar)
        self._column.addWidget(self.title)
        self._column.addWidget(self._lead)
        self._column.addLayout(pair)
        self._pictures = QVBoxLayout()
        self._column.addWidget(self._results_title)
        self._column.addWidget(self.results)
        self._column.addLayout(self._pictures)
        self._column.addWidget(self._answers_title)
        self._column.addWidget(self.answers)
        self._column.addWidget(self._same)
        self._column.addStretch(1)
        area = QScrollArea(self)
        area.setWidgetResizable(True)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setWidget(holder)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(area)

    def show_pair(self, tool: Tool, sheets: tuple[Sheet, ...], first: Sheet, second: Sheet) -> None:
        """Show two of a tool's sheets; the others can be chosen."""
        self.title.setText(self.tr("{tool}: two sheets compared").format(tool=tool.title))
        for combo, chosen in ((self.first, first), (self.second, second)):
            combo.clear()
            for sheet in sheets:
                combo.addItem(_named(sheet), sheet.id)
            combo.setCurrentIndex(combo.findData(chosen.id))
        self._shown = compare(tool, first, second, sheet_words())
        self._show_drawings(self._shown)
        self._show()

    def _show(self) -> None:
        shown = self._shown
        if shown is None:
            return
        heads = self._heads(shown)
        different = sum(line.differs for line in shown.answers)
        self._lead.setText(self.tr("%n answer(s) differ.", "", different))
        results = [(line.label, line.first, line.second, line.change) for line in shown.results]
        moved = [place for place, line in enumerate(shown.results) if line.differs]
        self.results.show_rows((self.tr("Result"), *heads, self.tr("Change")), results, moved)
        lines = [line for line in shown.answers if line.differs or not self.only.isChecked()]
        strong = [place for place, line in enumerate(lines) if line.differs and not self.only.isChecked()]
        rows = [(line.label, line.first or "–", line.second or "–") for line in lines]
        self.answers.show_rows((self.tr("Question"), *heads), rows, strong)
        for widget in (self.results, self._results_title):
            widget.setVisible(bool(results))
        self.answers.setVisible(bool(lines))
        self._same.setVisible(not lines)

    def _heads(self, shown: Comparison) -> tuple[str, str]:
        return (_named(shown.first), _named(shown.second))

    def _choose(self) -> None:
        if self._shown is not None:
            self.chosen.emit(self._shown.tool.id, self.first.currentData(), self.second.currentData())

    def _close(self) -> None:
        if self._shown is not None:
            self.closed.emit(self._shown.second)

    def document(self) -> Document | None:
        """The comparison on its way out."""
        if self._shown is None:
            return None
        canvas = self._views[0].canvas if self._views else None
        picture = picture_of(canvas) if canvas else None
        return comparison_document(self._shown, self._heads(self._shown), self.only.isChecked(), sheet_words(), picture)

    def _show_drawings(self, shown: Comparison) -> None:
        """The results of both sheets as bars or as a radar, where the tool draws them."""
        for view in self._views:
            view.hide()
            view.deleteLater()
        self._views = []
        tool, names = shown.tool, self._heads(shown)
        for drawing in tool.drawings:
            if drawing.kind == "scores":
                canvas = ScoresCanvas(self._look.theme, drawing.title, (drawing.low, drawing.high))
                view = ScoresView(canvas, self._look)
                before, now = (scores(tool, drawing, sheet.answers) for sheet in (shown.first, shown.second))
                view.show_scores(now, before, names)
                self._pictures.addWidget(view)
                self._views.append(view)

    def restyle(self) -> None:
        """Take up the look in use."""
        for button, sign in ((self.back, "back"), (self.print, "print")):
            button.setIcon(icon(sign, self._look.theme))
            button.setIconSize(QSize(self._look.scaled(16), self._look.scaled(16)))
        side = max(28, (self.width() - self._look.scaled(_WIDEST)) // 2)
        self._column.setContentsMargins(side, 22, side, 40)
        self.results.fit()
        self.answers.fit()
        for view in self._views:
            view.canvas.show_theme(self._look.theme)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the column in the middle."""
        super().resizeEvent(event)
        self.restyle()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape goes back."""
        if event.key() == Qt.Key.Key_Escape:
            self._close()
            return
        super().keyPressEvent(event)


def _named(sheet: Sheet) -> str:
    return f"{sheet.name} · {day_words(sheet.changed)}"

"""One thing of the notebook in full, with what can be done with it."""

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QScrollArea, QVBoxLayout, QWidget

from partnerships.notebook.finding import Entry
from partnerships.shell.look import Look
from partnerships.shell.notebook.model import day, kind_words
from partnerships.shell.parts.flow import FlowLayout
from partnerships.shell.parts.markers import swatch
from partnerships.shell.parts.prose import Prose


class Detail(QFrame):
    """`open_wanted` and `remove_wanted` speak for the entry that is shown; `copied` says that its words were copied."""

    open_wanted = Signal()
    remove_wanted = Signal()
    copied = Signal()

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._entry: Entry | None = None
        self.setProperty("role", "card")
        self.setAccessibleName(self.tr("The chosen entry"))
        self._swatch = QLabel(self)
        self._kind = QLabel(self)
        self._kind.setObjectName("eyebrow")
        self._title = self._label("heading3")
        self.quote = Prose(parent=self)
        self.quote.setObjectName("lead")
        self._lost = self._label("trouble")
        self.text = Prose(leading=1.5, parent=self)
        self._when = self._label("small")
        self.open = QPushButton(self.tr("Open"), self)
        self.open.setProperty("role", "primary")
        self.open.clicked.connect(self.open_wanted)
        self.copy = QPushButton(self.tr("Copy"), self)
        self.copy.clicked.connect(self._copy)
        self.remove = QPushButton(self.tr("Remove"), self)
        self.remove.setToolTip(self.tr("Take it out of the notebook (Delete)"))
        self.remove.clicked.connect(self.remove_wanted)
        self._lay_out()
        look.changed.connect(lambda: self.show_entry(self._entry))

    def _label(self, name: str) -> QLabel:
        label = QLabel(self)
        label.setObjectName(name)
        label.setWordWrap(True)
        label.setTextFormat(Qt.TextFormat.PlainText)
        return label

    def _lay_out(self) -> None:
        inside = QWidget(self)
        inside.setObjectName("scrolled")
        words = QVBoxLayout(inside)
        words.setContentsMargins(18, 16, 14, 16)
        words.setSpacing(8)
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(self._swatch)
        head.addWidget(self._kind, 1)
        words.addLayout(head)
        buttons = QWidget(inside)
        row = FlowLayout(buttons)
        for button in (self.open, self.copy, self.remove):
            row.addWidget(button)
        for widget in (self._title, self.quote, self._lost, self.text, self._when, buttons):
            words.addWidget(widget)
        words.addStretch()
        area = QScrollArea(self)
        area.setWidgetResizable(True)
        area.setProperty("role", "bare")
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setWidget(inside)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(2, 2, 2, 2)
        layout.addWidget(area)

    def show_entry(self, entry: Entry | None) -> None:
        """Show an entry in full, or nothing."""
        self._entry = entry
        self.setVisible(entry is not None)
        if entry is None:
            return
        marked = entry.kind == "highlight"
        self._swatch.setVisible(marked)
        if marked:
            size = self._look.scaled(18)
            self._swatch.setPixmap(swatch(self._look.theme, entry.tag, size).pixmap(size, size))
        say = partial(QGuiApplication.translate, "Notebook")
        lost = say("These words no longer stand on their page. They are kept here as they were.")
        gone = say("This heading no longer stands on its page. Your note is kept here.")
        for label, words in (
            (self._kind, kind_words(entry)),
            (self._title, entry.title),
            (self.quote, f"“{entry.quote}”" if entry.quote else ""),
            (self._lost, (lost if marked else gone) if entry.lost else ""),
            (self.text, entry.text.strip()),
            (self._when, self.tr("Changed {day}").format(day=day(entry.changed))),
        ):
            label.setText(words)
            label.setVisible(bool(words))

    def words(self) -> str:
        """The whole entry as lines of text."""
        if self._entry is None:
            return ""
        entry = self._entry
        quote = f"“{entry.quote}”" if entry.quote else ""
        return "\n".join(line for line in (quote, entry.text.strip(), f"– {entry.title}") if line)

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self.words())
        self.copied.emit()

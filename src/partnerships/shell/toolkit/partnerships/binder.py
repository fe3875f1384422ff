"""The binder: which sheets of a partnership go into the plan, and the plan on its way out."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal, SignalInstance
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QCheckBox, QFrame, QLabel, QPushButton, QScrollArea, QVBoxLayout, QWidget

from partnerships.notebook.model import Partnership
from partnerships.publishing.sheets.binder import Part, binder_document
from partnerships.publishing.sheets.document import Document
from partnerships.shell.look import Look
from partnerships.shell.parts.flow import FlowLayout
from partnerships.shell.toolkit.words import sheet_words, today_words

_COLUMN = 720  # widest page at 100 % text, pixels


class BinderPage(QWidget):
    """The sheets of a partnership, each with a tick. The buttons say in which form the plan goes out."""

    print_wanted = Signal()
    pdf_wanted = Signal()
    word_wanted = Signal()
    web_wanted = Signal()
    closed = Signal()

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._partnership: Partnership | None = None
        self._parts: tuple[Part, ...] = ()
        self.ticks: list[QCheckBox] = []
        self.title = self._label("heading1")
        self._lead = self._label("lead", self.tr("One plan with a cover, contents and dates, from these sheets:"))
        self._empty = self._label(
            "quiet", self.tr("No sheet belongs to this partnership yet. Choose a tool, or give a sheet to it.")
        )
        self.print = QPushButton(self.tr("Print the plan"))
        self.print.setProperty("role", "primary")
        self.print.setProperty("section", "toolkit")
        self.print.clicked.connect(self.print_wanted)
        self.word = self._button(self.tr("Save as Word"), self.word_wanted)
        self.web = self._button(self.tr("Save as a web page"), self.web_wanted)
        self.pdf = self._button(self.tr("Save as PDF"), self.pdf_wanted)
        self._buttons = (self.print, self.word, self.web, self.pdf)
        buttons = FlowLayout(across=10, down=8)
        for button in self._buttons:
            buttons.addWidget(button)
        which = self._label(
            "quiet",
            self.tr(
                "To a colleague with a screen reader send Word or the web page. The PDF is for paper: it has no tags."
            ),
        )
        self._rows = QVBoxLayout()
        self._rows.setSpacing(8)
        page = QFrame()
        page.setProperty("role", "panel")
        self._column = QVBoxLayout(page)
        self._column.setSpacing(10)
        self._column.addWidget(self.title)
        self._column.addWidget(self._lead)
        self._column.addWidget(self._empty)
        self._column.addLayout(self._rows)
        self._column.addSpacing(6)
        self._column.addLayout(buttons)
        self._column.addWidget(which)
        self._column.addStretch(1)
        self._area = QScrollArea(self)
        self._area.setWidgetResizable(True)
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._area.setWidget(page)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._area)

    def _label(self, name: str, words: str = "") -> QLabel:
        label = QLabel(words)
        label.setObjectName(name)
        label.setProperty("section", "toolkit")
        label.setWordWrap(True)
        return label

    def _button(self, words: str, signal: SignalInstance) -> QPushButton:
        button = QPushButton(words)
        button.clicked.connect(lambda _=False: signal.emit())
        return button

    def show_parts(self, partnership: Partnership, parts: Sequence[Part]) -> None:
        """Show the sheets of a partnership; all of them are in the plan until a person says otherwise."""
        self._partnership, self._parts = partnership, tuple(parts)
        self.title.setText(self.tr("Binder: {name}").format(name=partnership.known.name))
        for tick in self.ticks:
            tick.hide()
            tick.deleteLater()
        self.ticks = [self._tick(part) for part in parts]
        self._lead.setVisible(bool(parts))
        self._empty.setVisible(not parts)
        self._show_enabled()
        if self.ticks:
            self.ticks[0].setFocus()

    def _tick(self, part: Part) -> QCheckBox:
        tick = QCheckBox(f"{part.title}  ·  {part.line}")
        tick.setProperty("section", "toolkit")
        tick.setChecked(True)
        tick.toggled.connect(self._show_enabled)
        self._rows.addWidget(tick)
        return tick

    def _show_enabled(self) -> None:
        chosen = any(tick.isChecked() for tick in self.ticks)
        for button in self._buttons:
            button.setEnabled(chosen)

    def document(self) -> Document | None:
        """The plan from the ticked sheets."""
        if self._partnership is None:
            return None
        chosen = [part for part, tick in zip(self._parts, self.ticks, strict=True) if tick.isChecked()]
        return binder_document(self._partnership.known, chosen, today_words(), sheet_words())

    def restyle(self) -> None:
        """Margins in the look of now."""
        side = max(28, (self.width() - self._look.scaled(_COLUMN)) // 2)
        self._column.setContentsMargins(side, 28, side, 60)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the column in the middle."""
        super().resizeEvent(event)
        self.restyle()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape goes back."""
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
            return
        super().keyPressEvent(event)

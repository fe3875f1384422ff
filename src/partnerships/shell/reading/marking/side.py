"""Highlights and notes at the right side of a page: their list, and the note that is written."""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QToolButton, QVBoxLayout, QWidget

from partnerships.notebook.model import COLORS, Highlight, Note
from partnerships.shell.look import Look
from partnerships.shell.parts.markers import color_words, swatch
from partnerships.shell.parts.slips import Slip, SlipList
from partnerships.shell.reading.marking.note_box import NoteBox

_SWATCH = 18  # pixels at 100 % text
_QUOTED = 120  # characters


class MarkEditor(QFrame):
    """Writes the note of one highlight or heading. What it tells, it tells of the mark with the key `key`."""

    written = Signal(str)
    colored = Signal(str)
    remove_wanted = Signal()
    closed = Signal()

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self.key = ""
        self.setProperty("role", "note")
        self._quote = QLabel(self)
        self._quote.setObjectName("small")
        self._quote.setWordWrap(True)
        invitation = self.tr("Write a note… Nothing about a case or a person in crisis, please.")
        self.note = NoteBox(look, self.tr("Your note here"), invitation, self)
        self.note.written.connect(self.written)
        self.note.left.connect(self.closed)
        self.swatches = {color: self._swatch(color) for color in COLORS}
        self.remove = QPushButton(self.tr("Remove"), self)
        self.remove.clicked.connect(self.remove_wanted)
        self.done = QPushButton(self.tr("Done"), self)
        self.done.clicked.connect(self.closed)
        colors, row = QHBoxLayout(), QHBoxLayout()
        colors.setSpacing(2)
        for button in self.swatches.values():
            colors.addWidget(button)
        colors.addStretch()
        row.setSpacing(6)
        row.addWidget(self.done)
        row.addWidget(self.remove)
        row.addStretch()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(10, 8, 10, 10)
        layout.setSpacing(6)
        layout.addWidget(self._quote)
        layout.addWidget(self.note)
        layout.addLayout(colors)
        layout.addLayout(row)
        self.restyle()
        self.hide()

    def _swatch(self, color: str) -> QToolButton:
        button = QToolButton(self)
        button.setCheckable(True)
        button.setAccessibleName(self.tr("Marker: {color}").format(color=color_words(color)))
        button.setToolTip(color_words(color))
        button.clicked.connect(lambda: self.colored.emit(color))
        return button

    def show_mark(self, key: str, quote: str, text: str, color: str = "") -> None:
        """Show the note of a mark; `color` is a highlight's. The same mark keeps what is being typed."""
        if key != self.key:
            self.note.save()
            self.key = key
            self.note.show_text(text)
        self._quote.setText(quote)
        for name, button in self.swatches.items():
            button.setVisible(bool(color))
            button.setChecked(name == color)
        self.remove.setToolTip(
            self.tr("Take the highlight away, with its note") if color else self.tr("Take the note away")
        )
        self.show()

    def close_mark(self) -> None:
        """Tell what was written, and show nothing."""
        self.note.save()
        self.key = ""
        self.hide()

    def restyle(self) -> None:
        """Draw in the look of now."""
        size = self._look.scaled(_SWATCH)
        for color, button in self.swatches.items():
            button.setIcon(swatch(self._look.theme, color, size))
            button.setIconSize(QSize(size, size))


class MarksSide(QWidget):
    """`chosen` carries the key of a mark to go to: a highlight's id, or "#" and the anchor of a heading.

    `editing` says that a note is about to be written, and must be in sight.
    """

    chosen = Signal(str)
    editing = Signal()
    delete_wanted = Signal(str)
    restore_wanted = Signal()

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._title = QLabel(self.tr("Highlights and notes"), self)
        self._title.setObjectName("eyebrow")
        self._title.setContentsMargins(0, 14, 0, 4)
        self.editor = MarkEditor(look, self)
        self.list = SlipList(look, (3, 6, 1), fits=True, parent=self)
        self.list.setAccessibleName(self.tr("Highlights and notes on this page"))
        self.list.chosen.connect(self.chosen)
        self.restore = QPushButton(self.tr("Bring back what was removed"), self)
        self.restore.setProperty("role", "link")
        self.restore.clicked.connect(self.restore_wanted)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(6)
        for widget in (self._title, self.restore, self.editor, self.list):
            layout.addWidget(widget)
        look.changed.connect(self.editor.restyle)
        self.restore.hide()
        self.show_marks((), ())

    def show_marks(self, highlights: tuple[Highlight, ...], notes: tuple[Note, ...], current: str = "") -> None:
        """Show what is marked, from top to bottom, and what no longer stands on the page after it."""
        here = tuple(self._highlight_slip(mark) for mark in highlights if not mark.lost)
        headings = tuple(self._note_slip(note) for note in notes if not note.lost)
        gone = (
            *(self._highlight_slip(mark) for mark in highlights if mark.lost),
            *(self._note_slip(note) for note in notes if note.lost),
        )
        title = (Slip("", self.tr("No longer on this page")),) if gone else ()
        slips = (*here, *headings, *title, *gone)
        self.list.show_slips(slips, current)
        self.list.setVisible(bool(slips))
        self._title.setVisible(bool(slips) or self.editor.isVisibleTo(self) or self.restore.isVisibleTo(self))

    def _highlight_slip(self, mark: Highlight) -> Slip:
        spoken = self.tr("{color} highlight").format(color=color_words(mark.color))
        text = mark.note.replace("\n", "\u2028")
        return Slip(mark.id, shortened(mark.selector.exact), text, color=mark.color, spoken=spoken)

    def _note_slip(self, note: Note) -> Slip:
        spoken = self.tr("Note on a heading")
        return Slip(f"#{note.address.anchor}", note.heading, note.text.replace("\n", "\u2028"), spoken=spoken)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Delete takes the chosen mark away."""
        if event.key() == Qt.Key.Key_Delete and self.list.hasFocus() and self.list.current_key():
            self.delete_wanted.emit(self.list.current_key())
            return
        super().keyPressEvent(event)


def shortened(words: str) -> str:
    """Words in one line, the middle left out where they are many."""
    line = " ".join(words.split())
    return line if len(line) <= _QUOTED else f"{line[: _QUOTED - 40].rstrip()} … {line[-36:].lstrip()}"

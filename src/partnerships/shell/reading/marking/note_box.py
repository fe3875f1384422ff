"""A box for a note: it tells what was written within a second, and warns of what does not belong in it."""

from functools import partial

from PySide6.QtCore import QCoreApplication, QRect, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QLabel, QPlainTextEdit, QVBoxLayout, QWidget

from partnerships.notebook.caution import concerns
from partnerships.shell.look import Look

_SAVE_MS = 600
_LEAST, _MOST = 58, 190  # heights at 100 % text, pixels


class _Box(QPlainTextEdit):
    left = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape leaves the box."""
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
            return
        super().keyPressEvent(event)


class NoteBox(QWidget):
    """`written` carries the whole text, at the latest 600 ms after it changed; `left` says that Escape was pressed."""

    written = Signal(str)
    left = Signal()

    def __init__(self, look: Look, name: str, invitation: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._kept = ""
        self.box = _Box(self)
        self.box.setAccessibleName(name)
        self.box.setPlaceholderText(invitation)
        self.box.setTabChangesFocus(True)
        self.box.left.connect(self.left)
        self.caution = QLabel(self)
        self.caution.setObjectName("trouble")
        self.caution.setWordWrap(True)
        self.caution.hide()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        layout.addWidget(self.box)
        layout.addWidget(self.caution)
        self._saving = QTimer(self)
        self._saving.setSingleShot(True)
        self._saving.setInterval(_SAVE_MS)
        self._saving.timeout.connect(self.save)
        self.box.textChanged.connect(self._changed)
        look.changed.connect(self.fit)
        self.fit()

    @property
    def text(self) -> str:
        """What stands in the box."""
        return self.box.toPlainText()

    def show_text(self, text: str) -> None:
        """Show a text that is kept already."""
        self._kept = text
        self.box.blockSignals(True)
        self.box.setPlainText(text)
        self.box.blockSignals(False)
        self._saving.stop()
        self._show_caution()
        self.fit()

    def save(self) -> None:
        """Tell what was written, if it is new."""
        self._saving.stop()
        if self.text != self._kept:
            self._kept = self.text
            self.written.emit(self._kept)

    def _changed(self) -> None:
        if not self._saving.isActive():  # never put off by typing on: a crash costs less than a second
            self._saving.start()
        self._show_caution()
        self.fit()

    def _show_caution(self) -> None:
        words = caution_words(self.text)
        if words != self.caution.text():
            self.caution.setText(words)
            self.caution.setVisible(bool(words))
            self.box.setAccessibleDescription(words)

    def fit(self) -> None:
        """As tall as the words, within bounds."""
        width = max(80, self.box.viewport().width() - 2 * round(self.box.document().documentMargin()))
        words = f"{self.text}\n" if self.text else self.box.placeholderText()
        metrics = self.box.fontMetrics()
        space = QRect(0, 0, width, 10_000)
        height = metrics.boundingRect(space, Qt.TextFlag.TextWordWrap, words).height() + self._look.scaled(22)
        self.box.setFixedHeight(min(self._look.scaled(_MOST), max(self._look.scaled(_LEAST), height)))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Break the lines anew."""
        super().resizeEvent(event)
        self.fit()


def caution_words(text: str) -> str:
    """A sentence for what in the text looks like particulars of a person or a case; nothing where nothing does."""
    seen = concerns(text)
    if not seen:
        return ""
    say = partial(QCoreApplication.translate, "NoteBox")
    names = {
        "birth-date": say("a date of birth"),
        "case-number": say("a case number"),
        "social-security": say("a Social Security number"),
        "diagnosis": say("a person’s illness"),
    }
    looks = say("This looks like {what}. Please write nothing here about a case or a person in crisis.")
    return looks.format(what=", ".join(names[concern] for concern in seen))

"""The small bar beside words that are selected or highlighted: four markers, a note, and taking it away."""

from PySide6.QtCore import QEvent, QObject, QPoint, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QToolButton, QVBoxLayout, QWidget

from partnerships.notebook.model import COLORS
from partnerships.shell.look import Look
from partnerships.shell.parts.markers import color_words, swatch
from partnerships.shell.theme.icons import icon

_WIDTH, _SWATCH, _SIGN = 340, 22, 16  # pixels at 100 % text


class MarkBar(QFrame):
    """`colored` carries a marker's name; `note_wanted` and `remove_wanted` speak for the highlight that is shown."""

    colored = Signal(str)
    note_wanted = Signal()
    remove_wanted = Signal()
    closed = Signal()

    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self._look = look
        self.setProperty("role", "card")
        self.swatches: dict[str, QToolButton] = {
            color: self._swatch(color, number) for number, color in enumerate(COLORS, 1)
        }
        self.note = QPushButton(self.tr("Note"), self)
        self.note.setToolTip(self.tr("Write a note here (Ctrl+M)"))
        self.note.clicked.connect(self.note_wanted)
        self.remove = QPushButton(self.tr("Remove"), self)
        self.remove.setToolTip(self.tr("Take the highlight away, with its note"))
        self.remove.clicked.connect(self.remove_wanted)
        self._words = QLabel(self)
        self._words.setWordWrap(True)
        row = QHBoxLayout()
        row.setSpacing(4)
        for button in self.buttons():
            row.addWidget(button)
            button.installEventFilter(self)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(8, 6, 8, 6)
        layout.addLayout(row)
        layout.addWidget(self._words)
        self.restyle()
        self.hide()

    def buttons(self) -> tuple[QToolButton | QPushButton, ...]:
        """All buttons from left to right."""
        return (*self.swatches.values(), self.note, self.remove)

    def _swatch(self, color: str, number: int) -> QToolButton:
        button = QToolButton(self)
        button.setCheckable(True)
        button.setAccessibleName(self.tr("Highlight: {color}").format(color=color_words(color)))
        button.setToolTip(f"{color_words(color)} (Alt+{number})")
        button.clicked.connect(lambda: self.colored.emit(color))
        return button

    def show_at(self, place: QPoint, line: int, color: str = "", note: str = "") -> None:
        """Show the bar under the line of text at `place` of the parent, `line` pixels tall.

        `color` is that of the highlight there, with its note; without one, words are selected.
        """
        for name, button in self.swatches.items():
            button.setChecked(name == color)
        self.remove.setVisible(bool(color))
        self._words.setText(note)
        self._words.setVisible(bool(note))
        self.setAccessibleName(self.tr("This highlight") if color else self.tr("Highlight the selected words"))
        parent = self.parentWidget()
        assert parent is not None
        self._words.setMaximumWidth(self._look.scaled(_WIDTH))
        self.setMaximumWidth(parent.width() - 16)
        if layout := self.layout():
            layout.activate()  # with or without the button that takes it away
        self.adjustSize()
        left = max(8, min(place.x() - self.width() // 2, parent.width() - self.width() - 24))
        below, above = place.y() + line + 8, place.y() - self.height() - 8
        self.move(left, below if below + self.height() < parent.height() or above < 8 else above)
        self.show()
        self.raise_()

    def take_focus(self) -> None:
        """Put the keyboard on the marker in use, or the first."""
        chosen = next((button for button in self.swatches.values() if button.isChecked()), None)
        (chosen or self.swatches[COLORS[0]]).setFocus(Qt.FocusReason.ShortcutFocusReason)

    def restyle(self) -> None:
        """Draw in the look of now."""
        size = self._look.scaled(_SWATCH)
        for color, button in self.swatches.items():
            button.setIcon(swatch(self._look.theme, color, size))
            button.setIconSize(QSize(size, size))
        for push, sign in ((self.note, "note"), (self.remove, "trash")):
            push.setIcon(icon(sign, self._look.theme, "title"))
            push.setIconSize(QSize(self._look.scaled(_SIGN), self._look.scaled(_SIGN)))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Arrows walk the buttons and come round; Escape goes back to the page."""
        if event.type() != QEvent.Type.KeyPress:
            return False
        assert isinstance(event, QKeyEvent)
        steps = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}
        if event.key() == Qt.Key.Key_Escape:
            self.hide()
            self.closed.emit()
        elif event.key() in steps:
            shown = [button for button in self.buttons() if not button.isHidden()]
            here = next(place for place, button in enumerate(shown) if button is watched)
            shown[(here + steps[Qt.Key(event.key())]) % len(shown)].setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            return False
        return True

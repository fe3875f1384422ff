"""What is known of a partnership: written once, kept as it is typed, and each new sheet begins with it."""

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QLabel, QPushButton, QScrollArea, QVBoxLayout, QWidget

from partnerships.library.model import Field
from partnerships.notebook.model import Answer, Known, Partnership
from partnerships.shell.look import Look
from partnerships.shell.parts.flow import FlowLayout
from partnerships.shell.toolkit.fields.box import AnswerBox
from partnerships.shell.toolkit.fields.kinds import KINDS
from partnerships.shell.toolkit.partnerships.control import PartnershipControl
from partnerships.shell.toolkit.partnerships.form import answers_of, known_of, questions

_COLUMN = 720  # widest page at 100 % text, pixels
_SAVE_MS = 500


class DetailsPage(QWidget):
    """Writes what is known of one partnership. `closed`: done; `remove_wanted` carries a partnership to let go."""

    closed = Signal()
    remove_wanted = Signal(object)

    def __init__(self, look: Look, control: PartnershipControl, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look, self._control = look, control
        self._partnership: Partnership | None = None
        self._known = Known("")
        self._beginning = False
        self._saving = QTimer(self)
        self._saving.setSingleShot(True)
        self._saving.setInterval(_SAVE_MS)
        self._saving.timeout.connect(self.save)
        control.named.connect(self._named)
        page = QFrame()
        page.setProperty("role", "panel")
        self._column = QVBoxLayout(page)
        self._column.setSpacing(8)
        self.title = self._label("", "heading1")
        self._state = self._label("", "quiet")
        self._column.addWidget(self.title)
        self._column.addWidget(
            self._label(self.tr("Write it once: each new sheet of this partnership begins with it."), "lead")
        )
        self._column.addWidget(self._state)
        self.boxes = {field.id: self._field(field, page) for field in questions()}
        self._column.addSpacing(12)
        self._column.addLayout(self._buttons())
        self._column.addStretch(1)
        self._area = QScrollArea(self)
        self._area.setWidgetResizable(True)
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._area.setWidget(page)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._area)

    def _label(self, words: str, name: str) -> QLabel:
        label = QLabel(words)
        label.setObjectName(name)
        if name.startswith("heading"):
            label.setProperty("section", "toolkit")
        label.setWordWrap(True)
        return label

    def _field(self, field: Field, page: QWidget) -> AnswerBox:
        name = self._label(field.label, "strong")
        name.setContentsMargins(0, 10, 0, 0)
        self._column.addWidget(name)
        if field.help:
            self._column.addWidget(self._label(field.help, "quiet"))
        box = KINDS[field.kind](field, self._look, page)
        box.changed.connect(lambda answer, which=field.id: self._changed(which, answer))
        self._column.addWidget(box)
        return box

    def _buttons(self) -> FlowLayout:
        self.done = QPushButton(self.tr("Done"))
        self.done.setProperty("role", "primary")
        self.done.setProperty("section", "toolkit")
        self.done.clicked.connect(self._close)
        self.remove = QPushButton(self.tr("Let this partnership go…"))
        self.remove.setProperty("role", "quiet")
        self.remove.clicked.connect(lambda: self.remove_wanted.emit(self._partnership))
        row = FlowLayout(across=10)
        row.addWidget(self.done)
        row.addWidget(self.remove)
        return row

    # --- what is known -----------------------------------------------------------------------------

    def show_partnership(self, partnership: Partnership | None) -> None:
        """Show a partnership, or the questions for a new one."""
        self.leave()
        self._partnership, self._beginning = partnership, False
        self._known = partnership.known if partnership else Known("")
        answers = answers_of(self._known)
        for name, box in self.boxes.items():
            box.show_answer(answers.get(name))
        self._area.verticalScrollBar().setValue(0)
        self._show_state()
        self.boxes["name"].take_focus()

    def _show_state(self) -> None:
        self.title.setText(self._known.name or self.tr("A new partnership"))
        if self._partnership is None and not self._known.name.strip():
            self._state.setText(self.tr("It is kept as soon as it has a name."))
        else:
            self._state.setText(self.tr("Kept in your notebook as you type."))
        self.remove.setVisible(self._partnership is not None)

    def _changed(self, field: str, answer: Answer) -> None:
        self._known = known_of({field: answer}, self._known)
        if not self._saving.isActive():
            self._saving.start()
        self._show_state()

    def save(self) -> None:
        """Keep what is written; a new partnership as soon as it has a name."""
        self._saving.stop()
        if self._partnership is not None:
            self._control.change(self._partnership.id, self._known)
        elif self._known.name.strip() and not self._beginning:
            self._beginning = True
            self._control.begin(self._known)

    def _named(self, partnership: Partnership) -> None:
        if not self._beginning:
            return
        self._beginning = False
        self._partnership = partnership
        self._control.change(partnership.id, self._known)  # what was typed while it was made
        self._show_state()

    def leave(self) -> None:
        """Save what waits before something else is shown."""
        if self._saving.isActive():
            self.save()

    def forget(self) -> None:
        """The partnership is gone: nothing of it is to be saved any more."""
        self._saving.stop()
        self._partnership = None

    def _close(self) -> None:
        self.leave()
        self.closed.emit()

    # --- the look ----------------------------------------------------------------------------------

    def restyle(self) -> None:
        """Heights and margins in the look of now."""
        side = max(28, (self.width() - self._look.scaled(_COLUMN)) // 2)
        self._column.setContentsMargins(side, 28, side, 60)
        for box in self.boxes.values():
            box.restyle()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the column in the middle."""
        super().resizeEvent(event)
        self.restyle()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape is done."""
        if event.key() == Qt.Key.Key_Escape:
            self._close()
            return
        super().keyPressEvent(event)

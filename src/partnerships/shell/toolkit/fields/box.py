"""What every field of a form is: it takes and gives an `Answer`, and says when a person changes it."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from partnerships.library.model import Field
from partnerships.notebook.model import Answer
from partnerships.shell.look import Look


class AnswerBox(QWidget):
    """Base of all kinds. `changed` carries the new answer when a person changes it.

    `opened` carries a widget to type in that came later, such as the editor of a table's cell.
    """

    changed = Signal(object)
    opened = Signal(QWidget)
    is_typed = False  # whether it is changed key by key, so that undoing takes back what was typed without a pause

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

    def take_focus(self) -> None:
        """Put the keyboard into the field, unless it is there already."""
        if self.isAncestorOf(self.window().focusWidget()):
            return
        for inside in self.findChildren(QWidget):
            if inside.isVisibleTo(self) and inside.focusPolicy() in (
                Qt.FocusPolicy.StrongFocus,
                Qt.FocusPolicy.WheelFocus,
            ):
                inside.setFocus(Qt.FocusReason.OtherFocusReason)
                return

    def restyle(self) -> None:
        """Heights that follow the text size."""

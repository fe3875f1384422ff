"""The form of a sheet: its groups as steps, its fields one below the other."""

from PySide6.QtCore import QEvent, QKeyCombination, QObject, Qt, QTimer, Signal, SignalInstance
from PySide6.QtGui import QKeyEvent, QKeySequence, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QLineEdit, QPushButton, QScrollArea, QVBoxLayout, QWidget

from partnerships.library.model import Field, FieldGroup, Tool
from partnerships.notebook.model import Answer
from partnerships.notebook.results import Answers, is_answered
from partnerships.shell.look import Look
from partnerships.shell.toolkit.drawings.box import KINDS as DRAWINGS
from partnerships.shell.toolkit.drawings.box import DrawingBox
from partnerships.shell.toolkit.fields.box import AnswerBox
from partnerships.shell.toolkit.fields.kinds import KINDS
from partnerships.shell.toolkit.steps import StepBar

_COLUMN = 720  # widest form at 100 % text, pixels
_CTRL, _SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
_REDO = (QKeyCombination(_CTRL, Qt.Key.Key_Y), QKeyCombination(_CTRL | _SHIFT, Qt.Key.Key_Z))  # both, on every system


class SheetForm(QWidget):
    """`answered` carries a field's id, its new answer and whether it is typed key by key; `renamed` the new name.

    `said` carries words for assistive technology.
    """

    answered = Signal(str, object, bool)
    renamed = Signal(str)
    undo_wanted = Signal()
    redo_wanted = Signal()
    said = Signal(str)

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._tool: Tool | None = None
        self.boxes: dict[str, AnswerBox] = {}
        self.drawings: list[DrawingBox] = []
        self._groups: dict[str, QWidget] = {}
        self.name = QLineEdit(self)
        self.name.setAccessibleName(self.tr("Name of this sheet"))
        self.name.setPlaceholderText(self.tr("Name of this sheet, such as “Draft for the steering group”"))
        self.name.textEdited.connect(self.renamed)
        self.name.installEventFilter(self)
        self.undo = self._step_button(self.tr("Undo"), self.tr("Undo (Ctrl+Z)"), self.undo_wanted)
        self.redo = self._step_button(self.tr("Redo"), self.tr("Redo (Ctrl+Y)"), self.redo_wanted)
        self._head = QWidget(self)
        head = QHBoxLayout(self._head)
        head.setContentsMargins(0, 0, 0, 0)
        head.setSpacing(6)
        head.addWidget(self.name, 1)
        head.addWidget(self.undo)
        head.addWidget(self.redo)
        self.steps = StepBar(look, self)
        self.steps.chosen.connect(self.go_to_group)
        self._title = QLabel(self)
        self._title.setObjectName("heading1")
        self._title.setWordWrap(True)
        self._purpose = QLabel(self)
        self._purpose.setObjectName("lead")
        self._purpose.setWordWrap(True)
        self._limits = QLabel(
            self.tr("For plans and agreements only: nothing about a case or about a person in crisis belongs here."),
            self,
        )
        self._limits.setObjectName("quiet")
        self._limits.setWordWrap(True)
        self._area = QScrollArea(self)
        self._area.setWidgetResizable(True)
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        self._area.verticalScrollBar().valueChanged.connect(self._scrolled)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._area)

    def _step_button(self, words: str, tip: str, signal: SignalInstance) -> QPushButton:
        button = QPushButton(words, self)
        button.setProperty("role", "quiet")
        button.setToolTip(tip)
        button.setEnabled(False)
        button.clicked.connect(lambda _=False: signal.emit())
        return button

    def show_tool(self, tool: Tool) -> None:
        """Show the empty form of a tool."""
        self._tool = tool
        self.boxes, self._groups, self.drawings = {}, {}, []
        heads = (self._title, self._purpose, self._limits, self._head, self.steps)
        for widget in heads:
            widget.setParent(self)
        if old := self._area.takeWidget():
            # Not deleted within setWidget: the focus would leave a widget that is half gone.
            old.hide()
            old.deleteLater()
        page = QFrame()
        page.setProperty("role", "panel")
        self._column = QVBoxLayout(page)
        self._column.setSpacing(8)
        self._title.setText(tool.title)
        self._purpose.setText(tool.purpose)
        for head in heads:
            self._column.addWidget(head)
            head.show()
        for group in tool.groups:
            self._column.addWidget(self._group(group, page))
        self._column.addStretch(1)
        self._area.setWidget(page)
        self.steps.show_groups(tool.groups)
        self._fit()
        self._column.activate()  # in place at once, not after the next round of events
        self._area.verticalScrollBar().setValue(0)

    def _group(self, group: FieldGroup, page: QWidget) -> QWidget:
        holder = QWidget(page)
        layout = QVBoxLayout(holder)
        layout.setContentsMargins(0, 18, 0, 0)
        layout.setSpacing(6)
        title = QLabel(group.title, holder)
        title.setObjectName("heading2")
        title.setProperty("section", "toolkit")
        title.setWordWrap(True)
        layout.addWidget(title)
        if group.help:
            layout.addWidget(self._quiet(group.help, holder))
        for field in group.fields:
            self._add_field(field, layout, holder)
            self._add_drawings(field.id, layout, holder)
        self._add_drawings(group.id, layout, holder)
        self._groups[group.id] = holder
        return holder

    def _add_field(self, field: Field, layout: QVBoxLayout, holder: QWidget) -> None:
        box = KINDS[field.kind](field, self._look, holder)
        box.changed.connect(lambda answer, name=field.id: self.answered.emit(name, answer, box.is_typed))
        box.opened.connect(self._watch)
        for inside in box.findChildren(QWidget):
            self._watch(inside)
        self.boxes[field.id] = box
        if field.kind != "check":
            required = f' <span style="font-weight:400">{self.tr("(needed)")}</span>' if field.required else ""
            label = QLabel(f"<b>{_safe(field.label)}</b>{required}", holder)
            label.setTextFormat(Qt.TextFormat.RichText)
            label.setWordWrap(True)
            label.setContentsMargins(0, 10, 0, 0)
            layout.addWidget(label)
        if field.help:
            layout.addWidget(self._quiet(field.help, holder))
            box.setAccessibleDescription(field.help)
        layout.addWidget(box)

    def _add_drawings(self, after: str, layout: QVBoxLayout, holder: QWidget) -> None:
        assert self._tool is not None
        for drawing in self._tool.drawings:
            if drawing.after == after:
                box = DRAWINGS[drawing.kind](self._tool, drawing, self._look, holder)
                box.moved.connect(self._moved)
                box.asked.connect(self._go_to_field)
                box.said.connect(self.said)
                self._watch(box.canvas)
                self.drawings.append(box)
                layout.addWidget(box)

    def _moved(self, field: str, answer: Answer) -> None:
        """Something was moved in a drawing: the field behind it says so, and the sheet."""
        self.boxes[field].show_answer(answer)
        self.answered.emit(field, answer, False)

    def _go_to_field(self, field: str) -> None:
        self.boxes[field].take_focus()
        self._area.ensureWidgetVisible(self.boxes[field], 0, self._look.scaled(90))

    def _quiet(self, words: str, holder: QWidget) -> QLabel:
        label = QLabel(words, holder)
        label.setObjectName("quiet")
        label.setWordWrap(True)
        return label

    def show_answers(self, name: str, answers: Answers) -> None:
        """Show a sheet's name and answers."""
        self.name.setText(name)
        for field, box in self.boxes.items():
            box.show_answer(answers.get(field))
        self.show_progress(answers)

    def show_step(self, field: str, name: str, answers: Answers) -> str:
        """Show what was undone or done again, go there, and give what it is called."""
        if not field:
            self.name.setText(name)
            self.name.setFocus()
            return self.name.accessibleName()
        box = self.boxes[field]
        box.show_answer(answers.get(field))
        self._go_to_field(field)
        return box.field.label

    def show_undo(self, can_undo: bool, can_redo: bool) -> None:
        """Show whether there is something to undo or to do again."""
        self.undo.setEnabled(can_undo)
        self.redo.setEnabled(can_redo)

    def show_progress(self, answers: Answers) -> None:
        """Show how far each step is answered, and draw the drawings."""
        for drawing in self.drawings:
            drawing.show_answers(answers)
        if self._tool is not None:
            self.steps.show_shares(tuple(_share(group, answers) for group in self._tool.groups))

    def go_to_group(self, name: str) -> None:
        """Scroll to a group and put the keyboard into its first field."""
        holder = self._groups[name]
        self._area.verticalScrollBar().setValue(holder.y())
        first = holder.nextInFocusChain()
        if first is not None:
            QTimer.singleShot(0, lambda: first.setFocus(Qt.FocusReason.ShortcutFocusReason))

    def _scrolled(self, value: int) -> None:
        line = value + self._area.viewport().height() // 3
        reached = [name for name, holder in self._groups.items() if holder.y() <= line]
        if reached:
            self.steps.set_current(reached[-1])

    def restyle(self) -> None:
        """Heights and margins in the look of now."""
        for box in self.boxes.values():
            box.restyle()
        self._fit()

    def _fit(self) -> None:
        if self._tool is not None:
            side = max(28, (self._area.viewport().width() - self._look.scaled(_COLUMN)) // 2)
            self._column.setContentsMargins(side, 30, side, 60)

    def _watch(self, widget: QWidget) -> None:
        widget.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Undo and redo are the sheet's, in whichever field the keyboard is."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress and self._is_step(event):
            return True
        return super().eventFilter(watched, event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Undo and redo, also beside the fields."""
        if not self._is_step(event):
            super().keyPressEvent(event)

    def _is_step(self, event: QKeyEvent) -> bool:
        if event.matches(QKeySequence.StandardKey.Undo):
            self.undo_wanted.emit()
        elif event.matches(QKeySequence.StandardKey.Redo) or event.keyCombination() in _REDO:
            self.redo_wanted.emit()
        else:
            return False
        return True

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the column in the middle."""
        super().resizeEvent(event)
        self._fit()
        for box in self.boxes.values():
            box.restyle()


def _share(group: FieldGroup, answers: Answers) -> float:
    done = sum(is_answered(field, answers.get(field.id)) for field in group.fields)
    return done / len(group.fields) if group.fields else 0.0


def _safe(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;")

"""The form of a sheet: its groups as steps, its fields one below the other."""

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QLabel, QLineEdit, QScrollArea, QVBoxLayout, QWidget

from partnerships.library.model import Field, FieldGroup, Tool
from partnerships.notebook.model import Answer
from partnerships.notebook.results import Answers, is_answered
from partnerships.shell.look import Look
from partnerships.shell.toolkit.answers import KINDS, AnswerBox
from partnerships.shell.toolkit.steps import StepBar

_COLUMN = 720  # widest form at 100 % text, pixels


class SheetForm(QWidget):
    """`answered` carries a field's id and its new answer, `renamed` the sheet's new name."""

    answered = Signal(str, object)
    renamed = Signal(str)

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._tool: Tool | None = None
        self.boxes: dict[str, AnswerBox] = {}
        self._groups: dict[str, QWidget] = {}
        self.name = QLineEdit(self)
        self.name.setAccessibleName(self.tr("Name of this sheet"))
        self.name.setPlaceholderText(self.tr("Name of this sheet, such as “Draft for the steering group”"))
        self.name.textEdited.connect(self.renamed)
        self.steps = StepBar(look, self)
        self.steps.chosen.connect(self.go_to_group)
        self._title = QLabel(self)
        self._title.setObjectName("heading1")
        self._title.setWordWrap(True)
        self._purpose = QLabel(self)
        self._purpose.setObjectName("lead")
        self._purpose.setWordWrap(True)
        self._area = QScrollArea(self)
        self._area.setWidgetResizable(True)
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        self._area.verticalScrollBar().valueChanged.connect(self._scrolled)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._area)

    def show_tool(self, tool: Tool) -> None:
        """Show the empty form of a tool."""
        self._tool = tool
        self.boxes, self._groups = {}, {}
        for widget in (self._title, self._purpose, self.name, self.steps):
            widget.setParent(self)
        page = QFrame()
        page.setProperty("role", "panel")
        self._column = QVBoxLayout(page)
        self._column.setSpacing(8)
        self._title.setText(tool.title)
        self._purpose.setText(tool.purpose)
        for head in (self._title, self._purpose, self.name, self.steps):
            self._column.addWidget(head)
        for group in tool.groups:
            self._column.addWidget(self._group(group, page))
        self._column.addStretch(1)
        self._area.setWidget(page)
        self.steps.show_groups(tool.groups)
        self._fit()
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
        self._groups[group.id] = holder
        return holder

    def _add_field(self, field: Field, layout: QVBoxLayout, holder: QWidget) -> None:
        box = KINDS[field.kind](field, self._look, holder)
        box.changed.connect(lambda answer, name=field.id: self._answered(name, answer))
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
        self._show_steps(answers)

    def _answered(self, field: str, answer: Answer) -> None:
        self.answered.emit(field, answer)
        self._show_steps({name: box.answer() for name, box in self.boxes.items()})

    def _show_steps(self, answers: Answers) -> None:
        assert self._tool is not None
        shares = []
        for group in self._tool.groups:
            done = sum(is_answered(field, answers.get(field.id)) for field in group.fields)
            shares.append(done / len(group.fields) if group.fields else 0.0)
        self.steps.show_shares(tuple(shares))

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

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the column in the middle."""
        super().resizeEvent(event)
        self._fit()
        for box in self.boxes.values():
            box.restyle()


def _safe(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;")

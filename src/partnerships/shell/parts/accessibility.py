"""A text of ours as assistive technology sees it: headings, paragraphs, links, highlights and tables in order.

WORKAROUND: QTextBrowser exposes its text as one block, without structure (Qt 6.12). The factory
must be installed before the first such text exists.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from PySide6.QtCore import QObject, QRect
from PySide6.QtGui import (
    QAccessible,
    QAccessibleInterface,
    QColor,
    QTextBlock,
    QTextCursor,
    QTextFrame,
    QTextTable,
    QWindow,
)
from PySide6.QtWidgets import QAccessibleWidget, QTextBrowser

Role = QAccessible.Role
Marks = tuple[tuple[int, int, str], ...]
"""Highlights: from which place in the document to which, and what is said of each."""


class StructuredText(QTextBrowser):
    """A text that shows its structure to assistive technology."""

    accessible: object = None  # its interface, once that is asked for: the text keeps it alive as long as itself
    spoken_marks: Marks = ()

    @property
    def html_shown(self) -> str:
        """The text that is shown, as it was given; another text means another structure."""
        raise NotImplementedError


@dataclass(frozen=True, slots=True)
class Node:
    """One element of the text. `start` and `end` are places in the document; `level` is a heading's."""

    role: QAccessible.Role
    text: str
    start: int
    end: int
    children: tuple["Node", ...] = ()
    level: int = 0


def text_nodes(view: StructuredText) -> tuple[Node, ...]:
    """The text's elements from top to bottom."""
    return tuple(_frame_nodes(view.document().rootFrame(), view.spoken_marks))


def _frame_nodes(frame: QTextFrame, marks: Marks) -> Iterator[Node]:
    place = frame.begin()
    while not place.atEnd():
        inner: QTextFrame | None = place.currentFrame()  # None where a block stands
        if isinstance(inner, QTextTable):
            yield _table_node(inner)
        elif inner is not None:
            yield from _frame_nodes(inner, marks)
        else:
            block = place.currentBlock()
            if block.isValid() and block.text().strip():
                yield _block_node(block, marks)
        place += 1


def _block_node(block: QTextBlock, marks: Marks) -> Node:
    level = block.blockFormat().headingLevel()
    role = Role.Heading if level else Role.ListItem if block.textList() is not None else Role.Paragraph
    start, end = block.position(), block.position() + block.length() - 1
    inside = sorted((*_links(block), *_marks(block, marks)), key=lambda node: node.start)
    return Node(role, block.text(), start, end, tuple(inside), level)


def _marks(block: QTextBlock, marks: Marks) -> Iterator[Node]:
    """The highlights in a block, each with the words of it that stand here."""
    first, last = block.position(), block.position() + block.length() - 1
    for start, end, spoken in marks:
        if start < last and end > first:
            here, until = max(start, first), min(end, last)
            cursor = QTextCursor(block)
            cursor.setPosition(here)
            cursor.setPosition(until, QTextCursor.MoveMode.KeepAnchor)
            yield Node(Role.Note, f"{spoken}: {cursor.selectedText()}", here, until)


def _links(block: QTextBlock) -> Iterator[Node]:
    place = block.begin()
    while not place.atEnd():
        fragment = place.fragment()
        if fragment.charFormat().isAnchor() and fragment.charFormat().anchorHref():
            yield Node(Role.Link, fragment.text(), fragment.position(), fragment.position() + fragment.length())
        place += 1


def _table_node(table: QTextTable) -> Node:
    rows = []
    for row in range(table.rows()):
        cells = []
        for column in range(table.columns()):
            cell = table.cellAt(row, column)
            start, end = cell.firstPosition(), cell.lastPosition()
            cursor = cell.firstCursorPosition()
            cursor.setPosition(end, cursor.MoveMode.KeepAnchor)
            cells.append(Node(Role.Cell, cursor.selectedText().replace("\u2029", " "), start, end))
        text = ", ".join(cell.text for cell in cells if cell.text)
        rows.append(Node(Role.Row, text, cells[0].start, cells[-1].end, tuple(cells)))
    return Node(Role.Table, "", rows[0].start, rows[-1].end, tuple(rows))


class NodeInterface(QAccessibleInterface):
    """One element, with its children."""

    def __init__(self, node: Node, view: StructuredText, above: QAccessibleInterface) -> None:
        super().__init__()
        self._node, self._view, self._above = node, view, above
        self._children = [NodeInterface(child, view, self) for child in node.children]

    def isValid(self) -> bool:
        return True

    def object(self) -> QObject | None:  # type: ignore[override]  # Qt takes None for nothing
        return None

    def window(self) -> QWindow | None:  # type: ignore[override]  # Qt takes None for nothing
        return self._above.window()

    def parent(self) -> QAccessibleInterface:
        return self._above

    def child(self, index: int) -> QAccessibleInterface | None:  # type: ignore[override]  # Qt takes None for nothing
        return self._children[index] if 0 <= index < len(self._children) else None

    def childCount(self) -> int:
        return len(self._children)

    def indexOfChild(self, child: QAccessibleInterface) -> int:
        return self._children.index(child) if child in self._children else -1

    def childAt(self, x: int, y: int) -> QAccessibleInterface | None:  # type: ignore[override]  # Qt takes None for nothing
        return next((child for child in self._children if child.rect().contains(x, y)), None)

    def focusChild(self) -> QAccessibleInterface | None:  # type: ignore[override]  # Qt takes None for nothing
        return None

    def foregroundColor(self) -> QColor:
        return QColor()

    def backgroundColor(self) -> QColor:
        return QColor()

    def text(self, kind: QAccessible.Text) -> str:
        if kind == QAccessible.Text.Description and self._node.level:
            return f"{self._node.level}"
        return self._node.text if kind == QAccessible.Text.Name else ""

    def setText(self, kind: QAccessible.Text, text: str) -> None:
        """The text cannot be changed."""

    def role(self) -> QAccessible.Role:
        return self._node.role

    def state(self) -> QAccessible.State:
        state = QAccessible.State()
        state.readOnly = True
        return state

    def rect(self) -> QRect:
        """Where the element stands on the screen."""
        cursor = self._view.textCursor()
        cursor.setPosition(self._node.start)
        area = self._view.cursorRect(cursor)
        cursor.setPosition(max(self._node.start, self._node.end - 1))
        area = area.united(self._view.cursorRect(cursor))
        area.setRight(max(area.right(), area.left() + 1))
        return area.translated(self._view.viewport().mapToGlobal(area.topLeft()) - area.topLeft())


class TextInterface(QAccessibleWidget):
    """The text itself: a document whose children are its elements."""

    def __init__(self, view: StructuredText) -> None:
        super().__init__(view, Role.Document, view.accessibleName())
        self._view = view
        self._shown: tuple[str, Marks] = ("", ())
        self._children: list[NodeInterface] = []

    def _elements(self) -> list[NodeInterface]:
        shown = (self._view.html_shown, self._view.spoken_marks)
        if self._shown != shown:
            self._shown = shown
            self._children = [NodeInterface(node, self._view, self) for node in text_nodes(self._view)]
        return self._children

    def childCount(self) -> int:
        return len(self._elements())

    def child(self, index: int) -> QAccessibleInterface | None:  # type: ignore[override]  # Qt takes None for nothing
        elements = self._elements()
        return elements[index] if 0 <= index < len(elements) else None

    def indexOfChild(self, child: QAccessibleInterface) -> int:
        return self._elements().index(child) if child in self._elements() else -1

    def childAt(self, x: int, y: int) -> QAccessibleInterface | None:  # type: ignore[override]  # Qt takes None for nothing
        return next((child for child in self._elements() if child.rect().contains(x, y)), None)

    def text(self, kind: QAccessible.Text) -> str:
        return self._view.accessibleName() if kind == QAccessible.Text.Name else ""


def text_interface(class_name: str, target: QObject) -> QAccessibleInterface | None:
    """The factory that Qt asks for each object's interface; only structured texts get ours."""
    if not isinstance(target, StructuredText):
        return None
    interface = TextInterface(target)
    target.accessible = interface
    return interface

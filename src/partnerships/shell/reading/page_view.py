"""The text of a page. It shows only the library's own pictures and opens nothing by itself."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QByteArray, QPoint, QSize, Qt, QTimer, QUrl, Signal
from PySide6.QtGui import (
    QColor,
    QContextMenuEvent,
    QGuiApplication,
    QImage,
    QKeyEvent,
    QPainter,
    QResizeEvent,
    QTextBlock,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
)
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QMenu, QTextEdit, QWidget

from partnerships.shell.look import Look
from partnerships.shell.parts.accessibility import StructuredText

COLUMN = 660  # widest text column at 100 %, pixels: about 70 characters
_MARGIN = 24
_SIDE = 40  # at 100 %, pixels
_LEAST = 160  # pixels: a view that has no place yet is narrower than any page
_TOP = 34

Mark = tuple[int, int, QTextCharFormat]
"""From which position of the document to which words are marked, and how."""

Picture = Callable[[str, int, float], QImage | None]
"""Gives the picture of a name, at most so many pixels wide, for a device pixel ratio."""


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading of the shown page and where it stands, in pixels from the top."""

    anchor: str
    text: str
    top: float


class PageView(StructuredText):
    """A page of prose in a column of readable width.

    `asked` carries the target of a link that was clicked or opened by keyboard; `pointed` that of
    a link under the pointer or with the focus, or nothing; `quoted` asks to copy with citation;
    `menu_opening` carries the menu that is about to open, and the position of the document under it.
    """

    asked = Signal(str)
    pointed = Signal(str)
    quoted = Signal()
    moved = Signal()
    resized = Signal()
    menu_opening = Signal(QMenu, int)

    def __init__(self, look: Look, picture: Picture, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look, self._picture = look, picture
        self._html = ""
        self._pictures: dict[str, int] = {}  # the width of the column that each was drawn for
        self._held: tuple[int, int] | None = None  # what stood at the top before a change of size, and how far down
        self._marks: tuple[Mark, ...] = ()
        self._words: tuple[QTextCursor, ...] = ()
        self._found: tuple[QTextCursor, ...] = ()
        self._current = -1  # where the mark of a search stands that was stepped to
        self.setOpenLinks(False)
        self.setUndoRedoEnabled(False)
        self.setTextInteractionFlags(Qt.TextInteractionFlag.TextBrowserInteraction)
        self.anchorClicked.connect(lambda url: self.asked.emit(url.toString()))
        self.highlighted.connect(lambda url: self.pointed.emit(url.toString()))
        self.verticalScrollBar().valueChanged.connect(self.moved)
        look.changed.connect(self.restyle)

    def show_page(self, html: str) -> None:
        """Show a page from its top."""
        self._html = html
        self._words = self._found = ()
        self._held = None
        self._pictures = {}
        # Filled before the view has it, so that it is laid out once, at its final width.
        document = QTextDocument(self)
        document.setUndoRedoEnabled(False)
        document.setDefaultStyleSheet(self._look.theme.page_css(self._look.text_size))
        document.setHtml(f"<body>{html}</body>")
        self._fit(document)
        self.setDocument(document)  # lets go of the one before
        self.verticalScrollBar().setValue(0)

    @property
    def html_shown(self) -> str:
        """The page that is shown, as it was given."""
        return self._html

    def restyle(self) -> None:
        """Show the same page, at the same place, in the look of now."""
        if self._html:
            share = self.share()
            words = [cursor.selectedText() for cursor in self._words]
            self.show_page(self._html)
            self.mark_words(tuple(dict.fromkeys(words)))
            self.set_share(share)

    # --- where the reader is -----------------------------------------------------------------------

    def share(self) -> float:
        """How far down the page the window stands, from 0 to 1; 1 for a page without scrolling."""
        bar = self.verticalScrollBar()
        return bar.value() / bar.maximum() if bar.maximum() else 1.0

    def set_share(self, share: float) -> None:
        """Go to a place that `share` gave."""
        self._held = None
        bar = self.verticalScrollBar()
        bar.setValue(round(share * bar.maximum()))

    def headings(self) -> tuple[Heading, ...]:
        """The page's headings below its title, from top to bottom."""
        layout = self.document().documentLayout()
        return tuple(
            Heading(_anchors(block)[0], block.text(), layout.blockBoundingRect(block).top())
            for block in self._blocks()
            if block.blockFormat().headingLevel() in (2, 3) and _anchors(block)
        )

    def current_heading(self) -> str:
        """The anchor of the heading that the reader is under; nothing above the first."""
        line = self.verticalScrollBar().value() + self.viewport().height() * 0.25
        above = [heading.anchor for heading in self.headings() if heading.top <= line]
        bar = self.verticalScrollBar()
        if bar.maximum() and bar.value() == bar.maximum():
            return self.headings()[-1].anchor if self.headings() else ""
        return above[-1] if above else ""

    def go_to(self, anchor: str) -> None:
        """Bring an anchor to the top of the window."""
        self._held = None
        for block in self._blocks():
            if anchor in _anchors(block):
                top = self.document().documentLayout().blockBoundingRect(block).top()
                self.verticalScrollBar().setValue(round(top) - _MARGIN // 2)
                return

    def paragraph_number(self, cursor: QTextCursor) -> int:
        """The number of the paragraph that a cursor stands in; 0 above the first."""
        # A selected block begins with the separator that ends the block before it.
        start = cursor.selectionStart() + (1 if cursor.selectedText().startswith("\u2029") else 0)
        block = self.document().findBlock(start)
        while block.isValid():
            for name in _anchors(block):
                if name[:1] == "p" and name[1:].isdigit():
                    return int(name[1:])
            block = block.previous()
        return 0

    def _blocks(self) -> list[QTextBlock]:
        blocks = []
        block = self.document().begin()
        while block.isValid():
            blocks.append(block)
            block = block.next()
        return blocks

    # --- selecting by keyboard ---------------------------------------------------------------------

    @property
    def has_caret(self) -> bool:
        """Whether arrow keys move a caret, so that words can be selected by keyboard."""
        return bool(self.textInteractionFlags() & Qt.TextInteractionFlag.TextSelectableByKeyboard)

    @property
    def is_pressed(self) -> bool:
        """Whether words are being selected with the mouse right now."""
        return bool(QGuiApplication.mouseButtons() & Qt.MouseButton.LeftButton)

    def set_caret(self, wanted: bool) -> None:
        """Let arrow keys move a caret that begins at the top of the window, or let them scroll again."""
        flags = Qt.TextInteractionFlag.TextBrowserInteraction
        self.setTextInteractionFlags(flags | Qt.TextInteractionFlag.TextSelectableByKeyboard if wanted else flags)
        if wanted and not self.viewport().rect().contains(self.cursorRect().center()):
            self.setTextCursor(self.cursorForPosition(QPoint(self.viewport().width() // 2, _MARGIN)))
        self.setCursorWidth(self._look.scaled(2))

    # --- marks -------------------------------------------------------------------------------------

    def show_marks(self, marks: tuple[Mark, ...], spoken: tuple[tuple[int, int, str], ...]) -> None:
        """Show what the reader has marked, beneath the marks of a search; `spoken` says each in words."""
        self._marks, self.spoken_marks = marks, spoken
        self._draw_marks(self._current)

    def mark_words(self, words: tuple[str, ...]) -> int:
        """Mark the words that were searched for; gives how many places."""
        self._words = tuple(hit for word in words if word for hit in self._all(word, whole=True))
        self._draw_marks(-1)
        return len(self._words)

    def find_all(self, text: str) -> int:
        """Mark every place where `text` stands in the page; gives how many."""
        self._found = tuple(self._all(text)) if text else ()
        self._draw_marks(-1)
        return len(self._found)

    def step(self, forward: bool = True) -> tuple[int, int]:
        """Go to the next mark, or the one before; gives its number and how many there are."""
        marks = sorted(self._found or self._words, key=lambda cursor: cursor.selectionStart())
        if not marks:
            return 0, 0
        here = self.textCursor()
        places = [mark.selectionStart() for mark in marks]
        if forward:
            number = next((n for n, place in enumerate(places) if place > here.selectionStart()), 0)
        else:
            number = next(
                (n for n in reversed(range(len(places))) if places[n] < here.selectionStart()), len(places) - 1
            )
        cursor = self.textCursor()
        cursor.setPosition(marks[number].selectionStart())
        self.setTextCursor(cursor)
        self._draw_marks(marks[number].selectionStart())
        self.center(cursor)
        return number + 1, len(marks)

    def center(self, cursor: QTextCursor) -> None:
        """Bring a place of the document to the upper third of the window."""
        rect = self.cursorRect(cursor)
        bar = self.verticalScrollBar()
        bar.setValue(bar.value() + rect.top() - self.viewport().height() // 3)

    def _all(self, text: str, whole: bool = False) -> list[QTextCursor]:
        flags = QTextDocument.FindFlag.FindWholeWords if whole else QTextDocument.FindFlag(0)
        found = []
        cursor = self.document().find(text, 0, flags)
        while not cursor.isNull():
            found.append(cursor)
            cursor = self.document().find(text, cursor, flags)
        return found

    def _draw_marks(self, current: int) -> None:
        self._current = current
        selections = []
        for start, end, shape in self._marks:
            selection = QTextEdit.ExtraSelection()
            selection.cursor = QTextCursor(self.document())
            selection.cursor.setPosition(start)
            selection.cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
            selection.format = shape
            selections.append(selection)
        for cursor in (*self._words, *self._found):
            selection = QTextEdit.ExtraSelection()
            selection.cursor = cursor
            selection.format = self._mark_format(cursor.selectionStart() == current)
            selections.append(selection)
        self.setExtraSelections(selections)

    def _mark_format(self, current: bool) -> QTextCharFormat:
        mark = QTextCharFormat()
        theme = self._look.theme
        mark.setBackground(theme.color("mark"))
        mark.setForeground(theme.color("mark-ink"))
        if current:
            mark.setFontUnderline(True)
            mark.setUnderlineColor(theme.color("focus"))
            mark.setBackground(theme.color("focus-soft"))
            mark.setForeground(theme.color("ink"))
        return mark

    # --- Qt ----------------------------------------------------------------------------------------

    def loadResource(self, kind: int, name: QUrl | str) -> object:
        """Only the library's own pictures; never a file of this computer, never the network."""
        text = name.toString() if isinstance(name, QUrl) else name
        if kind != QTextDocument.ResourceType.ImageResource.value:
            return QByteArray()
        self._pictures[text] = self._column()
        image = self._picture(text, self._column(), self.devicePixelRatioF())
        return image if image is not None else QImage()

    def _draw_pictures(self) -> None:
        """Draw the page's pictures anew where the column has another width than they were drawn for."""
        document, column = self.document(), self._column()
        old = [name for name, width in self._pictures.items() if width != column]
        for name in old:
            kind = QTextDocument.ResourceType.ImageResource.value
            document.addResource(kind, QUrl(name), self.loadResource(kind, name))
        if old:
            document.markContentsDirty(0, document.characterCount())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the column at its width in the middle, and the same words at the top."""
        if self._held is None and self.verticalScrollBar().value():
            cursor = self.cursorForPosition(QPoint(self.viewport().width() // 2, _MARGIN))
            self._held = cursor.position(), self.cursorRect(cursor).top()
        super().resizeEvent(event)
        self._fit(self.document())
        self._draw_pictures()
        self.resized.emit()
        QTimer.singleShot(0, self._bring_back)

    def _bring_back(self) -> None:
        """Scroll to what stood at the top before the page became wider or narrower."""
        if self._held is None:
            return
        position, top = self._held
        self._held = None
        cursor = QTextCursor(self.document())
        cursor.setPosition(min(position, self.document().characterCount() - 1))
        bar = self.verticalScrollBar()
        bar.setValue(bar.value() + self.cursorRect(cursor).top() - top)

    def _side(self) -> int:
        """The least room beside the text: that of the buttons which fold the sides."""
        return self._look.scaled(_SIDE)

    def _column(self) -> int:
        return max(_LEAST, min(self._look.scaled(COLUMN), self.viewport().width() - 2 * self._side()))

    def text_right(self) -> int:
        """Where the column of text ends at the right, in pixels."""
        return (self.viewport().width() + self._column()) // 2

    def _fit(self, document: QTextDocument) -> None:
        side = max(self._side(), (self.viewport().width() - self._column()) / 2)
        frame = document.rootFrame()
        shape = frame.frameFormat()
        top = self._look.scaled(_TOP)
        if shape.leftMargin() == side and shape.topMargin() == top:
            return
        shape.setLeftMargin(side)
        shape.setRightMargin(side)
        shape.setTopMargin(top)
        shape.setBottomMargin(top * 2)
        frame.setFrameFormat(shape)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Qt's own menu, with “Copy with citation” where something is selected."""
        menu = self.createStandardContextMenu(event.pos())
        if self.textCursor().hasSelection():
            menu.addAction(self.tr("Copy with citation"), self.quoted.emit)
        self.menu_opening.emit(menu, self.cursorForPosition(event.pos()).position())
        menu.exec(event.globalPos())
        menu.deleteLater()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Space reads on by a window, as in a browser."""
        if event.key() == Qt.Key.Key_Space and not event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            bar = self.verticalScrollBar()
            back = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
            bar.setValue(bar.value() + (-1 if back else 1) * (bar.pageStep() - 40))
            return
        super().keyPressEvent(event)


def draw_svg(data: bytes, width: int, ratio: float) -> QImage:
    """An SVG drawn at most `width` pixels wide, crisp at the device pixel ratio."""
    renderer = QSvgRenderer(QByteArray(data))
    natural = renderer.defaultSize()
    wide = min(width, natural.width()) if natural.width() > 0 else width
    tall = round(wide * natural.height() / max(1, natural.width()))
    image = QImage(QSize(round(wide * ratio), round(tall * ratio)), QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(QColor(0, 0, 0, 0))
    painter = QPainter(image)
    renderer.render(painter)
    painter.end()
    image.setDevicePixelRatio(ratio)
    return image


def _anchors(block: QTextBlock) -> list[str]:
    names: list[str] = []
    place = block.begin()
    while not place.atEnd():
        names.extend(place.fragment().charFormat().anchorNames())
        place += 1
    return names

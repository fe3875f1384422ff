"""A short text of ours with links: what a term means, what an entry of the directory says."""

from PySide6.QtCore import QByteArray, Qt, QUrl, Signal
from PySide6.QtGui import QImage, QResizeEvent, QTextDocument
from PySide6.QtWidgets import QWidget

from partnerships.shell.parts.accessibility import StructuredText
from partnerships.shell.theme.theme import Theme

_COLUMN = 700  # pixels at 100 % text: the widest column
_INDENT = 22  # pixels, of lists
_SMALLER = 0.86  # beside a list the text is smaller than on a page


class Leaf(StructuredText):
    """Shows HTML of ours. `asked` carries the target of a link that was clicked or opened by keyboard.

    A citation leads to its source on the same leaf. A leaf that `fits` is as tall as its text and cannot scroll:
    it asks for `cite:key` as for any other target, and `place_of` says where that source stands.
    """

    asked = Signal(str)

    def __init__(self, theme: Theme, fits: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme, self._text_size, self._fits, self.html = theme, 100, fits, ""
        self.setOpenLinks(False)
        self.setUndoRedoEnabled(False)
        self.setTextInteractionFlags(Qt.TextInteractionFlag.TextBrowserInteraction)
        self._margin = 2 if fits else 22
        self.document().setDocumentMargin(self._margin)
        self.document().setIndentWidth(_INDENT)
        if fits:
            self.setProperty("role", "plain")
            self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.anchorClicked.connect(lambda url: self._follow(url.toString()))

    def show_html(self, html: str, name: str) -> None:
        """Show HTML from its top; `name` is what it is called for assistive technology."""
        self.html = html
        self.setAccessibleName(name)
        self._render()
        self.verticalScrollBar().setValue(0)

    @property
    def html_shown(self) -> str:
        """The text that is shown, as it was given."""
        return self.html

    def restyle(self, theme: Theme, text_size: int) -> None:
        """Use another look."""
        self._theme, self._text_size = theme, text_size
        self._render()

    def _render(self) -> None:
        self.document().setDefaultStyleSheet(self._theme.page_css(round(self._text_size * _SMALLER)))
        ground = ' style="background-color: transparent"' if self._fits else ""
        self.setHtml(f"<body{ground}>{self.html}</body>")
        self._fit()

    def place_of(self, anchor: str) -> int:
        """How far below the top an anchor stands, in pixels; -1 where there is none of this name."""
        block = self.document().begin()
        while block.isValid():
            place = block.begin()
            while not place.atEnd():
                if anchor in place.fragment().charFormat().anchorNames():
                    return round(self.document().documentLayout().blockBoundingRect(block).top())
                place += 1
            block = block.next()
        return -1

    def _follow(self, target: str) -> None:
        if target.startswith("cite:") and not self._fits:
            self.scrollToAnchor(f"source-{target.removeprefix('cite:')}")
        else:
            self.asked.emit(target)

    def loadResource(self, kind: int, name: QUrl | str) -> object:
        """Nothing: a leaf has no pictures and reads no files."""
        return QImage() if kind == QTextDocument.ResourceType.ImageResource.value else QByteArray()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Break the lines anew."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """No line is longer than an eye can follow; a leaf that fits is as tall as its text."""
        frame = self.document().rootFrame()
        shape = frame.frameFormat()
        spare = max(self._margin, self.viewport().width() - round(_COLUMN * self._text_size / 100))
        if shape.rightMargin() != spare:
            shape.setRightMargin(spare)
            frame.setFrameFormat(shape)
        if self._fits:
            self.document().setTextWidth(self.viewport().width())
            self.setFixedHeight(round(self.document().size().height()) + 2 * self.frameWidth() + 6)

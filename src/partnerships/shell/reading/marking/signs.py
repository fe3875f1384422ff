"""Small note signs in the margin, beside the lines that have a note."""

from collections.abc import Callable

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QTextCursor
from PySide6.QtWidgets import QTextBrowser, QWidget

from partnerships.shell.look import Look
from partnerships.shell.theme.icons import icon

_SIZE = 17  # pixels at 100 % text


class MarginSigns(QWidget):
    """Lies over the page's text and takes no clicks. `column` gives the right edge of the text, in pixels."""

    def __init__(self, look: Look, page: QTextBrowser, column: Callable[[], int]) -> None:
        super().__init__(page)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._look, self._page, self._column = look, page, column
        self._places: tuple[int, ...] = ()

    def show_at(self, places: tuple[int, ...]) -> None:
        """Show a sign beside the line of each position of the document."""
        self._places = places
        self.setVisible(bool(places))
        self.fit()

    def fit(self) -> None:
        """Cover the page as it is now."""
        if self._places:
            self.setGeometry(self._page.viewport().geometry())
            self.raise_()
            self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        size = self._look.scaled(_SIZE)
        sign = icon("note", self._look.theme, "title")
        cursor = QTextCursor(self._page.document())
        for place in self._places:
            cursor.setPosition(place)
            line = self._page.cursorRect(cursor)
            if line.bottom() >= 0 and line.top() <= self.height():
                left = min(self._column() + 6, self.width() - size - 2)
                sign.paint(painter, QRect(left, line.center().y() - size // 2, size, size))

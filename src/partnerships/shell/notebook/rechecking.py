"""Looks for everything that was marked in an older edition, page by page, without keeping anyone waiting."""

from pathlib import Path

from PySide6.QtCore import QObject, Signal

from partnerships.base.errors import EditionTrouble
from partnerships.library.edition import Edition
from partnerships.library.page import PageParts, PageWords, article_html
from partnerships.notebook.anchoring.page_text import page_text
from partnerships.notebook.refinding import PageNow, find_again, page_now
from partnerships.notebook.store import Notebook
from partnerships.shell.keeping import Keeper


class Rechecking(QObject):
    """One page is one job on the notebook's lane, so that saving never waits for more than a page.

    `ended` says that all pages were looked at, and how many had marks that moved or stand no longer.
    """

    ended = Signal(int)

    def __init__(self, keeper: Keeper, folder: Path, words: PageWords, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._keeper, self._folder, self._words = keeper, folder, words
        self._waiting: list[str] = []
        self._moved = 0

    def start(self) -> None:
        """Look for what has not been looked for in this edition."""
        self._keeper.ask(self._pages, self._begin)

    def _pages(self, notebook: Notebook) -> tuple[str, ...]:
        with Edition(self._folder) as edition:
            return notebook.pages_to_find(edition.about.edition)

    def _begin(self, pages: tuple[str, ...]) -> None:
        self._waiting = list(pages)
        self._next()

    def _next(self) -> None:
        if self._waiting:
            page = self._waiting.pop()
            self._keeper.ask(lambda notebook: self._find(notebook, page), lambda moved: self._found(page, moved))
        else:
            self.ended.emit(self._moved)

    def _find(self, notebook: Notebook, page: str) -> bool:
        with Edition(self._folder) as edition:  # one of its own: an edition belongs to one thread
            return find_again(notebook, page, self._now(edition, page))

    def _now(self, edition: Edition, page: str) -> PageNow:
        name = edition.about.edition
        try:
            article = edition.article(page)
        except EditionTrouble:  # the page is gone, and all that was marked on it
            return PageNow(name, "", ())
        html = article_html(article, PageParts(edition.about, edition.help_lines()), self._words)
        return page_now(article, name, page_text(html))

    def _found(self, page: str, moved: bool) -> None:
        if moved:
            self._moved += 1
            self._keeper.read_again(page)
        self._next()

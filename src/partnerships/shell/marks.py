"""The highlights of the pages that were read, remembered page by page; the keeper writes what changes."""

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

from PySide6.QtCore import QObject, Signal

from partnerships.notebook.model import Highlight
from partnerships.notebook.store import Notebook
from partnerships.shell.jobs import Lane


class Marks(QObject):
    """Reads a page's highlights when they are first asked for. `changed` names the page whose highlights are new."""

    changed = Signal(str)

    def __init__(
        self, notebook: Notebook, lane: Lane, write: Callable[[Callable[[], Any]], None], parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._notebook, self._lane, self._write = notebook, lane, write
        self._pages: dict[str, tuple[Highlight, ...]] = {}
        self._loading: set[str] = set()

    def on(self, page: str) -> tuple[Highlight, ...]:
        """The highlights of a page from top to bottom; none until they are read, which `changed` tells."""
        if page not in self._pages and page not in self._loading:
            self._loading.add(page)
            self._lane.run(
                self,
                lambda: self._notebook.highlights_on(page),
                lambda found: self._loaded(page, found),
                lambda _: self._loading.discard(page),
            )
        return self._pages.get(page, ())

    def keep(self, highlight: Highlight) -> Highlight:
        """Keep a highlight as it is now, new or not."""
        kept = replace(highlight, changed=_now())
        self._remember(kept)
        self._write(lambda: self._notebook.keep_highlight(kept))
        return kept

    def remove(self, highlight: Highlight) -> None:
        """Let a highlight go, with its note."""
        page = highlight.address.id
        self._pages[page] = tuple(held for held in self._pages.get(page, ()) if held.id != highlight.id)
        self._write(lambda: self._notebook.remove_highlight(highlight.id))
        self.changed.emit(page)

    def settle(self, page: str, highlights: tuple[Highlight, ...]) -> None:
        """Keep where highlights stand in this edition; what a person wrote, and when, stays as it is."""
        known = {held.id: held for held in self._pages.get(page, ())}
        moved = tuple(held for held in highlights if known.get(held.id, held) != held)
        if moved:
            self._pages[page] = _in_order(tuple((known | {held.id: held for held in moved}).values()))
            self._write(lambda: self._notebook.keep_places(moved))

    def forget(self, page: str = "") -> None:
        """Read a page's highlights anew, or every page's, since others came into the notebook."""
        for name in (page,) if page else tuple(self._pages):
            if self._pages.pop(name, None) is not None:
                self.changed.emit(name)

    def when_read(self, page: str, then: Callable[[], None]) -> None:
        """Call `then` when the highlights of a page have been read."""
        if page in self._pages:
            then()
        else:
            self.on(page)
            self._lane.run(self, lambda: None, lambda _: then(), lambda _: None)  # its turn comes after theirs

    def _remember(self, highlight: Highlight) -> None:
        page = highlight.address.id
        others = tuple(held for held in self._pages.get(page, ()) if held.id != highlight.id)
        self._pages[page] = _in_order((*others, highlight))
        self.changed.emit(page)

    def _loaded(self, page: str, found: tuple[Highlight, ...]) -> None:
        self._loading.discard(page)
        newer = {held.id: held for held in self._pages.get(page, ())}  # made while these were being read
        self._pages[page] = _in_order(tuple(({held.id: held for held in found} | newer).values()))
        self.changed.emit(page)


def _in_order(highlights: tuple[Highlight, ...]) -> tuple[Highlight, ...]:
    return tuple(sorted(highlights, key=lambda held: (held.selector.start, held.selector.end, held.id)))


def _now() -> str:
    return datetime.now(UTC).isoformat(timespec="seconds")

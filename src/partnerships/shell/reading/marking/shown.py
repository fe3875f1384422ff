"""The marks of the page on screen: found in its text, drawn, and looked up by place or by key."""

from datetime import UTC, datetime

from PySide6.QtCore import QObject, Signal

from partnerships.library.model import Address, Article
from partnerships.notebook.anchoring.selector import select
from partnerships.notebook.marks import new_name
from partnerships.notebook.model import Color, Highlight, Note
from partnerships.notebook.refinding import PageNow, find_highlights, find_note, page_now
from partnerships.shell.keeping import Keeper
from partnerships.shell.look import Look
from partnerships.shell.parts.markers import color_words, text_format
from partnerships.shell.reading.marking.page_places import PagePlaces
from partnerships.shell.reading.marking.signs import MarginSigns
from partnerships.shell.reading.page_view import PageView


class ShownMarks(QObject):
    """Highlights and notes on headings of the shown page. `changed` says that there are others, or they moved.

    A mark's key is a highlight's id, or "#" and the anchor of a heading. `current` is the key of the highlight
    that is worked on.
    """

    changed = Signal()

    def __init__(self, page: PageView, keeper: Keeper, look: Look, edition: str, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._page, self._keeper, self._look, self._edition = page, keeper, look, edition
        self._article: Article | None = None
        self._html = ""
        self._places = PagePlaces("", (0,))
        self._now = PageNow(edition, "", ())
        self.current = ""
        self._signs = MarginSigns(look, page, page.text_right)
        page.moved.connect(self._signs.fit)
        page.resized.connect(self._signs.fit)
        keeper.marks.changed.connect(self._marks_changed)
        keeper.changed.connect(lambda part: self.find() if part == "notes" else None)

    def _marks_changed(self, page: str) -> None:
        if self._article is not None and page == self._article.id:
            self.find()

    def show_article(self, article: Article) -> None:
        """Show what is marked on the page that now stands on screen."""
        self._article = article
        self.current = ""
        self.find_anew()

    def find_anew(self) -> None:
        """Find every mark in a page that was laid out anew."""
        self._html = ""
        self.find()

    def highlights(self) -> tuple[Highlight, ...]:
        """The highlights of the page, from top to bottom."""
        return self._keeper.marks.on(self._article.id) if self._article else ()

    def notes(self) -> tuple[Note, ...]:
        """The notes on headings of the page, from top to bottom."""
        if self._article is None:
            return ()
        order = {passage.anchor: place for place, passage in enumerate(self._article.passages)}
        notes = self._keeper.notes_on_headings(self._article.id)
        return tuple(sorted(notes, key=lambda note: order.get(note.address.anchor, len(order))))

    def find(self) -> None:
        """Find every mark in the page as it is now, and draw it."""
        if self._article is None:
            return
        highlights, notes = self.highlights(), self.notes()
        if highlights or notes:
            self._read_page()
            self._keeper.marks.settle(self._article.id, find_highlights(self._now, highlights))
            moved = tuple((note, now) for note in notes if (now := find_note(self._now, note)) != note)
            if moved and self._keeper.settle_notes(moved):
                return  # the keeper has told of them, and they were found again
        self.draw()
        self.changed.emit()

    def draw(self) -> None:
        """Draw the highlights, and signs beside the lines that have a note."""
        standing = [(mark, *self.in_document(mark)) for mark in self.highlights() if not mark.lost]
        self._page.show_marks(
            tuple(
                (start, end, text_format(self._look.theme, mark.color, mark.id == self.current))
                for mark, start, end in standing
            ),
            tuple((start, end, self.spoken(mark)) for mark, start, end in standing),
        )
        headings = {heading.anchor: heading for heading in self._now.headings}
        noted = [headings[note.address.anchor] for note in self.notes() if note.address.anchor in headings]
        signs = [end for mark, _, end in standing if mark.note]
        signs += [self._places.in_document(held.start, held.start + len(held.words))[1] for held in noted]
        self._signs.show_at(tuple(signs))

    def _read_page(self) -> None:
        """Read the plain text of the page, once for each page."""
        if self._article is not None and self._html != self._page.html_shown:
            self._html = self._page.html_shown
            self._places = PagePlaces.of(self._page.document())
            self._now = page_now(self._article, self._edition, self._places.text)

    # --- looking up --------------------------------------------------------------------------------

    def in_document(self, mark: Highlight) -> tuple[int, int]:
        """From which position of the document to which a highlight reaches."""
        return self._places.in_document(mark.selector.start, mark.selector.end)

    def standing(self) -> tuple[Highlight, ...]:
        """The highlights that stand on the page, from top to bottom."""
        return tuple(mark for mark in self.highlights() if not mark.lost)

    def at(self, position: int) -> Highlight | None:
        """The topmost highlight over a position of the document."""
        over = [mark for mark in self.standing() if self._covers(mark, position)]
        return over[-1] if over else None

    def _covers(self, mark: Highlight, position: int) -> bool:
        start, end = self.in_document(mark)
        return start <= position < end

    def highlight(self, key: str) -> Highlight | None:
        """The highlight with this key."""
        return next((mark for mark in self.highlights() if mark.id == key), None)

    def heading_at(self, position: int) -> str:
        """The key of the heading under which a position of the document stands; nothing above the first."""
        self._read_page()
        anchor = self._now.heading_over(self._places.in_text(position, position)[0])
        return f"#{anchor}" if anchor else ""

    def note(self, key: str) -> Note | None:
        """The note on a heading, empty where there is none yet."""
        if self._article is None or not key.startswith("#"):
            return None
        self._read_page()
        anchor = key.removeprefix("#")
        words = next((held.words for held in self._now.headings if held.anchor == anchor), "")
        kept = self._keeper.note_on(self._article.id, anchor)
        return kept or Note(Address(self._article.id, anchor), self._article.title, "", "", words)

    def of_selection(self, color: Color) -> Highlight | None:
        """The highlight of exactly the selected words, or a new one for them."""
        if self._article is None:
            return None
        self._read_page()
        cursor = self._page.textCursor()
        start, end = self._places.in_text(cursor.selectionStart(), cursor.selectionEnd())
        if start >= end:
            return None
        selector = select(self._now.text, start, end)
        same = next((mark for mark in self.standing() if mark.selector == selector), None)
        address = Address(self._article.id, self._now.heading_over(start))
        made = datetime.now(UTC).isoformat(timespec="seconds")
        title, edition = self._article.title, self._edition
        return same or Highlight(new_name(), address, title, color, selector, "", edition, made, made)

    def spoken(self, mark: Highlight) -> str:
        """A highlight in words for assistive technology."""
        words = self.tr("{color} highlight").format(color=color_words(mark.color))
        return self.tr("{words}, with a note: {note}").format(words=words, note=mark.note) if mark.note else words

"""Finds what a person marked on a page again in the page as it is now, or says that it no longer stands."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from difflib import SequenceMatcher

from partnerships.library.model import Address, Article
from partnerships.notebook.anchoring.finding_again import anchor
from partnerships.notebook.marks import MarkShelf
from partnerships.notebook.model import Highlight, Note

_ALIKE = 0.75  # of a heading's letters, when its wording was changed


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading of a page, and where it begins in the page's plain text."""

    anchor: str
    words: str
    start: int


@dataclass(frozen=True, slots=True)
class PageNow:
    """A page of an edition: its plain text and its headings in order."""

    edition: str
    text: str
    headings: tuple[Heading, ...]

    def heading_over(self, place: int) -> str:
        """The anchor of the heading under which a place of the text stands; nothing above the first."""
        return next((heading.anchor for heading in reversed(self.headings) if heading.start <= place), "")


def page_now(article: Article, edition: str, text: str) -> PageNow:
    """The page of an article, with its plain text."""
    headings, place = [], 0
    for passage in article.passages:
        words = " ".join(passage.heading.split())
        found = text.find(f"\n{words}\n", place) if words else -1
        if found >= 0:
            place = found + 1
            headings.append(Heading(passage.anchor, words, place))
    return PageNow(edition, text, tuple(headings))


def find_highlights(page: PageNow, marks: Iterable[Highlight]) -> tuple[Highlight, ...]:
    """Every highlight as it stands in the page now; one that is as it was is the same value."""
    return tuple(_found(page, mark) for mark in marks)


def find_note(page: PageNow, note: Note) -> Note:
    """A note on a heading as it stands in the page now."""
    if not note.address.anchor:
        return note
    kept = next((heading for heading in page.headings if heading.anchor == note.address.anchor), None)
    by_words = max(page.headings, key=lambda heading: _alike(heading.words, note.heading), default=None)
    if by_words is not None and _alike(by_words.words, note.heading) < (_ALIKE if kept is None else 1.0):
        by_words = None
    found = by_words or kept
    if found is None:
        return replace(note, lost=page.edition)
    return replace(note, address=Address(note.address.id, found.anchor), lost="")


def find_again(shelf: MarkShelf, page: str, now: PageNow) -> bool:
    """Find the marks of a page in the page as it is now, and keep where they stand; gives whether any moved."""
    marks = shelf.highlights_on(page)
    moved_marks = tuple(new for old, new in zip(marks, find_highlights(now, marks), strict=True) if new != old)
    notes = tuple(note for note in shelf.notes() if note.address.id == page)
    moved_notes = tuple((note, new) for note in notes if (new := find_note(now, note)) != note)
    shelf.keep_places(moved_marks, moved_notes)
    return bool(moved_marks or moved_notes)


def _found(page: PageNow, mark: Highlight) -> Highlight:
    held = mark.selector
    if page.text[held.start : held.end] == held.exact and mark.edition == page.edition and not mark.lost:
        return mark
    place = anchor(page.text, held)
    return moved(mark, place, page.heading_over(place[0]) if place else "", page.edition)


def moved(mark: Highlight, place: tuple[int, int] | None, anchor: str, edition: str) -> Highlight:
    """A highlight as it stands in an edition: at `place` under the heading `anchor`, or nowhere."""
    if place is None:
        return replace(mark, lost=edition)
    selector = replace(mark.selector, start=place[0], end=place[1])
    return replace(mark, address=Address(mark.address.id, anchor), selector=selector, edition=edition, lost="")


def _alike(one: str, other: str) -> float:
    return 1.0 if one == other else SequenceMatcher(None, one, other, False).ratio()

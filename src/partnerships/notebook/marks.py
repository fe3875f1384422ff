"""The part of the notebook that holds what a person adds to pages: bookmarks' companions, notes and highlights."""

import os
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from partnerships.library.model import Address
from partnerships.notebook.anchoring.selector import Selector
from partnerships.notebook.finding import Found, Wanted
from partnerships.notebook.model import Highlight, Note

_COLUMNS = "id, page, anchor, title, color, exact, prefix, suffix, start, finish, note, edition, made, changed, lost"
_PLACES = ", ".join("?" * 15)
_ALL = Wanted()


@dataclass(frozen=True, slots=True)
class MarkedPage:
    """What a person marked and wrote on one page: the note on the whole page, those on headings, the highlights."""

    page: str
    title: str
    notes: tuple[Note, ...]
    highlights: tuple[Highlight, ...]


class MarkShelf:
    """What the notebook can do with notes and highlights; the notebook brings the file."""

    def _rows(self, query: str, *values: object) -> list[tuple[Any, ...]]:  # SQLite's cells are of any type
        raise NotImplementedError

    def _write(self, query: str, *values: object) -> int:
        raise NotImplementedError

    def _write_all(self, *statements: tuple[object, ...]) -> int:
        raise NotImplementedError

    def _moment(self) -> datetime:
        raise NotImplementedError

    def _time(self, fine: bool = False) -> str:
        raise NotImplementedError

    def find(self, wanted: Wanted, limit: int = 100) -> Found:
        raise NotImplementedError

    # --- notes -----------------------------------------------------------------------------------

    def notes(self) -> tuple[Note, ...]:
        """All notes on pages and headings, the last changed first."""
        query = "SELECT address, title, text, changed, heading, lost FROM note ORDER BY changed DESC, address"
        return tuple(Note(Address.parse(row[0]), *row[1:]) for row in self._rows(query))

    def write_note(self, address: Address, title: str, text: str, heading: str = "") -> Note:
        """Keep a note on a page or on a heading; an empty one is taken away."""
        note = Note(address, title, text, self._time(), heading)
        if text.strip():
            self._write(
                "INSERT OR REPLACE INTO note (address, title, text, changed, heading) VALUES (?, ?, ?, ?, ?)",
                str(address),
                title,
                text,
                note.changed,
                heading,
            )
        else:
            self._write("DELETE FROM note WHERE address = ?", str(address))
        return note

    # --- highlights ------------------------------------------------------------------------------

    def highlights_on(self, page: str) -> tuple[Highlight, ...]:
        """The highlights of a page, from top to bottom."""
        query = f"SELECT {_COLUMNS} FROM highlight WHERE page = ? ORDER BY start, finish, id"
        return tuple(_highlight(row) for row in self._rows(query, page))

    def keep_highlight(self, highlight: Highlight) -> Highlight:
        """Keep a highlight as it is now, new or not."""
        self._write(f"INSERT OR REPLACE INTO highlight ({_COLUMNS}) VALUES ({_PLACES})", *_row(highlight))
        return highlight

    def remove_highlight(self, name: str) -> None:
        """Let a highlight go, with its note."""
        self._write("DELETE FROM highlight WHERE id = ?", name)

    def marked_pages(self, wanted: Wanted = _ALL) -> tuple[MarkedPage, ...]:
        """Every page with highlights or notes that are wanted, by title; each page's in order."""
        keys = {(entry.kind, entry.key) for entry in self.find(wanted, limit=-1).entries}
        pages: dict[str, tuple[str, list[Note], list[Highlight]]] = {}
        for note in self.notes():
            if ("note", str(note.address)) in keys:
                pages.setdefault(note.address.id, (note.title, [], []))[1].append(note)
        query = f"SELECT {_COLUMNS} FROM highlight ORDER BY page, start, finish, id"
        for mark in map(_highlight, self._rows(query)):
            if ("highlight", mark.id) in keys:
                pages.setdefault(mark.address.id, (mark.title, [], []))[2].append(mark)
        found = (
            MarkedPage(page, title, tuple(sorted(notes, key=lambda note: note.address)), tuple(marks))
            for page, (title, notes, marks) in pages.items()
        )
        return tuple(sorted(found, key=lambda page: (page.title.casefold(), page.page)))

    # --- a new edition ---------------------------------------------------------------------------

    def pages_to_find(self, edition: str) -> tuple[str, ...]:
        """The pages that have highlights which have not been looked for in this edition yet, or notes on headings."""
        rows = self._rows(
            "SELECT DISTINCT page FROM highlight WHERE edition <> ? AND lost <> ?"
            " UNION SELECT DISTINCT substr(address, 1, instr(address, '#') - 1) FROM note WHERE instr(address, '#')",
            edition,
            edition,
        )
        return tuple(row[0] for row in rows)

    def keep_places(self, highlights: Iterable[Highlight], notes: Iterable[tuple[Note, Note]] = ()) -> None:
        """Keep where marks stand in a new edition, or that they do not; notes are given as they were and are.

        What a person wrote, and when, stays as it is.
        """
        found: list[tuple[object, ...]] = [
            (
                "UPDATE highlight SET start = ?, finish = ?, anchor = ?, edition = ?, lost = ? WHERE id = ?",
                mark.selector.start,
                mark.selector.end,
                mark.address.anchor,
                mark.edition,
                mark.lost,
                mark.id,
            )
            for mark in highlights
        ]
        found += [
            (
                "UPDATE OR IGNORE note SET address = ?, lost = ? WHERE address = ?",
                str(now.address),
                now.lost,
                str(was.address),
            )
            for was, now in notes
        ]
        if found:
            self._write_all(*found)


def new_name() -> str:
    """A name for a highlight that no other notebook gives to another."""
    return os.urandom(16).hex()


def _highlight(row: tuple[Any, ...]) -> Highlight:  # one row of the table highlight
    name, page, anchor, title, color, exact, prefix, suffix, start, end, *rest = row
    selector = Selector(exact, prefix, suffix, start, end)
    return Highlight(name, Address(page, anchor), title, color, selector, *rest)


def _row(mark: Highlight) -> tuple[object, ...]:
    held = mark.selector
    place = (held.exact, held.prefix, held.suffix, held.start, held.end)
    return (
        *(mark.id, mark.address.id, mark.address.anchor, mark.title, mark.color, *place),
        *(mark.note, mark.edition, mark.made, mark.changed, mark.lost),
    )

"""The part of the notebook that finds things again: everything with words, newest change first, as one types."""

import re
from dataclasses import dataclass
from typing import Any, Literal

from partnerships.library.model import Address

Kind = Literal["bookmark", "note", "highlight", "sheet", "partnership", "feedback"]
KINDS: tuple[Kind, ...] = ("bookmark", "note", "highlight", "sheet", "partnership", "feedback")
COUNTED = 1000  # more than so many are not counted

_WORD = re.compile(r"[^\W_]+")


@dataclass(frozen=True, slots=True)
class Entry:
    """One thing in the notebook: `key` is its name within its kind, `tag` a highlight's color or a sheet's tool.

    `quote` is what a person marked, or the heading that a note is on; `text` is what was written or filled in.
    """

    kind: Kind
    key: str
    address: Address
    tag: str
    title: str
    quote: str
    text: str
    changed: str
    lost: bool = False


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is looked for: words as they were typed, kinds (none: all), a highlight's color, lost ones only."""

    typed: str = ""
    kinds: tuple[Kind, ...] = ()
    color: str = ""
    noted: bool = False
    lost: bool = False


@dataclass(frozen=True, slots=True)
class Found:
    """The newest entries that match, and how many there are in all, counted up to `COUNTED`."""

    wanted: Wanted
    entries: tuple[Entry, ...]
    total: int


class FindShelf:
    """What the notebook can find; the notebook brings the file."""

    def _rows(self, query: str, *values: object) -> list[tuple[Any, ...]]:  # SQLite's cells are of any type
        raise NotImplementedError

    def find(self, wanted: Wanted, limit: int = 100) -> Found:
        """Entries that have every word, the last one perhaps only begun; all of them with a limit of -1."""
        match = match_of(wanted)
        if match is None:
            return Found(wanted, (), 0)
        rows = self._rows(
            "SELECT entry.kind, key, address, tag, entry.title, entry.text, changed, lost"
            " FROM entry_words CROSS JOIN entry ON entry.id = entry_words.rowid"
            " WHERE entry_words MATCH ? ORDER BY entry_words.rowid DESC LIMIT ?",
            match,
            limit,
        )
        total = len(rows)
        if total == limit:
            counting = "SELECT count(*) FROM (SELECT 1 FROM entry_words WHERE entry_words MATCH ? LIMIT ?)"
            total = self._rows(counting, match, COUNTED + 1)[0][0]
        return Found(wanted, tuple(_entry(row) for row in rows), total)

    def counts(self) -> dict[str, int]:
        """How many entries there are of each kind, how many are `noted` and how many are `lost`."""
        counts: dict[str, int] = dict(self._rows("SELECT kind, count(*) FROM entry GROUP BY kind"))
        for fact in ("noted", "lost"):
            query = "SELECT count(*) FROM entry_words WHERE entry_words MATCH ?"
            counts[fact] = self._rows(query, f'facts : "{fact}"')[0][0]
        return counts


def match_of(wanted: Wanted) -> str | None:
    """What is wanted, in the language of SQLite's full-text search; None where signs alone were typed."""
    words = _WORD.findall(wanted.typed)
    if wanted.typed.strip() and not words:
        return None
    parts = [f"({' OR '.join(wanted.kinds or KINDS)})", *filter(None, (wanted.color,))]
    parts += [fact for fact, asked in (("noted", wanted.noted), ("lost", wanted.lost)) if asked]
    match = " AND ".join(f"facts : {part}" for part in parts)
    if words:
        open_end = "*" if _WORD.match(wanted.typed[-1]) else ""
        quoted = " AND ".join(f'"{word}"' for word in words)
        match += f" AND {{title text}} : ({quoted}{open_end})"
    return match


def _entry(row: tuple[Any, ...]) -> Entry:  # one row of the table entry
    kind, key, address, tag, title, text, changed, lost = row
    quote, _, written = text.rpartition("\x1f")
    return Entry(kind, key, Address.parse(address), tag, title, quote, written, changed, bool(lost))

"""Opens an edition, read-only, and gives its articles, tools and rows by address."""

import re
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from functools import cached_property
from pathlib import Path
from typing import Any, Self, TypeVar

import msgspec

from partnerships.base.errors import EditionTrouble
from partnerships.library.model import (
    LETTER_PAGES,
    About,
    Article,
    Entry,
    Event,
    Guide,
    HelpLine,
    Passage,
    ReadingPath,
    Source,
    Term,
    Tool,
)

DATABASE = "library.sqlite3"
APPLICATION_ID = 0x43504C42  # "CPLB", so that a foreign file is told from ours
FORMAT = 1

T = TypeVar("T")
_IMAGE = re.compile(r"^images/[a-z0-9-]+\.svg$")
_GET_ANOTHER = "Get a fresh copy from whoever gave you this one, or run “verify” to see which files are damaged."


class Edition:
    """One dated release of the library. All methods read only, and return values that never change."""

    def __init__(self, folder: Path) -> None:
        """Open the edition in `folder`. Raises EditionTrouble when it is missing, damaged or foreign."""
        self.folder = folder
        self._sections: dict[str, tuple[Article, ...]] = {}
        file = folder / DATABASE
        if not file.is_file():
            raise EditionTrouble(f"There is no library in “{folder}”.", _GET_ANOTHER)
        try:
            self._connection = sqlite3.connect(f"{file.resolve().as_uri()}?mode=ro&immutable=1", uri=True)
            identity = self._connection.execute("PRAGMA application_id").fetchone()[0]
            self.format = self._connection.execute("PRAGMA user_version").fetchone()[0]
        except sqlite3.Error as error:
            raise EditionTrouble(f"The library in “{folder}” cannot be read ({error}).", _GET_ANOTHER) from error
        if identity != APPLICATION_ID:
            self.close()
            raise EditionTrouble(f"The file “{file}” is not a library of this program.", _GET_ANOTHER)
        if self.format != FORMAT:
            self.close()
            raise EditionTrouble(
                f"The library in “{folder}” has format {self.format}; this program reads format {FORMAT}.",
                "Use the program that came with it.",
            )

    def close(self) -> None:
        """Let go of the file."""
        self._connection.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    @cached_property
    def about(self) -> About:
        """What the edition says of itself."""
        return self._one(About, "SELECT body FROM about")

    @cached_property
    def titles(self) -> dict[str, str]:
        """The title of every page and tool, by id."""
        return dict(self._rows("SELECT id, title FROM article UNION ALL SELECT id, title FROM tool"))

    @cached_property
    def tool_names(self) -> frozenset[str]:
        """The ids of all tools."""
        return frozenset(row[0] for row in self._rows("SELECT id FROM tool"))

    def counts(self) -> dict[str, int]:
        """How many pages and tools each section holds; for the desk, chapters and directory entries too."""
        written = "SELECT section, count(*) FROM article WHERE id NOT LIKE ? GROUP BY section"
        counts = dict(self._rows(written, f"{LETTER_PAGES}%"))
        counts["toolkit"] = counts.get("toolkit", 0) + self._rows("SELECT count(*) FROM tool")[0][0]
        counts["desk"] = counts.get("desk", 0) + self._rows("SELECT count(*) FROM entry")[0][0]
        return counts

    def articles(self, section: str) -> tuple[Article, ...]:
        """A section's articles in reading order, without their passages."""
        if section not in self._sections:
            self._sections[section] = self._many(
                Article, "SELECT head FROM article WHERE section = ? ORDER BY place", section
            )
        return self._sections[section]

    def article(self, page: str) -> Article:
        """A whole article. Raises EditionTrouble when there is none with this id."""
        rows = self._rows("SELECT head, passages FROM article WHERE id = ?", page)
        if not rows:
            raise EditionTrouble(f"There is no page “{page}” in this edition.", "Search for its title instead.")
        head = self._decode(rows[0][0], Article)
        return msgspec.structs.replace(head, passages=self._decode(rows[0][1], tuple[Passage, ...]))

    def tools(self) -> tuple[Tool, ...]:
        """All tools in order of the toolkit's stages."""
        return self._many(Tool, "SELECT body FROM tool ORDER BY place")

    def tool(self, name: str) -> Tool:
        """One tool. Raises EditionTrouble when there is none with this id."""
        found = self._many(Tool, "SELECT body FROM tool WHERE id = ?", name)
        if not found:
            raise EditionTrouble(f"There is no tool “{name}” in this edition.", "Search for its title instead.")
        return found[0]

    def guides(self) -> tuple[Guide, ...]:
        """The publications that are summarised in chapters."""
        return self._many(Guide, "SELECT body FROM guide ORDER BY place")

    def entries(self) -> tuple[Entry, ...]:
        """The directory, by title."""
        return self._many(Entry, "SELECT body FROM entry ORDER BY place")

    @cached_property
    def terms(self) -> dict[str, Term]:
        """The glossary, by id, in alphabetical order of the terms."""
        return {term.id: term for term in self._many(Term, "SELECT body FROM term ORDER BY place")}

    def events(self) -> tuple[Event, ...]:
        """The timeline, by date."""
        return self._many(Event, "SELECT body FROM event ORDER BY place")

    def paths(self) -> tuple[ReadingPath, ...]:
        """Ready routes through the library."""
        return self._many(ReadingPath, "SELECT body FROM path ORDER BY place")

    def help_lines(self) -> tuple[HelpLine, ...]:
        """The confirmed help lines."""
        return self._many(HelpLine, "SELECT body FROM help_line ORDER BY place")

    def sources(self, owner: str) -> tuple[Source, ...]:
        """The sources that a desk row cites, in the order of its citation numbers; `owner` as in "entry:id"."""
        rows = self._rows("SELECT body FROM sources WHERE owner = ?", owner)
        return self._decode(rows[0][0], tuple[Source, ...]) if rows else ()

    def synonyms(self) -> tuple[tuple[str, ...], ...]:
        """Groups of words that search treats as the same."""
        return self._many(tuple[str, ...], "SELECT body FROM synonym ORDER BY place")

    def image(self, name: str) -> bytes | None:
        """One of the library's own pictures ("images/name.svg"); None for any other name."""
        file = self.folder / name
        return file.read_bytes() if _IMAGE.match(name) and file.is_file() else None

    def exists(self, page: str) -> bool:
        """Whether a page or tool has this id."""
        return page in self.titles

    def whole_articles(self) -> Iterator[Article]:
        """Every article with its passages, in reading order."""
        for (page,) in self._rows("SELECT id FROM article ORDER BY place"):
            yield self.article(page)

    def _rows(self, query: str, *values: str) -> list[tuple[Any, ...]]:  # SQLite's cells are of any type
        try:
            with closing(self._connection.execute(query, values)) as cursor:
                return cursor.fetchall()
        except sqlite3.Error as error:
            raise EditionTrouble(f"The library in “{self.folder}” is damaged ({error}).", _GET_ANOTHER) from error

    def _many(self, shape: type[T], query: str, *values: str) -> tuple[T, ...]:
        return tuple(self._decode(row[0], shape) for row in self._rows(query, *values))

    def _one(self, shape: type[T], query: str) -> T:
        found = self._many(shape, query)
        if not found:
            raise EditionTrouble(f"The library in “{self.folder}” is empty.", _GET_ANOTHER)
        return found[0]

    def _decode(self, text: str, shape: type[T]) -> T:
        try:
            return msgspec.json.decode(text, type=shape)
        except msgspec.MsgspecError as error:
            raise EditionTrouble(f"The library in “{self.folder}” is damaged ({error}).", _GET_ANOTHER) from error

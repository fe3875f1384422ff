"""The engines that ours is compared with, each over the same passages: SQLite's FTS5, Xapian as libzim has it, Whoosh.

Each is set up as its documentation recommends: stems, the parts of a passage weighted as ours are
where the engine can weigh parts, all words first and, when that finds too little, any of them.
"""

import html
import re
import sqlite3
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import Any

from partnerships.library.model import Record
from partnerships.search import engine as _  # noqa: F401  before whoosh, so that it is imported as the program does

from whoosh import fields, scoring  # isort: skip
from whoosh.analysis import StemmingAnalyzer  # isort: skip
from whoosh.filedb.filestore import FileStorage  # isort: skip
from whoosh.qparser import AndGroup, MultifieldParser, OrGroup  # isort: skip

Ask = Callable[[str], Sequence[str]]

PARTS = ("title", "heading", "summary", "body", "terms")
WEIGHTS = (5.0, 3.5, 1.5, 1.0, 1.0)
WANTED = 10  # pages
_READ = 60  # passages, from which those pages come


def fts5(passages: Sequence[Record], folder: Path, options: str = "") -> Path:
    """Make a table of SQLite's FTS5 with Porter stems."""
    file = folder / f"fts5{len(options)}.sqlite3"
    table = sqlite3.connect(file)
    table.execute(
        f"CREATE VIRTUAL TABLE passage USING fts5({', '.join(PARTS)}, page UNINDEXED, {options}"
        " tokenize='porter unicode61')"
    )
    rows = ((*_parts(record), record.address.id) for record in passages)
    table.executemany("INSERT INTO passage VALUES (?, ?, ?, ?, ?, ?)", rows)
    table.execute("INSERT INTO passage(passage) VALUES ('optimize')")
    table.commit()
    table.close()
    return file


def ask_fts5(file: Path) -> Ask:
    """Ask FTS5, its bm25 weighted by part."""
    table = sqlite3.connect(file)
    order = f"bm25(passage, {', '.join(map(str, WEIGHTS))})"

    def found(match: str) -> Iterable[str]:
        rows = table.execute(f"SELECT page FROM passage WHERE passage MATCH ? ORDER BY {order} LIMIT {_READ}", (match,))
        return (page for (page,) in rows)

    def ask(typed: str) -> Sequence[str]:
        words = [f'"{word.strip(chr(34))}"' for word in _words(typed)]
        return _filled(words, lambda: found(" AND ".join(words)), lambda: found(" OR ".join(words)))

    return ask


def as_typed_fts5(file: Path) -> Callable[[str], list[tuple[int]]]:
    """FTS5 asked at a key press: all words, the last one unfinished. It gives numbers of rows; we give whole hits."""
    table = sqlite3.connect(file)
    order = f"bm25(passage, {', '.join(map(str, WEIGHTS))})"

    def ask(typed: str) -> list[tuple[int]]:
        words = re.findall(r"\w+", typed)
        if not words:
            return []
        match = " ".join(f'"{word}"' for word in words) + ("*" if typed[-1] != " " else "")
        return table.execute(
            f"SELECT rowid FROM passage WHERE passage MATCH ? ORDER BY {order} LIMIT 20", (match,)
        ).fetchall()

    return ask


def zim(passages: Sequence[Record], folder: Path) -> Path:
    """Make a ZIM file, whose Xapian index libzim writes, each passage a page of HTML."""
    from libzim.writer import Creator, Hint, Item, StringProvider

    class Page(Item):  # type: ignore[misc]  # libzim carries no types
        def __init__(self, number: int, record: Record) -> None:
            super().__init__()
            self._number, self._record = number, record

        def get_path(self) -> str:
            return f"{self._number}/{self._record.address.id}"

        def get_title(self) -> str:
            return self._record.heading or self._record.title

        def get_mimetype(self) -> str:
            return "text/html"

        def get_contentprovider(self) -> Any:  # libzim's own
            title, heading, *rest = map(html.escape, _parts(self._record))
            text = "".join(f"<p>{part}</p>" for part in rest)
            return StringProvider(
                f"<html><head><title>{title}</title></head><body><h1>{title}</h1><h2>{heading}</h2>{text}</body></html>"
            )

        def get_hints(self) -> dict[Any, bool]:
            return {Hint.FRONT_ARTICLE: True}

    file = folder / "passages.zim"
    creator = Creator(file).config_indexing(True, "eng")
    creator.set_mainpath("0")
    with creator:
        for number, record in enumerate(passages):
            creator.add_item(Page(number, record))
    return file


def ask_zim(file: Path) -> Ask:
    """Ask libzim's full-text search, which wants all words and knows no "or": then each word alone, ranks joined."""
    from libzim.reader import Archive
    from libzim.search import Query, Searcher

    searcher = Searcher(Archive(file))

    def found(words: str) -> Iterable[str]:
        results = searcher.search(Query().set_query(words)).getResults(0, _READ)
        return (path.partition("/")[2] for path in results)

    def ask(typed: str) -> Sequence[str]:
        words = _words(typed)
        return _filled(words, lambda: found(" ".join(words)), lambda: _joined([[*found(word)] for word in words]))

    return ask


def whoosh(passages: Sequence[Record], folder: Path) -> Path:
    """Make a plain Whoosh index with Porter stems."""
    place = folder / "whoosh"
    place.mkdir()
    stems = StemmingAnalyzer()
    text = {name: fields.TEXT(stems, field_boost=weight) for name, weight in zip(PARTS, WEIGHTS, strict=True)}
    index = FileStorage(str(place)).create_index(fields.Schema(page=fields.STORED, **text))
    writer = index.writer(limitmb=256)
    for record in passages:
        writer.add_document(page=record.address.id, **dict(zip(PARTS, _parts(record), strict=True)))
    writer.commit()
    index.close()
    return place


def ask_whoosh(place: Path) -> Ask:
    """Ask Whoosh through its parser for several fields, ranked by BM25F."""
    index = FileStorage(str(place)).open_index()
    searcher = index.searcher(weighting=scoring.BM25F())
    boosts = dict(zip(PARTS, WEIGHTS, strict=True))
    every, some = (MultifieldParser([*PARTS], index.schema, boosts, group=group) for group in (AndGroup, OrGroup))

    def found(parser: Any, typed: str) -> Iterable[str]:  # a parser of Whoosh, which carries no types
        return (hit["page"] for hit in searcher.search(parser.parse(typed), limit=_READ))

    def ask(typed: str) -> Sequence[str]:
        words = _words(typed)
        plain = " ".join(words)
        return _filled(words, lambda: found(every, plain), lambda: found(some, plain))

    return ask


def _joined(rankings: Sequence[Sequence[str]]) -> list[str]:
    """One ranking from several: each gives a page one divided by sixty and its place."""
    scores: dict[str, float] = {}
    for ranking in rankings:
        for place, page in enumerate(dict.fromkeys(ranking), start=1):
            scores[page] = scores.get(page, 0.0) + 1 / (60 + place)
    return sorted(scores, key=lambda page: -scores[page])


def _parts(record: Record) -> tuple[str, ...]:
    return (record.title, record.heading, record.summary, record.body, " ".join((*record.terms, *record.called)))


def _words(typed: str) -> list[str]:
    """Words, and phrases in quotes; operators of the engines' own languages are taken out."""
    return re.findall(r'"[^"]+"|\w+', typed)


def _filled(
    words: Sequence[str], every: Callable[[], Iterable[str]], some: Callable[[], Iterable[str]]
) -> Sequence[str]:
    """The pages with all words, filled up with those that have any when that makes too few."""
    if not words:
        return []
    pages = dict.fromkeys(every())
    if len(pages) < WANTED and len(words) > 1:
        pages |= dict.fromkeys(some())
    return [*pages]

"""Content files in, an edition out. The same input gives the same bytes.

An edition is a folder: `library.sqlite3`, `images/`, and, written by others, `index/` and
`manifest-sha256.txt`.
"""

import sqlite3
from collections.abc import Iterator
from pathlib import Path

import msgspec

from partnerships.base.files import write_whole
from partnerships.base.progress import Step
from partnerships.library.authoring.own.pages import with_own_pages
from partnerships.library.authoring.source import Content, read_content
from partnerships.library.edition import APPLICATION_ID, DATABASE, FORMAT
from partnerships.library.model import Entry, Event, Guide, ReadingPath, Term

_SCHEMA = """
CREATE TABLE about (body TEXT NOT NULL);
CREATE TABLE article (
    place INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, kind TEXT NOT NULL, section TEXT NOT NULL,
    title TEXT NOT NULL, head TEXT NOT NULL, passages TEXT NOT NULL
);
CREATE TABLE tool (place INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, title TEXT NOT NULL, body TEXT NOT NULL);
CREATE TABLE guide (place INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, body TEXT NOT NULL);
CREATE TABLE entry (place INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, body TEXT NOT NULL);
CREATE TABLE term (place INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, body TEXT NOT NULL);
CREATE TABLE event (place INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, body TEXT NOT NULL);
CREATE TABLE path (place INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, body TEXT NOT NULL);
CREATE TABLE help_line (place INTEGER PRIMARY KEY, body TEXT NOT NULL);
CREATE TABLE sources (owner TEXT PRIMARY KEY, body TEXT NOT NULL) WITHOUT ROWID;
-- What the home screen needs, so that a start does not read through the texts.
CREATE INDEX article_title ON article (id, section, title);
CREATE INDEX tool_title ON tool (id, title);
CREATE TABLE synonym (place INTEGER PRIMARY KEY, body TEXT NOT NULL);
"""


def compile_edition(content: Path, folder: Path) -> Iterator[Step]:
    """Compile the content folder into `folder`, which must not hold an edition yet.

    Raises ContentTrouble for the first fault of the content.
    """
    yield Step(0, 3, "Reading the content")
    read = with_own_pages(read_content(content))
    yield Step(1, 3, "Writing the library")
    folder.mkdir(parents=True, exist_ok=True)
    _write_database(read, folder / DATABASE)
    yield Step(2, 3, "Copying the pictures")
    for name, picture in read.images.items():
        write_whole(folder / name, picture)
    yield Step(3, 3, "The library is written")


def _write_database(content: Content, file: Path) -> None:
    connection = sqlite3.connect(file)
    try:
        with connection:
            connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
            connection.execute(f"PRAGMA user_version = {FORMAT}")
            connection.executescript(_SCHEMA)
            _fill(content, connection)
        connection.execute("VACUUM")
    finally:
        connection.close()


def _fill(content: Content, connection: sqlite3.Connection) -> None:
    connection.execute("INSERT INTO about VALUES (?)", (_json(content.about),))
    connection.executemany(
        "INSERT INTO article VALUES (?, ?, ?, ?, ?, ?, ?)",
        (
            (
                place,
                article.id,
                article.kind,
                article.section,
                article.title,
                _json(msgspec.structs.replace(article, passages=())),
                _json(article.passages),
            )
            for place, article in enumerate(content.articles)
        ),
    )
    connection.executemany(
        "INSERT INTO tool VALUES (?, ?, ?, ?)",
        ((place, tool.id, tool.title, _json(tool)) for place, tool in enumerate(content.tools)),
    )
    tables: tuple[tuple[str, tuple[Guide | Entry | Term | Event | ReadingPath, ...]], ...] = (
        ("guide", content.guides),
        ("entry", content.entries),
        ("term", content.terms),
        ("event", content.events),
        ("path", content.paths),
    )
    for table, rows in tables:
        connection.executemany(
            f"INSERT INTO {table} VALUES (?, ?, ?)",  # the names stand above
            ((place, row.id, _json(row)) for place, row in enumerate(rows)),
        )
    connection.executemany(
        "INSERT INTO help_line VALUES (?, ?)", ((place, _json(row)) for place, row in enumerate(content.help_lines))
    )
    connection.executemany(
        "INSERT INTO sources VALUES (?, ?)",
        ((owner, _json(sources)) for owner, sources in sorted(content.desk_sources.items())),
    )
    connection.executemany(
        "INSERT INTO synonym VALUES (?, ?)", ((place, _json(row)) for place, row in enumerate(content.synonyms))
    )


def _json(value: object) -> str:
    return msgspec.json.encode(value).decode()


if __name__ == "__main__":
    import sys

    from partnerships.library.authoring.source import faults

    found = faults(Path(sys.argv[1]))
    for fault in found:
        sys.stderr.write(f"{fault}\n")
    sys.stderr.write(f"{len(found)} faults\n")

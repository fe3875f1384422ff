"""The notebook's schema, as numbered steps. A step is never changed once it has been released."""

import sqlite3

from partnerships.base.errors import NotebookTrouble

APPLICATION_ID = 0x43504E42  # "CPNB"

_STEPS = (
    """
    CREATE TABLE bookmark (address TEXT PRIMARY KEY, title TEXT NOT NULL, made TEXT NOT NULL) WITHOUT ROWID;
    CREATE TABLE place (
        page TEXT PRIMARY KEY, anchor TEXT NOT NULL, title TEXT NOT NULL, share REAL NOT NULL, seen TEXT NOT NULL
    ) WITHOUT ROWID;
    CREATE TABLE read (page TEXT PRIMARY KEY, read TEXT NOT NULL) WITHOUT ROWID;
    CREATE TABLE note (
        address TEXT PRIMARY KEY, title TEXT NOT NULL, text TEXT NOT NULL, changed TEXT NOT NULL
    ) WITHOUT ROWID;
    CREATE TABLE sheet (
        id INTEGER PRIMARY KEY AUTOINCREMENT, tool TEXT NOT NULL, name TEXT NOT NULL, answers TEXT NOT NULL,
        made TEXT NOT NULL, changed TEXT NOT NULL, finished INTEGER NOT NULL DEFAULT 0
    );
    CREATE TABLE order_list (entry TEXT PRIMARY KEY, place INTEGER NOT NULL) WITHOUT ROWID;
    CREATE TABLE search (typed TEXT PRIMARY KEY, made TEXT NOT NULL) WITHOUT ROWID;
    CREATE TABLE feedback (
        id INTEGER PRIMARY KEY AUTOINCREMENT, about TEXT NOT NULL, text TEXT NOT NULL, name TEXT NOT NULL,
        made TEXT NOT NULL
    );
    """,
    # 2: partnerships, and the bin for sheets. `binned` is when a sheet was put there, empty for one in use.
    """
    CREATE TABLE partnership (
        id INTEGER PRIMARY KEY AUTOINCREMENT, facts TEXT NOT NULL, made TEXT NOT NULL, changed TEXT NOT NULL
    );
    ALTER TABLE sheet ADD COLUMN partnership INTEGER REFERENCES partnership (id);
    ALTER TABLE sheet ADD COLUMN binned TEXT NOT NULL DEFAULT '';
    CREATE TABLE current (part TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
    """,
)

NEWEST = len(_STEPS)


def version(connection: sqlite3.Connection) -> int:
    """The schema's version; 0 is an empty file."""
    found: int = connection.execute("PRAGMA user_version").fetchone()[0]
    return found


def upgrade(connection: sqlite3.Connection) -> None:
    """Bring the schema up to date, one transaction a step. Raises NotebookTrouble for a newer file."""
    found = version(connection)
    if found > NEWEST:
        raise NotebookTrouble(
            "This notebook was written by a newer version of the program.",
            "Open it with that version; it has not been changed.",
        )
    for number, step in enumerate(_STEPS[found:], found + 1):
        connection.executescript(
            f"BEGIN; {step} PRAGMA user_version = {number}; PRAGMA application_id = {APPLICATION_ID}; COMMIT;"
        )

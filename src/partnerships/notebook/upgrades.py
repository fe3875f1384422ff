"""The notebook's schema, as numbered steps. A step is never changed once it has been released."""

import re
import sqlite3

from partnerships.base.errors import NotebookTrouble

APPLICATION_ID = 0x43504E42  # "CPNB"


def _words_of(answers: str) -> str:
    """SQL for all words and numbers in a column of JSON."""
    return f"coalesce((SELECT group_concat(atom, ' ') FROM json_tree({answers}) WHERE type <> 'object'), '')"


def _in_step(table: str, key: str, only: str = "1", **columns: str) -> str:
    """SQL for triggers that keep `entry` in step with a table, and for the rows that are there already.

    `columns` are SQL over `new`, the row as it is now; rows for which `only` does not hold have no entry. In `text`, a
    unit separator, char(31), stands between a quotation and what a person wrote about it. The facts
    are words by which a search is narrowed: the kind, `lost`, and those that `facts` adds.
    """
    columns = {"address": "''", "tag": "''", "lost": "''", "text": "''", "facts": "''"} | columns
    columns["facts"] = f"'{table}' || iif({columns['lost']} <> '', ' lost ', ' ') || {columns['facts']}"
    names, values = ", ".join(columns), ", ".join(columns.values())
    add = f"INSERT INTO entry (kind, key, {names}) SELECT '{table}', new.{key}, {values}"
    take = f"DELETE FROM entry WHERE kind = '{table}' AND key"
    used = sorted(set(re.findall(r"new\.(\w+)", f"{only} {values}")))
    return f"""
    {add} FROM {table} AS new WHERE {only};
    CREATE TRIGGER {table}_in AFTER INSERT ON {table} BEGIN {take} = new.{key}; {add} WHERE {only}; END;
    CREATE TRIGGER {table}_changed AFTER UPDATE OF {", ".join(used)} ON {table} BEGIN
        {take} = old.{key}; {add} WHERE {only};
    END;
    CREATE TRIGGER {table}_out AFTER DELETE ON {table} BEGIN {take} = old.{key}; END;
    """


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
    # 3: highlights, notes on headings, names that hold in every notebook, and the words of all of it for search.
    # `entry` has a row for everything with words; triggers keep it, and its full-text index, in step with every change.
    # They delete before they insert, since INSERT OR REPLACE tells no trigger of what it takes away.
    """
    CREATE TABLE highlight (
        id TEXT PRIMARY KEY, page TEXT NOT NULL, anchor TEXT NOT NULL, title TEXT NOT NULL, color TEXT NOT NULL,
        exact TEXT NOT NULL, prefix TEXT NOT NULL, suffix TEXT NOT NULL, start INTEGER NOT NULL,
        finish INTEGER NOT NULL, note TEXT NOT NULL, edition TEXT NOT NULL, made TEXT NOT NULL, changed TEXT NOT NULL,
        lost TEXT NOT NULL DEFAULT ''
    );
    CREATE INDEX highlight_page ON highlight (page);
    ALTER TABLE note ADD COLUMN heading TEXT NOT NULL DEFAULT '';
    ALTER TABLE note ADD COLUMN lost TEXT NOT NULL DEFAULT '';

    ALTER TABLE sheet ADD COLUMN uid TEXT NOT NULL DEFAULT '';
    ALTER TABLE partnership ADD COLUMN uid TEXT NOT NULL DEFAULT '';
    ALTER TABLE feedback ADD COLUMN uid TEXT NOT NULL DEFAULT '';
    UPDATE sheet SET uid = lower(hex(randomblob(16)));
    UPDATE partnership SET uid = lower(hex(randomblob(16)));
    UPDATE feedback SET uid = lower(hex(randomblob(16)));
    CREATE TRIGGER sheet_uid AFTER INSERT ON sheet WHEN new.uid = '' BEGIN
        UPDATE sheet SET uid = lower(hex(randomblob(16))) WHERE id = new.id;
    END;
    CREATE TRIGGER partnership_uid AFTER INSERT ON partnership WHEN new.uid = '' BEGIN
        UPDATE partnership SET uid = lower(hex(randomblob(16))) WHERE id = new.id;
    END;
    CREATE TRIGGER feedback_uid AFTER INSERT ON feedback WHEN new.uid = '' BEGIN
        UPDATE feedback SET uid = lower(hex(randomblob(16))) WHERE id = new.id;
    END;
    CREATE TABLE exchanged (uid TEXT, digest TEXT, PRIMARY KEY (uid, digest)) WITHOUT ROWID;

    CREATE TABLE entry (
        id INTEGER PRIMARY KEY, kind TEXT NOT NULL, key TEXT NOT NULL, address TEXT NOT NULL, tag TEXT NOT NULL,
        lost TEXT NOT NULL, title TEXT NOT NULL, text TEXT NOT NULL, changed TEXT NOT NULL, facts TEXT NOT NULL
    );
    CREATE UNIQUE INDEX entry_key ON entry (kind, key);
    CREATE VIRTUAL TABLE entry_words USING fts5 (
        facts, title, text, content = 'entry', content_rowid = 'id',
        tokenize = 'unicode61 remove_diacritics 2', prefix = '1 2 3'
    );
    CREATE TRIGGER entry_added AFTER INSERT ON entry BEGIN
        INSERT INTO entry_words (rowid, facts, title, text) VALUES (new.id, new.facts, new.title, new.text);
    END;
    CREATE TRIGGER entry_removed AFTER DELETE ON entry BEGIN
        INSERT INTO entry_words (entry_words, rowid, facts, title, text)
        VALUES ('delete', old.id, old.facts, old.title, old.text);
    END;
    """
    + _in_step("bookmark", "address", address="new.address", title="new.title", changed="new.made")
    + _in_step(
        "note",
        "address",
        address="new.address",
        lost="new.lost",
        facts="'noted'",
        title="new.title",
        text="new.heading || char(31) || new.text",
        changed="new.changed",
    )
    + _in_step(
        "highlight",
        "id",
        address="new.page || '#' || new.anchor",
        tag="new.color",
        lost="new.lost",
        facts="new.color || iif(new.note <> '', ' noted', '')",
        title="new.title",
        text="new.exact || char(31) || new.note",
        changed="new.changed",
    )
    + _in_step(
        "sheet",
        "id",
        "new.binned = ''",
        address="new.tool || '#sheet-' || new.id",
        tag="new.tool",
        title="new.name",
        text=_words_of("new.answers"),
        changed="new.changed",
    )
    + _in_step(
        "partnership",
        "id",
        title="coalesce(json_extract(new.facts, '$.name'), '')",
        text=_words_of("json_remove(new.facts, '$.name')"),
        changed="new.changed",
    )
    + _in_step(
        "feedback",
        "id",
        title="new.about",
        text="new.text || char(10) || new.name",
        changed="new.made",
    ),
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

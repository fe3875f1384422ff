"""Rolling copies of the notebook, and what to do when the file is damaged."""

import sqlite3
from contextlib import closing, suppress
from pathlib import Path

from partnerships.notebook.upgrades import APPLICATION_ID

KEPT = 5


def is_sound(file: Path) -> bool:
    """Whether the file is a notebook of ours and SQLite finds no damage in it."""
    try:
        # Opened for writing, so that SQLite can finish what a crash left in the journal.
        with closing(sqlite3.connect(f"{file.resolve().as_uri()}?mode=rw", uri=True)) as connection:
            identity = connection.execute("PRAGMA application_id").fetchone()[0]
            return bool(identity == APPLICATION_ID) and bool(
                connection.execute("PRAGMA quick_check").fetchone()[0] == "ok"
            )
    except sqlite3.DatabaseError:
        return False


def copies(file: Path) -> list[Path]:
    """The backups of a notebook, newest first."""
    return sorted((file.parent / "backups").glob(f"{file.stem}-*.sqlite3"), reverse=True)


def back_up(connection: sqlite3.Connection, file: Path, stamp: str) -> None:
    """Copy the open notebook beside it, named with `stamp`, and let the oldest copies go."""
    target = file.parent / "backups" / f"{file.stem}-{stamp}.sqlite3"
    if target.exists():
        return
    target.parent.mkdir(exist_ok=True)
    making = target.with_suffix(".making")
    try:
        with closing(sqlite3.connect(making)) as copy:
            connection.backup(copy)
        making.replace(target)
    finally:
        making.unlink(missing_ok=True)
    for old in copies(file)[KEPT:]:
        with suppress(OSError):
            old.unlink()


def set_aside(file: Path, stamp: str) -> Path:
    """Move a damaged notebook out of the way, with its journal, and say where it is."""
    aside = file.with_name(f"{file.stem}-damaged-{stamp}.sqlite3")
    file.replace(aside)
    journal = file.with_name(f"{file.name}-journal")
    if journal.exists():
        journal.replace(aside.with_name(f"{aside.name}-journal"))
    return aside


def newest_good(file: Path) -> Path | None:
    """The newest backup that is sound, if there is one."""
    return next((copy for copy in copies(file) if is_sound(copy)), None)

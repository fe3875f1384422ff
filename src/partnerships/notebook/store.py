"""The notebook file: opened with care, one transaction a change."""

import shutil
import sqlite3
from collections.abc import Callable
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from partnerships.base.errors import NotebookTrouble
from partnerships.library.model import Address
from partnerships.notebook import backup, upgrades
from partnerships.notebook.finding import FindShelf
from partnerships.notebook.marks import MarkShelf
from partnerships.notebook.model import Bookmark, Feedback, Opening, Place, State
from partnerships.notebook.sheets import SheetShelf

FILE = "notebook.sqlite3"
_SEARCHES_KEPT = 30
_PLACES_KEPT = 200
_WRITABLE = "Name a folder that can be written with --notebook."
_IN_USE = "Your notebook is open in another window of this program: here it can be read, but nothing is kept."


def _utc_now() -> datetime:
    return datetime.now(UTC)


class Notebook(SheetShelf, FindShelf, MarkShelf):
    """Everything a person adds. Each method is one transaction, on the disk when it returns.

    One thread at a time may use it. Methods that write raise NotebookTrouble when the disk is full,
    the stick is gone or the notebook is read-only; what was kept before stays as it was.
    """

    def __init__(self, folder: Path | None, now: Callable[[], datetime] = _utc_now) -> None:
        """Open the notebook in `folder`, or one in memory. Raises NotebookTrouble for a newer file."""
        self._now = now
        self.file = folder / FILE if folder else None
        self._lock: sqlite3.Connection | None = None
        if self.file is None:
            self.opening = Opening("memory")
            self._connection = _connect(":memory:")
        elif (lock := _take_lock(self.file)) is None:
            self.opening = Opening("read-only", _IN_USE)
            self._connection = _connect(self.file, read_only=True)
        else:
            self._lock = lock
            self.opening = _heal(self.file, self._stamp())
            self._connection = _connect(self.file)
        self._prepare()

    def _prepare(self) -> None:
        """Bring the schema up to date, with a copy kept first, and make the start's backup."""
        if self.opening.health == "read-only":
            return
        if self.file and 0 < upgrades.version(self._connection) < upgrades.NEWEST:
            backup.back_up(self._connection, self.file, f"{self._stamp()}-before-upgrade")
        try:
            upgrades.upgrade(self._connection)
        except NotebookTrouble:
            self.close()
            raise
        if self.file and self.opening.health in ("good", "restored"):
            self._back_up()
        with suppress(NotebookTrouble):  # a medium that cannot be written keeps its bin
            self.clear_bin()

    def close(self) -> None:
        """Let go of the file."""
        self._connection.close()
        if self._lock is not None:
            self._lock.close()

    def state(self) -> State:
        """Everything but the texts of long sheets; read once when the window opens."""
        return State(
            bookmarks=self._bookmarks(),
            places=self._places(),
            read=frozenset(row[0] for row in self._rows("SELECT page FROM read")),
            notes=self.notes(),
            sheets=self.sheets(),
            bin=self.bin(),
            partnerships=self.partnerships(),
            partnership=self.current_partnership(),
            order_list=tuple(row[0] for row in self._rows("SELECT entry FROM order_list ORDER BY place")),
            searches=tuple(row[0] for row in self._rows("SELECT typed FROM search ORDER BY made DESC")),
            feedback=tuple(
                Feedback(*row)
                for row in self._rows("SELECT id, about, text, name, made FROM feedback ORDER BY id DESC")
            ),
        )

    # --- reading ---------------------------------------------------------------------------------

    def _bookmarks(self) -> tuple[Bookmark, ...]:
        rows = self._rows("SELECT address, title, made FROM bookmark ORDER BY made DESC, address")
        return tuple(Bookmark(Address.parse(address), title, made) for address, title, made in rows)

    def _places(self) -> tuple[Place, ...]:
        rows = self._rows("SELECT page, anchor, title, share, seen FROM place ORDER BY seen DESC")
        return tuple(Place(Address(page, anchor), title, share, seen) for page, anchor, title, share, seen in rows)

    def add_bookmark(self, address: Address, title: str) -> Bookmark:
        """Keep a bookmark; one that exists stays as it is."""
        made = self._time()
        self._write("INSERT OR IGNORE INTO bookmark VALUES (?, ?, ?)", str(address), title, made)
        return Bookmark(address, title, made)

    def remove_bookmark(self, address: Address) -> None:
        """Let a bookmark go."""
        self._write("DELETE FROM bookmark WHERE address = ?", str(address))

    def keep_place(self, address: Address, title: str, share: float) -> Place:
        """Keep how far a person has read; the oldest places are let go."""
        place = Place(address, title, min(1.0, max(0.0, share)), self._time(fine=True))
        self._write(
            "INSERT OR REPLACE INTO place VALUES (?, ?, ?, ?, ?)",
            address.id,
            address.anchor,
            title,
            place.share,
            place.seen,
        )
        self._write(
            "DELETE FROM place WHERE page NOT IN (SELECT page FROM place ORDER BY seen DESC LIMIT ?)", _PLACES_KEPT
        )
        return place

    def forget_place(self, page: str) -> None:
        """Let go of where a person was on a page."""
        self._write("DELETE FROM place WHERE page = ?", page)

    def mark_read(self, page: str, is_read: bool) -> None:
        """Keep that a page was read to its end, or that it is to be read again."""
        if is_read:
            self._write("INSERT OR IGNORE INTO read VALUES (?, ?)", page, self._time())
        else:
            self._write("DELETE FROM read WHERE page = ?", page)

    # --- the desk, search, feedback --------------------------------------------------------------

    def order(self, entry: str, wanted: bool) -> None:
        """Put a directory entry on the order list, or take it off."""
        if wanted:
            self._write(
                "INSERT OR IGNORE INTO order_list VALUES (?, (SELECT coalesce(max(place), 0) + 1 FROM order_list))",
                entry,
            )
        else:
            self._write("DELETE FROM order_list WHERE entry = ?", entry)

    def keep_search(self, typed: str) -> None:
        """Keep what was searched for; the oldest searches are let go."""
        self._write("INSERT OR REPLACE INTO search VALUES (?, ?)", typed, self._time(fine=True))
        self._write(
            "DELETE FROM search WHERE typed NOT IN (SELECT typed FROM search ORDER BY made DESC LIMIT ?)",
            _SEARCHES_KEPT,
        )

    def forget_searches(self) -> None:
        """Let all kept searches go."""
        self._write("DELETE FROM search")

    def add_feedback(self, about: str, text: str, name: str) -> Feedback:
        """Keep a message to whoever made the edition."""
        made = self._time()
        number = self._write(
            "INSERT INTO feedback (about, text, name, made) VALUES (?, ?, ?, ?)", about, text, name, made
        )
        return Feedback(number, about, text, name, made)

    def remove_feedback(self, number: int) -> None:
        """Take a message away."""
        self._write("DELETE FROM feedback WHERE id = ?", number)

    # --- the file --------------------------------------------------------------------------------

    def _moment(self) -> datetime:
        return self._now()

    def _stamp(self) -> str:
        return self._now().strftime("%Y%m%d-%H%M%S")

    def _back_up(self) -> None:
        assert self.file is not None
        try:
            backup.back_up(self._connection, self.file, self._stamp())
        except (OSError, sqlite3.Error):
            self.opening = Opening(
                self.opening.health,
                self.opening.notice or "No backup of your notebook could be made: is the disk full?",
            )

    def _rows(self, query: str, *values: object) -> list[tuple[Any, ...]]:  # SQLite's cells are of any type
        try:
            return self._connection.execute(query, values).fetchall()
        except sqlite3.Error as error:
            raise NotebookTrouble(f"Your notebook cannot be read ({error}).", "Start the program again.") from error

    def _write(self, query: str, *values: object) -> int:
        return self._write_all((query, *values))

    def _write_all(self, *statements: tuple[object, ...]) -> int:
        """Several statements, each with its values, as one transaction; gives the last one's new row."""
        try:
            with self._connection:
                row = 0
                for query, *values in statements:
                    row = self._connection.execute(str(query), values).lastrowid or 0
                return row
        except sqlite3.Error as error:
            raise NotebookTrouble(*_why_not(error, self.opening.health == "read-only")) from error


def _connect(name: str | Path, read_only: bool = False) -> sqlite3.Connection:
    if isinstance(name, Path):
        uri = f"{name.resolve().as_uri()}?mode={'ro' if read_only else 'rwc'}"
        connection = sqlite3.connect(uri, uri=True, check_same_thread=False, timeout=2)
    else:
        connection = sqlite3.connect(name, check_same_thread=False)
    if not read_only:
        connection.execute("PRAGMA journal_mode = DELETE")
        connection.execute("PRAGMA synchronous = FULL")
    return connection


def _heal(file: Path, stamp: str) -> Opening:
    """See whether the file is sound; if not, set it aside and bring back the newest good backup."""
    if not file.exists() or file.stat().st_size == 0:
        return Opening("new")
    if backup.is_sound(file):
        return Opening("good")
    aside = backup.set_aside(file, stamp)
    good = backup.newest_good(file)
    if good is None:
        notice = f"Your notebook was damaged. It was set aside as “{aside.name}”, and a new one was begun."
        return Opening("set-aside", notice, (aside.name,))
    shutil.copyfile(good, file)
    notice = f"Your notebook was damaged. It was set aside as “{aside.name}”; the backup “{good.name}” is in use."
    return Opening("restored", notice, (aside.name,))


def _take_lock(file: Path) -> sqlite3.Connection | None:
    """Hold the notebook for this process until closed, or None when another process holds it.

    The lock is an open transaction on a small file beside it: the system lets go of it when a
    process dies, on every platform and file system that SQLite runs on.
    """
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        lock = sqlite3.connect(file.with_suffix(".lock"), timeout=0, check_same_thread=False, isolation_level=None)
        lock.execute("BEGIN EXCLUSIVE")
    except sqlite3.OperationalError as error:
        if error.sqlite_errorcode == sqlite3.SQLITE_BUSY:
            lock.close()
            return None
        raise NotebookTrouble(f"The notebook in “{file.parent}” cannot be opened ({error}).", _WRITABLE) from error
    except OSError as error:
        what = f"The notebook's folder “{file.parent}” cannot be made ({error.strerror or error})."
        raise NotebookTrouble(what, _WRITABLE) from error
    return lock


def _why_not(error: sqlite3.Error, read_only: bool) -> tuple[str, str]:
    text = str(error)
    if read_only or "readonly" in text:
        return "Your notebook can only be read here.", "Close the other window of this program, then start again."
    if "full" in text:
        return "The disk is full, so this was not saved.", "Free some space; it will be saved with your next change."
    return (
        f"This was not saved ({text}).",
        "Check that the stick is plugged in; it will be saved with your next change.",
    )

"""The notebook as the window sees it: read once, then kept in step, written on a lane of its own."""

from collections import deque
from collections.abc import Callable
from concurrent.futures import Future
from dataclasses import replace
from datetime import UTC, datetime
from functools import partial
from typing import Any, TypeVar

from PySide6.QtCore import QObject, QTime, QTimer, Signal

from partnerships.base.errors import NotebookTrouble
from partnerships.library.model import Address
from partnerships.notebook.model import Answer, Bookmark, Feedback, Known, Note, Partnership, Place, Sheet, State
from partnerships.notebook.store import Notebook
from partnerships.shell.jobs import Lane
from partnerships.shell.marks import Marks

T = TypeVar("T")
RETRY_MS = 5000
_SEARCHES_SHOWN = 30


class Keeper(QObject):
    """Answers at once from what it remembers; every change goes to the notebook in the background, in order.

    `changed` names the part of the state that is new: bookmarks, places, read, notes, sheets (the bin
    with them), partnerships, order_list, searches or feedback; `marks` tells of highlights itself. What cannot
    be saved is tried again until it can be, and what comes after it waits, so that nothing older ever replaces
    something newer; `failed` says so once, `saved` gives the local time of the last saving.
    """

    changed = Signal(str)
    saved = Signal(str)
    failed = Signal(str)

    def __init__(self, notebook: Notebook, lane: Lane, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._notebook, self._lane = notebook, lane
        self.state: State = notebook.state()
        self.notice = notebook.opening.notice
        self.health = notebook.opening.health
        # Jobs that are not on the disk yet, each with what is to be told of it; the first may be running.
        self._unsaved: deque[tuple[Callable[[], Any], Callable[[Any], None] | None]] = deque()
        self._running: Future[Any] | None = None
        self._stuck = False
        self._retry = QTimer(self)
        self._retry.setInterval(RETRY_MS)
        self._retry.timeout.connect(self.try_again)
        self.marks = Marks(notebook, lane, self._write, self)

    # --- bookmarks, places, notes ------------------------------------------------------------------

    def is_bookmarked(self, address: Address) -> bool:
        """Whether the page of this address has a bookmark."""
        return any(bookmark.address.id == address.id for bookmark in self.state.bookmarks)

    def bookmark(self, address: Address, title: str, wanted: bool) -> None:
        """Keep a bookmark on a page, or let it go."""
        page = Address(address.id)
        others = tuple(mark for mark in self.state.bookmarks if mark.address.id != page.id)
        if wanted:
            self._change("bookmarks", bookmarks=(Bookmark(page, title, _now()), *others))
            self._write(lambda: self._notebook.add_bookmark(page, title))
        else:
            gone = [mark.address for mark in self.state.bookmarks if mark.address.id == page.id]
            self._change("bookmarks", bookmarks=others)
            for mark in gone:
                self._write(partial(self._notebook.remove_bookmark, mark))

    def place_of(self, page: str) -> Place | None:
        """Where the reader was on a page."""
        return next((place for place in self.state.places if place.address.id == page), None)

    def keep_place(self, address: Address, title: str, share: float) -> None:
        """Keep how far down a page the reader is, from 0 to 1."""
        place = Place(address, title, share, _now())
        others = tuple(held for held in self.state.places if held.address.id != address.id)
        self._change("places", places=(place, *others))
        self._write(lambda: self._notebook.keep_place(address, title, share))

    def forget_place(self, page: str) -> None:
        """Let go of where the reader was on a page."""
        self._change("places", places=tuple(held for held in self.state.places if held.address.id != page))
        self._write(lambda: self._notebook.forget_place(page))

    def mark_read(self, page: str, is_read: bool = True) -> None:
        """Keep that a page was read to its end."""
        if (page in self.state.read) == is_read:
            return
        self._change("read", read=self.state.read | {page} if is_read else self.state.read - {page})
        self._write(lambda: self._notebook.mark_read(page, is_read))

    def note_on(self, page: str, anchor: str = "") -> Note | None:
        """The reader's note on a page, or on one of its headings."""
        address = Address(page, anchor)
        return next((note for note in self.state.notes if note.address == address), None)

    def notes_on_headings(self, page: str) -> tuple[Note, ...]:
        """The reader's notes on the headings of a page."""
        return tuple(note for note in self.state.notes if note.address.id == page and note.address.anchor)

    def write_note(self, address: Address, title: str, text: str, heading: str = "") -> None:
        """Keep a note; an empty one is taken away. `heading` is what the heading says that it is on."""
        others = tuple(note for note in self.state.notes if note.address != address)
        notes = (Note(address, title, text, _now(), heading), *others) if text.strip() else others
        self._change("notes", notes=notes)
        self._write(lambda: self._notebook.write_note(address, title, text, heading))

    def settle_notes(self, moved: tuple[tuple[Note, Note], ...]) -> bool:
        """Keep where notes on headings stand in this edition, each as it was and as it is; gives if any moved."""
        taken = {note.address for note in self.state.notes}
        free = tuple((was, now) for was, now in moved if now.address == was.address or now.address not in taken)
        if free:
            new = dict(free)
            self._change("notes", notes=tuple(new.get(note, note) for note in self.state.notes))
            self._write(lambda: self._notebook.keep_places((), free))
        return bool(free)

    # --- sheets ------------------------------------------------------------------------------------

    def sheets_of(self, tool: str) -> tuple[Sheet, ...]:
        """The sheets of a tool, the last changed first."""
        return tuple(sheet for sheet in self.state.sheets if sheet.tool == tool)

    def add_sheet(
        self,
        tool: str,
        name: str,
        answers: dict[str, Answer],
        then: Callable[[Sheet], None],
        partnership: int | None = None,
    ) -> None:
        """Start a sheet; `then` is given it when the notebook has it, also when that takes several tries."""

        def done(sheet: Sheet) -> None:
            self._change("sheets", sheets=(sheet, *self.state.sheets))
            then(sheet)

        self._write(lambda: self._notebook.add_sheet(tool, name, answers, partnership), done)

    def save_sheet(self, sheet: Sheet) -> None:
        """Keep a sheet as it is now."""
        changed = replace(sheet, changed=_now())
        others = tuple(held for held in self.state.sheets if held.id != sheet.id)
        self._change("sheets", sheets=(changed, *others))
        self._write(lambda: self._notebook.save_sheet(changed))

    def remove_sheet(self, sheet: Sheet) -> None:
        """Put a sheet into the bin, where it stays for thirty days."""
        held = replace(sheet, binned=_now())
        others = tuple(other for other in self.state.sheets if other.id != sheet.id)
        self._change("sheets", sheets=others, bin=(held, *self.state.bin))
        self._write(lambda: self._notebook.bin_sheet(sheet.id))

    def restore_sheet(self, number: int) -> Sheet | None:
        """Take a sheet out of the bin; nothing if it is not there."""
        found = next((held for held in self.state.bin if held.id == number), None)
        if found is None:
            return None
        sheet = replace(found, binned="")
        sheets = sorted((*self.state.sheets, sheet), key=lambda held: held.changed, reverse=True)
        self._change("sheets", sheets=tuple(sheets), bin=_without(self.state.bin, number))
        self._write(lambda: self._notebook.restore_sheet(number))
        return sheet

    def delete_sheet(self, number: int) -> None:
        """Take a sheet in the bin away for good."""
        self._change("sheets", bin=_without(self.state.bin, number))
        self._write(lambda: self._notebook.remove_sheet(number))

    def empty_bin(self) -> None:
        """Take everything in the bin away for good."""
        self._change("sheets", bin=())
        self._write(self._notebook.empty_bin)

    # --- partnerships ------------------------------------------------------------------------------

    def partnership(self, number: int | None) -> Partnership | None:
        """The partnership of this id."""
        return next((held for held in self.state.partnerships if held.id == number), None)

    def add_partnership(self, known: Known, then: Callable[[Partnership], None]) -> None:
        """Keep a partnership; `then` is given it when the notebook has it."""

        def done(partnership: Partnership) -> None:
            self._change("partnerships", partnerships=(*self.state.partnerships, partnership))
            then(partnership)

        self._write(lambda: self._notebook.add_partnership(known), done)

    def save_partnership(self, partnership: Partnership) -> None:
        """Keep what is known of a partnership now."""
        changed = replace(partnership, changed=_now())
        partnerships = tuple(changed if held.id == changed.id else held for held in self.state.partnerships)
        self._change("partnerships", partnerships=partnerships)
        self._write(lambda: self._notebook.save_partnership(changed))

    def remove_partnership(self, number: int) -> None:
        """Let a partnership go; its sheets stay and belong to none."""
        sheets = tuple(
            replace(held, partnership=None) if held.partnership == number else held for held in self.state.sheets
        )
        binned = tuple(
            replace(held, partnership=None) if held.partnership == number else held for held in self.state.bin
        )
        current = None if self.state.partnership == number else self.state.partnership
        others = tuple(held for held in self.state.partnerships if held.id != number)
        self._change("partnerships", partnerships=others, partnership=current, sheets=sheets, bin=binned)
        self._write(lambda: self._notebook.remove_partnership(number))

    def choose_partnership(self, number: int | None) -> None:
        """Keep which partnership is in work."""
        self._change("partnerships", partnership=number)
        self._write(lambda: self._notebook.choose_partnership(number))

    # --- orders, searches, feedback ----------------------------------------------------------------

    def order(self, entry: str, wanted: bool) -> None:
        """Put a directory entry on the order list, or take it off."""
        others = tuple(held for held in self.state.order_list if held != entry)
        self._change("order_list", order_list=(*others, entry) if wanted else others)
        self._write(lambda: self._notebook.order(entry, wanted))

    def keep_search(self, typed: str) -> None:
        """Keep what was searched for, the newest first."""
        others = tuple(held for held in self.state.searches if held != typed)
        self._change("searches", searches=(typed, *others)[:_SEARCHES_SHOWN])
        self._write(lambda: self._notebook.keep_search(typed))

    def forget_searches(self) -> None:
        """Let all kept searches go."""
        self._change("searches", searches=())
        self._write(self._notebook.forget_searches)

    def add_feedback(self, about: str, text: str, name: str, then: Callable[[], None]) -> None:
        """Keep a message to whoever made the edition; `then` is called when the notebook has it."""

        def done(message: Feedback) -> None:
            self._change("feedback", feedback=(message, *self.state.feedback))
            then()

        self._write(lambda: self._notebook.add_feedback(about, text, name), done)

    def remove_feedback(self, number: int) -> None:
        """Take a message away."""
        self._change("feedback", feedback=tuple(held for held in self.state.feedback if held.id != number))
        self._write(lambda: self._notebook.remove_feedback(number))

    # --- asking ------------------------------------------------------------------------------------

    def ask(self, question: Callable[[Notebook], T], then: Callable[[T], None], newest: bool = False) -> None:
        """Ask the notebook something in the background; with `newest`, a question that still waits gives way."""
        run = self._lane.run_newest if newest else self._lane.run
        run(self, lambda: question(self._notebook), then, self._trouble)

    def read_again(self, page: str = "") -> None:
        """Read notes and highlights anew, of a page or of all, since they were changed within the notebook."""
        self.marks.forget(page)
        self.ask(lambda notebook: notebook.notes(), self._show_notes)

    def _show_notes(self, notes: tuple[Note, ...]) -> None:
        if not self._unsaved and notes != self.state.notes:
            self._change("notes", notes=notes)

    # --- saving ------------------------------------------------------------------------------------

    @property
    def unsaved(self) -> int:
        """How many changes are not on the disk yet."""
        return len(self._unsaved)

    def try_again(self) -> None:
        """Write what could not be saved before."""
        self._retry.stop()
        if self._unsaved and self._running is None:
            self._save_next()

    def close(self) -> int:
        """Save what can be saved and let go of the notebook; gives how many changes could not be saved."""
        self._retry.stop()
        self._lane.close()
        if self._running is not None and self._running.exception() is None:
            self._unsaved.popleft()
        self._running = None
        try:
            while self._unsaved:
                self._unsaved[0][0]()
                self._unsaved.popleft()
        except NotebookTrouble as trouble:
            self._trouble(trouble)
        self._notebook.close()
        return len(self._unsaved)

    def _change(self, part: str, **new: Any) -> None:  # the fields of State have many types
        self.state = replace(self.state, **new)
        self.changed.emit(part)

    def _write(self, job: Callable[[], Any], then: Callable[[Any], None] | None = None) -> None:
        """Run `job` on the lane, after all others and until it succeeds; `then` is given what it returns."""
        self._unsaved.append((job, then))
        if self._running is None:
            self._save_next()

    def _save_next(self) -> None:
        self._running = self._lane.run(self, self._unsaved[0][0], self._done, self._failed)

    def _done(self, kept: Any) -> None:  # what a job returns is of any type
        if self._running is None:  # closed meanwhile
            return
        _, then = self._unsaved.popleft()
        self._running, self._stuck = None, False
        if self._unsaved:
            self._save_next()
        if then is not None:
            then(kept)
        if not self._unsaved:
            self.saved.emit(QTime.currentTime().toString("h:mm AP"))

    def _failed(self, error: Exception) -> None:
        if self._running is None:
            return
        self._running = None
        if not isinstance(error, NotebookTrouble):  # our own fault, which no second try mends
            self._unsaved.popleft()
        if self._unsaved:
            self._retry.start()
        if not self._stuck:
            self._trouble(error)
        self._stuck = True

    def _trouble(self, error: Exception) -> None:
        self.failed.emit(str(error))


def _without(sheets: tuple[Sheet, ...], number: int) -> tuple[Sheet, ...]:
    return tuple(sheet for sheet in sheets if sheet.id != number)


def _now() -> str:
    return datetime.now(UTC).isoformat(timespec="seconds")

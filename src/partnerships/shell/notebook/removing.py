"""Takes things out of the notebook, and brings back what was taken out last."""

from collections.abc import Callable
from functools import partial

from partnerships.library.model import Address
from partnerships.notebook.finding import Entry
from partnerships.shell.keeping import Keeper


class Removing:
    """Each removal remembers how to undo it, where it can be undone."""

    def __init__(self, keeper: Keeper) -> None:
        self._keeper = keeper
        self._undo: Callable[[], object] | None = None

    @property
    def can_undo(self) -> bool:
        """Whether what was removed last can be brought back."""
        return self._undo is not None

    def undo(self) -> None:
        """Bring back what was removed last."""
        undo, self._undo = self._undo, None
        if undo is not None:
            undo()

    def forget(self) -> None:
        """Bring nothing back any more."""
        self._undo = None

    def remove(self, entry: Entry) -> None:
        """Take an entry out of the notebook."""
        keeper = self._keeper
        self._undo = None
        match entry.kind:
            case "bookmark":
                keeper.bookmark(entry.address, entry.title, False)
                self._undo = lambda: keeper.bookmark(entry.address, entry.title, True)
            case "note":
                keeper.write_note(entry.address, entry.title, "")
                self._undo = lambda: keeper.write_note(entry.address, entry.title, entry.text, entry.quote)
            case "highlight":
                keeper.marks.when_read(entry.address.id, lambda: self._remove_highlight(entry))
            case "sheet":
                self._remove_sheet(int(entry.key))
            case "partnership":
                keeper.remove_partnership(int(entry.key))
            case "feedback":
                keeper.remove_feedback(int(entry.key))

    def _remove_highlight(self, entry: Entry) -> None:
        marks = self._keeper.marks
        mark = next((held for held in marks.on(entry.address.id) if held.id == entry.key), None)
        if mark is not None:
            marks.remove(mark)
            self._undo = partial(marks.keep, mark)

    def _remove_sheet(self, number: int) -> None:
        sheet = next((held for held in self._keeper.state.sheets if held.id == number), None)
        if sheet is not None:
            self._keeper.remove_sheet(sheet)
            self._undo = lambda: self._keeper.restore_sheet(number)

    def remove_row(self, part: str, key: str) -> None:
        """Take a row of the window's memory away: a page that was read, a search, an order, a message."""
        self._undo = None
        match part:
            case "history":
                self._keeper.forget_place(Address.parse(key).id)
            case "searches":
                self._keeper.forget_searches()
            case "orders":
                name = key.removeprefix("entry:")
                self._keeper.order(name, False)
                self._undo = lambda: self._keeper.order(name, True)
            case "feedback":
                self._keeper.remove_feedback(int(key))

"""What can be undone in a sheet. Pure: it knows a clock and no widget."""

import time
from collections.abc import Callable
from dataclasses import dataclass, replace

from partnerships.notebook.model import Answer

PAUSE = 0.8  # seconds; what is typed without a longer pause is taken back in one step
MOST = 500
NAME = ""  # stands for the sheet's name, which is no field


@dataclass(frozen=True, slots=True)
class Change:
    """A field's answer, or the sheet's name, before and after."""

    field: str
    before: Answer
    after: Answer


class History:
    """Changes in order; each of them can be taken back, and done again."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._done: list[Change] = []
        self._undone: list[Change] = []
        self._last = float("-inf")

    @property
    def can_undo(self) -> bool:
        """Whether there is a change to take back."""
        return bool(self._done)

    @property
    def can_redo(self) -> bool:
        """Whether a change was taken back that can be done again."""
        return bool(self._undone)

    def note(self, change: Change, typed: bool) -> None:
        """Remember a change; typing on in the same field without a pause belongs to the step before."""
        now = self._clock()
        goes_on = typed and bool(self._done) and self._done[-1].field == change.field and now - self._last < PAUSE
        self._last = now if typed else float("-inf")
        self._undone.clear()
        if goes_on:
            self._done[-1] = replace(self._done[-1], after=change.after)
        elif change.before != change.after:
            self._done.append(change)
            del self._done[:-MOST]

    def undo(self) -> Change | None:
        """Take back the last change; gives it turned round, as what is to be done now."""
        return self._move(self._done, self._undone)

    def redo(self) -> Change | None:
        """Do again what was taken back last."""
        return self._move(self._undone, self._done)

    def _move(self, source: list[Change], target: list[Change]) -> Change | None:
        if not source:
            return None
        self._last = float("-inf")
        change = source.pop()
        target.append(change)
        return Change(change.field, change.after, change.before) if target is self._undone else change

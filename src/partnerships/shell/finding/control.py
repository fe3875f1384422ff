"""Turns typing into questions, and hands on only the answer to the newest one."""

from collections.abc import Callable
from functools import cache
from typing import Any

from PySide6.QtCore import QObject, Signal

from partnerships.search.hits import Hits
from partnerships.shell.jobs import Lane

Filters = tuple[tuple[str, str], ...]
Find = Callable[..., Hits]
LIMIT = 40


class FindControl(QObject):
    """Asks on the search lane. `make` makes the search itself there, on first use."""

    found = Signal(object)  # Hits; PySide passes frozen values as objects
    failed = Signal(str)

    def __init__(self, make: Callable[[], Any], lane: Lane, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._find = cache(make)
        self._lane = lane
        self._asked: tuple[str, Filters, bool] = ("", (), False)

    def ask(self, typed: str, filters: Filters, exactly: bool = False) -> None:
        """Ask for what was typed, narrowed by `filters`; `exactly` so, with nothing corrected."""
        asked = self._asked = (typed, filters, exactly)
        self._lane.run_newest(
            self,
            lambda: self._find()(typed, filters=filters, limit=LIMIT, exactly=exactly),
            lambda hits: self._answer(asked, hits),
            self._trouble,
        )

    def _answer(self, asked: tuple[str, Filters, bool], hits: Hits) -> None:
        if asked == self._asked:  # the reader has not typed on since
            self.found.emit(hits)

    def _trouble(self, error: Exception) -> None:
        self.failed.emit(str(error))

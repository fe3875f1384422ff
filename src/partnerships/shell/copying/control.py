"""Runs copies in the background and says how they stand; looks for drives; stops cleanly."""

import threading
from collections.abc import Sequence
from contextlib import closing

from PySide6.QtCore import QObject, Signal

from partnerships.base.places import Places
from partnerships.publishing.copies.drives import Drive, drives
from partnerships.publishing.copies.sending import Standing, Target, copy_to_all, wanted_of
from partnerships.publishing.copies.stick import Wanted
from partnerships.shell.jobs import Lane


class Copier(QObject):
    """`found` carries the drives, `prepared` what goes along, `progressed` how copies stand, `ended` the same at last.

    `failed` carries an error that concerns all of it.
    """

    found = Signal(list)
    prepared = Signal(Wanted)
    progressed = Signal(tuple)
    ended = Signal(tuple)
    failed = Signal(Exception)

    def __init__(self, places: Places, lane: Lane, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._places, self._lane = places, lane
        self._stopped = threading.Event()
        self.is_copying = False

    def prepare(self) -> None:
        """Find out what goes along."""
        self._lane.run(self, lambda: wanted_of(self._places), self.prepared.emit, self.failed.emit)

    def look(self) -> None:
        """Look for drives, unless it is being looked for already."""
        self._lane.run_newest(self, self._drives, self.found.emit, self.failed.emit)

    def start(self, targets: Sequence[Target], with_notebook: bool) -> None:
        """Copy to all of them."""
        self._stopped.clear()
        self.is_copying = True
        self._lane.run(self, lambda: self._copy(targets, with_notebook), self._end, self._fail)

    def stop(self) -> None:
        """Stop what is not done; `ended` or `failed` comes when all is tidy."""
        self._stopped.set()

    def _copy(self, targets: Sequence[Target], with_notebook: bool) -> tuple[Standing, ...]:
        standings: tuple[Standing, ...] = ()
        with closing(copy_to_all(wanted_of(self._places, with_notebook), targets)) as copying:
            for standings in copying:
                if self._stopped.is_set():
                    break
                self.progressed.emit(standings)
        return standings

    def _drives(self) -> list[Drive]:
        return drives()

    def _end(self, standings: tuple[Standing, ...]) -> None:
        self.is_copying = False
        self.ended.emit(standings)

    def _fail(self, error: Exception) -> None:
        self.is_copying = False
        self.failed.emit(error)

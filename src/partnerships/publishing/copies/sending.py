"""Copies on several sticks at once, each in a thread of its own, with how each of them stands."""

import os
import threading
import time
from collections.abc import Generator, Iterable, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import Literal

from partnerships.base.errors import CopyTrouble, Trouble
from partnerships.base.places import Places
from partnerships.library.edition import Edition
from partnerships.publishing.copies.bundle import read_bundle, source_of
from partnerships.publishing.copies.drives import drives
from partnerships.publishing.copies.names import FAT
from partnerships.publishing.copies.start_here import Stick, pages, system_of
from partnerships.publishing.copies.stick import Copying, Stage, Wanted

_TOLD_EVERY = 0.1  # seconds: how often it is said how far the copies are
_AT_ONCE = 16


@dataclass(frozen=True, slots=True)
class Target:
    """A stick or a folder on which a copy is wanted, and the name of its file system where that is known."""

    path: Path
    file_system: str = ""


@dataclass(frozen=True, slots=True)
class Standing:
    """How one copy stands: bytes done of all that are read and written; what went wrong; what was made."""

    target: Path
    stage: Stage | Literal["waiting", "done", "failed"] = "waiting"
    done: int = 0
    total: int = 0
    trouble: Trouble | None = None
    made: Copying | None = None

    @property
    def is_over(self) -> bool:
        """Whether nothing more will happen to it."""
        return self.stage in ("done", "failed")


def wanted_of(places: Places, with_notebook: bool = False) -> Wanted:
    """What a copy of the running program holds. Raises CopyTrouble or EditionTrouble."""
    program, library = source_of(places)
    bundle = read_bundle(program, library)
    with Edition(library) as edition:
        about = edition.about
    as_of = date.fromisoformat(f"{about.as_of}-01").strftime("%B %Y")
    stick = Stick(about.title, about.tagline, about.edition, as_of, bundle.mark, about.independence, system_of(program))
    notebook = places.notebook / "notebook.sqlite3" if with_notebook and places.notebook else None
    if with_notebook and not (notebook and notebook.is_file()):
        raise CopyTrouble("There are no notes to take along yet.", "Copy without the notebook.")
    return Wanted(bundle, pages(stick), notebook)


def targets_at(paths: Iterable[Path]) -> list[Target]:
    """Places as a person names them, with the file systems that they are known to have."""
    systems = {drive.path: drive.file_system for drive in drives()}
    wholes = [Path(os.path.abspath(path)) for path in paths]  # noqa: PTH100  links are kept as they are
    return [
        Target(path, next((systems[each] for each in (path, *path.parents) if each in systems), "")) for path in wholes
    ]


def copy_to_all(wanted: Wanted, targets: Sequence[Target]) -> Generator[tuple[Standing, ...], None, None]:
    """Copy to all targets at once. Gives how each stands, ten times a second and at the end.

    One that fails does not hold up the others. Closing the iterator stops all that are not done, cleanly.
    """
    board = _Board(tuple({target.path: target for target in targets}.values()))
    with ThreadPoolExecutor(_AT_ONCE, thread_name_prefix="copying") as pool:
        copies = [
            pool.submit(_copy_one, board, number, Copying(wanted, target.path, target.file_system.lower() in FAT))
            for number, target in enumerate(board.targets)
        ]
        try:
            while not board.is_over():
                yield board.standings()
                board.wait(_TOLD_EVERY)
                for copy in copies:
                    if copy.done():
                        copy.result()  # raises what nobody has foreseen
        finally:
            board.stopped.set()
            pool.shutdown(wait=True, cancel_futures=True)
    yield board.standings()


class _Board:
    """What the threads write on and the one who waits reads from."""

    def __init__(self, targets: tuple[Target, ...]) -> None:
        self.targets = targets
        self.stopped = threading.Event()
        self._changed = threading.Condition()
        self._standings = [Standing(target.path) for target in targets]

    def put(self, number: int, standing: Standing) -> None:
        with self._changed:
            self._standings[number] = standing
            if standing.is_over:
                self._changed.notify_all()

    def standings(self) -> tuple[Standing, ...]:
        with self._changed:
            return tuple(self._standings)

    def is_over(self) -> bool:
        return all(standing.is_over for standing in self.standings())

    def wait(self, seconds: float) -> None:
        end = time.monotonic() + seconds
        with self._changed:
            while not all(standing.is_over for standing in self._standings) and (left := end - time.monotonic()) > 0:
                self._changed.wait(left)


def _copy_one(board: _Board, number: int, copying: Copying) -> None:
    standing = Standing(board.targets[number].path)
    try:
        with closing(copying.steps()) as steps:
            for step in steps:
                standing = replace(standing, stage=step.stage, done=step.done, total=step.total)
                board.put(number, standing)
                if board.stopped.is_set():
                    return
    except Trouble as trouble:
        board.put(number, replace(standing, stage="failed", trouble=trouble))
    else:
        board.put(number, replace(standing, stage="done", done=standing.total, made=copying))

"""Makes one copy, or brings one up to date: written under another name, read back from the medium, then renamed.

A fresh copy grows in a folder whose name says that it is not finished. A copy that is there already stays whole and
in place while what has changed is written and read back inside it; only then it takes the unfinished name for the
moment in which files are exchanged by renaming. Whenever that is cut short, the next run goes on from there.
"""

import os
import shutil
import sqlite3
from collections.abc import Generator, Iterator
from contextlib import closing, suppress
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Literal

from partnerships.base.errors import CopyTrouble
from partnerships.base.medium import flush, flush_all, read_chunks
from partnerships.library.hashing import hash_bytes, hash_file
from partnerships.library.manifest import MANIFEST, parse_manifest
from partnerships.publishing.copies import media
from partnerships.publishing.copies.bag import INFO, OURS, PAYLOAD, TAG_MANIFEST, is_copy, tag_files
from partnerships.publishing.copies.bundle import NOTEBOOK, Bundle, Item
from partnerships.publishing.copies.names import LARGEST_ON_FAT

NAME = "Community Partnerships"
MARKER = "NOT FINISHED.txt"
STAGING = "updating"
STRAYS = "other files"
_UNFINISHED = " (not finished)"
_TOLD = "This copy was not finished. Make it again: what is here already is used.\r\n"
_ROOM_FOR_NAMES = 4 << 20  # what a file system takes for folders and half-filled clusters, beside the files
_FLUSH_EVERY = 16 << 20
_NOTES = "notebook.sqlite3"
Stage = Literal["looking", "writing", "checking", "finishing"]


@dataclass(frozen=True, slots=True)
class CopyStep:
    """How far a copy is: bytes done of all that will be read and written, in this stage."""

    stage: Stage
    done: int
    total: int


@dataclass(frozen=True, slots=True)
class Wanted:
    """What goes onto sticks: the bundle, the pages that lie beside it, and a notebook if a person asked for that."""

    bundle: Bundle
    pages: dict[str, bytes]
    notebook: Path | None = None
    made: date | None = None


def place_of(target: Path) -> Path:
    """The folder of the copy that belongs to a stick or folder; `target` itself when that is a copy."""
    return target if is_copy(target) and not os.path.ismount(target) else target / NAME


def unfinished(place: Path) -> Path:
    """The name that a copy has while it is not whole."""
    return place.with_name(place.name + _UNFINISHED)


class Copying:
    """One copy on one stick. Run through `steps`; closing them stops cleanly. The other fields say what was done."""

    def __init__(self, wanted: Wanted, target: Path, is_fat: bool = False) -> None:
        self.place = place_of(target)
        self.written = 0
        self.kept_notebook = False  # one stood there, so the one that was asked for did not go along
        self.strays = 0
        self._wanted, self._target, self._is_fat = wanted, target, is_fat
        self._rough = unfinished(self.place)
        self._updating = False
        self._unflushed: list[Path] = []
        self._unflushed_size = 0
        self._done = self._total = 0

    def steps(self) -> Generator[CopyStep, None, None]:
        """Do it. Raises CopyTrouble, with the stick as it was or with a copy that says it is not finished."""
        with media.in_words(self._target):
            self._begin()
            try:
                yield from self._copy()
            except BaseException:
                with suppress(OSError):
                    self._take_back()
                raise

    # --- the course of it --------------------------------------------------------------------------

    def _begin(self) -> None:
        """See what is there, and make the folder in which the copy grows."""
        if not self._target.is_dir():
            raise CopyTrouble(f"There is no folder “{self._target}”.", "Plug the stick in, or choose another place.")
        self._refuse_wrong_places()
        self._medium = self._target.stat().st_dev
        self._updating = self.place.is_dir()
        if self._updating:
            self._base = self.place
            self._remove(self.place / STAGING)
            self._remove_rest()
            self._incoming = self.place / STAGING
            self._incoming.mkdir()  # also finds out at once whether the stick takes anything
        else:
            self._base = self._incoming = self._rough
            self._rough.mkdir(exist_ok=True)
            self._mark()
            self._remove(self._rough / STAGING)

    def _remove_rest(self) -> None:
        """Remove an unfinished copy beside a finished one, unless somebody's notes are in it."""
        if (self._rough / NOTEBOOK).exists():
            raise CopyTrouble(
                f"“{self._rough.name}” on “{self._target}” holds the notebook of a copy that was not finished.",
                "Move its folder “notebook” to where you keep notes, then copy once more.",
            )
        self._remove(self._rough)

    def _refuse_wrong_places(self) -> None:
        program = self._wanted.bundle.program.resolve()
        place = self.place.resolve()
        if place == program or place in program.parents or program in place.parents:
            raise CopyTrouble(f"“{self._target}” holds the very copy that is being copied.", "Choose another stick.")
        if self.place.exists() and not is_copy(self.place):
            raise CopyTrouble(
                f"There is something else called “{self.place.name}” in “{self.place.parent}”.",
                "Rename it, then copy once more.",
            )
        for item in self._wanted.bundle.items:
            if self._is_fat and item.size > LARGEST_ON_FAT:
                raise CopyTrouble(
                    f"“{item.path}” is larger than 4 GB, which “{self._target}” cannot hold in one file.",
                    "Format the stick as exFAT, which holds files of any size.",
                )

    def _copy(self) -> Iterator[CopyStep]:
        wrong: list[Item] = []
        yield from self._look(wrong)
        self._refuse_too_little_room(wrong)
        self._total = self._done + 2 * sum(item.size for item in wrong)
        for item in wrong:
            yield from self._write(item)
        self._flush()
        for item in wrong:
            yield from self._check(item)
        self.written = len(wrong)
        yield self._step("finishing")
        self._add_notebook()
        self._finish(wrong)

    def _look(self, wrong: list[Item]) -> Iterator[CopyStep]:
        """Read what is there already, and gather what is not as it must be."""
        data = self._base / PAYLOAD
        sizes = _sizes(data)
        likely = {item.path for item in self._wanted.bundle.items if sizes.get(item.path) == item.size}
        self._total = sum(item.size if item.path in likely else 2 * item.size for item in self._wanted.bundle.items)
        for item in self._wanted.bundle.items:
            if item.path not in likely:
                wrong.append(item)
                continue
            if hash_file(data / item.path, from_medium=True, tell=self._count) != item.sha256:
                wrong.append(item)
            yield self._step("looking")

    def _refuse_too_little_room(self, wrong: list[Item]) -> None:
        usage = shutil.disk_usage(self._target)
        sizes = {} if self._updating else _sizes(self._base / PAYLOAD)  # what is overwritten makes room
        needed = sum(item.size - sizes.get(item.path, 0) for item in wrong)
        if wrong and usage.total and needed + _ROOM_FOR_NAMES > usage.free:
            raise media.full(self._target, needed, usage.free)

    def _write(self, item: Item) -> Iterator[CopyStep]:
        self._refuse_other_medium()
        goal = self._incoming / PAYLOAD / item.path
        goal.parent.mkdir(parents=True, exist_ok=True)
        with goal.open("wb", buffering=0) as file:
            for chunk in _source(item):
                _write_all(file.fileno(), chunk)
                self._count(len(chunk))
                yield self._step("writing")
        with suppress(OSError):  # FAT knows no such thing
            goal.chmod(0o755 if item.source.stat().st_mode & 0o111 else 0o644)
        self._unflushed.append(goal)
        self._unflushed_size += item.size
        if self._unflushed_size > _FLUSH_EVERY:  # so that the progress is the stick's, and not the memory's
            self._flush()
            yield self._step("writing")

    def _flush(self) -> None:
        if self._unflushed:
            flush_all(self._base, self._unflushed)
            self._unflushed, self._unflushed_size = [], 0

    def _check(self, item: Item) -> Iterator[CopyStep]:
        """Read one file back from the medium."""
        self._refuse_other_medium()
        if hash_file(self._incoming / PAYLOAD / item.path, from_medium=True, tell=self._count) != item.sha256:
            if _source_hash(item) != item.sha256:
                raise CopyTrouble(
                    f"This copy is damaged itself: its file “{item.path}” is not as it was made.",
                    "Get a fresh copy from whoever gave you this one.",
                )
            raise media.worn(self._target, item.path)
        yield self._step("checking")

    def _finish(self, written: list[Item]) -> None:
        """Exchange files, write the tag files, and give the copy its name."""
        bundle = self._wanted.bundle
        payload = {item.path: item.sha256 for item in bundle.items}
        tags = tag_files(
            payload, bundle.size, bundle.edition, bundle.mark, self._wanted.made or date.today(), self._wanted.pages
        )
        if self._updating:
            if not written and self._is_whole(payload, tags):
                self._remove(self._incoming)
                return
            self.place.rename(self._rough)
            self._base, self._incoming = self._rough, self._rough / STAGING
            self._mark()
            for item in written:
                goal = self._rough / PAYLOAD / item.path
                goal.parent.mkdir(parents=True, exist_ok=True)
                (self._incoming / PAYLOAD / item.path).replace(goal)
        self._clear_away(payload)
        for name, content in tags.items():
            self._write_tag(name, content)
        self._remove(self._rough / STAGING)
        (self._rough / MARKER).unlink()
        _flush_folder(self._rough)
        self._rough.rename(self.place)
        _flush_folder(self.place.parent)
        if _sizes(self.place / PAYLOAD) != {item.path: item.size for item in bundle.items}:
            raise media.worn(self._target, self.place.name)

    def _take_back(self) -> None:
        """Leave nothing half-done behind, but for a notebook and for what the moment of exchange has reached."""
        if self._updating:
            if self._base == self.place:
                self._remove(self.place / STAGING)
        elif not (self._rough / NOTEBOOK).exists():
            self._remove(self._rough)

    # --- the parts of it ---------------------------------------------------------------------------

    def _add_notebook(self) -> None:
        """Put the notes that were asked for beside the payload, unless there are some already."""
        if self._wanted.notebook is None:
            return
        if (self._base / NOTEBOOK / _NOTES).exists():
            self.kept_notebook = True
            return
        with closing(sqlite3.connect(f"{self._wanted.notebook.resolve().as_uri()}?mode=ro", uri=True)) as connection:
            notes = connection.serialize()
        goal = self._incoming / NOTEBOOK / _NOTES
        goal.parent.mkdir(parents=True, exist_ok=True)
        self._write_whole(goal, notes)
        if self._incoming != self._base:
            (self._base / NOTEBOOK).mkdir(exist_ok=True)
            goal.replace(self._base / NOTEBOOK / _NOTES)

    def _is_whole(self, payload: dict[str, str], tags: dict[str, bytes]) -> bool:
        """Whether the copy that is there needs no new tag file: they differ in the day of making at most."""
        try:
            held = {name: (self.place / name).read_bytes() for name in tags}
        except OSError:
            return False
        sealed = {name: hash_bytes(content) for name, content in held.items() if name != TAG_MANIFEST}
        same = all(held[name] == content for name, content in tags.items() if name not in (INFO, TAG_MANIFEST))
        added = _sizes(self.place / PAYLOAD).keys() - payload.keys()
        return same and not added and parse_manifest(held[TAG_MANIFEST]) == sealed

    def _clear_away(self, payload: dict[str, str]) -> None:
        """Delete what an older copy brought; put aside what somebody else laid among its files."""
        data = self._rough / PAYLOAD
        unknown = sorted(_sizes(data).keys() - payload.keys())
        try:
            brought = parse_manifest((self._rough / MANIFEST).read_bytes()) or {}
        except FileNotFoundError:  # a fresh copy that was cut short: whatever is here came with it
            brought = {f"{PAYLOAD}/{path}": "" for path in unknown}
        for path in unknown:
            if f"{PAYLOAD}/{path}" in brought:
                (data / path).unlink()
            else:
                self._put_aside(data / path, path)
        for folder in sorted((each for each in data.rglob("*") if each.is_dir()), reverse=True):
            with suppress(OSError):  # most are not empty
                folder.rmdir()

    def _put_aside(self, file: Path, path: str) -> None:
        goal = self._rough / STRAYS / path
        number = 1
        while goal.exists():
            number += 1
            goal = goal.with_name(f"{Path(path).stem} ({number}){Path(path).suffix}")
        goal.parent.mkdir(parents=True, exist_ok=True)
        file.replace(goal)
        self.strays += 1

    def _write_tag(self, name: str, content: bytes) -> None:
        new = self._rough / f".{OURS}-new"
        self._write_whole(new, content)
        new.replace(self._rough / name)

    def _write_whole(self, file: Path, content: bytes) -> None:
        """Write a small file and read it back from the medium."""
        file.write_bytes(content)
        flush(file)
        if hash_file(file, from_medium=True) != hash_bytes(content):
            raise media.worn(self._target, file.name)

    def _mark(self) -> None:
        (self._rough / MARKER).write_bytes(_TOLD.encode())
        flush(self._rough / MARKER)

    def _remove(self, folder: Path) -> None:
        if folder.is_dir():
            shutil.rmtree(folder)

    def _refuse_other_medium(self) -> None:
        """A stick that is pulled out leaves an empty folder on the computer, into which nothing must go."""
        if not self._base.is_dir() or self._base.stat().st_dev != self._medium:
            raise media.gone(self._target)

    def _count(self, size: int) -> None:
        self._done += size

    def _step(self, stage: Stage) -> CopyStep:
        return CopyStep(stage, self._done, self._total)


def _sizes(folder: Path) -> dict[str, int]:
    """The size of each file below a folder, by its path."""
    return {file.relative_to(folder).as_posix(): file.stat().st_size for file in folder.rglob("*") if file.is_file()}


def _source(item: Item) -> Iterator[bytes]:
    try:
        yield from read_chunks(item.source)
    except OSError as error:
        raise _unreadable(item) from error


def _source_hash(item: Item) -> str:
    try:
        return hash_file(item.source)
    except OSError as error:
        raise _unreadable(item) from error


def _unreadable(item: Item) -> CopyTrouble:
    return CopyTrouble(
        f"This copy's own file “{item.path}” cannot be read.", "Get a fresh copy from whoever gave you this one."
    )


def _write_all(handle: int, chunk: bytes) -> None:
    view = memoryview(chunk)
    while view:
        view = view[os.write(handle, view) :]


def _flush_folder(folder: Path) -> None:
    """Have a renaming written; only Unix can be asked for that, and not on every file system."""
    with suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)

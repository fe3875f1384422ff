"""Tells whether something made from files is still what those files would make."""

import hashlib
from collections.abc import Iterable, Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
STAMPS = ROOT / "out" / "stamps"


def of(*sources: Path) -> str:
    """One number for the names and bytes of these files and of all files below these folders."""
    digest = hashlib.sha256()
    for file in _files(sources):
        digest.update(f"{file.relative_to(ROOT).as_posix()}\n{file.stat().st_size}\n".encode())
        digest.update(file.read_bytes())
    return digest.hexdigest()


def kept(name: str) -> str:
    """The number that was kept when `name` was last made; empty if it never was."""
    file = STAMPS / name
    return file.read_text(encoding="utf-8") if file.is_file() else ""


def keep(name: str, number: str) -> None:
    """Remember from which files `name` was made."""
    STAMPS.mkdir(parents=True, exist_ok=True)
    (STAMPS / name).write_text(number, encoding="utf-8")


def forget(name: str) -> None:
    """`name` is about to be made: whatever stands there now is not whole."""
    (STAMPS / name).unlink(missing_ok=True)


def _files(sources: Iterable[Path]) -> Iterator[Path]:
    for source in sources:
        if source.is_file():
            yield source
        elif source.is_dir():
            for file in sorted(source.rglob("*")):
                if file.is_file() and "__pycache__" not in file.parts:
                    yield file

"""The manifest of an edition: every file's SHA-256, in the format that BagIt tools read (RFC 8493)."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from partnerships.base.errors import EditionTrouble
from partnerships.base.files import sha256, write_whole
from partnerships.library.hashing import hash_bytes, hash_files

MANIFEST = "manifest-sha256.txt"
SIGNATURE = f"{MANIFEST}.minisig"
_LINE = re.compile(r"([0-9a-f]{64})  (\S[^\r\n]*)")
_OUTSIDE = re.compile(r"(^|/)\.{1,2}(/|$)|^/|//|/$|[\\:]")  # leads out of the folder, or means a drive on Windows
_GET_ANOTHER = "Get a fresh copy of the library."


@dataclass(frozen=True, slots=True)
class Fault:
    """A file that is not as the manifest says."""

    path: str
    what: str  # "missing", "changed" or "added"


def write_manifest(folder: Path) -> None:
    """Write the manifest of all files in `folder`."""
    names = files_in(folder)
    write_whole(folder / MANIFEST, lines_of({name: sha256(folder / name) for name in names}))


def lines_of(hashes: Mapping[str, str]) -> bytes:
    """A manifest of these hashes by path."""
    return "".join(f"{digest}  {name}\n" for name, digest in sorted(hashes.items())).encode()


def parse_manifest(content: bytes) -> dict[str, str] | None:
    """The hash of each file by its path; None when these are no manifest, or a path leads out of its folder."""
    try:
        lines = content.decode("utf-8").replace("\r\n", "\n").removesuffix("\n").split("\n")
    except UnicodeDecodeError:
        return None
    hashes: dict[str, str] = {}
    for line in lines:
        match = _LINE.fullmatch(line)
        if match is None or _OUTSIDE.search(match[2]) or match[2] in hashes:
            return None
        hashes[match[2]] = match[1]
    return hashes or None


def read_manifest(folder: Path) -> dict[str, str]:
    """The hash of each file by its path with forward slashes. Raises EditionTrouble without a manifest."""
    file = folder / MANIFEST
    try:
        content = file.read_bytes()
    except OSError as error:
        raise EditionTrouble(f"The manifest “{file}” cannot be read.", _GET_ANOTHER) from error
    hashes = parse_manifest(content)
    if hashes is None:
        raise EditionTrouble(f"The manifest “{file}” is damaged.", _GET_ANOTHER)
    return hashes


def short_hash(folder: Path) -> str:
    """Twelve digits that stand for the whole edition, so that two people can compare by eye. Raises EditionTrouble."""
    read_manifest(folder)
    digits = hash_bytes((folder / MANIFEST).read_bytes())
    return "-".join(digits[start : start + 4] for start in (0, 4, 8))


def compare(folder: Path, expected: Mapping[str, str], present: Iterable[str]) -> Iterator[tuple[str, Fault | None]]:
    """Each expected or present file's path with its fault, or None when it is as it should be.

    The bytes are read from the medium, several files at once.
    """
    found = set(present)
    here = [name for name in expected if name in found]
    for name, (_, digest) in zip(here, hash_files((folder / name for name in here), from_medium=True), strict=True):
        yield name, None if digest == expected[name] else Fault(name, "changed")
    for name in expected:
        if name not in found:
            yield name, Fault(name, "missing")
    for name in sorted(found - expected.keys()):
        yield name, Fault(name, "added")


def check(folder: Path) -> Iterator[tuple[str, Fault | None]]:
    """Each file of an edition with its fault, or None when it is as it should be. Raises EditionTrouble."""
    yield from compare(folder, read_manifest(folder), files_in(folder))


def files_in(folder: Path) -> list[str]:
    """The paths of an edition's files with forward slashes, without the manifest and its signature."""
    return sorted(
        file.relative_to(folder).as_posix()
        for file in folder.rglob("*")
        if file.is_file() and file not in (folder / MANIFEST, folder / SIGNATURE)
    )

"""The manifest of an edition: every file's SHA-256, in the format that BagIt tools read (RFC 8493)."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from partnerships.base.errors import EditionTrouble
from partnerships.base.files import sha256, write_whole

MANIFEST = "manifest-sha256.txt"
_LINE = re.compile(r"^([0-9a-f]{64})  (\S.*)$")


@dataclass(frozen=True, slots=True)
class Fault:
    """A file that is not as the manifest says."""

    path: str
    what: str  # "missing", "changed" or "added"


def write_manifest(folder: Path) -> None:
    """Write the manifest of all files in `folder`."""
    lines = [f"{sha256(folder / name)}  {name}\n" for name in _names(folder)]
    write_whole(folder / MANIFEST, "".join(lines).encode())


def read_manifest(folder: Path) -> dict[str, str]:
    """The hash of each file by its path with forward slashes. Raises EditionTrouble without a manifest."""
    file = folder / MANIFEST
    try:
        lines = file.read_text(encoding="utf-8").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        raise EditionTrouble(f"The manifest “{file}” cannot be read.", "Get a fresh copy of the library.") from error
    matches = [_LINE.match(line) for line in lines]
    if not matches or None in matches:
        raise EditionTrouble(f"The manifest “{file}” is damaged.", "Get a fresh copy of the library.")
    return {match[2]: match[1] for match in matches if match}


def check(folder: Path) -> Iterator[tuple[str, Fault | None]]:
    """Each file's path with its fault, or None when it is as it should be. Raises EditionTrouble."""
    expected = read_manifest(folder)
    for name, digest in expected.items():
        file = folder / name
        if not file.is_file():
            yield name, Fault(name, "missing")
        else:
            yield name, None if sha256(file) == digest else Fault(name, "changed")
    for name in _names(folder):
        if name not in expected:
            yield name, Fault(name, "added")


def _names(folder: Path) -> list[str]:
    return sorted(
        file.relative_to(folder).as_posix() for file in folder.rglob("*") if file.is_file() and file.name != MANIFEST
    )

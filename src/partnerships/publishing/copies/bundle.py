"""What is in a copy: the program's files and the edition's, each with the hash that it was made with."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from partnerships.base.errors import CopyTrouble
from partnerships.base.files import write_whole
from partnerships.base.places import Places, is_packaged
from partnerships.library.edition import Edition
from partnerships.library.hashing import hash_bytes, hash_files
from partnerships.library.manifest import (
    MANIFEST,
    SIGNATURE,
    lines_of,
    parse_manifest,
    read_manifest,
    short_hash,
)
from partnerships.publishing.copies.names import twins, unfit_name

PROGRAM_LIST = "program-sha256.txt"  # beside the program: its own files, without library and notebook
LIBRARY = "library"
NOTEBOOK = "notebook"
PACKAGE = "community-partnerships"
_GET_ANOTHER = "Get a fresh copy from whoever gave you this one."


@dataclass(frozen=True, slots=True)
class Item:
    """One file of a copy: its path below the program's folder, where it is read from, and what it must be."""

    path: str
    source: Path
    size: int
    sha256: str


@dataclass(frozen=True, slots=True)
class Bundle:
    """Everything that a copy holds, beside a notebook."""

    program: Path
    edition: str
    mark: str  # the edition's short hash
    items: tuple[Item, ...]

    @property
    def size(self) -> int:
        """Bytes of all files."""
        return sum(item.size for item in self.items)

    @property
    def edition_size(self) -> int:
        """Bytes of the edition's files."""
        return sum(item.size for item in self.items if item.path.startswith(f"{LIBRARY}/"))


def source_of(places: Places) -> tuple[Path, Path]:
    """The folders of the program and the library that are copied. Raises CopyTrouble in a checkout without package."""
    if is_packaged():
        return places.program, places.library
    package = places.program / "package" / PACKAGE
    if not (package / LIBRARY).is_dir():
        raise CopyTrouble(
            "This is the source of the program, and no package has been made from it yet.",
            "Run “python3 build/dev.py package” first.",
        )
    return package, package / LIBRARY


def write_program_list(program: Path) -> None:
    """List the files of a finished package, for copies and checks to go by."""
    names = list(program_files(program))
    hashes = {name: digest or "" for name, (_, digest) in zip(names, _hashed(program, names), strict=True)}
    write_whole(program / PROGRAM_LIST, lines_of(hashes))


def program_files(program: Path) -> Iterator[str]:
    """The paths of all files beside the list, without what belongs to the library or to a reader."""
    for file in sorted(program.rglob("*")):
        path = file.relative_to(program)
        if path.parts[0] not in (LIBRARY, NOTEBOOK) and not _is_list(path) and file.is_file():
            yield path.as_posix()


def read_program_list(program: Path) -> dict[str, str] | None:
    """The hash of each file of the program by its path; None when there is no list, or it is damaged."""
    try:
        return parse_manifest((program / PROGRAM_LIST).read_bytes())
    except OSError:
        return None


def read_bundle(program: Path, library: Path) -> Bundle:
    """What a copy of this program with this library holds. Raises CopyTrouble or EditionTrouble."""
    hashes = read_program_list(program)
    if hashes is None:
        raise CopyTrouble(f"The list of the program's files in “{program}” is missing or damaged.", _GET_ANOTHER)
    with Edition(library) as edition:
        name = edition.about.edition
    items = [_item(program, path, path, digest) for path, digest in hashes.items()]
    items += [_item(library, path, f"{LIBRARY}/{path}", digest) for path, digest in read_manifest(library).items()]
    lists = [(program, file, file) for file in (PROGRAM_LIST, f"{PROGRAM_LIST}.minisig")]
    lists += [(library, file, f"{LIBRARY}/{file}") for file in (MANIFEST, SIGNATURE)]
    for folder, file, path in lists:
        if (folder / file).is_file():
            items.append(_item(folder, file, path, hash_bytes((folder / file).read_bytes())))
    _refuse_unfit([item.path for item in items])
    return Bundle(program, name, short_hash(library), tuple(sorted(items, key=lambda item: item.path)))


def _item(folder: Path, name: str, path: str, digest: str) -> Item:
    source = folder / name
    try:
        return Item(path, source, source.stat().st_size, digest)
    except OSError as error:
        raise CopyTrouble(f"This copy is not whole itself: its file “{path}” is missing.", _GET_ANOTHER) from error


def _refuse_unfit(paths: list[str]) -> None:
    for path in paths:
        if what := unfit_name(path):
            raise CopyTrouble(
                f"“{path}” cannot be copied to every stick: {what}.", "Rename it and make the copy again."
            )
    if pair := twins(paths):
        raise CopyTrouble(
            f"“{pair[0]}” and “{pair[1]}” are the same name to a stick.", "Rename one and make the copy again."
        )


def _hashed(folder: Path, names: list[str]) -> Iterator[tuple[Path, str | None]]:
    return hash_files(folder / name for name in names)


def _is_list(path: Path) -> bool:
    return path.as_posix() in (PROGRAM_LIST, f"{PROGRAM_LIST}.minisig")

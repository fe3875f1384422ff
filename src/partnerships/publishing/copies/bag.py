"""The tag files of a bag (BagIt, RFC 8493): what makes a folder with `data/` one that anybody can check.

A reader's notebook stands beside `data/`. Tag folders that no manifest lists may change: the bag stays valid.
"""

from collections.abc import Mapping
from datetime import date
from pathlib import Path

from partnerships import __version__
from partnerships.library.hashing import hash_bytes
from partnerships.library.manifest import MANIFEST, lines_of

PAYLOAD = "data"
DECLARATION = "bagit.txt"
INFO = "bag-info.txt"
TAG_MANIFEST = "tagmanifest-sha256.txt"
OURS = "community-partnerships"
_DECLARED = b"BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n"


def tag_files(
    payload: Mapping[str, str], size: int, edition: str, mark: str, made: date, others: Mapping[str, bytes]
) -> dict[str, bytes]:
    """All tag files by name, in the order in which they are written; the manifest over them comes last.

    `payload` are the hashes by path below `data/`, `size` their bytes, `others` further files of the bag's top folder.
    """
    info = {
        "External-Identifier": f"{OURS}-{edition}",
        "External-Description": f"Community Partnerships, an offline reader, edition {edition} ({mark})",
        "Bagging-Date": made.isoformat(),
        "Payload-Oxum": f"{size}.{len(payload)}",
        "Bag-Software-Agent": f"community-partnerships {__version__}",
    }
    tags = dict(others)
    tags[INFO] = "".join(f"{name}: {value}\n" for name, value in info.items()).encode()
    tags[MANIFEST] = lines_of({f"{PAYLOAD}/{path}": digest for path, digest in payload.items()})
    tags[DECLARATION] = _DECLARED
    tags[TAG_MANIFEST] = lines_of({name: hash_bytes(content) for name, content in tags.items()})
    return tags


def is_copy(folder: Path) -> bool:
    """Whether a folder is a bag of ours, whole or not."""
    return edition_of(folder) is not None


def edition_of(folder: Path) -> str | None:
    """The edition that a bag of ours says it holds; None for any other folder."""
    try:
        lines = (folder / INFO).read_text(encoding="utf-8").splitlines()
    except (OSError, UnicodeDecodeError):
        return None
    start = f"External-Identifier: {OURS}-"
    return next((line.removeprefix(start) for line in lines if line.startswith(start)), None)


def info_value(folder: Path, name: str) -> str:
    """One value of a bag's own information; empty when it says nothing of it. Raises OSError or UnicodeDecodeError."""
    lines = (folder / INFO).read_text(encoding="utf-8").splitlines()
    return next((line.split(": ", 1)[1] for line in lines if line.startswith(f"{name}: ")), "")

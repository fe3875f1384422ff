"""What a system says when a stick fails, in words: full, write-protected, pulled out, not allowed, worn out."""

import errno
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from partnerships.base.errors import CopyTrouble

_FULL = {errno.ENOSPC, errno.EDQUOT}
_PROTECTED = {errno.EROFS}
_GONE = {
    *(errno.ENOENT, errno.EIO, errno.ENODEV, errno.ENXIO, errno.ENOTCONN, errno.ESTALE, errno.EBADF, errno.ENOTDIR),
    *(errno.ESHUTDOWN, getattr(errno, "ENOMEDIUM", errno.EIO)),
}
_NOT_ALLOWED = {errno.EACCES, errno.EPERM}
_IN_USE = {errno.EBUSY, errno.ETXTBSY}
_BAD_NAME = {errno.EINVAL, errno.ENAMETOOLONG, errno.EILSEQ}
# Windows says more with its own numbers: protected; full; not ready, gone, no such device; in use.
_WINDOWS = {19: _PROTECTED, 39: _FULL, 112: _FULL, 21: _GONE, 31: _GONE, 433: _GONE, 1117: _GONE, 1167: _GONE} | {
    32: _IN_USE,
    33: _IN_USE,
}


@contextmanager
def in_words(place: Path) -> Iterator[None]:
    """Turn what the system says of the stick at `place` into CopyTrouble."""
    try:
        yield
    except OSError as error:
        raise words_for(error, place) from error


def words_for(error: OSError, place: Path) -> CopyTrouble:
    """The sentence for an error of the system."""
    kind = _WINDOWS.get(getattr(error, "winerror", 0) or 0, {error.errno or 0})
    if kind & _FULL:
        return full(place)
    if kind & _PROTECTED:
        return protected(place)
    if kind & _GONE:
        return gone(place)
    if kind & _IN_USE:
        return in_use(place)
    if kind & _NOT_ALLOWED:
        return CopyTrouble(
            f"Nothing may be written to “{place}” by you.",
            "Ask who looks after this computer, or choose another place.",
        )
    if kind & {errno.EFBIG}:
        return CopyTrouble(
            f"A file is too large for “{place}”.", "Format the stick as exFAT, which holds files of any size."
        )
    if kind & _BAD_NAME:
        return CopyTrouble(f"“{place}” does not take a file's name ({error.filename}).", "Use another stick.")
    return CopyTrouble(
        f"“{place}” could not be written ({error.strerror or error}).", "Try again, or use another stick."
    )


def full(place: Path, needed: int = 0, free: int = 0) -> CopyTrouble:
    """There is no room, in bytes where they are known."""
    if needed:
        return CopyTrouble(
            f"“{place}” has too little room: {size_words(needed)} are needed, {size_words(free)} are free.",
            "Take something off it, or use another stick.",
        )
    return CopyTrouble(f"“{place}” is full.", "Take something off it, or use another stick.")


def protected(place: Path) -> CopyTrouble:
    """The medium takes nothing."""
    return CopyTrouble(
        f"“{place}” is write-protected.", "Move the small switch on its side, if it has one, or use another stick."
    )


def gone(place: Path) -> CopyTrouble:
    """The medium is no longer there."""
    return CopyTrouble(
        f"“{place}” was pulled out, or stopped answering.",
        "Plug it in again and copy once more: it goes on from there.",
    )


def in_use(place: Path) -> CopyTrouble:
    """The program on the medium is running."""
    return CopyTrouble(
        f"The copy on “{place}” is in use.", "Close the program that was started from it, then copy once more."
    )


def worn(place: Path, path: str) -> CopyTrouble:
    """What was read back is not what was written."""
    return CopyTrouble(
        f"“{place}” gave back other bytes than were written to it (in “{path}”).",
        "Use another stick: this one is worn out, or holds less than it claims.",
    )


def size_words(size: int) -> str:
    """Bytes as people say them: 612 KB, 14.2 MB, 116 MB, 31.9 GB."""
    if size < 1_000_000:
        return f"{max(1, round(size / 1000)) if size else 0} KB"
    if size < 1_000_000_000:
        return f"{size / 1e6:.1f} MB" if size < 99_950_000 else f"{size / 1e6:.0f} MB"
    return f"{size / 1e9:.1f} GB"

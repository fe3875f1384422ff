"""Bytes as they stand on the medium: written through to it, and read back from it instead of from memory."""

import ctypes
import os
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

if sys.platform == "win32":
    import mmap
    from ctypes import wintypes
elif sys.platform == "darwin":
    import fcntl

CHUNK = 1 << 20


def flush(path: Path) -> None:
    """Have the system write what it still holds of a file, and wait for it. Raises OSError."""
    with path.open("r+b" if sys.platform == "win32" else "rb") as file:  # Windows flushes only what it may write
        os.fsync(file.fileno())


def flush_all(folder: Path, files: Iterable[Path]) -> None:
    """Have the system write what it still holds of these files, which lie below `folder`. Raises OSError."""
    if sys.platform == "linux":  # the whole medium at once: file by file takes a stick a second for each twenty
        handle = os.open(folder, os.O_RDONLY)
        try:
            if ctypes.CDLL(None, use_errno=True).syncfs(handle):
                number = ctypes.get_errno()
                raise OSError(number, os.strerror(number), str(folder))
        finally:
            os.close(handle)
    else:
        for file in files:
            flush(file)


def read_chunks(path: Path, from_medium: bool = False) -> Iterator[bytes]:
    """A file's bytes in pieces; with `from_medium` as they stand there, where the system lets one ask for that.

    What was just written must be flushed first. Raises OSError.
    """
    if sys.platform == "win32":
        if from_medium:
            yield from _read_unbuffered(path)
            return
    with path.open("rb", buffering=0) as file:
        if from_medium:
            _forget(file.fileno())
        while chunk := file.read(CHUNK):
            yield chunk


def _forget(handle: int) -> None:
    """Let the system forget what it holds of a file in memory."""
    if sys.platform == "darwin":
        fcntl.fcntl(handle, fcntl.F_NOCACHE, 1)
    elif sys.platform == "linux":
        os.posix_fadvise(handle, 0, 0, os.POSIX_FADV_DONTNEED)


if sys.platform == "win32":
    _READ, _SHARE_READ, _EXISTING = 0x80000000, 1, 3
    _NO_BUFFERING, _SEQUENTIAL = 0x20000000, 0x08000000

    def _read_unbuffered(path: Path) -> Iterator[bytes]:
        """Read past Windows' cache, which wants a buffer that begins and ends at a sector: pages do."""
        kernel = ctypes.WinDLL("kernel32", use_last_error=True)
        kernel.CreateFileW.restype = wintypes.HANDLE
        kernel.CreateFileW.argtypes = [
            *(wintypes.LPCWSTR, wintypes.DWORD, wintypes.DWORD, wintypes.LPVOID),
            *(wintypes.DWORD, wintypes.DWORD, wintypes.HANDLE),
        ]
        kernel.ReadFile.argtypes = [
            *(wintypes.HANDLE, wintypes.LPVOID, wintypes.DWORD, wintypes.LPDWORD, wintypes.LPVOID),
        ]
        kernel.CloseHandle.argtypes = [wintypes.HANDLE]
        handle = kernel.CreateFileW(str(path), _READ, _SHARE_READ, None, _EXISTING, _NO_BUFFERING | _SEQUENTIAL, None)
        if handle == wintypes.HANDLE(-1).value:
            raise ctypes.WinError(ctypes.get_last_error())
        pages = mmap.mmap(-1, CHUNK)
        place, count = ctypes.addressof(ctypes.c_char.from_buffer(pages)), wintypes.DWORD()
        try:
            count.value = CHUNK
            while count.value == CHUNK:  # a short piece is the last: beyond it no sector begins
                if not kernel.ReadFile(handle, place, CHUNK, ctypes.byref(count), None):
                    raise ctypes.WinError(ctypes.get_last_error())
                yield pages[: count.value]
        finally:
            kernel.CloseHandle(handle)

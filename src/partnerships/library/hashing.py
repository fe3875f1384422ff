"""SHA-256 of many files at once.

The hashes come from `cryptography`: the packaged program leaves OpenSSL out, Python's own SHA-256 is five times
slower, and these let other threads run meanwhile.
"""

import os
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from cryptography.hazmat.primitives.hashes import SHA256, Hash

from partnerships.base.medium import read_chunks

_THREADS = min(4, os.cpu_count() or 1)


def hash_bytes(content: bytes) -> str:
    """The SHA-256 of `content`, as 64 hexadecimal digits."""
    digest = Hash(SHA256())
    digest.update(content)
    return digest.finalize().hex()


def hash_file(path: Path, from_medium: bool = False, tell: Callable[[int], None] = lambda _: None) -> str:
    """The SHA-256 of a file's bytes; `tell` is given the length of each piece that was read. Raises OSError."""
    digest = Hash(SHA256())
    for chunk in read_chunks(path, from_medium):
        digest.update(chunk)
        tell(len(chunk))
    return digest.finalize().hex()


def hash_files(files: Iterable[Path], from_medium: bool = False) -> Iterator[tuple[Path, str | None]]:
    """Each file with its hash, in the order given; None where it cannot be read. Works on several at once."""

    def hashed(path: Path) -> tuple[Path, str | None]:
        try:
            return path, hash_file(path, from_medium)
        except OSError:
            return path, None

    with ThreadPoolExecutor(_THREADS, thread_name_prefix="hashing") as pool:
        try:
            yield from pool.map(hashed, files)
        finally:
            pool.shutdown(wait=True, cancel_futures=True)

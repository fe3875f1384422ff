"""Whoosh, as far as we use it: imported without network code, and reading only what was checked.

Whoosh keeps pickles in its files, and a pickle can run code. So it reads from bytes that were
checked before, and what it unpickles goes through an allow-list.
"""

import collections
import io
import pickle
import sys
from collections.abc import Mapping
from itertools import accumulate
from types import ModuleType
from typing import Any

from partnerships.base.errors import IndexTrouble

if "whoosh.compat" not in sys.modules and "urllib.request" not in sys.modules:
    # WORKAROUND: whoosh.compat 2.7.4 imports urllib.request for a function that is never called,
    # and with it socket, ssl, http and email: 30 ms, and network code in a program that has none.
    sys.modules["urllib.request"] = ModuleType("urllib.request")
    sys.modules["urllib.request"].urlretrieve = None  # type: ignore[attr-defined]  # a stand-in
    import whoosh.compat  # noqa: F401

    del sys.modules["urllib.request"]

from whoosh import columns as columns
from whoosh import fields as fields
from whoosh import formats as formats
from whoosh.codec import whoosh3 as whoosh3
from whoosh.filedb.filestore import RamStorage as RamStorage
from whoosh.filedb.filestore import Storage
from whoosh.filedb.filetables import FileFormatError
from whoosh.filedb.structfile import BufferFile
from whoosh.index import TOC as TOC
from whoosh.index import IndexError as WhooshIndexError

DAMAGE = (pickle.PickleError, WhooshIndexError, FileFormatError)
"""What Whoosh raises, beside Python's own errors, when a file is not what it expects."""


_ALLOWED = {
    ("collections", "defaultdict"): collections.defaultdict,
    ("builtins", "int"): int,
    ("whoosh.codec.whoosh3", "W3Codec"): whoosh3.W3Codec,
    ("whoosh.codec.whoosh3", "W3Segment"): whoosh3.W3Segment,
}


class _AllowListed(pickle.Unpickler):
    """Unpickles plain values, and of classes only the few that our table of contents holds."""

    def find_class(self, module: str, name: str) -> Any:  # whatever class it is
        try:
            return _ALLOWED[module, name]
        except KeyError:
            raise IndexTrouble(
                f"The search index asks for “{module}.{name}”, which no index of ours does.",
                "Do not use this copy; get the program afresh.",
            ) from None


class _CheckedFile(BufferFile):  # type: ignore[misc]  # Whoosh carries no types
    """A file of the index whose bytes were checked."""

    def read_pickle(self) -> Any:  # whatever was pickled
        return _AllowListed(self.file).load()


class CheckedStorage(Storage):  # type: ignore[misc]  # Whoosh carries no types
    """The checked files, as Whoosh asks for them."""

    readonly = True

    def __init__(self, files: Mapping[str, bytes]) -> None:
        self._files = files

    def list(self) -> list[str]:
        return [*self._files]

    def file_exists(self, name: str) -> bool:
        return name in self._files

    def file_length(self, name: str) -> int:
        return len(self._files[name])

    def open_file(self, name: str, **_: Any) -> _CheckedFile:  # Whoosh passes options for writing
        return _CheckedFile(self._files[name], name=name)


class _PostingsWriter(whoosh3.W3PostingsWriter):  # type: ignore[misc]  # Whoosh carries no types
    """Writes whole weights as whole numbers: two bytes each instead of nine."""

    def _mini_weights(self) -> tuple[int, ...]:
        return tuple(map(int, self._weights))


class Codec(whoosh3.W3Codec):  # type: ignore[misc]  # Whoosh carries no types
    """Whoosh's own layout, for weights that are whole numbers."""

    def postings_writer(self, dbfile: Any, byteids: bool = False) -> _PostingsWriter:  # a Whoosh file
        return _PostingsWriter(dbfile, self._blocklimit, byteids, self._compression, self._inlinelimit)


class _Postings(whoosh3.W3LeafMatcher):  # type: ignore[misc]  # Whoosh carries no types
    """The postings of one term, read block by block without stepping through them."""

    def _read_header(self) -> None:
        if self._postfile.get(self._startoffset, len(whoosh3.WHOOSH3_HEADER_MAGIC)) != whoosh3.WHOOSH3_HEADER_MAGIC:
            raise ValueError("no postings where postings should be")
        self._baseoffset = self._startoffset + len(whoosh3.WHOOSH3_HEADER_MAGIC)

    def _read_data(self) -> None:
        if self._compression:
            raise ValueError("compressed postings, where we compress none")
        data = self._postfile.get(self._dataoffset, self._nextoffset - self._dataoffset)
        self._data = _AllowListed(io.BytesIO(data)).load()

    def whole(self) -> tuple[list[int], list[int]]:
        documents: list[int] = []
        weights: list[int] = []
        while not self._atend:
            self._read_data()
            documents += accumulate(self._data[0])
            weights += self._data[1]
            self._next_block()
        return documents, weights


def postings(terms: Any, field: str, term: bytes) -> tuple[list[int], list[int]]:  # a Whoosh reader
    """The documents of a term, and its weight in each; both empty when no document has it."""
    info = terms._tindex.get(terms._keycoder(field, term))
    if info is None:
        return [], []
    if info[0]:
        raise ValueError("postings inside the table of terms, where we put none")
    offset, length = whoosh3.W3TermInfo.from_bytes(info).extent()
    return _Postings(terms._postfile, offset, length, formats.Existence()).whole()

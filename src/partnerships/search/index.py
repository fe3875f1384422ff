"""The index on disk: its schema, and opening it if it is ours and whole.

Every file is read once, its SHA-256 is compared with the manifest, and Whoosh is given those same
bytes, since a stick can be swapped in between.

A *document* is a record, by number; documents of one page stand together. The field `words` holds
a posting for each stem of a document, whose weight is the stem's frequency over all parts of the
record, each part weighted and measured against its usual length (the inner half of BM25F). The
columns hold what is shown of a document, its text, and its words by number.
"""

import hashlib
import struct
from array import array
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

import msgspec

from partnerships.base.errors import IndexTrouble
from partnerships.library.model import Kind, Section
from partnerships.search import engine
from partnerships.search.vocabulary import Stored

VERSION = 1
NAME = "MAIN"
SEGMENT = "library"
WORDS, CARD, TEXT, FORMS = "words", "card", "text", "forms"
MANIFEST = "manifest-sha256.txt"
PAGES_FILE = "pages.msgpack"
VOCABULARY_FILE = "vocabulary.msgpack"
SUMMARY_END = "\x1e"
"""Stands between a record's summary and its body in the text column."""

COLUMN = engine.columns.VarBytesColumn()
_DAMAGE = (
    *engine.DAMAGE, OSError, LookupError, ValueError, EOFError, AssertionError, AttributeError, TypeError, NameError,
    struct.error, msgspec.MsgspecError,
)  # fmt: skip
_REMEDY = "Build the search index again, or copy the program afresh."


class Card(msgspec.Struct, frozen=True, array_like=True):
    """What is shown of a document before it is opened."""

    id: str
    anchor: str
    kind: Kind
    section: Section
    group: str
    title: str
    heading: str


class Pages(msgspec.Struct, frozen=True):
    """The pages: each one's first document, its years, and for each value of a facet which pages have it.

    Numbers are kept as the bytes of arrays: `starts` and the facets' pages of "I", `years` of "H".
    """

    version: int
    documents: int
    starts: bytes
    years: bytes
    facets: dict[str, dict[str, bytes]]


def schema() -> Any:  # a Whoosh schema, which carries no types
    """The fields of our index, as Whoosh sees them."""
    return engine.fields.Schema(
        **{WORDS: engine.fields.FieldType(engine.formats.Existence(), None)},
        **{name: engine.fields.COLUMN(COLUMN) for name in (CARD, TEXT, FORMS)},
    )


def codec() -> Any:  # a Whoosh codec, which carries no types
    """How postings are laid out: one block for nearly every word, so that a word is read in one go."""
    return engine.whoosh3.W3Codec(blocklimit=1 << 15, compression=0)


def form_array(form_count: int, numbers: Sequence[int] | bytes = b"") -> "array[int]":
    """An array for numbers of forms, as narrow as the vocabulary allows."""
    return array("H" if form_count < 1 << 16 else "I", numbers)


def manifest(files: Mapping[str, bytes]) -> bytes:
    """The manifest of an index: each file's SHA-256 and name, in the order of names."""
    lines = (f"{hashlib.sha256(files[name]).hexdigest()}  {name}\n" for name in sorted(files))
    return "".join(lines).encode()


class Index:
    """An open index: postings by term, and cards, texts and forms by document."""

    def __init__(self, folder: Path) -> None:
        """Open the index in `folder`; raises IndexTrouble when it is missing, damaged or not ours."""
        files = _checked_files(folder)
        try:
            self.pages = msgspec.msgpack.decode(files[PAGES_FILE], type=Pages)
            if self.pages.version != VERSION:
                raise IndexTrouble("The search index was made by another version of this program.", _REMEDY)
            self.vocabulary = msgspec.msgpack.decode(files[VOCABULARY_FILE], type=Stored)
            self._open(engine.CheckedStorage(files))
        except _DAMAGE as error:
            raise _damaged(error) from error
        self._card_of = msgspec.msgpack.Decoder(Card)
        self._form_count = self.vocabulary.forms.count("\n") + 1
        self._form_width = form_array(self._form_count).itemsize

    def _open(self, storage: engine.CheckedStorage) -> None:
        segments = engine.TOC.read(storage, NAME, schema=schema()).segments
        if len(segments) != 1 or segments[0].doc_count_all() != self.pages.documents:
            raise ValueError("the table of contents does not fit the pages")
        self._terms = codec().terms_reader(storage, segments[0])
        documents = codec().per_document_reader(storage, segments[0])
        self._cards, self._texts, self._forms = (documents.column_reader(name, COLUMN) for name in (CARD, TEXT, FORMS))

    def postings(self, term: str) -> tuple[Sequence[int], Sequence[float]]:
        """The documents that have a term, and its weight in each; both empty when none has."""
        try:
            return engine.postings(self._terms, WORDS, term.encode())
        except _DAMAGE as error:
            raise _damaged(error) from error

    def card(self, document: int) -> Card:
        """What is shown of a document."""
        return self._card_of.decode(self._cards[document])

    def text(self, document: int) -> tuple[str, str]:
        """A document's summary and body."""
        summary, _, body = self._texts[document].decode().partition(SUMMARY_END)
        return summary, body

    def forms(self, document: int) -> "array[int]":
        """The forms of a document by number, part after part; a 0 ends each part but the last."""
        return form_array(self._form_count, self._forms[document])

    def pattern(self, numbers: Iterable[int]) -> bytes:
        """A phrase, given by the numbers of its forms, as `has` looks for it."""
        return form_array(self._form_count, [*numbers]).tobytes()

    def has(self, document: int, pattern: bytes) -> bool:
        """Whether a phrase stands in a document."""
        raw: bytes = self._forms[document]
        place = raw.find(pattern)
        while place % self._form_width and place >= 0:
            place = raw.find(pattern, place + 1)
        return place >= 0


def _damaged(error: Exception) -> IndexTrouble:
    return IndexTrouble(f"The search index cannot be read ({error}).", _REMEDY)


def _checked_files(folder: Path) -> dict[str, bytes]:
    """Every file that the manifest names, each read once and found to be as the manifest says."""
    try:
        listed = (folder / MANIFEST).read_text("ascii").splitlines()
        files: dict[str, bytes] = {}
        for line in listed:
            digest, _, name = line.partition("  ")
            if Path(name).name != name or not name:
                raise IndexTrouble("The search index names a file outside its folder.", _REMEDY)
            content = (folder / name).read_bytes()
            if hashlib.sha256(content).hexdigest() != digest:
                raise IndexTrouble(f"The search index is damaged: “{name}” is not as it was built.", _REMEDY)
            files[name] = content
        return files
    except (OSError, ValueError) as error:
        raise IndexTrouble(f"There is no whole search index in “{folder}” ({error}).", _REMEDY) from error

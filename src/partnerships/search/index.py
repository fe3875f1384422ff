"""The index on disk: its schema, and opening it if it is ours and whole.

Every file is read once, its SHA-256 is compared with the manifest, and Whoosh is given those same
bytes, since a stick can be swapped in between.

A *document* is a record, by number; documents of one page stand together. The field `words` holds
a posting for each stem of a document, whose weight is the stem's frequency over all parts of the
record, each part weighted and measured against its usual length (the inner half of BM25F), in
steps of 1/16. The columns hold what is shown of a document, and where each of its words stands.
The texts, from which extracts are cut, stay on the disk.
"""

import hashlib
import struct
from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import accumulate
from pathlib import Path
from typing import Any

import msgspec

from partnerships.base.errors import IndexTrouble
from partnerships.base.files import sha256
from partnerships.library.model import Kind, Section
from partnerships.search import engine
from partnerships.search.vocabulary import Stored, Vocabulary

VERSION = 3
NAME = "MAIN"
SEGMENT = "library"
WORDS, CARD, PLACES = "words", "card", "places"
MANIFEST = "manifest-sha256.txt"
PAGES_FILE = "pages.msgpack"
VOCABULARY_FILE = "vocabulary.msgpack"
TEXTS_FILE = "texts.bin"

COLUMN = engine.columns.VarBytesColumn()
_DAMAGE = (
    *engine.DAMAGE, OSError, LookupError, ValueError, EOFError, AssertionError, AttributeError, TypeError, NameError,
    struct.error, msgspec.MsgspecError,
)  # fmt: skip
_DIGEST = 16
_PIECE = 3_000  # letters
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
    """The pages: each one's first document, years and neighbors, and for each value of a facet which pages have it.

    Neighbors are pages of which one leads to the other; `linked` counts those that lead to a page,
    and `neighbors` are those of the first page, the second …, each page's begin in `neighbor_starts`.
    Numbers are kept as the bytes of arrays, of "I" but for `years` and `linked`, which are of "H".
    """

    version: int
    documents: int
    starts: bytes
    years: bytes
    linked: bytes
    neighbors: bytes
    neighbor_starts: bytes
    facets: dict[str, dict[str, bytes]]
    texts: "TextsTable"


def schema() -> Any:  # a Whoosh schema, which carries no types
    """The fields of our index, as Whoosh sees them."""
    return engine.fields.Schema(
        **{WORDS: engine.fields.FieldType(engine.formats.Existence(), None)},
        **{name: engine.fields.COLUMN(COLUMN) for name in (CARD, PLACES)},
    )


def codec() -> Any:  # a Whoosh codec, which carries no types
    """How postings are laid out: one block for nearly every word, so that a word is read in one go."""
    return engine.Codec(blocklimit=1 << 15, compression=0)


def packed(numbers: Sequence[int]) -> bytes:
    """Numbers as bytes, as narrow as they allow; the first byte tells how wide each is."""
    code = "H" if max(numbers, default=0) < 1 << 16 else "I"
    return code.encode() + array(code, numbers).tobytes()


def unpacked(raw: bytes) -> "array[int]":
    """The numbers that were packed."""
    return array("H" if raw[:1] == b"H" else "I", raw[1:])


class _Stamp(msgspec.Struct, frozen=True):
    """Of the pages only the version, which all versions have."""

    version: int


class TextsTable(msgspec.Struct, frozen=True):
    """Where the pieces of texts are.

    For each document the number of its first piece; for each piece where it ends in the file of
    texts, its first word, and the first 16 bytes of its SHA-256. Arrays of "I" but for the last.
    """

    firsts: bytes
    ends: bytes
    words: bytes
    digests: bytes


class Text(msgspec.Struct, frozen=True, array_like=True):
    """A piece of a document's body, which most have only one of; the first has the summary too.

    `first` is the number of its first word, `packed_starts` are the positions in it of its words;
    `begins` and `ends` tell whether the body does so with it.
    """

    summary: str
    body: str
    first: int
    packed_starts: bytes
    begins: bool
    ends: bool


class Places:
    """Where the forms of a document stand, counted in words: title, heading, summary, terms, body.

    `title` are the title's forms; the title ends at its length, the other parts where their names
    say, and the body begins at `body`. `forms` are the different forms, in order.
    """

    __slots__ = ("_begin", "_flat", "body", "forms", "heading_end", "summary_end", "title")

    def __init__(self, raw: bytes) -> None:
        numbers = unpacked(raw)
        title_end, self.heading_end, self.summary_end, self.body, different = numbers[:5]
        forms_at = 5 + title_end
        self.title = numbers[5:forms_at]
        self.forms = numbers[forms_at : forms_at + different]
        self._begin = numbers[forms_at + different : forms_at + 2 * different]
        self._flat = numbers[forms_at + 2 * different :]

    @staticmethod
    def pack(parts: Sequence[Sequence[int]], extras: Sequence[tuple[int, int]]) -> bytes:
        """The bytes of a document's parts, given as numbers of forms; `extras` are further forms with their places."""
        places: dict[int, list[int]] = {}
        place = 0
        for part in parts:
            for form in part:
                places.setdefault(form, []).append(place)
                place += 1
        for form, at in extras:
            places.setdefault(form, []).append(at)
        forms = sorted(places)
        flat = [place for form in forms for place in places[form]]
        begin, reached = [], 0
        for form in forms:
            begin.append(reached)
            reached += len(places[form])
        ends = [*accumulate(map(len, parts[:-1]))]
        return packed([*ends, len(forms), *parts[0], *forms, *begin, *flat])

    def of(self, form: int) -> "array[int]":
        """The places of a form."""
        number = bisect_left(self.forms, form)
        if number == len(self.forms) or self.forms[number] != form:
            return self._flat[:0]
        end = self._begin[number + 1] if number + 1 < len(self._begin) else len(self._flat)
        return self._flat[self._begin[number] : end]

    def of_phrase(self, phrase: Sequence[int]) -> list[int]:
        """Where several forms stand one after another."""
        found = set(self.of(phrase[0]))
        for distance, form in enumerate(phrase[1:], start=1):
            if not found:
                break
            found &= {place - distance for place in self.of(form)}
        return sorted(found)


def manifest(files: Mapping[str, bytes]) -> bytes:
    """The manifest of an index: each file's SHA-256 and name, in the order of names."""
    lines = (f"{hashlib.sha256(files[name]).hexdigest()}  {name}\n" for name in sorted(files))
    return "".join(lines).encode()


class Index:
    """An open index: postings by term, and cards, places and texts by document."""

    def __init__(self, folder: Path) -> None:
        """Open the index in `folder`; raises IndexTrouble when it is missing, damaged or not ours."""
        files = _checked_files(folder)
        try:
            if msgspec.msgpack.decode(files[PAGES_FILE], type=_Stamp).version != VERSION:
                raise IndexTrouble("The search index was made by another version of this program.", _REMEDY)
            self.pages = msgspec.msgpack.decode(files.pop(PAGES_FILE), type=Pages)
            self.vocabulary = Vocabulary(msgspec.msgpack.decode(files.pop(VOCABULARY_FILE), type=Stored))
            self._open(engine.CheckedStorage(files))
        except _DAMAGE as error:
            raise _damaged(error) from error
        self._card_of = msgspec.msgpack.Decoder(Card)
        self._text_of = msgspec.msgpack.Decoder(Text)
        self._texts_file = folder / TEXTS_FILE
        table = self.pages.texts
        self._firsts, self._ends, self._words = (array("I", raw) for raw in (table.firsts, table.ends, table.words))

    def _open(self, storage: engine.CheckedStorage) -> None:
        segments = engine.TOC.read(storage, NAME, schema=schema()).segments
        if len(segments) != 1 or segments[0].doc_count_all() != self.pages.documents:
            raise ValueError("the table of contents does not fit the pages")
        self._terms = codec().terms_reader(storage, segments[0])
        documents = codec().per_document_reader(storage, segments[0])
        if self.pages.documents:  # Whoosh writes no columns for no documents
            self._cards = documents.column_reader(CARD, COLUMN)
            self._places = documents.column_reader(PLACES, COLUMN)

    def postings(self, term: str) -> tuple[Sequence[int], Sequence[int]]:
        """The documents that have a term, and its weight in each, in steps; both empty when none has."""
        try:
            return engine.postings(self._terms, WORDS, term.encode())
        except _DAMAGE as error:
            raise _damaged(error) from error

    def card(self, document: int) -> Card:
        """What is shown of a document."""
        return self._card_of.decode(self._cards[document])

    def places(self, document: int) -> Places:
        """Where the forms of a document stand; a form's number is its place in the vocabulary."""
        return Places(self._places[document])

    def texts(self, wanted: Iterable[tuple[int, int]]) -> list[Text]:
        """For each of some documents the piece of its body with a word, given by its number.

        Raises IndexTrouble when a text is not as it was built.
        """
        found = []
        try:
            with self._texts_file.open("rb", buffering=0) as file:
                for document, word in wanted:
                    piece = bisect_right(self._words, word, self._firsts[document], self._firsts[document + 1]) - 1
                    start = self._ends[piece - 1] if piece else 0
                    file.seek(start)
                    raw = file.read(self._ends[piece] - start)
                    if _digest(raw) != self.pages.texts.digests[piece * _DIGEST : (piece + 1) * _DIGEST]:
                        raise ValueError("a text is not as it was built")
                    found.append(self._text_of.decode(raw))
        except _DAMAGE as error:
            raise _damaged(error) from error
        return found


def store_texts(texts: Iterable[tuple[str, str, Sequence[int]]]) -> tuple[bytes, TextsTable]:
    """The file of texts and its table, from each document's summary, body, and the positions of the body's words."""
    raws: list[bytes] = []
    firsts, words = array("I", [0]), array("I")
    for summary, body, starts in texts:
        for piece in _pieces(summary, body, starts):
            raws.append(msgspec.msgpack.encode(piece))
            words.append(piece.first)
        firsts.append(len(raws))
    ends = array("I", accumulate(map(len, raws)))
    digests = b"".join(map(_digest, raws))
    return b"".join(raws), TextsTable(firsts.tobytes(), ends.tobytes(), words.tobytes(), digests)


def _pieces(summary: str, body: str, starts: Sequence[int]) -> Iterator[Text]:
    """A body in pieces that begin with words, each but the last a little longer than `_PIECE`."""
    first, begin = 0, 0
    while len(body) - begin > 2 * _PIECE:
        last = bisect_left(starts, begin + _PIECE, first)
        if last >= len(starts):
            break
        end = starts[last]
        yield Text(summary, body[begin:end], first, _shifted(starts[first:last], begin), begin == 0, False)
        summary, first, begin = "", last, end
    yield Text(summary, body[begin:], first, _shifted(starts[first:], begin), begin == 0, True)


def _shifted(starts: Sequence[int], begin: int) -> bytes:
    return packed([start - begin for start in starts])


def _digest(raw: bytes) -> bytes:
    return hashlib.sha256(raw).digest()[:_DIGEST]


def _damaged(error: Exception) -> IndexTrouble:
    return IndexTrouble(f"The search index cannot be read ({error}).", _REMEDY)


def _checked_files(folder: Path) -> dict[str, bytes]:
    """Every file that the manifest names, each read once and found to be as the manifest says.

    The texts are checked but not kept: they are no pickles, and each is checked again when it is read.
    """
    try:
        listed = (folder / MANIFEST).read_bytes().decode("ascii")
        if not listed.endswith("\n"):
            raise ValueError("the manifest is cut short")
        files: dict[str, bytes] = {}
        for line in listed.splitlines():
            digest, _, name = line.partition("  ")
            if Path(name).name != name or not name:
                raise IndexTrouble("The search index names a file outside its folder.", _REMEDY)
            if name == TEXTS_FILE:
                found = sha256(folder / name)
            else:
                files[name] = (folder / name).read_bytes()
                found = hashlib.sha256(files[name]).hexdigest()
            if found != digest:
                raise IndexTrouble(f"The search index is damaged: “{name}” is not as it was built.", _REMEDY)
        return files
    except (OSError, ValueError) as error:
        raise IndexTrouble(f"There is no whole search index in “{folder}” ({error}).", _REMEDY) from error

"""Library to index: records in, a folder out, the same bytes for the same records."""

import shutil
import tempfile
from array import array
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import accumulate, chain
from pathlib import Path
from typing import Any

import msgspec

from partnerships.base.errors import IndexTrouble
from partnerships.base.files import write_whole
from partnerships.base.progress import Step
from partnerships.library.model import Record
from partnerships.search import engine, index, vocabulary, words
from partnerships.search.answering import ranking
from partnerships.search.synonyms import Synonyms, prepared, state_term

_SINGLE = frozenset({"tool", "entry", "term", "event"})
_RECORDS_A_STEP = 100
_STOP_STEMS = frozenset(map(words.stem, words.STOP_WORDS))


def build(records: Iterable[Record], same: Sequence[Sequence[str]], folder: Path) -> Iterator[Step]:
    """Index `records` into `folder`, which is replaced as a whole when all is done.

    `same` are groups of forms that mean the same. Raises IndexTrouble when `folder` holds
    something other than an index.
    """
    pages = _pages(records)
    documents = [record for page in pages for record in page]
    total = len(documents) + 3 * _RECORDS_A_STEP
    synonyms = prepared(same)
    reading = _Reading(Synonyms(synonyms))
    for number, record in enumerate(documents):
        if number % _RECORDS_A_STEP == 0:
            yield Step(number, total, "reading the library")
        reading.add(record)
    yield Step(len(documents), total, "counting words")
    counts = reading.counts()
    phrases = vocabulary.phrases(
        (record.title for record in documents if record.kind != "event"),  # those are sentences
        (record.heading for record in documents),
        (form.forms for form in synonyms),
        (parts[-1].forms for parts in reading.documents),
    )
    texts, table = index.store_texts(
        (record.summary, record.body, parts[-1].starts)
        for record, parts in zip(documents, reading.documents, strict=True)
    )
    files = {
        index.PAGES_FILE: msgspec.msgpack.encode(_stored_pages(pages, table)),
        index.TEXTS_FILE: texts,
        index.VOCABULARY_FILE: msgspec.msgpack.encode(vocabulary.store(counts, phrases, synonyms)),
    }
    yield Step(len(documents) + _RECORDS_A_STEP, total, "writing the index")
    files |= _whoosh_files(reading, documents, counts)
    yield Step(len(documents) + 2 * _RECORDS_A_STEP, total, "putting the index in place")
    _put(files, folder)
    yield Step(total, total, "indexed")


def _pages(records: Iterable[Record]) -> list[list[Record]]:
    """Records by page, in the order in which pages first appear."""
    pages: dict[tuple[str, str, str], list[Record]] = {}
    for record in records:
        anchor = record.address.anchor if record.kind in _SINGLE else ""
        pages.setdefault((record.kind, record.address.id, anchor), []).append(_storable(record))
    return list(pages.values())


def _storable(record: Record) -> Record:
    """The record without letters that cannot be written, such as halves of pairs in a bad PDF."""
    texts = {name: getattr(record, name) for name in ("title", "heading", "summary", "body")}
    clean = {name: text.encode("utf-8", "replace").decode() for name, text in texts.items() if not text.isascii()}
    return msgspec.structs.replace(record, **clean) if clean else record


@dataclass(frozen=True, slots=True)
class _Part:
    """A part of a record: how often each term stands in it, its forms in order, further forms with their places."""

    terms: Counter[str]
    forms: tuple[str, ...]
    extras: tuple[tuple[str, int], ...]
    starts: tuple[int, ...]


class _Reading:
    """What the records say, word by word: for each document the counts of terms in each part."""

    def __init__(self, synonyms: Synonyms) -> None:
        self._synonyms = synonyms
        self._counted = lru_cache(maxsize=1024)(self._count)  # titles and summaries come back in each passage
        self._having: Counter[str] = Counter()
        self._extras: set[str] = set()
        self.documents: list[tuple[_Part, ...]] = []

    def add(self, record: Record) -> None:
        """Read the next document."""
        names = self._counted("\n".join(record.terms), any_case=True)
        states = [state_term(value) for name, value in record.facets if name == "state"]
        parts = (
            self._counted(record.title, stop_words_too=True),
            self._counted(record.heading, stop_words_too=True),
            self._counted(record.summary),
            replace(names, terms=names.terms + Counter(filter(None, states))),
            self._counted("\n".join(record.called)),
            self._count(record.body),
        )
        self.documents.append(parts)
        self._having.update({form for part in parts for form in part.forms})

    def _count(self, text: str, stop_words_too: bool = False, any_case: bool = False) -> _Part:
        tokens = words.tokens(text)
        stems = [words.stem(token[0]) for token in tokens]
        counts = Counter(stems)
        if not stop_words_too:
            for stem in _STOP_STEMS.intersection(counts):
                del counts[stem]
        extras = [(form, place) for place, token in enumerate(tokens) for form in token[3]]
        self._extras.update(form for form, _ in extras)
        counts.update(words.stem(form) for form, _ in extras)
        counts.update(self._synonyms.in_text(text, tokens, stems, any_case))
        return _Part(counts, tuple(token[0] for token in tokens), tuple(extras), tuple(token[1] for token in tokens))

    def counts(self) -> dict[str, int]:
        """All forms in order, with the number of documents that have each as it stands."""
        return {form: self._having[form] for form in sorted(self._extras.union(self._having))}

    def weights(self) -> Iterator[tuple[int, Mapping[str, float]]]:
        """For each document the weight of each of its terms, over all parts: BM25F's, before it is saturated."""
        lengths = [[len(part.forms) for part in parts] for parts in self.documents]
        count = max(1, len(lengths))
        usual = [max(1.0, sum(column) / count) for column in zip(*lengths, strict=True)]
        for document, parts in enumerate(self.documents):
            found: dict[str, float] = {}
            for part, name in enumerate(ranking.PARTS):
                thinned = ranking.PART_LENGTH[name]
                factor = ranking.PART_WEIGHT[name] / (1 - thinned + thinned * lengths[document][part] / usual[part])
                for term, number in parts[part].terms.items():
                    found[term] = found.get(term, 0.0) + factor * number
            yield document, found


def _stored_pages(pages: Sequence[Sequence[Record]], texts: index.TextsTable) -> index.Pages:
    starts, years = array("I"), array("H")
    facets: dict[str, dict[str, array[int]]] = {}
    document = 0
    for number, page in enumerate(pages):
        starts.append(document)
        document += len(page)
        spans = [record.years for record in page if record.years != (0, 0)]
        years.extend((min(first for first, _ in spans), max(last for _, last in spans)) if spans else (0, 0))
        own = [("section", page[0].section), ("kind", page[0].kind), ("group", page[0].group)]
        for name, value in dict.fromkeys((*own, *(facet for record in page for facet in record.facets))):
            facets.setdefault(name, {}).setdefault(value, array("I")).append(number)
    linked, neighbors = _neighbors(pages)
    return index.Pages(
        version=index.VERSION,
        documents=document,
        starts=starts.tobytes(),
        years=years.tobytes(),
        linked=array("H", [min(count, 0xFFFF) for count in linked]).tobytes(),
        neighbors=array("I", chain.from_iterable(neighbors)).tobytes(),
        neighbor_starts=array("I", accumulate(map(len, neighbors), initial=0)).tobytes(),
        texts=texts,
        facets={
            name: {value: numbers.tobytes() for value, numbers in sorted(values.items())}
            for name, values in sorted(facets.items())
        },
    )


def _neighbors(pages: Sequence[Sequence[Record]]) -> tuple[list[int], list[list[int]]]:
    """For each page how many lead to it, and the pages that it leads to or that lead to it."""
    number_of = {page[0].address.id: number for number, page in enumerate(pages)}
    linked = [0] * len(pages)
    neighbors: list[set[int]] = [set() for _ in pages]
    for number, page in enumerate(pages):
        for other in {number_of[name] for record in page for name in record.leads if name in number_of} - {number}:
            linked[other] += 1
            neighbors[number].add(other)
            neighbors[other].add(number)
    return linked, [sorted(found) for found in neighbors]


class _Building(engine.RamStorage):  # type: ignore[misc]  # Whoosh carries no types
    """Files in memory, those that Whoosh writes for the time being among them."""

    def temp_storage(self, name: str | None = None) -> Any:  # a Whoosh storage
        return engine.RamStorage()


def _whoosh_files(reading: _Reading, documents: Sequence[Record], forms: Iterable[str]) -> dict[str, bytes]:
    """The index as Whoosh writes it, through its codec, with a segment name that is always the same."""
    storage, schema, codec = _Building(), index.schema(), index.codec()
    segment = engine.whoosh3.W3Segment(engine.whoosh3.W3Codec(), index.NAME, segid=index.SEGMENT)
    _write_columns(codec.per_document_writer(storage, segment), reading.documents, documents, forms)
    segment.set_doc_count(len(documents))

    postings: dict[str, list[tuple[int, float]]] = {}
    for document, found in reading.weights():
        for term, weight in found.items():
            postings.setdefault(term, []).append((document, weight))
    writer = codec.field_writer(storage, segment)
    writer.start_field(index.WORDS, schema[index.WORDS])
    for name, listed in sorted((term.encode(), listed) for term, listed in postings.items()):
        writer.start_term(name)
        for document, weight in listed:
            writer.add(document, ranking.in_steps(weight), b"", 1)
        writer.finish_term()
    writer.finish_field()
    writer.close()
    engine.TOC(schema, [segment], 1).write(storage, index.NAME)
    return {name: bytes(storage.files[name]) for name in storage.list()}


def _write_columns(
    writer: Any,  # a Whoosh writer, which carries no types
    read: Sequence[Sequence[_Part]],
    documents: Sequence[Record],
    forms: Iterable[str],
) -> None:
    number_of = {form: number for number, form in enumerate(forms)}
    for document, record in enumerate(documents):
        writer.start_doc(document)
        card = index.Card(
            record.address.id, record.address.anchor, record.kind, record.section, record.group, record.title,
            record.heading,
        )  # fmt: skip
        title, heading, summary, terms, called, body = (
            [number_of[form] for form in part.forms] for part in read[document]
        )
        extras, place = [], 0
        for part in read[document]:
            extras += [(number_of[form], place + at) for form, at in part.extras]
            place += len(part.forms)
        writer.add_column_value(index.CARD, index.COLUMN, msgspec.msgpack.encode(card))
        writer.add_column_value(
            index.PLACES, index.COLUMN, index.Places.pack((title, heading, summary, terms + called, body), extras)
        )
        writer.finish_doc()
    writer.close()


def _put(files: Mapping[str, bytes], folder: Path) -> None:
    """Write the files beside `folder`, then let them take its place."""
    if folder.exists() and any(folder.iterdir()) and not (folder / index.MANIFEST).is_file():
        raise IndexTrouble(f"“{folder}” holds something other than a search index.", "Choose an empty folder.")
    folder.parent.mkdir(parents=True, exist_ok=True)
    fresh = Path(tempfile.mkdtemp(prefix=".indexing-", dir=folder.parent))
    try:
        for name, content in files.items():
            (fresh / name).write_bytes(content)
        write_whole(fresh / index.MANIFEST, index.manifest(files))
        fresh.chmod(0o755)
        if folder.exists():
            shutil.rmtree(folder)
        fresh.rename(folder)
    finally:
        shutil.rmtree(fresh, ignore_errors=True)

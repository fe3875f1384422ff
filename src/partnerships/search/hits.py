"""What a search gives back; light enough for the window to import without loading the engine."""

import msgspec

from partnerships.library.model import Address, Kind, Section


class Run(msgspec.Struct, frozen=True):
    """A stretch of text, marked or not."""

    text: str
    marked: bool = False


class OtherPassage(msgspec.Struct, frozen=True):
    """Another passage of a page that was found, less good than the one shown."""

    address: Address
    heading: str
    score: float


class Hit(msgspec.Struct, frozen=True):
    """A page that was found, shown by its best passage; `missing` are the wanted words that it lacks."""

    address: Address
    kind: Kind
    section: Section
    group: str
    title: str
    heading: str
    score: float
    title_runs: tuple[Run, ...]
    snippet: tuple[Run, ...]
    more: tuple[OtherPassage, ...] = ()
    missing: tuple[str, ...] = ()


class FacetValue(msgspec.Struct, frozen=True):
    """One value of a facet, and how many pages choosing it would show."""

    value: str
    count: int
    chosen: bool = False


class Facet(msgspec.Struct, frozen=True):
    """A way to narrow the answer: section, kind, topic, state … with its values, the commonest first."""

    name: str
    values: tuple[FacetValue, ...]


class Chip(msgspec.Struct, frozen=True):
    """A filter in force, or an unknown one that was typed (`known` is False: it narrows nothing).

    A quotation is a chip named "phrase", an excluded word one named "word". `typed` is the part of
    what was typed that made it, to be cut out when the chip is closed; empty when it came from the
    list of facets.
    """

    name: str
    value: str
    excluded: bool = False
    known: bool = True
    typed: str = ""


class Hits(msgspec.Struct, frozen=True):
    """The answer to what was typed.

    `total` counts pages, not passages; `full` of them have all the words, and when that is fewer
    (`relaxed`) each other hit names what it lacks. `searched` is what was really searched;
    `correction` is set when that holds other words than those typed, `suggestion` when it does
    not but perhaps should. `completion` is the rest of the phrase that is being typed. `words`
    are the forms to mark in the opened page, and `nearest` words that the library does have.
    """

    typed: str
    hits: tuple[Hit, ...] = ()
    total: int = 0
    full: int = 0
    facets: tuple[Facet, ...] = ()
    searched: str = ""
    correction: str | None = None
    suggestion: str | None = None
    completion: str = ""
    chips: tuple[Chip, ...] = ()
    words: tuple[str, ...] = ()
    nearest: tuple[str, ...] = ()
    relaxed: bool = False
    seconds: float = 0.0

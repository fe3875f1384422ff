"""What the library is made of.

Every class here is an immutable value. The content files, the edition and the screens all speak
in these; `content/README.md` says how each is written.
"""

from typing import Literal

import msgspec

Kind = Literal["article", "case", "program", "chapter", "tool", "entry", "term", "event"]
Section = Literal["introduction", "grants", "cases", "toolkit", "desk"]
Evidence = Literal["controlled", "before-after", "self-reported", "not-evaluated"]
Result = Literal["worked", "faded", "mixed", "no-effect", "unknown"]
Setting = Literal["large-city", "small-city", "county", "rural", "tribal", "campus", "several-places", "outside-us"]
Applicant = Literal["police", "local-government", "state", "tribe", "nonprofit", "school", "university", "health"]
PaysFor = Literal[
    "officers",
    "crisis-response",
    "training",
    "wellness",
    "youth",
    "schools",
    "equipment",
    "victims",
    "violence-prevention",
    "substance-use",
    "community-engagement",
    "research",
]
Match = Literal["none", "up-to-25", "over-25", "varies"]
Funding = Literal["competitive", "formula", "invited", "assistance"]
ProgramStatus = Literal["running", "uncertain", "ended"]
Life = Literal["living", "renamed", "defunct"]
EntryKind = Literal["publication", "organization", "help-line", "ordering"]
FieldKind = Literal[
    "text",
    "long-text",
    "number",
    "money",
    "date",
    "choice",
    "choices",
    "check",
    "scale",
    "table",
    "person",
    "signature",
]
MemberFact = Literal["", "organization", "person", "role", "phone", "email"]
KnownFact = Literal[
    "",
    "name",
    "agency",
    "coordinator",
    "partners",
    "partner-1",
    "partner-2",
    "partner-3",
    "partner-4",
    "partner-5",
    "area",
    "problem",
    "purpose",
    "aims",
]
DrawingKind = Literal["grid", "strip", "triangle", "chain", "scores"]
ComputedKind = Literal["sum", "mean", "count", "share"]

LETTER_PAGES = "sources-"
"""How the ids of those pages begin to which the page "sources" leads, one for each letter."""


class Value(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Base of all values: immutable, and an unknown key in a source is an error."""


class Address(msgspec.Struct, frozen=True, order=True):
    """A place in the library: an id and, for articles, the anchor of a heading or paragraph."""

    id: str
    anchor: str = ""

    def __str__(self) -> str:
        return f"{self.id}#{self.anchor}" if self.anchor else self.id

    @classmethod
    def parse(cls, text: str) -> "Address":
        """Read an address written as `id` or `id#anchor`."""
        page, _, anchor = text.partition("#")
        return cls(page, anchor)


class Source(Value, frozen=True):
    """Where a fact comes from. `year` is that of publication; `accessed` is YYYY-MM."""

    key: str
    title: str
    author: str = ""
    publisher: str = ""
    year: str = ""
    url: str = ""
    accessed: str = ""


class Measure(Value, frozen=True):
    """A figure before and after. Numbers are charted; words ("4 to 6 hours") stand in the table."""

    name: str
    before: float | str
    after: float | str
    unit: str
    period: str
    source: str
    better: Literal["lower", "higher", "neither"] = "lower"


class CaseFacts(Value, frozen=True):
    """The structured facts of a case. Latitude and longitude are degrees, WGS 84."""

    place: str
    country: str
    setting: Setting
    years: str
    partners: tuple[str, ...]
    problem: str
    evidence: Evidence
    result: Result
    verdict: str
    state: str = ""
    population: str = ""
    latitude: float | None = None
    longitude: float | None = None
    measures: tuple[Measure, ...] = ()


class ProgramFacts(Value, frozen=True):
    """The structured facts of a grant program. `ceiling` is US dollars; `months` are 1 to 12.

    The text fields are Markdown and may carry citations.
    """

    agency: str
    eligible: tuple[Applicant, ...]
    pays_for: tuple[PaysFor, ...]
    pays_for_words: str
    funding: Funding
    typical_award: str
    match: Match
    match_words: str
    period: str
    opens: str
    apply_at: str
    contact: str
    status: ProgramStatus
    status_words: str
    assistance_listing: str = ""
    authority: str = ""
    ceiling: int | None = None
    months: tuple[int, ...] = ()


class Passage(Value, frozen=True):
    """The part of an article under one heading. `html` carries class names and no colours.

    `paragraphs` are the numbers, stable between editions, of the blocks in `html`.
    """

    anchor: str
    heading: str
    level: int
    html: str
    text: str
    paragraphs: tuple[int, ...] = ()


class Article(Value, frozen=True):
    """One page of prose; a case, a program and a guide's chapter carry facts of their own.

    `summary` is Markdown and may carry citations; `lead` is the same as HTML; `minutes` is the
    reading time at 230 words a minute.
    """

    id: str
    kind: Literal["article", "case", "program", "chapter"]
    section: Section
    group: str
    order: int
    title: str
    summary: str
    lead: str
    topics: tuple[str, ...]
    as_of: str
    minutes: int
    sources: tuple[Source, ...]
    related: tuple[str, ...]
    tools: tuple[str, ...]
    passages: tuple[Passage, ...]
    case: CaseFacts | None = None
    program: ProgramFacts | None = None
    guide: str = ""


class Guide(Value, frozen=True):
    """A publication that the library summarises in chapters. `about` and `how_to_get` are Markdown."""

    id: str
    title: str
    author: str
    publisher: str
    year: str
    about: str
    how_to_get: str
    order: int
    sources: tuple[Source, ...]
    numbers: tuple[str, ...] = ()
    pages: str = ""
    entry: str = ""


class Choice(Value, frozen=True):
    """One possible answer of a field; `worth` is its number in computed results."""

    id: str
    label: str
    worth: float | None = None


class Column(Value, frozen=True):
    """A column of a table field. `from_partnership` is what it begins with, for each partner of a partnership."""

    id: str
    label: str
    kind: Literal["text", "number", "money", "date", "choice", "check", "scale"] = "text"
    choices: tuple[Choice, ...] = ()
    from_partnership: MemberFact = ""


class Field(Value, frozen=True):
    """One question of a tool. A scale runs from 1 (`low`) to 5 (`high`).

    `from_partnership` is what of a partnership a new sheet begins with; the partners are its lead agency
    and those who joined it, in that order.
    """

    id: str
    kind: FieldKind
    label: str
    help: str = ""
    required: bool = False
    sample: str = ""
    choices: tuple[Choice, ...] = ()
    columns: tuple[Column, ...] = ()
    rows: int = 0
    low: str = ""
    high: str = ""
    from_partnership: KnownFact = ""


class FieldGroup(Value, frozen=True):
    """A step of a tool: fields that belong together."""

    id: str
    title: str
    fields: tuple[Field, ...]
    help: str = ""


class Range(Value, frozen=True):
    """What a computed result between `low` and `high` (both included) means."""

    low: float
    high: float
    label: str
    meaning: str


class Computed(Value, frozen=True):
    """A result worked out from answers.

    `of` names fields, whole groups, or a table's column as `field.column`. `sum` and `mean` use
    numbers, scale points and the worth of choices; `count` counts answers (ticked, filled in, or
    equal to one of `where`); `share` is `count` divided by the number of items, in percent.
    """

    id: str
    label: str
    kind: ComputedKind
    of: tuple[str, ...]
    where: tuple[str, ...] = ()
    unit: str = ""
    decimals: int = 0
    ranges: tuple[Range, ...] = ()
    note: str = ""


class Caution(Value, frozen=True):
    """A sentence shown when a field's answer is one of `answers`, or a number under `below`."""

    field: str
    say: str
    answers: tuple[str, ...] = ()
    below: float | None = None


class DrawingPart(Value, frozen=True):
    """A side of a triangle or a link of a chain, and the fields or columns that say it.

    A side has `of: [who, controller, strength]` and calls the controller by `beside`; a link has one
    column, or one field.
    """

    label: str
    of: tuple[str, ...]
    beside: str = ""


class Drawing(Value, frozen=True):
    """A picture of a sheet's answers; the fields that it draws stay the table behind it.

    `after` is the field or the step that it stands after. A `grid` has `of: [name, across, up]`, columns of
    one table of which the last two are scales; `words` name its quarters, from below left to above right.
    A `strip` has `of: [name, begins, ends]`, the last two dates, and shows `units` months or weeks from the
    date in the field `starts`. A `triangle` has three `parts` and `of: [problem]`. A `chain` has `parts`.
    `scores` has `of` with computed results between `low` and `high`.
    """

    id: str
    kind: DrawingKind
    title: str
    after: str
    help: str = ""
    of: tuple[str, ...] = ()
    parts: tuple[DrawingPart, ...] = ()
    words: tuple[str, ...] = ()
    starts: str = ""
    unit: Literal["month", "week"] = "month"
    units: int = 12
    low: float = 1
    high: float = 5


class Tool(Value, frozen=True):
    """A worksheet, checklist, self-assessment or template. `why` and `validity` are Markdown."""

    id: str
    title: str
    purpose: str
    who: str
    group: str
    order: int
    minutes: int
    topics: tuple[str, ...]
    as_of: str
    why: str
    validity: str
    groups: tuple[FieldGroup, ...]
    sources: tuple[Source, ...] = ()
    related: tuple[str, ...] = ()
    computed: tuple[Computed, ...] = ()
    cautions: tuple[Caution, ...] = ()
    drawings: tuple[Drawing, ...] = ()


class Entry(Value, frozen=True):
    """One row of the directory. `about`, `how_to_order` and `status_words` are Markdown with citations."""

    id: str
    kind: EntryKind
    title: str
    about: str
    topics: tuple[str, ...]
    as_of: str
    cites: tuple[str, ...]
    by: str = ""
    year: str = ""
    numbers: tuple[str, ...] = ()
    forms: tuple[Literal["pdf", "print", "web", "disc", "video"], ...] = ()
    how_to_order: str = ""
    url: str = ""
    phone: str = ""
    email: str = ""
    address: str = ""
    status: Life = "living"
    status_words: str = ""
    related: tuple[str, ...] = ()


class Term(Value, frozen=True):
    """A glossary entry. `meaning` is Markdown; `also` are other forms, acronyms among them."""

    id: str
    term: str
    meaning: str
    also: tuple[str, ...] = ()
    cites: tuple[str, ...] = ()
    related: tuple[str, ...] = ()


class Event(Value, frozen=True):
    """A row of the timeline. Dates are YYYY, YYYY-MM or YYYY-MM-DD; `until` closes a span."""

    id: str
    date: str
    title: str
    why: str
    lane: Literal["policing", "federal", "mental-health", "research", "disc"]
    cites: tuple[str, ...]
    until: str = ""
    related: tuple[str, ...] = ()


class HelpLine(Value, frozen=True):
    """A help line that was confirmed to work in the month `confirmed` (YYYY-MM)."""

    name: str
    reach: str
    for_whom: str
    confirmed: str
    cites: tuple[str, ...]


class Stop(Value, frozen=True):
    """One stop of a reading path: a page or a tool, and why it stands here."""

    page: str
    reason: str


class ReadingPath(Value, frozen=True):
    """A ready route through the library for one kind of reader."""

    id: str
    title: str
    for_whom: str
    stops: tuple[Stop, ...]


class Group(Value, frozen=True):
    """A named part of a section."""

    id: str
    title: str
    summary: str = ""


class SectionInfo(Value, frozen=True):
    """A section with its groups in reading order."""

    id: Section
    title: str
    summary: str
    groups: tuple[Group, ...]


class Topic(Value, frozen=True):
    """A subject that pages of all sections share."""

    id: str
    title: str


class About(Value, frozen=True):
    """What the edition says of itself. `edition` is YYYY.MM; `as_of` is YYYY-MM."""

    edition: str
    title: str
    tagline: str
    language: str
    as_of: str
    maker: str
    feedback_to: str
    independence: str
    sections: tuple[SectionInfo, ...]
    topics: tuple[Topic, ...]


class Record(msgspec.Struct, frozen=True):
    """One unit of search: a passage, or a whole tool, entry, term or event.

    `facets` are pairs of a facet's name (topic, setting, state, evidence, result, status …) and
    one of its values; `years` is the span that the page is about, or (0, 0). `called` is what links
    to it say, and `leads` are the ids that its page leads to.
    """

    address: Address
    kind: Kind
    section: Section
    group: str
    title: str
    heading: str
    summary: str
    body: str
    terms: tuple[str, ...] = ()
    facets: tuple[tuple[str, str], ...] = ()
    years: tuple[int, int] = (0, 0)
    called: tuple[str, ...] = ()
    leads: tuple[str, ...] = ()

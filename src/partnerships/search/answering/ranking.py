"""What makes one answer better than another: every weight, each with its reason, and the sums they go into.

A passage's first score is BM25F: how often each wanted word stands in it, the parts weighted, and
rare words worth more. To its best passage a page adds what it has of the words as a whole. The
best pages are then looked at closely: whether the words stand together and in order, as typed,
and in the title. At last each is lent something by the pages found that lead to it.

The weights were set by hand for their reasons and then moved, one at a time, to where the tuning
part of the judged set (`tests/relevance/queries.yaml`) is answered best, and rounded.
"""

import math
from bisect import bisect_left
from collections.abc import Iterable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from itertools import pairwise
from typing import Protocol

PARTS = ("title", "heading", "summary", "terms", "called", "body")
"""The parts of a record, in the order in which its forms are kept."""

PART_WEIGHT = {
    "title": 5.0,  # a page is about what its title names
    "heading": 3.5,  # and a passage about what its heading names
    "summary": 1.5,  # the page in two sentences; the same for all its passages, so it says less of each
    "terms": 1.2,  # topics and linked glossary terms: true, but shared by many passages
    "called": 1.2,  # what links to it say: other words for the same, by somebody who knew the page
    "body": 1.0,
}
PART_LENGTH = {
    "title": 0.4,  # how much a longer part thins out a word, from 0 (not at all) to 1 (in proportion):
    "heading": 0.4,  # titles and headings are all short, and a longer one is hardly less about its words
    "summary": 0.5,
    "terms": 0.6,
    "called": 0.6,
    "body": 0.65,  # passages differ in length by a factor of twenty
}
SATURATION = 3.0  # BM25's k1, for weights in which a title alone counts 5: a title is much, and not everything
STEPS = 16  # weights are kept in sixteenths, as whole numbers
SATURATED = [weight / (weight + SATURATION * STEPS) for weight in range(1024)]
"""What each weight of a term is worth, from 0 to 1; no weight is kept that is larger."""
PRESENCE = 0.3  # that a word is there at all, apart from how often: a passage with all words beats one with some

COMPLETED = 0.6  # a word that merely begins as typed, against the word itself: exact comes first
SYNONYM = 0.95  # another form with the same meaning, against the form typed
JOINED = 0.95  # "coresponder" for "co responder": the same word in another spelling

TOGETHER = 0.5  # all words close to each other: they are about one thing
IN_ORDER = 0.25  # neighbors as typed: the phrase itself
AS_TYPED = 0.12  # the very form typed, not only another with its stem
IN_TITLE = 0.55  # the share of the wanted words that the title has
TITLE_FILLED = 0.4  # the share of the title that the wanted words fill: "CIT" before "CIT in small towns"
TITLE_IS = 0.4  # the title is what was typed, no more and no less: whoever types a name wants what bears it
TITLE_BEGINS = 0.3  # the title begins with what was typed: people type titles from the left
IN_HEADING = 0.2  # the share of the wanted words that the passage's heading has
WHOLE_PAGE = 0.3  # the share of the page as a whole in its score, beside its best passage
THROUGHOUT = 1.0  # the share of the page's passages that have a word: a page about it speaks of it throughout
OTHER_PASSAGES = 0.04  # for each doubling of the number of passages that match: the whole page is on the subject

KIND_WEIGHT = {
    "article": 1.05,  # written to answer a question in general, where a case answers it for one place
    "case": 1.0,
    "program": 1.0,
    "chapter": 0.95,  # a summary of someone else's publication; our own pages are written for the question
    "tool": 1.0,
    "entry": 0.85,  # a row of the directory leads elsewhere
    "term": 0.9,  # two lines; wanted when they are what was typed, and then the title lifts them
    "event": 0.7,  # a row of the timeline
}
ABOUT_GROUP, ABOUT = "about", 0.4  # pages on this edition itself, lists of sources: only for whoever names them
LINKED = 0.02  # for each doubling of the number of pages that link to one: others lean on it
LENT = 1.5  # what a page's neighbors among the pages found lend it: those who wrote them thought that they go together
STRANGERS = 2  # counted with each page's neighbors, so that an only one does not lift a page over itself
WANTED_KIND = 1.2  # the question names a kind of page ("template", "grant"): those pages first
KIND_WORDS = {
    "tool": frozenset(
        {"template", "worksheet", "checklist", "form", "survey", "agenda", "sample", "fill", "print", "questionnaire"}
    ),
    "program": frozenset({"grant", "grants", "fund", "funds", "funding", "money", "award", "awards"}),
    "case": frozenset({"example", "examples", "case", "cases", "city", "cities", "worked", "results"}),
    "term": frozenset({"define", "definition", "mean", "means", "meaning", "stand", "stands", "glossary", "acronym"}),
    "event": frozenset({"timeline", "year", "date", "founded"}),
    "entry": frozenset({"order", "phone", "hotline", "address", "contact", "publication"}),
}

KNOWN = 3  # with fewer pages that have an unfinished word as it stands, it is completed
ENOUGH = 10  # with fewer pages that have all words, a screen full, those that have most of them are added
MOST = 0.4  # "most" of the words is this share of what they tell,
TELLING_MOST = 4.0  # where a word that hardly any page has tells no more than this
WEIGHED = 60  # pages weighed as a whole
LOOKED_AT = 25  # pages looked at closely; a few more than a list shows
NEARLY = 0.8  # a second passage of a page is looked at when its first score is at least this share of the best's
LOOK_UP_COST = 12  # of looking for one form in a passage, against going through all of its forms, for each
LOOKED_INTO = 30  # wanted words in a passage that are looked at; more say no more


def in_steps(weight: float) -> int:
    """A term's weight as it is kept."""
    return min(max(1, round(weight * STEPS)), len(SATURATED) - 1)


def telling(documents: int, having: int) -> float:
    """How telling a word is that `having` of `documents` have (BM25's idf, never negative)."""
    return math.log(1.0 + (documents - having + 0.5) / (having + 0.5))


Place = tuple[int, int, int]
"""Where a wanted word stands in a passage: its first word, the word after its last, its number among the wanted."""


class Wanted(Protocol):
    """A wanted word: the numbers of forms and phrases that may stand for it, and of the form as typed."""

    @property
    def forms(self) -> AbstractSet[int]: ...
    @property
    def phrases(self) -> Sequence[tuple[int, ...]]: ...
    @property
    def exact(self) -> int | None: ...
    @property
    def telling(self) -> float: ...


class Standing(Protocol):
    """Where the forms of a passage stand, counted in words."""

    @property
    def title(self) -> Sequence[int]: ...
    @property
    def heading_end(self) -> int: ...
    @property
    def forms(self) -> Sequence[int]: ...
    def of(self, form: int, /) -> Sequence[int]: ...
    def of_phrase(self, phrase: Sequence[int], /) -> Sequence[int]: ...


class Closer:
    """Looks closely at the best passages of one question, through the places of their forms."""

    def __init__(self, typed: Sequence[str], slots: Sequence[Wanted], unfinished: bool, form_of: Sequence[str]) -> None:
        """`typed` are the forms as typed, of which the last may be unfinished."""
        self._count = len(slots)
        whole = sum(slot.telling for slot in slots)
        self._shares = [slot.telling / whole if whole else 1 / len(slots) for slot in slots]
        self._slot_of: dict[int, int] = {}
        self._phrases: list[tuple[tuple[int, ...], int]] = []
        for number, slot in enumerate(slots):
            for form in slot.forms:
                self._slot_of.setdefault(form, number)
            self._phrases += [(phrase, number) for phrase in slot.phrases]
        self._numbers = frozenset(self._slot_of)
        self._exact = [slot.exact for slot in slots if slot.exact is not None]
        self._typed = [*typed]
        self._unfinished = unfinished
        self._form_of = form_of
        self._kinds = wanted_kinds(typed)

    def found(self, passage: Standing) -> list[Place]:
        """Every wanted word in a passage, in order."""
        slot_of = self._slot_of
        forms: Iterable[int] = slot_of
        if len(slot_of) * LOOK_UP_COST > len(passage.forms):
            forms = self._numbers.intersection(passage.forms)
        places = [(place, place + 1, slot_of[form]) for form in forms for place in passage.of(form)]
        for phrase, number in self._phrases:
            places += [(place, place + len(phrase), number) for place in passage.of_phrase(phrase)]
        places.sort()
        return places

    def look(self, passage: Standing, found: Sequence[Place]) -> float:
        """The factor that a closer look at a passage, and at what was found in it, puts on its first score."""
        found = found[:LOOKED_INTO]
        factor = 1.0
        if self._count > 1:
            near, in_order = together(found, self._shares)
            factor += TOGETHER * near + IN_ORDER * in_order
        title_end, heading_end = len(passage.title), passage.heading_end
        above = bisect_left(found, (heading_end,))
        in_title = [each for each in found[:above] if each[0] < title_end]
        if in_title:
            inside = {number for _, _, number in in_title}
            covered = sum([self._shares[number] for number in inside])
            filled = sum(end - place for place, end, _ in in_title) / title_end
            factor += IN_TITLE * covered + TITLE_FILLED * covered * min(1.0, filled)
            factor += TITLE_IS if len(inside) == self._count and filled >= 1.0 else 0.0
            factor += TITLE_BEGINS if self._begins(passage.title, in_title[0]) else 0.0
        if above > len(in_title):
            in_heading = {number for _, _, number in found[len(in_title) : above]}
            factor += IN_HEADING * sum([self._shares[number] for number in in_heading])
        as_typed = sum([len(passage.of(form)) > 0 for form in self._exact])
        return factor + AS_TYPED * as_typed / self._count

    def page_factor(self, kind: str, passages: int) -> float:
        """The factor of a kind of page that the question names, and of how many passages of the page match."""
        return self._kinds.get(kind, 1.0) * (1 + OTHER_PASSAGES * math.log2(passages))

    def _begins(self, title: Sequence[int], first: Place) -> bool:
        """Whether a title begins with what was typed, or with what stands for its first word."""
        typed = self._typed
        if first[0] == 0 and first[2] == 0:
            return True
        if len(typed) > len(title):
            return False
        begun = [self._form_of[number] for number in title[: len(typed)]]
        if self._unfinished:
            return begun[:-1] == typed[:-1] and begun[-1].startswith(typed[-1])
        return begun == typed


def page_worth(kind: str, about: bool, links: int) -> float:
    """What a page is worth apart from any question, by its kind and by how many pages link to it."""
    return KIND_WEIGHT[kind] * (ABOUT if about else 1.0) * (1 + LINKED * math.log2(1 + links))


def together(places: Sequence[Place], shares: Sequence[float]) -> tuple[float, float]:
    """How close the wanted words stand, and how many neighbors stand as typed; both 0 to 1.

    `shares` are what each word tells of the whole; a pair counts by what both its words tell.
    """
    wanted = len(shares)
    if wanted < 2:
        return 0.0, 0.0
    last: dict[int, int] = {}
    pairs = set()
    closest: dict[int, int] = {}  # by both words of a pair, as one number
    before_word, before_place = -2, 0
    for place, _, word in places:
        if word == before_word + 1 and place - before_place <= 2:
            pairs.add(word)
        if word != before_word:
            for other, where in last.items():
                if other != word:
                    pair = other * wanted + word if other < word else word * wanted + other
                    distance = place - where
                    if pair not in closest or distance < closest[pair]:
                        closest[pair] = distance
        last[word] = before_place = place
        before_word = word
    every = (1.0 - sum([share * share for share in shares])) / 2  # the sum of all pairs' products
    near = sum(
        [
            shares[pair // wanted] * shares[pair % wanted] * (distance**-0.5 if distance > 0 else 1.0)
            for pair, distance in closest.items()
        ]
    )
    neighbors = sum([shares[word - 1] * shares[word] for word in pairs])
    all_neighbors = sum([first * second for first, second in pairwise(shares)])
    return min(1.0, near / every), neighbors / all_neighbors


def wanted_kinds(forms: Sequence[str]) -> Mapping[str, float]:
    """The kinds of page that a question names, with what that is worth."""
    return {kind: WANTED_KIND for kind, words in KIND_WORDS.items() if not words.isdisjoint(forms)}

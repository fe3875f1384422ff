"""All words of the library: what a beginning may become, what a slip was meant to be, how a phrase goes on."""

from array import array
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from heapq import nlargest
from itertools import pairwise
from math import log

import msgspec
from rapidfuzz import process
from rapidfuzz.distance import OSA

from partnerships.search.synonyms import Form
from partnerships.search.words import STOP_WORDS, forms, stem

_LAST = "\U0010ffff"
_LONGEST_TYPED = 40  # letters; nothing longer is a slip

_SUGGESTED = 5
_RARE_FACTOR = 0.15  # how much a word's being common weighs against one slip of the finger
_FIRST_LETTER = 0.6  # people get the first letter right
_SHORTENED = 1.3  # "dept", "cmte": letters left out, first and last kept, against one slip
_CUT = 1.1  # "hosp": the beginning of a word
_NO_VOWELS = 0.6  # "cmte" cannot be meant as it stands: so much the likelier that it is shortened
_SHORT_FORM = range(4, 7)

_PHRASE_WORDS = 6
_PHRASES_KEPT = 6000
_SEEN_OFTEN = 4
_OF_TITLE, _IN_TITLE, _OF_HEADING, _IN_HEADING, _FULL_NAME = 30, 12, 8, 4, 40
"""What a phrase is worth as a completion, by where it comes from; one in a text is worth its count."""


class Stored(msgspec.Struct, frozen=True):
    """The vocabulary as it is kept: forms in order, joined by line ends, and the arrays ("I") that go with them.

    `counts` says in how many records each form occurs. `families` are the numbers of forms in the
    order of their stems, and `family_starts` says where in them each stem begins. `phrases` are
    completions in order.
    """

    forms: str
    counts: bytes
    families: bytes
    family_starts: bytes
    phrases: str
    phrase_weights: bytes
    same: tuple[Form, ...]


def store(counts: Mapping[str, int], phrases: Mapping[str, int], same: tuple[Form, ...]) -> Stored:
    """Make the stored vocabulary from the count of each form, in order, and the weight of each phrase, in order."""
    by_stem: dict[str, list[int]] = {}
    for number, form in enumerate(counts):
        by_stem.setdefault(stem(form), []).append(number)
    families, starts = array("I"), array("I")
    for _, numbers in sorted(by_stem.items()):
        starts.append(len(families))
        families.extend(numbers)
    return Stored(
        forms="\n".join(counts),
        counts=array("I", counts.values()).tobytes(),
        families=families.tobytes(),
        family_starts=starts.tobytes(),
        phrases="\n".join(phrases),
        phrase_weights=array("I", phrases.values()).tobytes(),
        same=same,
    )


class Vocabulary:
    """Looks words up by form, stem, beginning or likeness. A form's number is its place, from 0."""

    def __init__(self, stored: Stored) -> None:
        self.forms = stored.forms.split("\n")
        self._counts = array("I", stored.counts)
        self._families = array("I", stored.families)
        self._starts = array("I", stored.family_starts)
        self._phrases = stored.phrases.split("\n")
        self._weights = array("I", stored.phrase_weights)
        self.same = stored.same

    def number(self, form: str) -> int | None:
        """The number of a form, if the library has it."""
        place = bisect_left(self.forms, form)
        return place if place < len(self.forms) and self.forms[place] == form else None

    def numbers(self, forms: Sequence[str]) -> tuple[int, ...]:
        """The numbers of several forms; none at all when the library lacks one of them."""
        found = [self.number(form) for form in forms]
        return tuple(number for number in found if number is not None) if None not in found else ()

    def count(self, form: str) -> int:
        """In how many records a form occurs."""
        number = self.number(form)
        return 0 if number is None else self._counts[number]

    def family(self, wanted: str) -> Sequence[int]:
        """The numbers of all forms that have a stem."""
        place = bisect_left(self._starts, wanted, key=self._stem_at)
        if place == len(self._starts) or self._stem_at(self._starts[place]) != wanted:
            return ()
        end = self._starts[place + 1] if place + 1 < len(self._starts) else len(self._families)
        return self._families[self._starts[place] : end]

    def _stem_at(self, start: int) -> str:
        return stem(self.forms[self._families[start]])

    def beginning_with(self, beginning: str, limit: int) -> list[str]:
        """The commonest words that begin so, longer than the beginning itself."""
        found = self._range(beginning)
        best = nlargest(limit + 8, found, key=self._counts.__getitem__)
        listed = (self.forms[number] for number in best if self._counts[number])
        return [form for form in listed if form != beginning and form not in STOP_WORDS][:limit]

    def _range(self, beginning: str) -> range:
        first = bisect_left(self.forms, beginning)
        return range(first, bisect_left(self.forms, beginning + _LAST, first))

    def near(self, form: str, unfinished: bool = False) -> list[str]:
        """Words that a form may have been meant to be, the likeliest first."""
        if len(form) < 3 or len(form) > _LONGEST_TYPED or form.isdecimal():
            return []
        costs: dict[str, float] = {}
        allowed = 1 if len(form) < 5 else 2
        if unfinished:
            self._near_beginnings(form, costs)
        self._near_among(form, [self.forms[number] for number in self._range(form[0])], allowed, costs)
        if not costs:
            self._near_among(form, self.forms, allowed, costs)
        if len(form) in _SHORT_FORM:
            self._shortened(form, costs)
        return sorted(costs, key=lambda word: (costs[word], word))[:_SUGGESTED]

    def _near_among(self, form: str, among: Sequence[str], allowed: int, costs: dict[str, float]) -> None:
        for word, distance, _ in process.extract(form, among, scorer=OSA.distance, score_cutoff=allowed, limit=24):
            if len(form) == 3 and sorted(word) != sorted(form):  # "cti" is "cit", but "lep" is not "lea"
                continue
            self._cost(costs, word, distance + (0.0 if word[0] == form[0] else _FIRST_LETTER))

    def _near_beginnings(self, form: str, costs: dict[str, float]) -> None:
        """Words whose beginning is like an unfinished form with a slip in it."""
        if len(form) < 4:
            return
        cut: dict[str, int] = {}
        for number in self._range(form[:1]):
            word = self.forms[number]
            if len(word) > len(form):
                start = word[: len(form)]
                if start not in cut or self._counts[number] > self._counts[cut[start]]:
                    cut[start] = number
        for start, distance, _ in process.extract(form, list(cut), scorer=OSA.distance, score_cutoff=1, limit=24):
            self._cost(costs, self.forms[cut[start]], distance + 0.1)

    def _shortened(self, form: str, costs: dict[str, float]) -> None:
        bonus = 0.0 if any(letter in "aeiou" for letter in form[:-1]) else _NO_VOWELS
        for number in self._range(form[0]):
            word = self.forms[number]
            if len(word) < len(form) + 2 or self._counts[number] < 2:
                continue
            if word.startswith(form):
                self._cost(costs, word, _CUT - bonus)
            elif word[-1] == form[-1]:
                letters = iter(word)
                if all(letter in letters for letter in form):
                    self._cost(costs, word, _SHORTENED - bonus)

    def _cost(self, costs: dict[str, float], word: str, slips: float) -> None:
        count = self.count(word)
        if count and not word.isdecimal() and word not in STOP_WORDS:
            cost = slips - _RARE_FACTOR * log(1 + count)
            costs[word] = min(cost, costs.get(word, cost))

    def split(self, form: str) -> tuple[str, str] | None:
        """The two words that were perhaps written as one."""
        best, best_count = None, 0
        for place in range(3, len(form) - 2):
            first, second = form[:place], form[place:]
            count = min(self.count(first), self.count(second))
            if count > best_count and first not in STOP_WORDS and second not in STOP_WORDS:
                best, best_count = (first, second), count
        return best

    def phrases_beginning_with(self, beginning: str, limit: int) -> list[tuple[str, int]]:
        """The best phrases that begin so, longer than the beginning itself, with what they are worth."""
        first = bisect_left(self._phrases, beginning)
        found = range(first, bisect_left(self._phrases, beginning + _LAST, first))
        best = nlargest(limit, found, key=self._weights.__getitem__)
        return [(self._phrases[number], self._weights[number]) for number in best if self._phrases[number] != beginning]


def phrases(
    titles: Iterable[str], headings: Iterable[str], names: Iterable[Sequence[str]], texts: Iterable[Sequence[str]]
) -> dict[str, int]:
    """Phrases worth offering as completions, in order: of titles, headings, full names, and frequent in texts.

    `names` and `texts` are given by their forms.
    """
    weights: Counter[str] = Counter()
    for title in dict.fromkeys(titles):
        _add_tails(weights, forms(title), _OF_TITLE, _IN_TITLE)
    for heading in dict.fromkeys(headings):
        _add_tails(weights, forms(heading), _OF_HEADING, _IN_HEADING)
    for name in names:
        _add_tails(weights, name, _FULL_NAME, _IN_TITLE)
    seen: Counter[tuple[str, ...]] = Counter()
    for text in texts:
        plain = [form if form.isalpha() and len(form) > 2 else "" for form in text]
        seen.update((a, b) for a, b in pairwise(plain) if _tells(a) and _tells(b))
        seen.update(
            (a, b, c) for a, b, c in zip(plain, plain[1:], plain[2:], strict=False) if _tells(a) and b and _tells(c)
        )
    for phrase, count in seen.most_common(_PHRASES_KEPT):
        if count < _SEEN_OFTEN:
            break
        weights[" ".join(phrase)] += count
    return dict(sorted(weights.items()))


def _tells(form: str) -> bool:
    return form != "" and form not in STOP_WORDS


def _add_tails(weights: Counter[str], whole: Sequence[str], worth: int, worth_inside: int) -> None:
    """Add a phrase, and what is left of it from each of its telling words on."""
    for place, form in enumerate(whole[:-1]):
        if form not in STOP_WORDS:
            tail = list(whole[place : place + _PHRASE_WORDS])
            while tail and tail[-1] in STOP_WORDS:
                tail.pop()
            if len(tail) > 1:
                weights[" ".join(tail)] += worth if place == 0 else worth_inside

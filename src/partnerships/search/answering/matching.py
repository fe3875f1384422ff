"""Which documents have what was asked for: postings kept at hand, and a slot for each wanted word."""

from array import array
from collections import OrderedDict
from collections.abc import Iterable, Sequence
from itertools import pairwise

import msgspec

from partnerships.search import words
from partnerships.search.answering import ranking
from partnerships.search.index import Index
from partnerships.search.query import Word
from partnerships.search.synonyms import STATES, Synonyms, state_term

_KEPT_POSTINGS = 80_000
_KEPT_SLOTS = 64
_COMPLETED_BY = (0, 3, 6, 10)  # how many words stand for an unfinished one, by its letters
_COMPLETED_BY_MOST = 20


class Term(msgspec.Struct, frozen=True):
    """The documents that have a term, each with its saturated weight (0 to 1), and their pages."""

    weights: dict[int, float]
    pages: frozenset[int]


class Slot(msgspec.Struct):
    """A wanted word with all that may stand for it.

    `forms` are the numbers of the forms that stand for it, `phrases` those of its synonyms of
    several words, `exact` the number of the form as typed (None: the library does not have it).
    """

    word: str
    weights: dict[int, float] = {}
    pages: frozenset[int] = frozenset()
    telling: float = 0.0
    forms: set[int] = set()
    phrases: list[tuple[int, ...]] = []
    exact: int | None = None


class Matcher:
    """Finds the documents of words and phrases."""

    def __init__(self, index: Index, synonyms: Synonyms) -> None:
        self._index = index
        self._vocabulary = index.vocabulary
        self._synonyms = synonyms
        self._terms: OrderedDict[str, Term] = OrderedDict()
        self._held = 0
        self._slots: OrderedDict[tuple[object, ...], Slot] = OrderedDict()
        self.starts = array("I", index.pages.starts)
        self.starts.append(index.pages.documents)
        self.page_of: list[int] = []
        for page in range(len(self.starts) - 1):
            self.page_of.extend([page] * (self.starts[page + 1] - self.starts[page]))

    def term(self, term: str) -> Term:
        """The documents and pages of a term."""
        if found := self._terms.get(term):
            self._terms.move_to_end(term)
            return found
        documents, weights = self._index.postings(term)
        found = Term(
            dict(zip(documents, map(ranking.SATURATED.__getitem__, weights), strict=True)),
            frozenset(map(self.page_of.__getitem__, documents)),
        )
        self._terms[term] = found
        self._held += len(documents)
        while self._held > _KEPT_POSTINGS and len(self._terms) > 1:
            _, dropped = self._terms.popitem(last=False)
            self._held -= len(dropped.weights)
        return found

    def slots(self, wanted: Sequence[Word], order: Sequence[Word], unfinished: bool) -> list[Slot]:
        """A slot for each wanted word. `order` are all words as typed; the last may be `unfinished`."""
        stems = [words.stem(word.form) for word in order]
        groups: dict[str, set[str]] = {}
        for first, last, term in self._synonyms.in_question(stems):
            for word in order[first:last]:
                groups.setdefault(word.form, set()).add(term)
        joined: dict[str, set[str]] = {}
        for word, following in pairwise(order):
            both = word.form + following.form
            if self._vocabulary.number(both) is not None:
                joined.setdefault(word.form, set()).add(both)
                joined.setdefault(following.form, set()).add(both)
        found = []
        for word in wanted:
            terms = groups.get(word.form, set())
            if word.capitals and word.form.upper() in STATES:
                terms = terms | {state_term(word.form)}
            open_ended = unfinished and word is order[-1]
            others = (*word.extras, *sorted(joined.get(word.form, ())))
            found.append(self._slot(word.form, others, tuple(sorted(terms)), open_ended))
        return found

    def _slot(self, form: str, others: tuple[str, ...], groups: tuple[str, ...], open_ended: bool) -> Slot:
        key = (form, others, groups, open_ended)
        if kept := self._slots.get(key):
            self._slots.move_to_end(key)
            return kept
        slot = Slot(form)
        stem = words.stem(form)
        alternatives = [(self.term(stem), 1.0)]
        self._add_family(slot, stem)
        for other in others:
            alternatives.append((self.term(words.stem(other)), ranking.JOINED))
            self._add_family(slot, words.stem(other))
        for group in groups:
            alternatives.append((self.term(group), ranking.SYNONYM))
            for same in self._synonyms.forms_of.get(group, ()):
                self._add_group_form(slot, same)
        if open_ended:
            stems = dict.fromkeys(words.stem(word) for word in self._completions(form))
            for other in stems:
                if other != stem:
                    alternatives.append((self.term(other), ranking.COMPLETED))
                    self._add_family(slot, other)
        slot.exact = self._vocabulary.number(form)
        self._merge(slot, alternatives)
        self._slots[key] = slot
        if len(self._slots) > _KEPT_SLOTS:
            self._slots.popitem(last=False)
        return slot

    def _completions(self, beginning: str) -> list[str]:
        limit = _COMPLETED_BY[len(beginning)] if len(beginning) < len(_COMPLETED_BY) else _COMPLETED_BY_MOST
        return self._vocabulary.beginning_with(beginning, limit)

    def _add_family(self, slot: Slot, stem: str) -> None:
        slot.forms.update(self._vocabulary.family(stem))

    def _add_group_form(self, slot: Slot, forms: Sequence[str]) -> None:
        """A synonym of one word stands for it by its forms; one of several as a phrase."""
        numbers = self._vocabulary.numbers(forms)
        if len(forms) == 1:
            self._add_family(slot, words.stem(forms[0]))
        elif numbers:
            slot.phrases.append(numbers)

    def _merge(self, slot: Slot, alternatives: Sequence[tuple[Term, float]]) -> None:
        """Each document's best alternative."""
        having = [(term, factor) for term, factor in alternatives if term.weights]
        if len(having) == 1 and having[0][1] == 1.0:
            slot.weights, slot.pages = having[0][0].weights, having[0][0].pages
        elif having:
            merged: dict[int, float] = {}
            for term, factor in having:
                known = merged.get
                for document, weight in term.weights.items():
                    weight *= factor
                    if weight > known(document, 0.0):
                        merged[document] = weight
            slot.weights = merged
            slot.pages = frozenset().union(*(term.pages for term, _ in having))
        slot.telling = ranking.telling(self._index.pages.documents, len(slot.weights))

    def phrase_slot(self, phrase: Sequence[str]) -> Slot:
        """A slot for words in this very order and form."""
        key = ("phrase", *phrase)
        if kept := self._slots.get(key):
            return kept
        slot = Slot(f"“{' '.join(phrase)}”")
        numbers = self._vocabulary.numbers(phrase)
        if numbers:
            terms = [self.term(words.stem(form)) for form in phrase if form not in words.STOP_WORDS]
            candidates: Iterable[int] = range(self._index.pages.documents)
            if terms:
                candidates = set(terms[0].weights).intersection(*(term.weights for term in terms[1:]))
            having = [document for document in candidates if self._index.places(document).of_phrase(numbers)]
            slot.weights = {
                document: max((term.weights[document] for term in terms), default=0.5) for document in having
            }
            slot.pages = frozenset(self.page_of[document] for document in having)
            slot.phrases.append(numbers)
        slot.telling = ranking.telling(self._index.pages.documents, len(slot.weights)) + len(phrase) - 1
        self._slots[key] = slot
        if len(self._slots) > _KEPT_SLOTS:
            self._slots.popitem(last=False)
        return slot

    def pages_with(self, forms: Sequence[str]) -> frozenset[int]:
        """The pages that have a word or, of several, the phrase: what an exclusion excludes."""
        return self.term(words.stem(forms[0])).pages if len(forms) == 1 else self.phrase_slot(forms).pages

"""How what is being typed goes on: the rest of the word, phrase or filter, if something would be found."""

from collections.abc import Sequence
from collections.abc import Set as AbstractSet

from partnerships.search import words
from partnerships.search.answering.facets import Facets
from partnerships.search.answering.matching import Matcher
from partnerships.search.answering.seeking import Found
from partnerships.search.query import Query
from partnerships.search.vocabulary import Vocabulary

_TRIED = 4
_TAIL = 4  # words that a completed phrase may begin with
_STRONG = 0.35  # of the records with its first word must be worth a phrase that is offered for that word alone
_MORE_WORDS = 3  # that are offered at once


class Completer:
    """Offers the grey rest of a phrase."""

    def __init__(self, matcher: Matcher, vocabulary: Vocabulary, facets: Facets) -> None:
        self._matcher = matcher
        self._vocabulary = vocabulary
        self._facets = facets

    def rest(self, asked: Query, found: Found, allowed: AbstractSet[int]) -> str:
        """What would complete the question; empty when there is nothing to offer."""
        if asked.unfinished_filter is not None:
            return self._facets.rest_of(asked.unfinished_filter)
        if not asked.unfinished:
            return ""
        forms = [word.form for word in asked.words]
        for first in range(max(0, len(forms) - _TAIL), len(forms) - 1):
            before = _beside(found, forms[first:])
            tail = " ".join(forms[first:])
            for phrase, _ in self._vocabulary.phrases_beginning_with(tail, _TRIED):
                if self._goes_on(phrase, before, allowed):
                    return _shortened(phrase[len(tail) :])
        return self._rest_of_word(forms[-1], _beside(found, forms[-1:]), allowed)

    def _rest_of_word(self, form: str, before: Sequence[frozenset[int]], allowed: AbstractSet[int]) -> str:
        """The commonest word that begins so, with the phrase that it mostly begins."""
        whole = self._vocabulary.count(form) > 0
        for word in (form,) if whole else self._vocabulary.beginning_with(form, _TRIED):
            enough = _STRONG * self._vocabulary.count(word)
            for phrase, worth in self._vocabulary.phrases_beginning_with(f"{word} ", 1):
                if worth >= enough and self._goes_on(phrase, before, allowed):
                    return _shortened(phrase[len(form) :])
            if not whole and self._goes_on(word, before, allowed):
                return word[len(form) :]
        return ""

    def _goes_on(self, phrase: str, before: Sequence[frozenset[int]], allowed: AbstractSet[int]) -> bool:
        """Whether a page has all these words beside those before."""
        pages = [self._matcher.term(words.stem(form)).pages for form in phrase.split() if form not in words.STOP_WORDS]
        return bool(frozenset(allowed).intersection(*pages, *before))


def _beside(found: Found, forms: Sequence[str]) -> list[frozenset[int]]:
    return [slot.pages for slot in found.slots if slot.weights and slot.word not in forms]


def _shortened(rest: str) -> str:
    """No more than a few words, and no idle one at the end."""
    kept = rest.split(" ")[: _MORE_WORDS + 1]
    while len(kept) > 1 and kept[-1] in words.STOP_WORDS:
        kept.pop()
    return " ".join(kept)

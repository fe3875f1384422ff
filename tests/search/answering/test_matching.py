from collections.abc import Callable
from pathlib import Path

import pytest

from partnerships.search.answering.matching import Matcher
from partnerships.search.index import Index
from partnerships.search.query import Word, parse
from partnerships.search.synonyms import Synonyms


@pytest.fixture(scope="module")
def matcher(make_index: Callable[..., Path]) -> Matcher:
    index = Index(make_index())
    return Matcher(index, Synonyms(index.vocabulary.same))


def test_documents_of_a_page_stand_together(matcher: Matcher) -> None:
    for page in range(len(matcher.starts) - 1):
        assert set(matcher.page_of[matcher.starts[page] : matcher.starts[page + 1]]) == {page}


def test_a_term_weighs_between_nothing_and_one(matcher: Matcher) -> None:
    term = matcher.term("crisis")
    assert term.pages == {matcher.page_of[document] for document in term.weights}
    assert all(0 < weight < 1 for weight in term.weights.values())
    assert matcher.term("nowhere").weights == {}


def test_a_synonym_weighs_a_little_less_than_the_word_itself(matcher: Matcher) -> None:
    (slot,) = matcher.slots(*[parse("mou").words] * 2, False)
    itself = matcher.term("mou")
    assert set(slot.weights) >= set(itself.weights)
    assert slot.phrases


def test_an_unfinished_word_stands_for_those_that_begin_so(matcher: Matcher) -> None:
    words = (Word("hospi"),)
    (finished,) = matcher.slots(words, words, False)
    (unfinished,) = matcher.slots(words, words, True)
    assert not finished.weights
    assert set(unfinished.weights) == set(matcher.term("hospital").weights)


def test_a_phrase_is_found_in_its_order_only(matcher: Matcher) -> None:
    assert matcher.phrase_slot(("steering", "committee")).weights
    assert not matcher.phrase_slot(("committee", "steering")).weights
    assert not matcher.phrase_slot(("steering", "nowhere")).weights
    assert matcher.phrase_slot(("what", "they")).pages


def test_a_state_in_capitals_is_its_state(matcher: Matcher) -> None:
    words = parse("jail in MA").words
    slots = {slot.word: slot for slot in matcher.slots(words, words, False)}
    assert slots["ma"].pages == matcher.term("=massachusetts").pages != frozenset()

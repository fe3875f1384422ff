from itertools import pairwise

import pytest

from partnerships.search.answering import ranking


def test_words_close_together_are_worth_more() -> None:
    near, _ = ranking.together([(3, 4, 0), (4, 5, 1)], 2)
    far, _ = ranking.together([(3, 4, 0), (40, 41, 1)], 2)
    assert near == 1.0 > far > 0.0


def test_words_in_order_are_told_from_words_out_of_order() -> None:
    assert ranking.together([(3, 4, 0), (4, 5, 1), (5, 6, 2)], 3)[1] == 1.0
    assert ranking.together([(3, 4, 2), (4, 5, 1), (5, 6, 0)], 3)[1] == 0.0


def test_one_word_has_no_company() -> None:
    assert ranking.together([(3, 4, 0)], 1) == (0.0, 0.0)


def test_rare_words_tell_more() -> None:
    assert ranking.telling(1000, 1) > ranking.telling(1000, 500) > ranking.telling(1000, 1000) > 0


def test_more_of_the_same_adds_less_and_less() -> None:
    worth = [ranking.SATURATED[ranking.in_steps(weight)] for weight in (2, 4, 6, 8)]
    gains = [after - before for before, after in pairwise(worth)]
    assert gains == sorted(gains, reverse=True)
    assert all(gain > 0 for gain in gains)
    assert ranking.in_steps(1e9) == len(ranking.SATURATED) - 1


@pytest.mark.parametrize(
    ("typed", "kind"), [("mou template", "tool"), ("small grant", "program"), ("define cit", "term")]
)
def test_a_question_may_name_the_kind_of_page(typed: str, kind: str) -> None:
    assert kind in ranking.wanted_kinds(typed.split())


def test_each_kind_of_page_has_a_weight() -> None:
    assert set(ranking.KIND_WEIGHT) == {"article", "case", "program", "chapter", "tool", "entry", "term", "event"}

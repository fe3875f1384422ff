from itertools import pairwise

import pytest

from partnerships.search.answering import ranking


def test_words_close_together_are_worth_more() -> None:
    near, _ = ranking.together([(3, 4, 0), (4, 5, 1)], [0.5, 0.5])
    far, _ = ranking.together([(3, 4, 0), (40, 41, 1)], [0.5, 0.5])
    assert near == pytest.approx(1.0)
    assert 1.0 > far > 0.0


def test_words_in_order_are_told_from_words_out_of_order() -> None:
    even = [1 / 3, 1 / 3, 1 / 3]
    assert ranking.together([(3, 4, 0), (4, 5, 1), (5, 6, 2)], even)[1] == pytest.approx(1.0)
    assert ranking.together([(3, 4, 2), (4, 5, 1), (5, 6, 0)], even)[1] == 0.0


def test_words_that_tell_more_count_for_more_in_company() -> None:
    telling, idle = [(3, 4, 0), (4, 5, 1)], [(3, 4, 1), (4, 5, 2)]
    shares = [0.5, 0.4, 0.1]
    assert ranking.together(telling, shares) > ranking.together(idle, shares)


def test_one_word_has_no_company() -> None:
    assert ranking.together([(3, 4, 0)], [1.0]) == (0.0, 0.0)


def test_a_page_that_others_lead_to_is_worth_more_and_one_about_the_edition_less() -> None:
    assert ranking.page_worth("article", False, 9) > ranking.page_worth("article", False, 0)
    assert ranking.page_worth("article", False, 0) > ranking.page_worth("article", True, 0)


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

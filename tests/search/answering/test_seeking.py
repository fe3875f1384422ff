from collections.abc import Callable
from pathlib import Path

import pytest

from partnerships.library.model import Address, Record
from partnerships.search.finder import Finder
from partnerships.search.hits import Hits


def _page(number: int, title: str, body: str, kind: str = "article") -> Record:
    return Record(Address(f"p{number}"), kind, "grants", "g", title, "", "", body)  # type: ignore[arg-type]


@pytest.fixture(scope="module")
def finder(make_index: Callable[..., Path]) -> Finder:
    """Twenty pages about departments and grants, and a few others."""
    pages = [_page(number, f"Department {number}", "The department wrote a budget.") for number in range(20)]
    pages += [
        _page(30, "Agreement builder", "Who signs for the department, and when.", "tool"),
        _page(31, "Rivers", "A debt was paid. The dept was small."),
        _page(32, "Orchard", "Apples, pears and plums in the orchard of the town."),
        _page(33, "Garden", "Apples and pears only."),
        _page(34, "Village", "Town and village."),
    ]
    return Finder(make_index(pages, ()))


def _pages(hits: Hits) -> list[str]:
    return [hit.address.id for hit in hits.hits]


def test_a_tool_is_a_template_whether_it_says_so_or_not(finder: Finder) -> None:
    assert _pages(finder.find("agreement template "))[0] == "p30"
    assert finder.find("agreement template ").hits[0].missing == ()
    assert _pages(finder.find("agreement templ"))[0] == "p30"


def test_a_rare_word_is_doubted_only_when_no_page_has_all_words(finder: Finder) -> None:
    assert finder.find("small dept ").correction is None
    assert finder.find("dept budget ").correction == "department budget"


def test_most_of_the_words_are_at_least_half_of_them(finder: Finder) -> None:
    hits = finder.find("apples pears plums town ")
    assert (hits.full, hits.relaxed) == (1, True)
    assert _pages(hits) == ["p32", "p33"]
    assert set(hits.hits[1].missing) == {"plums", "town"}


def test_enough_pages_with_all_words_need_no_others(finder: Finder) -> None:
    hits = finder.find("department budget ")
    assert hits.total == hits.full == 20
    assert not hits.relaxed


def test_a_filter_does_not_change_what_the_words_find(finder: Finder) -> None:
    hits = finder.find("department budget ", (("kind", "tool"),))
    assert hits.total == sum(v.count for facet in hits.facets if facet.name == "kind" for v in facet.values if v.chosen)

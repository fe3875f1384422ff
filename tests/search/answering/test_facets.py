import itertools
from collections import defaultdict
from collections.abc import Callable
from pathlib import Path

import pytest

from partnerships.library.model import Record
from partnerships.search import words
from partnerships.search.finder import Finder


@pytest.fixture(scope="module")
def many(make_index: Callable[..., Path], many_records: list[Record]) -> Finder:
    return Finder(make_index(many_records, ()))


class _Brute:
    """The same questions answered by going through all records."""

    def __init__(self, records: list[Record]) -> None:
        self.stems: dict[str, set[str]] = defaultdict(set)
        self.values: dict[str, set[tuple[str, str]]] = defaultdict(set)
        self.years: dict[str, tuple[int, int]] = {}
        for record in records:
            page = record.address.id
            text = f"{record.title}\n{record.heading}\n{record.summary}\n{record.body}"
            self.stems[page].update(words.stems(text))
            self.values[page].update((*record.facets, ("section", record.section), ("kind", record.kind)))
            self.years[page] = record.years

    def pages(self, typed: str) -> set[str]:
        wanted = {words.stem(form) for form in words.forms(typed)}
        return {page for page, stems in self.stems.items() if wanted <= stems}

    def with_values(self, pages: set[str], chosen: list[tuple[str, str]]) -> set[str]:
        by_name: dict[str, set[tuple[str, str]]] = defaultdict(set)
        for name, value in chosen:
            by_name[name].add((name, value))
        return {page for page in pages if all(values & self.values[page] for values in by_name.values())}


_CHOICES = [
    (),
    (("topic", "a"),),
    (("topic", "a"), ("topic", "b")),
    (("topic", "a"), ("state", "TX")),
    (("section", "grants"), ("evidence", "controlled")),
]


@pytest.mark.parametrize("chosen", _CHOICES)
def test_counts_are_those_of_going_through_all_records(
    many: Finder, many_records: list[Record], chosen: tuple[tuple[str, str], ...]
) -> None:
    brute = _Brute(many_records)
    common = [form for form in many._vocabulary.beginning_with("", 60) if len(brute.pages(form)) >= 5]
    questions = [*common[:12], *(f"{a} {b}" for a, b in itertools.pairwise(common[:12]))]
    asked = 0
    for typed in questions:
        pages = brute.pages(typed)
        expected = brute.with_values(pages, list(chosen))
        if len(pages) < 5 or not expected:
            continue
        asked += 1
        hits = many.find(typed + " ", chosen)
        assert (hits.total, hits.full, hits.relaxed) == (len(expected), len(expected), False)
        for facet in hits.facets:
            others = [pair for pair in chosen if pair[0] != facet.name]
            for value in facet.values:
                narrowed = brute.with_values(pages, [*others, (facet.name, value.value)])
                assert value.count == len(narrowed), (typed, facet.name, value)
                assert value.chosen == ((facet.name, value.value) in chosen)
            shown = {value.value for value in facet.values}
            there = {
                value
                for page in brute.with_values(pages, others)
                for name, value in brute.values[page]
                if name == facet.name
            }
            assert there <= shown
    assert asked > 10


def test_choosing_a_value_shows_as_many_pages_as_it_said(finder: Finder) -> None:
    for facet in finder.find("crisis ").facets:
        for value in facet.values:
            assert finder.find("crisis ", ((facet.name, value.value),)).total == value.count


def test_years_touch_a_span(many: Finder, many_records: list[Record]) -> None:
    expected = {r.address.id for r in many_records if r.years[1] and r.years[0] <= 1995 and r.years[1] >= 1990}
    assert many.find("year:1990..1995 ").total == len(expected)


def test_facets_are_listed_commonest_first(finder: Finder) -> None:
    for facet in finder.find("crisis ").facets:
        counts = [value.count for value in facet.values]
        assert counts == sorted(counts, reverse=True)

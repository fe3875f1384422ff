"""Programs as values: sizes, orders, spans of months, and what a tick would give."""

from dataclasses import replace

import pytest
from helpers.small import small_edition

from partnerships.library.edition import Edition
from partnerships.shell.grants.comparing import facts_of
from partnerships.shell.grants.programs import Program, month_spans, ordered, programs_of
from partnerships.shell.parts.sifting import counts, passing


@pytest.fixture
def programs(tmp_path) -> tuple[Program, ...]:
    with Edition(small_edition(tmp_path)) as edition:
        return programs_of(edition.articles("grants"))


def ids(programs: tuple[Program, ...]) -> list[str]:
    return [program.id for program in programs]


def test_only_programs_stand_in_the_table_and_their_texts_are_plain(programs) -> None:
    assert ids(programs) == ["crisis-teams", "hire-officers", "formula-money", "small-grants"]
    assert programs[1].award == "Up to $6,250,000 in 2025."
    assert programs[1].agency == "COPS Office"


@pytest.mark.parametrize(
    ("ceiling", "size"),
    [(None, "open"), (200_000, "small"), (200_001, "middle"), (750_000, "middle"), (750_001, "large")],
)
def test_the_size_follows_the_ceiling(programs, ceiling, size) -> None:
    assert replace(programs[0], ceiling=ceiling).size == size


@pytest.mark.parametrize(
    ("order", "expected"),
    [
        ("agency", ["crisis-teams", "hire-officers", "formula-money", "small-grants"]),
        ("program", ["crisis-teams", "formula-money", "hire-officers", "small-grants"]),
        ("-program", ["small-grants", "hire-officers", "formula-money", "crisis-teams"]),
        ("-award", ["hire-officers", "crisis-teams", "small-grants", "formula-money"]),
        ("award", ["small-grants", "crisis-teams", "hire-officers", "formula-money"]),
        ("opens", ["small-grants", "crisis-teams", "hire-officers", "formula-money"]),
        ("-opens", ["hire-officers", "crisis-teams", "small-grants", "formula-money"]),
        ("status", ["formula-money", "hire-officers", "crisis-teams", "small-grants"]),
    ],
)
def test_orders_put_what_is_not_known_last(programs, order, expected) -> None:
    assert ids(ordered(programs, order)) == expected


@pytest.mark.parametrize(
    ("months", "spans"),
    [
        ((), ()),
        ((5,), ((5, 5),)),
        ((4, 5, 6), ((4, 6),)),
        ((2, 3, 9, 10), ((2, 3), (9, 10))),
        ((11, 12, 1), ((11, 1),)),
        (tuple(range(1, 13)), ((1, 12),)),
    ],
)
def test_months_join_into_spans_across_the_new_year(months, spans) -> None:
    assert month_spans(months) == spans


def test_ticks_in_a_group_add_up_and_groups_narrow(programs) -> None:
    assert ids(passing(programs, [("pays", "officers"), ("pays", "training")])) == [
        "crisis-teams",
        "hire-officers",
        "small-grants",
    ]
    assert ids(passing(programs, [("pays", "training"), ("status", "ended")])) == ["small-grants"]


def test_a_count_says_what_its_tick_would_give(programs) -> None:
    found = counts(programs, [("who", "nonprofit")])
    assert found["pays", "training"] == 2
    assert ("pays", "officers") not in found
    assert found["who", "tribe"] == 2  # ticks of the same group do not narrow it
    for value in ("police", "nonprofit", "state"):
        assert found["who", value] == len(passing(programs, [("who", value)]))


def test_facts_differ_only_where_programs_say_different_things(programs) -> None:
    differ = {fact.name: fact.differs for fact in facts_of((programs[0], programs[3]))}
    assert differ["Match"] is False
    assert differ["Period"] is False
    assert differ["Award"] is True
    assert differ["Who applies"] is True

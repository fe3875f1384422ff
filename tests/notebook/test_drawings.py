"""What drawings show of the answers, and what moving something in them writes into the table behind."""

from datetime import date

import pytest

from partnerships.library.model import Column, Computed, Drawing, DrawingPart, Field, FieldGroup, Tool
from partnerships.notebook.drawings import (
    Bar,
    Point,
    bars,
    links,
    points,
    scores,
    sides,
    strip_start,
    unit_start,
    with_bar,
    with_point,
)
from partnerships.notebook.model import Answer

PEOPLE = Field(
    "people",
    "table",
    "People",
    columns=(
        Column("who", "Who"),
        Column("stance", "Stance"),
        Column("interest", "Interest", "scale"),
        Column("power", "Power", "scale"),
    ),
)
PLAN = Field(
    "plan",
    "table",
    "Plan",
    columns=(Column("what", "What"), Column("from", "From", "date"), Column("to", "To", "date")),
)
TOOL = Tool(
    "t", "T", "", "", "start", 1, 5, (), "2026-11", "", "",
    groups=(
        FieldGroup(
            "all",
            "All",
            (
                PEOPLE,
                PLAN,
                Field("begins", "date", "Begins"),
                Field("who", "long-text", "Who"),
                Field("handler", "text", "Handler"),
                Field("strength", "scale", "Strength"),
            ),
        ),
    ),
    computed=(Computed("mean", "Mean", "mean", ("strength",), decimals=1),),
)  # fmt: skip
GRID = Drawing("g", "grid", "Grid", "people", of=("people.who", "people.interest", "people.power"))
STRIP = Drawing("s", "strip", "Strip", "plan", of=("plan.what", "plan.from", "plan.to"), starts="begins")
WEEKS = Drawing("w", "strip", "Strip", "plan", of=STRIP.of, starts="begins", unit="week", units=13)
START = date(2027, 1, 1)


def test_rows_with_a_name_stand_on_the_grid() -> None:
    answers: dict[str, Answer] = {"people": (("Ann", "for", "5", "2"), ("", "", "1", "1"), ("Bob", "", "4", ""))}
    assert points(TOOL, GRID, answers) == (Point(0, "Ann", 5, 2), Point(2, "Bob", 4, 0))
    assert points(TOOL, GRID, answers)[0].is_placed
    assert not points(TOOL, GRID, answers)[1].is_placed
    assert points(TOOL, GRID, {}) == ()


@pytest.mark.parametrize(("across", "up", "cells"), [(3, 4, ("3", "4")), (9, -2, ("5", "1"))])
def test_a_moved_point_is_written_into_its_row_and_stays_on_the_grid(
    across: int, up: int, cells: tuple[str, str]
) -> None:
    answers: dict[str, Answer] = {"people": (("Ann", "for", "5", "2"), ("Bob",))}
    assert with_point(TOOL, GRID, answers, Point(1, "Bob", across, up)) == (
        ("Ann", "for", "5", "2"),
        ("Bob", "", *cells),
    )


def test_bars_are_counted_in_months_from_the_start() -> None:
    answers: dict[str, Answer] = {
        "plan": (
            ("Draft", "2027-01-20", "2027-03-05"),
            ("One date", "2027-02-01", ""),
            ("Later", "2028-01-15", "2028-02-01"),
            ("None", "", "soon"),
        )
    }
    assert bars(TOOL, STRIP, answers, START) == (
        Bar(0, "Draft", 0, 2),
        Bar(1, "One date", 1, 1),
        Bar(2, "Later", 12, 13),
        Bar(3, "None", None, None),
    )


def test_the_strip_starts_with_the_month_or_the_week_of_its_field() -> None:
    today = date(2026, 11, 25)
    assert strip_start(STRIP, {"begins": "2027-01-20"}, today) == START
    assert strip_start(STRIP, {}, today) == date(2026, 11, 1)
    assert strip_start(WEEKS, {"begins": "2027-01-20"}, today) == date(2027, 1, 18), "a Monday"
    assert unit_start(STRIP, START, 13) == date(2028, 2, 1)
    assert unit_start(WEEKS, date(2027, 1, 18), 2) == date(2027, 2, 1)


def test_a_moved_bar_keeps_its_days_and_never_leaves_a_month() -> None:
    answers: dict[str, Answer] = {"plan": (("Draft", "2027-01-31", "2027-03-05"),)}
    assert with_bar(TOOL, STRIP, answers, START, Bar(0, "Draft", 1, 3)) == (("Draft", "2027-02-28", "2027-04-05"),)


def test_a_bar_without_dates_begins_with_whole_units() -> None:
    answers: dict[str, Answer] = {"plan": (("Draft", "", ""),)}
    assert with_bar(TOOL, STRIP, answers, START, Bar(0, "Draft", 2, 3)) == (("Draft", "2027-03-01", "2027-04-30"),)
    monday = date(2027, 1, 18)
    assert with_bar(TOOL, WEEKS, answers, monday, Bar(0, "Draft", 1, 1)) == (("Draft", "2027-01-25", "2027-01-31"),)


def test_a_bar_never_ends_before_it_begins() -> None:
    answers: dict[str, Answer] = {"plan": (("Draft", "2027-05-01", "2027-06-01"),)}
    (row,) = with_bar(TOOL, STRIP, answers, START, Bar(0, "Draft", 6, 2))
    assert row[1] <= row[2]


def test_the_triangle_the_chain_and_the_scores() -> None:
    triangle = Drawing(
        "t", "triangle", "T", "all", parts=(DrawingPart("Offender", ("who", "handler", "strength"), "Handler"),)
    )
    answers: dict[str, Answer] = {"who": "a\n\nb", "handler": "outreach", "strength": 2.0, "people": (("Ann",), ("",))}
    (side,) = sides(triangle, answers)
    assert (side.who, side.controller, side.strength, side.field) == ("a\n\nb", "outreach", 2, "strength")
    chain = Drawing(
        "c", "chain", "C", "all", parts=(DrawingPart("People", ("people.who",)), DrawingPart("Who", ("who",)))
    )
    assert [link.items for link in links(TOOL, chain, answers)] == [("Ann",), ("a", "b")]
    drawing = Drawing("r", "scores", "R", "all", of=("mean",))
    assert [(score.value, score.text) for score in scores(TOOL, drawing, answers)] == [(2.0, "2.0")]
    assert scores(TOOL, drawing, {})[0].value is None

"""What answers add up to, and what it means."""

import pytest

from partnerships.library.model import Caution, Choice, Column, Computed, Field, FieldGroup, Range, Tool
from partnerships.notebook.model import Answer
from partnerships.notebook.results import cautions, outcomes, parse_number, progress

YES_NO = (Choice("yes_", "Yes", 1), Choice("unsure", "Unsure", 0.5), Choice("no_", "No", 0))
BANDS = (Range(0, 2.9, "fix first", ""), Range(3, 3.9, "discuss", ""), Range(4, 5, "strength", ""))


def tool(*computed: Computed, caution: Caution | None = None) -> Tool:
    """A tool with one field of each kind that counts."""
    fields = (
        Field("owner", "choice", "Owner", required=True, choices=YES_NO),
        Field("time", "scale", "Time"),
        Field("trust", "scale", "Trust"),
        Field("cost", "money", "Cost"),
        Field("agreed", "check", "Agreed"),
        Field(
            "people",
            "table",
            "People",
            columns=(Column("name", "Name"), Column("in", "In", "check"), Column("power", "Power", "scale")),
        ),
    )
    return Tool(
        "t", "T", "", "", "start", 1, 5, (), "2026-11", "", "",
        groups=(FieldGroup("all", "All", fields),),
        computed=computed,
        cautions=(caution,) if caution else (),
    )  # fmt: skip


def value(computed: Computed, answers: dict[str, Answer]) -> tuple[float | None, str]:
    outcome = outcomes(tool(computed), answers)[0]
    return outcome.value, outcome.range.label if outcome.range else ""


def test_choices_and_scales_add_up() -> None:
    assert value(Computed("c", "C", "sum", ("owner", "time")), {"owner": "unsure", "time": 4.0}) == (4.5, "")


def test_a_mean_leaves_out_what_is_not_answered() -> None:
    assert value(Computed("c", "C", "mean", ("time", "trust")), {"time": 4.0}) == (4.0, "")


def test_without_answers_there_is_no_result() -> None:
    assert value(Computed("c", "C", "mean", ("time", "trust"), ranges=BANDS), {}) == (None, "")


def test_the_band_fits_the_number_that_is_shown() -> None:
    computed = Computed("c", "C", "mean", ("people.power",), decimals=1, ranges=BANDS)
    rows = (*tuple(("a", "", "3") for _ in range(19)), ("b", "", "2"))
    found = outcomes(tool(computed), {"people": rows})[0]
    assert found.text == "3.0"
    assert found.range is not None
    assert found.range.label == "discuss"


def test_ticked_cells_are_counted_and_empty_rows_are_not() -> None:
    rows = (("a", "x", "4"), ("b", "", "2"), ("", "", ""))
    assert value(Computed("c", "C", "count", ("people.in",)), {"people": rows})[0] == 1
    assert value(Computed("c", "C", "share", ("people.in",)), {"people": rows})[0] == 50
    assert value(Computed("c", "C", "count", ("people.power",), where=("4", "5")), {"people": rows})[0] == 1


def test_a_group_stands_for_all_its_fields() -> None:
    assert value(Computed("c", "C", "count", ("all",)), {"owner": "no_", "agreed": True, "cost": " "})[0] == 2


def test_progress_names_what_is_still_needed() -> None:
    held = progress(tool(), {"time": 3.0})
    assert (held.answered, held.total) == (1, 6)
    assert [field.id for field in held.missing] == ["owner"]


@pytest.mark.parametrize(("answer", "said"), [("no_", True), ("yes_", False), (None, False)])
def test_a_caution_is_said_for_its_answers(answer: Answer, said: bool) -> None:
    held = tool(caution=Caution("owner", "Find an owner.", answers=("no_",)))
    assert bool(cautions(held, {"owner": answer})) == said


def test_a_caution_is_said_below_a_number() -> None:
    held = tool(caution=Caution("time", "Too little.", below=3))
    assert cautions(held, {"time": 2.0}) == ("Too little.",)
    assert cautions(held, {"time": 3.0}) == ()
    assert cautions(held, {}) == ()


@pytest.mark.parametrize(("text", "number"), [("$1,250.50", 1250.5), (" 3 ", 3), ("three", None), ("", None)])
def test_numbers_are_read_as_people_write_them(text: str, number: float | None) -> None:
    assert parse_number(text) == number

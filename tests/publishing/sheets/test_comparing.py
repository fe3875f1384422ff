"""Two sheets side by side: what differs is seen, and how far the results moved."""

from partnerships.library.model import Choice, Column, Computed, Field, FieldGroup, Range, Tool
from partnerships.notebook.model import Answer, Sheet
from partnerships.publishing.sheets.comparing import Comparison, compare, comparison_document
from partnerships.publishing.sheets.paper import paper_html
from partnerships.publishing.sheets.words import SheetWords

TOOL = Tool(
    "check", "Health check", "", "", "keep", 1, 5, (), "2026-11", "", "",
    groups=(
        FieldGroup(
            "all",
            "All",
            (
                Field("trust", "scale", "Trust"),
                Field("say", "scale", "Say"),
                Field("owner", "choice", "Owner", choices=(Choice("yes_", "Yes, named"), Choice("no_", "No"))),
                Field("sent", "check", "Sent"),
                Field("who", "table", "Who", columns=(Column("name", "Name"), Column("in", "In", "check"))),
            ),
        ),
    ),
    computed=(
        Computed(
            "mean", "Average", "mean", ("trust", "say"), decimals=1,
            ranges=(Range(1, 2.9, "Weak", ""), Range(3, 5, "Strong", "")),
        ),
    ),
)  # fmt: skip
WORDS = SheetWords()


def sheet(number: int, **answers: Answer) -> Sheet:
    return Sheet(number, "check", f"Sheet {number}", answers, "2025-11-01", "2025-11-01")


BEFORE = sheet(1, trust=2.0, say=3.0, owner="no_", who=(("Ann", "x"),))
AFTER = sheet(2, trust=4.0, say=4.0, owner="no_", sent=True, who=(("Ann", "x"), ("Bob", "")))


def test_results_say_how_far_they_moved() -> None:
    result = compare(TOOL, BEFORE, AFTER, WORDS).results[0]
    assert (result.first, result.second, result.change) == ("2.5 · Weak", "4.0 · Strong", "+1.5")
    back = compare(TOOL, AFTER, BEFORE, WORDS).results[0]
    assert back.change == "−1.5"
    same = compare(TOOL, AFTER, AFTER, WORDS).results[0]
    assert same.change == "no change"


def test_a_result_without_answers_on_one_side_has_no_change() -> None:
    assert compare(TOOL, sheet(3), AFTER, WORDS).results[0].change == ""


def test_answers_are_told_in_words_and_what_differs_is_known() -> None:
    lines = {line.label: line for line in compare(TOOL, BEFORE, AFTER, WORDS).answers}
    assert (lines["Trust"].first, lines["Trust"].second) == ("2 of 5", "4 of 5")
    assert lines["Owner"].first == "No"
    assert not lines["Owner"].differs
    assert (lines["Sent"].first, lines["Sent"].second) == ("No", "Yes")
    assert lines["Who"].second == "Ann · Yes\nBob"


def on_paper(found: Comparison, only_different: bool) -> str:
    return paper_html(comparison_document(found, ("Then", "Now"), only_different, WORDS))


def test_paper_can_hold_only_what_differs() -> None:
    found = compare(TOOL, BEFORE, AFTER, WORDS)
    assert "Owner" in on_paper(found, False)
    assert "Owner" not in on_paper(found, True)
    assert "Trust" in on_paper(found, True)
    assert "Nothing differs." in on_paper(compare(TOOL, AFTER, AFTER, WORDS), True)

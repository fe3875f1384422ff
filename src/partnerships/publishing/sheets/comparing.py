"""Two sheets of one tool side by side: what was answered then and now, and how the results moved."""

from dataclasses import dataclass

from partnerships.library.model import Tool
from partnerships.notebook.model import Sheet
from partnerships.notebook.results import Outcome, outcomes
from partnerships.publishing.sheets.document import Block, Document, Grid, Heading, Picture, Words
from partnerships.publishing.sheets.words import SheetWords, told


@dataclass(frozen=True, slots=True)
class Line:
    """A question, or a result, with what stands in the first and in the second sheet.

    `change` is how a result moved, such as "+0.4"; `group` is the step of the tool that a question is in.
    """

    label: str
    first: str
    second: str
    change: str = ""
    group: str = ""

    @property
    def differs(self) -> bool:
        """Whether the two sheets say different things."""
        return self.first != self.second


@dataclass(frozen=True, slots=True)
class Comparison:
    """Two sheets of a tool, the earlier one first."""

    tool: Tool
    first: Sheet
    second: Sheet
    results: tuple[Line, ...]
    answers: tuple[Line, ...]


def compare(tool: Tool, first: Sheet, second: Sheet, words: SheetWords) -> Comparison:
    """Everything that two sheets say, question by question."""
    before, after = outcomes(tool, first.answers), outcomes(tool, second.answers)
    results = tuple(_result(*pair, words) for pair in zip(before, after, strict=True))
    answers = tuple(
        Line(
            field.label,
            told(field, first.answers.get(field.id), words),
            told(field, second.answers.get(field.id), words),
            group=group.title,
        )
        for group in tool.groups
        for field in group.fields
    )
    return Comparison(tool, first, second, results, answers)


def _result(before: Outcome, after: Outcome, words: SheetWords) -> Line:
    return Line(before.computed.label, _told(before), _told(after), _change(before, after, words))


def _told(outcome: Outcome) -> str:
    return f"{outcome.text} · {outcome.range.label}" if outcome.range else outcome.text


def _change(before: Outcome, after: Outcome, words: SheetWords) -> str:
    if before.value is None or after.value is None:
        return ""
    decimals = after.computed.decimals
    moved = round(after.value, decimals) - round(before.value, decimals)
    return f"{moved:+,.{decimals}f}".replace("-", "−") if round(moved, decimals) else words.same


def comparison_document(
    comparison: Comparison,
    heads: tuple[str, str],
    only_different: bool,
    words: SheetWords,
    picture: Picture | None = None,
) -> Document:
    """The comparison as a document. `heads` name the two sheets."""
    blocks: list[Block] = [Heading(comparison.tool.title, 1), Words(words.compared, "lead")]
    if comparison.results:
        rows = tuple((line.label, line.first, line.second, line.change) for line in comparison.results)
        blocks += [Heading(words.results), Grid("", (words.result, *heads, words.change), rows)]
    if picture is not None:
        blocks.append(picture)
    lines = [line for line in comparison.answers if line.differs or not only_different]
    blocks.append(Heading(words.answers))
    if lines:
        answers = tuple((line.label, line.first, line.second) for line in lines)
        blocks.append(Grid("", (words.question, *heads), answers))
    else:
        blocks.append(Words(words.nothing_differs))
    return Document(f"{comparison.tool.title}: {words.compared}", words.language, tuple(blocks))

"""A sheet, or the blank of a tool, as blocks: questions, answers, results."""

from collections.abc import Iterator, Mapping

from partnerships.library.model import Field, Tool
from partnerships.library.text import plain
from partnerships.notebook.model import Answer
from partnerships.notebook.results import Answers, Outcome, is_answered, outcomes
from partnerships.publishing.sheets.document import (
    Answered,
    Block,
    Document,
    Facts,
    Grid,
    Heading,
    Options,
    Picture,
    Tick,
    Words,
)
from partnerships.publishing.sheets.words import SheetWords, told, told_rows

Pictures = Mapping[str, tuple[Picture, ...]]
"""The pictures of a sheet, by the id of the field or the step that they stand after."""

_LINES = {"long-text": 3}
_BLANK_ROWS = 3


def sheet_document(
    tool: Tool, name: str, answers: Answers, words: SheetWords, pictures: Pictures | None = None
) -> Document:
    """A sheet as a document of its own. Without answers it is a form to fill in by hand."""
    title = f"{tool.title}: {name}" if name and name != tool.title else tool.title
    head = (Heading(tool.title, 1), Words(tool.purpose, "lead"), Words(name or words.blank, "quiet"))
    return Document(title, words.language, (*head, *sheet_blocks(tool, answers, words, pictures or {}, 2)))


def sheet_blocks(tool: Tool, answers: Answers, words: SheetWords, pictures: Pictures, level: int) -> Iterator[Block]:
    """The steps of a sheet, their headings at `level`, then its results."""
    for group in tool.groups:
        yield Heading(group.title, level)
        for field in group.fields:
            yield _field(field, answers.get(field.id), words, bool(answers))
            yield from pictures.get(field.id, ())
        yield from pictures.get(group.id, ())
    if answers and tool.computed:
        yield Heading(words.results, level)
        for outcome in outcomes(tool, answers):
            yield Words(_result(outcome))
    yield Words(plain(tool.validity), "quiet")


def _result(outcome: Outcome) -> str:
    meaning = f" {outcome.range.label}. {outcome.range.meaning}" if outcome.range else ""
    return f"{outcome.computed.label}: {outcome.text}.{meaning}"


def _field(field: Field, answer: Answer, words: SheetWords, filled: bool) -> Block:
    if field.kind == "check":
        return Tick(field.label, answer is True)
    if field.kind == "table":
        rows = told_rows(field, answer, words)
        empty = ("",) * len(field.columns)
        return Grid(field.label, tuple(c.label for c in field.columns), rows or (empty,) * max(_BLANK_ROWS, field.rows))
    if field.kind in ("choice", "choices"):
        chosen = answer if isinstance(answer, tuple) else (answer,)
        options = tuple((choice.id in chosen, choice.label) for choice in field.choices)
        return Options(field.label, options, field.kind == "choice")
    if field.kind == "scale":
        points = tuple((answer == number, str(number)) for number in range(1, 6))
        return Options(field.label, points, True, field.low, field.high)
    if field.kind in ("person", "signature"):
        names = words.person if field.kind == "person" else words.signature
        held = [str(part) for part in answer] if isinstance(answer, tuple) else []
        return Facts(field.label, tuple((name, held[n] if n < len(held) else "") for n, name in enumerate(names)))
    said = told(field, answer, words) if is_answered(field, answer) else ""
    return Answered(field.label, said, _LINES.get(field.kind, 1))

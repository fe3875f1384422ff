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
_MOST_COLUMNS = 7  # that paper has room for


def sheet_document(
    tool: Tool, name: str, answers: Answers, words: SheetWords, pictures: Pictures | None = None
) -> Document:
    """A sheet as a document of its own. Without answers it is a form to fill in by hand."""
    title = f"{tool.title}: {name}" if name and name != tool.title else tool.title
    head = (Heading(tool.title, 1), Words(tool.purpose, "lead"), Words(name or words.blank, "quiet"))
    return Document(title, words.language, (*head, *sheet_blocks(tool, answers, words, pictures or {})))


def sheet_blocks(tool: Tool, answers: Answers, words: SheetWords, pictures: Pictures) -> Iterator[Block]:
    """What a sheet is worth, its steps under headings of level 2, then its results."""
    yield Words(plain(tool.validity), "quiet")
    for group in tool.groups:
        yield Heading(group.title)
        for field in group.fields:
            yield from _field(field, answers.get(field.id), words)
            yield from pictures.get(field.id, ())
        yield from pictures.get(group.id, ())
    if answers and tool.computed:
        yield Heading(words.results)
        yield from (Words(_result(outcome)) for outcome in outcomes(tool, answers))


def _result(outcome: Outcome) -> str:
    meaning = f" {outcome.range.label}. {outcome.range.meaning}" if outcome.range else ""
    return f"{outcome.computed.label}: {outcome.text}.{meaning}"


def _field(field: Field, answer: Answer, words: SheetWords) -> Iterator[Block]:
    if field.kind == "table":
        yield from _table(field, told_rows(field, answer, words))
    else:
        yield _simple(field, answer, words)


def _table(field: Field, rows: tuple[tuple[str, ...], ...]) -> Iterator[Block]:
    """A table; one that is too wide for paper becomes a list of names and values for each row."""
    heads = tuple(column.label for column in field.columns)
    if not rows:
        yield Grid(field.label, heads, (("",) * len(heads),) * max(_BLANK_ROWS, field.rows))
    elif len(heads) <= _MOST_COLUMNS:
        yield Grid(field.label, heads, rows)
    else:
        yield Words(field.label, "strong")
        for row in rows:
            pairs = tuple(pair for pair in zip(heads[1:], row[1:], strict=True) if pair[1])
            yield Facts(row[0] or "–", pairs)


def _simple(field: Field, answer: Answer, words: SheetWords) -> Block:
    if field.kind == "check":
        return Tick(field.label, answer is True)
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

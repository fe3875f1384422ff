"""What a sheet's answers add up to: progress, computed results and what they mean, cautions. Pure."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from partnerships.library.model import Computed, Field, Range, Tool
from partnerships.notebook.model import Answer

TICKED = "x"  # a ticked cell of a table, whose cells are all words
Answers = Mapping[str, Answer]


@dataclass(frozen=True, slots=True)
class Progress:
    """How many fields have an answer, of how many; `missing` are required fields without one."""

    answered: int
    total: int
    missing: tuple[Field, ...]


@dataclass(frozen=True, slots=True)
class Outcome:
    """A computed result: its value (None without answers), and the range it falls in."""

    computed: Computed
    value: float | None
    range: Range | None

    @property
    def text(self) -> str:
        """The value as it is shown, such as "3.4" or "72 %"."""
        if self.value is None:
            return "–"
        return f"{self.value:,.{self.computed.decimals}f}{f' {self.computed.unit}' if self.computed.unit else ''}"


def is_answered(field: Field, answer: Answer) -> bool:
    """Whether an answer says something."""
    if answer is None or answer == "" or answer == ():
        return False
    if field.kind == "check":
        return answer is True or answer == TICKED
    if isinstance(answer, tuple):
        return any(any(cell.strip() for cell in row) if isinstance(row, tuple) else str(row).strip() for row in answer)
    return str(answer).strip() != ""


def progress(tool: Tool, answers: Answers) -> Progress:
    """How far a sheet is filled in."""
    fields = [field for group in tool.groups for field in group.fields]
    done = [field for field in fields if is_answered(field, answers.get(field.id))]
    missing = tuple(field for field in fields if field.required and field not in done)
    return Progress(len(done), len(fields), missing)


def outcomes(tool: Tool, answers: Answers) -> tuple[Outcome, ...]:
    """All computed results of a sheet."""
    return tuple(_outcome(tool, computed, answers) for computed in tool.computed)


def cautions(tool: Tool, answers: Answers) -> tuple[str, ...]:
    """The sentences that the answers call for."""
    said = []
    for caution in tool.cautions:
        field = next(field for group in tool.groups for field in group.fields if field.id == caution.field)
        answer = answers.get(caution.field)
        chosen = set(answer) if isinstance(answer, tuple) else {answer}
        number = _number(field, answer)
        if chosen & set(caution.answers) or (
            caution.below is not None and number is not None and number < caution.below
        ):
            said.append(caution.say)
    return tuple(said)


def _outcome(tool: Tool, computed: Computed, answers: Answers) -> Outcome:
    items = [item for name in computed.of for item in _items(tool, name, answers)]
    value = _value(computed, items)
    low_high = None
    if value is not None:
        # What is shown decides, so that a 3.0 never stands in the band below 3.0. Ranges may be written
        # with one decimal: what falls between two belongs to the lower one.
        shown = round(value, computed.decimals)
        reached = [held for held in computed.ranges if shown >= held.low]
        low_high = max(reached, key=lambda held: held.low) if reached else None
    return Outcome(computed, value, low_high)


def _value(computed: Computed, items: list[tuple[Field, Answer]]) -> float | None:
    if computed.kind in ("sum", "mean"):
        numbers = [number for field, answer in items if (number := _number(field, answer)) is not None]
        if not numbers:
            return None
        return sum(numbers) if computed.kind == "sum" else sum(numbers) / len(numbers)
    counted = sum(1 for field, answer in items if _counts(field, answer, computed.where))
    if computed.kind == "count":
        return float(counted)
    return 100 * counted / len(items) if items else None


def _items(tool: Tool, name: str, answers: Answers) -> Iterator[tuple[Field, Answer]]:
    """The fields, or the cells of a column, that `name` stands for, each with its answer."""
    table, _, column = name.partition(".")
    for group in tool.groups:
        for field in group.fields:
            if column and field.id == table:
                yield from _cells(field, column, answers.get(table))
            elif not column and name in (group.id, field.id):
                yield field, answers.get(field.id)


def _cells(field: Field, column: str, answer: Answer) -> Iterator[tuple[Field, Answer]]:
    place = [held.id for held in field.columns].index(column)
    held = field.columns[place]
    cell = Field(id=column, kind=held.kind, label=held.label, choices=held.choices)
    for row in answer if isinstance(answer, tuple) else ():
        if isinstance(row, tuple) and any(text.strip() for text in row):
            yield cell, row[place] if place < len(row) else ""


def _number(field: Field, answer: Answer) -> float | None:
    worths = {choice.id: choice.worth for choice in field.choices}
    if isinstance(answer, bool):
        return 1.0 if answer else 0.0
    if isinstance(answer, float | int):
        return float(answer)
    if isinstance(answer, tuple):
        known = [worths.get(str(item)) for item in answer]
        held = [worth for worth in known if worth is not None]
        return sum(held) if held else None
    if isinstance(answer, str) and field.choices:
        return worths.get(answer)
    return parse_number(answer) if isinstance(answer, str) else None


def parse_number(text: str) -> float | None:
    """A number as people write it: 12,500 or $1,200.50; None for anything else."""
    try:
        return float(text.strip().lstrip("$").replace(",", ""))
    except ValueError:
        return None


def _counts(field: Field, answer: Answer, where: tuple[str, ...]) -> bool:
    if not where:
        return is_answered(field, answer)
    chosen = {str(item) for item in answer} if isinstance(answer, tuple) else {_word(answer)}
    return bool(chosen & set(where))


def _word(answer: Answer) -> str:
    if isinstance(answer, bool):
        return TICKED if answer else ""
    return f"{answer:g}" if isinstance(answer, float) else str(answer or "")

"""Answers in words, as every way out of the program writes them, and the words around a sheet."""

from dataclasses import dataclass

from partnerships.library.model import Column, Field
from partnerships.notebook.model import Answer

_PERSON = ("Name", "Role", "Organization", "Phone", "E-mail")
_SIGNATURE = ("Name in print", "Title and organization", "Date", "Signature")


@dataclass(frozen=True, slots=True)
class SheetWords:
    """The words around a sheet, translated by the shell. Those with names in braces are filled in."""

    blank: str = "Blank form"
    results: str = "Results"
    person: tuple[str, ...] = _PERSON
    signature: tuple[str, ...] = _SIGNATURE
    yes: str = "Yes"
    no: str = "No"
    of_five: str = "{number} of 5"
    compared: str = "Two sheets compared"
    result: str = "Result"
    question: str = "Question"
    change: str = "Change"
    answers: str = "Answers"
    same: str = "no change"
    nothing_differs: str = "Nothing differs."
    plan: str = "Partnership plan"
    contents: str = "Contents"
    partners: str = "Partners"
    agency: str = "Lead agency"
    coordinator: str = "Coordinator"
    area: str = "Area and people served"
    problem: str = "Problem"
    purpose: str = "Purpose"
    aims: str = "Aims"
    printed: str = "As of"
    language: str = "en-US"


def told(field: Field, answer: Answer, words: SheetWords) -> str:
    """An answer as a reader is told it; several lines for a table; nothing where nothing was answered."""
    if field.kind == "check":
        return words.yes if answer is True else words.no
    if field.kind in ("choice", "choices"):
        chosen = answer if isinstance(answer, tuple) else (answer,)
        return "; ".join(choice.label for choice in field.choices if choice.id in chosen)
    if field.kind == "scale":
        return words.of_five.format(number=f"{answer:g}") if isinstance(answer, float) else ""
    if field.kind == "table":
        return "\n".join(" · ".join(filter(None, row)) for row in told_rows(field, answer, words))
    if isinstance(answer, tuple):
        return ", ".join(str(part) for part in answer if str(part).strip())
    return str(answer or "")


def told_rows(field: Field, answer: Answer, words: SheetWords) -> tuple[tuple[str, ...], ...]:
    """The rows of a table with each cell in words, as many cells as it has columns."""
    rows = [row for row in answer if isinstance(row, tuple)] if isinstance(answer, tuple) else []
    places = range(len(field.columns))
    return tuple(
        tuple(told_cell(field.columns[place], row[place] if place < len(row) else "", words) for place in places)
        for row in rows
    )


def told_cell(column: Column, text: str, words: SheetWords) -> str:
    """A cell in words."""
    if column.kind == "check":
        return words.yes if text else ""
    return next((choice.label for choice in column.choices if choice.id == text), text)

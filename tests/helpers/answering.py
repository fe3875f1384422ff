"""Answers for every field of a tool, each different from all others, so that none can stand for another."""

from itertools import count

from partnerships.library.model import Column, Field, Tool
from partnerships.notebook.model import Answer


def answer_all(tool: Tool) -> tuple[dict[str, Answer], list[str]]:
    """An answer for each field, and the words that must be found wherever the sheet goes."""
    numbers = count(1001)
    answers: dict[str, Answer] = {}
    words: list[str] = []
    for group in tool.groups:
        for field in group.fields:
            answers[field.id] = _answer(field, numbers, words)
    return answers, words


def _answer(field: Field, numbers: "count[int]", words: list[str]) -> Answer:
    if field.kind in ("choice", "choices"):
        words.append(field.choices[-1].label)
        return field.choices[-1].id if field.kind == "choice" else (field.choices[-1].id,)
    if field.kind == "check":
        words.append(field.label)
        return True
    if field.kind == "scale":
        return 4.0
    if field.kind == "table":
        return (tuple(_cell(column, numbers, words) for column in field.columns),)
    if field.kind in ("person", "signature"):
        return tuple(_word(numbers, words) for _ in range(5 if field.kind == "person" else 3))
    return _word(numbers, words)


def _cell(column: Column, numbers: "count[int]", words: list[str]) -> str:
    if column.kind == "choice":
        words.append(column.choices[-1].label)
        return column.choices[-1].id
    if column.kind == "check":
        return "x"
    return "4" if column.kind == "scale" else _word(numbers, words)


def _word(numbers: "count[int]", words: list[str]) -> str:
    words.append(f"word{next(numbers)}")
    return words[-1]

"""The tables of a sheet as CSV files, which every spreadsheet opens."""

import csv
import io
import re

from partnerships.library.model import Field, Tool
from partnerships.notebook.model import Answer
from partnerships.notebook.results import Answers, is_answered, parse_number
from partnerships.publishing.sheets.words import SheetWords, told_rows

_FORMULA = ("=", "+", "-", "@", "\t", "\r")
_ODD = re.compile(r"[^\w ()-]+")


def table_files(tool: Tool, answers: Answers, words: SheetWords) -> tuple[tuple[str, bytes], ...]:
    """Each table that says something: the name of its file, and its bytes."""
    tables = [field for group in tool.groups for field in group.fields if field.kind == "table"]
    return tuple(
        (f"{_name(tool.title)} - {_name(field.label)}.csv", table_file(field, answers.get(field.id), words))
        for field in tables
        if is_answered(field, answers.get(field.id))
    )


def table_file(field: Field, answer: Answer, words: SheetWords) -> bytes:
    """A table as CSV (RFC 4180) in UTF-8 with a byte order mark, as spreadsheets like it."""
    held = io.StringIO()
    writer = csv.writer(held)
    writer.writerow([column.label for column in field.columns])
    writer.writerows([_plain(cell) for cell in row] for row in told_rows(field, answer, words))
    return held.getvalue().encode("utf-8-sig")


def _plain(cell: str) -> str:
    """A cell that no spreadsheet takes for a formula; numbers stay numbers."""
    return f"'{cell}" if cell.startswith(_FORMULA) and parse_number(cell) is None else cell


def _name(title: str) -> str:
    """A title as part of a file's name, on every system."""
    return " ".join(_ODD.sub(" ", title).split())[:60]

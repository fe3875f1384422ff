"""Tables for a spreadsheet: columns and rows as they are, in UTF-8, and no cell becomes a formula."""

import csv
import io

from partnerships.library.model import Choice, Column, Field, FieldGroup, Tool
from partnerships.publishing.sheets.table_file import table_file, table_files
from partnerships.publishing.sheets.words import SheetWords

COSTS = Field(
    "costs",
    "table",
    "Costs / a year",
    columns=(
        Column("what", "What"),
        Column("amount", "Amount", "money"),
        Column("sort", "Sort", "choice", choices=(Choice("cash", "Cash"), Choice("in-kind", "In kind"))),
        Column("done", "Done", "check"),
    ),
)
ROWS = (("Café, “hall”", "1,200", "in-kind", "x"), ("=HYPERLINK(1)", "-5", "", ""), ("@cmd", "+1", "", ""))
WORDS = SheetWords()


def rows(content: bytes) -> list[list[str]]:
    return list(csv.reader(io.StringIO(content.decode("utf-8-sig"))))


def test_a_table_is_read_back_as_it_was() -> None:
    content = table_file(COSTS, ROWS, WORDS)
    assert content.startswith(b"\xef\xbb\xbf"), "spreadsheets know it is UTF-8"
    assert rows(content)[:2] == [["What", "Amount", "Sort", "Done"], ["Café, “hall”", "1,200", "In kind", "Yes"]]


def test_no_cell_becomes_a_formula_and_numbers_stay_numbers() -> None:
    assert [row[:2] for row in rows(table_file(COSTS, ROWS, WORDS))[2:]] == [["'=HYPERLINK(1)", "-5"], ["'@cmd", "+1"]]


def test_each_filled_table_is_a_file_with_a_name_for_every_system() -> None:
    tool = Tool(
        "t", "Budget: sheet", "", "", "start", 1, 5, (), "2026-11", "", "",
        groups=(FieldGroup("g", "G", (COSTS, Field("empty", "table", "Empty", columns=(Column("a", "A"),)))),),
    )  # fmt: skip
    assert [name for name, _ in table_files(tool, {"costs": ROWS}, WORDS)] == ["Budget sheet - Costs a year.csv"]
    assert table_files(tool, {}, WORDS) == ()

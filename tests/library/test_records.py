"""What is searched: besides pages, the reading paths."""

from pathlib import Path

from partnerships.library.compiler import compile_edition
from partnerships.library.edition import Edition
from partnerships.library.model import Address
from partnerships.library.records import records

SMALL = Path(__file__).parent.parent / "helpers" / "content"


def test_a_reading_path_is_searched_by_its_name_its_reader_and_its_reasons(tmp_path: Path) -> None:
    for _ in compile_edition(SMALL, tmp_path / "library"):
        pass
    with Edition(tmp_path / "library") as edition:
        found = [record for record in records(edition) if record.address == Address("path:first-money")]
    assert [(record.title, record.summary, record.body) for record in found] == [
        ("First money", "Whoever writes the first grant.", "It takes the longest. It is the largest program.")
    ]

"""Which pages lead to which, and what the links say."""

from pathlib import Path

from partnerships.library.compiler import compile_edition
from partnerships.library.edition import Edition
from partnerships.library.pointing import pointing
from partnerships.library.records import records

SMALL = Path(__file__).parent.parent / "helpers" / "content"


def test_links_tell_where_they_lead_and_what_they_say(tmp_path: Path) -> None:
    for _ in compile_edition(SMALL, tmp_path / "library"):
        pass
    with Edition(tmp_path / "library") as edition:
        found = pointing(edition, ())
        without = pointing(edition, tuple(found.leads))
        pages = {record.address.id: record for record in records(edition)}
    for page, leads in found.leads.items():
        assert page not in leads
        assert len(set(leads)) == len(leads)
    assert without.leads == {}
    address, words = next((address, words) for address, words in found.called.items() if words and "#" not in address)
    assert pages[address].called == words
    assert pages[next(iter(found.leads))].leads

from collections.abc import Callable
from pathlib import Path

from partnerships.library.model import Address, Record
from partnerships.search.finder import Finder


def _page(name: str, title: str, body: str, leads: tuple[str, ...] = (), **more: object) -> Record:
    return Record(Address(name), "article", "grants", more.pop("group", "g"), title, "", "", body, leads=leads, **more)  # type: ignore[arg-type]


def _order(make_index: Callable[..., Path], records: list[Record], typed: str) -> list[str]:
    return [hit.address.id for hit in Finder(make_index(records, ())).find(typed).hits]


def test_a_page_to_which_good_pages_lead_comes_before_its_like(make_index: Callable[..., Path]) -> None:
    pages = [
        _page("alone", "Rules", "Money for a van."),
        _page("near", "Rules", "Money for a van."),
        _page("van", "A van", "What a van costs.", ("near",)),
    ]
    assert _order(make_index, pages, "van ") == ["van", "near", "alone"]


def test_a_page_that_others_lead_to_comes_first_though_these_were_not_found(make_index: Callable[..., Path]) -> None:
    pages = [_page("alone", "Rules", "Money for a van."), _page("known", "Rules", "Money for a van.")]
    pages += [_page(f"p{number}", "Another matter", "Nothing of it.", ("known",)) for number in range(5)]
    assert _order(make_index, pages, "van ") == ["known", "alone"]


def test_what_links_say_is_found(make_index: Callable[..., Path]) -> None:
    pages = [_page("surveys", "Asking people", "Draw a sample.", called=("how to measure trust",))]
    assert _order(make_index, pages, "measure trust ") == ["surveys"]


def test_a_list_of_sources_comes_last(make_index: Callable[..., Path]) -> None:
    pages = [
        _page("sources", "Sources: V", "Van costs. Van money. Van rules.", group="about"),
        _page("van", "Rules", "The money for it, the time it takes and the place of the van."),
    ]
    assert _order(make_index, pages, "van ") == ["van", "sources"]


def test_links_to_nowhere_are_no_neighbors(make_index: Callable[..., Path]) -> None:
    assert _order(make_index, [_page("van", "A van", "Costs.", ("gone", "van"))], "van ") == ["van"]

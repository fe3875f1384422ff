from collections.abc import Callable
from pathlib import Path

import pytest

from partnerships.library.model import Address, Record
from partnerships.search.finder import Finder


@pytest.fixture(scope="module")
def finder(make_index: Callable[..., Path]) -> Finder:
    texts = {
        "Steering committee": "The steering committee meets.",
        "Grants": "Grants and more grants. Ask grants desk.",
        "More grants": "Grants again.",
        "Working with hospitals and the courts of a county": "Hospitals take patients.",
    }
    records = [
        Record(Address(f"p{number}"), "article", "grants", "g", title, "", "", text)
        for number, (title, text) in enumerate(texts.items())
    ]
    return Finder(make_index(records, ()))


@pytest.mark.parametrize(
    ("typed", "rest"),
    [
        ("steer", "ing committee"),
        ("Steering-comm", "ittee"),
        ("gran", "ts"),
        ("working with", " hospitals"),
        ("working with h", "ospitals and the courts"),
        ("grants hosp", ""),
        ("steering ", ""),
        ("", ""),
    ],
)
def test_what_is_offered_would_find_something(finder: Finder, typed: str, rest: str) -> None:
    assert finder.find(typed).completion == rest


def test_nothing_is_offered_beside_a_correction(finder: Finder) -> None:
    hits = finder.find("comittee meet")
    assert hits.correction
    assert hits.completion == ""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from partnerships.search.words import end_of, forms, stem, tokens


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Officer’s officers' don't", ("officer", "officers", "dont")),
        ("Résumé naïve cafe\u0301 Straße", ("resume", "naive", "cafe", "strasse")),
        ("co-responder", ("co", "responder")),
        ("16.710, e0207659 and NCJ 195874.", ("16.710", "e0207659", "and", "ncj", "195874")),
        ("$6,250,000 or 25%", ("6250000", "or", "25", "percent")),
        ("U.S.C. and the U.S. code", ("usc", "and", "the", "us", "code")),
        ("MOUs, EDPs", ("mou", "edp")),
        ("well\u00adness", ("wellness",)),
        ("— … 🙂 \t\n", ()),
    ],
)
def test_a_text_becomes_these_forms(text: str, expected: tuple[str, ...]) -> None:
    assert forms(text) == expected


@pytest.mark.parametrize(
    ("text", "extra"),
    [
        ("co-responder", "coresponder"),
        ("9-1-1", "911"),
        ("1-800-950-6264", "18009506264"),
        ("$6.25 million", "6250000"),
        ("125k", "125000"),
        ("FY2025", "2025"),
        ("e0207659", "0207659"),
    ],
)
def test_a_word_is_found_under_its_other_spellings(text: str, extra: str) -> None:
    assert extra in tokens(text)[0][3]


@pytest.mark.parametrize(
    "same",
    [
        "police policing policed",
        "community communities",
        "behaviour behavior behaviours",
        "organise organize organised organisation organization",
        "centre center centers",
        "defence defense",
        "licence license",
        "counselling counseling",
        "programme program programs",
        "judgement judgment",
        "enrolment enrollment",
        "crisis crises",
        "analyse analysis analyzing",
        "plan planning planned plans",
        "care caring cares",
        "apply applied applies applying",
        "evaluate evaluation evaluated",
        "homeless homelessness",
        "partner partners partnership partnerships",
        "respond response responses responding",
        "family families",
        "person people persons",
        "grey gray",
        "use used using",
    ],
)
def test_forms_of_one_word_share_a_stem(same: str) -> None:
    assert len({stem(form) for form in same.split()}) == 1


@pytest.mark.parametrize(
    "different",
    [
        "community communication",
        "officer office",
        "police policy",
        "care car",
        "united unit",
        "department depart",
        "general generation",
        "station state",
    ],
)
def test_different_words_keep_different_stems(different: str) -> None:
    words = different.split()
    assert len({stem(form) for form in words}) == len(words)


@given(st.text())
def test_tokens_stand_in_the_text_in_order(text: str) -> None:
    reached = 0
    for form, start, end, _ in tokens(text):
        assert form
        assert reached <= start < end <= len(text)
        assert end_of(text, start) == end
        reached = end


@given(st.text())
def test_a_stem_is_never_empty_and_stable(text: str) -> None:
    for form in forms(text):
        assert stem(form)
        assert stem(form) == stem(form)

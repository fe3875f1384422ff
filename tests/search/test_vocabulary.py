import pytest
from hypothesis import given
from hypothesis import strategies as st

from partnerships.search.vocabulary import Vocabulary, phrases, store

COUNTS = {
    "community": 90, "committee": 40, "cite": 3, "crime": 50, "crisis": 60, "debt": 1, "department": 80, "homeless": 12,
    "hospital": 20, "hospitals": 9, "police": 99, "policing": 70, "problem": 40, "solving": 30, "steering": 5,
    "template": 4, "the": 99, "zone": 1,
}  # fmt: skip
PHRASES = {"crisis center": 5, "crisis intervention team": 40, "problem solving": 30}


@pytest.fixture(scope="module")
def vocabulary() -> Vocabulary:
    return Vocabulary(store(dict(sorted(COUNTS.items())), PHRASES, ()))


def test_beginnings_become_the_commonest_words_first(vocabulary: Vocabulary) -> None:
    assert vocabulary.beginning_with("c", 3) == ["community", "crisis", "crime"]
    assert vocabulary.beginning_with("hosp", 5) == ["hospital", "hospitals"]
    assert vocabulary.beginning_with("hospital", 5) == ["hospitals"]
    assert vocabulary.beginning_with("q", 5) == []


def test_idle_words_complete_nothing(vocabulary: Vocabulary) -> None:
    assert vocabulary.beginning_with("th", 5) == []


def test_a_family_is_all_forms_of_a_stem(vocabulary: Vocabulary) -> None:
    assert [vocabulary.forms[number] for number in vocabulary.family("polic")] == ["police", "policing"]
    assert list(vocabulary.family("nothing")) == []


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("homless", "homeless"),
        ("templete", "template"),
        ("comunity", "community"),
        ("hopsital", "hospital"),
        ("krisis", "crisis"),
        ("polise", "police"),
        ("cmte", "committee"),
        ("dept", "department"),
        ("hosp", "hospital"),
    ],
)
def test_a_slip_is_understood(vocabulary: Vocabulary, typed: str, meant: str) -> None:
    assert vocabulary.near(typed)[0] == meant


@pytest.mark.parametrize(("typed", "meant"), [("commnu", "community"), ("hopsi", "hospital"), ("stere", "steering")])
def test_a_slip_in_an_unfinished_word_is_understood(vocabulary: Vocabulary, typed: str, meant: str) -> None:
    assert vocabulary.near(typed, unfinished=True)[0] == meant


def test_numbers_are_no_slips(vocabulary: Vocabulary) -> None:
    assert vocabulary.near("2019") == []


def test_words_written_as_one_are_split(vocabulary: Vocabulary) -> None:
    assert vocabulary.split("problemsolving") == ("problem", "solving")
    assert vocabulary.split("nothinghere") is None


def test_phrases_go_on(vocabulary: Vocabulary) -> None:
    assert vocabulary.phrases_beginning_with("crisis", 2) == [("crisis intervention team", 40), ("crisis center", 5)]
    assert vocabulary.phrases_beginning_with("problem solving", 2) == []


def test_phrases_come_from_titles_headings_names_and_texts() -> None:
    texts = [("foot", "patrol", "works")] * 4
    found = phrases(
        ["What community policing is"], ["The SARA model"], [["crisis", "intervention", "team"], ["cit"]], texts
    )
    assert found["community policing"] == 12
    assert found["sara model"] == 4
    assert found["crisis intervention team"] == 40
    assert found["intervention team"] == 12
    assert found["foot patrol"] == 4
    assert list(found) == sorted(found)


@given(st.text(max_size=50), st.booleans())
def test_any_form_may_be_asked_for(typed: str, unfinished: bool) -> None:
    vocabulary = Vocabulary(store(dict(sorted(COUNTS.items())), PHRASES, ()))
    vocabulary.near(typed, unfinished)
    vocabulary.split(typed)
    vocabulary.beginning_with(typed, 3)
    vocabulary.phrases_beginning_with(typed, 3)
    assert vocabulary.count(typed) == COUNTS.get(typed, 0)

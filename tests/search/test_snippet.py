from hypothesis import given
from hypothesis import strategies as st

from partnerships.search.hits import Run
from partnerships.search.snippet import best, cut, extract, mark
from partnerships.search.words import forms

_WORDS = st.sets(st.sampled_from(["crisis", "team", "crisis team", "coresponder", "a", "é", "hospital", "6250000"]))
_TEXT = st.one_of(
    st.text(max_size=400),
    st.lists(
        st.sampled_from(
            ["crisis", "Team", "co-responder", "a", ".", "\n", "hôpital", "hospital's", "$6.25 million", "—"]
        )
    ).map(" ".join),
)


def _plain(runs: tuple[Run, ...]) -> str:
    return "".join(run.text for run in runs)


def _marked(runs: tuple[Run, ...]) -> list[str]:
    return [run.text for run in runs if run.marked]


@given(_TEXT, _WORDS)
def test_marks_change_nothing_of_the_text(text: str, wanted: set[str]) -> None:
    assert _plain(mark(text, wanted)) == text


@given(_TEXT, _WORDS, st.integers(min_value=20, max_value=300))
def test_an_extract_is_a_stretch_of_the_text(text: str, wanted: set[str], width: int) -> None:
    runs = extract(text, wanted, width)
    plain = _plain(runs)
    if len(text) <= width:
        assert plain == text
    else:
        inner = plain.removeprefix("…") if runs[0] == Run("…") else plain
        inner = inner.removesuffix("…") if runs[-1] == Run("…") else inner
        assert inner in text
        assert len(inner) <= width


@given(_TEXT, _WORDS)
def test_every_mark_is_a_wanted_word(text: str, wanted: set[str]) -> None:
    single = {word for phrase in wanted for word in phrase.split()} | {"co", "responder", "6"}
    for marked in _marked(mark(text, wanted)):
        found = forms(marked)
        assert found
        assert set(found) <= single or not wanted.isdisjoint({"6250000", "coresponder"})


def test_words_are_marked_in_the_form_in_which_they_stand() -> None:
    assert _marked(mark("The Team’s crisis, Hôpital", {"team", "hopital"})) == ["Team’s", "Hôpital"]


def test_a_phrase_is_one_mark() -> None:
    assert _marked(mark("A crisis intervention team.", {"crisis intervention team"})) == ["crisis intervention team"]


def test_a_word_written_in_two_is_one_mark() -> None:
    assert _marked(mark("The co-responder came.", {"coresponder"})) == ["co-responder"]


def test_an_extract_shows_the_stretch_with_most_of_the_words() -> None:
    text = (
        "The team met. "
        + "Nothing else happened here. " * 20
        + "The crisis team came to the hospital. "
        + "Then. " * 50
    )
    runs = extract(text, {"crisis", "team", "hospital"})
    assert _marked(runs) == ["crisis", "team", "hospital"]
    assert _plain(runs).startswith("…The crisis team")


def test_the_best_stretch_is_the_earliest_of_equals() -> None:
    assert best([(0, 1, "a"), (50, 51, "a"), (60, 61, "b"), (90, 91, "a"), (95, 96, "b")], 30) == 1


def test_a_piece_of_a_text_says_that_it_is_cut() -> None:
    assert cut("middle", (), whole=(False, False)) == (Run("…"), Run("middle"), Run("…"))

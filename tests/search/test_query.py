import pytest
from hypothesis import given
from hypothesis import strategies as st

from partnerships.search.query import Filter, parse, years

_PIECES = [
    "in:",
    "state:",
    "year:2014..",
    "-",
    '"',
    "“",
    "”",
    ":",
    "..",
    "–",
    "topic:",
    " ",
    "cit",
    "OR",
    "é",
    "\x00",
    "-in:",
]


def _words(typed: str) -> list[str]:
    return [word.form for word in parse(typed).words]


def test_words_are_told_from_operators() -> None:
    asked = parse('crisis "steering committee" -jail in:grants state:tx evidence:controlled year:2014..2020 team')
    assert [word.form for word in asked.words] == ["crisis", "team"]
    assert asked.phrases == (("steering", "committee"),)
    assert asked.excluded == (("jail",),)
    assert [(each.name, each.value) for each in asked.filters] == [
        ("section", "grants"),
        ("state", "TX"),
        ("evidence", "controlled"),
        ("year", "2014..2020"),
    ]
    assert asked.unfinished


@pytest.mark.parametrize(
    ("typed", "name", "value"),
    [
        ("in:tools ", "kind", "tool"),
        ("in:case-studies ", "section", "cases"),
        ("in:glossary ", "kind", "term"),
        ('in:"case studies" ', "section", "cases"),
        ("state:texas ", "state", "TX"),
        ('state:"New York" ', "state", "NY"),
        ("Evidence:Before–After ", "evidence", "before-after"),
        ("outcome:worked ", "result", "worked"),
    ],
)
def test_a_filter_is_understood_in_the_ways_people_write_it(typed: str, name: str, value: str) -> None:
    (found,) = parse(typed).filters
    assert (found.name, found.value) == (name, value)


def test_a_filter_knows_what_was_typed_so_that_its_chip_can_be_closed() -> None:
    assert parse("jail -state:tx police").filters == (Filter("state", "TX", True, "-state:tx"),)


def test_a_filter_that_is_being_typed_does_not_filter_yet() -> None:
    asked = parse("grants in:gr")
    assert asked.filters == ()
    assert asked.unfinished_filter == Filter("in", "gr", False, "in:gr")


def test_a_colon_after_any_other_word_is_punctuation() -> None:
    assert _words("memphis: note:this http://example 10:30 state: TX") == [
        "memphis", "note", "this", "http", "example", "10", "30", "state", "tx",
    ]  # fmt: skip


def test_an_exclusion_that_is_being_typed_excludes_nothing_yet() -> None:
    assert parse("police -jai").excluded == ()
    assert parse("police -jail ").excluded == (("jail",),)


def test_an_open_quotation_is_words() -> None:
    asked = parse('"crisis interv')
    assert [word.form for word in asked.words] == ["crisis", "interv"]
    assert asked.phrases == ()
    assert asked.unfinished


def test_a_hyphen_in_a_word_is_no_exclusion() -> None:
    assert _words("co-responder - model") == ["co", "responder", "model"]


def test_the_word_being_typed_is_the_last_one_even_when_it_came_before() -> None:
    assert _words("crisis team crisis") == ["team", "crisis"]


def test_capitals_are_told_unless_everything_is_in_capitals() -> None:
    assert [word.capitals for word in parse("grants OR").words] == [False, True]
    assert [word.capitals for word in parse("GRANTS OR").words] == [False, False]


def test_idle_words_carry_no_subject_unless_there_are_no_others() -> None:
    assert [word.form for word in parse("what do I do when the hospital").telling] == ["hospital"]
    assert [word.form for word in parse("what is the").telling] == ["what", "is", "the"]


@pytest.mark.parametrize(
    ("value", "span"),
    [
        ("2014", (2014, 2014)),
        ("2014..2020", (2014, 2020)),
        ("2014-2020", (2014, 2020)),
        ("2014–2020", (2014, 2020)),
        ("2020..2014", (2014, 2020)),
        ("2014..", (2014, 9999)),
        ("..2020", (0, 2020)),
        ("..", None),
        ("", None),
        ("soon", None),
    ],
)
def test_years_are_read(value: str, span: tuple[int, int] | None) -> None:
    assert years(value) == span


@given(st.one_of(st.text(max_size=200), st.lists(st.sampled_from(_PIECES), max_size=30).map("".join)))
def test_whatever_is_typed_is_understood(typed: str) -> None:
    asked = parse(typed)
    assert asked.typed == typed
    assert not asked.unfinished or asked.words


def test_a_very_long_question_is_cut() -> None:
    assert len(parse("word%d " * 3 + " ".join(f"w{n}" for n in range(5000))).words) <= 32


def test_quotations_and_exclusions_are_kept_as_they_were_typed() -> None:
    asked = parse('"crisis team" -jail x -"no wrong door" ')
    assert [(each.name, each.value, each.excluded, each.typed) for each in asked.operators] == [
        ("phrase", "crisis team", False, '"crisis team"'),
        ("word", "jail", True, "-jail"),
        ("phrase", "no wrong door", True, '-"no wrong door"'),
    ]

"""Paragraph numbers stay right from one edition to the next."""

from hypothesis import given
from hypothesis import strategies as st

from partnerships.library.authoring.numbering import keep_gone, number

texts = st.lists(
    st.text("abcdef ", min_size=3, max_size=12), max_size=12, unique_by=lambda text: (text.split() and text) or text
)


def test_a_reworded_paragraph_keeps_its_number() -> None:
    old = number(["one", "two", "three"], ())
    assert [held for held, _ in number(["one", "two, said better", "three"], old)] == [1, 2, 3]


def test_a_moved_paragraph_keeps_its_number() -> None:
    old = number(["one", "two", "three"], ())
    new = number(["three", "one", "two"], old)
    assert sorted(held for held, _ in new) == [1, 2, 3]
    assert set(new) == set(old)


def test_a_number_is_never_used_twice() -> None:
    first = number(["one", "two", "three"], ())
    second = keep_gone(number(["one"], first), first)
    third = number(["one", "four"], second)
    assert [held for held, _ in third] == [1, 4]


@given(texts, texts)
def test_numbers_are_unique_and_unchanged_text_is_stable(before: list[str], after: list[str]) -> None:
    old = number(before, ())
    new = number(after, old)
    assert len(new) == len(after)
    assert len({held for held, _ in new}) == len(new)
    assert number(after, new) == new

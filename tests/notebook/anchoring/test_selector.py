"""A highlight's words are found again after edits, or said to be gone; never other words in their place."""

from difflib import SequenceMatcher
from time import perf_counter

from hypothesis import assume, given, settings
from hypothesis import strategies as st

from partnerships.notebook.anchoring.finding_again import anchor
from partnerships.notebook.anchoring.selector import CONTEXT, Selector, select

PAGE = (
    "Memphis: the first Crisis Intervention Team\n"
    "After a fatal shooting in 1987, a police department, a NAMI chapter and two universities built a specialist "
    "response that many agencies later copied.\n"
    "What happened\n"
    "Volunteer officers took 40 hours of training and answered crisis calls as part of ordinary patrol. A single "
    "drop-off at the regional medical center meant that no officer was turned away with a person in crisis.\n"
    "Later reviews find clear gains in officers' knowledge and attitudes, and a weaker, mixed record on arrests."
)
WORDS = "police crisis team officer hours training the a of in patrol center reviews record county 40 1987".split()  # noqa: SIM905
words = st.lists(st.sampled_from(WORDS), min_size=1, max_size=12).map(" ".join)
texts = st.lists(st.lists(st.text("abcdé ☂😀", min_size=1, max_size=9), max_size=30).map(" ".join)).map("\n".join)


def chosen(exact: str, text: str = PAGE) -> Selector:
    start = text.index(exact)
    return select(text, start, start + len(exact))


def quoted(text: str, selector: Selector) -> str | None:
    found = anchor(text, selector)
    return text[slice(*found)] if found else None


@given(texts, st.data())
def test_in_the_same_text_the_same_part_is_found(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    assume(text[start:end].strip())
    assert anchor(text, select(text, start, end)) == (start, end)


@given(st.integers(0, len(PAGE) - 1), st.integers(1, 300), words, st.data())
def test_words_put_in_elsewhere_do_not_move_it(start: int, length: int, new: str, data: st.DataObject) -> None:
    end = min(len(PAGE), start + length)
    assume(PAGE[start:end].strip())
    selector = select(PAGE, start, end)
    outside = st.one_of(st.integers(0, start), st.integers(end, len(PAGE)))
    place = data.draw(outside)
    edited = f"{PAGE[:place]}{new}{PAGE[place:]}"
    moved = len(new) if place <= start else 0
    found = anchor(edited, selector)
    assert found is not None
    assert edited[slice(*found)] == selector.exact
    if place <= start - CONTEXT or place >= end + CONTEXT or edited.count(selector.exact) == 1:
        assert found == (start + moved, end + moved)


@given(st.integers(0, len(PAGE) - 1), st.integers(1, 300), st.data())
def test_words_taken_out_elsewhere_leave_its_words(start: int, length: int, data: st.DataObject) -> None:
    end = min(len(PAGE), start + length)
    assume(PAGE[start:end].strip())
    selector = select(PAGE, start, end)
    cut_from = data.draw(st.integers(0, start))
    cut_to = data.draw(st.integers(cut_from, start))
    edited = PAGE[:cut_from] + PAGE[cut_to:]
    found = anchor(edited, selector)
    assert found is not None  # what stood after it is as it was
    assert edited[slice(*found)] == selector.exact


@settings(max_examples=300)
@given(texts, texts, st.data())
def test_what_is_found_in_any_text_is_nearly_what_was_chosen(one: str, other: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(one)))
    end = data.draw(st.integers(start, len(one)))
    selector = select(one, start, end)
    found = anchor(other, selector)
    if found is not None:
        now = other[slice(*found)]
        letters = SequenceMatcher(None, selector.exact, now, False).ratio()
        in_words = SequenceMatcher(None, selector.exact.split(), now.split(), False).ratio()
        assert max(letters, in_words) >= 0.6
        assert 0 <= found[0] < found[1] <= len(other)


@given(st.text(max_size=60), st.text(max_size=200), st.integers(-5, 300), st.integers(-5, 300))
def test_no_selector_however_odd_fails(exact: str, text: str, start: int, end: int) -> None:
    found = anchor(text, Selector(exact, exact[:3], exact[-3:], start, end))
    assert found is None or text[slice(*found)].strip()


def test_a_sentence_edited_around_the_words_keeps_them() -> None:
    edited = PAGE.replace("took 40 hours of training and", "took at least 40 hours of training, then")
    assert quoted(edited, chosen("40 hours of training")) == "40 hours of training"


def test_edited_words_are_still_found() -> None:
    long = "Volunteer officers took 40 hours of training and answered crisis calls as part of ordinary patrol."
    edited = PAGE.replace("took 40 hours of training", "took at least 44 hours of training")
    assert quoted(edited, chosen(long)) == long.replace("took 40", "took at least 44")


def test_a_first_and_a_last_word_may_change() -> None:
    edited = PAGE.replace("Volunteer officers took", "Willing officers took").replace("ordinary patrol", "daily work")
    selector = chosen(
        "Volunteer officers took 40 hours of training and answered crisis calls as part of ordinary patrol."
    )
    assert quoted(edited, selector) == (
        "Willing officers took 40 hours of training and answered crisis calls as part of daily work."
    )


def test_a_mended_typo_in_a_short_quotation_is_found_by_its_surroundings() -> None:
    misspelt = PAGE.replace("drop-off", "dropoff")
    assert quoted(PAGE, chosen("single dropoff", misspelt)) == "single drop-off"


def test_the_same_words_elsewhere_are_not_taken_for_it() -> None:
    text = "First we train the team. Then nothing is said. Later others praise the team aloud."
    selector = chosen("the team", text)
    assert quoted("Nothing of that is left, save that someone mentions the team in an aside.", selector) is None
    assert anchor(f"Others praise the team aloud. {text}", selector) == (45, 53)


def test_of_many_alike_the_one_in_its_surroundings_is_found() -> None:
    text = " ".join(f"Year {number}: the team met." for number in range(50))
    place = text.index("the team", text.index("Year 31"))
    selector = select(text, place, place + 8)
    edited = "A new beginning, long enough to move everything that follows it by many words. " + text
    found = anchor(edited, selector)
    assert found is not None
    assert edited[found[0] - 9 : found[1]] == "Year 31: the team"


def test_words_that_are_gone_are_gone() -> None:
    selector = chosen("A single drop-off at the regional medical center meant that no officer was turned away")
    assert anchor(PAGE.replace(selector.exact, "The rest is another story of other people"), selector) is None
    assert anchor("", selector) is None


def test_a_selector_holds_what_the_standard_asks_for() -> None:
    selector = chosen("40 hours of training")
    assert PAGE[selector.start : selector.end] == selector.exact
    assert selector.prefix == PAGE[selector.start - CONTEXT : selector.start]
    assert selector.suffix == PAGE[selector.end : selector.end + CONTEXT]


def test_a_long_page_is_quick() -> None:
    page = "\n".join(f"{PAGE} Paragraph {number} of many." for number in range(40))
    selector = chosen(PAGE[200:700], page)
    began = perf_counter()
    assert anchor(page.replace("officers", "police officers"), selector) is not None
    assert perf_counter() - began < 0.25

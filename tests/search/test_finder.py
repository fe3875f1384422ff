from collections.abc import Callable
from pathlib import Path
from time import perf_counter

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from partnerships.library.model import Record
from partnerships.search.finder import Finder
from partnerships.search.hits import Hits, Run


def _pages(hits: Hits) -> list[str]:
    return [hit.address.id for hit in hits.hits]


def _marked(runs: tuple[Run, ...]) -> list[str]:
    return [run.text for run in runs if run.marked]


@pytest.mark.parametrize(
    ("typed", "first"),
    [
        ("memphis", "memphis-cit"),
        ("cit", "term:cit"),
        ("cit steering committee", "cit-starter"),
        ("who sits on a CIT steering committee", "cit-starter"),
        ("edp calls", "term:edp"),
        ("mou", "mou-builder"),
        ("mou template", "mou-builder"),
        ("memorandum of understanding", "mou-builder"),
        ("grant for small town", "rural-violence-grant"),
        ("what do I do when the hospital refuses", "memphis-cit"),
        ("e0207659", "entry:vital-partners"),
        ("0207659", "entry:vital-partners"),
        ("NCJ 195874", "entry:vital-partners"),
        ("16.710", "cops-hiring-program"),
        ("$125,000", "cops-hiring-program"),
        ("125000", "cops-hiring-program"),
        ("6250000", "cops-hiring-program"),
        ("texas", "san-antonio-diversion"),
        ("TX", "san-antonio-diversion"),
        ("coresponder", "problem-solving"),
        ("co responder", "problem-solving"),
        ("neighbourhood programmes organise", "problem-solving"),
        ("resume", "diversion-models"),
        ("LEAD", "diversion-models"),
        ("communicate", "community-policing"),
        ("what community", "community-policing"),
        ("robinson killed 1987", "event:robinson"),
    ],
)
def test_the_right_page_comes_first(finder: Finder, typed: str, first: str) -> None:
    assert _pages(finder.find(typed))[0] == first


def test_every_key_press_finds(finder: Finder) -> None:
    typed = "steering committee"
    for end in range(2, len(typed) + 1):
        assert "memphis-cit" in _pages(finder.find(typed[:end])), typed[:end]


def test_exact_words_come_before_completed_ones(finder: Finder) -> None:
    hits = finder.find("offic")
    assert hits.total > 1
    assert finder.find("office").hits[0].address.id == "community-policing"


def test_a_finished_word_is_not_completed(finder: Finder) -> None:
    assert finder.find("hospi").total > 0
    assert finder.find("hospi").correction is None
    assert finder.find("hospi ").correction == "hospital"


def test_a_correction_is_said(finder: Finder) -> None:
    hits = finder.find("homless ")
    assert hits.correction == hits.searched == "homeless"
    assert _pages(hits) == ["denver-star"]
    assert _marked(hits.hits[0].snippet) == ["homeless"]


def test_only_the_unknown_word_is_corrected(finder: Finder) -> None:
    assert finder.find("mou templete ").correction == "mou template"


def test_words_written_as_one_are_found(finder: Finder) -> None:
    hits = finder.find("problemsolving ")
    assert hits.correction == "problem solving"
    assert "problem-solving" in _pages(hits)


def test_nothing_is_corrected_that_is_known(finder: Finder) -> None:
    for typed in ("crisis", "steering committee", "16.710", "hospital refused"):
        assert finder.find(typed).correction is None


def test_when_nothing_is_found_near_words_are_offered(finder: Finder) -> None:
    hits = finder.find("stxxq ")
    assert hits.total == 0
    assert hits.hits == ()
    assert hits.nearest


def test_a_long_question_finds_pages_with_most_of_its_words_and_says_what_they_lack(finder: Finder) -> None:
    hits = finder.find("which hospital takes every patient in the town of springfield illinois ")
    assert hits.relaxed
    assert hits.full == 0
    assert hits.hits[0].address.id == "memphis-cit"
    assert "springfield" in hits.hits[0].missing


def test_pages_with_all_words_come_without_a_lack(finder: Finder) -> None:
    hits = finder.find("steering committee ")
    assert not hits.relaxed
    assert all(hit.missing == () for hit in hits.hits)


def test_passages_of_a_page_are_one_hit_with_the_best_first(finder: Finder) -> None:
    hits = finder.find("memphis steering committee ")
    (memphis,) = [hit for hit in hits.hits if hit.address.id == "memphis-cit"]
    assert memphis.address.anchor == "what-they-built"
    assert memphis.heading == "What they built"
    assert {other.address.anchor for other in memphis.more} == {"the-call", "what-changed"}


def test_words_may_be_spread_over_the_passages_of_a_page(finder: Finder) -> None:
    hits = finder.find("mother injuries ")
    assert _pages(hits) == ["memphis-cit"]
    assert not hits.relaxed


def test_a_quotation_is_found_as_it_stands(finder: Finder) -> None:
    assert _pages(finder.find('"foot patrol"')) == ["community-policing"]
    assert finder.find('"foot patrol"').correction is None


def test_a_quotation_that_stands_nowhere_is_loosened_and_that_is_said(finder: Finder) -> None:
    hits = finder.find('"patrol foot" ')
    assert hits.correction == "patrol foot"
    assert _pages(hits) == ["community-policing"]


def test_an_exclusion_excludes_whole_pages(finder: Finder) -> None:
    assert "memphis-cit" in _pages(finder.find("hospital "))
    assert "memphis-cit" not in _pages(finder.find("hospital -mother "))


def test_filters_narrow_and_are_chips(finder: Finder) -> None:
    hits = finder.find("in:cases evidence:controlled crisis OR calls ", (("state", "CO"),))
    assert _pages(hits) == ["denver-star"]
    assert [(chip.name, chip.value, chip.known) for chip in hits.chips] == [
        ("section", "cases", True),
        ("evidence", "controlled", True),
        ("state", "CO", True),
    ]
    assert [chip.typed for chip in hits.chips] == ["in:cases", "evidence:controlled", ""]


def test_filters_alone_list_pages_in_the_librarys_order(finder: Finder) -> None:
    assert _pages(finder.find("in:cases ")) == [
        "memphis-cit", "denver-star", "boston-ceasefire", "san-antonio-diversion",
    ]  # fmt: skip


def test_a_filter_may_exclude(finder: Finder) -> None:
    assert "memphis-cit" not in _pages(finder.find("in:cases -state:tn "))


def test_years_narrow(finder: Finder) -> None:
    assert _pages(finder.find("in:cases year:1996..1999 ")) == ["memphis-cit", "boston-ceasefire"]


def test_an_unknown_value_is_shown_and_narrows_nothing(finder: Finder) -> None:
    hits = finder.find("state:atlantis crisis ")
    assert [(chip.value, chip.known) for chip in hits.chips] == [("ATLANTIS", False)]
    assert hits.total == finder.find("crisis ").total


def test_the_beginning_of_a_value_is_enough_when_it_is_the_only_one(finder: Finder) -> None:
    assert [chip.value for chip in finder.find("evidence:contr x ").chips] == ["controlled"]


@pytest.mark.parametrize(
    ("typed", "rest"),
    [
        ("crisis interv", "ention team"),
        ("steeri", "ng committee starter"),
        ("memorandum of under", "standing"),
        ("in:gr", "ants"),
        ("state:T", "N"),
        ("hospital", ""),
        ("", ""),
        ("zzz", ""),
    ],
)
def test_what_is_being_typed_goes_on(finder: Finder, typed: str, rest: str) -> None:
    assert finder.find(typed).completion == rest


def test_a_completion_finds_something(finder: Finder) -> None:
    for typed in ("c", "cr", "pol", "memphis st", "boston ga", "what com", "hospital pa"):
        hits = finder.find(typed)
        if hits.completion:
            assert finder.find(typed + hits.completion + " ").total > 0


def test_marks_show_what_matched_synonyms_too(finder: Finder) -> None:
    hits = finder.find("cit ")
    by_page = {hit.address.id: hit for hit in hits.hits}
    assert _marked(by_page["memphis-cit"].title_runs) == ["Crisis Intervention Team"]
    assert _marked(by_page["cit-starter"].title_runs) == ["CIT"]
    assert {"cit", "crisis intervention team"} <= set(hits.words)


def test_runs_make_up_the_title(finder: Finder) -> None:
    for typed in ("cit", "crisis team", "memphis first"):
        for hit in finder.find(typed).hits:
            assert "".join(run.text for run in hit.title_runs) == hit.title


def test_the_summary_is_shown_when_only_it_has_the_words(finder: Finder) -> None:
    (hit,) = [hit for hit in finder.find("worksheet ").hits if hit.address.id == "cit-starter"]
    assert _marked(hit.snippet) == ["worksheet"]


def test_the_limit_limits_hits_and_not_the_count(finder: Finder) -> None:
    hits = finder.find("crisis ", limit=2)
    assert len(hits.hits) == 2
    assert hits.total > 2


def test_an_answer_carries_its_question(finder: Finder) -> None:
    assert finder.find(" Crisis  TEAM ").typed == " Crisis  TEAM "


def test_the_same_question_has_the_same_answer(finder: Finder, make_index: Callable[..., Path]) -> None:
    fresh = Finder(make_index())
    for typed in ("crisis", "cit", "hospital patient", "c", "homless"):
        assert _pages(fresh.find(typed)) == _pages(finder.find(typed)) == _pages(finder.find(typed))


_PIECES = st.sampled_from(
    [
        *("crisis", "homless", "what", "is", "the", "OR", "TX", "LEAD", "co-", "$6", "16.7", "a" * 70, "-x", '-"a b"'),
        *('"', "“", "-", "in:", "in:grants", "state:TX", "year:2014..", "year:..", ":", "…"),
        *("é", "\u0301", "\ud800", "\x00", "🙂", "٣", "中文"),
    ]
)


@settings(max_examples=300, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    typed=st.one_of(st.text(max_size=60), st.lists(_PIECES, max_size=15).map(" ".join), st.lists(_PIECES).map("".join))
)
def test_whatever_is_typed_is_answered(finder: Finder, typed: str) -> None:
    hits = finder.find(typed)
    assert hits.typed == typed
    assert 0 <= hits.full <= hits.total
    assert len(hits.hits) == min(20, hits.total)
    for hit in hits.hits:
        assert "".join(run.text for run in hit.title_runs) == hit.title


@pytest.mark.parametrize(
    "typed", ["crisis " * 1500, "a" * 10_000, '"' * 10_000, "-in:" * 2500, "x y " * 2500, "1," * 5000]
)
def test_a_very_long_question_is_answered_in_good_time(
    make_index: Callable[..., Path], many_records: list[Record], typed: str
) -> None:
    finder = Finder(make_index(many_records, ()))
    began = perf_counter()
    finder.find(typed)
    assert perf_counter() - began < 0.25


def test_what_is_searched_exactly_is_not_corrected(finder: Finder) -> None:
    corrected = finder.find("homless ")
    exactly = finder.find("homless ", exactly=True)
    assert corrected.correction == "homeless"
    assert (exactly.correction, exactly.suggestion, exactly.total) == (None, "homeless", 0)


def test_operators_are_chips_that_tell_what_to_cut_out(finder: Finder) -> None:
    chips = finder.find('team "crisis center" -jail in:cases ').chips
    assert {chip.typed for chip in chips} == {'"crisis center"', "-jail", "in:cases"}


def test_a_bold_correction_is_only_suggested(finder: Finder) -> None:
    hits = finder.find("qqqqq homless ")
    assert hits.correction is None
    assert hits.suggestion is not None
    assert "homeless" in hits.suggestion

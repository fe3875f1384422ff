"""The judged questions are answered as well as they were, over the whole library, read and indexed here."""

from collections.abc import Sequence
from pathlib import Path

import pytest
from helpers import judged

from partnerships.library.compiler import compile_edition
from partnerships.library.edition import Edition
from partnerships.library.model import Record
from partnerships.library.records import records
from partnerships.search.builder import build
from partnerships.search.finder import Finder

CONTENT = Path(__file__).resolve().parents[2] / "content"
# A little under what was measured, so that a new page does not fail the test and a worse ranking does.
FLOORS: dict[judged.Part, judged.Score] = {
    "tuning": judged.Score(ndcg=0.80, reciprocal=0.91, success=0.86),
    "held back": judged.Score(ndcg=0.85, reciprocal=0.92, success=0.75),
}
TYPO_GAP = 0.05


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> tuple[Sequence[Record], Finder]:
    folder = tmp_path_factory.mktemp("relevance")
    for _ in compile_edition(CONTENT, folder / "library"):
        pass
    with Edition(folder / "library") as edition:
        passages = [*records(edition)]
        for _ in build(passages, edition.synonyms(), folder / "index"):
            pass
    return passages, Finder(folder / "index")


def _answer(finder: Finder, typed: str) -> list[str]:
    return [*dict.fromkeys(hit.address.id for hit in finder.find(typed).hits)]


def test_every_judged_page_is_in_the_library(library: tuple[Sequence[Record], Finder]) -> None:
    assert judged.unknown(record.address.id for record in library[0]) == []


@pytest.mark.parametrize("part", FLOORS)
def test_answers_are_as_good_as_they_were(library: tuple[Sequence[Record], Finder], part: judged.Part) -> None:
    passages, finder = library
    asked = judged.questions(part, (record.address.id for record in passages))
    found = judged.mean(judged.score(each, _answer(finder, each.ask)) for each in asked if each.kind != judged.NOTHING)
    floor = FLOORS[part]
    assert found.ndcg >= floor.ndcg
    assert found.reciprocal >= floor.reciprocal
    assert found.success >= floor.success


def test_a_slip_of_the_finger_costs_next_to_nothing(library: tuple[Sequence[Record], Finder]) -> None:
    passages, finder = library
    slips = [each for each in judged.questions(None, (record.address.id for record in passages)) if each.twin]
    assert slips
    slipped = judged.mean(judged.score(each, _answer(finder, each.ask)) for each in slips)
    spelled = judged.mean(judged.score(each, _answer(finder, each.twin)) for each in slips)
    assert abs(spelled.ndcg - slipped.ndcg) <= TYPO_GAP


def test_what_is_not_here_is_not_claimed(library: tuple[Sequence[Record], Finder]) -> None:
    passages, finder = library
    asked = judged.questions(None, (record.address.id for record in passages))
    claimed = [
        each.ask
        for each in asked
        if each.kind == judged.NOTHING and ((hits := finder.find(each.ask)).full or hits.correction)
    ]
    assert claimed == []


def test_the_crisis_team_comes_first(library: tuple[Sequence[Record], Finder]) -> None:
    assert _answer(library[1], "crisis intervention team")[0] in {"memphis-cit", "cit-program", "term:cit"}


def test_the_held_back_part_is_a_fifth(library: tuple[Sequence[Record], Finder]) -> None:
    ids = [record.address.id for record in library[0]]
    tuning, held = judged.questions("tuning", ids), judged.questions("held back", ids)
    assert len(tuning) + len(held) >= 200
    assert len(held) / (len(tuning) + len(held)) == pytest.approx(0.2, abs=0.02)

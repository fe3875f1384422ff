"""The judged set and its measures: how well an engine's answers agree with what readers of the content chose."""

import math
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from fnmatch import filter as matching
from pathlib import Path
from typing import Literal

import yaml

QUERIES = Path(__file__).resolve().parents[1] / "relevance" / "queries.yaml"
GRADES = {"best": 3, "good": 2, "useful": 1}
NOTHING = "nothing here"
DEPTH = 10

Part = Literal["tuning", "held back"]
Ask = Callable[[str], Sequence[str]]
"""An engine: what was typed goes in, ids of pages come out, the best first."""


@dataclass(frozen=True)
class Question:
    """What somebody types; `grades` tells how well pages answer it, by id. `twin` is it without its slip."""

    ask: str
    kind: str
    grades: Mapping[str, int]
    held: bool
    twin: str


@dataclass(frozen=True)
class Score:
    """How good one answer is, each from 0 to 1: the order, the place of the first good page, the first page itself."""

    ndcg: float
    reciprocal: float
    success: float


def questions(part: Part | None, pages: Iterable[str]) -> list[Question]:
    """The questions of a part (None: all), judged for a library that has these pages."""
    ids = sorted(set(pages))
    read = [_question(kind, row, ids) for kind, rows in _listed().items() for row in rows]
    return [question for question in read if part is None or question.held == (part == "held back")]


def unknown(pages: Iterable[str]) -> list[str]:
    """The ids that are judged and that the library does not have."""
    ids = sorted(set(pages))
    listed: dict[str, list[dict[str, str]]] = yaml.safe_load(QUERIES.read_text(encoding="utf-8"))
    named = {
        name for rows in listed.values() for row in rows for grade in GRADES for name in row.get(grade, "").split()
    }
    return sorted(name for name in named if not matching(ids, name))


def score(question: Question, answer: Sequence[str]) -> Score:
    """How good an answer is: nDCG at ten with gains 1, 3 and 7; success is a best or a good page in the first place."""
    gains = [2.0 ** question.grades.get(page, 0) - 1 for page in answer[:DEPTH]]
    ideal = sorted((2.0**grade - 1 for grade in question.grades.values()), reverse=True)[:DEPTH]
    places = [place for place, page in enumerate(answer, start=1) if question.grades.get(page, 0) >= GRADES["good"]]
    return Score(_discounted(gains) / _discounted(ideal), 1 / places[0] if places else 0.0, float(places[:1] == [1]))


def mean(scores: Iterable[Score]) -> Score:
    """The mean of some scores."""
    rows = [(each.ndcg, each.reciprocal, each.success) for each in scores]
    return Score(*(sum(column) / len(rows) for column in zip(*rows, strict=True)))


def _listed() -> dict[str, list[dict[str, str]]]:
    listed: dict[str, list[dict[str, str]]] = yaml.safe_load(QUERIES.read_text(encoding="utf-8"))
    return listed


def _question(kind: str, row: Mapping[str, str], ids: Sequence[str]) -> Question:
    grades: dict[str, int] = {}
    for name, grade in GRADES.items():
        for pattern in str(row.get(name, "")).split():
            for page in matching(ids, pattern):
                grades.setdefault(page, grade)
    return Question(str(row["ask"]), kind, grades, bool(row.get("held", False)), str(row.get("twin", "")))


def _discounted(gains: Sequence[float]) -> float:
    return sum(gain / math.log2(place + 1) for place, gain in enumerate(gains, start=1))

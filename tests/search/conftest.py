"""A small library of records, and a finder over it."""

import random
from collections.abc import Callable, Sequence
from pathlib import Path

import pytest

from partnerships.library.model import Address, Kind, Record, Section
from partnerships.search.builder import build
from partnerships.search.finder import Finder

SAME = (
    ("crisis intervention team", "cit"),
    ("memorandum of understanding", "mou"),
    ("emotionally disturbed person", "edp"),
    ("Law Enforcement Assisted Diversion", "lead"),
    ("grant", "award"),
)


def _record(
    address: str,
    title: str,
    body: str,
    heading: str = "",
    summary: str = "",
    kind: Kind = "article",
    section: Section = "introduction",
    terms: tuple[str, ...] = (),
    facets: tuple[tuple[str, str], ...] = (),
    years: tuple[int, int] = (0, 0),
) -> Record:
    return Record(
        address=Address.parse(address),
        kind=kind,
        section=section,
        group="group",
        title=title,
        heading=heading,
        summary=summary,
        body=body,
        terms=terms,
        facets=facets,
        years=years,
    )


_MEMPHIS = {
    "title": "Memphis: the first Crisis Intervention Team",
    "summary": "Families, police and hospitals built the team that thousands of communities have copied.",
    "kind": "case",
    "section": "cases",
    "facets": (("state", "TN"), ("evidence", "self-reported"), ("topic", "mental-health"), ("topic", "partnerships")),
    "years": (1988, 9999),
}
RECORDS: tuple[Record, ...] = (
    _record("memphis-cit#the-call", body="A mother called for help. The hospital had refused her son.",
            heading="A mother called for help", **_MEMPHIS),
    _record("memphis-cit#what-they-built", body="The team has a steering committee, forty hours of training for each "
            "officer, and one hospital that takes every patient.", heading="What they built", **_MEMPHIS),
    _record("memphis-cit#what-changed", body="Injuries fell. National studies found no effect on arrests.",
            heading="What changed", **_MEMPHIS),
    _record("denver-star#who-answers", "Denver: clinicians answer 911 calls", "A clinician and a paramedic answer "
            "calls about homeless people, mental health and addiction. Police are not sent.", "Who answers",
            "A van of the city's health department answers low-risk calls.", "case", "cases",
            facets=(("state", "CO"), ("evidence", "controlled"), ("topic", "mental-health")), years=(2020, 9999)),
    _record("boston-ceasefire", "Boston: Operation Ceasefire", "Street workers, prosecutors and clergy told gang "
            "members that violence would stop. Youth homicide fell by 63 percent.", "What changed", "", "case", "cases",
            facets=(("state", "MA"), ("evidence", "before-after"), ("topic", "violence")), years=(1996, 2000)),
    _record("san-antonio-diversion", "San Antonio: jail diversion", "The county built a crisis center where officers "
            "can bring a person in ten minutes.", "What they built", "", "case", "cases",
            facets=(("state", "TX"), ("evidence", "before-after"), ("topic", "mental-health")), years=(2008, 2014)),
    _record("cops-hiring-program#pays", "COPS Hiring Program", "Pays salaries of new officers for three years, up to "
            "$125,000 for each position. Assistance listing 16.710. The ceiling is $6.25 million.", "What it pays for",
            "Money for officers in community policing.", "program", "grants", facets=(("status", "running"),)),
    _record("rural-violence-grant", "Rural Violent Crime Reduction", "For sheriffs and departments in small towns. "
            "No match is required.", "Who may apply", "A small grant for rural agencies.", "program", "grants",
            facets=(("status", "uncertain"), ("topic", "rural"))),
    _record("mou-builder", "Memorandum of understanding builder", "Who signs, what each partner brings, how data are "
            "shared, when the agreement ends.", kind="tool", section="toolkit",
            summary="A template for an agreement between a police department and its partners."),
    _record("cit-starter", "CIT steering-committee starter", "Name the members: police, hospital, families, courts.",
            kind="tool", section="toolkit", summary="A worksheet to name the first members."),
    _record("entry:vital-partners", "Vital Partners", "NCJ 195874 · e0207659. Print and PDF.", kind="entry",
            section="desk", summary="A publication on mental health and community policing.",
            terms=("e0207659", "NCJ 195874")),
    _record("term:cit", "Crisis intervention team", "Officers with forty hours of training who answer calls about "
            "people in crisis.", kind="term", section="desk", terms=("CIT",)),
    _record("term:edp", "Emotionally disturbed person", "An older label on calls for service; say a person in crisis.",
            kind="term", section="desk", terms=("EDP",)),
    _record("event:robinson", "A man is killed in Memphis", "1987-09-24 It led to the first team.", kind="event",
            section="desk", years=(1987, 1987)),
    _record("problem-solving#sara", "Problem solving", "Scanning, analysis, response, assessment: the SARA model. "
            "The co-responder model is another matter. Neighborhood programs organize residents.", "The SARA model"),
    _record("community-policing", "What community policing is", "Partnerships, problem solving and organizational "
            "change. Community policing began with foot patrol. Officers in the office do not communicate.",
            summary="An idea in three parts."),
    _record("diversion-models", "Diversion models", "LEAD takes people to case managers. Officers lead the way. "
            "Résumé of naïve beliefs.", summary="Ways out of the jail."),
)  # fmt: skip


@pytest.fixture(scope="session")
def make_index(tmp_path_factory: pytest.TempPathFactory) -> Callable[..., Path]:
    """Builds an index of some records in a folder of its own."""

    def make(records: Sequence[Record] = RECORDS, same: Sequence[Sequence[str]] = SAME) -> Path:
        folder = tmp_path_factory.mktemp("made") / "index"
        for _ in build(records, same, folder):
            pass
        return folder

    return make


@pytest.fixture(scope="session")
def records() -> tuple[Record, ...]:
    """The small library."""
    return RECORDS


@pytest.fixture(scope="session")
def finder(make_index: Callable[..., Path]) -> Finder:
    """A finder over the small library."""
    return Finder(make_index())


_SYLLABLES = "ba con de fer gra hol in jus ken lor mun nor pol qua res stra ti um ver wal".split()  # noqa: SIM905


def _word(chance: random.Random) -> str:
    return "".join(chance.choices(_SYLLABLES, k=chance.randint(1, 3)))


@pytest.fixture(scope="session")
def many_records() -> list[Record]:
    """Three hundred generated records on a hundred pages, always the same."""
    chance = random.Random(7)
    words = [_word(chance) for _ in range(400)]

    def text(length: int) -> str:
        return " ".join(words[min(int(chance.expovariate(0.02)), 399)] for _ in range(length))

    made = []
    for page in range(100):
        title = text(4).title()
        facets = tuple(
            (name, chance.choice(values))
            for name, values in (("topic", "abcd"), ("state", ["TX", "CA", "OR"]), ("evidence", ["controlled", "none"]))
            if chance.random() < 0.8
        )
        years = (chance.randint(1980, 2000), chance.randint(2001, 2020)) if chance.random() < 0.5 else (0, 0)
        section: Section = chance.choice(["introduction", "grants", "cases"])
        for passage in range(3):
            made.append(
                _record(
                    f"page-{page}#passage-{passage}",
                    title,
                    text(60) + ".",
                    text(3).title(),
                    text(8),
                    section=section,
                    facets=facets,
                    years=years,
                )
            )
    return made

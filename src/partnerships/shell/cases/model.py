"""Cases as plain values, and what they can be filtered by. No Qt."""

from collections.abc import Iterable
from dataclasses import dataclass

from partnerships.library.model import Article, Evidence, Result, Setting

ALL = ""  # the value of the topic facet that means any topic


@dataclass(frozen=True, slots=True)
class Case:
    """What the list and the map show of a case. `outside`: it stands beside the map, not on it."""

    id: str
    title: str
    group: str
    verdict: str
    place: str
    state: str
    setting: Setting
    years: str
    evidence: Evidence
    result: Result
    latitude: float | None
    longitude: float | None
    outside: bool

    @property
    def result_is_the_news(self) -> bool:
        """Whether what came of it says more than how well it is proved: nothing, or nothing that lasted."""
        return self.result in ("no-effect", "faded")

    @property
    def marks(self) -> dict[str, frozenset[str]]:
        """What it can be filtered by."""
        return {
            "topic": frozenset((ALL, self.group)),
            "setting": frozenset((self.setting,)),
            "evidence": frozenset((self.evidence,)),
            "result": frozenset((self.result,)),
            "state": frozenset((self.state,)) if self.state else frozenset(),
        }


def cases_of(articles: Iterable[Article]) -> tuple[Case, ...]:
    """The cases among a section's articles, in reading order."""
    return tuple(
        Case(
            id=article.id,
            title=article.title,
            group=article.group,
            verdict=facts.verdict,
            place=facts.place,
            state=facts.state,
            setting=facts.setting,
            years=facts.years,
            evidence=facts.evidence,
            result=facts.result,
            latitude=facts.latitude,
            longitude=facts.longitude,
            outside=facts.country != "US" or facts.latitude is None,
        )
        for article in articles
        if (facts := article.case) is not None
    )

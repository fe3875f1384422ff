"""The path as values: stations with their stops, what is read, and where the reader is."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from partnerships.library.model import Article, SectionInfo

SECTION = "introduction"

# A sentence ends at a stop after a whole word, so that "D.A.R.E." and "U.S." end none.
_SENTENCE = re.compile(r"(?<=[a-z0-9\])”][.!?])\s+(?=[A-Z“])")


@dataclass(frozen=True, slots=True)
class Stop:
    """One page of a path; `number` counts from 1 through all stations.

    `kind` is told where a path mixes several; `by_sheet`: a finished sheet says that the tool is done.
    """

    id: str
    number: int
    title: str
    line: str
    minutes: int
    is_read: bool
    kind: str = ""
    by_sheet: bool = False


@dataclass(frozen=True, slots=True)
class Station:
    """Stops in reading order: a group of the section, or a whole route, which has no title here."""

    id: str
    title: str
    stops: tuple[Stop, ...]

    @property
    def read(self) -> int:
        """How many of its stops are read."""
        return sum(stop.is_read for stop in self.stops)


@dataclass(frozen=True, slots=True)
class Path:
    """All stations in order."""

    stations: tuple[Station, ...]

    @property
    def stops(self) -> tuple[Stop, ...]:
        """All stops in order."""
        return tuple(stop for station in self.stations for stop in station.stops)

    @property
    def read(self) -> int:
        """How many stops are read."""
        return sum(station.read for station in self.stations)

    @property
    def here(self) -> Stop | None:
        """The first stop that is not read; None when all are."""
        return next((stop for stop in self.stops if not stop.is_read), None)

    @property
    def minutes_left(self) -> int:
        """The reading time of what is not read yet."""
        return sum(stop.minutes for stop in self.stops if not stop.is_read)


def path_of(section: SectionInfo, articles: Iterable[Article], read: frozenset[str]) -> Path:
    """The path through a section. A group without articles is no station."""
    ordered = tuple(articles)
    numbers = {article.id: number for number, article in enumerate(ordered, 1)}
    stations = (
        Station(
            group.id,
            group.title,
            tuple(
                Stop(
                    article.id,
                    numbers[article.id],
                    article.title,
                    first_sentence(article.summary),
                    article.minutes,
                    article.id in read,
                )
                for article in ordered
                if article.group == group.id
            ),
        )
        for group in section.groups
    )
    return Path(tuple(station for station in stations if station.stops))


def first_sentence(text: str) -> str:
    """The first sentence of a summary."""
    return _SENTENCE.split(text, maxsplit=1)[0]

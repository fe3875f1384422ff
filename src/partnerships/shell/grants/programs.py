"""Programs as plain values, and the orders in which they can stand. No Qt."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from partnerships.library.model import Applicant, Article, Funding, Match, PaysFor, ProgramStatus
from partnerships.library.text import plain

SMALL, MIDDLE = 200_000, 750_000  # the upper ends of the two smaller sizes, in dollars
_STATUSES: tuple[ProgramStatus, ...] = ("running", "uncertain", "ended")
_NEVER = (13,)  # after December


@dataclass(frozen=True, slots=True)
class Program:
    """What the table and the comparison show of a program. All texts are plain words; `place` is its reading order."""

    id: str
    title: str
    place: int
    agency: str
    listing: str
    eligible: tuple[Applicant, ...]
    purposes: tuple[PaysFor, ...]
    pays_for: str
    funding: Funding
    award: str
    ceiling: int | None
    match: Match
    match_words: str
    period: str
    opens: str
    months: tuple[int, ...]
    apply_at: str
    contact: str
    status: ProgramStatus
    status_words: str
    as_of: str

    @property
    def size(self) -> str:
        """The size of an award by its ceiling: small, middle, large, or open where none is known."""
        if self.ceiling is None:
            return "open"
        return "small" if self.ceiling <= SMALL else "middle" if self.ceiling <= MIDDLE else "large"

    @property
    def marks(self) -> dict[str, frozenset[str]]:
        """What it can be filtered by."""
        return {
            "who": frozenset(self.eligible),
            "pays": frozenset(self.purposes),
            "match": frozenset((self.match,)),
            "size": frozenset((self.size,)),
            "status": frozenset((self.status,)),
            "month": frozenset(str(month) for month in self.months),
        }


def programs_of(articles: Iterable[Article]) -> tuple[Program, ...]:
    """The programs among a section's articles, in reading order."""
    found: list[Program] = []
    for article in articles:
        if (facts := article.program) is None:
            continue
        found.append(
            Program(
                id=article.id,
                title=article.title,
                place=len(found),
                agency=facts.agency.split(",")[0],
                listing=facts.assistance_listing,
                eligible=facts.eligible,
                purposes=facts.pays_for,
                pays_for=plain(facts.pays_for_words),
                funding=facts.funding,
                award=plain(facts.typical_award),
                ceiling=facts.ceiling,
                match=facts.match,
                match_words=plain(facts.match_words),
                period=plain(facts.period),
                opens=plain(facts.opens),
                months=facts.months,
                apply_at=plain(facts.apply_at),
                contact=plain(facts.contact),
                status=facts.status,
                status_words=plain(facts.status_words),
                as_of=article.as_of,
            )
        )
    return tuple(found)


def ordered(programs: Iterable[Program], order: str) -> tuple[Program, ...]:
    """The programs in an order: agency, program, pays, award, opens or status; "-" before it turns it round.

    Programs that lack what an order goes by stand last in both directions.
    """
    name = order.removeprefix("-")
    lacking = _LACKING.get(name, lambda _: False)
    inside = sorted(programs, key=lambda program: program.title.casefold())
    inside.sort(key=_KEYS[name], reverse=order.startswith("-"))  # a stable sort keeps titles in order within equals
    return tuple(sorted(inside, key=lacking))


_KEYS: dict[str, Callable[[Program], int | str | tuple[int, ...]]] = {
    "agency": lambda program: program.place,
    "program": lambda program: program.title.casefold(),
    "pays": lambda program: program.pays_for.casefold(),
    "award": lambda program: program.ceiling or 0,
    "opens": lambda program: program.months or _NEVER,
    "status": lambda program: _STATUSES.index(program.status),
}
_LACKING: dict[str, Callable[[Program], bool]] = {
    "award": lambda program: program.ceiling is None,
    "opens": lambda program: not program.months,
}


def month_spans(months: Iterable[int]) -> tuple[tuple[int, int], ...]:
    """Months as spans of neighbors, January after December: (11, 12, 1, 5) is (11, 1) and (5, 5)."""
    held = sorted(set(months))
    if len(held) == 12:
        return ((1, 12),)
    starts = [month for month in held if (month - 2) % 12 + 1 not in held]
    return tuple((start, _span_end(start, held)) for start in starts)


def _span_end(start: int, held: list[int]) -> int:
    end = start
    while end % 12 + 1 in held:
        end = end % 12 + 1
    return end

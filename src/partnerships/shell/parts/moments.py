"""Points in time and lanes: a date as a number, and both in words."""

from functools import partial

from PySide6.QtCore import QCoreApplication, QDate

from partnerships.library.model import Event

LANES = ("policing", "federal", "mental-health", "research", "disc")


def moment(date: str) -> float:
    """A date, YYYY or YYYY-MM or YYYY-MM-DD, as a year with its fraction; a bare year is its middle."""
    parts = [int(part) for part in date.split("-")]
    if len(parts) == 1:
        return parts[0] + 0.5
    day = parts[2] - 1 if len(parts) == 3 else 14
    return parts[0] + (parts[1] - 1) / 12 + day / 372


def lane_words(lane: str) -> str:
    """The words for a lane."""
    say = partial(QCoreApplication.translate, "Timeline")
    return {
        "policing": say("Policing"),
        "federal": say("Federal programs"),
        "mental-health": say("Mental health"),
        "research": say("Research"),
        "disc": say("The disc"),
    }[lane]


def date_words(event: Event) -> str:
    """The date of an event in words: September 24, 1987; or 1994 to 2017."""
    return " – ".join(_day_words(date) for date in (event.date, event.until) if date)


def _day_words(date: str) -> str:
    parts = date.split("-")
    if len(parts) == 1:
        return date
    day = QDate(int(parts[0]), int(parts[1]), int(parts[2]) if len(parts) == 3 else 1)
    return day.toString("MMMM d, yyyy" if len(parts) == 3 else "MMMM yyyy")

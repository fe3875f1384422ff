"""What the home screen shows, as plain values."""

from dataclasses import dataclass

from partnerships.library.model import Address


@dataclass(frozen=True, slots=True)
class Door:
    """One section of the library: its id, and what its card says."""

    id: str
    title: str
    summary: str
    count: int


@dataclass(frozen=True, slots=True)
class Reading:
    """An article to go on with or to begin. `progress` runs from 0 to 1, or is not known."""

    title: str
    address: Address
    progress: float | None = None


@dataclass(frozen=True, slots=True)
class LastSheet:
    """The sheet that was written last. `saved` is in words, such as "today 2:14 PM"."""

    tool: str
    title: str
    answered: int
    questions: int
    saved: str


@dataclass(frozen=True, slots=True)
class Home:
    """Everything on the home screen. `edition` is YYYY.MM, `as_of` YYYY-MM; `start` is for a new reader.

    `independence` says whose publication this is not.
    """

    doors: tuple[Door, ...]
    start: Reading
    edition: str
    as_of: str
    continue_reading: Reading | None = None
    last_sheet: LastSheet | None = None
    independence: str = ""

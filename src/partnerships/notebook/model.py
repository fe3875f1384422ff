"""What a person keeps. Times are UTC, as ISO 8601 text to the second."""

from dataclasses import dataclass, field
from typing import Literal

from partnerships.library.model import Address

Answer = str | bool | float | tuple[str, ...] | tuple[tuple[str, ...], ...] | None
"""What a field holds: words, a tick, a number, several choices, or a table's rows."""


@dataclass(frozen=True, slots=True)
class Bookmark:
    """A page, tool or row that a person wants to find again."""

    address: Address
    title: str
    made: str


@dataclass(frozen=True, slots=True)
class Place:
    """Where a person was on a page: how far down (0 to 1), and when."""

    address: Address
    title: str
    share: float
    seen: str


@dataclass(frozen=True, slots=True)
class Note:
    """What a person wrote about a page."""

    address: Address
    title: str
    text: str
    changed: str


@dataclass(frozen=True, slots=True)
class Sheet:
    """One filled-in copy of a tool. `answers` are by field id; numbers of a scale are floats."""

    id: int
    tool: str
    name: str
    answers: dict[str, Answer]
    made: str
    changed: str
    finished: bool = False


@dataclass(frozen=True, slots=True)
class Feedback:
    """A message to whoever made the edition, written offline."""

    id: int
    about: str
    text: str
    name: str
    made: str


@dataclass(frozen=True, slots=True)
class State:
    """Everything in the notebook but the sheets' answers, as it stands when the window opens."""

    bookmarks: tuple[Bookmark, ...] = ()
    places: tuple[Place, ...] = ()
    read: frozenset[str] = frozenset()
    notes: tuple[Note, ...] = ()
    sheets: tuple[Sheet, ...] = ()
    order_list: tuple[str, ...] = ()
    searches: tuple[str, ...] = ()
    feedback: tuple[Feedback, ...] = ()


Health = Literal["new", "good", "restored", "set-aside", "read-only", "memory"]


@dataclass(frozen=True, slots=True)
class Opening:
    """How the notebook was opened, with a sentence for the banner where there is one to say."""

    health: Health
    notice: str = ""
    kept_aside: tuple[str, ...] = field(default_factory=tuple)

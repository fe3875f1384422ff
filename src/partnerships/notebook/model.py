"""What a person keeps. Times are UTC, as ISO 8601 text to the second."""

from dataclasses import dataclass, field
from typing import Literal

from partnerships.library.model import Address
from partnerships.notebook.anchoring.selector import Selector

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
    """What a person wrote about a page, or about the part of it under a heading.

    `heading` is what that heading said; `lost` is the edition in which it no longer stands, if that is so.
    """

    address: Address
    title: str
    text: str
    changed: str
    heading: str = ""
    lost: str = ""


Color = Literal["yellow", "green", "blue", "rose"]
COLORS: tuple[Color, ...] = ("yellow", "green", "blue", "rose")


@dataclass(frozen=True, slots=True)
class Highlight:
    """Words of a page that a person marked, perhaps with a note.

    `id` is the same in every notebook that the highlight comes to; `address` names the passage; `edition` is
    the one in which its place was last found; `lost` that in which it no longer stands, if that is so.
    """

    id: str
    address: Address
    title: str
    color: Color
    selector: Selector
    note: str
    edition: str
    made: str
    changed: str
    lost: str = ""


@dataclass(frozen=True, slots=True)
class Sheet:
    """One filled-in copy of a tool. `answers` are by field id; numbers of a scale are floats.

    `partnership` is the id of the one it belongs to; `binned` is when it was put into the bin, if it was.
    """

    id: int
    tool: str
    name: str
    answers: dict[str, Answer]
    made: str
    changed: str
    finished: bool = False
    partnership: int | None = None
    binned: str = ""


@dataclass(frozen=True, slots=True)
class Partner:
    """An organization of a partnership, and whom to call there."""

    organization: str
    person: str = ""
    role: str = ""
    phone: str = ""
    email: str = ""


@dataclass(frozen=True, slots=True)
class Known:
    """What is known of a partnership, so that it need be written only once."""

    name: str
    agency: str = ""
    coordinator: Partner = Partner("")
    partners: tuple[Partner, ...] = ()
    area: str = ""
    problem: str = ""
    purpose: str = ""
    aims: str = ""


@dataclass(frozen=True, slots=True)
class Partnership:
    """A partnership that sheets belong to.

    `given` is what its open sheets were told last, where they have not been told of `known` yet.
    """

    id: int
    known: Known
    made: str
    changed: str
    given: Known | None = None


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
    """Everything in the notebook as it stands when the window opens.

    `bin` holds the sheets that were deleted less than thirty days ago; `partnership` is the one in work.
    """

    bookmarks: tuple[Bookmark, ...] = ()
    places: tuple[Place, ...] = ()
    read: frozenset[str] = frozenset()
    notes: tuple[Note, ...] = ()
    sheets: tuple[Sheet, ...] = ()
    bin: tuple[Sheet, ...] = ()
    partnerships: tuple[Partnership, ...] = ()
    partnership: int | None = None
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

"""How long work tells where it is: it yields steps, and whoever loops over it may draw them."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Step:
    """One step of long work: `done` of `total` units finished, now `doing` this."""

    done: int
    total: int
    doing: str

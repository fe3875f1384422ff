"""Choosing among things by their marks: any of those ticked in a group, and all groups that have ticks."""

from collections import Counter
from collections.abc import Iterable, Mapping
from typing import Protocol, TypeVar

Choice = tuple[str, str]  # a group's id and a value's id


class Marked(Protocol):
    """Anything that says, for each group, which values it has."""

    @property
    def marks(self) -> Mapping[str, frozenset[str]]:
        """The values of each group."""


T = TypeVar("T", bound=Marked)


def passing(things: Iterable[T], chosen: Iterable[Choice]) -> tuple[T, ...]:
    """The things that have one of the ticked values in every group that has a tick."""
    wanted = _by_group(chosen)
    return tuple(thing for thing in things if _passes(thing, wanted))


def counts(things: Iterable[Marked], chosen: Iterable[Choice]) -> dict[Choice, int]:
    """For each value, how many things have it among those that pass all the other groups."""
    wanted = _by_group(chosen)
    found: Counter[Choice] = Counter()
    for thing in things:
        for group, values in thing.marks.items():
            others = {name: ticks for name, ticks in wanted.items() if name != group}
            if _passes(thing, others):
                found.update((group, value) for value in values)
    return dict(found)


def _by_group(chosen: Iterable[Choice]) -> dict[str, set[str]]:
    groups: dict[str, set[str]] = {}
    for group, value in chosen:
        groups.setdefault(group, set()).add(value)
    return groups


def _passes(thing: Marked, wanted: Mapping[str, set[str]]) -> bool:
    return all(thing.marks.get(group, frozenset()) & ticks for group, ticks in wanted.items())

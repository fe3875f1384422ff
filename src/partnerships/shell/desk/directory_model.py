"""The directory's rows: which entries are shown, in which order, and how many each facet would show."""

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QAbstractListModel, QCoreApplication, QModelIndex, QObject, QPersistentModelIndex, Qt

from partnerships.library.model import Entry, Topic
from partnerships.library.text import plain
from partnerships.shell.desk.pages import as_of, form_words
from partnerships.shell.parts.facets import FacetGroup, FacetValue
from partnerships.shell.parts.sifting import Choice, counts, passing
from partnerships.shell.vocabulary import entry_kind_words, life_words

Index = QModelIndex | QPersistentModelIndex
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_LIVES = ("living", "renamed", "defunct")


def sort_words() -> dict[str, str]:
    """The orders in which the directory can be shown."""
    tr = QCoreApplication.translate
    return {
        "title": tr("Desk", "Title"),
        "by": tr("Desk", "Who made it"),
        "newest": tr("Desk", "Newest first"),
        "oldest": tr("Desk", "Oldest first"),
        "status": tr("Desk", "Status"),
    }


def year_of(entry: Entry) -> int:
    """The last year in words such as "2008, updated 2012"; 0 where there is none."""
    return max((int(year) for year in _YEAR.findall(entry.year)), default=0)


_ORDERS: dict[str, Callable[[Entry], Any]] = {  # keys of any type that sorts
    "title": lambda entry: 0,  # as the edition has them
    "by": lambda entry: (not entry.by, entry.by.casefold()),
    "newest": lambda entry: -year_of(entry),
    "oldest": lambda entry: year_of(entry) or 9999,
    "status": lambda entry: _LIVES.index(entry.status),
}


@dataclass(frozen=True, slots=True)
class _Held:
    """An entry with its words and its marks for sifting."""

    entry: Entry
    words: str
    marks: Mapping[str, frozenset[str]]


class Directory:
    """All entries, to be narrowed by words and facets."""

    def __init__(self, entries: tuple[Entry, ...]) -> None:
        self._held = tuple(_Held(entry, _words(entry), _marks(entry)) for entry in entries)

    def find(self, typed: str = "", chosen: Iterable[Choice] = (), order: str = "title") -> tuple[Entry, ...]:
        """The entries that hold every word typed and have the chosen marks."""
        found = passing(self._typed(typed), chosen)
        return tuple(sorted((held.entry for held in found), key=_ORDERS[order]))

    def counts(self, typed: str = "", chosen: Iterable[Choice] = ()) -> dict[Choice, int]:
        """How many entries each mark would show, given what is chosen in the other groups."""
        return counts(self._typed(typed), chosen)

    def _typed(self, typed: str) -> tuple[_Held, ...]:
        words = typed.casefold().split()
        return tuple(held for held in self._held if all(word in held.words for word in words))


def facet_groups(directory: Directory, topics: tuple[Topic, ...]) -> tuple[FacetGroup, ...]:
    """Kind, status, form and topic, with the counts of the whole directory."""
    tr = QCoreApplication.translate
    whole = directory.counts()

    def group(key: str, title: str, words: dict[str, str]) -> FacetGroup:
        rows = (FacetValue(value, label, whole.get((key, value), 0)) for value, label in words.items())
        return FacetGroup(key, title, tuple(row for row in rows if row.count))

    return (
        group("kind", tr("Desk", "Kind"), entry_kind_words()),
        group("status", tr("Desk", "Status"), life_words()),
        group("form", tr("Desk", "Form"), form_words()),
        group("topic", tr("Desk", "Topic"), {topic.id: topic.title for topic in topics}),
    )


def entry_line(entry: Entry) -> str:
    """The second line of a row: who and when; for a help line, how to reach it and how old that is."""
    if entry.kind == "help-line" and entry.phone:
        return f"{entry.phone} · {as_of(entry)}"
    return " · ".join(filter(None, (entry.by, entry.year, ", ".join(entry.numbers))))


def entry_forms(entry: Entry) -> str:
    """The forms of an entry in words."""
    return ", ".join(form_words()[form] for form in entry.forms)


class EntryRows(QAbstractListModel):
    """The entries that are shown, as a list for a view."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.entries: tuple[Entry, ...] = ()
        self.wanted: frozenset[str] = frozenset()

    def show(self, entries: tuple[Entry, ...]) -> None:
        """Show these entries."""
        self.beginResetModel()
        self.entries = entries
        self.endResetModel()

    def show_wanted(self, wanted: Iterable[str]) -> None:
        """Mark what is on the order list."""
        self.wanted = frozenset(wanted)
        if self.entries:
            self.dataChanged.emit(self.index(0), self.index(len(self.entries) - 1))

    def place_of(self, entry: str) -> int:
        """The row of an entry; -1 where it is not shown."""
        return next((place for place, held in enumerate(self.entries) if held.id == entry), -1)

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self.entries)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # as Qt has it
        entry = self.entries[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return entry.title
        if role == Qt.ItemDataRole.AccessibleTextRole:
            ordered = self.tr("on the order list") if entry.id in self.wanted else ""
            pieces = (entry.title, entry_line(entry), entry_forms(entry), life_words()[entry.status], ordered)
            return ", ".join(filter(None, pieces))
        return None


def _words(entry: Entry) -> str:
    pieces = (entry.title, entry.by, entry.year, *entry.numbers, plain(entry.about), plain(entry.status_words))
    return " ".join(pieces).casefold()


def _marks(entry: Entry) -> Mapping[str, frozenset[str]]:
    return {
        "kind": frozenset((entry.kind,)),
        "status": frozenset((entry.status,)),
        "form": frozenset(entry.forms),
        "topic": frozenset(entry.topics),
    }

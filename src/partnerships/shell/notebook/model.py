"""The parts of the notebook, and how what is in it stands on slips."""

import re
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QCoreApplication

from partnerships.library.edition import Edition
from partnerships.library.model import Address
from partnerships.notebook.finding import Entry, Kind, Wanted
from partnerships.notebook.model import State
from partnerships.notebook.results import progress
from partnerships.shell.parts.markers import color_words
from partnerships.shell.parts.slips import Slip

_SNIPPET = 260  # characters
ICONS: dict[Kind, str] = {
    "bookmark": "star",
    "note": "note",
    "highlight": "note",
    "sheet": "tool",
    "partnership": "person",
    "feedback": "edit",
}


@dataclass(frozen=True, slots=True)
class Part:
    """One part of the notebook. `kinds` are searched for in it; a part without any shows rows of the state.

    `counted` are the names under which the notebook counts what is in it; `empty` says what to do without any.
    """

    id: str
    title: str
    empty: str
    kinds: tuple[Kind, ...] = ()
    noted: bool = False
    lost: bool = False
    counted: tuple[str, ...] = ()

    def wanted(self, typed: str, color: str) -> Wanted:
        """What is looked for in this part."""
        kinds: tuple[Kind, ...] = ("highlight",) if color and self.colored else self.kinds
        return Wanted(typed, kinds, color if self.colored else "", self.noted, self.lost)

    @property
    def colored(self) -> bool:
        """Whether there can be highlights in it, to be narrowed by color."""
        return "highlight" in self.kinds


def parts() -> tuple[Part, ...]:
    """All parts of the notebook, in order."""
    say = partial(QCoreApplication.translate, "Notebook")
    everything: tuple[Kind, ...] = ("highlight", "note", "bookmark", "sheet", "partnership", "feedback")
    return (
        Part(
            "all",
            say("Everything"),
            say(
                "Nothing here yet. On a page, Ctrl+D saves it, Ctrl+E highlights what is selected, and Ctrl+M "
                "writes a note. Sheets of the toolkit come here by themselves."
            ),
            everything,
            counted=everything,
        ),
        Part(
            "highlights",
            say("Highlights"),
            say("No highlights yet. Select words on a page and choose a color, or press Ctrl+E."),
            ("highlight",),
            counted=("highlight",),
        ),
        Part(
            "notes",
            say("Notes"),
            say("No notes yet. Ctrl+M writes one on what you read; the right side of each page has room for one."),
            ("note", "highlight"),
            noted=True,
            counted=("noted",),
        ),
        Part(
            "bookmarks",
            say("Bookmarks"),
            say("Nothing saved yet. Press Ctrl+D on a page to find it again here."),
            ("bookmark",),
            counted=("bookmark",),
        ),
        Part(
            "sheets",
            say("Sheets"),
            say("No sheets yet. Choose a tool in the toolkit; it is saved here as you type."),
            ("sheet", "partnership"),
            counted=("sheet", "partnership"),
        ),
        Part(
            "lost",
            say("No longer found"),
            say("Every highlight and every note stands where you made it."),
            ("highlight", "note"),
            lost=True,
            counted=("lost",),
        ),
        Part("history", say("Recently read"), say("Pages that you have read stand here, with how far you came.")),
        Part(
            "searches",
            say("Recent searches"),
            say("What you searched for stands here, so that you can do it again."),
        ),
        Part(
            "orders",
            say("Order list"),
            say("Nothing to order yet. Put publications on the list in the directory of the library desk."),
        ),
        Part("feedback", say("Messages to the makers"), say("No messages yet.")),
    )


def state_slips(part: str, state: State, edition: Edition) -> tuple[Slip, ...]:
    """The slips of a part that the window remembers; a key is an address, a search, or a message's number."""
    if part == "history":
        return tuple(
            Slip(str(place.address), place.title, line=_read_line(place.share, place.seen), icon="history")
            for place in state.places
        )
    if part == "searches":
        return tuple(Slip(typed, typed, icon="search") for typed in state.searches)
    if part == "orders":
        return _order_slips(state, edition)
    return tuple(
        Slip(
            str(message.id),
            _first_line(message.text),
            line=f"{message.about or '–'} · {day(message.made)}",
            icon="edit",
        )
        for message in state.feedback
    )


def _order_slips(state: State, edition: Edition) -> tuple[Slip, ...]:
    if not state.order_list:
        return ()
    entries = {entry.id: entry for entry in edition.entries()}
    return tuple(
        Slip(
            f"entry:{name}",
            entries[name].title,
            line=", ".join(filter(None, (entries[name].by, entries[name].year))),
            icon="book",
        )
        for name in state.order_list
        if name in entries
    )


def entry_slip(entry: Entry, typed: str, state: State, edition: Edition) -> Slip:
    """The slip of something that was found; its key is the entry's."""
    title, text = _words(entry)
    return Slip(
        key_of(entry),
        _around(title, typed),
        _around(text, typed),
        where(entry, state, edition),
        color=entry.tag if entry.kind == "highlight" else "",
        icon=ICONS[entry.kind],
        spoken=kind_words(entry),
    )


def key_of(entry: Entry) -> str:
    """What names an entry among those of all kinds."""
    return f"{entry.kind} {entry.key}"


def _words(entry: Entry) -> tuple[str, str]:
    """What is strong on a slip, and what stands beneath."""
    if entry.kind == "feedback":
        return entry.text, ""
    return entry.quote if entry.kind == "highlight" else entry.title, entry.text


def kind_words(entry: Entry) -> str:
    """What an entry is, in words."""
    say = partial(QCoreApplication.translate, "Notebook")
    if entry.kind == "highlight":
        return say("{color} highlight").format(color=color_words(entry.tag))
    if entry.kind == "note" and entry.address.anchor:
        return say("Note on a heading")
    return {
        "note": say("Note on a page"),
        "bookmark": say("Bookmark"),
        "sheet": say("Sheet"),
        "partnership": say("Partnership"),
        "feedback": say("Message to the makers"),
    }[entry.kind]


def where(entry: Entry, state: State, edition: Edition) -> str:
    """The quiet line of a slip: where it belongs, and when it was changed."""
    say = partial(QCoreApplication.translate, "Notebook")
    pieces = [kind_words(entry)] if entry.kind != "highlight" else [entry.title]
    if entry.lost:
        pieces.append(say("no longer on its page"))
    if entry.kind == "sheet":
        pieces = [_progress(entry, state, edition)]
    return " · ".join(filter(None, (*pieces, day(entry.changed))))


def _progress(entry: Entry, state: State, edition: Edition) -> str:
    sheet = next((held for held in state.sheets if str(held.id) == entry.key), None)
    if sheet is None or not edition.exists(sheet.tool):
        return kind_words(entry)
    tool = edition.tool(sheet.tool)
    done = progress(tool, sheet.answers)
    words = QCoreApplication.translate("Notebook", "{tool} · {done} of {total}")
    return words.format(tool=tool.title, done=done.answered, total=done.total)


def target_of(entry: Entry) -> Address | None:
    """Where an entry leads: to the highlight or heading itself, to the sheet, to the form for messages."""
    if entry.kind == "highlight":
        return Address(entry.address.id, f"mark-{entry.key}")
    if entry.kind == "partnership":
        return Address("section:toolkit")
    if entry.kind == "feedback":
        return Address("feedback")
    return entry.address


def _around(text: str, typed: str) -> str:
    """The part of a long text where the first of the words that were typed stands."""
    line = " ".join(text.split())
    if len(line) <= _SNIPPET:
        return line
    words = [re.escape(word) for word in re.findall(r"[^\W_]+", typed)]
    found = re.search(rf"\b(?:{'|'.join(words)})", line, re.IGNORECASE) if words else None
    start = max(0, found.start() - 60) if found else 0
    return ("… " if start else "") + line[start : start + _SNIPPET]


def _read_line(share: float, seen: str) -> str:
    words = QCoreApplication.translate("Notebook", "{share} % · {day}")
    return words.format(share=round(share * 100), day=day(seen))


def _first_line(text: str) -> str:
    return text.strip().split("\n")[0]


def day(time: str) -> str:
    """The day of a time."""
    return time[:10]

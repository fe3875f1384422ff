"""The parts of the notebook and their rows, as the screen shows them."""

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from partnerships.library.edition import Edition
from partnerships.notebook.model import State
from partnerships.notebook.results import progress
from partnerships.shell.parts.title_list import Row

PARTS = ("bookmarks", "notes", "sheets", "history", "searches", "orders", "feedback")


@dataclass(frozen=True, slots=True)
class Part:
    """One part of the notebook. `empty` says what to do when it has no rows."""

    id: str
    title: str
    icon: str
    empty: str
    rows: tuple[Row, ...]


def parts(state: State, edition: Edition) -> tuple[Part, ...]:
    """All parts with their rows; a row's key is an address, a search, or the number of a message."""
    tr = QCoreApplication.translate
    return (
        Part(
            "bookmarks",
            tr("Notebook", "Bookmarks"),
            "star",
            tr("Notebook", "Nothing saved yet. Press Ctrl+D on a page to find it again here."),
            tuple(Row(mark.title, str(mark.address), _day(mark.made)) for mark in state.bookmarks),
        ),
        Part(
            "notes",
            tr("Notebook", "Notes"),
            "note",
            tr("Notebook", "No notes yet. Each page has room for one at its right side; Ctrl+Shift+N goes there."),
            tuple(
                Row(_first_line(note.text), str(note.address), f"{note.title} · {_day(note.changed)}")
                for note in state.notes
            ),
        ),
        Part(
            "sheets",
            tr("Notebook", "Sheets"),
            "tool",
            tr("Notebook", "No sheets yet. Choose a tool in the toolkit; it is saved here as you type."),
            _sheet_rows(state, edition),
        ),
        Part(
            "history",
            tr("Notebook", "Recently read"),
            "history",
            tr("Notebook", "Pages that you have read stand here, with how far you came."),
            tuple(
                Row(
                    place.title, str(place.address), _read_line(place.share, place.seen), place.address.id in state.read
                )
                for place in state.places
            ),
        ),
        Part(
            "searches",
            tr("Notebook", "Recent searches"),
            "search",
            tr("Notebook", "What you searched for stands here, so that you can do it again."),
            tuple(Row(typed, typed) for typed in state.searches),
        ),
        Part(
            "orders",
            tr("Notebook", "Order list"),
            "print",
            tr("Notebook", "Nothing to order yet. Put publications on the list in the directory of the library desk."),
            _order_rows(state, edition),
        ),
        Part(
            "feedback",
            tr("Notebook", "Messages to the makers"),
            "edit",
            tr("Notebook", "No messages yet."),
            tuple(
                Row(_first_line(message.text), str(message.id), f"{message.about or '–'} · {_day(message.made)}")
                for message in state.feedback
            ),
        ),
    )


def _sheet_rows(state: State, edition: Edition) -> tuple[Row, ...]:
    tools = {tool.id: tool for tool in edition.tools()}
    rows = []
    for sheet in state.sheets:
        if tool := tools.get(sheet.tool):
            held = progress(tool, sheet.answers)
            words = QCoreApplication.translate("Notebook", "{tool} · {done} of {total} · {day}")
            line = words.format(tool=tool.title, done=held.answered, total=held.total, day=_day(sheet.changed))
            rows.append(Row(sheet.name, f"{tool.id}#sheet-{sheet.id}", line, sheet.finished))
    return tuple(rows)


def _order_rows(state: State, edition: Edition) -> tuple[Row, ...]:
    if not state.order_list:
        return ()
    entries = {entry.id: entry for entry in edition.entries()}
    return tuple(
        Row(entries[name].title, f"entry:{name}", ", ".join(filter(None, (entries[name].by, entries[name].year))))
        for name in state.order_list
        if name in entries
    )


def _read_line(share: float, seen: str) -> str:
    words = QCoreApplication.translate("Notebook", "{share} % · {day}")
    return words.format(share=round(share * 100), day=_day(seen))


def _first_line(text: str) -> str:
    line = text.strip().split("\n")[0]
    return line if len(line) <= 90 else f"{line[:88]}…"


def _day(time: str) -> str:
    return time[:10]

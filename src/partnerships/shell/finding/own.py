"""What a person has of their own that has the words: notes, highlights, bookmarks and sheets, under one heading."""

from PySide6.QtCore import QCoreApplication, QObject, Signal
from shiboken6 import isValid

from partnerships.library.model import Address
from partnerships.notebook.finding import COUNTED, Entry, Found, Wanted
from partnerships.search import query
from partnerships.shell.keeping import Keeper
from partnerships.shell.parts.title_list import Row

SHOWN, SHOWN_ALONE = 5, 40
_LINE = 110  # letters of what was written


class OwnControl(QObject):
    """Asks the notebook, on its lane, and hands on only the answer to the newest question."""

    found = Signal(object)  # Found

    def __init__(self, keeper: Keeper, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._keeper = keeper
        self._asked: tuple[Wanted, int] | None = None

    def ask(self, typed: str, limit: int) -> None:
        """Ask for what was typed, operators of the library's search left out."""
        asked = self._asked = (Wanted(plain_words(typed)), limit)
        self._keeper.ask(
            lambda notebook: notebook.find(asked[0], limit),
            lambda found: self._answer(asked, found),
            newest=True,
        )

    def drop(self) -> None:
        """Wait for no answer any more."""
        self._asked = None

    def _answer(self, asked: tuple[Wanted, int], found: Found) -> None:
        if isValid(self) and asked == self._asked:  # the keeper outlives the panel
            self.found.emit(found)


def plain_words(typed: str) -> str:
    """The words and quotations of a question as the notebook is asked for them; the last may be unfinished."""
    asked = query.parse(typed)
    words = [word.form for word in asked.telling]
    quoted = [form for phrase in asked.phrases for form in phrase]
    return " ".join((*quoted, *words)) + ("" if asked.unfinished or not (words or quoted) else " ")


def own_rows(found: Found) -> tuple[Row, ...]:
    """The rows of what was found, under their heading; none when nothing was."""
    if not found.entries:
        return ()
    tr = QCoreApplication.translate
    number = f"{COUNTED:,}+" if found.total > COUNTED else f"{found.total:,}"
    heading = Row(tr("FindPanel", "Your notebook ({number})").format(number=number))
    return (heading, *(_row(entry) for entry in found.entries))


def target_of(entry: Entry) -> Address:
    """Where an entry leads: to the highlight itself, to the page, the sheet, the partnerships, the messages."""
    if entry.kind == "highlight":
        return Address(entry.address.id, f"mark-{entry.key}")
    if entry.kind == "partnership":
        return Address("section:toolkit")
    if entry.kind == "feedback":
        return Address("feedback")
    return entry.address


def _row(entry: Entry) -> Row:
    tr = QCoreApplication.translate
    kind = {
        "bookmark": tr("FindPanel", "Bookmark"),
        "note": tr("FindPanel", "Note"),
        "highlight": tr("FindPanel", "Highlight"),
        "sheet": tr("FindPanel", "Sheet"),
        "partnership": tr("FindPanel", "Partnership"),
        "feedback": tr("FindPanel", "Message"),
    }[entry.kind]
    words = " ".join((entry.quote if entry.kind == "highlight" else entry.text).split())
    said = words if len(words) <= _LINE else f"{words[:_LINE].rstrip()}…"
    return Row(entry.title or said, f"{entry.kind} {entry.key}", " · ".join(filter(None, (kind, said))))

"""What is done with partnerships: named, changed, chosen, let go, and their open sheets brought up to date."""

from dataclasses import dataclass, replace

from PySide6.QtCore import QObject, Signal

from partnerships.library.edition import Edition
from partnerships.library.model import Tool
from partnerships.notebook.known import Update, start_answers, updates
from partnerships.notebook.model import Answer, Known, Partnership, Sheet
from partnerships.shell.keeping import Keeper


@dataclass(frozen=True, slots=True)
class Offer:
    """An open sheet that would say something else, now that more is known."""

    sheet: Sheet
    tool: Tool
    updates: tuple[Update, ...]


class PartnershipControl(QObject):
    """Keeps what is known. `named` carries a partnership that was begun."""

    named = Signal(object)

    def __init__(self, edition: Edition, keeper: Keeper, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._edition, self._keeper = edition, keeper

    @property
    def current(self) -> Partnership | None:
        """The partnership in work."""
        return self._keeper.partnership(self._keeper.state.partnership)

    def begin(self, known: Known) -> None:
        """Name a partnership; from then on it is the one in work."""
        self._keeper.add_partnership(known, self._begun)

    def _begun(self, partnership: Partnership) -> None:
        self._keeper.choose_partnership(partnership.id)
        self.named.emit(partnership)

    def change(self, number: int, known: Known) -> None:
        """Keep what is known now, and remember what the sheets were told before."""
        held = self._keeper.partnership(number)
        if held is not None and known != held.known:
            given = held.given or held.known
            self._keeper.save_partnership(replace(held, known=known, given=given if given != known else None))

    def start(self, tool: Tool) -> dict[str, Answer]:
        """What a new sheet of the partnership in work begins with."""
        return start_answers(tool, self.current.known) if self.current else {}

    # --- bringing sheets up to date ----------------------------------------------------------------

    def offers(self) -> tuple[Offer, ...]:
        """The open sheets of the partnership in work that could be brought up to date."""
        held = self.current
        if held is None or held.given is None:
            return ()
        tools = {tool.id: tool for tool in self._edition.tools()}
        found = []
        for sheet in self._keeper.state.sheets:
            if sheet.partnership == held.id and not sheet.finished and sheet.tool in tools:
                changes = updates(tools[sheet.tool], sheet.answers, held.given, held.known)
                if changes:
                    found.append(Offer(sheet, tools[sheet.tool], changes))
        return tuple(found)

    def update(self, offer: Offer) -> None:
        """Bring one sheet up to date."""
        answers = dict(offer.sheet.answers) | {update.field.id: update.after for update in offer.updates}
        self._keeper.save_sheet(replace(offer.sheet, answers=answers))

    def settle(self) -> None:
        """The sheets have been told, or are to be left as they are."""
        if self.current is not None and self.current.given is not None:
            self._keeper.save_partnership(replace(self.current, given=None))

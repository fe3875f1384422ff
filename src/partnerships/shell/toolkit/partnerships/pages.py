"""The screens about partnerships, and what happens between them: details, the offer to update, the binder."""

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QMessageBox, QWidget

from partnerships.library.model import Address, Field
from partnerships.notebook.model import Partnership
from partnerships.notebook.results import is_answered
from partnerships.publishing.sheets.binder import Part
from partnerships.shell.panel import Surroundings
from partnerships.shell.toolkit.drawings.picture import pictures_of
from partnerships.shell.toolkit.model import belonging, part_line, stages
from partnerships.shell.toolkit.partnerships.binder import BinderPage
from partnerships.shell.toolkit.partnerships.control import Offer, PartnershipControl
from partnerships.shell.toolkit.partnerships.details import DetailsPage
from partnerships.shell.toolkit.partnerships.updating import UpdateDialog
from partnerships.shell.toolkit.sheets.work import SheetWork

SECTION = "section:toolkit"


class PartnershipPages(QObject):
    """`chosen` carries where to go; `announced` words for assistive technology."""

    chosen = Signal(Address)
    announced = Signal(str)

    def __init__(self, surroundings: Surroundings, work: SheetWork, parent: QWidget) -> None:
        super().__init__(parent)
        self._edition, self._keeper, self._look = surroundings.edition, surroundings.keeper, surroundings.look
        self._window, self._work = parent, work
        self.control = PartnershipControl(self._edition, self._keeper, self)
        self.details = DetailsPage(self._look, self.control, parent)
        self.binder = BinderPage(self._look, parent)
        self.details.closed.connect(self._details_done)
        self.details.remove_wanted.connect(self._ask_remove)
        self.binder.closed.connect(lambda: self.chosen.emit(Address(SECTION)))

    def page_of(self, anchor: str) -> QWidget | None:
        """The screen that an anchor of the toolkit's address asks for, ready to be shown."""
        current = self.control.current
        if anchor == "partnership-new":
            self.details.show_partnership(None)
        elif anchor == "partnership" and current is not None:
            self.details.show_partnership(current)
        elif anchor == "binder" and current is not None:
            self.binder.show_parts(current, self._parts(current))
            return self.binder
        else:
            return None
        return self.details

    def _parts(self, partnership: Partnership) -> list[Part]:
        """The sheets of a partnership in the order of the stages and tools."""
        own = belonging(self._keeper.state.sheets, partnership.id)
        tools = [tool for _, _, held in stages(self._edition) for tool in held]
        return [
            Part(tool, sheet, part_line(sheet), pictures_of(tool, sheet.answers, self._look))
            for tool in tools
            for sheet in sorted(own, key=lambda sheet: (sheet.made, sheet.id))
            if sheet.tool == tool.id
        ]

    def restyle(self) -> None:
        """Take up the look in use."""
        self.details.restyle()
        self.binder.restyle()

    # --- the open sheets ---------------------------------------------------------------------------

    def _details_done(self) -> None:
        self.chosen.emit(Address(SECTION))
        self.offer()

    def offer(self) -> None:
        """Offer to bring the open sheets up to date, if there is something to bring."""
        self._work.leave()
        offers = self.control.offers()
        if not offers:
            self.control.settle()
            return
        dialog = UpdateDialog(offers, self._look, self._window)
        dialog.decided.connect(self._decide)
        dialog.open()

    def _decide(self, taken: tuple[Offer, ...]) -> None:
        for offer in taken:
            if self._work.sheet is not None and self._work.sheet.id == offer.sheet.id:
                self._work.fill({update.field.id: update.after for update in offer.updates})
            else:
                self.control.update(offer)
        self.control.settle()
        self.announced.emit(self.tr("%n sheet(s) updated", "", len(taken)))

    def give_sheet(self, number: int | None) -> None:
        """Let the sheet in work belong to another partnership; its empty answers begin with what is known."""
        self._work.give_to(number)
        held = self._keeper.partnership(number)
        if held is None or self._work.tool is None:
            return
        self._keeper.choose_partnership(number)
        fields = {field.id: field for group in self._work.tool.groups for field in group.fields}
        known = self.control.start(self._work.tool)
        empty = {name: answer for name, answer in known.items() if not self._is_answered(fields[name])}
        if empty:
            self._work.fill(empty)
            self.announced.emit(self.tr("%n answer(s) filled in from the partnership", "", len(empty)))

    def _is_answered(self, field: Field) -> bool:
        return is_answered(field, self._work.answers.get(field.id))

    # --- letting go --------------------------------------------------------------------------------

    def _ask_remove(self, partnership: Partnership) -> None:
        question = QMessageBox(self._window)
        question.setIcon(QMessageBox.Icon.Question)
        question.setText(self.tr("Let “{name}” go?").format(name=partnership.known.name))
        question.setInformativeText(
            self.tr("Its sheets stay. What you wrote about the partnership itself is gone then.")
        )
        remove = question.addButton(self.tr("Let it go"), QMessageBox.ButtonRole.DestructiveRole)
        question.addButton(self.tr("Keep it"), QMessageBox.ButtonRole.RejectRole)
        question.buttonClicked.connect(lambda button: self._remove(partnership) if button is remove else None)
        question.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        question.open()

    def _remove(self, partnership: Partnership) -> None:
        self.details.forget()
        self._keeper.remove_partnership(partnership.id)
        self.chosen.emit(Address(SECTION))

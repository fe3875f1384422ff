"""What is done with whole sheets: duplicated, compared, put into the bin, taken out again, deleted for good."""

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QMessageBox, QWidget

from partnerships.library.model import Address
from partnerships.notebook.model import Sheet
from partnerships.shell.keeping import Keeper
from partnerships.shell.toolkit.sheets.work import SheetWork


class SheetControl(QWidget):
    """`chosen` carries where to go then, `announced` words for assistive technology, `binned` a deleted sheet."""

    chosen = Signal(Address)
    announced = Signal(str)
    binned = Signal(object)

    def __init__(self, keeper: Keeper, work: SheetWork, parent: QWidget) -> None:
        super().__init__(parent)
        self._keeper, self._work = keeper, work
        self.hide()  # it only stands behind the questions that it asks

    def duplicate(self) -> None:
        """Make a copy of the sheet and go to it."""
        work = self._work
        if work.sheet is None:
            return
        work.leave()
        name = self.tr("{name} (copy)").format(name=work.sheet.name)
        self._keeper.add_sheet(work.sheet.tool, name, dict(work.answers), self._duplicated, work.partnership)

    def _duplicated(self, sheet: Sheet) -> None:
        self.announced.emit(self.tr("This is the copy: {name}").format(name=sheet.name))
        self.go_to(sheet)

    def go_to(self, sheet: Sheet) -> None:
        """Show a sheet."""
        self.chosen.emit(Address(sheet.tool, f"sheet-{sheet.id}"))

    def compare(self) -> None:
        """Show the sheet beside the one of the same tool and partnership that was changed last."""
        self._work.leave()
        here = self._work.sheet
        if here is None:
            return
        others = [sheet for sheet in self._keeper.sheets_of(here.tool) if sheet.id != here.id]
        own = [sheet for sheet in others if sheet.partnership == here.partnership] or others
        if own:
            first, second = sorted((own[0], here), key=lambda sheet: sheet.changed)
            self.compare_these(here.tool, first.id, second.id)

    def compare_these(self, tool: str, first: int, second: int) -> None:
        """Show two sheets of a tool side by side."""
        self.chosen.emit(Address(tool, f"compare-{first}-{second}"))

    def pair(self, anchor: str) -> tuple[Sheet, Sheet] | None:
        """The two sheets that an anchor such as `compare-3-5` names, if both are there."""
        numbers = anchor.removeprefix("compare-").split("-")
        held = {str(sheet.id): sheet for sheet in self._keeper.state.sheets}
        found = [held[number] for number in numbers if number in held]
        return (found[0], found[1]) if anchor.startswith("compare-") and len(found) == 2 else None

    # --- the bin -----------------------------------------------------------------------------------

    def remove(self) -> None:
        """Put the sheet into the bin."""
        sheet = self._work.put_into_bin()
        if sheet is not None:
            self.binned.emit(sheet)

    def restore(self, number: int) -> None:
        """Take a sheet out of the bin and show it."""
        sheet = self._keeper.restore_sheet(number)
        if sheet is not None:
            self.announced.emit(self.tr("“{name}” is back").format(name=sheet.name))
            self.go_to(sheet)

    def ask_delete(self, number: int) -> None:
        """Delete a sheet for good, after a yes."""
        name = next(sheet.name for sheet in self._keeper.state.bin if sheet.id == number)
        words = self.tr("Delete “{name}” for good?").format(name=name)
        self._ask(words, lambda: self._keeper.delete_sheet(number))

    def ask_empty(self) -> None:
        """Empty the bin, after a yes."""
        words = self.tr("Delete %n sheet(s) for good?", "", len(self._keeper.state.bin))
        self._ask(words, self._keeper.empty_bin)

    def _ask(self, words: str, job: Callable[[], object]) -> None:
        question = QMessageBox(self.window())
        question.setIcon(QMessageBox.Icon.Question)
        question.setText(words)
        question.setInformativeText(self.tr("This cannot be undone."))
        delete = question.addButton(self.tr("Delete"), QMessageBox.ButtonRole.DestructiveRole)
        question.addButton(self.tr("Keep"), QMessageBox.ButtonRole.RejectRole)
        question.buttonClicked.connect(lambda button: job() if button is delete else None)
        question.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        question.open()

"""The toolkit's screen: the tools by stage, or one tool's form with its sheets."""

from dataclasses import replace

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QMessageBox, QStackedWidget, QVBoxLayout, QWidget

from partnerships.library.model import Address, Tool
from partnerships.notebook.model import Answer, Sheet
from partnerships.publishing.sheets import SheetWords, sheet_html
from partnerships.shell.panel import Panel, Surroundings
from partnerships.shell.parts.title_list import TitleList
from partnerships.shell.toolkit.form import SheetForm
from partnerships.shell.toolkit.model import sheet_rows
from partnerships.shell.toolkit.overview import Overview
from partnerships.shell.toolkit.side import SheetSide

_LIST, _SIDE, _NARROWEST = 272, 286, 480  # widths at 100 % text, pixels
_SAVE_MS = 500


class ToolkitPanel(Panel):
    """Fills in sheets. What is typed is saved half a second after the last key."""

    can_print = True
    print_wanted = Signal()
    pdf_wanted = Signal()

    def __init__(self, surroundings: Surroundings, parent: QWidget | None = None) -> None:
        super().__init__(surroundings, parent)
        self._tool: Tool | None = None
        self._sheet: Sheet | None = None
        self._answers: dict[str, Answer] = {}
        self._name = ""
        self._starting = False
        self._blank = False
        self.overview = Overview(surroundings, self)
        self.overview.chosen.connect(self.chosen)
        self.form = SheetForm(self.look, self)
        self.side = SheetSide(self.look, self)
        self.list = TitleList(self.look.theme, "toolkit", parent=self)
        self.list.setAccessibleName(self.tr("Tools and sheets"))
        self._saving = QTimer(self)
        self._saving.setSingleShot(True)
        self._saving.setInterval(_SAVE_MS)
        self._saving.timeout.connect(self.save)
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        self._left = QFrame(self)
        self._left.setProperty("role", "side")
        self._left.setProperty("edge", "right")
        title = QLabel(self.tr("Toolkit"), self._left)
        title.setObjectName("eyebrow")
        title.setProperty("section", "toolkit")
        title.setContentsMargins(20, 20, 12, 6)
        left = QVBoxLayout(self._left)
        left.setContentsMargins(0, 0, 1, 0)
        left.setSpacing(0)
        left.addWidget(title)
        left.addWidget(self.list, 1)
        work = QWidget(self)
        row = QHBoxLayout(work)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self._left)
        row.addWidget(self.form, 1)
        row.addWidget(self.side)
        self._stack = QStackedWidget(self)
        self._stack.addWidget(self.overview)
        self._stack.addWidget(work)
        self._work = work
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._stack)

    def _connect(self) -> None:
        self.list.chosen.connect(self._row_chosen)
        self.form.answered.connect(self._answered)
        self.form.renamed.connect(self._renamed)
        self.side.print_wanted.connect(lambda: self._print(blank=False))
        self.side.blank_wanted.connect(lambda: self._print(blank=True))
        self.side.pdf_wanted.connect(self.pdf_wanted)
        self.side.another_wanted.connect(self.start_another)
        self.side.remove_wanted.connect(self._ask_remove)
        self.side.finished.connect(self._finish)
        self.side.followed.connect(self._follow)
        self.keeper.changed.connect(self._keeper_changed)
        self.keeper.saved.connect(
            lambda time: self.side.show_saved(self.tr("✓ Saved in your notebook at {time}").format(time=time))
        )
        self.keeper.failed.connect(lambda _: self.side.show_saved(self.tr("Not saved yet. What you wrote stays here.")))
        self.look.changed.connect(self._restyle)

    # --- opening -----------------------------------------------------------------------------------

    def open(self, address: Address) -> None:
        """Show the tools by stage, a tool with its last sheet, or the sheet named in the anchor."""
        self.leave()
        if address.id.startswith("section:"):
            self._tool = None
            self.overview.fill()
            self._stack.setCurrentWidget(self.overview)
            return
        tool = self.edition.tool(address.id)
        if tool != self._tool:
            self._tool = tool
            self.form.show_tool(tool)
            self.side.show_tool(tool)
        sheets = self.keeper.sheets_of(tool.id)
        wanted = next((sheet for sheet in sheets if f"sheet-{sheet.id}" == address.anchor), None)
        self._show_sheet(wanted or (sheets[0] if sheets and address.anchor != "new" else None))
        self._stack.setCurrentWidget(self._work)
        self._arrange()

    def _show_sheet(self, sheet: Sheet | None) -> None:
        self._sheet = sheet
        self._answers = dict(sheet.answers) if sheet else {}
        self._name = sheet.name if sheet else ""
        self.form.show_answers(self._name, self._answers)
        saved = self.tr("Last saved {time}").format(time=sheet.changed[:16].replace("T", " ")) if sheet else ""
        self.side.show_saved(saved or self.tr("Begins to be saved with your first answer."))
        self._show_state()
        self._fill_list()

    def _show_state(self) -> None:
        self.side.show_answers(self._answers, self._sheet is not None, bool(self._sheet and self._sheet.finished))

    def _fill_list(self) -> None:
        current = f"sheet:{self._sheet.id}" if self._sheet else (self._tool.id if self._tool else "")
        self.list.show_rows(sheet_rows(self.edition, self.keeper.state.sheets), current)

    # --- answering ---------------------------------------------------------------------------------

    def _answered(self, field: str, answer: Answer) -> None:
        self._answers[field] = answer
        self._show_state()
        self._saving.start()

    def _renamed(self, name: str) -> None:
        self._name = name
        self._saving.start()

    def save(self) -> None:
        """Keep what is filled in; the first time this makes the sheet."""
        self._saving.stop()
        if self._tool is None or self._starting:
            return
        if self._sheet is None:
            self._starting = True
            name = self._name.strip() or self._tool.title
            self.keeper.add_sheet(self._tool.id, name, dict(self._answers), self._started)
            return
        self._sheet = replace(self._sheet, name=self._name.strip() or self._tool.title, answers=dict(self._answers))
        self.keeper.save_sheet(self._sheet)

    def _started(self, sheet: Sheet) -> None:
        self._starting = False
        if self._tool is None or sheet.tool != self._tool.id:
            return
        self._sheet = sheet
        if not self._name:
            self._name = sheet.name
            self.form.name.setText(sheet.name)
        if dict(sheet.answers) != self._answers or sheet.name != self._name:
            self._saving.start()  # the person typed on while the sheet was made
        self._show_state()
        self._fill_list()

    def leave(self) -> None:
        """Save what waits before something else is shown."""
        if self._saving.isActive():
            self.save()

    def start_another(self) -> None:
        """Begin another sheet of the same tool."""
        self.leave()
        self._show_sheet(None)
        self.form.name.setFocus()

    def _finish(self, finished: bool) -> None:
        if self._sheet is not None:
            self._sheet = replace(self._sheet, finished=finished)
            self.save()
            self._show_state()

    def _ask_remove(self) -> None:
        if self._sheet is None:
            return
        question = QMessageBox(self)
        question.setIcon(QMessageBox.Icon.Question)
        question.setText(self.tr("Delete the sheet “{name}”?").format(name=self._sheet.name))
        question.setInformativeText(self.tr("Its answers are gone then. Print it first if you may need them."))
        remove = question.addButton(self.tr("Delete"), QMessageBox.ButtonRole.DestructiveRole)
        question.addButton(self.tr("Keep it"), QMessageBox.ButtonRole.RejectRole)
        question.buttonClicked.connect(lambda button: self.remove_sheet() if button is remove else None)
        question.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        question.open()

    def remove_sheet(self) -> None:
        """Take the shown sheet away."""
        if self._sheet is not None and self._tool is not None:
            self._saving.stop()
            self.keeper.remove_sheet(self._sheet)
            sheets = self.keeper.sheets_of(self._tool.id)
            self._show_sheet(sheets[0] if sheets else None)

    # --- going and printing ------------------------------------------------------------------------

    def _row_chosen(self, key: str) -> None:
        if key.startswith("sheet:"):
            number = int(key.removeprefix("sheet:"))
            tool = next(sheet.tool for sheet in self.keeper.state.sheets if sheet.id == number)
            self.chosen.emit(Address(tool, f"sheet-{number}"))
        else:
            self.chosen.emit(Address(key))

    def _follow(self, target: str) -> None:
        if target.startswith(("https://", "http://")):
            self.outward.emit(target)
        elif target.startswith("cite:") and self._tool is not None:
            source = next((held for held in self._tool.sources if held.key == target[5:]), None)
            if source is not None and source.url:
                self.outward.emit(source.url)
        else:
            self.chosen.emit(Address.parse(target))

    def _print(self, blank: bool) -> None:
        self.leave()
        self._blank = blank
        self.print_wanted.emit()
        self._blank = False

    def print_html(self) -> str:
        """The sheet with its answers, or the blank form."""
        if self._tool is None:
            return self.overview.print_html()
        words = SheetWords(
            blank=self.tr("Blank form"),
            results=self.tr("Results"),
            person=(self.tr("Name"), self.tr("Role"), self.tr("Organization"), self.tr("Phone"), self.tr("E-mail")),
            signature=(
                self.tr("Name in print"),
                self.tr("Title and organization"),
                self.tr("Date"),
                self.tr("Signature"),
            ),
        )
        return sheet_html(self._tool, "" if self._blank else self._name, {} if self._blank else self._answers, words)

    # --- the look ----------------------------------------------------------------------------------

    def _keeper_changed(self, part: str) -> None:
        if part == "sheets" and self._tool is not None:
            self._fill_list()

    def _restyle(self) -> None:
        self.list.restyle(self.look.theme, self.look.text_size, "toolkit")
        self.form.restyle()
        if self._tool is not None:
            self.side.show_tool(self._tool)
        self._arrange()

    def _arrange(self) -> None:
        left, right = self.look.scaled(_LIST), self.look.scaled(_SIDE)
        room = self.width() - self.look.scaled(_NARROWEST)
        self._left.setFixedWidth(min(left, self.width() // 3))
        self.side.setFixedWidth(min(right, self.width() // 2))
        self.side.setVisible(room >= right)
        self._left.setVisible(room >= left + right)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fold what has no room."""
        super().resizeEvent(event)
        self._arrange()

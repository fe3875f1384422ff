"""The toolkit's screen: the tools by stage, one tool's form with its sheets, two sheets compared, the bin."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from partnerships.library.model import Address, Tool
from partnerships.notebook.model import Sheet
from partnerships.publishing.sheets.document import Document, Picture
from partnerships.publishing.sheets.paper import paper_html
from partnerships.publishing.sheets.sheet import sheet_document
from partnerships.shell.panel import Panel, Surroundings
from partnerships.shell.toolkit.bar import ToolkitBar
from partnerships.shell.toolkit.control import SheetControl
from partnerships.shell.toolkit.drawings.picture import pictures_of
from partnerships.shell.toolkit.model import belonging, sheet_rows
from partnerships.shell.toolkit.out import GoingOut
from partnerships.shell.toolkit.overview import Overview
from partnerships.shell.toolkit.partnerships.pages import SECTION, PartnershipPages
from partnerships.shell.toolkit.screen import ToolScreen
from partnerships.shell.toolkit.sheets.bin import BinPage
from partnerships.shell.toolkit.sheets.comparison import ComparisonPage
from partnerships.shell.toolkit.sheets.undo_strip import UndoStrip
from partnerships.shell.toolkit.sheets.work import SheetWork
from partnerships.shell.toolkit.words import moment_words, sheet_words


class ToolkitPanel(Panel):
    """Fills in sheets. What is typed is saved half a second after the first key, and on as the person types."""

    can_print = True
    print_wanted = Signal()
    pdf_wanted = Signal()

    def __init__(self, surroundings: Surroundings, parent: QWidget | None = None) -> None:
        super().__init__(surroundings, parent)
        self._blank = False
        self._printed: Document | None = None
        self._tool: Tool | None = None
        self.work = SheetWork(self.keeper, self)
        self.control = SheetControl(self.keeper, self.work, self)
        self.bar = ToolkitBar(self.look, self)
        self.strip = UndoStrip(self)
        self.out = GoingOut(self)
        self.overview = Overview(surroundings, self)
        self.screen_ = ToolScreen(self.look, self)
        self.form, self.side, self.list = self.screen_.form, self.screen_.side, self.screen_.list
        self.comparison = ComparisonPage(self.look, self)
        self.bin = BinPage(self.look, self)
        self.partnerships = PartnershipPages(surroundings, self.work, self)
        self._pages = QStackedWidget(self)
        partnerships = (self.partnerships.details, self.partnerships.binder)
        for page in (self.overview, self.screen_, self.comparison, self.bin, *partnerships):
            self._pages.addWidget(page)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.bar)
        strip = QVBoxLayout()
        strip.setContentsMargins(18, 0, 18, 0)
        strip.addWidget(self.strip)
        layout.addLayout(strip)
        layout.addWidget(self._pages, 1)
        self._connect()
        self._show_notebook()
        self._restyle()

    def _connect(self) -> None:
        self.overview.chosen.connect(self.chosen)
        self.list.chosen.connect(self._row_chosen)
        self._connect_work()
        self._connect_side()
        self.bar.bin_wanted.connect(lambda: self.chosen.emit(Address(SECTION, "bin")))
        self.bar.tools_wanted.connect(lambda on: self.screen_.show_over("list" if on else ""))
        self.bar.side_wanted.connect(lambda on: self.screen_.show_over("side" if on else ""))
        self.screen_.folded.connect(self._show_turners)
        self.screen_.turned.connect(self.bar.show_turned)
        self._connect_control()
        self._connect_partnerships()
        self.keeper.changed.connect(self._keeper_changed)
        self.keeper.saved.connect(
            lambda time: self.side.show_saved(self.tr("✓ Saved in your notebook at {time}").format(time=time))
        )
        self.keeper.failed.connect(lambda _: self.side.show_saved(self.tr("Not saved yet. What you wrote stays here.")))
        self.look.changed.connect(self._restyle)

    def _connect_work(self) -> None:
        self.form.answered.connect(self.work.answer)
        self.form.renamed.connect(self.work.rename)
        self.form.undo_wanted.connect(self.work.undo)
        self.form.redo_wanted.connect(self.work.redo)
        self.form.said.connect(self.announced)
        self.work.changed.connect(self._show_state)
        self.work.begun.connect(self._begun)
        self.work.stepped.connect(self._stepped)
        self.work.filled.connect(lambda: self.form.show_answers(self.work.name, self.work.answers))

    def _connect_partnerships(self) -> None:
        pages = self.partnerships
        pages.chosen.connect(self.chosen)
        pages.announced.connect(self.announced)
        pages.binder.print_wanted.connect(self.print_wanted)
        pages.binder.pdf_wanted.connect(self.pdf_wanted)
        pages.binder.word_wanted.connect(lambda: self.out.ask_word(self.document()))
        pages.binder.web_wanted.connect(lambda: self.out.ask_web(self.document()))
        self.bar.partnership_chosen.connect(self._choose_partnership)
        self.bar.new_wanted.connect(lambda: self.chosen.emit(Address(SECTION, "partnership-new")))
        self.bar.details_wanted.connect(lambda: self.chosen.emit(Address(SECTION, "partnership")))
        self.bar.binder_wanted.connect(lambda: self.chosen.emit(Address(SECTION, "binder")))
        self.bar.update_wanted.connect(pages.offer)
        self.side.given.connect(pages.give_sheet)

    def _connect_control(self) -> None:
        control = self.control
        control.chosen.connect(self.chosen)
        control.announced.connect(self.announced)
        control.binned.connect(self._binned)
        self.comparison.chosen.connect(control.compare_these)
        self.comparison.closed.connect(control.go_to)
        self.comparison.print_wanted.connect(self.print_wanted)
        self.bin.restored.connect(control.restore)
        self.bin.deleted.connect(control.ask_delete)
        self.bin.emptied.connect(control.ask_empty)
        self.bin.closed.connect(lambda: self.chosen.emit(Address(SECTION)))
        self.strip.undo_wanted.connect(control.restore)
        self.out.done.connect(self._tell)
        self.out.failed.connect(self._tell)

    def _connect_side(self) -> None:
        self.side.print_wanted.connect(lambda: self._print(blank=False))
        self.side.blank_wanted.connect(lambda: self._print(blank=True))
        self.side.pdf_wanted.connect(self.pdf_wanted)
        self.side.word_wanted.connect(lambda: self.out.ask_word(self.document()))
        self.side.web_wanted.connect(lambda: self.out.ask_web(self.document()))
        self.side.tables_wanted.connect(self._ask_tables)
        self.side.another_wanted.connect(self.start_another)
        self.side.duplicate_wanted.connect(self.control.duplicate)
        self.side.compare_wanted.connect(self.control.compare)
        self.side.remove_wanted.connect(self.control.remove)
        self.side.finished.connect(self.work.finish)
        self.side.followed.connect(self._follow)

    # --- opening -----------------------------------------------------------------------------------

    def open(self, address: Address) -> None:
        """Show the tools by stage, the bin, a tool with its last sheet, the sheet of the anchor, or two compared."""
        self.leave()
        self.strip.hide()
        if address.id.startswith("section:"):
            self._open_section(address.anchor)
            return
        tool = self.edition.tool(address.id)
        if tool != self._tool:
            self._tool = tool
            self.form.show_tool(tool)
            self.side.show_tool(tool)
        pair = self.control.pair(address.anchor)
        if pair is None:
            self._open_sheet(tool, address.anchor)
        else:
            self.comparison.show_pair(tool, self.keeper.sheets_of(tool.id), *pair)
            self._show_page(self.comparison)
            self.announced.emit(self.comparison.title.text())

    def _open_section(self, anchor: str) -> None:
        page = self.partnerships.page_of(anchor)
        if page is not None:
            self._show_page(page)
        elif anchor == "bin":
            self._show_bin()
            self._show_page(self.bin)
            self.bin.rows.setFocus()
        else:
            self.overview.fill()
            self._show_page(self.overview)

    def _open_sheet(self, tool: Tool, anchor: str) -> None:
        sheets = self.keeper.sheets_of(tool.id)
        wanted = next((sheet for sheet in sheets if f"sheet-{sheet.id}" == anchor), None)
        own = belonging(sheets, self.keeper.state.partnership)
        if wanted is None and anchor != "new" and own:
            wanted = own[0]
        current = self.keeper.state.partnership
        if wanted is not None and current is not None and wanted.partnership != current:
            self.keeper.choose_partnership(wanted.partnership)  # a sheet of another one brings its own into work
        self._show_sheet(tool, wanted)
        self._show_page(self.screen_)

    def _show_page(self, page: QWidget) -> None:
        self._pages.setCurrentWidget(page)
        self.screen_.show_over("")
        if page is not self.screen_:
            self.bar.show_turners(False, False)

    def _show_turners(self, tools: bool, side: bool) -> None:
        here = self._pages.currentWidget() is self.screen_
        self.bar.show_turners(tools and here, side and here)

    def _show_sheet(self, tool: Tool, sheet: Sheet | None) -> None:
        self.work.open(tool, sheet, self.partnerships.control.start(tool), self.keeper.state.partnership)
        self.form.show_answers(self.work.name, self.work.answers)
        saved = self.tr("Last saved {time}").format(time=moment_words(sheet.changed)) if sheet else ""
        self.side.show_saved(saved or self.tr("Begins to be saved with your first answer."))
        self._fill_list()

    # --- the sheet in work -------------------------------------------------------------------------

    def _show_state(self) -> None:
        work = self.work
        if work.tool is None or work.tool != self._tool:
            return
        others = len(self.keeper.sheets_of(work.tool.id)) - 1
        self.side.show_answers(work.answers, work.sheet is not None, work.is_finished, others)
        self.form.show_progress(work.answers)
        self.form.show_undo(work.history.can_undo, work.history.can_redo)
        self.side.show_partnerships(self.keeper.state.partnerships, work.partnership)

    def _begun(self) -> None:
        if not self.form.name.text():
            self.form.name.setText(self.work.name)
        self._show_state()
        self._fill_list()

    def _stepped(self, field: str) -> None:
        what = self.form.show_step(field, self.work.name, self.work.answers)
        self.announced.emit(self.tr("Changed back: {what}").format(what=what))

    def save(self) -> None:
        """Keep what is filled in at once."""
        self.work.save()

    def leave(self) -> None:
        """Save what waits before something else is shown."""
        self.work.leave()
        self.partnerships.details.leave()

    def _choose_partnership(self, number: int | None) -> None:
        """Bring another partnership into work, with its own sheet of the tool that is shown."""
        self.leave()
        self.keeper.choose_partnership(number)
        page = self._pages.currentWidget()
        if page is self.screen_ and self._tool is not None:
            self._open_sheet(self._tool, "")
        elif page is self.overview:
            self.overview.fill()
        else:
            self.chosen.emit(Address(SECTION))

    def start_another(self) -> None:
        """Begin another sheet of the same tool."""
        if self._tool is not None:
            self._show_sheet(self._tool, None)
            self.form.name.setFocus()

    # --- the bin -----------------------------------------------------------------------------------

    def _binned(self, sheet: Sheet) -> None:
        if self._tool is not None:
            own = belonging(self.keeper.sheets_of(self._tool.id), self.keeper.state.partnership)
            self._show_sheet(self._tool, own[0] if own else None)
        self.strip.say(sheet)
        self.announced.emit(self.strip.words.text())

    def _show_bin(self) -> None:
        self.bin.show_sheets(self.keeper.state.bin, {tool.id: tool for tool in self.edition.tools()})

    # --- going and printing ------------------------------------------------------------------------

    def _row_chosen(self, key: str) -> None:
        self.screen_.show_over("")
        sheet = next((held for held in self.keeper.state.sheets if f"sheet:{held.id}" == key), None)
        if sheet is not None:
            self.control.go_to(sheet)
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

    def _tell(self, words: str) -> None:
        self.strip.tell(words)
        self.announced.emit(words)

    def _ask_tables(self) -> None:
        if self._tool is not None:
            self.out.ask_tables(self._tool, self.work.answers)

    def _print(self, blank: bool) -> None:
        self.leave()
        self._blank = blank
        self.print_wanted.emit()
        self._blank = False

    def document(self) -> Document | None:
        """What is shown, on its way out: two sheets compared, the plan, the sheet, or its blank form."""
        page, tool = self._pages.currentWidget(), self._tool
        if page is self.comparison:
            return self.comparison.document()
        if page is self.partnerships.binder:
            return self.partnerships.binder.document()
        if page is not self.screen_ or tool is None:
            return None
        answers = {} if self._blank else self.work.answers
        name = "" if self._blank else self.work.name
        return sheet_document(tool, name, answers, sheet_words(), pictures_of(tool, answers, self.look))

    def print_html(self) -> str:
        """What is shown, for paper; the list of tools where no sheet is shown."""
        self._printed = self.document()
        return paper_html(self._printed) if self._printed else self.overview.print_html()

    def picture(self, name: str, width: int, ratio: float) -> QImage | None:
        """A picture of what was printed last, as wide as paper has room for."""
        held = [block for block in self._printed.blocks if isinstance(block, Picture)] if self._printed else []
        place = name.removeprefix("picture:")
        if not place.isdigit() or int(place) >= len(held):
            return None
        image = QImage.fromData(held[int(place)].png)
        image.setDevicePixelRatio(image.width() / width)
        return image

    # --- what changes around it --------------------------------------------------------------------

    def _keeper_changed(self, part: str) -> None:
        if part in ("sheets", "partnerships"):
            self._show_notebook()

    def _show_notebook(self) -> None:
        state = self.keeper.state
        self.bar.show_partnerships(state.partnerships, state.partnership)
        self.bar.show_bin(len(state.bin))
        self.bar.show_updates(len(self.partnerships.control.offers()))
        self.side.show_partnerships(state.partnerships, self.work.partnership)
        if self._pages.currentWidget() is self.bin:
            self._show_bin()
        if self._tool is not None:
            self._fill_list()

    def _fill_list(self) -> None:
        current = f"sheet:{self.work.sheet.id}" if self.work.sheet else (self._tool.id if self._tool else "")
        self.list.show_rows(sheet_rows(self.edition, self.keeper.state), current)

    def _restyle(self) -> None:
        self.screen_.restyle()
        self.comparison.restyle()
        self.bin.restyle()
        self.partnerships.restyle()
        if self._tool is not None:
            self.side.show_tool(self._tool)

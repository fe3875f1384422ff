"""The grants screen: facets at left, all programs or a few side by side at right."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QWidget

from partnerships.library.model import Address
from partnerships.shell.grants.comparing import comparison_html, list_html
from partnerships.shell.grants.model import ProgramsModel
from partnerships.shell.grants.page import SECTION, ProgramsPage
from partnerships.shell.grants.programs import Program, ordered, programs_of
from partnerships.shell.grants.side_by_side import SideBySide
from partnerships.shell.grants.words import facet_groups, facts_as_of
from partnerships.shell.panel import Panel, Surroundings
from partnerships.shell.parts.filter_side import FilterSide
from partnerships.shell.parts.sifting import counts, passing

_SIDE, _SIDE_FROM = 238, 1100  # the facets' width, and the panel's from which they stand beside; at 100 % text


class GrantsPanel(Panel):
    """Filters, orders and compares programs. What is ticked stays ticked while the window lives."""

    can_print = True
    print_wanted = Signal()

    def __init__(self, surroundings: Surroundings, parent: QWidget | None = None) -> None:
        super().__init__(surroundings, parent)
        section = next(info for info in self.edition.about.sections if info.id == SECTION)
        articles = self.edition.articles(SECTION)
        self._programs = programs_of(articles)
        self._order = "agency"
        self._filtering = False
        self._title = section.title
        self.model = ProgramsModel(self)
        self.side = FilterSide(self.look.theme, SECTION)
        self.facets = self.side.facets
        self.facets.show_groups(facet_groups())
        self.page = ProgramsPage(self.look, section, self.model, articles)
        self.page.notice.setText(f"<b>{self._as_of()}</b> {self._caution()}")
        self.comparison = SideBySide(self.look)
        self._screens = QStackedWidget()
        self._screens.addWidget(self.page)
        self._screens.addWidget(self.comparison)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.side)
        layout.addWidget(self._screens, 1)
        self._connect()
        self._sift(say=False)
        self.page.show_order(self._order)
        self._arrange()

    def _connect(self) -> None:
        page, table = self.page, self.page.table
        self.facets.changed.connect(lambda _: self._sift())
        page.clear.clicked.connect(self.facets.clear)
        page.empty.acted.connect(self.facets.clear)
        page.order.activated.connect(lambda _: self._set_order(page.order.currentData()))
        table.order_wanted.connect(self._set_order)
        table.opened.connect(self._open_page)
        page.chosen.connect(self._open_page)
        page.filter.clicked.connect(lambda: self._show_filter(True))
        self.side.closed.connect(lambda: self._show_filter(False))
        self.model.ticked.connect(self._tell_chosen)
        self.model.refused.connect(lambda: self.announced.emit(page.bar.refuse()))
        page.bar.cleared.connect(self._clear_chosen)
        page.bar.wanted.connect(lambda: self.compare())
        self.comparison.closed.connect(self.show_all)
        self.comparison.table.opened.connect(self._open_page)
        self.comparison.print_wanted.connect(self.print_wanted)
        self.look.changed.connect(self._restyle)

    def _open_page(self, page: str) -> None:
        self.chosen.emit(Address(page))

    # --- filtering and ordering --------------------------------------------------------------------

    def _sift(self, say: bool = True) -> None:
        chosen = self.facets.chosen()
        found = passing(self._programs, chosen)
        self.facets.show_counts(counts(self._programs, chosen))
        self.model.show(ordered(found, self._order))
        words = self._found_words(len(found), len(chosen))
        self.page.show_found(words, len(found), len(chosen))
        self.side.show_found(self.tr("Show %n program(s)", "", len(found)))
        if say:
            self.announced.emit(words)

    def _found_words(self, found: int, filters: int) -> str:
        if filters:
            return self.tr("{found} of %n program(s)", "", len(self._programs)).format(found=found)
        return self.tr("%n program(s)", "", found)

    def _set_order(self, order: str) -> None:
        self._order = order
        self.model.show(ordered(self.model.rows, order))
        self.page.show_order(order)
        self.announced.emit(self.page.order.currentText())

    # --- comparing ---------------------------------------------------------------------------------

    @property
    def is_comparing(self) -> bool:
        """Whether programs are shown side by side."""
        return self._screens.currentWidget() is self.comparison

    def compare(self, programs: tuple[str, ...] = ()) -> None:
        """Show the chosen programs side by side, or these instead of what was chosen."""
        if programs:
            self.model.choose(programs)
        self._screens.setCurrentWidget(self.comparison)
        self._arrange()
        self.comparison.show_programs(self._chosen())
        self.announced.emit(self.comparison.title.text())

    def show_all(self) -> None:
        """Go back from the comparison to the table, with the keyboard where it was."""
        self._screens.setCurrentWidget(self.page)
        self._arrange()
        self.page.bar.compare.setFocus(Qt.FocusReason.OtherFocusReason)

    def _chosen(self) -> tuple[Program, ...]:
        by_id = {program.id: program for program in self._programs}
        return tuple(by_id[program] for program in self.model.chosen)

    def _tell_chosen(self) -> None:
        self.announced.emit(self.page.bar.show_number(len(self.model.chosen)))
        self.page.restyle()

    def _clear_chosen(self) -> None:
        self.page.table.setFocus(Qt.FocusReason.OtherFocusReason)  # the bar goes, and the keyboard with it
        self.model.choose(())

    # --- paper -------------------------------------------------------------------------------------

    def _as_of(self) -> str:
        return self.tr("Facts as of {months}.").format(months=facts_as_of(self._programs))

    def _caution(self) -> str:
        return self.tr(
            "Amounts, rules and the programs themselves change each year. "
            "Confirm at the address on each page before you plan."
        )

    def print_html(self) -> str:
        notice = f"{self._as_of()} {self._caution()}"
        if self.is_comparing:
            return comparison_html(self._chosen(), notice)
        return list_html(self.model.rows, f"{self._title}: {self.page.count.text()}", notice)

    # --- the look ----------------------------------------------------------------------------------

    def _show_filter(self, wanted: bool) -> None:
        self._filtering = wanted
        self._arrange()
        if wanted:
            self.side.start()
        else:
            self.page.filter.setFocus(Qt.FocusReason.OtherFocusReason)

    def _arrange(self) -> None:
        beside = self.width() >= self.look.scaled(_SIDE_FROM)
        over = self._filtering and not beside and not self.is_comparing
        self.side.setVisible((beside or over) and not self.is_comparing)
        self.side.show_over(over)
        self.side.setMinimumWidth(0 if over else self.look.scaled(_SIDE))
        self.side.setMaximumWidth(16_777_215 if over else self.look.scaled(_SIDE))
        self._screens.setVisible(not over)
        self.page.show_narrow(not beside)

    def _restyle(self) -> None:
        self.facets.show_theme(self.look.theme)
        self._arrange()
        self.page.restyle()
        self.comparison.restyle()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fold the facets away where there is no room for them."""
        super().resizeEvent(event)
        self._arrange()
        self.page.restyle()
        self.comparison.restyle()

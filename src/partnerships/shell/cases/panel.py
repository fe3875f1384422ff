"""The cases screen: facets at left, the list in the middle, the map at right."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from partnerships.library.model import Address, Article, SectionInfo
from partnerships.shell.cases.case_list import MAP, SECTION, CaseList
from partnerships.shell.cases.model import Case, cases_of
from partnerships.shell.cases.words import facet_groups, list_html, mark_of
from partnerships.shell.panel import Panel, Surroundings
from partnerships.shell.parts.filter_side import FilterSide
from partnerships.shell.parts.links import Link, LinkGroup
from partnerships.shell.parts.sifting import counts, passing
from partnerships.shell.parts.us_map import UsMap

_SIDE = 238  # the facets' width, at 100 % text
_ALL_FROM, _TWO_FROM = 1160, 860  # from these widths three, or two, of facets, list and map stand side by side
_ANY = 16_777_215  # Qt's word for no limit


class CasesPanel(Panel):
    """Filters cases and shows where they happened. Whether the map is wanted is kept while the window lives."""

    can_print = True

    def __init__(self, surroundings: Surroundings, parent: QWidget | None = None) -> None:
        super().__init__(surroundings, parent)
        section = next(info for info in self.edition.about.sections if info.id == SECTION)
        articles = self.edition.articles(SECTION)
        self._cases = cases_of(articles)
        self._found = self._cases
        self._title = section.title
        self._map_wanted = True
        self._filtering = False
        self.side = FilterSide(self.look.theme, SECTION)
        self.facets = self.side.facets
        self.facets.show_groups(facet_groups(section.groups, self._cases))
        self.list = CaseList(self.look, section, self._cases, self._pages(section, articles))
        self.list.switch.show_choice(MAP)
        self.map = UsMap(self.look.theme)
        self._map_frame = QFrame()
        self._map_frame.setProperty("role", "side")
        self._map_frame.setProperty("edge", "left")
        framed = QVBoxLayout(self._map_frame)
        framed.setContentsMargins(1, 0, 0, 0)
        framed.addWidget(self.map)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.side)
        layout.addWidget(self.list, 50)
        layout.addWidget(self._map_frame, 50)
        self._connect()
        self._sift(say=False)
        self._arrange()

    def _pages(self, section: SectionInfo, articles: tuple[Article, ...]) -> list[LinkGroup]:
        """The pages that are no cases, by group."""
        minutes = self.tr("{minutes} min")
        return [
            LinkGroup(
                group.title,
                tuple(
                    Link(article.id, article.title, minutes.format(minutes=article.minutes))
                    for article in articles
                    if article.case is None and article.group == group.id
                ),
            )
            for group in section.groups
        ]

    def _connect(self) -> None:
        self.facets.changed.connect(lambda _: self._sift())
        self.list.clear.clicked.connect(self.facets.clear)
        self.list.empty.acted.connect(self.facets.clear)
        self.list.opened.connect(lambda page: self.chosen.emit(Address(page)))
        self.list.lit.connect(self.map.point_at)
        self.list.filter.clicked.connect(lambda: self._show_filter(True))
        self.list.switch.switched.connect(self._switch)
        self.side.closed.connect(lambda: self._show_filter(False))
        self.map.chosen.connect(self.list.select)
        self.map.pointed.connect(self._point)
        self.look.changed.connect(self._restyle)

    # --- filtering ---------------------------------------------------------------------------------

    def _sift(self, say: bool = True) -> None:
        chosen = self.facets.chosen()
        self._found = passing(self._cases, chosen)
        self.facets.show_counts(counts(self._cases, chosen))
        words = self._found_words(len(chosen))
        self.list.show_found(self._found, words, len(chosen))
        self.map.show_marks(tuple(mark_of(case) for case in self._found))
        self.side.show_found(self.tr("Show %n case(s)", "", len(self._found)))
        if say:
            self.announced.emit(words)

    def _found_words(self, filters: int) -> str:
        if filters:
            return self.tr("{found} of %n case(s)", "", len(self._cases)).format(found=len(self._found))
        return self.tr("%n case(s)", "", len(self._found))

    @property
    def found(self) -> tuple[Case, ...]:
        """The cases that are shown."""
        return self._found

    def print_html(self) -> str:
        return list_html(f"{self._title}: {self.list.count.text()}", self._found)

    # --- the map -----------------------------------------------------------------------------------

    def _point(self, case: str) -> None:
        """A mark is pointed at: light its card, and say its name to those who came by keyboard."""
        self.list.show_lit(case)
        if case and self.map.hasFocus():
            self.announced.emit(self.list.cards[case].accessibleName())

    def _switch(self, way: str) -> None:
        self._map_wanted = way == MAP
        self._arrange()
        self.announced.emit(self.tr("Map shown") if self._map_wanted else self.tr("Map hidden"))

    # --- the look ----------------------------------------------------------------------------------

    def _show_filter(self, wanted: bool) -> None:
        self._filtering = wanted
        self._arrange()
        if wanted:
            self.side.start()
        else:
            self.list.filter.setFocus(Qt.FocusReason.OtherFocusReason)

    def _arrange(self) -> None:
        """Show as many of facets, list and map as have room; facets that have none lie behind a button."""
        all_fit = self.width() >= self.look.scaled(_ALL_FROM)
        two_fit = self.width() >= self.look.scaled(_TWO_FROM)
        mapped = self._map_wanted and two_fit
        beside = all_fit or (two_fit and not mapped)
        over = self._filtering and not beside
        self.side.setVisible(beside or over)
        self.side.show_over(over)
        self.side.setMinimumWidth(0 if over else self.look.scaled(_SIDE))
        self.side.setMaximumWidth(_ANY if over else self.look.scaled(_SIDE))
        self.list.setVisible(not over)
        self.list.filter.setVisible(not beside)
        self.list.switch.setVisible(two_fit)
        self._map_frame.setVisible(mapped and not over)
        self.list.setMaximumWidth(self.look.scaled(720) if mapped else _ANY)

    def _restyle(self) -> None:
        self.facets.show_theme(self.look.theme)
        self.map.show_theme(self.look.theme)
        self._arrange()
        self.list.restyle()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show what has room."""
        super().resizeEvent(event)
        self._arrange()
        self.list.restyle()

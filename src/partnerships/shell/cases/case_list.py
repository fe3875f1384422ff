"""The list of cases: what is found, a card for each, and the pages that look across them."""

from collections.abc import Iterable, Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QScrollArea, QVBoxLayout, QWidget

from partnerships.library.model import SectionInfo
from partnerships.shell.cases.model import Case
from partnerships.shell.cases.words import facts_line
from partnerships.shell.look import Look
from partnerships.shell.parts.card import Card
from partnerships.shell.parts.chips import value_chip
from partnerships.shell.parts.empty import EmptyState
from partnerships.shell.parts.flow import FlowLayout
from partnerships.shell.parts.links import LinkGroup, LinkGroups
from partnerships.shell.parts.prose import Prose
from partnerships.shell.parts.switch import Switch
from partnerships.shell.theme.icons import icon
from partnerships.shell.theme.theme import Theme

SECTION = "cases"
LIST, MAP = "list", "map"
_WIDEST = 880  # of the cards, at 100 % text
_EDGE = 4  # pixels around a card's frame, so that words above the cards stand flush with them


class CaseCard(Card):
    """A case's title, proof or result, verdict and facts."""

    def __init__(self, theme: Theme, case: Case, parent: QWidget) -> None:
        super().__init__(theme, case.title, case.verdict, SECTION, bar=False, parent=parent)
        self.case = case
        self.chip = value_chip(case.result if case.result_is_the_news else case.evidence)
        self.add_to_head(self.chip)
        self.facts = Prose(facts_line(case))
        self.facts.setObjectName("small")
        self.facts.setContentsMargins(0, 6, 0, 0)
        self.add(self.facts)
        self.setAccessibleName(f"{case.title}, {self.chip.text()}")
        self.setAccessibleDescription(f"{case.verdict} {self.facts.text()}")


class CaseList(QWidget):
    """`opened` carries the id of a case or page, `lit` that of the card under pointer or keyboard, or nothing."""

    opened = Signal(str)
    lit = Signal(str)

    def __init__(
        self,
        look: Look,
        section: SectionInfo,
        cases: Sequence[Case],
        pages: Iterable[LinkGroup],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._look = look
        self._make_column()
        self.cards: dict[str, CaseCard] = {}
        self._title = QLabel(section.title)
        self._title.setObjectName("heading1")
        self._title.setProperty("section", SECTION)
        self._summary = Prose(section.summary)
        self._summary.setObjectName("lead")
        self.switch = Switch(
            self.tr("How to show the cases"), ((LIST, self.tr("List")), (MAP, self.tr("List and map")))
        )
        self.filter = QPushButton(self.tr("Filter"))
        self.count = QLabel()
        self.count.setObjectName("strong")
        self.clear = QPushButton(self.tr("Clear filters"))
        self.clear.setProperty("role", "link")
        self.empty = EmptyState(
            look.theme,
            self.tr("No case is like this. Take a tick off, or clear the filters and begin again."),
            self.tr("Clear filters"),
            icon="filter",
            section=SECTION,
        )
        self.links = LinkGroups(look.theme, tuple(pages), SECTION)
        self.links.chosen.connect(self.opened)
        self._lay_out(cases)
        self.restyle()

    def _make_column(self) -> None:
        """The column that scrolls; made before what it holds, since widgets that change parents are styled anew."""
        self._scroll = QScrollArea(self)
        self._scroll.setWidgetResizable(True)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._scroll)
        holder = QWidget()
        holder.setObjectName("scrolled")
        self._column = QWidget(holder)
        self._holder = QHBoxLayout(holder)
        self._holder.addWidget(self._column, 1000)
        self._holder.addStretch(1)
        self._scroll.setWidget(holder)

    def _card(self, case: Case) -> CaseCard:
        card = CaseCard(self._look.theme, case, self._column)
        card.chosen.connect(lambda: self.opened.emit(case.id))
        card.lit.connect(lambda lit: self.lit.emit(case.id if lit else self._focused()))
        return card

    def _focused(self) -> str:
        """The case that the keyboard is on, for when the pointer leaves another."""
        return next((name for name, card in self.cards.items() if card.hasFocus()), "")

    def _lay_out(self, cases: Sequence[Case]) -> None:
        top = QHBoxLayout()
        top.setContentsMargins(_EDGE, 0, _EDGE, 0)
        top.setSpacing(12)
        top.addWidget(self._title, 1)
        top.addWidget(self.switch, 0, Qt.AlignmentFlag.AlignVCenter)
        self._summary.setContentsMargins(_EDGE, 0, _EDGE, 0)
        tools = FlowLayout(across=12, down=6)
        tools.setContentsMargins(_EDGE, 0, _EDGE, 0)
        for widget in (self.filter, self.count, self.clear):
            tools.addWidget(widget)
        content = QVBoxLayout(self._column)
        content.setContentsMargins(0, 0, 0, 0)
        content.setSpacing(4)
        content.addLayout(top)
        content.addWidget(self._summary)
        content.addSpacing(4)
        content.addLayout(tools)
        content.addSpacing(2)
        for case in cases:  # made here, after the tools, so that Tab comes to them in the order of the screen
            self.cards[case.id] = self._card(case)
            content.addWidget(self.cards[case.id])
        content.addWidget(self.empty)
        content.addSpacing(16)
        content.addWidget(self.links)
        content.addStretch(1)

    # --- showing -----------------------------------------------------------------------------------

    def show_found(self, found: Iterable[Case], words: str, filters: int) -> None:
        """Show these cases, how many they are, and by how many ticks they were narrowed."""
        names = {case.id for case in found}
        for name, card in self.cards.items():
            card.setVisible(name in names)
        self.count.setText(words)
        self.clear.setVisible(filters > 0)
        self.filter.setText(self.tr("Filter ({number})").format(number=filters) if filters else self.tr("Filter"))
        self.empty.setVisible(not names)
        bar = self._scroll.verticalScrollBar()
        bar.setValue(min(bar.value(), self.count.y()))

    def show_lit(self, lit: str) -> None:
        """Light the card of a case that is pointed at on the map, and no other."""
        for name, card in self.cards.items():
            card.show_lit(name == lit)

    def select(self, case: str) -> None:
        """Scroll to a card and put the keyboard on it."""
        card = self.cards[case]
        self._scroll.ensureWidgetVisible(card, 0, self._look.scaled(24))
        card.setFocus(Qt.FocusReason.OtherFocusReason)

    def restyle(self) -> None:
        """Take up the look in use."""
        theme = self._look.theme
        for card in self.cards.values():
            card.show_theme(theme)
        self.empty.show_theme(theme)
        self.links.show_theme(theme)
        self.filter.setIcon(icon("filter", theme))
        self.filter.setIconSize(QSize(self._look.scaled(16), self._look.scaled(16)))
        side = 22 if self.width() > self._look.scaled(440) else 12
        self._holder.setContentsMargins(side, 20, side - 6, 24)
        self._column.setMaximumWidth(self._look.scaled(_WIDEST))

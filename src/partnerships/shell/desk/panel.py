"""The library desk's screen: its tabs, and which of them shows which address."""

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QStackedWidget, QTabBar, QVBoxLayout, QWidget

from partnerships.library.model import Address
from partnerships.shell.desk.directory import DIRECTORY, DirectoryPanel
from partnerships.shell.desk.glossary import GLOSSARY, GlossaryPanel
from partnerships.shell.desk.guides import GuidesPanel
from partnerships.shell.desk.orders import ORDERS, OrdersPanel
from partnerships.shell.desk.overview import OverviewPanel
from partnerships.shell.desk.spread import dress_button
from partnerships.shell.desk.timeline_view import TIMELINE, TimelinePanel
from partnerships.shell.panel import Panel, Surroundings

_OVERVIEW, _GUIDES = Address("section:desk"), Address("desk:guides")
_PARTS = {"guide": _GUIDES.id, "entry": DIRECTORY.id, "event": TIMELINE.id, "term": GLOSSARY.id}
_TABS = (_OVERVIEW, _GUIDES, DIRECTORY, TIMELINE, GLOSSARY)


class DeskPanel(Panel):
    """Shows one part of the desk at a time; each is made when it is first wanted."""

    can_print = True
    print_wanted = Signal()
    pdf_wanted = Signal()

    def __init__(self, surroundings: Surroundings, parent: QWidget | None = None) -> None:
        super().__init__(surroundings, parent)
        self._surroundings = surroundings
        self._views: dict[str, Panel] = {}
        self.tabs = QTabBar(self)
        self.tabs.setProperty("section", "desk")
        self.tabs.setAccessibleName(self.tr("Parts of the library desk"))
        self.tabs.setDrawBase(False)
        self.tabs.setExpanding(False)
        for words in (
            self.tr("Overview"),
            self.tr("Guides"),
            self.tr("Directory"),
            self.tr("Timeline"),
            self.tr("Glossary"),
        ):
            self.tabs.addTab(words)
        self.orders = QPushButton(self)
        self._stack = QStackedWidget(self)
        self._lay_out()
        self.tabs.currentChanged.connect(lambda place: self.chosen.emit(_TABS[place]))
        self.tabs.tabBarClicked.connect(self._clicked)
        self.orders.clicked.connect(lambda: self.chosen.emit(ORDERS))
        self.keeper.changed.connect(lambda part: self._show_count() if part == "order_list" else None)
        self.look.changed.connect(self._show_count)
        self._show_count()

    def _lay_out(self) -> None:
        self._bar = QFrame(self)
        self._bar.setProperty("role", "bar")
        row = QHBoxLayout(self._bar)
        row.setContentsMargins(14, 4, 20, 4)
        row.addWidget(self.tabs, 1)
        row.addWidget(self.orders)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self._bar)
        layout.addWidget(self._stack, 1)

    def open(self, address: Address) -> None:
        """Show what is at `address`. Raises EditionTrouble for an entry, term, event or guide that is not there."""
        kind, _, _ = address.id.partition(":")
        place = _PARTS.get(kind, address.id)
        view = self._view(place)
        view.open(address)
        self._stack.setCurrentWidget(view)
        tab = DIRECTORY if place == ORDERS.id else Address(place)
        self.tabs.blockSignals(True)
        self.tabs.setCurrentIndex(_TABS.index(tab) if tab in _TABS else 0)
        self.tabs.blockSignals(False)

    def _view(self, place: str) -> Panel:
        """The part of the desk at a place; the overview for a place that this version does not know."""
        makers: dict[str, Callable[[Surroundings], Panel]] = {
            _GUIDES.id: GuidesPanel,
            DIRECTORY.id: DirectoryPanel,
            ORDERS.id: self._orders_panel,
            TIMELINE.id: TimelinePanel,
            GLOSSARY.id: GlossaryPanel,
        }
        if place not in self._views:
            view = makers.get(place, OverviewPanel)(self._surroundings)
            view.chosen.connect(self.chosen)
            view.outward.connect(self.outward)
            view.announced.connect(self.announced)
            self._views[place] = view
            self._stack.addWidget(view)
        return self._views[place]

    def _orders_panel(self, surroundings: Surroundings) -> OrdersPanel:
        panel = OrdersPanel(surroundings)
        panel.print_wanted.connect(self.print_wanted)
        panel.pdf_wanted.connect(self.pdf_wanted)
        return panel

    def _clicked(self, place: int) -> None:
        """A click on the tab that is shown already leads back to its list."""
        if place == self.tabs.currentIndex():
            self.chosen.emit(_TABS[place])

    def print_html(self) -> str:
        """What is shown, for paper."""
        view = self._stack.currentWidget()
        return view.print_html() if isinstance(view, Panel) else ""

    def _show_count(self) -> None:
        count = len(self.keeper.state.order_list)
        self.orders.setText(self.tr("Order list ({count})").format(count=count))
        dress_button(self.orders, "list", self.look)

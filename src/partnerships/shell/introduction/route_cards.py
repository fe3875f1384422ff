"""The reading paths as cards below the road: for whom each is, and how far the reader has come."""

from collections.abc import Iterable

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QLabel, QVBoxLayout, QWidget

from partnerships.shell.introduction.model import SECTION
from partnerships.shell.introduction.routes import Route
from partnerships.shell.look import Look
from partnerships.shell.parts.card import Card
from partnerships.shell.parts.prose import Prose

_CARD, _MOST = 250, 3  # a card's least width at 100 % text; how many stand in a row


class RouteCard(Card):
    """One reading path."""

    def __init__(self, look: Look, route: Route) -> None:
        super().__init__(look.theme, route.title, route.for_whom, section=SECTION)
        self._count = QLabel()
        self._count.setObjectName("small")
        self._count.setWordWrap(True)
        self.add(self._count)
        self.show_route(route)

    def show_route(self, route: Route) -> None:
        """Show how far the reader is."""
        stops = self.tr("%n stop(s)", "", len(route.path.stops))
        read = self.tr("{read} of {all} read").format(read=route.path.read, all=len(route.path.stops))
        self._count.setText(f"{stops} · {read}")
        self.setAccessibleName(f"{route.title}, {stops}, {read}")


class RouteCards(QWidget):
    """All reading paths under their heading; `chosen` carries the address of one."""

    chosen = Signal(str)

    def __init__(self, look: Look, routes: Iterable[Route]) -> None:
        super().__init__()
        self._look = look
        heading = QLabel(self.tr("Reading paths"))
        heading.setObjectName("heading2")
        heading.setProperty("section", SECTION)
        lead = Prose(self.tr("Ready routes through all sections, each for one kind of reader."))
        lead.setObjectName("cardtext")
        self.cards: dict[str, RouteCard] = {}
        for route in routes:
            card = RouteCard(look, route)
            card.chosen.connect(lambda place=route.address: self.chosen.emit(place))
            self.cards[route.id] = card
        self._grid = QGridLayout()
        self._grid.setSpacing(4)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 4, 0, 10)
        layout.setSpacing(6)
        for widget in (heading, lead):
            widget.setContentsMargins(4, 0, 4, 0)
            layout.addWidget(widget)
        layout.addLayout(self._grid)
        self._look.changed.connect(self._restyle)
        self._arrange()

    def show_routes(self, routes: Iterable[Route]) -> None:
        """Show how far the reader is on each."""
        for route in routes:
            self.cards[route.id].show_route(route)

    def _restyle(self) -> None:
        for card in self.cards.values():
            card.show_theme(self._look.theme)
        self._arrange()

    def _arrange(self) -> None:
        """Three in a row, or two, or one."""
        across = max(1, min(_MOST, self.width() // self._look.scaled(_CARD)))
        for place, card in enumerate(self.cards.values()):
            self._grid.addWidget(card, place // across, place % across)
        for number in range(_MOST):
            self._grid.setColumnStretch(number, 1 if number < across else 0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Set as many beside each other as fit."""
        super().resizeEvent(event)
        self._arrange()

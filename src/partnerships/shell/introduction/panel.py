"""The first pages of the library: the introduction as a path, and ready routes through all sections."""

from PySide6.QtWidgets import QPushButton, QStackedWidget, QVBoxLayout, QWidget

from partnerships.base.errors import EditionTrouble
from partnerships.library.model import Address
from partnerships.shell.introduction.model import SECTION, Path, path_of
from partnerships.shell.introduction.printed import path_html, routes_html
from partnerships.shell.introduction.route_cards import RouteCards
from partnerships.shell.introduction.routes import Route, Routes
from partnerships.shell.introduction.walk import Walk, WalkWords
from partnerships.shell.panel import Panel, Surroundings

_HERE, _NEXT = "section:introduction", "section:toolkit"
_ROUTE = "path:"


class IntroductionPanel(Panel):
    """Shows the path through the introduction, or one reading path; each is made when it is first wanted."""

    can_print = True

    def __init__(self, surroundings: Surroundings, parent: QWidget | None = None) -> None:
        super().__init__(surroundings, parent)
        self._section = next(info for info in self.edition.about.sections if info.id == SECTION)
        self._articles = self.edition.articles(SECTION)
        self._routes = Routes(self.edition)
        self.cards = RouteCards(self.look, self._routes.at(self.keeper.state))
        if not self.cards.cards:
            self.cards.hide()  # never shown here: without a parent it would be a window of its own
        self.cards.chosen.connect(self._choose)
        self._stack = QStackedWidget()
        self.main = self._add(Walk(self.look, self._words(), self._path_now(), between=self.cards))
        self._walks: dict[str, Walk] = {}
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._stack)
        self.keeper.changed.connect(self._keeper_changed)

    def open(self, address: Address) -> None:
        """Show the introduction or the reading path named. Raises EditionTrouble where there is no such path."""
        if not address.id.startswith(_ROUTE):
            self._stack.setCurrentWidget(self.main)
            return
        walk = self._walk(address.id)
        walk.to_top()
        self._stack.setCurrentWidget(walk)

    @property
    def shown(self) -> Walk:
        """The path that is shown."""
        walk = self._stack.currentWidget()
        assert isinstance(walk, Walk)
        return walk

    # --- making ------------------------------------------------------------------------------------

    def _walk(self, address: str) -> Walk:
        if address not in self._walks:
            route = next((route for route in self._routes.at(self.keeper.state) if route.address == address), None)
            if route is None:
                name = address.removeprefix(_ROUTE)
                what = f"There is no reading path “{name}” in this edition."
                raise EditionTrouble(what, "The introduction shows those that there are.")
            self._walks[address] = self._add(self._route_walk(route))
        return self._walks[address]

    def _route_walk(self, route: Route) -> Walk:
        back = QPushButton(self.tr("All reading paths"))
        back.setProperty("role", "link")
        back.clicked.connect(lambda: self._choose(_HERE))
        onward = self.tr("All read. See the other paths")
        words = WalkWords(route.title, route.for_whom, self.tr("Start"), onward, _HERE)
        return Walk(self.look, words, route.path, above=back)

    def _add(self, walk: Walk) -> Walk:
        walk.opened.connect(self._choose)
        walk.ticked.connect(self._mark)
        self._stack.addWidget(walk)
        return walk

    def _words(self) -> WalkWords:
        start, onward = self.tr("Start reading"), self.tr("All read. Go on to the toolkit")
        return WalkWords(self._section.title, self._section.summary, start, onward, _NEXT)

    # --- doing -------------------------------------------------------------------------------------

    def _path_now(self) -> Path:
        return path_of(self._section, self._articles, self.keeper.state.read)

    def _choose(self, place: str) -> None:
        self.chosen.emit(Address.parse(place))

    def _mark(self, page: str, is_read: bool) -> None:
        self.keeper.mark_read(page, is_read)
        self.announced.emit(self.shown.progress_words())

    def _keeper_changed(self, part: str) -> None:
        if part not in ("read", "sheets"):
            return
        self.main.show_path(self._path_now())
        routes = self._routes.at(self.keeper.state)
        self.cards.show_routes(routes)
        for route in routes:
            if route.address in self._walks:
                self._walks[route.address].show_path(route.path)

    def print_html(self) -> str:
        """The path that is shown, for paper; with the introduction, the reading paths too."""
        routes = self._routes.at(self.keeper.state)
        for route in routes:
            if self.shown is self._walks.get(route.address):
                return path_html(route.title, route.for_whom, self.shown.progress_words(), route.path)
        page = path_html(self._section.title, self._section.summary, self.main.progress_words(), self._path_now())
        return f"{page}\n{routes_html(routes)}"

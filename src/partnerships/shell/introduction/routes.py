"""The reading paths as values: each a route of stops from all sections, with what is read of it."""

from dataclasses import dataclass

from partnerships.library.edition import Edition
from partnerships.library.model import Article, ReadingPath, Tool
from partnerships.notebook.model import State
from partnerships.shell.introduction.model import Path, Station, Stop


@dataclass(frozen=True, slots=True)
class Route:
    """One reading path, as far as this reader has come."""

    id: str
    title: str
    for_whom: str
    path: Path

    @property
    def address(self) -> str:
        """Where the window shows it."""
        return f"path:{self.id}"


class Routes:
    """All reading paths of an edition."""

    def __init__(self, edition: Edition) -> None:
        self._paths = edition.paths()
        self._pages: dict[str, Article | Tool] = {}
        if self._paths:
            articles = (article for section in edition.about.sections for article in edition.articles(section.id))
            self._pages |= {article.id: article for article in articles}
            self._pages |= {tool.id: tool for tool in edition.tools()}

    def at(self, state: State) -> tuple[Route, ...]:
        """The routes, given what the reader has read and finished."""
        finished = frozenset(sheet.tool for sheet in state.sheets if sheet.finished)
        return tuple(self._route(path, state.read, finished) for path in self._paths)

    def _route(self, path: ReadingPath, read: frozenset[str], finished: frozenset[str]) -> Route:
        stops = []
        for number, stop in enumerate(path.stops, 1):
            page = self._pages[stop.page]
            stops.append(
                Stop(
                    page.id,
                    number,
                    page.title,
                    stop.reason,
                    page.minutes,
                    is_read=page.id in read or page.id in finished,
                    kind="tool" if isinstance(page, Tool) else page.kind,
                    by_sheet=page.id in finished,
                )
            )
        return Route(path.id, path.title, path.for_whom, Path((Station("", "", tuple(stops)),)))

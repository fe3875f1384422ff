"""A path for paper: its stops with what each says, and what is read."""

import html
from collections.abc import Iterable

from PySide6.QtCore import QCoreApplication

from partnerships.shell.introduction.model import Path, Station, Stop
from partnerships.shell.introduction.routes import Route
from partnerships.shell.vocabulary import page_kind_words


def _tr(words: str) -> str:
    return QCoreApplication.translate("Introduction", words)


def path_html(title: str, lead: str, progress: str, path: Path) -> str:
    """A path with its stations and stops."""
    pieces = [f"<h1>{_safe(title)}</h1>", f'<p class="lead">{_safe(lead)}</p>', f"<p>{_safe(progress)}</p>"]
    pieces += [_station_html(station) for station in path.stations]
    return "\n".join(pieces)


def routes_html(routes: Iterable[Route]) -> str:
    """All reading paths, each with the titles of its stops; nothing where there are none."""
    pieces = []
    for route in routes:
        titles = "".join(f"<li>{_safe(stop.title)}</li>" for stop in route.path.stops)
        pieces += [f"<h3>{_safe(route.title)}</h3>", f"<p>{_safe(route.for_whom)}</p>", f"<ol>{titles}</ol>"]
    return "\n".join((f"<h2>{_safe(_tr('Reading paths'))}</h2>", *pieces)) if pieces else ""


def _station_html(station: Station) -> str:
    head = f"<h2>{_safe(station.title)}</h2>" if station.title else ""
    items = "".join(_stop_html(stop) for stop in station.stops)
    return f'{head}<ol start="{station.stops[0].number}">{items}</ol>'


def _stop_html(stop: Stop) -> str:
    minutes = QCoreApplication.translate("Introduction", "%n min", "", stop.minutes)
    read = _tr("read") if stop.is_read else ""
    marks = ", ".join(filter(None, (page_kind_words()[stop.kind] if stop.kind else "", minutes, read)))
    return f"<li><strong>{_safe(stop.title)}</strong> ({_safe(marks)})<br/>{_safe(stop.line)}</li>"


def _safe(words: str) -> str:
    return html.escape(words)

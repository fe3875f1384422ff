"""What the search says of an answer, and what it offers where there is none."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication

from partnerships.library.edition import Edition
from partnerships.search.hits import Hits
from partnerships.shell.parts.title_list import Row

SEARCH, GO = "search ", "go "
"""How the keys of offered rows begin: what to search for, and where to go."""


def notice(hits: Hits, exactly: bool, color: str) -> str:
    """What to say above the results, as rich text; the links are "exactly" and "suggestion"."""
    tr = QCoreApplication.translate
    if hits.correction:
        way_back = _link("exactly", tr("FindPanel", "Search exactly what I typed"), color)
        words = tr("FindPanel", "No hits for <i>{typed}</i>, searched <b>{searched}</b>.")
        return f"{words.format(typed=_safe(hits.typed), searched=_safe(hits.searched))} {way_back}"
    said = []
    if exactly:
        said.append(tr("FindPanel", "Searched exactly what you typed."))
    if hits.suggestion:
        link = _link("suggestion", _safe(hits.suggestion), color)
        said.append(tr("FindPanel", "Did you mean {suggestion}?").format(suggestion=link))
    elif hits.relaxed:
        said.append(
            QCoreApplication.translate(
                "FindPanel", "%n page(s) have all the words; the others have most of them.", "", hits.full
            )
        )
    return " ".join(said)


def nothing(hits: Hits, narrowed: bool) -> str:
    """What to say when the library has nothing."""
    tr = QCoreApplication.translate
    words = tr("FindPanel", "Nothing here about “{typed}”.").format(typed=hits.typed.strip())
    if narrowed:
        words += " " + tr("FindPanel", "Take a filter away to search more of the library.")
    return words + " " + tr("FindPanel", "Try fewer or other words.")


def instead(hits: Hits, edition: Edition) -> tuple[Row, ...]:
    """Nearest words and the sections, offered when nothing was found."""
    tr = QCoreApplication.translate
    near: tuple[Row, ...] = ()
    if hits.nearest:
        near = (
            Row(tr("FindPanel", "Words that the library does have")),
            *(Row(word, SEARCH + word) for word in hits.nearest),
        )
    sections = (Row(section.title, f"{GO}section:{section.id}", section.summary) for section in edition.about.sections)
    return (*near, Row(tr("FindPanel", "Or look through a section")), *sections)


def beginnings(recent: Sequence[str]) -> tuple[Row, ...]:
    """What to search for when nothing is typed: one's own last searches or, without any, what many look for."""
    tr = QCoreApplication.translate
    if recent:
        return (Row(tr("FindPanel", "Recent searches")), *(Row(typed, SEARCH + typed) for typed in recent))
    popular = (
        tr("FindPanel", "crisis intervention team"),
        tr("FindPanel", "grant for a small agency"),
        tr("FindPanel", "MOU template"),
        tr("FindPanel", "school resource officer"),
        tr("FindPanel", "what works"),
        tr("FindPanel", "officer wellness"),
        tr("FindPanel", "HIPAA and police"),
        tr("FindPanel", "problem solving SARA"),
    )
    return (Row(tr("FindPanel", "Often looked for")), *(Row(typed, SEARCH + typed) for typed in popular))


def _link(name: str, words: str, color: str) -> str:
    return f'<a style="color:{color}" href="{name}">{words}</a>'


def _safe(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;")

"""Every source of an edition once, in alphabetical order, with the places that use it."""

import html
import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

import msgspec

from partnerships.library.authoring.own.names import LETTERS, NO_LETTER
from partnerships.library.authoring.source import Content
from partnerships.library.model import Article, Source, Tool
from partnerships.library.text import plain

_INITIALS = re.compile(r"^(?:[A-Z]\.\s*)+(?=\w)")
_ARTICLE = re.compile(r"^(?:the|an?)\s+", re.IGNORECASE)
_WEB = re.compile(r"^https?://(?:www\.)?", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Place:
    """What uses a source: its address, and the title of its link. A place without address has no link."""

    address: str
    title: str

    @property
    def link(self) -> str:
        """The place as HTML."""
        words = html.escape(self.title, quote=False)
        kind = "term" if self.address.startswith("term:") else "in"
        return f'<a class="{kind}" href="{self.address}">{words}</a>' if self.address else words


@dataclass(frozen=True, slots=True)
class Used:
    """One source, in the words that most places give it, and all places that use it in reading order."""

    source: Source
    places: tuple[Place, ...]


def used_sources(content: Content) -> tuple[Used, ...]:
    """Every source once, from A to Z."""
    held: dict[tuple[str, str], list[tuple[Source, Place]]] = {}
    for source, place in uses(content):
        held.setdefault(_identity(source), []).append((source, place))
    found = [Used(_usual(row), tuple(dict.fromkeys(place for _, place in row))) for row in held.values()]
    return tuple(sorted(found, key=_order))


def uses(content: Content) -> Iterator[tuple[Source, Place]]:
    """Each source of each page, tool, guide and row of the desk, with the place that uses it."""
    pages: tuple[Article | Tool, ...] = (*content.articles, *content.tools)
    for page in pages:
        for source in page.sources:
            yield source, Place(page.id, page.title)
    for guide in content.guides:
        for source in guide.sources:
            yield source, Place(f"guide:{guide.id}", guide.title)
    titles = {
        **{f"entry:{entry.id}": entry.title for entry in content.entries},
        **{f"term:{term.id}": term.term for term in content.terms},
        **{f"event:{event.id}": plain(event.title).rstrip(".") for event in content.events},
    }
    for owner, sources in content.desk_sources.items():
        place = Place(owner, titles[owner]) if owner in titles else Place("", "Help lines")
        for source in sources:
            yield source, place


def _identity(source: Source) -> tuple[str, str]:
    """What two mentions of one source share: the address, or else the title; and the year."""
    return (_WEB.sub("", source.url).rstrip("/").lower() or _bare(source.title), source.year)


def _usual(mentions: Iterable[tuple[Source, Place]]) -> Source:
    """The words that most mentions use; among equals the longest title, then the alphabet."""
    counted = Counter(
        (source.author, source.title, source.publisher, source.year, source.url) for source, _ in mentions
    )
    author, title, publisher, year, url = min(counted, key=lambda words: (-counted[words], -len(words[1]), words))
    return Source(key="", author=author, title=title, publisher=publisher, year=year, url=url)


def _name(source: Source) -> str:
    """The words under which a source is filed: initials and a leading article do not count."""
    words = source.author or source.publisher or source.title
    return _ARTICLE.sub("", _INITIALS.sub("", words.strip(" “”\"'‘’")))


def filed(source: Source) -> Source:
    """The source with the name first under which it is filed."""
    if source.author or not source.publisher:
        return source
    return msgspec.structs.replace(source, author=source.publisher, publisher="")


def _bare(words: str) -> str:
    plain_letters = unicodedata.normalize("NFKD", words).encode("ascii", "ignore").decode()
    return re.sub(r"[^a-z0-9]+", " ", plain_letters.lower()).strip()


def _order(used: Used) -> tuple[bool, str, str, str, str]:
    source = used.source
    return (letter_of(used) == NO_LETTER, _bare(_name(source)), source.year, _bare(source.title), source.url)


def letter_of(used: Used) -> str:
    """The letter under which a source is filed."""
    first = _bare(_name(used.source))[:1].upper()
    return first if first and first in LETTERS else NO_LETTER

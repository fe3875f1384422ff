"""Which pages of a library lead to which, and what the links to a page say."""

import html
import re
from collections.abc import Iterator, Sequence

import msgspec

from partnerships.library.edition import Edition
from partnerships.library.model import Article

_LINK = re.compile(r'<a class="in" href="([^"]+)"[^>]*>(.*?)</a>', re.DOTALL)
_MARKUP = re.compile(r"<[^>]+>")


class Pointing(msgspec.Struct, frozen=True):
    """`called` is what links say, by the address that they lead to; `leads` the ids that an article leads to."""

    called: dict[str, tuple[str, ...]]
    leads: dict[str, tuple[str, ...]]


def pointing(edition: Edition, lists: Sequence[str]) -> Pointing:
    """Read the links of all articles, but for those that only list others (ids that begin so)."""
    called: dict[str, dict[str, None]] = {}
    leads: dict[str, tuple[str, ...]] = {}
    for article in edition.whole_articles():
        if article.id.startswith(tuple(lists)):
            continue
        links = [*_links(article)]
        for address, words in links:
            called.setdefault(address, {})[words] = None
        ids = [*article.related, *article.tools, *(address.partition("#")[0] for address, _ in links)]
        leads[article.id] = tuple(page for page in dict.fromkeys(ids) if page != article.id)
    return Pointing({address: tuple(filter(None, words)) for address, words in called.items()}, leads)


def _links(article: Article) -> Iterator[tuple[str, str]]:
    for passage in article.passages:
        for address, words in _LINK.findall(passage.html):
            yield html.unescape(address), html.unescape(_MARKUP.sub("", words)).strip()

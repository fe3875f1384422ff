"""How pages are reached: from prose, as related pages, as tools, and along reading paths."""

import re
from collections.abc import Iterable, Iterator

from partnerships.library.authoring.rules.found import Found
from partnerships.library.authoring.source import Content
from partnerships.library.model import Article, ProgramFacts

FEWEST_WAYS = 2
_LINK = re.compile(r'href="([a-z0-9-]+)(?:#[^"]*)?"')


def few_ways_in(content: Content) -> Iterator[Found]:
    """Pages and tools to which fewer than two others lead; the lists of a section do not count."""
    into: dict[str, set[str]] = {page.id: set() for page in content.articles}
    into |= {tool.id: set() for tool in content.tools}
    for place, targets in _ways(content):
        for target in targets:
            if target != place and target in into:
                into[target].add(place)
    for page, places in into.items():
        if len(places) < FEWEST_WAYS:
            yield Found(page, f"reached from {', '.join(sorted(places)) or 'nowhere'} only")


def tools_without_article(content: Content) -> Iterator[Found]:
    """Tools to which no article leads."""
    led_to = {target for page in content.articles for target in (*page.tools, *_LINK.findall(_markup(page)))}
    yield from (Found(tool.id, "no article leads to it") for tool in content.tools if tool.id not in led_to)


def _ways(content: Content) -> Iterator[tuple[str, Iterable[str]]]:
    """Each place with the pages and tools to which it leads."""
    for page in content.articles:
        yield page.id, (*_LINK.findall(_markup(page)), *page.related, *page.tools)
    for tool in content.tools:
        yield tool.id, (*_LINK.findall(tool.why + tool.validity), *tool.related)
    for guide in content.guides:
        yield f"guide:{guide.id}", _LINK.findall(guide.about + guide.how_to_get)
    for entry in content.entries:
        text = entry.about + entry.how_to_order + entry.status_words
        yield f"entry:{entry.id}", (*_LINK.findall(text), *entry.related)
    for term in content.terms:
        yield f"term:{term.id}", (*_LINK.findall(term.meaning), *term.related)
    for event in content.events:
        yield f"event:{event.id}", (*_LINK.findall(event.title + event.why), *event.related)
    for path in content.paths:
        yield f"path:{path.id}", (stop.page for stop in path.stops)


def _markup(page: Article) -> str:
    facts = _facts_markup(page.program) if page.program else ""
    return "\n".join((page.lead, facts, *(passage.html for passage in page.passages)))


def _facts_markup(facts: ProgramFacts) -> str:
    return " ".join(
        (
            facts.pays_for_words,
            facts.typical_award,
            facts.match_words,
            facts.opens,
            facts.apply_at,
            facts.contact,
            facts.status_words,
        )
    )

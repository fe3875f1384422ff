"""Adds the edition's own pages to what was read; the same content always gives the same pages."""

import math
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from partnerships.library.authoring.own.ageing import ageing_entries, ageing_pages
from partnerships.library.authoring.own.names import (
    AGEING,
    AGEING_ENTRIES,
    GROUP,
    SECTION,
    SOURCES,
    USED_BY,
    has_place,
    letter_page,
)
from partnerships.library.authoring.own.sources import Used, filed, letter_of, used_sources
from partnerships.library.authoring.pages import WORDS_A_MINUTE
from partnerships.library.authoring.source import Content
from partnerships.library.model import About, Article, Passage
from partnerships.library.page import PageWords, month_words, source_html
from partnerships.library.text import plain

Block = tuple[str, str]  # as HTML, and as words
Part = tuple[str, str, Sequence[Block]]  # anchor, heading, blocks

_MONTHS = PageWords().months
_FIRST_ORDER = 90
_LETTERS_FROM = 100  # the letters' pages come after all others
_MOST = 90  # sources on one page, so that it opens as quickly as any other


def with_own_pages(content: Content) -> Content:
    """The content with the edition's own pages; without a group for them, the content as it is."""
    if not has_place(content.about):
        return content
    own = (*_source_pages(content), *_ageing_pages(content))
    articles = list(content.articles)
    after = max(
        (place for place, article in enumerate(articles, 1) if (article.section, article.group) == (SECTION, GROUP)),
        default=len(articles),
    )
    articles[after:after] = sorted(own, key=lambda page: page.order)
    return replace(content, articles=tuple(articles))


def _source_pages(content: Content) -> Iterator[Article]:
    by_letter: dict[str, list[Used]] = {}
    for used in used_sources(content):
        by_letter.setdefault(letter_of(used), []).append(used)
    yield _source_index(content.about, {letter: len(held) for letter, held in by_letter.items()})
    order = _LETTERS_FROM
    for letter, held in by_letter.items():
        letters = _ways((other, letter_page(other), other == letter) for other in by_letter)
        total = math.ceil(len(held) / _MOST)
        size = math.ceil(len(held) / total)
        for part in range(1, total + 1):
            parts = _ways((str(n), letter_page(letter, n), n == part) for n in range(1, total + 1)) if total > 1 else ""
            title = f"Sources: {letter}" + (f" ({part} of {total})" if total > 1 else "")
            lead = f"{_counted(len(held))} under {letter}, each with the pages that use it."
            blocks = [(letters, ""), (parts, ""), *map(_source_block, held[(part - 1) * size : part * size])]
            yield _page(content.about, letter_page(letter, part), order, title, lead, [("", "", blocks)])
            order += 1


def _source_index(about: About, counts: dict[str, int]) -> Article:
    rows = "".join(
        f'<tr><td><a class="in" href="{letter_page(letter)}">{letter}</a></td><td>{_counted(count)}</td></tr>'
        for letter, count in counts.items()
    )
    how = (
        "Each source stands under the first letter of its author, or else its publisher, or else its title. "
        "A source that several pages give in slightly different words stands here once. "
        "Below it stand the pages that use it."
    )
    table = f'<table class="grid" width="100%" cellspacing="0" cellpadding="6">{rows}</table>'
    lead = f"All {sum(counts.values()):,} sources of this edition, from A to Z, each with the pages that use it."
    return _page(about, SOURCES, _FIRST_ORDER, "Sources", lead, [("", "", [(f"<p>{how}</p>", how), (table, "")])])


def _ways(places: Iterable[tuple[str, str, bool]]) -> str:
    """Links in a line; the one where the reader is stands bold."""
    links = (
        f"<strong>{words}</strong>" if is_here else f'<a class="in" href="{page}">{words}</a>'
        for words, page, is_here in places
    )
    return f"<p>{' &nbsp;'.join(links)}</p>"


def _counted(number: int) -> str:
    return "1 source" if number == 1 else f"{number} sources"


def _source_block(used: Used) -> Block:
    links = ", ".join(place.link for place in used.places)
    line = source_html(filed(used.source))
    words = f"{plain(line)}\n{USED_BY} {', '.join(place.title for place in used.places)}."
    return f'<p class="source">{line}<br/>{USED_BY} {links}</p>', words


def _ageing_pages(content: Content) -> Iterator[Article]:
    lead = (
        "What may have changed since this edition was made, the oldest first, with where to confirm it: "
        "for whoever relies on a fact today, and for whoever makes the next edition."
    )
    rows = f'The directory has a list of its own: <a class="in" href="{AGEING_ENTRIES}">entries that age</a>.'
    more: Part = ("", "", ((f"<p>{rows}</p>", plain(rows)),))
    pages = ageing_pages(content)
    yield _page(content.about, AGEING, _FIRST_ORDER + 1, "Facts that age", lead, (more, *_by_month(pages)))
    lead = "Every entry of the directory by the month to which it is known, the oldest first, with where to confirm it."
    entries = ageing_entries(content)
    yield _page(content.about, AGEING_ENTRIES, _FIRST_ORDER + 2, "Entries that age", lead, _by_month(entries))


def _by_month(dated: Iterable[tuple[str, Block]]) -> Iterator[Part]:
    """A part for each month, the oldest first."""
    held: dict[str, list[Block]] = {}
    for known, block in dated:
        held.setdefault(known, []).append(block)
    for known in sorted(held):
        yield f"known-{known}", f"Known to {month_words(known, _MONTHS)}", held[known]


def _page(about: About, name: str, order: int, title: str, lead: str, parts: Iterable[Part]) -> Article:
    passages = tuple(
        Passage(
            anchor,
            heading,
            2 if heading else 1,
            "\n".join(markup for markup, _ in blocks),
            "\n".join(words for _, words in blocks if words),
        )
        for anchor, heading, blocks in parts
    )
    words = sum(len(passage.text.split()) for passage in passages)
    return Article(
        id=name,
        kind="article",
        section=SECTION,
        group=GROUP,
        order=order,
        title=title,
        summary=lead,
        lead=lead,
        topics=(),
        as_of=about.as_of,
        minutes=max(1, math.ceil(words / WORDS_A_MINUTE)),
        sources=(),
        related=(),
        tools=(),
        passages=passages,
    )

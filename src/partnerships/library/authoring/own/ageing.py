"""The facts that age, by the month to which they are known, each with where to confirm it."""

import html
import re
from collections.abc import Iterator

from partnerships.library.authoring.source import Content
from partnerships.library.model import Article, Entry, Source, Tool
from partnerships.library.text import plain

Block = tuple[str, str]  # as HTML, and as words

# What a page says of things that change: a month of knowledge, a request to confirm, a telephone number.
_AGES = re.compile(
    r"\b[Aa]s of\b|\b[Cc]onfirm (?:it|them|at|with|that|the|before|each|every)\b|\b\d{3}[-.]\d{3}[-.]\d{4}\b"
)


def ages(page: Article | Tool) -> bool:
    """Whether a page holds facts that change: each program does, and each page that says so itself."""
    if isinstance(page, Tool):
        return bool(_AGES.search(f"{plain(page.why)} {page.validity}"))
    return bool(page.program) or any(_AGES.search(passage.text) for passage in page.passages)


def ageing_pages(content: Content) -> Iterator[tuple[str, Block]]:
    """Each page and tool whose facts age, with the month to which they are known."""
    pages: tuple[Article | Tool, ...] = (*content.articles, *content.tools)
    for page in pages:
        if ages(page):
            yield page.as_of, _block(page.id, page.title, _kind(page), _where(page))


def ageing_entries(content: Content) -> Iterator[tuple[str, Block]]:
    """Each entry of the directory, with the month to which it is known."""
    for entry in content.entries:
        yield entry.as_of, _block(f"entry:{entry.id}", entry.title, entry.by, _entry_where(entry))


def _block(address: str, title: str, remark: str, where: str) -> Block:
    link = f'<a class="in" href="{address}">{html.escape(title, quote=False)}</a>'
    line = f"{link} ({html.escape(remark, quote=False)}). {where}" if remark else f"{link}. {where}"
    return f'<p class="source">{line}</p>', plain(line)


def _kind(page: Article | Tool) -> str:
    return "tool" if isinstance(page, Tool) else page.kind


def _where(page: Article | Tool) -> str:
    if isinstance(page, Article) and page.program:
        return f"Confirm: {html.escape(plain(page.program.contact), quote=False)}"
    newest = max((source for source in page.sources if source.url), key=lambda source: source.year, default=None)
    return f"Confirm, to begin with, at {_out(newest)}." if newest else "Confirm with whoever it names."


def _out(source: Source) -> str:
    words = f"{source.title} ({source.publisher})" if source.publisher else source.title
    return f'<a class="out" href="{html.escape(source.url)}">{html.escape(words, quote=False)}</a>'


def _entry_where(entry: Entry) -> str:
    if entry.url:
        return f'Confirm at <a class="out" href="{html.escape(entry.url)}">{html.escape(entry.url)}</a>.'
    reach = entry.phone or entry.email or plain(entry.how_to_order)
    return f"Confirm: {html.escape(reach, quote=False)}" if reach else "We know of no place to confirm it."

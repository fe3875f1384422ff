"""What a rule finds, and the texts that rules look at."""

from collections.abc import Iterator
from dataclasses import dataclass

from partnerships.library.authoring.source import Content
from partnerships.library.model import Article, Tool
from partnerships.library.text import plain


@dataclass(frozen=True, slots=True)
class Found:
    """A page that breaks a rule, and how."""

    page: str
    what: str

    def __str__(self) -> str:
        return f"{self.page}: {self.what}"


def article_text(article: Article) -> str:
    """All words of a page that are ours."""
    return "\n".join((article.title, article.summary, *(passage.text for passage in article.passages)))


def tool_text(tool: Tool) -> str:
    """All words of a tool."""
    pieces = [tool.title, tool.purpose, tool.who, plain(tool.why), plain(tool.validity)]
    for group in tool.groups:
        pieces += [group.title, group.help]
        for field in group.fields:
            pieces += [field.label, field.help, field.sample, field.low, field.high]
            pieces += [choice.label for choice in field.choices]
            pieces += [
                words for column in field.columns for words in (column.label, *(c.label for c in column.choices))
            ]
    for computed in tool.computed:
        pieces += [computed.label, computed.note]
        pieces += [words for held in computed.ranges for words in (held.label, held.meaning)]
    pieces += [caution.say for caution in tool.cautions]
    return "\n".join(piece for piece in pieces if piece)


def desk_texts(content: Content) -> Iterator[tuple[str, str]]:
    """The words of the guides, entries, terms and events, by address; titles of publications are not ours."""
    for guide in content.guides:
        yield f"guide:{guide.id}", f"{plain(guide.about)}\n{plain(guide.how_to_get)}"
    for entry in content.entries:
        pieces = map(plain, (entry.about, entry.how_to_order, entry.status_words))
        yield f"entry:{entry.id}", "\n".join(filter(None, pieces))
    for term in content.terms:
        yield f"term:{term.id}", f"{term.term}\n{plain(term.meaning)}"
    for event in content.events:
        yield f"event:{event.id}", f"{plain(event.title)}\n{plain(event.why)}"
    for path in content.paths:
        yield f"path:{path.id}", "\n".join((path.title, path.for_whom, *(stop.reason for stop in path.stops)))


def all_texts(content: Content) -> Iterator[tuple[str, str]]:
    """All words of the library by address."""
    yield from ((article.id, article_text(article)) for article in content.articles)
    yield from ((tool.id, tool_text(tool)) for tool in content.tools)
    yield from desk_texts(content)

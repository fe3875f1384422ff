"""A passage with its citation: the words, the page, the paragraph's number, edition and sources."""

from dataclasses import dataclass

from partnerships.library.model import Article, Source


@dataclass(frozen=True, slots=True)
class QuoteWords:
    """The words around a quotation, translated by the shell."""

    paragraph: str = "paragraph {number}"
    edition: str = "edition {edition}"
    as_of: str = "facts as of {month}"
    sources: str = "Sources: {sources}"


def quote(
    text: str, article: Article, paragraph: int, title: str, edition: str, cited: tuple[Source, ...], words: QuoteWords
) -> str:
    """The quotation as plain text for a report or a grant application.

    `paragraph` is the number that stays the same in later editions, or 0; `title` is the library's.
    """
    pieces = [f"“{article.title}”", title, words.edition.format(edition=edition)]
    if paragraph:
        pieces.append(words.paragraph.format(number=paragraph))
    pieces.append(words.as_of.format(month=article.as_of))
    lines = [f"“{text.strip()}”", "", ", ".join(pieces) + "."]
    if cited:
        listed = "; ".join(
            ", ".join(filter(None, (source.author, source.title, source.publisher, source.year, source.url)))
            for source in cited
        )
        lines.append(words.sources.format(sources=listed))
    return "\n".join(lines)

"""A page's prose as a reader meets it: paragraphs, sentences, words, and how hard they are to read."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from partnerships.library.model import Article
from partnerships.library.text import plain

_UNIT = re.compile(r"<(p|li|td|th)(?:\s[^>]*)?>(.*?)(?=</?(?:p|li|td|th|ul|ol|table)\b)", re.DOTALL)
_SENTENCE = re.compile(r"(?<=[.!?])[”’\")\]]*\s+(?=[“‘\"(]?[A-Z0-9])")
# What ends in a stop without ending a sentence: initials, titles, sections of law, abbreviations.
_NO_END = re.compile(
    r"(?:\b(?:[A-Z]|St|Dr|Mr|Ms|Mrs|Jr|Sr|vs?|No|Nos|pp?|al|etc|Fed|Reg|Stat|Sec|Inc|Jan|Feb|Aug|Sept?|Oct|Nov|Dec)|\b[A-Z]\.[A-Z])\.$"
)
_WORD = re.compile(r"[A-Za-z0-9][\w’'.,&/-]*[\w]|[A-Za-z0-9]")
_VOWELS = re.compile(r"[aeiouy]+")
_SILENT_END = re.compile(
    r"(?:(?<![aeiouy])(?<![^aeiouy]l)e|(?<![aeiouytd])(?<![^aeiouyl]l)ed|"
    r"(?<![aeiouyscgzx])(?<!ch)(?<!sh)(?<![^aeiouy]l)es)$"
)
_SILENT_INSIDE = re.compile(r"(?<=[cgvt])e(?=ments?$)|(?<=[^aeiouyl])e(?=(?:ly|ful|less|ness|where)$)")
_APART = re.compile(
    r"(?<![ctg])ia|i(?:um|et)|[aeo]ing|uat|eat(?=e|i)|[^q]ual|io(?!u|n)|(?<![ctgx])iou"
)  # two vowels, two syllables


@dataclass(frozen=True, slots=True)
class Unit:
    """A paragraph, list item or table cell: `tag` is "p", "li" or "td"."""

    tag: str
    text: str


def units(markup: str) -> Iterator[Unit]:
    """The units of a passage's HTML in order, without citations and pictures."""
    inside_table = 0
    for piece in re.split(r"(<table\b[^>]*>|</table>)", markup):
        inside_table += {"<table": 1, "</tabl": -1}.get(piece[:6], 0)
        for tag, inner in _UNIT.findall(piece):
            if text := plain(inner):
                yield Unit("td" if inside_table else tag, text)


def prose(article: Article) -> Iterator[Unit]:
    """The paragraphs and list items of a page, its summary first; tables, headings and pictures are no prose."""
    yield Unit("p", article.summary)
    for passage in article.passages:
        yield from (unit for unit in units(passage.html) if unit.tag in ("p", "li"))


def sentences(text: str) -> list[str]:
    """The sentences of a text."""
    found: list[str] = []
    for piece in _SENTENCE.split(text):
        if found and _NO_END.search(found[-1]):
            found[-1] += f" {piece}"
        else:
            found.append(piece)
    return [sentence for sentence in found if words(sentence)]


def words(text: str) -> list[str]:
    """The words of a text, numbers among them."""
    return _WORD.findall(text)


def syllables(word: str) -> int:
    """About how many syllables a word has. An acronym is read letter by letter, a number as one."""
    letters = re.sub(r"[^A-Za-z]", "", word)
    if not letters:
        return 1
    if letters.isupper() and 1 < len(letters) <= 5:
        return len(letters)
    low = letters.lower()
    silent = len(_SILENT_END.findall(low)) + len(_SILENT_INSIDE.findall(low))
    return max(1, len(_VOWELS.findall(low)) - silent + len(_APART.findall(low)))


def grade(article: Article) -> float:
    """The page's Flesch–Kincaid grade: school years that its sentences and words ask for."""
    held = [sentence for unit in prose(article) for sentence in sentences(unit.text)]
    spoken = [word for sentence in held for word in words(sentence)]
    if not spoken:
        return 0.0
    return 0.39 * len(spoken) / len(held) + 11.8 * sum(map(syllables, spoken)) / len(spoken) - 15.59

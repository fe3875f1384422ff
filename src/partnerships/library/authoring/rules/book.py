"""All rules by name, and the figures of the library."""

import statistics
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from partnerships.library.authoring.own.sources import used_sources
from partnerships.library.authoring.rules import facts, ways, wording
from partnerships.library.authoring.rules.found import Found, article_text, desk_texts, tool_text
from partnerships.library.authoring.rules.prose import grade, prose, sentences, words
from partnerships.library.authoring.source import Content
from partnerships.library.model import Entry, Event, HelpLine, Term

Rule = Callable[[Content], Iterator[Found]]


def _numbers_are_new(content: Content) -> Iterator[Found]:
    if content.ledger_is_new:
        yield Found("paragraphs.txt", "run: python3 build/dev.py number")


RULES: dict[str, Rule] = {
    f"reading ease: grade {wording.HARDEST:.0f} at most": wording.too_hard,
    f"sentences: {wording.LONGEST_SENTENCE} words at most": wording.long_sentences,
    f"paragraphs: {wording.LONGEST_PARAGRAPH} words at most": wording.long_paragraphs,
    "spelling is American": wording.british,
    "people before their condition": wording.unkind,
    "no praise": wording.praise,
    "acronyms: in the glossary or spelled out on the page": wording.unexplained,
    "ageing facts have their month": facts.undated,
    "each program's status is dated": facts.undated_status,
    "pages about suicide end with help lines": facts.without_help_lines,
    "each case has its verdict": facts.without_verdict,
    "scores say whether they are validated": facts.silent_scores,
    f"help for a field: {facts.LONGEST_HELP} characters at most": facts.long_help,
    "computed ranges have no gap": facts.gaps_in_ranges,
    f"ways in: {ways.FEWEST_WAYS} at least": ways.few_ways_in,
    "each tool is linked from an article": ways.tools_without_article,
    "paragraph numbers are up to date": _numbers_are_new,
}


@dataclass(frozen=True, slots=True)
class Figures:
    """What the library holds. `grades` are by page, the hardest first; lengths are in words."""

    counts: tuple[tuple[str, int], ...]
    words: tuple[tuple[str, int], ...]
    citations: int
    sources: int
    grades: tuple[tuple[str, float], ...]
    longest_sentence: tuple[str, int]
    longest_paragraph: tuple[str, int]

    @property
    def median_grade(self) -> float:
        """The grade of the page in the middle."""
        return statistics.median(value for _, value in self.grades) if self.grades else 0.0


def figures(content: Content) -> Figures:
    """The figures of the library."""
    kinds = ("article", "case", "program", "chapter")
    counts = [(f"{kind}s", sum(page.kind == kind for page in content.articles)) for kind in kinds]
    counts += [("tools", len(content.tools)), ("guides", len(content.guides)), ("entries", len(content.entries))]
    counts += [("terms", len(content.terms)), ("events", len(content.events)), ("help lines", len(content.help_lines))]
    counts += [("reading paths", len(content.paths)), ("pictures", len(content.images))]
    grades = sorted(((page.id, grade(page)) for page in content.articles), key=lambda row: (-row[1], row[0]))
    held = [(page.id, unit.text) for page in content.articles for unit in prose(page)]
    return Figures(
        counts=tuple(counts),
        words=_words(content),
        citations=_citations(content),
        sources=len(used_sources(content)),
        grades=tuple(grades),
        longest_sentence=_longest((page, sentence) for page, text in held for sentence in sentences(text)),
        longest_paragraph=_longest(iter(held)),
    )


def _words(content: Content) -> tuple[tuple[str, int], ...]:
    return (
        ("pages", sum(len(words(article_text(page))) for page in content.articles)),
        ("tools", sum(len(words(tool_text(tool))) for tool in content.tools)),
        ("desk", sum(len(words(text)) for _, text in desk_texts(content))),
    )


def _citations(content: Content) -> int:
    """How often a source is cited: in texts, by measures, and by the rows of the desk."""
    markup = [page.lead + "".join(passage.html for passage in page.passages) for page in content.articles]
    markup += [repr(page.program) for page in content.articles if page.program]
    markup += [tool.why + tool.validity for tool in content.tools]
    markup += [guide.about + guide.how_to_get for guide in content.guides]
    markup += [entry.about + entry.how_to_order + entry.status_words for entry in content.entries]
    markup += [term.meaning for term in content.terms] + [event.title + event.why for event in content.events]
    rows: tuple[Entry | Term | Event | HelpLine, ...] = (
        *content.entries,
        *content.terms,
        *content.events,
        *content.help_lines,
    )
    measures = sum(len(page.case.measures) for page in content.articles if page.case)
    return sum(text.count('class="cite"') for text in markup) + sum(len(row.cites) for row in rows) + measures


def _longest(texts: Iterator[tuple[str, str]]) -> tuple[str, int]:
    return max(((page, len(words(text))) for page, text in texts), key=lambda row: (row[1], row[0]), default=("", 0))


def check(content: Content) -> dict[str, tuple[Found, ...]]:
    """What each rule finds, by the rule's name."""
    return {name: tuple(rule(content)) for name, rule in RULES.items()}

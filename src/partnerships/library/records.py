"""What of the library is searched: each passage, reading path, tool, entry, term and event as one record."""

import re
from collections.abc import Iterable, Iterator

from partnerships.library.authoring.own.names import AGEING, AGEING_ENTRIES, SOURCES, USED_BY
from partnerships.library.edition import Edition
from partnerships.library.model import Address, Article, Entry, Event, Passage, ReadingPath, Record, Section, Term, Tool
from partnerships.library.pointing import pointing
from partnerships.library.text import plain

_TERM = re.compile(r'href="term:([a-z0-9-]+)"')
_YEAR = re.compile(r"\b(1[5-9]\d\d|20\d\d)\b")


def records(edition: Edition) -> Iterator[Record]:
    """Every unit of search, in reading order."""
    names = _Names(edition)
    for article in edition.whole_articles():
        yield from _article_records(article, edition.terms, names)
    for path in edition.paths():
        yield _path_record(path)
    for tool in edition.tools():
        yield _tool_record(tool, names)
    for entry in edition.entries():
        yield _entry_record(entry, names)
    for term in edition.terms.values():
        yield _term_record(term)
    for event in edition.events():
        yield _event_record(event)


class _Names:
    """What a page is called beside its title: by its topics, its group, and the pages that link to it."""

    def __init__(self, edition: Edition) -> None:
        self._topics = {topic.id: topic.title for topic in edition.about.topics}
        self._groups = {(info.id, group.id): group.title for info in edition.about.sections for group in info.groups}
        self._pointing = pointing(edition, (SOURCES, AGEING))

    def of(self, section: Section, group: str, topics: Iterable[str]) -> tuple[str, ...]:
        """The names of a page's topics and group."""
        named = (self._topics[topic] for topic in topics)
        return tuple(dict.fromkeys(filter(None, (*named, self._groups.get((section, group), "")))))

    def called(self, address: str) -> tuple[str, ...]:
        """What the links to an address say."""
        return self._pointing.called.get(address, ())

    def leads(self, article: str) -> tuple[str, ...]:
        """The ids that an article leads to."""
        return self._pointing.leads.get(article, ())


def _article_records(article: Article, terms: dict[str, Term], names: _Names) -> Iterator[Record]:
    facets = _article_facets(article)
    years = _span(article.case.years) if article.case else (0, 0)
    named = names.of(article.section, article.group, article.topics)
    leads = names.leads(article.id)
    for place, passage in enumerate(article.passages):
        body = "\n".join(filter(None, (_facts_text(article) if place == 0 else "", _searched_text(article, passage))))
        yield Record(
            address=Address(article.id, passage.anchor),
            kind=article.kind,
            section=article.section,
            group=article.group,
            title=article.title,
            heading=passage.heading,
            summary=article.summary,
            body=body,
            terms=_passage_terms(passage, terms) + named,
            called=names.called(article.id) if place == 0 else names.called(f"{article.id}#{passage.anchor}"),
            leads=leads,
            facets=facets,
            years=years,
        )


def _searched_text(article: Article, passage: Passage) -> str:
    """What of a passage is searched. The edition's own lists name other pages, and would be found in their place."""
    if article.id in (AGEING, AGEING_ENTRIES):
        return ""
    if article.id.startswith(SOURCES):
        return "\n".join(line for line in passage.text.split("\n") if not line.startswith(USED_BY))
    return passage.text


def _passage_terms(passage: Passage, terms: dict[str, Term]) -> tuple[str, ...]:
    linked = dict.fromkeys(_TERM.findall(passage.html))
    return tuple(name for key in linked if key in terms for name in (terms[key].term, *terms[key].also))


def _facts_text(article: Article) -> str:
    """The structured facts as words, so that they are found too."""
    if case := article.case:
        return ". ".join((case.verdict, case.problem, case.place, ", ".join(case.partners)))
    if program := article.program:
        texts = (
            program.pays_for_words,
            program.typical_award,
            program.match_words,
            program.opens,
            program.status_words,
        )
        numbers = (program.assistance_listing, program.authority)
        return " ".join((program.agency, *numbers, *map(plain, texts)))
    return ""


def _article_facets(article: Article) -> tuple[tuple[str, str], ...]:
    facets = [("topic", topic) for topic in article.topics]
    if case := article.case:
        facets += [("setting", case.setting), ("evidence", case.evidence), ("result", case.result)]
        facets += [("state", case.state)] if case.state else []
    if program := article.program:
        facets += [("status", program.status), ("match", program.match)]
        facets += [("applicant", who) for who in program.eligible] + [("pays-for", what) for what in program.pays_for]
    return tuple(facets)


def _span(words: str) -> tuple[int, int]:
    """The first and last year in words such as "1988 to today" or "1995–99"."""
    years = [int(year) for year in _YEAR.findall(words)]
    if not years:
        return (0, 0)
    last = 9999 if re.search(r"today|present|ongoing", words) else max(years)
    return (min(years), last)


def _path_record(path: ReadingPath) -> Record:
    return Record(
        address=Address(f"path:{path.id}"),
        kind="article",
        section="introduction",
        group="paths",
        title=path.title,
        heading="",
        summary=path.for_whom,
        body=" ".join(stop.reason for stop in path.stops),
        leads=tuple(stop.page for stop in path.stops),
    )


def _tool_record(tool: Tool, names: _Names) -> Record:
    labels = " ".join(part for group in tool.groups for part in (group.title, *(field.label for field in group.fields)))
    return Record(
        address=Address(tool.id),
        kind="tool",
        section="toolkit",
        group=tool.group,
        title=tool.title,
        heading="",
        summary=tool.purpose,
        body=f"{tool.who} {plain(tool.why)} {labels}",
        terms=names.of("toolkit", tool.group, tool.topics),
        called=names.called(tool.id),
        leads=tool.related,
        facets=tuple(("topic", topic) for topic in tool.topics),
    )


def _entry_record(entry: Entry, names: _Names) -> Record:
    address = f"entry:{entry.id}"
    reached = (entry.phone, entry.email, entry.address)
    return Record(
        address=Address(address),
        kind="entry",
        section="desk",
        group="directory",
        title=entry.title,
        heading="",
        summary=plain(entry.about),
        body=" ".join((entry.by, entry.year, plain(entry.how_to_order), plain(entry.status_words), *reached)),
        terms=(*entry.numbers, *names.of("desk", "directory", entry.topics)),
        called=names.called(address),
        leads=entry.related,
        facets=(*(("topic", topic) for topic in entry.topics), ("status", entry.status)),
        years=_span(entry.year),
    )


def _term_record(term: Term) -> Record:
    return Record(
        address=Address(f"term:{term.id}"),
        kind="term",
        section="desk",
        group="glossary",
        title=term.term,
        heading="",
        summary="",
        body=plain(term.meaning),
        terms=term.also,
        leads=term.related,
    )


def _event_record(event: Event) -> Record:
    return Record(
        address=Address(f"event:{event.id}"),
        kind="event",
        section="desk",
        group="timeline",
        title=plain(event.title),
        heading="",
        summary="",
        body=f"{event.date} {plain(event.why)}",
        leads=event.related,
        years=_span(f"{event.date} {event.until}"),
    )

"""What an entry, a term, an event or a guide says, as HTML with class names: for the screen and for paper."""

import html
from collections.abc import Iterable

from PySide6.QtCore import QCoreApplication

from partnerships.library.edition import Edition
from partnerships.library.model import Entry, Event, Guide, HelpLine, Source, Term
from partnerships.library.page import month_words, source_html
from partnerships.library.text import plain
from partnerships.shell.page_words import long_month_names
from partnerships.shell.parts.moments import date_words, lane_words
from partnerships.shell.vocabulary import entry_kind_words, life_words

LIFE_CHIPS = {"living": "running", "renamed": "uncertain", "defunct": "ended"}
"""The class of the chip for each status of an entry, as on a page of prose."""


def form_words() -> dict[str, str]:
    """The forms in which a publication is to be had."""
    tr = QCoreApplication.translate
    return {
        "pdf": tr("Words", "PDF"),
        "print": tr("Words", "Print"),
        "web": tr("Words", "Web"),
        "disc": tr("Words", "Disc"),
        "video": tr("Words", "Video"),
    }


def _tr(words: str) -> str:
    return QCoreApplication.translate("Desk", words)


def month(year_and_month: str) -> str:
    """A month written YYYY-MM in words."""
    return month_words(year_and_month, long_month_names())


def ask_html(title: str, *sentences: str) -> str:
    """What stands where nothing is chosen yet."""
    return _title(_safe(title)) + "".join(f"<p>{_safe(sentence)}</p>" for sentence in sentences)


def entry_html(entry: Entry, edition: Edition) -> str:
    """Everything that the directory knows of an entry."""
    way = _tr("How to order") if entry.kind == "publication" else _tr("How to get it")
    pieces = [
        f'<p class="crumb">{_safe(entry_kind_words()[entry.kind])}</p>',
        _title(_safe(entry.title)),
        _line("byline", (entry.by, entry.year)),
        f'<p class="chips">{_chips(entry)}</p>',
        _paragraph(entry.about),
        _paragraph(entry.status_words),
        _part(way, _paragraph(entry.how_to_order)),
        _reach(entry, edition),
        related_html(entry.related, edition),
        sources_html(edition.sources(f"entry:{entry.id}")),
    ]
    return "\n".join(filter(None, pieces))


def term_html(term: Term, edition: Edition) -> str:
    """What a term means."""
    also = _tr("Also: {forms}").format(forms=", ".join(term.also)) if term.also else ""
    pieces = [
        _title(_safe(term.term)),
        _line("byline", (also,)),
        _paragraph(term.meaning),
        related_html(term.related, edition),
        sources_html(edition.sources(f"term:{term.id}")),
    ]
    return "\n".join(filter(None, pieces))


def event_html(event: Event, edition: Edition) -> str:
    """What happened, when, and why it matters."""
    pieces = [
        f'<p class="crumb">{_safe(lane_words(event.lane))}</p>',
        f'<p class="byline"><strong>{_safe(date_words(event))}</strong></p>',
        _title(event.title),
        _paragraph(event.why),
        related_html(event.related, edition),
        sources_html(edition.sources(f"event:{event.id}")),
    ]
    return "\n".join(filter(None, pieces))


def guide_html(guide: Guide) -> str:
    """What a guide is and how far to trust it, with its sources."""
    return guide.about + sources_html(guide.sources)


def guide_way_html(guide: Guide) -> str:
    """How to get a guide."""
    return _part(_tr("How to get it"), guide.how_to_get)


def guide_line(guide: Guide) -> str:
    """Who made a guide, when, and under which numbers."""
    pages = _tr("Pages: {pages}").format(pages=guide.pages) if guide.pages else ""
    return " · ".join(filter(None, (guide.publisher, guide.year, pages)))


def entries_html(title: str, count: str, entries: Iterable[tuple[Entry, str]]) -> str:
    """Entries as a table for paper, each with its second line."""
    rows = "".join(
        f"<tr><td><strong>{_safe(entry.title)}</strong><br/>{_safe(line)}</td>"
        f"<td>{_safe(life_words()[entry.status])}</td></tr>"
        for entry, line in entries
    )
    return f'<h1>{_safe(title)}</h1><p>{_safe(count)}</p><table width="100%" cellpadding="4">{rows}</table>'


def terms_html(title: str, terms: Iterable[Term]) -> str:
    """Terms and what they mean, for paper."""
    rows = (
        f"<p><strong>{_safe(', '.join((term.term, *term.also)))}</strong>. {_safe(plain(term.meaning))}</p>"
        for term in terms
    )
    return f"<h1>{_safe(title)}</h1>" + "\n".join(rows)


def events_html(title: str, events: Iterable[Event]) -> str:
    """Events as a table for paper."""
    rows = "".join(
        f"<tr><td>{_safe(date_words(event))}</td>"
        f"<td><strong>{_safe(plain(event.title))}</strong> {_safe(plain(event.why))}</td></tr>"
        for event in events
    )
    return f'<h1>{_safe(title)}</h1><table width="100%" cellpadding="4">{rows}</table>'


def help_line_html(line: HelpLine) -> str:
    """One help line in a sentence, with the month in which it was confirmed."""
    return f"<b>{_safe(line.name)}.</b> {_safe(line.reach)} ({_safe(confirmed(line))})"


def help_lines_html(lines: tuple[HelpLine, ...], sources: tuple[Source, ...]) -> str:
    """The confirmed help lines, each with the month in which it was confirmed."""
    rows = "".join(
        f"<p><strong>{_safe(line.name)}</strong><br/>{_safe(line.reach)}<br/>{_safe(line.for_whom)} "
        f'<span class="quiet">({_safe(confirmed(line))})</span></p>'
        for line in lines
    )
    box = f'<table class="note" width="100%" cellpadding="10"><tr><td>{rows}</td></tr></table>'
    return f"{_title(_safe(_tr('Help lines')))}{box}{sources_html(sources)}"


def confirmed(line: HelpLine) -> str:
    """When a help line was confirmed."""
    return _tr("confirmed {month}").format(month=month(line.confirmed))


def as_of(entry: Entry) -> str:
    """How old an entry's address and numbers are."""
    return _tr("As of {month}: check before relying on it.").format(month=month(entry.as_of))


def related_html(pages: Iterable[str], edition: Edition) -> str:
    """Links to related pages and tools."""
    items = "".join(
        f'<li><a href="{page}">{_safe(edition.titles[page])}</a></li>' for page in pages if edition.exists(page)
    )
    return _part(_tr("Related pages"), f"<ul>{items}</ul>") if items else ""


def sources_html(sources: tuple[Source, ...]) -> str:
    """The sources in the order of their numbers."""
    items = "".join(
        f'<li class="source"><a name="source-{source.key}"></a>{source_html(source)}</li>' for source in sources
    )
    return _part(_tr("Sources"), f"<ol>{items}</ol>") if items else ""


def _reach(entry: Entry, edition: Edition) -> str:
    """Numbers, forms and addresses, with the month to which they are known."""
    link = f'<a class="out" href="{_safe(entry.url)}">{_safe(entry.url)}</a>' if entry.url else ""
    line = next((held for held in edition.help_lines() if held.name == entry.title), None)
    rows = (
        (_tr("Numbers"), _safe(", ".join(entry.numbers))),
        (_tr("Forms"), _safe(", ".join(form_words()[form] for form in entry.forms))),
        (_tr("Reach it"), _safe(line.reach) if line else ""),
        (_tr("Phone"), _safe(entry.phone)),
        (_tr("E-mail"), _safe(entry.email)),
        (_tr("Address"), _safe(entry.address)),
        (_tr("Web"), link),
    )
    cells = "".join(
        f'<tr><td class="label" width="24%">{_safe(name)}</td><td>{value}</td></tr>' for name, value in rows if value
    )
    table = f'<table class="facts" width="100%" cellspacing="0" cellpadding="4">{cells}</table>' if cells else ""
    known = as_of(entry)
    if line:
        known += " " + _tr("Confirmed {month}.").format(month=month(line.confirmed))
    return f'{table}<p class="quiet">{_safe(known)}</p>'


def _chips(entry: Entry) -> str:
    chips = [(LIFE_CHIPS[entry.status], life_words()[entry.status])]
    chips += [("", form_words()[form]) for form in entry.forms]
    spans = (f'<span class="chip {kind}">&nbsp;{_safe(words)}&nbsp;</span>' for kind, words in chips)
    return " &nbsp;".join(spans)


def _title(markup: str) -> str:
    return f'<h2 style="margin-top: 0">{markup}</h2>'


def _part(heading: str, body: str) -> str:
    return f"<h3>{_safe(heading)}</h3>{body}" if body else ""


def _paragraph(markup: str) -> str:
    return f"<p>{markup}</p>" if markup else ""


def _line(kind: str, pieces: tuple[str, ...]) -> str:
    words = " · ".join(filter(None, pieces))
    return f'<p class="{kind}">{_safe(words)}</p>' if words else ""


def _safe(words: str) -> str:
    return html.escape(words)

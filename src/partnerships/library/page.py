"""An article as one HTML string: class names, no colours, ready for the reading view.

Anchors: each heading's own, `p12` for paragraph 12, `source-key` for a source. Links: `cite:key`,
`term:id`, `entry:id`, `id#anchor`, and `https://…`. The picture `chart:measures` stands for a
case's chart. Visible words come in `PageWords`, so that the shell can translate them.
"""

import html
from dataclasses import dataclass

from partnerships.library.model import About, Article, CaseFacts, HelpLine, Measure, ProgramFacts, Source


@dataclass(frozen=True, slots=True)
class PageWords:
    """The words that a page adds of its own."""

    sources: str = "Sources"
    as_of: str = "Facts as of {month}"
    minutes: str = "{minutes} min read"
    measure: str = "Measure"
    before: str = "Before"
    after: str = "After"
    source: str = "Source"
    chart_of: str = "Chart of: {names}. The table below has the same figures."
    help_lines: str = "Help lines"
    confirmed: str = "confirmed {month}"
    evidence: str = "Evidence: {level}"
    result: str = "Result: {result}"
    agency: str = "Agency"
    listing: str = "Assistance listing"
    authority: str = "Authority"
    pays_for: str = "Pays for"
    award: str = "Award"
    match: str = "Match"
    period: str = "Period"
    opens: str = "Usually opens"
    apply_at: str = "Apply at"
    contact: str = "Contact"
    status: str = "Status"
    verdict: str = "In one line"
    problem: str = "Problem"
    partners: str = "Partners"
    months: tuple[str, ...] = (
        "January",
        "February",
        "March",
        "April",
        "May",
        "June",
        "July",
        "August",
        "September",
        "October",
        "November",
        "December",
    )
    evidence_levels: tuple[tuple[str, str], ...] = (
        ("controlled", "controlled"),
        ("before-after", "before–after"),
        ("self-reported", "self-reported"),
        ("not-evaluated", "not evaluated"),
    )
    results: tuple[tuple[str, str], ...] = (
        ("worked", "worked"),
        ("faded", "worked, then faded"),
        ("mixed", "mixed or disputed"),
        ("no-effect", "no effect"),
        ("unknown", "unknown"),
    )


def month_words(month: str, names: tuple[str, ...]) -> str:
    """A month written YYYY-MM in words, such as "November 2026"."""
    year, _, number = month.partition("-")
    return f"{names[int(number) - 1]} {year}"


@dataclass(frozen=True, slots=True)
class PageParts:
    """What stands around an article: where it belongs, and the help lines for its end."""

    about: About
    help_lines: tuple[HelpLine, ...] = ()


def article_html(article: Article, parts: PageParts, words: PageWords) -> str:
    """The whole page, from the line above the title to the sources."""
    pieces = [
        f'<p class="crumb">{_crumb(article, parts.about)}</p>',
        f'<h1><a name="top"></a>{html.escape(article.title)}</h1>',
        f'<p class="lead">{article.lead}</p>',
        f'<p class="byline">{_byline(article, words)}</p>',
        _facts(article, words),
    ]
    pieces += [_passage(passage.anchor, passage.heading, passage.level, passage.html) for passage in article.passages]
    page = "\n".join(piece for piece in pieces if piece)
    page = page.replace("[[measures]]", _measures(article, words))
    page = page.replace("[[help-lines]]", _help_lines(parts.help_lines, words))
    return f"{page}\n{_sources(article.sources, words)}"


def _crumb(article: Article, about: About) -> str:
    section = next(info for info in about.sections if info.id == article.section)
    group = next(group.title for group in section.groups if group.id == article.group)
    return f"{html.escape(section.title)} › {html.escape(group)}"


def _byline(article: Article, words: PageWords) -> str:
    pieces = [
        words.minutes.format(minutes=article.minutes),
        words.as_of.format(month=month_words(article.as_of, words.months)),
    ]
    return " · ".join(html.escape(piece) for piece in pieces)


def _passage(anchor: str, heading: str, level: int, body: str) -> str:
    if not heading:
        return body
    return f'<h{level}><a name="{anchor}"></a>{html.escape(heading)}</h{level}>\n{body}'


def _facts(article: Article, words: PageWords) -> str:
    if article.case:
        return _case_facts(article.case, words)
    if article.program:
        return _program_facts(article.program, words)
    return ""


def _case_facts(case: CaseFacts, words: PageWords) -> str:
    evidence = dict(words.evidence_levels)[case.evidence]
    result = dict(words.results)[case.result]
    chips = [
        ("", case.place),
        ("", case.years),
        (case.evidence, words.evidence.format(level=evidence)),
        (case.result, words.result.format(result=result)),
    ]
    rows = [
        (words.verdict, html.escape(case.verdict)),
        (words.problem, html.escape(case.problem)),
        (words.partners, html.escape(", ".join(case.partners))),
    ]
    return _chips(chips) + _table(rows)


def _program_facts(program: ProgramFacts, words: PageWords) -> str:
    rows = [
        (words.status, program.status_words),
        (words.pays_for, program.pays_for_words),
        (words.award, program.typical_award),
        (words.match, program.match_words),
        (words.period, program.period),
        (words.opens, program.opens),
        (words.apply_at, program.apply_at),
        (words.contact, program.contact),
        (words.agency, html.escape(program.agency)),
        (words.listing, html.escape(program.assistance_listing)),
        (words.authority, html.escape(program.authority)),
    ]
    return _table([row for row in rows if row[1]])


def _chips(chips: list[tuple[str, str]]) -> str:
    spans = (
        f'<span class="chip {kind}">&nbsp;{html.escape(text).replace(" ", "&nbsp;")}&nbsp;</span>'
        for kind, text in chips
    )
    return f'<p class="chips">{" &nbsp;".join(spans)}</p>'


def _table(rows: list[tuple[str, str]]) -> str:
    cells = "".join(
        f'<tr><td class="label" width="22%">{html.escape(name)}</td><td class="value">{value}</td></tr>'
        for name, value in rows
    )
    return f'<table class="facts" width="100%" cellspacing="0" cellpadding="5">{cells}</table>'


def _measures(article: Article, words: PageWords) -> str:
    if not article.case or not article.case.measures:
        return ""
    measures = article.case.measures
    numbers = {source.key: place for place, source in enumerate(article.sources, 1)}
    drawn = [measure.name for measure in measures if charted(measure)]
    picture = ""
    if drawn:
        words_of = html.escape(words.chart_of.format(names="; ".join(drawn)))
        picture = f'<p class="measures"><img src="chart:measures" alt="{words_of}"/></p>'
    head = "".join(f"<th>{html.escape(name)}</th>" for name in (words.measure, words.before, words.after, words.source))
    body = "".join(_measure_row(measure, numbers[measure.source]) for measure in measures)
    return f'{picture}<table class="grid" width="100%" cellspacing="0" cellpadding="6"><tr>{head}</tr>{body}</table>'


def charted(measure: Measure) -> bool:
    """Whether a measure can be drawn: numbers on both sides."""
    return not isinstance(measure.before, str) and not isinstance(measure.after, str)


def side(value: float | str) -> str:
    """One side of a measure in words: 1,250 or 4.5 or "about 15 minutes"."""
    return value if isinstance(value, str) else f"{value:,g}" if value < 1_000_000 else f"{value:,.0f}"


def _measure_row(measure: Measure, number: int) -> str:
    name = html.escape(f"{measure.name} ({measure.unit}; {measure.period})" if measure.unit else measure.name)
    cite = f'<a class="cite" href="cite:{measure.source}">[{number}]</a>'
    sides = "".join(f"<td>{html.escape(side(value))}</td>" for value in (measure.before, measure.after))
    return f"<tr><td>{name}</td>{sides}<td>{cite}</td></tr>"


def _help_lines(lines: tuple[HelpLine, ...], words: PageWords) -> str:
    rows = "".join(
        f"<p><strong>{html.escape(line.name)}</strong>: {html.escape(line.reach)} · {html.escape(line.for_whom)} "
        f'<span class="quiet">({html.escape(words.confirmed.format(month=month_words(line.confirmed, words.months)))})'
        "</span></p>"
        for line in lines
    )
    title = f"<p><strong>{html.escape(words.help_lines)}</strong></p>"
    return f'<table class="note" width="100%"><tr><td>{title}{rows}</td></tr></table>'


def _sources(sources: tuple[Source, ...], words: PageWords) -> str:
    if not sources:
        return ""
    items = "".join(f'<li><a name="source-{source.key}"></a>{source_html(source)}</li>' for source in sources)
    return f'<h2><a name="sources"></a>{html.escape(words.sources)}</h2>\n<ol class="source">{items}</ol>'


def source_html(source: Source) -> str:
    """A source as one line: author, title, publisher, year, and its address as a link."""
    pieces = [source.author, f"<em>{html.escape(source.title)}</em>", source.publisher, source.year]
    line = ". ".join(
        piece if place == 1 else html.escape(piece).rstrip(".") for place, piece in enumerate(pieces) if piece
    )
    link = f' <a class="out" href="{html.escape(source.url)}">{html.escape(source.url)}</a>' if source.url else ""
    return f"{line}.{link}"

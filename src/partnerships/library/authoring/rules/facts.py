"""How the library holds its facts: dates, help lines, verdicts, and what a tool's scores mean."""

import re
from collections.abc import Iterator
from itertools import pairwise

from partnerships.library.authoring.rules.found import Found, article_text
from partnerships.library.authoring.rules.prose import prose
from partnerships.library.authoring.source import Content
from partnerships.library.text import plain

LONGEST_HELP = 240  # characters: two lines under a field

_YEAR = re.compile(r"(?:\b|FY)(?:19|20)\d\d\b")
_AS_OF = re.compile(r"\b[Aa]s of (?!the date\b)(?!when\b)([^.;]{0,40})")
SUICIDE = re.compile(r"\bsuicid", re.IGNORECASE)
_HONEST = re.compile(r"valid|not a test|not a measure|not an? |never a|Not legal advice", re.IGNORECASE)
OFTEN = 3  # mentions that make a page one about suicide


def undated(content: Content) -> Iterator[Found]:
    """Facts that age without the month to which they are known, or known to a month that is still to come."""
    edition = content.about.as_of
    dated = [(page.id, page.as_of) for page in content.articles]
    dated += [(tool.id, tool.as_of) for tool in content.tools]
    dated += [(f"entry:{entry.id}", entry.as_of) for entry in content.entries]
    dated += [(f"help line {line.name}", line.confirmed) for line in content.help_lines]
    for page, month in dated:
        if not month or month > edition:
            yield Found(page, f"as_of “{month}”; the edition's is {edition}")
    for article in content.articles:
        for unit in prose(article):
            for rest in _AS_OF.findall(unit.text):
                if not _YEAR.search(rest):
                    yield Found(article.id, f"“as of {rest.strip()}” names no year")


def undated_status(content: Content) -> Iterator[Found]:
    """Programs whose status does not say when it was seen."""
    for article in content.articles:
        if article.program and not _YEAR.search(plain(article.program.status_words)):
            yield Found(article.id, f"status “{plain(article.program.status_words)[:70]}”")


def without_help_lines(content: Content) -> Iterator[Found]:
    """Pages about suicide that do not end with the help lines."""
    for article in content.articles:
        is_about_it = len(SUICIDE.findall(article_text(article))) >= OFTEN
        if is_about_it and "[[help-lines]]" not in article.passages[-1].html:
            yield Found(article.id, "speaks of suicide and does not end with [[help-lines]]")


def without_verdict(content: Content) -> Iterator[Found]:
    """Cases that do not say in one line what came of them."""
    yield from (Found(page.id, "no verdict") for page in content.articles if page.case and not page.case.verdict)


def silent_scores(content: Content) -> Iterator[Found]:
    """Tools with scores that do not say whether these are validated."""
    for tool in content.tools:
        if any(computed.ranges for computed in tool.computed) and not _HONEST.search(plain(tool.validity)):
            yield Found(tool.id, f"validity “{plain(tool.validity)[:70]}”")


def long_help(content: Content) -> Iterator[Found]:
    """Fields whose help is longer than two lines."""
    for tool in content.tools:
        for group in tool.groups:
            yield from (
                Found(f"{tool.id}.{field.id}", f"{len(field.help)} characters")
                for field in group.fields
                if len(field.help) > LONGEST_HELP
            )


def gaps_in_ranges(content: Content) -> Iterator[Found]:
    """Computed results between whose ranges an answer can fall."""
    for tool in content.tools:
        for computed in tool.computed:
            step = max(0.5, 10**-computed.decimals)  # answers may be worth a half
            for lower, upper in pairwise(sorted(computed.ranges, key=lambda held: held.low)):
                if upper.low - lower.high > step + 1e-9:
                    yield Found(f"{tool.id}.{computed.id}", f"{lower.high} to {upper.low}")

"""An article as plain text, for a terminal or a text file."""

import textwrap

from partnerships.library.model import Article
from partnerships.library.page import side
from partnerships.library.text import plain

_WIDTH = 88


def article_text(article: Article) -> str:
    """The whole article as text of at most 88 columns, with its sources."""
    lines = [article.title, "=" * len(article.title), "", *textwrap.wrap(article.summary, _WIDTH), ""]
    for passage in article.passages:
        if passage.heading:
            lines += [passage.heading, "-" * len(passage.heading)]
        for block in passage.text.split("\n"):
            lines += [*textwrap.wrap(block, _WIDTH), ""]
    if article.case and article.case.measures:
        lines += ["Measures", "--------"]
        lines += [
            f"{m.name}: {side(m.before)} before, {side(m.after)} after ({m.unit}; {m.period})"
            for m in article.case.measures
        ]
        lines.append("")
    if article.program:
        lines += [
            "Facts",
            "-----",
            f"Award: {plain(article.program.typical_award)}",
            f"Match: {plain(article.program.match_words)}",
        ]
        lines += [f"Opens: {plain(article.program.opens)}", f"Status: {plain(article.program.status_words)}", ""]
    lines += [f"Facts as of {article.as_of}.", "", "Sources", "-------"]
    for number, source in enumerate(article.sources, 1):
        words = ". ".join(filter(None, (source.author, source.title, source.publisher, source.year, source.url)))
        lines += textwrap.wrap(f"[{number}] {words}", _WIDTH, subsequent_indent="    ")
    return "\n".join(lines) + "\n"

"""The rows of a section's contents: its groups, and each page with what a person chooses it by."""

from partnerships.library.edition import Edition
from partnerships.library.model import Article
from partnerships.shell.parts.title_list import Row


def contents_rows(article: Article, edition: Edition, read: frozenset[str]) -> tuple[Row, ...]:
    """The section of `article`; for a chapter its guide alone. Pages that were read have a tick."""
    pages = edition.articles(article.section)
    if article.section == "desk":
        pages = tuple(page for page in pages if page.group == article.group)
    groups = {
        group.id: group.title
        for section in edition.about.sections
        if section.id == article.section
        for group in section.groups
    }
    rows: list[Row] = []
    group = ""
    for page in pages:
        if page.group != group:
            group = page.group
            rows.append(Row(groups[group]))
        rows.append(Row(page.title, page.id, _line(page), page.id in read))
    return tuple(rows)


def _line(page: Article) -> str:
    if page.case:
        return f"{page.case.place.split(', ')[-1]} · {page.case.years}"
    if page.program:
        return page.program.agency
    return f"{page.minutes} min"

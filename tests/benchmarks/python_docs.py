"""Passages of Python's HTML documentation (Debian package python3.11-doc), one for each section."""

from collections.abc import Iterator
from pathlib import Path

from lxml import html

from partnerships.library.model import Address, Record

FOLDER = Path("/usr/share/doc/python3.11/html")
_SKIPPED = {"genindex-all.html", "py-modindex.html", "search.html"}


def passages(folder: Path = FOLDER) -> Iterator[Record]:
    """Each section of each page, without the sections inside it."""
    for path in sorted(folder.rglob("*.html")):
        if path.name in _SKIPPED or path.name.startswith("genindex"):
            continue
        page = html.parse(str(path)).getroot()
        title = " ".join((page.findtext(".//title") or path.stem).split()).partition(" — Python")[0]
        name = path.relative_to(folder).with_suffix("").as_posix()
        for section in page.iter("section"):
            body = " ".join(_own_text(section).split())
            if body:
                yield Record(
                    address=Address(name, section.get("id", "")),
                    kind="article",
                    section="desk",
                    group=name.partition("/")[0],
                    title=title,
                    heading=_heading(section),
                    summary="",
                    body=body,
                )


def _heading(section: html.HtmlElement) -> str:
    for level in ("h1", "h2", "h3", "h4", "h5", "h6"):
        found = section.find(level)
        if found is not None:
            return " ".join(found.text_content().replace("¶", "").split())
    return ""


def _own_text(section: html.HtmlElement) -> str:
    return " ".join(child.text_content() for child in section if child.tag not in ("section", "h1", "h2", "h3", "h4"))

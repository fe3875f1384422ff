"""The pages that an edition writes about itself: every source with its uses, and the facts that age."""

import re
import shutil
from pathlib import Path

import pytest

from partnerships.library.authoring.own.pages import with_own_pages
from partnerships.library.authoring.own.sources import used_sources, uses
from partnerships.library.authoring.source import faults, read_content
from partnerships.library.compiler import compile_edition
from partnerships.library.edition import Edition
from partnerships.library.model import Article

SMALL = Path(__file__).parent.parent / "helpers" / "content"
PAGE = """---
id: extra
kind: article
section: introduction
group: basics
order: 900
title: "Extra"
summary: "A page for a test."
topics: [partnerships]
as_of: "1999-01"
sources:
{sources}
---

## What it says

See [all sources](sources) and [what ages](ageing-facts). As of 1999 it was so.{cites}
"""


@pytest.fixture
def content(tmp_path: Path) -> Path:
    """A copy of the small content folder."""
    folder = tmp_path / "content"
    shutil.copytree(SMALL, folder)
    return folder


def write_page(content: Path, *sources: str) -> None:
    rows = "\n".join(f"  - {{key: s{number}, {source}}}" for number, source in enumerate(sources))
    cites = "".join(f"[^s{number}]" for number in range(len(sources)))
    page = PAGE.format(sources=rows, cites=cites)
    (content / "introduction" / "extra.md").write_text(page, encoding="utf-8")


def own(content: Path) -> dict[str, Article]:
    """The edition's own pages by id."""
    read = read_content(content)
    written = {article.id for article in read.articles}
    return {page.id: page for page in with_own_pages(read).articles if page.id not in written}


def html_of(page: Article) -> str:
    return "\n".join(passage.html for passage in page.passages)


def test_every_source_is_listed_with_every_place_that_uses_it(content: Path) -> None:
    pages = own(content)
    listed = "\n".join(html_of(page) for name, page in pages.items() if name.startswith("sources-"))
    read = read_content(content)
    assert len(list(uses(read))) > 20
    for source, place in uses(read):
        assert re.search(re.escape(source.title) + r".*<br/>Used by: .*" + re.escape(place.link), listed), source
    index = html_of(pages["sources"])
    letters = {name for name in pages if re.fullmatch(r"sources-(?:[a-z]|digits)", name)}
    assert set(re.findall(r'href="([^"]+)"', index)) == letters
    counted = sum(int(count) for count in re.findall(r"(\d+) sources?<", index))
    assert counted == len(used_sources(read))
    assert f"All {counted} sources" in pages["sources"].lead


def test_one_source_in_different_words_stands_once(content: Path) -> None:
    write_page(
        content,
        'author: "Q. Quill", title: "A study", year: "2001", url: "https://www.example.org/Quill/"',
        'author: "Quill, Q.", title: "A study of mail", year: "2001", url: "http://example.org/quill"',
        'author: "Quill, Q.", title: "A study of mail, again", year: "2002", url: "http://example.org/quill"',
    )
    page = own(content)["sources-q"]
    assert re.findall(r"<em>(.*?)</em>", html_of(page)) == ["A study of mail", "A study of mail, again"]
    assert page.lead.startswith("2 sources under Q")


def test_sources_are_filed_by_family_name_else_publisher_else_title(content: Path) -> None:
    write_page(
        content,
        'author: "X. Y. Ulm", title: "Zebra", year: "2001"',
        'title: "Walrus", publisher: "The Ulster Press", year: "2001"',
        'title: "“An Ulna” and more", year: "2001"',
    )
    page = own(content)["sources-u"]
    assert re.findall(r"<em>(.*?)</em>", html_of(page)) == ["Zebra", "“An Ulna” and more", "Walrus"]
    assert "The Ulster Press. <em>Walrus</em>" in html_of(page)


def test_a_letter_with_many_sources_has_several_pages(content: Path) -> None:
    write_page(content, *(f'author: "Q{number:03}", title: "Title {number}"' for number in range(200)))
    pages = own(content)
    parts = [pages[name] for name in ("sources-q", "sources-q-2", "sources-q-3")]
    assert [part.title for part in parts] == ["Sources: Q (1 of 3)", "Sources: Q (2 of 3)", "Sources: Q (3 of 3)"]
    assert sum(html_of(part).count("Used by:") for part in parts) == 200
    assert 'href="sources-q-3"' in html_of(parts[0])


def test_facts_that_age_stand_by_month_the_oldest_first_with_where_to_confirm(content: Path) -> None:
    write_page(content, 'title: "Old news", publisher: "Gazette", year: "1999", url: "https://example.org/old"')
    page = own(content)["ageing-facts"]
    months = [passage.anchor for passage in page.passages if passage.heading]
    assert months[0] == "known-1999-01"
    assert months == sorted(months)
    first = page.passages[1]
    assert first.heading == "Known to January 1999"
    assert first.text == "Extra (article). Confirm, to begin with, at Old news (Gazette)."
    assert 'href="extra"' in first.html
    assert 'class="out" href="https://example.org/old"' in first.html
    programs = [article for article in read_content(content).articles if article.program]
    assert programs
    assert all(f'href="{program.id}"' in html_of(page) for program in programs)


def test_every_entry_of_the_directory_is_listed_with_where_to_confirm_it(content: Path) -> None:
    entries = read_content(content).entries
    listed = html_of(own(content)["ageing-entries"])
    assert entries
    for entry in entries:
        row = next(line for line in listed.split("\n") if f'href="entry:{entry.id}"' in line)
        assert "onfirm" in row
        assert entry.url in row


def test_other_pages_can_link_to_them_and_none_may_take_their_names(content: Path) -> None:
    write_page(content, 'title: "A source"')
    assert faults(content) == ()
    file = content / "introduction" / "extra.md"
    file.rename(file.with_name("sources.md"))
    taken = file.with_name("sources.md")
    taken.write_text(taken.read_text(encoding="utf-8").replace("id: extra", "id: sources"), encoding="utf-8")
    assert ["already the id" in fault.what for fault in faults(content)] == [True]


def test_they_stand_at_the_end_of_their_group(content: Path) -> None:
    articles = with_own_pages(read_content(content)).articles
    group = [article for article in articles if (article.section, article.group) == ("desk", "about")]
    assert [article.id for article in group][:4] == ["about-this", "sources", "ageing-facts", "ageing-entries"]
    assert all(article.id.startswith("sources-") for article in group[4:])
    places = [place for place, article in enumerate(articles) if article in group]
    assert places == list(range(places[0], places[0] + len(group)))


def test_the_pages_of_the_letters_are_not_counted_as_pages_of_the_desk(content: Path, tmp_path: Path) -> None:
    for _ in compile_edition(content, tmp_path / "edition"):
        pass
    read = read_content(content)
    written = [article for article in read.articles if article.section == "desk"]
    with Edition(tmp_path / "edition") as edition:
        assert edition.counts()["desk"] == len(written) + len(read.entries) + 3

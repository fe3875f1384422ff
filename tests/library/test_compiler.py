"""What a writer relies on: faults are named with file, line and remedy, and the same input gives the same bytes."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from partnerships.base.errors import ContentTrouble
from partnerships.library.authoring.source import faults, read_content
from partnerships.library.compiler import compile_edition
from partnerships.library.edition import Edition
from partnerships.library.text import plain

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
as_of: "2026-11"
sources:
  - {key: s1, title: "A source", year: "2008"}
related: []
tools: []
---

## What it says

The program began in 2008.[^s1]
"""

Change = Callable[[str], str]


@pytest.fixture
def content(tmp_path: Path) -> Path:
    """A copy of the small content folder, with one more page that is sound."""
    folder = tmp_path / "content"
    shutil.copytree(SMALL, folder)
    (folder / "introduction" / "extra.md").write_text(PAGE, encoding="utf-8")
    return folder


def test_the_small_library_is_sound(content: Path) -> None:
    assert faults(content) == ()


@pytest.mark.parametrize(
    ("change", "what", "line"),
    [
        (lambda page: page.replace("order: 900", "order: 900\ncolour: red"), "unknown field `colour`", 7),
        (lambda page: page.replace("[^s1]", ""), "has no citation", 19),
        (lambda page: page.replace("[^s1]", "[^s9]"), "[^s9] has no source", 19),
        (lambda page: page.replace("2008.[^s1]", "then."), "“s1” is cited nowhere", 12),
        (lambda page: page.replace("## What", "#### What"), "heading of level 4", 17),
        (lambda page: page.replace("## What", "### What"), "jumps a level", 17),
        (lambda page: page.replace("The program", "[The program](nowhere)"), "“nowhere” leads nowhere", 19),
        (lambda page: page.replace("The program", "[The program](extra#gone)"), "no heading “#gone”", 19),
        (lambda page: page.replace("The program", "![](images/x.svg) The program"), "no alternative text", 19),
        (lambda page: page.replace("The program", "![A map](https://example.org/x.png) The"), "is not ours", 19),
        (lambda page: page.replace('as_of: "2026-11"', 'as_of: "November"'), "is not a month", 10),
        (lambda page: page.replace("group: basics", "group: elsewhere"), "is not a group", 5),
        (lambda page: page.replace("[partnerships]", "[gardening]"), "is not a topic", 9),
        (lambda page: page.replace("id: extra", "id: other"), "not the file's name", 2),
        (lambda page: page.replace('year: "2008"', "year: 2008"), "Expected `str`", 12),
        (lambda page: page.replace("section: introduction", "section: intro"), "Invalid enum value", 4),
        (lambda page: page.replace('title: "Extra"', 'title: "Extra'), "not YAML", 8),
        (lambda page: page.replace("order: 900", "order: 900\norder: 901"), "stands twice", 7),
        (lambda page: page.replace("---\nid", "id", 1), "no front matter", 1),
        (lambda page: page + "\n[[fireworks]]\n", "is not known", 21),
        (lambda page: page + "\n<b>bold</b>\n", "“<b>” is not for pages", 21),
    ],
)
def test_a_fault_names_file_line_and_remedy(content: Path, change: Change, what: str, line: int) -> None:
    file = content / "introduction" / "extra.md"
    file.write_text(change(PAGE), encoding="utf-8")
    found = [fault for fault in faults(content) if fault.file == str(file)]
    assert found, "the fault was not seen"
    assert what in found[0].what
    assert abs(found[0].line - line) <= 1
    assert found[0].remedy


def test_two_pages_with_one_id_are_refused(content: Path) -> None:
    (content / "about").mkdir(exist_ok=True)
    text = PAGE.replace("section: introduction", "section: desk").replace("group: basics", "group: about")
    (content / "about" / "extra.md").write_text(text, encoding="utf-8")
    assert any("already the id" in fault.what for fault in faults(content))


def test_our_own_figures_need_no_citation_when_they_say_so(content: Path) -> None:
    page = PAGE + "\nMeet within 120 days: our suggestion.\n"
    (content / "introduction" / "extra.md").write_text(page, encoding="utf-8")
    assert faults(content) == ()


def test_the_same_content_gives_the_same_bytes(content: Path, tmp_path: Path) -> None:
    for name in ("one", "two"):
        for _ in compile_edition(content, tmp_path / name):
            pass
    one, two = (tmp_path / name / "library.sqlite3" for name in ("one", "two"))
    assert one.read_bytes() == two.read_bytes()


def test_a_fault_leaves_no_edition_behind(content: Path, tmp_path: Path) -> None:
    (content / "introduction" / "extra.md").write_text("nothing", encoding="utf-8")
    with pytest.raises(ContentTrouble):
        list(compile_edition(content, tmp_path / "edition"))
    assert not (tmp_path / "edition").exists()


def test_paragraphs_keep_their_numbers_when_others_are_added(content: Path) -> None:
    from partnerships.library.authoring.numbering import write_ledger

    file = content / "introduction" / "extra.md"
    file.write_text(PAGE + "\nA second paragraph.\n", encoding="utf-8")
    first = read_content(content)
    write_ledger(content, first.ledger)
    file.write_text(
        PAGE.replace("The program", "A new one.\n\nThe program") + "\nA second paragraph.\n", encoding="utf-8"
    )
    page = next(article for article in read_content(content).articles if article.id == "extra")
    assert page.passages[0].paragraphs == (3, 1, 2)


def test_names_with_blanks_and_accents_are_read(content: Path, tmp_path: Path) -> None:
    odd = tmp_path / "Überblick über #1 & more"
    shutil.copytree(content, odd)
    for _ in compile_edition(odd, tmp_path / "library é 100%"):
        pass
    with Edition(tmp_path / "library é 100%") as edition:
        assert edition.article("extra").title == "Extra"


GUIDE = """id: extra-guide
title: An extra guide
author: A. Writer
publisher: Test Press
year: "2001"
order: 20
about: |
  The first paragraph.

  **The second.** With a list:

  - one thing
  - another
how_to_get: "Ask.[^s1]"
sources:
  - {key: s1, title: "A source"}
"""


def test_a_text_of_several_paragraphs_keeps_them(content: Path) -> None:
    (content / "guides" / "extra-guide.yaml").write_text(GUIDE, encoding="utf-8")
    guide = next(guide for guide in read_content(content).guides if guide.id == "extra-guide")
    assert guide.about.startswith("<p>The first paragraph.</p>\n<p><strong>The second.</strong> With a list:</p>\n<ul>")
    assert plain(guide.about) == "The first paragraph. The second. With a list: one thing another"


@pytest.mark.parametrize(
    ("change", "what", "line"),
    [
        (lambda guide: guide.replace("**The second.**", "## The second\n\n "), "a heading", 10),
        (lambda guide: guide.replace("one thing", "one thing of 1999"), "has no citation", 12),
    ],
)
def test_a_fault_in_a_later_paragraph_is_found_on_its_line(content: Path, change: Change, what: str, line: int) -> None:
    (content / "guides" / "extra-guide.yaml").write_text(change(GUIDE), encoding="utf-8")
    found = faults(content)
    assert [what in fault.what for fault in found] == [True]
    assert abs(found[0].line - line) <= 1

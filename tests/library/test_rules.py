"""What a writer relies on: each rule finds what it is there for, and leaves sound pages alone."""

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from partnerships.library.authoring.rules import facts, ways, wording
from partnerships.library.authoring.rules.book import figures
from partnerships.library.authoring.rules.found import Found
from partnerships.library.authoring.rules.prose import grade, prose, sentences, syllables, units
from partnerships.library.authoring.source import Content, read_content

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
---

## What it says

The work began in 2008.[^s1]
"""
Rule = Callable[[Content], Iterator[Found]]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A copy of the small content folder."""
    copied = tmp_path / "content"
    shutil.copytree(SMALL, copied)
    return copied


def found(rule: Rule, folder: Path, page: str = PAGE) -> list[str]:
    """What a rule finds on an extra page."""
    (folder / "introduction" / "extra.md").write_text(page, encoding="utf-8")
    return [each.what for each in rule(read_content(folder)) if each.page == "extra"]


@pytest.mark.parametrize(
    ("rule", "words", "what"),
    [
        (wording.too_hard, "Organizational accountability necessitates interdisciplinary collaboration. " * 4, "grade"),
        (wording.long_sentences, "It is " + "very " * 44 + "long.", "47 words"),
        (wording.long_paragraphs, "It is so. " * 31, "93 words"),
        (wording.british, "The programme met in the centre.", "“programme”"),
        (wording.unkind, "He committed suicide.", "“committed suicide”"),
        (wording.unkind, "Help for the homeless is near.", "“the homeless”"),
        (wording.unkind, "A home for the mentally ill.", "“mentally ill”"),
        (wording.praise, "It is a cutting-edge team.", "“cutting-edge”"),
        (wording.unexplained, "Ask the XQZ.", "XQZ"),
        (wording.unexplained, "Ask the XQZs now.", "XQZ"),
        (facts.undated, "It was so as of late.", "“as of late”"),
        (facts.without_help_lines, "Suicide, suicide and suicidal thoughts.", "speaks of suicide"),
    ],
)
def test_a_rule_finds_what_it_is_there_for(folder: Path, rule: Rule, words: str, what: str) -> None:
    found_there = found(rule, folder, f"{PAGE}\n{words}\n")
    assert [what in each for each in found_there] == [True]


@pytest.mark.parametrize(
    ("rule", "words"),
    [
        (wording.long_sentences, "It is. " * 60),
        (wording.unkind, "A person who was homeless died by suicide; the homeless outreach team came."),
        (wording.unexplained, "The Xylophone and Quartz Zone (XQZ) met. The XQZ went home."),
        (wording.unexplained, "The FBI and the US wrote part II."),
        (facts.undated, "It was so as of May 2026, as of FY2025, and as of the date of the letter.[^s1]"),
    ],
)
def test_a_rule_leaves_sound_words_alone(folder: Path, rule: Rule, words: str) -> None:
    assert found(rule, folder, f"{PAGE}\n{words}\n") == []


def test_a_table_and_a_picture_are_no_long_paragraph(folder: Path) -> None:
    many = "word " * 100
    page = f"{PAGE}\n![{many}](images/table.svg)\n\n| a | b |\n| --- | --- |\n| {many} | {many} |\n"
    assert found(wording.long_paragraphs, folder, page) == []


def test_a_page_needs_two_ways_in(folder: Path) -> None:
    assert found(ways.few_ways_in, folder) == ["reached from nowhere only"]
    for number, name in enumerate(("first-idea", "proof")):
        file = folder / "introduction" / f"{name}.md"
        file.write_text(file.read_text(encoding="utf-8") + "\nSee [the extra page](extra).\n", encoding="utf-8")
        expected = [[f"reached from {name} only"], []][number]
        assert found(ways.few_ways_in, folder) == expected


def test_a_tool_needs_an_article(folder: Path) -> None:
    for file in folder.rglob("*.md"):
        text = file.read_text(encoding="utf-8").replace("(ready-check)", "(first-idea)")
        file.write_text(text.replace("ready-check", "meeting-sheet"), encoding="utf-8")
    assert [each.page for each in ways.tools_without_article(read_content(folder))] == ["ready-check"]


def test_a_month_after_the_edition_is_no_date(folder: Path) -> None:
    assert found(facts.undated, folder, PAGE.replace('as_of: "2026-11"', 'as_of: "2027-01"')) == [
        "as_of “2027-01”; the edition's is 2026-11"
    ]


def test_a_program_says_when_its_status_was_seen(folder: Path) -> None:
    file = folder / "grants" / "hire-officers.md"
    lines = file.read_text(encoding="utf-8").split("\n")
    changed = ['status_words: "Running, it seems."' if line.startswith("status_words:") else line for line in lines]
    file.write_text("\n".join(changed), encoding="utf-8")
    assert "hire-officers" in [each.page for each in facts.undated_status(read_content(folder))]


def test_words_sentences_and_syllables_are_counted_as_read_aloud() -> None:
    assert sentences("The U.S. Department paid $1.5 million. It helped, said A. Smith. Did it?") == [
        "The U.S. Department paid $1.5 million.",
        "It helped, said A. Smith.",
        "Did it?",
    ]
    told = {"police": 2, "table": 2, "wanted": 2, "called": 1, "agencies": 3, "community": 4, "NAMI": 4, "1988": 1}
    assert {word: syllables(word) for word in told} == told


def test_units_are_paragraphs_items_and_cells() -> None:
    html = '<p>One.<a class="cite" href="cite:s1"><sup>[1]</sup></a></p><ul><li>Two</li><li><p>Three</p></li></ul>'
    html += '<table class="grid"><tr><th>Four</th></tr><tr><td>Five</td></tr></table><p>Six</p>'
    assert [(unit.tag, unit.text) for unit in units(html)] == [
        ("p", "One."),
        ("li", "Two"),
        ("p", "Three"),
        ("td", "Four"),
        ("td", "Five"),
        ("p", "Six"),
    ]


def test_longer_words_and_sentences_make_a_page_harder(folder: Path) -> None:
    easy, hard = "The team met. It was cold. ", "Interagency collaboration necessitates organizational commitment. "
    grades = []
    for words in (easy, hard):
        found(wording.too_hard, folder, f"{PAGE}\n{words * 8}\n")
        page = next(page for page in read_content(folder).articles if page.id == "extra")
        assert len(list(prose(page))) == 3
        grades.append(grade(page))
    assert grades[0] < 3
    assert grades[1] > 15


def test_the_figures_count_what_the_library_holds(folder: Path) -> None:
    held = figures(read_content(folder))
    counts = dict(held.counts)
    assert counts["cases"] == len(list((folder / "cases").glob("*.md"))) - 1  # one page goes across the cases
    assert counts["tools"] == 2
    assert held.citations > 40
    assert held.sources > 5
    assert len(held.grades) == sum(counts[kind] for kind in ("articles", "cases", "programs", "chapters"))

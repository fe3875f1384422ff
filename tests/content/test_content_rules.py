"""Rules that every page of the bundled library keeps, beyond what the compiler checks."""

import re
from itertools import pairwise
from pathlib import Path

import pytest

from partnerships.library.authoring.source import Content, read_content
from partnerships.library.model import Article
from partnerships.library.text import plain

CONTENT = Path(__file__).resolve().parents[2] / "content"
LONGEST_PARAGRAPH = 110  # words: about six lines of the reading column
BRITISH = re.compile(
    r"\b(?:programmes?|organisations?|organisational|neighbourhoods?|behaviours?|behavioural|colours?|centres?|defence|"
    r"offences?|licences?|counsell(?:or|ing)s?|labour|favour\w*|honour\w*|prioritis\w+|recognis\w+|analys(?:e|ed|ing))\b"
)
UNKIND = re.compile(
    r"\b(?:commit(?:s|ted|ting)? suicide|the mentally ill|schizophrenics?|addicts?|junkies|inmates with|EDPs|crazy)\b"
)
PRAISE = re.compile(r"\b(?:it is important to note|world-class|cutting-edge|groundbreaking|game-?changer)\b", re.I)
HONEST = re.compile(r"valid|not a test|not a measure|not an? |never a|Not legal advice", re.I)
SUICIDE = re.compile(r"\bsuicid", re.I)


@pytest.fixture(scope="module")
def content() -> Content:
    """The content folder, read and checked."""
    return read_content(CONTENT)


def text_of(article: Article) -> str:
    return "\n".join((article.title, article.summary, *(passage.text for passage in article.passages)))


def found(pattern: re.Pattern[str], content: Content) -> list[str]:
    """The pages on which a pattern stands, each with its first place; titles of sources are not our words."""
    return [f"{a.id}: {match[0]}" for a in content.articles if (match := pattern.search(text_of(a)))]


def test_spelling_is_american(content: Content) -> None:
    assert found(BRITISH, content) == []


def test_people_come_before_their_condition(content: Content) -> None:
    assert found(UNKIND, content) == []


def test_pages_do_not_praise(content: Content) -> None:
    assert found(PRAISE, content) == []


def test_paragraphs_are_short(content: Content) -> None:
    long = [
        f"{article.id}: {len(block.split())} words: {block[:50]}…"
        for article in content.articles
        for passage in article.passages
        for block in passage.text.split("\n")
        if len(block.split()) > LONGEST_PARAGRAPH and not passage.html.count("<table")
        if passage.html.count("<li>") == 0
    ]
    assert long == []


def test_pages_about_suicide_end_with_help_lines(content: Content) -> None:
    about = [a for a in content.articles if len(SUICIDE.findall(text_of(a))) >= 3]
    assert about, "no page speaks of suicide: the rule looks at nothing"
    missing = [a.id for a in about if "[[help-lines]]" not in a.passages[-1].html]
    assert missing == []


def test_help_lines_are_confirmed_and_dated(content: Content) -> None:
    assert any("988" in line.reach for line in content.help_lines)
    assert all(re.fullmatch(r"\d{4}-\d{2}", line.confirmed) and line.cites for line in content.help_lines)


def test_every_tool_says_in_words_whether_it_is_validated(content: Content) -> None:
    scored = [tool for tool in content.tools if any(computed.ranges for computed in tool.computed)]
    silent = [tool.id for tool in scored if not HONEST.search(plain(tool.validity))]
    assert scored
    assert silent == []


def test_help_for_a_field_is_at_most_two_lines(content: Content) -> None:
    long = [
        f"{tool.id}.{field.id}"
        for tool in content.tools
        for group in tool.groups
        for field in group.fields
        if len(field.help) > 240
    ]
    assert long == []


def test_computed_ranges_have_no_gap(content: Content) -> None:
    gaps = []
    for tool in content.tools:
        for computed in tool.computed:
            ordered = sorted(computed.ranges, key=lambda held: held.low)
            step = max(0.5, 10**-computed.decimals)  # answers may be worth a half
            for lower, upper in pairwise(ordered):
                if upper.low - lower.high > step + 1e-9:
                    gaps.append(f"{tool.id}.{computed.id}: {lower.high} to {upper.low}")
    assert gaps == []


def test_cases_say_their_verdict_and_evidence(content: Content) -> None:
    cases = [article for article in content.articles if article.case]
    assert all(article.case and article.case.verdict for article in cases)
    null = [article for article in cases if article.case and article.case.result in ("no-effect", "faded")]
    assert len(null) >= 3


def test_the_front_page_says_that_this_is_independent(content: Content) -> None:
    assert "not a publication of the US Department of Justice" in content.about.independence


def test_paragraph_numbers_are_up_to_date(content: Content) -> None:
    assert not content.ledger_is_new, "Run: python3 build/dev.py number"

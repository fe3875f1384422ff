"""The bundled library keeps every rule of the house, and is whole."""

import re
from pathlib import Path

import pytest

from partnerships.library.authoring.rules import facts
from partnerships.library.authoring.rules.book import RULES
from partnerships.library.authoring.rules.found import article_text
from partnerships.library.authoring.source import Content, read_content

CONTENT = Path(__file__).resolve().parents[2] / "content"


@pytest.fixture(scope="module")
def content() -> Content:
    """The content folder, read and checked."""
    return read_content(CONTENT)


@pytest.mark.parametrize("rule", RULES)
def test_the_library_keeps(content: Content, rule: str) -> None:
    assert [str(found) for found in RULES[rule](content)] == []


def test_rules_about_few_pages_have_pages_to_look_at(content: Content) -> None:
    assert any(len(facts.SUICIDE.findall(article_text(page))) >= facts.OFTEN for page in content.articles)
    assert any(computed.ranges for tool in content.tools for computed in tool.computed)


@pytest.mark.parametrize(
    ("what", "least"),
    [("articles", 90), ("tools", 45), ("guides", 3), ("entries", 220), ("terms", 150), ("events", 90), ("paths", 6)],
)
def test_the_library_is_whole(content: Content, what: str, least: int) -> None:
    assert len(getattr(content, what)) >= least


def test_a_reading_path_has_five_to_nine_stops_each_with_its_reason(content: Content) -> None:
    assert [path.id for path in content.paths if not 5 <= len(path.stops) <= 9] == []
    assert [stop.page for path in content.paths for stop in path.stops if len(stop.reason.split()) < 5] == []


def test_help_lines_are_confirmed_and_dated(content: Content) -> None:
    assert any("988" in line.reach for line in content.help_lines)
    assert all(re.fullmatch(r"\d{4}-\d{2}", line.confirmed) and line.cites for line in content.help_lines)


def test_cases_that_failed_or_faded_are_told_too(content: Content) -> None:
    null = [page for page in content.articles if page.case and page.case.result in ("no-effect", "faded")]
    assert len(null) >= 3


def test_the_front_page_says_that_this_is_independent(content: Content) -> None:
    assert "not a publication of the US Department of Justice" in content.about.independence

"""What was marked is found in the next edition of its page, or listed with what it said."""

from dataclasses import replace
from pathlib import Path

from partnerships.library.edition import Edition
from partnerships.library.model import Address
from partnerships.library.page import PageParts, PageWords, article_html
from partnerships.notebook.anchoring.page_text import page_text
from partnerships.notebook.anchoring.selector import select
from partnerships.notebook.model import Note
from partnerships.notebook.refinding import Heading, PageNow, find_highlights, find_note, page_now
from tests.notebook.test_marks import TEXT, WHEN, highlight

HEADINGS = (Heading("what", "What happened", 0), Heading("after", "What changed afterwards", 40))


def test_the_headings_of_a_page_are_found_in_its_text(bundled_library: Path) -> None:
    with Edition(bundled_library) as edition:
        parts = PageParts(edition.about, edition.help_lines())
        for article in list(edition.whole_articles())[:40]:
            text = page_text(article_html(article, parts, PageWords()))
            page = page_now(article, "2026.11", text)
            assert [heading.anchor for heading in page.headings] == [
                passage.anchor for passage in article.passages if passage.heading
            ]
            for heading in page.headings:
                assert text[heading.start :].startswith(heading.words)
                assert page.heading_over(heading.start + 1) == heading.anchor
            assert page.heading_over(0) == ""


def test_a_highlight_that_stands_where_it_stood_is_the_same() -> None:
    mark = highlight("crisis calls")
    assert find_highlights(PageNow("2026.11", TEXT, HEADINGS), [mark]) == (mark,)


def test_a_highlight_moves_with_its_words_and_keeps_what_it_said() -> None:
    mark = highlight("crisis calls")
    page = PageNow("2027.05", f"A new line goes before all others.\n{TEXT}", HEADINGS)
    now = find_highlights(page, [mark])[0]
    assert page.text[now.selector.start : now.selector.end] == "crisis calls"
    assert (now.address.anchor, now.edition, now.lost) == ("after", "2027.05", "")
    assert replace(now.selector, start=mark.selector.start, end=mark.selector.end) == mark.selector


def test_a_highlight_whose_words_are_gone_is_marked_as_lost() -> None:
    mark = highlight("crisis calls", note="Ask")
    now = find_highlights(PageNow("2027.05", "Another page altogether.", ()), [mark])[0]
    assert now == replace(mark, lost="2027.05")


def test_a_note_stays_with_its_heading() -> None:
    page = PageNow("2027.05", TEXT, HEADINGS)
    note = Note(Address("page", "after"), "Page", "Mine", WHEN, "What changed afterwards")
    assert find_note(page, note) == note
    assert find_note(page, replace(note, address=Address("page", "gone"))).address.anchor == "after"
    reworded = replace(note, address=Address("page", "gone"), heading="What has changed afterwards")
    assert find_note(page, reworded).address.anchor == "after"
    lost = find_note(page, replace(note, address=Address("page", "gone"), heading="Costs"))
    assert (lost.lost, lost.heading, lost.text) == ("2027.05", "Costs", "Mine")
    assert find_note(page, replace(lost, heading="What changed afterwards")).lost == ""


def test_a_note_whose_heading_was_only_reworded_stays_at_its_anchor() -> None:
    page = PageNow("2027.05", TEXT, HEADINGS)
    note = Note(Address("page", "after"), "Page", "Mine", WHEN, "Outcomes")
    assert find_note(page, note) == note
    whole = Note(Address("page"), "Page", "On the page", WHEN)
    assert find_note(page, whole) is whole


def test_a_selector_of_a_page_is_over_its_plain_text() -> None:
    text = page_text("<p>One <b>bold</b>&nbsp; word<br/>more</p><table><tr><td>cell</td><td></td></tr></table>")
    assert text == "One bold word more\ncell"
    assert select(text, 4, 8).exact == "bold"

"""Highlights and notes written out: every word is there, and no word is taken for a sign."""

from dataclasses import replace
from html.parser import HTMLParser

from hypothesis import example, given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from partnerships.library.model import Address
from partnerships.notebook.marks import MarkedPage
from partnerships.notebook.model import Note
from partnerships.publishing.notes import NotesWords, Written, notes_html, notes_markdown
from tests.notebook.test_marks import WHEN, highlight

WRITTEN = Written("Community Partnerships", "2026.11", "2026-11-25")
PAGE = MarkedPage(
    "memphis-cit",
    "Memphis: the *first* team",
    (
        Note(Address("memphis-cit"), "Memphis", "First line\nsecond <line>\n\nnext", WHEN),
        Note(Address("memphis-cit", "gone"), "Memphis", "On a part", WHEN, "Costs", "2027.05"),
    ),
    (replace(highlight("40 hours of training", note="Ours are 24."), color="green"), highlight("crisis calls")),
)


def test_markdown_has_every_page_note_and_quotation() -> None:
    text = notes_markdown((PAGE,), WRITTEN, NotesWords())
    assert text.startswith("# Notes\n\nFrom “Community Partnerships”, edition 2026.11.")
    rendered = MarkdownIt().render(text)
    assert "<h2>Memphis: the *first* team</h2>" in rendered
    assert "<h3>On “Costs” (No longer on the page in edition 2027.05)</h3>" in rendered
    assert "<blockquote>\n<p>40 hours of training</p>\n<p>— Green, 2026-11-01</p>" in rendered
    assert "<p>Ours are 24.</p>" in rendered
    assert text.index("On a part") < text.index("40 hours") < text.index("crisis calls")


def test_html_has_the_same_with_headings_quotations_and_language() -> None:
    page = notes_html((PAGE,), WRITTEN, NotesWords())
    assert '<html lang="en">' in page
    assert "<h2>Memphis: the *first* team</h2>" in page
    assert "<p>First line<br>second &lt;line&gt;</p>\n<p>next</p>" in page
    assert '<blockquote class="green"><p><mark>40 hours of training</mark></p>' in page


def test_an_empty_notebook_says_so() -> None:
    assert "Nothing was marked" in notes_markdown((), WRITTEN, NotesWords())
    assert "Nothing was marked" in notes_html((), WRITTEN, NotesWords())


class _Words(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.text = ""

    def handle_data(self, data: str) -> None:
        self.text += data


@example("1. first")
@example("- no list")
@example("&lt; is no sign")
@example("# no heading")
@example("===")
@given(st.text(st.characters(codec="utf-8", exclude_categories=("Cc", "Cs")), min_size=1))
def test_whatever_was_marked_is_read_back(words: str) -> None:
    mark = replace(PAGE.highlights[0], selector=replace(PAGE.highlights[0].selector, exact=words), note=words)
    page = replace(PAGE, highlights=(mark,), title=words)
    reader = _Words()
    reader.feed(notes_html((page,), WRITTEN, NotesWords()))
    assert "".join(reader.text.split()).count("".join(words.split())) >= 2
    reader = _Words()
    reader.feed(MarkdownIt().render(notes_markdown((replace(page, notes=()),), WRITTEN, NotesWords())))
    assert "".join(words.split()) in "".join(reader.text.split())

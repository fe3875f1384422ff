"""Word documents: every answer is in them, under real headings, in tables with heading rows, with a language."""

import io
from pathlib import Path

import docx
import pytest
from docx.document import Document as WordDocument
from docx.oxml.ns import qn

from partnerships.library.edition import Edition
from partnerships.publishing.sheets.document import (
    Answered,
    Contents,
    Document,
    Facts,
    Grid,
    Heading,
    Options,
    Picture,
    Tick,
    Words,
)
from partnerships.publishing.sheets.paper import paper_html
from partnerships.publishing.sheets.sheet import sheet_document
from partnerships.publishing.sheets.web import web_page
from partnerships.publishing.sheets.word import word_file
from partnerships.publishing.sheets.words import SheetWords
from tests.helpers.answering import answer_all

DOT = bytes.fromhex(
    "89504e470d0a1a0a0000000d49484452000000010000000108060000001f15c4890000000d4944415478da63f8cfc0f01f00050001ff5ccd17"
    "5d0000000049454e44ae426082"
)
PLAN = Document(
    "A plan <of ours>",
    "en-US",
    (
        Heading("A plan", 1),
        Words("What it is for.", "lead"),
        Contents("Contents", (("1", "Charter", "in work", "part-1"),)),
        Heading("1 Charter", 1, opens_page=True, anchor="part-1"),
        Heading("Who we are"),
        Answered("Name", "East Side & friends\nsecond line"),
        Answered("Not answered", "", 3),
        Options("Rotates", ((False, "Every year"), (True, "Not at all")), True),
        Tick("Everyone agreed", True),
        Grid("Members", ("Organization", "Role"), (("Police", "Sergeant"), ("NAMI", ""))),
        Facts("Call", (("Name", "A. Sample"), ("Phone", ""))),
        Picture("The grid", "Police: interest 5, power 4.", DOT),
    ),
)


def read(document: Document) -> WordDocument:
    return docx.Document(io.BytesIO(word_file(document)))


def all_words(word: WordDocument) -> str:
    return "\n".join(str(element.text or "") for element in word.element.body.iter(qn("w:t")))


def test_headings_are_headings() -> None:
    found = [(p.style.name, p.text) for p in read(PLAN).paragraphs if p.style and p.style.name.startswith("Heading")]
    assert found == [
        ("Heading 1", "A plan"),
        ("Heading 2", "Contents"),
        ("Heading 1", "1 Charter"),
        ("Heading 2", "Who we are"),
    ]


def test_a_part_begins_a_page_and_the_contents_lead_there() -> None:
    word = read(PLAN)
    part = next(p for p in word.paragraphs if p.text == "1 Charter")
    assert part.paragraph_format.page_break_before
    names = [mark.get(qn("w:name")) for mark in word.element.body.iter(qn("w:bookmarkStart"))]
    links = [link.get(qn("w:anchor")) for link in word.element.body.iter(qn("w:hyperlink"))]
    assert names == links == ["part-1"]


def test_tables_have_a_heading_row_that_repeats_and_a_name() -> None:
    members = read(PLAN).tables[0]
    assert [cell.text for cell in members.rows[0].cells] == ["Organization", "Role"]
    assert [cell.text for cell in members.rows[1].cells] == ["Police", "Sergeant"]
    assert members.rows[0]._tr.trPr is not None
    assert members.rows[0]._tr.trPr.find(qn("w:tblHeader")) is not None
    caption = members._tbl.tblPr.find(qn("w:tblCaption"))
    assert caption is not None
    assert caption.get(qn("w:val")) == "Members"


def test_the_language_the_title_and_no_author_are_written() -> None:
    word = read(PLAN)
    (lang,) = word.styles.element.iter(qn("w:lang"))
    assert lang.get(qn("w:val")) == "en-US"
    assert word.core_properties.title == "A plan <of ours>"
    assert word.core_properties.language == "en-US"
    assert word.core_properties.author == ""


def test_pictures_are_described() -> None:
    (drawn,) = read(PLAN).element.body.iter(qn("wp:docPr"))
    assert drawn.get("descr") == "Police: interest 5, power 4."


def test_answers_marks_and_lines_to_write_on() -> None:
    word = read(PLAN)
    texts = [p.text for p in word.paragraphs]
    assert "East Side & friends\nsecond line" in texts
    assert "☐\u00a0Every year   ☑\u00a0Not at all" in texts
    assert "☑\u00a0Everyone agreed" in texts
    assert sum(p.style.name == "Answer line" for p in word.paragraphs if p.style) == 3


def test_a_document_that_ends_with_a_table_has_a_paragraph_behind_it() -> None:
    word = read(Document("T", "en-US", (Heading("T", 1), Grid("", ("A",), (("b",),)))))
    assert word.element.body[-2].tag == qn("w:p")


@pytest.mark.parametrize("way", ["word", "web", "paper"])
def test_every_answer_of_every_tool_goes_out(bundled_library: Path, way: str) -> None:
    missing: dict[str, list[str]] = {}
    with Edition(bundled_library) as edition:
        for tool in edition.tools():
            answers, words = answer_all(tool)
            document = sheet_document(tool, "Sample", answers, SheetWords())
            if way == "word":
                text = all_words(read(document))
            else:
                text = web_page(document).decode() if way == "web" else paper_html(document)
                text = text.replace("&amp;", "&").replace("&#x27;", "'").replace("&quot;", '"')
            missing[tool.id] = [word for word in words if word not in text]
    assert {tool: words for tool, words in missing.items() if words} == {}
    assert len(missing) > 40

"""A document as a Word file: real headings, tables with heading rows, styles, language, descriptions of pictures."""

import io
from collections.abc import Sequence
from datetime import UTC, datetime
from functools import singledispatchmethod

import docx
from docx.document import Document as WordDocument
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_BREAK
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.oxml.xmlchemy import BaseOxmlElement
from docx.shared import Inches, Pt, RGBColor
from docx.styles.style import ParagraphStyle
from docx.table import Table, _Cell
from docx.text.paragraph import Paragraph

from partnerships.publishing.sheets.document import (
    Answered,
    Block,
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

_FACE = "Calibri"
_NAVY, _GRAY = RGBColor(0x12, 0x30, 0x4F), RGBColor(0x50, 0x5A, 0x66)
_SIZES = {1: 22, 2: 15, 3: 12}  # of headings, points
_WIDTH = Inches(6.5)  # of the text on Letter paper with margins of an inch
_HEAD_FILL = "F3F0E7"
_STYLES = {"plain": "Normal", "lead": "Lead", "quiet": "Small print", "strong": "Question"}
_ON, _OFF = "☑", "☐"


def word_file(document: Document) -> bytes:
    """The document as the bytes of a .docx file."""
    writer = _Writer(document)
    for block in document.blocks:
        writer.write(block)
    return writer.bytes()


class _Writer:
    """Writes block after block into a Word document."""

    def __init__(self, document: Document) -> None:
        self._word: WordDocument = docx.Document()
        self._bookmarks = 0
        _set_styles(self._word, document.language)
        section = self._word.sections[0]
        section.page_width, section.page_height = Inches(8.5), Inches(11)
        for side in ("left_margin", "right_margin", "top_margin", "bottom_margin"):
            setattr(section, side, Inches(1))
        properties = self._word.core_properties
        properties.title, properties.language = document.title, document.language
        properties.author = properties.comments = properties.last_modified_by = ""
        properties.created = properties.modified = datetime.now(UTC).replace(tzinfo=None)

    def bytes(self) -> bytes:
        """The finished file; behind a table at the end Word wants a paragraph."""
        if self._word.element.body[-2].tag == qn("w:tbl"):
            self._word.add_paragraph()
        held = io.BytesIO()
        self._word.save(held)
        return held.getvalue()

    @singledispatchmethod
    def write(self, block: Block) -> None:
        """Write one block."""
        raise TypeError(f"there is no way to write {block}")

    @write.register
    def _(self, block: Heading) -> None:
        paragraph = self._word.add_heading(block.text, block.level)
        paragraph.paragraph_format.page_break_before = block.opens_page or None
        if block.anchor:
            self._bookmark(paragraph, block.anchor)

    @write.register
    def _(self, block: Words) -> None:
        self._paragraph(block.text, _STYLES[block.style])

    @write.register
    def _(self, block: Answered) -> None:
        self._paragraph(block.question, "Question")
        if block.answer:
            self._paragraph(block.answer, "Answer")
        else:
            for _ in range(block.room):
                self._paragraph("", "Answer line")

    @write.register
    def _(self, block: Options) -> None:
        self._paragraph(block.question, "Question")
        marks = [f"{_ON if chosen else _OFF}\u00a0{label}" for chosen, label in block.options]
        ends = [part for part in (block.low, "   ".join(marks), block.high) if part]
        self._paragraph("   ".join(ends), "Answer")

    @write.register
    def _(self, block: Tick) -> None:
        self._paragraph(f"{_ON if block.ticked else _OFF}\u00a0{block.text}", "Answer")

    @write.register
    def _(self, block: Grid) -> None:
        if block.title:
            self._paragraph(block.title, "Question")
        table = self._table(len(block.rows) + 1, len(block.heads), block.title)
        for cell, head in zip(table.rows[0].cells, block.heads, strict=True):
            _fill(cell, head, bold=True)
        _repeat_head(table)
        _share_width(table, (block.heads, *block.rows))
        for row, words in zip(table.rows[1:], block.rows, strict=True):
            for cell, text in zip(row.cells, words, strict=True):
                _fill(cell, text)

    @write.register
    def _(self, block: Facts) -> None:
        if block.title:
            self._paragraph(block.title, "Question")
        if not block.rows:
            return
        table = self._table(len(block.rows), 2, block.title)
        table.autofit = False
        for column, width in zip(table.columns, (_WIDTH * 0.3, _WIDTH * 0.7), strict=True):
            column.width = round(width)
        for row, (name, value) in zip(table.rows, block.rows, strict=True):
            _fill(row.cells[0], name, bold=True)
            _fill(row.cells[1], value)
            for cell, column in zip(row.cells, table.columns, strict=True):
                cell.width = column.width

    @write.register
    def _(self, block: Picture) -> None:
        self._word.add_picture(io.BytesIO(block.png), width=round(_WIDTH * block.width))
        drawn = self._word.paragraphs[-1]
        drawn.paragraph_format.keep_with_next = True
        drawn.paragraph_format.space_before = Pt(10)
        for properties in drawn._p.iter(qn("wp:docPr")):
            properties.set("descr", block.words)
            properties.set("title", block.title)
        self._paragraph(block.title, "Small print")

    @write.register
    def _(self, block: Contents) -> None:
        self._word.add_heading(block.title, 2)
        for number, title, line, anchor in block.parts:
            paragraph = self._paragraph(f"{number}\u2002", "Normal")
            _link(paragraph, title, anchor)
            paragraph.add_run(f"  ({line})").font.color.rgb = _GRAY

    def _paragraph(self, text: str, style: str) -> Paragraph:
        paragraph = self._word.add_paragraph(style=style)
        _lines(paragraph, text)
        return paragraph

    def _table(self, rows: int, columns: int, title: str) -> Table:
        table: Table = self._word.add_table(rows, columns, style="Table Grid")
        if title:
            caption = OxmlElement("w:tblCaption")
            caption.set(qn("w:val"), title)
            table._tbl.tblPr.append(caption)
        table._tbl.tblPr.insert_element_before(_cell_margins(), "w:tblLook", "w:tblCaption")
        for row in table.rows:
            row._tr.get_or_add_trPr().append(OxmlElement("w:cantSplit"))
            row.height = Pt(20)
        return table

    def _bookmark(self, paragraph: Paragraph, name: str) -> None:
        """Name a paragraph, so that the contents can lead there."""
        self._bookmarks += 1
        start, end = OxmlElement("w:bookmarkStart"), OxmlElement("w:bookmarkEnd")
        for mark in (start, end):
            mark.set(qn("w:id"), str(self._bookmarks))
        start.set(qn("w:name"), name)
        paragraph._p.insert(1, start)  # behind the properties, which a heading always has
        paragraph._p.append(end)


def _set_styles(word: WordDocument, language: str) -> None:
    styles = word.styles
    normal = _paragraph_style(word, "Normal")
    normal.font.name, normal.font.size = _FACE, Pt(11)
    normal.paragraph_format.space_after = Pt(6)
    for level, size in _SIZES.items():
        heading = _paragraph_style(word, f"Heading {level}")
        heading.font.name, heading.font.size, heading.font.color.rgb = _FACE, Pt(size), _NAVY
        heading.font.bold = True
        _set_faces(heading.element)
        heading.paragraph_format.space_before = Pt(0 if level == 1 else 16)
        heading.paragraph_format.space_after = Pt(4)
    for name, size, bold, color in (
        ("Lead", 13, False, _GRAY),
        ("Small print", 9, False, _GRAY),
        ("Question", 11, True, None),
        ("Answer", 11, False, None),
        ("Answer line", 11, False, None),
    ):
        style = styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
        assert isinstance(style, ParagraphStyle)
        style.base_style = normal
        style.font.size, style.font.bold = Pt(size), bold
        if color is not None:
            style.font.color.rgb = color
        style.paragraph_format.keep_with_next = name == "Question"
        style.paragraph_format.space_before = Pt(8 if name == "Question" else 0)
        style.paragraph_format.space_after = Pt(3 if name == "Question" else 6)
    _line_below(_paragraph_style(word, "Answer line").element)
    defaults = styles.element.find(f"{qn('w:docDefaults')}/{qn('w:rPrDefault')}/{qn('w:rPr')}")
    assert defaults is not None
    lang = defaults.find(qn("w:lang"))
    if lang is None:
        lang = OxmlElement("w:lang")
        defaults.append(lang)
    lang.set(qn("w:val"), language)


def _paragraph_style(word: WordDocument, name: str) -> ParagraphStyle:
    style = word.styles[name]
    assert isinstance(style, ParagraphStyle)
    return style


def _set_faces(element: BaseOxmlElement) -> None:
    """The face that was named, also where the template asks for one of its theme."""
    for fonts in element.iter(qn("w:rFonts")):
        for name in [key for key in fonts.attrib if "Theme" in str(key)]:
            del fonts.attrib[name]
        for script in ("ascii", "hAnsi", "cs", "eastAsia"):
            fonts.set(qn(f"w:{script}"), _FACE)


def _line_below(element: BaseOxmlElement) -> None:
    """A line to write on, below each paragraph of a style."""
    borders = OxmlElement("w:pBdr")
    for side in ("bottom", "between"):
        line = OxmlElement(f"w:{side}")
        for name, value in (("val", "single"), ("sz", "4"), ("space", "1"), ("color", "808C9A")):
            line.set(qn(f"w:{name}"), value)
        borders.append(line)
    element.get_or_add_pPr().insert_element_before(borders, "w:shd", "w:spacing", "w:ind", "w:jc")


def _cell_margins() -> BaseOxmlElement:
    """Room around the words of a cell."""
    margins = OxmlElement("w:tblCellMar")
    for side, twips in (("top", 50), ("left", 100), ("bottom", 50), ("right", 100)):
        margin = OxmlElement(f"w:{side}")
        margin.set(qn("w:w"), str(twips))
        margin.set(qn("w:type"), "dxa")
        margins.append(margin)
    return margins


def _fill(cell: _Cell, text: str, bold: bool = False) -> None:
    paragraph = cell.paragraphs[0]
    paragraph.paragraph_format.space_after = Pt(0)
    _lines(paragraph, text, bold)
    if bold:
        fill = OxmlElement("w:shd")
        for name, value in (("val", "clear"), ("color", "auto"), ("fill", _HEAD_FILL)):
            fill.set(qn(f"w:{name}"), value)
        cell._tc.get_or_add_tcPr().append(fill)


def _lines(paragraph: Paragraph, text: str, bold: bool = False) -> None:
    lines: Sequence[str] = text.split("\n")
    for place, line in enumerate(lines):
        run = paragraph.add_run(line)
        run.bold = bold or None
        run.font.size = Pt(10) if bold else None
        if place < len(lines) - 1:
            run.add_break(WD_BREAK.LINE)


def _share_width(table: Table, rows: Sequence[Sequence[str]]) -> None:
    """Give each column of a table the width that its longest word asks for."""
    table.autofit = False
    columns = list(zip(*rows, strict=True))
    longest = [max((len(word) for cell in column for word in cell.split()), default=0) for column in columns]
    wanted = [min(24, max(7, letters)) for letters in longest]
    for column, share in zip(table.columns, wanted, strict=True):
        column.width = round(_WIDTH * share / sum(wanted))
        for cell in column.cells:
            cell.width = column.width


def _repeat_head(table: Table) -> None:
    """The first row is a heading row, repeated on each page."""
    head = OxmlElement("w:tblHeader")
    table.rows[0]._tr.get_or_add_trPr().append(head)


def _link(paragraph: Paragraph, text: str, anchor: str) -> None:
    """A link to a bookmark."""
    link = OxmlElement("w:hyperlink")
    link.set(qn("w:anchor"), anchor)
    run = paragraph.add_run(text)
    run.font.underline = True
    run.font.color.rgb = _NAVY
    link.append(run._r)
    paragraph._p.append(link)

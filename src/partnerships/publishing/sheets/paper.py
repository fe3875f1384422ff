"""A document as HTML for paper, in the part of HTML and CSS that Qt's printing knows. Forms have room for a pen."""

import html
from collections.abc import Sequence
from functools import singledispatch

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

_LINE = "&nbsp;" * 3 + "_" * 56
_AIR = "&nbsp;"
_GAP = "&nbsp;&nbsp; "
_CLASSES = {"lead": ' class="lead"', "quiet": ' class="byline"'}


def paper_html(document: Document) -> str:
    """The whole document. A picture is named `picture:` with its place among the pictures."""
    pictures = [block for block in document.blocks if isinstance(block, Picture)]
    return "\n".join(
        _picture(block, pictures.index(block)) if isinstance(block, Picture) else _html(block)
        for block in document.blocks
    )


def _picture(picture: Picture, place: int) -> str:
    """The picture with its title below it, which a page never ends with."""
    return f'<p><img src="picture:{place}"/><br/><strong>{_safe(picture.title)}</strong></p>'


@singledispatch
def _html(block: Block) -> str:
    raise TypeError(f"there is no way to print {block}")


@_html.register
def _(block: Heading) -> str:
    page = ' style="page-break-before: always"' if block.opens_page else ""
    return f"<h{block.level}{page}>{_safe(block.text)}</h{block.level}>"


@_html.register
def _(block: Words) -> str:
    text = _safe(block.text)
    return f"<p{_CLASSES.get(block.style, '')}>{f'<strong>{text}</strong>' if block.style == 'strong' else text}</p>"


@_html.register
def _(block: Answered) -> str:
    answer = f"<p>{_safe(block.answer)}</p>" if block.answer else f"<p>{_LINE}</p>" * block.room
    return _question(block.question) + answer


@_html.register
def _(block: Options) -> str:
    on, off = ("●", "○") if block.low or block.high else ("☑", "☐")
    marks = _GAP.join(f"{on if chosen else off}&nbsp;{_safe(label)}" for chosen, label in block.options)
    ends = [part for part in (_safe(block.low), marks, _safe(block.high)) if part]
    return f"{_question(block.question)}<p>{' &nbsp; '.join(ends)}</p>"


@_html.register
def _(block: Tick) -> str:
    return f"<p>{'☑' if block.ticked else '☐'} {_safe(block.text)}</p>"


@_html.register
def _(block: Grid) -> str:
    title = _question(block.title) if block.title else ""
    return title + _table("".join(f"<th>{_safe(head)}</th>" for head in block.heads), block.rows)


@_html.register
def _(block: Facts) -> str:
    rows = "".join(
        f'<tr><td class="label" width="30%">{_safe(name)}</td><td>{_safe(value) or _LINE}</td></tr>'
        for name, value in block.rows
    )
    title = _question(block.title) if block.title else ""
    return f'{title}<table class="facts" width="100%">{rows}</table>'


@_html.register
def _(block: Contents) -> str:
    rows = "".join(
        f'<tr><td width="6%">{_safe(number)}</td><td><strong>{_safe(title)}</strong></td>'
        f'<td class="label">{_safe(line)}</td></tr>'
        for number, title, line, _ in block.parts
    )
    return f'<h2>{_safe(block.title)}</h2><table class="facts" width="100%" cellpadding="4">{rows}</table>'


def _question(text: str) -> str:
    return f"<p><strong>{_safe(text)}</strong></p>"


def _table(head: str, rows: Sequence[Sequence[str]]) -> str:
    lines = ("".join(f"<td>{_safe(cell) or _AIR}</td>" for cell in row) for row in rows)
    body = "".join(f"<tr>{line}</tr>" for line in lines)
    return f'<table class="grid" width="100%" border="1" cellspacing="0" cellpadding="5"><tr>{head}</tr>{body}</table>'


def _safe(text: str) -> str:
    return html.escape(text).replace("\n", "<br/>")

"""A document as one web page: semantic HTML that a screen reader walks by headings, lists and tables."""

import base64
import html
from collections.abc import Iterable, Iterator
from functools import singledispatch
from itertools import groupby

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

_STYLE = """
:root { color-scheme: light dark; }
body {
  font: 1.05rem/1.55 "Public Sans", Calibri, "Segoe UI", sans-serif; margin: 0 auto; max-width: 46rem;
  padding: 2rem 1.2rem;
}
h1, h2 { line-height: 1.2; color: #12304f; }
h1 { margin-top: 2.2rem; }
.lead { font-size: 1.2rem; }
.quiet, figcaption { font-size: .9rem; }
dt, caption, .tick b { font-weight: 700; }
dt { margin-top: 1rem; }
dd { margin: .2rem 0 0; white-space: pre-line; }
.line { border-bottom: 1px solid; min-height: 1.6em; display: block; }
table { border-collapse: collapse; width: 100%; margin: 1rem 0; }
caption { text-align: left; padding: .3rem 0; }
th, td {
  border: 1px solid #808c9a; padding: .35rem .55rem; text-align: left; vertical-align: top; white-space: pre-line;
}
ul.ticks { list-style: none; padding: 0; }
figure { margin: 1.2rem 0; }
img { max-width: 100%; background: #fff; }
@media (prefers-color-scheme: dark) { h1, h2 { color: #cfe0f2; } }
@media print { body { max-width: none; } .page { break-before: page; } h1, h2, dt { break-after: avoid; } }
"""
_POLICY = "default-src 'none'; style-src 'unsafe-inline'; img-src data:"


def web_page(document: Document) -> bytes:
    """The document as the bytes of one HTML file, with its pictures inside."""
    body = "\n".join(_grouped(document.blocks))
    page = (
        f'<!doctype html>\n<html lang="{_safe(document.language)}">\n<head>\n<meta charset="utf-8">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{_POLICY}">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{_safe(document.title)}</title>\n<style>{_STYLE}</style>\n</head>\n"
        f"<body>\n<main>\n{body}\n</main>\n</body>\n</html>\n"
    )
    return page.encode()


def _grouped(blocks: Iterable[Block]) -> Iterator[str]:
    """Questions in a row are one list of questions and answers; ticks in a row are one list."""
    for kind, held in groupby(blocks, _list_of):
        pieces = [_html(block) for block in held]
        if kind == "dl":
            yield "<dl>\n" + "\n".join(pieces) + "\n</dl>"
        elif kind == "ul":
            yield '<ul class="ticks">\n' + "\n".join(pieces) + "\n</ul>"
        else:
            yield from pieces


def _list_of(block: Block) -> str:
    if isinstance(block, (Answered, Options)):
        return "dl"
    return "ul" if isinstance(block, Tick) else ""


@singledispatch
def _html(block: Block) -> str:
    raise TypeError(f"there is no way to write {block}")


@_html.register
def _(block: Heading) -> str:
    page = ' class="page"' if block.opens_page else ""
    anchor = f' id="{_safe(block.anchor)}"' if block.anchor else ""
    return f"<h{block.level}{anchor}{page}>{_safe(block.text)}</h{block.level}>"


@_html.register
def _(block: Words) -> str:
    if block.style == "strong":
        return f"<p><strong>{_safe(block.text)}</strong></p>"
    style = f' class="{block.style}"' if block.style != "plain" else ""
    return f"<p{style}>{_safe(block.text)}</p>"


@_html.register
def _(block: Answered) -> str:
    lines = '<span class="line"></span>' * block.room
    return f"<dt>{_safe(block.question)}</dt><dd>{_safe(block.answer) or lines}</dd>"


@_html.register
def _(block: Options) -> str:
    marks = " &nbsp; ".join(f"{_mark(chosen)}&nbsp;{_safe(label)}" for chosen, label in block.options)
    ends = [part for part in (_safe(block.low), marks, _safe(block.high)) if part]
    return f"<dt>{_safe(block.question)}</dt><dd>{' &nbsp; '.join(ends)}</dd>"


@_html.register
def _(block: Tick) -> str:
    return f'<li class="tick">{_mark(block.ticked)} {_safe(block.text)}</li>'


@_html.register
def _(block: Grid) -> str:
    head = "".join(f'<th scope="col">{_safe(words)}</th>' for words in block.heads)
    lines = ("".join(f"<td>{_safe(cell)}</td>" for cell in row) for row in block.rows)
    body = "\n".join(f"<tr>{line}</tr>" for line in lines)
    return f"<table>{_caption(block.title)}<thead><tr>{head}</tr></thead>\n<tbody>{body}</tbody></table>"


@_html.register
def _(block: Facts) -> str:
    rows = (f'<tr><th scope="row">{_safe(name)}</th><td>{_safe(value)}</td></tr>' for name, value in block.rows)
    body = "\n".join(rows)
    return f"<table>{_caption(block.title)}<tbody>{body}</tbody></table>"


@_html.register
def _(block: Picture) -> str:
    data = base64.b64encode(block.png).decode()
    image = f'<img src="data:image/png;base64,{data}" alt="{_safe(block.words)}">'
    return f"<figure>{image}<figcaption>{_safe(block.title)}</figcaption></figure>"


@_html.register
def _(block: Contents) -> str:
    rows = "\n".join(
        f'<li><a href="#{_safe(anchor)}">{_safe(title)}</a> <span class="quiet">({_safe(line)})</span></li>'
        for _, title, line, anchor in block.parts
    )
    return f'<nav aria-label="{_safe(block.title)}"><h2>{_safe(block.title)}</h2><ol>\n{rows}\n</ol></nav>'


def _mark(chosen: bool) -> str:
    return "☑" if chosen else "☐"


def _caption(title: str) -> str:
    return f"<caption>{_safe(title)}</caption>" if title else ""


def _safe(text: str) -> str:
    return html.escape(text)

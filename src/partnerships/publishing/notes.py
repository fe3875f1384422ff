"""A reader's highlights and notes as a Markdown or an HTML file, page by page."""

import html
import re
from dataclasses import dataclass

from partnerships.notebook.marks import MarkedPage
from partnerships.notebook.model import Color, Highlight, Note

_SIGNS = re.compile(r"([\\`*_\[\]<>#|~&])")
_AT_START = re.compile(r"^(\s*)([-+=:]|\d+(?=[.)]))", re.MULTILINE)  # of lists, lines and tables


@dataclass(frozen=True, slots=True)
class NotesWords:
    """The words that the file adds of its own, in the language of the reader. `language` is BCP 47."""

    title: str = "Notes"
    about: str = "From “{library}”, edition {edition}. Written out on {day}."
    on_heading: str = "On “{heading}”"
    lost: str = "No longer on the page in edition {edition}"
    nothing: str = "Nothing was marked or written."
    colors: tuple[tuple[Color, str], ...] = (
        ("yellow", "Yellow"),
        ("green", "Green"),
        ("blue", "Blue"),
        ("rose", "Rose"),
    )
    language: str = "en"

    def of_color(self, color: Color) -> str:
        """What a marker is called."""
        return dict(self.colors)[color]


@dataclass(frozen=True, slots=True)
class Written:
    """What the head of the file says: the library, its edition, and the day."""

    library: str
    edition: str
    day: str


def notes_markdown(pages: tuple[MarkedPage, ...], written: Written, words: NotesWords) -> str:
    """All of it as CommonMark; what the person wrote stands as it was written."""
    blocks = [f"# {_plain(words.title)}", _plain(_about(written, words))]
    for page in pages:
        blocks.append(f"## {_plain(page.title)}")
        for note in page.notes:
            if heading := _heading(note, words):
                blocks.append(f"### {_plain(heading)}")
            blocks.append(note.text.strip())
        for mark in page.highlights:
            quote = "\n".join(f"> {_plain(line)}" for line in mark.selector.exact.split("\n"))
            blocks.append(f"{quote}\n>\n> — {_plain(_sign(mark, words))}")
            blocks += [mark.note.strip()] if mark.note.strip() else []
    blocks += [] if pages else [_plain(words.nothing)]
    return "\n\n".join(blocks) + "\n"


def notes_html(pages: tuple[MarkedPage, ...], written: Written, words: NotesWords) -> str:
    """All of it as one HTML page with real headings and quotations."""
    body = (
        f"<h1>{html.escape(words.title)}</h1>\n<p>{html.escape(_about(written, words))}</p>\n{notes_body(pages, words)}"
    )
    return (
        f'<!DOCTYPE html>\n<html lang="{html.escape(words.language)}">\n<head>\n<meta charset="utf-8">\n'
        f'<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{html.escape(words.title)}</title>\n<style>\n{_STYLE}\n</style>\n</head>\n<body>\n{body}\n</body>\n</html>\n"
    )


def notes_body(pages: tuple[MarkedPage, ...], words: NotesWords) -> str:
    """What stands in the HTML page below its head; also what is printed."""
    pieces = []
    for page in pages:
        pieces.append(f"<h2>{html.escape(page.title)}</h2>")
        for note in page.notes:
            if heading := _heading(note, words):
                pieces.append(f"<h3>{html.escape(heading)}</h3>")
            pieces.append(_paragraphs(note.text))
        for mark in page.highlights:
            quote = "<br>".join(html.escape(line) for line in mark.selector.exact.split("\n"))
            sign = html.escape(_sign(mark, words))
            pieces.append(f'<blockquote class="{mark.color}"><p><mark>{quote}</mark></p><p>— {sign}</p></blockquote>')
            pieces += [_paragraphs(mark.note)] if mark.note.strip() else []
    return "\n".join(pieces or [f"<p>{html.escape(words.nothing)}</p>"])


def _about(written: Written, words: NotesWords) -> str:
    return words.about.format(library=written.library, edition=written.edition, day=written.day)


def _heading(note: Note, words: NotesWords) -> str:
    if not note.address.anchor:
        return ""
    lost = f" ({words.lost.format(edition=note.lost)})" if note.lost else ""
    return words.on_heading.format(heading=note.heading or note.address.anchor) + lost


def _sign(mark: Highlight, words: NotesWords) -> str:
    lost = f". {words.lost.format(edition=mark.lost)}" if mark.lost else ""
    return f"{words.of_color(mark.color)}, {mark.made[:10]}{lost}"


def _plain(text: str) -> str:
    """Words in which Markdown sees no signs."""
    escaped = _SIGNS.sub(r"\\\1", text)
    return _AT_START.sub(lambda found: f"{found[1]}{_escaped(found[2])}", escaped)


def _escaped(sign: str) -> str:
    return f"{sign}\\" if sign.isdigit() else f"\\{sign}"


def _paragraphs(text: str) -> str:
    """What a person wrote: an empty line ends a paragraph, every line stays a line."""
    parts = re.split(r"\n\s*\n", text.strip())
    return "\n".join(f"<p>{html.escape(part).replace(chr(10), '<br>')}</p>" for part in parts)


_STYLE = """\
body { font: 1rem/1.6 Georgia, serif; max-width: 42rem; margin: 2rem auto; padding: 0 1rem; color: #16263a; }
h1, h2, h3 { font-family: system-ui, sans-serif; line-height: 1.25; }
blockquote { margin: 1rem 0; padding: .1rem 1rem; border-left: 4px solid; }
blockquote p + p { font: .875rem system-ui, sans-serif; color: #3f4c5b; }
mark { color: inherit; background: none; text-decoration: underline; text-underline-offset: .2em; }
.yellow { border-color: #8a6a00; } .yellow mark { background: #fff2b8; text-decoration-color: #8a6a00; }
.green { border-color: #1f7a4d; } .green mark { background: #dcf3dd; text-decoration: underline dashed #1f7a4d; }
.blue { border-color: #1b5fae; } .blue mark { background: #e0eefc; text-decoration: underline dotted #1b5fae; }
.rose { border-color: #a8324f; } .rose mark { background: #fde4ea; text-decoration: underline wavy #a8324f; }"""

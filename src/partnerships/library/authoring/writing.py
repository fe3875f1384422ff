"""Markdown as our writers use it: blocks of HTML with class names, citations, and what to check.

CommonMark with tables; `[^key]` is a citation, `[words](id#anchor)` a link within the library,
`[words](term:id)` a link to a term. There is no raw HTML.
"""

import html
import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from markdown_it import MarkdownIt
from markdown_it.rules_inline import StateInline
from markdown_it.token import Token

from partnerships.base.errors import ContentTrouble

DIRECTIVES = ("measures", "help-lines")
_CITE = re.compile(r"\[\^([a-z0-9][a-z0-9-]*)\]")
_ANCHOR = re.compile(r"\s*\{#([a-z0-9-]+)\}\s*$")
_DIRECTIVE = re.compile(r"^\[\[([a-z-]+)\]\]$")
_FIGURE = re.compile(
    r"\$\s?\d|\d\s?%|\d\s?percent\b|\b\d{1,3}(?:,\d{3})+\b|(?<![\w.-])(?!(?:911|988|211|311|711)\b)\d{3,}\b"
)
_OURS = re.compile(
    r"\bour (?:suggestion|example|reading|own|estimate)|\bby our (?:arithmetic|count)|\bSample:", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Link:
    """A link out of a block: what it points to and the line it stands on."""

    target: str
    line: int


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph, list, table, note or picture: the unit that is numbered."""

    html: str
    text: str
    line: int


@dataclass(frozen=True, slots=True)
class Part:
    """What stands under one heading; the first part of a page may have none."""

    anchor: str
    heading: str
    level: int
    line: int
    blocks: tuple[Block, ...]


@dataclass(slots=True)
class Findings:
    """What a text refers to, gathered while it is rendered."""

    cited: set[str] = field(default_factory=set)
    links: list[Link] = field(default_factory=list)
    images: list[Link] = field(default_factory=list)


def slug(heading: str) -> str:
    """A heading as an anchor: lower case, hyphens, plain letters."""
    plain = unicodedata.normalize("NFKD", heading).encode("ascii", "ignore").decode()
    return re.sub(r"[^a-z0-9]+", "-", plain.lower()).strip("-")


def _cite_rule(state: StateInline, silent: bool) -> bool:
    match = _CITE.match(state.src, state.pos, state.posMax)
    if not match:
        return False
    if not silent:
        token = state.push("cite", "", 0)
        token.content = match[1]
    state.pos = match.end()
    return True


def _parser() -> MarkdownIt:
    parser = MarkdownIt("commonmark", {"html": True}).enable("table")
    parser.inline.ruler.before("link", "cite", _cite_rule)
    return parser


class Writer:
    """Renders the Markdown of one file, whose citations are numbered by `keys`."""

    def __init__(self, file: Path, keys: tuple[str, ...]) -> None:
        self.file = file
        self.found = Findings()
        self._number = {key: number for number, key in enumerate(keys, 1)}
        self._parser = _parser()

    def inline(self, text: str, line: int, covered: bool = False) -> str:
        """One line of Markdown as HTML without a paragraph around it.

        `covered` says that a list of citations beside the text stands for its figures.
        """
        tokens = self._parser.parseInline(text)
        if not covered:
            self._check_figures(tokens[0].children or [], line)
        return self._inline(tokens[0].children or [], line)

    def paragraphs(self, text: str, first_line: int) -> str:
        """A text of paragraphs and lists as HTML. Raises ContentTrouble for what only a page may hold."""
        blocks = []
        for piece in _pieces(self._parser.parse(text)):
            line = _line(piece, first_line)
            if piece[0].type == "heading_open":
                raise self._trouble(line, "a heading in a text that is not a page.", "Begin with a **bold label**.")
            blocks.append(self._block(piece, line, first_line).html)
        return "\n".join(blocks)

    def parts(self, body: str, first_line: int) -> tuple[Part, ...]:
        """The page's parts in order. Raises ContentTrouble for what a page may not hold."""
        tokens = self._parser.parse(body)
        parts: list[Part] = []
        heading, anchor, level, at = "", "", 1, first_line
        blocks: list[Block] = []
        for piece in _pieces(tokens):
            line = _line(piece, first_line)
            if piece[0].type == "heading_open":
                if heading or blocks:
                    parts.append(Part(anchor, heading, level, at, tuple(blocks)))
                new_level = int(piece[0].tag[1])
                self._check_heading(new_level, level, line)
                heading, anchor = self._heading(piece[1])
                level, at, blocks = new_level, line, []
            else:
                blocks.append(self._block(piece, line, first_line))
        parts.append(Part(anchor, heading, level, at, tuple(blocks)))
        self._check_anchors(parts)
        return tuple(parts)

    def _trouble(self, line: int, what: str, remedy: str) -> ContentTrouble:
        return ContentTrouble(self.file, line, what, remedy)

    def _check_heading(self, new: int, old: int, line: int) -> None:
        if new == 1 or new > 3:
            raise self._trouble(line, f"a heading of level {new}.", "Use ## for parts and ### below them.")
        if new > old + 1:
            raise self._trouble(line, "the heading jumps a level.", "Put a ## heading before the first ###.")

    def _heading(self, inline: Token) -> tuple[str, str]:
        explicit = _ANCHOR.search(inline.content)
        words = _ANCHOR.sub("", inline.content).strip()
        return words, explicit[1] if explicit else slug(words)

    def _check_anchors(self, parts: list[Part]) -> None:
        seen: set[str] = set()
        for part in parts:
            if part.anchor in seen:
                raise self._trouble(
                    part.line, f"the anchor “{part.anchor}” stands twice.", "Set another with {#…} after the heading."
                )
            seen.add(part.anchor)
            if part.heading and not part.blocks and part.level > 2:
                raise self._trouble(part.line, f"nothing stands under “{part.heading}”.", "Write it or take it out.")

    def _block(self, tokens: list[Token], line: int, first_line: int) -> Block:
        if tokens[0].type == "paragraph_open" and (directive := _DIRECTIVE.match(tokens[1].content)):
            if directive[1] not in DIRECTIVES:
                raise self._trouble(line, f"[[{directive[1]}]] is not known.", f"Use one of: {', '.join(DIRECTIVES)}.")
            return Block(f"[[{directive[1]}]]", "", line)
        self._check_units(tokens, first_line)
        return Block(self._render(tokens, first_line), _plain(tokens), line)

    def _check_units(self, tokens: list[Token], first_line: int) -> None:
        """A figure needs its citation in the same paragraph, list item or table row."""
        unit: list[Token] = []
        line = 0
        for token in tokens:
            if token.type in ("tr_open", "paragraph_open", "list_item_open") and token.map:
                line = first_line + token.map[0]
            if token.type == "inline":
                unit.extend(token.children or [])
            if token.type in ("tr_close", "list_item_close") or (
                token.type == "paragraph_close" and not _inside_item(tokens, token)
            ):
                self._check_figures(unit, line)
                unit = []

    def _check_figures(self, children: list[Token], line: int) -> None:
        if any(child.type == "cite" for child in children):
            return
        outside, depth = [], 0
        for child in children:
            depth += {"link_open": 1, "link_close": -1}.get(child.type, 0)
            if depth == 0:
                outside.append(child.content)
        text = "".join(outside)
        if (figure := _FIGURE.search(text)) and not _OURS.search(text):
            raise self._trouble(
                line,
                f"the figure “{text[max(0, figure.start() - 20) : figure.end() + 20].strip()}” has no citation.",
                "Add [^key] after it, or say that it is ours (“our suggestion”, “by our arithmetic”).",
            )

    def _render(self, tokens: list[Token], first_line: int) -> str:
        out: list[str] = []
        line = first_line
        for token in tokens:
            if token.map:
                line = first_line + token.map[0]
            out.append(self._render_one(token, line))
        return "".join(out)

    def _render_one(self, token: Token, line: int) -> str:
        if token.type == "inline":
            return self._inline(token.children or [], line)
        if token.type in ("paragraph_open", "paragraph_close") and token.hidden:
            return ""
        if token.type == "blockquote_open":
            return '<table class="note" width="100%"><tr><td>'
        if token.type == "blockquote_close":
            return "</td></tr></table>"
        if token.type == "table_open":
            return '<table class="grid" width="100%" cellspacing="0" cellpadding="6">'
        if token.type in ("fence", "code_block", "html_block", "hr"):
            raise self._trouble(
                line, f"a page holds no {token.type.replace('_', ' ')}.", "Write it as text or a table."
            )
        if token.nesting >= 0:
            start = f' start="{token.attrs["start"]}"' if token.type == "ordered_list_open" and token.attrs else ""
            return f"<{token.tag}{start}>"
        return f"</{token.tag}>"

    def _inline(self, children: list[Token], line: int) -> str:
        return "".join(self._inline_one(child, line) for child in children)

    def _inline_one(self, token: Token, line: int) -> str:
        match token.type:
            case "text":
                return html.escape(token.content, quote=False)
            case "softbreak":
                return " "
            case "hardbreak":
                return "<br/>"
            case "cite":
                return self._cite(token.content, line)
            case "link_open":
                return self._link(str(token.attrs["href"]), line)
            case "link_close":
                return "</a>"
            case "image":
                return self._image(token, line)
            case "strong_open" | "em_open":
                return f"<{token.tag}>"
            case "strong_close" | "em_close":
                return f"</{token.tag}>"
        raise self._trouble(line, f"“{token.content or token.type}” is not for pages.", "Use plain text.")

    def _cite(self, key: str, line: int) -> str:
        if key not in self._number:
            raise self._trouble(line, f"the citation [^{key}] has no source.", f"Add a source with key “{key}”.")
        self.found.cited.add(key)
        return f'<a class="cite" href="cite:{key}"><sup>[{self._number[key]}]</sup></a>'

    def _link(self, target: str, line: int) -> str:
        self.found.links.append(Link(target, line))
        if target.startswith("term:"):
            return f'<a class="term" href="{html.escape(target)}">'
        if target.startswith(("https://", "http://")):
            return f'<a class="out" href="{html.escape(target)}">'
        return f'<a class="in" href="{html.escape(target)}">'

    def _image(self, token: Token, line: int) -> str:
        source, words = str(token.attrs["src"]), token.content.strip()
        if not words:
            raise self._trouble(
                line, f"the picture {source} has no alternative text.", "Say in the brackets what it shows."
            )
        if not source.startswith("images/"):
            raise self._trouble(line, f"the picture {source} is not ours.", "Put it in content/images/.")
        self.found.images.append(Link(source, line))
        return f'<img src="{html.escape(source)}" alt="{html.escape(words)}"/>'


def _inside_item(tokens: list[Token], close: Token) -> bool:
    return close.level > 0 and any(token.type in ("bullet_list_open", "ordered_list_open") for token in tokens[:1])


def _pieces(tokens: list[Token]) -> Iterator[list[Token]]:
    """The tokens of each top-level block."""
    start = depth = 0
    for place, token in enumerate(tokens, 1):
        depth += token.nesting
        if depth == 0:
            yield tokens[start:place]
            start = place


def _line(piece: list[Token], first_line: int) -> int:
    """The line on which a block begins."""
    return first_line + (piece[0].map[0] if piece[0].map else 0)


def _plain(tokens: list[Token]) -> str:
    """The words of a block, without marks; pictures give their alternative text."""
    pieces: list[str] = []
    for token in tokens:
        for child in token.children or []:
            if child.type in ("text", "image"):
                pieces.append(child.content)
            elif child.type in ("softbreak", "hardbreak"):
                pieces.append(" ")
        if token.type in ("inline", "td_close", "th_close"):
            pieces.append(" ")
    return re.sub(r"\s+", " ", "".join(pieces)).strip()


def plain_inline(text: str) -> str:
    """One line of Markdown as plain words, without citations."""
    return _plain(_parser().parseInline(text))


def split_front(text: str, file: Path) -> tuple[str, str, int]:
    """A page's front matter, its body, and the line on which the body begins."""
    if not text.startswith("---\n"):
        raise ContentTrouble(file, 1, "the page has no front matter.", "Begin with --- and end it with ---.")
    end = text.find("\n---\n", 3)
    if end < 0:
        raise ContentTrouble(file, 1, "the front matter does not end.", "Put --- on a line of its own after it.")
    front = text[4 : end + 1]
    return front, text[end + 5 :], front.count("\n") + 3

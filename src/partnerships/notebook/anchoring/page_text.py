"""The plain text of a page, as annotations count it.

Each block (a paragraph, a heading, an item of a list, a cell of a table) is a line; white space inside a
block is one space; pictures have no text. Positions are Unicode code points from the start.
"""

from html.parser import HTMLParser

_BLOCKS = frozenset(
    "p h1 h2 h3 h4 h5 h6 ul ol li dl dt dd table tr td th blockquote pre div hr body".split()  # noqa: SIM905  one line
)


def page_text(html: str) -> str:
    """The plain text of a page given as the library's HTML."""
    reader = _Reader()
    reader.feed(html)
    reader.close()
    return as_text(reader.blocks)


def as_text(blocks: list[str]) -> str:
    """The plain text of a page whose blocks are these."""
    lines = (" ".join(block.replace("\ufffc", " ").split()) for block in blocks)
    return "\n".join(line for line in lines if line)


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.blocks = [""]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in _BLOCKS:
            self.blocks.append("")
        elif tag == "br":
            self.blocks[-1] += " "

    def handle_endtag(self, tag: str) -> None:
        if tag in _BLOCKS:
            self.blocks.append("")

    def handle_data(self, data: str) -> None:
        self.blocks[-1] += data

"""A document before it has a format: headings, questions with answers, tables, pictures, in reading order."""

from dataclasses import dataclass
from typing import Literal


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading; `opens_page` begins a new page of paper before it. `anchor` is where a line of contents leads."""

    text: str
    level: int = 2
    opens_page: bool = False
    anchor: str = ""


@dataclass(frozen=True, slots=True)
class Words:
    """A paragraph. `lead` is larger, `quiet` is small print, `strong` stands out."""

    text: str
    style: Literal["plain", "lead", "quiet", "strong"] = "plain"


@dataclass(frozen=True, slots=True)
class Answered:
    """A question with its answer in words; where nothing was answered, as many lines to write on as `room`."""

    question: str
    answer: str
    room: int = 1


@dataclass(frozen=True, slots=True)
class Options:
    """A question with all that could be chosen, each with whether it is; `low` and `high` are the ends of a scale."""

    question: str
    options: tuple[tuple[bool, str], ...]
    only_one: bool = False
    low: str = ""
    high: str = ""


@dataclass(frozen=True, slots=True)
class Tick:
    """A sentence with a box that is ticked or not."""

    text: str
    ticked: bool


@dataclass(frozen=True, slots=True)
class Grid:
    """A table with a heading for each column. `title` is what it is called."""

    title: str
    heads: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True)
class Facts:
    """Names and values; a value that is empty is a line to write on."""

    title: str
    rows: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture as PNG, with what it shows in words. `width` is a share of the text's width."""

    title: str
    words: str
    png: bytes
    width: float = 1.0


@dataclass(frozen=True, slots=True)
class Contents:
    """The parts of a document: for each its number, title, a line about it, and the anchor of its heading."""

    title: str
    parts: tuple[tuple[str, str, str, str], ...]


Block = Heading | Words | Answered | Options | Tick | Grid | Facts | Picture | Contents


@dataclass(frozen=True, slots=True)
class Document:
    """A title, the language of its words (BCP 47), and blocks."""

    title: str
    language: str
    blocks: tuple[Block, ...]

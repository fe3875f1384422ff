"""Selectors of the W3C Web Annotation Data Model: a quotation with what stands around it, and its position."""

from dataclasses import dataclass

CONTEXT = 32  # characters of prefix and suffix


@dataclass(frozen=True, slots=True)
class Selector:
    """A TextQuoteSelector (`exact`, `prefix`, `suffix`) and a TextPositionSelector (`start`, `end`) in one."""

    exact: str
    prefix: str = ""
    suffix: str = ""
    start: int = 0
    end: int = 0


def select(text: str, start: int, end: int) -> Selector:
    """The selector of a part of `text`."""
    return Selector(text[start:end], text[max(0, start - CONTEXT) : start], text[end : end + CONTEXT], start, end)

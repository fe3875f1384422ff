"""The plain text of the shown page, and which of its characters stands where in Qt's document."""

from bisect import bisect_left
from dataclasses import dataclass

from PySide6.QtGui import QTextDocument


@dataclass(frozen=True, slots=True)
class PagePlaces:
    """The text as `notebook.anchoring.page_text` gives it; `places` has a position for each character and the end."""

    text: str
    places: tuple[int, ...]

    @classmethod
    def of(cls, document: QTextDocument) -> "PagePlaces":
        """Read a document from its first block to its last."""
        letters: list[str] = []
        places: list[int] = []
        block = document.begin()
        while block.isValid():
            end = _add_block(block.text(), block.position(), letters, places)
            block = block.next()
            if end >= 0:
                letters.append("\n")
                places.append(end)
        if letters:  # the last line has no end
            letters.pop()
        return cls("".join(letters), tuple(places))

    def in_text(self, start: int, end: int) -> tuple[int, int]:
        """The part of the text between two positions of the document, without white space at its ends."""
        first, last = bisect_left(self.places, start), bisect_left(self.places, end)
        first, last = min(first, len(self.text)), min(last, len(self.text))
        part = self.text[first:last]
        return first + len(part) - len(part.lstrip()), last - len(part) + len(part.rstrip())

    def in_document(self, start: int, end: int) -> tuple[int, int]:
        """The positions of the document between which a part of the text stands."""
        if not 0 <= start < end <= len(self.text):
            return 0, 0
        last = self.places[end - 1] + (2 if ord(self.text[end - 1]) > 0xFFFF else 1)
        return self.places[start], last


def _add_block(text: str, position: int, letters: list[str], places: list[int]) -> int:
    """Add the letters of a block; white space is one space. Gives where it ends, or -1 for a block without any."""
    begun = len(letters)
    space = -1
    for letter in text:
        if letter.isspace() or letter == "\ufffc":
            space = position if space < 0 else space
        else:
            if space >= 0 and len(letters) > begun:
                letters.append(" ")
                places.append(space)
            space = -1
            letters.append(letter)
            places.append(position)
        position += 2 if ord(letter) > 0xFFFF else 1  # Qt counts UTF-16
    return position if len(letters) > begun else -1

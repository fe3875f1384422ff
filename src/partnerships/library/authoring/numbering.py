"""Paragraph numbers that stay the same from one edition to the next.

`content/paragraphs.txt` is the ledger: for each page, in order, each paragraph's number and the
fingerprint of its words. An unchanged paragraph keeps its number wherever it moves; one that was
reworded in place keeps it too; a new one gets the next number that was never used on its page.
Run as `python -m partnerships.library.authoring.numbering content` to bring the ledger up to date.
"""

import hashlib
import re
from difflib import SequenceMatcher
from pathlib import Path

from partnerships.base.errors import ContentTrouble
from partnerships.base.files import write_whole

LEDGER = "paragraphs.txt"
_HEAD = "# page number fingerprint; kept by `python3 build/dev.py number`\n"

Row = tuple[int, str]
Ledger = dict[str, tuple[Row, ...]]  # page id → rows in order, gone paragraphs included at the end


def fingerprint(text: str) -> str:
    """Ten hexadecimal digits that stand for the words of a paragraph, not its spacing or marks."""
    words = " ".join(re.findall(r"\w+", text.lower()))
    return hashlib.sha256(words.encode()).hexdigest()[:10]


def read_ledger(content: Path) -> Ledger:
    """The ledger of a content folder; empty where there is none yet."""
    file = content / LEDGER
    if not file.exists():
        return {}
    pages: dict[str, list[Row]] = {}
    for line, text in enumerate(file.read_text(encoding="utf-8").splitlines(), 1):
        if not text or text.startswith("#"):
            continue
        words = text.split()
        if len(words) != 3 or not words[1].isdigit():
            raise ContentTrouble(file, line, "this is not “page number fingerprint”.", "Take the line out.")
        pages.setdefault(words[0], []).append((int(words[1]), words[2]))
    return {page: tuple(rows) for page, rows in pages.items()}


def number(texts: list[str], old: tuple[Row, ...]) -> tuple[Row, ...]:
    """Rows for a page's paragraphs, in order, given the page's rows of the last edition."""
    new = [fingerprint(text) for text in texts]
    before = [print_ for _, print_ in old]
    numbers: list[int | None] = [None] * len(new)
    used: set[int] = set()
    matcher = SequenceMatcher(a=before, b=new, autojunk=False)
    for what, a_low, a_high, b_low, b_high in matcher.get_opcodes():
        if what == "equal" or (what == "replace" and a_high - a_low == b_high - b_low):
            for a, b in zip(range(a_low, a_high), range(b_low, b_high), strict=True):
                numbers[b] = old[a][0]
                used.add(old[a][0])
    moved = {print_: held for held, print_ in old if held not in used}
    following = max((held for held, _ in old), default=0) + 1
    for place, print_ in enumerate(new):
        if numbers[place] is None and print_ in moved:
            numbers[place] = moved.pop(print_)
        if numbers[place] is None:
            numbers[place] = following
            following += 1
    return tuple((held, print_) for held, print_ in zip(numbers, new, strict=True) if held is not None)


def keep_gone(new: tuple[Row, ...], old: tuple[Row, ...]) -> tuple[Row, ...]:
    """The new rows, and after them the old ones whose paragraph is gone, so that no number is used twice."""
    held = {number_ for number_, _ in new}
    return new + tuple(row for row in old if row[0] not in held)


def write_ledger(content: Path, ledger: Ledger) -> None:
    """Write the ledger, pages in alphabetical order."""
    lines = [f"{page} {held} {print_}\n" for page in sorted(ledger) for held, print_ in ledger[page]]
    write_whole(content / LEDGER, (_HEAD + "".join(lines)).encode())

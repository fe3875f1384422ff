"""What the edition's own pages are called and where they stand, so that other pages can link to them."""

from partnerships.library.model import LETTER_PAGES, About, Section

SECTION: Section = "desk"
GROUP = "about"
SOURCES, AGEING, AGEING_ENTRIES = "sources", "ageing-facts", "ageing-entries"
USED_BY = "Used by:"
LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
NO_LETTER = "0–9"


def has_place(about: About) -> bool:
    """Whether the library has the group in which the edition's own pages stand."""
    return any(info.id == SECTION and any(group.id == GROUP for group in info.groups) for info in about.sections)


def letter_page(letter: str, part: int = 1) -> str:
    """The id of the page with the sources under a letter; a letter with many has several parts."""
    page = f"{LETTER_PAGES}{letter.lower() if letter in LETTERS else 'digits'}"
    return page if part == 1 else f"{page}-{part}"


IDS = (SOURCES, AGEING, AGEING_ENTRIES, *(letter_page(letter) for letter in (*LETTERS, NO_LETTER)))

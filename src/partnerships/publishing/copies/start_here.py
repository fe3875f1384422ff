"""The two pages on a stick for a person who has never seen it: as text, and as a page for any browser."""

from dataclasses import dataclass
from html import escape
from pathlib import Path
from typing import Literal

TEXT, PAGE = "START HERE.txt", "START HERE.html"
System = Literal["Windows", "macOS", "Linux"]

_WINDOWS, _PLAIN = "community-partnerships.exe", "community-partnerships"
_HOW: dict[System, tuple[str, ...]] = {
    "Windows": (
        "Open the folder “data”, then double-click “community-partnerships” (its type is “Application”).",
        "Nothing is installed, and no administrator is needed. If Windows asks whether to run it, compare the "
        "edition's mark below with the one that whoever gave you the stick has told you, then choose “More info” "
        "and “Run anyway”.",
    ),
    "macOS": (
        "Open the folder “data”, then hold Control, click “community-partnerships” and choose “Open”.",
        "Nothing is installed, and no administrator is needed.",
    ),
    "Linux": (
        "Open the folder “data”, then double-click “community-partnerships”, or start it from a terminal.",
        "If nothing happens, the stick was mounted so that no program starts from it: copy the folder to your own "
        "disk and start it there.",
    ),
}


@dataclass(frozen=True, slots=True)
class Stick:
    """What the pages say of this copy. `mark` is the edition's short hash; `independence` says whose it is not."""

    title: str
    tagline: str
    edition: str
    as_of: str  # such as "November 2026"
    mark: str
    independence: str
    system: System


def system_of(program: Path) -> System:
    """For which system the program in a folder was made."""
    if (program / _WINDOWS).is_file():
        return "Windows"
    try:
        with (program / _PLAIN).open("rb") as file:
            return "Linux" if file.read(4) == b"\x7fELF" else "macOS"
    except OSError:
        return "Linux"


def pages(stick: Stick) -> dict[str, bytes]:
    """Both pages by the names of their files."""
    return {TEXT: _text(stick).encode("utf-8-sig"), PAGE: _page(stick).encode()}


def _parts(stick: Stick) -> tuple[tuple[str, tuple[str, ...]], ...]:
    return (
        (f"To begin, on a computer with {stick.system}", _HOW[stick.system]),
        (
            "What it does with your computer",
            (
                "It works without a network and opens no connection to any.",
                "Your bookmarks, notes and worksheets stay on this stick, in the folder “notebook”, so treat the stick "
                "as you would treat your papers. If the stick is write-protected, the program says where they go.",
            ),
        ),
        (
            "To hand it on",
            (
                "In the program, choose “Copy to USB…” in the menu. Your notes do not go along unless you say so. "
                "Copying this whole folder to another place works too.",
            ),
        ),
        (
            "To see that it is whole and unchanged",
            (
                "In the program, choose “Check this copy” in the menu: it reads every file and names each that "
                "is missing, "
                "changed or added. Any tool for BagIt folders (RFC 8493) can check it as well.",
                f"This is edition {stick.edition}, facts checked to {stick.as_of}. Its mark is {stick.mark}: the same "
                "on every true copy.",
            ),
        ),
        ("Whose it is", (stick.independence,)),
    )


def _text(stick: Stick) -> str:
    lines = [stick.title.upper(), stick.tagline, ""]
    for heading, paragraphs in _parts(stick):
        lines += [heading, "-" * len(heading)]
        for paragraph in paragraphs:
            lines += [*_wrapped(paragraph), ""]
    return "\r\n".join(lines)  # Notepad on old Windows knows no other end of a line


def _wrapped(paragraph: str, width: int = 78) -> list[str]:
    lines = [""]
    for word in paragraph.split():
        if lines[-1] and len(lines[-1]) + 1 + len(word) > width:
            lines.append(word)
        else:
            lines[-1] = f"{lines[-1]} {word}".strip()
    return lines


def _page(stick: Stick) -> str:
    body = "".join(
        f"<h2>{escape(heading)}</h2>\n" + "".join(f"<p>{escape(paragraph)}</p>\n" for paragraph in paragraphs)
        for heading, paragraphs in _parts(stick)
    )
    return (
        '<!DOCTYPE html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>Start here: {escape(stick.title)}</title>\n<style>\n"
        "body { max-width: 40em; margin: 3em auto; padding: 0 1.2em; font: 1.1em/1.6 Georgia, serif; "
        "color: #16263a; background: #f7f4ec; }\n"
        "h1, h2 { font-family: Arial, sans-serif; color: #12304f; line-height: 1.25; }\n"
        "h2 { font-size: 1.15em; margin: 1.8em 0 0.3em; } p { margin: 0.4em 0; }\n"
        f"</style>\n</head>\n<body>\n<h1>{escape(stick.title)}</h1>\n<p>{escape(stick.tagline)}</p>\n"
        f"{body}</body>\n</html>\n"
    )

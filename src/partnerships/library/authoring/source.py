"""Reads a content folder into the library's values, and checks that it holds together."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from partnerships.base.errors import ContentTrouble
from partnerships.library.authoring import shelves, yaml_file
from partnerships.library.authoring.gathering import Gathering
from partnerships.library.authoring.numbering import Ledger, read_ledger
from partnerships.library.authoring.own import names as own_pages
from partnerships.library.authoring.pages import read_page
from partnerships.library.model import About, Article, Entry, Event, Guide, HelpLine, ReadingPath, Source, Term, Tool

Reader = Callable[[Path, Gathering], None]
_PAGE_FOLDERS = ("introduction", "grants", "cases", "toolkit", "guides", "about")


@dataclass(frozen=True, slots=True)
class Content:
    """All that a content folder holds, checked and in reading order.

    `desk_sources` gives the sources of a row by its address ("entry:…", "term:…", "event:…") and
    of the help lines by "help-lines"; `images` are bytes by path.
    """

    about: About
    articles: tuple[Article, ...]
    guides: tuple[Guide, ...]
    tools: tuple[Tool, ...]
    entries: tuple[Entry, ...]
    terms: tuple[Term, ...]
    events: tuple[Event, ...]
    help_lines: tuple[HelpLine, ...]
    paths: tuple[ReadingPath, ...]
    desk_sources: dict[str, tuple[Source, ...]]
    synonyms: tuple[tuple[str, ...], ...]
    images: dict[str, bytes]
    ledger: Ledger
    ledger_is_new: bool


def read_content(folder: Path) -> Content:
    """Everything in a content folder. Raises ContentTrouble for the first fault."""
    gathering = _gather(folder)
    if gathering.troubles:
        raise gathering.troubles[0]
    places = _places(gathering.about)
    return Content(
        about=gathering.about,
        articles=tuple(sorted(gathering.articles, key=lambda a: (places[a.section, a.group], a.order, a.id))),
        guides=tuple(sorted(gathering.guides, key=lambda guide: (guide.order, guide.id))),
        tools=tuple(sorted(gathering.tools, key=lambda tool: (places["toolkit", tool.group], tool.order, tool.id))),
        entries=tuple(sorted(gathering.entries, key=lambda entry: (entry.title.casefold(), entry.id))),
        terms=tuple(sorted(gathering.terms, key=lambda term: (term.term.casefold(), term.id))),
        events=tuple(sorted(gathering.events, key=lambda event: (event.date, event.id))),
        help_lines=tuple(gathering.help_lines),
        paths=tuple(gathering.paths),
        desk_sources=gathering.desk_sources,
        synonyms=shelves.read_synonyms(folder / "synonyms.yaml"),
        images={f"images/{file.name}": file.read_bytes() for file in sorted((folder / "images").glob("*.svg"))},
        ledger=gathering.ledger,
        ledger_is_new=gathering.ledger != gathering.old_ledger,
    )


def faults(folder: Path) -> tuple[ContentTrouble, ...]:
    """Every fault of a content folder: the first of each file, and all links that lead nowhere."""
    try:
        troubles = list(_gather(folder).troubles)
        shelves.read_synonyms(folder / "synonyms.yaml")
    except ContentTrouble as trouble:
        return (trouble,)
    return tuple(troubles)


def _gather(folder: Path) -> Gathering:
    file = folder / "library.yaml"
    if not file.exists():
        raise ContentTrouble(file, 1, "library.yaml is missing: this is not a content folder.", "Name another folder.")
    data, lines = yaml_file.read(file)
    gathering = Gathering(folder, yaml_file.convert(data, About, file, lines), read_ledger(folder))
    for name in own_pages.IDS if own_pages.has_place(gathering.about) else ():
        gathering.claim(name, file, 1)
    for path, read in _files(folder):
        try:
            read(path, gathering)
        except ContentTrouble as trouble:
            gathering.troubles.append(trouble)
        except UnicodeDecodeError:
            gathering.troubles.append(ContentTrouble(path, 1, "this file is not UTF-8.", "Save it as UTF-8."))
    gathering.check_links()
    gathering.check_guides()
    return gathering


def _files(folder: Path) -> Iterator[tuple[Path, Reader]]:
    for name in _PAGE_FOLDERS:
        for file in sorted((folder / name).rglob("*.md")):
            yield file, read_page
    for pattern, read in (
        ("guides/*.yaml", shelves.read_guide),
        ("tools/*.yaml", shelves.read_tool),
        ("desk/directory/*.yaml", shelves.read_directory),
        ("desk/glossary.yaml", shelves.read_glossary),
        ("desk/timeline.yaml", shelves.read_timeline),
        ("desk/help-lines.yaml", shelves.read_help_lines),
        ("paths.yaml", shelves.read_paths),
    ):
        for file in sorted(folder.glob(pattern)):
            yield file, read


def _places(about: About) -> dict[tuple[str, str], tuple[int, int]]:
    """Where each group of each section stands in the library."""
    return {
        (section.id, group.id): (s, g)
        for s, section in enumerate(about.sections)
        for g, group in enumerate(section.groups)
    }

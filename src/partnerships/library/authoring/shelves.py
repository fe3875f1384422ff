"""The files that are not pages: guides, tools, directory, glossary, timeline, help lines, synonyms."""

import re
from pathlib import Path
from typing import TypeVar

import msgspec

from partnerships.base.errors import ContentTrouble
from partnerships.library.authoring import schema, yaml_file
from partnerships.library.authoring.gathering import Gathering, check_cited
from partnerships.library.authoring.writing import Writer
from partnerships.library.authoring.yaml_file import Lines
from partnerships.library.model import Entry, Event, Guide, Source, Term

_CITED = re.compile(r"\[\^([a-z0-9-]+)\]")
Row = TypeVar("Row", Entry, Term, Event)


def read_guide(file: Path, gathering: Gathering) -> None:
    """Read a guide's description."""
    data, lines = yaml_file.read(file)
    guide = yaml_file.convert(data, Guide, file, lines)
    writer = Writer(file, tuple(source.key for source in guide.sources))
    about = writer.paragraphs(guide.about, lines["$.about"])
    how = writer.paragraphs(guide.how_to_get, lines["$.how_to_get"])
    check_cited(writer, guide.sources, lines)
    gathering.claim(f"guide:{guide.id}", file, lines["$.id"])
    gathering.guides.append(msgspec.structs.replace(guide, about=about, how_to_get=how))
    gathering.note_links(writer)
    if guide.entry:
        gathering.note_names((guide.entry,), file, lines["$.entry"], "entry:")


def read_tool(file: Path, gathering: Gathering) -> None:
    """Read a tool."""
    tool, lines = schema.read_tool(file)
    gathering.check_topics(tool.topics, file, lines["$.topics"])
    gathering.check_group("toolkit", tool.group, file, lines["$.group"])
    writer = Writer(file, tuple(source.key for source in tool.sources))
    why = writer.paragraphs(tool.why, lines["$.why"])
    validity = writer.inline(tool.validity, lines["$.validity"])
    check_cited(writer, tool.sources, lines)
    gathering.claim(tool.id, file, lines["$.id"])
    gathering.tools.append(msgspec.structs.replace(tool, why=why, validity=validity))
    gathering.note_links(writer)
    gathering.note_names(tool.related, file, lines.get("$.related", 1))


def read_directory(file: Path, gathering: Gathering) -> None:
    """Read a file of directory entries."""
    data, lines = yaml_file.read(file)
    shelf = yaml_file.convert(data, schema.Directory, file, lines)
    for place, entry in enumerate(shelf.entries):
        path = f"$.entries[{place}]"
        gathering.check_topics(entry.topics, file, lines[f"{path}.topics"])
        schema.check_month(entry.as_of, file, lines[f"{path}.as_of"])
    texts = ("about", "how_to_order", "status_words")
    gathering.entries.extend(_rows("entry", shelf.entries, "entries", texts, shelf.sources, file, lines, gathering))


def read_glossary(file: Path, gathering: Gathering) -> None:
    """Read the terms."""
    data, lines = yaml_file.read(file)
    shelf = yaml_file.convert(data, schema.Glossary, file, lines)
    gathering.terms.extend(_rows("term", shelf.terms, "terms", ("meaning",), shelf.sources, file, lines, gathering))


def read_timeline(file: Path, gathering: Gathering) -> None:
    """Read the events."""
    data, lines = yaml_file.read(file)
    shelf = yaml_file.convert(data, schema.Timeline, file, lines)
    for place, event in enumerate(shelf.events):
        for date in filter(None, (event.date, event.until)):
            schema.check_date(date, file, lines[f"$.events[{place}].date"])
    texts = ("title", "why")
    gathering.events.extend(_rows("event", shelf.events, "events", texts, shelf.sources, file, lines, gathering))


def read_help_lines(file: Path, gathering: Gathering) -> None:
    """Read the confirmed help lines; each cites where it was confirmed."""
    data, lines = yaml_file.read(file)
    shelf = yaml_file.convert(data, schema.HelpLines, file, lines)
    by_key = {source.key: source for source in shelf.sources}
    for place, help_line in enumerate(shelf.lines):
        at = lines[f"$.lines[{place}]"]
        schema.check_month(help_line.confirmed, file, at)
        if not help_line.cites or not set(help_line.cites) <= set(by_key):
            raise ContentTrouble(file, at, f"“{help_line.name}” cites no listed source.", "Add its source.")
        gathering.help_lines.append(help_line)
    gathering.desk_sources["help-lines"] = shelf.sources


def read_paths(file: Path, gathering: Gathering) -> None:
    """Read the reading paths; each stop must exist."""
    data, lines = yaml_file.read(file)
    for place, path in enumerate(yaml_file.convert(data, schema.Paths, file, lines).paths):
        at = lines[f"$.paths[{place}]"]
        schema.check_id(path.id, file, at)
        gathering.claim(f"path:{path.id}", file, at)
        gathering.note_names((stop.page for stop in path.stops), file, at)
        gathering.paths.append(path)


def read_synonyms(file: Path) -> tuple[tuple[str, ...], ...]:
    """Groups of words that search treats as the same; none where the file does not exist."""
    if not file.exists():
        return ()
    data, lines = yaml_file.read(file)
    same = yaml_file.convert(data, schema.Synonyms, file, lines).same
    for place, group in enumerate(same):
        if len(group) < 2:
            raise ContentTrouble(file, lines[f"$.same[{place}]"], "one word alone has no synonym.", "Add the other.")
    return same


def _rows(
    kind: str,
    rows: tuple[Row, ...],
    name: str,
    texts: tuple[str, ...],
    sources: tuple[Source, ...],
    file: Path,
    lines: Lines,
    gathering: Gathering,
) -> list[Row]:
    """The rows with their texts as HTML; ids claimed, citations checked, links noted."""
    by_key = {source.key: source for source in sources}
    rendered = []
    for place, row in enumerate(rows):
        path = f"$.{name}[{place}]"
        at = lines[path]
        schema.check_id(row.id, file, at)
        gathering.claim(f"{kind}:{row.id}", file, at)
        cited = _cited(row, texts)
        for key in cited:
            if key not in by_key:
                raise ContentTrouble(file, at, f"the citation “{key}” has no source.", "Add it to the file's sources.")
        writer = Writer(file, cited)
        html = {
            text: writer.inline(str(getattr(row, text)), lines.get(f"{path}.{text}", at), covered=bool(row.cites))
            for text in texts
        }
        gathering.desk_sources[f"{kind}:{row.id}"] = tuple(by_key[key] for key in cited)
        gathering.note_links(writer)
        gathering.note_names(row.related, file, at)
        rendered.append(msgspec.structs.replace(row, **html))
    _check_shelf(kind, sources, file, lines, gathering)
    return rendered


def _cited(row: Entry | Term | Event, texts: tuple[str, ...]) -> tuple[str, ...]:
    """The keys of a row's sources: first those of the row, then those of its texts."""
    in_texts = (key for text in texts for key in _CITED.findall(str(getattr(row, text))))
    return tuple(dict.fromkeys((*row.cites, *in_texts)))


def _check_shelf(kind: str, sources: tuple[Source, ...], file: Path, lines: Lines, gathering: Gathering) -> None:
    schema.check_unique((source.key for source in sources), "source", file, lines, "$.sources", ".key")
    used = {
        source.key
        for name, cited in gathering.desk_sources.items()
        if name.startswith(f"{kind}:") and gathering.homes[name][0] == file
        for source in cited
    }
    for place, source in enumerate(sources):
        if source.key not in used:
            raise ContentTrouble(
                file,
                lines[f"$.sources[{place}]"],
                f"the source “{source.key}” is cited nowhere.",
                "Cite it or take it out.",
            )

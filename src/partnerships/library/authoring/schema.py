"""The shapes of content files, read strictly: every refusal names file, line and remedy."""

import re
from collections.abc import Iterable
from pathlib import Path
from typing import Any, Literal

import msgspec

from partnerships.base.errors import ContentTrouble
from partnerships.library.authoring import yaml_file
from partnerships.library.authoring.yaml_file import Lines
from partnerships.library.model import (
    CaseFacts,
    Drawing,
    Entry,
    Event,
    Field,
    HelpLine,
    ProgramFacts,
    ReadingPath,
    Section,
    Source,
    Term,
    Tool,
    Value,
)

_ID = re.compile(r"^[a-z0-9]+(?:-[a-z0-9]+)*$")
_MONTH = re.compile(r"^\d{4}-(?:0[1-9]|1[0-2])$")
_DATE = re.compile(r"^\d{4}(?:-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01]))?)?$")
_STATE_CODES = (
    "AL AK AZ AR CA CO CT DE DC FL GA HI ID IL IN IA KS KY LA ME MD MA MI MN MS MO MT NE NV NH NJ NM NY NC ND OH OK OR "
    "PA RI SC SD TN TX UT VT VA WA WV WI WY PR GU VI AS MP"
)
_STATES = frozenset(_STATE_CODES.split())


class Front(Value, frozen=True):
    """The front matter that all pages share."""

    id: str
    kind: Literal["article", "case", "program", "chapter"]
    section: Section
    group: str
    order: int
    title: str
    summary: str
    topics: tuple[str, ...]
    as_of: str
    sources: tuple[Source, ...] = ()
    related: tuple[str, ...] = ()
    tools: tuple[str, ...] = ()
    guide: str = ""


class Directory(Value, frozen=True):
    """A file of directory entries."""

    entries: tuple[Entry, ...]
    sources: tuple[Source, ...] = ()


class Glossary(Value, frozen=True):
    """The file of terms."""

    terms: tuple[Term, ...]
    sources: tuple[Source, ...] = ()


class Timeline(Value, frozen=True):
    """The file of events."""

    events: tuple[Event, ...]
    sources: tuple[Source, ...] = ()


class HelpLines(Value, frozen=True):
    """The file of help lines."""

    lines: tuple[HelpLine, ...]
    sources: tuple[Source, ...] = ()


class Paths(Value, frozen=True):
    """The file of reading paths."""

    paths: tuple[ReadingPath, ...]


class Synonyms(Value, frozen=True):
    """Groups of words that search treats as the same."""

    same: tuple[tuple[str, ...], ...] = ()


def facts_of(kind: str) -> type[CaseFacts] | type[ProgramFacts] | None:
    """The structured facts that a page of this kind adds."""
    shapes: dict[str, type[CaseFacts] | type[ProgramFacts]] = {"case": CaseFacts, "program": ProgramFacts}
    return shapes.get(kind)


def read_front(text: str, file: Path) -> tuple[Front, CaseFacts | ProgramFacts | None, Lines]:
    """A page's front matter, its structured facts and its lines."""
    data, lines = yaml_file.parse(text, file, first_line=2)
    if not isinstance(data, dict):
        raise ContentTrouble(file, 2, "the front matter is not a list of keys.", "Write “key: value” on each line.")
    shape = facts_of(data.get("kind", ""))
    names = {field.name for field in msgspec.structs.fields(shape)} if shape else set()
    front = yaml_file.convert({key: value for key, value in data.items() if key not in names}, Front, file, lines)
    facts = None
    if shape:
        facts = yaml_file.convert({key: value for key, value in data.items() if key in names}, shape, file, lines)
    _check_front(front, file, lines)
    _check_facts(facts, front, file, lines)
    return front, facts, lines


def _check_front(front: Front, file: Path, lines: Lines) -> None:
    check_id(front.id, file, lines["$.id"])
    if file.stem != front.id:
        raise ContentTrouble(file, lines["$.id"], f"the id “{front.id}” is not the file's name.", f"Use “{file.stem}”.")
    check_month(front.as_of, file, lines["$.as_of"])
    check_unique((source.key for source in front.sources), "source", file, lines, "$.sources", ".key")
    if (front.kind == "chapter") != bool(front.guide):
        raise ContentTrouble(file, lines["$.kind"], "a chapter, and only a chapter, names its guide.", "Mend “guide:”.")


def _check_facts(facts: CaseFacts | ProgramFacts | None, front: Front, file: Path, lines: Lines) -> None:
    if isinstance(facts, CaseFacts):
        if facts.state and facts.state not in _STATES:
            raise ContentTrouble(file, lines["$.state"], f"“{facts.state}” is not a state.", "Use its two letters.")
        keys = {source.key for source in front.sources}
        for number, measure in enumerate(facts.measures):
            if measure.source not in keys:
                line = lines[f"$.measures[{number}]"]
                raise ContentTrouble(file, line, f"the measure's source “{measure.source}” is not listed.", "Add it.")
    elif isinstance(facts, ProgramFacts) and any(not 1 <= month <= 12 for month in facts.months):
        raise ContentTrouble(file, lines["$.months"], "a month is not from 1 to 12.", "Mend “months:”.")


def read_tool(file: Path) -> tuple[Tool, Lines]:
    """A tool, with its ids and the names in its computed results checked."""
    data, lines = yaml_file.read(file)
    tool = yaml_file.convert(data, Tool, file, lines)
    check_id(tool.id, file, lines["$.id"])
    if file.stem != tool.id:
        raise ContentTrouble(file, lines["$.id"], f"the id “{tool.id}” is not the file's name.", f"Use “{file.stem}”.")
    check_month(tool.as_of, file, lines["$.as_of"])
    names = set(answer_names(tool))
    field_ids = [field.id for group in tool.groups for field in group.fields]
    check_unique(field_ids, "field", file, lines, "$.groups")
    for number, computed in enumerate(tool.computed):
        for name in computed.of:
            if name not in names:
                line = lines[f"$.computed[{number}].of"]
                raise ContentTrouble(file, line, f"“{name}” is not a field, group or column.", "Correct its spelling.")
    for number, caution in enumerate(tool.cautions):
        if caution.field not in field_ids:
            line = lines[f"$.cautions[{number}]"]
            raise ContentTrouble(file, line, f"“{caution.field}” is not a field.", "Correct its spelling.")
    _check_fields(tool, file, lines)
    check_unique((drawing.id for drawing in tool.drawings), "drawing", file, lines, "$.drawings", ".id")
    for number, drawing in enumerate(tool.drawings):
        _check_drawing(tool, drawing, file, lines[f"$.drawings[{number}]"])
    return tool, lines


def _check_fields(tool: Tool, file: Path, lines: Lines) -> None:
    for g, group in enumerate(tool.groups):
        for f, field in enumerate(group.fields):
            line = lines[f"$.groups[{g}].fields[{f}]"]
            if field.kind in ("choice", "choices") and len(field.choices) < 2:
                raise ContentTrouble(file, line, f"“{field.id}” offers fewer than two choices.", "Add “choices:”.")
            if field.kind == "table" and not field.columns:
                raise ContentTrouble(file, line, f"the table “{field.id}” has no columns.", "Add “columns:”.")
            _check_known(field, file, line)


def _check_known(field: Field, file: Path, line: int) -> None:
    """Refuse what a partnership knows where the field cannot hold it."""
    fact, columns = field.from_partnership, any(column.from_partnership for column in field.columns)
    kinds = {"partners": ("text", "long-text", "table"), "coordinator": ("text", "person")}
    if fact and field.kind not in kinds.get(fact, ("text", "long-text")):
        raise ContentTrouble(file, line, f"“{field.id}” cannot begin with “{fact}”.", "Mend “from_partnership:”.")
    if (fact == "partners" and field.kind == "table") != columns:
        what = f"the table “{field.id}” names the partners on one side only."
        remedy = "The table has “from_partnership: partners”, its columns organization, person, role, phone or email."
        raise ContentTrouble(file, line, what, remedy)


def _check_drawing(tool: Tool, drawing: Drawing, file: Path, line: int) -> None:
    """Refuse a drawing whose names lead nowhere, or that has not what its kind needs."""
    kinds = {field.id: field.kind for group in tool.groups for field in group.fields}
    columns = {
        f"{field.id}.{column.id}": column.kind
        for group in tool.groups
        for field in group.fields
        for column in field.columns
    }
    results = {computed.id for computed in tool.computed}
    known = results if drawing.kind == "scores" else kinds.keys() | columns.keys()
    named = [*drawing.of, *(name for part in drawing.parts for name in part.of)]
    after = kinds.keys() | {group.id for group in tool.groups}
    wrong = [name for name in named if name not in known]
    wrong += [drawing.after] if drawing.after not in after else []
    wrong += [drawing.starts] if drawing.starts and kinds.get(drawing.starts) != "date" else []
    if wrong:
        what = f"the drawing “{drawing.id}” names “{wrong[0]}”, which is not there."
        raise ContentTrouble(file, line, what, "Correct its spelling.")
    wanted = {"grid": ["scale", "scale"], "strip": ["date", "date"]}.get(drawing.kind)
    if wanted and (len(drawing.of) != 3 or [columns.get(name) for name in drawing.of[1:]] != wanted):
        what = f"the drawing “{drawing.id}” needs a name and two columns of kind {wanted[0]}."
        raise ContentTrouble(file, line, what, "Write “of: [table.name, table.column, table.column]”.")
    sides = [len(part.of) for part in drawing.parts]
    if drawing.kind == "triangle" and (sides != [3, 3, 3] or len(drawing.of) != 1):
        what = f"the triangle “{drawing.id}” needs a problem and three sides."
        raise ContentTrouble(
            file, line, what, "Give “of: [problem]” and three parts with “of: [who, controller, strength]”."
        )
    if drawing.kind == "chain" and (len(sides) < 2 or set(sides) != {1}):
        raise ContentTrouble(file, line, f"the chain “{drawing.id}” needs two links or more.", "Mend “parts:”.")
    if drawing.kind == "scores" and len(drawing.of) < 3:
        raise ContentTrouble(file, line, f"“{drawing.id}” draws fewer than three results.", "Add to “of:”.")


def answer_names(tool: Tool) -> Iterable[str]:
    """Everything that a computed result may name: groups, fields, and columns as `field.column`."""
    for group in tool.groups:
        yield group.id
        for field in group.fields:
            yield field.id
            for column in field.columns:
                yield f"{field.id}.{column.id}"


def check_id(text: str, file: Path, line: int) -> None:
    """Refuse an id that is not lower-case words with hyphens."""
    if not _ID.match(text):
        raise ContentTrouble(file, line, f"“{text}” is not an id.", "Use lower-case letters, digits and hyphens.")


def check_month(text: str, file: Path, line: int) -> None:
    """Refuse a month that is not written YYYY-MM."""
    if not _MONTH.match(text):
        raise ContentTrouble(file, line, f"“{text}” is not a month.", 'Write it as "2026-11".')


def check_date(text: str, file: Path, line: int) -> None:
    """Refuse a date that is not YYYY, YYYY-MM or YYYY-MM-DD."""
    if not _DATE.match(text):
        raise ContentTrouble(file, line, f"“{text}” is not a date.", 'Write "1988", "1988-09" or "1988-09-24".')


def check_unique(names: Iterable[str], what: str, file: Path, lines: Lines, path: str, below: str = "") -> None:
    """Refuse a name that stands twice in a list."""
    seen: set[Any] = set()
    for number, name in enumerate(names):
        if name in seen:
            line = lines.get(f"{path}[{number}]{below}", lines.get(path, 1))
            raise ContentTrouble(file, line, f"the {what} “{name}” stands twice.", "Give one of them another name.")
        seen.add(name)

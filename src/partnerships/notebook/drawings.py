"""What the drawings of a tool show of a sheet's answers, and what moving something in them changes. Pure."""

import calendar
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from partnerships.library.model import Drawing, Field, Range, Tool
from partnerships.notebook.model import Answer
from partnerships.notebook.results import Answers, outcomes

Rows = tuple[tuple[str, ...], ...]
LOW, HIGH = 1, 5  # the ends of a scale


@dataclass(frozen=True, slots=True)
class Point:
    """A row on a grid: its place in the table, its name and its two points from 1 to 5, or 0 where one is missing."""

    row: int
    name: str
    across: int
    up: int

    @property
    def is_placed(self) -> bool:
        """Whether both points are given."""
        return self.across > 0 and self.up > 0


@dataclass(frozen=True, slots=True)
class Bar:
    """A row on a strip: from the unit `first` to the unit `last`, both counted from 0; None where no date is given."""

    row: int
    name: str
    first: int | None
    last: int | None


@dataclass(frozen=True, slots=True)
class Side:
    """A side of the triangle: who is there, who could control it, and how strong that is from 1 to 5, or 0."""

    label: str
    controller_label: str
    who: str
    controller: str
    strength: int
    field: str


@dataclass(frozen=True, slots=True)
class Link:
    """A link of a chain: its label, its field, and what is written there."""

    label: str
    field: str
    items: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Score:
    """A result between the ends of its drawing, or None without answers, and the range that it is in."""

    label: str
    value: float | None
    text: str
    range: Range | None


# --- the grid ----------------------------------------------------------------------------------------


def points(tool: Tool, drawing: Drawing, answers: Answers) -> tuple[Point, ...]:
    """The named rows of the grid's table."""
    _, places = _columns(tool, drawing.of)
    found = []
    for number, row in enumerate(_rows(answers.get(table_of(drawing)))):
        name, across, up = (_at(row, place) for place in places)
        if name.strip():
            found.append(Point(number, name, _point(across), _point(up)))
    return tuple(found)


def with_point(tool: Tool, drawing: Drawing, answers: Answers, point: Point) -> Rows:
    """The table with the points of one row changed; they are brought between 1 and 5."""
    _, (_, across, up) = _columns(tool, drawing.of)
    changed = {across: str(_inside(point.across)), up: str(_inside(point.up))}
    return _with_cells(tool, drawing, answers, point.row, changed)


def _point(text: str) -> int:
    return int(text) if text in tuple("12345") else 0


def _inside(point: int) -> int:
    return min(HIGH, max(LOW, point))


# --- the strip ---------------------------------------------------------------------------------------


def strip_start(drawing: Drawing, answers: Answers, today: date) -> date:
    """The first day of the strip: that of its field, or of today's month or week."""
    given = _day(str(answers.get(drawing.starts) or ""))
    day = given or today
    return day.replace(day=1) if drawing.unit == "month" else day - timedelta(days=day.weekday())


def bars(tool: Tool, drawing: Drawing, answers: Answers, start: date) -> tuple[Bar, ...]:
    """The named rows of the strip's table. A row with one date is one unit long."""
    _, places = _columns(tool, drawing.of)
    found = []
    for number, row in enumerate(_rows(answers.get(table_of(drawing)))):
        name, begins, ends = (_at(row, place) for place in places)
        if name.strip():
            days = [day for day in (_day(begins), _day(ends)) if day]
            units = [_unit_of(drawing, start, day) for day in days]
            found.append(Bar(number, name, units[0] if units else None, max(units) if units else None))
    return tuple(found)


def with_bar(tool: Tool, drawing: Drawing, answers: Answers, start: date, bar: Bar) -> Rows:
    """The table with one row's dates moved to the bar's units; a day keeps its place within the unit."""
    _, (_, begins, ends) = _columns(tool, drawing.of)
    row = _rows(answers.get(table_of(drawing)))[bar.row]
    first = bar.first or 0
    last = max(first, first if bar.last is None else bar.last)
    changed = {
        begins: _moved(drawing, start, _day(_at(row, begins)), first, last_day=False).isoformat(),
        ends: _moved(drawing, start, _day(_at(row, ends)), last, last_day=True).isoformat(),
    }
    return _with_cells(tool, drawing, answers, bar.row, changed)


def unit_start(drawing: Drawing, start: date, unit: int) -> date:
    """The first day of a month or week of the strip."""
    if drawing.unit == "week":
        return start + timedelta(weeks=unit)
    months = start.year * 12 + start.month - 1 + unit
    return date(months // 12, months % 12 + 1, 1)


def _unit_of(drawing: Drawing, start: date, day: date) -> int:
    if drawing.unit == "week":
        return (day - start).days // 7
    return (day.year - start.year) * 12 + day.month - start.month


def _moved(drawing: Drawing, start: date, day: date | None, unit: int, last_day: bool) -> date:
    """`day` in another unit, or the unit's first or last day where there was none."""
    first = unit_start(drawing, start, unit)
    length = 7 if drawing.unit == "week" else calendar.monthrange(first.year, first.month)[1]
    if day is None:
        return first + timedelta(days=length - 1 if last_day else 0)
    was_first = unit_start(drawing, start, _unit_of(drawing, start, day))
    return first + timedelta(days=min(length - 1, (day - was_first).days))


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text.strip())
    except ValueError:
        return None


# --- the triangle, the chain, the scores -------------------------------------------------------------


def sides(drawing: Drawing, answers: Answers) -> tuple[Side, ...]:
    """The three sides of the triangle."""
    found = []
    for part in drawing.parts:
        who, controller, strength = part.of
        said = answers.get(strength)
        found.append(
            Side(
                part.label,
                part.beside,
                str(answers.get(who) or ""),
                str(answers.get(controller) or ""),
                int(said) if isinstance(said, float) else 0,
                strength,
            )
        )
    return tuple(found)


def links(tool: Tool, drawing: Drawing, answers: Answers) -> tuple[Link, ...]:
    """The links of the chain, each with what is written in its column or field."""
    return tuple(_link(tool, part.label, part.of[0], answers) for part in drawing.parts)


def _link(tool: Tool, label: str, name: str, answers: Answers) -> Link:
    table, _, column = name.partition(".")
    answer = answers.get(table)
    if not column:
        return Link(label, table, tuple(line for line in str(answer or "").splitlines() if line.strip()))
    place = [held.id for held in _field(tool, table).columns].index(column)
    items = (_at(row, place) for row in _rows(answer))
    return Link(label, table, tuple(item for item in items if item.strip()))


def scores(tool: Tool, drawing: Drawing, answers: Answers) -> tuple[Score, ...]:
    """The results that the drawing names, in its order."""
    found = {outcome.computed.id: outcome for outcome in outcomes(tool, answers)}
    chosen = (found[name] for name in drawing.of)
    return tuple(Score(held.computed.label, held.value, held.text, held.range) for held in chosen)


# --- tables ------------------------------------------------------------------------------------------


def table_of(drawing: Drawing) -> str:
    """The table that a grid or a strip draws."""
    return drawing.of[0].partition(".")[0]


def _field(tool: Tool, name: str) -> Field:
    return next(field for group in tool.groups for field in group.fields if field.id == name)


def _columns(tool: Tool, names: Sequence[str]) -> tuple[Field, list[int]]:
    """The table of these columns, and their places in it."""
    field = _field(tool, names[0].partition(".")[0])
    ids = [column.id for column in field.columns]
    return field, [ids.index(name.partition(".")[2]) for name in names]


def _rows(answer: Answer) -> Rows:
    return tuple(row for row in answer if isinstance(row, tuple)) if isinstance(answer, tuple) else ()


def _at(row: tuple[str, ...], place: int) -> str:
    return row[place] if place < len(row) else ""


def _with_cells(tool: Tool, drawing: Drawing, answers: Answers, row: int, changed: dict[int, str]) -> Rows:
    field, _ = _columns(tool, drawing.of)
    rows = [[_at(held, place) for place in range(len(field.columns))] for held in _rows(answers.get(field.id))]
    for place, text in changed.items():
        rows[row][place] = text
    return tuple(tuple(held) for held in rows)

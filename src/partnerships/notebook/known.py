"""What a partnership knows goes into its sheets: what a new one begins with, and what a change means for the others."""

from collections.abc import Iterator
from dataclasses import dataclass

from partnerships.library.model import Field, Tool
from partnerships.notebook.model import Answer, Known, Partner
from partnerships.notebook.results import Answers

Row = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Update:
    """A field of a sheet that would say something else, now that more is known."""

    field: Field
    before: Answer
    after: Answer


def members(known: Known) -> tuple[Partner, ...]:
    """The partners, the lead agency first, with its coordinator as the person to call."""
    lead = known.coordinator
    first = (Partner(known.agency, lead.person, lead.role, lead.phone, lead.email),) if known.agency.strip() else ()
    return first + tuple(partner for partner in known.partners if partner.organization.strip())


def start_answers(tool: Tool, known: Known) -> dict[str, Answer]:
    """What a new sheet of this partnership begins with."""
    answers = {field.id: _begun(field, known) for field in _fields(tool)}
    return {name: answer for name, answer in answers.items() if answer}


def updates(tool: Tool, answers: Answers, old: Known, new: Known) -> tuple[Update, ...]:
    """What a sheet would say anew. What a person wrote differently by hand is left as it is."""
    found = []
    for field in _fields(tool):
        before = answers.get(field.id)
        after = _renewed(field, before, old, new)
        if after != before and (after or before):
            found.append(Update(field, before, after))
    return tuple(found)


def _fields(tool: Tool) -> Iterator[Field]:
    return (field for group in tool.groups for field in group.fields if field.from_partnership)


def _begun(field: Field, known: Known) -> Answer:
    if field.kind == "table":
        return tuple(_row(field, partner) for partner in members(known))
    if field.kind == "person":
        lead = known.coordinator
        parts = (lead.person, lead.role, known.agency, lead.phone, lead.email)
        return parts if lead.person or lead.role else ""
    words = _words(field.from_partnership, known)
    return words if field.kind == "long-text" else " ".join(words.split())


def _words(fact: str, known: Known) -> str:
    if fact == "coordinator":
        return known.coordinator.role or known.coordinator.person
    names = [partner.organization for partner in members(known)]
    if fact == "partners":
        return "; ".join(names)
    if fact.startswith("partner-"):
        place = int(fact.removeprefix("partner-")) - 1
        return names[place] if place < len(names) else ""
    return str(getattr(known, fact))


def _renewed(field: Field, before: Answer, old: Known, new: Known) -> Answer:
    if field.kind == "table":
        rows = tuple(row for row in before if isinstance(row, tuple)) if isinstance(before, tuple) else ()
        return _renewed_rows(field, rows, old, new)
    untouched = not before or before == _begun(field, old)
    return _begun(field, new) if untouched else before


def _renewed_rows(field: Field, rows: tuple[Row, ...], old: Known, new: Known) -> tuple[Row, ...]:
    """Cells that still say what they began with follow the partner; new partners get a row; no row goes."""
    renewed, pairs = list(rows), _pairs(members(old), members(new))
    for was, now in pairs:
        wanted = _row(field, now)
        place = _place(field, renewed, was or now)
        if place is not None:
            held = _row(field, was) if was else wanted
            renewed[place] = tuple(
                after if after and cell in (before, "") else cell
                for cell, before, after in zip(_full(field, renewed[place]), held, wanted, strict=True)
            )
        elif was is None:
            renewed.append(wanted)
    return tuple(renewed)


def _pairs(old: tuple[Partner, ...], new: tuple[Partner, ...]) -> list[tuple[Partner | None, Partner]]:
    """Each partner of now with what it was before: the one of the same name, or of the same place if renamed."""
    by_name = {partner.organization: partner for partner in old}
    names = {partner.organization for partner in new}
    pairs: list[tuple[Partner | None, Partner]] = []
    for place, partner in enumerate(new):
        was = by_name.get(partner.organization)
        if was is None and len(old) == len(new) and old[place].organization not in names:
            was = old[place]
        pairs.append((was, partner))
    return pairs


def _place(field: Field, rows: list[Row], partner: Partner) -> int | None:
    """Where a partner stands in a table: the row whose first cell that came from it still says the same."""
    wanted = _row(field, partner)
    key = next(place for place, column in enumerate(field.columns) if column.from_partnership)
    return next((place for place, row in enumerate(rows) if _full(field, row)[key] == wanted[key]), None)


def _row(field: Field, partner: Partner) -> Row:
    return tuple(
        str(getattr(partner, column.from_partnership)) if column.from_partnership else "" for column in field.columns
    )


def _full(field: Field, row: Row) -> Row:
    return (*row, *("" for _ in range(len(field.columns) - len(row))))

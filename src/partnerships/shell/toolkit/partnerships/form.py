"""The questions about a partnership, and its answers as what is known."""

from dataclasses import replace

from PySide6.QtCore import QCoreApplication

from partnerships.library.model import Column, Field
from partnerships.notebook.model import Answer, Known, Partner
from partnerships.notebook.results import Answers

_PLAIN = ("name", "agency", "area", "problem", "purpose", "aims")  # facts that are words, as they are called in Known


def questions() -> tuple[Field, ...]:
    """What is asked of a partnership, in the words of the window."""
    tr = QCoreApplication.translate
    columns = (
        Column("organization", tr("Partnership", "Organization")),
        Column("person", tr("Partnership", "Person")),
        Column("role", tr("Partnership", "Role")),
        Column("phone", tr("Partnership", "Phone")),
        Column("email", tr("Partnership", "E-mail")),
    )
    return (
        Field("name", "text", tr("Partnership", "Name of the partnership"), required=True),
        Field("agency", "text", tr("Partnership", "Lead agency")),
        Field(
            "coordinator",
            "person",
            tr("Partnership", "Coordinator in the lead agency"),
            tr("Partnership", "Work numbers and addresses only."),
        ),
        Field("partners", "table", tr("Partnership", "Other partners"), columns=columns, rows=4),
        Field("area", "text", tr("Partnership", "Area and people served")),
        Field("problem", "long-text", tr("Partnership", "The problem, in a sentence or two")),
        Field("purpose", "text", tr("Partnership", "Purpose in one sentence")),
        Field("aims", "long-text", tr("Partnership", "What should be different in the end")),
    )


def known_of(answers: Answers, before: Known) -> Known:
    """What is known when these answers are given; what they leave out stays as it was."""
    known = before
    for name in _PLAIN:
        if name in answers:
            known = replace(known, **{name: str(answers[name])})  # type: ignore[arg-type]  # all of them are words
    if isinstance(lead := answers.get("coordinator"), tuple):
        person, role, _, phone, email = (str(part) for part in (*lead, "", "", "", "", "")[:5])
        known = replace(known, coordinator=Partner(known.agency, person, role, phone, email))
    if isinstance(rows := answers.get("partners"), tuple):
        known = replace(known, partners=tuple(_partner(row) for row in rows if isinstance(row, tuple)))
    return known


def answers_of(known: Known) -> dict[str, Answer]:
    """What is known as answers."""
    lead = known.coordinator
    answers: dict[str, Answer] = {name: getattr(known, name) for name in _PLAIN}
    answers["coordinator"] = (lead.person, lead.role, known.agency, lead.phone, lead.email)
    answers["partners"] = tuple((p.organization, p.person, p.role, p.phone, p.email) for p in known.partners)
    return answers


def _partner(row: tuple[str, ...]) -> Partner:
    return Partner(*(cell.strip() for cell in (*row, "", "", "", "", "")[:5]))

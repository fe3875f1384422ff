"""A few programs side by side: facts as rows, and which of them differ. No widgets."""

import html
from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from partnerships.shell.grants.programs import Program
from partnerships.shell.grants.words import agency_line, column_words, match_line, opens_line, status_line
from partnerships.shell.vocabulary import applicant_words

_SHARES = (26, 26, 23, 13, 12)  # of the paper's width, for the columns of the list


@dataclass(frozen=True, slots=True)
class Fact:
    """One row: a fact's name, what each program says, and whether they say different things."""

    name: str
    cells: tuple[str, ...]

    @property
    def differs(self) -> bool:
        """Whether the programs differ in this."""
        return len({cell.casefold() for cell in self.cells}) > 1


def facts_of(programs: Sequence[Program]) -> tuple[Fact, ...]:
    """What can be compared, in the order in which an applicant asks."""
    tr = QCoreApplication.translate
    who = applicant_words()
    rows = (
        (tr("Grants", "Agency"), [agency_line(program) for program in programs]),
        (tr("Grants", "Pays for"), [program.pays_for for program in programs]),
        (tr("Grants", "Who applies"), [", ".join(who[one] for one in program.eligible) for program in programs]),
        (tr("Grants", "Award"), [program.award for program in programs]),
        (tr("Grants", "Match"), [program.match_words for program in programs]),
        (tr("Grants", "Period"), [program.period for program in programs]),
        (tr("Grants", "Usually opens"), [program.opens for program in programs]),
        (tr("Grants", "Apply at"), [program.apply_at for program in programs]),
        (tr("Grants", "Status"), [f"{status_line(program)}. {program.status_words}" for program in programs]),
        (tr("Grants", "Contact"), [program.contact for program in programs]),
    )
    return tuple(Fact(name, tuple(cells)) for name, cells in rows)


def comparison_html(programs: Sequence[Program], notice: str) -> str:
    """The comparison for paper; rows that differ bear a sign that needs no color."""
    tr = QCoreApplication.translate
    heads = "".join(f"<th>{html.escape(program.title)}</th>" for program in programs)
    rows = "".join(
        f"<tr><td><b>{html.escape(fact.name)}</b>{' ≠' if fact.differs else ''}</td>{_cells(fact.cells)}</tr>"
        for fact in facts_of(programs)
    )
    title = tr("Grants", "Grant programs side by side")
    legend = tr("Grants", "≠ marks what differs between the programs.")
    return _paper(title, notice, f"<tr><th></th>{heads}</tr>{rows}", legend)


def list_html(programs: Sequence[Program], title: str, notice: str) -> str:
    """The table of programs for paper."""
    heads = "".join(
        f'<th width="{share}%">{html.escape(words)}</th>'
        for words, share in zip(column_words()[1:], _SHARES, strict=True)
    )
    rows = "".join(
        f"<tr><td><b>{html.escape(program.title)}</b><br/>{html.escape(agency_line(program))}</td>"
        f"<td>{html.escape(program.pays_for)}</td>"
        f"<td>{html.escape(program.award)}<br/>{html.escape(match_line(program))}</td>"
        f"{_cells((opens_line(program), status_line(program)))}</tr>"
        for program in programs
    )
    return _paper(title, notice, f"<tr>{heads}</tr>{rows}", "")


def _cells(texts: Sequence[str]) -> str:
    return "".join(f"<td>{html.escape(text)}</td>" for text in texts)


def _paper(title: str, notice: str, rows: str, legend: str) -> str:
    below = f'<p class="quiet">{html.escape(legend)}</p>' if legend else ""
    return (
        f'<h1>{html.escape(title)}</h1><p class="quiet">{html.escape(notice)}</p>'
        f'<table class="grid" width="100%" cellspacing="0" cellpadding="5">{rows}</table>{below}'
    )

"""The words of the grants screens, in the language of the window."""

from PySide6.QtCore import QCoreApplication

from partnerships.library.page import month_words
from partnerships.shell.grants.programs import Program, month_spans
from partnerships.shell.page_words import long_month_names
from partnerships.shell.parts.chips import value_words
from partnerships.shell.parts.facets import FacetGroup, FacetValue
from partnerships.shell.vocabulary import applicant_words, match_words, month_names, pays_for_words


def facet_groups() -> tuple[FacetGroup, ...]:
    """What programs can be filtered by."""
    tr = QCoreApplication.translate
    groups = (
        ("who", tr("Grants", "Who applies"), applicant_words()),
        ("pays", tr("Grants", "Pays for"), pays_for_words()),
        ("match", tr("Grants", "Match"), match_words()),
        ("size", tr("Grants", "Size of award"), size_words()),
        ("status", tr("Grants", "Status"), status_words()),
        ("month", tr("Grants", "Opens in"), dict(zip(map(str, range(1, 13)), long_month_names(), strict=True))),
    )
    return tuple(
        FacetGroup(name, title, tuple(FacetValue(key, label) for key, label in values.items()))
        for name, title, values in groups
    )


def size_words() -> dict[str, str]:
    """The sizes of awards."""
    tr = QCoreApplication.translate
    return {
        "small": tr("Grants", "Up to $200,000"),
        "middle": tr("Grants", "$200,001–$750,000"),
        "large": tr("Grants", "Over $750,000"),
        "open": tr("Grants", "By formula or not stated"),
    }


def status_words() -> dict[str, str]:
    """What is known of a program's life."""
    tr = QCoreApplication.translate
    return {
        "running": tr("Grants", "Running, as last known"),
        "uncertain": tr("Grants", "Uncertain"),
        "ended": tr("Grants", "Ended"),
    }


def order_words() -> dict[str, str]:
    """The orders of the table."""
    tr = QCoreApplication.translate
    return {
        "agency": tr("Grants", "By agency"),
        "program": tr("Grants", "Program, A to Z"),
        "-program": tr("Grants", "Program, Z to A"),
        "pays": tr("Grants", "Pays for, A to Z"),
        "-pays": tr("Grants", "Pays for, Z to A"),
        "-award": tr("Grants", "Largest award first"),
        "award": tr("Grants", "Smallest award first"),
        "opens": tr("Grants", "Opens early in the year first"),
        "-opens": tr("Grants", "Opens late in the year first"),
        "status": tr("Grants", "Running first"),
        "-status": tr("Grants", "Ended first"),
    }


def column_words() -> tuple[str, ...]:
    """The heads of the table's columns; the first holds the check boxes."""
    tr = QCoreApplication.translate
    return (
        "",
        tr("Grants", "Program"),
        tr("Grants", "Pays for"),
        tr("Grants", "Award and match"),
        tr("Grants", "Usually opens"),
        tr("Grants", "Status"),
    )


def agency_line(program: Program) -> str:
    """The agency and the listing number."""
    return " · ".join(part for part in (program.agency, program.listing) if part)


def match_line(program: Program) -> str:
    """The match, short where a few words can say it and in full where it depends."""
    tr = QCoreApplication.translate
    return {
        "none": tr("Grants", "No match"),
        "up-to-25": tr("Grants", "Match up to 25\u00a0%"),
        "over-25": tr("Grants", "Match over 25\u00a0%"),
        "varies": tr("Grants", "Match: {words}").format(words=_uncapitalized(program.match_words)),
    }[program.match]


def opens_line(program: Program) -> str:
    """The months in which notices were usually open, such as "Feb–May, Sep", else what is known in words."""
    tr = QCoreApplication.translate
    if not program.months:
        return program.opens
    if len(program.months) == 12:
        return tr("Grants", "All year")
    names = month_names()
    return ", ".join(
        names[first - 1] if first == last else f"{names[first - 1]}–{names[last - 1]}"
        for first, last in month_spans(program.months)
    )


def status_line(program: Program) -> str:
    """The status in a word."""
    return value_words(program.status)


def facts_as_of(programs: tuple[Program, ...]) -> str:
    """The span of months to which the facts of these programs are known."""
    months = sorted(program.as_of for program in programs)
    if not months:
        return ""
    names = long_month_names()
    first, last = month_words(months[0], names), month_words(months[-1], names)
    if first == last:
        return first
    return QCoreApplication.translate("Grants", "{first} to {last}").format(first=first, last=last)


def _uncapitalized(text: str) -> str:
    """With a small first letter, unless the first word is written in capitals."""
    return text[:1].lower() + text[1:] if text[1:2].islower() or text[1:2] == " " else text

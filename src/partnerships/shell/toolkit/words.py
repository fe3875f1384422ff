"""The words that sheets take out of the program, and days, in the language of the window."""

from PySide6.QtCore import QCoreApplication, QDate, QDateTime, QLocale, Qt

from partnerships.publishing.sheets.words import SheetWords


def sheet_words() -> SheetWords:
    """All the words around a sheet, translated."""
    tr = QCoreApplication.translate
    return SheetWords(
        blank=tr("Sheet", "Blank form"),
        results=tr("Sheet", "Results"),
        person=person_parts(),
        signature=(*signature_parts(), tr("Sheet", "Signature")),
        yes=tr("Sheet", "Yes"),
        no=tr("Sheet", "No"),
        of_five=tr("Sheet", "{number} of 5"),
        compared=tr("Sheet", "Two sheets compared"),
        result=tr("Sheet", "Result"),
        question=tr("Sheet", "Question"),
        change=tr("Sheet", "Change"),
        answers=tr("Sheet", "Answers"),
        same=tr("Sheet", "no change"),
        nothing_differs=tr("Sheet", "Nothing differs."),
        plan=tr("Sheet", "Partnership plan"),
        contents=tr("Sheet", "Contents"),
        partners=tr("Sheet", "Partners"),
        agency=tr("Sheet", "Lead agency"),
        coordinator=tr("Sheet", "Coordinator"),
        area=tr("Sheet", "Area and people served"),
        problem=tr("Sheet", "Problem"),
        purpose=tr("Sheet", "Purpose"),
        aims=tr("Sheet", "Aims"),
        printed=tr("Sheet", "As of"),
    )


def person_parts() -> tuple[str, ...]:
    """What is asked of a person."""
    tr = QCoreApplication.translate
    return (
        tr("Sheet", "Name"),
        tr("Sheet", "Role"),
        tr("Sheet", "Organization"),
        tr("Sheet", "Phone"),
        tr("Sheet", "E-mail"),
    )


def signature_parts() -> tuple[str, ...]:
    """What is asked of a signer; the signature itself is written by hand."""
    tr = QCoreApplication.translate
    return (
        tr("Sheet", "Name in print"),
        tr("Sheet", "Title and organization"),
        tr("Sheet", "Date of signing"),
    )


def day_words(moment: str) -> str:
    """The day of a moment in UTC, as this computer's clock has it: Nov 24, 2026."""
    local = QDateTime.fromString(moment, Qt.DateFormat.ISODate).toLocalTime()
    return QLocale(QLocale.Language.English).toString(local.date(), "MMM d, yyyy") if local.isValid() else moment[:10]


def today_words() -> str:
    """Today: November 24, 2026."""
    return QLocale(QLocale.Language.English).toString(QDate.currentDate(), "MMMM d, yyyy")


def moment_words(moment: str) -> str:
    """A moment in UTC as this computer's clock has it: Nov 24, 2026, 2:14 PM."""
    local = QDateTime.fromString(moment, Qt.DateFormat.ISODate).toLocalTime()
    return QLocale(QLocale.Language.English).toString(local, "MMM d, yyyy, h:mm AP")

"""The words that pages add of their own, in the language of the window."""

from PySide6.QtCore import QCoreApplication, QLocale

from partnerships.library.page import PageWords


def page_words() -> PageWords:
    """All of a page's own words, translated."""
    tr = QCoreApplication.translate
    return PageWords(
        sources=tr("Page", "Sources"),
        as_of=tr("Page", "Facts as of {month}"),
        minutes=tr("Page", "{minutes} min read"),
        measure=tr("Page", "Measure"),
        before=tr("Page", "Before"),
        after=tr("Page", "After"),
        source=tr("Page", "Source"),
        chart_of=tr("Page", "Chart of: {names}. The table below has the same figures."),
        help_lines=tr("Page", "Help lines"),
        confirmed=tr("Page", "confirmed {month}"),
        evidence=tr("Page", "Evidence: {level}"),
        result=tr("Page", "Result: {result}"),
        agency=tr("Page", "Agency"),
        listing=tr("Page", "Assistance listing"),
        authority=tr("Page", "Authority"),
        pays_for=tr("Page", "Pays for"),
        award=tr("Page", "Award"),
        match=tr("Page", "Match"),
        period=tr("Page", "Period"),
        opens=tr("Page", "Usually opens"),
        apply_at=tr("Page", "Apply at"),
        contact=tr("Page", "Contact"),
        status=tr("Page", "Status"),
        verdict=tr("Page", "In one line"),
        problem=tr("Page", "Problem"),
        partners=tr("Page", "Partners"),
        months=long_month_names(),
        evidence_levels=tuple(evidence_words().items()),
        results=tuple(result_words().items()),
    )


def evidence_words() -> dict[str, str]:
    """The four evidence levels in words."""
    tr = QCoreApplication.translate
    return {
        "controlled": tr("Page", "controlled"),
        "before-after": tr("Page", "before–after"),
        "self-reported": tr("Page", "self-reported"),
        "not-evaluated": tr("Page", "not evaluated"),
    }


def result_words() -> dict[str, str]:
    """The results of a case in words."""
    tr = QCoreApplication.translate
    return {
        "worked": tr("Page", "worked"),
        "faded": tr("Page", "worked, then faded"),
        "mixed": tr("Page", "mixed or disputed"),
        "no-effect": tr("Page", "no effect"),
        "unknown": tr("Page", "unknown"),
    }


def long_month_names() -> tuple[str, ...]:
    """The months in full, January first, in the language of the window."""
    locale = QLocale(QLocale.Language.English)
    return tuple(locale.standaloneMonthName(month) for month in range(1, 13))

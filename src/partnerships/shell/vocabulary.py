"""Words for the library's values, in the language of the window. Each once."""

from PySide6.QtCore import QCoreApplication

from partnerships.library.edition import Edition


def setting_words() -> dict[str, str]:
    """The settings of cases."""
    tr = QCoreApplication.translate
    return {
        "large-city": tr("Words", "Large city"),
        "small-city": tr("Words", "Small city"),
        "county": tr("Words", "County"),
        "rural": tr("Words", "Rural"),
        "tribal": tr("Words", "Tribal"),
        "campus": tr("Words", "Campus"),
        "several-places": tr("Words", "Several places"),
        "outside-us": tr("Words", "Outside the US"),
    }


def applicant_words() -> dict[str, str]:
    """Who may apply for a program."""
    tr = QCoreApplication.translate
    return {
        "police": tr("Words", "Police or sheriff"),
        "local-government": tr("Words", "City or county"),
        "state": tr("Words", "State"),
        "tribe": tr("Words", "Tribe"),
        "nonprofit": tr("Words", "Nonprofit"),
        "school": tr("Words", "School district"),
        "university": tr("Words", "College or university"),
        "health": tr("Words", "Health provider"),
    }


def pays_for_words() -> dict[str, str]:
    """What a program pays for."""
    tr = QCoreApplication.translate
    return {
        "officers": tr("Words", "Officers"),
        "crisis-response": tr("Words", "Crisis response"),
        "training": tr("Words", "Training"),
        "wellness": tr("Words", "Wellness"),
        "youth": tr("Words", "Youth"),
        "schools": tr("Words", "Schools"),
        "equipment": tr("Words", "Equipment"),
        "victims": tr("Words", "Victims"),
        "violence-prevention": tr("Words", "Violence prevention"),
        "substance-use": tr("Words", "Addiction"),
        "community-engagement": tr("Words", "Community work"),
        "research": tr("Words", "Research"),
    }


def match_words() -> dict[str, str]:
    """The share that an applicant must bring."""
    tr = QCoreApplication.translate
    return {
        "none": tr("Words", "None"),
        "up-to-25": tr("Words", "Up to 25 %"),
        "over-25": tr("Words", "Over 25 %"),
        "varies": tr("Words", "Varies"),
    }


def page_kind_words() -> dict[str, str]:
    """The kinds of pages."""
    tr = QCoreApplication.translate
    return {
        "article": tr("Words", "Article"),
        "case": tr("Words", "Case"),
        "program": tr("Words", "Program"),
        "chapter": tr("Words", "Chapter"),
        "tool": tr("Words", "Tool"),
    }


def entry_kind_words() -> dict[str, str]:
    """The kinds of directory entries."""
    tr = QCoreApplication.translate
    return {
        "publication": tr("Words", "Publications"),
        "organization": tr("Words", "Organizations"),
        "help-line": tr("Words", "Help lines"),
        "ordering": tr("Words", "How to order"),
    }


def life_words() -> dict[str, str]:
    """Whether an entry still exists."""
    tr = QCoreApplication.translate
    return {
        "living": tr("Words", "Living"),
        "renamed": tr("Words", "Renamed"),
        "defunct": tr("Words", "Gone"),
    }


def month_names() -> tuple[str, ...]:
    """The months, January first, short."""
    tr = QCoreApplication.translate
    return (
        tr("Words", "Jan"),
        tr("Words", "Feb"),
        tr("Words", "Mar"),
        tr("Words", "Apr"),
        tr("Words", "May"),
        tr("Words", "Jun"),
        tr("Words", "Jul"),
        tr("Words", "Aug"),
        tr("Words", "Sep"),
        tr("Words", "Oct"),
        tr("Words", "Nov"),
        tr("Words", "Dec"),
    )


def places_in_library(edition: Edition) -> dict[tuple[str, str], str]:
    """The words for each section and group, such as "Case Studies › Crisis response"."""
    tr = QCoreApplication.translate
    words: dict[tuple[str, str], str] = {
        (section.id, group.id): f"{section.title} › {group.title}"
        for section in edition.about.sections
        for group in section.groups
    }
    desk = next(section.title for section in edition.about.sections if section.id == "desk")
    introduction = next(section.title for section in edition.about.sections if section.id == "introduction")
    words["introduction", "paths"] = f"{introduction} › {tr('Words', 'Reading paths')}"
    for group, title in (
        ("directory", tr("Words", "Directory")),
        ("glossary", tr("Words", "Glossary")),
        ("timeline", tr("Words", "Timeline")),
    ):
        words["desk", group] = f"{desk} › {title}"
    return words

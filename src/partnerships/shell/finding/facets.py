"""The ways to narrow a search, the same for every question, so that nothing jumps while typing."""

from PySide6.QtCore import QCoreApplication

from partnerships.library.edition import Edition
from partnerships.search.hits import Hits
from partnerships.shell.page_words import evidence_words
from partnerships.shell.parts.facets import FacetGroup, FacetValue
from partnerships.shell.vocabulary import setting_words

_ALL = "all"
OWN = ("section", "own")
"""The row that shows only what a person has of their own."""


def facet_groups(edition: Edition) -> tuple[FacetGroup, ...]:
    """Section, with one's own notes below, evidence, setting and topic."""
    tr = QCoreApplication.translate
    sections = tuple(FacetValue(section.id, section.title) for section in edition.about.sections)
    return (
        FacetGroup(
            "section",
            tr("FindPanel", "Section"),
            (
                FacetValue(_ALL, tr("FindPanel", "Everything")),
                *sections,
                FacetValue(OWN[1], tr("FindPanel", "My notes")),
            ),
            single=True,
        ),
        FacetGroup("evidence", tr("FindPanel", "Evidence"), _values(evidence_words())),
        FacetGroup("setting", tr("FindPanel", "Setting"), _values(setting_words())),
        FacetGroup(
            "topic", tr("FindPanel", "Topic"), _values({topic.id: topic.title for topic in edition.about.topics})
        ),
    )


def facet_counts(hits: Hits, own: int) -> dict[tuple[str, str], int]:
    """How many pages each row would show, and how much of one's own."""
    counts = {(facet.name, value.value): value.count for facet in hits.facets for value in facet.values}
    counts["section", _ALL] = hits.total
    counts[OWN] = own
    return counts


def _values(words: dict[str, str]) -> tuple[FacetValue, ...]:
    return tuple(FacetValue(key, text[:1].upper() + text[1:]) for key, text in words.items())

"""The words of the cases screen, in the language of the window."""

import html
from collections.abc import Iterable, Sequence

from PySide6.QtCore import QCoreApplication

from partnerships.library.model import Evidence, Group, Result
from partnerships.shell.cases.model import ALL, Case
from partnerships.shell.cases.states import STATES
from partnerships.shell.parts.chips import value_words
from partnerships.shell.parts.facets import FacetGroup, FacetValue
from partnerships.shell.parts.marks import Mark, mark_kind
from partnerships.shell.vocabulary import setting_words

_EVIDENCE: tuple[Evidence, ...] = ("controlled", "before-after", "self-reported", "not-evaluated")
_RESULTS: tuple[Result, ...] = ("worked", "faded", "mixed", "no-effect", "unknown")


def facet_groups(groups: Iterable[Group], cases: Sequence[Case]) -> tuple[FacetGroup, ...]:
    """What cases can be filtered by; only values that some case has."""
    tr = QCoreApplication.translate
    held = {name: {value for case in cases for value in case.marks[name]} for name in ("topic", "setting", "state")}
    topics = {ALL: tr("Cases", "All")} | {group.id: group.title for group in groups if group.id in held["topic"]}
    settings = {value: words for value, words in setting_words().items() if value in held["setting"]}
    states = {code: STATES.get(code, code) for code in held["state"]}
    return (
        FacetGroup("topic", tr("Cases", "Topic"), _values(topics), single=True),
        FacetGroup("setting", tr("Cases", "Setting"), _values(settings)),
        FacetGroup("evidence", tr("Cases", "Evidence"), _values({value: value_words(value) for value in _EVIDENCE})),
        FacetGroup("result", tr("Cases", "Result"), _values({value: value_words(value) for value in _RESULTS})),
        FacetGroup("state", tr("Cases", "State"), _values(dict(sorted(states.items(), key=lambda pair: pair[1])))),
    )


def _values(words: dict[str, str]) -> tuple[FacetValue, ...]:
    return tuple(FacetValue(value, label) for value, label in words.items())


def facts_line(case: Case) -> str:
    """Place, setting, years, and what the chip does not say: the proof or the result."""
    other = value_words(case.evidence if case.result_is_the_news else case.result)
    return " · ".join((case.place, setting_words()[case.setting], case.years, other))


def mark_of(case: Case) -> Mark:
    """The case's mark on the map."""
    kind = mark_kind(case.evidence, case.result)
    return Mark(case.id, case.title, kind, case.latitude, case.longitude, case.place, case.outside)


def list_html(title: str, cases: Sequence[Case]) -> str:
    """The list of cases for paper."""
    tr = QCoreApplication.translate
    heads = "".join(
        f"<th>{html.escape(words)}</th>"
        for words in (
            tr("Cases", "Case"),
            tr("Cases", "In one line"),
            tr("Cases", "Evidence"),
            tr("Cases", "Result"),
        )
    )
    rows = "".join(
        f"<tr><td><b>{html.escape(case.title)}</b><br/>{html.escape(f'{case.place} · {case.years}')}</td>"
        f"<td>{html.escape(case.verdict)}</td>"
        f"<td>{html.escape(value_words(case.evidence))}</td><td>{html.escape(value_words(case.result))}</td></tr>"
        for case in cases
    )
    return (
        f'<h1>{html.escape(title)}</h1><table class="grid" width="100%" cellspacing="0" cellpadding="5">'
        f"<tr>{heads}</tr>{rows}</table>"
    )

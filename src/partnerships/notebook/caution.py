"""Sees what looks like a person's or a case's particulars, which belong in no notebook. It warns; it never blocks."""

import re
from typing import Literal

Concern = Literal["birth-date", "case-number", "social-security", "diagnosis"]

_MONTH = r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\.? \d{1,2},? "
_YEAR = r"(?:19\d\d|200\d|201[0-4])"  # later ones are those of plans
_DATE = rf"(?:\d{{1,2}}[/.-]\d{{1,2}}[/.-](?:{_YEAR}|[3-9]\d)|{_YEAR}-\d\d-\d\d|{_MONTH}{_YEAR})"
_NAME = r"(?:[A-Z][\w’'-]+,? (?:[A-Z]\.? )?[A-Z][\w’'-]+)"
_SIGNS: tuple[tuple[Concern, re.Pattern[str]], ...] = (
    ("social-security", re.compile(r"\b(?!000|666|9)\d{3}-(?!00)\d\d-(?!0000)\d{4}\b")),
    ("birth-date", re.compile(rf"\b(?:DOB|D\.O\.B\.|[Dd]ate of birth|[Bb]irth ?date|[Bb]orn(?: on)?)\b[:\s]*{_DATE}")),
    ("birth-date", re.compile(rf"{_NAME}[,;:(\s]{{1,3}}{_DATE}\b")),
    (
        "case-number",
        re.compile(
            r"\b(?i:case|incident|report|docket|booking|inmate|patient|chart|MRN|CAD)"
            r"(?i: number| no\.?| nr\.?| #|#| id)?[:\s#]*\b(?=[\w-]*\d{3})[A-Z]{0,4}-?\d[\w-]{4,}\b"
        ),
    ),
    ("case-number", re.compile(r"\b(?:19|20)?\d\d-?(?:CR|CF|CM|MH|CV|JV)-?\d{3,}\b")),
    (
        "diagnosis",
        re.compile(rf"{_NAME} (?:has|had|suffers from|is|was diagnosed with) "
                   r"(?:schizo\w+|bipolar\b|psychotic|suicidal|PTSD|an? (?:overdose|psychosis))"),
    ),
)  # fmt: skip


def concerns(text: str) -> tuple[Concern, ...]:
    """What in a text looks like particulars of a person or a case, each kind once."""
    return tuple(dict.fromkeys(concern for concern, sign in _SIGNS if sign.search(text)))

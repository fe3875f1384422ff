"""Particulars of a person or a case are seen; the words of planning are left alone."""

import pytest

from partnerships.notebook.caution import concerns


@pytest.mark.parametrize(
    ("text", "seen"),
    [
        ("Met with John Doe, 3/14/1988, about housing", "birth-date"),
        ("Jane Q. Public (1990-02-11) called twice", "birth-date"),
        ("DOB: 03-14-88", "birth-date"),
        ("He was born on March 14, 1988", "birth-date"),
        ("Case no. 2024-001837 is still open", "case-number"),
        ("incident #24-118273", "case-number"),
        ("MRN 00482913", "case-number"),
        ("docket 24-CR-1182", "case-number"),
        ("His number is 219-09-9999", "social-security"),
        ("Maria Lopez was diagnosed with schizophrenia", "diagnosis"),
    ],
)
def test_particulars_are_seen(text: str, seen: str) -> None:
    assert seen in concerns(text)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Steering committee meets on 3/14/2027 at the library",
        "Sheriff Ortiz signs by March 14, 2027; counsel reads it first",
        "In 1988 the Memphis Police Department began",
        "Call 901-636-3700 for the academy, or 988",
        "40 hours of training for 25 % of officers, 1,250 calls a year",
        "Chief Rivera, 3/14/2027, signs for the city",
        "In case 3 partners agree, we go on",
        "Our grant: 15JCOPS-24-GG-01234-SLEM, assistance listing 16.710",
        "The report of 2019 says so",
        "Case Studies page 12345",
        "ZIP 38103-2024",
    ],
)
def test_plans_are_left_alone(text: str) -> None:
    assert concerns(text) == ()

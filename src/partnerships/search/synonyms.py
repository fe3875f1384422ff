"""Forms that mean the same: acronyms and full names, both ways, and the states with their codes."""

from collections.abc import Iterator, Sequence

import msgspec

from partnerships.search import words
from partnerships.search.words import Token

STATES = {
    "AL": "Alabama", "AK": "Alaska", "AZ": "Arizona", "AR": "Arkansas", "CA": "California", "CO": "Colorado",
    "CT": "Connecticut", "DE": "Delaware", "DC": "District of Columbia", "FL": "Florida", "GA": "Georgia",
    "HI": "Hawaii", "ID": "Idaho", "IL": "Illinois", "IN": "Indiana", "IA": "Iowa", "KS": "Kansas", "KY": "Kentucky",
    "LA": "Louisiana", "ME": "Maine", "MD": "Maryland", "MA": "Massachusetts", "MI": "Michigan", "MN": "Minnesota",
    "MS": "Mississippi", "MO": "Missouri", "MT": "Montana", "NE": "Nebraska", "NV": "Nevada", "NH": "New Hampshire",
    "NJ": "New Jersey", "NM": "New Mexico", "NY": "New York", "NC": "North Carolina", "ND": "North Dakota",
    "OH": "Ohio", "OK": "Oklahoma", "OR": "Oregon", "PA": "Pennsylvania", "RI": "Rhode Island",
    "SC": "South Carolina", "SD": "South Dakota", "TN": "Tennessee", "TX": "Texas", "UT": "Utah", "VT": "Vermont",
    "VA": "Virginia", "WA": "Washington", "WV": "West Virginia", "WI": "Wisconsin", "WY": "Wyoming",
    "AS": "American Samoa", "GU": "Guam", "MP": "Northern Mariana Islands", "PR": "Puerto Rico",
    "VI": "Virgin Islands",
}  # fmt: skip

_ALSO_WORDS = frozenset(
    {
        "AL",
        "AR",
        "AS",
        "CA",
        "CO",
        "DE",
        "HI",
        "ID",
        "IN",
        "LA",
        "MA",
        "MD",
        "ME",
        "MI",
        "MO",
        "MS",
        "MT",
        "OH",
        "OK",
        "OR",
        "PA",
        "PR",
    }
)
"""Codes that mean something else in lower case, or as often in capitals: no synonyms of their state."""
_ACRONYM_LENGTH = range(2, 8)


class Form(msgspec.Struct, frozen=True, array_like=True):
    """One form of a group of synonyms, ready to be looked for; `term` is that of its group."""

    term: str
    forms: tuple[str, ...]
    stems: tuple[str, ...]
    acronym: bool


def prepared(same: Sequence[Sequence[str]]) -> tuple[Form, ...]:
    """All forms of the given groups, and of one more group for each state."""
    states = [(name,) if code in _ALSO_WORDS else (name, code) for code, name in STATES.items()]
    return tuple(
        Form(term_of(group), forms, tuple(map(words.stem, forms)), _is_acronym(form, group))
        for group in (*same, *states)
        for form in group
        if (forms := words.forms(form))
    )


def term_of(group: Sequence[str]) -> str:
    """The term under which all forms of a group are found."""
    return f"={words.fold(group[0])}"


def state_term(code: str) -> str:
    """The term of a state's group; empty for what is no code of a state."""
    name = STATES.get(code.upper())
    return term_of((name,)) if name else ""


class Synonyms:
    """Finds the forms of groups in a text or a question."""

    def __init__(self, same: Sequence[Form]) -> None:
        self.forms_of: dict[str, list[tuple[str, ...]]] = {}
        self._by_first: dict[str, list[Form]] = {}
        for form in same:
            self.forms_of.setdefault(form.term, []).append(form.forms)
            self._by_first.setdefault(form.stems[0], []).append(form)

    def in_text(self, text: str, tokens: Sequence[Token], stems: Sequence[str], any_case: bool = False) -> list[str]:
        """The terms of the groups that a text has a form of; an acronym counts in capitals only."""
        return [
            form.term
            for place, end, form in self._matches(stems)
            if any_case or not form.acronym or _is_upper(text[tokens[place][1] : tokens[end - 1][2]])
        ]

    def in_question(self, stems: Sequence[str]) -> list[tuple[int, int, str]]:
        """Where a question has a form of a group (from, to, term), whatever its case."""
        return [(place, end, form.term) for place, end, form in self._matches(stems)]

    def _matches(self, stems: Sequence[str]) -> Iterator[tuple[int, int, Form]]:
        for place, stem in enumerate(stems):
            for form in self._by_first.get(stem, ()):
                end = place + len(form.stems)
                if len(form.stems) == 1 or tuple(stems[place:end]) == form.stems:
                    yield place, end, form


def _is_upper(surface: str) -> bool:
    return surface.isupper() or (surface[-1:] == "s" and surface.rstrip("s'’").isupper())


def _is_acronym(form: str, group: Sequence[str]) -> bool:
    """Whether a form's letters are initials, in order, of a longer form of its group."""
    letters = form.lower()
    if not letters.isalpha() or len(letters) not in _ACRONYM_LENGTH:
        return False
    return any(_are_initials(letters, words.forms(other)) for other in group if " " in other.strip())


def _are_initials(letters: str, forms: Sequence[str]) -> bool:
    initials = iter([form[0] for form in forms])
    return bool(forms) and forms[0][0] == letters[0] and all(letter in initials for letter in letters)

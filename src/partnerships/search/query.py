"""What was typed, understood: words, quoted phrases, `-word`, and filters such as `in:grants` or `year:2014..2020`.

Whatever is typed means something: what is no operator is words, and nothing here raises.
"""

import re

import msgspec

from partnerships.search import words
from partnerships.search.synonyms import STATES

_READ_AT_MOST = 2_000  # letters; beyond that a question is no question
_WORDS_AT_MOST = 32

_PIECE = re.compile(
    r"""(?P<space>\s+)
      | (?P<minus>-(?=[^\s\-]))?
        (?: (?P<name>[^\W\d_][\w-]{1,15}):(?: ["“](?P<quoted>[^"“”]*)["”] | (?P<value>[^\s"“”]*) )
          | ["“](?P<phrase>[^"“”]*)["”]
          | (?P<word>[^\s"“”]+)
          | ["“”] )""",
    re.VERBOSE,
)
_YEARS = re.compile(r"(\d{4})?(\.\.\.?|[-–—])?(\d{4})?")
_WORD = re.compile(r"[^\W_]")

FILTERS = {
    "in": "in",
    "section": "section",
    "kind": "kind",
    "type": "kind",
    "group": "group",
    "topic": "topic",
    "about": "topic",
    "setting": "setting",
    "state": "state",
    "evidence": "evidence",
    "result": "result",
    "outcome": "result",
    "status": "status",
    "match": "match",
    "applicant": "applicant",
    "for": "applicant",
    "pays-for": "pays-for",
    "pays": "pays-for",
    "year": "year",
    "years": "year",
}
"""What may stand before a colon, and the facet that it names."""

PLACES = {
    "introduction": ("section", "introduction"),
    "grants": ("section", "grants"),
    "cases": ("section", "cases"),
    "case-studies": ("section", "cases"),
    "toolkit": ("section", "toolkit"),
    "desk": ("section", "desk"),
    "library": ("section", "desk"),
    "articles": ("kind", "article"),
    "programs": ("kind", "program"),
    "tools": ("kind", "tool"),
    "chapters": ("kind", "chapter"),
    "guides": ("kind", "chapter"),
    "directory": ("kind", "entry"),
    "entries": ("kind", "entry"),
    "glossary": ("kind", "term"),
    "terms": ("kind", "term"),
    "timeline": ("kind", "event"),
    "events": ("kind", "event"),
}
"""What may stand after `in:`, and the facet and value that it means."""

_STATE_CODES = {name.lower().replace(" ", "-"): code for code, name in STATES.items()}


class Word(msgspec.Struct, frozen=True):
    """A wanted word: its form, other forms in it, and whether it was typed in capitals."""

    form: str
    extras: tuple[str, ...] = ()
    capitals: bool = False


class Filter(msgspec.Struct, frozen=True):
    """A wish to see only, or not to see, pages with a value of a facet."""

    name: str
    value: str
    excluded: bool = False
    typed: str = ""


class Query(msgspec.Struct, frozen=True):
    """A question. `unfinished` tells that the last word, or the last filter, is still being typed.

    `operators` are the quotations and exclusions as they were typed, named "phrase" and "word".
    """

    typed: str
    words: tuple[Word, ...] = ()
    phrases: tuple[tuple[str, ...], ...] = ()
    excluded: tuple[tuple[str, ...], ...] = ()
    filters: tuple[Filter, ...] = ()
    unfinished: bool = False
    unfinished_filter: Filter | None = None
    operators: tuple[Filter, ...] = ()

    @property
    def telling(self) -> tuple[Word, ...]:
        """The words that carry the subject; all of them when none does."""
        return tuple(word for word in self.words if not is_idle(word)) or self.words


def is_idle(word: Word) -> bool:
    """Whether a word carries no subject; in capitals it may be an acronym or a state, and does."""
    return word.form in words.STOP_WORDS and not word.capitals


def parse(typed: str) -> Query:
    """Understand what was typed."""
    text = typed[:_READ_AT_MOST]
    plain = list(text)  # what is left when operators are blanked out
    phrases: list[tuple[str, ...]] = []
    excluded: list[tuple[str, ...]] = []
    filters: list[Filter] = []
    operators: list[Filter] = []
    unfinished_filter: Filter | None = None
    for piece in _PIECE.finditer(text):
        start, end = piece.span()
        minus = piece["minus"] is not None
        if piece["name"] is not None and (filter_ := _filter(piece)):
            if end == len(text) and piece["quoted"] is None:
                unfinished_filter = filter_
            else:
                filters.append(filter_)
        elif piece["phrase"] is not None and (phrase := words.forms(piece["phrase"])):
            (excluded if minus else phrases).append(phrase)
            operators.append(Filter("phrase", piece["phrase"].strip(), minus, piece[0]))
        elif piece["word"] is not None and minus and (forms := words.forms(piece["word"])):
            if end < len(text):  # while it is being typed it excludes nothing yet
                excluded.append(forms)
                operators.append(Filter("word", piece["word"], True, piece[0]))
        else:
            continue
        plain[start:end] = " " * (end - start)
    found = _words("".join(plain))
    return Query(
        typed=typed,
        words=found,
        phrases=tuple(dict.fromkeys(phrases)),
        excluded=tuple(dict.fromkeys(excluded)),
        filters=tuple(dict.fromkeys(filters)),
        unfinished=bool(found) and _WORD.match(plain[-1]) is not None,
        unfinished_filter=unfinished_filter,
        operators=tuple(dict.fromkeys(operators)),
    )


def years(value: str) -> tuple[int, int] | None:
    """The first and last year that a filter's value spans: `2014`, `2014..2020`, `2014..`, `..2020`."""
    match = _YEARS.fullmatch(value)
    if not match or not (match[1] or match[3]):
        return None
    first = int(match[1] or 0)
    last = int(match[3]) if match[3] else (9999 if match[2] else first)
    return (first, last) if first <= last else (last, first)


def _filter(piece: re.Match[str]) -> Filter | None:
    name = FILTERS.get(piece["name"].lower())
    value = piece["value"] if piece["quoted"] is None else piece["quoted"]
    if name is None or (not value and piece.end() < len(piece.string)):
        return None
    value = re.sub(r"[\s_–—-]+", "-", value.strip().lower()).strip("-")
    if name == "year":
        value = (piece["value"] or "").replace("–", "-").replace("—", "-")
    elif name == "state":
        value = _STATE_CODES.get(value, value).upper()
    elif name == "in" and value in PLACES:
        name, value = PLACES[value]
    return Filter(name, value, piece["minus"] is not None, piece[0])


def _words(text: str) -> tuple[Word, ...]:
    """The words outside operators, each once; capitals tell nothing when everything is in capitals."""
    shouted = text.upper() == text
    found: dict[str, Word] = {}
    tokens = words.tokens(text)
    for form, start, end, extras in tokens:
        capitals = not shouted and end - start > 1 and text[start:end].isupper()
        if len(found) < _WORDS_AT_MOST:
            found.setdefault(form, Word(form, extras, capitals))
    if tokens and tokens[-1][0] in found:  # the word being typed is the last, also when it came before
        found[tokens[-1][0]] = found.pop(tokens[-1][0])
    return tuple(found.values())

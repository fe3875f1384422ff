"""Text and words to a marked extract: the stretch that says most of what was asked, cut at words."""

from collections.abc import Sequence
from collections.abc import Set as AbstractSet

from partnerships.search.hits import Run
from partnerships.search.words import Token, stem, tokens

WIDTH = 190  # letters: two lines in the list of results
_BEFORE = 40  # letters of context before the first mark
_SENTENCE_ENDS = (". ", "! ", "? ", "\n", "; ")
_CUT = "…"


def mark(text: str, wanted: AbstractSet[str]) -> tuple[Run, ...]:
    """The whole text as runs, the wanted words marked. `wanted` are forms, or several with a space between."""
    return _runs(text, 0, len(text), _marks(tokens(text), wanted))


def extract(text: str, wanted: AbstractSet[str], width: int = WIDTH) -> tuple[Run, ...]:
    """The best stretch of about `width` letters, marked; "…" stands where it was cut."""
    if len(text) <= width:
        return mark(text, wanted)
    start = _best_start(text, wanted, width)
    end = min(len(text), start + width)
    if end < len(text):
        space = max(text.rfind(" ", start, end), text.rfind("\n", start, end))
        end = space if space > start + width // 2 else end
    piece = text[start:end]
    marks = [(first + start, last + start) for first, last in _marks(tokens(piece), wanted)]
    runs = _runs(text, start, end, marks)
    if start > 0:
        runs = (Run(_CUT), *runs)
    return (*runs, Run(_CUT)) if end < len(text) else runs


def has_any(text: str, wanted: AbstractSet[str]) -> bool:
    """Whether any of the wanted words stands in a text."""
    return bool(_places(text, wanted)) or (not text.isascii() and bool(_marks(tokens(text), wanted)))


def _best_start(text: str, wanted: AbstractSet[str], width: int) -> int:
    """Where to begin so that the stretch holds the most different wanted words, as early as may be."""
    places = _places(text, wanted)
    if not places and not text.isascii():
        places = [(first, text[first:last]) for first, last in _marks(tokens(text), wanted)]
    best, best_worth = 0, 0.0
    inside: dict[str, int] = {}
    first = 0
    for last, (place, word) in enumerate(places):
        inside[word] = inside.get(word, 0) + 1
        while place + len(word) - places[first][0] > width - _BEFORE:
            gone = places[first][1]
            inside[gone] -= 1
            if not inside[gone]:
                del inside[gone]
            first += 1
        worth = len(inside) + 0.1 * (last - first)
        if worth > best_worth:
            best, best_worth = places[first][0], worth
    return _begin(text, best, len(text) - width)


def _begin(text: str, place: int, latest: int) -> int:
    """A little before a place: at the beginning of its sentence if that is near, or of a word."""
    if place <= _BEFORE:
        return 0
    earliest = min(place - _BEFORE, latest)
    for ending in _SENTENCE_ENDS:
        found = text.rfind(ending, earliest, place)
        if found >= 0:
            return found + len(ending)
    space = max(text.find(" ", earliest, place), 0)
    return space + 1 if space else earliest


def _places(text: str, wanted: AbstractSet[str]) -> list[tuple[int, str]]:
    """Where wanted words stand in a text, found without cutting it into words: quick, plain spellings only."""
    lower = text.lower()
    if len(lower) != len(text):
        return []
    found = []
    for word in wanted:
        place = lower.find(word)
        while place >= 0:
            end = place + len(word)
            if not (lower[place - 1 : place].isalnum() or lower[end : end + 1].isalnum()):
                found.append((place, stem(word)))
            place = lower.find(word, end)
    return sorted(found)


def _marks(found: Sequence[Token], wanted: AbstractSet[str]) -> list[tuple[int, int]]:
    """The places of wanted words; several in a row that are wanted together are one mark."""
    phrases = [phrase.split() for phrase in wanted if " " in phrase]
    marks: list[tuple[int, int]] = []
    number = 0
    while number < len(found):
        form, start, _, extras = found[number]
        count = max((len(phrase) for phrase in phrases if _stands(found, number, phrase)), default=0)
        if not count and not wanted.isdisjoint(extras):
            count = _chain(found, number, max(wanted & set(extras), key=len))
        if count or form in wanted:
            number += max(count, 1) - 1
            marks.append((start, found[number][2]))
        number += 1
    return marks


def _stands(found: Sequence[Token], number: int, phrase: Sequence[str]) -> bool:
    """Whether a phrase stands here."""
    return found[number][0] == phrase[0] and [token[0] for token in found[number : number + len(phrase)]] == phrase


def _chain(found: Sequence[Token], number: int, joined: str) -> int:
    """How many words, written together, make a joined form; 1 when they do not."""
    chain = ""
    for count, token in enumerate(found[number:], start=1):
        chain += token[0]
        if len(chain) >= len(joined):
            return count if chain == joined else 1
    return 1


def _runs(text: str, start: int, end: int, marks: Sequence[tuple[int, int]]) -> tuple[Run, ...]:
    runs = []
    reached = start
    for first, last in marks:
        if first > reached:
            runs.append(Run(text[reached:first]))
        runs.append(Run(text[first:last], True))
        reached = last
    if reached < end:
        runs.append(Run(text[reached:end]))
    return tuple(runs)

"""Text and words to a marked extract: the stretch that says most of what was asked, cut at words."""

from collections.abc import Sequence
from collections.abc import Set as AbstractSet

from partnerships.search.hits import Run
from partnerships.search.words import Token, stem, tokens

WIDTH = 190  # letters: two lines in the list of results
_BEFORE = 40  # letters of context before the first mark
_SENTENCE_ENDS = (". ", "! ", "? ", "\n", "; ")
_CUT = "…"


Mark = tuple[int, int, object]
"""First and last position in a text, and a key that is the same for marks of the same wanted word."""


def mark(text: str, wanted: AbstractSet[str]) -> tuple[Run, ...]:
    """The whole text as runs, the wanted words marked. `wanted` are forms, or several with a space between."""
    return cut(text, marks(text, wanted), len(text))


def extract(text: str, wanted: AbstractSet[str], width: int = WIDTH) -> tuple[Run, ...]:
    """The best stretch of about `width` letters, the wanted words marked; "…" stands where it was cut."""
    found = marks(text, wanted)
    return cut(text, found if len(text) <= width else found[best(found, width - _BEFORE) :], width)


def cut(
    text: str, marks: Sequence[Mark], width: int = WIDTH, whole: tuple[bool, bool] = (True, True)
) -> tuple[Run, ...]:
    """A stretch of about `width` letters around the first of some marks; a text no longer than that as a whole.

    `whole` tells whether the text is whole at its beginning and at its end.
    """
    start, end = 0, len(text)
    if len(text) > width:
        start = _begin(text, marks[0][0] if marks else 0, len(text) - width)
        end = start + width
        if end < len(text):
            space = max(text.rfind(" ", start, end), text.rfind("\n", start, end))
            end = space if space > start + width // 2 else end
    runs = _runs(text, start, end, [mark for mark in marks if mark[0] >= start and mark[1] <= end])
    if start > 0 or not whole[0]:
        runs = (Run(_CUT), *runs)
    return (*runs, Run(_CUT)) if end < len(text) or not whole[1] else runs


def marks(text: str, wanted: AbstractSet[str]) -> list[Mark]:
    """Where wanted words stand in a text; several in a row that are wanted together are one mark."""
    found = tokens(text)
    phrases = [phrase.split() for phrase in wanted if " " in phrase]
    marks: list[Mark] = []
    number = 0
    while number < len(found):
        form, start, _, extras = found[number]
        count = max((len(phrase) for phrase in phrases if _stands(found, number, phrase)), default=0)
        if not count and not wanted.isdisjoint(extras):
            count = _chain(found, number, max(wanted & set(extras), key=len))
        if count or form in wanted:
            number += max(count, 1) - 1
            marks.append((start, found[number][2], stem(form)))
        number += 1
    return marks


def best(marks: Sequence[Mark], room: int) -> int:
    """The mark to begin with so that `room` holds the most different words, as early as may be."""
    everything = len({key for _, _, key in marks})
    found, most = 0, 0
    inside: dict[object, int] = {}
    first = 0
    for _, end, key in marks:
        inside[key] = inside.get(key, 0) + 1
        while end - marks[first][0] > room and marks[first][1] < end:
            gone = marks[first][2]
            inside[gone] -= 1
            if not inside[gone]:
                del inside[gone]
            first += 1
        if len(inside) > most:
            found, most = first, len(inside)
            if most == everything:
                break
    return found


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


def _runs(text: str, start: int, end: int, marks: Sequence[Mark]) -> tuple[Run, ...]:
    runs = []
    reached = start
    for first, last, _ in marks:
        if first > reached:
            runs.append(Run(text[reached:first]))
        runs.append(Run(text[first:last], True))
        reached = last
    if reached < end:
        runs.append(Run(text[reached:end]))
    return tuple(runs)

"""Finds a selector's part again in a text that has changed since, or says that it is gone.

It would rather say so than point at other words.
"""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher

from partnerships.notebook.anchoring.selector import CONTEXT, Selector

_ALONE = 24  # characters from which a quotation needs no context to be known again
_NEAR = 8  # characters of context that say as much
_CONTEXT_ALIKE = 0.7
_WORDS_ALIKE = 0.6  # share of the words (or letters of a short quotation) that must still be there
_RUN = 3  # words in a row by which a changed quotation is looked for
_SLACK = 8  # words that may have been put in or taken out

_WORD = re.compile(r"\S+")


def anchor(text: str, selector: Selector) -> tuple[int, int] | None:
    """Where the selector's words stand in `text` now; None when they are gone."""
    if not selector.exact.strip():
        return None
    places = list(_places(text, selector.exact))
    if selector.start in places and _agreement(text, selector, selector.start) == 2 * CONTEXT:
        return selector.start, selector.end
    known = [place for place in places if _is_known(text, selector, place)]
    if known:
        best = max(known, key=lambda place: (_agreement(text, selector, place), -abs(place - selector.start)))
        return best, best + len(selector.exact)
    return _changed(text, selector)


def _places(text: str, exact: str) -> Iterator[int]:
    place = text.find(exact)
    while place >= 0:
        yield place
        place = text.find(exact, place + 1)


def _around(text: str, selector: Selector, place: int) -> tuple[tuple[str, str], tuple[str, str]]:
    """What stood before and stands before, what stood after and stands after."""
    end = place + len(selector.exact)
    before = text[max(0, place - CONTEXT) : place]
    return (selector.prefix, before), (selector.suffix, text[end : end + CONTEXT])


def _agreement(text: str, selector: Selector, place: int) -> int:
    """How much of the context agrees, counted outward; the edge of the text counts as full agreement."""
    (prefix, before), (suffix, after) = _around(text, selector, place)
    left = CONTEXT if prefix == before else _common(prefix[::-1], before[::-1])
    return left + (CONTEXT if suffix == after else _common(suffix, after))


def _is_known(text: str, selector: Selector, place: int) -> bool:
    """Whether the words at `place` are those that were chosen, and not the same words elsewhere."""
    if len(selector.exact) >= _ALONE:
        return True
    (prefix, before), (suffix, after) = _around(text, selector, place)
    return _alike(prefix[::-1], before[::-1]) or _alike(suffix, after)


def _alike(was: str, now: str) -> bool:
    if not was or was == now:
        return was == now  # at the edge of the text, where it was
    return _common(was, now) >= min(_NEAR, len(was)) or SequenceMatcher(None, was, now, False).ratio() >= _CONTEXT_ALIKE


def _common(one: str, other: str) -> int:
    """How many characters both begin with."""
    for place, (left, right) in enumerate(zip(one, other, strict=False)):
        if left != right:
            return place
    return min(len(one), len(other))


# --- words that were changed ---------------------------------------------------------------------


def _changed(text: str, selector: Selector) -> tuple[int, int] | None:
    """Where words stand that are nearly those of the selector, in nearly the same surroundings."""
    old = _Needle.of(selector)
    new = list(_WORD.finditer(text))
    words = [found.group() for found in new]
    offset = _likely_offset(old.words, words, _offset_of(new, selector.start) - old.first)
    if offset is None:
        return None
    low, high = max(0, offset - _SLACK), min(len(words), offset + len(old.words) + _SLACK)
    span = _span(old, words[low:high])
    if span is None:
        return None
    start, end = new[low + span[0]].start(), new[low + span[1] - 1].end()
    return (start, end) if _still_the_same(selector.exact, text[start:end]) else None


@dataclass(frozen=True, slots=True)
class _Needle:
    """The words of a selector with its context; those from `first` to `last` are the quotation."""

    words: tuple[str, ...]
    first: int
    last: int

    @classmethod
    def of(cls, selector: Selector) -> "_Needle":
        # A word that the context or the quotation cuts in two belongs to neither side.
        prefix, exact, suffix = selector.prefix.split(), selector.exact.split(), selector.suffix.split()
        whole = prefix[1:] if len(selector.prefix) == CONTEXT else prefix
        rest = suffix[:-1] if len(selector.suffix) == CONTEXT else suffix
        return cls((*whole, *exact, *rest), len(whole), len(whole) + len(exact))


def _likely_offset(old: tuple[str, ...], new: list[str], expected: int) -> int | None:
    """By how many words the old ones have moved, as most of their runs of three words say."""
    runs: dict[tuple[str, ...], list[int]] = {}
    for place in range(len(new) - _RUN + 1):
        runs.setdefault(tuple(new[place : place + _RUN]), []).append(place)
    votes: Counter[int] = Counter()
    for place in range(len(old) - _RUN + 1):
        for found in runs.get(old[place : place + _RUN], ()):
            votes[found - place] += 1
    if not votes:
        return None
    return max(votes, key=lambda offset: (votes[offset], -abs(offset - expected)))


def _offset_of(words: list[re.Match[str]], position: int) -> int:
    return sum(1 for word in words if word.end() <= position)


def _span(old: _Needle, new: list[str]) -> tuple[int, int] | None:
    """From which to which of the new words the quotation reaches."""
    blocks = SequenceMatcher(None, old.words, new, False).get_matching_blocks()
    pairs = [(block.a + step, block.b + step) for block in blocks for step in range(block.size)]
    before = [there for here, there in pairs if here < old.first]
    inside = [there for here, there in pairs if old.first <= here < old.last]
    after = [there for here, there in pairs if here >= old.last]
    if not inside and not (before and after):
        return None
    first_kept = any(here == old.first for here, _ in pairs)
    last_kept = any(here == old.last - 1 for here, _ in pairs)
    start = inside[0] if first_kept or not before else before[-1] + 1
    end = inside[-1] + 1 if last_kept or not after else after[0]
    return (start, end) if start < end else None


def _still_the_same(was: str, now: str) -> bool:
    old, new = was.split(), now.split()
    if len(old) < _RUN:
        return SequenceMatcher(None, was, now, False).ratio() >= _WORDS_ALIKE
    return SequenceMatcher(None, old, new, False).ratio() >= _WORDS_ALIKE

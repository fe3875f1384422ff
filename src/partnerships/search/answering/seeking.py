"""Which pages answer a question: exact words, then completed ones, then corrected ones, then most of them."""

from collections.abc import Sequence
from collections.abc import Set as AbstractSet

import msgspec
from rapidfuzz.distance import OSA

from partnerships.search import words
from partnerships.search.answering import ranking
from partnerships.search.answering.facets import Facets
from partnerships.search.answering.matching import Matcher, Slot
from partnerships.search.query import Query, Word
from partnerships.search.vocabulary import Vocabulary

_RARE = 2  # records; a word in no more of them may be a slip
_MUCH_COMMONER = 8  # times, for the word that a rare one was perhaps meant to be
_LONG_ENOUGH = 5  # letters; shorter words resemble too many others for a suggestion
_NEAREST = 6
_KIND_BEGINS = 4  # letters of "temp" that make a template likely


class Found(msgspec.Struct, frozen=True):
    """What was found: the slots of the words, the pages that have each, those with all, and those shown."""

    slots: tuple[Slot, ...]
    having: tuple[AbstractSet[int], ...]
    full: AbstractSet[int]
    pages: AbstractSet[int]

    @property
    def relaxed(self) -> bool:
        """Whether pages are shown that lack a word."""
        return len(self.full) < len(self.pages)

    def missing(self, page: int) -> tuple[str, ...]:
        """The wanted words that a page lacks."""
        if page in self.full:
            return ()
        return tuple(slot.word for slot, having in zip(self.slots, self.having, strict=True) if page not in having)


class Corrected(msgspec.Struct, frozen=True):
    """A corrected question with what it finds; `sure` when nothing else can have been meant."""

    asked: Query
    found: Found
    sure: bool


class Seeker:
    """Seeks the pages for a question, and better words when there are none."""

    def __init__(self, matcher: Matcher, vocabulary: Vocabulary, facets: Facets) -> None:
        self._matcher = matcher
        self._vocabulary = vocabulary
        self._facets = facets

    def seek(self, asked: Query, allowed: AbstractSet[int]) -> Found:
        """Pages with all words; the last is completed if it is unfinished and too few pages have it as it stands.

        When too few pages have all words, or none that is `allowed`, those that have most of them
        are added. That does not hang on filters, so that a filter shows as many pages as it says.
        """
        found = self._with_all(asked, False)
        if asked.unfinished and len(found.full) < ranking.KNOWN and asked.words[-1] in asked.telling:
            found = self._with_all(asked, True)
        if len(found.slots) < 2 or (len(found.full) >= ranking.ENOUGH and found.full & allowed):
            return found
        return msgspec.structs.replace(found, pages=found.full | _having_most(found))

    def _with_all(self, asked: Query, open_ended: bool) -> Found:
        slots = self._matcher.slots(asked.telling, asked.words, open_ended)
        slots += [self._matcher.phrase_slot(phrase) for phrase in asked.phrases]
        if len(slots) == 1:
            return Found(tuple(slots), (slots[0].pages,), slots[0].pages, slots[0].pages)
        having = [slot.pages | self._of_kind(slot.word, open_ended and slot is slots[-1]) for slot in slots]
        full = frozenset.intersection(*having) & frozenset().union(*(slot.pages for slot in slots))
        return Found(tuple(slots), tuple(having), full, full)

    def _of_kind(self, form: str, open_ended: bool) -> frozenset[int]:
        """The pages of the kind that a word names: each tool is a "template", whether it says so or not."""
        kinds = ranking.wanted_kinds([form])
        if open_ended and not kinds and len(form) >= _KIND_BEGINS:
            kinds = ranking.wanted_kinds(self._vocabulary.beginning_with(form, 1))
        pages = self._facets.values.get("kind", {})
        return frozenset().union(*(pages.get(kind, frozenset()) for kind in kinds))

    def corrected(self, asked: Query, found: Found, allowed: AbstractSet[int]) -> Corrected | None:
        """The question with unknown words corrected, if that finds more; rare ones too, if no page has all words."""
        unknown = {slot.word for slot in found.slots if not slot.weights}
        doubtful = set(unknown)
        if not unknown and not found.full & allowed:
            doubtful = {slot.word for slot in found.slots if 0 < self._vocabulary.count(slot.word) <= _RARE}
        beside = [slot.pages for slot in found.slots if slot.weights and slot.word not in doubtful]
        changed: list[Word] = []
        slips = True  # whether all that is unknown is one slip away from a word in use
        for word in asked.words:
            meant: tuple[str, ...] = ()
            if word.form in doubtful:
                meant = self._meant(word.form, asked.unfinished and word is asked.words[-1], beside)
                slips &= bool(meant) and self._is_slip(word.form, meant)
            changed += [Word(form) for form in meant] or [word]
        phrases = tuple(phrase for phrase in asked.phrases if self._matcher.phrase_slot(phrase).weights)
        changed += [Word(form) for phrase in asked.phrases if phrase not in phrases for form in phrase]
        by_form = {word.form: word for word in reversed(changed)}
        better = Query(
            typed=asked.typed,
            words=tuple(by_form[form] for form in dict.fromkeys(word.form for word in changed)),
            phrases=phrases,
            excluded=asked.excluded,
            filters=asked.filters,
        )
        if (better.words, better.phrases) == (asked.words, asked.phrases):
            return None
        answer = self.seek(better, allowed)
        full = bool(answer.full & allowed)
        return Corrected(better, answer, full or slips) if full or (unknown and answer.pages) else None

    def _is_slip(self, form: str, meant: Sequence[str]) -> bool:
        """Whether a form is surely what was meant, with one slip, shortened or written together."""
        if len(meant) > 1:
            return True
        short = len(meant[0]) - len(form) > 1
        return self._vocabulary.count(meant[0]) > _RARE and (short or OSA.distance(form, meant[0]) <= 1)

    def _meant(self, form: str, unfinished: bool, beside: Sequence[frozenset[int]]) -> tuple[str, ...]:
        """What a form was meant to be: likely, much commoner, and where possible found beside the other words."""
        least = _MUCH_COMMONER * self._vocabulary.count(form)
        near = [word for word in self._vocabulary.near(form, unfinished) if self._vocabulary.count(word) >= least]
        candidates: list[tuple[str, ...]] = [(word,) for word in near if word != form]
        if not least and (split := self._vocabulary.split(form)):
            candidates.insert(0, split)
        for candidate in candidates:
            pages = [self._matcher.term(words.stem(word)).pages for word in candidate]
            if frozenset.intersection(*pages, *beside):
                return candidate
        return candidates[0] if candidates else ()

    def suggested(self, asked: Query) -> Query | None:
        """The question with a rare word changed to a much commoner one that it resembles."""
        for word in asked.telling:
            rare = 0 < self._vocabulary.count(word.form) <= _RARE and len(word.form) >= _LONG_ENOUGH
            if not rare or (asked.unfinished and word is asked.words[-1]):
                continue
            meant = self._meant(word.form, False, ())
            if meant and words.stem(meant[0]) != words.stem(word.form):
                changed = tuple(Word(meant[0]) if known is word else known for known in asked.words)
                return Query(asked.typed, changed, asked.phrases)
        return None

    def nearest(self, found: Found) -> tuple[str, ...]:
        """Words of the library that are like those which it does not have."""
        unknown = [slot.word for slot in found.slots if not slot.weights]
        near = [self._vocabulary.near(form, True) for form in unknown]
        begun = [self._vocabulary.beginning_with(form[:letters], 3) for letters in (3, 2, 1) for form in unknown]
        return tuple(dict.fromkeys(word for listed in (*near, *begun) for word in listed))[:_NEAREST]


def _having_most(found: Found) -> frozenset[int]:
    """The pages that have most of the words, by what these tell; a rare word tells no more than a scarce one."""
    known = [
        (min(slot.telling, ranking.TELLING_MOST), having)
        for slot, having in zip(found.slots, found.having, strict=True)
        if slot.weights
    ]
    told: dict[int, float] = {}
    for telling, having in known:
        for page in having:
            told[page] = told.get(page, 0.0) + telling
    with_some = frozenset().union(*(slot.pages for slot in found.slots))
    enough = ranking.MOST * sum(telling for telling, _ in known)
    return frozenset(page for page in with_some if told[page] >= enough)

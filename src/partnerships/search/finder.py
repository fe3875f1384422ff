"""The finder: what is typed goes in, hits come out, within a few thousandths of a second.

Exact words come first, then words that begin as the unfinished one does; only when nothing has a
word is it corrected, and the answer says so. All words are wanted; when too few pages have all,
those with most of them are added, and each says what it lacks.
"""

from bisect import bisect_left
from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from functools import lru_cache
from heapq import nlargest
from operator import itemgetter
from pathlib import Path
from time import perf_counter

from partnerships.library.model import Address
from partnerships.search import query, ranking, snippet, words
from partnerships.search.facets import Facets, Narrowing
from partnerships.search.hits import Hit, Hits, OtherPassage, Run
from partnerships.search.index import Index, Places, Text, unpacked
from partnerships.search.matching import Matcher, Slot
from partnerships.search.query import Filter, Query, Word
from partnerships.search.synonyms import Synonyms

_MORE_PASSAGES = 3
_LONG_QUESTION = 4  # words, idle ones too, from which on pages with most of them are added to a few with all
_COMPLETIONS_TRIED = 4
_TAIL = 4  # words that a completed phrase may begin with
_NEAREST = 6
_MUCH_COMMONER = 8  # times, for a rare word that was found to be called a likely slip
_LONG_ENOUGH = 5  # letters; shorter words resemble too many others
_MARKS_LOOKED_AT = 40  # for the best stretch of a text
_STRETCH = 30  # words that an extract shows, about


_Looked = tuple[Places, list[ranking.Place]]
_tokens = lru_cache(maxsize=1024)(words.tokens)  # of titles and summaries, which come back with each key


@dataclass(frozen=True, slots=True)
class _Found:
    """What a set of slots finds: the pages before filters, and whether pages with only most words are in."""

    slots: tuple[Slot, ...]
    pages: AbstractSet[int]
    full: AbstractSet[int]

    @property
    def relaxed(self) -> bool:
        return len(self.full) < len(self.pages)


@dataclass(frozen=True, slots=True)
class _RankedPage:
    """A page with its passages (score and document), the best first, and what was found in that."""

    score: float
    passages: list[tuple[float, int]]
    looked: _Looked
    missing: tuple[str, ...] = ()


class Finder:
    """Answers questions from an index; for one thread at a time."""

    def __init__(self, folder: Path) -> None:
        """Open the index in `folder`; raises IndexTrouble when it is missing, damaged or not ours."""
        self._index = Index(folder)
        self._vocabulary = self._index.vocabulary
        self._matcher = Matcher(self._index, Synonyms(self._vocabulary.same))
        self._facets = Facets(self._index.pages)

    def find(self, typed: str, filters: tuple[tuple[str, str], ...] = (), limit: int = 20) -> Hits:
        """Answer what was typed. `filters` are pairs of a facet's name and value, chosen beside it."""
        began = perf_counter()
        asked = query.parse(typed)
        chosen = [Filter(name, value) for name, value in filters]
        narrowing = Narrowing(self._facets, [*asked.filters, *chosen])
        excluded = frozenset().union(*(self._matcher.pages_with(forms) for forms in asked.excluded))
        allowed = narrowing.allowed() - excluded
        wanted = asked.telling
        correction = suggestion = None
        nearest: tuple[str, ...] = ()
        if wanted or asked.phrases:
            found = self._search(asked, allowed)
            unknown = [slot.word for slot in found.slots if not slot.weights]
            if unknown:
                better = self._corrected(asked, found, allowed)
                if better is not None:
                    asked, found = better
                    correction = _searched(asked)
                    wanted = asked.telling
                elif not found.pages:
                    nearest = self._nearest(unknown)
            elif len(found.full & allowed) < ranking.ENOUGH:
                suggestion = self._suggestion(asked, wanted, found)
        elif narrowing.narrows or asked.excluded:
            found = _Found((), self._facets.all_pages, self._facets.all_pages)
        else:
            found = _Found((), frozenset(), frozenset())
        pages = found.pages & allowed
        return Hits(
            typed=typed,
            hits=self._hits(asked, found, pages, limit),
            total=len(pages),
            full=len(found.full & allowed),
            facets=self._facets.counted(found.pages - excluded, narrowing),
            searched=_searched(asked),
            correction=correction,
            suggestion=suggestion,
            completion=self._completion(asked, found, allowed) if correction is None else "",
            chips=narrowing.chips,
            words=self._marked(found.slots),
            nearest=nearest,
            relaxed=found.relaxed,
            seconds=perf_counter() - began,
        )

    # ---- which pages --------------------------------------------------------------------------

    def _search(self, asked: Query, allowed: AbstractSet[int]) -> _Found:
        """All words, the last one completed if it is unfinished and too little has it as it stands;
        of a question that too few pages answer in full, most words."""
        phrases = [self._matcher.phrase_slot(phrase) for phrase in asked.phrases]
        slots = self._matcher.slots(asked.telling, asked.words, False) + phrases
        full = _having_all(slots)
        if len(full & allowed) < ranking.ENOUGH and asked.unfinished and asked.words[-1] in asked.telling:
            slots = self._matcher.slots(asked.telling, asked.words, True) + phrases
            full = _having_all(slots)
        few = len(full & allowed)
        if few >= ranking.ENOUGH or len(slots) < 2 or (few and len(asked.words) < _LONG_QUESTION):
            return _Found(tuple(slots), full, full)
        return _Found(tuple(slots), full | _having_most(slots, allowed), full)

    def _corrected(self, asked: Query, found: _Found, allowed: AbstractSet[int]) -> tuple[Query, _Found] | None:
        """The question with each unknown word corrected, if that finds anything."""
        known = [slot.pages for slot in found.slots if slot.weights]
        beside = frozenset.intersection(*known) if known else self._facets.all_pages
        unknown = {slot.word for slot in found.slots if not slot.weights}
        changed: list[Word] = []
        any_changed = False
        for word in asked.words:
            meant: tuple[str, ...] = (word.form,)
            if word.form in unknown:
                last = asked.unfinished and word is asked.words[-1]
                meant = self._meant(word.form, last, beside) or meant
            any_changed |= meant != (word.form,)
            changed += [word] if meant == (word.form,) else [Word(form) for form in meant]
        phrases = tuple(phrase for phrase in asked.phrases if self._matcher.phrase_slot(phrase).weights)
        if phrases != asked.phrases:
            loose = [Word(form) for phrase in asked.phrases if phrase not in phrases for form in phrase]
            changed += [word for word in loose if word.form not in {known.form for known in changed}]
            any_changed = True
        if not any_changed:
            return None
        better = Query(
            typed=asked.typed,
            words=tuple(dict.fromkeys(changed)),
            phrases=phrases,
            excluded=asked.excluded,
            filters=asked.filters,
            unfinished=False,
        )
        answer = self._search(better, allowed)
        return (better, answer) if answer.pages else None

    def _meant(self, form: str, unfinished: bool, beside: AbstractSet[int]) -> tuple[str, ...]:
        """What an unknown form was meant to be: likely, and where possible found beside the other words."""
        candidates: list[tuple[str, ...]] = [(word,) for word in self._vocabulary.near(form, unfinished)]
        if split := self._vocabulary.split(form):
            candidates.insert(0, split)
        for candidate in candidates:
            pages = [self._matcher.term(words.stem(word)).pages for word in candidate]
            if not beside.isdisjoint(frozenset.intersection(*pages)):
                return candidate
        return candidates[0] if candidates else ()

    def _suggestion(self, asked: Query, wanted: Sequence[Word], found: _Found) -> str | None:
        """The question with a rare word changed to a much commoner one that it resembles."""
        for word in wanted:
            count = self._vocabulary.count(word.form)
            open_ended = asked.unfinished and word is asked.words[-1]
            if open_ended or not 0 < count <= 2 or len(word.form) < _LONG_ENOUGH:
                continue
            for other in self._vocabulary.near(word.form):
                if other != word.form and self._vocabulary.count(other) >= _MUCH_COMMONER * count:
                    if words.stem(other) == words.stem(word.form):
                        continue
                    changed = tuple(Word(other) if known is word else known for known in asked.words)
                    return _searched(Query(asked.typed, changed, asked.phrases))
        return None

    def _nearest(self, unknown: Sequence[str]) -> tuple[str, ...]:
        """Words of the library that are like those which it does not have."""
        near = [self._vocabulary.near(form, True) for form in unknown]
        begun = [self._vocabulary.beginning_with(form[:letters], 3) for letters in (3, 2, 1) for form in unknown]
        return tuple(dict.fromkeys(word for listed in (*near, *begun) for word in listed))[:_NEAREST]

    def _marked(self, slots: Sequence[Slot]) -> tuple[str, ...]:
        """The forms that an opened page should mark; several with a space between stand together."""
        form_of = self._vocabulary.forms
        found = {form_of[number] for slot in slots for number in slot.forms}
        found.update(" ".join(form_of[number] for number in phrase) for slot in slots for phrase in slot.phrases)
        return tuple(sorted(found))

    # ---- which first --------------------------------------------------------------------------

    def _hits(self, asked: Query, found: _Found, pages: AbstractSet[int], limit: int) -> tuple[Hit, ...]:
        typed = [word.form for word in asked.words]
        closer = ranking.Closer(typed, found.slots, asked.unfinished, self._vocabulary.forms)
        if found.slots:
            ranked = self._ranked(found, pages, closer, limit)
        else:
            first = [self._matcher.starts[page] for page in sorted(pages)[:limit]]
            ranked = [_RankedPage(0.0, [(0.0, document)], self._look(document, closer)) for document in first]
        stretches = [_best_stretch(*page.looked) for page in ranked]
        texts = self._index.texts(
            (page.passages[0][1], stretch[0][0] - page.looked[0].body if stretch else 0)
            for page, stretch in zip(ranked, stretches, strict=True)
        )
        return tuple(map(self._hit, ranked, texts, stretches))

    def _ranked(
        self, found: _Found, pages: AbstractSet[int], closer: ranking.Closer, limit: int
    ) -> list["_RankedPage"]:
        scores = self._scores(found.slots, pages)
        best: dict[int, float] = {}
        page_of = self._matcher.page_of
        for document, score in scores.items():
            page = page_of[document]
            if page in pages and score > best.get(page, 0.0):
                best[page] = score
        looked_at = nlargest(max(limit, ranking.LOOKED_AT), best.items(), key=itemgetter(1))
        starts = self._matcher.starts
        ranked = []
        for page, most in looked_at:
            own = [document for document in range(starts[page], starts[page + 1]) if document in scores]
            own.sort(key=lambda document: (-scores[document], document))
            few = [document for document in own[:2] if scores[document] >= ranking.NEARLY * most]
            looked = {document: self._look(document, closer) for document in few}
            close = [(scores[document] * closer.look(*looked[document]), document) for document in few]
            if len(close) > 1 and close[1][0] > close[0][0]:
                close.reverse()
            score = close[0][0] * closer.page_factor(self._facets.kinds[page], len(own))
            others = [(scores[document], document) for document in own[len(few) : len(few) + _MORE_PASSAGES]]
            ranked.append((score, -page, [*close, *others], looked[close[0][1]]))
        ranked.sort(key=lambda page: page[:2], reverse=True)
        return [
            _RankedPage(score, passages, looked, self._missing(found, -page))
            for score, page, passages, looked in ranked[:limit]
        ]

    def _look(self, document: int, closer: ranking.Closer) -> _Looked:
        places = self._index.places(document)
        return places, closer.found(places)

    def _scores(self, slots: Sequence[Slot], pages: AbstractSet[int]) -> Mapping[int, float]:
        """The first score of each document that has any of the words, on the pages if those are few."""
        if len(slots) == 1:
            return slots[0].weights
        scores: dict[int, float] = {}
        starts = self._matcher.starts
        own = [document for page in pages for document in range(starts[page], starts[page + 1])]
        few = len(own) * 2 < sum(len(slot.weights) for slot in slots) / len(slots)
        for slot in slots:
            base = slot.telling * ranking.PRESENCE
            telling, weights, known = slot.telling, slot.weights, scores.get
            if few:
                for document in own:
                    if document in weights:
                        scores[document] = known(document, 0.0) + base + telling * weights[document]
            else:
                for document, weight in weights.items():
                    scores[document] = known(document, 0.0) + base + telling * weight
        return scores

    def _missing(self, found: _Found, page: int) -> tuple[str, ...]:
        if page in found.full:
            return ()
        return tuple(slot.word for slot in found.slots if page not in slot.pages)

    # ---- what is shown ------------------------------------------------------------------------

    def _hit(self, page: _RankedPage, text: Text, stretch: Sequence[ranking.Place]) -> Hit:
        best = page.passages[0][1]
        card = self._index.card(best)
        places, found = page.looked
        return Hit(
            address=Address(card.id, card.anchor),
            kind=card.kind,
            section=card.section,
            group=card.group,
            title=card.title,
            heading=card.heading,
            score=page.score,
            title_runs=_cut(card.title, [place for place in found if place[0] < len(places.title)], 0, len(card.title)),
            snippet=_extract(text, places, found, stretch),
            more=tuple(self._other(score, number) for score, number in page.passages[1 : 1 + _MORE_PASSAGES]),
            missing=page.missing,
        )

    def _other(self, score: float, document: int) -> OtherPassage:
        card = self._index.card(document)
        return OtherPassage(Address(card.id, card.anchor), card.heading, score)

    # ---- how it goes on -----------------------------------------------------------------------

    def _completion(self, asked: Query, found: _Found, allowed: AbstractSet[int]) -> str:
        """The rest of the word, phrase or filter that is being typed, if something would be found."""
        if asked.unfinished_filter is not None:
            return self._facets.rest_of(asked.unfinished_filter)
        if not asked.words or not asked.unfinished:
            return ""
        forms = [word.form for word in asked.words]
        for first in range(max(0, len(forms) - _TAIL), len(forms)):
            tail = " ".join(forms[first:])
            before = self._beside(found.slots, forms[first:])
            for phrase in self._vocabulary.phrases_beginning_with(tail, _COMPLETIONS_TRIED):
                if self._goes_on(phrase.split(), before, allowed):
                    return phrase[len(tail) :]
        if self._vocabulary.count(forms[-1]) and len(forms[-1]) > 3:
            return ""
        before = self._beside(found.slots, forms[-1:])
        for word in self._vocabulary.beginning_with(forms[-1], _COMPLETIONS_TRIED):
            if self._goes_on([word], before, allowed):
                return word[len(forms[-1]) :]
        return ""

    def _beside(self, slots: Sequence[Slot], forms: Sequence[str]) -> list[frozenset[int]]:
        return [slot.pages for slot in slots if slot.weights and slot.word not in forms]

    def _goes_on(self, forms: Sequence[str], before: Sequence[frozenset[int]], allowed: AbstractSet[int]) -> bool:
        """Whether a page has all these words beside those before."""
        pages = [self._matcher.term(words.stem(form)).pages for form in forms if form not in words.STOP_WORDS]
        return bool(frozenset(allowed).intersection(*pages, *before))


def _best_stretch(places: Places, found: Sequence[ranking.Place]) -> Sequence[ranking.Place]:
    """Of the places in the body those that an extract should show."""
    in_body = found[bisect_left(found, (places.body,)) :][:_MARKS_LOOKED_AT]
    first = snippet.best(in_body, _STRETCH)
    return [place for place in in_body[first:] if place[0] < in_body[first][0] + _STRETCH]


def _extract(
    text: Text, places: Places, found: Sequence[ranking.Place], stretch: Sequence[ranking.Place]
) -> tuple[Run, ...]:
    """The best stretch of the body; of the summary, when only that has any of the words."""
    if not stretch and text.summary:
        in_summary = [place for place in found if places.heading_end <= place[0] < places.summary_end]
        return _cut(text.summary, in_summary, places.heading_end)
    starts = unpacked(text.packed_starts)
    first = places.body + text.first
    marks = []
    for place, end, number in stretch:
        if end - first <= len(starts):
            marks.append((starts[place - first], words.end_of(text.body, starts[end - first - 1]), number))
    return snippet.cut(text.body, _apart(marks), whole=(text.begins, text.ends))


def _cut(text: str, found: Sequence[ranking.Place], first: int, width: int = snippet.WIDTH) -> tuple[Run, ...]:
    """An extract of a short text whose first word has the place `first`."""
    tokens = _tokens(text) if found else ()
    marks = [(tokens[place - first][1], tokens[end - first - 1][2], number) for place, end, number in found]
    return snippet.cut(text, _apart(marks), width)


def _apart(marks: Sequence[snippet.Mark]) -> list[snippet.Mark]:
    """Marks without those that begin within another; of two that begin together the longer."""
    apart: list[snippet.Mark] = []
    for mark in sorted(marks, key=lambda mark: (mark[0], -mark[1])):
        if not apart or mark[0] >= apart[-1][1]:
            apart.append(mark)
    return apart


def _having_all(slots: Sequence[Slot]) -> frozenset[int]:
    if not slots:
        return frozenset()
    fewest_first = sorted((slot.pages for slot in slots), key=len)
    return fewest_first[0].intersection(*fewest_first[1:])


def _having_most(slots: Sequence[Slot], allowed: AbstractSet[int]) -> frozenset[int]:
    """The pages that have most of the words, measured by how telling each is; failing that, the most that any has."""
    telling: dict[int, float] = {}
    for slot in slots:
        if slot.weights:
            for page in slot.pages & allowed:
                telling[page] = telling.get(page, 0.0) + slot.telling
    if not telling:
        return frozenset()
    enough = min(ranking.MOST * sum(slot.telling for slot in slots if slot.weights), max(telling.values()) * 0.999)
    return frozenset(page for page, share in telling.items() if share >= enough)


def _searched(asked: Query) -> str:
    """What was searched, as one could type it; filters are shown as chips."""
    return " ".join((*(word.form for word in asked.telling), *(f'"{" ".join(phrase)}"' for phrase in asked.phrases)))

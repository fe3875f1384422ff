"""The finder: what is typed goes in, hits come out, within a few thousandths of a second.

Exact words come first, then words that begin as the unfinished one does; only when nothing has a
word is it corrected, and the answer says so. All words are wanted; when too few pages have all,
those with most of them are added, and each says what it lacks.
"""

from bisect import bisect_left
from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet
from functools import lru_cache
from heapq import nlargest
from operator import itemgetter
from pathlib import Path
from time import perf_counter

import msgspec

from partnerships.library.model import Address
from partnerships.search import query, snippet, words
from partnerships.search.answering import ranking
from partnerships.search.answering.completing import Completer
from partnerships.search.answering.facets import Facets, Narrowing
from partnerships.search.answering.matching import Matcher, Slot
from partnerships.search.answering.seeking import Found, Seeker
from partnerships.search.answering.worth import Worth
from partnerships.search.hits import Chip, Hit, Hits, OtherPassage, Run
from partnerships.search.index import Index, Places, Text, unpacked
from partnerships.search.query import Filter, Query
from partnerships.search.synonyms import Synonyms

_MORE_PASSAGES = 3
_MARKS_LOOKED_AT = 40  # for the best stretch of a text
_STRETCH = 30  # words that an extract shows, about


_Looked = tuple[Places, list[ranking.Place]]
_tokens = lru_cache(maxsize=1024)(words.tokens)  # of titles and summaries, which come back with each key


class _RankedPage(msgspec.Struct, frozen=True):
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
        self._worth = Worth(self._index.pages, self._facets)
        self._seeker = Seeker(self._matcher, self._vocabulary, self._facets)
        self._completer = Completer(self._matcher, self._vocabulary, self._facets)

    def find(
        self, typed: str, filters: tuple[tuple[str, str], ...] = (), limit: int = 20, exactly: bool = False
    ) -> Hits:
        """Answer what was typed. `filters` are pairs of a facet's name and value, chosen beside it.

        What is to be searched `exactly` is not corrected: what it would have been corrected to is a suggestion.
        """
        began = perf_counter()
        asked = query.parse(typed)
        operators = tuple(Chip(each.name, each.value, each.excluded, typed=each.typed) for each in asked.operators)
        chosen = [Filter(name, value) for name, value in filters]
        narrowing = Narrowing(self._facets, [*asked.filters, *chosen])
        excluded = frozenset().union(*(self._matcher.pages_with(forms) for forms in asked.excluded))
        allowed = narrowing.allowed() - excluded
        correction = suggestion = None
        nearest: tuple[str, ...] = ()
        if asked.words or asked.phrases:
            found = self._seeker.seek(asked, allowed)
            unknown = not all(slot.weights for slot in found.slots)
            if unknown or not found.full & allowed:
                better = self._seeker.corrected(asked, found, allowed)
                if better is not None and better.sure and not exactly:
                    asked, found = better.asked, better.found
                    correction = _searched(asked)
                elif better is not None:
                    suggestion = _searched(better.asked)
                if not found.pages & allowed:
                    nearest = self._seeker.nearest(found)
            elif len(found.full & allowed) < ranking.KNOWN and (meant := self._seeker.suggested(asked)):
                suggestion = _searched(meant)
        else:
            everything = self._facets.all_pages if narrowing.narrows or asked.excluded else frozenset()
            found = Found((), (), everything, everything)
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
            completion=self._completer.rest(asked, found, allowed) if correction is None else "",
            chips=(*narrowing.chips, *operators),
            words=self._marked(found.slots),
            nearest=nearest,
            relaxed=found.relaxed,
            seconds=perf_counter() - began,
        )

    def _marked(self, slots: Sequence[Slot]) -> tuple[str, ...]:
        """The forms that an opened page should mark; several with a space between stand together."""
        form_of = self._vocabulary.forms
        found = {form_of[number] for slot in slots for number in slot.forms}
        found.update(" ".join(form_of[number] for number in phrase) for slot in slots for phrase in slot.phrases)
        return tuple(sorted(found))

    # ---- which first --------------------------------------------------------------------------

    def _hits(self, asked: Query, found: Found, pages: AbstractSet[int], limit: int) -> tuple[Hit, ...]:
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

    def _ranked(self, found: Found, pages: AbstractSet[int], closer: ranking.Closer, limit: int) -> list["_RankedPage"]:
        scores = self._scores(found.slots, pages)
        best: dict[int, float] = {}
        page_of = self._matcher.page_of
        for document, score in scores.items():
            page = page_of[document]
            if page in pages and score > best.get(page, 0.0):
                best[page] = score
        weighed = nlargest(max(limit, ranking.WEIGHED), best.items(), key=itemgetter(1))
        wholes = {page: self._whole(found.slots, page) * self._worth.of[page] for page, _ in weighed}
        looked_at = nlargest(
            max(limit, ranking.LOOKED_AT),
            ((page, most, most * self._worth.of[page] + wholes[page]) for page, most in weighed),
            key=itemgetter(2),
        )
        own_scores: dict[int, float] = {}
        seen: dict[int, tuple[list[tuple[float, int]], _Looked]] = {}
        for page, most, _ in looked_at:
            passages, looked = self._passages(page, most, scores, closer)
            whole = passages[0][0] * self._worth.of[page] + wholes[page]
            own_scores[page] = whole * closer.page_factor(self._facets.kinds[page], len(passages))
            seen[page] = passages, looked
        lent = self._worth.lent(own_scores)
        ranked = [(score + ranking.LENT * lent[page], -page) for page, score in own_scores.items()]
        ranked.sort(reverse=True)
        return [_RankedPage(score, *seen[-page], found.missing(-page)) for score, page in ranked[:limit]]

    def _passages(
        self, page: int, most: float, scores: Mapping[int, float], closer: ranking.Closer
    ) -> tuple[list[tuple[float, int]], _Looked]:
        """The passages of a page that were found, the best first, and what was found in that."""
        starts = self._matcher.starts
        own = [document for document in range(starts[page], starts[page + 1]) if document in scores]
        own.sort(key=lambda document: (-scores[document], document))
        few = [document for document in own[:2] if scores[document] >= ranking.NEARLY * most]
        looked = {document: self._look(document, closer) for document in few}
        close = [(scores[document] * closer.look(*looked[document]), document) for document in few]
        if len(close) > 1 and close[1][0] > close[0][0]:
            close.reverse()
        others = [(scores[document], document) for document in own[len(few) :]]
        return [*close, *others], looked[close[0][1]]

    def _whole(self, slots: Sequence[Slot], page: int) -> float:
        """What a page is worth as a whole: the best that any of its passages has of each word, and how many have it."""
        documents = range(self._matcher.starts[page], self._matcher.starts[page + 1])
        alone = len(slots) == 1
        total = 0.0
        for slot in slots:
            weights = [slot.weights[document] for document in documents if document in slot.weights]
            if weights:
                worth = max(weights) + ranking.THROUGHOUT * len(weights) / len(documents)
                total += worth if alone else slot.telling * (ranking.PRESENCE + worth)
        return ranking.WHOLE_PAGE * total

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


def _searched(asked: Query) -> str:
    """What was searched, as one could type it; filters are shown as chips."""
    return " ".join((*(word.form for word in asked.telling), *(f'"{" ".join(phrase)}"' for phrase in asked.phrases)))

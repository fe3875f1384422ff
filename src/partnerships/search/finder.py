"""The finder: what is typed goes in, hits come out, within a few thousandths of a second.

Exact words come first, then words that begin as the unfinished one does; only when nothing has a
word is it corrected, and the answer says so. All words are wanted; when too few pages have all,
those with most of them are added, and each says what it lacks.
"""

from array import array
from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from heapq import nlargest
from pathlib import Path
from time import perf_counter

from partnerships.library.model import Address
from partnerships.search import query, ranking, snippet, words
from partnerships.search.hits import Chip, Facet, FacetValue, Hit, Hits, OtherPassage, Run
from partnerships.search.index import Index
from partnerships.search.matching import Matcher, Slot
from partnerships.search.query import Filter, Query, Word
from partnerships.search.synonyms import Synonyms
from partnerships.search.vocabulary import Vocabulary

_MORE_PASSAGES = 6
_PASSAGES_LOOKED_AT = 3  # of each page that is looked at closely
_LONG_QUESTION = 4  # words, from which on pages with most of them are added to a few with all
_COMPLETIONS_TRIED = 4
_TAIL = 4  # words that a completed phrase may begin with
_NEAREST = 6
_MUCH_COMMONER = 8  # times, for a rare word that was found to be called a likely slip
_LONG_ENOUGH = 5  # letters; shorter words resemble too many others
_HIDDEN_FACETS = frozenset({"group"})  # used by filters, too many to list


@dataclass(frozen=True, slots=True)
class _Found:
    """What a set of slots finds: the pages before filters, and whether pages with only most words are in."""

    slots: tuple[Slot, ...]
    pages: AbstractSet[int]
    full: AbstractSet[int]

    @property
    def relaxed(self) -> bool:
        return len(self.full) < len(self.pages)


class Finder:
    """Answers questions from an index; for one thread at a time."""

    def __init__(self, folder: Path) -> None:
        """Open the index in `folder`; raises IndexTrouble when it is missing, damaged or not ours."""
        self._index = Index(folder)
        self._vocabulary = Vocabulary(self._index.vocabulary)
        self._matcher = Matcher(self._index, self._vocabulary, Synonyms(self._index.vocabulary.same))
        self._facets = {
            name: {value: frozenset(array("I", numbers)) for value, numbers in values.items()}
            for name, values in self._index.pages.facets.items()
        }
        self._all_pages = frozenset(range(len(self._matcher.starts) - 1))

    def find(self, typed: str, filters: tuple[tuple[str, str], ...] = (), limit: int = 20) -> Hits:
        """Answer what was typed. `filters` are pairs of a facet's name and value, chosen beside it."""
        began = perf_counter()
        asked = query.parse(typed)
        chosen = [Filter(name, value) for name, value in filters]
        narrowing = _Narrowing(self._facets, self._index.pages.years, self._all_pages, [*asked.filters, *chosen])
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
            found = _Found((), self._all_pages, self._all_pages)
        else:
            found = _Found((), frozenset(), frozenset())
        pages = found.pages & allowed
        marks = frozenset().union(*(slot.marks for slot in found.slots))
        return Hits(
            typed=typed,
            hits=self._hits(asked, found, pages, marks, limit),
            total=len(pages),
            full=len(found.full & allowed),
            facets=self._counted(found.pages - excluded, narrowing),
            searched=_searched(asked),
            correction=correction,
            suggestion=suggestion,
            completion=self._completion(asked, found, allowed) if correction is None else "",
            chips=narrowing.chips,
            words=tuple(sorted(marks)),
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
        if few >= ranking.ENOUGH or len(slots) < 2 or (few and len(slots) < _LONG_QUESTION):
            return _Found(tuple(slots), full, full)
        return _Found(tuple(slots), full | _having_most(slots, allowed), full)

    def _corrected(self, asked: Query, found: _Found, allowed: AbstractSet[int]) -> tuple[Query, _Found] | None:
        """The question with each unknown word corrected, if that finds anything."""
        known = [slot.pages for slot in found.slots if slot.weights]
        beside = frozenset.intersection(*known) if known else self._all_pages
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

    # ---- which first --------------------------------------------------------------------------

    def _hits(
        self, asked: Query, found: _Found, pages: AbstractSet[int], marks: AbstractSet[str], limit: int
    ) -> tuple[Hit, ...]:
        if not found.slots:
            starts = self._matcher.starts
            return tuple(self._hit(0.0, starts[page], (), (), marks) for page in sorted(pages)[:limit])
        scores = self._scores(found.slots, pages)
        best: dict[int, float] = {}
        page_of = self._matcher.page_of
        for document, score in scores.items():
            page = page_of[document]
            if page in pages and score > best.get(page, 0.0):
                best[page] = score
        looked_at = nlargest(max(limit, ranking.LOOKED_AT), best.items(), key=lambda item: (item[1], -item[0]))
        typed = [word.form for word in asked.words]
        closer = ranking.Closer(typed, found.slots, asked.unfinished, self._vocabulary.forms)
        ranked = []
        for page, _ in looked_at:
            own = range(self._matcher.starts[page], self._matcher.starts[page + 1])
            passages = sorted(((scores[document], -document) for document in own if document in scores), reverse=True)
            few = passages[:_PASSAGES_LOOKED_AT]
            close = sorted(
                ((score * closer.look(self._index.forms(-document)), document) for score, document in few), reverse=True
            )
            kind = self._index.card(-close[0][1]).kind
            score = close[0][0] * closer.page_factor(kind, len(passages))
            ranked.append((score, -page, [(score, -document) for score, document in (*close, *passages[len(few) :])]))
        ranked.sort(reverse=True)
        return tuple(
            self._hit(score, passages[0][1], passages[1:], self._missing(found, -page), marks)
            for score, page, passages in ranked[:limit]
        )

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

    def _hit(
        self,
        score: float,
        document: int,
        others: Sequence[tuple[float, int]],
        missing: tuple[str, ...],
        marks: AbstractSet[str],
    ) -> Hit:
        card = self._index.card(document)
        return Hit(
            address=Address(card.id, card.anchor),
            kind=card.kind,
            section=card.section,
            group=card.group,
            title=card.title,
            heading=card.heading,
            score=score,
            title_runs=snippet.mark(card.title, marks),
            snippet=self._extract(document, marks),
            more=tuple(self._other(own_score, number) for own_score, number in others[:_MORE_PASSAGES]),
            missing=missing,
        )

    def _extract(self, document: int, marks: AbstractSet[str]) -> tuple[Run, ...]:
        summary, body = self._index.text(document)
        text = body if body and (not summary or snippet.has_any(body, marks) or not marks) else summary
        return snippet.extract(text if marks else summary or body, marks)

    def _other(self, score: float, document: int) -> OtherPassage:
        card = self._index.card(document)
        return OtherPassage(Address(card.id, card.anchor), card.heading, score)

    def _counted(self, pages: AbstractSet[int], narrowing: "_Narrowing") -> tuple[Facet, ...]:
        """For each facet's values the pages that choosing it would show."""
        facets = []
        for name, values in self._facets.items():
            if name in _HIDDEN_FACETS:
                continue
            base = pages & narrowing.allowed(without=name)
            chosen = narrowing.chosen(name)
            counted = [
                FacetValue(value, len(base & having), value in chosen)
                for value, having in values.items()
                if value in chosen or not base.isdisjoint(having)
            ]
            if counted:
                counted.sort(key=lambda item: (-item.count, item.value))
                facets.append(Facet(name, tuple(counted)))
        return tuple(facets)

    # ---- how it goes on -----------------------------------------------------------------------

    def _completion(self, asked: Query, found: _Found, allowed: AbstractSet[int]) -> str:
        """The rest of the word, phrase or filter that is being typed, if something would be found."""
        if asked.unfinished_filter is not None:
            return self._filter_rest(asked.unfinished_filter)
        if not asked.words or not asked.unfinished:
            return ""
        forms = [word.form for word in asked.words]
        for first in range(max(0, len(forms) - _TAIL), len(forms)):
            tail = " ".join(forms[first:])
            before = found.slots[: -len(forms[first:])] if first else ()
            for phrase in self._vocabulary.phrases_beginning_with(tail, _COMPLETIONS_TRIED):
                if self._goes_on(phrase.split(), before, allowed):
                    return phrase[len(tail) :]
        if self._vocabulary.count(forms[-1]) and len(forms[-1]) > 3:
            return ""
        for word in self._vocabulary.beginning_with(forms[-1], _COMPLETIONS_TRIED):
            if self._goes_on([word], found.slots[:-1], allowed):
                return word[len(forms[-1]) :]
        return ""

    def _goes_on(self, forms: Sequence[str], before: Sequence[Slot], allowed: AbstractSet[int]) -> bool:
        pages = [self._matcher.term(words.stem(form)).pages for form in forms if form not in words.STOP_WORDS]
        together = frozenset(allowed).intersection(*pages, *(slot.pages for slot in before if slot.weights))
        return bool(together)

    def _filter_rest(self, unfinished: Filter) -> str:
        if unfinished.name == "in":
            values: Sequence[str] = [*query.PLACES]
        else:
            values = [*self._facets.get(unfinished.name, ())]
        typed = unfinished.value
        return next((value[len(typed) :] for value in values if value.startswith(typed) and value != typed), "")


class _Narrowing:
    """The filters in force: which pages they allow, and the chips that show them."""

    def __init__(
        self,
        facets: Mapping[str, Mapping[str, frozenset[int]]],
        years: bytes,
        all_pages: frozenset[int],
        filters: Sequence[Filter],
    ) -> None:
        self._facets = facets
        self._years = array("H", years)
        self._all = all_pages
        self._wanted: dict[str, frozenset[int]] = {}
        self._unwanted: frozenset[int] = frozenset()
        self._values: dict[str, set[str]] = {}
        self.chips = tuple(self._chip(filter_) for filter_ in filters)

    @property
    def narrows(self) -> bool:
        """Whether any filter is in force."""
        return bool(self._wanted or self._unwanted)

    def allowed(self, without: str = "") -> frozenset[int]:
        """The pages that all filters allow, those of one facet set aside."""
        sets = [pages for name, pages in self._wanted.items() if name != without]
        return self._all.intersection(*sets) - self._unwanted if sets or self._unwanted else self._all

    def chosen(self, name: str) -> AbstractSet[str]:
        """The values of a facet that are chosen."""
        return self._values.get(name, frozenset())

    def _chip(self, filter_: Filter) -> Chip:
        name, value, pages = self._resolved(filter_)
        if pages is None:
            return Chip(name, value, filter_.excluded, known=False, typed=filter_.typed)
        if filter_.excluded:
            self._unwanted |= pages
        else:
            self._wanted[name] = self._wanted.get(name, frozenset()) | pages
            self._values.setdefault(name, set()).add(value)
        return Chip(name, value, filter_.excluded, typed=filter_.typed)

    def _resolved(self, filter_: Filter) -> tuple[str, str, frozenset[int] | None]:
        name, value = filter_.name, filter_.value
        if name == "year":
            span = query.years(value)
            return name, value, None if span is None else self._within(*span)
        if name == "in":
            places = {query.PLACES[place] for place in query.PLACES if value and place.startswith(value)}
            name, value = places.pop() if len(places) == 1 else ("group", value)
        values = self._facets.get(name, {})
        if value in values:
            return name, value, values[value]
        near = [known for known in values if value and known.startswith(value)]
        if len(near) == 1:
            return name, near[0], values[near[0]]
        return ("in" if filter_.name == "in" else name), value, None

    def _within(self, first: int, last: int) -> frozenset[int]:
        """The pages whose years touch a span."""
        begins, ends = self._years[::2], self._years[1::2]
        spans = enumerate(zip(begins, ends, strict=True))
        return frozenset(page for page, (begin, end) in spans if end and begin <= last and end >= first)


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

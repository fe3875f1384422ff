"""Facets: which pages each value has, what the filters in force allow, and what choosing a value would show."""

from array import array
from collections.abc import Sequence
from collections.abc import Set as AbstractSet

from partnerships.search import query
from partnerships.search.hits import Chip, Facet, FacetValue
from partnerships.search.index import Pages
from partnerships.search.query import Filter

_UNLISTED = frozenset({"group"})  # used by filters, too many to list


class Facets:
    """The values of each facet, with the pages that have them."""

    def __init__(self, pages: Pages) -> None:
        self.all_pages = frozenset(range(len(pages.starts) // array("I").itemsize))
        self.values = {
            name: {value: frozenset(array("I", numbers)) for value, numbers in values.items()}
            for name, values in pages.facets.items()
        }
        self.kinds = [""] * len(self.all_pages)
        for kind, having in self.values.get("kind", {}).items():
            for page in having:
                self.kinds[page] = kind
        self._years = array("H", pages.years)

    def within(self, first: int, last: int) -> frozenset[int]:
        """The pages whose years touch a span."""
        spans = enumerate(zip(self._years[::2], self._years[1::2], strict=True))
        return frozenset(page for page, (begin, end) in spans if end and begin <= last and end >= first)

    def rest_of(self, unfinished: Filter) -> str:
        """How a filter that is being typed may go on."""
        values: Sequence[str] = [*(query.PLACES if unfinished.name == "in" else self.values.get(unfinished.name, ()))]
        typed = unfinished.value
        return next((value[len(typed) :] for value in values if value.startswith(typed) and value != typed), "")

    def counted(self, pages: AbstractSet[int], narrowing: "Narrowing") -> tuple[Facet, ...]:
        """For each facet's values how many of `pages` choosing it would show, the filters on other facets kept."""
        facets = []
        for name, values in self.values.items():
            if name in _UNLISTED:
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


class Narrowing:
    """The filters in force: which pages they allow, and the chips that show them."""

    def __init__(
        self,
        facets: "Facets",
        filters: Sequence[Filter],
    ) -> None:
        self._facets = facets
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
        return (
            self._facets.all_pages.intersection(*sets) - self._unwanted
            if sets or self._unwanted
            else self._facets.all_pages
        )

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
            return name, value, None if span is None else self._facets.within(*span)
        if name == "in":
            places = {query.PLACES[place] for place in query.PLACES if value and place.startswith(value)}
            name, value = places.pop() if len(places) == 1 else ("group", value)
        values = self._facets.values.get(name, {})
        if value in values:
            return name, value, values[value]
        near = [known for known in values if value and known.startswith(value)]
        if len(near) == 1:
            return name, near[0], values[near[0]]
        return ("in" if filter_.name == "in" else name), value, None

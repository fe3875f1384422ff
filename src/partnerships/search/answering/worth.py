"""What a page is worth apart from the words of a question: by its kind, and by the pages that lead to it."""

from array import array
from collections.abc import Mapping

from partnerships.search.answering import ranking
from partnerships.search.answering.facets import Facets
from partnerships.search.index import Pages


class Worth:
    """Knows for each page its worth and its neighbors: pages of which one leads to the other."""

    def __init__(self, pages: Pages, facets: Facets) -> None:
        about = facets.values.get("group", {}).get(ranking.ABOUT_GROUP, frozenset())
        linked = array("H", pages.linked)
        self.of = [ranking.page_worth(kind, page in about, linked[page]) for page, kind in enumerate(facets.kinds)]
        self._neighbors = array("I", pages.neighbors)
        self._starts = array("I", pages.neighbor_starts)

    def lent(self, scores: Mapping[int, float]) -> dict[int, float]:
        """What each page is lent by those of its neighbors that were found too.

        A page with many neighbors lends less to each, and needs more of them.
        """
        starts = self._starts
        roots = {page: (starts[page + 1] - starts[page] + ranking.STRANGERS) ** 0.5 for page in scores}
        lent = dict.fromkeys(scores, 0.0)
        for page, score in scores.items():
            for neighbor in self._neighbors[starts[page] : starts[page + 1]]:
                if neighbor in lent:
                    lent[neighbor] += score / (roots[page] * roots[neighbor])
        return lent

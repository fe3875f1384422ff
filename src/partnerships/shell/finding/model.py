"""The results as rows of a list."""

from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from partnerships.search.hits import Hit, Run

Index = QModelIndex | QPersistentModelIndex


class HitsModel(QAbstractListModel):
    """One row a page that was found."""

    def __init__(self, where: dict[tuple[str, str], str], parent: QObject | None = None) -> None:
        """`where` gives the words for a section and group, such as "Case Studies › Crisis response"."""
        super().__init__(parent)
        self._where = where
        self._hits: tuple[Hit, ...] = ()

    def show(self, hits: tuple[Hit, ...]) -> None:
        """Show other results."""
        self.beginResetModel()
        self._hits = hits
        self.endResetModel()

    def hit(self, row: int) -> Hit:
        """The result in a row."""
        return self._hits[row]

    def where(self, hit: Hit) -> str:
        """Where a result stands in the library, in words."""
        words = self._where.get((hit.section, hit.group), "")
        return f"{words} › {hit.heading}" if hit.heading and hit.heading != hit.title else words

    def rowCount(self, parent: Index | None = None) -> int:
        """How many results there are."""
        return 0 if parent is not None and parent.isValid() else len(self._hits)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # as Qt has it
        """The title; for assistive technology the place and the snippet too."""
        hit = self._hits[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return hit.title
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{hit.title}. {self.where(hit)}. {plain(hit.snippet)}"
        return None


def plain(runs: tuple[Run, ...]) -> str:
    """The words of runs in one line, without marks; as long as the runs together."""
    return "".join(run.text for run in runs).replace("\n", " ")

"""The search panel: a box, the results, and ways to narrow them, over the whole window."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QEvent, QObject, QRect, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QScrollArea, QVBoxLayout, QWidget

from partnerships.library.model import Address
from partnerships.notebook.finding import Found
from partnerships.search.hits import Chip, Hits
from partnerships.shell.finding import own, words
from partnerships.shell.finding.box import SearchBox
from partnerships.shell.finding.control import Filters, FindControl
from partnerships.shell.finding.facets import OWN, facet_counts, facet_groups
from partnerships.shell.finding.filters import FilterRow, chip_words, without
from partnerships.shell.finding.hit_list import HitList
from partnerships.shell.finding.model import HitsModel
from partnerships.shell.jobs import Lane
from partnerships.shell.panel import Surroundings
from partnerships.shell.parts.empty import EmptyState
from partnerships.shell.parts.facets import FacetList
from partnerships.shell.parts.title_list import TitleList
from partnerships.shell.vocabulary import places_in_library

_WIDEST, _TALLEST = 1000, 690  # the card at 100 % text, pixels
_RECENT_SHOWN = 8


class FindPanel(QWidget):
    """Lies over the window. `chosen` carries a result's address and the words to mark in it."""

    chosen = Signal(Address, tuple)
    announced = Signal(str)
    shown = Signal(object)  # Hits, when they stand on screen

    def __init__(
        self, surroundings: Surroundings, make: Callable[[], Any], lane: Lane, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._look, self._keeper, self._edition = surroundings.look, surroundings.keeper, surroundings.edition
        self._control = FindControl(make, lane, self)
        self._control.found.connect(self._show)
        self._control.failed.connect(self._trouble)
        self._own = own.OwnControl(self._keeper, self)
        self._own.found.connect(self._show_own)
        self._targets: dict[str, Address] = {}
        self._own_total = 0
        self._exactly = False
        self._model = HitsModel(places_in_library(self._edition), self)
        self.hits = Hits("")
        self._card = QFrame(self)
        self._card.setProperty("role", "card")
        self.setObjectName("find")
        self._card.setObjectName("search-card")
        self._card.setAccessibleName(self.tr("Search"))
        self.box = SearchBox(self._look, self._card)
        self.box.textEdited.connect(lambda _: self._ask())
        self._count = QLabel(self._card)
        self._count.setObjectName("quiet")
        self._close = QPushButton(self.tr("Esc"), self._card)
        self._close.setAccessibleName(self.tr("Close the search"))
        self._close.setProperty("role", "chip")
        self._close.clicked.connect(self.close_panel)
        self._notice = QLabel(self._card)
        self._notice.setWordWrap(True)
        self._notice.setTextFormat(Qt.TextFormat.RichText)
        self._notice.linkActivated.connect(self._link)
        self.filters = FilterRow(chip_words(self._edition), self._card)
        self.filters.closed.connect(self._close_chip)
        self.list = HitList(self._look, self._model, self._card)
        self.list.opened.connect(self._open_row)
        self.own_list = TitleList(self._look.theme, "notebook", fits=True, parent=self._card)
        self.own_list.setAccessibleName(self.tr("Your notebook"))
        self.own_list.chosen.connect(self._open_own)
        self.recent = TitleList(self._look.theme, "notebook", parent=self._card)
        self.recent.setAccessibleName(self.tr("What to search for"))
        self.recent.chosen.connect(self._take)
        self.empty = EmptyState(self._look.theme, "", icon="search", parent=self._card)
        self.facets = FacetList(self._look.theme, parent=self._card)
        self.facets.changed.connect(lambda _: self._ask())
        self.facets.show_groups(facet_groups(self._edition))
        self._lay_out()
        self.box.installEventFilter(self)
        self._look.changed.connect(self._restyle)
        self.hide()

    def _lay_out(self) -> None:
        top = QHBoxLayout()
        top.setContentsMargins(22, 12, 18, 12)
        top.setSpacing(12)
        top.addWidget(self.box, 1)
        top.addWidget(self._count)
        top.addWidget(self._close)
        line = QFrame(self._card)
        line.setProperty("role", "line")
        self._side = QScrollArea(self._card)
        self._side.setWidgetResizable(True)
        self._side.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._side.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        holder = QWidget()
        holder.setObjectName("scrolled")
        inner = QVBoxLayout(holder)
        inner.setContentsMargins(18, 16, 10, 16)
        inner.addWidget(self.facets)
        self._side.setWidget(holder)
        results = QVBoxLayout()
        results.setContentsMargins(12, 8, 10, 8)
        results.setSpacing(4)
        self._notice.setContentsMargins(8, 6, 8, 2)
        for widget in (self._notice, self.filters):
            results.addWidget(widget)
        results.addWidget(self.list, 1)
        results.addWidget(self.empty, 1)
        results.addWidget(self.own_list)
        results.addWidget(self.recent, 1)
        keys = QLabel(self.tr("↑↓ to move, Enter to open, Tab to complete or narrow, Esc to close"), self._card)
        keys.setObjectName("small")
        keys.setContentsMargins(8, 2, 8, 2)
        results.addWidget(keys)
        below = QHBoxLayout()
        below.setContentsMargins(0, 0, 0, 0)
        below.setSpacing(0)
        below.addWidget(self._side)
        below.addLayout(results, 1)
        layout = QVBoxLayout(self._card)
        layout.setContentsMargins(2, 2, 2, 2)
        layout.setSpacing(0)
        layout.addLayout(top)
        layout.addWidget(line)
        layout.addLayout(below, 1)

    # --- opening and closing -----------------------------------------------------------------------

    def open_over(self, place: QRect, typed: str) -> None:
        """Open over the window, with `typed` in the box if it is not empty."""
        self.setGeometry(place)
        self._arrange()
        self.show()
        self.raise_()
        self.box.setFocus(Qt.FocusReason.ShortcutFocusReason)
        if typed:
            self.box.setText(typed)  # leaves the cursor at its end, so that typing goes on
        else:
            self.box.selectAll()
        self._ask()

    def close_panel(self) -> None:
        """Close the search; the window has the keyboard again."""
        self.hide()
        parent = self.parentWidget()
        if parent is not None:
            parent.activateWindow()
            parent.setFocus()

    # --- asking and showing ------------------------------------------------------------------------

    def _ask(self, exactly: bool = False) -> None:
        self._exactly = exactly
        typed, filters = self.box.text(), self.facets.chosen()
        if not typed.strip() and not filters:
            self._show_beginnings()
            return
        self._control.ask(typed, self._of_library(filters), exactly)
        self._own.ask(typed, own.SHOWN_ALONE if self._only_own() else own.SHOWN)

    def _only_own(self) -> bool:
        return OWN in self.facets.chosen()

    def _of_library(self, filters: Filters) -> Filters:
        return tuple(pair for pair in filters if pair != OWN)

    def _show(self, hits: Hits) -> None:
        self.hits = hits
        self._model.show(hits.hits)
        self.box.show_completion(hits.completion)
        self.facets.show_counts(facet_counts(hits, self._own_total))
        self._count.setText(self.tr("%n result(s)", "", hits.total))
        said = words.notice(hits, self._exactly, self._look.theme.hex("link"))
        self._notice.setText(said)
        self._notice.setVisible(bool(said) and not self._only_own())
        self.filters.show_chips(hits.chips)
        self._place()
        if hits.total:
            self.list.setCurrentIndex(self._model.index(0))
            self.list.scrollToTop()
        self.announced.emit(self._count.text())
        self.shown.emit(hits)

    def _show_own(self, found: Found) -> None:
        self._own_total = found.total
        self._targets = {f"{entry.kind} {entry.key}": own.target_of(entry) for entry in found.entries}
        self.own_list.show_rows(own.own_rows(found))
        self.facets.show_counts(facet_counts(self.hits, self._own_total))
        if self.box.text().strip() or self.facets.chosen():
            self._place()
            if found.total:
                self.announced.emit(self.tr("%n in your notebook", "", found.total))

    def _place(self) -> None:
        """Let stand what there is to show: results, what is one's own, or what to do without either."""
        only_own, has_own = self._only_own(), self.own_list.count() > 0
        nothing = not self.hits.total and not only_own and bool(self.hits.typed.strip() or self.facets.chosen())
        self.list.setVisible(self.hits.total > 0 and not only_own)
        self.own_list.setVisible(has_own)
        self.empty.setVisible(nothing or (only_own and not has_own))
        self.recent.setVisible(nothing and not has_own)
        if nothing:
            self.empty.show_words(words.nothing(self.hits, bool(self.facets.chosen() or self.hits.chips)))
            self.recent.show_rows(words.instead(self.hits, self._edition))
        elif only_own and not has_own:
            self.empty.show_words(self.tr("Nothing in your notebook has these words."))

    def _show_beginnings(self) -> None:
        self._own.drop()
        self.hits = Hits("")
        self._own_total = 0
        self.own_list.show_rows(())
        self.box.show_completion("")
        self._count.setText("")
        self._notice.hide()
        self.filters.show_chips(())
        self.facets.show_counts({})
        self.recent.show_rows(words.beginnings(self._keeper.state.searches[:_RECENT_SHOWN]))
        for widget in (self.list, self.own_list, self.empty):
            widget.hide()
        self.recent.show()

    def _trouble(self, said: str) -> None:
        for widget in (self.list, self.own_list, self.recent):
            widget.hide()
        self.empty.show_words(said)
        self.empty.show()
        self._count.setText("")

    # --- choosing ----------------------------------------------------------------------------------

    def _open_row(self, row: int) -> None:
        hit = self._model.hit(row)
        if typed := self.box.text().strip():
            self._keeper.keep_search(typed)
        self.hide()
        self.chosen.emit(hit.address, self.hits.words)

    def _open_own(self, key: str) -> None:
        if key in self._targets:
            self.hide()
            self.chosen.emit(self._targets[key], self.hits.words)

    def _take(self, key: str) -> None:
        """Search for a word that was offered, or go to a section."""
        if key.startswith(words.GO):
            self.hide()
            self.chosen.emit(Address(key.removeprefix(words.GO)), ())
        else:
            self._search_again(key.removeprefix(words.SEARCH))

    def _search_again(self, typed: str) -> None:
        self.box.setText(typed)
        self.box.setFocus()
        self._ask()

    def _close_chip(self, chip: Chip) -> None:
        """Take a filter away where it came from: out of what was typed, or off the ticks beside it."""
        if chip.typed:
            self._search_again(without(self.box.text(), chip))
            return
        self.facets.choose(pair for pair in self.facets.chosen() if pair != (chip.name, chip.value))
        self.box.setFocus()
        self._ask()

    def _link(self, name: str) -> None:
        if name == "exactly":
            self._ask(exactly=True)
            self.box.setFocus()
        elif self.hits.suggestion:
            kept = (chip.typed for chip in self.hits.chips if chip.typed and chip.name != "phrase")
            self._search_again(" ".join((*kept, self.hits.suggestion)))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The arrow keys move in the list, and Enter opens, while the keyboard stays in the box."""
        if watched is not self.box or event.type() != QEvent.Type.KeyPress:
            return super().eventFilter(watched, event)
        assert isinstance(event, QKeyEvent)
        key = Qt.Key(event.key())
        if key in (Qt.Key.Key_Down, Qt.Key.Key_Up, Qt.Key.Key_PageDown, Qt.Key.Key_PageUp):
            self._move(key)
            return True
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            index = self.list.currentIndex()
            if self.list.isVisible() and index.isValid() and self.hits.typed == self.box.text():
                self._open_row(index.row())
            elif not self.list.isVisible() and self.own_list.isVisible():
                self._open_own(next(iter(self._targets), ""))
            return True
        return super().eventFilter(watched, event)

    def _move(self, key: Qt.Key) -> None:
        if not self.list.isVisible():
            (self.own_list if self.own_list.isVisible() else self.recent).setFocus()
            return
        last = self.list.currentIndex().row() == self._model.rowCount() - 1
        if key == Qt.Key.Key_Down and last and self.own_list.isVisible():
            self.own_list.setFocus()
            return
        step = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1, Qt.Key.Key_PageDown: 5, Qt.Key.Key_PageUp: -5}[key]
        row = max(0, min(self._model.rowCount() - 1, self.list.currentIndex().row() + step))
        index = self._model.index(row)
        self.list.setCurrentIndex(index)
        self.list.scrollTo(index)
        self.announced.emit(str(self._model.data(index, Qt.ItemDataRole.AccessibleTextRole)))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape closes."""
        if event.key() == Qt.Key.Key_Escape:
            self.close_panel()
            return
        super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A click beside the card closes."""
        if not self._card.geometry().contains(event.position().toPoint()):
            self.close_panel()

    # --- the look ----------------------------------------------------------------------------------

    def _arrange(self) -> None:
        width = min(self._look.scaled(_WIDEST), self.width() - 32)
        height = min(self._look.scaled(_TALLEST), self.height() - 48)
        self._card.setGeometry((self.width() - width) // 2, (self.height() - height) // 2, width, height)
        narrow = width < self._look.scaled(680)
        self._side.setVisible(not narrow)
        self._side.setFixedWidth(self._look.scaled(220))

    def _restyle(self) -> None:
        self.facets.show_theme(self._look.theme)
        self.empty.show_theme(self._look.theme)
        for listed in (self.recent, self.own_list):
            listed.restyle(self._look.theme, self._look.text_size, "notebook")
        self._arrange()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Stay in the middle."""
        super().resizeEvent(event)
        self._arrange()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Dim the window behind."""
        QPainter(self).fillRect(self.rect(), QColor(16, 28, 42, 90))

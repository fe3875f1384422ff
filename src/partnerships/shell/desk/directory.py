"""The directory: facets, a filter line, the entries, and what is known of the chosen one."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QComboBox,
    QFrame,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from partnerships.base.errors import EditionTrouble
from partnerships.library.model import Address, Entry
from partnerships.shell.desk.directory_model import Directory, entry_line, facet_groups, sort_words
from partnerships.shell.desk.entry_list import EntryList
from partnerships.shell.desk.pages import ask_html, entries_html, entry_html, help_line_html, help_lines_html
from partnerships.shell.desk.spread import SpreadPanel, dress_button
from partnerships.shell.panel import Surroundings
from partnerships.shell.parts.empty import EmptyState
from partnerships.shell.parts.filter_side import FilterSide
from partnerships.shell.vocabulary import entry_kind_words

DIRECTORY = Address("desk:directory")
HELP_LINES = "help-lines"  # the anchor of the confirmed help lines
_SHARE = 0.36  # of the width beside the facets, for the chosen entry
_NO_LIMIT = 16_777_215  # pixels, as Qt has it for a widget without a largest width
_FACETS, _ALL_THREE = 246, 1080  # widths at 100 % text, pixels


class DirectoryPanel(SpreadPanel):
    """Finds entries. The anchor of `desk:directory` may name a kind of entries, or the help lines."""

    def __init__(self, surroundings: Surroundings, parent: QWidget | None = None) -> None:
        super().__init__(surroundings, DIRECTORY, _SHARE, parent=parent)
        self._entries = {entry.id: entry for entry in self.edition.entries()}
        self._directory = Directory(tuple(self._entries.values()))
        self._filtering = False
        self.filter = QLineEdit(self)
        self.sort = QComboBox(self)
        self.side = FilterSide(self.look.theme, "desk", self)
        self.facets = self.side.facets
        self.facets.show_groups(facet_groups(self._directory, self.edition.about.topics))
        self.list = EntryList(self.look, self)
        self._empty = EmptyState(
            self.look.theme, self.tr("No entry has all of that."), self.tr("Clear the filters"), "search", "desk"
        )
        self._build_buttons()
        self._build_help_note()
        self._lay_out()
        self._connect()
        self._dress_buttons()
        self._find()

    # --- building ----------------------------------------------------------------------------------

    def _build_buttons(self) -> None:
        self.filter.setPlaceholderText(self.tr("Filter by words in title, author, number or text"))
        self.filter.setAccessibleName(self.tr("Filter the directory"))
        self.filter.setClearButtonEnabled(True)
        self.sort.setAccessibleName(self.tr("Sort by"))
        for key, words in sort_words().items():
            self.sort.addItem(words, key)
        self.list.setAccessibleName(self.tr("Entries"))
        self.filters = QPushButton(self.tr("Filters"), self)
        self.filters.setCheckable(True)
        self.clear = QPushButton(self.tr("Clear the filters"), self)
        self.clear.setProperty("role", "link")
        self.order = QPushButton(self)
        self.order.setCheckable(True)
        self.order.setProperty("section", "desk")
        self.web = QPushButton(self.tr("Web page"), self)
        self.web.setToolTip(self.tr("Shows the address and a QR code first"))
        for place, button in enumerate((self.order, self.web), 1):
            self.spread.detail.buttons.insertWidget(place, button)

    def _build_help_note(self) -> None:
        lines = self.edition.help_lines()
        self._note = QFrame(self)
        self._note.setProperty("role", "banner")
        layout = QVBoxLayout(self._note)
        layout.setContentsMargins(14, 10, 14, 10)
        layout.setSpacing(2)
        self.all_lines = QPushButton(self.tr("All confirmed help lines"), self._note)
        self.all_lines.setProperty("role", "link")
        for line in lines[:1]:
            words = QLabel(help_line_html(line), self._note)
            words.setWordWrap(True)
            layout.addWidget(words)
        layout.addWidget(self.all_lines, 0, Qt.AlignmentFlag.AlignLeft)

    def _lay_out(self) -> None:
        heading = QLabel(self.tr("Directory"), self)
        heading.setObjectName("heading1")
        heading.setProperty("section", "desk")
        self._count = QLabel(self)
        self._count.setObjectName("quiet")
        top = QHBoxLayout()
        top.setSpacing(8)
        top.addWidget(self.filter, 1)
        top.addWidget(self.sort)
        top.addWidget(self.filters)
        below = QHBoxLayout()
        below.addWidget(self._count)
        below.addWidget(self.clear)
        below.addStretch()
        self._found = QStackedWidget(self)
        self._found.addWidget(self.list)
        self._found.addWidget(self._empty)
        main = QVBoxLayout(self.main)
        main.setContentsMargins(24, 18, 24, 16)
        main.setSpacing(8)
        main.addWidget(heading)
        main.addLayout(top)
        main.addLayout(below)
        main.addWidget(self._note)
        main.addWidget(self._found, 1)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.side)
        layout.addWidget(self.spread, 1)

    def _connect(self) -> None:
        self.filter.textChanged.connect(lambda _: self._find(tell=True))
        self.sort.currentIndexChanged.connect(lambda _: self._find())
        self.facets.changed.connect(lambda _: self._find(tell=True))
        self.list.chosen.connect(lambda entry: self.chosen.emit(Address(f"entry:{entry}")))
        self.list.moved.connect(self._passed)
        self.clear.clicked.connect(self.clear_filters)
        self._empty.acted.connect(self.clear_filters)
        self.filters.toggled.connect(self._show_filters)
        self.side.closed.connect(lambda: self.filters.setChecked(False))
        self.all_lines.clicked.connect(lambda: self.chosen.emit(Address(DIRECTORY.id, HELP_LINES)))
        self.order.clicked.connect(self._order)
        self.web.clicked.connect(self._ask_outward)
        self.keeper.changed.connect(lambda part: self._show_orders() if part == "order_list" else None)
        self.look.changed.connect(self._restyle)
        self._show_orders()

    # --- opening -----------------------------------------------------------------------------------

    def open(self, address: Address) -> None:
        """Show an entry, the entries of a kind, the help lines, or the list as it was left."""
        if address.id.startswith("entry:"):
            self._open_entry(address)
        elif address.anchor == HELP_LINES:
            self._hide_buttons()
            sources = self.edition.sources(HELP_LINES)
            self.show_row(address, help_lines_html(self.edition.help_lines(), sources), self.tr("Help lines"))
            self._focus_detail()
        else:
            if address.anchor in entry_kind_words():
                self.filter.clear()
                self.facets.choose((("kind", address.anchor),))
                self._find(tell=True)
            self._show_no_entry()
        self.opened = address

    def _open_entry(self, address: Address) -> None:
        name = address.id.removeprefix("entry:")
        if name not in self._entries:
            raise EditionTrouble(f"There is no entry “{name}” in this edition.", "Search for its title instead.")
        if self.list.rows.place_of(name) < 0:
            self.clear_filters()
        self._show_entry(self._entries[name])
        self.list.set_current(name)
        self._focus_detail()

    def _focus_detail(self) -> None:
        if self.spread.is_narrow:
            self.spread.detail.leaf.setFocus()

    def _show_entry(self, entry: Entry) -> None:
        self.show_row(Address(f"entry:{entry.id}"), entry_html(entry, self.edition), entry.title)
        self.order.setVisible(entry.kind == "publication")
        self.web.setVisible(bool(entry.url))
        self._show_orders()

    def _show_no_entry(self) -> None:
        self._hide_buttons()
        was_in_detail = self.spread.is_narrow and self.shown is not None
        self.show_none(
            ask_html(
                self.tr("Choose an entry"),
                self.tr("Here you then see what it is, how to get it, and how old that is."),
                self.tr("Publications can be put on an order list, which prints as a letter."),
            )
        )
        if was_in_detail:
            self.list.setFocus()

    def _hide_buttons(self) -> None:
        self.order.hide()
        self.web.hide()

    def _passed(self, entry: str) -> None:
        """Show the entry that the arrow keys have reached, where it does not hide the list."""
        if not self.spread.is_narrow:
            self._show_entry(self._entries[entry])

    # --- narrowing ---------------------------------------------------------------------------------

    def clear_filters(self) -> None:
        """Show all entries again."""
        self.filter.blockSignals(True)
        self.filter.clear()
        self.filter.blockSignals(False)
        self.facets.choose(())
        self._find(tell=True)

    def _find(self, tell: bool = False) -> None:
        typed, chosen = self.filter.text(), self.facets.chosen()
        found = self._directory.find(typed, chosen, self.sort.currentData())
        self.facets.show_counts(self._directory.counts(typed, chosen))
        self.list.rows.show(found)
        if self.shown is not None:
            self.list.set_current(self.shown.id.removeprefix("entry:"))
        self._found.setCurrentWidget(self.list if found else self._empty)
        words = self.tr("%n result(s)", "", len(found))
        self._count.setText(words)
        self.side.show_found(self.tr("Show %n result(s)", "", len(found)))
        narrowed = bool(typed.strip() or chosen)
        self.clear.setVisible(narrowed)
        self.filters.setText(self.tr("Filters ({count})").format(count=len(chosen)) if chosen else self.tr("Filters"))
        self._note.setVisible(("kind", "help-line") in chosen and bool(self.edition.help_lines()))
        if tell:
            self.announced.emit(words)

    def _show_filters(self, wanted: bool) -> None:
        self._filtering = wanted
        self._dress_buttons()
        self._arrange()
        if wanted:
            self.side.start()
        else:
            self.filters.setFocus()

    # --- the chosen entry --------------------------------------------------------------------------

    @property
    def entry(self) -> Entry | None:
        """The entry that is shown."""
        return self._entries.get(self.shown.id.removeprefix("entry:")) if self.shown is not None else None

    def _order(self) -> None:
        if self.entry is not None:
            wanted = self.order.isChecked()
            self.keeper.order(self.entry.id, wanted)
            self.announced.emit(self.tr("Put on the order list") if wanted else self.tr("Taken off the order list"))

    def _ask_outward(self) -> None:
        if self.entry is not None:
            self.outward.emit(self.entry.url)

    def _show_orders(self) -> None:
        wanted = self.keeper.state.order_list
        self.list.rows.show_wanted(wanted)
        on = self.entry is not None and self.entry.id in wanted
        self.order.setChecked(on)
        self.order.setText(self.tr("On the order list") if on else self.tr("Put on the order list"))
        dress_button(self.order, "check" if on else "plus", self.look, "on-primary" if on else "title")

    def print_html(self) -> str:
        """The chosen entry, or the entries that are shown."""
        if self.shown is not None:
            return self.spread.detail.leaf.html
        rows = ((entry, entry_line(entry)) for entry in self.list.rows.entries)
        return entries_html(self.tr("Directory"), self._count.text(), rows)

    # --- the look ----------------------------------------------------------------------------------

    def _restyle(self) -> None:
        self.facets.show_theme(self.look.theme)
        self._empty.show_theme(self.look.theme)
        self._dress_buttons()
        self._show_orders()
        self._arrange()

    def _dress_buttons(self) -> None:
        dress_button(self.web, "external", self.look)
        dress_button(self.filters, "filter", self.look, "on-primary" if self.filters.isChecked() else "title")

    def _arrange(self) -> None:
        """Facets stand at left where all three have room; otherwise they take the page's place when asked for."""
        roomy = self.width() >= self.look.scaled(_ALL_THREE)
        covering = self._filtering and not roomy
        self.filters.setVisible(not roomy)
        self.spread.setVisible(not covering)
        self.side.setMinimumWidth(0 if covering else self.look.scaled(_FACETS))
        self.side.setMaximumWidth(_NO_LIMIT if covering else self.look.scaled(_FACETS))
        self.side.setVisible(roomy or covering)
        self.side.show_over(covering)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fold what has no room."""
        super().resizeEvent(event)
        self._arrange()

"""The order list: what a person wants to have, how to get each, and a letter to print."""

import html

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from partnerships.library.model import Address, Entry
from partnerships.library.text import plain
from partnerships.shell.desk.directory_model import entry_line
from partnerships.shell.desk.spread import dress_button
from partnerships.shell.panel import Panel, Surroundings
from partnerships.shell.parts.empty import EmptyState
from partnerships.shell.parts.prose import Prose

ORDERS = Address("desk:orders")
_COLUMN, _BESIDE = 1310, 720  # at 100 % text, pixels: widest column, and where buttons stand beside a title


class OrdersPanel(Panel):
    """Shows what was collected. Each row opens its entry or takes it off the list."""

    print_wanted = Signal()
    pdf_wanted = Signal()

    def __init__(self, surroundings: Surroundings, parent: QWidget | None = None) -> None:
        super().__init__(surroundings, parent)
        self._entries = {entry.id: entry for entry in self.edition.entries()}
        self.removers: list[QPushButton] = []
        self._rows: list[QBoxLayout] = []
        self._empty = EmptyState(
            self.look.theme,
            self.tr("Your order list is empty. Find a publication in the directory and put it on the list."),
            self.tr("Go to the publications"),
            "book",
            "desk",
        )
        self._empty.acted.connect(lambda: self.chosen.emit(Address("desk:directory", "publication")))
        self._area = QScrollArea(self)
        self._area.setWidgetResizable(True)
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._stack = QStackedWidget(self)
        self._stack.addWidget(self._area)
        self._stack.addWidget(self._empty)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._stack)
        self.keeper.changed.connect(lambda part: self.fill() if part == "order_list" else None)
        self.look.changed.connect(self._restyle)
        self.fill()

    @property
    def collected(self) -> tuple[Entry, ...]:
        """The entries on the list; what another edition knew and this one does not is left out."""
        return tuple(self._entries[name] for name in self.keeper.state.order_list if name in self._entries)

    def fill(self) -> None:
        """Show the list as it is now."""
        entries = self.collected
        self._stack.setCurrentWidget(self._area if entries else self._empty)
        page = QWidget()
        page.setObjectName("scrolled")
        column = QVBoxLayout()
        column.setSpacing(10)
        self._add_head(column, len(entries), page)
        self.removers, self._rows = [], []
        for entry in entries:
            column.addWidget(self._row(entry, page))
        column.addStretch(1)
        held = QWidget(page)
        held.setMaximumWidth(self.look.scaled(_COLUMN))
        held.setLayout(column)
        middle = QHBoxLayout(page)
        middle.setContentsMargins(28, 20, 28, 24)
        middle.addWidget(held)
        self._area.setWidget(page)

    def _add_head(self, column: QVBoxLayout, count: int, page: QWidget) -> None:
        heading = QLabel(self.tr("Order list"), page)
        heading.setObjectName("heading1")
        heading.setProperty("section", "desk")
        lead = Prose(self.tr("Print it, add your name and address, and send it or take it to your library."))
        lead.setObjectName("lead")
        count_words = QLabel(self.tr("%n publication(s)", "", count), page)
        count_words.setObjectName("quiet")
        self.printer = QPushButton(self.tr("Print the list"), page)
        self.printer.setProperty("role", "primary")
        self.printer.setProperty("section", "desk")
        dress_button(self.printer, "print", self.look, "on-primary")
        self.printer.clicked.connect(self.print_wanted)
        pdf = QPushButton(self.tr("Save as PDF"), page)
        pdf.clicked.connect(self.pdf_wanted)
        buttons = QHBoxLayout()
        buttons.addWidget(self.printer)
        buttons.addWidget(pdf)
        buttons.addWidget(count_words)
        buttons.addStretch()
        column.addWidget(heading)
        column.addWidget(lead)
        column.addLayout(buttons)
        column.addSpacing(4)

    def _row(self, entry: Entry, page: QWidget) -> QFrame:
        row = QFrame(page)
        row.setProperty("role", "card")
        title = QLabel(entry.title, row)
        title.setObjectName("heading3")
        title.setWordWrap(True)
        line = Prose(entry_line(entry), parent=row)
        line.setObjectName("quiet")
        how = Prose(
            plain(entry.how_to_order) or self.tr("Ask your library with the title and the numbers."), parent=row
        )
        opener = QPushButton(self.tr("Show the entry"), row)
        opener.setAccessibleName(self.tr("Show the entry {title}").format(title=entry.title))
        opener.clicked.connect(lambda: self.chosen.emit(Address(f"entry:{entry.id}")))
        remover = QPushButton(self.tr("Remove"), row)
        remover.setAccessibleName(self.tr("Remove {title}").format(title=entry.title))
        dress_button(remover, "trash", self.look)
        remover.clicked.connect(lambda: self._remove(entry))
        self.removers.append(remover)
        words = QVBoxLayout()
        words.setSpacing(4)
        for label in (title, line, how):
            words.addWidget(label)
        buttons = QHBoxLayout()
        buttons.addWidget(opener)
        buttons.addWidget(remover)
        buttons.addStretch()
        layout = QBoxLayout(self._direction(), row)
        layout.setContentsMargins(16, 12, 16, 12)
        layout.setSpacing(10)
        layout.addLayout(words, 1)
        layout.addLayout(buttons)
        self._rows.append(layout)
        return row

    def _direction(self) -> QBoxLayout.Direction:
        beside = self.width() >= self.look.scaled(_BESIDE)
        return QBoxLayout.Direction.LeftToRight if beside else QBoxLayout.Direction.TopToBottom

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Set the buttons beside the titles, or below them."""
        super().resizeEvent(event)
        for row in self._rows:
            row.setDirection(self._direction())

    def _remove(self, entry: Entry) -> None:
        place = self.collected.index(entry)
        self.keeper.order(entry.id, False)
        self.announced.emit(self.tr("Taken off the order list"))
        if self.removers:
            self.removers[min(place, len(self.removers) - 1)].setFocus()
        else:
            self._empty.button.setFocus()

    def print_html(self) -> str:
        """A letter: room for the person's address, then each title with its numbers and how to order it."""
        please = self.tr("Please send, or help to find, the publications below. One copy of each is wanted.")
        words = [
            f"<h1>{html.escape(self.tr('Order list'))}</h1>",
            f"<p>{html.escape(please)}</p>",
            self._address_html(),
            "".join(self._letter_row(number, entry) for number, entry in enumerate(self.collected, 1)),
            f'<p class="quiet">{html.escape(self._colophon())}</p>',
        ]
        return "\n".join(words)

    def _address_html(self) -> str:
        lines = (
            self.tr("Name"),
            self.tr("Agency or group"),
            self.tr("Street"),
            self.tr("City, state, ZIP"),
            self.tr("Phone or e-mail"),
            self.tr("Date"),
        )
        rows = (f'<td class="label" width="24%">&nbsp;<br/>{html.escape(line)}</td><td>&nbsp;</td>' for line in lines)
        cells = "".join(f"<tr>{row}</tr>" for row in rows)
        return f'<table class="facts" width="100%" cellspacing="0">{cells}</table>'

    def _letter_row(self, number: int, entry: Entry) -> str:
        how = plain(entry.how_to_order)
        pieces = (
            f"<strong>{number}. {html.escape(entry.title)}</strong>",
            html.escape(entry_line(entry)),
            html.escape(self.tr("How to order: {words}").format(words=how)) if how else "",
            html.escape(entry.url),
        )
        return f"<p>☐ {'<br/>'.join(filter(None, pieces))}</p>"

    def _colophon(self) -> str:
        about = self.edition.about
        return self.tr("From {title}, edition {edition}. Ways to order change: check before you rely on one.").format(
            title=about.title, edition=about.edition
        )

    def _restyle(self) -> None:
        self._empty.show_theme(self.look.theme)
        self.fill()

"""The library desk at a glance: four doors, the pages about the disc and this edition, and how to order."""

import html

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QGridLayout, QLabel, QPushButton, QScrollArea, QVBoxLayout, QWidget

from partnerships.library.model import LETTER_PAGES, Address
from partnerships.library.text import plain
from partnerships.shell.panel import Panel, Surroundings
from partnerships.shell.parts.card import Card
from partnerships.shell.parts.prose import Prose
from partnerships.shell.parts.title_list import Row, TitleList

_CARD, _TWO, _THREE = 250, 620, 940  # widths at 100 % text, pixels: a card, and where lists stand beside each other
_EDGE = 4  # a card keeps this much room around its frame


class OverviewPanel(Panel):
    """Leads to the parts of the desk."""

    def __init__(self, surroundings: Surroundings, parent: QWidget | None = None) -> None:
        super().__init__(surroundings, parent)
        self._section = next(info for info in self.edition.about.sections if info.id == "desk")
        self._ordering = tuple(entry for entry in self.edition.entries() if entry.kind == "ordering")
        self._page = QWidget()
        self._page.setObjectName("scrolled")
        area = QScrollArea(self)
        area.setWidgetResizable(True)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setWidget(self._page)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(area)
        self._build()
        self.look.changed.connect(self._restyle)

    def _build(self) -> None:
        self.cards = tuple(self._card(*door) for door in self._doors())
        self._lists: list[TitleList] = []
        self._about = self._about_pages()
        self._strip = self._order_strip()
        self._cards = QGridLayout()
        self._cards.setSpacing(8)
        self._below = QGridLayout()
        self._below.setSpacing(16)
        self._below.setContentsMargins(_EDGE, 0, _EDGE, 0)
        lead = Prose(self._section.summary, parent=self._page)
        lead.setObjectName("lead")
        lead.setContentsMargins(_EDGE, 0, _EDGE, 0)
        heading = self._label(self._section.title, "heading1", self._page)
        heading.setContentsMargins(_EDGE, 0, _EDGE, 0)
        column = QVBoxLayout(self._page)
        column.setContentsMargins(24, 20, 24, 28)
        column.setSpacing(8)
        column.addWidget(heading)
        column.addWidget(lead)
        column.addSpacing(6)
        column.addLayout(self._cards)
        column.addSpacing(8)
        column.addLayout(self._below)
        column.addStretch(1)
        self._arrange()

    def _doors(self) -> tuple[tuple[str, str, str, int], ...]:
        return (
            (
                "desk:guides",
                self.tr("Guides"),
                self.tr("Three publications of the disc, summarised in chapters of our own."),
                len(self.edition.guides()),
            ),
            (
                "desk:directory",
                self.tr("Directory"),
                self.tr("Publications, organizations and help lines, with how to get each and how old that is."),
                len(self.edition.entries()),
            ),
            (
                "desk:timeline",
                self.tr("Timeline"),
                self.tr("Policing, federal programs, mental health and research, event by event."),
                len(self.edition.events()),
            ),
            (
                "desk:glossary",
                self.tr("Glossary"),
                self.tr("The words of the trade in plain English, with their acronyms."),
                len(self.edition.terms),
            ),
        )

    def _card(self, place: str, title: str, text: str, count: int) -> Card:
        card = Card(self.look.theme, title, text, section="desk", badge=str(count), parent=self._page)
        card.chosen.connect(lambda: self.chosen.emit(Address(place)))
        return card

    def _about_pages(self) -> QFrame:
        group = next((group for group in self._section.groups if group.id == "about"), None)
        title = group.title if group else ""
        held, layout = self._frame(title)
        pages = (
            article
            for article in self.edition.articles("desk")
            if article.group == "about" and not article.id.startswith(LETTER_PAGES)
        )
        minutes = self.tr("{minutes} min read")
        rows = tuple(Row(page.title, page.id, minutes.format(minutes=page.minutes)) for page in pages)
        layout.addWidget(self._list(rows, title, held))
        layout.addStretch(1)
        held.setVisible(bool(rows))
        return held

    def _frame(self, title: str) -> tuple[QFrame, QVBoxLayout]:
        frame = QFrame(self._page)
        frame.setProperty("role", "card")
        layout = QVBoxLayout(frame)
        layout.setContentsMargins(18, 14, 18, 14)
        layout.setSpacing(6)
        layout.addWidget(self._label(title, "eyebrow", frame))
        return frame, layout

    def _order_strip(self) -> QFrame:
        strip, layout = self._frame(self.tr("How to order"))
        words = Prose(
            self.tr("Much of what the disc named can still be had, often free. Start with one of these."), parent=strip
        )
        words.setObjectName("cardtext")
        layout.addWidget(words)
        rows = tuple(Row(entry.title, f"entry:{entry.id}") for entry in self._ordering)
        half = (len(rows) + 1) // 2
        self._ways = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._ways.setSpacing(0)
        for part in (rows[:half], rows[half:]):
            self._ways.addWidget(self._list(part, self.tr("How to order"), strip), 1, Qt.AlignmentFlag.AlignTop)
        layout.addLayout(self._ways)
        layout.addStretch(1)
        self.all_ways = QPushButton(self.tr("Show them in the directory"), strip)
        self.all_ways.setProperty("role", "link")
        self.all_ways.clicked.connect(lambda: self.chosen.emit(Address("desk:directory", "ordering")))
        layout.addWidget(self.all_ways, 0, Qt.AlignmentFlag.AlignLeft)
        strip.setVisible(bool(rows))
        return strip

    def _list(self, rows: tuple[Row, ...], name: str, parent: QWidget) -> TitleList:
        held = TitleList(self.look.theme, "desk", fits=True, parent=parent)
        held.setProperty("role", "plain")
        held.setAccessibleName(name)
        held.restyle(self.look.theme, self.look.text_size, "desk")
        held.show_rows(rows)
        held.chosen.connect(lambda key: self.chosen.emit(Address.parse(key)))
        self._lists.append(held)
        return held

    def _label(self, words: str, name: str, parent: QWidget) -> QLabel:
        label = QLabel(words, parent)
        label.setObjectName(name)
        label.setProperty("section", "desk")
        label.setWordWrap(True)
        return label

    def print_html(self) -> str:
        """What the desk holds and how to order, for paper."""
        pieces = [f"<h1>{html.escape(self._section.title)}</h1>", f"<p>{html.escape(self._section.summary)}</p>"]
        for _, title, text, count in self._doors():
            pieces.append(f"<p><strong>{html.escape(title)}</strong> ({count}). {html.escape(text)}</p>")
        pieces.append(f"<h2>{html.escape(self.tr('How to order'))}</h2>")
        for entry in self._ordering:
            how = plain(entry.how_to_order) or plain(entry.about)
            pieces.append(f"<p><strong>{html.escape(entry.title)}</strong>. {html.escape(how)}</p>")
        return "\n".join(pieces)

    def _restyle(self) -> None:
        for card in self.cards:
            card.show_theme(self.look.theme)
        for held in self._lists:
            held.restyle(self.look.theme, self.look.text_size, "desk")
        self._arrange()

    def _arrange(self) -> None:
        """Four doors in a row, or two, or one; the lists beside each other, or one below the other."""
        room = self.width() - 48
        fitting = max(1, room // self.look.scaled(_CARD))
        across = 4 if fitting >= 4 else 2 if fitting >= 2 else 1
        for place, card in enumerate(self.cards):
            self._cards.addWidget(card, place // across, place % across)
        for number in range(4):
            self._cards.setColumnStretch(number, 1 if number < across else 0)
        ways = QBoxLayout.Direction
        self._ways.setDirection(ways.LeftToRight if room >= self.look.scaled(_TWO) else ways.TopToBottom)
        beside = room >= self.look.scaled(_THREE)
        self._below.addWidget(self._strip, 0, 0)
        self._below.addWidget(self._about, 0 if beside else 1, 1 if beside else 0)
        self._below.setColumnStretch(0, 2)
        self._below.setColumnStretch(1, 1 if beside else 0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Set as many beside each other as fit."""
        super().resizeEvent(event)
        self._arrange()

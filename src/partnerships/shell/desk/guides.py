"""The guides: for each publication what it is, how to get it, and our chapters about it."""

import html

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QLabel, QPushButton, QScrollArea, QVBoxLayout, QWidget

from partnerships.base.errors import EditionTrouble
from partnerships.library.model import Address, Article, Guide
from partnerships.shell.desk.pages import guide_html, guide_line, guide_way_html
from partnerships.shell.look import Look
from partnerships.shell.panel import Panel, Surroundings
from partnerships.shell.parts.chips import Chip, ChipRow
from partnerships.shell.parts.leaf import Leaf
from partnerships.shell.parts.prose import Prose
from partnerships.shell.parts.title_list import Row, TitleList

_BESIDE, _COLUMN = 820, 1310  # widths at 100 % text, pixels


class GuideCard(QFrame):
    """One guide: its text at left, its chapters at right, or below where it is narrow."""

    def __init__(self, guide: Guide, chapters: tuple[Article, ...], look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self.guide, self._chapters, self._look = guide, chapters, look
        self.setProperty("role", "card")
        self.leaf = Leaf(look.theme, fits=True, parent=self)
        self.way = Leaf(look.theme, fits=True, parent=self)
        self.chapters = TitleList(look.theme, "desk", fits=True, parent=self)
        self.chapters.setProperty("role", "plain")
        self.chapters.setAccessibleName(self.tr("Chapters of {title}").format(title=guide.title))
        self.entry = QPushButton(self.tr("Its entry in the directory"), self)
        self.entry.setProperty("role", "link")
        self.entry.setVisible(bool(guide.entry))
        self.leaf.show_html(guide_html(guide), guide.title)
        self.way.show_html(guide_way_html(guide), self.tr("How to get {title}").format(title=guide.title))
        self._columns = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._columns.setSpacing(32)
        self._columns.addWidget(self.leaf, 3, Qt.AlignmentFlag.AlignTop)
        self._columns.addWidget(self._chapter_side(), 2, Qt.AlignmentFlag.AlignTop)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(22, 18, 22, 18)
        layout.setSpacing(6)
        for widget in self._head():
            layout.addWidget(widget)
        layout.addSpacing(6)
        layout.addLayout(self._columns)

    def _head(self) -> tuple[QWidget, ...]:
        title = QLabel(self.guide.title, self)
        title.setObjectName("heading2")
        title.setProperty("section", "desk")
        title.setWordWrap(True)
        author, line = Prose(self.guide.author, parent=self), Prose(guide_line(self.guide), parent=self)
        line.setObjectName("quiet")
        return title, author, line, ChipRow((Chip(number) for number in self.guide.numbers), self)

    def _chapter_side(self) -> QWidget:
        side = QWidget(self)
        heading = QLabel(self.tr("Our chapters"), side)
        heading.setObjectName("eyebrow")
        heading.setProperty("section", "desk")
        layout = QVBoxLayout(side)
        layout.setContentsMargins(0, 2, 0, 0)
        layout.setSpacing(6)
        layout.addWidget(heading)
        layout.addWidget(self.chapters)
        self.chapters.setVisible(bool(self._chapters))
        if not self._chapters:
            none = Prose(self.tr("This edition has no chapters about it yet."), parent=side)
            none.setObjectName("quiet")
            layout.addWidget(none)
        layout.addSpacing(8)
        layout.addWidget(self.way)
        layout.addWidget(self.entry, 0, Qt.AlignmentFlag.AlignLeft)
        return side

    def show_read(self, read: frozenset[str]) -> None:
        """Tick the chapters that were read to their end."""
        self.chapters.show_rows(
            tuple(
                Row(
                    chapter.title,
                    chapter.id,
                    self.tr("{minutes} min read").format(minutes=chapter.minutes),
                    chapter.id in read,
                )
                for chapter in self._chapters
            )
        )

    def chapters_html(self) -> str:
        """The chapters for paper."""
        items = "".join(f"<li>{html.escape(chapter.title)}</li>" for chapter in self._chapters)
        return f"<h3>{html.escape(self.tr('Our chapters'))}</h3><ol>{items}</ol>" if items else ""

    def restyle(self) -> None:
        """Draw in the look of now."""
        for leaf in (self.leaf, self.way):
            leaf.restyle(self._look.theme, self._look.text_size)
        self.chapters.restyle(self._look.theme, self._look.text_size, "desk")

    def arrange(self, width: int) -> None:
        """Set text and chapters beside each other where `width` has room."""
        beside = width >= self._look.scaled(_BESIDE)
        ways = QBoxLayout.Direction
        self._columns.setDirection(ways.LeftToRight if beside else ways.TopToBottom)


class GuidesPanel(Panel):
    """All guides, one below the other."""

    def __init__(self, surroundings: Surroundings, parent: QWidget | None = None) -> None:
        super().__init__(surroundings, parent)
        articles = self.edition.articles("desk")
        page = QWidget()
        page.setObjectName("scrolled")
        self.cards: dict[str, GuideCard] = {}
        for guide in self.edition.guides():
            chapters = tuple(article for article in articles if article.guide == guide.id)
            self.cards[guide.id] = self._card(guide, chapters, page)
        self._area = QScrollArea(self)
        self._area.setWidgetResizable(True)
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._lay_out(page)
        self._area.setWidget(page)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._area)
        self.keeper.changed.connect(lambda part: self._show_read() if part == "read" else None)
        self.look.changed.connect(self._restyle)
        self._restyle()
        self._show_read()

    def _lay_out(self, page: QWidget) -> None:
        heading = QLabel(self.tr("Guides"), page)
        heading.setObjectName("heading1")
        heading.setProperty("section", "desk")
        lead = Prose(self.tr("What each says, in chapters of our own words. They stand in for none of the originals."))
        lead.setObjectName("lead")
        self._column = QVBoxLayout(page)
        self._column.setContentsMargins(28, 20, 28, 28)
        self._column.setSpacing(14)
        self._column.addWidget(heading)
        self._column.addWidget(lead)
        for card in self.cards.values():
            self._column.addWidget(card)
        self._column.addStretch(1)

    def _card(self, guide: Guide, chapters: tuple[Article, ...], page: QWidget) -> GuideCard:
        card = GuideCard(guide, chapters, self.look, page)
        card.chapters.chosen.connect(lambda key: self.chosen.emit(Address(key)))
        card.entry.clicked.connect(lambda: self.chosen.emit(Address(f"entry:{guide.entry}")))
        for leaf in (card.leaf, card.way):
            leaf.asked.connect(lambda target: self._follow(target, card))
        return card

    def open(self, address: Address) -> None:
        """Show all guides, from the top or from the one named."""
        name = address.id.removeprefix("guide:") if address.id.startswith("guide:") else ""
        if name and name not in self.cards:
            raise EditionTrouble(f"There is no guide “{name}” in this edition.", "Search for its title instead.")
        # The cards know their heights only when the layout has been through.
        QTimer.singleShot(0, self, lambda: self._scroll_to(self.cards[name], 0) if name else self._to_top())

    def _to_top(self) -> None:
        self._area.verticalScrollBar().setValue(0)

    def _scroll_to(self, card: GuideCard, below: int) -> None:
        self._area.verticalScrollBar().setValue(card.y() + below - 12)

    def _follow(self, target: str, card: GuideCard) -> None:
        if target.startswith("cite:"):
            self._scroll_to(card, card.leaf.y() + card.leaf.place_of(f"source-{target.removeprefix('cite:')}"))
        elif target.startswith(("https://", "http://")):
            self.outward.emit(target)
        else:
            self.chosen.emit(Address.parse(target))

    def print_html(self) -> str:
        """All guides for paper."""
        pieces = [f"<h1>{html.escape(self.tr('Guides'))}</h1>"]
        for card in self.cards.values():
            guide = card.guide
            line = " · ".join(filter(None, (guide.author, guide_line(guide), *guide.numbers)))
            pieces += [
                f"<h2>{html.escape(guide.title)}</h2>",
                f"<p>{html.escape(line)}</p>",
                guide_html(guide),
                guide_way_html(guide),
                card.chapters_html(),
            ]
        return "\n".join(pieces)

    def _show_read(self) -> None:
        for card in self.cards.values():
            card.show_read(self.keeper.state.read)

    def _restyle(self) -> None:
        for card in self.cards.values():
            card.restyle()
        self._arrange()

    def _arrange(self) -> None:
        side = max(28, (self.width() - self.look.scaled(_COLUMN)) // 2)
        self._column.setContentsMargins(side, 20, side, 28)
        for card in self.cards.values():
            card.arrange(self.width() - 2 * side)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Set chapters beside the text, or below it."""
        super().resizeEvent(event)
        self._arrange()

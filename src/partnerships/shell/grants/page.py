"""The page of all programs: what the facts are worth, the table, and how to apply."""

from collections.abc import Iterable
from itertools import pairwise

from PySide6.QtCore import QRect, QSize, Qt, QTimer, Signal
from PySide6.QtWidgets import QComboBox, QFrame, QHBoxLayout, QLabel, QPushButton, QScrollArea, QVBoxLayout, QWidget

from partnerships.library.model import Article, SectionInfo
from partnerships.shell.grants.bar import ComparisonBar
from partnerships.shell.grants.model import ProgramsModel
from partnerships.shell.grants.table import ProgramTable
from partnerships.shell.grants.words import order_words
from partnerships.shell.look import Look
from partnerships.shell.parts.empty import EmptyState
from partnerships.shell.parts.flow import FlowLayout
from partnerships.shell.parts.links import Link, LinkGroup, LinkGroups
from partnerships.shell.parts.prose import Prose
from partnerships.shell.theme.icons import icon

SECTION = "grants"


class ProgramsPage(QWidget):
    """Widgets only; the panel connects them. `chosen` carries the id of a page of prose."""

    chosen = Signal(str)

    def __init__(
        self,
        look: Look,
        section: SectionInfo,
        model: ProgramsModel,
        articles: Iterable[Article],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._look = look
        self._title = QLabel(section.title)
        self._title.setObjectName("heading1")
        self._title.setProperty("section", SECTION)
        self._summary = Prose(section.summary)
        self._summary.setObjectName("lead")
        self.notice = QLabel()
        self.notice.setTextFormat(Qt.TextFormat.RichText)
        self.notice.setWordWrap(True)
        self.table = ProgramTable(look, model)
        self.empty = EmptyState(
            look.theme,
            self.tr("No program has all of this. Take a tick off, or clear the filters and begin again."),
            self.tr("Clear filters"),
            icon="filter",
            section=SECTION,
        )
        self.links = LinkGroups(look.theme, _link_groups(section, articles, self.tr("{minutes} min")), SECTION)
        self.links.chosen.connect(self.chosen)
        self.bar = ComparisonBar()
        self._make_tools()
        self._lay_out()
        self.restyle()
        self.table.moved.connect(self._show_row)

    def _make_tools(self) -> None:
        self.filter = QPushButton(self.tr("Filter"))
        self.count = QLabel()
        self.count.setObjectName("strong")
        self.clear = QPushButton(self.tr("Clear filters"))
        self.clear.setProperty("role", "link")
        self.order = QComboBox()
        self.order.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.order.setMinimumContentsLength(12)
        self._order_name = QLabel(self.tr("Sort"))
        self._order_name.setObjectName("quiet")
        self.order.setAccessibleName(self.tr("Order of the programs"))
        for order, words in order_words().items():
            self.order.addItem(words, order)
        self.to_links = QPushButton(self.tr("How to apply, and more"))
        self.to_links.setProperty("role", "link")
        if not self.links.rows:
            self.to_links.hide()  # never shown here: without a parent it would be a window of its own
        self.to_links.clicked.connect(self._show_links)

    def _lay_out(self) -> None:
        content = QWidget()
        content.setObjectName("scrolled")
        self._content = QVBoxLayout(content)
        self._content.setSpacing(8)
        for widget in (self._title, self._summary, self._framed_notice()):
            self._content.addWidget(widget)
        self._content.addSpacing(4)
        self._content.addLayout(self._tools())
        self._content.addWidget(self.table)
        self._content.addWidget(self.empty)
        self._content.addSpacing(20)
        self._links_title = QLabel(self.tr("How to apply, and what to know"))
        self._links_title.setObjectName("heading2")
        self._links_title.setProperty("section", SECTION)
        if not self.links.rows:
            self._links_title.hide()
        self._content.addWidget(self._links_title)
        self._content.addWidget(self.links)
        self._content.addStretch(1)
        self._scroll = QScrollArea()
        self._scroll.setWidgetResizable(True)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setWidget(content)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self._scroll, 1)
        self._foot = QVBoxLayout()
        self._foot.addWidget(self.bar)
        layout.addLayout(self._foot)
        stops = (self.table, self.bar.clear, self.bar.compare, *self.links.rows)  # from a tick, Tab leads to the bar
        for stop, following in pairwise(stops):
            self.setTabOrder(stop, following)

    def _framed_notice(self) -> QFrame:
        frame = QFrame()
        frame.setProperty("role", "banner")
        inside = QVBoxLayout(frame)
        inside.setContentsMargins(12, 8, 12, 8)
        inside.addWidget(self.notice)
        return frame

    def _tools(self) -> QHBoxLayout:
        left = FlowLayout(across=12, down=6)
        for widget in (self.filter, self.count, self.clear, self.to_links):
            left.addWidget(widget)
        tools = QHBoxLayout()
        tools.setSpacing(12)
        tools.addLayout(left, 1)
        tools.addWidget(self._order_name)
        tools.addWidget(self.order)
        return tools

    # --- showing -----------------------------------------------------------------------------------

    def show_found(self, words: str, found: int, filters: int) -> None:
        """Show how many programs were found, and by how many ticks they were narrowed."""
        self.count.setText(words)
        self.clear.setVisible(filters > 0)
        self.filter.setText(self.tr("Filter ({number})").format(number=filters) if filters else self.tr("Filter"))
        self.table.setVisible(found > 0)
        self.empty.setVisible(found == 0)
        bar = self._scroll.verticalScrollBar()
        bar.setValue(min(bar.value(), self.count.y()))

    def show_order(self, order: str) -> None:
        """Show the order that the programs stand in."""
        self.order.setCurrentIndex(self.order.findData(order))
        self.table.show_order(order)

    def show_narrow(self, narrow: bool) -> None:
        """Offer the filter as a button where there is no room for it beside the page."""
        self.filter.setVisible(narrow)
        self._order_name.setVisible(not narrow)

    def restyle(self) -> None:
        """Take up the look in use."""
        theme = self._look.theme
        self.count.setMinimumHeight(self.order.sizeHint().height())  # one line of words, one of controls
        self.order.view().setMinimumWidth(self.order.view().sizeHintForColumn(0) + self._look.scaled(28))
        self.filter.setIcon(icon("filter", theme))
        self.filter.setIconSize(QSize(self._look.scaled(16), self._look.scaled(16)))
        self.empty.show_theme(theme)
        self.links.show_theme(theme)
        side = 28 if self.width() > self._look.scaled(560) else 14
        self._content.setContentsMargins(side, 20, side - 6, 24)
        self._foot.setContentsMargins(side + 2, 0, side + 2, 14 if self.bar.isVisibleTo(self) else 0)
        self.table.fit()

    def _show_links(self) -> None:
        self._scroll.ensureWidgetVisible(self.links, 0, 0)
        self.links.rows[0].setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_row(self, place: QRect) -> None:
        """Keep the row with the keyboard in sight, once the layout stands."""
        QTimer.singleShot(0, self.table, lambda: self._scroll_to(place))

    def _scroll_to(self, place: QRect) -> None:
        inside = place.translated(self.table.pos())
        bar = self._scroll.verticalScrollBar()
        top, tall = bar.value(), self._scroll.viewport().height()
        air = self._look.scaled(40)
        if inside.top() - air < top:
            bar.setValue(inside.top() - air)
        elif inside.bottom() + air > top + tall:
            bar.setValue(inside.bottom() + air - tall)


def _link_groups(section: SectionInfo, articles: Iterable[Article], minutes: str) -> list[LinkGroup]:
    """The section's pages of prose by group; pages about applying come first."""
    found: dict[str, list[Link]] = {group.id: [] for group in section.groups}
    for article in articles:
        if article.program is None:
            found[article.group].append(Link(article.id, article.title, minutes.format(minutes=article.minutes)))
    groups = sorted(section.groups, key=lambda group: not group.id.startswith("how-to-"))
    return [LinkGroup(group.title, tuple(found[group.id])) for group in groups if found[group.id]]

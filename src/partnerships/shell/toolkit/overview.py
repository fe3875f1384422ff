"""The toolkit at a glance: the tools by stage, the articles that explain them, the sheets in work."""

import html

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QLabel, QScrollArea, QVBoxLayout, QWidget

from partnerships.library.model import Address, Tool
from partnerships.shell.panel import Surroundings
from partnerships.shell.parts.card import Card
from partnerships.shell.parts.title_list import Row, TitleList
from partnerships.shell.toolkit.model import belonging, sheet_line, sheet_title, stages

_CARD = 280  # narrowest card at 100 % text, pixels


class Overview(QWidget):
    """`chosen` carries a tool, a sheet (`tool#sheet-3`) or an article."""

    chosen = Signal(Address)

    def __init__(self, surroundings: Surroundings, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._edition, self._keeper, self._look = surroundings.edition, surroundings.keeper, surroundings.look
        self._area = QScrollArea(self)
        self._area.setWidgetResizable(True)
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._area)
        self._look.changed.connect(self.fill)

    def fill(self) -> None:
        """Show everything as it is now."""
        section = next(info for info in self._edition.about.sections if info.id == "toolkit")
        page = QWidget()
        page.setObjectName("scrolled")
        column = QVBoxLayout(page)
        column.setContentsMargins(28, 24, 28, 32)
        column.setSpacing(10)
        column.addWidget(self._label(section.title, "heading1", page))
        column.addWidget(self._label(section.summary, "lead", page))
        self._add_sheets(column, page)
        for group, title, tools in stages(self._edition):
            column.addSpacing(10)
            column.addWidget(self._label(title, "heading2", page))
            column.addLayout(self._cards(tools, page))
            self._add_articles(group, column, page)
        column.addStretch(1)
        self._area.setWidget(page)

    def _label(self, words: str, name: str, page: QWidget) -> QLabel:
        label = QLabel(words, page)
        label.setObjectName(name)
        label.setProperty("section", "toolkit")
        label.setWordWrap(True)
        return label

    def _add_sheets(self, column: QVBoxLayout, page: QWidget) -> None:
        tools = {tool.id: tool for tool in self._edition.tools()}
        state = self._keeper.state
        own = belonging(state.sheets, state.partnership)
        sheets = [sheet for sheet in own if sheet.tool in tools and not sheet.finished]
        if not sheets:
            column.addWidget(
                self._label(self.tr("No sheet is in work. Choose a tool; it is saved as you type."), "quiet", page)
            )
            return
        column.addWidget(self._label(self.tr("In work"), "eyebrow", page))
        rows = tuple(
            Row(
                sheet_title(tools[sheet.tool], sheet),
                f"{sheet.tool}#sheet-{sheet.id}",
                sheet_line(tools[sheet.tool], sheet, state),
            )
            for sheet in sheets[:6]
        )
        column.addWidget(self._list(rows, self.tr("Sheets in work"), page))

    def _cards(self, tools: tuple[Tool, ...], page: QWidget) -> QGridLayout:
        grid = QGridLayout()
        grid.setSpacing(6)
        across = max(1, (self.width() - 60) // self._look.scaled(_CARD))
        for place, tool in enumerate(tools):
            minutes = self.tr("{minutes} min").format(minutes=tool.minutes)
            card = Card(self._look.theme, tool.title, tool.purpose, section="toolkit", badge=minutes, parent=page)
            card.chosen.connect(lambda name=tool.id: self.chosen.emit(Address(name)))
            grid.addWidget(card, place // across, place % across)
        for number in range(across):
            grid.setColumnStretch(number, 1)
        return grid

    def _add_articles(self, group: str, column: QVBoxLayout, page: QWidget) -> None:
        articles = [article for article in self._edition.articles("toolkit") if article.group == group]
        if articles:
            rows = tuple(
                Row(article.title, article.id, self.tr("{minutes} min read").format(minutes=article.minutes))
                for article in articles
            )
            column.addWidget(self._label(self.tr("Read first"), "eyebrow", page))
            column.addWidget(self._list(rows, self.tr("Articles"), page))

    def _list(self, rows: tuple[Row, ...], name: str, page: QWidget) -> TitleList:
        held = TitleList(self._look.theme, "toolkit", fits=True, parent=page)
        held.restyle(self._look.theme, self._look.text_size, "toolkit")
        held.setProperty("role", "plain")
        held.setAccessibleName(name)
        held.show_rows(rows)
        held.chosen.connect(lambda key: self.chosen.emit(Address.parse(key)))
        return held

    def print_html(self) -> str:
        """The list of tools for paper."""
        pieces = [f"<h1>{html.escape(self.tr('Toolkit'))}</h1>"]
        for _, title, tools in stages(self._edition):
            pieces.append(f"<h2>{html.escape(title)}</h2>")
            pieces += [
                f"<p><strong>{html.escape(tool.title)}</strong>. {html.escape(tool.purpose)}</p>" for tool in tools
            ]
        return "\n".join(pieces)

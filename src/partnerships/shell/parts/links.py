"""Titles of pages as links, in groups side by side, each with a quiet word such as its minutes."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFont, QFontMetrics, QKeyEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from partnerships.shell.parts.drawn import draw_focus, face, shows_ring, text_scale
from partnerships.shell.parts.lines import Lines, set_lines
from partnerships.shell.theme.theme import Theme

_NARROWEST = 300  # of a column, at 100 % text
_TOP, _SIDE = 4, 6


@dataclass(frozen=True, slots=True)
class Link:
    """A page's id and title, and a few quiet words after it."""

    id: str
    title: str
    quiet: str = ""


@dataclass(frozen=True, slots=True)
class LinkGroup:
    """Links under a heading."""

    title: str
    links: tuple[Link, ...]


class LinkRow(QAbstractButton):
    """One link; its title breaks into as many lines as it needs."""

    def __init__(self, link: Link, theme: Theme) -> None:
        super().__init__()
        self._link, self._theme = link, theme
        self._heights: dict[int, int] = {}  # by width, for the text size in use
        self.setText(link.title)
        self.setAccessibleName(", ".join(part for part in (link.title, link.quiet) if part))
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def show_theme(self, theme: Theme) -> None:
        """Draw in the colors of `theme` from now on."""
        self._theme = theme
        self._heights.clear()
        self.updateGeometry()
        self.update()

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        if width not in self._heights:
            self._heights[width] = self._lines(width).height + 2 * self._px(_TOP)
        return self._heights[width]

    def sizeHint(self) -> QSize:
        return QSize(self._px(_NARROWEST), self.heightForWidth(self._px(_NARROWEST)))

    def minimumSizeHint(self) -> QSize:
        return QSize(self._px(120), self._px(28))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        lines = self._lines(self.width())
        painter.setPen(self._theme.color("link"))
        left, top = self._px(_SIDE), self._px(_TOP)
        lines.draw(painter, left, top)
        quiet = face(12 * text_scale(self))
        beside = QFontMetrics(lines.font).horizontalAdvance(lines.texts[-1]) + self._px(9)
        painter.setPen(self._theme.color("quiet"))
        last = round(lines.leading * (len(lines.texts) - 1))
        shift = (lines.leading - quiet.pixelSize() * 1.35) / 2
        set_lines(self._link.quiet, quiet, self.width()).draw(painter, left + beside, top + last + shift)
        if shows_ring(self):
            draw_focus(painter, QRectF(self.rect()), self._theme, 5)

    def _lines(self, width: int) -> Lines:
        font = face(13.5 * text_scale(self), QFont.Weight.DemiBold)
        font.setUnderline(self.underMouse())
        quiet = QFontMetrics(face(12 * text_scale(self))).horizontalAdvance(self._link.quiet) + self._px(12)
        return set_lines(self._link.title, font, width - 2 * self._px(_SIDE) - quiet)

    def _px(self, length: float) -> int:
        return round(length * text_scale(self))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
            return
        super().keyPressEvent(event)


class LinkGroups(QWidget):
    """Groups of links in as many columns as the width has room for. `chosen` carries a page's id."""

    chosen = Signal(str)

    def __init__(self, theme: Theme, groups: Sequence[LinkGroup], section: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.rows: list[LinkRow] = []
        self._groups = [self._build(theme, group, section) for group in groups if group.links]
        self._columns: list[QVBoxLayout] = []
        self._layout = QHBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(24)
        self._set_columns(1)

    def show_theme(self, theme: Theme) -> None:
        """Draw in the colors of `theme` from now on."""
        for row in self.rows:
            row.show_theme(theme)
        self._fit()

    def _build(self, theme: Theme, group: LinkGroup, section: str) -> QWidget:
        widget = QWidget(self)
        widget.setAccessibleName(group.title)
        layout = QVBoxLayout(widget)
        layout.setContentsMargins(0, 0, 0, 12)
        layout.setSpacing(0)
        heading = QLabel(group.title)
        heading.setObjectName("eyebrow")
        heading.setProperty("section", section)
        heading.setContentsMargins(_SIDE, 0, 0, 4)
        heading.setWordWrap(True)
        layout.addWidget(heading)
        for link in group.links:
            row = LinkRow(link, theme)
            row.clicked.connect(lambda _=False, page=link.id: self.chosen.emit(page))
            layout.addWidget(row)
            self.rows.append(row)
        return widget

    def _set_columns(self, number: int) -> None:
        """Deal the groups out, each to the column that is shortest so far."""
        for column in self._columns:
            while column.count():
                column.takeAt(0)
            self._layout.removeItem(column)
            column.deleteLater()
        self._columns = []
        heights = [0] * number
        for _ in range(number):
            column = QVBoxLayout()
            self._layout.addLayout(column, 1)
            self._columns.append(column)
        for group in self._groups:
            place = heights.index(min(heights))
            self._columns[place].addWidget(group)
            heights[place] += len(group.children())
        for column in self._columns:
            column.addStretch(1)

    def _fit(self) -> None:
        wanted = self.width() // round(_NARROWEST * text_scale(self))
        number = max(1, min(wanted, len(self._groups)))
        if number != len(self._columns):
            self._set_columns(number)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

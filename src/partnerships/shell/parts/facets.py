"""A list of facets: groups of rows with counts, to tick several or to choose one.

Tab goes from group to group, the arrow keys from row to row, Space ticks.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QFont, QFontMetrics, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QLabel, QSizePolicy, QVBoxLayout, QWidget

from partnerships.shell.parts.drawn import draw_focus, face, shows_ring, text_scale
from partnerships.shell.theme.theme import Theme

_WRAP = int(Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
_TICK = (QPointF(3.2, 7.4), QPointF(6.0, 10.2), QPointF(11.0, 4.2))  # on a box of 15


@dataclass(frozen=True, slots=True)
class FacetValue:
    """One row: its id, the words, and how many pages have it."""

    id: str
    label: str
    count: int = 0


@dataclass(frozen=True, slots=True)
class FacetGroup:
    """Rows under one heading. With `single`, exactly one is chosen at a time and the first is "all"."""

    id: str
    title: str
    values: tuple[FacetValue, ...]
    single: bool = False


class FacetRow(QAbstractButton):
    """One row of a group, painted: box or highlight, words, count."""

    def __init__(self, value: FacetValue, single: bool, theme: Theme, section: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.value = value
        self.single = single
        self._theme = theme
        self._section = section
        self._count = value.count
        self.setCheckable(True)
        self.setText(value.label)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.show_count(value.count)

    @property
    def count(self) -> int:
        """How many pages have this value, as shown."""
        return self._count

    def show_count(self, count: int) -> None:
        """Show another count."""
        self._count = count
        self.setAccessibleName(self.tr("{label}, {count}").format(label=self.value.label, count=count))
        self.update()

    def show_theme(self, theme: Theme) -> None:
        """Draw in the colors of `theme` from now on."""
        self._theme = theme
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(self._px(200), self.heightForWidth(self._px(200)))

    def minimumSizeHint(self) -> QSize:
        return QSize(self._px(110), self._px(24))

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        words = QFontMetrics(self._font(self.single)).boundingRect(self._words_rect(width, 10_000), _WRAP, self.text())
        return max(self._px(24), words.height() + self._px(7))

    def nextCheckState(self) -> None:
        if not (self.single and self.isChecked()):
            super().nextCheckState()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        theme, colors = self._theme, self._theme.section(self._section)
        rect = QRectF(self.rect())
        chosen_row = self.single and self.isChecked()
        painter.setPen(Qt.PenStyle.NoPen)
        if chosen_row:
            painter.setBrush(colors.soft)
            painter.drawRoundedRect(rect, 6, 6)
        elif self.underMouse():
            painter.setBrush(theme.color("hover"))
            painter.drawRoundedRect(rect, 6, 6)
        if not self.single:
            self._paint_box(painter)
        painter.setFont(self._font(chosen_row))
        painter.setPen(colors.ink if chosen_row else theme.color("ink"))
        painter.drawText(self._words_rect(self.width(), self.height()), _WRAP, self.text())
        painter.setFont(self._font(bold=False))
        painter.setPen(colors.ink if chosen_row else theme.color("quiet"))
        number = QRect(0, self._px(3.5), self.width() - self._px(8), self.height())
        painter.drawText(number, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop, f"{self._count:,}")
        if shows_ring(self):
            draw_focus(painter, rect, theme, 6)

    def _paint_box(self, painter: QPainter) -> None:
        theme, side = self._theme, self._px(15)
        box = QRectF(self._px(8) + 0.5, self._px(4.5) + 0.5, side - 1, side - 1)
        if not self.isChecked():
            painter.setBrush(theme.color("field"))
            painter.setPen(QPen(theme.color("control-line"), theme.border))
            painter.drawRoundedRect(box, 4, 4)
            return
        painter.setBrush(theme.section(self._section).fill)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.drawRoundedRect(box.adjusted(-0.5, -0.5, 0.5, 0.5), 4, 4)
        pen = QPen(theme.color("on-primary"), side * 0.13, c=Qt.PenCapStyle.RoundCap, j=Qt.PenJoinStyle.RoundJoin)
        painter.setPen(pen)
        painter.drawPolyline([box.topLeft() + point * (side / 15) for point in _TICK])

    def _words_rect(self, width: int, height: int) -> QRect:
        left = self._px(8) if self.single else self._px(31)
        return QRect(left, self._px(3.5), max(20, width - left - self._px(8) - self._number_width()), height)

    def _number_width(self) -> int:
        return QFontMetrics(self._font(bold=False)).horizontalAdvance("0,000"[-max(3, len(f"{self._count:,}")) :]) + 6

    def _font(self, bold: bool) -> QFont:
        return face(13.5 * text_scale(self), QFont.Weight.Bold if bold else QFont.Weight.Normal)

    def _px(self, length: float) -> int:
        return round(length * text_scale(self))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Home, Qt.Key.Key_End):
            event.ignore()  # the list moves, not the button group
            return
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
            return
        super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.update()


class FacetList(QWidget):
    """All groups. `changed` carries what is chosen: pairs of a group's id and a value's id."""

    changed = Signal(tuple)

    def __init__(self, theme: Theme, section: str = "notebook", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._section = section
        self._rows: dict[tuple[str, str], FacetRow] = {}
        self._singles: dict[str, str] = {}
        self._groups: list[QWidget] = []
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(0)
        self._layout.addStretch(1)

    def show_groups(self, groups: Iterable[FacetGroup]) -> None:
        """Show these groups; nothing is chosen but the first row of each single group."""
        for widget in self._groups:
            widget.hide()
            widget.deleteLater()
        self._groups, self._rows, self._singles = [], {}, {}
        for place, group in enumerate(groups):
            widget = self._build(group)
            self._groups.append(widget)
            self._layout.insertWidget(place, widget)

    def show_counts(self, counts: Mapping[tuple[str, str], int]) -> None:
        """Show other counts; a row that is not named has none."""
        for key, row in self._rows.items():
            row.show_count(counts.get(key, 0))

    def chosen(self) -> tuple[tuple[str, str], ...]:
        """What is chosen, in the order shown. The first row of a single group means no choice and is left out."""
        return tuple(
            key for key, row in self._rows.items() if row.isChecked() and self._singles.get(key[0]) != row.value.id
        )

    def choose(self, pairs: Iterable[tuple[str, str]]) -> None:
        """Choose exactly these and say nothing."""
        wanted = set(pairs)
        taken = {group for group, _ in wanted}
        for (group, value), row in self._rows.items():
            is_default = self._singles.get(group) == value and group not in taken
            row.setChecked((group, value) in wanted or is_default)

    def clear(self) -> None:
        """Choose nothing, and say so if that is a change."""
        if self.chosen():
            self.choose(())
            self.changed.emit(())

    def row(self, group: str, value: str) -> FacetRow:
        """The row of one value."""
        return self._rows[group, value]

    def show_theme(self, theme: Theme) -> None:
        """Draw in the colors of `theme` from now on."""
        self._theme = theme
        for row in self._rows.values():
            row.show_theme(theme)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        rows = list(self._rows.values())
        here = next((place for place, row in enumerate(rows) if row.hasFocus()), None)
        places = {
            Qt.Key.Key_Up: -1 if here is None else here - 1,
            Qt.Key.Key_Down: len(rows) if here is None else here + 1,
            Qt.Key.Key_Home: 0,
            Qt.Key.Key_End: len(rows) - 1,
        }
        place = places.get(Qt.Key(event.key()))
        if here is None or place is None:
            super().keyPressEvent(event)
        elif 0 <= place < len(rows):
            self._move(rows[place])

    def _move(self, row: FacetRow) -> None:
        self._make_stop(row)
        row.setFocus(Qt.FocusReason.OtherFocusReason)

    def _make_stop(self, row: FacetRow) -> None:
        for other in self._rows.values():
            if other.parent() is row.parent():
                other.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        row.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def _build(self, group: FacetGroup) -> QWidget:
        widget = QWidget(self)
        widget.setAccessibleName(group.title)
        layout = QVBoxLayout(widget)
        layout.setContentsMargins(0, 0, 0, 12)
        layout.setSpacing(0)
        heading = QLabel(group.title, widget)
        heading.setObjectName("eyebrow")
        heading.setContentsMargins(0, 0, 0, 5)
        layout.addWidget(heading)
        for place, value in enumerate(group.values):
            row = FacetRow(value, group.single, self._theme, self._section, widget)
            row.setFocusPolicy(Qt.FocusPolicy.StrongFocus if place == 0 else Qt.FocusPolicy.ClickFocus)
            row.setAccessibleDescription(group.title)
            row.clicked.connect(lambda _checked, key=(group.id, value.id): self._clicked(key))
            layout.addWidget(row)
            self._rows[group.id, value.id] = row
        if group.single and group.values:
            first = group.values[0].id
            self._singles[group.id] = first
            self._rows[group.id, first].setChecked(True)
        return widget

    def _clicked(self, key: tuple[str, str]) -> None:
        row = self._rows[key]
        self._make_stop(row)
        if key[0] in self._singles:
            for (group, _), other in self._rows.items():
                if group == key[0] and other is not row:
                    other.setChecked(False)
        self.changed.emit(self.chosen())

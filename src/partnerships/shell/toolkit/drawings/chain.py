"""A logic model: what goes in, what is done, what comes out and what changes, link by link."""

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QFont, QKeyEvent, QMouseEvent, QPainter, QPolygonF
from PySide6.QtWidgets import QWidget

from partnerships.notebook.drawings import Link
from partnerships.shell.theme.theme import Theme
from partnerships.shell.toolkit.drawings.plan import CENTER, LEFT, WRAP, Canvas, Plan

_NARROWEST, _GAP, _AIR = 128, 8, 8  # of a link, between links, inside boxes; at 100 % text


class ChainPlan(Plan):
    """Links side by side, in as many rows as the width asks for; each an arrow with boxes below."""

    def __init__(self, links: Sequence[Link], theme: Theme, scale: float) -> None:
        super().__init__(theme, scale)
        self._links = tuple(links)
        self._head = self.font(12.5, QFont.Weight.Bold)
        self._text = self.font(12.5)

    def height(self, width: float) -> float:
        return self.boxes(width)[-1].bottom() + self.px(2)

    def boxes(self, width: float) -> list[QRectF]:
        """The place of each link: its arrow and its boxes."""
        columns = self._columns(width)
        across = (width - self.px(_GAP) * (columns - 1)) / columns
        found, top = [], 0.0
        for start in range(0, len(self._links), columns):
            row = self._links[start : start + columns]
            down = max(self._link_height(link, across) for link in row)
            found += [QRectF(n * (across + self.px(_GAP)), top, across, down) for n in range(len(row))]
            top += down + self.px(18)
        return found

    def paint(self, painter: QPainter, width: float, chosen: int = -1) -> None:
        for place, (link, box) in enumerate(zip(self._links, self.boxes(width), strict=True)):
            self._paint_head(painter, link, QRectF(box.left(), box.top(), box.width(), self._head_height(box.width())))
            self._paint_items(painter, link, box)
            if place == chosen:
                painter.setBrush(Qt.BrushStyle.NoBrush)
                painter.setPen(self.pen("focus", 2.0))
                painter.drawRoundedRect(box.adjusted(-2, -2, 2, 2), self.px(6), self.px(6))

    def _columns(self, width: float) -> int:
        fitting = max(1, int(width // self.px(_NARROWEST)))
        rows = -(-len(self._links) // fitting)
        return -(-len(self._links) // rows)

    def _head_height(self, width: float) -> float:
        inner = width - self.px(_AIR + 22)
        return max(self.words_height(link.label, self._head, inner) for link in self._links) + self.px(14)

    def _item_height(self, item: str, width: float) -> float:
        return self.words_height(item, self._text, width - 2 * self.px(_AIR)) + self.px(10)

    def _link_height(self, link: Link, width: float) -> float:
        items = link.items or ("–",)
        return self._head_height(width) + sum(self._item_height(item, width) + self.px(6) for item in items)

    def _paint_head(self, painter: QPainter, link: Link, rect: QRectF) -> None:
        """An arrow that points on to the next link."""
        point = self.px(12)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self.colors.fill)
        shape = [
            rect.topLeft(),
            QPointF(rect.right() - point, rect.top()),
            QPointF(rect.right(), rect.center().y()),
            QPointF(rect.right() - point, rect.bottom()),
            rect.bottomLeft(),
        ]
        painter.drawPolygon(QPolygonF(shape))
        inner = rect.adjusted(self.px(_AIR), 0, -point - self.px(4), 0)
        self.write(painter, inner, link.label, self._head, self.theme.color("on-primary"), LEFT | WRAP)

    def _paint_items(self, painter: QPainter, link: Link, box: QRectF) -> None:
        top = box.top() + self._head_height(box.width()) + self.px(6)
        for item in link.items or ("",):
            rect = QRectF(box.left(), top, box.width(), self._item_height(item or "–", box.width()))
            painter.setPen(Qt.PenStyle.NoPen if item else self.pen("line", 1.2, Qt.PenStyle.DashLine))
            painter.setBrush(self.colors.soft if item else Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(rect, self.px(6), self.px(6))
            inner = rect.adjusted(self.px(_AIR), 0, -self.px(_AIR), 0)
            if item:
                self.write(painter, inner, item, self._text, self.theme.color("ink"), LEFT | WRAP)
            else:
                self.write(painter, inner, "–", self._text, self.theme.color("quiet"), CENTER)
            top += rect.height() + self.px(6)


class ChainCanvas(Canvas):
    """The chain to look at. `asked` carries the field of a link that a person wants to go to."""

    asked = Signal(str)

    def __init__(self, theme: Theme, name: str, parent: QWidget | None = None) -> None:
        super().__init__(theme, name, parent)
        self.links: tuple[Link, ...] = ()
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def show_links(self, links: tuple[Link, ...]) -> None:
        """Show what is written in each link."""
        if links == self.links:
            return
        self.links = links
        self.tell()

    def plan_for(self, theme: Theme, scale: float) -> ChainPlan:
        return ChainPlan(self.links, theme, scale)

    def plan(self) -> ChainPlan:
        """What is shown now, as it is shown."""
        return self.plan_for(self.theme, self.scale)

    def words(self) -> str:
        """Each link with what is in it, in order."""
        return " ".join(self._said(link) for link in self.links)

    def _said(self, link: Link) -> str:
        return f"{link.label}: {'; '.join(link.items) or self.tr('nothing yet')}."

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows go from link to link, Enter to its question."""
        step = {Qt.Key.Key_Left: -1, Qt.Key.Key_Up: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_Down: 1}.get(
            Qt.Key(event.key())
        )
        if step:
            self.chosen = min(len(self.links) - 1, max(0, self.chosen + step))
            self.update()
            self.said.emit(self._said(self.links[self.chosen]))
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.asked.emit(self.links[self.chosen].field)
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A link is chosen; its question is gone to."""
        at = QPointF(*self.spot(event.position().x(), event.position().y()))
        for place, box in enumerate(self.plan().boxes(self.inside())):
            if box.contains(at):
                self.chosen = place
                self.asked.emit(self.links[place].field)
        self.update()

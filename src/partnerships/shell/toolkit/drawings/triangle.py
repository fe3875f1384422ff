"""The problem triangle: three sides, who could control each, and how strong that control is today."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QFont, QKeyEvent, QMouseEvent, QPainter, QPen
from PySide6.QtWidgets import QWidget

from partnerships.notebook.drawings import HIGH, Side
from partnerships.shell.theme.theme import Theme
from partnerships.shell.toolkit.drawings.plan import CENTER, LEFT, WRAP, Canvas, Plan

_HEIGHT, _CARD, _CARD_HEIGHT = 390, 214, 104  # at 100 % text
_WEAK, _WORKS = 2, 4  # up to and from which a control is weak, or works


class TrianglePlan(Plan):
    """A triangle whose edges are as thick as the controls are strong, with a card on each."""

    def __init__(self, problem: str, sides: Sequence[Side], theme: Theme, scale: float) -> None:
        super().__init__(theme, scale)
        self._problem, self._sides = problem, tuple(sides)
        self._strong = self.font(13, QFont.Weight.Bold)
        self._text = self.font(12.5)
        self._small = self.font(12)

    def height(self, width: float) -> float:
        return self.px(_HEIGHT)

    def corners(self, width: float) -> tuple[QPointF, QPointF, QPointF]:
        """Top, below left, below right."""
        half = min(width * 0.36, self.px(250))
        bottom = self.px(_HEIGHT) - self.px(_CARD_HEIGHT) / 2 - 2
        return (
            QPointF(width / 2, self.px(10)),
            QPointF(width / 2 - half, bottom),
            QPointF(width / 2 + half, bottom),
        )

    def cards(self, width: float) -> list[QRectF]:
        """The card of each side: left, below, right."""
        top, left, right = self.corners(width)
        across, down = min(self.px(_CARD), width * 0.36), self.px(_CARD_HEIGHT)
        middle = (top.y() + left.y()) / 2 - down / 2 - self.px(6)
        return [
            QRectF(max(0.0, (top.x() + left.x()) / 2 - across * 0.82), middle, across, down),
            QRectF((left.x() + right.x()) / 2 - across / 2, left.y() - down / 2, across, down),
            QRectF(min(width - across, (top.x() + right.x()) / 2 - across * 0.18), middle, across, down),
        ]

    def paint(self, painter: QPainter, width: float, chosen: int = -1) -> None:
        top, left, right = self.corners(width)
        for side, ends in zip(self._sides, ((top, left), (left, right), (right, top)), strict=True):
            painter.setPen(self._edge(side.strength))
            painter.drawLine(*ends)
        cards = self.cards(width)
        self._paint_problem(painter, width, cards)
        for place, (side, card) in enumerate(zip(self._sides, cards, strict=True)):
            self._paint_card(painter, card, side, place == chosen)

    def _edge(self, strength: int) -> QPen:
        """Thick where a control works, thin and broken where it is weak, dotted where nobody has said."""
        if not strength:
            return self.pen("chart-axis", 1.5, Qt.PenStyle.DotLine)
        style = Qt.PenStyle.DashLine if strength <= _WEAK else Qt.PenStyle.SolidLine
        return QPen(self.colors.bar, self.px(1.2 + strength * 1.3), style, Qt.PenCapStyle.FlatCap)

    def _paint_problem(self, painter: QPainter, width: float, cards: list[QRectF]) -> None:
        left, below, right = cards
        room = QRectF(left.right(), left.top(), right.left() - left.right(), below.top() - left.top())
        room = room.adjusted(self.px(8), self.px(20), -self.px(8), -self.px(10))
        words = self._problem or QCoreApplication.translate("Drawing", "The problem")
        color = self.theme.color("title" if self._problem else "quiet")
        if room.width() > self.px(60):
            lines = max(1, int(room.height() / self.px(19)))
            fitting = self.elided(words, self._strong, room.width() * lines * 0.82)
            self.write(painter, room, fitting, self._strong, color, CENTER | WRAP)

    def _paint_card(self, painter: QPainter, card: QRectF, side: Side, chosen: bool) -> None:
        theme = self.theme
        painter.setPen(self.pen("focus", 2.4) if chosen else self.pen("line", 1.2))
        painter.setBrush(theme.color("card"))
        painter.drawRoundedRect(card, self.px(8), self.px(8))
        room = card.adjusted(self.px(10), self.px(7), -self.px(10), -self.px(7))
        line = self.px(18)
        head = QRectF(room.left(), room.top(), room.width(), line)
        label = self.elided(side.label, self._strong, room.width())
        self.write(painter, head, label, self._strong, self.colors.ink, LEFT)
        who = QRectF(room.left(), room.top() + line, room.width(), line)
        words = " ".join(side.who.split()) or "–"
        self.write(painter, who, self.elided(words, self._text, who.width()), self._text, theme.color("ink"), LEFT)
        named = f"{side.controller_label}: {side.controller or '–'}"
        under = QRectF(room.left(), room.top() + 2 * line, room.width(), line)
        self.write(painter, under, self.elided(named, self._text, under.width()), self._text, theme.color("ink"), LEFT)
        self._paint_strength(painter, QRectF(room.left(), room.bottom() - line, room.width(), line), side.strength)

    def _paint_strength(self, painter: QPainter, rect: QRectF, strength: int) -> None:
        size = self.px(10)
        for number in range(HIGH):
            box = QRectF(rect.left() + number * self.px(14), rect.center().y() - size / 2, size, size)
            painter.setPen(QPen(self.colors.ink, 1.2))
            painter.setBrush(self.colors.fill if number < strength else self.theme.color("card"))
            painter.drawEllipse(box)
        words = rect.adjusted(self.px(78), 0, 0, 0)
        self.write(painter, words, strength_words(strength), self._small, self.theme.color("soft-ink"), LEFT)


class TriangleCanvas(Canvas):
    """The triangle to rate. `rated` carries a side's field and its strength, `asked` the field to go to."""

    rated = Signal(str, int)
    asked = Signal(str)

    def __init__(self, theme: Theme, name: str, parent: QWidget | None = None) -> None:
        super().__init__(theme, name, parent)
        self._problem = ""
        self.sides: tuple[Side, ...] = ()
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def show_sides(self, problem: str, sides: tuple[Side, ...]) -> None:
        """Show the problem and its three sides."""
        if (problem, sides) == (self._problem, self.sides):
            return
        self._problem, self.sides = problem, sides
        self.tell()

    def plan_for(self, theme: Theme, scale: float) -> TrianglePlan:
        return TrianglePlan(self._problem, self.sides, theme, scale)

    def plan(self) -> TrianglePlan:
        """What is shown now, as it is shown."""
        return self.plan_for(self.theme, self.scale)

    def words(self) -> str:
        """Each side with its controller and how strong it is."""
        return " ".join(self._said(side) for side in self.sides)

    def _said(self, side: Side) -> str:
        words = self.tr("{side}: {who}. {label}: {controller}, {strength}.")
        return words.format(
            side=side.label,
            who=" ".join(side.who.split()) or self.tr("not described yet"),
            label=side.controller_label,
            controller=side.controller or self.tr("not named yet"),
            strength=strength_words(side.strength),
        )

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows choose a side, 1 to 5 rate it, Enter goes to its question."""
        step = {Qt.Key.Key_Left: -1, Qt.Key.Key_Up: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_Down: 1}.get(
            Qt.Key(event.key())
        )
        if step:
            self.chosen = (self.chosen + step) % len(self.sides)
            self.update()
            self.said.emit(self._said(self.sides[self.chosen]))
        elif event.text() in tuple("12345"):
            self.rated.emit(self.sides[self.chosen].field, int(event.text()))
            self.said.emit(self._said(self.sides[self.chosen]))
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.asked.emit(self.sides[self.chosen].field)
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A card is chosen; its question is gone to."""
        at = QPointF(*self.spot(event.position().x(), event.position().y()))
        for place, card in enumerate(self.plan().cards(self.inside())):
            if card.contains(at):
                self.chosen = place
                self.asked.emit(self.sides[place].field)
        self.update()


def strength_words(strength: int) -> str:
    """How strong a control is, in words."""
    tr = QCoreApplication.translate
    if not strength:
        return tr("Drawing", "not rated yet")
    if strength <= _WEAK:
        return tr("Drawing", "{number} of 5, weak").format(number=strength)
    if strength < _WORKS:
        return tr("Drawing", "{number} of 5, partial").format(number=strength)
    return tr("Drawing", "{number} of 5, works").format(number=strength)

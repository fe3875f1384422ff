"""Draws the cells of the table of programs: titles, strips of months, chips; side by side or stacked."""

from PySide6.QtCore import QAbstractItemModel, QEvent, QModelIndex, QPersistentModelIndex, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem, QWidget

from partnerships.shell.grants.model import AWARD, CHECK, OPENS, PAYS, PROGRAM, STATUS
from partnerships.shell.grants.programs import Program
from partnerships.shell.grants.words import agency_line, match_line, opens_line, status_line
from partnerships.shell.look import Look
from partnerships.shell.parts.chips import TONES
from partnerships.shell.parts.drawn import face
from partnerships.shell.parts.lines import Lines, set_lines

Index = QModelIndex | QPersistentModelIndex
SECTION = "grants"
PAD_TOP, PAD_SIDE = 12, 10  # inside a cell, at 100 % text
_BOX = 15
_TICK = (QPointF(3.2, 7.4), QPointF(6.0, 10.2), QPointF(11.0, 4.2))  # on a box of 15
_MONTH, _MONTH_GAP = 11, 2


class ProgramDelegate(QStyledItemDelegate):
    """Paints a row's cells. `stacked`: the program's cell holds all that the others would."""

    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self._look = look
        self.stacked = False
        self.hovered = -1

    def row_height(self, program: Program, widths: tuple[int, ...]) -> int:
        """How tall a row must be for columns of these widths."""
        heights = [self._px(_BOX)]
        for column in (PROGRAM,) if self.stacked else (PROGRAM, PAYS, AWARD, OPENS, STATUS):
            heights.append(self._height(program, column, widths[column] - 2 * self._px(PAD_SIDE)))
        return max(heights) + 2 * self._px(PAD_TOP)

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(self._px(120), self._px(48))

    def editorEvent(self, event: QEvent, model: QAbstractItemModel, option: QStyleOptionViewItem, index: Index) -> bool:
        return False  # the table ticks whole rows itself

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        model = index.model()
        program: Program = model.rows[index.row()]  # type: ignore[attr-defined]  # a ProgramsModel
        ticked: bool = model.is_ticked(index.row())  # type: ignore[attr-defined]
        theme, rect = self._look.theme, QRectF(option.rect)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if ticked:
            painter.fillRect(rect, self._ticked_color())
        elif index.row() == self.hovered:
            painter.fillRect(rect, theme.color("hover"))
        painter.fillRect(QRectF(rect.left(), rect.bottom() - 1, rect.width(), 1), theme.color("line-soft"))
        inside = rect.adjusted(self._px(PAD_SIDE), self._px(PAD_TOP), -self._px(PAD_SIDE), 0)
        if index.column() == CHECK:
            self._paint_box(painter, rect, ticked)
        else:
            self._paint_cell(painter, program, index.column(), inside)
        painter.restore()

    # --- cells -------------------------------------------------------------------------------------

    def _height(self, program: Program, column: int, width: int) -> int:
        if column == STATUS:
            return self._chip_height()
        below = self._strip_height() if program.months and column == OPENS else 0
        if self.stacked:
            below = self._px(7) + self._chip_height() + self._strip_height() * bool(program.months)
        return sum(lines.height for _, lines in self._texts(program, column, width)) + below

    def _texts(self, program: Program, column: int, width: int) -> list[tuple[str, Lines]]:
        """What a cell says, from top to bottom, each with the role of its color; strip and chip follow."""
        title = [
            ("title", set_lines(program.title, self._face(14.5, QFont.Weight.Bold), width)),
            ("quiet", set_lines(agency_line(program), self._face(12), width, leading=1.45)),
        ]
        pays = [("ink", set_lines(program.pays_for, self._face(13.5), width, leading=1.4))]
        award = [
            ("ink", set_lines(program.award, self._face(13.5), width, leading=1.4)),
            ("quiet", set_lines(match_line(program), self._face(12), width, leading=1.45)),
        ]
        opens = [("ink", set_lines(opens_line(program), self._face(13.5), width, leading=1.4))]
        if self.stacked:
            return [*title, *pays, *award]
        return {PROGRAM: title, PAYS: pays, AWARD: award, OPENS: opens}[column]

    def _paint_cell(self, painter: QPainter, program: Program, column: int, inside: QRectF) -> None:
        if column == STATUS:
            self._paint_chip(painter, program, inside.left(), inside.top())
            return
        top = inside.top()
        for role, lines in self._texts(program, column, round(inside.width())):
            painter.setPen(self._look.theme.color(role))
            lines.draw(painter, inside.left(), top)
            top += lines.height
        if self.stacked:
            self._paint_foot(painter, program, inside, top + self._px(7))
        elif program.months and column == OPENS:
            self._paint_strip(painter, program.months, inside.left(), top + self._px(4))

    def _paint_foot(self, painter: QPainter, program: Program, inside: QRectF, top: float) -> None:
        """Chip and months on one line, the strip below them."""
        chip = self._paint_chip(painter, program, inside.left(), top)
        left = inside.left() + chip + self._px(10)
        opens = set_lines(opens_line(program), self._face(13.5), inside.right() - left, most=1)
        painter.setPen(self._look.theme.color("ink"))
        opens.draw(painter, left, top + (self._chip_height() - opens.height) / 2)
        if program.months:
            self._paint_strip(painter, program.months, inside.left(), top + self._chip_height() + self._px(5))

    # --- what is not words -------------------------------------------------------------------------

    def _ticked_color(self) -> QColor:
        """Half of the section's soft ground, so that a chip still stands out on it."""
        color = self._look.theme.section(SECTION).soft
        color.setAlphaF(0.5)
        return color

    def _paint_box(self, painter: QPainter, rect: QRectF, ticked: bool) -> None:
        theme, side = self._look.theme, self._px(_BOX)
        left = rect.left() + (rect.width() - side) / 2
        box = QRectF(left + 0.5, rect.top() + self._px(PAD_TOP + 2) + 0.5, side - 1, side - 1)
        painter.setPen(QPen(theme.color("control-line"), theme.border))
        painter.setBrush(theme.section(SECTION).fill if ticked else theme.color("field"))
        painter.drawRoundedRect(box, 4, 4)
        if ticked:
            pen = QPen(theme.color("on-primary"), side * 0.13)
            pen.setCapStyle(Qt.PenCapStyle.RoundCap)
            painter.setPen(pen)
            painter.drawPolyline([box.topLeft() + point * (side / _BOX) for point in _TICK])

    def _paint_strip(self, painter: QPainter, months: tuple[int, ...], left: float, top: float) -> None:
        theme, side, gap = self._look.theme, self._px(_MONTH), self._px(_MONTH_GAP)
        for month in range(1, 13):
            open_then = month in months
            color = theme.section(SECTION).bar if open_then else theme.color("track")
            painter.setPen(QPen(color, theme.border))
            painter.setBrush(color if open_then else Qt.BrushStyle.NoBrush if theme.border > 1 else color)
            box = QRectF(left + (month - 1) * (side + gap), top, side, side).adjusted(0.5, 0.5, -0.5, -0.5)
            painter.drawRoundedRect(box, 2, 2)

    def _strip_height(self) -> int:
        return self._px(_MONTH + 6)

    def _paint_chip(self, painter: QPainter, program: Program, left: float, top: float) -> float:
        """Paint the status; gives its width."""
        theme, font = self._look.theme, self._chip_face()
        tone = TONES[program.status]
        width = QFontMetrics(font).horizontalAdvance(status_line(program)) + self._px(16)
        pill = QRectF(left, top, width, self._chip_height()).adjusted(0.5, 0.5, -0.5, -0.5)
        painter.setPen(QPen(theme.color(f"{tone}-ink" if theme.border > 1 else tone), theme.border))
        painter.setBrush(theme.color(tone))
        painter.drawRoundedRect(pill, pill.height() / 2, pill.height() / 2)
        painter.setPen(theme.color(f"{tone}-ink"))
        painter.setFont(font)
        painter.drawText(pill, Qt.AlignmentFlag.AlignCenter, status_line(program))
        return width

    def _chip_face(self) -> QFont:
        return self._face(12, QFont.Weight.DemiBold)

    def _chip_height(self) -> int:
        return QFontMetrics(self._chip_face()).height() + self._px(4)

    def _face(self, size: float, weight: QFont.Weight = QFont.Weight.Normal) -> QFont:
        return face(size * self._look.text_size / 100, weight)

    def _px(self, length: float) -> int:
        return self._look.scaled(length)

"""The rows of the path: a head for each station and a row for each stop, joined by a drawn line."""

from PySide6.QtCore import QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QFont, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QLabel, QWidget

from partnerships.shell.introduction.model import SECTION, Station, Stop
from partnerships.shell.introduction.stop_card import StopButton
from partnerships.shell.parts.drawn import face, text_scale
from partnerships.shell.theme.theme import Theme

_LINE, _TEXT = 26, 60  # from the left edge to the line's middle and to the cards, at 100 % text
_NODE = 14  # a node's radius
_TICK = (QPointF(-5, 0.4), QPointF(-1.6, 3.8), QPointF(5.2, -3.6))


class _OnTheLine(QWidget):
    """A row that paints its piece of the line; `walked` says how much of it lies behind the reader."""

    def __init__(self, theme: Theme, is_first: bool, is_last: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.theme = theme
        self._is_first, self._is_last = is_first, is_last
        self._walked = (False, False)  # above the node, below it

    def show_theme(self, theme: Theme) -> None:
        """Draw in the colors of `theme` from now on."""
        self.theme = theme
        self.update()

    def px(self, length: float) -> int:
        """A length given for 100 % text, at the text size in use."""
        return round(length * text_scale(self))

    def paint_line(self, painter: QPainter, node: QPointF) -> None:
        """Paint the line above and below the node."""
        for part, skipped, end in ((0, self._is_first, 0), (1, self._is_last, self.height())):
            if skipped:
                continue
            color = self.theme.section(SECTION).bar if self._walked[part] else self.theme.color("control-line")
            pen = QPen(color, self.px(3 if self._walked[part] else 2))
            if not self._walked[part]:
                pen.setDashPattern([0.1, 2.6])
                pen.setCapStyle(Qt.PenCapStyle.RoundCap)
            painter.setPen(pen)
            painter.drawLine(node, QPointF(node.x(), end))


class StationHead(_OnTheLine):
    """The title of a station and how much of it is read."""

    def __init__(self, theme: Theme, is_first: bool) -> None:
        super().__init__(theme, is_first, is_last=False)
        self.title = QLabel(self)
        self.title.setObjectName("heading2")
        self.title.setProperty("section", SECTION)
        self.title.setWordWrap(True)
        self.count = QLabel(self)
        self.count.setObjectName("small")
        self._is_done = False
        self._layout = QHBoxLayout(self)
        self._layout.setSpacing(12)
        self._layout.addWidget(self.title, 1)
        self._layout.addWidget(self.count, 0, Qt.AlignmentFlag.AlignBottom)
        self.restyle()

    def show_station(self, station: Station, walked: bool) -> None:
        """Show the station as it is now."""
        self.title.setText(station.title)
        self._is_done = station.read == len(station.stops)
        self._walked = (walked, walked)
        words = self.tr("{read} of {all} read")
        self.count.setText(words.format(read=station.read, all=len(station.stops)))
        self.update()

    def restyle(self) -> None:
        """Take up the text size in use."""
        top = self.px(6 if self._is_first else 22)
        self._layout.setContentsMargins(self.px(_TEXT), top, self.px(4), self.px(8))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        place = self.title.geometry().center().y() + 1
        node = QPointF(self.px(_LINE), place)
        self.paint_line(painter, node)
        colors = self.theme.section(SECTION)
        painter.setPen(QPen(colors.bar, self.px(3)))
        painter.setBrush(colors.bar if self._is_done else self.theme.color("window"))
        side = self.px(15)
        painter.translate(node)
        painter.rotate(45)  # a signpost is a diamond, a stop is round
        painter.drawRoundedRect(QRectF(-side / 2, -side / 2, side, side), self.px(2), self.px(2))


class StopRow(_OnTheLine):
    """A stop on the line with its card and its tick. `opened`: it was chosen; `ticked`: read or not."""

    opened = Signal(str)
    ticked = Signal(str, bool)

    def __init__(self, theme: Theme, is_first: bool, is_last: bool) -> None:
        super().__init__(theme, is_first, is_last)
        self._stop: Stop | None = None
        self._is_here = False
        self.button = StopButton(theme, self)
        self.button.clicked.connect(lambda: self.opened.emit(self._page))
        self.tick = QCheckBox(self)
        self.tick.setProperty("section", SECTION)
        self.tick.clicked.connect(lambda wanted: self.ticked.emit(self._page, wanted))
        self._layout = QHBoxLayout(self)
        self._layout.addWidget(self.button, 1)
        self._layout.addWidget(self.tick, 0, Qt.AlignmentFlag.AlignVCenter)
        self.restyle()

    def show_stop(self, stop: Stop, here: int) -> None:
        """Show the stop as it is now; `here` is the number of the stop to read next."""
        self._stop, self._is_here = stop, stop.number == here
        self._walked = (stop.number <= here, stop.number < here)
        self.button.show_stop(stop, self._is_here)
        self.tick.setChecked(stop.is_read)
        self.tick.setEnabled(not stop.by_sheet)
        is_tool = stop.kind == "tool"
        self.tick.setText(self.tr("Done") if is_tool else self.tr("Read"))
        name = self.tr("“{title}” is done") if is_tool else self.tr("“{title}” is read")
        self.tick.setAccessibleName(name.format(title=stop.title))
        self.tick.setToolTip(self._tip(stop))
        self.update()

    def _tip(self, stop: Stop) -> str:
        if stop.by_sheet:
            return self.tr("You finished a sheet of this tool.")
        if stop.kind == "tool":
            return self.tr("Mark as not done") if stop.is_read else self.tr("Mark as done")
        return self.tr("Mark as unread") if stop.is_read else self.tr("Mark as read")

    @property
    def _page(self) -> str:
        return self._stop.id if self._stop else ""

    def show_theme(self, theme: Theme) -> None:
        """Draw in the colors of `theme` from now on."""
        super().show_theme(theme)
        self.button.show_theme(theme)

    def restyle(self) -> None:
        """Take up the text size in use."""
        self._layout.setContentsMargins(self.px(_TEXT), self.px(4), self.px(2), self.px(4))
        self._layout.setSpacing(self.px(14))

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._stop is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        node = QPointF(self.px(_LINE), self.button.y() + self.button.first_line())
        self.paint_line(painter, node)
        if self._is_here:
            self._paint_halo(painter, node)
        self._paint_node(painter, node, self._stop)

    def _paint_halo(self, painter: QPainter, node: QPointF) -> None:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self.theme.section(SECTION).soft)
        painter.drawEllipse(node, self.px(_NODE + 6), self.px(_NODE + 6))

    def _paint_node(self, painter: QPainter, node: QPointF, stop: Stop) -> None:
        theme, colors, scale = self.theme, self.theme.section(SECTION), text_scale(self)
        filled = stop.is_read or self._is_here
        painter.setPen(QPen(colors.fill if filled else theme.color("control-line"), max(1.5, 1.5 * scale)))
        painter.setBrush(colors.fill if filled else theme.color("card"))
        painter.drawEllipse(node, self.px(_NODE), self.px(_NODE))
        if stop.is_read:
            pen = QPen(theme.color("on-primary"), 2.2 * scale, c=Qt.PenCapStyle.RoundCap, j=Qt.PenJoinStyle.RoundJoin)
            painter.setPen(pen)
            painter.drawPolyline([node + point * scale for point in _TICK])
            return
        painter.setPen(theme.color("on-primary") if self._is_here else theme.color("soft-ink"))
        painter.setFont(face(13 * scale, QFont.Weight.Bold))
        side = self.px(_NODE)
        circle = QRectF(node.x() - side, node.y() - side, 2 * side, 2 * side)
        painter.drawText(circle, Qt.AlignmentFlag.AlignCenter, str(stop.number))

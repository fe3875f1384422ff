"""The list of results: where, title, and the passage with what matched marked."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPen, QResizeEvent, QTextCharFormat, QTextLayout, QTextOption
from PySide6.QtWidgets import QAbstractItemView, QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from partnerships.search.hits import Hit, Run
from partnerships.shell.finding.model import HitsModel, plain
from partnerships.shell.look import Look

Index = QModelIndex | QPersistentModelIndex
_SIDE, _TOP, _LINES = 16, 10, 2


class HitDelegate(QStyledItemDelegate):
    """Draws one result in three parts; matched words stand on the marker color."""

    def __init__(self, look: Look, model: HitsModel, view: QListView) -> None:
        super().__init__(view)
        self._look, self._model, self._view = look, model, view

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """All rows are equally tall: place, title, two lines of the passage."""
        small, title, body = (QFontMetrics(font).lineSpacing() for font in self._fonts())
        return QSize(self._view.viewport().width(), 2 * _TOP + small + title + _LINES * body + 10)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw the result."""
        hit = self._model.hit(index.row())
        theme = self._look.theme
        rect: QRect = option.rect.adjusted(4, 2, -4, -2)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if option.state & QStyle.StateFlag.State_Selected:
            painter.setBrush(theme.color("select"))
            painter.setPen(QPen(theme.color("focus"), 2))
            painter.drawRoundedRect(rect.adjusted(1, 1, -1, -1), 9, 9)
        small, title, body = self._fonts()
        inner = rect.adjusted(_SIDE, _TOP - 2, -_SIDE, 0)
        top = self._paint_place(painter, hit, inner, small)
        top += self._paint_runs(painter, hit.title_runs, QRect(inner.left(), top, inner.width(), 0), title, "title", 1)
        self._paint_runs(painter, hit.snippet, QRect(inner.left(), top + 2, inner.width(), 0), body, "soft-ink", _LINES)
        painter.restore()

    def _paint_place(self, painter: QPainter, hit: Hit, inner: QRect, font: QFont) -> int:
        height = QFontMetrics(font).lineSpacing()
        dot = self._look.scaled(9)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._look.theme.section(hit.section).bar)
        painter.drawEllipse(QRectF(inner.left(), inner.top() + (height - dot) / 2, dot, dot))
        painter.setFont(font)
        painter.setPen(self._look.theme.color("quiet"))
        words = QFontMetrics(font).elidedText(
            self._model.where(hit), Qt.TextElideMode.ElideRight, inner.width() - dot - 8
        )
        painter.drawText(inner.left() + dot + 7, inner.top() + QFontMetrics(font).ascent(), words)
        return inner.top() + height + 2

    def _paint_runs(
        self, painter: QPainter, runs: tuple[Run, ...], place: QRect, font: QFont, role: str, lines: int
    ) -> int:
        """Draw runs in at most so many lines; gives the height used."""
        layout = QTextLayout(plain(runs), font)
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.WordWrap)
        layout.setTextOption(option)
        layout.setFormats(self._formats(runs))
        painter.setPen(self._look.theme.color(role))
        layout.beginLayout()
        height = 0.0
        for _ in range(lines):
            line = layout.createLine()
            if not line.isValid():
                break
            line.setLineWidth(place.width())
            line.setPosition(QPointF(0, height))
            height += line.height()
        layout.endLayout()
        layout.draw(painter, QPointF(place.topLeft()))
        return round(height)

    def _formats(self, runs: tuple[Run, ...]) -> list[QTextLayout.FormatRange]:
        mark = QTextCharFormat()
        mark.setBackground(self._look.theme.color("mark"))
        mark.setForeground(self._look.theme.color("mark-ink"))
        formats = []
        start = 0
        for run in runs:
            if run.marked:
                span = QTextLayout.FormatRange()
                span.start, span.length, span.format = start, len(run.text), mark
                formats.append(span)
            start += len(run.text)
        return formats

    def _fonts(self) -> tuple[QFont, QFont, QFont]:
        fonts = []
        for size, weight in ((12, QFont.Weight.Normal), (16, QFont.Weight.Bold), (13.5, QFont.Weight.Normal)):
            font = QFont(self._view.font())
            font.setPixelSize(self._look.scaled(size))
            font.setWeight(weight)
            fonts.append(font)
        return fonts[0], fonts[1], fonts[2]


class HitList(QListView):
    """`opened` carries the row of a result that was clicked or opened with Enter."""

    opened = Signal(int)

    def __init__(self, look: Look, model: HitsModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setModel(model)
        self.setItemDelegate(HitDelegate(look, model, self))
        self.setProperty("role", "plain")
        self.setAccessibleName(self.tr("Results"))
        self.setUniformItemSizes(True)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.clicked.connect(lambda index: self.opened.emit(index.row()))
        self.activated.connect(lambda index: self.opened.emit(index.row()))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Break the lines anew."""
        super().resizeEvent(event)
        self.scheduleDelayedItemsLayout()

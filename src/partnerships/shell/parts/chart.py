"""Charts with their question above and their table behind them."""

from collections.abc import Sequence

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QPushButton,
    QSizePolicy,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from partnerships.library.model import Measure
from partnerships.shell.parts.bars import (
    MeasureDrawing,
    Sides,
    YearDrawing,
    before_and_after,
    chart_words,
    charted,
    number_words,
)
from partnerships.shell.parts.drawn import Drawn, draw_focus, shows_ring, text_scale
from partnerships.shell.theme.theme import Theme

_WRAP = int(Qt.TextFlag.TextWordWrap)
_AIR = 10  # pixels between the drawing and the ring that shows focus


class _Canvas(Drawn):
    """The painted part: as high as its drawing needs at the width it gets."""

    def __init__(self, theme: Theme, draw: "Chart") -> None:
        super().__init__(theme)
        self._chart = draw
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return round(self._chart.drawing(self.scale).height(width - 2 * _AIR)) + 2 * _AIR

    def sizeHint(self) -> QSize:
        return QSize(self.px(420), self.heightForWidth(self.px(420)))

    def minimumSizeHint(self) -> QSize:
        return QSize(self.px(200), self.px(60))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.save()
        painter.translate(_AIR, _AIR)
        self._chart.drawing(self.scale).paint(painter, self.width() - 2 * _AIR)
        painter.restore()
        if shows_ring(self):
            draw_focus(painter, self.rect().toRectF(), self.theme)


class _Table(QTableWidget):
    """A table to read: all columns within the width, as high as its rows."""

    def __init__(self) -> None:
        super().__init__()
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setShowGrid(False)
        self.setTextElideMode(Qt.TextElideMode.ElideNone)
        self.setTabKeyNavigation(False)
        self.verticalHeader().hide()
        header = self.horizontalHeader()
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        header.sectionResized.connect(self.fit)

    def fit(self) -> None:
        """Make rows as high as their words, and the table as high as its rows."""
        self.horizontalHeader().setMinimumSectionSize(round(84 * text_scale(self)))
        metrics = QFontMetrics(self.font())
        total = 0
        for y in range(self.rowCount()):
            # Qt's own measure forgets the padding that the style sheet gives to cells
            heights = [self._words_height(metrics, y, x) for x in range(self.columnCount())]
            self.setRowHeight(y, max(heights, default=0) + 14)
            total += self.rowHeight(y)
        bar = self.horizontalScrollBar().sizeHint().height()
        self.setFixedHeight(total + self.horizontalHeader().sizeHint().height() + bar)

    def _words_height(self, metrics: QFontMetrics, y: int, x: int) -> int:
        room = QRect(0, 0, self.columnWidth(x) - 24, 10_000)
        return metrics.boundingRect(room, _WRAP, str(self.model().index(y, x).data())).height()


class Chart(QWidget):
    """A question, the chart that answers it, and a button that shows the same as a table."""

    as_table_changed = Signal(bool)

    def __init__(self, theme: Theme, question: str, section: str = "cases", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.theme = theme
        self.section = section
        self.question = QLabel(question)
        self.question.setObjectName("heading3")
        self.question.setWordWrap(True)
        self.toggle = QPushButton(self.tr("Show as table"))
        self.toggle.setProperty("role", "quiet")
        self.canvas = _Canvas(theme, self)
        self.canvas.setAccessibleName(question)
        self.table = _Table()
        self.table.setAccessibleName(question)
        self.toggle.clicked.connect(lambda: self.show_as_table(self.table.isHidden()))
        head = QHBoxLayout()
        head.addWidget(self.question, 1)
        head.addWidget(self.toggle, 0, Qt.AlignmentFlag.AlignTop)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addLayout(head)
        layout.addWidget(self.canvas)
        layout.addWidget(self.table)
        self.table.hide()

    def drawing(self, scale: float) -> MeasureDrawing | YearDrawing:
        """What the canvas paints at this text size."""
        raise NotImplementedError

    def show_theme(self, theme: Theme) -> None:
        """Draw in the colors of `theme` from now on."""
        self.theme = theme
        self.canvas.show_theme(theme)

    def show_as_table(self, as_table: bool) -> None:
        """Show the table, or the chart."""
        self.toggle.setText(self.tr("Show as chart") if as_table else self.tr("Show as table"))
        self.canvas.setVisible(not as_table)
        self.table.setVisible(as_table)
        self.as_table_changed.emit(as_table)

    def fill_table(self, heads: Sequence[str], rows: Sequence[Sequence[str]]) -> None:
        """Put these rows into the table and make it as high as they are."""
        self.table.setColumnCount(len(heads))
        self.table.setRowCount(len(rows))
        self.table.setHorizontalHeaderLabels(list(heads))
        for y, row in enumerate(rows):
            for x, words in enumerate(row):
                self.table.setItem(y, x, QTableWidgetItem(words))
        self.table.fit()


class MeasureChart(Chart):
    """Before and after for each measure that has numbers; the table holds those in words as well."""

    def __init__(
        self,
        theme: Theme,
        question: str,
        measures: Sequence[Measure],
        section: str = "cases",
        sides: Sides | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(theme, question, section, parent)
        self._measures = charted(measures)
        self._sides = sides or before_and_after()
        self.canvas.setAccessibleDescription(chart_words(self._measures, self._sides))
        heads = (self.tr("Measure"), self._sides.first, self._sides.second, self.tr("Unit"), self.tr("Period"))
        rows = [
            (m.name, number_words(m.before, m.unit), number_words(m.after, m.unit), m.unit, m.period) for m in measures
        ]
        self.fill_table(heads, rows)
        if not self._measures:
            self.show_as_table(True)
            self.toggle.hide()

    def drawing(self, scale: float) -> MeasureDrawing:
        return MeasureDrawing(self._measures, self.theme, scale, self.section, self._sides)


class YearChart(Chart):
    """One bar for each year."""

    def __init__(
        self,
        theme: Theme,
        question: str,
        values: Sequence[tuple[int, float]],
        unit: str = "",
        section: str = "grants",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(theme, question, section, parent)
        self._values = tuple(values)
        self._unit = unit
        self.canvas.setAccessibleDescription(self.drawing(1.0).words())
        self.fill_table(
            (self.tr("Year"), unit or self.tr("Value")), [(str(y), number_words(v)) for y, v in self._values]
        )

    def drawing(self, scale: float) -> YearDrawing:
        return YearDrawing(self._values, self.theme, scale, self.section, self._unit)

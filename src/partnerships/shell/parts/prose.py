"""A label whose lines have air between them, which a plain QLabel cannot give without a whole document."""

from PySide6.QtCore import QEvent, QPointF, QRect, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent, QPalette, QTextLayout, QTextOption
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget


class Prose(QLabel):
    """Wrapped plain text with `leading` times its size from line to line; font and color as the style sheet says."""

    def __init__(self, text: str = "", leading: float = 1.42, parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        self._leading = leading
        self._lines: dict[tuple[str, int], int] = {}  # how many, by text and width, for the font in use
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(True)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        margins = self.contentsMargins()
        key = (self.text(), max(1, width - margins.left() - margins.right()))
        if key not in self._lines:
            self._lines[key] = self._lay_out(key[1]).lineCount()
        return round(self._lines[key] * self._line()) + margins.top() + margins.bottom()

    def sizeHint(self) -> QSize:
        width = min(round(QFontMetricsF(self.font()).horizontalAdvance(self.text())) + 1, round(self._line() * 18))
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        metrics = QFontMetricsF(self.font())
        widest = max((metrics.horizontalAdvance(word) for word in self.text().split()), default=0.0)
        return QSize(round(min(widest, self._line() * 7)) + 1, round(self._line()))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._lines.clear()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        inside: QRect = self.contentsRect()
        layout = self._lay_out(inside.width())
        shift = (self._line() - QFontMetricsF(self.font()).height()) / 2
        painter.setPen(self.palette().color(QPalette.ColorRole.WindowText))
        layout.draw(painter, QPointF(inside.left(), inside.top() + shift))

    def _line(self) -> float:
        return self.fontInfo().pixelSize() * self._leading

    def _lay_out(self, width: int) -> QTextLayout:
        layout = QTextLayout(self.text(), self.font())
        option = QTextOption(self.alignment() & Qt.AlignmentFlag.AlignHorizontal_Mask)
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        layout.setTextOption(option)
        layout.beginLayout()
        y = 0.0
        while (line := layout.createLine()).isValid():
            line.setLineWidth(width)
            line.setPosition(QPointF(0, y))
            y += self._line()
        layout.endLayout()
        return layout

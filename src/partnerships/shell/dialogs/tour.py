"""The first-run tour: four steps, each beside what it speaks of; it can be skipped at any time."""

from PySide6.QtCore import QPoint, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from partnerships.shell.look import Look

_WIDTH = 380
_MARGIN = 12
_INSET = 4  # pixels, so that the line around a thing lies within it
_OVERLAP = 8  # pixels of the street that its cards hide
_SHADE = 120  # of 255


class Tour(QWidget):
    """Lies over the window and points at one thing after another."""

    def __init__(self, look: Look, window: QWidget) -> None:
        super().__init__(window)
        self._look, self._window = look, window
        self._step = 0
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._card = QFrame(self)
        self._card.setProperty("role", "card")
        self._count = QLabel(self._card)
        self._count.setObjectName("eyebrow")
        self._title = QLabel(self._card)
        self._title.setObjectName("heading2")
        self._title.setWordWrap(True)
        self._words = QLabel(self._card)
        self._words.setWordWrap(True)
        self._skip = QPushButton(self.tr("Skip the tour"), self._card)
        self._skip.setProperty("role", "quiet")
        self._skip.clicked.connect(self.finish)
        self._next = QPushButton(self._card)
        self._next.setProperty("role", "primary")
        self._next.clicked.connect(self.go_on)
        buttons = QHBoxLayout()
        buttons.addWidget(self._skip)
        buttons.addStretch()
        buttons.addWidget(self._next)
        layout = QVBoxLayout(self._card)
        layout.setContentsMargins(20, 16, 20, 16)
        layout.setSpacing(8)
        for widget in (self._count, self._title, self._words):
            layout.addWidget(widget)
        layout.addLayout(buttons)

    def steps(self) -> tuple[tuple[str, str, QRect], ...]:
        """Title, words and the place in the window of each step."""
        header = getattr(self._window, "header")  # noqa: B009  # the window's own name for its top line
        return (
            (
                self.tr("One street, five doors"),
                self.tr(
                    "Each building is a part of the library: the idea, the money, the cases, the tools, the "
                    "reference desk. Click one, or press Tab and Enter."
                ),
                self._street(header.height()),
            ),
            (
                self.tr("Search finds the passage"),
                self.tr("Press Ctrl+K or / anywhere and type. Acronyms, half words and typing errors are fine."),
                self._rect(header.search),
            ),
            (
                self.tr("The notebook is yours"),
                self.tr(
                    "Bookmarks, notes and the sheets that you fill in stay in the notebook on this copy. Nothing "
                    "is sent anywhere."
                ),
                self._rect(header.notebook),
            ),
            (
                self.tr("Text as large as you need"),
                self.tr("Larger text, dark and high contrast are here. F1 shows all keys."),
                self._rect(header.text),
            ),
        )

    def _street(self, top: int) -> QRect:
        """The street as far as it is in sight, above its cards."""
        picture = self._window.findChild(QWidget, "street")
        below = QRect(0, top, self._window.width(), self._window.height() // 2)
        if picture is None or not picture.isVisible():
            return below.adjusted(_INSET, _INSET, -_INSET, 0)
        place = QRect(picture.mapTo(self._window, QPoint(0, 0)), picture.size())
        return place.intersected(self._window.rect()).adjusted(_INSET, _INSET, -_INSET, -_INSET - _OVERLAP)

    def _rect(self, widget: QWidget) -> QRect:
        return QRect(widget.mapTo(self._window, QPoint(0, 0)), widget.size()).adjusted(-6, -6, 6, 6)

    def start(self) -> None:
        """Show the first step."""
        self._step = 0
        self.setGeometry(self._window.rect())
        self.show()
        self.raise_()
        self._show_step()

    def go_on(self) -> None:
        """Show the next step, or end after the last."""
        self._step += 1
        if self._step >= len(self.steps()):
            self.finish()
        else:
            self._show_step()

    def finish(self) -> None:
        """End the tour; it does not come again by itself."""
        self._look.keep(tour_seen=True)
        self.close()

    def _show_step(self) -> None:
        steps = self.steps()
        title, words, place = steps[self._step]
        self._count.setText(self.tr("{number} of {total}").format(number=self._step + 1, total=len(steps)))
        self._title.setText(title)
        self._words.setText(words)
        last = self._step == len(steps) - 1
        self._next.setText(self.tr("Start reading") if last else self.tr("Next"))
        self._card.setAccessibleName(f"{title}. {words}")
        self._card.setFixedWidth(min(self._look.scaled(_WIDTH), self.width() - 2 * _MARGIN))
        self._card.adjustSize()
        below = place.bottom() + _MARGIN
        top = below if below + self._card.height() < self.height() else place.center().y() - self._card.height() // 2
        top = min(top, self.height() - self._card.height() - _MARGIN)
        left = max(
            _MARGIN, min(place.center().x() - self._card.width() // 2, self.width() - self._card.width() - _MARGIN)
        )
        self._card.move(left, max(_MARGIN, top))
        self._next.setFocus(Qt.FocusReason.OtherFocusReason)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Darken all but what the step speaks of."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        place = self.steps()[self._step][2]
        dark = QPainterPath()
        dark.addRect(QRectF(self.rect()))
        dark.addRoundedRect(QRectF(place), 8, 8)
        painter.fillPath(dark, QColor(0, 0, 0, _SHADE))
        painter.setPen(QPen(self._look.theme.color("focus"), 3))
        painter.drawRoundedRect(place, 8, 8)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape skips."""
        if event.key() == Qt.Key.Key_Escape:
            self.finish()
        else:
            super().keyPressEvent(event)

"""A path on a page that scrolls: a head with progress and the way on, then each stop."""

from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QProgressBar, QPushButton, QScrollArea, QVBoxLayout, QWidget

from partnerships.shell.introduction.model import SECTION, Path
from partnerships.shell.introduction.road import Road
from partnerships.shell.introduction.stops import StationHead, StopRow
from partnerships.shell.look import Look
from partnerships.shell.parts.prose import Prose

_WIDEST = 940  # of the path, at 100 % text
_EDGE = 28  # inside the head
_IN_HOURS = 120  # minutes; longer times are told in hours


@dataclass(frozen=True, slots=True)
class WalkWords:
    """What the page is called, and where the button leads when all is read."""

    title: str
    lead: str
    start: str
    onward: str
    onward_to: str


class Walk(QWidget):
    """Shows a path. Its rows stay; what is read moves through them.

    `opened` carries the address of a stop, or of what comes after the last; `ticked` a page and
    whether it is read. `above` stands over the title, `between` between the head and the stops.
    """

    opened = Signal(str)
    ticked = Signal(str, bool)

    def __init__(
        self,
        look: Look,
        words: WalkWords,
        path: Path,
        above: QPushButton | None = None,
        between: QWidget | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._look, self._words, self.path = look, words, path
        self._make_head()
        self.heads: list[StationHead] = []
        self.rows: list[StopRow] = []
        self._column = QWidget()
        self._column.setObjectName("scrolled")
        self._lay_out(above, between)
        self._look.changed.connect(self._restyle)
        self._restyle()
        self.show_path(path)

    def _make_head(self) -> None:
        self._title = QLabel(self._words.title)
        self._title.setObjectName("heading1")
        self._title.setProperty("section", SECTION)
        self._title.setWordWrap(True)
        self._lead = Prose(self._words.lead)
        self._lead.setObjectName("lead")
        self.progress = QProgressBar()
        self.progress.setProperty("section", SECTION)
        self.progress.setTextVisible(False)
        self.count = QLabel()
        self.count.setObjectName("quiet")
        self.count.setWordWrap(True)
        self.go_on = QPushButton()
        self.go_on.setProperty("role", "primary")
        self.go_on.setProperty("section", SECTION)
        self.go_on.clicked.connect(self._go_on)
        self._road = Road(self._look.theme)

    def _lay_out(self, above: QPushButton | None, between: QWidget | None) -> None:
        column = QVBoxLayout(self._column)
        column.setContentsMargins(0, 24, 0, 36)
        column.setSpacing(0)
        column.addWidget(self._head(above))
        column.addSpacing(18)
        if between is not None:
            column.addWidget(between)
        self._fill(column)
        column.addStretch(1)
        self._scroll = QScrollArea()
        self._scroll.setWidgetResizable(True)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        holder = QWidget()
        holder.setObjectName("scrolled")
        self._middle = QHBoxLayout(holder)
        self._middle.addStretch(1)
        self._middle.addWidget(self._column, 1000)
        self._middle.addStretch(1)
        self._scroll.setWidget(holder)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self._scroll)

    def _head(self, above: QPushButton | None) -> QFrame:
        words = QVBoxLayout()
        words.setContentsMargins(_EDGE, 24, _EDGE, 8)
        words.setSpacing(6)
        if above is not None:
            words.addWidget(above, 0, Qt.AlignmentFlag.AlignLeft)
        words.addWidget(self._title)
        words.addWidget(self._lead)
        words.addSpacing(10)
        words.addWidget(self.go_on, 0, Qt.AlignmentFlag.AlignLeft)
        words.addSpacing(10)
        words.addWidget(self.progress)
        words.addWidget(self.count)
        card = QFrame()
        card.setProperty("role", "card")
        layout = QVBoxLayout(card)
        layout.setContentsMargins(1, 1, 1, 1)
        layout.setSpacing(0)
        layout.addLayout(words)
        layout.addWidget(self._road)
        return card

    def _fill(self, column: QVBoxLayout) -> None:
        """Set a head for each station that has a title and a row for each stop into the column, in order."""
        last = self.path.stops[-1].id if self.path.stops else ""
        for station in self.path.stations:
            if station.title:
                head = StationHead(self._look.theme, is_first=not self.rows)
                self.heads.append(head)
                column.addWidget(head)
            for stop in station.stops:
                is_first = not self.rows and not station.title
                row = StopRow(self._look.theme, is_first=is_first, is_last=stop.id == last)
                row.opened.connect(self.opened)
                row.ticked.connect(self.ticked)
                row.button.moved.connect(lambda step, row=row: self._move(self.rows.index(row) + step))
                self.rows.append(row)
                column.addWidget(row)

    # --- showing -----------------------------------------------------------------------------------

    def show_path(self, path: Path) -> None:
        """Show another state of the same path."""
        self.path = path
        here = path.here.number if path.here else len(path.stops) + 1
        rows, heads = iter(self.rows), iter(self.heads)
        for station in path.stations:
            if station.title:
                next(heads).show_station(station, walked=station.stops[0].number <= here)
            for stop in station.stops:
                next(rows).show_stop(stop, here)
        self._road.show_path(path)
        self.progress.setRange(0, max(1, len(path.stops)))
        self.progress.setValue(path.read)
        self.count.setText(self.progress_words())
        self.progress.setAccessibleName(self.progress_words())
        self._name_button()

    def progress_words(self) -> str:
        """How much is read and how long the rest takes."""
        words = self.tr("{read} of {all} read").format(read=self.path.read, all=len(self.path.stops))
        return f"{words} · {self._time_words(self.path.minutes_left)}" if self.path.here else words

    def _time_words(self, minutes: int) -> str:
        if minutes < _IN_HOURS:
            return self.tr("about %n minute(s) to go", "", minutes)
        return self.tr("about %n hour(s) to go", "", round(minutes / 60))

    def to_top(self) -> None:
        """Show the head."""
        self._scroll.verticalScrollBar().setValue(0)

    def _button_words(self) -> str:
        if self.path.here is None:
            return self._words.onward
        if not self.path.read:
            return self._words.start
        return self.tr("Continue with “{title}”").format(title=self.path.here.title)

    def _name_button(self) -> None:
        """The button's words, cut where the column is too narrow for a long title."""
        words = self._button_words()
        room = self._column_width() - 2 * _EDGE - self._look.scaled(48)
        self.go_on.setText(self.go_on.fontMetrics().elidedText(words, Qt.TextElideMode.ElideRight, room))
        self.go_on.setAccessibleName(words)

    # --- doing -------------------------------------------------------------------------------------

    def _go_on(self) -> None:
        here = self.path.here
        self.opened.emit(here.id if here else self._words.onward_to)

    def _move(self, place: int) -> None:
        if 0 <= place < len(self.rows):
            self.rows[place].button.setFocus(Qt.FocusReason.OtherFocusReason)
            self._scroll.ensureWidgetVisible(self.rows[place], 0, self._look.scaled(40))

    # --- the look ----------------------------------------------------------------------------------

    def _column_width(self) -> int:
        return min(self._look.scaled(_WIDEST), self.width() - 2 * self._margin() - 16)

    def _margin(self) -> int:
        return 28 if self.width() > self._look.scaled(620) else 16

    def _restyle(self) -> None:
        self._road.show_theme(self._look.theme)
        for head in self.heads:
            head.show_theme(self._look.theme)
            head.restyle()
        for row in self.rows:
            row.show_theme(self._look.theme)
            row.restyle()
        self._arrange()

    def _arrange(self) -> None:
        self._middle.setContentsMargins(self._margin(), 0, self._margin(), 0)
        self._column.setMaximumWidth(self._look.scaled(_WIDEST))
        self._name_button()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit the column and the button's words to the width."""
        super().resizeEvent(event)
        self._arrange()

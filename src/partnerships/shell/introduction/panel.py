"""The first page of the library: the introduction as a path, with the next stop one click away."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QProgressBar, QPushButton, QScrollArea, QVBoxLayout, QWidget

from partnerships.library.model import Address
from partnerships.shell.introduction.model import SECTION, Path, path_of
from partnerships.shell.introduction.road import Road
from partnerships.shell.introduction.stops import StationHead, StopRow
from partnerships.shell.panel import Panel, Surroundings
from partnerships.shell.parts.prose import Prose

_WIDEST = 940  # of the path, at 100 % text
_NEXT_SECTION = "section:toolkit"


class IntroductionPanel(Panel):
    """Shows the path. Its rows stay; what is read moves through them."""

    def __init__(self, surroundings: Surroundings, parent: QWidget | None = None) -> None:
        super().__init__(surroundings, parent)
        self._section = next(info for info in self.edition.about.sections if info.id == SECTION)
        self._articles = self.edition.articles(SECTION)
        self.path = self._path_now()
        self._make_head()
        self.heads: list[StationHead] = []
        self.rows: list[StopRow] = []
        self._column = QWidget()
        self._column.setObjectName("scrolled")
        self._lay_out()
        self.look.changed.connect(self._restyle)
        self.keeper.changed.connect(self._keeper_changed)
        self._restyle()
        self._show()

    def _make_head(self) -> None:
        self._title = QLabel(self._section.title)
        self._title.setObjectName("heading1")
        self._title.setProperty("section", SECTION)
        self._summary = Prose(self._section.summary)
        self._summary.setObjectName("lead")
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
        self._road = Road(self.look.theme)

    def _lay_out(self) -> None:
        words = QVBoxLayout()
        words.setContentsMargins(28, 24, 28, 8)
        words.setSpacing(6)
        words.addWidget(self._title)
        words.addWidget(self._summary)
        words.addSpacing(10)
        words.addWidget(self.go_on, 0, Qt.AlignmentFlag.AlignLeft)
        words.addSpacing(10)
        words.addWidget(self.progress)
        words.addWidget(self.count)
        self._card = QFrame()
        self._card.setProperty("role", "card")
        card = QVBoxLayout(self._card)
        card.setContentsMargins(1, 1, 1, 1)
        card.setSpacing(0)
        card.addLayout(words)
        card.addWidget(self._road)
        column = QVBoxLayout(self._column)
        column.setContentsMargins(0, 24, 0, 36)
        column.setSpacing(0)
        column.addWidget(self._card)
        column.addSpacing(18)
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

    def _fill(self, column: QVBoxLayout) -> None:
        """Set a head for each station and a row for each stop into the column, in order."""
        last = self.path.stops[-1].id if self.path.stops else ""
        for station in self.path.stations:
            head = StationHead(self.look.theme, is_first=not self.heads)
            self.heads.append(head)
            column.addWidget(head)
            for stop in station.stops:
                row = StopRow(self.look.theme, is_last=stop.id == last)
                row.opened.connect(lambda page: self.chosen.emit(Address(page)))
                row.ticked.connect(self._mark)
                row.button.moved.connect(lambda step, row=row: self._move(self.rows.index(row) + step))
                self.rows.append(row)
                column.addWidget(row)

    # --- showing -----------------------------------------------------------------------------------

    def _path_now(self) -> Path:
        return path_of(self._section, self._articles, self.keeper.state.read)

    def _show(self) -> None:
        path = self.path
        here = path.here.number if path.here else len(path.stops) + 1
        rows = iter(self.rows)
        for head, station in zip(self.heads, path.stations, strict=True):
            head.show_station(station, walked=station.stops[0].number <= here)
            for stop in station.stops:
                next(rows).show_stop(stop, here)
        self._road.show_path(path)
        self.progress.setRange(0, max(1, len(path.stops)))
        self.progress.setValue(path.read)
        self.count.setText(self._progress_words())
        self.progress.setAccessibleName(self._progress_words())
        self._name_button()

    def _progress_words(self) -> str:
        words = self.tr("{read} of {all} read").format(read=self.path.read, all=len(self.path.stops))
        left = self.tr("about %n minute(s) to go", "", self.path.minutes_left)
        return f"{words} · {left}" if self.path.here else words

    def _button_words(self) -> str:
        if self.path.here is None:
            return self.tr("All read. Go on to the toolkit")
        if not self.path.read:
            return self.tr("Start reading")
        return self.tr("Continue with “{title}”").format(title=self.path.here.title)

    def _name_button(self) -> None:
        """The button's words, cut where the column is too narrow for a long title."""
        words = self._button_words()
        room = self._column_width() - 2 * 28 - self.look.scaled(48)
        self.go_on.setText(self.go_on.fontMetrics().elidedText(words, Qt.TextElideMode.ElideRight, room))
        self.go_on.setAccessibleName(words)

    # --- doing -------------------------------------------------------------------------------------

    def _go_on(self) -> None:
        here = self.path.here
        self.chosen.emit(Address(here.id if here else _NEXT_SECTION))

    def _mark(self, page: str, is_read: bool) -> None:
        self.keeper.mark_read(page, is_read)
        self.announced.emit(self._progress_words())

    def _move(self, place: int) -> None:
        if 0 <= place < len(self.rows):
            self.rows[place].button.setFocus(Qt.FocusReason.OtherFocusReason)
            self._scroll.ensureWidgetVisible(self.rows[place], 0, self.look.scaled(40))

    def _keeper_changed(self, part: str) -> None:
        if part == "read":
            self.path = self._path_now()
            self._show()

    # --- the look ----------------------------------------------------------------------------------

    def _column_width(self) -> int:
        return min(self.look.scaled(_WIDEST), self.width() - 2 * self._margin() - 16)

    def _margin(self) -> int:
        return 28 if self.width() > self.look.scaled(620) else 16

    def _restyle(self) -> None:
        self._road.show_theme(self.look.theme)
        for head in self.heads:
            head.show_theme(self.look.theme)
            head.restyle()
        for row in self.rows:
            row.show_theme(self.look.theme)
            row.restyle()
        self._arrange()

    def _arrange(self) -> None:
        self._middle.setContentsMargins(self._margin(), 0, self._margin(), 0)
        self._column.setMaximumWidth(self.look.scaled(_WIDEST))
        self._name_button()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit the column and the button's words to the width."""
        super().resizeEvent(event)
        self._arrange()

"""The home screen: the street with its five doors, their cards, and where the reader left off."""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QDate, QEvent, QRect, Qt, QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QLabel, QProgressBar, QScrollArea, QVBoxLayout, QWidget

from partnerships.library.model import Address
from partnerships.shell.parts.card import Card
from partnerships.shell.parts.drawn import text_scale
from partnerships.shell.street.model import Home
from partnerships.shell.street.picture import StreetPicture
from partnerships.shell.street.scene import HEIGHT, WIDEST
from partnerships.shell.theme.theme import Theme

_EDGE = 4  # what a card keeps free around itself for the ring of focus
_GAP = 14
_BETWEEN = 26  # from the doors to what stands below
_OVERLAP = 8  # the doors' cards reach into the road
_STREET, _LOW_STREET = 220, 150  # the least height of the street beside and above its cards
_SHARES = (1.3, 1.2, 1.0)  # of the width, for the three lower cards

_Row = list[tuple[Card, QRect]]


class StreetPanel(QWidget):
    """Five doors: `section_chosen`. Below: an article to go on with, the last sheet, and this copy."""

    section_chosen = Signal(str)
    address_chosen = Signal(Address)
    tool_chosen = Signal(str)
    copy_chosen = Signal()

    def __init__(self, theme: Theme, reduced_motion: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._home: Home | None = None
        self.picture = StreetPicture(theme, reduced_motion)
        self.picture.setObjectName("street")
        self.picture.setAccessibleName(self.tr("The main street"))
        self.picture.pointed.connect(self._point)
        self.picture.chosen.connect(self.section_chosen)
        self._content = QWidget()
        self._content.setObjectName("scrolled")
        self.picture.setParent(self._content)
        self._area = _Area()
        self._area.resized.connect(self._arrange)
        # a viewport of our own: to wrap Qt's, PySide first makes every widget class it knows (16 ms of the first paint)
        self._port = QWidget()
        self._area.setViewport(self._port)
        self._area.setWidgetResizable(True)
        self._area.setFrameShape(QFrame.Shape.NoFrame)
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._area.setProperty("role", "bare")
        self._area.setWidget(self._content)
        self.doors: dict[str, Card] = {}
        self.reading = self._lower_card("", self._read_on)
        self._progress = QProgressBar()
        self._progress.setTextVisible(False)
        self._progress.setProperty("section", "grants")
        self.reading.add(self._progress)
        self.sheet = self._lower_card("", self._write_on)
        self.copy = self._lower_card("", self.copy_chosen.emit)
        self.foot = QLabel(self._content)
        self.foot.setObjectName("small")
        self.foot.setWordWrap(True)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._area)

    def show_home(self, home: Home) -> None:
        """Show these doors and these places to go on from."""
        if self._home is None or home.doors != self._home.doors:
            self._build_doors(home)
        self._home = home
        self._show_reading(home)
        self._show_sheet(home)
        as_of = QDate.fromString(f"{home.as_of}-01", Qt.DateFormat.ISODate)
        month = as_of.toString("MMMM yyyy") or home.as_of
        self.copy.show_words(
            self.tr("Edition {edition} · works offline").format(edition=home.edition),
            self.tr("Facts checked to {month} · check this copy").format(month=month),
            eyebrow=self.tr("This copy"),
        )
        self.foot.setText(home.independence)
        self._arrange()

    def show_theme(self, theme: Theme) -> None:
        """Draw in the colors of `theme` from now on."""
        self._theme = theme
        self.picture.show_theme(theme)
        for card in (*self.doors.values(), self.reading, self.sheet, self.copy):
            card.show_theme(theme)

    def show_reduced_motion(self, reduced: bool) -> None:
        """Light windows at once, or softly."""
        self.picture.reduced_motion = reduced

    # What the cards say ------------------------------------------------------------------------

    def _lower_card(self, title: str, act: Callable[[], None]) -> Card:
        card = Card(self._theme, title, parent=self._content)
        card.chosen.connect(act)
        return card

    def _build_doors(self, home: Home) -> None:
        for card in self.doors.values():
            card.hide()
            card.deleteLater()
        self.doors = {}
        before: QWidget = self._area
        for door in home.doors:
            card = Card(self._theme, door.title, door.summary, door.id, f"{door.count:,}", parent=self._content)
            card.chosen.connect(partial(self.section_chosen.emit, door.id))
            card.lit.connect(partial(self._card_lit, door.id))
            card.show()
            QWidget.setTabOrder(before, card)
            before = self.doors[door.id] = card
        for lower in (self.reading, self.sheet, self.copy):
            QWidget.setTabOrder(before, lower)
            lower.raise_()
            before = lower
        names = ", ".join(door.title for door in home.doors)
        self.picture.setAccessibleDescription(
            self.tr("A street with {count} buildings, one for each section: {names}.").format(
                count=len(home.doors), names=names
            )
        )

    def _show_reading(self, home: Home) -> None:
        reading = home.continue_reading
        if reading is None:
            self.reading.show_words(
                self.tr("Start with {title}").format(title=home.start.title),
                self.tr("A short introduction; this card then remembers where you are."),
                eyebrow=self.tr("New here?"),
            )
        else:
            self.reading.show_words(reading.title, eyebrow=self.tr("Continue reading"))
        progress = reading.progress if reading else None
        self._progress.setVisible(progress is not None)
        percent = round(100 * (progress or 0))
        self._progress.setValue(percent)
        if progress is not None:
            self.reading.setAccessibleDescription(self.tr("{percent} percent read").format(percent=percent))

    def _show_sheet(self, home: Home) -> None:
        sheet = home.last_sheet
        if sheet is None:
            self.sheet.show_words(
                self.tr("Worksheets to fill in, save and print"),
                self.tr("Nothing filled in yet. Open the toolkit to choose one."),
                eyebrow=self.tr("Your toolkit"),
            )
            return
        self.sheet.show_words(
            sheet.title,
            self.tr("{answered} of {questions} answers filled in · saved {saved}").format(
                answered=sheet.answered, questions=sheet.questions, saved=sheet.saved
            ),
            eyebrow=self.tr("Your toolkit"),
        )

    def _read_on(self) -> None:
        if self._home is not None:
            self.address_chosen.emit((self._home.continue_reading or self._home.start).address)

    def _write_on(self) -> None:
        if self._home is None:
            return
        if self._home.last_sheet is None:
            self.section_chosen.emit("toolkit")
        else:
            self.tool_chosen.emit(self._home.last_sheet.tool)

    # Light -------------------------------------------------------------------------------------

    def _point(self, section: str) -> None:
        for name, card in self.doors.items():
            card.show_lit(name == section or card.hasFocus())
        self.picture.light(section or self._focused())

    def _card_lit(self, section: str, lit: bool) -> None:
        if lit:
            self.picture.light(section)
        elif self.picture.lit == section:
            self.picture.light(self._focused())

    def _focused(self) -> str:
        return next((name for name, card in self.doors.items() if card.hasFocus()), "")

    # Setting out -------------------------------------------------------------------------------

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            QTimer.singleShot(0, self, self._arrange)

    def _arrange(self) -> None:
        if self._home is None:
            return
        port, scale = self._port.size(), text_scale(self)
        margin = 28 if port.width() >= 900 else 18
        doors = list(self.doors.values())
        columns = _columns(port.width() - 2 * margin, scale)
        cards = _rows(doors, columns, port.width(), margin)
        lower = _rows(
            [self.reading, self.sheet, self.copy],
            3 if port.width() >= 720 * scale else 1,
            port.width(),
            margin,
            _SHARES,
        )
        foot = self.foot.heightForWidth(port.width() - 2 * margin)
        block = _height(cards) + _BETWEEN + _height(lower) + _GAP + foot + margin - 8
        least = _LOW_STREET if columns < 5 else _STREET
        most = max(least, round(port.width() * 0.42))
        street = min(most, max(least, port.height() - block + _OVERLAP))
        self.picture.setGeometry(0, 0, port.width(), street)
        self._show_buildings(doors if columns == 5 else [], cards, port.width())
        y = _place(cards, street - _OVERLAP) + _BETWEEN
        y = _place(lower, y) + _GAP
        self.foot.setGeometry(margin, y, port.width() - 2 * margin, foot)
        self._content.setMinimumHeight(y + foot + margin - 8)

    def _show_buildings(self, doors: list[Card], cards: list[_Row], width: int) -> None:
        """Set each building above its card, or all of them in the middle where cards stand in several rows."""
        middles = [box.center().x() + 0.5 for _, box in cards[0]] if len(doors) == 5 else []
        step = min(width / 5, self.picture.height() / HEIGHT * WIDEST * 1.12)
        self.picture.show_doors(tuple(self.doors), middles or [width / 2 + step * i for i in range(-2, 3)])


def _columns(width: int, scale: float) -> int:
    """How many cards fit side by side."""
    return next((n for n, least in ((5, 172), (3, 210), (2, 210)) if (width - _GAP * (n - 1)) / n >= least * scale), 1)


def _rows(
    cards: Sequence[Card], columns: int, width: int, margin: int, shares: Sequence[float] = (1.0,) * 5
) -> list[_Row]:
    """Cards in rows with their places; every row begins at height 0 and is as high as its highest card."""
    rows = []
    for start in range(0, len(cards), columns):
        row = cards[start : start + columns]
        parts = shares[:columns] if columns > 1 else (1.0,)
        room = width - 2 * margin - _GAP * (columns - 1)
        x, boxes = float(margin), []
        for part in parts[: len(row)]:
            own = room * part / sum(parts)
            boxes.append(QRect(round(x) - _EDGE, 0, round(own) + 2 * _EDGE, 0))
            x += own + _GAP
        high = max(card.heightForWidth(box.width()) for card, box in zip(row, boxes, strict=True))
        rows.append([(card, QRect(box.x(), 0, box.width(), high)) for card, box in zip(row, boxes, strict=True)])
    return rows


def _height(rows: Sequence[_Row]) -> int:
    return sum(row[0][1].height() - 2 * _EDGE for row in rows) + _GAP * (len(rows) - 1)


def _place(rows: Sequence[_Row], y: int) -> int:
    """Give every card its place, the first row's frames at `y`; gives the lower edge of the last."""
    for row in rows:
        for card, box in row:
            card.setGeometry(box.translated(0, y - _EDGE))
        y += row[0][1].height() - 2 * _EDGE + _GAP
    return y - _GAP


class _Area(QScrollArea):
    """A scroll area that says when there is more or less room in it."""

    resized = Signal()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.resized.emit()

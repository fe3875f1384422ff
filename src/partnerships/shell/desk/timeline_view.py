"""The timeline, drawn or as a list, and the event that was chosen."""

import msgspec
from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QButtonGroup,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from partnerships.base.errors import EditionTrouble
from partnerships.library.model import Address, Event
from partnerships.library.text import plain
from partnerships.shell.desk.pages import event_html, events_html
from partnerships.shell.desk.spread import SpreadPanel
from partnerships.shell.panel import Surroundings
from partnerships.shell.parts.empty import EmptyState
from partnerships.shell.parts.event_table import EventTable
from partnerships.shell.parts.flow import FlowLayout
from partnerships.shell.parts.moments import LANES, lane_words
from partnerships.shell.parts.timeline import Timeline

TIMELINE = Address("desk:timeline")
_SHARE = 0.3  # of the width, for a chosen event


class TimelinePanel(SpreadPanel):
    """Shows events in lanes that can be switched on and off."""

    def __init__(self, surroundings: Surroundings, parent: QWidget | None = None) -> None:
        super().__init__(surroundings, TIMELINE, _SHARE, stays=False, parent=parent)
        self._events = {event.id: event for event in self.edition.events()}
        self.drawing = Timeline(self.look.theme, self)
        self.table = EventTable("desk", self)
        self.spread.detail.back.setText(self.tr("Back to the timeline"))
        self.lanes = {lane: self._lane_button(lane) for lane in LANES}
        self._build_switch()
        self._empty = EmptyState(
            self.look.theme, self.tr("All lanes are switched off."), self.tr("Show all lanes"), "calendar", "desk"
        )
        self._lay_out()
        self._connect()
        self._show_lanes()

    def _lane_button(self, lane: str) -> QPushButton:
        button = QPushButton(lane_words(lane), self)
        button.setProperty("role", "chip")
        button.setCheckable(True)
        button.setChecked(True)
        button.setAccessibleName(self.tr("Show the lane {lane}").format(lane=lane_words(lane)))
        button.toggled.connect(lambda _: self._show_lanes(tell=True))
        return button

    def _build_switch(self) -> None:
        self.as_drawing = QPushButton(self.tr("Drawing"), self)
        self.as_list = QPushButton(self.tr("List"), self)
        self._switch = QButtonGroup(self)
        for button in (self.as_drawing, self.as_list):
            button.setCheckable(True)
            self._switch.addButton(button)
        self.as_drawing.setChecked(True)
        self.as_drawing.setAccessibleName(self.tr("Show the events as a drawing"))
        self.as_list.setAccessibleName(self.tr("Show the events as a list"))

    def _lay_out(self) -> None:
        heading = QLabel(self.tr("Timeline"), self)
        heading.setObjectName("heading1")
        heading.setProperty("section", "desk")
        self._count = QLabel(self)
        self._count.setObjectName("quiet")
        top = QHBoxLayout()
        top.setSpacing(6)
        top.addWidget(heading)
        top.addStretch()
        top.addWidget(self.as_drawing)
        top.addWidget(self.as_list)
        lanes = QWidget(self)
        lanes.setAccessibleName(self.tr("Lanes"))
        row = FlowLayout(lanes)
        for button in self.lanes.values():
            row.addWidget(button)
        row.addWidget(self._count)
        area = QScrollArea(self)
        area.setWidgetResizable(True)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setWidget(self.drawing)
        self._views = QStackedWidget(self)
        for view in (area, self.table, self._empty):
            self._views.addWidget(view)
        self._area = area
        main = QVBoxLayout(self.main)
        main.setContentsMargins(24, 18, 24, 16)
        main.setSpacing(8)
        main.addLayout(top)
        main.addWidget(lanes)
        main.addWidget(self._views, 1)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.spread)

    def _connect(self) -> None:
        self.drawing.chosen.connect(self._choose)
        self.table.chosen.connect(self._choose)
        self.table.moved.connect(self._passed)
        self._switch.buttonClicked.connect(lambda _: self._show_view())
        self._empty.acted.connect(self.show_all_lanes)
        self.look.changed.connect(self._restyle)

    def _choose(self, event: str) -> None:
        self.chosen.emit(Address(f"event:{event}"))

    # --- opening -----------------------------------------------------------------------------------

    def open(self, address: Address) -> None:
        """Show an event beside the timeline, or the timeline as it was left."""
        self.opened = address
        if not address.id.startswith("event:"):
            self._show_no_event()
            return
        name = address.id.removeprefix("event:")
        if name not in self._events:
            raise EditionTrouble(f"There is no event “{name}” in this edition.", "Search for its title instead.")
        self.lanes[self._events[name].lane].setChecked(True)
        self._show_event(self._events[name])
        self.table.set_current(name)
        if self.spread.is_narrow:
            self.spread.detail.leaf.setFocus()

    def _show_event(self, event: Event) -> None:
        self.show_row(Address(f"event:{event.id}"), event_html(event, self.edition), plain(event.title))
        self.drawing.point_at(event.id, told=True)

    def _show_no_event(self) -> None:
        was_shown = self.shown is not None
        self.show_none("")
        self.drawing.point_at("")
        if was_shown and self.isVisible():
            (self.table if self.as_list.isChecked() else self.drawing).setFocus()

    def _passed(self, event: str) -> None:
        """Show the event that the arrow keys have reached in the list, where it does not hide the list."""
        if not self.spread.is_narrow:
            self._show_event(self._events[event])

    # --- lanes and views ---------------------------------------------------------------------------

    def show_all_lanes(self) -> None:
        """Switch every lane on."""
        for button in self.lanes.values():
            button.setChecked(True)

    @property
    def events(self) -> tuple[Event, ...]:
        """The events of the lanes that are on."""
        on = {lane for lane, button in self.lanes.items() if button.isChecked()}
        return tuple(event for event in self._events.values() if event.lane in on)

    def _show_lanes(self, tell: bool = False) -> None:
        events = self.events
        self.drawing.show_events([_drawn(event) for event in events])
        self.table.show_events(events)
        self._show_view()
        words = self.tr("%n event(s)", "", len(events))
        self._count.setText(words)
        if tell:
            self.announced.emit(words)

    def _show_view(self) -> None:
        if not self.events:
            self._views.setCurrentWidget(self._empty)
        else:
            self._views.setCurrentWidget(self.table if self.as_list.isChecked() else self._area)

    def print_html(self) -> str:
        """The chosen event, or a table of the events that are shown."""
        if self.shown is not None:
            return self.spread.detail.leaf.html
        return events_html(self.tr("Timeline"), self.events)

    def _restyle(self) -> None:
        self.drawing.show_theme(self.look.theme)
        self._empty.show_theme(self.look.theme)


def _drawn(event: Event) -> Event:
    """An event whose texts are plain words, as the drawing wants them."""
    return msgspec.structs.replace(event, title=plain(event.title), why=plain(event.why))

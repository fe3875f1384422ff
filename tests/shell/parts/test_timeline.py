"""The timeline: labels never collide, every event is within reach, years are told."""

import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QPoint, Qt

from partnerships.library.model import Event
from partnerships.shell.parts.moments import LANES, date_words, lane_words, moment
from partnerships.shell.parts.timeline import Timeline
from partnerships.shell.parts.timeline_layout import Frame, Span, first_span, set_out, ticks, whole_span
from partnerships.shell.theme.theme import Theme

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")

FRAME = Frame(left=140, right=1080, top=60, lane=110, row=19, air=10)


def event(number: int, date: str, lane: str = "policing", until: str = "", title: str = "Something happened") -> Event:
    return Event(f"e{number}", date, title, "For a reason.", lane, ("s1",), until)


def many(count: int) -> tuple[Event, ...]:
    chance = random.Random(7)
    return tuple(
        event(
            number,
            f"{chance.randint(1965, 2026)}-{chance.randint(1, 12):02}",
            chance.choice(LANES),
            title="Words " * chance.randint(1, 12),
        )
        for number in range(count)
    )


def boxes(placed, frame: Frame) -> list[tuple[float, float, float]]:
    """Left, right and height of every label with its mark."""
    return [
        (
            min(max(p.x, frame.left), p.label_x),
            max(min(max(p.x, p.until), frame.right), p.label_x + p.label),
            p.y,
        )
        for p in placed
        if p.has_label
    ]


@settings(max_examples=60, deadline=None)
@given(
    st.lists(
        st.tuples(st.integers(1950, 2026), st.sampled_from(LANES), st.integers(0, 9), st.integers(1, 60)), max_size=60
    ),
    st.floats(0, 60),
    st.floats(4, 90),
)
def test_labels_never_overlap_and_stay_inside(rows, start: float, length: float) -> None:
    events = [
        event(number, str(year), lane, str(year + more) if more else "", "x" * size)
        for number, (year, lane, more, size) in enumerate(rows)
    ]
    placed = set_out(events, Span(1950 + start, 1950 + start + length), FRAME, lambda words: len(words) * 6.0, 250)
    taken = boxes(placed, FRAME)
    for place, (left, right, y) in enumerate(taken):
        assert right <= FRAME.right + 1
        for other_left, other_right, other_y in taken[place + 1 :]:
            assert other_y != y or right <= other_left or other_right <= left


def test_no_event_in_view_is_lost() -> None:
    events = many(120)
    whole = whole_span(events)
    placed = set_out(events, whole, FRAME, lambda words: len(words) * 6.0, 250)
    assert sorted(p.number for p in placed) == list(range(120))


def test_ticks_stand_at_round_years_with_room_between() -> None:
    assert ticks(Span(1981, 2029), FRAME, 58) == [1985, 1990, 1995, 2000, 2005, 2010, 2015, 2020, 2025]
    assert ticks(Span(1826, 2029), FRAME, 58)[0] == 1840


def test_zooming_stays_within_the_years_there_are() -> None:
    outer = Span(1829, 2026)
    closer = Span(1960, 2026).zoomed(4, 2020, outer)
    assert closer.length == pytest.approx(16.5)
    assert closer.last <= 2026
    assert closer.zoomed(0.001, 2000, outer) == outer
    assert Span(1960, 1970).moved(-500, outer) == Span(1829, 1839)


def test_the_first_view_leaves_out_a_lonely_early_event() -> None:
    events = (*many(40), event(99, "1829"))
    assert first_span(events).first > 1900
    assert whole_span(events).first < 1829


@pytest.mark.parametrize(
    ("date", "until", "words"),
    [("1987-09-24", "", "September 24, 1987"), ("1994-09", "", "September 1994"), ("1996", "2000", "1996 – 2000")],
)
def test_dates_are_written_out(date: str, until: str, words: str) -> None:
    assert date_words(event(1, date, until=until)) == words


def test_moments_follow_the_calendar() -> None:
    assert moment("1987-09-24") < moment("1987-10") < moment("1988-01-01")
    assert all(lane_words(lane) for lane in LANES)


@pytest.fixture
def timeline(qtbot) -> Timeline:
    widget = Timeline(Theme.load("light"))
    widget.show_events(
        [
            event(1, "1987-09-24", "mental-health", title="A shooting."),
            event(2, "1988", "mental-health", title="A team starts."),
            event(3, "1994-09-13", "federal", title="The Crime Act."),
            event(4, "1996", "policing", "2000", title="Ceasefire."),
        ]
    )
    qtbot.addWidget(widget)
    widget.resize(1000, 600)
    widget.show()
    qtbot.waitExposed(widget)
    return widget


def test_arrows_walk_along_and_across_the_lanes_and_enter_chooses(qtbot, timeline: Timeline) -> None:
    timeline.point_at("e1")
    qtbot.keyClick(timeline, Qt.Key.Key_Right)
    assert timeline.current == "e2"
    qtbot.keyClick(timeline, Qt.Key.Key_Up)
    assert timeline.current == "e3"
    qtbot.keyClick(timeline, Qt.Key.Key_Up)
    assert timeline.current == "e4"
    assert "Ceasefire" in timeline.accessibleDescription()
    with qtbot.waitSignal(timeline.chosen) as told:
        qtbot.keyClick(timeline, Qt.Key.Key_Return)
    assert told.args == ["e4"]


def test_page_keys_reach_every_event(qtbot, timeline: Timeline) -> None:
    qtbot.keyClick(timeline, Qt.Key.Key_Home)
    seen = [timeline.current]
    for _ in range(3):
        with qtbot.waitSignal(timeline.pointed):
            qtbot.keyClick(timeline, Qt.Key.Key_PageDown)
        seen.append(timeline.current)
    assert seen == ["e1", "e2", "e3", "e4"]


def test_a_click_on_the_words_chooses(qtbot, timeline: Timeline) -> None:
    for placed in timeline.placed:
        spot = QPoint(round(placed.label_x + placed.label / 2), round(placed.y))
        with qtbot.waitSignal(timeline.chosen) as told:
            qtbot.mouseClick(timeline, Qt.MouseButton.LeftButton, pos=spot)
        assert told.args == [f"e{placed.number + 1}"]


def test_zoom_changes_the_years_that_are_told(qtbot, timeline: Timeline) -> None:
    whole = timeline.years
    qtbot.mouseClick(timeline.zoom_in, Qt.MouseButton.LeftButton)
    assert timeline.years != whole
    assert timeline.years_words() == f"{timeline.years[0]} to {timeline.years[1]}"
    qtbot.keyClick(timeline, Qt.Key.Key_0)
    assert timeline.years == whole


def test_an_event_out_of_sight_is_brought_in(timeline: Timeline) -> None:
    timeline.point_at("e1")
    timeline.zoom_by(50)
    timeline.point_at("e4")
    assert any(placed.number == 3 for placed in timeline.placed)


def test_an_empty_timeline_is_quiet(qtbot) -> None:
    widget = Timeline(Theme.load("dark"))
    widget.show_events(())
    qtbot.addWidget(widget)
    widget.resize(400, 400)
    widget.grab()
    qtbot.keyClick(widget, Qt.Key.Key_Right)
    assert widget.current == ""

"""The map: places stand where they are, marks are told apart, mouse and keyboard reach every one."""

import math

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QImage, QPainter

from partnerships.shell.parts.geography import MAP_HEIGHT, MAP_WIDTH, place, state_outlines
from partnerships.shell.parts.marks import (
    MARK_KINDS,
    Mark,
    kind_words,
    mark_kind,
    nearest_toward,
    paint_mark,
    spread,
)
from partnerships.shell.parts.us_map import UsMap
from partnerships.shell.theme.theme import Theme

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")

MARKS = (
    Mark("memphis", "Memphis: CIT", "before-after", 35.15, -90.05, "Tennessee"),
    Mark("seattle", "Seattle: hot spots", "controlled", 47.6, -122.33, "Washington"),
    Mark("boston", "Boston: Ceasefire", "faded", 42.36, -71.06, "Massachusetts"),
    Mark("lowell", "Lowell: hot spots", "controlled", 42.36, -71.06, "Massachusetts"),
    Mark("miami", "Miami: diversion", "unknown", 25.76, -80.19, "Florida"),
    Mark("anchorage", "Anchorage: patrol", "unknown", 61.2, -149.9, "Alaska"),
    Mark("glasgow", "Glasgow: violence", "before-after", 55.86, -4.25, "Scotland", outside=True),
)


@pytest.fixture
def us_map(qtbot) -> UsMap:
    widget = UsMap(Theme.load("light"))
    widget.show_marks(MARKS)
    qtbot.addWidget(widget)
    widget.resize(700, 620)
    widget.show()
    qtbot.waitExposed(widget)
    return widget


def inside(rings, point) -> bool:
    """Whether a point lies in a state, by counting crossings."""
    count = 0
    for ring in rings:
        for (x1, y1), (x2, y2) in zip(ring, ring[1:] + ring[:1], strict=True):
            if (y1 > point[1]) != (y2 > point[1]) and point[0] < (x2 - x1) * (point[1] - y1) / (y2 - y1) + x1:
                count += 1
    return count % 2 == 1


@pytest.mark.parametrize(
    ("state", "latitude", "longitude"),
    [("CO", 39.74, -104.99), ("IN", 39.77, -86.16), ("AK", 64.84, -147.72), ("HI", 19.6, -155.5), ("PR", 18.2, -66.4),
     ("TX", 29.42, -98.49), ("ME", 45.25, -69.0), ("FL", 27.8, -81.6), ("WA", 47.4, -120.3)],
)  # fmt: skip
def test_a_city_stands_in_its_state_and_in_no_other(state: str, latitude: float, longitude: float) -> None:
    point = place(latitude, longitude)
    assert point is not None
    assert [code for code, rings in state_outlines().items() if inside(rings, point)] == [state]


def test_all_states_are_on_the_map() -> None:
    outlines = state_outlines()
    assert len(outlines) == 52
    points = [point for rings in outlines.values() for ring in rings for point in ring]
    assert all(0 <= x <= MAP_WIDTH and 0 <= y <= MAP_HEIGHT for x, y in points)


def test_a_place_beyond_the_map_has_no_point() -> None:
    assert place(55.86, -4.25) is None


def test_marks_of_one_place_make_room_for_each_other() -> None:
    spots = spread([(10, 10)] * 5 + [(12, 10), (300, 300)], 16)
    pairs = [(a, b) for i, a in enumerate(spots) for b in spots[i + 1 :]]
    assert min(math.dist(a, b) for a, b in pairs) >= 15
    assert spots[-1] == (300, 300)


def test_the_nearest_mark_to_each_side_is_found() -> None:
    points = [(50, 50), (90, 52), (60, 10), (10, 50), (50, 95)]
    steps = {(1, 0): 1, (0, -1): 2, (-1, 0): 3, (0, 1): 4}
    assert {step: nearest_toward(points, 0, *step) for step in steps} == steps


@pytest.mark.parametrize("name", Theme.names)
def test_kinds_differ_by_shape_alone(qapp, name: str) -> None:
    theme = Theme.load(name)
    shapes = set()
    for kind in MARK_KINDS:
        image = QImage(40, 40, QImage.Format.Format_ARGB32)
        image.fill(0)
        painter = QPainter(image)
        paint_mark(painter, kind, QPointF(20, 20), 12, theme)
        painter.end()
        mark = theme.color(f"mark-{kind}")
        shapes.add("".join("1" if image.pixelColor(x, y) == mark else "0" for x in range(40) for y in range(40)))
        assert kind_words(kind)
    assert len(shapes) == len(MARK_KINDS)


def test_what_came_of_it_decides_before_the_proof() -> None:
    assert mark_kind("controlled", "no-effect") == "no-effect"
    assert mark_kind("controlled", "faded") == "faded"
    assert mark_kind("controlled", "worked") == "controlled"
    assert mark_kind("not-evaluated", "unknown") == "unknown"


def test_arrow_keys_move_between_marks_and_enter_chooses(qtbot, us_map: UsMap) -> None:
    us_map.point_at("seattle")
    with qtbot.waitSignal(us_map.pointed) as told:
        qtbot.keyClick(us_map, Qt.Key.Key_Right)
    assert told.args[0] in {"memphis", "boston", "lowell"}
    us_map.point_at("memphis")
    qtbot.keyClick(us_map, Qt.Key.Key_Down)
    assert us_map.current == "miami"
    assert "Miami: diversion" in us_map.accessibleDescription()
    with qtbot.waitSignal(us_map.chosen) as told:
        qtbot.keyClick(us_map, Qt.Key.Key_Return)
    assert told.args == ["miami"]


def test_page_down_reaches_every_mark(qtbot, us_map: UsMap) -> None:
    seen = set()
    for _ in MARKS:
        qtbot.keyClick(us_map, Qt.Key.Key_PageDown)
        seen.add(us_map.current)
    assert seen == {mark.id for mark in MARKS}


def test_a_click_on_a_mark_chooses_it(qtbot, us_map: UsMap) -> None:
    for mark in MARKS:
        spot = us_map.spot(mark.id)
        with qtbot.waitSignal(us_map.chosen) as told:
            qtbot.mouseClick(us_map, Qt.MouseButton.LeftButton, pos=QPoint(round(spot.x()), round(spot.y())))
        assert told.args == [mark.id]


def test_pointing_from_outside_is_silent(qtbot, us_map: UsMap) -> None:
    with qtbot.assertNotEmitted(us_map.pointed):
        us_map.point_at("boston")
    assert us_map.current == "boston"


def test_keys_and_buttons_zoom(qtbot, us_map: UsMap) -> None:
    qtbot.keyClick(us_map, Qt.Key.Key_Plus)
    qtbot.mouseClick(us_map.zoom_in, Qt.MouseButton.LeftButton)
    assert us_map.zoom == pytest.approx(2.25)
    qtbot.keyClick(us_map, Qt.Key.Key_Minus)
    assert us_map.zoom == pytest.approx(1.5)
    qtbot.keyClick(us_map, Qt.Key.Key_0)
    assert us_map.zoom == 1
    assert all(button.accessibleName() for button in (us_map.zoom_in, us_map.zoom_out, us_map.zoom_all))


def test_zooming_about_a_mark_keeps_it_in_its_place(us_map: UsMap) -> None:
    us_map.zoom_by(2)
    before = us_map.spot("memphis")
    us_map.zoom_by(2, before)
    after = us_map.spot("memphis")
    assert (after - before).manhattanLength() < 3


def test_walking_to_a_mark_out_of_sight_brings_it_in(qtbot, us_map: UsMap) -> None:
    us_map.zoom_by(8, us_map.spot("seattle"))
    us_map.point_at("seattle")
    qtbot.keyClick(us_map, Qt.Key.Key_End)
    qtbot.keyClick(us_map, Qt.Key.Key_PageUp)
    spot = us_map.spot(us_map.current)
    assert us_map.rect().contains(QPoint(round(spot.x()), round(spot.y())))

"""The home screen: five doors by mouse and keyboard, light where they are pointed at, nothing clipped at any size."""

import re
from itertools import pairwise

import pytest
from PySide6.QtCore import QEvent, QPoint, QRect, QSizeF, Qt
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QApplication

from partnerships.library.model import Address
from partnerships.shell.parts.card import Card
from partnerships.shell.street.model import Door, Home, LastSheet, Reading
from partnerships.shell.street.panel import StreetPanel
from partnerships.shell.street.scene import Scene, street_svg
from partnerships.shell.theme.theme import Theme, dress

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")

SECTIONS = ("introduction", "grants", "cases", "toolkit", "desk")
DOORS = tuple(
    Door(section, title, "What agencies and neighbors did, what changed, and how strong the proof is.", 1110)
    for section, title in zip(SECTIONS, ("Introduction", "Grants", "Case Studies", "Toolkit", "Library"), strict=True)
)
START = Reading("What community policing is", Address("what-community-policing-is"))
NEW = Home(DOORS, START, "2026.11", "2026-11")
FULL = Home(
    DOORS,
    START,
    "2026.11",
    "2026-11",
    Reading("Memphis: the first Crisis Intervention Team", Address("memphis-cit", "what-happened"), 0.62),
    LastSheet("mou-builder", "Memorandum of understanding", 11, 18, "today 2:14 PM"),
)


@pytest.fixture
def street(qtbot) -> StreetPanel:
    panel = StreetPanel(Theme.load("light"), reduced_motion=True)
    panel.show_home(FULL)
    qtbot.addWidget(panel)
    panel.resize(1366, 704)
    panel.show()
    qtbot.waitExposed(panel)
    panel.activateWindow()
    return panel


@pytest.mark.parametrize("section", SECTIONS)
def test_enter_on_a_card_and_a_click_on_its_building_open_the_section(qtbot, street: StreetPanel, section: str) -> None:
    with qtbot.waitSignal(street.section_chosen) as told:
        qtbot.keyClick(street.doors[section], Qt.Key.Key_Return)
    assert told.args == [section]
    spot = street.picture.building(section).center().toPoint()
    with qtbot.waitSignal(street.section_chosen) as told:
        qtbot.mouseClick(street.picture, Qt.MouseButton.LeftButton, pos=spot)
    assert told.args == [section]


def test_tab_goes_from_door_to_door_and_then_down(qtbot, street: StreetPanel) -> None:
    street.doors["introduction"].setFocus()
    seen = []
    for _ in range(8):
        card = QApplication.focusWidget()
        seen.append(card)
        qtbot.keyClick(card, Qt.Key.Key_Tab)
    assert seen == [*street.doors.values(), street.reading, street.sheet, street.copy]


def test_focus_lights_the_building_and_losing_it_puts_it_out(street: StreetPanel) -> None:
    street.doors["grants"].setFocus()
    assert street.picture.lit == "grants"
    street.copy.setFocus()
    assert street.picture.lit == ""


def test_the_pointer_on_a_building_lights_it_and_its_card(qtbot, street: StreetPanel) -> None:
    street.copy.setFocus()
    before = street.doors["desk"].grab().toImage()
    qtbot.mouseMove(street.picture, street.picture.building("desk").center().toPoint())
    assert street.picture.lit == "desk"
    assert street.doors["desk"].grab().toImage() != before
    qtbot.mouseMove(street.picture, QPoint(3, 3))
    assert street.picture.lit == ""


def test_a_lit_window_is_seen(street: StreetPanel) -> None:
    street.copy.setFocus()
    before = street.picture.grab().toImage()
    street.picture.light("cases")
    assert street.picture.grab().toImage() != before


def test_the_lower_cards_go_on_where_the_reader_was(qtbot, street: StreetPanel) -> None:
    with qtbot.waitSignal(street.address_chosen) as told:
        street.reading.click()
    assert told.args == [Address("memphis-cit", "what-happened")]
    with qtbot.waitSignal(street.tool_chosen) as told:
        street.sheet.click()
    assert told.args == ["mou-builder"]
    with qtbot.waitSignal(street.copy_chosen):
        street.copy.click()
    assert "62 percent" in street.reading.accessibleDescription()
    assert "November 2026" in street.copy.text_label.text()


def test_a_new_reader_is_shown_where_to_begin(qtbot, street: StreetPanel) -> None:
    street.show_home(NEW)
    assert street.reading.title.text() == "Start with What community policing is"
    with qtbot.waitSignal(street.address_chosen) as told:
        street.reading.click()
    assert told.args == [START.address]
    with qtbot.waitSignal(street.section_chosen) as told:
        street.sheet.click()
    assert told.args == ["toolkit"]


def test_every_card_has_a_name_and_the_picture_is_described(street: StreetPanel) -> None:
    assert street.doors["cases"].accessibleName() == "Case Studies, 1,110"
    assert all(card.accessibleName() for card in street.findChildren(Card))
    assert "Case Studies" in street.picture.accessibleDescription()
    assert street.picture.focusPolicy() == Qt.FocusPolicy.NoFocus


@pytest.mark.parametrize("percent", [100, 150, 200])
@pytest.mark.parametrize("size", [(420, 600), (760, 640), (1024, 640), (1366, 704), (1920, 1016)])
def test_nothing_is_clipped_or_overlaps(qapp, qtbot, size: tuple[int, int], percent: int) -> None:
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)  # earlier panels would be dressed again too
    theme = Theme.load("light")
    dress(qapp, theme, percent)
    panel = StreetPanel(theme, reduced_motion=True)
    panel.show_home(FULL)
    qtbot.addWidget(panel)
    panel.resize(*size)
    panel.show()
    qtbot.waitExposed(panel)
    cards = panel.findChildren(Card)
    boxes = [card.geometry().adjusted(4, 4, -4, -4) for card in cards]
    assert not any(one.intersects(other) for i, one in enumerate(boxes) for other in boxes[i + 1 :])
    content = cards[0].parentWidget()
    assert all(content.rect().contains(box) for box in boxes)
    for card in cards:
        words = card.text_label
        if words.isVisible():
            assert words.height() >= words.heightForWidth(words.width())
        assert card.rect().contains(card.title.geometry())
    dress(qapp, theme)


def test_at_normal_text_a_laptop_screen_needs_no_scrolling(street: StreetPanel) -> None:
    bottom = max(card.geometry().bottom() for card in street.findChildren(Card))
    assert bottom <= street.height()


@pytest.mark.parametrize("name", Theme.names)
def test_the_drawing_has_every_building_and_its_lit_windows(qapp, name: str) -> None:
    drawing = QSvgRenderer(street_svg(Theme.load(name)))
    for building in ("hall", "bank", "shops", "workshop", "library"):
        assert drawing.elementExists(building)
        assert drawing.elementExists(f"{building}-lit")
    assert not re.search(rb"\{[a-z]", street_svg(Theme.load(name)))


@pytest.mark.parametrize("width", [420, 760, 1024, 1366, 1920, 2560])
def test_buildings_stand_side_by_side_at_every_width(qapp, width: int) -> None:
    scene = Scene(Theme.load("light"), QSizeF(width, 446), [width * (i + 0.5) / 5 for i in range(5)])
    boxes = [scene.building(section) for section in SECTIONS]
    assert all(one.right() <= other.left() for one, other in pairwise(boxes))
    assert QRect(0, 0, width, 446).contains(boxes[0].united(boxes[-1]).toRect())

"""The cases screen: list, facets and map tell each other what they know."""

import pytest
from helpers.small import small_edition, surroundings
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication

from partnerships.library.model import Address
from partnerships.shell.cases.panel import CasesPanel

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")
LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def panel(qtbot, tmp_path) -> CasesPanel:
    widget = CasesPanel(surroundings(qtbot, small_edition(tmp_path)))
    qtbot.addWidget(widget)
    widget.resize(1366, 700)
    widget.show()
    qtbot.waitExposed(widget)
    widget.activateWindow()
    return widget


def shown(panel: CasesPanel) -> list[str]:
    return [name for name, card in panel.list.cards.items() if card.isVisible()]


def test_a_card_says_title_proof_verdict_place_setting_and_years(panel: CasesPanel) -> None:
    card = panel.list.cards["cedar-youth"]
    assert card.accessibleName() == "Cedar Falls: letters home, Before–after"
    assert card.facts.text() == "Cedar Falls, Texas · Small city · 2005 to 2007 · Worked"
    assert "Fewer children were stopped twice." in card.accessibleDescription()


def test_a_null_or_faded_result_is_said_on_the_card_and_its_proof_below(panel: CasesPanel) -> None:
    assert panel.list.cards["alder-crisis"].chip.text() == "No effect"
    assert panel.list.cards["alder-crisis"].facts.text().endswith("Controlled")
    assert panel.list.cards["dover-violence"].chip.text() == "Worked, then faded"


def test_a_topic_and_ticks_narrow_list_map_and_counts(qtbot, panel: CasesPanel) -> None:
    assert panel.list.count.text() == "4 cases"
    with qtbot.waitSignal(panel.announced) as told:
        qtbot.mouseClick(panel.facets.row("topic", "crisis-response"), LEFT)
    assert told.args == ["2 of 4 cases"]
    assert shown(panel) == ["alder-crisis", "birch-crisis"]
    assert panel.facets.row("topic", "").count == 4
    assert panel.facets.row("topic", "youth").count == 1
    assert panel.facets.row("state", "TX").count == 0
    panel.facets.row("evidence", "controlled").click()
    assert shown(panel) == ["alder-crisis"]
    panel.map.point_at("birch-crisis")
    assert panel.map.current == ""  # it is off the map
    panel.facets.row("topic", "").click()
    assert shown(panel) == ["alder-crisis", "dover-violence"]


def test_states_are_named_in_full_and_only_those_with_cases(panel: CasesPanel) -> None:
    assert panel.facets.row("state", "SD").text() == "South Dakota"
    with pytest.raises(KeyError):
        panel.facets.row("state", "NY")


def test_where_nothing_is_left_the_way_back_is_offered(qtbot, panel: CasesPanel) -> None:
    panel.facets.row("setting", "rural").click()
    panel.facets.row("result", "worked").click()
    assert shown(panel) == []
    assert panel.list.empty.isVisible()
    qtbot.mouseClick(panel.list.empty.button, LEFT)
    assert len(shown(panel)) == 4
    assert not panel.list.clear.isVisible()


def test_a_card_opens_by_click_and_by_enter(qtbot, panel: CasesPanel) -> None:
    card = panel.list.cards["alder-crisis"]
    with qtbot.waitSignal(panel.chosen) as told:
        qtbot.mouseClick(card, LEFT)
    assert told.args == [Address("alder-crisis")]
    with qtbot.waitSignal(panel.chosen) as told:
        qtbot.keyClick(panel.list.cards["birch-crisis"], Qt.Key.Key_Return)
    assert told.args == [Address("birch-crisis")]


def test_the_keyboard_on_a_card_lights_its_mark(qtbot, panel: CasesPanel) -> None:
    panel.list.cards["cedar-youth"].setFocus()
    qtbot.waitUntil(lambda: panel.map.current == "cedar-youth")
    qtbot.keyClick(panel.list.cards["cedar-youth"], Qt.Key.Key_Down)
    qtbot.waitUntil(lambda: panel.map.current == "dover-violence")
    panel.list.clear.setFocus()


def test_the_pointer_on_a_card_lights_its_mark_while_it_is_there(panel: CasesPanel) -> None:
    card = panel.list.cards["birch-crisis"]
    card.lit.emit(True)
    assert panel.map.current == "birch-crisis"
    card.lit.emit(False)
    assert panel.map.current == ""


def test_a_mark_selects_its_card_and_brings_it_into_sight(qtbot, panel: CasesPanel) -> None:
    panel.resize(1366, 360)
    card = panel.list.cards["cedar-youth"]
    spot = panel.map.spot("cedar-youth").toPoint()
    qtbot.mouseClick(panel.map, LEFT, pos=spot)
    qtbot.waitUntil(lambda: QApplication.focusWidget() is card)

    def seen() -> bool:
        top = card.mapTo(panel, QPoint(0, 0)).y()
        return top >= 0 and top + card.height() <= panel.height()

    qtbot.waitUntil(seen)


def test_marks_walked_by_keyboard_are_said_and_light_their_cards(qtbot, panel: CasesPanel) -> None:
    panel.map.setFocus()
    qtbot.waitUntil(panel.map.hasFocus)
    with qtbot.waitSignal(panel.announced) as told:
        qtbot.keyClick(panel.map, Qt.Key.Key_Home)
    assert told.args[0] == panel.list.cards[panel.map.current].accessibleName()
    qtbot.keyClick(panel.map, Qt.Key.Key_Return)
    qtbot.waitUntil(panel.list.cards[panel.map.current].hasFocus)


def test_the_switch_hides_the_map_and_is_remembered(qtbot, panel: CasesPanel) -> None:
    assert panel.map.isVisible()
    qtbot.mouseClick(panel.list.switch.button("list"), LEFT)
    assert not panel.map.isVisible()
    panel.open(Address("section:cases"))
    panel.resize(700, 700)
    panel.resize(1366, 700)
    assert not panel.map.isVisible()
    qtbot.mouseClick(panel.list.switch.button("map"), LEFT)
    assert panel.map.isVisible()


def test_pages_across_the_cases_are_links_at_the_end(qtbot, panel: CasesPanel) -> None:
    assert [row.accessibleName() for row in panel.list.links.rows] == ["What the cases share, 1 min"]
    with qtbot.waitSignal(panel.chosen) as told:
        qtbot.mouseClick(panel.list.links.rows[0], LEFT)
    assert told.args == [Address("across-cases")]


@pytest.mark.parametrize(
    ("width", "text_size", "facets", "mapped"),
    [(1366, 100, True, True), (1024, 100, False, True), (800, 100, False, False), (1366, 200, False, False)],
)
def test_what_has_no_room_gives_way(panel: CasesPanel, width, text_size, facets, mapped) -> None:
    panel.look.set_text_size(text_size)
    panel.resize(width, 700)
    assert panel.side.isVisible() == facets
    assert panel.list.filter.isVisible() != facets
    assert panel.map.isVisible() == mapped
    assert panel.list.switch.isVisible() == mapped


def test_in_a_narrow_window_the_filter_opens_over_the_list(qtbot, panel: CasesPanel) -> None:
    panel.resize(800, 600)
    qtbot.mouseClick(panel.list.filter, LEFT)
    assert panel.side.isVisible()
    assert not panel.list.isVisible()
    qtbot.waitUntil(panel.facets.row("topic", "").hasFocus)
    panel.facets.row("topic", "youth").click()
    assert panel.side.done.text() == "Show 1 case"
    qtbot.keyClick(panel.facets.row("topic", "youth"), Qt.Key.Key_Escape)
    assert panel.list.isVisible()
    assert panel.list.filter.text() == "Filter (1)"
    assert shown(panel) == ["cedar-youth"]


@pytest.mark.parametrize(("width", "text_size"), [(640, 100), (1024, 200), (1024, 300), (1920, 100)])
def test_no_card_is_cut_off_at_any_width_and_text_size(qtbot, panel: CasesPanel, width, text_size) -> None:
    panel.look.set_text_size(text_size)
    panel.resize(width, 700)
    cards = list(panel.list.cards.values())
    qtbot.waitUntil(lambda: all(card.height() >= card.heightForWidth(card.width()) for card in cards))
    assert all(card.mapTo(panel, card.rect().topRight()).x() <= panel.width() for card in cards)


def test_paper_has_the_cases_that_are_shown(panel: CasesPanel) -> None:
    assert panel.can_print
    panel.facets.row("result", "no-effect").click()
    page = panel.print_html()
    assert "Alder City: a clinician in the car" in page
    assert "Cedar Falls" not in page
    assert "1 of 4 cases" in page


def test_tab_goes_through_the_list_in_the_order_of_the_screen(qtbot, panel: CasesPanel) -> None:
    switch = panel.list.switch.button("map")
    switch.setFocus()
    qtbot.waitUntil(switch.hasFocus)
    seen = []
    for _ in range(3):
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
        seen.append(QApplication.focusWidget())
    assert seen == list(panel.list.cards.values())[:3]


def test_the_switch_works_by_keyboard(qtbot, panel: CasesPanel) -> None:
    switch = panel.list.switch
    switch.button("map").setFocus()
    qtbot.waitUntil(switch.button("map").hasFocus)
    qtbot.keyClick(switch.button("map"), Qt.Key.Key_Left)
    assert switch.button("list").hasFocus()
    qtbot.keyClick(switch.button("list"), Qt.Key.Key_Space)
    assert not panel.map.isVisible()

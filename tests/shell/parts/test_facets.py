"""Facets: counts are shown, the keyboard reaches every row, choices are told."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from partnerships.shell.parts.facets import FacetGroup, FacetList, FacetValue
from partnerships.shell.theme.theme import Theme

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")

GROUPS = (
    FacetGroup("topic", "Topic", (FacetValue("", "All", 65), FacetValue("crisis", "Crisis", 14)), single=True),
    FacetGroup("who", "Who applies", (FacetValue("police", "Police", 31), FacetValue("tribe", "Tribe", 26))),
)


@pytest.fixture
def facets(qtbot) -> FacetList:
    widget = FacetList(Theme.load("light"), "grants")
    widget.show_groups(GROUPS)
    qtbot.addWidget(widget)
    widget.resize(240, 300)
    widget.show()
    qtbot.waitExposed(widget)
    return widget


def test_a_tick_is_told_with_all_that_is_chosen(qtbot, facets: FacetList) -> None:
    with qtbot.waitSignal(facets.changed) as told:
        qtbot.mouseClick(facets.row("who", "tribe"), Qt.MouseButton.LeftButton)
    assert told.args == [(("who", "tribe"),)]
    with qtbot.waitSignal(facets.changed) as told:
        qtbot.mouseClick(facets.row("topic", "crisis"), Qt.MouseButton.LeftButton)
    assert told.args == [(("topic", "crisis"), ("who", "tribe"))]


def test_one_row_of_a_single_group_is_chosen_and_the_first_means_no_choice(qtbot, facets: FacetList) -> None:
    facets.row("topic", "crisis").click()
    assert not facets.row("topic", "").isChecked()
    facets.row("topic", "crisis").click()
    assert facets.row("topic", "crisis").isChecked()
    facets.row("topic", "").click()
    assert facets.chosen() == ()


def test_counts_are_shown_and_named(facets: FacetList) -> None:
    assert facets.row("who", "police").count == 31
    facets.show_counts({("who", "police"): 4})
    assert facets.row("who", "police").accessibleName() == "Police, 4"
    assert facets.row("who", "tribe").count == 0


def test_arrows_walk_through_all_rows_and_space_ticks(qtbot, facets: FacetList) -> None:
    facets.activateWindow()
    facets.row("topic", "").setFocus()
    qtbot.waitUntil(lambda: facets.row("topic", "").hasFocus())
    seen = []
    for _ in range(4):
        row = QApplication.focusWidget()
        seen.append(row.text())
        qtbot.keyClick(row, Qt.Key.Key_Down)
    assert seen == ["All", "Crisis", "Police", "Tribe"]
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Space)
    assert facets.chosen() == (("who", "tribe"),)


def test_tab_goes_from_group_to_group(facets: FacetList) -> None:
    stops = [row.text() for row in facets.findChildren(type(facets.row("who", "tribe"))) if row.focusPolicy() & 1]
    assert stops == ["All", "Police"]


def test_choosing_from_outside_says_nothing(qtbot, facets: FacetList) -> None:
    with qtbot.assertNotEmitted(facets.changed):
        facets.choose([("who", "police")])
    assert facets.chosen() == (("who", "police"),)
    with qtbot.waitSignal(facets.changed):
        facets.clear()
    assert facets.chosen() == ()

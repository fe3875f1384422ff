"""Charts: pictures with alternative text, numbers only, a table behind."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage

from partnerships.library.model import Measure
from partnerships.shell.parts.bars import chart_image, chart_words, number_words
from partnerships.shell.parts.chart import MeasureChart, YearChart
from partnerships.shell.theme.theme import Theme

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")

MEASURES = (
    Measure("Arrests", 20, 2, "per 100 calls", "1988 and 1998", "s1"),
    Measure("Drop-off", "4 to 6 hours", "about 15 minutes", "", "1988", "s1"),
    Measure("Trust", -12, 8, "percent", "2010 and 2014", "s2"),
)


def colors_of(image: QImage) -> set[str]:
    points = ((x, y) for x in range(0, image.width(), 3) for y in range(0, image.height(), 3))
    return {image.pixelColor(*point).name() for point in points}


@pytest.mark.parametrize("name", Theme.names)
def test_a_chart_image_shows_both_sides_and_carries_its_words(qapp, name: str) -> None:
    theme = Theme.load(name)
    image = chart_image(MEASURES, theme, 660)
    after = theme.hex("chart-after") if name == "high-contrast" else theme.section("cases").bar.name()
    assert image.width() == 1320
    assert {theme.hex("chart-before"), after} <= colors_of(image)
    assert image.text("Description") == chart_words(MEASURES)


def test_the_words_tell_every_charted_number(qapp) -> None:
    words = chart_words(MEASURES)
    assert "Arrests, per 100 calls, 1988 and 1998: before 20, after 2." in words
    assert "before −12 %, after 8 %" in words
    assert "Drop-off" not in words


def test_measures_without_numbers_give_no_picture(qapp) -> None:
    assert chart_image(MEASURES[1:2], Theme.load("light"), 660).isNull()


@pytest.mark.parametrize(
    ("value", "unit", "words"),
    [(6250000, "", "6,250,000"), (4.5, "", "4.5"), (80.0, "", "80"), (20, "%", "20 %"), ("about 3", "%", "about 3")],
)
def test_numbers_are_written_as_people_read_them(value: float | str, unit: str, words: str) -> None:
    assert number_words(value, unit) == words


def test_the_table_behind_holds_all_measures(qtbot) -> None:
    chart = MeasureChart(Theme.load("light"), "What changed?", MEASURES)
    qtbot.addWidget(chart)
    chart.show()
    with qtbot.waitSignal(chart.as_table_changed):
        qtbot.keyClick(chart.toggle, Qt.Key.Key_Space)
    assert chart.table.isVisible()
    assert not chart.canvas.isVisible()
    assert [chart.table.item(y, 0).text() for y in range(3)] == ["Arrests", "Drop-off", "Trust"]
    assert chart.table.item(1, 1).text() == "4 to 6 hours"
    qtbot.keyClick(chart.toggle, Qt.Key.Key_Space)
    assert chart.canvas.isVisible()


def test_the_chart_has_a_name_and_a_description(qtbot) -> None:
    chart = MeasureChart(Theme.load("light"), "What changed?", MEASURES)
    qtbot.addWidget(chart)
    assert chart.canvas.accessibleName() == "What changed?"
    assert "before 20, after 2" in chart.canvas.accessibleDescription()


def test_words_alone_are_shown_as_a_table(qtbot) -> None:
    chart = MeasureChart(Theme.load("light"), "What changed?", MEASURES[1:2])
    qtbot.addWidget(chart)
    assert not chart.table.isHidden()
    assert chart.toggle.isHidden()


def test_years_are_told_in_words_and_drawn(qtbot) -> None:
    chart = YearChart(Theme.load("light"), "How much each year?", [(2021, 3.5), (2023, 9)], "Millions")
    qtbot.addWidget(chart)
    chart.resize(500, 260)
    assert chart.canvas.accessibleDescription() == "Millions. 2021: 3.5; 2023: 9."
    assert Theme.load("light").section("grants").bar.name() in colors_of(chart.canvas.grab().toImage())


def _filled(image: QImage, row: int) -> int:
    """How many pixels of a row have the color of the second side."""
    fill = Theme.load("light").section("cases").bar
    return sum(image.pixelColor(x, row) == fill for x in range(image.width()))


@pytest.mark.parametrize(("second", "alike"), [("Calls: elsewhere", True), ("Arrests: elsewhere", False)])
def test_measures_of_one_kind_have_one_scale(qapp, second: str, alike: bool) -> None:
    measures = (
        Measure("Calls: here", 10, 20, "a year", "2001", "s1", "lower"),
        Measure(second, 10, 100, "a year", "2001", "s1", "lower"),
    )
    image = chart_image(measures, Theme.load("light"), 400, ratio=1.0)  # one above the other
    longest = [_filled(image, row) for row in range(image.height())]
    half = image.height() // 2
    first, other = max(longest[:half]), max(longest[half:])
    assert (first < other / 3) == alike

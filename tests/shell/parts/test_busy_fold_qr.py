"""The busy strip, the folding side, the QR code."""

import pytest
import segno
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget

from partnerships.base.progress import Step
from partnerships.shell.parts.busy import BusyStrip
from partnerships.shell.parts.fold import FoldingSide
from partnerships.shell.parts.qr import QrCode, qr_image
from partnerships.shell.theme.theme import Theme

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")

ADDRESS = "https://cops.usdoj.gov"


def test_the_strip_tells_what_is_going_on_and_how_far(qtbot) -> None:
    strip = BusyStrip()
    qtbot.addWidget(strip)
    assert strip.isHidden()
    strip.begin("Reading pages")
    assert strip.isVisible()
    assert strip.bar.maximum() == 0
    strip.show_step(Step(1340, 4000, "Adding handbook.pdf"))
    assert strip.words.text() == "Adding handbook.pdf"
    assert strip.count.text() == "1,340 of 4,000"
    assert strip.accessibleName() == "Adding handbook.pdf"
    strip.end()
    assert strip.isHidden()


def test_stop_is_told_once(qtbot) -> None:
    strip = BusyStrip()
    qtbot.addWidget(strip)
    strip.begin("Reading pages")
    with qtbot.waitSignal(strip.stopped):
        qtbot.keyClick(strip.stop, Qt.Key.Key_Space)
    assert not strip.stop.isEnabled()
    strip.begin("Again")
    assert strip.stop.isEnabled()


@pytest.fixture
def window(qtbot) -> QWidget:
    window = QWidget()
    row = QHBoxLayout(window)
    widget = FoldingSide(Theme.load("light"), QLineEdit("inside"), "contents")
    row.addWidget(widget)
    row.addWidget(QWidget(), 1)
    qtbot.addWidget(window)
    window.resize(800, 400)
    window.show()
    qtbot.waitExposed(window)
    window.activateWindow()
    return window


def test_a_side_folds_and_comes_back_as_wide(qtbot, window: QWidget) -> None:
    side = window.findChild(FoldingSide)
    wide = side.width()
    assert wide > 200
    with qtbot.waitSignal(side.folded) as told:
        qtbot.keyClick(side.button, Qt.Key.Key_Space)
    assert told.args == [True]
    qtbot.waitUntil(lambda: side.width() < 80)
    assert side.button.accessibleName() == "Show contents"
    side.turn()
    qtbot.waitUntil(lambda: side.width() == wide)
    assert side.button.accessibleName() == "Hide contents"


def test_focus_does_not_get_lost_with_what_folds(window: QWidget) -> None:
    side = window.findChild(FoldingSide)
    side.content.setFocus()
    side.fold(True)
    assert side.button.hasFocus()


def test_the_code_is_that_of_the_address_with_its_quiet_zone(qtbot) -> None:
    image = qr_image(ADDRESS)
    matrix = segno.make(ADDRESS, error="m", micro=False).matrix
    assert image.width() == len(matrix) + 8
    dark = [[image.pixelColor(x + 4, y + 4).lightness() < 128 for x in range(len(matrix))] for y in range(len(matrix))]
    assert dark == [[bool(module) for module in row] for row in matrix]
    assert all(image.pixelColor(x, 1).lightness() == 255 for x in range(image.width()))


def test_the_widget_names_the_address_and_is_sharp(qtbot) -> None:
    code = QrCode(ADDRESS)
    qtbot.addWidget(code)
    code.resize(code.sizeHint())
    assert ADDRESS in code.accessibleName()
    picture = code.grab().toImage()
    tones = {picture.pixelColor(x, y).name() for x in range(picture.width()) for y in range(picture.height())}
    assert tones == {"#000000", "#ffffff"}
    code.show_address("")
    assert code.accessibleName() == ""

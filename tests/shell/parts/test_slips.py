"""A list of slips: told apart by marker, read out in full, opened by click and Enter."""

from PySide6.QtCore import QModelIndex, QPoint, Qt
from PySide6.QtGui import QImage
from pytestqt.qtbot import QtBot

from partnerships.base.settings import Settings
from partnerships.notebook.model import COLORS
from partnerships.shell.look import Look
from partnerships.shell.parts.markers import color_words, swatch
from partnerships.shell.parts.slips import Slip, SlipList

SLIPS = (
    Slip("one", "Forty hours", "Ask the academy", "Memphis", color="yellow", spoken="Yellow highlight"),
    Slip("", "No longer on this page"),
    Slip("two", "A second", color="rose"),
)


def shown(qtbot: QtBot, slips: tuple[Slip, ...] = SLIPS, **how: bool) -> SlipList:
    look = Look(Settings(), None)
    look.dress()
    view = SlipList(look, (2, 3, 1), **how)  # type: ignore[arg-type]  # its two flags
    qtbot.addWidget(view)
    view.resize(300, 200)
    view.show_slips(slips)
    view.show()
    qtbot.waitExposed(view)
    return view


def test_a_slip_is_opened_by_click_and_by_enter(qtbot: QtBot) -> None:
    view = shown(qtbot)
    with qtbot.waitSignal(view.chosen) as chosen:
        rect = view.visualRect(view.model().index(2, 0))
        qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=rect.center())
    assert chosen.args == ["two"]
    view.set_current("one")
    with qtbot.waitSignal(view.chosen) as chosen:
        qtbot.keyClick(view, Qt.Key.Key_Return)
    assert chosen.args == ["one"]


def test_a_heading_is_no_stop(qtbot: QtBot) -> None:
    view = shown(qtbot)
    view.set_current("one")
    qtbot.keyClick(view, Qt.Key.Key_Down)
    assert view.current_key() == "two"


def test_all_of_a_slip_is_read_out(qtbot: QtBot) -> None:
    model = shown(qtbot).model()
    spoken = model.data(model.index(0, 0), Qt.ItemDataRole.AccessibleTextRole)
    assert spoken == "Yellow highlight. Forty hours. Ask the academy. Memphis"


def test_a_list_that_fits_is_as_tall_as_its_slips_also_in_larger_text(qtbot: QtBot) -> None:
    view = shown(qtbot, fits=True)
    heights = sum(view.sizeHintForIndex(view.model().index(place, 0)).height() for place in range(3))
    assert view.height() >= heights
    tall = view.height()
    view.itemDelegate()._look.set_text_size(200)  # type: ignore[attr-defined]  # its own look
    assert view.height() > tall * 1.6


def test_a_quick_list_gives_each_slip_the_lines_that_it_needs(qtbot: QtBot) -> None:
    many = (*SLIPS, Slip("three", "long words " * 60, "more words " * 80), Slip("four", "Short", "One line", "Quiet"))
    view = shown(qtbot, many, quick=True)
    heights = [view.sizeHintForIndex(view.model().index(place, 0)).height() for place in range(5)]
    exact = shown(qtbot, many)
    assert heights == [exact.sizeHintForIndex(exact.model().index(place, 0)).height() for place in range(5)]


def test_words_that_were_searched_for_are_marked(qtbot: QtBot) -> None:
    view = shown(qtbot)
    plain = view.viewport().grab().toImage()
    view.show_slips(SLIPS, words=("acad",))
    marked = view.viewport().grab().toImage()
    assert marked != plain
    view.show_slips(SLIPS, words=("cademy",))  # within a word
    assert view.viewport().grab().toImage() == plain


def test_nothing_is_chosen_where_the_key_is_unknown(qtbot: QtBot) -> None:
    view = shown(qtbot)
    view.set_current("gone")
    assert view.current_key() == ""
    assert view.indexAt(QPoint(-5, -5)) == QModelIndex()


def test_the_four_swatches_differ_by_their_line_alone(qtbot: QtBot) -> None:
    look = Look(Settings(theme="high-contrast"), None)
    drawings = []
    for color in COLORS:
        image = swatch(look.theme, color, 24).pixmap(24, 24).toImage().convertToFormat(QImage.Format.Format_Grayscale8)
        drawings.append(
            tuple(image.pixelColor(x, y).value() > 90 for x in range(image.width()) for y in range(image.height()))
        )
    assert len(set(drawings)) == len({color_words(color) for color in COLORS}) == 4

"""Cards: chosen by mouse and keyboard, named in full, lit by hover and focus, never clipped."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication, QProgressBar

from partnerships.shell.parts.card import Card
from partnerships.shell.parts.empty import EmptyState
from partnerships.shell.theme.theme import Theme, dress

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")


@pytest.fixture
def card(qtbot) -> Card:
    widget = Card(Theme.load("light"), "Case Studies", "What changed, and how strong the proof is.", "cases", "32")
    qtbot.addWidget(widget)
    widget.show()
    qtbot.waitExposed(widget)
    return widget


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space])
def test_a_key_chooses_the_card(qtbot, card: Card, key: Qt.Key) -> None:
    with qtbot.waitSignal(card.chosen):
        qtbot.keyClick(card, key)


def test_a_click_chooses_the_card_wherever_it_lands(qtbot, card: Card) -> None:
    with qtbot.waitSignal(card.chosen):
        qtbot.mouseClick(card, Qt.MouseButton.LeftButton, pos=card.text_label.geometry().center())


def test_the_card_is_named_with_its_count_and_described(card: Card) -> None:
    assert card.accessibleName() == "Case Studies, 32"
    assert card.accessibleDescription() == "What changed, and how strong the proof is."


def test_focus_lights_the_card_and_is_seen(qtbot, card: Card) -> None:
    card.activateWindow()
    card.clearFocus()
    before: QImage = card.grab().toImage()
    with qtbot.waitSignal(card.lit) as told:
        card.setFocus()
    assert told.args == [True]
    assert card.grab().toImage() != before


@pytest.mark.parametrize("percent", [100, 150, 200])
def test_the_card_grows_with_its_words(qapp: QApplication, qtbot, percent: int) -> None:
    theme = Theme.load("light")
    dress(qapp, theme, percent)
    card = Card(theme, "Case Studies", "What agencies and neighbors did, what changed. " * 4, "cases", "32")
    qtbot.addWidget(card)
    card.show()
    card.resize(260, card.heightForWidth(260))
    words = card.text_label
    assert words.height() >= words.heightForWidth(words.width())
    assert card.rect().contains(words.geometry())
    dress(qapp, theme)


def test_what_is_set_into_a_card_takes_no_focus(card: Card) -> None:
    bar = QProgressBar()
    card.add(bar)
    assert bar.focusPolicy() == Qt.FocusPolicy.NoFocus


def test_an_empty_state_offers_the_next_step(qtbot) -> None:
    empty = EmptyState(Theme.load("light"), "No notes yet.", "Write one", "note")
    qtbot.addWidget(empty)
    empty.show()
    with qtbot.waitSignal(empty.acted):
        qtbot.keyClick(empty.button, Qt.Key.Key_Space)
    empty.show_words("Nothing here.")
    assert not empty.button.isVisible()

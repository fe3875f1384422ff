"""Links outward, keys, the tour, checking a copy, and the page for a broken library."""

import shutil
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QLabel, QPushButton, QScrollArea
from pytestqt.qtbot import QtBot

from partnerships.base.errors import EditionTrouble
from partnerships.base.places import Places
from partnerships.base.settings import Settings
from partnerships.library.edition import Edition
from partnerships.shell.actions import ACTIONS
from partnerships.shell.dialogs.about import AboutDialog
from partnerships.shell.dialogs.broken import BrokenWindow
from partnerships.shell.dialogs.keys import KeysDialog
from partnerships.shell.dialogs.outward import OutwardDialog
from partnerships.shell.dialogs.tour import Tour
from partnerships.shell.dialogs.verify import VerifyDialog
from partnerships.shell.jobs import Lane
from partnerships.shell.look import Look
from partnerships.shell.panel import Surroundings
from tests.helpers.driving import open_window


@pytest.fixture
def opened(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The addresses that were given to the browser."""
    addresses: list[str] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: addresses.append(url.toString()))
    return addresses


def button(dialog: OutwardDialog, words: str) -> QPushButton:
    return next(found for found in dialog.findChildren(QPushButton) if found.text() == words)


@pytest.mark.parametrize(("words", "opens"), [("Stay here", False), ("Open in a browser", True)])
def test_a_link_opens_only_after_a_yes(qtbot: QtBot, opened: list[str], words: str, opens: bool) -> None:
    dialog = OutwardDialog("https://example.org/x", Look(Settings(), None))
    qtbot.addWidget(dialog)
    dialog.show()
    assert opened == []
    qtbot.mouseClick(button(dialog, words), Qt.MouseButton.LeftButton)
    assert bool(opened) == opens


def test_staying_is_what_enter_does(qtbot: QtBot, opened: list[str]) -> None:
    dialog = OutwardDialog("https://example.org/x", Look(Settings(), None))
    qtbot.addWidget(dialog)
    dialog.show()
    qtbot.keyClick(dialog, Qt.Key.Key_Return)
    assert opened == []
    assert dialog.isHidden()


def test_the_sheet_of_keys_names_every_action_with_a_key(qtbot: QtBot) -> None:
    dialog = KeysDialog(Look(Settings(), None))
    qtbot.addWidget(dialog)
    shown = {label.text() for label in dialog.findChildren(QLabel)}
    assert {row.text for row in ACTIONS if row.keys} <= shown


@pytest.mark.parametrize("text_size", [100, 200])
def test_the_about_box_cuts_no_line(qtbot: QtBot, library: Path, text_size: int) -> None:
    window = open_window(qtbot, library, None, tour_seen=True, text_size=text_size)
    dialog = AboutDialog(Surroundings(window.edition, window.keeper, window.look), window)
    dialog.show()
    labels = dialog.findChildren(QLabel)
    assert [label.text() for label in labels if label.height() < label.heightForWidth(label.width())] == []
    assert dialog.height() <= window.height()
    assert dialog.findChild(QScrollArea).verticalScrollBar().maximum() == 0
    dialog.close()


def test_the_tour_goes_on_with_enter(qtbot: QtBot, library: Path) -> None:
    window = open_window(qtbot, library, None)
    tour = Tour(window.look, window)
    tour.start()
    first = tour.findChild(QLabel, "heading2").text()
    qtbot.keyClick(window.focusWidget(), Qt.Key.Key_Return)
    assert tour.findChild(QLabel, "heading2").text() != first
    tour.finish()


def test_the_tour_has_at_most_four_steps_and_can_be_skipped(qtbot: QtBot, library: Path) -> None:
    window = open_window(qtbot, library, None)
    tour = Tour(window.look, window)
    tour.start()
    assert len(tour.steps()) <= 4
    qtbot.keyClick(tour, Qt.Key.Key_Escape)
    assert window.look.settings.tour_seen


def test_the_tour_ends_after_its_last_step(qtbot: QtBot, library: Path) -> None:
    window = open_window(qtbot, library, None)
    tour = Tour(window.look, window)
    tour.start()
    for _ in tour.steps():
        tour.go_on()
    assert window.look.settings.tour_seen


def test_checking_a_copy_says_that_it_is_whole_or_names_what_is_not(
    qtbot: QtBot, library: Path, tmp_path: Path
) -> None:
    lane = Lane("long")
    copy = tmp_path / "copy"
    shutil.copytree(library, copy)
    whole = VerifyDialog(copy, lane)
    qtbot.addWidget(whole, before_close_func=lambda _: None)
    qtbot.waitUntil(lambda: "as they should be" in whole.words.text())
    (copy / "library.sqlite3").write_bytes(b"changed")
    damaged = VerifyDialog(copy, lane)
    qtbot.addWidget(damaged)
    qtbot.waitUntil(lambda: "changed: library.sqlite3" in damaged.list.toPlainText())
    lane.close()


def test_a_missing_library_gives_a_page_that_says_what_to_do(qtbot: QtBot, tmp_path: Path) -> None:
    with pytest.raises(EditionTrouble) as caught:
        Edition(tmp_path)
    window = BrokenWindow(caught.value, Places(tmp_path, tmp_path, None, "memory"), Look(Settings(), None))
    qtbot.addWidget(window)
    assert "There is no library" in window.what.text()
    assert "fresh copy" in window.remedy.text()

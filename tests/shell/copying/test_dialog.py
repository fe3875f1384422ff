"""A person copies to sticks in the window: chooses, watches, stops, and reads what came of it."""

import os
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QPushButton
from pytestqt.qtbot import QtBot

from partnerships.base.places import Places
from partnerships.base.settings import Settings
from partnerships.notebook.store import Notebook
from partnerships.publishing.copies import stick as stick_module
from partnerships.publishing.copies.drives import Drive, drive_at
from partnerships.shell.app import make_window
from partnerships.shell.copying import control
from partnerships.shell.copying.dialog import CopyDialog
from partnerships.shell.jobs import Lane
from partnerships.shell.look import Look
from tests.helpers.copies import make_program
from tests.helpers.driving import open_window

COPY = "Community Partnerships"


@pytest.fixture
def plugged(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> list[Drive]:
    """Two sticks that are plugged in, and a protected one."""
    for name in ("ONE", "TWO", "SHUT"):
        (tmp_path / name).mkdir()
    found = [drive_at(tmp_path / "ONE", "ONE", "FAT32"), drive_at(tmp_path / "TWO", "TWO", "exFAT")]
    found.append(drive_at(tmp_path / "SHUT", "SHUT", "FAT32", is_read_only=True))
    monkeypatch.setattr(control, "drives", lambda: list(found))
    return found


@pytest.fixture
def places(tmp_path: Path, library: Path) -> Places:
    """A checkout with a package, and a notebook."""
    make_program(tmp_path / "out" / "package" / "community-partnerships", library)
    return Places(tmp_path / "out", library, tmp_path / "notebook", "given")


@pytest.fixture
def dialog(qtbot: QtBot, plugged: list[Drive], places: Places) -> Iterator[CopyDialog]:
    """The open dialog with its drives."""
    lane = Lane("copies")
    opened = CopyDialog(places, Look(Settings(), None), lane)
    qtbot.addWidget(opened)
    opened.show()
    qtbot.waitUntil(lambda: len(opened.choosing.rows) == len(plugged))
    yield opened
    opened.copier.stop()
    lane.close()


def press(qtbot: QtBot, button: QPushButton) -> None:
    assert button.isVisible()
    assert button.isEnabled()
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


def tick(dialog: CopyDialog, *drives: Drive) -> None:
    for drive in drives:
        dialog.choosing.rows[drive.path].box.click()


@pytest.fixture
def held(monkeypatch: pytest.MonkeyPatch) -> Iterator[threading.Event]:
    """Copies wait in their first write until this is set."""
    go_on = threading.Event()

    def write_later(handle: int, chunk: bytes) -> None:
        go_on.wait(10)
        os.write(handle, chunk)

    monkeypatch.setattr(stick_module, "_write_all", write_later)
    yield go_on
    go_on.set()


def test_drives_are_shown_with_what_a_person_knows_them_by(dialog: CopyDialog, plugged: list[Drive]) -> None:
    one, _, shut = (dialog.choosing.rows[drive.path] for drive in plugged)
    assert one.box.text() == "ONE"
    assert "FAT32 · " in one.box.accessibleDescription()
    assert " GB free of " in one.box.accessibleDescription()
    assert not shut.box.isEnabled()
    assert "Write-protected" in shut.box.accessibleDescription()


def test_copies_are_made_on_what_is_ticked_and_on_nothing_else(
    qtbot: QtBot, dialog: CopyDialog, plugged: list[Drive]
) -> None:
    assert not dialog.copy_button.isEnabled()
    tick(dialog, plugged[0])
    assert dialog.copy_button.text() == "Copy"
    tick(dialog, plugged[1])
    assert dialog.copy_button.text() == "Copy to 2 places"
    tick(dialog, plugged[0])
    with qtbot.waitSignal(dialog.copier.ended, timeout=20_000):
        press(qtbot, dialog.copy_button)
    assert dialog.title.text() == "The copy is whole"
    assert "every file was read back" in dialog.progress.rows[plugged[1].path].said.text()
    assert (plugged[1].path / COPY / "tagmanifest-sha256.txt").exists()
    assert not (plugged[0].path / COPY).exists()
    assert dialog.lead.text().startswith("The mark of this edition is ")


def test_a_notebook_goes_along_only_when_it_is_ticked(
    qtbot: QtBot, dialog: CopyDialog, plugged: list[Drive], places: Places
) -> None:
    notebook = Notebook(places.notebook)
    assert not dialog.choosing.notebook.isChecked()
    tick(dialog, plugged[0])
    with qtbot.waitSignal(dialog.copier.ended, timeout=20_000):
        press(qtbot, dialog.copy_button)
    assert not (plugged[0].path / COPY / "notebook").exists()
    press(qtbot, dialog.more_button)
    dialog.choosing.notebook.click()
    with qtbot.waitSignal(dialog.copier.ended, timeout=20_000):
        press(qtbot, dialog.copy_button)
    assert (plugged[0].path / COPY / "notebook" / "notebook.sqlite3").exists()
    notebook.close()


def test_one_that_fails_is_told_with_what_to_do_beside_the_one_that_is_whole(
    qtbot: QtBot, dialog: CopyDialog, plugged: list[Drive]
) -> None:
    tick(dialog, plugged[0], plugged[1])
    plugged[1].path.rmdir()  # pulled out just now
    with qtbot.waitSignal(dialog.copier.ended, timeout=20_000):
        press(qtbot, dialog.copy_button)
    assert dialog.title.text() == "1 of 2 copies are whole"
    assert "There is no folder" in dialog.progress.rows[plugged[1].path].said.text()


def test_stopping_asks_first_and_leaves_nothing(
    qtbot: QtBot, dialog: CopyDialog, plugged: list[Drive], held: threading.Event
) -> None:
    tick(dialog, plugged[0])
    press(qtbot, dialog.copy_button)
    qtbot.waitUntil(lambda: (plugged[0].path / f"{COPY} (not finished)").exists())
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    assert dialog.isVisible()
    assert dialog.title.text() == "Stop copying?"
    press(qtbot, dialog.go_on_button)
    assert dialog.title.text() == "Copying"
    dialog.close()
    assert dialog.isVisible()
    with qtbot.waitSignal(dialog.copier.ended, timeout=20_000):
        press(qtbot, dialog.really_button)
        threading.Timer(0.4, held.set).start()
    assert list(plugged[0].path.iterdir()) == []
    assert "taken away" in dialog.progress.rows[plugged[0].path].said.text()
    assert dialog.title.text() == "Nothing was copied"


def test_a_stick_appears_by_itself_and_leaves_by_itself(qtbot: QtBot, dialog: CopyDialog, plugged: list[Drive]) -> None:
    gone = plugged.pop(1)
    dialog.copier.look()
    qtbot.waitUntil(lambda: gone.path not in dialog.choosing.rows)
    plugged.append(gone)
    dialog.copier.look()
    qtbot.waitUntil(lambda: gone.path in dialog.choosing.rows)


def test_what_is_ticked_stays_ticked_while_drives_come_and_go(
    qtbot: QtBot, dialog: CopyDialog, plugged: list[Drive]
) -> None:
    tick(dialog, plugged[0])
    gone = plugged.pop(1)
    dialog.copier.look()
    qtbot.waitUntil(lambda: gone.path not in dialog.choosing.rows)
    assert [target.path for target in dialog.choosing.targets()] == [plugged[0].path]


def test_without_a_stick_the_dialog_says_what_to_do(qtbot: QtBot, dialog: CopyDialog, plugged: list[Drive]) -> None:
    plugged.clear()
    dialog.copier.look()
    qtbot.waitUntil(lambda: dialog.choosing.empty.isVisible())
    assert "Plug one in" in dialog.choosing.empty.text()


def test_any_folder_can_be_chosen(
    qtbot: QtBot, dialog: CopyDialog, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "share").mkdir()
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(tmp_path / "share"))
    press(qtbot, dialog.choosing.folder)
    with qtbot.waitSignal(dialog.copier.ended, timeout=20_000):
        press(qtbot, dialog.copy_button)
    assert (tmp_path / "share" / COPY / "bagit.txt").exists()


def test_a_checkout_without_a_package_says_so(
    qtbot: QtBot, plugged: list[Drive], library: Path, tmp_path: Path
) -> None:
    lane = Lane("copies")
    dialog = CopyDialog(Places(tmp_path, library, None, "memory"), Look(Settings(), None), lane)
    qtbot.addWidget(dialog)
    dialog.show()
    qtbot.waitUntil(lambda: dialog.title.text() == "This cannot be copied")
    assert "no package has been made" in dialog.lead.text()
    assert not dialog.copy_button.isVisible()
    lane.close()


def test_the_window_opens_one_dialog_and_reading_goes_on_beside_it(
    qtbot: QtBot, library: Path, plugged: list[Drive]
) -> None:
    window = open_window(qtbot, library, None, tour_seen=True)
    window.actions_["copy"].trigger()
    window.actions_["copy"].trigger()
    assert len(window.findChildren(CopyDialog)) == 1
    assert not window.findChild(CopyDialog).isModal()


def test_closing_the_window_stops_the_copies_and_waits_until_all_is_tidy(
    qtbot: QtBot, places: Places, plugged: list[Drive], held: threading.Event
) -> None:
    window = make_window(places, Look(Settings(tour_seen=True), None))
    qtbot.addWidget(window)
    window.show()
    window.actions_["copy"].trigger()
    dialog = window.findChild(CopyDialog)
    qtbot.waitUntil(lambda: len(dialog.choosing.rows) == len(plugged))
    tick(dialog, plugged[0])
    press(qtbot, dialog.copy_button)
    qtbot.waitUntil(lambda: (plugged[0].path / f"{COPY} (not finished)").exists())
    threading.Timer(0.4, held.set).start()
    window.close()
    assert list(plugged[0].path.iterdir()) == []


def test_by_keyboard_alone(qtbot: QtBot, dialog: CopyDialog, plugged: list[Drive]) -> None:
    with qtbot.waitActive(dialog):
        dialog.activateWindow()
    dialog.choosing.rows[plugged[0].path].box.setFocus()
    qtbot.keyClick(dialog.focusWidget(), Qt.Key.Key_Space)
    qtbot.keyClick(dialog.focusWidget(), Qt.Key.Key_Tab)
    assert dialog.focusWidget() is dialog.choosing.rows[plugged[1].path].box
    with qtbot.waitSignal(dialog.copier.ended, timeout=20_000):
        qtbot.keyClick(dialog, Qt.Key.Key_Return)
    assert dialog.title.text() == "The copy is whole"

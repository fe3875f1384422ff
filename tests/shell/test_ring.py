"""The ring of focus: for who uses the keyboard, and for nobody else."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from partnerships.library.model import Address
from partnerships.shell.parts.drawn import shows_ring
from partnerships.shell.ring import Ring
from partnerships.shell.window import Window
from tests.helpers.driving import open_window


@pytest.fixture
def window(qtbot: QtBot, qapp: QApplication, library: Path) -> Iterator[Window]:
    ring = Ring(qapp)
    yield open_window(qtbot, library, None, tour_seen=True)
    qapp.focusChanged.disconnect(ring._focus_moved)
    ring.deleteLater()


def press(window: Window, key: Qt.Key) -> None:
    """Press a key as the system does: the window gets it first."""
    QTest.keyClick(window.windowHandle(), key)


def test_a_page_opened_without_tab_has_no_ring(window: Window) -> None:
    window.go(Address("alder-crisis"))
    page = window.focusWidget()
    assert page is not None
    assert page.hasFocus()
    assert not shows_ring(page)


def test_tab_shows_the_ring_and_a_click_takes_it_away(window: Window) -> None:
    press(window, Qt.Key.Key_Tab)
    first = window.focusWidget()
    assert first is not None
    assert shows_ring(first)
    QTest.mouseClick(window.windowHandle(), Qt.MouseButton.LeftButton, pos=QPoint(2, 2))
    window.go(Address("alder-crisis"))
    page = window.focusWidget()
    assert page is not None
    assert not shows_ring(page)


def test_a_field_shows_where_typing_goes(window: Window) -> None:
    window.go(Address("desk:glossary"))
    field = window.current.findChild(QLineEdit)
    assert field is not None
    field.setFocus()
    assert shows_ring(field)

"""Every control has a name, a place in the tab order and a visible focus, on every screen."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSpinBox,
    QComboBox,
    QLineEdit,
    QPlainTextEdit,
    QTextBrowser,
    QWidget,
)
from pytestqt.qtbot import QtBot

from partnerships.library.model import Address
from tests.helpers.driving import find_panel, open_window

PLACES = (
    "home",
    "section:introduction",
    "path:first-steps",
    "section:grants",
    "section:cases",
    "section:toolkit",
    "section:desk",
    "desk:guides",
    "desk:directory",
    "desk:timeline",
    "desk:glossary",
    "notebook",
    "feedback",
    "alder-crisis",
    "hire-officers",
    "ready-check",
    "meeting-sheet",
)
CONTROLS = (QAbstractButton, QComboBox, QLineEdit, QAbstractSpinBox, QAbstractItemView, QPlainTextEdit, QTextBrowser)
MOST_STOPS = 400


def controls(window: QWidget) -> Iterator[QWidget]:
    """What a person can use on the screen now; parts inside a control belong to it."""
    for widget in window.findChildren(QWidget):
        if isinstance(widget, CONTROLS) and widget.isVisible() and widget.isEnabled() and not _inside(widget):
            yield widget


def _inside(widget: QWidget) -> bool:
    above = widget.parentWidget()
    while above is not None:
        if isinstance(above, (QComboBox, QAbstractSpinBox, QAbstractItemView, QLineEdit)):
            return True
        above = above.parentWidget()
    return False


def described(widget: QWidget) -> str:
    """A widget in words, for the message of a failing test."""
    parent = widget.parentWidget()
    return f"{type(widget).__name__} {widget.objectName()!r} in {type(parent).__name__}"


def name_of(widget: QWidget) -> str:
    """What assistive technology is told."""
    return str(QAccessible.queryAccessibleInterface(widget).text(QAccessible.Text.Name)).strip()


@pytest.mark.parametrize("place", PLACES)
def test_every_control_has_an_accessible_name(qtbot: QtBot, library: Path, place: str) -> None:
    window = open_window(qtbot, library, None, tour_seen=True)
    window.go(Address(place))
    found = list(controls(window))
    assert len(found) > 5
    assert [described(widget) for widget in found if not name_of(widget)] == []


@pytest.mark.parametrize("place", PLACES)
def test_tab_reaches_every_control_and_comes_round(qtbot: QtBot, library: Path, place: str) -> None:
    window = open_window(qtbot, library, None, tour_seen=True)
    window.go(Address(place))
    reached: set[QWidget] = set()
    start = window.header.search
    start.setFocus(Qt.FocusReason.TabFocusReason)
    for _ in range(MOST_STOPS):
        window.focusNextChild()
        focus = window.focusWidget()
        if focus is start:
            break
        reached.add(focus)
    assert window.focusWidget() is start, "Tab does not come round"
    tabbed = [w for w in controls(window) if w.focusPolicy() & Qt.FocusPolicy.TabFocus and w is not start]
    missed = [described(widget) for widget in tabbed if widget not in reached and not _radio_of_a_reached_group(widget)]
    assert missed == []


def _radio_of_a_reached_group(widget: QWidget) -> bool:
    """Of radio buttons that exclude each other only one is a stop; arrows reach the others."""
    return isinstance(widget, QAbstractButton) and widget.autoExclusive()


def test_the_search_has_names_and_a_tab_order(qtbot: QtBot, library: Path) -> None:
    window = open_window(qtbot, library, None, tour_seen=True)
    window.search("police")
    find = find_panel(window)
    qtbot.waitUntil(lambda: find.hits.total > 0, timeout=10_000)
    assert [described(widget) for widget in controls(find) if not name_of(widget)] == []


@pytest.mark.parametrize("theme", ["light", "dark", "high-contrast"])
def test_focus_is_visible_on_every_kind_of_control(qtbot: QtBot, library: Path, theme: str) -> None:
    """A control with the focus looks different from the same control without it."""
    window = open_window(qtbot, library, None, tour_seen=True, theme=theme)
    seen: set[type] = set()
    for place in PLACES:
        window.go(Address(place))
        qtbot.waitUntil(lambda: all(widget.width() and widget.height() for widget in controls(window)))
        for widget in list(controls(window)):
            if type(widget) in seen or not widget.focusPolicy() & Qt.FocusPolicy.TabFocus:
                continue
            seen.add(type(widget))
            window.setFocus()
            plain = widget.grab().toImage()
            widget.setFocus(Qt.FocusReason.TabFocusReason)
            assert widget.grab().toImage() != plain, f"no visible focus: {described(widget)} on {place}"
    assert len(seen) > 8

"""The toolkit's panel over the small library."""

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from partnerships.library.model import Address
from partnerships.shell.toolkit.panel import ToolkitPanel
from tests.helpers.small import surroundings


@pytest.fixture
def panel(qtbot: QtBot, library: Path) -> ToolkitPanel:
    """The form of the readiness tool at 1366×715, nothing filled in. It goes where it wants to go."""
    panel = ToolkitPanel(surroundings(qtbot, library))
    qtbot.addWidget(panel, before_close_func=lambda closing: closing.work._saving.stop())
    panel.chosen.connect(panel.open)
    panel.resize(1366, 715)
    panel.show()
    panel.open(Address("ready-check"))
    return panel

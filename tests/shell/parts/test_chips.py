"""Chips and the rows they flow in."""

from typing import get_args

import pytest
from PySide6.QtWidgets import QWidget

from partnerships.library.model import Evidence, ProgramStatus, Result
from partnerships.shell.parts.chips import Chip, ChipRow, value_chip, value_words
from partnerships.shell.parts.flow import FlowLayout

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")


@pytest.mark.parametrize("value", [*get_args(Evidence), *get_args(Result), *get_args(ProgramStatus)])
def test_every_level_result_and_status_has_words_and_a_tone(qtbot, value: str) -> None:
    chip = value_chip(value)
    qtbot.addWidget(chip)
    assert chip.text() == value_words(value) != ""
    assert chip.property("tone")


def test_chips_begin_a_new_row_where_the_width_ends(qtbot) -> None:
    row = ChipRow(Chip(f"Chip number {n}") for n in range(6))
    qtbot.addWidget(row)
    row.resize(250, row.heightForWidth(250))
    row.show()
    chips = row.findChildren(Chip)
    assert len({chip.y() for chip in chips}) > 1
    assert all(row.rect().contains(chip.geometry()) for chip in chips)
    assert row.heightForWidth(2000) < row.heightForWidth(250)


def test_a_cleared_flow_is_empty(qtbot) -> None:
    widget = QWidget()
    qtbot.addWidget(widget)
    flow = FlowLayout(widget)
    flow.addWidget(Chip("one"))
    flow.clear()
    assert flow.count() == 0
    assert flow.itemAt(0) is None

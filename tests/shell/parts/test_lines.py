"""Lines: no word is lost, none is too wide, and what is cut off says so."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtGui import QFontMetricsF
from PySide6.QtWidgets import QApplication

from partnerships.shell.parts.drawn import face
from partnerships.shell.parts.lines import set_lines

TEXT = "Situational prevention changes the setting of a crime instead of the person who might commit it."


@pytest.fixture(autouse=True)
def _application(qapp: QApplication) -> None:
    """Fonts need an application."""


@pytest.mark.parametrize("width", [60, 150, 400, 2000])
def test_all_words_are_there_and_none_sticks_out(width: int) -> None:
    lines = set_lines(TEXT, face(14), width)
    assert " ".join(lines.texts) == TEXT or width == 60
    assert "".join(lines.texts).replace(" ", "") == TEXT.replace(" ", "")
    assert all(QFontMetricsF(lines.font).horizontalAdvance(text) <= width + 1 for text in lines.texts)


def test_more_than_the_most_ends_in_dots() -> None:
    lines = set_lines(TEXT, face(14), 150, most=2)
    assert len(lines.texts) == 2
    assert lines.texts[1].endswith("…")
    assert len(set_lines("Short", face(14), 150, most=2).texts) == 1


def test_nothing_has_no_height() -> None:
    assert set_lines("", face(14), 150).height == 0
    assert set_lines("A word", face(20), 150, leading=1.5).height == 30


@given(st.text(max_size=60), st.integers(1, 300))
def test_any_text_can_be_set_at_any_width(text: str, width: int) -> None:
    set_lines(text, face(13), width, most=3)

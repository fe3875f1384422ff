"""The themes: complete, readable, and turned into style sheets that Qt understands."""

import re
import sys

import pytest
from PySide6.QtGui import QColor, QFont, QFontInfo, QImage, QPalette
from PySide6.QtWidgets import QApplication, QPushButton, QTextBrowser

from partnerships.notebook.model import COLORS
from partnerships.shell.parts import markers
from partnerships.shell.theme.theme import INTERFACE_FACE, READING_FACE, Theme, dress, load_fonts

TEXT = 4.5
MARK = 3.0
GROUNDS = ("window", "page", "card", "panel", "header", "field", "search")
MARKS = ("controlled", "before-after", "faded", "no-effect", "unknown")
PAIRS = [
    *((word, ground, TEXT) for word in ("ink", "title", "soft-ink", "quiet", "link") for ground in GROUNDS),
    *((word, "hover", TEXT) for word in ("ink", "title", "quiet")),
    *((word, "tint", TEXT) for word in ("ink", "title", "soft-ink", "link")),
    ("title", "pressed", TEXT),
    ("eyebrow", "card", TEXT),
    ("eyebrow", "window", TEXT),
    ("eyebrow", "panel", TEXT),
    ("chip-ink", "chip", TEXT),
    ("soft-ink", "head", TEXT),
    ("note-ink", "note", TEXT),
    ("mark-ink", "mark", TEXT),
    ("ink", "focus-soft", TEXT),
    ("tooltip-ink", "tooltip", TEXT),
    *((word, "select", TEXT) for word in ("on-select", "ink", "title", "soft-ink", "quiet", "link")),
    ("focus", "select", MARK),
    ("ink", "select-text", TEXT),
    *(("on-primary", ground, TEXT) for ground in ("primary", "primary-hover", "primary-pressed")),
    *((f"{kind}-ink", kind, TEXT) for kind in ("good", "fair", "warn", "bad", "none", "info")),
    *(("focus", ground, MARK) for ground in (*GROUNDS, "hover", "tint", "map", "head")),
    *(("control-line", ground, MARK) for ground in ("field", "page", "panel")),
    *(("primary", ground, MARK) for ground in ("page", "panel", "window", "track")),
    *((f"mark-{kind}", ground, MARK) for kind in MARKS for ground in ("land", "map", "card")),
    *((word, f"highlight-{color}", TEXT) for word in ("ink", "title", "soft-ink", "quiet", "link") for color in COLORS),
    *((f"highlight-{hue}-line", ground, MARK) for hue in COLORS for ground in ("page", "panel", f"highlight-{hue}")),
    *((f"chart-{kind}", ground, MARK) for kind in ("before", "after", "axis") for ground in ("page", "card", "panel")),
]  # fmt: skip


def luminance(color: QColor) -> float:
    """Relative luminance as WCAG 2.1 defines it."""
    parts = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in color.getRgbF()[:3]]
    return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]


def contrast(one: QColor, other: QColor) -> float:
    high, low = sorted((luminance(one), luminance(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


@pytest.fixture(params=Theme.names)
def theme(request: pytest.FixtureRequest) -> Theme:
    return Theme.load(request.param)


@pytest.mark.parametrize(("front", "ground", "least"), PAIRS, ids=lambda value: str(value))
def test_text_and_marks_stand_out_from_their_ground(theme: Theme, front: str, ground: str, least: float) -> None:
    assert contrast(theme.color(front), theme.color(ground)) >= least


def test_section_colors_stand_out_from_their_ground(theme: Theme) -> None:
    for section in theme.sections:
        colors = theme.section(section)
        for ground in ("window", "page", "card", "panel"):
            assert contrast(colors.ink, theme.color(ground)) >= TEXT, (section, ground)
        assert contrast(colors.ink, colors.soft) >= TEXT, section
        assert contrast(theme.color("on-primary"), colors.fill) >= TEXT, section
        assert contrast(colors.bar, theme.color("card")) >= MARK, section
        assert contrast(theme.color("quiet"), colors.soft) >= TEXT, section
        assert contrast(theme.color("focus"), colors.soft) >= MARK, section


def test_the_highlight_that_is_worked_on_is_seen_and_read(theme: Theme) -> None:
    for color in COLORS:
        paper = markers.ground(theme, color, current=True)
        assert paper != markers.ground(theme, color)
        for word in ("ink", "title", "soft-ink"):
            assert contrast(theme.color(word), paper) >= TEXT, (color, word)
    assert len(set(markers.LINES.values())) == len(COLORS)  # told apart without color too


def test_all_themes_have_the_same_roles_and_sections() -> None:
    themes = [Theme.load(name) for name in Theme.names]
    assert all(theme.roles.keys() == themes[0].roles.keys() for theme in themes)
    assert all(theme.sections.keys() == themes[0].sections.keys() for theme in themes)
    assert {"introduction", "grants", "cases", "toolkit", "desk"} <= set(themes[0].sections)


def test_the_style_sheet_has_no_open_places_and_follows_the_text_size(theme: Theme) -> None:
    sheet = theme.style_sheet(200)
    assert not re.search(r"\{[a-z0-9-]+\}", sheet)
    assert "font-size: 28px" in sheet
    assert "font-size: 14px" in theme.style_sheet(100)


def test_the_style_sheet_is_understood(qtbot, qapp: QApplication, theme: Theme) -> None:
    dress(qapp, theme)
    button = QPushButton("Open")
    button.setProperty("role", "primary")
    qtbot.addWidget(button)
    button.ensurePolished()
    button.adjustSize()
    picture = button.grab().toImage()
    assert picture.pixelColor(picture.width() // 2, 4) == theme.color("primary")


def test_the_page_style_reaches_the_page(qtbot, theme: Theme) -> None:
    page = QTextBrowser()
    qtbot.addWidget(page)
    page.document().setDefaultStyleSheet(theme.page_css(100))
    page.setHtml('<body><h2>Head</h2><p>Body<span class="cite">[2]</span></p></body>')
    body = page.document().lastBlock().begin().fragment().charFormat()
    assert body.foreground().color() == theme.color("ink")
    assert body.font().family() == READING_FACE


def test_the_palette_speaks_for_widgets_without_a_rule(theme: Theme) -> None:
    palette = theme.palette()
    assert palette.color(QPalette.ColorRole.Window) == theme.color("window")
    assert palette.color(QPalette.ColorGroup.Disabled, QPalette.ColorRole.Text) == theme.color("disabled")


def test_both_families_come_with_true_weights(qapp: QApplication) -> None:
    assert {INTERFACE_FACE, READING_FACE} <= set(load_fonts())
    for family in (INTERFACE_FACE, READING_FACE):
        for weight in (QFont.Weight.Normal, QFont.Weight.DemiBold, QFont.Weight.Bold):
            asked = QFont(family, 14, weight)
            assert QFontInfo(asked).family() == family
            assert QFontInfo(asked).weight() == weight


def test_many_calls_that_return_nothing_do_not_wear_out_none(qapp: QApplication) -> None:
    image = QImage(4, 4, QImage.Format.Format_RGB32)
    before = sys.getrefcount(None)
    for _ in range(5_000):  # PySide 6.12.0 lost one reference in each call
        image.fill(0)
    assert before - sys.getrefcount(None) < 1_000

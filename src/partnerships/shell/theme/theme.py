"""The look: colors by role, the style sheet, the pages' style and the fonts.

Colors stand in one TOML file a theme, first by name, then by role; code asks for roles only. The
style sheet `partnerships.qss` is a template: `{role}` is a color, `{14px}` a size at 100 % text (`{14px-1}`
is one pixel less after scaling), `{border}` and `{ring}` are widths of lines, and what stands between
`/* each section */` and `/* end */` is repeated for every section.
"""

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from types import MappingProxyType
from typing import ClassVar

from PySide6.QtGui import QColor, QFont, QFontDatabase, QPalette
from PySide6.QtWidgets import QApplication

HERE = Path(__file__).parent
INTERFACE_FACE = "Public Sans"
READING_FACE = "Source Serif 4"
BASE_SIZE = 14  # pixels of the interface's text at 100 %
STYLE = ("-style", "Fusion")  # arguments for QApplication; to call setStyle later takes 11 ms of the first paint

_EACH_SECTION = re.compile(r"/\* each section \*/(.*?)/\* end \*/", re.DOTALL)
_PLACE = re.compile(r"\{(?:(\d+(?:\.\d+)?)px([+-]\d)?|([a-z][a-z0-9-]*))\}")


@dataclass(frozen=True, slots=True)
class SectionColors:
    """The colors of one section: text on light ground, strong fill, soft ground, and the bar on cards."""

    ink: QColor
    fill: QColor
    soft: QColor
    bar: QColor


@dataclass(frozen=True, slots=True)
class Theme:
    """One look of the whole application. `border` is the width of hairlines in pixels."""

    names: ClassVar[tuple[str, ...]] = ("light", "dark", "high-contrast")

    name: str
    dark: bool
    border: int
    tick: str
    arrow: str
    roles: Mapping[str, str] = field(compare=False, repr=False)
    sections: Mapping[str, Mapping[str, str]] = field(compare=False, repr=False)

    @classmethod
    def load(cls, name: str) -> "Theme":
        """Read the theme called `name`, one of `Theme.names`."""
        raw = tomllib.loads((HERE / f"{name}.toml").read_text(encoding="utf-8"))
        colors = raw["colors"]
        roles = {role: colors[color] for role, color in raw["roles"].items()}
        roles |= {f"street-{part}": color for part, color in raw["street"].items()}
        sections = {
            section: MappingProxyType({part: colors[color] for part, color in parts.items()})
            for section, parts in raw["sections"].items()
        }
        return cls(
            name=raw["name"],
            dark=raw["dark"],
            border=raw["border"],
            tick=raw["tick"],
            arrow=raw["arrow"],
            roles=MappingProxyType(roles),
            sections=MappingProxyType(sections),
        )

    def hex(self, role: str) -> str:
        """The color of a role as `#rrggbb`."""
        return self.roles[role]

    def color(self, role: str) -> QColor:
        """The color of a role."""
        return QColor(self.roles[role])

    def section(self, section_id: str) -> SectionColors:
        """The colors of a section of the library, or of the notebook."""
        parts = self.sections[section_id]
        return SectionColors(*(QColor(parts[part]) for part in ("ink", "fill", "soft", "bar")))

    def palette(self) -> QPalette:
        """What Qt itself uses where no rule of the style sheet speaks."""
        palette = QPalette()
        for role, name in _PALETTE.items():
            palette.setColor(role, self.color(name))
        for role in (QPalette.ColorRole.Text, QPalette.ColorRole.WindowText, QPalette.ColorRole.ButtonText):
            palette.setColor(QPalette.ColorGroup.Disabled, role, self.color("disabled"))
        return palette

    def style_sheet(self, text_size_percent: int = 100) -> str:
        """The style sheet of the application with all sizes at the given text size."""
        template = (HERE / "partnerships.qss").read_text(encoding="utf-8")
        template = _EACH_SECTION.sub(self._for_each_section, template)
        return self._fill(template, text_size_percent)

    def page_css(self, text_size_percent: int = 100) -> str:
        """The style of a page of prose, in the part of CSS that QTextBrowser knows."""
        return self._fill((HERE / "page.css").read_text(encoding="utf-8"), text_size_percent)

    def _for_each_section(self, found: re.Match[str]) -> str:
        blocks = []
        for section, parts in self.sections.items():
            block = found[1].replace("{section}", section)
            for part, color in parts.items():
                block = block.replace(f"{{section-{part}}}", color)
            blocks.append(block)
        return "".join(blocks)

    def _fill(self, template: str, text_size_percent: int) -> str:
        words = dict(self.roles)
        words["border"] = f"{self.border}px"
        words["ring"] = f"{self.border + 1}px"
        words["radio"] = f"{(round(15 * text_size_percent / 100) + 2 * self.border) // 2}px"
        for name, tone in (("tick", self.tick), ("arrow", self.arrow)):
            words[name] = tone
        words["marks"] = (HERE / "marks").as_posix()

        def value(found: re.Match[str]) -> str:
            size, more, word = found.groups()
            if size is not None:
                return f"{round(float(size) * text_size_percent / 100) + int(more or 0)}px"
            return words[word]

        return _PLACE.sub(value, template)


def load_fonts() -> tuple[str, ...]:
    """Make the two bundled families known to Qt; gives their names. Needs a QApplication."""
    families: dict[str, None] = {}
    for file in sorted((HERE / "fonts").glob("*.ttf")):
        number = QFontDatabase.addApplicationFont(str(file))
        families.update(dict.fromkeys(QFontDatabase.applicationFontFamilies(number)))
    return tuple(families)


def dress(application: QApplication, theme: Theme, text_size_percent: int = 100) -> None:
    """Give the application its palette, font and style sheet. Its style is `STYLE`, given when it is made."""
    font = QFont(INTERFACE_FACE)
    font.setPixelSize(round(BASE_SIZE * text_size_percent / 100))
    application.setPalette(theme.palette())
    application.setFont(font)
    application.setStyleSheet(theme.style_sheet(text_size_percent))


_PALETTE = {
    QPalette.ColorRole.Window: "window",
    QPalette.ColorRole.WindowText: "ink",
    QPalette.ColorRole.Base: "page",
    QPalette.ColorRole.AlternateBase: "panel",
    QPalette.ColorRole.Text: "ink",
    QPalette.ColorRole.PlaceholderText: "quiet",
    QPalette.ColorRole.Button: "page",
    QPalette.ColorRole.ButtonText: "title",
    QPalette.ColorRole.BrightText: "title",
    QPalette.ColorRole.Highlight: "select",
    QPalette.ColorRole.HighlightedText: "on-select",
    QPalette.ColorRole.Accent: "focus",
    QPalette.ColorRole.Link: "link",
    QPalette.ColorRole.LinkVisited: "link",
    QPalette.ColorRole.ToolTipBase: "tooltip",
    QPalette.ColorRole.ToolTipText: "tooltip-ink",
    QPalette.ColorRole.Light: "card",
    QPalette.ColorRole.Midlight: "line-soft",
    QPalette.ColorRole.Mid: "line",
    QPalette.ColorRole.Dark: "control-line",
    QPalette.ColorRole.Shadow: "shadow",
}

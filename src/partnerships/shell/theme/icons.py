"""Our icons: one stroke style on a grid of 24, tinted to a role when drawn, crisp at every size."""

from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import ClassVar

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QIcon, QIconEngine, QImage, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from partnerships.shell.theme.theme import Theme

_STAR = '<path d="M12 3.8l2.5 5.3 5.7.7-4.2 4 1.1 5.8-5.1-2.9-5.1 2.9 1.1-5.8-4.2-4 5.7-.7z"{fill}/>'
_PANEL = '<rect x="3.5" y="5" width="17" height="14" rx="2"/>'
_RING = '<circle cx="12" cy="12" r="8.5"/>'
_DOT = ' fill="{color}" stroke="none"'


def _path(*parts: str) -> str:
    return "".join(f'<path d="{part}"/>' for part in parts)


_SHAPES: Mapping[str, str] = {
    "back": _path("M19.5 12H5", "M11 5.5L4.5 12l6.5 6.5"),
    "forward": _path("M4.5 12H19", "M13 5.5l6.5 6.5-6.5 6.5"),
    "home": _path("M3.5 11.5L12 4l8.5 7.5", "M6 9.8V20h12V9.8", "M10 20v-6h4v6"),
    "menu": _path("M4 7h16", "M4 12h16", "M4 17h16"),
    "search": '<circle cx="10.5" cy="10.5" r="6"/>' + _path("M15 15l5 5"),
    "star": _STAR.replace("{fill}", ""),
    "star-filled": _STAR.replace("{fill}", ' fill="{color}"'),
    "print": '<rect x="3.5" y="9" width="17" height="8" rx="1.5"/>'
    + _path("M7 9V4h10v5")
    + '<path d="M7 14h10v6H7z" fill="{ground}"/>',
    "close": _path("M6 6l12 12", "M18 6L6 18"),
    "plus": _path("M12 5v14", "M5 12h14"),
    "minus": _path("M5 12h14"),
    "check": _path("M4.5 12.5l5 5L19.5 7"),
    "fold-left": _PANEL + _path("M9 5v14", "M16 9l-3 3 3 3"),
    "fold-right": _PANEL + _path("M15 5v14", "M8 9l3 3-3 3"),
    "note": _path("M4.5 4.5h15v10l-5 5h-10z", "M14.5 19.5v-5h5", "M8 9h8", "M8 13h4"),
    "bookmark": _path("M7 4h10v16l-5-4-5 4z"),
    "copy": '<rect x="9" y="9" width="11" height="11" rx="1.5"/>'
    + _path("M6 15H5a1 1 0 0 1-1-1V5a1 1 0 0 1 1-1h9a1 1 0 0 1 1 1v1"),
    "external": _path("M14 4h6v6", "M20 4l-9 9", "M18 13.5V19a1 1 0 0 1-1 1H5a1 1 0 0 1-1-1V7a1 1 0 0 1 1-1h5.5"),
    "list": _path("M9 6h11", "M9 12h11", "M9 18h11")
    + "".join(f'<circle cx="4.8" cy="{y}" r="1.3"{_DOT}/>' for y in (6, 12, 18)),
    "map": _path("M4 6.5l5-2.3 6 2.3 5-2.3v13.3l-5 2.3-6-2.3-5 2.3z", "M9 4.2v13.3", "M15 6.5v13.3"),
    "table": '<rect x="3.5" y="5" width="17" height="14" rx="1.5"/>' + _path("M3.5 10h17", "M3.5 14.5h17", "M9.5 5v14"),
    "sun": '<circle cx="12" cy="12" r="3.8"/>'
    + _path("M12 3v2M12 19v2M3 12h2M19 12h2M5.6 5.6L7 7M17 17l1.4 1.4M18.4 5.6L17 7M7 17l-1.4 1.4"),
    "moon": _path("M20 14.5A8.3 8.3 0 1 1 9.5 4a6.6 6.6 0 0 0 10.5 10.5z"),
    "contrast": _RING + f'<path d="M12 3.5a8.5 8.5 0 0 1 0 17z"{_DOT}/>',
    "text-size": _path("M2.5 19L8 5.5 13.5 19", "M4.6 14.3h6.8", "M14.5 19l3.4-8.5 3.4 8.5", "M15.7 16.2h4.4"),
    "filter": _path("M4 5h16l-6.2 7.5V19l-3.6-2v-4.5z"),
    "sort": _path("M7 5v14", "M3.8 15.8L7 19l3.2-3.2", "M13 7h7.5", "M13 12h5.5", "M13 17h3.5"),
    "download": _path("M12 4v11", "M7 10.3l5 5 5-5", "M5 20h14"),
    "trash": _path("M4.5 7h15", "M9 7V4.5h6V7", "M6.3 7l.9 13h9.6l.9-13", "M10 11v5.5", "M14 11v5.5"),
    "person": '<circle cx="12" cy="8" r="3.6"/>' + _path("M5 20c.5-4 3.4-6 7-6s6.5 2 7 6"),
    "calendar": '<rect x="4" y="6" width="16" height="14" rx="1.5"/>'
    + _path("M4 10.5h16", "M8 3.5v4", "M16 3.5v4"),
    "chart": _path("M4 4v16h16.5", "M8.5 16v-4", "M13 16V7.5", "M17.5 16v-6"),
    "tool": _path(
        "M20 7.3a4.8 4.8 0 0 1-6.6 5.3l-6.6 6.6a2 2 0 0 1-2.9 0 2 2 0 0 1 0-2.9l6.6-6.6"
        "a4.8 4.8 0 0 1 5.3-6.6l-2.7 2.7.7 2.8 2.8.7z"
    ),
    "book": _path(
        "M12 6.5C10 5 7.5 4.5 3.5 4.5v13c4 0 6.5.5 8.5 2 2-1.5 4.5-2 8.5-2v-13c-4 0-6.5.5-8.5 2z", "M12 6.5v13"
    ),
    "play": _path("M8 5l11 7-11 7z"),
    "pause": _path("M8.5 5.5v13", "M15.5 5.5v13"),
    "warning": _path("M12 4.2L21 19.5H3z", "M12 10v4.5") + f'<circle cx="12" cy="17" r="1.1"{_DOT}/>',
    "info": _RING + _path("M12 11.2v5") + f'<circle cx="12" cy="8" r="1.2"{_DOT}/>',
    "help": _RING + _path("M9.4 9.7a2.6 2.6 0 1 1 3.8 2.3c-.9.5-1.2 1-1.2 1.8")
    + f'<circle cx="12" cy="16.7" r="1.2"{_DOT}/>',
    "up": _path("M5.5 15L12 8.5l6.5 6.5"),
    "down": _path("M5.5 9l6.5 6.5L18.5 9"),
    "edit": _path("M4 20l1-4.5L16 4.5l3.5 3.5L8.5 19z", "M13.5 7l3.5 3.5"),
    "history": _path("M4 12a8.2 8.2 0 1 0 2.6-6", "M4 4v4.8h4.8", "M12 7.5V12l3.2 2"),
    "settings": _path("M4 7h9M18 7h2M4 17h3M12 17h8")
    + '<circle cx="15.5" cy="7" r="2.3"/><circle cx="9.5" cy="17" r="2.3"/>',
    "shield": _path("M12 3.5l7.5 2.8v5.2c0 4.5-3 7.6-7.5 9-4.5-1.4-7.5-4.5-7.5-9V6.3z", "M8.5 12l2.6 2.6 4.6-4.8"),
    "stick": _path("M8 9.5V4h8v5.5", "M6.5 9.5h11V18a2 2 0 0 1-2 2h-7a2 2 0 0 1-2-2z", "M10.7 6.5v.1M13.3 6.5v.1"),
}  # fmt: skip

ICON_NAMES = tuple(_SHAPES)


def icon(name: str, theme: Theme, role: str = "ink") -> QIcon:
    """The icon called `name`, one of `ICON_NAMES`, in the color of `role`; disabled and chosen forms included."""
    colors = {
        QIcon.Mode.Normal: theme.hex(role),
        QIcon.Mode.Active: theme.hex(role),
        QIcon.Mode.Disabled: theme.hex("disabled"),
        QIcon.Mode.Selected: theme.hex("on-select"),
    }
    return QIcon(_Drawing({mode: icon_svg(name, color, theme.hex("page")) for mode, color in colors.items()}))


def icon_svg(name: str, color: str, ground: str = "none") -> bytes:
    """The SVG of an icon with its stroke in `color`; `ground` fills what lies in front of other lines."""
    shape = _SHAPES[name].replace("{color}", color).replace("{ground}", ground)
    return (
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24" width="24" height="24" fill="none" '
        f'stroke="{color}" stroke-width="1.8" stroke-linecap="round" stroke-linejoin="round">{shape}</svg>'
    ).encode()


def application_icon() -> QIcon:
    """The icon of the application and its windows."""
    drawing = _application_svg()
    return QIcon(_Drawing(dict.fromkeys(QIcon.Mode, drawing)))


def application_icon_image(size: int) -> QImage:
    """The application's icon as a square picture, for packages that want files."""
    image = QImage(size, size, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    QSvgRenderer(QByteArray(_application_svg())).render(painter, QRectF(0, 0, size, size))
    painter.end()
    return image


def application_icon_png(size: int) -> bytes:
    """The application's icon as the bytes of a PNG file."""
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    application_icon_image(size).save(buffer, "PNG")  # type: ignore[call-overload]  # the stub names only file names
    return bytes(buffer.data().data())


@cache
def _application_svg() -> bytes:
    return (Path(__file__).parent / "app-icon.svg").read_bytes()


class _Drawing(QIconEngine):
    """Draws an SVG when it is needed, at the size that is needed."""

    _clones: ClassVar[list["_Drawing"]] = []

    def __init__(self, svg: Mapping[QIcon.Mode, bytes]) -> None:
        super().__init__()
        self._svg = svg

    def paint(self, painter: QPainter, rect: QRect, mode: QIcon.Mode, state: QIcon.State) -> None:
        QSvgRenderer(QByteArray(self._svg[mode])).render(painter, QRectF(rect))

    def pixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State) -> QPixmap:
        return self.scaledPixmap(size, mode, state, 1.0)

    def scaledPixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State, scale: float) -> QPixmap:
        picture = QPixmap(size * scale)
        picture.setDevicePixelRatio(scale)
        picture.fill(Qt.GlobalColor.transparent)
        painter = QPainter(picture)
        self.paint(painter, QRect(0, 0, size.width(), size.height()), mode, state)
        painter.end()
        return picture

    def clone(self) -> QIconEngine:
        # WORKAROUND: PySide 6.12 does not hand a clone over to Qt; without a reference it is freed under the icon.
        copy = _Drawing(self._svg)
        self._clones.append(copy)
        return copy

    def key(self) -> str:
        return "partnerships"

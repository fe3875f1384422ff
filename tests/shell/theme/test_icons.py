"""The icons: all there, tinted, crisp at every scale, and safe to copy."""

import gc

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QIcon, QImage, QPixmap

from partnerships.shell.theme.icons import ICON_NAMES, application_icon, application_icon_png, icon
from partnerships.shell.theme.theme import Theme

ASKED = [
    "back",
    "forward",
    "home",
    "menu",
    "search",
    "star",
    "star-filled",
    "print",
    "close",
    "plus",
    "minus",
    "check",
    "fold-left",
    "fold-right",
    "note",
    "bookmark",
    "copy",
    "external",
    "list",
    "map",
    "table",
    "sun",
    "moon",
    "contrast",
    "text-size",
    "filter",
    "sort",
    "download",
    "trash",
    "person",
    "calendar",
    "chart",
    "tool",
    "book",
    "play",
    "warning",
    "info",
    "up",
    "down",
    "edit",
    "history",
    "help",
]


def colors_of(picture: QImage) -> set[str]:
    points = ((x, y) for x in range(picture.width()) for y in range(picture.height()))
    return {color.name() for color in (picture.pixelColor(*point) for point in points) if color.alpha() == 255}


@pytest.mark.parametrize("name", ASKED)
def test_every_icon_is_drawn_in_the_color_of_its_role(qapp, name: str) -> None:
    theme = Theme.load("light")
    picture = icon(name, theme, "link").pixmap(QSize(48, 48)).toImage()
    assert theme.hex("link") in colors_of(picture)


def test_the_list_of_names_holds_all_that_was_asked_for() -> None:
    assert set(ASKED) <= set(ICON_NAMES)


@pytest.mark.parametrize("scale", [1.0, 1.5, 2.0, 3.0])
def test_an_icon_has_as_many_pixels_as_the_screen_shows(qapp, scale: float) -> None:
    picture = icon("home", Theme.load("dark")).pixmap(QSize(20, 20), scale)
    assert picture.size() == QSize(20, 20) * scale


def test_a_disabled_icon_has_the_disabled_color(qapp) -> None:
    theme = Theme.load("light")
    picture = icon("menu", theme).pixmap(QSize(48, 48), QIcon.Mode.Disabled).toImage()
    assert theme.hex("disabled") in colors_of(picture)


def test_a_changed_copy_of_an_icon_stays_alive(qapp) -> None:
    copy = QIcon(icon("home", Theme.load("light")))
    copy.addPixmap(QPixmap(4, 4))
    gc.collect()
    assert not copy.pixmap(QSize(24, 24)).isNull()


def test_the_application_icon_comes_in_every_size(qapp) -> None:
    assert application_icon().pixmap(QSize(16, 16)).size() == QSize(16, 16)
    assert QImage.fromData(application_icon_png(256)).size() == QSize(256, 256)

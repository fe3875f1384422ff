"""Links in groups: in as many columns as have room, none cut off, each opened by mouse and keyboard."""

import pytest
from PySide6.QtCore import Qt

from partnerships.shell.parts.links import Link, LinkGroup, LinkGroups
from partnerships.shell.theme.theme import Theme

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")
GROUPS = (
    LinkGroup(
        "First", tuple(Link(f"page-{n}", f"A title of some length that may need lines {n}", "3 min") for n in range(4))
    ),
    LinkGroup("Second", (Link("other", "Another", "2 min"),)),
    LinkGroup("Empty", ()),
)


@pytest.fixture
def links(qtbot) -> LinkGroups:
    widget = LinkGroups(Theme.load("light"), GROUPS, "grants")
    qtbot.addWidget(widget)
    widget.resize(900, 300)
    widget.show()
    qtbot.waitExposed(widget)
    return widget


def test_links_say_their_title_and_minutes(links: LinkGroups) -> None:
    assert [row.accessibleName() for row in links.rows][-1] == "Another, 2 min"
    assert len(links.rows) == 5


def test_a_link_opens_by_mouse_and_keyboard(qtbot, links: LinkGroups) -> None:
    with qtbot.waitSignal(links.chosen) as told:
        qtbot.mouseClick(links.rows[4], Qt.MouseButton.LeftButton)
    assert told.args == ["other"]
    with qtbot.waitSignal(links.chosen) as told:
        qtbot.keyClick(links.rows[0], Qt.Key.Key_Return)
    assert told.args == ["page-0"]


def test_groups_stand_side_by_side_where_there_is_room_and_else_below(qtbot, links: LinkGroups) -> None:
    first, other = links.rows[0], links.rows[4]
    qtbot.waitUntil(lambda: other.mapTo(links, other.rect().topLeft()).x() > first.geometry().right())
    links.resize(320, 600)
    qtbot.waitUntil(lambda: other.mapTo(links, other.rect().topLeft()).x() < 20)
    assert all(row.height() >= row.heightForWidth(row.width()) for row in links.rows)
    links.resize(900, 300)
    qtbot.waitUntil(lambda: other.mapTo(links, other.rect().topLeft()).x() > 200)

"""What assistive technology is told of a short text: its headings, links and lists, in order."""

import pytest
from PySide6.QtGui import QAccessible, QAccessibleInterface
from pytestqt.qtbot import QtBot

from partnerships.shell.parts.accessibility import text_interface
from partnerships.shell.parts.leaf import Leaf
from partnerships.shell.theme.theme import Theme

Role = QAccessible.Role
TEXT = '<h2>A term</h2><p>It means <a href="memphis-cit">what it says</a>.</p><ul><li>One form</li></ul>'


@pytest.fixture(params=[False, True], ids=["scrolls", "fits"])
def leaf(request: pytest.FixtureRequest, qtbot: QtBot) -> Leaf:
    """A text that scrolls, or one as tall as its words."""
    QAccessible.installFactory(text_interface)
    held = Leaf(Theme.load("light"), fits=request.param)
    qtbot.addWidget(held)
    held.resize(500, 400)
    held.show()
    qtbot.waitExposed(held)
    return held


def children(interface: QAccessibleInterface) -> list[tuple[QAccessible.Role, str]]:
    """Roles and names of what stands in a text."""
    held = (interface.child(place) for place in range(interface.childCount()))
    return [(child.role(), child.text(QAccessible.Text.Name)) for child in held if child is not None]


def test_headings_paragraphs_and_items_stand_in_order(leaf: Leaf) -> None:
    leaf.show_html(TEXT, "A term and its meaning")
    interface = QAccessible.queryAccessibleInterface(leaf)
    assert interface.text(QAccessible.Text.Name) == "A term and its meaning"
    assert children(interface) == [
        (Role.Heading, "A term"),
        (Role.Paragraph, "It means what it says."),
        (Role.ListItem, "One form"),
    ]


def test_a_link_stands_in_its_paragraph_and_on_the_screen(leaf: Leaf) -> None:
    leaf.show_html(TEXT, "A term")
    paragraph = QAccessible.queryAccessibleInterface(leaf).child(1)
    assert paragraph is not None
    assert children(paragraph) == [(Role.Link, "what it says")]
    link = paragraph.child(0)
    assert link is not None
    assert leaf.rect().contains(link.rect().translated(-leaf.mapToGlobal(leaf.rect().topLeft())).center())


def test_another_text_has_another_structure(leaf: Leaf) -> None:
    leaf.show_html(TEXT, "A term")
    interface = QAccessible.queryAccessibleInterface(leaf)
    assert interface.childCount() == 3
    leaf.show_html("<p>Nothing more.</p>", "Another")
    assert children(interface) == [(Role.Paragraph, "Nothing more.")]

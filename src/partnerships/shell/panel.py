"""What every panel is given, and what every panel says."""

from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from partnerships.library.edition import Edition
from partnerships.library.model import Address
from partnerships.shell.keeping import Keeper
from partnerships.shell.look import Look


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What a panel may use: the edition to read, the keeper of the notebook, the look."""

    edition: Edition
    keeper: Keeper
    look: Look


class Panel(QWidget):
    """One screen of the window.

    `chosen` carries an address to go to: a page's id with or without an anchor, a tool's id,
    `entry:id`, `term:id`, `event:id`, `section:id`, `guide:id`, `path:id`, or a place of the window such as
    `notebook`. `outward` carries a web address that a person asked for. `announced` carries
    words for assistive technology, such as "12 results".
    """

    chosen = Signal(Address)
    outward = Signal(str)
    announced = Signal(str)

    def __init__(self, surroundings: Surroundings, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.edition = surroundings.edition
        self.keeper = surroundings.keeper
        self.look = surroundings.look

    def open(self, address: Address) -> None:
        """Show what is at `address`; a panel with one screen need do nothing."""

    def print_html(self) -> str:
        """What this panel prints, as HTML; nothing where there is nothing to print."""
        return ""

"""What opens over or beside the window: search, dialogs, the printer. Each is loaded when first used."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject
from shiboken6 import isValid

from partnerships.base.errors import Trouble
from partnerships.base.places import Places
from partnerships.library.model import Address
from partnerships.shell.jobs import Lane
from partnerships.shell.panel import Panel, Surroundings

if TYPE_CHECKING:
    from partnerships.shell.copying.dialog import CopyDialog
    from partnerships.shell.finding.panel import FindPanel
    from partnerships.shell.window import Window


def _no_picture(name: str, width: int, ratio: float) -> None:
    return None


class Doors(QObject):
    """Opens what the window does not hold itself. `enter` must be called with the window first."""

    def __init__(self, surroundings: Surroundings, places: Places, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._surroundings, self._places = surroundings, places
        self._lane = Lane("search", self)
        self._long = Lane("long", self)
        self._copies = Lane("copies", self)
        self._find: FindPanel | None = None
        self._copy: CopyDialog | None = None
        self._window: Window

    def enter(self, window: Window) -> None:
        """Say which window these doors belong to."""
        self._window = window

    def close(self) -> None:
        """End the lanes; copies that are being made are stopped."""
        if self._copy is not None and isValid(self._copy):
            self._copy.copier.stop()
        self._copies.close()
        self._lane.close()
        self._long.close()

    def search(self, typed: str = "") -> None:
        """Open the search over the window, with what was typed already."""
        if self._find is None:
            from partnerships.shell.finding.panel import FindPanel

            self._find = FindPanel(self._surroundings, self._finder, self._lane, self._window)
            self._find.chosen.connect(self._window.go)
            self._find.announced.connect(self._window.announce)
        self._find.open_over(self._window.rect(), typed)

    def _finder(self) -> Callable[..., object]:
        """The search itself; made on its lane, since its index belongs to one thread."""
        from partnerships.search.finder import Finder

        return Finder(self._places.index).find

    def window_resized(self) -> None:
        """Keep the search over the whole window."""
        if self._find is not None and self._find.isVisible():
            self._find.setGeometry(self._window.rect())

    def outward(self, address: str) -> None:
        """Show a web address with its QR code; it opens only after a yes."""
        from partnerships.shell.dialogs.outward import OutwardDialog

        OutwardDialog(address, self._surroundings.look, self._window).open()

    def shortcuts(self) -> None:
        """Show all keys."""
        from partnerships.shell.dialogs.keys import KeysDialog

        KeysDialog(self._surroundings.look, self._window).open()

    def about(self) -> None:
        """Show what this is."""
        from partnerships.shell.dialogs.about import AboutDialog

        AboutDialog(self._surroundings, self._window).open()

    def tour(self) -> None:
        """Show the tour."""
        from partnerships.shell.dialogs.tour import Tour

        self._window.go(Address("home"))
        Tour(self._surroundings.look, self._window).start()

    def verify(self) -> None:
        """Check this copy against its manifest."""
        from partnerships.shell.dialogs.verify import VerifyDialog

        VerifyDialog(self._places.library, self._long, self._window).open()

    def copy(self) -> None:
        """Copy to USB. Reading goes on beside it, so there is one dialog at a time."""
        if self._copy is None or not isValid(self._copy):
            from partnerships.shell.copying.dialog import CopyDialog

            self._copy = CopyDialog(self._places, self._surroundings.look, self._copies, self._window)
            self._copy.announced.connect(self._window.announce)
        self._copy.show()
        self._copy.activateWindow()

    def print(self, panel: Panel) -> None:
        """Show the print preview of a panel."""
        from partnerships.shell.printing import Preview

        html = panel.print_html()
        if html:
            picture = getattr(panel, "picture", _no_picture)
            Preview(html, self._window.windowTitle(), picture, self._window).open()

    def pdf(self, panel: Panel, name: str) -> None:
        """Write what a panel prints to a PDF file."""
        from partnerships.shell.printing import write_pdf

        try:
            write_pdf(
                panel.print_html(), self._window.windowTitle(), getattr(panel, "picture", _no_picture), Path(name)
            )
        except Trouble as trouble:
            self._window.banner.say(str(trouble), "warning")
            return
        words = QCoreApplication.translate(
            "Doors", "Saved as “{name}”. A PDF for paper has no tags: for a screen reader, send the page itself."
        )
        self._window.banner.say(words.format(name=Path(name).name), "note")

"""Which panel shows which address, and how each is made.

Panels are imported here when they are first needed, and only here: the home screen is painted
before the reading screen, the forms or the search are loaded.
"""

from collections.abc import Callable

from partnerships.library.model import Address
from partnerships.shell.panel import Panel, Surroundings

_FIXED = {
    "home": "home",
    "notebook": "notebook",
    "feedback": "notebook",
    "history": "notebook",
    "section:introduction": "introduction",
    "section:grants": "grants",
    "section:cases": "cases",
    "section:toolkit": "toolkit",
    "section:desk": "desk",
}
_PATH = "path:"
_DESK = ("entry:", "term:", "event:", "guide:", "desk:")


def panel_of(address: Address, tools: frozenset[str]) -> str:
    """The name of the panel that shows `address`."""
    if address.id in _FIXED:
        return _FIXED[address.id]
    if address.id.startswith(_DESK):
        return "desk"
    if address.id.startswith(_PATH):
        return "introduction"
    return "toolkit" if address.id in tools else "reading"


def _home(surroundings: Surroundings) -> Panel:
    from partnerships.shell.street.home import HomePanel

    return HomePanel(surroundings)


def _reading(surroundings: Surroundings) -> Panel:
    from PySide6.QtGui import QAccessible

    from partnerships.shell.parts.accessibility import text_interface
    from partnerships.shell.reading.panel import ReadingPanel

    QAccessible.installFactory(text_interface)  # before the first text exists
    return ReadingPanel(surroundings)


def _introduction(surroundings: Surroundings) -> Panel:
    from partnerships.shell.introduction.panel import IntroductionPanel

    return IntroductionPanel(surroundings)


def _grants(surroundings: Surroundings) -> Panel:
    from partnerships.shell.grants.panel import GrantsPanel

    return GrantsPanel(surroundings)


def _cases(surroundings: Surroundings) -> Panel:
    from partnerships.shell.cases.panel import CasesPanel

    return CasesPanel(surroundings)


def _toolkit(surroundings: Surroundings) -> Panel:
    from partnerships.shell.toolkit.panel import ToolkitPanel

    return ToolkitPanel(surroundings)


def _desk(surroundings: Surroundings) -> Panel:
    from PySide6.QtGui import QAccessible

    from partnerships.shell.desk.panel import DeskPanel
    from partnerships.shell.parts.accessibility import text_interface

    QAccessible.installFactory(text_interface)  # before the first text exists
    return DeskPanel(surroundings)


def _notebook(surroundings: Surroundings) -> Panel:
    from partnerships.shell.notebook.panel import NotebookPanel

    return NotebookPanel(surroundings)


MAKERS: dict[str, Callable[[Surroundings], Panel]] = {
    "home": _home,
    "reading": _reading,
    "introduction": _introduction,
    "grants": _grants,
    "cases": _cases,
    "toolkit": _toolkit,
    "desk": _desk,
    "notebook": _notebook,
}

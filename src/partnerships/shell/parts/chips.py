"""Small labels in pills: plain words, evidence levels, results, statuses. The words say it; the color repeats it."""

from collections.abc import Iterable, Mapping
from functools import partial

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from partnerships.library.model import Evidence, ProgramStatus, Result
from partnerships.shell.parts.flow import FlowLayout

TONES: Mapping[str, str] = {
    "plain": "plain",
    "controlled": "good",
    "before-after": "fair",
    "self-reported": "none",
    "not-evaluated": "none",
    "worked": "good",
    "faded": "warn",
    "mixed": "fair",
    "no-effect": "bad",
    "unknown": "none",
    "running": "good",
    "uncertain": "warn",
    "ended": "none",
    "info": "info",
}


class Chip(QLabel):
    """One pill. `kind` is a key of `TONES`: an evidence level, a result, a status, or plain."""

    def __init__(self, text: str, kind: str = "plain", parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        self.setObjectName("chip")
        self.setProperty("tone", TONES[kind])
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)


class ChipRow(QWidget):
    """Chips side by side, in as many rows as the width asks for."""

    def __init__(self, chips: Iterable[Chip] = (), parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._flow = FlowLayout(self)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.show_chips(chips)

    def show_chips(self, chips: Iterable[Chip]) -> None:
        """Show these chips instead of those shown so far."""
        self._flow.clear()
        for chip in chips:
            self._flow.addWidget(chip)


def value_words(value: Evidence | Result | ProgramStatus) -> str:
    """The words for an evidence level, a result or a status."""
    say = partial(QCoreApplication.translate, "Chip")
    return {
        "controlled": say("Controlled"),
        "before-after": say("Before–after"),
        "self-reported": say("Self-reported"),
        "not-evaluated": say("Not evaluated"),
        "worked": say("Worked"),
        "faded": say("Worked, then faded"),
        "mixed": say("Mixed result"),
        "no-effect": say("No effect"),
        "unknown": say("Result unknown"),
        "running": say("Running"),
        "uncertain": say("Uncertain"),
        "ended": say("Ended"),
    }[value]


def value_chip(value: Evidence | Result | ProgramStatus) -> Chip:
    """The chip for an evidence level, a result or a status, with its words and its tone."""
    return Chip(value_words(value), value)

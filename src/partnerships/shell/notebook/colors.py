"""A row of chips by which highlights are narrowed to one color."""

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import QButtonGroup, QPushButton, QWidget

from partnerships.notebook.model import COLORS
from partnerships.shell.look import Look
from partnerships.shell.parts.flow import FlowLayout
from partnerships.shell.parts.markers import color_words, swatch


class ColorChoice(QWidget):
    """`color` is the marker that was chosen, or nothing for all; `chosen` says that it is another."""

    chosen = Signal()

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._group = QButtonGroup(self)
        self.chips: dict[str, QPushButton] = {}
        flow = FlowLayout(self)
        for color in ("", *COLORS):
            chip = QPushButton(color_words(color) if color else self.tr("All colors"), self)
            chip.setProperty("role", "chip")
            chip.setCheckable(True)
            chip.setAccessibleName(
                self.tr("Only highlights in {color}").format(color=color_words(color)) if color else chip.text()
            )
            self.chips[color] = chip
            self._group.addButton(chip)
            flow.addWidget(chip)
        self.chips[""].setChecked(True)
        self._group.buttonClicked.connect(lambda _: self.chosen.emit())
        look.changed.connect(self._restyle)
        self._restyle()

    @property
    def color(self) -> str:
        """The marker that was chosen, or nothing for all."""
        return next((color for color, chip in self.chips.items() if chip.isChecked()), "")

    def _restyle(self) -> None:
        size = self._look.scaled(15)
        for color, chip in self.chips.items():
            if color:
                chip.setIcon(swatch(self._look.theme, color, size))
                chip.setIconSize(QSize(size, size))

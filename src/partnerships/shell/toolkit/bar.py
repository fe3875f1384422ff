"""The line at the top of the toolkit: which partnership is in work, the bin, and what has no room beside a form."""

from PySide6.QtCore import Signal, SignalInstance
from PySide6.QtWidgets import QComboBox, QFrame, QLabel, QPushButton, QWidget

from partnerships.notebook.model import Partnership
from partnerships.shell.look import Look
from partnerships.shell.parts.flow import FlowLayout

_NEW = -1


class ToolkitBar(QFrame):
    """`partnership_chosen` carries an id or nothing for all sheets; the other signals say which button was pressed."""

    partnership_chosen = Signal(object)
    new_wanted = Signal()
    details_wanted = Signal()
    binder_wanted = Signal()
    update_wanted = Signal()
    bin_wanted = Signal()
    tools_wanted = Signal(bool)
    side_wanted = Signal(bool)

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._shown: int | None = None
        self._names: tuple[tuple[int, str], ...] = ()
        self.setProperty("role", "bar")
        self.setAccessibleName(self.tr("Partnership and sheets"))
        label = QLabel(self.tr("Partnership"))
        label.setObjectName("quiet")
        self.chooser = QComboBox()
        self.chooser.setAccessibleName(self.tr("Partnership in work"))
        self.chooser.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self.chooser.activated.connect(self._choose)
        label.setBuddy(self.chooser)
        self.details = self._button(self.tr("Details"), self.details_wanted)
        self.binder = self._button(self.tr("Binder"), self.binder_wanted)
        self.update_ = self._button("", self.update_wanted)
        self.update_.setProperty("role", "chip")
        self.bin = self._button("", self.bin_wanted)
        self.tools = self._turner(self.tr("Tools"), self.tools_wanted)
        self.side = self._turner(self.tr("This sheet"), self.side_wanted)
        layout = FlowLayout(self, across=8, down=4)
        layout.setContentsMargins(18, 6, 18, 6)
        buttons = (self.details, self.binder, self.update_, self.bin, self.side)
        for widget in (self.tools, label, self.chooser, *buttons):
            layout.addWidget(widget)
        self.show_partnerships((), None)
        self.show_bin(0)
        self.show_updates(0)

    def _button(self, words: str, signal: SignalInstance) -> QPushButton:
        button = QPushButton(words)
        button.setProperty("role", "quiet")
        button.clicked.connect(lambda _=False: signal.emit())
        return button

    def _turner(self, words: str, signal: SignalInstance) -> QPushButton:
        button = QPushButton(words)
        button.setCheckable(True)
        button.setProperty("section", "toolkit")
        button.clicked.connect(signal)
        button.hide()
        return button

    def show_partnerships(self, partnerships: tuple[Partnership, ...], chosen: int | None) -> None:
        """Show what can be chosen and what is."""
        names = tuple((partnership.id, partnership.known.name) for partnership in partnerships)
        if (names, chosen) == (self._names, self._shown) and self.chooser.count():
            return  # a list that is open just now stays open
        self._names, self._shown = names, chosen
        self.chooser.clear()
        self.chooser.addItem(self.tr("All sheets"), None)
        for number, name in names:
            self.chooser.addItem(name, number)
        self.chooser.insertSeparator(self.chooser.count())
        self.chooser.addItem(self.tr("Name a partnership…"), _NEW)
        self.chooser.setCurrentIndex(max(0, self.chooser.findData(chosen)) if chosen is not None else 0)
        for button in (self.details, self.binder):
            button.setVisible(chosen is not None)

    def show_bin(self, number: int) -> None:
        """Show how many sheets are in the bin."""
        self.bin.setText(self.tr("Bin: %n sheet(s)", "", number))
        self.bin.setVisible(number > 0)

    def show_updates(self, number: int) -> None:
        """Offer to bring open sheets up to date, if there are any that say less than is known."""
        self.update_.setText(self.tr("Update %n open sheet(s)…", "", number))
        self.update_.setVisible(number > 0)

    def show_turners(self, tools: bool, side: bool) -> None:
        """Offer the list of tools, or the side of the sheet, where they have no room beside the form."""
        self.tools.setVisible(tools)
        self.side.setVisible(side)

    def show_turned(self, tools: bool, side: bool) -> None:
        """Show which of the two stands in the form's place."""
        self.tools.setChecked(tools)
        self.side.setChecked(side)

    def _choose(self) -> None:
        chosen = self.chooser.currentData()
        if chosen == _NEW:
            self.show_again()
            self.new_wanted.emit()
        else:
            self.partnership_chosen.emit(chosen)

    def show_again(self) -> None:
        """Show what is in work, after something else was pointed at."""
        place = self.chooser.findData(self._shown) if self._shown is not None else 0
        self.chooser.setCurrentIndex(max(0, place))

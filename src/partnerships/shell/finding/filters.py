"""The filters in force as chips, each closed by a click, by Enter or by Delete."""

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

from partnerships.library.edition import Edition
from partnerships.search.hits import Chip
from partnerships.shell.page_words import evidence_words
from partnerships.shell.parts.flow import FlowLayout
from partnerships.shell.vocabulary import setting_words


class FilterChip(QPushButton):
    """One filter; Delete and Backspace press it too."""

    def __init__(self, words: str, parent: QWidget) -> None:
        super().__init__(f"{words.replace('&', '&&')}  ✕", parent)
        self.setProperty("role", "chip")
        self.setAccessibleName(self.tr("Take away: {filter}").format(filter=words))
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Close by keyboard."""
        if event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace, Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
            return
        super().keyPressEvent(event)


class FilterRow(QWidget):
    """All filters in force. `closed` carries the one that is to go."""

    closed = Signal(object)  # Chip

    def __init__(self, words: Callable[[Chip], str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = words
        self._chips: tuple[Chip, ...] = ()
        self._flow = FlowLayout(self)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setAccessibleName(self.tr("Filters"))
        self.hide()

    def show_chips(self, chips: tuple[Chip, ...]) -> None:
        """Show these; a row of the same chips stays, and so does the keyboard in it."""
        if chips != self._chips:
            self._chips = chips
            self._flow.clear()
            for chip in chips:
                button = FilterChip(self._words(chip), self)
                button.clicked.connect(lambda _checked, chip=chip: self.closed.emit(chip))
                self._flow.addWidget(button)
        self.setVisible(bool(chips))

    def buttons(self) -> list[FilterChip]:
        """The chips as they stand, from left to right."""
        items = [self._flow.itemAt(place) for place in range(self._flow.count())]
        widgets = [item.widget() for item in items if item is not None]
        return [widget for widget in widgets if isinstance(widget, FilterChip)]


def chip_words(edition: Edition) -> Callable[[Chip], str]:
    """What a chip says, with the library's own names for sections and topics."""
    tr = QCoreApplication.translate
    names = {
        "section": tr("FindPanel", "Section"),
        "in": tr("FindPanel", "In"),
        "kind": tr("FindPanel", "Kind"),
        "group": tr("FindPanel", "Group"),
        "topic": tr("FindPanel", "Topic"),
        "setting": tr("FindPanel", "Setting"),
        "state": tr("FindPanel", "State"),
        "evidence": tr("FindPanel", "Evidence"),
        "result": tr("FindPanel", "Result"),
        "status": tr("FindPanel", "Status"),
        "match": tr("FindPanel", "Match"),
        "applicant": tr("FindPanel", "Applicant"),
        "pays-for": tr("FindPanel", "Pays for"),
        "year": tr("FindPanel", "Year"),
    }
    values: dict[str, dict[str, str]] = {
        "section": {section.id: section.title for section in edition.about.sections},
        "topic": {topic.id: topic.title for topic in edition.about.topics},
        "evidence": {**evidence_words()},
        "setting": setting_words(),
    }

    def words(chip: Chip) -> str:
        if chip.name == "phrase":
            quoted = f"“{chip.value}”"
            return tr("FindPanel", "Without {words}").format(words=quoted) if chip.excluded else quoted
        if chip.name == "word":
            return tr("FindPanel", "Without {words}").format(words=chip.value)
        said = f"{names.get(chip.name, chip.name)}: {values.get(chip.name, {}).get(chip.value, chip.value)}"
        if not chip.known:
            return tr("FindPanel", "{filter} (not in this library)").format(filter=said)
        return tr("FindPanel", "Not {filter}").format(filter=said) if chip.excluded else said

    return words


def without(typed: str, chip: Chip) -> str:
    """What was typed, the part that made a chip cut out."""
    place = typed.find(chip.typed)
    if place < 0 or not chip.typed:
        return typed
    return " ".join(f"{typed[:place]} {typed[place + len(chip.typed) :]}".split())

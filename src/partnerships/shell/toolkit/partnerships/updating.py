"""Offers to bring the open sheets of a partnership up to date, after what is known of it was changed."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QDialog, QLabel, QPushButton, QScrollArea, QVBoxLayout, QWidget

from partnerships.notebook.known import Update
from partnerships.publishing.sheets.words import told, told_rows
from partnerships.shell.look import Look
from partnerships.shell.parts.flow import FlowLayout
from partnerships.shell.toolkit.partnerships.control import Offer
from partnerships.shell.toolkit.words import sheet_words

_WIDTH, _HEIGHT = 560, 460  # at 100 % text
_SHORT = 90  # letters of an answer that are shown


class UpdateDialog(QDialog):
    """`decided` carries the offers that a person takes."""

    decided = Signal(object)

    def __init__(self, offers: tuple[Offer, ...], look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self._offers = offers
        self.setWindowTitle(self.tr("Update open sheets"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        lead = QLabel(
            self.tr(
                "You changed what is known of this partnership. %n open sheet(s) can be brought up to date:",
                "",
                len(offers),
            )
        )
        lead.setWordWrap(True)
        quiet = QLabel(self.tr("What you wrote differently by hand is left as it is."))
        quiet.setObjectName("quiet")
        quiet.setWordWrap(True)
        self.ticks = [self._tick(offer) for offer in offers]
        update = QPushButton(self.tr("Update the ticked sheets"))
        update.setProperty("role", "primary")
        update.setProperty("section", "toolkit")
        update.setDefault(True)
        update.clicked.connect(self._take)
        leave = QPushButton(self.tr("Leave them as they are"))
        leave.clicked.connect(self._leave)
        buttons = FlowLayout(across=10)
        for button in (update, leave):
            buttons.addWidget(button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(22, 20, 22, 20)
        layout.setSpacing(10)
        layout.addWidget(lead)
        layout.addWidget(quiet)
        layout.addWidget(self._list(), 1)
        layout.addLayout(buttons)
        self.resize(look.scaled(_WIDTH), min(look.scaled(_HEIGHT), parent.window().height() - 40))

    def _tick(self, offer: Offer) -> QCheckBox:
        name = offer.sheet.name
        title = offer.tool.title if name == offer.tool.title else f"{offer.tool.title}: {name}"
        tick = QCheckBox(title)
        tick.setProperty("section", "toolkit")
        tick.setChecked(True)
        return tick

    def _list(self) -> QScrollArea:
        holder = QWidget()
        holder.setObjectName("scrolled")
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, 0, 8, 0)
        for tick, offer in zip(self.ticks, self._offers, strict=True):
            column.addWidget(tick)
            lines = QLabel("\n".join(_line(update) for update in offer.updates))
            lines.setObjectName("quiet")
            lines.setTextFormat(Qt.TextFormat.PlainText)
            lines.setWordWrap(True)
            lines.setContentsMargins(30, 0, 0, 6)
            tick.setAccessibleDescription(lines.text())
            column.addWidget(lines)
        column.addStretch(1)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setWidget(holder)
        return area

    def _take(self) -> None:
        taken = tuple(o for tick, o in zip(self.ticks, self._offers, strict=True) if tick.isChecked())
        self.accept()
        self.decided.emit(taken)

    def _leave(self) -> None:
        self.accept()
        self.decided.emit(())


def _line(update: Update) -> str:
    """What is new in an answer; of a table only the rows that are."""
    words = sheet_words()
    if update.field.kind == "table":
        before = told_rows(update.field, update.before, words)
        new = [row for row in told_rows(update.field, update.after, words) if row not in before]
        return f"{update.field.label}: + {'; '.join(', '.join(filter(None, row)) for row in new)}"
    said = (_short(told(update.field, answer, words)) for answer in (update.before, update.after))
    return f"{update.field.label}: {' → '.join(said)}"


def _short(text: str) -> str:
    line = "; ".join(text.split("\n")) or "–"
    return line if len(line) <= _SHORT else f"{line[: _SHORT - 1]}…"

"""The glossary: an A–Z bar, the terms, and what the chosen one means."""

from PySide6.QtCore import QModelIndex, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QPushButton, QStackedWidget, QVBoxLayout, QWidget

from partnerships.base.errors import EditionTrouble
from partnerships.library.model import Address, Term
from partnerships.library.text import plain
from partnerships.shell.desk.pages import ask_html, term_html, terms_html
from partnerships.shell.desk.spread import SpreadPanel
from partnerships.shell.look import Look
from partnerships.shell.panel import Surroundings
from partnerships.shell.parts.empty import EmptyState
from partnerships.shell.parts.flow import FlowLayout
from partnerships.shell.parts.title_list import Row, TitleList

GLOSSARY = Address("desk:glossary")
_SHARE = 0.54  # of the width, for what a term means
_LETTERS = "#ABCDEFGHIJKLMNOPQRSTUVWXYZ"


def letter_of(term: Term) -> str:
    """The letter under which a term stands; "#" for a number."""
    first = term.term[:1].upper()
    return first if first in _LETTERS else "#"


def term_rows(terms: tuple[Term, ...]) -> tuple[Row, ...]:
    """The terms under their letters, each with its other forms."""
    rows: list[Row] = []
    letter = ""
    for term in sorted(terms, key=lambda held: (_LETTERS.index(letter_of(held)), held.term.casefold())):
        if letter_of(term) != letter:
            letter = letter_of(term)
            rows.append(Row(letter))
        rows.append(Row(term.term, term.id, ", ".join(term.also)))
    return tuple(rows)


def matching(terms: tuple[Term, ...], typed: str) -> tuple[Term, ...]:
    """The terms that hold every word typed, in their names or in what they mean."""
    words = typed.casefold().split()

    def text(term: Term) -> str:
        return " ".join((term.term, *term.also, plain(term.meaning))).casefold()

    return tuple(term for term in terms if all(word in text(term) for word in words))


class _Letter(QPushButton):
    """A square button of one letter."""

    def __init__(self, letter: str, look: Look, parent: QWidget) -> None:
        super().__init__(letter, parent)
        self._look = look
        self.setProperty("role", "square")
        self.setAccessibleName(self.tr("Terms with {letter}").format(letter=letter))

    def sizeHint(self) -> QSize:
        side = self._look.scaled(30)
        return QSize(side, side)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """The arrow keys are the bar's: a button of Qt would go to the next tab stop."""
        if event.key() in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            event.ignore()
            return
        super().keyPressEvent(event)


class LetterBar(QWidget):
    """The letters in rows. One tab stop; the arrow keys go from letter to letter. `chosen` carries a letter."""

    chosen = Signal(str)

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(self.tr("Letters"))
        flow = FlowLayout(self, 2, 2)
        self.buttons: dict[str, QPushButton] = {}
        for letter in _LETTERS:
            button = _Letter(letter, look, self)
            button.clicked.connect(lambda _=False, held=letter: self.chosen.emit(held))
            flow.addWidget(button)
            self.buttons[letter] = button

    def show_letters(self, letters: frozenset[str]) -> None:
        """Only these letters have terms."""
        first = True
        for letter, button in self.buttons.items():
            button.setEnabled(letter in letters)
            stop = first and letter in letters
            button.setFocusPolicy(Qt.FocusPolicy.StrongFocus if stop else Qt.FocusPolicy.ClickFocus)
            first = first and not stop

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Left and right go from letter to letter."""
        step = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}.get(Qt.Key(event.key()), 0)
        live = [button for button in self.buttons.values() if button.isEnabled()]
        here = next((place for place, button in enumerate(live) if button.hasFocus()), -1)
        if step and here >= 0 and 0 <= here + step < len(live):
            live[here].setFocusPolicy(Qt.FocusPolicy.ClickFocus)
            live[here + step].setFocusPolicy(Qt.FocusPolicy.StrongFocus)
            live[here + step].setFocus(Qt.FocusReason.OtherFocusReason)
            return
        super().keyPressEvent(event)


class GlossaryPanel(SpreadPanel):
    """Shows terms. Typing a letter anywhere but in the filter jumps to it."""

    def __init__(self, surroundings: Surroundings, parent: QWidget | None = None) -> None:
        super().__init__(surroundings, GLOSSARY, _SHARE, parent=parent)
        self._terms = tuple(self.edition.terms.values())
        self.filter = QLineEdit(self)
        self.filter.setPlaceholderText(self.tr("Filter the terms"))
        self.filter.setAccessibleName(self.tr("Filter the glossary"))
        self.filter.setClearButtonEnabled(True)
        self.letters = LetterBar(self.look, self)
        self.list = TitleList(self.look.theme, "desk", parent=self)
        self.list.setProperty("role", "")
        self.list.setAccessibleName(self.tr("Terms"))
        self._empty = EmptyState(
            self.look.theme, self.tr("No term has these words."), self.tr("Show all terms"), "search", "desk"
        )
        self._count = QLabel(self)
        self._count.setObjectName("quiet")
        self._lay_out()
        self._connect()
        self._restyle()
        self._find()

    def _lay_out(self) -> None:
        heading = QLabel(self.tr("Glossary"), self)
        heading.setObjectName("heading1")
        heading.setProperty("section", "desk")
        self._found = QStackedWidget(self)
        self._found.addWidget(self.list)
        self._found.addWidget(self._empty)
        main = QVBoxLayout(self.main)
        main.setContentsMargins(24, 18, 24, 16)
        main.setSpacing(8)
        for widget in (heading, self.filter, self.letters, self._count):
            main.addWidget(widget)
        main.addWidget(self._found, 1)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.spread)

    def _connect(self) -> None:
        self.filter.textChanged.connect(lambda _: self._find(tell=True))
        self.letters.chosen.connect(self.jump)
        self.list.chosen.connect(lambda key: self.chosen.emit(Address(GLOSSARY.id, key)))
        self.list.selectionModel().currentChanged.connect(self._passed)
        self._empty.acted.connect(self.filter.clear)
        self.look.changed.connect(self._restyle)

    def open(self, address: Address) -> None:
        """Show a term, named by `term:id` or as the anchor, or the list as it was left."""
        name = address.id.removeprefix("term:") if address.id.startswith("term:") else address.anchor
        self.opened = address if not name else Address(GLOSSARY.id, name)
        if not name:
            self._show_no_term()
            return
        if name not in self.edition.terms:
            raise EditionTrouble(f"There is no term “{name}” in this edition.", "Search for its title instead.")
        if self._place_of(name) < 0:
            self.filter.clear()
        self._show_term(self.edition.terms[name])
        self.list.set_current(name)
        if self.spread.is_narrow:
            self.spread.detail.leaf.setFocus()

    def _show_term(self, term: Term) -> None:
        self.show_row(Address(GLOSSARY.id, term.id), term_html(term, self.edition), term.term)

    def _show_no_term(self) -> None:
        was_in_detail = self.spread.is_narrow and self.shown is not None
        self.show_none(
            ask_html(
                self.tr("Choose a term"),
                self.tr("Its meaning, sources and related pages then stand here. Type a letter to jump to it."),
            )
        )
        if was_in_detail:
            self.list.setFocus()

    def _passed(self, current: QModelIndex) -> None:
        """Show the term that the arrow keys have reached, where it does not hide the list."""
        key = self.list.row(current.row()).key if current.isValid() else ""
        if key and self.list.hasFocus() and not self.spread.is_narrow:
            self._show_term(self.edition.terms[key])

    def _find(self, tell: bool = False) -> None:
        found = matching(self._terms, self.filter.text())
        current = self.shown.anchor if self.shown is not None else ""
        self.list.show_rows(term_rows(found), current)
        self.letters.show_letters(frozenset(letter_of(term) for term in found))
        self._found.setCurrentWidget(self.list if found else self._empty)
        words = self.tr("%n term(s)", "", len(found))
        self._count.setText(words)
        if tell:
            self.announced.emit(words)

    def _place_of(self, term: str) -> int:
        keys = [self.list.row(place).key for place in range(self.list.count())]
        return keys.index(term) if term in keys else -1

    def jump(self, letter: str) -> None:
        """Go to the first term of a letter."""
        for place in range(self.list.count() - 1):
            if not self.list.row(place).key and self.list.row(place).title == letter:
                self.list.setFocus(Qt.FocusReason.OtherFocusReason)
                self.list.setCurrentIndex(self.list.model().index(place + 1, 0))
                self.list.scrollTo(self.list.model().index(place, 0), TitleList.ScrollHint.PositionAtTop)
                return

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """A letter jumps to its terms, wherever the keyboard is but in the filter."""
        letter = event.text().upper()
        if letter and letter in _LETTERS and not event.modifiers() & ~Qt.KeyboardModifier.ShiftModifier:
            self.jump(letter)
            return
        super().keyPressEvent(event)

    def print_html(self) -> str:
        """The chosen term, or all that are shown."""
        if self.shown is not None:
            return self.spread.detail.leaf.html
        keys = (self.list.row(place).key for place in range(self.list.count()))
        terms = (self.edition.terms[key] for key in keys if key)
        return terms_html(self.tr("Glossary"), terms)

    def _restyle(self) -> None:
        self.list.restyle(self.look.theme, self.look.text_size, "desk")
        self._empty.show_theme(self.look.theme)

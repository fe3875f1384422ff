"""The notebook's screen: its parts at left, what is in one of them, and the chosen entry in full."""

import html

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QResizeEvent, QShortcut, QShowEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QHBoxLayout, QLabel, QLineEdit, QPushButton, QVBoxLayout, QWidget

from partnerships.library.model import Address
from partnerships.notebook.finding import COUNTED, Entry, Found
from partnerships.shell.notebook.colors import ColorChoice
from partnerships.shell.notebook.detail import Detail
from partnerships.shell.notebook.feedback import FeedbackForm, as_html
from partnerships.shell.notebook.model import Part, entry_slip, key_of, parts, state_slips, target_of
from partnerships.shell.notebook.rechecking import Rechecking
from partnerships.shell.notebook.removing import Removing
from partnerships.shell.notebook.writing import Writing
from partnerships.shell.page_words import page_words
from partnerships.shell.panel import Panel, Surroundings
from partnerships.shell.parts.empty import EmptyState
from partnerships.shell.parts.slips import Slip, SlipList
from partnerships.shell.parts.title_list import Row, TitleList

_SIDE = 232  # widths at 100 % text, pixels
_WIDE = 760  # from which the chosen entry stands beside the list
_FIRST, _MORE = 100, 400  # entries shown at first, and after asking for more
_MORE_KEY = "more"


class NotebookPanel(Panel):
    """Everything that the reader has kept. `search_wanted` carries a search of the library to do again."""

    can_print = True
    search_wanted = Signal(str)
    print_wanted = Signal()

    def __init__(self, surroundings: Surroundings, parent: QWidget | None = None) -> None:
        super().__init__(surroundings, parent)
        self._parts = {part.id: part for part in parts()}
        self._part = self._parts["all"]
        self._counts: dict[str, int] = {}
        self._entries: dict[str, Entry] = {}
        self._total = 0
        self._limit = _FIRST
        self._wants_focus = False  # the list has the keyboard as soon as there is something in it
        self._removing = Removing(self.keeper)
        self._rechecking: Rechecking | None = None
        self.parts_list = TitleList(self.look.theme, "notebook", parent=self)
        self.parts_list.setAccessibleName(self.tr("Parts of your notebook"))
        self.parts_list.chosen.connect(self._show_part)
        self._title = QLabel(self)
        self._title.setObjectName("heading1")
        self.search = QLineEdit(self)
        self.search.setPlaceholderText(self.tr("Search your notebook"))
        self.search.setAccessibleName(self.tr("Search your notebook"))
        self.search.setClearButtonEnabled(True)
        self.search.textChanged.connect(self._narrow)
        self.colors = ColorChoice(self.look, self)
        self.colors.chosen.connect(self._narrow)
        self.rows = SlipList(self.look, (1, 2, 1), quick=True, opens_on_click=False, parent=self)
        self.rows.chosen.connect(self._open_row)
        self.rows.pointed.connect(self._show_detail)
        self.detail = Detail(self.look, self)
        self.detail.open_wanted.connect(lambda: self._open_row(self.rows.current_key()))
        self.detail.remove_wanted.connect(self.remove_current)
        self.detail.copied.connect(lambda: self.announced.emit(self.tr("Copied")))
        self.empty = EmptyState(self.look.theme, "", parent=self)
        self.feedback = FeedbackForm(self.edition, self.keeper, self)
        self.writing = Writing(surroundings, self)
        self.writing.announced.connect(self.announced)
        self.restore = QPushButton(self.tr("Bring back what was removed"), self)
        self.restore.setProperty("role", "link")
        self.restore.clicked.connect(self._bring_back)
        self._print = QPushButton(self.tr("Print"), self)
        self._print.clicked.connect(self.print_wanted)
        self._lay_out()
        for widget in (self._kept, self.empty, self.search, self.colors, self.restore, self.feedback):
            widget.hide()  # until the notebook has answered
        shortcut = QShortcut(QKeySequence(QKeySequence.StandardKey.Find), self)
        shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        shortcut.activated.connect(self.search.setFocus)
        self.keeper.changed.connect(lambda _: self._refresh())
        self.keeper.marks.changed.connect(lambda _: self._refresh())
        self.keeper.saved.connect(lambda _: self._refresh())
        self.look.changed.connect(self._restyle)

    def _lay_out(self) -> None:
        self._side = QFrame(self)
        self._side.setProperty("role", "side")
        self._side.setProperty("edge", "right")
        side = QVBoxLayout(self._side)
        side.setContentsMargins(0, 0, 1, 0)
        head = QLabel(self.tr("Notebook"), self._side)
        head.setObjectName("eyebrow")
        head.setContentsMargins(20, 20, 12, 6)
        side.addWidget(head)
        side.addWidget(self.parts_list, 1)
        where = QLabel(self._where(), self._side)
        where.setObjectName("small")
        where.setWordWrap(True)
        where.setContentsMargins(20, 8, 12, 16)
        side.addWidget(where)
        top = QHBoxLayout()
        top.addWidget(self._title, 1)
        top.addWidget(self.restore)
        top.addWidget(self.writing.button)
        top.addWidget(self._print)
        self._kept = QWidget(self)
        self._split = QBoxLayout(QBoxLayout.Direction.LeftToRight, self._kept)
        self._split.setContentsMargins(0, 0, 0, 0)
        self._split.setSpacing(14)
        self._split.addWidget(self.rows, 5)
        self._split.addWidget(self.detail, 4)
        self._middle = QVBoxLayout()
        self._middle.setContentsMargins(28, 22, 28, 18)
        self._middle.setSpacing(10)
        self._middle.addLayout(top)
        self._middle.addWidget(self.writing.said)
        for widget in (self.feedback, self.search, self.colors):
            self._middle.addWidget(widget)
        self._middle.addWidget(self._kept, 1)
        self._middle.addWidget(self.empty, 1)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self._side)
        layout.addLayout(self._middle, 1)

    def _where(self) -> str:
        if self.keeper.health == "memory":
            return self.tr("Kept only until you quit: nothing here can be written to.")
        return self.tr(
            "Kept on this copy. Nothing is sent anywhere. Please write nothing here about a person in crisis or a case."
        )

    # --- what is shown -----------------------------------------------------------------------------

    def open(self, address: Address) -> None:
        """Show the notebook, the pages read last, or the form for a message."""
        if address.id == "feedback":
            self.feedback.write_about(address.anchor)
        wanted = {"feedback": "feedback", "history": "history"}.get(address.id, self._part.id)
        self._removing.forget()
        self._wants_focus = wanted != "feedback"
        self._choose(wanted)
        if self._rechecking is None and self.keeper.health != "read-only":
            self._rechecking = Rechecking(self.keeper, self.edition.folder, page_words(), self)
            self._rechecking.ended.connect(lambda moved: self._refresh() if moved else None)
            self._rechecking.start()
        if wanted == "feedback":
            self.feedback.text.setFocus()

    def _choose(self, name: str) -> None:
        """Show a part from its beginning."""
        self._part = self._parts[name]
        self._limit = _FIRST
        self.search.blockSignals(True)
        self.search.clear()
        self.search.blockSignals(False)
        self.rows.show_slips(())
        self._refresh()

    def _show_part(self, name: str) -> None:
        if name == "feedback":
            self.feedback.write_about("")
        self._choose(name)

    def _narrow(self) -> None:
        """Look again, since something else is wanted."""
        self._limit = _FIRST
        self._look_up()

    def _refresh(self) -> None:
        """Count and look again, since something was kept."""
        if self.isVisible():
            self.keeper.ask(lambda notebook: notebook.counts(), self._show_counts)
            self._look_up()

    def _look_up(self) -> None:
        wanted, limit = self._part.wanted(self.search.text(), self.colors.color), self._limit
        if self._part.kinds:
            self.keeper.ask(lambda notebook: notebook.find(wanted, limit), self._found, newest=True)
        else:
            self._show_state()

    def _show_counts(self, counts: dict[str, int]) -> None:
        self._counts = counts
        rows = []
        for part in self._parts.values():
            number = self._number(part)
            if part.id != "lost" or number or self._part is part:
                rows.append(Row(part.title, part.id, self.tr("%n item(s)", "", number)))
        self.parts_list.show_rows(tuple(rows), self._part.id)

    def _number(self, part: Part) -> int:
        if part.kinds:
            return sum(self._counts.get(name, 0) for name in part.counted)
        return len(state_slips(part.id, self.keeper.state, self.edition))

    def _found(self, found: Found) -> None:
        wanted = self._part.wanted(self.search.text(), self.colors.color)
        if found.wanted != wanted or not self._part.kinds:
            return  # an answer to an older question
        self._entries = {key_of(entry): entry for entry in found.entries}
        slips = tuple(entry_slip(entry, wanted.typed, self.keeper.state, self.edition) for entry in found.entries)
        left = found.total - len(slips)
        if left > 0:
            words = self.tr("Show more") if found.total > COUNTED else self.tr("Show %n more", "", left)
            slips = (*slips, Slip(_MORE_KEY, words, icon="down"))
        self._show_slips(slips, found.total, tuple(wanted.typed.split()))

    def _show_state(self) -> None:
        words = self.search.text().casefold().split()
        slips = tuple(
            slip
            for slip in state_slips(self._part.id, self.keeper.state, self.edition)
            if all(word in f"{slip.title} {slip.line}".casefold() for word in words)
        )
        self._entries = {}
        self._show_slips(slips, len(slips), tuple(words))

    def _show_slips(self, slips: tuple[Slip, ...], total: int, words: tuple[str, ...]) -> None:
        part, typed = self._part, self.search.text().strip()
        current = self.rows.current_key()
        keys = [slip.key for slip in slips]
        self._total = total
        self._title.setText(part.title)
        self.rows.setAccessibleName(part.title)
        self.rows.show_slips(slips, current if current in keys else next(iter(keys), ""), words)
        for widget in (self._kept, self._print):
            widget.setVisible(bool(slips))
        if slips and self._wants_focus:
            self._wants_focus = False
            self.rows.setFocus()
        self._show_detail(self.rows.current_key())
        self.feedback.setVisible(part.id == "feedback")
        self.search.setVisible(part.id != "feedback" and (bool(slips) or bool(typed) or bool(self.colors.color)))
        self.colors.setVisible(part.colored and (self._counts.get("highlight", 0) > 0 or bool(self.colors.color)))
        self.empty.setVisible(not slips and part.id != "feedback")
        narrowed = bool(typed) or (part.colored and bool(self.colors.color))
        self.empty.show_words(self.tr("Nothing here has these words.") if narrowed else part.empty)
        self.restore.setVisible(self._removing.can_undo)
        self.writing.show_wanted(part.wanted(self.search.text(), self.colors.color) if part.kinds else None)
        if typed:
            self.announced.emit(self.tr("%n found", "", total))

    def _show_detail(self, key: str) -> None:
        self.detail.show_entry(self._entries.get(key))

    # --- what a reader does ------------------------------------------------------------------------

    def _open_row(self, key: str) -> None:
        if key == _MORE_KEY:
            self._limit += _MORE
            self._look_up()
        elif self._part.id == "searches":
            self.search_wanted.emit(key)
        elif entry := self._entries.get(key):
            if target := target_of(entry):
                self.chosen.emit(target)
        elif self._part.id != "feedback" and key:
            self.chosen.emit(Address.parse(key))

    def remove_current(self) -> None:
        """Take the chosen entry out of the notebook."""
        key = self.rows.current_key()
        if not key or key == _MORE_KEY:
            return
        title = self.rows.slip(self.rows.currentIndex().row()).title
        self.rows.step_past_current()
        if entry := self._entries.get(key):
            self._removing.remove(entry)
        else:
            self._removing.remove_row(self._part.id, key)
        self.rows.setFocus()
        self.announced.emit(self.tr("Removed: {title}").format(title=title))

    def _bring_back(self) -> None:
        self._removing.undo()
        self.rows.setFocus()
        self._refresh()

    def print_html(self) -> str:
        """The shown part for paper, as far as it is shown."""
        pieces = [f"<h1>{html.escape(self._part.title)}</h1>"]
        if self._part.id == "feedback":
            pieces += [as_html(message, self.edition.about.edition) for message in self.keeper.state.feedback]
            return "\n".join(pieces)
        for place in range(self.rows.count()):
            slip = self.rows.slip(place)
            entry = self._entries.get(slip.key)
            quote = f"“{entry.quote}”" if entry and entry.quote else ""
            text = entry.text if entry and entry.kind != "sheet" else ""
            title = entry.title if entry else slip.title
            lines = [line for line in (quote, text, slip.line) if line and slip.key != _MORE_KEY]
            words = "<br/>".join(html.escape(line).replace("\n", "<br/>") for line in lines)
            if slip.key != _MORE_KEY:
                pieces.append(f"<p><strong>{html.escape(title)}</strong><br/>{words}</p>")
        shown = len(self._entries)
        if self._part.kinds and self._total > shown:
            more = self.tr("Only the first {number} stand here. “Write out” gives all of them.").format(number=shown)
            pieces.append(f"<p>{html.escape(more)}</p>")
        return "\n".join(pieces)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Delete removes the chosen entry; Ctrl+Z brings it back."""
        if event.key() == Qt.Key.Key_Delete and self.rows.hasFocus():
            self.remove_current()
        elif event.matches(QKeySequence.StandardKey.Undo) and self._removing.can_undo:
            self._bring_back()
        else:
            super().keyPressEvent(event)

    # --- Qt ----------------------------------------------------------------------------------------

    def showEvent(self, event: QShowEvent) -> None:
        """What was kept while other screens were shown is here now."""
        super().showEvent(event)
        self._refresh()

    def _restyle(self) -> None:
        self.parts_list.restyle(self.look.theme, self.look.text_size, "notebook")
        self.empty.show_theme(self.look.theme)
        self._arrange()

    def _arrange(self) -> None:
        width = min(self.look.scaled(_SIDE), self.width() // 3)
        self._side.setFixedWidth(width)
        beside = self.width() - width - 56 >= self.look.scaled(_WIDE)
        self._split.setDirection(QBoxLayout.Direction.LeftToRight if beside else QBoxLayout.Direction.TopToBottom)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Set the chosen entry beside the list where there is room."""
        super().resizeEvent(event)
        self._arrange()

"""The notebook's screen: its parts at left, the rows of one part in the middle."""

import html

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QLineEdit, QPushButton, QVBoxLayout, QWidget

from partnerships.library.model import Address
from partnerships.shell.notebook.feedback import FeedbackForm, as_html
from partnerships.shell.notebook.model import Part, parts
from partnerships.shell.panel import Panel, Surroundings
from partnerships.shell.parts.empty import EmptyState
from partnerships.shell.parts.title_list import Row, TitleList

_SIDE = 240  # width at 100 % text, pixels
_COLUMN = 760


class NotebookPanel(Panel):
    """Everything that the reader has kept. `search_wanted` carries a search to do again."""

    can_print = True
    search_wanted = Signal(str)
    print_wanted = Signal()

    def __init__(self, surroundings: Surroundings, parent: QWidget | None = None) -> None:
        super().__init__(surroundings, parent)
        self._part = "bookmarks"
        self._parts: dict[str, Part] = {}
        self.parts_list = TitleList(self.look.theme, "notebook", parent=self)
        self.parts_list.setAccessibleName(self.tr("Parts of your notebook"))
        self.parts_list.chosen.connect(self._show_part)
        self._title = QLabel(self)
        self._title.setObjectName("heading1")
        self.filter = QLineEdit(self)
        self.filter.setPlaceholderText(self.tr("Narrow this list"))
        self.filter.setAccessibleName(self.tr("Narrow this list"))
        self.filter.setClearButtonEnabled(True)
        self.filter.textChanged.connect(lambda _: self._fill_rows())
        self.rows = TitleList(self.look.theme, "notebook", parent=self)
        self.rows.chosen.connect(self._open_row)
        self.empty = EmptyState(self.look.theme, "", parent=self)
        self.feedback = FeedbackForm(self.edition, self.keeper, self)
        self._remove = QPushButton(self.tr("Remove from the notebook"), self)
        self._remove.setToolTip(self.tr("Remove the chosen row (Delete)"))
        self._remove.clicked.connect(self.remove_current)
        self._print = QPushButton(self.tr("Print"), self)
        self._print.clicked.connect(self.print_wanted)
        self._lay_out()
        self.keeper.changed.connect(lambda _: self._fill())
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
        self._middle = QVBoxLayout()
        self._middle.setSpacing(10)
        top = QHBoxLayout()
        top.addWidget(self._title, 1)
        top.addWidget(self._remove)
        top.addWidget(self._print)
        self._middle.addLayout(top)
        for widget in (self.feedback, self.filter):
            self._middle.addWidget(widget)
        self._middle.addWidget(self.rows, 1)
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

    def open(self, address: Address) -> None:
        """Show the notebook, the pages read last, or the form for a message."""
        if address.id == "feedback":
            self.feedback.write_about(address.anchor)
            self._part = "feedback"
        elif address.id == "history":
            self._part = "history"
        self._fill()
        self.filter.clear()
        if self._part == "feedback":
            self.feedback.text.setFocus()
        else:
            self.rows.setFocus()

    def _fill(self) -> None:
        held = parts(self.keeper.state, self.edition)
        self._parts = {part.id: part for part in held}
        self.parts_list.show_rows(
            tuple(Row(part.title, part.id, self.tr("%n item(s)", "", len(part.rows))) for part in held), self._part
        )
        self._fill_rows()

    def _show_part(self, name: str) -> None:
        self._part = name
        self.filter.clear()
        if name == "feedback":
            self.feedback.write_about("")
        self._fill_rows()
        self.announced.emit(f"{self._parts[name].title}: {len(self._parts[name].rows)}")

    def _fill_rows(self) -> None:
        part = self._parts[self._part]
        self._title.setText(part.title)
        wanted = self.filter.text().casefold().split()
        rows = tuple(row for row in part.rows if all(word in f"{row.title} {row.line}".casefold() for word in wanted))
        self.rows.setAccessibleName(part.title)
        self.rows.show_rows(rows, rows[0].key if rows else "")
        self.rows.setVisible(bool(rows))
        self.feedback.setVisible(part.id == "feedback")
        self.filter.setVisible(len(part.rows) > 5)
        self.empty.setVisible(not rows and part.id != "feedback")
        self.empty.show_words(self.tr("Nothing here has these words.") if part.rows else part.empty)
        self._remove.setVisible(bool(rows))
        self._print.setVisible(bool(part.rows))

    def _open_row(self, key: str) -> None:
        if self._part == "searches":
            self.search_wanted.emit(key)
        elif self._part != "feedback":
            self.chosen.emit(Address.parse(key))

    def remove_current(self) -> None:
        """Take the chosen row out of the notebook."""
        index = self.rows.currentIndex()
        if not index.isValid():
            return
        row = self.rows.row(index.row())
        address = Address.parse(row.key)
        match self._part:
            case "bookmarks":
                self.keeper.bookmark(address, row.title, False)
            case "notes":
                self.keeper.write_note(address, row.title, "")
            case "sheets":
                number = int(address.anchor.removeprefix("sheet-"))
                self.keeper.remove_sheet(next(sheet for sheet in self.keeper.state.sheets if sheet.id == number))
            case "orders":
                self.keeper.order(row.key.removeprefix("entry:"), False)
            case "feedback":
                self.keeper.remove_feedback(int(row.key))
            case "searches":
                self.keeper.forget_searches()
            case "history":
                self.keeper.forget_place(address.id)
        self.announced.emit(self.tr("Removed: {title}").format(title=row.title))

    def print_html(self) -> str:
        """The shown part for paper."""
        part = self._parts[self._part]
        pieces = [f"<h1>{html.escape(part.title)}</h1>"]
        if part.id == "feedback":
            pieces += [as_html(message, self.edition.about.edition) for message in self.keeper.state.feedback]
        elif part.id == "notes":
            for note in self.keeper.state.notes:
                pieces.append(
                    f"<h2>{html.escape(note.title)}</h2><p>{html.escape(note.text).replace(chr(10), '<br/>')}</p>"
                )
        else:
            pieces += [
                f"<p><strong>{html.escape(row.title)}</strong><br/>{html.escape(row.line)}</p>" for row in part.rows
            ]
        return "\n".join(pieces)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Delete removes the chosen row."""
        if event.key() == Qt.Key.Key_Delete and self.rows.hasFocus():
            self.remove_current()
            return
        super().keyPressEvent(event)

    def _restyle(self) -> None:
        for rows in (self.parts_list, self.rows):
            rows.restyle(self.look.theme, self.look.text_size, "notebook")
        self.empty.show_theme(self.look.theme)
        self._arrange()

    def _arrange(self) -> None:
        width = min(self.look.scaled(_SIDE), self.width() // 3)
        self._side.setFixedWidth(width)
        side = max(28, (self.width() - width - self.look.scaled(_COLUMN)) // 2)
        self._middle.setContentsMargins(side, 24, side, 24)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the column in the middle."""
        super().resizeEvent(event)
        self._arrange()

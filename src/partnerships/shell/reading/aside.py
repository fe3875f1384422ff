"""What belongs to a page: actions, the headings, the reader's note, tools, related pages."""

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from partnerships.library.model import Address, Article
from partnerships.shell.look import Look
from partnerships.shell.parts.title_list import Row, TitleList
from partnerships.shell.reading.marking.note_box import NoteBox
from partnerships.shell.reading.marking.side import MarksSide
from partnerships.shell.reading.page_view import Heading
from partnerships.shell.theme.icons import icon


class Aside(QFrame):
    """The right side of a page. `chosen` goes elsewhere, `heading_chosen` within the page."""

    chosen = Signal(Address)
    heading_chosen = Signal(str)
    bookmark_wanted = Signal(bool)
    print_wanted = Signal()
    pdf_wanted = Signal()
    quote_wanted = Signal()
    note_written = Signal(str)

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self.setProperty("role", "side")
        self.setProperty("edge", "left")
        self.setAccessibleName(self.tr("About this page"))
        self._section = "cases"
        self._build_actions()
        self.note = NoteBox(
            look,
            self.tr("Your note on this page"),
            self.tr("Write a note on this page… Nothing about a case or a person in crisis, please."),
            self,
        )
        self.note.written.connect(self.note_written)
        self.marks = MarksSide(look, self)
        self._below = QWidget(self)
        self._below.setObjectName("scrolled")
        self._rows = QVBoxLayout(self._below)
        self._rows.setContentsMargins(18, 0, 14, 18)
        self._rows.setSpacing(4)
        self._on_this_page, self._headings = self._eyebrow(self.tr("On this page")), self._list(self.tr("On this page"))
        self._your_note = self._eyebrow(self.tr("Your note"))
        self._use_it, self._tools = self._eyebrow(self.tr("Use it: tools")), self._list(self.tr("Tools for this page"))
        self._see_also, self._related = self._eyebrow(self.tr("Related")), self._list(self.tr("Related pages"))
        for widget in (self._on_this_page, self._headings, self._your_note, self.note, self.marks):
            self._rows.addWidget(widget)
        for widget in (self._use_it, self._tools, self._see_also, self._related):
            self._rows.addWidget(widget)
        self._rows.addStretch()
        self._headings.chosen.connect(self.heading_chosen)
        self._tools.chosen.connect(lambda name: self.chosen.emit(Address(name)))
        self._related.chosen.connect(lambda name: self.chosen.emit(Address(name)))
        area = QScrollArea(self)
        area.setWidgetResizable(True)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setWidget(self._below)
        bring = QTimer(self)
        bring.setSingleShot(True)
        bring.setInterval(20)  # after the box has found its height
        bring.timeout.connect(lambda: area.ensureWidgetVisible(self.marks.editor, 0, 12))
        self.marks.editing.connect(bring.start)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 16, 0, 0)
        layout.addLayout(self._actions)
        layout.addWidget(area, 1)

    def _build_actions(self) -> None:
        self._actions = QHBoxLayout()
        self._actions.setContentsMargins(18, 0, 14, 0)
        self._actions.setSpacing(6)
        self.bookmark = QPushButton(self.tr("Save"), self)
        self.bookmark.setCheckable(True)
        self.bookmark.setToolTip(self.tr("Bookmark this page (Ctrl+D)"))
        self.bookmark.setAccessibleName(self.tr("Bookmark this page"))
        self.bookmark.clicked.connect(self.bookmark_wanted)
        self.bookmark.toggled.connect(self._show_star)
        self._print = QPushButton(self.tr("Print"), self)
        self._print.setToolTip(self.tr("Print with preview (Ctrl+P)"))
        self._print.clicked.connect(self.print_wanted)
        self._pdf = QPushButton(self.tr("PDF"), self)
        self._pdf.setToolTip(self.tr("Save this page as a PDF for paper"))
        self._pdf.setAccessibleName(self.tr("Save this page as PDF"))
        self._pdf.clicked.connect(self.pdf_wanted)
        self._quote = QPushButton(self.tr("Cite"), self)
        self._quote.setToolTip(self.tr("Copy what is selected, with its citation (Ctrl+Shift+C)"))
        self._quote.setAccessibleName(self.tr("Copy with citation"))
        self._quote.clicked.connect(self.quote_wanted)
        for button in (self.bookmark, self._print, self._pdf, self._quote):
            self._actions.addWidget(button)
        self._actions.addStretch()

    def show_page(self, article: Article, titles: dict[str, str], note: str, bookmarked: bool) -> None:
        """Show what belongs to `article`."""
        self.save_note()
        self._section = article.section
        self.note.show_text(note)
        self.bookmark.setChecked(bookmarked)
        self._show_star(bookmarked)
        self._article, self._titles = article, titles
        self.restyle()
        self._fill(())

    def show_headings(self, headings: tuple[Heading, ...]) -> None:
        """Show the page's headings."""
        self._fill(headings)

    def _fill(self, headings: tuple[Heading, ...]) -> None:
        self._headings.show_rows(tuple(Row(heading.text, heading.anchor) for heading in headings))
        self._tools.show_rows(self._known(self._article.tools))
        self._related.show_rows(self._known(self._article.related))
        for label, widget, rows in (
            (self._on_this_page, self._headings, len(headings)),
            (self._use_it, self._tools, self._tools.count()),
            (self._see_also, self._related, self._related.count()),
        ):
            label.setVisible(bool(rows))
            widget.setVisible(bool(rows))

    def _known(self, ids: tuple[str, ...]) -> tuple[Row, ...]:
        return tuple(Row(self._titles[name], name) for name in ids if name in self._titles)

    def _list(self, name: str) -> TitleList:
        rows = TitleList(self._look.theme, self._section, fits=True, parent=self._below)
        rows.setAccessibleName(name)
        return rows

    def set_current(self, anchor: str) -> None:
        """Show which heading the reader is under."""
        self._headings.set_current(anchor)

    def save_note(self) -> None:
        """Tell what was written, if it is new."""
        self.note.save()

    def focus_note(self) -> None:
        """Put the keyboard into the note."""
        self.note.box.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def restyle(self) -> None:
        """Draw icons and heights in the look of now."""
        self._show_star(self.bookmark.isChecked())
        for rows in (self._headings, self._tools, self._related):
            rows.restyle(self._look.theme, self._look.text_size, self._section)

    def _show_star(self, on: bool) -> None:
        self.bookmark.setText(self.tr("Saved") if on else self.tr("Save"))
        role = "on-primary" if on else "title"
        self.bookmark.setIcon(icon("star-filled" if on else "star", self._look.theme, role))

    def _eyebrow(self, text: str) -> QLabel:
        label = QLabel(text, self._below)
        label.setObjectName("eyebrow")
        label.setContentsMargins(0, 14, 0, 4)
        return label

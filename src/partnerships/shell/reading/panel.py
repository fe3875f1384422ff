"""The reading screen: a page with its contents at left and what belongs to it at right."""

from PySide6.QtCore import QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QImage, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QToolButton, QVBoxLayout, QWidget

from partnerships.library.model import Address, Article
from partnerships.library.page import PageParts, article_html, source_html
from partnerships.shell.page_words import page_words
from partnerships.shell.panel import Panel, Surroundings
from partnerships.shell.parts.bars import chart_image
from partnerships.shell.parts.title_list import TitleList
from partnerships.shell.reading.aside import Aside
from partnerships.shell.reading.citation import Popover
from partnerships.shell.reading.contents import contents_rows
from partnerships.shell.reading.find_bar import FindBar
from partnerships.shell.reading.marking.control import Marking
from partnerships.shell.reading.page_view import PageView, draw_svg
from partnerships.shell.reading.quoting import QuoteWords, quote
from partnerships.shell.theme.icons import icon

_CONTENTS, _ASIDE, _NARROWEST_PAGE = 272, 286, 520  # widths at 100 % text, pixels
_KEEP_MS = 800
_READ_AT = 0.97  # share of a page at which it counts as read


class ReadingPanel(Panel):
    """Shows one article. `opened` carries its title when it stands on screen."""

    opened = Signal(str)
    print_wanted = Signal()
    pdf_wanted = Signal()

    def __init__(self, surroundings: Surroundings, parent: QWidget | None = None) -> None:
        super().__init__(surroundings, parent)
        self._article: Article | None = None
        self._parts = PageParts(self.edition.about, self.edition.help_lines())
        self.page = PageView(self.look, self._picture, self)
        self.page.setAccessibleName(self.tr("Page"))
        self._contents = TitleList(self.look.theme, "cases", parent=self)
        self._contents.setAccessibleName(self.tr("Contents of this section"))
        self._contents.chosen.connect(lambda key: self.chosen.emit(Address(key)))
        self.aside = Aside(self.look, self)
        self.marking = Marking(
            self.page, self.aside.marks, self.keeper, self.look, self.edition.about.edition, parent=self
        )
        self._find = FindBar(self.look, self)
        self._popover = Popover(self.look, self.page)
        self._contents_title = QLabel(self)
        self._contents_title.setObjectName("eyebrow")
        self._contents_title.setContentsMargins(20, 20, 12, 6)
        self._lay_out()
        self._connect()
        self._keeping = QTimer(self)
        self._keeping.setSingleShot(True)
        self._keeping.setInterval(_KEEP_MS)
        self._keeping.timeout.connect(self.keep_place)

    def _lay_out(self) -> None:
        self._fold_left = self._fold_button(self.tr("Hide or show the contents"), Qt.Key.Key_F9)
        self._fold_right = self._fold_button(self.tr("Hide or show what belongs to this page"), Qt.Key.Key_F10)
        middle = QVBoxLayout()
        middle.setContentsMargins(0, 0, 0, 0)
        middle.setSpacing(0)
        middle.addWidget(self.page, 1)
        middle.addWidget(self._find)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        self._left = QFrame(self)
        self._left.setProperty("role", "side")
        self._left.setProperty("edge", "right")
        left = QVBoxLayout(self._left)
        left.setContentsMargins(0, 0, 1, 0)
        left.setSpacing(0)
        left.addWidget(self._contents_title)
        left.addWidget(self._contents, 1)
        layout.addWidget(self._left)
        layout.addLayout(middle, 1)
        layout.addWidget(self.aside)
        self._left_wanted = not self.look.settings.contents_folded
        self._right_wanted = not self.look.settings.facts_folded

    def _fold_button(self, name: str, key: Qt.Key) -> QToolButton:
        button = QToolButton(self)
        button.setAccessibleName(name)
        button.setToolTip(f"{name} ({'F9' if key == Qt.Key.Key_F9 else 'F10'})")
        button.setShortcut(key)
        button.setAutoRaise(True)
        return button

    def _connect(self) -> None:
        self.page.asked.connect(self._follow)
        self.page.pointed.connect(self._point)
        self.page.moved.connect(self._moved)
        self.page.quoted.connect(self.copy_with_citation)
        self.page.selectionChanged.connect(self._popover.hide)
        self._popover.followed.connect(self._follow)
        self._find.typed.connect(lambda text: self._find.show_count(0, self.page.find_all(text)))
        self._find.stepped.connect(lambda forward: self._find.show_count(*self.page.step(forward)))
        self._find.closed.connect(self.page.setFocus)
        self._fold_left.clicked.connect(lambda: self._fold("contents"))
        self._fold_right.clicked.connect(lambda: self._fold("facts"))
        self.aside.chosen.connect(self.chosen)
        self.aside.heading_chosen.connect(self.page.go_to)
        self.aside.bookmark_wanted.connect(self.set_bookmark)
        self.aside.print_wanted.connect(self.print_wanted)
        self.aside.pdf_wanted.connect(self.pdf_wanted)
        self.aside.quote_wanted.connect(self.copy_with_citation)
        self.aside.note_written.connect(self._write_note)
        self.marking.unfold_wanted.connect(self._show_side)
        self.marking.page_note_wanted.connect(self.write_note)
        self.marking.announced.connect(self.announced)
        self.look.changed.connect(self._restyle)
        self.keeper.changed.connect(self._keeper_changed)

    # --- opening -----------------------------------------------------------------------------------

    def open(self, address: Address, words: tuple[str, ...] = ()) -> None:
        """Show an article from `address`, with `words` marked. Raises EditionTrouble for an unknown id."""
        self.leave()
        if self._article is None or self._article.id != address.id:
            article = self.edition.article(address.id)
            self._show(article)
        marked = self.page.mark_words(words)
        if address.anchor.startswith("mark-"):
            self.marking.bring(address.anchor.removeprefix("mark-"))
        elif address.anchor:
            self.page.go_to(address.anchor)
        elif place := self.keeper.place_of(address.id):
            self.page.set_share(place.share if place.share < _READ_AT else 0)
        if marked and not address.anchor:
            self.page.step()
        self._moved()
        self.page.setFocus()

    def _show(self, article: Article) -> None:
        self._article = article
        self.page.show_page(article_html(article, self._parts, page_words()))
        self.page.setAccessibleName(article.title)
        self._show_contents(article)
        note = self.keeper.note_on(article.id)
        self.aside.show_page(
            article, self.edition.titles, note.text if note else "", self.keeper.is_bookmarked(Address(article.id))
        )
        self.aside.show_headings(self.page.headings())
        self.marking.show_page(article)
        self._arrange()
        self.opened.emit(article.title)

    def _show_contents(self, article: Article) -> None:
        section = next(info.title for info in self.edition.about.sections if info.id == article.section)
        self._contents_title.setText(section)
        self._contents_title.setProperty("section", article.section)
        self._contents_title.style().polish(self._contents_title)
        self._contents.restyle(self.look.theme, self.look.text_size, article.section)
        self._contents.show_rows(contents_rows(article, self.edition, self.keeper.state.read), article.id)

    @property
    def article(self) -> Article | None:
        """The article that is shown."""
        return self._article

    def leave(self) -> None:
        """Keep where the reader is and what was written, before another page is shown."""
        self.aside.save_note()
        self.marking.leave()
        if self._article is not None and self._keeping.isActive():
            self.keep_place()
        self._popover.hide()

    def keep_place(self) -> None:
        """Keep how far the reader has come; a page that was read to its end is marked as read."""
        self._keeping.stop()
        if self._article is None or not self.page.isVisible():
            return
        share = self.page.share()
        address = Address(self._article.id, self.page.current_heading())
        self.keeper.keep_place(address, self._article.title, share)
        if share >= _READ_AT:
            self.keeper.mark_read(self._article.id)

    def _moved(self) -> None:
        self._popover.hide()
        self.aside.set_current(self.page.current_heading())
        self._keeping.start()

    # --- links -------------------------------------------------------------------------------------

    def _follow(self, target: str) -> None:
        self._popover.hide()
        if target.startswith("cite:"):
            self._show_source(target.removeprefix("cite:"), focus=True)
        elif target.startswith("term:"):
            self._show_term(target.removeprefix("term:"), focus=True)
        elif target.startswith(("https://", "http://")):
            self.outward.emit(target)
        elif target.startswith("#"):
            self.page.go_to(target[1:])
        else:
            self.chosen.emit(Address.parse(target))

    def _point(self, target: str) -> None:
        """Show a term's meaning or a citation's source while the pointer or the focus is on it."""
        if target.startswith("term:"):
            self._show_term(target.removeprefix("term:"))
        elif target.startswith("cite:"):
            self._show_source(target.removeprefix("cite:"))
        elif not target:
            self._popover.hide()

    def _show_source(self, key: str, focus: bool = False) -> None:
        assert self._article is not None
        source = next((held for held in self._article.sources if held.key == key), None)
        if source is None:
            return
        number = self._article.sources.index(source) + 1
        title = self.tr("Source {number}").format(number=number)
        link = self.tr("Show the address and a QR code") if source.url else ""
        text = source_html(source).split(' <a class="out"')[0]
        self._popover.show_at(self._link_place(), title, text, link, source.url)
        if focus:
            self._popover.take_focus()

    def _show_term(self, key: str, focus: bool = False) -> None:
        term = self.edition.terms.get(key)
        if term is None:
            return
        self._popover.show_at(
            self._link_place(), term.term, term.meaning, self.tr("Open in the glossary"), f"desk:glossary#{key}"
        )
        if focus:
            self._popover.take_focus()

    def _link_place(self) -> QPoint:
        """Where the link is: under the pointer, or where the keyboard's focus stands."""
        place = self.page.viewport().mapFromGlobal(self.page.cursor().pos())
        if self.page.viewport().rect().contains(place) and self.page.underMouse():
            return place
        return self.page.cursorRect().topLeft()

    # --- what a reader does ------------------------------------------------------------------------

    def set_bookmark(self, wanted: bool) -> None:
        """Bookmark the page, or let the bookmark go."""
        if self._article is not None:
            self.keeper.bookmark(Address(self._article.id), self._article.title, wanted)
            self.announced.emit(self.tr("Page saved") if wanted else self.tr("Bookmark removed"))

    def toggle_bookmark(self) -> None:
        """Bookmark the page if it is not, and the other way round."""
        self.aside.bookmark.setChecked(not self.aside.bookmark.isChecked())
        self.set_bookmark(self.aside.bookmark.isChecked())

    def _write_note(self, text: str) -> None:
        if self._article is not None:
            self.keeper.write_note(Address(self._article.id), self._article.title, text)

    def copy_with_citation(self) -> None:
        """Put the selected words, or the page's summary, on the clipboard with their citation."""
        if self._article is None:
            return
        cursor = self.page.textCursor()
        text = cursor.selectedText().replace("\u2029", "\n") if cursor.hasSelection() else self._article.summary
        number = self.page.paragraph_number(cursor) if cursor.hasSelection() else 0
        about = self.edition.about
        words = QuoteWords(
            paragraph=self.tr("paragraph {number}"),
            edition=self.tr("edition {edition}"),
            as_of=self.tr("facts as of {month}"),
            sources=self.tr("Sources: {sources}"),
        )
        cited = self._cited(cursor.selection().toHtml()) if cursor.hasSelection() else self._cited(self._article.lead)
        QGuiApplication.clipboard().setText(
            quote(text, self._article, number, about.title, about.edition, cited, words)
        )
        self.announced.emit(self.tr("Copied with its citation"))

    def _cited(self, html: str) -> tuple:  # type: ignore[type-arg]  # of Source
        assert self._article is not None
        return tuple(source for source in self._article.sources if f'"cite:{source.key}"' in html)

    def find_in_page(self) -> None:
        """Open the find bar."""
        self._find.open_bar()

    def next_mark(self, forward: bool = True) -> None:
        """Go to the next place that a search or the find bar marked."""
        number, total = self.page.step(forward)
        if self._find.isVisible():
            self._find.show_count(number, total)
        if total:
            self.announced.emit(self.tr("Match {number} of {total}").format(number=number, total=total))

    def write_note(self) -> None:
        """Put the keyboard into the note of this page."""
        self._show_side()
        self.aside.focus_note()

    def highlight(self, color: str = "") -> None:
        """Highlight what is selected, or work on the highlight that was chosen."""
        if color:
            self.marking.color(color)
        else:
            self.marking.highlight()

    def write_note_here(self) -> None:
        """Write a note on what is selected or read."""
        self.marking.write_note()

    def next_highlight(self, forward: bool = True) -> None:
        """Go to the next highlight of the page, or the one before."""
        self.marking.step(forward)

    def toggle_caret(self) -> None:
        """Let the arrow keys move a caret, by which words are selected, or scroll again."""
        self.page.set_caret(not self.page.has_caret)
        self.page.setFocus()
        self.announced.emit(
            self.tr("Arrow keys move the caret; hold Shift to select") if self.page.has_caret else self.tr("Caret off")
        )

    def print_html(self) -> str:
        """The page as it is printed."""
        return article_html(self._article, self._parts, page_words()) if self._article else ""

    def picture(self, name: str, width: int, ratio: float) -> QImage | None:
        """A picture of this page, for the printer too."""
        return self._picture(name, width, ratio)

    def _picture(self, name: str, width: int, ratio: float) -> QImage | None:
        if name == "chart:measures" and self._article and self._article.case:
            return chart_image(self._article.case.measures, self.look.theme, width, self.look.text_size / 100, ratio)
        data = self.edition.image(name)
        return draw_svg(data, width, ratio) if data else None

    # --- the look ----------------------------------------------------------------------------------

    def _show_side(self) -> None:
        if not self.aside.isVisible():
            self._fold("facts")
            if layout := self.layout():
                layout.activate()  # so that the page has its new width now

    def _fold(self, side: str) -> None:
        if side == "contents":
            self._left_wanted = not self._left.isVisible()
            self.look.keep(contents_folded=not self._left_wanted)
        else:
            self._right_wanted = not self.aside.isVisible()
            self.look.keep(facts_folded=not self._right_wanted)
        self._arrange(asked=side)

    def _arrange(self, asked: str = "") -> None:
        """Show the sides that are wanted and have room; what was just asked for always has."""
        left, right = self.look.scaled(_CONTENTS), self.look.scaled(_ASIDE)
        room = self.width() - self.look.scaled(_NARROWEST_PAGE)
        show_right = self._right_wanted and (room >= right or asked == "facts")
        show_left = self._left_wanted and (room >= left + (right if show_right else 0) or asked == "contents")
        self._left.setFixedWidth(min(left, self.width() // 2))
        self.aside.setFixedWidth(min(right, self.width() // 2))
        self._left.setVisible(show_left)
        self.aside.setVisible(show_right)
        self._place_fold_buttons()

    def _place_fold_buttons(self) -> None:
        size = self.look.scaled(30)
        left = self._left.width() if self._left.isVisibleTo(self) else 0
        right = self.aside.width() if self.aside.isVisibleTo(self) else 0
        self._fold_left.setIcon(icon("fold-left" if left else "fold-right", self.look.theme, "quiet"))
        self._fold_right.setIcon(icon("fold-right" if right else "fold-left", self.look.theme, "quiet"))
        self._fold_left.setGeometry(left + 6, 8, size, size)
        self._fold_right.setGeometry(self.width() - right - size - 18, 8, size, size)
        self._fold_left.raise_()
        self._fold_right.raise_()

    def _restyle(self) -> None:
        self.aside.restyle()
        self._find.restyle()
        if self._article is not None:
            self._contents.restyle(self.look.theme, self.look.text_size, self._article.section)
            self.aside.show_headings(self.page.headings())
        self._arrange()

    def _keeper_changed(self, part: str) -> None:
        if part == "read" and self._article is not None:
            self._show_contents(self._article)
        if part == "bookmarks" and self._article is not None:
            self.aside.bookmark.setChecked(self.keeper.is_bookmarked(Address(self._article.id)))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fold what has no room."""
        super().resizeEvent(event)
        self._arrange()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape closes a card over the page."""
        if event.key() == Qt.Key.Key_Escape and self._popover.isVisible():
            self._popover.close_and_return()
            return
        super().keyPressEvent(event)

"""What a reader does with highlights and notes, from the page and from its side."""

from dataclasses import replace
from itertools import pairwise

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QMouseEvent, QTextCursor
from PySide6.QtWidgets import QMenu, QWidget

from partnerships.library.model import Article
from partnerships.notebook.model import COLORS, Color, Highlight
from partnerships.shell.keeping import Keeper
from partnerships.shell.look import Look
from partnerships.shell.parts.markers import color_words
from partnerships.shell.reading.marking.bar import MarkBar
from partnerships.shell.reading.marking.shown import ShownMarks
from partnerships.shell.reading.marking.side import MarksSide, shortened
from partnerships.shell.reading.page_view import PageView


class Marking(QObject):
    """Highlights, their notes, and notes on headings of the shown page.

    `unfold_wanted` asks for the side of the page; `page_note_wanted` for the note on the whole page;
    `announced` carries words for assistive technology.
    """

    unfold_wanted = Signal()
    page_note_wanted = Signal()
    announced = Signal(str)

    def __init__(
        self, page: PageView, side: MarksSide, keeper: Keeper, look: Look, edition: str, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._page, self._side, self._keeper = page, side, keeper
        self._color: Color = COLORS[0]
        self._removed: Highlight | None = None
        self._article: Article | None = None
        self.shown = ShownMarks(page, keeper, look, edition, self)
        # Beside the page and not in it, since a text browser walks its links when Tab is pressed inside.
        self.bar = MarkBar(look, page.parentWidget() or page)
        for before, button in pairwise((page, *self.bar.buttons())):
            QWidget.setTabOrder(before, button)
        page.viewport().installEventFilter(self)
        page.installEventFilter(self)
        page.selectionChanged.connect(self._selection_changed)
        page.moved.connect(self.bar.hide)
        page.menu_opening.connect(self._add_to_menu)
        self.bar.colored.connect(self.color)
        self.bar.note_wanted.connect(self.write_note)
        self.bar.remove_wanted.connect(lambda: self.remove(self.shown.current))
        self.bar.closed.connect(self._back_to_page)
        side.editor.written.connect(self._written)
        side.editor.colored.connect(lambda color: self.color(color, side.editor.key))
        side.editor.remove_wanted.connect(lambda: self.remove(side.editor.key))
        side.editor.closed.connect(self._close_editor)
        side.chosen.connect(self.go_to)
        side.delete_wanted.connect(self.remove)
        side.restore_wanted.connect(self.restore)
        self.shown.changed.connect(self._list)
        look.changed.connect(self._restyle)

    def show_page(self, article: Article) -> None:
        """Show what is marked on the page that now stands on screen."""
        self.leave()
        self._removed = None
        self._side.editor.close_mark()
        self._side.restore.hide()
        self._article = article
        self.shown.show_article(article)

    def leave(self) -> None:
        """Keep what was written, before another page is shown."""
        self._side.editor.note.save()
        self.bar.hide()

    def _list(self) -> None:
        self._side.show_marks(self.shown.highlights(), self.shown.notes(), self.shown.current)

    def _restyle(self) -> None:
        self.bar.restyle()
        self.bar.hide()
        self.shown.find_anew()

    def _back_to_page(self) -> None:
        self._page.setFocus(Qt.FocusReason.OtherFocusReason)

    # --- the bar -----------------------------------------------------------------------------------

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """A click on a highlight shows its bar; Ctrl+Z brings back what was removed, Delete removes."""
        # The kind of event comes first: the page may be going down, and must not be asked for anything then.
        if event.type() == QEvent.Type.MouseButtonRelease and watched is not self._page:
            assert isinstance(event, QMouseEvent)
            if event.button() == Qt.MouseButton.LeftButton:
                self._clicked(event.position().toPoint())
        elif event.type() == QEvent.Type.KeyPress and watched is self._page:
            assert isinstance(event, QKeyEvent)
            return self._key_pressed(event)
        return False

    def _key_pressed(self, event: QKeyEvent) -> bool:
        if event.matches(QKeySequence.StandardKey.Undo) and self._removed is not None:
            self.restore()
        elif event.key() == Qt.Key.Key_Delete and self.shown.current:
            self.remove(self.shown.current)
        elif event.key() == Qt.Key.Key_Escape and (self.bar.isVisible() or self.shown.current):
            self.bar.hide()
            self._choose("")
        else:
            return False
        return True

    def _clicked(self, place: QPoint) -> None:
        """Words were selected, or a highlight was clicked, or something else."""
        if self._page.textCursor().hasSelection():
            self._choose("")
            self._show_bar()
            return
        mark = None if self._page.anchorAt(place) else self.shown.at(self._page.cursorForPosition(place).position())
        self._choose(mark.id if mark else "")
        if mark:
            self._show_bar()
        else:
            self.bar.hide()

    def _selection_changed(self) -> None:
        if self._page.textCursor().hasSelection():
            if self._page.has_caret and not self._page.is_pressed:
                self._choose("")
                self._show_bar()
        elif not self.shown.current:
            self.bar.hide()

    def _show_bar(self) -> None:
        mark = self.shown.highlight(self.shown.current)
        cursor = QTextCursor(self._page.textCursor())
        cursor.setPosition(self.shown.in_document(mark)[1] if mark else cursor.selectionEnd())
        line = self._page.cursorRect(cursor)
        place = self._page.viewport().mapTo(self._page.parentWidget() or self._page, line.topLeft())
        self.bar.show_at(place, line.height(), mark.color if mark else "", mark.note if mark else "")

    def _choose(self, key: str) -> None:
        if key != self.shown.current:
            self.shown.current = key
            self.shown.draw()
            self._side.list.set_current(key)

    def _choose_under_caret(self) -> None:
        mark = self.shown.at(self._page.textCursor().position())
        if mark is not None and not self.shown.current:
            self._choose(mark.id)

    # --- what a reader does ------------------------------------------------------------------------

    def highlight(self) -> None:
        """Highlight what is selected; without a selection, work on the highlight that is chosen or under the caret."""
        if self._page.textCursor().hasSelection():
            self.color(self._color)
        self._choose_under_caret()
        if self.shown.current:
            self._show_bar()
            self.bar.take_focus()
        else:
            self.announced.emit(
                self.tr("Select some words first: with the mouse, or press F7 and hold Shift with the arrow keys.")
            )

    def color(self, color: str, key: str = "") -> None:
        """Highlight what is selected with a marker, or give a highlight another color."""
        self._color = next(known for known in COLORS if known == color)
        if not key and self._page.textCursor().hasSelection():
            mark = self.shown.of_selection(self._color)
            cursor = self._page.textCursor()
            cursor.setPosition(cursor.selectionEnd())
            self._page.setTextCursor(cursor)
        else:
            self._choose_under_caret()
            mark = self.shown.highlight(key or self.shown.current)
        if mark is None:
            return
        self.shown.current = mark.id
        mark = self._keeper.marks.keep(replace(mark, color=self._color))
        if self._side.editor.key == mark.id:
            self._side.editor.show_mark(mark.id, shortened(mark.selector.exact), mark.note, mark.color)
        self.announced.emit(f"{self.shown.spoken(mark)}: {shortened(mark.selector.exact)}")
        if not key:
            self._show_bar()

    def write_note(self) -> None:
        """Write a note on what is selected or chosen, else on the heading that is read, else on the page."""
        if self._page.textCursor().hasSelection():
            self.color(self._color)
        self._choose_under_caret()
        key = self.shown.current or f"#{self._page.current_heading()}"
        if key == "#":
            self.page_note_wanted.emit()
        else:
            self._edit(key)

    def _edit(self, key: str) -> None:
        self.bar.hide()
        self.unfold_wanted.emit()
        if mark := self.shown.highlight(key):
            self._side.editor.show_mark(key, shortened(mark.selector.exact), mark.note, mark.color)
        elif note := self.shown.note(key):
            self._side.editor.show_mark(key, note.heading, note.text)
        self._list()
        self._side.editor.note.box.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._side.editing.emit()

    def _written(self, text: str) -> None:
        key = self._side.editor.key
        if mark := self.shown.highlight(key):
            self._keeper.marks.keep(replace(mark, note=text.strip()))
        elif note := self.shown.note(key):
            self._keeper.write_note(note.address, note.title, text, note.heading)

    def _close_editor(self) -> None:
        self._side.editor.close_mark()
        self._list()
        self._back_to_page()

    def remove(self, key: str) -> None:
        """Take a highlight away, or the note on a heading."""
        editor = self._side.editor
        editor.note.save()
        if editor.key == key:
            editor.close_mark()
        self.bar.hide()
        if mark := self.shown.highlight(key):
            self._removed = mark
            self.shown.current = ""
            self._side.restore.show()
            self._keeper.marks.remove(mark)
            self.announced.emit(self.tr("Highlight removed. Ctrl+Z on the page brings it back."))
        elif note := self.shown.note(key):
            self._keeper.write_note(note.address, note.title, "")
            self.announced.emit(self.tr("Note removed"))
        self._back_to_page()

    def restore(self) -> None:
        """Bring back the highlight that was removed last."""
        if self._removed is not None:
            mark, self._removed = self._removed, None
            self._side.restore.hide()
            self._keeper.marks.keep(mark)
            self.announced.emit(self.tr("The highlight is back"))

    # --- going -------------------------------------------------------------------------------------

    def go_to(self, key: str) -> None:
        """Go to a mark of this page and open its note."""
        mark = self.shown.highlight(key)
        if mark is None:
            self._page.go_to(key.removeprefix("#"))
        self._edit(key)
        if mark is not None and not mark.lost:
            self._choose(key)
            # After the page has its new width, if its side was unfolded just now.
            QTimer.singleShot(0, self, lambda: self._bring(mark))

    def bring(self, key: str) -> None:
        """Bring a highlight into sight as soon as it has been read; one that stands no longer shows its note."""
        if self._article is not None:
            self._keeper.marks.when_read(self._article.id, lambda: self._bring_read(key))

    def _bring_read(self, key: str) -> None:
        mark = self.shown.highlight(key)
        if mark is None:
            return
        if mark.lost:
            self._edit(key)
        else:
            self._bring(mark)
            self._show_bar()

    def step(self, forward: bool = True) -> None:
        """Go to the next highlight from where the reader is, or the one before."""
        marks = self.shown.standing()
        if not marks:
            self.announced.emit(self.tr("There is no highlight on this page"))
            return
        here = next((place for place, mark in enumerate(marks) if mark.id == self.shown.current), None)
        if here is None:
            position = self._page.textCursor().position()
            before = sum(1 for mark in marks if self.shown.in_document(mark)[0] < position)
            here = before - 1 if forward else before
        mark = marks[(here + (1 if forward else -1)) % len(marks)]
        self._bring(mark)
        self._show_bar()
        self.announced.emit(f"{self.shown.spoken(mark)}: {shortened(mark.selector.exact)}")

    def _bring(self, mark: Highlight) -> None:
        cursor = QTextCursor(self._page.document())
        cursor.setPosition(self.shown.in_document(mark)[0])
        self._page.setTextCursor(cursor)
        self._page.center(cursor)
        self._choose(mark.id)

    # --- the menu ----------------------------------------------------------------------------------

    def _add_to_menu(self, menu: QMenu, position: int) -> None:
        """Add what can be done with the selected words, or where the menu was asked for."""
        menu.addSeparator()
        if self._page.textCursor().hasSelection():
            for color in COLORS:
                action = menu.addAction(self.tr("Highlight: {color}").format(color=color_words(color)))
                action.setData(color)
                action.triggered.connect(lambda _=False, chosen=color: self.color(chosen))
            menu.addAction(self.tr("Write a note on this"), self.write_note)
        elif mark := self.shown.at(position):
            menu.addAction(self.tr("Write a note on this highlight"), lambda: self._edit(mark.id))
            menu.addAction(self.tr("Remove this highlight"), lambda: self.remove(mark.id))
        elif heading := self.shown.heading_at(position):
            menu.addAction(self.tr("Write a note on this part"), lambda: self._edit(heading))

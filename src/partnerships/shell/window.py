"""The window: puts panels in place and connects their signals. No other logic."""

from collections.abc import Callable
from functools import partial
from typing import Protocol, runtime_checkable

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QAction,
    QActionGroup,
    QCloseEvent,
    QKeyEvent,
    QKeySequence,
    QResizeEvent,
)
from PySide6.QtWidgets import (
    QAbstractButton,
    QFileDialog,
    QLineEdit,
    QMainWindow,
    QPlainTextEdit,
    QStackedWidget,
    QTextEdit,
    QVBoxLayout,
    QWidget,
)

from partnerships.base.errors import Trouble
from partnerships.library.model import Address
from partnerships.notebook.model import COLORS
from partnerships.shell import panels
from partnerships.shell.actions import ACTIONS, MENUS, ActionRow
from partnerships.shell.banner import Banner
from partnerships.shell.going import HOME, Trail
from partnerships.shell.header import Header
from partnerships.shell.panel import Panel, Surroundings
from partnerships.shell.theme.icons import application_icon
from partnerships.shell.theme.theme import Theme


class Doors(Protocol):
    """What opens over or beside the window."""

    def search(self, typed: str = "") -> None:
        """Open the search."""

    def outward(self, address: str) -> None:
        """Show a web address."""

    def print(self, panel: Panel) -> None:
        """Show the print preview of a panel."""

    def pdf(self, panel: Panel, name: str) -> None:
        """Write what a panel prints to a PDF file."""

    def verify(self) -> None:
        """Check this copy."""

    def copy(self) -> None:
        """Copy to USB."""

    def tour(self) -> None:
        """Show the tour."""

    def shortcuts(self) -> None:
        """Show all keys."""

    def about(self) -> None:
        """Show what this is."""

    def window_resized(self) -> None:
        """Stay over the whole window."""


@runtime_checkable
class Reading(Protocol):
    """What the window asks of the reading panel beyond what all panels do."""

    def find_in_page(self) -> None:
        """Open the find bar."""

    def next_mark(self, forward: bool = True) -> None:
        """Go to the next mark."""

    def toggle_bookmark(self) -> None:
        """Bookmark the page, or let it go."""

    def write_note(self) -> None:
        """Put the keyboard into the note."""

    def copy_with_citation(self) -> None:
        """Copy what is selected with its citation."""

    def highlight(self, color: str = "") -> None:
        """Highlight what is selected."""

    def write_note_here(self) -> None:
        """Write a note on what is selected or read."""

    def next_highlight(self, forward: bool = True) -> None:
        """Go to the next highlight."""

    def toggle_caret(self) -> None:
        """Let the arrow keys move a caret."""


_SMALLEST = (640, 480)
_MARKING = ("highlight", "note-here", "next-highlight", "previous-highlight", "caret", *(f"mark-{c}" for c in COLORS))
_WELCOME_ONLY = ("find", "next-mark", "previous-mark", "bookmark", "note", "quote", "print", "pdf", *_MARKING)


class Window(QMainWindow):
    """The main window over one edition and one notebook. `closing` comes before it goes."""

    closing = Signal()

    def __init__(self, surroundings: Surroundings, doors: Doors, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._surroundings, self._doors = surroundings, doors
        self.edition, self.keeper, self.look = surroundings.edition, surroundings.keeper, surroundings.look
        self.trail = Trail()
        self._panels: dict[str, Panel] = {}
        self.setWindowTitle(self.edition.about.title)
        self.setWindowIcon(application_icon())
        self.setMinimumSize(*_SMALLEST)
        self.resize(self.look.settings.window_width, self.look.settings.window_height)
        self.actions_ = self._make_actions()
        about = self.edition.about
        self.header = Header(self.look, self.actions_, about.title, about.tagline, self)
        self.header.search.opened.connect(lambda typed: self.search(typed))
        self.banner = Banner(self.look, self)
        self._stack = QStackedWidget(self)
        self._lay_out()
        self._fill_menus()
        self._connect_keeper()
        self.header.search.installEventFilter(self)
        self.go(HOME)

    def _lay_out(self) -> None:
        middle = QWidget(self)
        layout = QVBoxLayout(middle)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.header)
        layout.addWidget(self.banner)
        layout.addWidget(self._stack, 1)
        self.setCentralWidget(middle)

    # --- going -------------------------------------------------------------------------------------

    def go(self, address: Address, words: tuple[str, ...] = ()) -> None:
        """Show what is at `address`, with `words` marked on a page of prose."""
        try:
            self._show(address, words)
        except Trouble as trouble:
            self.banner.say(str(trouble), "warning")
            return
        self.trail.go(address)
        self._tell_place()

    def _show(self, address: Address, words: tuple[str, ...]) -> None:
        name = panels.panel_of(address, self.edition.tool_names)
        panel = self.panel(name)
        leave = getattr(self._stack.currentWidget(), "leave", None)
        if leave is not None and self._stack.currentWidget() is not panel:
            leave()
        self._stack.setCurrentWidget(panel)
        if name == "reading":
            panel.open(address, words)  # type: ignore[call-arg]  # only a page of prose takes words to mark
        else:
            panel.open(address)

    def panel(self, name: str) -> Panel:
        """The panel of this name, made when it is first needed."""
        if name not in self._panels:
            panel = panels.MAKERS[name](self._surroundings)
            panel.chosen.connect(self.go)
            panel.outward.connect(self._doors.outward)
            panel.announced.connect(self.announce)
            for signal, job in (
                ("print_wanted", self.print),
                ("pdf_wanted", self.save_pdf),
                ("verify_wanted", self._verify),
                ("search_wanted", self.search),
            ):
                if hasattr(panel, signal):
                    getattr(panel, signal).connect(job)
            self._panels[name] = panel
            self._stack.addWidget(panel)
        return self._panels[name]

    @property
    def current(self) -> Panel:
        """The panel that is shown."""
        panel = self._stack.currentWidget()
        assert isinstance(panel, Panel)
        return panel

    def back(self) -> None:
        """Go back."""
        self._show(self.trail.back(), ())
        self._tell_place()

    def forward(self) -> None:
        """Go forward."""
        self._show(self.trail.forward(), ())
        self._tell_place()

    def _tell_place(self) -> None:
        self.actions_["back"].setEnabled(self.trail.can_go_back)
        self.actions_["forward"].setEnabled(self.trail.can_go_forward)
        reading = self.current is self._panels.get("reading")
        printing = reading or bool(getattr(self.current, "can_print", False))
        for name in _WELCOME_ONLY:
            self.actions_[name].setEnabled(printing if name in ("print", "pdf") else reading)
        here = self.trail.here.id
        self.header.show_place(here == "home", here in ("notebook", "feedback", "history"))
        title = self.edition.titles.get(here, "")
        name = self.edition.about.title
        self.setWindowTitle(f"{title} – {name}" if title else name)

    # --- actions -----------------------------------------------------------------------------------

    def _make_actions(self) -> dict[str, QAction]:
        jobs: dict[str, Callable[[], object]] = {
            "home": lambda: self.go(HOME),
            "back": self.back,
            "forward": self.forward,
            "notebook": lambda: self.go(Address("notebook")),
            "history": lambda: self.go(Address("history")),
            "feedback": self._tell_makers,
            "search": self.search,
            "print": self.print,
            "pdf": self.save_pdf,
            "larger": self.look.larger,
            "smaller": self.look.smaller,
            "normal": lambda: self.look.set_text_size(100),
            "less-motion": lambda: self.look.keep(reduced_motion=self.actions_["less-motion"].isChecked()),
            "full-screen": self._full_screen,
            "find": lambda: self._reading.find_in_page(),
            "next-mark": lambda: self._reading.next_mark(),
            "previous-mark": lambda: self._reading.next_mark(False),
            "bookmark": lambda: self._reading.toggle_bookmark(),
            "note": lambda: self._reading.write_note(),
            "quote": lambda: self._reading.copy_with_citation(),
            "highlight": lambda: self._reading.highlight(),
            "note-here": lambda: self._reading.write_note_here(),
            "next-highlight": lambda: self._reading.next_highlight(),
            "previous-highlight": lambda: self._reading.next_highlight(False),
            "caret": lambda: self._reading.toggle_caret(),
            "tour": self._doors.tour,
            "shortcuts": self._doors.shortcuts,
            "verify": self._verify,
            "copy": self._doors.copy,
            "about": self._doors.about,
            "quit": self.close,
        }
        for section in self.edition.about.sections:
            jobs[section.id] = partial(self.go, Address(f"section:{section.id}"))
        for color in COLORS:
            jobs[f"mark-{color}"] = lambda color=color: self._reading.highlight(color)  # type: ignore[misc]  # a default
        for theme in Theme.names:
            jobs[theme] = partial(self.look.set_theme, theme)
        return {row.id: self._make_action(row, jobs[row.id]) for row in ACTIONS}

    @property
    def _reading(self) -> Reading:
        """The reading panel; its actions are enabled only while it is shown."""
        panel = self.current
        assert isinstance(panel, Reading)
        return panel

    def _make_action(self, row: ActionRow, job: Callable[[], object]) -> QAction:
        action = QAction(row.text, self)
        action.setShortcuts([QKeySequence(key) for key in row.keys])
        action.triggered.connect(lambda _=False: job())
        action.setCheckable(row.id in (*Theme.names, "less-motion"))
        self.addAction(action)
        return action

    def _fill_menus(self) -> None:
        group = QActionGroup(self)
        for name in Theme.names:
            group.addAction(self.actions_[name])
        self.actions_[self.look.theme.name].setChecked(True)
        self.actions_["less-motion"].setChecked(self.look.settings.reduced_motion)
        menu = self.header.menu.menu()
        for key, words in MENUS:
            below = menu.addMenu(QCoreApplication.translate("Actions", words))
            for row in ACTIONS:
                if row.menu == key:
                    below.addAction(self.actions_[row.id])
        for row in ACTIONS:
            if row.menu == "look":
                self.header.text.menu().addAction(self.actions_[row.id])

    def search(self, typed: str = "") -> None:
        """Open the search over the window."""
        self._doors.search(typed)

    def print(self) -> None:
        """Show the print preview of what is shown."""
        self._doors.print(self.current)

    def save_pdf(self) -> None:
        """Ask for a file and write what is shown as PDF."""
        title = self.windowTitle().split(" – ")[0]
        name, _ = QFileDialog.getSaveFileName(self, self.tr("Save as PDF for paper"), f"{title}.pdf", "PDF (*.pdf)")
        if name:
            self._doors.pdf(self.current, name)

    def _tell_makers(self) -> None:
        page = self.trail.here.id
        self.go(Address("feedback", page if page in self.edition.titles else ""))

    def _verify(self) -> None:
        self._doors.verify()

    def _full_screen(self) -> None:
        self.setWindowState(self.windowState() ^ Qt.WindowState.WindowFullScreen)

    # --- saying ------------------------------------------------------------------------------------

    def announce(self, words: str) -> None:
        """Say words to assistive technology."""
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, words))

    def _connect_keeper(self) -> None:
        self.keeper.failed.connect(lambda words: self.banner.say(words, "warning"))
        if self.keeper.notice:
            self.banner.say(self.keeper.notice, "warning")
        elif self.keeper.health == "memory":
            self.banner.say(
                self.tr(
                    "Nothing here can be written to, so bookmarks, notes and sheets are gone when you quit. "
                    "Print what you need."
                ),
                "note",
            )

    # --- Qt ----------------------------------------------------------------------------------------

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Typing on the search door opens the search with what was typed."""
        if watched is self.header.search and event.type() == QEvent.Type.KeyPress:
            key, text = event.key(), event.text()  # type: ignore[attr-defined]  # a QKeyEvent
            if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space) or (text.isprintable() and text):
                self.search("" if not text.strip() else text)
                return True
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(watched, (QLineEdit, QTextEdit, QPlainTextEdit)):
            return False
        return super().eventFilter(watched, event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter does on a button what a click does; Qt itself knows only Space."""
        button = self.focusWidget()
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and isinstance(button, QAbstractButton):
            button.click()
            return
        super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The search stays over the whole window."""
        super().resizeEvent(event)
        self._doors.window_resized()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Keep where the reader is, and the window's size."""
        leave = getattr(self._stack.currentWidget(), "leave", None)
        if leave is not None:
            leave()
        if not self.isFullScreen() and not self.isMaximized():
            self.look.keep(window_width=self.width(), window_height=self.height())
        self.closing.emit()
        super().closeEvent(event)

"""Writes highlights and notes out as a file to go on working with."""

from datetime import UTC, datetime
from functools import partial
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QLocale, QObject, Signal
from PySide6.QtWidgets import QFileDialog, QLabel, QMenu, QPushButton, QWidget

from partnerships.base.errors import PlaceTrouble
from partnerships.base.files import write_whole
from partnerships.notebook.finding import Wanted
from partnerships.notebook.marks import MarkedPage
from partnerships.notebook.model import COLORS
from partnerships.publishing.notes import NotesWords, Written, notes_html, notes_markdown
from partnerships.shell.panel import Surroundings
from partnerships.shell.parts.markers import color_words

FORMATS = {".md": notes_markdown, ".html": notes_html}


class Writing(QObject):
    """A button with a menu, and a line that says what was written."""

    announced = Signal(str)

    def __init__(self, surroundings: Surroundings, parent: QWidget) -> None:
        super().__init__(parent)
        self._edition, self._keeper = surroundings.edition, surroundings.keeper
        self._window = parent
        self._wanted: Wanted | None = Wanted()
        self.button = QPushButton(self.tr("Write out"), parent)
        self.button.setToolTip(self.tr("Write the highlights and notes that are listed to a file"))
        menu = QMenu(self.button)
        menu.addAction(self.tr("Notes as Markdown…"), lambda: self._ask(".md", self.tr("Markdown (*.md)")))
        menu.addAction(self.tr("Notes as a web page (HTML)…"), lambda: self._ask(".html", self.tr("HTML (*.html)")))
        self.button.setMenu(menu)
        self.said = QLabel(parent)
        self.said.setObjectName("quiet")
        self.said.setWordWrap(True)
        self.said.hide()

    def show_wanted(self, wanted: Wanted | None) -> None:
        """Write out what is wanted; nothing where the list has no notes."""
        self._wanted = wanted
        self.button.setVisible(wanted is not None)

    def _ask(self, ending: str, kind: str) -> None:
        title = self.tr("Write out highlights and notes")
        name, _ = QFileDialog.getSaveFileName(self._window, title, f"{_words().title}{ending}", kind)
        if name:
            self.write(Path(name))

    def write(self, file: Path) -> None:
        """Write what is listed to a file, in the format that its name says; Markdown otherwise."""
        wanted = self._wanted or Wanted()
        self._keeper.ask(lambda notebook: notebook.marked_pages(wanted), lambda pages: self._write(file, pages))

    def _write(self, file: Path, pages: tuple[MarkedPage, ...]) -> None:
        about = self._edition.about
        written = Written(about.title, about.edition, datetime.now(UTC).astimezone().date().isoformat())
        text = FORMATS.get(file.suffix.lower(), notes_markdown)(pages, written, _words())
        try:
            write_whole(file, text.encode())
            self.say(self.tr("Written to “{name}”.").format(name=file.name))
        except PlaceTrouble as trouble:
            self.say(str(trouble))

    def say(self, words: str) -> None:
        """Say what was done."""
        self.said.setText(words)
        self.said.show()
        self.announced.emit(words)


def _words() -> NotesWords:
    """The words of the file, in the language of the window."""
    say = partial(QCoreApplication.translate, "NotesFile")
    return NotesWords(
        title=say("Notes"),
        about=say("From “{library}”, edition {edition}. Written out on {day}."),
        on_heading=say("On “{heading}”"),
        lost=say("No longer on the page in edition {edition}"),
        nothing=say("Nothing was marked or written."),
        colors=tuple((color, color_words(color)) for color in COLORS),
        language=QLocale().bcp47Name(),
    )

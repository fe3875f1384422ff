"""Sheets and plans on their way out as files: Word, a web page, tables. Written on a lane, whole or not at all."""

import re
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from partnerships.base.errors import Trouble
from partnerships.base.files import write_whole
from partnerships.library.model import Tool
from partnerships.notebook.results import Answers
from partnerships.publishing.sheets.document import Document
from partnerships.publishing.sheets.table_file import table_files
from partnerships.publishing.sheets.web import web_page
from partnerships.shell.jobs import Lane
from partnerships.shell.toolkit.words import sheet_words

_ODD = re.compile(r'[<>:"/\\\\|?*\x00-\x1f]+')


def word_bytes(document: Document) -> bytes:
    """The document as a Word file. The writer is loaded here, on a lane, when it is first needed."""
    from partnerships.publishing.sheets.word import word_file

    return word_file(document)


class GoingOut(QWidget):
    """Asks where to, then writes. `done` says in words what was written, `failed` what went wrong."""

    done = Signal(str)
    failed = Signal(str)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.hide()  # it only stands behind the dialogs that it opens

    # --- asking ------------------------------------------------------------------------------------

    def ask_word(self, document: Document | None) -> None:
        """Save a document as Word, where a person says."""
        if document and (file := self._ask(document.title, ".docx", self.tr("Word document (*.docx)"))):
            self.write_word(document, file)

    def ask_web(self, document: Document | None) -> None:
        """Save a document as a web page, where a person says."""
        if document and (file := self._ask(document.title, ".html", self.tr("Web page (*.html)"))):
            self.write_web(document, file)

    def ask_tables(self, tool: Tool, answers: Answers) -> None:
        """Save the tables of a sheet into a folder that a person chooses."""
        if not table_files(tool, answers, sheet_words()):
            self.failed.emit(self.tr("No table of this sheet is filled in yet."))
            return
        folder = QFileDialog.getExistingDirectory(self, self.tr("Folder for the tables"))
        if folder:
            self.write_tables(tool, answers, Path(folder))

    def _ask(self, title: str, ending: str, kind: str) -> Path | None:
        name, _ = QFileDialog.getSaveFileName(self, self.tr("Save as"), f"{file_name(title)}{ending}", kind)
        if not name:
            return None
        return Path(name) if name.lower().endswith(ending) else Path(f"{name}{ending}")

    # --- writing -----------------------------------------------------------------------------------

    def write_word(self, document: Document, file: Path) -> None:
        """Write a Word document."""
        self._write(lambda: write_whole(file, word_bytes(document)), self._saved(file))

    def write_web(self, document: Document, file: Path) -> None:
        """Write a web page."""
        self._write(lambda: write_whole(file, web_page(document)), self._saved(file))

    def write_tables(self, tool: Tool, answers: Answers, folder: Path) -> None:
        """Write each table that says something."""
        files = table_files(tool, answers, sheet_words())

        def write() -> None:
            for name, content in files:
                write_whole(folder / name, content)

        words = self.tr("%n table(s) saved in “{folder}”.", "", len(files)).format(folder=folder.name)
        self._write(write, words)

    def _saved(self, file: Path) -> str:
        return self.tr("Saved as “{name}”. It can be read with a screen reader.").format(name=file.name)

    def _write(self, job: Callable[[], None], words: str) -> None:
        """Run a job on a lane of its own, which ends with it."""
        lane = Lane("going out", self)

        def ended(tell: Callable[[], None]) -> None:
            lane.close()
            lane.deleteLater()
            tell()

        def failed(error: Exception) -> None:
            said = str(error) if isinstance(error, Trouble) else self.tr("The file could not be written.")
            ended(lambda: self.failed.emit(said))

        lane.run(self, job, lambda _: ended(lambda: self.done.emit(words)), failed)


def file_name(title: str) -> str:
    """A title as the name of a file, on every system."""
    return " ".join(_ODD.sub(" ", title).split()).rstrip(". ")[:100] or "sheet"

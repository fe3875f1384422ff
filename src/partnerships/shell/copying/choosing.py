"""Where a copy goes and what goes along."""

from itertools import pairwise
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QFileDialog, QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from partnerships.publishing.copies.drives import Drive, drive_at
from partnerships.publishing.copies.media import size_words
from partnerships.publishing.copies.sending import Target
from partnerships.publishing.copies.stick import Wanted
from partnerships.shell.copying import words
from partnerships.shell.look import Look


class DriveRow(QFrame):
    """One drive to tick. `ticked` says that it was, or no longer is."""

    ticked = Signal()

    def __init__(self, drive: Drive, needed: int, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "card")
        self.drive = drive
        self.box = QCheckBox(self)
        self.box.toggled.connect(self.ticked)
        self._where = QLabel(self)
        self._note = QLabel(self)
        for label, name in ((self._where, "quiet"), (self._note, "small")):
            label.setObjectName(name)
            label.setWordWrap(True)
            label.setTextFormat(Qt.TextFormat.PlainText)
        below = QVBoxLayout()
        below.setContentsMargins(look.scaled(29), 0, 0, 0)
        below.setSpacing(2)
        below.addWidget(self._where)
        below.addWidget(self._note)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(10, 8, 12, 10)
        layout.setSpacing(0)
        layout.addWidget(self.box)
        layout.addLayout(below)
        self.show_drive(drive, needed)

    def show_drive(self, drive: Drive, needed: int) -> None:
        """Show the drive as it is now."""
        self.drive = drive
        note = words.drive_note(drive, needed)
        self.box.setText(drive.name.replace("&", "&&"))
        self._where.setText(words.drive_words(drive))
        self._note.setText(note)
        self._note.setVisible(bool(note))
        self.box.setAccessibleDescription(f"{words.drive_words(drive)} {note}".strip())
        fits = not drive.is_read_only and words.has_room(drive, needed)
        self.box.setEnabled(fits)
        if not fits:
            self.box.setChecked(False)

    @property
    def is_wanted(self) -> bool:
        """Whether it is ticked."""
        return self.box.isChecked()


class Choosing(QWidget):
    """The first page. `changed` says that there is more or less to choose or chosen."""

    changed = Signal()

    def __init__(self, look: Look, has_notebook: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._needed = 0
        self._folders: list[Path] = []
        self._found: list[Drive] = []
        self.rows: dict[Path, DriveRow] = {}
        self.empty = QLabel(self.tr("No stick is plugged in. Plug one in: it appears here by itself."), self)
        self.empty.setObjectName("lead")
        self.empty.setWordWrap(True)
        self.folder = QPushButton(self.tr("Choose a folder…"), self)
        self.folder.setProperty("role", "link")
        self.folder.clicked.connect(self._choose_folder)
        self._list = QVBoxLayout()
        self._list.setSpacing(8)
        self._parts = QLabel(" \n ", self)
        self._parts.setWordWrap(True)
        self.notebook = QCheckBox(self.tr("My notebook too: bookmarks, notes and sheets"), self)
        self.notebook.setVisible(has_notebook)
        self._advice = QLabel(
            self.tr("Leave it out when the stick goes to somebody else. Notes on the stick are never replaced."), self
        )
        self._advice.setObjectName("small")
        self._advice.setWordWrap(True)
        self._advice.setVisible(has_notebook)
        self._lay_out()

    def _lay_out(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addWidget(self._heading(self.tr("Where to")))
        layout.addWidget(self.empty)
        layout.addLayout(self._list)
        row = QHBoxLayout()
        row.addWidget(self.folder)
        row.addStretch()
        layout.addLayout(row)
        layout.addSpacing(8)
        layout.addWidget(self._heading(self.tr("What goes along")))
        layout.addWidget(self._parts)
        layout.addWidget(self.notebook)
        layout.addWidget(self._advice)

    def _heading(self, text: str) -> QLabel:
        label = QLabel(text, self)
        label.setObjectName("heading3")
        return label

    def show_wanted(self, wanted: Wanted) -> None:
        """Say what goes along, and how large it is."""
        bundle = wanted.bundle
        self._needed = bundle.size
        program = size_words(bundle.size - bundle.edition_size)
        self._parts.setText(
            self.tr("The program ({program}) and the library, edition {edition} ({library}).").format(
                program=program, edition=bundle.edition, library=size_words(bundle.edition_size)
            )
        )
        self.show_drives(self._found)

    def show_drives(self, found: list[Drive]) -> None:
        """Show the drives that are plugged in now, and the folders that were chosen."""
        self._found = found
        plugged = {drive.path for drive in found}
        shown = {drive.path: drive for drive in [*found, *(drive_at(each) for each in self._folders)]}
        is_new = shown.keys() != self.rows.keys()
        for path in self.rows.keys() - shown.keys():
            row = self.rows.pop(path)
            self._list.removeWidget(row)
            row.hide()
            row.deleteLater()
        for path, drive in shown.items():
            if path in self.rows:
                self.rows[path].show_drive(drive, self._needed)
            else:
                self._add(drive)
        self.empty.setVisible(not plugged)
        if is_new:
            self._order_tabs()
        self.changed.emit()

    def add_folder(self, folder: Path) -> None:
        """Offer a folder too, ticked."""
        self._folders.append(folder)
        self.show_drives(self._found)
        self.rows[folder].box.setChecked(True)

    def targets(self) -> list[Target]:
        """What is ticked."""
        return [Target(path, row.drive.file_system) for path, row in self.rows.items() if row.is_wanted]

    def names(self) -> dict[Path, str]:
        """What the drives are called."""
        return {path: row.drive.name for path, row in self.rows.items()}

    def _add(self, drive: Drive) -> None:
        row = DriveRow(drive, self._needed, self._look, self)
        row.ticked.connect(self.changed)
        self.rows[drive.path] = row
        self._list.addWidget(row)

    def _order_tabs(self) -> None:
        for before, after in pairwise([*(row.box for row in self.rows.values()), self.folder, self.notebook]):
            QWidget.setTabOrder(before, after)

    def _choose_folder(self) -> None:
        name = QFileDialog.getExistingDirectory(self, self.tr("Choose the folder to put the copy in"))
        if name:
            self.add_folder(Path(name))

"""Checks this copy: every file of the library against the manifest it came with."""

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QLabel, QPlainTextEdit, QProgressBar, QPushButton, QVBoxLayout, QWidget

from partnerships.library.manifest import Fault, check
from partnerships.shell.jobs import Lane


class VerifyDialog(QDialog):
    """Says whether all files are as they should be, and names those that are not."""

    def __init__(self, library: Path, lane: Lane, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Check this copy"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.words = QLabel(self.tr("Reading every file of the library…"), self)
        self.words.setWordWrap(True)
        self._bar = QProgressBar(self)
        self._bar.setRange(0, 0)
        self.list = QPlainTextEdit(self)
        self.list.setReadOnly(True)
        self.list.setAccessibleName(self.tr("Files that are not as they should be"))
        self.list.hide()
        close = QPushButton(self.tr("Close"), self)
        close.clicked.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 20, 24, 20)
        for widget in (self.words, self._bar, self.list):
            layout.addWidget(widget)
        layout.addWidget(close, 0, Qt.AlignmentFlag.AlignRight)
        self.setMinimumWidth(460)
        lane.run(self, lambda: list(check(library)), self._show, self._trouble)

    def _show(self, results: list[tuple[str, Fault | None]]) -> None:
        self._bar.hide()
        faults = [fault for _, fault in results if fault]
        if not faults:
            self.words.setText(self.tr("All %n file(s) of the library are as they should be.", "", len(results)))
            return
        says = {
            "missing": self.tr("missing"),
            "changed": self.tr("changed"),
            "added": self.tr("added"),
        }
        self.words.setText(
            self.tr(
                "%n file(s) are not as they should be. Get a fresh copy from whoever gave you this one.",
                "",
                len(faults),
            )
        )
        self.list.setPlainText("\n".join(f"{says[fault.what]}: {fault.path}" for fault in faults))
        self.list.show()

    def _trouble(self, error: Exception) -> None:
        self._bar.hide()
        self.words.setText(str(error))

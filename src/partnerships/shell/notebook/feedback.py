"""Feedback, as the disc had it: written offline to whoever made the edition, printed or saved as a file."""

import html
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QFileDialog,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from partnerships.base.errors import PlaceTrouble
from partnerships.base.files import write_whole
from partnerships.library.edition import Edition
from partnerships.notebook.model import Feedback
from partnerships.shell.keeping import Keeper


class FeedbackForm(QWidget):
    """Writes a message. `kept` says that the notebook has it."""

    kept = Signal()

    def __init__(self, edition: Edition, keeper: Keeper, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._edition, self._keeper = edition, keeper
        self._about = ""
        title = QLabel(self.tr("Tell the makers"), self)
        title.setObjectName("heading2")
        words = QLabel(
            self.tr(
                "Is a fact wrong, a link dead, a page missing? Write it here. Nothing is sent: the message stays "
                "in your "
                "notebook until you print it or save it as a file and give it to {maker}."
            ).format(maker=edition.about.feedback_to),
            self,
        )
        words.setWordWrap(True)
        self._page = QLabel(self)
        self._page.setObjectName("quiet")
        self.text = QPlainTextEdit(self)
        self.text.setAccessibleName(self.tr("Your message"))
        self.text.setPlaceholderText(self.tr("What should they know?"))
        self.text.setTabChangesFocus(True)
        self.text.setFixedHeight(140)
        self.name = QLineEdit(self)
        self.name.setAccessibleName(self.tr("Your name, if you like"))
        self.name.setPlaceholderText(self.tr("Your name and how to reach you, if you like"))
        self.keep = QPushButton(self.tr("Keep this message"), self)
        self.keep.setProperty("role", "primary")
        self.keep.setEnabled(False)
        self.keep.clicked.connect(self._keep)
        self.text.textChanged.connect(lambda: self.keep.setEnabled(bool(self.text.toPlainText().strip())))
        self.save = QPushButton(self.tr("Save all as a file…"), self)
        self.save.clicked.connect(self._save)
        row = QHBoxLayout()
        row.addWidget(self.keep)
        row.addWidget(self.save)
        row.addStretch()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        for widget in (title, words, self._page, self.text, self.name):
            layout.addWidget(widget)
        layout.addLayout(row)
        self._said = QLabel(self)
        self._said.setObjectName("quiet")
        layout.addWidget(self._said)
        layout.addStretch()

    def write_about(self, page: str) -> None:
        """Begin a message about a page, or about the library as a whole."""
        self._about = page
        title = self._edition.titles.get(page, "")
        self._page.setText(
            self.tr("About the page “{title}”").format(title=title) if title else self.tr("About the library")
        )

    def _keep(self) -> None:
        about = self._edition.titles.get(self._about, "")
        self._keeper.add_feedback(about, self.text.toPlainText().strip(), self.name.text().strip(), self._kept)

    def _kept(self) -> None:
        self.text.clear()
        self._said.setText(self.tr("Kept in your notebook."))
        self.kept.emit()

    def _save(self) -> None:
        name, _ = QFileDialog.getSaveFileName(
            self, self.tr("Save your messages"), "messages to the makers.txt", self.tr("Text (*.txt)")
        )
        if name:
            self.write_file(Path(name))

    def write_file(self, file: Path) -> None:
        """Write all kept messages to a text file."""
        edition = self._edition.about.edition
        text = "\n\n".join(as_text(message, edition) for message in self._keeper.state.feedback)
        try:
            write_whole(file, (text + "\n").encode())
        except PlaceTrouble as trouble:
            self._said.setText(str(trouble))
            return
        self._said.setText(self.tr("Saved as “{name}”.").format(name=file.name))


def as_text(message: Feedback, edition: str) -> str:
    """A message as lines of text."""
    lines = [f"{message.made[:10]} · edition {edition} · {message.about or 'the library'}", message.text]
    return "\n".join([*lines, *([f"– {message.name}"] if message.name else [])])


def as_html(message: Feedback, edition: str) -> str:
    """A message for paper."""
    return f"<p>{html.escape(as_text(message, edition)).replace(chr(10), '<br/>')}</p>"

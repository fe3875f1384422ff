"""What this is, who made it, under which licences."""

from PySide6.QtCore import QDate, Qt
from PySide6.QtWidgets import QLabel, QPushButton, QWidget

from partnerships import __version__
from partnerships.shell.dialogs.board import Board
from partnerships.shell.panel import Surroundings


class AboutDialog(Board):
    """The about box."""

    def __init__(self, surroundings: Surroundings, parent: QWidget | None = None) -> None:
        super().__init__(surroundings.look.scaled(540), parent)
        about = surroundings.edition.about
        month = QDate.fromString(f"{about.as_of}-01", Qt.DateFormat.ISODate).toString("MMMM yyyy") or about.as_of
        self.setWindowTitle(self.tr("About"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        lines = (
            ("heading2", about.title),
            ("quiet", about.tagline),
            ("", about.independence),
            (
                "",
                self.tr("Edition {edition}, facts as of {month}. Program version {version}.").format(
                    edition=about.edition, month=month, version=__version__
                ),
            ),
            (
                "",
                self.tr(
                    "The program is free under the MIT License, the texts under CC BY 4.0. Public Sans and Source "
                    "Serif 4 are under the SIL Open Font License. State outlines are derived from US Census Bureau "
                    "boundary files, which are in the public domain. The licences of all parts lie in the folder "
                    "“licences” beside the program."
                ),
            ),
            ("", self.tr("It opens no connection to any network and writes nothing but your notebook.")),
        )
        for name, words in lines:
            label = QLabel(words, self)
            label.setObjectName(name)
            label.setWordWrap(True)
            self.words.addWidget(label)
        close = QPushButton(self.tr("Close"), self)
        close.setProperty("role", "primary")
        close.clicked.connect(self.accept)
        self.buttons.addStretch()
        self.buttons.addWidget(close)

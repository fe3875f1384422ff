"""What this is, who made it, under which licences."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QLabel, QPushButton, QVBoxLayout, QWidget

from partnerships import __version__
from partnerships.shell.panel import Surroundings


class AboutDialog(QDialog):
    """The about box."""

    def __init__(self, surroundings: Surroundings, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        about = surroundings.edition.about
        self.setWindowTitle(self.tr("About"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        lines = (
            ("heading2", about.title),
            ("quiet", about.tagline),
            ("", about.independence),
            (
                "",
                self.tr("Edition {edition}, facts as of {month}. Program version {version}.").format(
                    edition=about.edition, month=about.as_of, version=__version__
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
        layout = QVBoxLayout(self)
        layout.setContentsMargins(28, 24, 28, 20)
        layout.setSpacing(10)
        for name, words in lines:
            label = QLabel(words, self)
            label.setObjectName(name)
            label.setWordWrap(True)
            layout.addWidget(label)
        close = QPushButton(self.tr("Close"), self)
        close.setProperty("role", "primary")
        close.clicked.connect(self.accept)
        layout.addWidget(close, 0, Qt.AlignmentFlag.AlignRight)
        self.setFixedWidth(surroundings.look.scaled(540))

"""The window when the library or the notebook cannot be opened: what is wrong, and what to do."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from partnerships import __version__
from partnerships.base.errors import Trouble
from partnerships.base.places import Places
from partnerships.shell.look import Look
from partnerships.shell.theme.icons import application_icon, icon


class BrokenWindow(QWidget):
    """Says in plain words why nothing can be read."""

    def __init__(self, trouble: Trouble, places: Places, look: Look) -> None:
        super().__init__()
        self.setWindowTitle(self.tr("Community Partnerships"))
        self.setWindowIcon(application_icon())
        self.setObjectName("broken")
        self._details = f"{trouble}\n{places.library}\n{places.notebook}\n{__version__}"
        sign = QLabel(self)
        sign.setPixmap(icon("warning", look.theme).pixmap(look.scaled(48), look.scaled(48)))
        title = QLabel(self.tr("The library cannot be opened"), self)
        title.setObjectName("heading1")
        title.setWordWrap(True)
        self.what = QLabel(trouble.what, self)
        self.what.setWordWrap(True)
        self.what.setObjectName("lead")
        self.remedy = QLabel(trouble.remedy, self)
        self.remedy.setWordWrap(True)
        self.remedy.setObjectName("strong")
        copy = QPushButton(self.tr("Copy these details"), self)
        copy.clicked.connect(lambda: QGuiApplication.clipboard().setText(self._details))
        close = QPushButton(self.tr("Quit"), self)
        close.setProperty("role", "primary")
        close.clicked.connect(self.close)
        row = QHBoxLayout()
        row.addWidget(copy)
        row.addStretch()
        row.addWidget(close)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(48, 40, 48, 32)
        layout.setSpacing(14)
        layout.addStretch()
        for widget in (sign, title, self.what, self.remedy):
            layout.addWidget(widget, 0, Qt.AlignmentFlag.AlignTop)
        layout.addStretch()
        layout.addLayout(row)
        self.resize(look.scaled(760), look.scaled(460))

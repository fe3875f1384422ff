"""A link outward: its address and a QR code, opened in a browser only after a person says so."""

from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtWidgets import QLabel, QPushButton, QWidget

from partnerships.shell.dialogs.board import Board
from partnerships.shell.look import Look
from partnerships.shell.parts.qr import QrCode


class OutwardDialog(Board):
    """Shows where a link leads. This program itself never opens a connection."""

    def __init__(self, address: str, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(look.scaled(460), parent)
        self.address = address
        self.setWindowTitle(self.tr("A link out of the library"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        title = QLabel(self.tr("This address is on the internet"), self)
        title.setObjectName("heading2")
        words = QLabel(
            self.tr(
                "The library works without a network. Scan the code with a phone, copy the address, or open it "
                "in a browser of this computer."
            ),
            self,
        )
        words.setWordWrap(True)
        shown = QLabel(address, self)
        shown.setObjectName("strong")
        shown.setWordWrap(True)
        shown.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        shown.setAccessibleName(self.tr("Address: {address}").format(address=address))
        code = QrCode(address, look.scaled(180), self)
        for widget in (title, words):
            self.words.addWidget(widget)
        self.words.addWidget(code, 0, Qt.AlignmentFlag.AlignHCenter)
        self.words.addWidget(shown)
        self._add_buttons()

    def _add_buttons(self) -> None:
        copy = QPushButton(self.tr("Copy address"), self)
        copy.clicked.connect(lambda: QGuiApplication.clipboard().setText(self.address))
        yes = QPushButton(self.tr("Open in a browser"), self)
        yes.clicked.connect(self._open)
        no = QPushButton(self.tr("Stay here"), self)
        no.setProperty("role", "primary")
        no.setDefault(True)
        no.clicked.connect(self.reject)
        self.buttons.addWidget(copy)
        self.buttons.addStretch()
        self.buttons.addWidget(yes)
        self.buttons.addWidget(no)
        no.setFocus()

    def _open(self) -> None:
        QDesktopServices.openUrl(QUrl(self.address))
        self.accept()

"""All keys on one sheet, made from the table of actions."""

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QDialog, QGridLayout, QLabel, QPushButton, QScrollArea, QVBoxLayout, QWidget

from partnerships.shell.actions import ACTIONS, MENUS
from partnerships.shell.look import Look


class KeysDialog(QDialog):
    """The shortcuts sheet."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Keys"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        title = QLabel(self.tr("Everything by keyboard"), self)
        title.setObjectName("heading2")
        sheet = QWidget(self)
        sheet.setObjectName("scrolled")
        columns = QGridLayout(sheet)
        columns.setContentsMargins(0, 0, 12, 0)
        columns.setHorizontalSpacing(36)
        for place, (menu, words) in enumerate(MENUS):
            columns.addLayout(self._group(menu, QCoreApplication.translate("Actions", words)), place // 2, place % 2)
        area = QScrollArea(self)
        area.setWidgetResizable(True)
        area.setWidget(sheet)
        close = QPushButton(self.tr("Close"), self)
        close.setProperty("role", "primary")
        close.clicked.connect(self.accept)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 20, 24, 20)
        layout.addWidget(title)
        layout.addWidget(area, 1)
        layout.addWidget(close, 0, Qt.AlignmentFlag.AlignRight)
        self.resize(look.scaled(720), look.scaled(560))

    def _group(self, menu: str, title: str) -> QGridLayout:
        grid = QGridLayout()
        grid.setVerticalSpacing(6)
        head = QLabel(title)
        head.setObjectName("eyebrow")
        grid.addWidget(head, 0, 0, 1, 2)
        rows = [row for row in ACTIONS if row.menu == menu and row.keys]
        for place, row in enumerate(rows, 1):
            keys = QKeySequence(row.keys[0]).toString(QKeySequence.SequenceFormat.NativeText)
            if len(row.keys) > 1 and row.keys[1] == "/":
                keys += "  /"
            label = QLabel(keys)
            label.setObjectName("key")
            grid.addWidget(QLabel(row.text), place, 0)
            grid.addWidget(label, place, 1, Qt.AlignmentFlag.AlignRight)
        grid.setRowStretch(len(rows) + 1, 1)
        grid.setColumnStretch(0, 1)
        return grid

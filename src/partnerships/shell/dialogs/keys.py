"""All keys on one sheet, made from the table of actions."""

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QGridLayout, QLabel, QPushButton, QWidget

from partnerships.shell.actions import ACTIONS, MENUS
from partnerships.shell.dialogs.board import Board
from partnerships.shell.look import Look


class KeysDialog(Board):
    """The shortcuts sheet."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(look.scaled(720), parent)
        self.setWindowTitle(self.tr("Keys"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        title = QLabel(self.tr("Everything by keyboard"), self)
        title.setObjectName("heading2")
        columns = QGridLayout()
        columns.setHorizontalSpacing(look.scaled(36))
        columns.setVerticalSpacing(look.scaled(20))
        for place, (menu, words) in enumerate(MENUS):
            columns.addLayout(self._group(menu, QCoreApplication.translate("Actions", words)), place // 2, place % 2)
        close = QPushButton(self.tr("Close"), self)
        close.setProperty("role", "primary")
        close.clicked.connect(self.accept)
        self.words.addWidget(title)
        self.words.addLayout(columns)
        self.words.addStretch()
        self.buttons.addStretch()
        self.buttons.addWidget(close)

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

"""How copies stand while they are made, and what came of them."""

import time
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QProgressBar, QVBoxLayout, QWidget

from partnerships.publishing.copies.pace import Pace
from partnerships.publishing.copies.sending import Standing
from partnerships.shell.copying import words
from partnerships.shell.look import Look
from partnerships.shell.theme.icons import icon


class CopyRow(QFrame):
    """One copy: where it goes, what it is doing, how far it is, what came of it."""

    def __init__(self, name: str, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "card")
        self._look = look
        self._sign_name = ""
        self._sign = QLabel(self)
        self._sign.hide()
        title = QLabel(name, self)
        title.setObjectName("strong")
        title.setTextFormat(Qt.TextFormat.PlainText)
        self.doing = QLabel(self)
        self.doing.setObjectName("quiet")
        self.doing.setAlignment(Qt.AlignmentFlag.AlignRight)
        self.bar = QProgressBar(self)
        self.bar.setTextVisible(False)
        self.bar.setAccessibleName(self.tr("Progress of {name}").format(name=name))
        self.said = QLabel(self)
        self.said.setWordWrap(True)
        self.said.setTextFormat(Qt.TextFormat.PlainText)
        self.said.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.said.hide()
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(self._sign)
        head.addWidget(title, 1)
        head.addWidget(self.doing)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(14, 10, 14, 12)
        layout.addLayout(head)
        layout.addWidget(self.bar)
        layout.addWidget(self.said)
        look.changed.connect(self._restyle)

    def show_standing(self, standing: Standing) -> None:
        """Show how the copy stands."""
        self.bar.setRange(0, 1000 if standing.total else 0)
        self.bar.setValue(standing.done * 1000 // standing.total if standing.total else 0)
        percent = f" · {standing.done * 100 // standing.total} %" if standing.total and not standing.is_over else ""
        self.doing.setText(words.stage_words(standing) + percent)
        self.bar.setVisible(not standing.is_over)
        if standing.is_over:
            self._show_end(standing)

    def show_stopped(self) -> None:
        """Show that it was stopped before it was done."""
        self.bar.hide()
        self.doing.setText(self.tr("Stopped"))
        self._say(self.tr("What was half-made has been taken away."), "info")

    def _show_end(self, standing: Standing) -> None:
        if standing.trouble is not None:
            self._say(str(standing.trouble), "warning")
        elif standing.made is not None:
            self._say(words.made_words(standing.made), "check")

    def _say(self, text: str, sign: str) -> None:
        self.said.setText(text)
        self.said.show()
        self._sign_name = sign
        self._sign.show()
        self._restyle()

    def _restyle(self) -> None:
        if self._sign_name:
            size = self._look.scaled(18)
            self._sign.setPixmap(icon(self._sign_name, self._look.theme).pixmap(size, size))


class Progress(QWidget):
    """The second page: all copies and, while they are made, how fast they go."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._pace = Pace()
        self.rows: dict[Path, CopyRow] = {}
        self.pace = QLabel(" ", self)
        self.pace.setObjectName("quiet")
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(8)
        self._layout.addWidget(self.pace)

    def begin(self, names: dict[Path, str]) -> None:
        """Show these copies, not yet begun."""
        for row in self.rows.values():
            self._layout.removeWidget(row)
            row.hide()
            row.deleteLater()
        self.rows = {}
        self._pace = Pace()
        self.pace.setText(" ")
        self.pace.show()
        for path, name in names.items():
            row = self.rows[path] = CopyRow(name, self._look, self)
            row.show_standing(Standing(path))
            self._layout.insertWidget(self._layout.count() - 1, row)

    def show_standings(self, standings: tuple[Standing, ...]) -> None:
        """Show how all copies stand."""
        for standing in standings:
            self.rows[standing.target].show_standing(standing)
        self._pace.see(time.monotonic(), sum(standing.done for standing in standings))
        self.pace.setText(words.pace_words(self._pace, sum(standing.total for standing in standings)))

    def end(self, standings: tuple[Standing, ...]) -> None:
        """Show what came of all copies; those that are not over were stopped."""
        self.pace.hide()
        for standing in standings:
            if standing.is_over:
                self.rows[standing.target].show_standing(standing)
            else:
                self.rows[standing.target].show_stopped()

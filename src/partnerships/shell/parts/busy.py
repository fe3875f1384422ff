"""A thin strip that says what is going on, how far it is, and lets a person stop it."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QProgressBar, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from partnerships.base.progress import Step


class BusyStrip(QFrame):
    """Hidden while nothing is going on. `stopped` says that a person pressed Stop."""

    stopped = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "busy")
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.words = QLabel()
        self.words.setObjectName("quiet")
        self.words.setTextFormat(Qt.TextFormat.PlainText)
        self.count = QLabel()
        self.count.setObjectName("quiet")
        self.stop = QPushButton(self.tr("Stop"))
        self.stop.setProperty("role", "quiet")
        self.stop.clicked.connect(self._stop)
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        self.bar.setAccessibleName(self.tr("Progress"))
        row = QHBoxLayout()
        row.setSpacing(14)
        row.addWidget(self.words, 1)
        row.addWidget(self.count)
        row.addWidget(self.stop)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(14, 6, 14, 8)
        layout.setSpacing(4)
        layout.addLayout(row)
        layout.addWidget(self.bar)
        self.hide()

    def begin(self, words: str, can_stop: bool = True) -> None:
        """Show that something has begun; how far it will go is not known yet."""
        self.words.setText(words)
        self.count.clear()
        self.bar.setRange(0, 0)
        self.stop.setVisible(can_stop)
        self.stop.setEnabled(True)
        self._say(words)
        self.show()

    def show_step(self, step: Step) -> None:
        """Show how far it is."""
        self.words.setText(step.doing)
        self.bar.setRange(0, step.total)
        self.bar.setValue(step.done)
        self.count.setText(
            self.tr("{done} of {total}").format(done=f"{step.done:,}", total=f"{step.total:,}") if step.total else ""
        )
        self._say(step.doing)

    def end(self) -> None:
        """It is over."""
        self.hide()

    def _stop(self) -> None:
        self.stop.setEnabled(False)
        self.words.setText(self.tr("Stopping…"))
        self.stopped.emit()

    def _say(self, words: str) -> None:
        self.setAccessibleName(words)
        self.bar.setAccessibleDescription(words)

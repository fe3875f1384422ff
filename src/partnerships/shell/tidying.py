"""Python's garbage is collected on the UI thread only.

WORKAROUND: Python may collect garbage on whatever thread runs, and a Qt object that dies on a lane's
thread takes the program with it (PySide 6). So automatic collection is off, and a timer does it here.
"""

import gc

from PySide6.QtCore import QObject, QTimer

EVERY_MS = 2000


class Tidying(QObject):
    """Collects garbage from time to time, as long as it lives."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        gc.disable()
        self._timer = QTimer(self)
        self._timer.setInterval(EVERY_MS)
        self._timer.timeout.connect(tidy)
        self._timer.start()


def tidy() -> None:
    """Collect the generations that Python itself would collect now."""
    counts, limits = gc.get_count(), gc.get_threshold()
    due = [generation for generation in (0, 1, 2) if counts[generation] > limits[generation] > 0]
    if due:
        gc.collect(due[-1])

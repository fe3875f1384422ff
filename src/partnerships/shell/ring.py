"""The ring of focus shows once Tab or an arrow moved the focus, and goes again with a click: nobody else needs it."""

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QWindow
from PySide6.QtWidgets import QAbstractSpinBox, QApplication, QComboBox, QLineEdit, QPlainTextEdit, QWidget

from partnerships.shell.parts.drawn import CALM

_TABS = (Qt.Key.Key_Tab, Qt.Key.Key_Backtab)
_ARROWS = (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Home, Qt.Key.Key_End)
_FIELDS = (QLineEdit, QPlainTextEdit, QAbstractSpinBox, QComboBox)


class Ring(QObject):
    """Marks the widget with the focus as calm as long as a person uses the mouse, or only types."""

    def __init__(self, application: QApplication) -> None:
        super().__init__(application)
        self._tabbed = False
        self._key: int | None = None  # the key that is down
        application.focusWindowChanged.connect(self._watch)
        application.focusChanged.connect(self._focus_moved)

    def _watch(self, window: QWindow | None) -> None:
        if window is not None:
            window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """See what a person uses; nothing is taken away."""
        if event.type() == QEvent.Type.MouseButtonPress:
            self._tabbed = False
        elif event.type() == QEvent.Type.KeyRelease:
            self._key = None
        elif event.type() == QEvent.Type.KeyPress:
            self._key = event.key()  # type: ignore[attr-defined]  # a QKeyEvent
            if self._key in _TABS:
                self._tabbed = True
                self._show(QApplication.focusWidget(), calm=False)
        return False

    def _focus_moved(self, before: QWidget | None, now: QWidget | None) -> None:
        self._show(now, calm=not self._tabbed and self._key not in _ARROWS)

    def _show(self, widget: QWidget | None, calm: bool) -> None:
        if widget is None:
            return
        # A field shows where typing goes, however it came to the focus. The door to the search is none.
        calm = calm and (not isinstance(widget, _FIELDS) or widget.objectName() == "search")
        if bool(widget.property(CALM)) != calm:
            widget.setProperty(CALM, calm)
            widget.style().polish(widget)
            widget.update()

"""How everything looks now: theme, text size and motion, in one object that says when they change."""

from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QApplication

from partnerships.base.errors import PlaceTrouble
from partnerships.base.settings import LARGEST_TEXT, SMALLEST_TEXT, TEXT_STEP, Settings, write_settings
from partnerships.shell.theme.theme import Theme, dress

_TOGETHER_MS = 60  # steps of the text size that come faster than this are shown as one


class Look(QObject):
    """The theme and the text size in use. Panels listen to `changed` for what they draw themselves."""

    changed = Signal()

    def __init__(self, settings: Settings, file: Path | None, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.settings = settings
        self._file = file
        self.theme = Theme.load(settings.theme if settings.theme in Theme.names else "light")
        self._stepping = QTimer(self)
        self._stepping.setSingleShot(True)
        self._stepping.setInterval(_TOGETHER_MS)
        self._stepping.timeout.connect(self._show_text_size)

    @property
    def text_size(self) -> int:
        """The text size in percent."""
        return self.settings.text_size

    def scaled(self, pixels: float) -> int:
        """A length given for 100 % text, at the text size in use."""
        return round(pixels * self.text_size / 100)

    def dress(self) -> None:
        """Give the application its style."""
        application = QApplication.instance()
        assert isinstance(application, QApplication)
        dress(application, self.theme, self.text_size)

    def set_theme(self, name: str) -> None:
        """Change to the theme called `name`."""
        self.theme = Theme.load(name)
        self.keep(theme=name)
        self.dress()
        self.changed.emit()

    def set_text_size(self, percent: int) -> None:
        """Change the text size; values outside 80 to 300 are brought inside."""
        self._keep_text_size(percent)
        self._show_text_size()

    def larger(self) -> None:
        """One step larger text, soon: to set everything anew takes its time, so a held key does it once."""
        self._keep_text_size(self.text_size + TEXT_STEP)
        self._stepping.start()

    def smaller(self) -> None:
        """One step smaller text, soon."""
        self._keep_text_size(self.text_size - TEXT_STEP)
        self._stepping.start()

    def _keep_text_size(self, percent: int) -> None:
        self.keep(text_size=min(LARGEST_TEXT, max(SMALLEST_TEXT, percent)))

    def _show_text_size(self) -> None:
        self._stepping.stop()
        self.dress()
        self.changed.emit()

    def keep(self, **values: str | int | bool) -> None:
        """Change settings and keep them. A medium that cannot be written is no trouble here."""
        self.settings = replace(self.settings, **values)  # type: ignore[arg-type]  # names and types as in Settings
        try:
            write_settings(self.settings, self._file)
        except PlaceTrouble:
            return

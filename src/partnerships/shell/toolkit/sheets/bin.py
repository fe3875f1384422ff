"""The bin: deleted sheets, for thirty days, to be taken out again or to go for good."""

from collections.abc import Callable

from PySide6.QtCore import QDate, QDateTime, QLocale, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QLabel, QPushButton, QVBoxLayout, QWidget

from partnerships.library.model import Tool
from partnerships.notebook.model import Sheet
from partnerships.notebook.sheets import BIN_DAYS
from partnerships.shell.look import Look
from partnerships.shell.parts.empty import EmptyState
from partnerships.shell.parts.flow import FlowLayout
from partnerships.shell.parts.title_list import Row, TitleList

_WIDEST = 720  # of the page, at 100 % text


class BinPage(QWidget):
    """`restored` and `deleted` carry a sheet's id; `emptied`: everything goes; `closed`: back to the toolkit."""

    restored = Signal(int)
    deleted = Signal(int)
    emptied = Signal()
    closed = Signal()

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        title = QLabel(self.tr("Bin"))
        title.setObjectName("heading1")
        title.setProperty("section", "toolkit")
        lead = QLabel(self.tr("Deleted sheets stay here for {days} days, then they go for good.").format(days=BIN_DAYS))
        lead.setObjectName("lead")
        lead.setWordWrap(True)
        self.rows = TitleList(look.theme, "toolkit")
        self.rows.setProperty("role", "plain")
        self.rows.setAccessibleName(self.tr("Deleted sheets"))
        self.rows.chosen.connect(lambda _: self._restore())
        self.empty = EmptyState(
            look.theme, self.tr("The bin is empty."), self.tr("Back to the toolkit"), "trash", "toolkit"
        )
        self.empty.acted.connect(self.closed)
        self.restore = self._button(self.tr("Take out of the bin"), "primary", self._restore)
        self.delete = self._button(self.tr("Delete for good"), "", self._delete)
        self.clear = self._button(self.tr("Empty the bin"), "quiet", self.emptied.emit)
        buttons = FlowLayout(across=10, down=8)
        for button in (self.restore, self.delete, self.clear):
            buttons.addWidget(button)
        self._column = QVBoxLayout(self)
        self._column.setSpacing(10)
        for widget in (title, lead):
            self._column.addWidget(widget)
        self._column.addLayout(buttons)
        self._column.addWidget(self.rows, 1)
        self._column.addWidget(self.empty, 1)
        self.restyle()

    def _button(self, words: str, role: str, job: Callable[[], object]) -> QPushButton:
        button = QPushButton(words)
        button.setProperty("role", role)
        button.setProperty("section", "toolkit")
        button.clicked.connect(lambda _=False: job())
        return button

    def show_sheets(self, sheets: tuple[Sheet, ...], tools: dict[str, Tool]) -> None:
        """Show what is in the bin."""
        rows = tuple(self._row(sheet, tools[sheet.tool]) for sheet in sheets if sheet.tool in tools)
        self.rows.show_rows(rows, rows[0].key if rows else "")
        for widget in (self.rows, self.restore, self.delete, self.clear):
            widget.setVisible(bool(rows))
        self.empty.setVisible(not rows)

    def _row(self, sheet: Sheet, tool: Tool) -> Row:
        deleted = QDateTime.fromString(sheet.binned, Qt.DateFormat.ISODate).toLocalTime().date()
        line = self.tr("{tool} · deleted {day} · goes for good {last}").format(
            tool=tool.title, day=_day(deleted), last=_day(deleted.addDays(BIN_DAYS))
        )
        return Row(sheet.name, str(sheet.id), line)

    def _current(self) -> int | None:
        index = self.rows.currentIndex()
        return int(self.rows.row(index.row()).key) if index.isValid() else None

    def _restore(self) -> None:
        if (number := self._current()) is not None:
            self.restored.emit(number)

    def _delete(self) -> None:
        if (number := self._current()) is not None:
            self.deleted.emit(number)

    def restyle(self) -> None:
        """Take up the look in use."""
        self.rows.restyle(self._look.theme, self._look.text_size, "toolkit")
        self.empty.show_theme(self._look.theme)
        side = max(28, (self.width() - self._look.scaled(_WIDEST)) // 2)
        self._column.setContentsMargins(side, 24, side, 24)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the column in the middle."""
        super().resizeEvent(event)
        self.restyle()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Delete in the list takes a sheet away for good; Escape goes back."""
        if event.key() == Qt.Key.Key_Delete and self.focusWidget() is self.rows:
            self._delete()
        elif event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        else:
            super().keyPressEvent(event)


def _day(date: QDate) -> str:
    return QLocale(QLocale.Language.English).toString(date, "MMM d, yyyy")

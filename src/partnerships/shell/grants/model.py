"""The table of programs as Qt sees it, and which programs are ticked for comparison."""

from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal

from partnerships.shell.grants.programs import Program
from partnerships.shell.grants.words import agency_line, column_words, match_line, opens_line, status_line

Index = QModelIndex | QPersistentModelIndex
CHECK, PROGRAM, PAYS, AWARD, OPENS, STATUS = range(6)
FEWEST, MOST = 2, 4  # programs side by side


class ProgramsModel(QAbstractTableModel):
    """Rows of programs. `ticked`: another choice for comparison; `refused`: one more than fits side by side."""

    ticked = Signal()
    refused = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.rows: tuple[Program, ...] = ()
        self.chosen: tuple[str, ...] = ()
        self._heads = column_words()

    def show(self, rows: tuple[Program, ...]) -> None:
        """Show these programs instead of those shown so far."""
        if rows != self.rows:
            self.beginResetModel()
            self.rows = rows
            self.endResetModel()

    def tick(self, row: int) -> None:
        """Choose the program of a row for comparison, or let it go."""
        program = self.rows[row].id
        if program not in self.chosen and len(self.chosen) == MOST:
            self.refused.emit()
            return
        others = tuple(held for held in self.chosen if held != program)
        self.choose(others if program in self.chosen else (*others, program))

    def choose(self, programs: tuple[str, ...]) -> None:
        """Choose exactly these for comparison."""
        self.chosen = programs
        if self.rows:
            self.dataChanged.emit(self.index(0, 0), self.index(len(self.rows) - 1, STATUS))
        self.ticked.emit()

    def is_ticked(self, row: int) -> bool:
        """Whether the program of a row is chosen for comparison."""
        return self.rows[row].id in self.chosen

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self.rows)

    def columnCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._heads)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        # Any: as Qt has it
        if orientation == Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return self._heads[section]
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # as Qt has it
        program, column = self.rows[index.row()], index.column()
        if role == Qt.ItemDataRole.DisplayRole:
            return self._words(program)[column]
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self._said(program, column)
        if role == Qt.ItemDataRole.ToolTipRole:
            return {PAYS: program.pays_for, AWARD: f"{program.award} {program.match_words}", OPENS: program.opens}.get(
                column
            )
        if role == Qt.ItemDataRole.CheckStateRole and column == CHECK:
            return Qt.CheckState.Checked if program.id in self.chosen else Qt.CheckState.Unchecked
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        plain = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        return plain | Qt.ItemFlag.ItemIsUserCheckable if index.column() == CHECK else plain

    def _words(self, program: Program) -> tuple[str, ...]:
        return (
            "",
            program.title,
            program.pays_for,
            program.award,
            opens_line(program),
            status_line(program),
        )

    def _said(self, program: Program, column: int) -> str:
        if column == CHECK:
            return self.tr("Choose {title} for comparison").format(title=program.title)
        said = {
            PROGRAM: (program.title, agency_line(program), *self._marks(program)),
            AWARD: (program.award, match_line(program)),
        }
        return ", ".join(said.get(column, (self._words(program)[column],)))

    def _marks(self, program: Program) -> tuple[str, ...]:
        return (self.tr("chosen for comparison"),) if program.id in self.chosen else ()

"""The sheet in work: its answers as they are typed, saved while the person types, undone step by step."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import partial

from PySide6.QtCore import QObject, QTimer, Signal

from partnerships.library.model import Tool
from partnerships.notebook.model import Answer, Sheet
from partnerships.shell.keeping import Keeper
from partnerships.shell.toolkit.sheets.history import NAME, Change, History

SAVE_MS = 500


@dataclass(slots=True)
class _Beginning:
    """What a sheet that the notebook is making will hold: a person may type on, or go elsewhere, meanwhile."""

    name: str
    answers: dict[str, Answer]
    partnership: int | None


class SheetWork(QObject):
    """Holds one sheet of one tool, or the beginning of one that the notebook does not have yet.

    `changed`: the answers, or what is known of the sheet, are new. `begun`: the notebook has the sheet
    now. `stepped` carries the field, or nothing for the name, whose answer was undone or done again.
    `filled`: several answers were put in that nobody typed.
    """

    changed = Signal()
    begun = Signal()
    stepped = Signal(str)
    filled = Signal()

    def __init__(self, keeper: Keeper, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._keeper = keeper
        self.tool: Tool | None = None
        self.sheet: Sheet | None = None
        self.answers: dict[str, Answer] = {}
        self.name = ""
        self.partnership: int | None = None
        self.history = History()
        self._beginning: _Beginning | None = None
        self._saving = QTimer(self)
        self._saving.setSingleShot(True)
        self._saving.setInterval(SAVE_MS)
        self._saving.timeout.connect(self.save)

    # --- opening -----------------------------------------------------------------------------------

    def open(
        self,
        tool: Tool,
        sheet: Sheet | None,
        start: Mapping[str, Answer] | None = None,
        partnership: int | None = None,
    ) -> None:
        """Work on a sheet, or begin one of `partnership` with the answers of `start`."""
        self.leave()
        self.tool, self.sheet = tool, sheet
        self.answers = dict(sheet.answers if sheet else start or {})
        self.name = sheet.name if sheet else ""
        self.partnership = sheet.partnership if sheet else partnership
        self.history = History()
        self._beginning = None
        self.changed.emit()

    def leave(self) -> None:
        """Save what waits before something else is shown."""
        if self._saving.isActive():
            self.save()

    @property
    def is_finished(self) -> bool:
        """Whether the sheet is marked as finished."""
        return bool(self.sheet and self.sheet.finished)

    # --- changing ----------------------------------------------------------------------------------

    def answer(self, field: str, answer: Answer, typed: bool) -> None:
        """Take a person's answer."""
        self.history.note(Change(field, self.answers.get(field), answer), typed)
        self._put(field, answer)

    def fill(self, answers: Mapping[str, Answer]) -> None:
        """Put in answers that nobody typed; each can be undone."""
        for field, answer in answers.items():
            self.answer(field, answer, typed=False)
        self.filled.emit()

    def rename(self, name: str) -> None:
        """Take the sheet's new name."""
        self.history.note(Change(NAME, self.name, name), typed=True)
        self._put(NAME, name)

    def undo(self) -> None:
        """Take back the last change, wherever in the sheet it was."""
        self._step(self.history.undo())

    def redo(self) -> None:
        """Do again what was taken back last."""
        self._step(self.history.redo())

    def _step(self, change: Change | None) -> None:
        if change is not None:
            self._put(change.field, change.after)
            self.stepped.emit(change.field)

    def _put(self, field: str, answer: Answer) -> None:
        if field == NAME:
            self.name = str(answer or "")
        else:
            self.answers[field] = answer
        if not self._saving.isActive():  # not begun anew at each key: a fast typist is saved too
            self._saving.start()
        self.changed.emit()

    # --- keeping -----------------------------------------------------------------------------------

    def save(self) -> None:
        """Keep what is filled in; the first time this makes the sheet."""
        self._saving.stop()
        if self.tool is None:
            return
        name = self.name.strip() or self.tool.title
        if self.sheet is not None:
            self.sheet = replace(self.sheet, name=name, answers=dict(self.answers), partnership=self.partnership)
            self._keeper.save_sheet(self.sheet)
            return
        now = _Beginning(name, dict(self.answers), self.partnership)
        if self._beginning is not None:
            self._beginning.name, self._beginning.answers = now.name, now.answers
            self._beginning.partnership = now.partnership
            return
        self._beginning = now
        then = partial(self._started, now)
        self._keeper.add_sheet(self.tool.id, name, dict(self.answers), then, self.partnership)

    def _started(self, beginning: _Beginning, sheet: Sheet) -> None:
        """The notebook has made the sheet; what was typed meanwhile is saved, also when something else is shown."""
        newest = replace(sheet, name=beginning.name, answers=beginning.answers, partnership=beginning.partnership)
        if newest != sheet:
            self._keeper.save_sheet(newest)
        if beginning is self._beginning:
            self._beginning = None
            self.sheet = newest
            self.name = self.name or sheet.name
            self.begun.emit()

    def finish(self, finished: bool) -> None:
        """Mark the sheet as finished, or as still in work."""
        if self.sheet is not None:
            self.sheet = replace(self.sheet, finished=finished)
            self.save()
            self.changed.emit()

    def give_to(self, partnership: int | None) -> None:
        """Let the sheet belong to another partnership, or to none."""
        self.partnership = partnership
        if self.sheet is not None:
            self.save()
        self.changed.emit()

    def put_into_bin(self) -> Sheet | None:
        """Delete the sheet; gives what was put into the bin."""
        self.leave()
        sheet, self.sheet = self.sheet, None
        if sheet is not None:
            self._keeper.remove_sheet(sheet)
        return sheet

"""Copy to USB: choose drives, see the copies grow, see what came of them."""

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QLabel, QPushButton, QWidget

from partnerships.base.places import Places
from partnerships.publishing.copies.drives import Drive
from partnerships.publishing.copies.sending import Standing
from partnerships.publishing.copies.stick import Wanted
from partnerships.shell.copying.choosing import Choosing
from partnerships.shell.copying.control import Copier
from partnerships.shell.copying.progress import Progress
from partnerships.shell.dialogs.board import Board
from partnerships.shell.jobs import Lane
from partnerships.shell.look import Look

_LOOK_EVERY_MS = 2000


class CopyDialog(Board):
    """One after the other: choosing, copying, what came of it. `announced` is for assistive technology.

    Reading goes on beside it. Closing it while it copies asks first.
    """

    announced = Signal(str)

    def __init__(self, places: Places, look: Look, lane: Lane, parent: QWidget | None = None) -> None:
        super().__init__(look.scaled(600), parent)
        self.setWindowTitle(self.tr("Copy to USB"))
        self.setModal(False)
        self._stage = "choosing"
        self._mark = ""
        self.copier = Copier(places, lane, self)
        self.title, self.lead = QLabel(self), QLabel(self)
        self.title.setObjectName("heading2")
        self.lead.setWordWrap(True)
        self.choosing = Choosing(look, places.notebook is not None, self)
        self.progress = Progress(look, self)
        for widget in (self.title, self.lead, self.choosing, self.progress):
            self.words.addWidget(widget)
        self.words.addStretch()
        self._make_buttons()
        self._timer = QTimer(self)
        self._timer.setInterval(_LOOK_EVERY_MS)
        self._timer.timeout.connect(self.copier.look)
        self.choosing.changed.connect(self._choice_changed)
        self.copier.found.connect(self._show_drives)
        self.copier.prepared.connect(self._prepared)
        self.copier.progressed.connect(self._progressed)
        self.copier.ended.connect(self._ended)
        self.copier.failed.connect(self._failed)
        self.choose()
        self.copier.prepare()

    def _make_buttons(self) -> None:
        self.close_button = QPushButton(self.tr("Close"), self)
        self.close_button.clicked.connect(self.reject)
        self.more_button = QPushButton(self.tr("Copy to more sticks"), self)
        self.more_button.clicked.connect(self.choose)
        self.stop_button = QPushButton(self.tr("Stop"), self)
        self.stop_button.clicked.connect(self._ask_to_stop)
        self.go_on_button = QPushButton(self.tr("Go on copying"), self)
        self.go_on_button.clicked.connect(lambda: self._show_stage("copying"))
        self.really_button = QPushButton(self.tr("Stop and take away what is half-made"), self)
        self.really_button.clicked.connect(self._stop)
        self.copy_button = QPushButton(self)
        self.copy_button.clicked.connect(self._start)
        for primary in (self.copy_button, self.go_on_button):
            primary.setProperty("role", "primary")
        self.buttons.addStretch()
        for button in (
            *(self.close_button, self.more_button, self.stop_button),
            *(self.really_button, self.go_on_button, self.copy_button),
        ):
            self.buttons.addWidget(button)

    # --- the stages --------------------------------------------------------------------------------

    def choose(self) -> None:
        """Show the drives and what goes along."""
        self._show_stage("choosing")
        self.copier.look()
        self._timer.start()

    def _show_stage(self, stage: str) -> None:
        self._stage = stage
        titles = {
            "choosing": self.tr("Copy to USB"),
            "copying": self.tr("Copying"),
            "asking": self.tr("Stop copying?"),
            "failed": self.tr("This cannot be copied"),
        }
        leads = {
            "choosing": self.tr(
                "A copy starts from the stick as it is: nothing is installed, and no network is needed."
            ),
            "copying": self.tr("Leave the sticks in until this is done. You can go on reading meanwhile."),
            "asking": self.tr("Sticks that are done stay as they are. The others keep what they had before."),
        }
        if stage in titles:
            self.title.setText(titles[stage])
        if stage in leads:
            self.lead.setText(leads[stage])
        shown = {
            self.choosing: {"choosing"},
            self.progress: {"copying", "asking", "ended"},
            self.close_button: {"choosing", "ended", "failed"},
            self.more_button: {"ended"},
            self.stop_button: {"copying"},
            self.really_button: {"asking"},
            self.go_on_button: {"asking"},
            self.copy_button: {"choosing"},
        }
        for widget, stages in shown.items():
            widget.setVisible(stage in stages)
        default = {"choosing": self.copy_button, "asking": self.go_on_button, "copying": self.stop_button}
        default.get(stage, self.close_button).setDefault(True)
        self._fit_soon()

    def _choice_changed(self) -> None:
        count = len(self.choosing.targets())
        self.copy_button.setText(self.tr("Copy to %n place(s)", "", count) if count > 1 else self.tr("Copy"))
        self.copy_button.setEnabled(count > 0)
        self._fit_soon()

    def _fit_soon(self) -> None:
        """Be as large as the words, once all that is new has been set out."""
        QTimer.singleShot(0, self, self.fit)

    def _start(self) -> None:
        targets, names = self.choosing.targets(), self.choosing.names()
        self._timer.stop()
        self.progress.begin({target.path: names[target.path] for target in targets})
        self._show_stage("copying")
        self.announced.emit(self.tr("Copying to %n place(s)", "", len(targets)))
        self.copier.start(targets, self.choosing.notebook.isChecked())

    def _ask_to_stop(self) -> None:
        self._show_stage("asking")
        self.go_on_button.setFocus()

    def _stop(self) -> None:
        self.copier.stop()
        self.really_button.setVisible(False)
        self.go_on_button.setVisible(False)
        self.lead.setText(self.tr("Stopping, and taking away what is half-made…"))

    # --- what the copier says ----------------------------------------------------------------------

    def _show_drives(self, found: list[Drive]) -> None:
        if self._stage == "choosing":
            self.choosing.show_drives(found)

    def _prepared(self, wanted: Wanted) -> None:
        self._mark = wanted.bundle.mark
        self.choosing.show_wanted(wanted)

    def _progressed(self, standings: tuple[Standing, ...]) -> None:
        self.progress.show_standings(standings)

    def _ended(self, standings: tuple[Standing, ...]) -> None:
        self.progress.end(standings)
        done = sum(standing.stage == "done" for standing in standings)
        mark = self.tr("The mark of this edition is {mark}. Tell it to whoever gets a stick.").format(mark=self._mark)
        if done == len(standings):
            self.title.setText(self.tr("%n copies are whole", "", done) if done > 1 else self.tr("The copy is whole"))
            self.lead.setText(mark)
        elif done:
            words = self.tr("{done} of {all} copies are whole")
            self.title.setText(words.format(done=done, all=len(standings)))
            self.lead.setText(mark)
        else:
            self.title.setText(self.tr("Nothing was copied"))
            self.lead.setText(self.tr("What to do stands below. Nothing on the sticks was changed for the worse."))
        self._show_stage("ended")
        self.close_button.setFocus()
        self.announced.emit(self.title.text())

    def _failed(self, error: Exception) -> None:
        self._timer.stop()
        self._show_stage("failed")
        self.lead.setText(str(error))
        self.announced.emit(str(error))

    # --- closing -----------------------------------------------------------------------------------

    def reject(self) -> None:
        """Close; while it copies, ask first."""
        if self.copier.is_copying:
            self._ask_to_stop()
            return
        self._timer.stop()
        super().reject()
        self.deleteLater()

    def closeEvent(self, event: QCloseEvent) -> None:
        """The window's own cross asks too."""
        if self.copier.is_copying:
            event.ignore()
        self.reject()

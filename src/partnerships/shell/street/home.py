"""The home screen in its place: what it shows comes from the edition and the notebook."""

from PySide6.QtCore import QDateTime, QLocale, Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from partnerships.library.model import Address
from partnerships.notebook.model import Sheet
from partnerships.notebook.results import progress
from partnerships.shell.panel import Panel, Surroundings
from partnerships.shell.street.model import Door, Home, LastSheet, Reading
from partnerships.shell.street.panel import StreetPanel

FIRST_PAGE = "definitions"


class HomePanel(Panel):
    """The street, with the reader's own places to go on from. `verify_wanted` asks to check this copy."""

    verify_wanted = Signal()

    def __init__(self, surroundings: Surroundings, parent: QWidget | None = None) -> None:
        super().__init__(surroundings, parent)
        self.street = StreetPanel(self.look.theme, self.look.settings.reduced_motion, self)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.street)
        self.street.section_chosen.connect(lambda section: self.chosen.emit(Address(f"section:{section}")))
        self.street.address_chosen.connect(self.chosen)
        self.street.tool_chosen.connect(
            lambda tool: self.chosen.emit(Address(tool) if tool else Address("section:toolkit"))
        )
        self.street.copy_chosen.connect(self.verify_wanted)
        self.look.changed.connect(self._restyle)

    def open(self, address: Address) -> None:
        """Show the home screen as it is now."""
        self.street.show_reduced_motion(self.look.settings.reduced_motion)
        self.street.show_home(self._home())

    def _restyle(self) -> None:
        self.street.show_theme(self.look.theme)

    def _home(self) -> Home:
        about, counts = self.edition.about, self.edition.counts()
        doors = tuple(Door(info.id, info.title, info.summary, counts.get(info.id, 0)) for info in about.sections)
        return Home(
            doors=doors,
            start=self._start(),
            edition=about.edition,
            as_of=about.as_of,
            independence=about.independence,
            continue_reading=self._continue(),
            last_sheet=self._last_sheet(),
        )

    def _start(self) -> Reading:
        titles = self.edition.titles
        first = FIRST_PAGE if FIRST_PAGE in titles else next(iter(titles))
        return Reading(titles[first], Address(first))

    def _continue(self) -> Reading | None:
        titles = self.edition.titles
        place = next((place for place in self.keeper.state.places if place.address.id in titles), None)
        return Reading(titles[place.address.id], Address(place.address.id), place.share) if place else None

    def _last_sheet(self) -> LastSheet | None:
        for sheet in self.keeper.state.sheets:
            if self.edition.exists(sheet.tool):
                held = progress(self.edition.tool(sheet.tool), sheet.answers)
                return LastSheet(sheet.tool, sheet.name, held.answered, held.total, self._when(sheet))
        return None

    def _when(self, sheet: Sheet) -> str:
        """When a sheet was saved, in this computer's time."""
        time = QDateTime.fromString(sheet.changed, Qt.DateFormat.ISODate).toLocalTime()
        locale = QLocale(QLocale.Language.English, QLocale.Country.UnitedStates)
        clock = locale.toString(time.time(), "h:mm AP")
        if time.date() == QDateTime.currentDateTime().date():
            return self.tr("today {time}").format(time=clock)
        return locale.toString(time.date(), "MMMM d, yyyy")

"""The application: QApplication, fonts, look, and the page that says what is wrong when the library cannot be read."""

import sys

from PySide6.QtCore import QSize, QTimer
from PySide6.QtWidgets import QApplication, QStyle

from partnerships.base.errors import EditionTrouble, NotebookTrouble
from partnerships.base.places import APPLICATION, Places
from partnerships.base.settings import read_settings
from partnerships.library.edition import Edition
from partnerships.notebook.store import Notebook
from partnerships.shell.doors import Doors
from partnerships.shell.jobs import Lane
from partnerships.shell.keeping import Keeper
from partnerships.shell.look import Look
from partnerships.shell.panel import Surroundings
from partnerships.shell.plurals import install_plurals
from partnerships.shell.ring import Ring
from partnerships.shell.theme.theme import STYLE, load_fonts
from partnerships.shell.tidying import Tidying
from partnerships.shell.window import Window


def make_application(arguments: list[str]) -> QApplication:
    """The application with its name and fonts. There is one in a process."""
    application = QApplication([*arguments, *STYLE])
    application.setApplicationName(APPLICATION)
    application.setApplicationDisplayName(APPLICATION)
    Tidying(application)
    Ring(application)
    install_plurals(application)
    load_fonts()
    return application


def make_window(places: Places, look: Look) -> Window:
    """The window over the edition and the notebook of `places`. Raises EditionTrouble or NotebookTrouble."""
    edition = Edition(places.library)
    keeper = Keeper(Notebook(places.notebook), Lane("notebook"))
    surroundings = Surroundings(edition, keeper, look)
    doors = Doors(surroundings, places)
    window = Window(surroundings, doors)
    doors.enter(window)
    doors.setParent(window)
    keeper.setParent(window)
    window.closing.connect(doors.close)
    window.closing.connect(keeper.close)
    return window


def show_whole(window: Window) -> None:
    """Show the window; it fills the screen where that has no room for its size."""
    frame = QSize(0, window.style().pixelMetric(QStyle.PixelMetric.PM_TitleBarHeight))
    room, wanted = window.screen().availableSize(), window.size() + frame
    if wanted.width() > room.width() or wanted.height() > room.height():
        window.showMaximized()
    else:
        window.show()


def run(places: Places) -> int:
    """Show the window and stay until it is closed. Gives the process's exit code."""
    application = make_application(sys.argv[:1])
    look = Look(read_settings(places.settings), places.settings)
    look.dress()
    try:
        window = make_window(places, look)
    except (EditionTrouble, NotebookTrouble) as trouble:
        from partnerships.shell.dialogs.broken import BrokenWindow

        broken = BrokenWindow(trouble, places, look)
        broken.show()
        return application.exec()
    show_whole(window)
    if not look.settings.tour_seen:
        QTimer.singleShot(600, window, lambda: window.actions_["tour"].trigger())
    return application.exec()

"""A person at the finished program, and the notebook that is left behind."""

import sqlite3
from pathlib import Path

from screen import Running, Screen, until

TITLE = "Community Partnerships"


class Reader:
    """A person at the program: opens it, types, closes it, and sees what it wrote."""

    def __init__(self, screen: Screen, program: Path, home: Path) -> None:
        self.screen, self.program, self.home = screen, program, home
        self.running: Running | None = None

    def opens(self, *words: str, before: tuple[str, ...] = ()) -> None:
        """Start the program and wait until its window is drawn and has the keyboard."""
        self.running = Running(self.screen, [*before, str(self.program), *words], self.home)
        self.window = self.screen.window(TITLE)
        self.screen.focus(self.window)
        self.screen.settled(quiet=1.0)  # a first-time reader is greeted a moment later

    def presses(self, *keys: str) -> None:
        """Press keys, and wait until the window has come to rest."""
        self.screen.press(*keys)
        self.screen.settled()

    def types(self, text: str) -> None:
        """Type, and wait until the window has come to rest."""
        self.screen.type(text)
        self.screen.settled()

    def quits(self) -> None:
        """Close by keyboard. The program must end well and must have kept quiet."""
        assert self.running
        self.screen.press("ctrl+q")
        code, output = self.running.ended()
        assert (code, output) == (0, ""), f"ended with code {code} and wrote:\n{output}"

    def stops(self) -> None:
        """End it if a test has left it open."""
        if self.running:
            self.running.stop()


def rows(notebook: Path, query: str) -> list[tuple[object, ...]]:
    """What stands in a notebook's file, read without touching it; nothing while there is no such table yet."""
    file = notebook / "notebook.sqlite3"
    if not file.is_file():
        return []
    connection = sqlite3.connect(f"{file.as_uri()}?mode=ro", uri=True)
    try:
        return connection.execute(query).fetchall()
    except sqlite3.OperationalError:  # just being made
        return []
    finally:
        connection.close()


class Notebook:
    """What a person's notebook on a stick holds, seen from outside."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def bookmarks(self) -> list[str]:
        """The addresses of all bookmarks."""
        return [str(row[0]) for row in rows(self.folder, "SELECT address FROM bookmark ORDER BY address")]

    def soon_has_a_bookmark(self) -> list[str]:
        """The bookmarks, once there is one."""
        return until(self.bookmarks, 10)

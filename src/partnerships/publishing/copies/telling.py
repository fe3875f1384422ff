"""How copies stand, in one line each, for the command line."""

import time
from pathlib import Path

from partnerships.publishing.copies.drives import Drive
from partnerships.publishing.copies.media import size_words
from partnerships.publishing.copies.pace import Pace
from partnerships.publishing.copies.sending import Standing
from partnerships.publishing.copies.stick import Copying

_DOING = {
    "looking": "reading what is there",
    "writing": "writing",
    "checking": "reading back",
    "finishing": "finishing",
}


class Told:
    """Turns standings into text; remembers what it has said, how fast the copies go, and whether there was trouble."""

    def __init__(self, on_terminal: bool) -> None:
        self.trouble = False
        self._on_terminal = on_terminal
        self._pace = Pace()
        self._said: dict[Path, str] = {}

    def lines(self, standings: tuple[Standing, ...]) -> str:
        """What is new: one line when a copy begins another stage, and one when it is over."""
        new = []
        for standing in standings:
            self.trouble |= standing.trouble is not None
            if self._said.get(standing.target, "waiting") != standing.stage:
                self._said[standing.target] = standing.stage
                new.append(f"{standing.target}: {_words(standing)}\n")
        return "".join(new)

    def now(self, standings: tuple[Standing, ...]) -> str:
        """All copies in one line that replaces the last: how much, how fast, how long still. Nothing in a file."""
        self._pace.see(time.monotonic(), sum(each.done for each in standings))
        if not self._on_terminal:
            return ""
        done, total = sum(each.done for each in standings), sum(each.total for each in standings)
        words = f"{done * 100 // total} %" if total else "0 %"
        if self._pace.speed:
            words += f", {size_words(round(self._pace.speed))} a second"
        if left := self._pace.left(total):
            words += f", {time_words(left)} left"
        return f"\r{words:<60}\r"


def drive_line(drive: Drive) -> str:
    """A drive with what a person knows it by."""
    words = f"{drive.path}: {drive.name}"
    if drive.file_system:
        words += f", {drive.file_system}"
    if drive.size:
        words += f", {size_words(drive.free)} free of {size_words(drive.size)}"
    if drive.is_read_only:
        words += ", write-protected"
    if drive.edition:
        words += f", holds edition {drive.edition}"
    return words


def time_words(seconds: float) -> str:
    """A while as people say it: 40 seconds, 3 minutes, 1 hour 10 minutes."""
    if seconds < 55:
        rounded = max(5, 5 * round(seconds / 5))
        return f"{rounded} seconds"
    minutes = max(1, round(seconds / 60))
    if minutes < 60:
        return f"{minutes} minute{'s' if minutes > 1 else ''}"
    return f"{minutes // 60} hour{'s' if minutes >= 120 else ''} {minutes % 60} minutes"


def _words(standing: Standing) -> str:
    if standing.trouble is not None:
        return str(standing.trouble)
    if standing.made is not None:
        return _made(standing.made)
    total = f" ({size_words(standing.total)} to read and write)" if standing.stage == "writing" else ""
    return f"{_DOING[standing.stage]}{total}"


def _made(made: Copying) -> str:
    words = f"whole, every file read back, in “{made.place}”"
    if not made.written:
        words = f"up to date already, every file read, in “{made.place}”"
    if made.kept_notebook:
        words += "; the notebook that is on it was left as it is"
    if made.strays:
        words += f"; {made.strays} files that are not part of it are in “other files”"
    return f"{words}."

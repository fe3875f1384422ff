"""How copies stand, in one line each, for the command line."""

from pathlib import Path

from partnerships.publishing.copies.media import size_words
from partnerships.publishing.copies.pace import Pace
from partnerships.publishing.copies.sending import Standing
from partnerships.publishing.copies.stick import Copying

_DOING = {
    "waiting": "waiting",
    "looking": "reading what is there",
    "writing": "writing",
    "checking": "reading back",
    "finishing": "finishing",
}


class Told:
    """Turns standings into lines, and remembers what it has said."""

    def __init__(self) -> None:
        self._said: dict[Path, str] = {}

    def lines(self, standings: tuple[Standing, ...]) -> list[str]:
        """What is new: one line when a copy begins another stage, and one when it is over."""
        new = []
        for standing in standings:
            if self._said.get(standing.target) != standing.stage:
                self._said[standing.target] = standing.stage
                new.append(f"{standing.target}: {_words(standing)}")
        return new


def now(standings: tuple[Standing, ...], pace: Pace) -> str:
    """All copies in one line: how much, how fast, how long still."""
    done, total = sum(each.done for each in standings), sum(each.total for each in standings)
    words = f"{done * 100 // total} %" if total else "0 %"
    if pace.speed:
        words += f", {size_words(round(pace.speed))} a second"
    if left := pace.left(total):
        words += f", {time_words(left)} left"
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

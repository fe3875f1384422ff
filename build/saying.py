"""How the build speaks: one line at a time, at once, with the seconds that have passed."""

import sys
import time
from typing import NoReturn

_started = time.monotonic()


def say(line: str) -> None:
    """Print a line of progress now, also where the output is a file."""
    print(f"[{time.monotonic() - _started:5.1f} s] {line}", flush=True)


def stop(line: str) -> NoReturn:
    """End with one plain line about what is wrong and what to do."""
    sys.stdout.flush()
    raise SystemExit(line)

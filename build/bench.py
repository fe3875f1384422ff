"""Measures the finished program beside a bare window, in one run, and prints ratios beside the bars.

Runs inside the virtual environment, on Linux; `dev.py bench` calls it. Names of measurements limit it to those.
"""

import os
import shutil
import statistics
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import measuring
import stamp
from package import FOLDER, OUT, PROGRAM, ROOT, WORK
from saying import say
from screen import Running, Screen

TITLE = "Community Partnerships"
BARE = OUT / "bare" / "bare-window"
Row = tuple[str, str, str, bool]  # what, measured, bar, met


def start(screen: Screen, home: Path) -> Iterator[Row]:
    """Start to first painted page, warm, against a bare window."""
    pairs = [
        (measuring.start(screen, [str(BARE / "bare-window")], home), measuring.start(screen, _ours(home), home))
        for _ in range(7)
    ]
    bare, ours = (statistics.median(column) for column in zip(*pairs, strict=True))
    yield (
        "start to painted home",
        f"{ours / bare:.2f} × a bare window ({ours:.3f} s, {bare:.3f} s)",
        "≤ 1.3 ×",
        ours <= 1.3 * bare,
    )


def memory(screen: Screen, home: Path) -> Iterator[Row]:
    """Memory after the start."""
    bare = measuring.memory(screen, [str(BARE / "bare-window")], home, "Bare window")
    ours = measuring.memory(screen, _ours(home), home, TITLE)
    yield "memory after start (PSS)", f"{ours:.0f} MB ({ours / bare:.2f} × a bare window)", "≤ 90 MB", ours <= 90


def cold(screen: Screen, home: Path) -> Iterator[Row]:
    """Read from the medium before the first page."""
    with measuring.stick_with(BARE) as bare_stick, measuring.stick_with(FOLDER) as stick:
        medium = "on a medium that reads ahead 128 KiB" if stick else "on this disk, with its own reading ahead"
        bare_folder, folder = bare_stick or BARE, stick or FOLDER
        bare = measuring.read_before_painting(screen, [str(bare_folder / "bare-window")], home, bare_folder)
        ours = measuring.read_before_painting(screen, _ours(home, folder), home, folder)
    told = f"{ours:.0f} MiB ({ours / bare:.2f} × a bare window), {medium}"
    yield "read before first paint, cold", told, "≤ 45 MiB", ours <= 45


def answers(screen: Screen, home: Path) -> Iterator[Row]:
    """Key press to painted results, and a result to its painted page, from outside the program."""
    typing, opening = measuring.answers(screen, _ours(home), home, TITLE)
    p50, p95, p99 = (_percentile(typing, share) for share in (50, 95, 99))
    told = f"{p99 / 16:.2f} × 16 ms (p50 {p50:.0f}, p95 {p95:.0f}, p99 {p99:.0f} ms of {len(typing)} keys)"
    yield "key press to painted results", told, "p99 ≤ 16 ms", p99 <= 16
    p50, p95 = (_percentile(opening, share) for share in (50, 95))
    told = f"{p95 / 50:.2f} × 50 ms (p50 {p50:.0f}, p95 {p95:.0f} ms of {len(opening)} pages)"
    yield "opening an article", told, "p95 ≤ 50 ms", p95 <= 50


def size(_: Screen, __: Path) -> Iterator[Row]:
    """On disk, beside a bare window."""
    ours, bare = (
        sum(file.stat().st_size for file in folder.rglob("*") if file.is_file()) / 1e6 for folder in (FOLDER, BARE)
    )
    yield "size on disk", f"{ours:.0f} MB ({ours / bare:.2f} × a bare window)", "≤ 150 MB", ours <= 150


MEASUREMENTS: dict[str, Callable[[Screen, Path], Iterator[Row]]] = {
    each.__name__: each for each in (size, start, memory, cold, answers)
}


def main(wanted: list[str]) -> int:
    """Measure what is wanted, or everything."""
    if unknown := set(wanted) - set(MEASUREMENTS):
        raise SystemExit(f"There is no measurement {', '.join(unknown)}. There are: {', '.join(MEASUREMENTS)}.")
    _make_bare()
    home = measuring.scratch_home()
    rows: list[Row] = []
    with Screen() as screen:
        _greet(screen, home)
        for name in wanted or MEASUREMENTS:
            say(f"Measuring: {MEASUREMENTS[name].__doc__}")
            rows += MEASUREMENTS[name](screen, home)
    shutil.rmtree(home, ignore_errors=True)
    for what, measured, bar, met in rows:
        print(f"{'ok  ' if met else 'OVER'}  {what:<32} {bar:<12} {measured}")
    print(f"{sum(row[3] for row in rows)} of {len(rows)} bars are met.")
    return 0


def _ours(home: Path, folder: Path = FOLDER) -> list[str]:
    return [str(folder / PROGRAM.name), "--notebook", str(home / "notebook")]


def _greet(screen: Screen, home: Path) -> None:
    """Start once and close what greets a first-time reader, so that every later start is a usual one."""
    running = Running(screen, _ours(home), home)
    screen.focus(screen.window(TITLE))
    screen.settled(1.0)
    screen.press("Escape")
    screen.settled()
    screen.press("ctrl+q")
    running.ended()


def _make_bare() -> None:
    number = stamp.of(ROOT / "build")
    if BARE.is_dir() and stamp.kept("bare") == number:
        return
    say("Packaging a bare window to measure against (about 20 seconds)")
    command = [sys.executable, "-W", "ignore", "-m", "PyInstaller", "--noconfirm", "--log-level", "ERROR"]
    command += ["--distpath", str(BARE.parent), "--workpath", str(WORK), str(ROOT / "build" / "bare-window.spec")]
    environment = os.environ | {"PYINSTALLER_CONFIG_DIR": str(WORK / "cache")}
    subprocess.run(command, env=environment, check=True, capture_output=True)
    stamp.keep("bare", number)


def _percentile(values: list[float], share: int) -> float:
    return sorted(values)[min(len(values) - 1, len(values) * share // 100)]


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))

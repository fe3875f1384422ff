"""What is measured of a finished program, from outside: its start, memory, reading from the medium, and answers."""

import ctypes
import mmap
import os
import shutil
import subprocess
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from keyboard import Keyboard
from screen import HEIGHT, Running, Screen, until

QUERIES = ("crisis intervention team", "grant for small agencies", "school resource officer", "memphis", "what works")
ENOUGH = 0.95  # of the sampled pixels as they will stay: then a person sees the page


def start(screen: Screen, command: list[str], home: Path) -> float:
    """Seconds from starting the program to its first painted page."""
    seen: list[tuple[float, bytes]] = []
    running = Running(screen, command, home)
    try:
        last, changed = screen.frame(), running.started
        while time.perf_counter() - changed < (0.6 if seen else 20):
            if (frame := screen.frame()) != last:
                last, changed = frame, time.perf_counter()
                seen.append((changed, _sampled(frame)))
            time.sleep(0.001)
    finally:
        running.stop()
    if not seen:
        raise SystemExit(f"{command[0]} painted nothing.")
    rest = seen[-1][1]
    # zip over rows of single bytes: cheap, and done after the clock has stopped
    painted = next(moment for moment, sample in seen if _alike(sample, rest) >= ENOUGH)
    screen.settled()
    return painted - running.started


def memory(screen: Screen, command: list[str], home: Path, title: str) -> float:
    """Megabytes that the program has to itself after its start, with its share of what it shares (PSS)."""
    with _opened(screen, command, home, title) as running:
        return sum(_proportional(pid) for pid in _family(running.process.pid)) / 1e6


def read_before_painting(screen: Screen, command: list[str], home: Path, medium: Path) -> float:
    """Mebibytes of the files below `medium` that were read before the first page was painted, none being cached."""
    files = [file for file in medium.rglob("*") if file.is_file() and file.stat().st_size]
    os.sync()
    for file in files:
        with file.open("rb") as opened:
            os.posix_fadvise(opened.fileno(), 0, 0, os.POSIX_FADV_DONTNEED)
    left = sum(_cached(file) for file in files)
    if left > 1 << 20:
        raise SystemExit(f"{left / 2**20:.0f} MiB of {medium} could not be put out of the cache; is it in use?")
    running = Running(screen, command, home)
    try:
        before = screen.frame()
        until(lambda: screen.frame() != before)
        screen.settled(0.3)
        return (sum(_cached(file) for file in files) - left) / 2**20
    finally:
        running.stop()
        screen.settled()


@contextmanager
def stick_with(folder: Path) -> Iterator[Path | None]:
    """The folder on a medium that reads ahead as far as a USB stick does (128 KiB); None where that takes rights."""
    with tempfile.TemporaryDirectory(prefix="stick-") as place:
        image, mounted = Path(place) / "image", Path(place) / "stick"
        mounted.mkdir()
        with image.open("wb") as file:
            file.truncate(400 << 20)
        if not (_can("mkfs.ext4", "-q", image) and _can("mount", "-o", "loop,noatime", image, mounted)):
            yield None
            return
        try:
            number = mounted.stat().st_dev
            ahead = Path(f"/sys/dev/block/{os.major(number)}:{os.minor(number)}/queue/read_ahead_kb")
            ahead.write_text("128", encoding="ascii")
            shutil.copytree(folder, mounted / folder.name, symlinks=True)
            yield mounted / folder.name
        finally:
            _can("umount", mounted)


def answers(screen: Screen, command: list[str], home: Path, title: str) -> tuple[list[float], list[float]]:
    """Milliseconds from a key press to painted results, and from Return on a result to its painted page."""
    typing, opening = [], []
    with _opened(screen, command, home, title):
        keyboard = Keyboard(screen.display)
        for turn in range(4):
            for query in QUERIES:
                keyboard.press("k", control=True)
                screen.settled()
                for letter in query:
                    spent = _until_still(screen, keyboard, letter)
                    typing += [spent] if turn else []  # the first round opens the index
                spent = _until_still(screen, keyboard, "Return")
                opening += [spent] if turn else []
        keyboard.close()
    return typing, opening


@contextmanager
def _opened(screen: Screen, command: list[str], home: Path, title: str) -> Iterator[Running]:
    running = Running(screen, command, home)
    try:
        screen.focus(screen.window(title))
        screen.settled(1.0)
        yield running
    finally:
        running.stop()
        screen.settled()


def _until_still(screen: Screen, keyboard: Keyboard, key: str) -> float:
    moment = keyboard.press(key)
    changed, _ = screen.settled(0.25)
    return max(0.0, changed - moment) * 1000


def _can(*command: str | Path) -> bool:
    if not shutil.which(command[0]):
        return False
    return subprocess.run(command, capture_output=True, check=False).returncode == 0


def _sampled(frame: bytes) -> bytes:
    """One pixel's blue of every 16th in every 8th row."""
    line = len(frame) // HEIGHT
    return b"".join(frame[row * line : (row + 1) * line : 64] for row in range(0, HEIGHT, 8))


def _alike(one: bytes, other: bytes) -> float:
    return sum(a == b for a, b in zip(one, other, strict=True)) / len(other)


def _family(pid: int) -> list[int]:
    children = Path(f"/proc/{pid}/task/{pid}/children").read_text(encoding="ascii").split()
    return [pid] + [each for child in children for each in _family(int(child))]


def _proportional(pid: int) -> float:
    text = Path(f"/proc/{pid}/smaps_rollup").read_text(encoding="ascii")
    return next(int(line.split()[1]) * 1024 for line in text.splitlines() if line.startswith("Pss:"))


def _cached(file: Path) -> int:
    """Bytes of a file that the system holds in memory, by whole pages."""
    size, page = file.stat().st_size, mmap.PAGESIZE
    pages = (ctypes.c_ubyte * ((size + page - 1) // page))()
    library = ctypes.CDLL(None, use_errno=True)
    library.mmap.restype = ctypes.c_void_p
    library.mmap.argtypes = [ctypes.c_void_p, ctypes.c_size_t, *[ctypes.c_int] * 3, ctypes.c_long]
    library.mincore.argtypes = [ctypes.c_void_p, ctypes.c_size_t, ctypes.c_void_p]
    library.munmap.argtypes = [ctypes.c_void_p, ctypes.c_size_t]
    with file.open("rb") as opened:
        start = library.mmap(None, size, mmap.PROT_READ, mmap.MAP_SHARED, opened.fileno(), 0)
    library.mincore(start, size, pages)
    library.munmap(start, size)
    return sum(each & 1 for each in pages) * page


def scratch_home() -> Path:
    """A home that nobody has used."""
    return Path(tempfile.mkdtemp(prefix="home-"))

"""A screen in memory, on which a finished program can be opened, driven and watched from outside (Linux only)."""

import mmap
import os
import shutil
import struct
import subprocess
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from types import TracebackType
from typing import Self, TypeVar

WIDTH, HEIGHT = 1366, 768
T = TypeVar("T")


class Screen:
    """An X server of our own, on a display that was free. Use it in a `with` statement."""

    def __init__(self) -> None:
        self._folder = Path(tempfile.mkdtemp(prefix="screen-"))
        end, start = os.pipe()
        command = ["Xvfb", "-displayfd", str(start), "-screen", "0", f"{WIDTH}x{HEIGHT}x24"]
        command += ["-nolisten", "tcp", "-noreset", "-fbdir", str(self._folder)]
        self._server = subprocess.Popen(command, pass_fds=[start], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        os.close(start)
        with os.fdopen(end) as told:
            number = told.readline().strip()
        if not number:
            raise SystemExit("Xvfb does not start. It is in the system package xvfb.")
        self.display = f":{number}"
        with (self._folder / "Xvfb_screen0").open("rb") as file:
            self._memory = mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)
        # XWD: a head of 32-bit numbers, most significant byte first, then colors of 12 bytes, then the pixels.
        head = struct.unpack(">25I", self._memory[:100])
        self._line = head[12]
        self._start = head[0] + head[19] * 12

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self._memory.close()
        self._server.terminate()
        self._server.wait(10)
        shutil.rmtree(self._folder, ignore_errors=True)

    def frame(self) -> bytes:
        """What is on the screen now: rows of pixels of four bytes, blue green red unused."""
        return self._memory[self._start : self._start + self._line * HEIGHT]

    def settled(self, quiet: float = 0.4, within: float = 30.0) -> tuple[float, bytes]:
        """Wait until nothing but a caret has changed for `quiet` seconds; the moment of the last change, the frame."""
        last, changed = self.frame(), time.perf_counter()
        end = changed + within
        while (now := time.perf_counter()) - changed < quiet:
            if now > end:
                raise TimeoutError(f"The screen was still changing after {within} seconds.")
            if (seen := self.frame()) != last:
                moment = time.perf_counter()
                changed, last = (changed if self._is_caret(last, seen) else moment), seen
            time.sleep(0.002)
        return changed, last

    def _is_caret(self, one: bytes, other: bytes) -> bool:
        """Do the frames differ only in one upright line of at most three pixels by forty?"""
        rows = [
            row
            for row in range(0, len(one), self._line)
            if one[row : row + self._line] != other[row : row + self._line]
        ]
        if len(rows) > 40:
            return False
        columns = [
            at
            for row in rows
            for at in range(0, self._line, 4)
            if one[row + at : row + at + 4] != other[row + at : row + at + 4]
        ]
        return max(columns) - min(columns) <= 8

    def save(self, picture: Path) -> None:
        """Write what is on the screen as a PNG, for a person to look at."""
        from PySide6.QtGui import QImage

        QImage(self.frame(), WIDTH, HEIGHT, self._line, QImage.Format.Format_RGB32).save(str(picture))

    def window(self, name: str, within: float = 30.0) -> str:
        """The number of the visible window whose title holds `name`, once it is there."""
        return until(lambda: self._tool("search", "--onlyvisible", "--name", name).split("\n")[0], within)

    def title(self, window: str) -> str:
        """The window's title."""
        return self._tool("getwindowname", window)

    def focus(self, window: str) -> None:
        """Give the keyboard to a window, as a window manager would."""
        self._tool("windowfocus", "--sync", window)

    def press(self, *keys: str) -> None:
        """Press keys one after another, by X's names: `ctrl+k`, `Return`."""
        self._tool("key", "--delay", "30", *keys)

    def type(self, text: str) -> None:
        """Type a text."""
        self._tool("type", "--delay", "30", text)

    def _tool(self, *words: str) -> str:
        environment = os.environ | {"DISPLAY": self.display}
        command = ["xdotool", *words]
        return subprocess.run(command, env=environment, capture_output=True, text=True, check=False).stdout.strip()


class Running:
    """A program that was started on a screen, with an environment that holds nothing else."""

    def __init__(self, screen: Screen, command: list[str], home: Path, **environment: str) -> None:
        self._output = tempfile.TemporaryFile()  # noqa: SIM115  lives as long as the program
        self.started = time.perf_counter()
        self.process = subprocess.Popen(
            command,
            env={"DISPLAY": screen.display, "HOME": str(home), **environment},
            stdin=subprocess.DEVNULL,
            stdout=self._output,
            stderr=subprocess.STDOUT,
            cwd=home,
        )

    def ended(self, within: float = 20.0) -> tuple[int, str]:
        """Wait for the end: the exit code, and everything that was written to the terminal."""
        try:
            code = self.process.wait(within)
        except subprocess.TimeoutExpired:
            self.process.kill()
            code = self.process.wait(10)
        with self._output:
            self._output.seek(0)
            return code, self._output.read().decode(errors="replace")

    def stop(self) -> int:
        """End it at once, if it still runs."""
        if self.process.poll() is None:
            self.process.kill()
        code = self.process.wait(10)
        self._output.close()
        return code


def until(condition: Callable[[], T], within: float = 30.0) -> T:
    """Ask again and again until there is an answer that counts as yes; that answer."""
    end = time.monotonic() + within
    while not (answer := condition()):
        if time.monotonic() > end:
            raise TimeoutError(f"It did not happen within {within} seconds.")
        time.sleep(0.02)
    return answer

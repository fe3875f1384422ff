"""What holds for every test: no screen, no network, the same language everywhere."""

import os
import socket
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
INTERNET = {socket.AF_INET, socket.AF_INET6}

# Before Qt is loaded: it reads these once.
os.environ["QT_QPA_PLATFORM"] = "offscreen"
os.environ["QT_QPA_FONTDIR"] = str(ROOT / "src" / "partnerships" / "shell" / "theme" / "fonts")
os.environ["QT_SCALE_FACTOR"] = "1"
os.environ["PYTHONPATH"] = str(ROOT / "src")  # for the processes that tests start
if sys.platform == "linux" and not any("UTF-8" in os.environ.get(name, "").upper() for name in ("LC_ALL", "LANG")):
    os.environ["LC_ALL"] = "C.UTF-8"

_opened: list[str] = []


def _refuse(event: str, arguments: tuple[object, ...]) -> None:
    """Refuse an internet socket, and remember it: whoever asked for it may have caught the refusal."""
    if event == "socket.__new__" and arguments[1] in INTERNET:
        _opened.append("socket")
    elif event in ("socket.getaddrinfo", "socket.gethostbyname"):
        _opened.append(f"look-up of {arguments[0]!r}")
    else:
        return
    raise PermissionError("Tests open no internet socket, and neither does the program.")


sys.addaudithook(_refuse)


@pytest.fixture
def opened_to_the_internet() -> list[str]:
    """What the running test has tried to open; a test of the guard itself clears it."""
    return _opened


@pytest.fixture(autouse=True)
def _no_network(opened_to_the_internet: list[str]) -> Iterator[None]:
    opened_to_the_internet.clear()
    yield
    assert opened_to_the_internet == [], "A test reached for the network."


@pytest.fixture(scope="session")
def bundled_library() -> Path:
    """The library compiled from content/. `build/dev.py test` compiles it before any test runs."""
    library = ROOT / "out" / "library"
    assert (library / "manifest-sha256.txt").is_file(), "There is no out/library yet: run build/dev.py test once."
    return library

"""The finished program, on a screen of its own. Linux only: elsewhere a package is started by hand before release."""

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from packaged.person import Notebook, Reader
from screen import Screen

ROOT = Path(__file__).resolve().parents[2]
FOLDER = ROOT / "out" / "package" / "community-partnerships"


def pytest_ignore_collect() -> bool | None:
    """Leave these out where there is no X server to be had."""
    return None if sys.platform == "linux" else True


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Everything here is marked, so that `-m "not packaged"` leaves it out."""
    for item in items:
        if Path(__file__).parent in item.path.parents:
            item.add_marker("packaged")


@pytest.fixture(scope="session")
def package() -> Path:
    """The folder of the finished program; it is built first when it is not up to date."""
    built = subprocess.run(
        [sys.executable, ROOT / "build" / "dev.py", "package"], capture_output=True, text=True, check=False
    )
    assert built.returncode == 0, built.stdout + built.stderr
    return FOLDER


@pytest.fixture(scope="session")
def screen() -> Iterator[Screen]:
    """A screen in memory."""
    with Screen() as opened:
        yield opened


@pytest.fixture
def stick(package: Path, tmp_path: Path) -> Path:
    """The package as it stands on a stick: a folder of its own, that can be written."""
    return Path(shutil.copytree(package, tmp_path / "stick", copy_function=_link_or_copy))


def _link_or_copy(source: str, target: str) -> None:
    try:
        os.link(source, target)
    except OSError:  # another file system
        shutil.copy2(source, target)


@pytest.fixture
def home(tmp_path: Path) -> Path:
    """The home of a person who has never used the program."""
    folder = tmp_path / "home"
    folder.mkdir()
    return folder


@pytest.fixture
def reader(screen: Screen, stick: Path, home: Path, request: pytest.FixtureRequest) -> Iterator[Reader]:
    """A person with a stick. A test that fails leaves a picture of the screen in out/failed."""
    person = Reader(screen, stick / "community-partnerships", home)
    yield person
    if request.node.stash.get(FAILED, False):
        picture = ROOT / "out" / "failed" / f"{request.node.name}.png"
        picture.parent.mkdir(parents=True, exist_ok=True)
        screen.save(picture)
    person.stops()


FAILED = pytest.StashKey[bool]()


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item: pytest.Item) -> Iterator[None]:
    """Remember for the fixtures whether the test failed."""
    report = yield
    item.stash[FAILED] = item.stash.get(FAILED, False) or report.failed
    return report


@pytest.fixture
def notebook(stick: Path) -> Notebook:
    """The notebook beside the program."""
    return Notebook(stick / "notebook")

"""A small program with a small edition, and a place to copy it to."""

from pathlib import Path

import pytest
from helpers.copies import make_program, wanted_from

from partnerships.publishing.copies.stick import Wanted
from partnerships.publishing.making import make_edition

CONTENT = Path(__file__).resolve().parents[2] / "helpers" / "content"


@pytest.fixture(scope="session")
def edition(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The small library with its index and manifest."""
    folder = tmp_path_factory.mktemp("edition") / "library"
    for _ in make_edition(CONTENT, folder):
        pass
    return folder


@pytest.fixture
def program(edition: Path, tmp_path: Path) -> Path:
    """The folder of a finished program."""
    folder = tmp_path / "program"
    make_program(folder, edition)
    return folder


@pytest.fixture
def wanted(program: Path) -> Wanted:
    """What a copy of that program holds."""
    return wanted_from(program)


@pytest.fixture
def stick(tmp_path: Path) -> Path:
    """A place to copy to."""
    folder = tmp_path / "stick"
    folder.mkdir()
    return folder

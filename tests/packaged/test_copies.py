"""The finished program copies itself: to sticks that anybody can check, and from there on again."""

import subprocess
from pathlib import Path

import bagit
import pytest

COPY = "Community Partnerships"


def run(program: Path, *words: str | Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run([program, *words], env={}, capture_output=True, text=True, timeout=120, check=False)


def is_valid(folder: Path) -> bool:
    return bool(bagit.Bag(str(folder)).is_valid(fast=False, completeness_only=False))


@pytest.fixture
def targets(tmp_path: Path) -> list[Path]:
    folders = [tmp_path / "E", tmp_path / "F"]
    for folder in folders:
        folder.mkdir()
    return folders


def test_it_copies_itself_to_two_sticks_and_the_copies_copy_themselves(stick: Path, targets: list[Path]) -> None:
    answer = run(stick / "community-partnerships", "copy-to", *targets)
    assert (answer.returncode, answer.stderr) == (0, ""), answer.stdout
    assert answer.stdout.count("every file read back") == 2
    assert is_valid(targets[0] / COPY)
    third = targets[0].parent / "G"
    third.mkdir()
    answer = run(targets[1] / COPY / "data" / "community-partnerships", "copy-to", third)
    assert (answer.returncode, answer.stderr) == (0, ""), answer.stdout
    assert is_valid(third / COPY)
    assert not (stick / "notebook").exists()


def test_a_copy_that_was_read_from_stays_a_valid_bag(stick: Path, targets: list[Path]) -> None:
    run(stick / "community-partnerships", "copy-to", targets[0])
    answer = run(targets[0] / COPY / "data" / "community-partnerships", "search", "memphis", "--limit", "1")
    assert answer.returncode == 0
    assert is_valid(targets[0] / COPY)


def test_what_cannot_be_copied_is_one_clear_line(stick: Path, tmp_path: Path) -> None:
    nowhere = tmp_path / "nowhere"
    answer = run(stick / "community-partnerships", "copy-to", nowhere)
    assert (answer.returncode, answer.stderr) == (1, "")
    said = f"{nowhere}: There is no folder “{nowhere}”. Plug the stick in, or choose another place.\n"
    assert answer.stdout == said

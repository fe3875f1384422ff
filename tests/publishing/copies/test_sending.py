"""Several sticks at once: each stands for itself, all can be stopped, and what is said is true."""

import os
import threading
from pathlib import Path

import pytest

from partnerships.base.errors import CopyTrouble
from partnerships.base.places import Places
from partnerships.publishing.copies import stick
from partnerships.publishing.copies.pace import Pace
from partnerships.publishing.copies.sending import Standing, Target, copy_to_all, targets_at, wanted_of
from partnerships.publishing.copies.stick import Copying, Wanted
from partnerships.publishing.copies.telling import Told, time_words


@pytest.fixture
def sticks(tmp_path: Path) -> list[Target]:
    folders = [tmp_path / f"stick {number}" for number in range(3)]
    for folder in folders:
        folder.mkdir()
    return [Target(folder) for folder in folders]


def test_all_are_copied_and_one_that_fails_holds_up_nobody(
    wanted: Wanted, sticks: list[Target], tmp_path: Path
) -> None:
    *_, last = copy_to_all(wanted, [*sticks, Target(tmp_path / "gone")])
    assert [standing.stage for standing in last] == ["done", "done", "done", "failed"]
    assert "There is no folder" in str(last[3].trouble)
    assert all((target.path / "Community Partnerships" / "bagit.txt").exists() for target in sticks)


def test_a_stick_that_is_named_twice_is_copied_to_once(wanted: Wanted, sticks: list[Target]) -> None:
    *_, last = copy_to_all(wanted, [sticks[0], sticks[0]])
    assert len(last) == 1


def test_stopping_leaves_nothing_and_no_thread(
    wanted: Wanted, sticks: list[Target], monkeypatch: pytest.MonkeyPatch
) -> None:
    begun, go_on = threading.Event(), threading.Event()

    def write_later(handle: int, chunk: bytes) -> None:
        begun.set()
        go_on.wait(10)
        os.write(handle, chunk)

    monkeypatch.setattr(stick, "_write_all", write_later)
    copying = copy_to_all(wanted, sticks)
    next(copying)
    assert begun.wait(10)
    soon = threading.Timer(0.2, go_on.set)
    soon.start()
    copying.close()
    soon.join()
    assert not any(thread.name.startswith("copying") for thread in threading.enumerate())
    assert [list(target.path.iterdir()) for target in sticks] == [[], [], []]


def test_what_nobody_has_foreseen_is_raised_and_not_waited_for(
    wanted: Wanted, sticks: list[Target], monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(_: Copying) -> None:
        raise ZeroDivisionError

    monkeypatch.setattr(Copying, "_begin", fail)
    with pytest.raises(ZeroDivisionError):
        list(copy_to_all(wanted, sticks))


def test_a_checkout_copies_its_package_or_says_that_there_is_none(program: Path, tmp_path: Path) -> None:
    places = Places(tmp_path / "out", tmp_path / "out" / "library", None, "memory")
    with pytest.raises(CopyTrouble, match="no package has been made"):
        wanted_of(places)
    package = tmp_path / "out" / "package" / "community-partnerships"
    package.parent.mkdir(parents=True)
    program.rename(package)
    wanted = wanted_of(places)
    assert wanted.bundle.program == package
    assert "Start here" in wanted.pages["START HERE.html"].decode()
    assert wanted.bundle.mark in wanted.pages["START HERE.txt"].decode("utf-8-sig")


def test_notes_that_are_asked_for_must_be_there(program: Path, tmp_path: Path) -> None:
    package = tmp_path / "out" / "package" / "community-partnerships"
    package.parent.mkdir(parents=True)
    program.rename(package)
    with pytest.raises(CopyTrouble, match="no notes to take along"):
        wanted_of(Places(tmp_path / "out", package / "library", tmp_path / "notebook", "given"), with_notebook=True)


def test_places_are_named_as_a_person_names_them(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    assert targets_at([Path("stick"), Path("a/../b")]) == [Target(tmp_path / "stick"), Target(tmp_path / "b")]


def test_each_stage_is_told_once(tmp_path: Path) -> None:
    told = Told(on_terminal=False)
    here = tmp_path / "E"
    assert told.lines((Standing(here),)) == ""
    assert told.lines((Standing(here, "writing", 0, 2_000_000),)) == f"{here}: writing (2.0 MB to read and write)\n"
    assert told.lines((Standing(here, "writing", 5, 2_000_000),)) == ""
    assert not told.trouble
    failed = Standing(here, "failed", 5, 9, CopyTrouble("“E” is full.", "Use another."))
    assert told.lines((failed,)) == f"{here}: “E” is full. Use another.\n"
    assert told.trouble
    assert told.now((failed,)) == ""


def test_a_terminal_is_told_how_far_it_is() -> None:
    assert "50 %" in Told(on_terminal=True).now((Standing(Path("E"), "writing", 5, 10),))


def test_the_pace_is_that_of_the_last_seconds() -> None:
    pace = Pace()
    assert (pace.speed, pace.left(100)) == (0.0, None)
    for second in range(10):
        pace.see(second, 1000 * second)
    for second in range(10, 30):
        pace.see(second, 10_000 + 100 * (second - 10))
    assert pace.speed == pytest.approx(100, rel=0.2)
    assert pace.left(10_000 + 1900 + 500) == pytest.approx(5, rel=0.2)


def test_a_pace_that_stands_still_makes_no_promise() -> None:
    pace = Pace()
    for second in range(10):
        pace.see(second, 500)
    assert pace.left(1000) is None


@pytest.mark.parametrize(
    ("seconds", "words"),
    [
        (1, "5 seconds"),
        (42, "40 seconds"),
        (70, "1 minute"),
        (200, "3 minutes"),
        (3700, "1 hour 2 minutes"),
        (8000, "2 hours 13 minutes"),
    ],
)
def test_a_while_is_said_in_round_numbers(seconds: float, words: str) -> None:
    assert time_words(seconds) == words

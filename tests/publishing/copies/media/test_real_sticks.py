"""Sticks that are really mounted: formatted in several ways, too small, protected, pulled out."""

import subprocess
from collections.abc import Callable
from pathlib import Path

import bagit
import pytest
from helpers.copies import copy, wanted_from
from helpers.disk import Disk, kinds

from partnerships.base.errors import CopyTrouble
from partnerships.publishing.copies.bundle import write_program_list
from partnerships.publishing.copies.drives import drive_at, parse_mounts
from partnerships.publishing.copies.stick import Copying, Wanted

COPY = "Community Partnerships"
Plug = Callable[..., Disk]


def is_valid(folder: Path) -> bool:
    return bool(bagit.Bag(str(folder)).is_valid(fast=False, completeness_only=False))


@pytest.mark.parametrize("kind", kinds())
def test_a_copy_is_whole_after_the_stick_was_elsewhere(wanted: Wanted, program: Path, plug: Plug, kind: str) -> None:
    disk = plug(kind)
    copy(wanted, disk.path)
    disk.again()
    assert is_valid(disk.path / COPY)
    (program / "_internal" / "lib" / "part 3.so").write_bytes(b"new")
    write_program_list(program)
    assert copy(wanted_from(program), disk.path).written == 2
    disk.again("ro")
    assert is_valid(disk.path / COPY)
    assert (disk.path / COPY / "data" / "_internal" / "lib" / "part 3.so").read_bytes() == b"new"


@pytest.mark.parametrize("kind", kinds())
def test_a_stick_that_fills_up_is_said_and_nothing_is_left(
    wanted: Wanted, plug: Plug, monkeypatch: pytest.MonkeyPatch, kind: str
) -> None:
    disk = plug(kind, 40 if kind == "vfat" else 8)
    (disk.path / "film.mp4").write_bytes(bytes(drive_at(disk.path).free - (1 << 20)))
    with pytest.raises(CopyTrouble, match="too little room"):
        copy(wanted, disk.path)
    monkeypatch.setattr(Copying, "_refuse_too_little_room", lambda *_: None)  # as if it had filled up meanwhile
    with pytest.raises(CopyTrouble, match="is full"):
        copy(wanted, disk.path)
    assert not list(disk.path.glob("Community*"))


@pytest.mark.parametrize("kind", kinds())
def test_a_stick_that_fills_up_during_an_update_keeps_the_copy_it_has(
    wanted: Wanted, program: Path, plug: Plug, monkeypatch: pytest.MonkeyPatch, kind: str
) -> None:
    disk = plug(kind, 40 if kind == "vfat" else 12)
    copy(wanted, disk.path)
    (disk.path / "film.mp4").write_bytes(bytes(drive_at(disk.path).free - (1 << 20)))
    (program / "community-partnerships").write_bytes(b"\x7fELF" + b"changed" * 300_000)
    write_program_list(program)
    monkeypatch.setattr(Copying, "_refuse_too_little_room", lambda *_: None)
    with pytest.raises(CopyTrouble, match="is full"):
        copy(wanted_from(program), disk.path)
    assert is_valid(disk.path / COPY)
    assert not (disk.path / COPY / "updating").exists()


@pytest.mark.parametrize("kind", kinds())
def test_a_protected_stick_is_said(wanted: Wanted, plug: Plug, kind: str) -> None:
    disk = plug(kind)
    disk.again("ro")
    with pytest.raises(CopyTrouble, match="is write-protected"):
        copy(wanted, disk.path)
    mounts = {mount.path: mount for mount in parse_mounts(Path("/proc/self/mountinfo").read_text())}
    assert mounts[str(disk.path)].is_read_only


@pytest.mark.parametrize("kind", kinds())
@pytest.mark.parametrize("after", [3, 30, 55])
def test_a_stick_that_is_pulled_out_is_said_and_goes_on_when_it_is_back(
    wanted: Wanted, plug: Plug, kind: str, after: int
) -> None:
    disk = plug(kind)
    steps = Copying(wanted, disk.path).steps()
    for _ in range(after):
        next(steps)
    disk.pull_out()
    with pytest.raises(CopyTrouble, match="was pulled out"):
        list(steps)
    disk.again()
    assert not (disk.path / COPY).exists()
    copy(wanted, disk.path)
    assert [each.name for each in disk.path.iterdir() if each.name != "lost+found"] == [COPY]
    assert is_valid(disk.path / COPY)


def test_nothing_is_written_into_the_empty_folder_that_a_pulled_stick_leaves(wanted: Wanted, plug: Plug) -> None:
    disk = plug("ext4")
    steps = Copying(wanted, disk.path).steps()
    next(steps)
    subprocess.run(["umount", "-l", disk.path], check=True)
    with pytest.raises(CopyTrouble, match="was pulled out"):
        list(steps)
    assert list(disk.path.iterdir()) == []


def test_fat_can_hold_every_file_of_a_copy(wanted: Wanted, tmp_path: Path) -> None:
    """The tools for FAT write and read it without the help of the system's own driver."""
    copy(wanted, tmp_path)
    image, back = tmp_path / "fat.image", tmp_path / "back"
    back.mkdir()
    with image.open("wb") as file:
        file.truncate(64 << 20)
    for command in (
        ["mkfs.vfat", "-F", "32", image],
        ["mcopy", "-s", "-i", image, tmp_path / COPY, "::/"],
        ["fsck.vfat", "-n", image],
        ["mcopy", "-s", "-n", "-i", image, f"::/{COPY}", back],
    ):
        subprocess.run(command, check=True, capture_output=True)
    assert is_valid(back / COPY)

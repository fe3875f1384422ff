"""A copy is whole or says that it is not; what is there already is kept; every failure is a sentence."""

import errno
import os
import shutil
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import bagit
import pytest
from helpers.copies import copy, wanted_from

from partnerships.base.errors import CopyTrouble
from partnerships.publishing.copies import stick as stick_module
from partnerships.publishing.copies.bundle import write_program_list
from partnerships.publishing.copies.stick import MARKER, Copying, CopyStep, Wanted

COPY = "Community Partnerships"
ROUGH = "Community Partnerships (not finished)"


def is_valid(folder: Path) -> bool:
    return bool(bagit.Bag(str(folder)).is_valid(fast=False, completeness_only=False))


def same(one: Path, other: Path) -> bool:
    def files(folder: Path) -> dict[str, bytes]:
        return {str(file.relative_to(folder)): file.read_bytes() for file in folder.rglob("*") if file.is_file()}

    return files(one) == files(other)


def test_a_fresh_copy_is_a_valid_bag_that_holds_the_same_files(wanted: Wanted, program: Path, stick: Path) -> None:
    copy(wanted, stick)
    assert [each.name for each in stick.iterdir()] == [COPY]
    assert is_valid(stick / COPY)
    assert same(stick / COPY / "data", program)
    assert {"START HERE.txt", "START HERE.html"} <= {each.name for each in (stick / COPY).iterdir()}


def test_the_program_can_still_be_run(wanted: Wanted, stick: Path) -> None:
    copy(wanted, stick)
    assert os.access(stick / COPY / "data" / "community-partnerships", os.X_OK)


def test_the_bar_moves_on_and_ends_full(wanted: Wanted, stick: Path) -> None:
    steps = list(Copying(wanted, stick).steps())
    assert [each.done for each in steps] == sorted(each.done for each in steps)
    assert steps[-1] == CopyStep("finishing", 2 * wanted.bundle.size, 2 * wanted.bundle.size)
    assert list(dict.fromkeys(each.stage for each in steps)) == ["writing", "checking", "finishing"]


def test_a_reader_s_notes_do_not_go_along_unless_asked_for(program: Path, stick: Path) -> None:
    (program / "notebook").mkdir()
    (program / "notebook" / "notebook.sqlite3").write_bytes(b"private")
    copy(wanted_from(program), stick)
    assert not list((stick / COPY).rglob("*notebook*"))


@pytest.fixture
def notes(tmp_path: Path) -> Path:
    file = tmp_path / "notes" / "notebook.sqlite3"
    file.parent.mkdir()
    with closing(sqlite3.connect(file)) as connection, connection:
        connection.execute("CREATE TABLE note (text)")
        connection.execute("INSERT INTO note VALUES ('ask the chief')")
    return file


def read_notes(folder: Path) -> list[tuple[str]]:
    with closing(sqlite3.connect(folder / COPY / "notebook" / "notebook.sqlite3")) as connection:
        return connection.execute("SELECT text FROM note").fetchall()


def test_notes_that_are_asked_for_go_along_and_the_bag_stays_valid(program: Path, notes: Path, stick: Path) -> None:
    with closing(sqlite3.connect(notes)):  # as when the program is open
        copy(wanted_from(program, notes), stick)
    assert read_notes(stick) == [("ask the chief",)]
    assert is_valid(stick / COPY)


def test_notes_on_the_stick_are_never_replaced(program: Path, notes: Path, stick: Path) -> None:
    copy(wanted_from(program, notes), stick)
    with closing(sqlite3.connect(stick / COPY / "notebook" / "notebook.sqlite3")) as connection, connection:
        connection.execute("UPDATE note SET text = 'the stick has its own'")
    (program / "community-partnerships").write_bytes(b"\x7fELF newer")
    write_program_list(program)
    copying = copy(wanted_from(program, notes), stick)
    assert copying.kept_notebook
    assert read_notes(stick) == [("the stick has its own",)]


def test_only_what_has_changed_is_written_again(wanted: Wanted, program: Path, stick: Path) -> None:
    copy(wanted, stick)
    (stick / COPY / "notebook").mkdir()
    (stick / COPY / "notebook" / "mine").write_text("mine")
    before = {file: file.stat().st_ino for file in (stick / COPY / "data").rglob("*") if file.is_file()}
    (program / "_internal" / "lib" / "part 3.so").write_bytes(b"new")
    (program / "_internal" / "lib" / "part 4.so").unlink()
    (program / "_internal" / "lib" / "part 99.so").write_bytes(b"more")
    write_program_list(program)
    copying = copy(wanted_from(program), stick)
    assert copying.written == 3  # two files and the list of files
    assert same(stick / COPY / "data", program)
    assert is_valid(stick / COPY)
    changed = {file.name for file, number in before.items() if not file.exists() or file.stat().st_ino != number}
    assert changed == {"part 3.so", "part 4.so", "program-sha256.txt"}
    assert (stick / COPY / "notebook" / "mine").read_text() == "mine"
    assert not (stick / COPY / "updating").exists()


def test_a_copy_that_is_up_to_date_is_read_and_left_alone(wanted: Wanted, stick: Path) -> None:
    copy(wanted, stick)
    before = {file: (file.stat().st_ino, file.stat().st_mtime_ns) for file in stick.rglob("*") if file.is_file()}
    assert copy(wanted, stick).written == 0
    assert {
        file: (file.stat().st_ino, file.stat().st_mtime_ns) for file in stick.rglob("*") if file.is_file()
    } == before


@pytest.mark.parametrize("name", ["START HERE.txt", "bag-info.txt", "tagmanifest-sha256.txt", "bagit.txt"])
def test_a_damaged_page_or_list_is_mended(wanted: Wanted, stick: Path, name: str) -> None:
    copy(wanted, stick)
    file = stick / COPY / name
    file.write_bytes(file.read_bytes().replace(b"1", b"2").replace(b"e", b"a", 1) + b"\n" * (name == "bagit.txt"))
    if name == "bag-info.txt":
        file.write_text("External-Identifier: community-partnerships-2020.01\n")
    copy(wanted, stick)
    assert is_valid(stick / COPY)


def test_a_file_that_somebody_laid_among_ours_is_put_aside_not_deleted(wanted: Wanted, stick: Path) -> None:
    copy(wanted, stick)
    (stick / COPY / "data" / "lesson plan.doc").write_text("mine")
    assert copy(wanted, stick).strays == 1
    assert (stick / COPY / "other files" / "lesson plan.doc").read_text() == "mine"
    assert is_valid(stick / COPY)


def test_a_list_on_the_stick_cannot_have_a_notebook_deleted(wanted: Wanted, stick: Path) -> None:
    copy(wanted, stick)
    (stick / COPY / "notebook").mkdir()
    (stick / COPY / "notebook" / "mine").write_text("mine")
    with (stick / COPY / "manifest-sha256.txt").open("a") as file:
        file.write(f"{'0' * 64}  notebook/mine\n{'0' * 64}  data/../../outside\n")
    (stick / "outside").write_text("mine")
    copy(wanted, stick)
    assert (stick / COPY / "notebook" / "mine").exists()
    assert (stick / "outside").exists()


# --- stopping, failing, going on ---------------------------------------------------------------------


@pytest.mark.parametrize("after", [1, 15, 40])
def test_a_fresh_copy_that_is_stopped_leaves_nothing(wanted: Wanted, stick: Path, after: int) -> None:
    steps = Copying(wanted, stick).steps()
    for _ in range(after):
        next(steps)
    assert [each.name for each in stick.iterdir()] == [ROUGH]
    steps.close()
    assert list(stick.iterdir()) == []


@pytest.mark.parametrize("after", [1, 25, 30])
def test_an_update_that_is_stopped_leaves_the_copy_as_it_was(
    wanted: Wanted, program: Path, stick: Path, after: int
) -> None:
    copy(wanted, stick)
    kept = stick.parent / "kept"
    shutil.copytree(stick / COPY, kept)
    change(program)
    steps = Copying(wanted_from(program), stick).steps()
    for _ in range(after):
        next(steps)
    steps.close()
    assert same(stick / COPY, kept)


def change(program: Path) -> None:
    for number in range(10):
        (program / "_internal" / "lib" / f"part {number}.so").write_bytes(bytes([99 - number]) * 5000)
    write_program_list(program)


def test_the_copy_bears_its_name_only_when_it_is_whole(wanted: Wanted, stick: Path) -> None:
    seen = set()
    for _ in Copying(wanted, stick).steps():
        seen.add((stick / COPY).exists())
        assert (stick / ROUGH / MARKER).is_file()
        assert not (stick / ROUGH / "bagit.txt").exists()
    assert seen == {False}


def test_what_a_killed_run_has_written_is_read_and_used(wanted: Wanted, stick: Path, monkeypatch) -> None:
    steps = Copying(wanted, stick).steps()
    for _ in range(30):
        next(steps)
    monkeypatch.setattr(Copying, "_take_back", lambda _: None)  # nobody tidies after a kill
    steps.close()
    begun = sum(1 for file in (stick / ROUGH / "data").rglob("*") if file.is_file())
    copying = copy(wanted, stick)
    assert 0 < copying.written < len(wanted.bundle.items)
    assert begun > 5
    assert is_valid(stick / COPY)
    assert [each.name for each in stick.iterdir()] == [COPY]


CHANGES = 27  # of names, and writings of small files, in one exchange


@pytest.mark.parametrize("at", range(CHANGES))
def test_an_exchange_that_is_cut_short_is_never_taken_for_whole_and_a_rerun_completes(
    wanted: Wanted, program: Path, stick: Path, monkeypatch: pytest.MonkeyPatch, at: int
) -> None:
    copy(wanted, stick)
    (stick / COPY / "notebook").mkdir()
    (stick / COPY / "notebook" / "mine").write_text("mine")
    change(program)
    newer = wanted_from(program)
    cut_after(monkeypatch, at)
    with pytest.raises(KeyboardInterrupt):
        copy(newer, stick)
    monkeypatch.undo()
    if (stick / COPY).exists():
        assert is_valid(stick / COPY)
    else:
        assert (stick / ROUGH / MARKER).exists() or is_valid(stick / ROUGH)
    copy(newer, stick)
    assert same(stick / COPY / "data", program)
    assert is_valid(stick / COPY)
    assert (stick / COPY / "notebook" / "mine").read_text() == "mine"
    assert [each.name for each in stick.iterdir()] == [COPY]


def cut_after(monkeypatch: pytest.MonkeyPatch, count: int) -> None:
    """Have the count-th change of names or small write be the last, as if the power went."""
    left = [count]

    def counted(real: Callable[..., object]) -> Callable[..., object]:
        def act(*arguments: object, **more: object) -> object:
            left[0] -= 1
            if left[0] < 0:
                raise KeyboardInterrupt
            return real(*arguments, **more)

        return act

    for name in ("rename", "replace", "unlink", "write_bytes"):
        monkeypatch.setattr(stick_module.Path, name, counted(getattr(Path, name)))
    monkeypatch.setattr(Copying, "_take_back", lambda _: None)


def test_an_unfinished_copy_with_notes_in_it_is_not_thrown_away(wanted: Wanted, stick: Path) -> None:
    copy(wanted, stick)
    (stick / ROUGH / "notebook").mkdir(parents=True)
    with pytest.raises(CopyTrouble, match="holds the notebook"):
        copy(wanted, stick)
    assert (stick / ROUGH / "notebook").exists()


# --- what goes wrong, in words -------------------------------------------------------------------------


def test_a_stick_that_gives_back_other_bytes_is_found_out(wanted: Wanted, stick: Path, monkeypatch) -> None:
    monkeypatch.setattr(stick_module, "_write_all", lambda handle, chunk: os.write(handle, bytes(len(chunk))))
    with pytest.raises(CopyTrouble, match="gave back other bytes than were written"):
        copy(wanted, stick)
    assert list(stick.iterdir()) == []


def test_a_damaged_source_is_not_copied_on(wanted: Wanted, program: Path, stick: Path) -> None:
    file = program / "library" / "library.sqlite3"
    content = bytearray(file.read_bytes())
    content[500] ^= 1
    file.write_bytes(content)
    with pytest.raises(CopyTrouble, match=r"damaged itself: its file “library/library\.sqlite3”"):
        copy(wanted, stick)
    assert list(stick.iterdir()) == []


def test_a_stick_that_is_too_small_is_refused_before_anything_is_written(
    wanted: Wanted, stick: Path, monkeypatch
) -> None:
    small = shutil.disk_usage(stick)._replace(total=8 << 20, free=1 << 20)
    monkeypatch.setattr(shutil, "disk_usage", lambda _: small)
    with pytest.raises(CopyTrouble, match=r"too little room: \d\.\d MB are needed, 1\.0 MB are free"):
        copy(wanted, stick)
    assert list(stick.iterdir()) == []


@pytest.mark.parametrize(
    ("number", "words"),
    [
        (errno.ENOSPC, "is full"),
        (errno.EROFS, "is write-protected"),
        (errno.EIO, "was pulled out"),
        (errno.ENODEV, "was pulled out"),
        (errno.EACCES, "Nothing may be written"),
        (errno.EFBIG, "A file is too large"),
        (errno.EINVAL, "does not take a file's name"),
        (errno.ELOOP, "could not be written"),
    ],
)
def test_what_the_system_says_becomes_a_sentence(
    wanted: Wanted, stick: Path, monkeypatch: pytest.MonkeyPatch, number: int, words: str
) -> None:
    def fail(handle: int, chunk: bytes) -> None:
        raise OSError(number, os.strerror(number))

    monkeypatch.setattr(stick_module, "_write_all", fail)
    with pytest.raises(CopyTrouble, match=words) as caught:
        copy(wanted, stick)
    assert str(stick) in caught.value.what
    assert caught.value.remedy
    assert list(stick.iterdir()) == []


def test_a_place_that_is_not_there_is_said(wanted: Wanted, stick: Path) -> None:
    with pytest.raises(CopyTrouble, match="There is no folder"):
        copy(wanted, stick / "gone")


def test_a_copy_is_not_made_onto_itself(wanted: Wanted, stick: Path) -> None:
    copy(wanted, stick)
    itself = wanted_from(stick / COPY / "data")
    with pytest.raises(CopyTrouble, match="the very copy"):
        copy(itself, stick)


def test_a_copy_can_be_copied_on(wanted: Wanted, stick: Path, tmp_path: Path) -> None:
    copy(wanted, stick)
    other = tmp_path / "other"
    other.mkdir()
    copy(wanted_from(stick / COPY / "data"), other)
    assert same(stick / COPY, other / COPY)


def test_a_folder_of_that_name_that_is_not_ours_is_left_alone(wanted: Wanted, stick: Path) -> None:
    (stick / COPY).mkdir()
    (stick / COPY / "thesis.doc").write_text("mine")
    with pytest.raises(CopyTrouble, match="something else called"):
        copy(wanted, stick)
    assert [each.name for each in stick.rglob("*")] == [COPY, "thesis.doc"]


def test_the_copy_s_own_folder_can_be_named(wanted: Wanted, program: Path, stick: Path) -> None:
    copy(wanted, stick)
    change(program)
    copy(wanted_from(program), stick / COPY)
    assert [each.name for each in stick.iterdir()] == [COPY]
    assert same(stick / COPY / "data", program)


def test_fat_takes_no_file_of_four_gigabytes(program: Path, stick: Path) -> None:
    with (program / "_internal" / "large").open("wb") as file:
        file.truncate(4 << 30)
    (program / "program-sha256.txt").write_text(f"{'0' * 64}  _internal/large\n")
    with pytest.raises(CopyTrouble, match="larger than 4 GB"):
        list(Copying(wanted_from(program), stick, is_fat=True).steps())
    assert list(stick.iterdir()) == []

"""A missing, foreign or damaged edition is said in words; a sound one cannot be changed."""

import sqlite3
from pathlib import Path

import pytest

from partnerships.base.errors import EditionTrouble
from partnerships.library.compiler import compile_edition
from partnerships.library.edition import DATABASE, Edition
from partnerships.library.manifest import check, write_manifest

SMALL = Path(__file__).parent.parent / "helpers" / "content"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A compiled small edition with its manifest."""
    for _ in compile_edition(SMALL, tmp_path / "library"):
        pass
    write_manifest(tmp_path / "library")
    return tmp_path / "library"


def test_a_missing_edition_is_said(tmp_path: Path) -> None:
    with pytest.raises(EditionTrouble, match="no library"):
        Edition(tmp_path)


def test_a_foreign_database_is_refused(tmp_path: Path) -> None:
    connection = sqlite3.connect(tmp_path / DATABASE)
    connection.execute("CREATE TABLE other (x)")
    connection.close()
    with pytest.raises(EditionTrouble, match="not a library of this program"):
        Edition(tmp_path)


@pytest.mark.parametrize("damage", [b"", b"nonsense" * 4000])
def test_a_file_that_is_no_database_is_refused(tmp_path: Path, damage: bytes) -> None:
    (tmp_path / DATABASE).write_bytes(damage)
    with pytest.raises(EditionTrouble):
        Edition(tmp_path)


def test_a_damaged_middle_is_said_and_not_a_traceback(folder: Path) -> None:
    file = folder / DATABASE
    data = bytearray(file.read_bytes())
    data[4096 : len(data)] = b"\xff" * (len(data) - 4096)
    file.write_bytes(data)
    with pytest.raises(EditionTrouble):
        _read_all(folder)


def _read_all(folder: Path) -> None:
    with Edition(folder) as edition:
        assert edition.about
        list(edition.whole_articles())


def test_an_edition_cannot_be_written(folder: Path) -> None:
    with Edition(folder) as edition, pytest.raises(EditionTrouble):
        edition._rows("DELETE FROM article")


def test_an_edition_opens_from_a_folder_without_write_permission(folder: Path) -> None:
    before = sorted(file.name for file in folder.iterdir())
    folder.chmod(0o555)
    try:
        with Edition(folder) as edition:
            assert edition.counts()["introduction"] > 0
    finally:
        folder.chmod(0o755)
    assert sorted(file.name for file in folder.iterdir()) == before


def test_only_own_pictures_are_given(folder: Path) -> None:
    with Edition(folder) as edition:
        for name in ("../secret.svg", "/etc/passwd", "images/../library.sqlite3", "https://example.org/x.svg"):
            assert edition.image(name) is None


def test_the_manifest_finds_changed_missing_and_added_files(folder: Path) -> None:
    (folder / "images").mkdir(exist_ok=True)
    (folder / "images" / "one.svg").write_text("<svg/>", encoding="utf-8")
    (folder / "images" / "two.svg").write_text("<svg/>", encoding="utf-8")
    write_manifest(folder)
    assert not [fault for _, fault in check(folder) if fault]
    (folder / "images" / "one.svg").write_text("<svg>changed</svg>", encoding="utf-8")
    (folder / "images" / "two.svg").unlink()
    (folder / "extra.txt").write_text("added", encoding="utf-8")
    found = {(fault.what, fault.path) for _, fault in check(folder) if fault}
    assert found == {("changed", "images/one.svg"), ("missing", "images/two.svg"), ("added", "extra.txt")}


def test_a_damaged_manifest_is_said(folder: Path) -> None:
    (folder / "manifest-sha256.txt").write_text("garbage", encoding="utf-8")
    with pytest.raises(EditionTrouble, match="damaged"):
        list(check(folder))

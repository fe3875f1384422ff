"""Where things live, decided once: portable, in the user's folder, as named, or nowhere."""

import sys
from pathlib import Path

import pytest

from partnerships.base import places
from partnerships.base.places import find_places


@pytest.fixture
def stick(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder of the packaged program on a stick; the user's own folder is elsewhere."""
    folder = tmp_path / "Stick E #1" / "Community Partnerships"
    folder.mkdir(parents=True)
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    monkeypatch.setattr(sys, "executable", str(folder / "community-partnerships"))
    monkeypatch.setattr(places, "user_data_path", lambda *_, **__: tmp_path / "user")
    return folder


def test_a_stick_that_can_be_written_keeps_the_notebook_beside_the_program(stick: Path) -> None:
    found = find_places()
    assert (found.mode, found.notebook) == ("portable", stick / "notebook")
    assert found.library == stick / "library"


def test_in_a_bag_the_notebook_stands_beside_the_payload(stick: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (stick / "data").mkdir()
    (stick / "bagit.txt").write_text("BagIt-Version: 1.0\n", encoding="utf-8")
    monkeypatch.setattr(sys, "executable", str(stick / "data" / "community-partnerships"))
    found = find_places()
    assert (found.mode, found.notebook) == ("portable", stick / "notebook")
    assert found.library == stick / "data" / "library"


def test_a_write_protected_stick_keeps_it_in_the_users_folder(stick: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(places, "can_write", lambda folder: stick not in folder.parents)
    found = find_places()
    assert found.mode == "installed"
    assert found.notebook == stick.parent.parent / "user"


def test_with_nowhere_to_write_nothing_is_kept(stick: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(places, "can_write", lambda _: False)
    found = find_places()
    assert (found.mode, found.notebook, found.settings) == ("memory", None, None)


def test_folders_that_are_named_win(stick: Path, tmp_path: Path) -> None:
    found = find_places(tmp_path / "lib", tmp_path / "nb")
    assert (found.mode, found.library, found.notebook) == ("given", tmp_path / "lib", tmp_path / "nb")


def test_trying_to_write_leaves_nothing_behind(tmp_path: Path) -> None:
    assert places.can_write(tmp_path)
    assert list(tmp_path.iterdir()) == []


def test_a_file_where_the_folder_should_be_is_no_place_to_write(tmp_path: Path) -> None:
    (tmp_path / "notebook").write_text("", encoding="utf-8")
    assert not places.can_write(tmp_path / "notebook")

import os
import pickle
import shutil
from collections.abc import Callable
from pathlib import Path

import msgspec
import pytest

from partnerships.base.errors import IndexTrouble
from partnerships.search import index
from partnerships.search.finder import Finder
from partnerships.search.index import Index, Places, manifest


@pytest.fixture
def folder(make_index: Callable[..., Path], tmp_path: Path) -> Path:
    """An index that a test may damage."""
    return Path(shutil.copytree(make_index(), tmp_path / "index"))


def _seal(folder: Path) -> None:
    """Make the manifest fit the files, as one could who changes them on purpose."""
    names = [path.name for path in folder.iterdir() if path.name != index.MANIFEST]
    (folder / index.MANIFEST).write_bytes(manifest({name: (folder / name).read_bytes() for name in names}))


def _toc(folder: Path) -> Path:
    return next(folder.glob("*.toc"))


def test_a_whole_index_opens(folder: Path) -> None:
    opened = Index(folder)
    documents, weights = opened.postings("crisis")
    assert len(documents) == len(weights) > 0
    assert opened.card(documents[0]).title


@pytest.mark.parametrize(
    "damage",
    [
        pytest.param(lambda raw: raw[:-1], id="cut short"),
        pytest.param(lambda raw: raw[:-9] + bytes([raw[-9] ^ 1]) + raw[-8:], id="one bit flipped"),
        pytest.param(lambda raw: raw + b"\0", id="longer"),
        pytest.param(lambda raw: b"", id="empty"),
    ],
)
def test_a_changed_file_is_refused(folder: Path, damage: Callable[[bytes], bytes]) -> None:
    for path in sorted(folder.iterdir()):
        whole = path.read_bytes()
        path.write_bytes(damage(whole))
        with pytest.raises(IndexTrouble) as trouble:
            Index(folder)
        assert trouble.value.remedy
        path.write_bytes(whole)
    Index(folder)


def test_a_missing_file_is_refused(folder: Path) -> None:
    for path in sorted(folder.iterdir()):
        whole = path.read_bytes()
        path.unlink()
        with pytest.raises(IndexTrouble):
            Index(folder)
        path.write_bytes(whole)


def test_a_folder_without_an_index_is_refused(tmp_path: Path) -> None:
    with pytest.raises(IndexTrouble):
        Finder(tmp_path / "nowhere")
    with pytest.raises(IndexTrouble):
        Finder(tmp_path)


class _Opens:
    """A pickle that would run a command when it is read."""

    def __reduce__(self) -> tuple[Callable[..., object], tuple[str]]:
        return (os.system, ("true",))


def test_a_pickle_with_a_forbidden_name_is_refused_before_it_runs(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    forged = pickle.dumps([_Opens()])
    monkeypatch.setattr(os, "system", lambda _: pytest.fail("the pickle ran"))
    toc = _toc(folder)
    whole = toc.read_bytes()
    begin = whole.index(b"\x80", len(whole) - 500)  # the segments, pickled, stand last
    toc.write_bytes(whole[:begin] + forged)
    _seal(folder)
    with pytest.raises(IndexTrouble, match="system"):
        Index(folder)


def test_postings_cannot_name_anything(folder: Path) -> None:
    postings = next(folder.glob("*.pst"))
    forged = pickle.dumps(_Opens())
    postings.write_bytes(forged * (postings.stat().st_size // len(forged) + 1))
    _seal(folder)
    with pytest.raises(IndexTrouble):
        Index(folder).postings("crisis")


def test_a_name_that_leads_out_of_the_folder_is_refused(folder: Path) -> None:
    listed = folder / index.MANIFEST
    listed.write_text(listed.read_text() + "0" * 64 + "  ../outside\n")
    with pytest.raises(IndexTrouble, match="outside"):
        Index(folder)


def test_another_version_is_refused_with_words(folder: Path) -> None:
    (folder / index.PAGES_FILE).write_bytes(msgspec.msgpack.encode({"version": index.VERSION + 1}))
    _seal(folder)
    with pytest.raises(IndexTrouble, match="another version"):
        Index(folder)


def test_foreign_files_under_a_fitting_manifest_are_refused(folder: Path) -> None:
    for path in sorted(folder.iterdir()):
        if path.name not in (index.MANIFEST, index.TEXTS_FILE) and "_stored" not in path.name:
            whole = path.read_bytes()
            path.write_bytes(b"something else altogether, long enough to be read as if it were ours" * 20)
            _seal(folder)
            with pytest.raises(IndexTrouble):
                Finder(folder).find("crisis")
            path.write_bytes(whole)


def test_a_text_that_was_changed_after_opening_is_refused(folder: Path) -> None:
    finder = Finder(folder)
    texts = folder / index.TEXTS_FILE
    texts.write_bytes(texts.read_bytes().replace(b"hospital", b"hotspots"))
    with pytest.raises(IndexTrouble):
        finder.find("hospital")


def test_places_are_as_they_were_packed() -> None:
    places = Places(Places.pack([[5, 3], [3], [], [9], [5, 3, 7]], [(8, 4)]))
    assert list(places.title) == [5, 3]
    assert (places.heading_end, places.summary_end, places.body) == (3, 3, 4)
    assert list(places.forms) == [3, 5, 7, 8, 9]
    assert list(places.of(3)) == [1, 2, 5]
    assert list(places.of(8)) == [4]
    assert list(places.of(6)) == []
    assert places.of_phrase((5, 3)) == [0, 4]
    assert places.of_phrase((5, 3, 7)) == [4]
    assert places.of_phrase((3, 9, 9)) == []


def test_a_long_text_is_kept_in_pieces_that_fit_together() -> None:
    body = " ".join(f"word{number}" for number in range(3000))
    starts = [0, *(place + 1 for place, letter in enumerate(body) if letter == " ")]
    raw, table = index.store_texts([("summary", body, starts), ("", "short", [0])])
    ends = index.array("I", table.ends)
    pieces = [
        msgspec.msgpack.decode(raw[begin:end], type=index.Text) for begin, end in zip([0, *ends], ends, strict=False)
    ]
    assert len(pieces) > 3
    assert "".join(piece.body for piece in pieces[:-1]) == body
    assert [piece.summary for piece in pieces] == ["summary"] + [""] * (len(pieces) - 1)
    assert [piece.begins for piece in pieces[:-1]] == [True] + [False] * (len(pieces) - 2)
    assert [piece.ends for piece in pieces[:-1]] == [False] * (len(pieces) - 2) + [True]
    for piece in pieces[:-1]:
        assert piece.body.startswith(f"word{piece.first} ")
        assert piece.body[index.unpacked(piece.packed_starts)[1] :].startswith(f"word{piece.first + 1} ")

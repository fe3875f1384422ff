import hashlib
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from whoosh.index import open_dir
from whoosh.query import Term

from partnerships.base.errors import IndexTrouble
from partnerships.base.progress import Step
from partnerships.library.model import Address, Record
from partnerships.search.builder import build
from partnerships.search.finder import Finder

_BUILD = """
import sys
from pathlib import Path
from partnerships.library.model import Address, Record
from partnerships.search.builder import build
records = [
    Record(
        Address(f"p{n // 3}", f"a{n}"), "article", "grants", "g", f"Title {n // 3}", f"Heading {n}", "Sum of it",
        f"Crisis team {n} co-responder $6.25 million résumé {n * n}", ("CIT", "x y"),
        (("topic", "t"), ("state", "TX")),
    )
    for n in range(120)
]
list(build(records, [["crisis intervention team", "cit"], ["award", "grant"]], Path(sys.argv[1])))
"""


def _digests(folder: Path) -> dict[str, str]:
    return {path.name: hashlib.sha256(path.read_bytes()).hexdigest() for path in folder.iterdir()}


def test_the_same_records_give_the_same_bytes_in_every_process(tmp_path: Path) -> None:
    found = []
    for seed in ("1", "2"):
        folder = tmp_path / seed
        environment = {**os.environ, "PYTHONHASHSEED": seed}
        subprocess.run([sys.executable, "-c", _BUILD, str(folder)], check=True, env=environment)
        found.append(_digests(folder))
    assert found[0] == found[1]


def test_it_tells_where_it_is(records: tuple[Record, ...], tmp_path: Path) -> None:
    steps = list(build(records, (), tmp_path / "index"))
    assert all(isinstance(step, Step) and step.doing for step in steps)
    assert [step.done for step in steps] == sorted(step.done for step in steps)
    assert steps[-1].done == steps[-1].total


def test_stopping_leaves_nothing_behind(records: tuple[Record, ...], tmp_path: Path) -> None:
    steps = build(records, (), tmp_path / "index")
    next(steps)
    steps.close()
    assert list(tmp_path.iterdir()) == []


def test_a_new_index_takes_the_place_of_the_old(records: tuple[Record, ...], tmp_path: Path) -> None:
    folder = tmp_path / "index"
    list(build(records, (), folder))
    list(build(records[:3], (), folder))
    assert Finder(folder).find("ceasefire").total == 0
    assert [path.name for path in tmp_path.iterdir()] == ["index"]


def test_a_folder_with_something_else_is_left_alone(records: tuple[Record, ...], tmp_path: Path) -> None:
    letter = tmp_path / "letter.txt"
    letter.write_text("dear all")
    with pytest.raises(IndexTrouble):
        list(build(records, (), tmp_path))
    assert letter.read_text() == "dear all"


def test_whoosh_itself_can_read_the_index(make_index: Callable[..., Path]) -> None:
    with open_dir(str(make_index()), readonly=True).searcher() as searcher:
        assert len(searcher.search(Term("words", b"crisis"))) > 3


def test_a_library_of_nothing_is_an_index_that_finds_nothing(make_index: Callable[..., Path]) -> None:
    finder = Finder(make_index(records=()))
    for typed in ("", "crisis", "c", '"a b"', "in:grants", "-x", "homless "):
        assert finder.find(typed).total == 0


def test_letters_that_cannot_be_written_are_no_obstacle(make_index: Callable[..., Path]) -> None:
    broken = Record(Address("p"), "article", "grants", "g", "A \ud800 title", "\udfff", "", "crisis \ud83d team")
    (hit,) = Finder(make_index(records=[broken])).find("crisis team").hits
    assert [run.text for run in hit.snippet if run.marked] == ["crisis", "team"]

"""The finished program from outside: what it answers without a screen, and what it needs around it."""

import json
import subprocess
from pathlib import Path

import pytest


def run(program: Path, *words: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run([program, *words], env={}, capture_output=True, text=True, timeout=60, check=False)


@pytest.fixture
def program(stick: Path) -> Path:
    return stick / "community-partnerships"


def test_it_says_its_version_with_an_empty_environment(program: Path) -> None:
    answer = run(program, "--version")
    assert answer.returncode == 0
    assert answer.stderr == ""
    assert answer.stdout.startswith("community-partnerships ")


def test_a_search_prints_ranked_results_as_json(program: Path) -> None:
    answer = run(program, "search", "crisis intervention team", "--json", "--limit", "3")
    assert (answer.returncode, answer.stderr) == (0, "")
    results = json.loads(answer.stdout)["results"]
    assert 1 <= len(results) <= 3
    assert set(results[0]) >= {"id", "anchor", "title", "section", "score", "snippet"}
    assert [each["score"] for each in results] == sorted((each["score"] for each in results), reverse=True)


def test_what_a_search_finds_can_be_shown(program: Path) -> None:
    found = run(program, "search", "partnership", "--json", "--limit", "1", "--section", "introduction")
    first = json.loads(found.stdout)["results"][0]
    answer = run(program, "show", first["id"])
    assert (answer.returncode, answer.stderr) == (0, "")
    assert first["title"] in answer.stdout


def test_the_library_is_whole(program: Path) -> None:
    answer = run(program, "verify")
    assert (answer.returncode, answer.stderr) == (0, "")


def test_bad_arguments_give_one_clear_line(program: Path) -> None:
    answer = run(program, "--no-such-thing")
    assert answer.returncode == 2
    assert len(answer.stderr.strip().splitlines()) == 1


def test_there_is_nothing_to_speak_to_a_network_with(package: Path) -> None:
    names = [file.name for file in (package / "_internal").rglob("*")]
    assert not [name for name in names if "Network" in name or name.startswith(("libssl", "_ssl"))]


def test_a_stick_without_links_can_hold_it(package: Path) -> None:
    assert not [file for file in package.rglob("*") if file.is_symlink()]


def test_each_part_has_its_notice(package: Path) -> None:
    index = (package / "licences" / "INDEX.txt").read_text(encoding="utf-8")
    for part in ("Whoosh", "PySide6", "Python", "RapidFuzz"):
        assert part in index
    for line in index.splitlines():
        if line.endswith(".txt"):
            for name in line.strip().split(", "):
                assert (package / "licences" / name).is_file(), name


def test_it_holds_nobody_s_notes(package: Path) -> None:
    assert not (package / "notebook").exists()


def test_it_fits_on_a_small_stick(package: Path) -> None:
    size = sum(file.stat().st_size for file in package.rglob("*") if file.is_file())
    assert size <= 150e6

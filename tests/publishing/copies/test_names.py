"""Names that some stick or system does not take are found before anything is copied."""

from pathlib import Path

import pytest
from helpers.copies import wanted_from
from hypothesis import given
from hypothesis import strategies as st

from partnerships.base.errors import CopyTrouble
from partnerships.publishing.copies.bundle import write_program_list
from partnerships.publishing.copies.names import twins, unfit_name


@pytest.mark.parametrize(
    ("path", "what"),
    [
        ("a/what?.txt", "holds “?”"),
        ("a/b:c", "holds “:”"),
        ("a/back\\slash", "holds “\\”"),
        ("a/100%.txt", "holds “%”"),
        ("a/tab\there", "control character"),
        ("a/ends.", "ends with a dot"),
        ("a /b", "ends with a dot or a space"),
        ("aux/b", "name of a device"),
        ("a/Com1.txt", "name of a device"),
        ("a/" + "x" * 256, "longer than"),
        ("/".join(["folder"] * 40), "longer than"),
        ("a//b", "not plain"),
        ("../b", "not plain"),
    ],
)
def test_a_name_that_not_every_stick_takes_is_named_with_its_reason(path: str, what: str) -> None:
    assert what in (unfit_name(path) or "")


@pytest.mark.parametrize(
    "path", ["_internal/lib part.so", "a/.hidden", "a/console.txt", "a/Überblick – 1.txt", "com10"]
)
def test_plain_names_are_taken(path: str) -> None:
    assert unfit_name(path) is None


@given(st.text(max_size=40))
def test_whatever_is_taken_is_one_line_and_stays_in_its_folder(path: str) -> None:
    if unfit_name(path) is None:
        assert len(path.splitlines()) == 1
        assert ".." not in path.split("/")
        assert not path.startswith("/")


def test_names_that_differ_in_capitals_only_are_found() -> None:
    assert twins(["a/Read.txt", "b", "a/READ.txt"]) == ("a/Read.txt", "a/READ.txt")
    assert twins(["Lib/x", "lib/y"]) == ("Lib", "lib")
    assert twins(["a/x", "a/y", "b/x"]) is None


def test_a_program_with_such_a_name_is_not_copied(program: Path) -> None:
    (program / "_internal" / "a:b").write_text("")
    write_program_list(program)
    with pytest.raises(CopyTrouble):
        wanted_from(program)

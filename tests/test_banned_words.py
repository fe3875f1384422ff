"""Words that have no place in the project, each with where it may stand all the same."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
TOP = ("src", "content", "build", "tests", ".ci", ".github", "pyproject.toml", "README.md", "LICENSE")
# Put together here, so that this file does not name them.
REGISTRIES = [r"\.".join(parts) for parts in (("pypi", "org"), ("pythonhosted", "org"), ("npmjs", "org"))]


def texts() -> Iterator[tuple[str, str]]:
    """Every text file of the project but this one: its path, and what it says."""
    for top in TOP:
        place = ROOT / top
        for file in sorted(place.rglob("*")) if place.is_dir() else [place]:
            if file.is_file() and "__pycache__" not in file.parts and file != Path(__file__).resolve():
                try:
                    yield file.relative_to(ROOT).as_posix(), file.read_text(encoding="utf-8")
                except UnicodeDecodeError:  # a picture or a font
                    continue


ALL = dict(texts())


@pytest.mark.parametrize(
    ("word", "where", "but_for"),
    [
        (r"\bprocessEvents\b", r"^(src|tests)/.*\.py$", r"^$"),
        (r"^\s*except\s*:", r"\.py$", r"^$"),
        (r"(?<![\w.])(?<!def )print\(", r"^src/.*\.py$", r"^src/partnerships/main\.py$"),
        (r"\btime\.sleep\(", r"^(src|tests)/.*\.py$", r"^$"),
        (r"\bqtbot\.wait\(", r"^tests/.*\.py$", r"^$"),
        (r"\.setStyleSheet\(", r"^src/.*\.py$", r"^src/partnerships/shell/theme/"),
        (r"#\s*(TODO|FIXME|XXX)\b", r"\.py$", r"^$"),
        (r"@pytest\.mark\.(skip|xfail)|pytest\.skip\(|importorskip", r"^tests/", r"^$"),
        ("|".join(REGISTRIES), r"", r"^$"),
        (r"https?://", r"^build/requirements\.lock$", r"^$"),
    ],
)
def test_it_does_not_stand_there(word: str, where: str, but_for: str) -> None:
    sought = re.compile(word, re.MULTILINE)
    found = [
        f"{name}:{text.count(chr(10), 0, match.start()) + 1}: {match.group().strip()}"
        for name, text in ALL.items()
        if re.search(where, name) and not re.search(but_for, name)
        for match in sought.finditer(text)
    ]
    assert found == []

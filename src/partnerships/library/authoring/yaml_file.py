"""YAML with line numbers: what a content file says, and where it says it."""

import re
from collections.abc import Hashable
from pathlib import Path
from typing import Any, TypeVar

import msgspec
import yaml

from partnerships.base.errors import ContentTrouble

T = TypeVar("T")
Lines = dict[str, int]  # a path such as "$.sources[0].year" → its line in the file

_AT = re.compile(r"^(?P<what>.*?)(?: - at `(?P<path>[^`]*)`)?$", re.DOTALL)
_UNKNOWN = re.compile(r"unknown field `([^`]+)`")
_MISSING = re.compile(r"missing required field `([^`]+)`")


class _Loader(yaml.CSafeLoader):
    """YAML where dates stay words and only `true` and `false` are truth values."""


_Loader.yaml_implicit_resolvers = {
    first: [
        (tag, pattern)
        for tag, pattern in resolvers
        if tag not in ("tag:yaml.org,2002:timestamp", "tag:yaml.org,2002:bool")
    ]
    for first, resolvers in yaml.CSafeLoader.yaml_implicit_resolvers.items()
}
_Loader.add_implicit_resolver("tag:yaml.org,2002:bool", re.compile("^(?:true|false)$"), list("tf"))


def parse(text: str, file: Path, first_line: int = 1) -> tuple[Any, Lines]:
    """The data in `text` and the line of each key. `first_line` is where the text begins in `file`.

    Raises ContentTrouble for text that is not YAML and for a key that stands twice.
    """
    try:
        loader = _Loader(text)
        node = loader.get_single_node()
        if node is None:
            return {}, {"$": first_line}
        lines: Lines = {}
        _walk(node, "$", lines, file, first_line)
        return loader.construct_document(node), lines
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        line = first_line + (mark.line if mark else 0)
        raise ContentTrouble(
            file,
            line,
            f"this is not YAML: {error.problem}.",
            "Look for a missing quote, colon or indent near this line.",
        ) from error


def _walk(node: Any, path: str, lines: Lines, file: Path, first_line: int) -> None:
    lines[path] = first_line + node.start_mark.line
    if isinstance(node, yaml.MappingNode):
        for key, value in node.value:
            below = f"{path}.{key.value}"
            if below in lines:
                raise ContentTrouble(
                    file, first_line + key.start_mark.line, f"“{key.value}” stands twice.", "Keep one of them."
                )
            _walk(value, below, lines, file, first_line)
            lines[below] = first_line + key.start_mark.line
    elif isinstance(node, yaml.SequenceNode):
        for number, value in enumerate(node.value):
            _walk(value, f"{path}[{number}]", lines, file, first_line)


def read(file: Path) -> tuple[Any, Lines]:
    """The data of a YAML file and the line of each key."""
    return parse(file.read_text(encoding="utf-8"), file)


def convert(data: Any, shape: type[T], file: Path, lines: Lines, root: str = "$") -> T:
    """`data` as a `shape`. Raises ContentTrouble with line and remedy when it does not fit."""
    try:
        return msgspec.convert(data, shape)
    except msgspec.ValidationError as error:
        match = _AT.match(str(error))
        what = match["what"] if match else str(error)
        path = root + ((match["path"] if match else "") or "$")[1:]
        raise ContentTrouble(file, _line(path, what, lines), f"{what} (at {path}).", _remedy(what)) from error


def _line(path: str, what: str, lines: Lines) -> int:
    unknown = _UNKNOWN.search(what)
    if unknown and f"{path}.{unknown[1]}" in lines:
        return lines[f"{path}.{unknown[1]}"]
    while path not in lines and path != "$":
        path = path[: max(path.rfind("."), path.rfind("["), 1)]
    return lines.get(path, 1)


def _remedy(what: str) -> str:
    if "unknown field" in what:
        return "Correct the key's spelling or take it out; content/README.md lists the keys."
    if missing := _MISSING.search(what):
        return f"Add “{missing[1]}:”."
    if "Expected `str`" in what:
        return "Put the value in quotes."
    if "Invalid enum value" in what:
        return "Use one of the words that content/README.md lists for this key."
    return "Write the value as content/README.md shows."


def keys(data: Any) -> set[Hashable]:
    """The keys of a mapping; nothing for any other data."""
    return set(data) if isinstance(data, dict) else set()

"""Writes requirements.lock anew from pyproject.toml: exact versions with hashes, and no address."""

import re
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
LOCK = ROOT / "build" / "requirements.lock"
# What the packages need on another system than the one on which the lock is written.
ELSEWHERE = {
    "colorama": "sys_platform == 'win32'",
    "pefile": "sys_platform == 'win32'",
    "pywin32-ctypes": "sys_platform == 'win32'",
    "macholib": "sys_platform == 'darwin'",
}
HEAD = """\
# Exact versions, with the hashes of their files for every system. Written by
# `python3 build/dev.py lock`; do not edit. Installed with --require-hashes.
"""


def write() -> int:
    """Resolve everything; say how many packages were locked."""
    with tempfile.TemporaryDirectory() as folder:
        own = _compiled(Path(folder) / "own.txt", ROOT / "pyproject.toml", "--extra", "dev")
        names = Path(folder) / "elsewhere.in"
        names.write_text("\n".join(ELSEWHERE) + "\n", encoding="utf-8")
        there = _compiled(Path(folder) / "there.txt", names)
    known = {_name(entry) for entry in own}
    entries = own + [_marked(entry) for entry in there if _name(entry) not in known]
    LOCK.write_text(HEAD + "\n".join(sorted(entries)) + "\n", encoding="utf-8", newline="\n")
    return len(entries)


def _compiled(target: Path, source: Path, *options: str) -> list[str]:
    command = [sys.executable, "-m", "piptools", "compile", "--quiet", "--generate-hashes", "--allow-unsafe"]
    command += ["--strip-extras", "--no-header", "--no-annotate", "--no-emit-index-url", "--no-emit-find-links"]
    command += ["--no-emit-trusted-host", "--no-emit-options", *options, "--output-file", str(target), str(source)]
    if LOCK.is_file():  # keep what is locked, unless pyproject.toml asks for more
        target.write_text(LOCK.read_text(encoding="utf-8"), encoding="utf-8")
    subprocess.run(command, check=True, cwd=ROOT)
    text = "\n".join(line for line in target.read_text(encoding="utf-8").splitlines() if not line.startswith("#"))
    return [entry.strip() for entry in re.split(r"\n(?=\S)", text) if entry.strip()]


def _name(entry: str) -> str:
    return entry.split("==")[0]


def _marked(entry: str) -> str:
    """The entry with the condition under which it is needed; what came along shares its parent's system."""
    first, rest = entry.split(" \\\n", 1)
    return f"{first} ; {ELSEWHERE[_name(entry)]} \\\n{rest}"


if __name__ == "__main__":
    print(f"{write()} packages are locked in build/requirements.lock.")

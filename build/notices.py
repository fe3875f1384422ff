"""Collects the notice of everything that a package carries into one folder, with an index that a person can read."""

import re
import shutil
import subprocess
import sys
from collections.abc import Iterable, Iterator
from importlib.metadata import Distribution, distribution
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
KEPT_HERE = ROOT / "build" / "notices"  # for those whose wheel brings no text
FONTS = ROOT / "src" / "partnerships" / "shell" / "theme" / "fonts"
NOTICE = re.compile(r"(licen[cs]e|copying|notice|authors|copyright)", re.IGNORECASE)
BESIDE_THE_PYTHON = ("pyinstaller",)  # its starter is part of the package, though nothing imports it


def collect(target: Path, system_libraries: Iterable[Path]) -> int:
    """Fill `target` with notices; say how many things they are for.

    `system_libraries` are the files that were taken from the operating system.
    """
    shutil.rmtree(target, ignore_errors=True)
    target.mkdir(parents=True)
    shutil.copyfile(ROOT / "LICENSE", target / "LICENSE.txt")
    lines = [_line("Community Partnerships", _version(), "MIT; texts CC BY 4.0", ["LICENSE.txt"])]
    shutil.copyfile(KEPT_HERE / "Python.txt", target / "Python.txt")
    lines.append(_line("Python", sys.version.split()[0], "PSF-2.0", ["Python.txt"]))
    for license_file in sorted(FONTS.glob("*-LICENSE.txt")):
        shutil.copyfile(license_file, target / license_file.name)
        lines.append(_line(license_file.name.split("-")[0], "typeface", "OFL-1.1", [license_file.name]))
    for found in sorted(_distributions(), key=lambda each: each.name.lower()):
        lines.append(_line(found.name, found.version, _terms(found), _copy_notices(found, target)))
    for package, copyright_file in _debian_packages(system_libraries):
        name = f"{package}.txt"
        shutil.copyfile(copyright_file, target / name)
        lines.append(_line(package, "from the operating system", "see the file", [name]))
    head = "What this package is made of, under which terms, and the file here that holds the notice.\n\n"
    (target / "INDEX.txt").write_text(head + "\n".join(lines) + "\n", encoding="utf-8")
    return len(lines)


def _line(name: str, version: str, terms: str, files: Iterable[str]) -> str:
    return f"{name} {version}\n    {terms}\n    {', '.join(files)}\n"


def _version() -> str:
    return distribution("community-partnerships").version


def _distributions() -> Iterator[Distribution]:
    """What the program needs to run, and what that needs."""
    waiting, seen = ["community-partnerships", *BESIDE_THE_PYTHON], set()
    while waiting:
        name = waiting.pop()
        if name in seen:
            continue
        seen.add(name)
        found = distribution(name)
        if name != "community-partnerships":
            yield found
        if name not in BESIDE_THE_PYTHON:
            needs = [need for need in found.requires or [] if ";" not in need]
            waiting += [re.split(r"[^A-Za-z0-9._-]", need)[0] for need in needs]


def _terms(found: Distribution) -> str:
    for key in ("License-Expression", "License"):
        for told in found.metadata.get_all(key) or []:
            return str(told).splitlines()[0]
    kinds = [each for each in found.metadata.get_all("Classifier") or [] if each.startswith("License ::")]
    return "; ".join(each.rsplit(" :: ")[-1] for each in kinds) or "see the file"


def _copy_notices(found: Distribution, target: Path) -> list[str]:
    names = []
    for file in found.files or []:
        if ".dist-info" in file.parts[0] and NOTICE.search(file.name):
            name = f"{found.name}.{file.name}".removesuffix(".txt") + ".txt"
            shutil.copyfile(str(file.locate()), target / name)
            names.append(name)
    if not names:
        kept = ["Qt.txt", "LGPL-3.0.txt", "GPL-3.0.txt"] if "LGPL" in _terms(found) else [f"{found.name}.txt"]
        for name in kept:
            if not (KEPT_HERE / name).is_file():
                raise SystemExit(f"{found.name} brings no notice. Put its text at build/notices/{name}.")
            shutil.copyfile(KEPT_HERE / name, target / name)
        names = kept
    return names


def _debian_packages(libraries: Iterable[Path]) -> list[tuple[str, Path]]:
    """The packages that brought these libraries, each with its copyright file; nothing where there is no dpkg."""
    paths = {str(path) for library in libraries for path in (library, library.resolve())}
    if not paths or not shutil.which("dpkg-query"):
        return []
    paths |= {path.removeprefix("/usr") for path in paths}  # merged /usr: dpkg knows the old names
    told = subprocess.run(["dpkg-query", "-S", *sorted(paths)], capture_output=True, text=True, check=False).stdout
    packages = {line.split(":")[0] for line in told.splitlines() if ": " in line}
    found = [(name, Path("/usr/share/doc") / name / "copyright") for name in sorted(packages)]
    return [(name, file) for name, file in found if file.is_file()]

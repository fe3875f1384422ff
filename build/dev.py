"""One front for everything that is done with this project, from a fresh checkout on.

    python3 build/dev.py run        the program, over the library compiled from content/
    python3 build/dev.py test       all tests, with the packaged program
    python3 build/dev.py check      formatter, linter, types, import rules, content rules
    python3 build/dev.py check content   the content rules alone, with what the library holds
    python3 build/dev.py package    the folder that goes on a stick, in out/package
    python3 build/dev.py shots DIR  a picture of every screen
    python3 build/dev.py bench      measurements, as ratios in one run
    python3 build/dev.py number     numbers for new paragraphs, so that citations stay right
    python3 build/dev.py lock       the lock file, anew from pyproject.toml

Each verb sets up what it needs by itself and ends with one plain line. Nothing asks.
"""

import sys

if sys.version_info < (3, 11):  # noqa: UP036  said in words, where an older Python can still say it
    raise SystemExit("This needs Python 3.11 or newer. Name one: python3.12 build/dev.py")

import argparse
import os
import shutil
import subprocess
from pathlib import Path

import environment
import machine
import stamp
from saying import say, stop

ROOT = Path(__file__).resolve().parent.parent
PYTHON = str(environment.PYTHON)
OUT = ROOT / "out"
LIBRARY = OUT / "library"
CONTENT = ROOT / "content"
COMPILED_BY = [ROOT / "src" / "partnerships" / part for part in ("base", "library", "search")]


def run(asked: argparse.Namespace) -> int:
    """Open the program, or picture it where there is no screen."""
    _set_up(machine.WINDOW)
    _compile_library()
    if machine.has_screen():
        say("Starting. Close the window to come back.")
        code = _python("-m", "partnerships", "--library", str(LIBRARY), *asked.words)
        print("The program was closed." if code == 0 else f"The program ended with code {code}.")
        return code
    preview = OUT / "preview"
    say("There is no screen here, so the first screens are drawn into pictures.")
    shutil.rmtree(preview, ignore_errors=True)
    if code := _python("-m", "partnerships.shell.shots", "--preview", str(preview), "--library", str(LIBRARY)):
        stop(f"The pictures could not be drawn (code {code}).")
    print("There is no screen: these pictures show home, an article and a search.")
    return 0


def test(asked: argparse.Namespace) -> int:
    """Run the tests; the packaged program is built when it is not up to date."""
    _set_up(machine.WINDOW, machine.PACKAGING, machine.DRIVING, machine.MEDIA)
    _compile_library()
    if not any((ROOT / word.split("::")[0]).exists() for word in asked.words):  # no test is named: all of them
        _package()
    code = _python("-m", "pytest", "--ignore=tests/benchmarks", *asked.words)
    if code == 5:
        stop("No test was found.")
    return code


def check(asked: argparse.Namespace) -> int:
    """Ask every checker, also when an earlier one has found something; or look at the content alone."""
    content_rules = [PYTHON, str(ROOT / "build" / "content_check.py"), "content"]
    if asked.what == "content":
        _set_up()
        return _call(*content_rules)
    _set_up(machine.WINDOW)
    scratch = OUT / "scratch-library"
    failed = []
    for name, command in {
        "formatter": [environment.program("ruff"), "format", "--check", "."],
        "linter": [environment.program("ruff"), "check", "."],
        "types": [environment.program("mypy")],
        "import rules": [environment.program("lint-imports"), "--no-logo", "--no-cache"],
        "compiler": [PYTHON, "-m", "partnerships.main", "build", "--content", "content", "--out", str(scratch)],
        "content rules": [*content_rules, "--brief"],
    }.items():
        say(f"Checking: {name}")
        if _call(*command):
            failed.append(name)
    print(f"Found something: {', '.join(failed)}." if failed else "All checks passed.")
    return 1 if failed else 0


def shots(asked: argparse.Namespace) -> int:
    """Draw every screen into a folder."""
    _set_up(machine.WINDOW)
    _compile_library()
    folder = Path(asked.folder)
    code = _python("-m", "partnerships.shell.shots", str(folder), "--library", str(LIBRARY))
    count = len(list(folder.rglob("*.png"))) if folder.is_dir() else 0
    print(f"{count} pictures are in {folder}." if code == 0 else f"The pictures could not be drawn (code {code}).")
    return code


def package(asked: argparse.Namespace) -> int:
    """Make the folder that goes on a stick."""
    _set_up(machine.WINDOW, machine.PACKAGING)
    _compile_library()
    _package(*(["--packed"] if asked.packed else []))
    print("Copy the folder out/package/community-partnerships to a stick; the program in it starts as it is.")
    return 0


def bench(asked: argparse.Namespace) -> int:
    """Measure, and print ratios."""
    _set_up(machine.WINDOW, machine.PACKAGING, machine.DRIVING)
    _compile_library()
    _package()
    if "search" in asked.what or not asked.what:
        machine.provide(machine.COMPARED)
        _python(str(ROOT / "tests" / "benchmarks" / "search_bench.py"))
    outside = [each for each in asked.what if each != "search"]
    return _python(str(ROOT / "build" / "bench.py"), *outside) if outside or not asked.what else 0


def number(_: argparse.Namespace) -> int:
    """Give new paragraphs their numbers."""
    _set_up()
    code = _python("-m", "partnerships.main", "number", "--content", str(CONTENT))
    print("Every paragraph has its number." if code == 0 else "The paragraphs could not be numbered.")
    return code


def lock(_: argparse.Namespace) -> int:
    """Write the lock file anew."""
    _set_up()
    return _python(str(ROOT / "build" / "lock.py"))


def _set_up(*system_packages: list[str]) -> None:
    machine.provide(machine.PYTHON, *system_packages)
    environment.ready()


def _compile_library() -> None:
    wanted = stamp.of(CONTENT, *COMPILED_BY)
    if stamp.kept("library") == wanted and (LIBRARY / "manifest-sha256.txt").is_file():
        return
    say("Library: compiling content/ and building its index")
    stamp.forget("library")
    if _python("-m", "partnerships.main", "build", "--content", str(CONTENT), "--out", str(LIBRARY)):
        stop("The library could not be compiled; the lines above say where and why.")
    stamp.keep("library", wanted)


def _package(*words: str) -> None:
    if _python(str(ROOT / "build" / "package.py"), *words):
        stop("The package could not be made; the lines above say why.")


def _python(*words: str) -> int:
    return _call(PYTHON, *words)


def _call(*command: str) -> int:
    """Run a command from the top of the checkout, with our modules in reach."""
    paths = {"PYTHONPATH": str(ROOT / "src"), "PYTHONUTF8": "1"}
    return subprocess.run(command, cwd=ROOT, env=os.environ | paths, check=False).returncode


def main() -> int:
    """Do what the command line asks for."""
    words = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    verbs = words.add_subparsers(dest="verb", required=True, metavar="VERB")
    for verb in (run, test, check, shots, package, bench, number, lock):
        one = verbs.add_parser(verb.__name__, help=verb.__doc__)
        one.set_defaults(act=verb)
        if verb is shots:
            one.add_argument("folder", metavar="DIR")
        elif verb is check:
            one.add_argument("what", nargs="?", choices=("content",), help="only the content, with its figures")
        elif verb is package:
            one.add_argument("--packed", action="store_true", help="also pack the folder into one file")
        elif verb is bench:
            one.add_argument("what", nargs="*", help="only these measurements")
    asked, rest = words.parse_known_args()
    asked.words = rest
    if asked.words and asked.act not in (run, test):  # those hand them on, to the program and to pytest
        words.error(f"unrecognized arguments: {' '.join(asked.words)}")
    code: int = asked.act(asked)
    return code


if __name__ == "__main__":
    try:
        raise SystemExit(main())
    except KeyboardInterrupt:
        raise SystemExit("Stopped.") from None

"""Makes the folder that goes on a stick: program, library, index and notices, from the virtual environment.

Runs inside the virtual environment; `dev.py package` calls it.
"""

import argparse
import os
import shutil
import subprocess
import sys
import tarfile
from pathlib import Path

import icons
import notices
import stamp
from saying import say, stop

from partnerships.publishing.copies.bundle import write_program_list

ROOT = Path(__file__).resolve().parent.parent
BUILD = ROOT / "build"
OUT = ROOT / "out"
LIBRARY = OUT / "library"
WORK = OUT / "work"
NAME = "community-partnerships"
FOLDER = OUT / "package" / NAME
PROGRAM = FOLDER / (NAME + (".exe" if os.name == "nt" else ""))
SOURCES = (ROOT / "src", BUILD, ROOT / "pyproject.toml", ROOT / "LICENSE", LIBRARY / "manifest-sha256.txt")


def make() -> None:
    """Build the package, unless the one that stands there was made from the same files."""
    if not LIBRARY.is_dir():
        stop("There is no library to pack in out/library. `python3 build/dev.py package` makes it first.")
    number = stamp.of(*SOURCES)
    if PROGRAM.is_file() and stamp.kept("package") == number:
        say(f"The package is up to date: {FOLDER.relative_to(ROOT)}")
        return
    stamp.forget("package")
    made = _frozen()
    _add_library(made)
    _add_notices(made)
    _check(made / PROGRAM.name)
    write_program_list(made)
    shutil.rmtree(FOLDER.parent, ignore_errors=True)
    FOLDER.parent.mkdir(parents=True)
    made.rename(FOLDER)
    stamp.keep("package", number)
    say(f"The package is whole: {FOLDER.relative_to(ROOT)}, {_megabytes(FOLDER):.0f} MB")


def pack() -> Path:
    """The package as one file to hand on: a zip on Windows, else a tar with xz, which keeps what may be run."""
    say("Packing (about a minute)")
    if os.name == "nt":
        return Path(shutil.make_archive(str(OUT / NAME), "zip", FOLDER.parent, NAME))
    archive = OUT / f"{NAME}.tar.xz"
    with tarfile.open(archive, "w:xz", preset=6) as tar:
        tar.add(FOLDER, NAME, filter=_nobody)
    return archive


def _frozen() -> Path:
    say("Program: collecting Python, Qt and our own modules (about half a minute)")
    if sys.platform != "linux":
        icons.write(WORK)
    made = WORK / "made"
    command = [sys.executable, "-W", "ignore", "-m", "PyInstaller", "--noconfirm", "--log-level", "WARN"]
    command += ["--distpath", str(made), "--workpath", str(WORK), str(BUILD / f"{NAME}.spec")]
    # Its cache stays in the checkout, and the same files give the same package.
    environment = os.environ | {"PYINSTALLER_CONFIG_DIR": str(WORK / "cache"), "PYTHONHASHSEED": "0"}
    ran = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, check=False)
    if ran.returncode:
        stop("PyInstaller failed:\n" + (ran.stdout + ran.stderr)[-4000:])
    return made / NAME


def _add_library(folder: Path) -> None:
    say("Library: copying the edition and its index")
    shutil.copytree(LIBRARY, folder / "library")
    shutil.copyfile(ROOT / "LICENSE", folder / "LICENSE.txt")


def _add_notices(folder: Path) -> None:
    inside = {file.name for file in (folder / "_internal").iterdir()}
    places = [Path(place) for place in ("/usr/lib/x86_64-linux-gnu", "/usr/lib/aarch64-linux-gnu")]
    taken = [place / name for name in sorted(inside) for place in places if (place / name).exists()]
    count = notices.collect(folder / "licences", taken)
    say(f"Notices: collected for {count} parts")


def _check(program: Path) -> None:
    """The program must at least say its version, and nothing else, with an empty environment."""
    needed = {
        name: os.environ[name] for name in ("SYSTEMROOT",) if name in os.environ
    }  # Windows starts nothing without
    command = [str(program.with_name(f"{NAME}-cli.exe") if os.name == "nt" else program), "--version"]
    ran = subprocess.run(command, env=needed, capture_output=True, text=True, check=False, timeout=60)
    if ran.returncode or ran.stderr.strip() or not ran.stdout.strip():
        stop(f"The packaged program does not start ({ran.returncode}):\n{ran.stdout}{ran.stderr}")


def _megabytes(folder: Path) -> float:
    return sum(file.stat().st_size for file in folder.rglob("*") if file.is_file()) / 1e6


def _nobody(info: tarfile.TarInfo) -> tarfile.TarInfo:
    """Without the builder's name and the hour of building."""
    info.uid = info.gid = 0
    info.uname = info.gname = ""
    info.mtime = 0
    return info


if __name__ == "__main__":
    words = argparse.ArgumentParser(description=__doc__)
    words.add_argument("--packed", action="store_true", help="also pack the folder into one file")
    asked = words.parse_args()
    make()
    if asked.packed:
        file = pack()
        say(f"Packed: {file.relative_to(ROOT)}, {file.stat().st_size / 1e6:.0f} MB")

"""The virtual environment: made, filled from the lock, and mended when it is broken or the lock has changed."""

import hashlib
import os
import shutil
import subprocess
import sys
from pathlib import Path

from saying import say, stop

ROOT = Path(__file__).resolve().parent.parent
VENV = ROOT / ".venv"
LOCK = ROOT / "build" / "requirements.lock"
STAMP = VENV / "filled-from"
PYTHON = VENV / ("Scripts/python.exe" if os.name == "nt" else "bin/python")


def ready() -> None:
    """Afterwards `PYTHON` runs, has every locked package, and can import the project."""
    if not _runs():
        _make()
    wanted = _wanted()
    if not STAMP.is_file() or STAMP.read_text(encoding="utf-8") != wanted:
        _fill()
        STAMP.write_text(wanted, encoding="utf-8")


def program(name: str) -> str:
    """The path of a command that a package has put into the environment."""
    return str(PYTHON.with_name(name + PYTHON.suffix))


def _runs() -> bool:
    """Does the environment's Python start, and is pip in it? A moved folder or an upgraded system breaks it."""
    try:
        command = [str(PYTHON), "-c", "import pip, sys; sys.exit(sys.version_info < (3, 11))"]
        return subprocess.run(command, capture_output=True, check=False).returncode == 0
    except OSError:
        return False


def _make() -> None:
    say(f"Virtual environment: making .venv with Python {sys.version.split()[0]}")
    if VENV.is_symlink():
        VENV.unlink()
    shutil.rmtree(VENV, ignore_errors=True)
    made = subprocess.run([sys.executable, "-m", "venv", str(VENV)], capture_output=True, text=True, check=False)
    if made.returncode or not _runs():
        shutil.rmtree(VENV, ignore_errors=True)
        stop(
            "The virtual environment could not be made. On Debian and Ubuntu this helps:  "
            f"sudo apt-get install python3-venv\n{(made.stdout + made.stderr).strip()}"
        )


def _wanted() -> str:
    digest = hashlib.sha256(LOCK.read_bytes() + (VENV / "pyvenv.cfg").read_bytes() + str(ROOT).encode())
    return digest.hexdigest() + "\n"


def _fill() -> None:
    total = sum(1 for line in LOCK.read_text(encoding="utf-8").splitlines() if "==" in line)
    say(f"Packages: installing {total}, hashes checked (about a minute the first time)")
    options = ["--disable-pip-version-check", "--no-input", "--progress-bar", "off"]
    _pip("install", *options, "--require-hashes", "--requirement", str(LOCK))
    # The project itself, where it stands: a change in src/ needs no new installation.
    _pip("install", *options, "--no-deps", "--no-build-isolation", "--editable", str(ROOT))
    # WORKAROUND: Whoosh 2.7.4 draws SyntaxWarnings when it is compiled, which tests take for errors. Compile it now.
    compiling = "import compileall, whoosh; compileall.compile_dir(whoosh.__path__[0], quiet=2, force=True)"
    subprocess.run([str(PYTHON), "-W", "ignore", "-c", compiling], check=False, capture_output=True)


def _pip(*words: str) -> None:
    command = [str(PYTHON), "-m", "pip", *words]
    kept = []
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, cwd=ROOT) as running:
        assert running.stdout is not None
        for line in running.stdout:
            kept.append(line)
            if line.startswith(("Collecting ", "Installing ", "Obtaining ")):
                say("  " + line.split(" (from")[0].split(" --hash")[0].strip()[:100])
    if running.returncode:
        stop("The packages could not be installed:\n" + "".join(kept[-25:]))

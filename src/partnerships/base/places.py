"""Every path that the program uses, decided once at start."""

import os
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from platformdirs import user_data_path

Mode = Literal["portable", "installed", "given", "memory"]

APPLICATION = "Community Partnerships"


@dataclass(frozen=True, slots=True)
class Places:
    """Where things live. `notebook` is None when no folder can be written: then nothing is kept.

    `mode` says why: beside the program (portable), in the user's own folder (installed), as named
    on the command line (given), or nowhere (memory).
    """

    program: Path
    library: Path
    notebook: Path | None
    mode: Mode

    @property
    def index(self) -> Path:
        """The search index, inside the edition."""
        return self.library / "index"

    @property
    def settings(self) -> Path | None:
        """The settings file, beside the notebook."""
        return self.notebook / "settings.json" if self.notebook else None


def find_places(library: Path | None = None, notebook: Path | None = None) -> Places:
    """The places for this start. Folders named on the command line win."""
    program = program_folder()
    if notebook is not None:
        usable = can_write(notebook)
        return Places(
            program, library or program / "library", notebook if usable else None, "given" if usable else "memory"
        )
    for folder, mode in _candidates(program):
        if can_write(folder):
            return Places(program, library or program / "library", folder, mode)
    return Places(program, library or program / "library", None, "memory")


def _candidates(program: Path) -> tuple[tuple[Path, Mode], ...]:
    own: tuple[Path, Mode] = (user_data_path(APPLICATION, appauthor=False), "installed")
    return ((copy_folder(program) / "notebook", "portable"), own) if is_packaged() else (own,)


def is_packaged() -> bool:
    """Whether this is the packaged program and not a checkout."""
    return bool(getattr(sys, "frozen", False))


def program_folder() -> Path:
    """The folder of the packaged program; in a checkout, its top folder's `out`."""
    if is_packaged():
        return Path(sys.executable).resolve().parent
    return Path(__file__).resolve().parents[3] / "out"


def copy_folder(program: Path) -> Path:
    """The folder of a whole copy: the bag whose payload the program is (RFC 8493), or the program's own folder."""
    is_payload = program.name == "data" and (program.parent / "bagit.txt").is_file()
    return program.parent if is_payload else program


def can_write(folder: Path) -> bool:
    """Whether files can be made in `folder`, which is made if need be. Leaves nothing behind."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
        handle, name = tempfile.mkstemp(prefix=".try-", dir=folder)
        os.close(handle)
        Path(name).unlink()
    except OSError:
        return False
    return True

"""A program that is small enough to be copied hundreds of times: a few files, and a small library."""

from datetime import date
from pathlib import Path

from partnerships.publishing.copies.bundle import read_bundle, write_program_list
from partnerships.publishing.copies.start_here import Stick, pages
from partnerships.publishing.copies.stick import Copying, Wanted


def make_program(folder: Path, edition: Path) -> None:
    """Make the folder of a finished program around an edition."""
    (folder / "_internal" / "lib").mkdir(parents=True)
    (folder / "community-partnerships").write_bytes(b"\x7fELF" + b"program" * 300_000)
    (folder / "community-partnerships").chmod(0o755)
    for number in range(20):
        (folder / "_internal" / "lib" / f"part {number}.so").write_bytes(bytes([number]) * (1000 + 7001 * number))
    (folder / "_internal" / "empty").write_bytes(b"")
    for file in edition.rglob("*"):
        if file.is_file():
            goal = folder / "library" / file.relative_to(edition)
            goal.parent.mkdir(parents=True, exist_ok=True)
            goal.write_bytes(file.read_bytes())
    write_program_list(folder)


def wanted_from(program: Path, notebook: Path | None = None) -> Wanted:
    """What a copy of the program in a folder holds."""
    bundle = read_bundle(program, program / "library")
    stick = Stick(
        "Community Partnerships", "A reader", bundle.edition, "2026-10", bundle.mark, "Not official.", "Linux"
    )
    return Wanted(bundle, pages(stick), notebook, date(2026, 11, 20))


def copy(wanted: Wanted, stick: Path) -> Copying:
    """Make a copy and say what was done."""
    copying = Copying(wanted, stick)
    for _ in copying.steps():
        pass
    return copying

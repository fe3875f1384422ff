"""The command line: opens what a command needs, hands it on, prints what comes back. No logic.

Parts are imported late, and only here, so that each command loads just what it needs.
"""

import argparse
import json
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import NoReturn

from partnerships import __version__
from partnerships.base.errors import CopyTrouble, Trouble, UsageTrouble
from partnerships.base.offline import refuse_network
from partnerships.base.places import Places, find_places, program_folder

PROGRAM = "community-partnerships"


class _Arguments(argparse.ArgumentParser):
    """Bad arguments give one clear line and exit code 2."""

    def error(self, message: str) -> NoReturn:
        raise UsageTrouble(f"{message[:1].upper()}{message[1:]}.", f"See “{PROGRAM} --help”.")


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command. Returns 0, or 1 when it could not be done, or 2 for bad arguments."""
    refuse_network()
    _speak_utf8()
    try:
        chosen = _parser().parse_args(arguments)
        command = chosen.command or "open"
        return _COMMANDS[command](chosen)
    except UsageTrouble as trouble:
        sys.stderr.write(f"{PROGRAM}: {trouble}\n")
        return 2
    except Trouble as trouble:
        sys.stderr.write(f"{PROGRAM}: {trouble}\n")
        return 1
    except BrokenPipeError:  # the reader of our output has seen enough
        sys.stderr.close()
        return 0


def _speak_utf8() -> None:
    """Windows consoles speak an old code page unless told otherwise; a windowed program has no streams."""
    for stream in (sys.stdout, sys.stderr):
        if stream is not None and hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="replace")


def _parser() -> argparse.ArgumentParser:
    parser = _Arguments(prog=PROGRAM, description="An offline reader for community policing.")
    parser.add_argument("--version", action="version", version=f"{PROGRAM} {__version__}")
    _add_places(parser)
    commands = parser.add_subparsers(dest="command", metavar="COMMAND")
    search = commands.add_parser("search", help="print ranked results")
    search.add_argument("words")
    search.add_argument("--json", action="store_true", help="as JSON")
    search.add_argument("--section", choices=("introduction", "grants", "cases", "toolkit", "desk"))
    search.add_argument("--limit", type=_count, default=10, metavar="N")
    show = commands.add_parser("show", help="print an article as text")
    show.add_argument("id")
    verify = commands.add_parser("verify", help="check the library against its manifest")
    copy = commands.add_parser("copy-to", help="copy program and library to sticks; without PATH, name the drives")
    copy.add_argument("paths", type=Path, nargs="*", metavar="PATH", help="a stick, or a folder to put the copy in")
    copy.add_argument("--with-notebook", action="store_true", help="take your notes along, where there are none yet")
    build = commands.add_parser("build")
    build.add_argument("--content", type=Path, required=True)
    build.add_argument("--out", type=Path, required=True)
    number = commands.add_parser("number")
    number.add_argument("--content", type=Path, required=True)
    for command in (search, show, verify, copy):
        _add_places(command, keep=True)
    return parser


def _add_places(parser: argparse.ArgumentParser, keep: bool = False) -> None:
    default = argparse.SUPPRESS if keep else None
    parser.add_argument("--library", type=Path, metavar="DIR", default=default, help="the folder of the library")
    parser.add_argument("--notebook", type=Path, metavar="DIR", default=default, help="the folder of your notebook")


def _count(text: str) -> int:
    if not text.isdigit() or not 1 <= int(text) <= 1000:
        raise argparse.ArgumentTypeError(f"“{text}” is not a number from 1 to 1000")
    return int(text)


def _places(chosen: argparse.Namespace) -> Places:
    return find_places(chosen.library, chosen.notebook)


def _open(chosen: argparse.Namespace) -> int:
    from partnerships.shell.app import run

    return run(_places(chosen))


def _search(chosen: argparse.Namespace) -> int:
    from partnerships.search.finder import Finder

    filters = (("section", chosen.section),) if chosen.section else ()
    hits = Finder(_library(chosen) / "index").find(chosen.words, filters=filters, limit=chosen.limit)
    if chosen.json:
        rows = [
            {
                "id": hit.address.id,
                "anchor": hit.address.anchor,
                "title": hit.title,
                "section": hit.section,
                "score": round(hit.score, 4),
                "snippet": "".join(run.text for run in hit.snippet),
            }
            for hit in hits.hits
        ]
        found = {"typed": hits.typed, "searched": hits.searched, "total": hits.total, "results": rows}
        sys.stdout.write(json.dumps(found, ensure_ascii=False, indent=2) + "\n")
        return 0
    for hit in hits.hits:
        sys.stdout.write(f"{hit.title}  [{hit.address}]\n    {''.join(run.text for run in hit.snippet)}\n")
    sys.stdout.write(f"{hits.total} results for “{hits.searched}”\n")
    return 0


def _show(chosen: argparse.Namespace) -> int:
    from partnerships.library.article_text import article_text
    from partnerships.library.edition import Edition

    with Edition(_library(chosen)) as edition:
        sys.stdout.write(article_text(edition.article(chosen.id)))
    return 0


def _verify(chosen: argparse.Namespace) -> int:
    from partnerships.library.manifest import check

    library = _library(chosen)
    results = list(check(library))
    faults = [fault for _, fault in results if fault]
    for fault in faults:
        sys.stdout.write(f"{fault.what}: {fault.path}\n")
    if faults:
        sys.stdout.write(f"{len(faults)} of {len(results)} files are not as they should be. Get a fresh copy.\n")
        return 1
    sys.stdout.write(f"All {len(results)} files of the library are as they should be.\n")
    return 0


def _copy_to(chosen: argparse.Namespace) -> int:
    from contextlib import closing

    from partnerships.publishing.copies.drives import drives
    from partnerships.publishing.copies.sending import copy_to_all, targets_at, wanted_of
    from partnerships.publishing.copies.telling import Told, drive_line

    if not chosen.paths:
        lines = [drive_line(drive) for drive in drives()] or ["No stick is plugged in. Name a folder to copy to."]
        sys.stdout.write("\n".join(lines) + "\n")
        return 0
    # The notebook's folder is looked for only when it is asked for: looking makes it.
    places = _places(chosen) if chosen.with_notebook else Places(program_folder(), _library(chosen), None, "memory")
    told = Told(sys.stderr.isatty())
    try:
        with closing(copy_to_all(wanted_of(places, chosen.with_notebook), targets_at(chosen.paths))) as copying:
            for standings in copying:
                sys.stderr.write(told.now(standings))
                sys.stdout.write(told.lines(standings))
                sys.stdout.flush()
    except KeyboardInterrupt:
        raise CopyTrouble("Stopped.", "Copies that were not done were taken away.") from None
    return 1 if told.trouble else 0


def _build(chosen: argparse.Namespace) -> int:
    from partnerships.base.errors import ContentTrouble
    from partnerships.library.authoring.source import faults
    from partnerships.publishing.making import make_edition

    try:
        said = ""
        for step in make_edition(chosen.content, chosen.out):
            if step.doing != said:
                said = step.doing
                sys.stdout.write(f"  {said}\n")
    except ContentTrouble:
        found = faults(chosen.content)
        for fault in found:
            sys.stderr.write(f"{fault}\n")
        sys.stderr.write(f"{PROGRAM}: {len(found)} places in the content need mending.\n")
        return 1
    return 0


def _number(chosen: argparse.Namespace) -> int:
    from partnerships.library.authoring.numbering import write_ledger
    from partnerships.library.authoring.source import read_content

    write_ledger(chosen.content, read_content(chosen.content).ledger)
    return 0


def _library(chosen: argparse.Namespace) -> Path:
    return Path(chosen.library or program_folder() / "library")


_COMMANDS = {
    "open": _open,
    "search": _search,
    "show": _show,
    "verify": _verify,
    "copy-to": _copy_to,
    "build": _build,
    "number": _number,
}


if __name__ == "__main__":
    sys.exit(main())

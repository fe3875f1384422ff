"""Makes an edition: library, index and manifest, swapped in whole."""

import shutil
from collections.abc import Iterator
from pathlib import Path

from partnerships.base.progress import Step
from partnerships.library.compiler import compile_edition
from partnerships.library.edition import Edition
from partnerships.library.manifest import write_manifest
from partnerships.library.records import records
from partnerships.search.builder import build


def make_edition(content: Path, folder: Path) -> Iterator[Step]:
    """Compile and index `content` into `folder`; an edition that stood there is replaced at the end.

    Raises ContentTrouble for the first fault of the content; then `folder` is as it was.
    """
    making = folder.with_name(f"{folder.name}-making")
    if making.exists():
        shutil.rmtree(making)
    try:
        yield from compile_edition(content, making)
        with Edition(making) as edition:
            yield from build(records(edition), edition.synonyms(), making / "index")
        write_manifest(making)
        if folder.exists():
            shutil.rmtree(folder)
        making.replace(folder)
    finally:
        shutil.rmtree(making, ignore_errors=True)
    yield Step(1, 1, "The edition is ready")

"""The one family of errors. Each says what is wrong and what to do next, in a reader's words.

Trouble
├── UsageTrouble        the command line was given something it does not take
├── ContentTrouble      a file of the content source is not as it must be
├── EditionTrouble      the bundled library is missing, damaged or foreign
├── IndexTrouble        the search index is missing, damaged or not ours
├── NotebookTrouble     the notebook cannot be opened or written
├── PlaceTrouble        a folder or file on this computer cannot be used
└── CopyTrouble         a copy for a stick cannot be made, or is not whole
"""

from pathlib import Path


class Trouble(Exception):
    """Something went wrong in a way that a person can understand and act on."""

    def __init__(self, what: str, remedy: str = "") -> None:
        super().__init__(f"{what} {remedy}".strip())
        self.what = what
        self.remedy = remedy


class UsageTrouble(Trouble):
    """The command line was given something it does not take."""


class ContentTrouble(Trouble):
    """A file of the content source is not as it must be; names file, line and remedy."""

    def __init__(self, file: Path | str, line: int, what: str, remedy: str = "") -> None:
        super().__init__(f"{file}:{line}: {what}", remedy)
        self.file = str(file)
        self.line = line


class EditionTrouble(Trouble):
    """The bundled library is missing, damaged or foreign."""


class IndexTrouble(Trouble):
    """The search index is missing, damaged, or was not built by us."""


class NotebookTrouble(Trouble):
    """The notebook cannot be opened or written."""


class PlaceTrouble(Trouble):
    """A folder or file on this computer cannot be used."""


class CopyTrouble(Trouble):
    """A copy for a stick cannot be made, or is not whole."""

"""English plurals for texts such as "%n result(s)", which Qt leaves to a translation."""

import re

from PySide6.QtCore import QCoreApplication, QTranslator

_ENDING = re.compile(r"(?<=\w)\((\w+)\)")


class EnglishPlurals(QTranslator):
    """Turns "match(es)" into "match" for one and "matches" for any other number."""

    def translate(
        self, context: str, source: str, disambiguation: str | None = None, n: int = -1
    ) -> str | None:  # None says that Qt shall use the source text
        """The text with its plural ending, or nothing for a text without a number."""
        if n < 0 or "%n" not in source:
            return None
        return _ENDING.sub("" if n == 1 else r"\1", source)


def install_plurals(application: QCoreApplication) -> None:
    """Make the application speak English plurals."""
    application.installTranslator(EnglishPlurals(application))

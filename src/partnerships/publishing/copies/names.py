"""Which names and sizes of files every stick can hold, whatever it is formatted with and wherever it is read."""

from collections.abc import Iterable

LARGEST_ON_FAT = (4 << 30) - 1
FAT = frozenset({"vfat", "msdos", "fat", "fat16", "fat32", "fusefat"})
_FORBIDDEN = frozenset('<>:"\\|?*%')  # Windows takes none of them; “%” is special in the manifest of a bag
_DEVICES = frozenset(
    {"con", "prn", "aux", "nul"} | {f"{port}{number}" for port in ("com", "lpt") for number in range(1, 10)}
)
_LONGEST_NAME = 255
_LONGEST_PATH = 200  # of 259 that Windows takes, the rest is for where a person puts the copy


def unfit_name(path: str) -> str | None:
    """What is wrong with a path on some system, as the end of a sentence; None when every system takes it."""
    if len(path.encode("utf-16-le")) // 2 > _LONGEST_PATH:
        return f"its path is longer than {_LONGEST_PATH} characters"
    for part in path.split("/"):
        if not part or part in (".", ".."):
            return "its path is not plain"
        if not part.isprintable():
            return "its name holds a control character"
        if wrong := sorted(_FORBIDDEN & set(part)):
            return f"its name holds “{wrong[0]}”"
        if part.endswith((".", " ")):
            return "its name ends with a dot or a space"
        if part.split(".")[0].strip().lower() in _DEVICES:
            return f"“{part}” is the name of a device on Windows"
        if len(part.encode("utf-16-le")) // 2 > _LONGEST_NAME:
            return f"its name is longer than {_LONGEST_NAME} characters"
    return None


def twins(paths: Iterable[str]) -> tuple[str, str] | None:
    """Two paths, parts of paths included, that differ in small and capital letters only, which no stick tells apart."""
    seen: dict[str, str] = {}
    for path in paths:
        parts = path.split("/")
        for end in range(1, len(parts) + 1):
            whole = "/".join(parts[:end])
            if seen.setdefault(whole.casefold(), whole) != whole:
                return seen[whole.casefold()], whole
    return None

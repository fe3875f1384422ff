"""Which parts of Python and Qt the packaged program leaves out, and why it still runs without them."""

import sys
from fnmatch import fnmatch
from pathlib import PurePath

Entry = tuple[str, str, str]  # name in the package, file here, kind: as PyInstaller lists them

# Without `ssl`, `http` and their kin there is nothing to speak to a network with. Without `_hashlib` there is no
# OpenSSL to load (5 MB) and to keep patched: Python's own SHA-256 takes its place, at 200 MB a second.
MODULES = [
    *(
        "PySide6." + part
        for part in ("QtNetwork", "QtDBus", "QtQml", "QtQuick", "QtOpenGL", "QtSql", "QtTest", "QtXml")
    ),
    *("ssl", "_ssl", "_hashlib", "http", "ftplib", "smtplib", "xmlrpc", "urllib.request", "asyncio"),
    "multiprocessing",  # a starter of ours would load it first, with sockets; a worker is started as a plain process
    *("tkinter", "unittest", "pydoc", "doctest", "pdb", "lib2to3", "distutils", "setuptools", "pip"),
    *("hypothesis", "pytest", "numpy", "PIL"),
]

# Qt loads plugins by name at run time. These are used: windows, drawings, typing, printing, the desktop's own dialogs.
PLUGINS = [
    "platforms/*qxcb.*",
    "platforms/*qwayland.*",
    "platforms/*qwindows.*",
    "platforms/*qcocoa.*",
    "wayland-shell-integration/*xdg-shell.*",
    "wayland-decoration-client/*bradient.*",
    "platforminputcontexts/*compose*",
    "platforminputcontexts/*ibus*",
    "platformthemes/*xdgdesktopportal.*",
    "styles/*",
    "iconengines/*svgicon.*",
    "imageformats/*qsvg.*",
    "printsupport/*",
]

# Libraries that hooks bring along by name and that no kept part needs.
LIBRARIES = [
    *(
        "*Qt*" + part + "*"
        for part in ("Network", "Qml", "Quick", "OpenGL", "VirtualKeyboard", "Pdf", "EglFS", "EglFs")
    ),
    "opengl32sw.dll",  # software OpenGL, 20 MB: nothing is drawn with OpenGL
    "d3dcompiler_*.dll",
    "*_cpp_avx2.*",  # rapidfuzz falls back to its plain build, which is fast enough for a vocabulary
]

# What every Linux desktop has, and what is better taken from there than from here: its X server, fonts and message bus
# go with its own versions of these. (The rarer libraries of Qt's X11 plugin come along.)
HOSTS = [
    *(
        "libX11.so*",
        "libX11-xcb.so*",
        "libXau.so*",
        "libXdmcp.so*",
        "libxcb.so*",
        "libxcb-randr.so*",
        "libxcb-render.so*",
    ),
    *("libxcb-shape.so*", "libxcb-shm.so*", "libxcb-sync.so*", "libxcb-xfixes.so*", "libwayland-*.so*"),
    *(
        "libfontconfig.so*",
        "libfreetype.so*",
        "libexpat.so*",
        "libpng16.so*",
        "libbrotli*.so*",
        "libz.so*",
        "libbz2.so*",
    ),
    *("libglib-2.0.so*", "libgthread-2.0.so*", "libpcre2-8.so*", "libdbus-1.so*", "libsystemd.so*", "libcap.so*"),
    *("libgcrypt.so*", "libgpg-error.so*", "liblz4.so*", "liblzma.so*", "libzstd.so*", "libbsd.so*", "libmd.so*"),
    *("libstdc++.so*", "libgcc_s.so*", "libcups.so*"),
]


def kept_binaries(entries: list[Entry]) -> list[Entry]:
    """The libraries and extension modules that the program can reach."""
    kept = [entry for entry in entries if not _left_out(PurePath(entry[0]))]
    if sys.platform != "linux":
        return kept
    # No links: a stick is FAT or exFAT, which has none. And only what something kept is linked with, since dropped
    # plugins leave their own libraries behind (GTK alone is 30 of them).
    kept = [entry for entry in kept if entry[2] != "SYMLINK"]
    return _reached([entry for entry in kept if not any(fnmatch(entry[0], pattern) for pattern in HOSTS)])


def kept_data(entries: list[Entry]) -> list[Entry]:
    """The data files without Qt's translations (ours are our own) and without links on Linux."""
    return [
        entry
        for entry in entries
        if "translations" not in PurePath(entry[0]).parts
        and not _left_out(PurePath(entry[0]))
        and (sys.platform != "linux" or entry[2] != "SYMLINK")
    ]


def _left_out(path: PurePath) -> bool:
    if any(fnmatch(part, pattern) for part in path.parts for pattern in LIBRARIES):
        return True
    if "plugins" in path.parts:
        return not any(path.match(pattern) for pattern in PLUGINS)
    return False


def _reached(entries: list[Entry]) -> list[Entry]:
    from PyInstaller.depend.bindepend import get_imports

    by_name = {PurePath(name).name: (name, file, kind) for name, file, kind in entries}
    reached: set[str] = set()
    waiting = [entry for entry in entries if _is_loaded_by_name(entry)]
    while waiting:
        name, file, _ = waiting.pop()
        if name in reached:
            continue
        reached.add(name)
        if "printsupport" not in name:  # what it needs beside Qt is libcups, the host's, and what that needs
            needed = {PurePath(library).name for library, _ in get_imports(file)}
            waiting += [by_name[library] for library in needed & by_name.keys()]
    return [entry for entry in entries if entry[0] in reached]


def _is_loaded_by_name(entry: Entry) -> bool:
    path = PurePath(entry[0])
    return entry[2] == "EXTENSION" or "plugins" in path.parts or path.name.startswith("libpython")

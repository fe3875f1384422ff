"""Runs inside the packaged program before its own code: what an installed Python would have had around it."""

import os
import sys

from _pyi_rth_utils import qt  # type: ignore[import-not-found]  # PyInstaller's, there only when it has packaged us

# WORKAROUND: without a locale in the environment Qt writes three lines of advice to the terminal. Python itself does
# the same coercion when it is not frozen (PEP 538).
if sys.platform == "linux" and not any(os.environ.get(name) for name in ("LC_ALL", "LC_CTYPE", "LANG")):
    os.environ["LC_CTYPE"] = "C.UTF-8"

# The starter pointed the system's loader at our libraries, which was read before this line. A browser that is opened
# for a link must find its own again.
if sys.platform == "linux":
    before = os.environ.pop("LD_LIBRARY_PATH_ORIG", None)
    os.environ.pop("LD_LIBRARY_PATH", None)
    if before is not None:
        os.environ["LD_LIBRARY_PATH"] = before

# WORKAROUND: PyInstaller's own hook loads QtCore at every start to see whether Qt knows where its plugins are. Qt from
# a wheel always does, and a search from the command line needs no Qt: this saves it 80 ms (PyInstaller 6.22).
qt.create_embedded_qt_conf = lambda bindings, folder: None

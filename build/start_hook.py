"""Runs inside the packaged program before its own code: what an installed Python would have had around it."""

import os
import sys
from types import ModuleType

# WORKAROUND: without a locale in the environment Qt writes three lines of advice to the terminal. Python itself does
# the same coercion when it is not frozen (PEP 538).
if sys.platform == "linux" and not any(os.environ.get(name) for name in ("LC_ALL", "LC_CTYPE", "LANG")):
    os.environ["LC_CTYPE"] = "C.UTF-8"

# WORKAROUND: Whoosh 2.7.4 imports `urlretrieve` and never calls it. The real module brings http, email and ssl, takes
# 40 ms, and is code for a network that this program must not use.
_nothing = ModuleType("urllib.request")
_nothing.urlretrieve = None  # type: ignore[attr-defined]  # a made-up module has no declared names
sys.modules["urllib.request"] = _nothing

"""Everything but the shell works where there is no Qt."""

import subprocess
import sys

IMPORT_THE_CORE = """
import importlib, pkgutil, sys
for name in ("PySide6", "shiboken6"):
    sys.modules[name] = None
import partnerships
core = [
    each.name
    for each in pkgutil.walk_packages(partnerships.__path__, "partnerships.", onerror=lambda name: None)
    if not each.name.startswith(("partnerships.shell", "partnerships.__main__"))
]
for name in core:
    importlib.import_module(name)
print(len(core))
"""


def test_the_core_is_imported_where_qt_cannot_be() -> None:
    answer = subprocess.run([sys.executable, "-c", IMPORT_THE_CORE], capture_output=True, text=True, check=False)
    assert answer.returncode == 0, answer.stderr
    assert int(answer.stdout) > 20

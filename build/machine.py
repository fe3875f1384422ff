"""What the operating system must have before Python packages can be of use. Only Debian and its kin need anything."""

import os
import shutil
import subprocess
import sys
from importlib.util import find_spec

from saying import say

PYTHON = [] if find_spec("ensurepip") else ["python3-venv"]  # Debian keeps the one in the other
WINDOW = """
    libegl1 libgl1 libglib2.0-0 libdbus-1-3 libfontconfig1 libfreetype6 libx11-6 libx11-xcb1 libxkbcommon0
    libxkbcommon-x11-0 libxcb-cursor0 libxcb-icccm4 libxcb-image0 libxcb-keysyms1 libxcb-randr0
    libxcb-render-util0 libxcb-render0 libxcb-shape0 libxcb-shm0 libxcb-sync1 libxcb-util1 libxcb-xfixes0
    libxcb-xkb1 libwayland-client0 libwayland-cursor0
""".split()  # noqa: SIM905  a list of packages reads best as words
PACKAGING = ["binutils"]
if sys.base_prefix == "/usr":  # Debian's Python is linked without its library, which a package must carry
    PACKAGING.append(f"libpython3.{sys.version_info.minor}")
COMPARED = ["python3.11-doc"]  # the second library that search is measured over
MEDIA = ["dosfstools", "mtools", "exfatprogs", "exfat-fuse"]  # sticks that tests format, fill and pull out
DRIVING = ["xvfb", "xdotool", "strace", "x11-utils"]


def provide(*groups: list[str]) -> None:
    """Install what is missing; where that is not allowed, print the command and go on."""
    if not shutil.which("dpkg-query") or not shutil.which("apt-get"):
        return
    missing = _missing([name for group in groups for name in group])
    if not missing:
        return
    install = ["apt-get", "install", "--yes", "--no-install-recommends", *missing]
    before = _right_to_install()
    if before is None:
        say(f"These system packages are missing: {' '.join(missing)}")
        say(f"Install them with:  sudo {' '.join(install)}")
        say("Going on without them, in case their libraries are here by another way.")
        return
    say(f"System packages: installing {', '.join(missing)}")
    before = [*before, "env", "DEBIAN_FRONTEND=noninteractive"]
    _quietly(*before, "apt-get", "update")
    if _quietly(*before, *install):
        say(f"They could not be installed. By hand:  sudo apt-get update && sudo {' '.join(install)}")


def _quietly(*command: str) -> int:
    return subprocess.run(command, stdin=subprocess.DEVNULL, capture_output=True, check=False).returncode


def _missing(names: list[str]) -> list[str]:
    # Some packages were renamed when Debian and Ubuntu moved to 64-bit time.
    asked = [spelling for name in names for spelling in (name, name + "t64")]
    command = ["dpkg-query", "--show", "--showformat", "${Package} ${db:Status-Status}\n", *asked]
    told = subprocess.run(command, capture_output=True, text=True, check=False).stdout
    here = {line.split()[0] for line in told.splitlines() if line.endswith(" installed")}
    return [name for name in names if not {name, name + "t64"} & here]


def _right_to_install() -> list[str] | None:
    if os.geteuid() == 0:
        return []
    if (
        shutil.which("sudo")
        and subprocess.run(["sudo", "-n", "true"], capture_output=True, check=False).returncode == 0
    ):
        return ["sudo", "-n"]
    return None


def has_screen() -> bool:
    """Is there a screen to open a window on?"""
    return sys.platform != "linux" or bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))

"""Sticks made of a file: formatted, mounted, filled, protected and pulled out. Linux, with the rights of root."""

import fcntl
import os
import shutil
import struct
import subprocess
from contextlib import suppress
from pathlib import Path

FORMATS = {
    "ext4": ("mkfs.ext4", "-q", "-m", "0"),
    "exfat": ("mkfs.exfat",),
    "vfat": ("mkfs.vfat", "-F", "32"),
}
_SHUT_DOWN = 0x8004587D  # EXT4_IOC_SHUTDOWN: every later access fails as if the device were gone


def can_mount() -> bool:
    """Whether media can be made and mounted here."""
    if not hasattr(os, "geteuid") or os.geteuid() != 0 or not shutil.which("mkfs.exfat"):
        return False
    return _runs("losetup", "--find")


def kinds() -> list[str]:
    """The formats that this system can write."""
    known = Path("/proc/filesystems").read_text(encoding="ascii").split()
    exfat = "exfat" in known or bool(shutil.which("mount.exfat-fuse"))
    return ["ext4", *(["exfat"] if exfat else []), *(["vfat"] if "vfat" in known else [])]


class Disk:
    """One stick of so many megabytes, mounted at `path`."""

    def __init__(self, folder: Path, kind: str, size: int) -> None:
        self.kind = kind
        self.image, self.path = folder / f"{kind}.image", folder / f"stick {kind}"
        with self.image.open("wb") as file:
            file.truncate(size << 20)
        subprocess.run([*FORMATS[kind], self.image], check=True, capture_output=True)
        self.path.mkdir()
        self.mount()

    def mount(self, *options: str) -> None:
        """Plug it in."""
        found = subprocess.run(["losetup", "--find", "--show", self.image], check=True, capture_output=True, text=True)
        self.device = found.stdout.strip()
        told = ["-o", ",".join(options)] if options else []
        if self.kind == "exfat" and "exfat" not in Path("/proc/filesystems").read_text(encoding="ascii").split():
            subprocess.run(["mount.exfat-fuse", self.device, self.path, *told], check=True, capture_output=True)
        else:
            subprocess.run(["mount", *told, self.device, self.path], check=True, capture_output=True)

    def pull_out(self) -> None:
        """Take it away while it is in use."""
        if self.kind == "ext4":
            handle = os.open(self.path, os.O_RDONLY)
            with suppress(OSError):
                fcntl.ioctl(handle, _SHUT_DOWN, struct.pack("I", 2))
            os.close(handle)
        else:
            _runs("umount", "-l", self.path)

    def unmount(self) -> None:
        """Plug it out properly."""
        _runs("umount", "-l", self.path)
        _runs("losetup", "--detach", self.device)

    def again(self, *options: str) -> None:
        """Plug it out and in, so that nothing of it is in memory."""
        self.unmount()
        self.mount(*options)


def _runs(*command: str | Path) -> bool:
    return subprocess.run(command, capture_output=True, check=False).returncode == 0

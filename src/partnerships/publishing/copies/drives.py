"""The drives that a copy can go onto: sticks, cards and external disks, with what a person knows them by."""

import ctypes
import os
import re
import shutil
import sys
from collections.abc import Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from partnerships.publishing.copies.bag import edition_of
from partnerships.publishing.copies.stick import place_of, unfinished

_MOUNTS = Path("/proc/self/mountinfo")
_LABELS = Path("/dev/disk/by-label")
_KNOWN_AS = {"vfat": "FAT32", "msdos": "FAT", "exfat": "exFAT", "fuseblk": "exFAT or NTFS", "ntfs3": "NTFS"}
_WHERE_STICKS_ARE = ("/media/", "/run/media/", "/mnt/")


@dataclass(frozen=True, slots=True)
class Drive:
    """One drive. `size` and `free` are bytes, 0 where the system does not say; `edition` is of a copy on it."""

    path: Path
    name: str
    file_system: str
    size: int
    free: int
    is_read_only: bool
    edition: str = ""
    has_unfinished_copy: bool = False


def drives() -> list[Drive]:
    """The drives that are plugged in now, by their paths. The system's own disk is not among them."""
    return sorted(_drives_here(), key=lambda drive: str(drive.path))


def drive_at(folder: Path, name: str = "", file_system: str = "", is_read_only: bool = False) -> Drive:
    """A drive, or any folder, with what stands on it."""
    size = free = 0
    with suppress(OSError):
        usage = shutil.disk_usage(folder)
        size, free = usage.total, usage.free
    place = place_of(folder)
    edition = edition_of(place) or ""
    return Drive(
        folder, name or folder.name, file_system, size, free, is_read_only, edition, unfinished(place).is_dir()
    )


@dataclass(frozen=True, slots=True)
class Mount:
    """One line of Linux' list of what is mounted where."""

    device: str  # such as "8:17"
    path: str
    file_system: str
    source: str
    is_read_only: bool


def parse_mounts(text: str) -> Iterator[Mount]:
    """The mounts of /proc/self/mountinfo (proc_pid_mountinfo(5))."""
    for line in text.splitlines():
        before, _, after = line.partition(" - ")
        fields, rest = before.split(), after.split()
        if len(fields) < 6 or len(rest) < 3:
            continue
        options = {*fields[5].split(","), *rest[2].split(",")}
        yield Mount(fields[2], _unescaped(fields[4]), rest[0], _unescaped(rest[1]), "ro" in options)


def sticks_among(mounts: Iterable[Mount], is_pluggable: dict[str, bool]) -> Iterator[Mount]:
    """The mounts of drives that can be unplugged, or that stand where a desktop mounts sticks; the last at a path."""
    last = {mount.path: mount for mount in mounts}
    for mount in last.values():
        on_device = mount.source.startswith("/dev/")
        is_loop = mount.source.startswith("/dev/loop") and mount.file_system == "squashfs"  # packages of the system
        where = f"{mount.path}/".startswith(_WHERE_STICKS_ARE)
        if on_device and not is_loop and mount.path != "/" and (where or is_pluggable.get(mount.source, False)):
            yield mount


if sys.platform == "win32":
    _REMOVABLE, _FIXED = 2, 3

    def _drives_here() -> Iterator[Drive]:
        kernel = ctypes.WinDLL("kernel32", use_last_error=True)
        ours = os.environ.get("SYSTEMDRIVE", "C:").upper()
        letters = kernel.GetLogicalDrives()
        for number in range(26):
            root = f"{chr(ord('A') + number)}:\\"
            if letters >> number & 1 and kernel.GetDriveTypeW(root) in (_REMOVABLE, _FIXED) and root[:2] != ours:
                label, system, flags = (
                    ctypes.create_unicode_buffer(261),
                    ctypes.create_unicode_buffer(261),
                    ctypes.c_ulong(),
                )
                if kernel.GetVolumeInformationW(root, label, 261, None, None, ctypes.byref(flags), system, 261):
                    read_only = bool(flags.value & 0x80000)
                    yield drive_at(Path(root), label.value or root[:2], system.value, read_only)

elif sys.platform == "darwin":

    def _drives_here() -> Iterator[Drive]:
        for volume in Path("/Volumes").iterdir():
            if volume.is_mount():  # the system's own disk stands here as a link
                read_only = bool(os.statvfs(volume).f_flag & os.ST_RDONLY)
                yield drive_at(volume, is_read_only=read_only)

else:

    def _drives_here() -> Iterator[Drive]:
        mounts = list(parse_mounts(_MOUNTS.read_text(encoding="utf-8", errors="replace")))
        labels = _labels()
        pluggable = {mount.source: _is_pluggable(mount.device) for mount in mounts}
        for mount in sticks_among(mounts, pluggable):
            yield drive_at(Path(mount.path), labels.get(mount.source, ""), _kind(mount), mount.is_read_only)

    def _is_pluggable(device: str) -> bool:
        """Whether a device, or the disk that it is a part of, says that it is removable or hangs on USB."""
        place = Path("/sys/dev/block") / device
        with suppress(OSError):
            real = place.resolve(strict=True)
            for each in (real, real.parent):
                flag = each / "removable"
                if flag.is_file() and flag.read_text(encoding="ascii").strip() == "1":
                    return True
            return "/usb" in str(real)
        return False

    def _labels() -> dict[str, str]:
        names = {}
        with suppress(OSError):
            for link in _LABELS.iterdir():
                names[str(link.resolve())] = re.sub(
                    r"\\x([0-9a-f]{2})", lambda found: chr(int(found[1], 16)), link.name
                )
        return names

    def _kind(mount: Mount) -> str:
        return _KNOWN_AS.get(mount.file_system, mount.file_system)


def _unescaped(text: str) -> str:
    return re.sub(r"\\([0-7]{3})", lambda found: chr(int(found[1], 8)), text)

"""Drives are known by name, size, free space and file system; the system's own disk is not among them."""

from pathlib import Path

from helpers.copies import copy

from partnerships.publishing.copies.drives import drive_at, parse_mounts, sticks_among
from partnerships.publishing.copies.stick import Copying, Wanted
from partnerships.publishing.copies.telling import drive_line

MOUNTS = r"""22 27 0:21 / /proc rw,relatime shared:2 - proc proc rw
27 1 8:2 / / rw,relatime shared:1 - ext4 /dev/sda2 rw
30 27 8:1 / /boot/efi rw,relatime shared:3 - vfat /dev/sda1 rw,fmask=0077
41 27 8:17 / /media/pat/TRAINING\0402 rw,nosuid shared:9 - vfat /dev/sdb1 rw,uid=1000
42 27 8:33 / /srv/card ro,nosuid - exfat /dev/sdc1 ro
43 27 7:1 / /snap/core/1 ro,nodev - squashfs /dev/loop1 ro
44 27 0:50 / /mnt/share rw - cifs //server/share rw
45 27 8:49 / /home rw,relatime - ext4 /dev/sdd1 rw
46 27 8:65 / /media/pat/TWICE rw - vfat /dev/sde1 rw
47 27 8:65 / /media/pat/TWICE ro - vfat /dev/sde1 ro
"""


def test_sticks_are_told_from_the_system_s_own_disks() -> None:
    pluggable = {"/dev/sdc1": True, "/dev/loop1": True}
    found = {mount.path: mount for mount in sticks_among(parse_mounts(MOUNTS), pluggable)}
    assert set(found) == {"/media/pat/TRAINING 2", "/srv/card", "/media/pat/TWICE"}
    assert (found["/media/pat/TRAINING 2"].file_system, found["/media/pat/TRAINING 2"].is_read_only) == ("vfat", False)
    assert found["/srv/card"].is_read_only
    assert found["/media/pat/TWICE"].is_read_only  # as it was mounted last


def test_lines_that_are_cut_short_are_passed_over() -> None:
    assert list(parse_mounts("41 27 8:17 / /media\n\nnonsense - x\n")) == []


def test_a_drive_says_which_copy_it_holds(wanted: Wanted, stick: Path) -> None:
    empty = drive_at(stick, "TRAINING", "vfat")
    assert (empty.edition, empty.has_unfinished_copy) == ("", False)
    assert empty.size >= empty.free > 0
    copy(wanted, stick)
    assert drive_at(stick).edition == wanted.bundle.edition
    assert f"holds edition {wanted.bundle.edition}" in drive_line(drive_at(stick))


def test_a_drive_says_that_a_copy_on_it_is_not_finished(wanted: Wanted, stick: Path) -> None:
    steps = Copying(wanted, stick).steps()
    next(steps)
    assert drive_at(stick).has_unfinished_copy
    assert drive_at(stick).edition == ""
    steps.close()

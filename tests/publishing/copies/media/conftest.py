"""Real media. Left out where there are no rights to mount any."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from helpers.disk import Disk, can_mount


def pytest_ignore_collect() -> bool | None:
    """Leave these out where nothing can be mounted."""
    return None if can_mount() else True


@pytest.fixture
def plug(tmp_path: Path) -> Iterator[Callable[..., Disk]]:
    """Plugs in a stick: `plug(kind, megabytes)`."""
    disks: list[Disk] = []

    def make(kind: str, size: int = 32) -> Disk:
        disks.append(Disk(tmp_path, kind, size))
        return disks[-1]

    yield make
    for disk in disks:
        disk.unmount()

"""Writes the program's icon in the forms that Windows and macOS want, from the one drawing that the shell uses."""

import struct
from pathlib import Path

DRAWING = Path(__file__).resolve().parent.parent / "src" / "partnerships" / "shell" / "theme" / "app-icon.svg"
SIZES = (16, 24, 32, 48, 64, 128, 256)
MAC_NAMES = {16: b"icp4", 32: b"icp5", 64: b"icp6", 128: b"ic07", 256: b"ic08", 512: b"ic09", 1024: b"ic10"}


def write(folder: Path) -> None:
    """Write `program.ico` and `program.icns` into `folder`."""
    folder.mkdir(parents=True, exist_ok=True)
    pictures = {size: _png(size) for size in (*SIZES, 512, 1024)}
    (folder / "program.ico").write_bytes(_ico({size: pictures[size] for size in SIZES}))
    (folder / "program.icns").write_bytes(_icns({name: pictures[size] for size, name in MAC_NAMES.items()}))


def _png(size: int) -> bytes:
    from PySide6.QtCore import QBuffer, QIODevice
    from PySide6.QtGui import QImage, QImageWriter, QPainter
    from PySide6.QtSvg import QSvgRenderer

    picture = QImage(size, size, QImage.Format.Format_ARGB32)
    picture.fill(0)
    painter = QPainter(picture)
    QSvgRenderer(str(DRAWING)).render(painter)
    painter.end()
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    QImageWriter(buffer, b"png").write(picture)
    return bytes(buffer.data().data())


def _ico(pictures: dict[int, bytes]) -> bytes:
    """A header, one row of 16 bytes for each picture, then the pictures as PNG (256 is written as 0)."""
    head = struct.pack("<HHH", 0, 1, len(pictures))
    start = len(head) + 16 * len(pictures)
    rows = b""
    for size, png in pictures.items():
        rows += struct.pack("<BBBBHHII", size % 256, size % 256, 0, 0, 1, 32, len(png), start)
        start += len(png)
    return head + rows + b"".join(pictures.values())


def _icns(pictures: dict[bytes, bytes]) -> bytes:
    """A header with the whole length, then for each picture its name, its length with this head, and the PNG."""
    body = b"".join(name + struct.pack(">I", len(png) + 8) + png for name, png in pictures.items())
    return b"icns" + struct.pack(">I", len(body) + 8) + body

"""An address as a QR code, for a telephone's camera: the way out of a computer without a network."""

import segno
from PySide6.QtCore import QPoint, QRect, QSize
from PySide6.QtGui import QColor, QImage, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

_QUIET = 4  # modules of white around the code, as ISO/IEC 18004 asks
_BLACK, _WHITE = QColor("#000000"), QColor("#ffffff")  # a code must be dark on light whatever the theme


class QrCode(QWidget):
    """Shows one address. Sharp at any size: a module is a whole number of pixels of the screen."""

    def __init__(self, address: str = "", side: int = 160, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._side = side
        self._code = QImage()
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.show_address(address)

    def show_address(self, address: str) -> None:
        """Show another address; none clears the picture."""
        self._code = qr_image(address) if address else QImage()
        self.setAccessibleName(self.tr("QR code for {address}").format(address=address) if address else "")
        self.setToolTip(address)
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(self._side, self._side)

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._code.isNull():
            return
        painter = QPainter(self)
        ratio = self.devicePixelRatioF()
        painter.scale(1 / ratio, 1 / ratio)
        room = int(min(self.width(), self.height()) * ratio)
        side = max(1, room // self._code.width()) * self._code.width()
        corner = QPoint((int(self.width() * ratio) - side) // 2, (int(self.height() * ratio) - side) // 2)
        painter.fillRect(QRect(0, 0, int(self.width() * ratio), int(self.height() * ratio)), _WHITE)
        painter.drawImage(QRect(corner, QSize(side, side)), self._code)


def qr_image(address: str, module: int = 1) -> QImage:
    """The code with its quiet zone, `module` pixels for each of its squares."""
    matrix = segno.make(address, error="m", micro=False).matrix
    side = len(matrix) + 2 * _QUIET
    image = QImage(side, side, QImage.Format.Format_RGB32)
    image.fill(_WHITE)
    for y, row in enumerate(matrix):
        for x, dark in enumerate(row):
            if dark:
                image.setPixelColor(x + _QUIET, y + _QUIET, _BLACK)
    return image.scaled(side * module, side * module) if module > 1 else image

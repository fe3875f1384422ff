"""Paper: print with preview, and PDF for paper."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QMarginsF, QRectF, QSize, QSizeF, Qt, QUrl
from PySide6.QtGui import QFont, QImage, QPageLayout, QPageSize, QPainter, QTextDocument
from PySide6.QtPrintSupport import QPrinter, QPrintPreviewDialog
from PySide6.QtWidgets import QWidget

from partnerships.base.errors import PlaceTrouble
from partnerships.shell.theme.theme import BASE_SIZE, INTERFACE_FACE, READING_FACE, Theme

Picture = Callable[[str, int, float], QImage | None]
_TEXT_SIZE = 82  # percent: 17.5 pixels on screen become 10.8 points on paper
_SCREEN_DPI = 96
_FOOT = 28  # pixels at 96 an inch
_PREVIEW_WIDTH, _PREVIEW_HEIGHT, _APART = 1300, 860, 32  # pixels; what it keeps from the window's edges
_PICTURE_WIDTH, _PICTURE_RATIO = 560, 3.0


class Paper(QTextDocument):
    """A page laid out for paper, always in the light theme, with a line at the foot of each sheet."""

    def __init__(self, html: str, title: str, picture: Picture) -> None:
        super().__init__()
        self._picture, self._title = picture, title
        self.setDocumentMargin(0)
        font = QFont(READING_FACE)  # the application's own follows the reader's text size
        font.setPixelSize(BASE_SIZE)
        self.setDefaultFont(font)
        self.setMetaInformation(QTextDocument.MetaInformation.DocumentTitle, title)
        self.setDefaultStyleSheet(Theme.load("light").page_css(_TEXT_SIZE))
        self.setHtml(f"<body>{html}</body>")

    def loadResource(self, kind: int, name: QUrl | str) -> object:
        """Only the library's own pictures."""
        text = name.toString() if isinstance(name, QUrl) else name
        image = self._picture(text, _PICTURE_WIDTH, _PICTURE_RATIO)
        return image if image is not None else QImage()

    def write_to(self, printer: QPrinter) -> None:
        """Print the pages that the printer was asked for.

        The page is laid out at 96 pixels an inch and drawn scaled, so that paper looks as the screen does.
        """
        scale = printer.resolution() / _SCREEN_DPI
        sheet = printer.pageRect(QPrinter.Unit.DevicePixel)
        size = QSizeF(sheet.width() / scale, sheet.height() / scale - _FOOT)
        self.setPageSize(size)
        first, last = printer.fromPage() or 1, printer.toPage() or self.pageCount()
        painter = QPainter(printer)
        for number in range(first, min(last, self.pageCount()) + 1):
            if number > first:
                printer.newPage()
            self._paint_sheet(painter, number, size, scale)
        painter.end()

    def _paint_sheet(self, painter: QPainter, number: int, size: QSizeF, scale: float) -> None:
        top = (number - 1) * size.height()
        painter.save()
        painter.scale(scale, scale)
        painter.save()
        painter.translate(0, -top)
        self.drawContents(painter, QRectF(0, top, size.width(), size.height()))
        painter.restore()
        font = QFont(INTERFACE_FACE)
        font.setPixelSize(10)
        painter.setFont(font)
        painter.setPen(Theme.load("light").color("quiet"))
        foot = QRectF(0, size.height(), size.width(), _FOOT)
        place = QCoreApplication.translate("Paper", "{number} of {total}").format(number=number, total=self.pageCount())
        painter.drawText(foot, int(Qt.AlignmentFlag.AlignBottom | Qt.AlignmentFlag.AlignLeft), self._title)
        painter.drawText(foot, int(Qt.AlignmentFlag.AlignBottom | Qt.AlignmentFlag.AlignRight), place)
        painter.restore()


def printer_for(title: str) -> QPrinter:
    """A printer set up for Letter paper with readable margins."""
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setDocName(title)
    printer.setPageSize(QPageSize(QPageSize.PageSizeId.Letter))
    printer.setPageMargins(QMarginsF(20, 18, 20, 20), QPageLayout.Unit.Millimeter)
    return printer


class Preview(QPrintPreviewDialog):
    """The preview of a page; it prints from there. It keeps the printer and the page alive."""

    def __init__(self, html: str, title: str, picture: Picture, parent: QWidget) -> None:
        printer = printer_for(title)
        super().__init__(printer, parent)
        self._printer = printer
        self._paper = Paper(html, title, picture)
        self.paintRequested.connect(self._print)
        self.setWindowTitle(self.tr("Print preview"))
        self.resize(QSize(_PREVIEW_WIDTH, _PREVIEW_HEIGHT).boundedTo(parent.window().size() - QSize(_APART, _APART)))

    def _print(self, printer: QPrinter) -> None:
        self._paper.write_to(printer)


def write_pdf(html: str, title: str, picture: Picture, file: Path) -> None:
    """Write a page as PDF with selectable text. Raises PlaceTrouble when the file cannot be written."""
    printer = printer_for(title)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(file))
    Paper(html, title, picture).write_to(printer)
    if not file.is_file() or file.stat().st_size == 0:
        raise PlaceTrouble(
            f"“{file}” could not be written.", "Choose another folder, or free some space and try again."
        )

"""Paper: print with preview, and PDF for paper."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QMarginsF, QSizeF, QUrl
from PySide6.QtGui import QImage, QPageLayout, QPageSize, QTextDocument
from PySide6.QtPrintSupport import QPrinter, QPrintPreviewDialog
from PySide6.QtWidgets import QWidget

from partnerships.base.errors import PlaceTrouble
from partnerships.shell.theme.theme import Theme

Picture = Callable[[str, int, float], QImage | None]
_TEXT_SIZE = 75  # percent: 17.5 px on screen are about 10 points on paper
_PICTURE_RATIO = 3.0


class Paper(QTextDocument):
    """A page laid out for paper, always in the light theme."""

    def __init__(self, html: str, title: str, picture: Picture) -> None:
        super().__init__()
        self._picture = picture
        self._width = 480
        self.setMetaInformation(QTextDocument.MetaInformation.DocumentTitle, title)
        self.setDefaultStyleSheet(Theme.load("light").page_css(_TEXT_SIZE))
        self.setHtml(f"<body>{html}</body>")

    def loadResource(self, kind: int, name: QUrl | str) -> object:
        """Only the library's own pictures."""
        text = name.toString() if isinstance(name, QUrl) else name
        image = self._picture(text, self._width, _PICTURE_RATIO)
        return image if image is not None else QImage()

    def write_to(self, printer: QPrinter) -> None:
        """Lay the page out for a printer and print it."""
        self.documentLayout().setPaintDevice(printer)
        self.setPageSize(QSizeF(printer.pageRect(QPrinter.Unit.DevicePixel).size()))
        self.print_(printer)


def printer_for(title: str) -> QPrinter:
    """A printer set up for Letter paper with readable margins."""
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setDocName(title)
    printer.setPageSize(QPageSize(QPageSize.PageSizeId.Letter))
    printer.setPageMargins(QMarginsF(20, 18, 20, 20), QPageLayout.Unit.Millimeter)
    return printer


def preview(html: str, title: str, picture: Picture, parent: QWidget) -> QPrintPreviewDialog:
    """The preview of a page; it prints from there. The caller shows it."""
    printer = printer_for(title)
    dialog = QPrintPreviewDialog(printer, parent)
    paper = Paper(html, title, picture)
    dialog.paintRequested.connect(paper.write_to)
    dialog.setProperty("paper", paper)
    dialog.resize(900, 700)
    return dialog


def write_pdf(html: str, title: str, picture: Picture, file: Path) -> None:
    """Write a page as PDF with selectable text. Raises PlaceTrouble when the file cannot be written."""
    printer = printer_for(title)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(file))
    Paper(html, title, picture).print_(printer)
    if not file.is_file() or file.stat().st_size == 0:
        raise PlaceTrouble(f"“{file}” could not be written.", "Choose another folder, or free some space and try again.")

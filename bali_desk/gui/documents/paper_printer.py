"""Puts pictures of pages on paper, through the system's own dialog."""

from __future__ import annotations

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QImage, QPageLayout, QPainter
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QWidget


class PaperPrinter:
    """One print: chosen in the dialog, then fed page by page."""

    def __init__(self, title: str) -> None:
        self._printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        self._printer.setDocName(title)
        self._printer.setFullPage(True)
        self._painter: QPainter | None = None
        self.is_done = False

    def choose(self, parent: QWidget, pages: int) -> bool:
        """Whether she chose a printer rather than Cancel."""
        dialog = QPrintDialog(self._printer, parent)
        dialog.setMinMax(1, max(pages, 1))
        dialog.setOption(QPrintDialog.PrintDialogOption.PrintPageRange, True)
        return bool(dialog.exec())

    def print_to_file(self, path: str) -> None:
        """Print into a PDF file instead."""
        self._printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
        self._printer.setOutputFileName(path)

    def feed(self, image: QImage, number: int, total: int) -> None:
        """Print a page, counted from 0; the last one ends the print."""
        first, last = self._range(total)
        if first <= number + 1 <= last:
            self._printer.setPageOrientation(_way(image))  # of the page that begins now
            if self._painter is None:
                self._painter = QPainter(self._printer)
            else:
                self._printer.newPage()
            self._draw(self._painter, image)
        if number + 1 == total and self._painter is not None:
            self._painter.end()
            self._painter = None
        self.is_done = number + 1 == total

    def _range(self, total: int) -> tuple[int, int]:
        if self._printer.printRange() == QPrinter.PrintRange.PageRange and self._printer.fromPage():
            return self._printer.fromPage(), self._printer.toPage() or total
        return 1, total

    def _draw(self, painter: QPainter, image: QImage) -> None:
        sheet = self._printer.pageLayout().fullRectPixels(self._printer.resolution())
        size = image.size().scaled(sheet.size(), Qt.AspectRatioMode.KeepAspectRatio)
        left, top = (sheet.width() - size.width()) // 2, (sheet.height() - size.height()) // 2
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.drawImage(QRect(left, top, size.width(), size.height()), image)


def _way(image: QImage) -> QPageLayout.Orientation:
    """How the paper must lie for a page."""
    across = image.width() > image.height()
    return QPageLayout.Orientation.Landscape if across else QPageLayout.Orientation.Portrait

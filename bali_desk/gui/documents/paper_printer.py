"""Puts pictures of pages on paper, through the system's own dialog."""

from __future__ import annotations

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QImage, QPageLayout, QPainter
from PySide6.QtPrintSupport import QAbstractPrintDialog, QPrintDialog, QPrinter
from PySide6.QtWidgets import QWidget


class PaperPrinter:
    """One print: chosen in the dialog, then fed page by page."""

    def __init__(self, title: str) -> None:
        self.printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        self.printer.setDocName(title)
        self.printer.setFullPage(True)
        self._painter: QPainter | None = None
        self._current = 0
        self.is_done = False

    def choose(self, parent: QWidget, pages: int, current: int) -> bool:
        """Whether she chose a printer rather than Cancel; `current` is the page in sight, counted from 0."""
        self._current = current
        dialog = QPrintDialog(self.printer, parent)
        dialog.setMinMax(1, max(pages, 1))
        dialog.setOption(QAbstractPrintDialog.PrintDialogOption.PrintPageRange, True)
        dialog.setOption(QAbstractPrintDialog.PrintDialogOption.PrintCurrentPage, True)
        dialog.setOption(QAbstractPrintDialog.PrintDialogOption.PrintSelection, False)
        return bool(dialog.exec())

    def print_to_file(self, path: str) -> None:
        """Print into a PDF file instead."""
        self.printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
        self.printer.setOutputFileName(path)

    def pages(self, total: int) -> list[int]:
        """The pages to feed, counted from 0, in their order, as often as she wants copies the printer does not make."""
        chosen = self._chosen(total)
        if self.printer.pageOrder() == QPrinter.PageOrder.LastPageFirst:
            chosen.reverse()
        copies = 1 if self.printer.supportsMultipleCopies() else self.printer.copyCount()
        if self.printer.collateCopies():
            return chosen * copies
        return [number for number in chosen for _copy in range(copies)]

    def feed(self, image: QImage, last: bool) -> bool:
        """Print a page; the last one ends the print. False where the printer does not take it, which ends it too."""
        self.printer.setPageOrientation(_way(image))  # of the page that begins now
        if self._painter is None:
            self._painter = QPainter()
            taken = self._painter.begin(self.printer)
        else:
            taken = self.printer.newPage()
        if taken:
            self._draw(self._painter, image)
        if last or not taken:
            if self._painter.isActive():
                self._painter.end()
            self._painter = None
            self.is_done = True
        return taken

    def _chosen(self, total: int) -> list[int]:
        wanted = self.printer.printRange()
        if wanted == QPrinter.PrintRange.CurrentPage:
            return [min(self._current, total - 1)]
        if wanted == QPrinter.PrintRange.PageRange:
            ranges = self.printer.pageRanges()
            return [number for number in range(total) if ranges.isEmpty() or ranges.contains(number + 1)]
        return list(range(total))

    def _draw(self, painter: QPainter, image: QImage) -> None:
        sheet = self.printer.pageLayout().fullRectPixels(self.printer.resolution())
        size = image.size().scaled(sheet.size(), Qt.AspectRatioMode.KeepAspectRatio)
        left, top = (sheet.width() - size.width()) // 2, (sheet.height() - size.height()) // 2
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.drawImage(QRect(left, top, size.width(), size.height()), image)


def _way(image: QImage) -> QPageLayout.Orientation:
    """How the paper must lie for a page."""
    across = image.width() > image.height()
    return QPageLayout.Orientation.Landscape if across else QPageLayout.Orientation.Portrait

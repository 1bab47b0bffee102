"""The pages of a document as it will print, one under the other on a well."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QImage, QPainter, QPaintEvent, QPen, QWheelEvent
from PySide6.QtWidgets import QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from bali_desk.gui.look import Look

if TYPE_CHECKING:
    from bali_desk.presenters.documents.page_pictures import PagePicture

GAP = 16  # between pages, at ten points
DARKER = QColor("#F1EFEA")  # paper in a dark window: light, for it shows what prints, and easy on the eye
NEAREST, FARTHEST, STEP = 0.4, 3.0, 1.15
ANOTHER = 0.02  # a zoom that differs by less is the same


def image_of(page: PagePicture) -> QImage:
    """The picture as Qt has it; it holds its own copy of the pixels."""
    return QImage(page.pixels, page.width, page.height, page.stride, QImage.Format.Format_BGR888).copy()


class PageSheet(QWidget):
    """One page."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._image = QImage()
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def show_image(self, image: QImage) -> None:
        """Show this picture, which knows how many of its pixels make one of the window's."""
        self._image = image
        self.setFixedSize(image.deviceIndependentSize().toSize())
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The paper, a little darker in the dark, and its edge."""
        with QPainter(self) as painter:
            painter.drawImage(QPointF(0, 0), self._image)
            if self._look.colour("page").lightness() < 128:
                painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_Multiply)
                painter.fillRect(self.rect(), DARKER)
                painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_SourceOver)
            painter.setPen(QPen(self._look.colour("line"), 1))
            painter.drawRect(QRectF(0, 0, self.width() - 1, self.height() - 1))


class PageView(QObject):
    """Fills a scroll area with pages. `zoomed` asks for pictures of another size, `turned` tells the page in sight."""

    zoomed = Signal()
    turned = Signal()

    def __init__(self, look: Look, area: QScrollArea, column: QVBoxLayout) -> None:
        super().__init__(area)
        self._look, self._area, self._column = look, area, column
        self._sheets: list[PageSheet] = []
        self.zoom = 1.0
        self._by_hand = False  # she chose the zoom herself
        column.setSpacing(look.px(GAP))
        column.addStretch(1)
        area.verticalScrollBar().valueChanged.connect(lambda _value: self.turned.emit())
        area.viewport().installEventFilter(self)

    @property
    def dpi(self) -> float:
        """How fine the pictures must be for this window and zoom."""
        return 96.0 * self.zoom * self._look.points / 10 * self._area.devicePixelRatioF()

    @property
    def count(self) -> int:
        """How many pages there are."""
        return len(self._sheets)

    @property
    def current(self) -> int:
        """The page in sight, counted from 0."""
        middle = self._area.verticalScrollBar().value() + self._area.viewport().height() // 3
        for number, sheet in enumerate(self._sheets):
            if middle <= sheet.geometry().bottom():
                return number
        return max(len(self._sheets) - 1, 0)

    def show_pages(self, pages: Sequence[PagePicture]) -> None:
        """Show these; where there were as many before, she stays where she was."""
        bar = self._area.verticalScrollBar()
        share = bar.value() / bar.maximum() if bar.maximum() and len(pages) == len(self._sheets) else 0.0
        while len(self._sheets) > len(pages):
            sheet = self._sheets.pop()
            self._column.removeWidget(sheet)
            sheet.hide()
            sheet.deleteLater()
        while len(self._sheets) < len(pages):
            self._sheets.append(PageSheet(self._look))
            self._column.insertWidget(len(self._sheets) - 1, self._sheets[-1], 0, Qt.AlignmentFlag.AlignHCenter)
        for number, (sheet, page) in enumerate(zip(self._sheets, pages, strict=True), 1):
            image = image_of(page)
            image.setDevicePixelRatio(self._area.devicePixelRatioF())
            sheet.show_image(image)
            sheet.setAccessibleName(f"Page {number} of {len(pages)}")
        self._settle()
        bar.setValue(round(share * bar.maximum()))
        self.turned.emit()
        self._fit_widest()

    def _settle(self) -> None:
        """Place the pages now, so that what is asked next, such as the page in sight, is true."""
        well = self._area.widget()
        assert well is not None
        self._column.activate()
        well.resize(well.sizeHint().expandedTo(self._area.viewport().size()))

    def turn_to(self, number: int) -> None:
        """Bring a page to the top."""
        if 0 <= number < len(self._sheets):
            self._area.verticalScrollBar().setValue(self._sheets[number].y() - self._look.px(GAP))

    def magnify(self, way: int) -> None:
        """One step larger (1) or smaller (-1)."""
        zoom = min(max(self.zoom * STEP**way, NEAREST), FARTHEST)
        if zoom != self.zoom:
            self._by_hand = True
            self.zoom = zoom
            self.zoomed.emit()

    def fit(self) -> None:
        """Begin with a page as wide as the well allows."""
        self.zoom = self._zoom_for(595 * 96 / 72 * self._look.points / 10)  # A4

    def _zoom_for(self, width: float) -> float:
        """The zoom at which a page of this width, as it is without zoom, fills the well."""
        room = self._area.viewport().width() - 2 * self._look.px(GAP) - 12
        return min(max(room / width, NEAREST), 1.0)

    def _fit_widest(self) -> None:
        """A document whose pages lie across is seen whole too, until she chooses a zoom herself."""
        widest = max((sheet.width() for sheet in self._sheets), default=0)
        zoom = self._zoom_for(widest / self.zoom) if widest else self.zoom
        if not self._by_hand and abs(zoom - self.zoom) > ANOTHER:
            self.zoom = zoom
            self.zoomed.emit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Ctrl with the wheel zooms."""
        if isinstance(event, QWheelEvent) and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.magnify(1 if event.angleDelta().y() > 0 else -1)
            return True
        return super().eventFilter(watched, event)

    def size(self) -> QSize:
        """How large the first page is on the screen."""
        return self._sheets[0].size() if self._sheets else QSize()

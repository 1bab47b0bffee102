"""The pages of a document as it will print, one under the other on a well."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QPointF, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QImage, QPainter, QPaintEvent, QPen, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from bali_desk.gui.documents.page_zoom import PAGE, WIDTH, PageZoom
from bali_desk.gui.look import Look

if TYPE_CHECKING:
    from bali_desk.presenters.documents.page_pictures import PagePicture
    from bali_desk.presenters.documents.page_search import Hit

GAP = 16  # between pages, at ten points
DARKER = QColor("#F1EFEA")  # paper in a dark window: light, for it shows what prints, and easy on the eye
FOUND, CHOSEN = QColor(255, 214, 64, 110), QColor(255, 138, 0, 140)  # a felt pen: on paper, so in no scheme of colours
SETTLE = 120  # milliseconds after the last change of the room before pages that fit it are asked for


def image_of(page: PagePicture) -> QImage:
    """The picture as Qt has it; it holds its own copy of the pixels."""
    return QImage(page.pixels, page.width, page.height, page.stride, QImage.Format.Format_BGR888).copy()


class PageSheet(QWidget):
    """One page."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self.image = QImage()
        self.page: PagePicture | None = None
        self._hits: Sequence[Hit] = ()
        self._chosen: Hit | None = None
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def show_image(self, image: QImage) -> None:
        """Show this picture, which knows how many of its pixels make one of the window's."""
        self.image = image
        self.setFixedSize(image.deviceIndependentSize().toSize())
        self.update()

    def show_hits(self, hits: Sequence[Hit], chosen: Hit | None) -> None:
        """Mark what was found here, and the one she is at."""
        if (hits, chosen) != (self._hits, self._chosen):
            self._hits, self._chosen = hits, chosen
            self.update()

    def boxes(self, hit: Hit) -> list[QRectF]:
        """Where words that were found stand on this page."""
        wide, high = self.width(), self.height()
        return [QRectF(x * wide - 1, y * high - 1, w * wide + 2, h * high + 2) for x, y, w, h in hit.boxes]

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The paper, a little darker in the dark, and its edge."""
        with QPainter(self) as painter:
            painter.drawImage(QPointF(0, 0), self.image)
            if self._look.colour("page").lightness() < 128:
                painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_Multiply)
                painter.fillRect(self.rect(), DARKER)
                painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_SourceOver)
            painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_Multiply)
            for hit in self._hits:
                for box in self.boxes(hit):
                    painter.fillRect(box, CHOSEN if hit is self._chosen else FOUND)
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
        self.zooming = PageZoom()
        self._fresh: list[int] = []
        self._hits: Sequence[Hit] = ()
        self._chosen: Hit | None = None
        self._room = QTimer(self)
        self._room.setSingleShot(True)
        self._room.setInterval(SETTLE)
        self._room.timeout.connect(self._fit_again)
        column.setSpacing(look.px(GAP))
        column.addStretch(1)
        area.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)  # or a page that fits could come and go
        area.verticalScrollBar().valueChanged.connect(lambda _value: self.turned.emit())
        area.viewport().installEventFilter(self)

    @property
    def zoom(self) -> float:
        """How large the pages are; at 1, as large as on paper for her size of text."""
        return self.zooming.zoom

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

    @property
    def images(self) -> list[QImage]:
        """The pages as they are shown."""
        return [sheet.image for sheet in self._sheets]

    @property
    def fresh(self) -> Sequence[int]:
        """Which of them were other pages before they were shown last."""
        return self._fresh

    def show_pages(self, pages: Sequence[PagePicture]) -> None:
        """Show these; where there were as many before, she stays where she was. A page that is the same stays."""
        bar = self._area.verticalScrollBar()
        place = self._place() if len(pages) == len(self._sheets) else None
        while len(self._sheets) > len(pages):
            sheet = self._sheets.pop()
            self._column.removeWidget(sheet)
            sheet.hide()
            sheet.deleteLater()
        while len(self._sheets) < len(pages):
            self._sheets.append(PageSheet(self._look))
            self._column.insertWidget(len(self._sheets) - 1, self._sheets[-1], 0, Qt.AlignmentFlag.AlignHCenter)
            self._sheets[-1].show()  # the layout would, but later: until then a page counts for nothing
        self._fresh = [number for number, page in enumerate(pages) if self._sheets[number].page is not page]
        for number in self._fresh:
            sheet, page = self._sheets[number], pages[number]
            image = image_of(page)
            image.setDevicePixelRatio(self._area.devicePixelRatioF())
            sheet.page = page
            sheet.show_image(image)
        for number, sheet in enumerate(self._sheets, 1):
            sheet.setAccessibleName(f"Page {number} of {len(pages)}")
        self._settle()
        bar.setValue(self._height_of(place))
        self.turned.emit()
        self._fit_again()

    def _settle(self) -> None:
        """Place the pages now, so that what is asked next, such as the page in sight, is true."""
        well = self._area.widget()
        assert well is not None
        self._column.activate()
        well.resize(well.sizeHint().expandedTo(self._area.viewport().size()))

    def to_start(self) -> None:
        """The top left corner of the first page, where another document begins."""
        for bar in (self._area.verticalScrollBar(), self._area.horizontalScrollBar()):
            bar.setValue(0)

    def turn_to(self, number: int) -> None:
        """Bring a page to the top."""
        if 0 <= number < len(self._sheets):
            self._settle()
            self._area.verticalScrollBar().setValue(self._sheets[number].y() - self._look.px(GAP))

    def magnify(self, way: int) -> None:
        """One step larger (1) or smaller (-1)."""
        if self.zooming.step(way):
            self.zoomed.emit()

    def zoom_to(self, zoom: float) -> None:
        """So large, and no longer what fits."""
        if self.zooming.by_hand(zoom):
            self.zoomed.emit()

    def fit_width(self) -> None:
        """Always as wide as the well."""
        self.zooming.mode = WIDTH
        self._fit_again()

    def fit_page(self) -> None:
        """Always so that a page is seen whole."""
        self.zooming.mode = PAGE
        self._fit_again()

    def fit(self) -> None:
        """Begin with a page as wide as the well allows."""
        unit = 96 / 72 * self._look.points / 10
        self.zooming.fit(595 * unit, 842 * unit, *self._well())  # A4

    # ---- what was found ----
    def show_hits(self, hits: Sequence[Hit], chosen: int) -> None:
        """Mark what was found, and bring the one with this number into sight."""
        self._hits, self._chosen = hits, hits[chosen] if 0 <= chosen < len(hits) else None
        for number, sheet in enumerate(self._sheets):
            sheet.show_hits([hit for hit in hits if hit.page == number], self._chosen)
        if self._chosen is not None and self._chosen.page < len(self._sheets) and self._chosen.boxes:
            sheet = self._sheets[self._chosen.page]
            box = sheet.boxes(self._chosen)[0].translated(QPointF(sheet.pos()))
            middle = box.center().toPoint()
            self._area.ensureVisible(
                middle.x(), middle.y(), round(box.width()) + 20, self._area.viewport().height() // 4
            )

    # ---- inner ----
    def _well(self) -> tuple[int, int]:
        """The room a page has, in width and height."""
        view, edge = self._area.viewport(), 2 * self._look.px(GAP)
        return view.width() - edge - 12, view.height() - edge

    def _place(self) -> tuple[int, float] | None:
        """The page at the top, and how far into it: in pixels above it, in shares of its height within it."""
        top = self._area.verticalScrollBar().value()
        for number, sheet in enumerate(self._sheets):
            if top <= sheet.geometry().bottom():
                above = top - sheet.y()
                return number, above if above <= 0 else above / sheet.height()
        return None

    def _height_of(self, place: tuple[int, float] | None) -> int:
        if place is None:
            return 0
        sheet, into = self._sheets[place[0]], place[1]
        return round(sheet.y() + (into if into <= 0 else into * sheet.height()))

    def _fit_again(self) -> None:
        """Pages that are to fit still do, in another room or for pages that lie across."""
        wide = max((sheet.width() for sheet in self._sheets), default=0) / self.zoom
        high = max((sheet.height() for sheet in self._sheets), default=0) / self.zoom
        if wide and high and self.zooming.fit(wide, high, *self._well()):
            self.zoomed.emit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Ctrl with the wheel zooms; another room is taken in when she is done changing it."""
        if isinstance(event, QWheelEvent) and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.magnify(1 if event.angleDelta().y() > 0 else -1)
            return True
        if isinstance(event, QResizeEvent) and self._sheets:
            self._room.start()
        return super().eventFilter(watched, event)

    def size(self) -> QSize:
        """How large the first page is on the screen."""
        return self._sheets[0].size() if self._sheets else QSize()

"""The pages of a document in small, in a strip: a click or an arrow key goes to the page."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSignalBlocker, QSize, Qt, Signal
from PySide6.QtGui import QImage, QPainter, QPen
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from bali_desk.gui.documents.page_view import DARKER
from bali_desk.gui.look import Look

WIDE, HIGH, EDGE, WORDS = 76, 100, 8, 18  # at ten points: the room for a page, its margin, its number
PICTURE = Qt.ItemDataRole.UserRole


class PageStrip(QListWidget):
    """Says `chosen` with the page she goes to, counted from 0."""

    chosen = Signal(int)

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName("Pages")
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QListWidget.ScrollMode.ScrollPerPixel)
        self._painter = _SmallPage(look, self)
        self.setItemDelegate(self._painter)
        self._look = look
        self.currentRowChanged.connect(self._went)
        look.changed.connect(self._dress)
        self._dress()

    def show_pages(self, images: Sequence[QImage], fresh: Sequence[int]) -> None:
        """Show these pages; only those in `fresh` are made small anew."""
        with QSignalBlocker(self):
            while self.count() > len(images):
                self.takeItem(self.count() - 1)
            for number, image in enumerate(images):
                item = self.item(number)
                if item is None:
                    item = QListWidgetItem()
                    self.addItem(item)
                if number in fresh or item.data(PICTURE) is None:
                    item.setData(PICTURE, self._small(image))
                item.setData(Qt.ItemDataRole.AccessibleTextRole, f"Page {number + 1} of {len(images)}")

    def show_current(self, number: int) -> None:
        """The page in sight."""
        with QSignalBlocker(self):
            self.setCurrentRow(number)
        if (item := self.item(number)) is not None:
            self.scrollToItem(item)

    def _small(self, image: QImage) -> QImage:
        ratio, px = self.devicePixelRatioF(), self._look.px
        room = QSize(round(px(WIDE) * ratio), round(px(HIGH) * ratio))
        plain = QImage(image)
        plain.setDevicePixelRatio(1)
        small = plain.scaled(room, Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode.SmoothTransformation)
        small.setDevicePixelRatio(ratio)
        return small

    def _went(self, number: int) -> None:
        if number >= 0:
            self.chosen.emit(number)

    def _dress(self) -> None:
        self.setFixedWidth(self._look.px(WIDE + 4 * EDGE) + self.verticalScrollBar().sizeHint().width())
        self.doItemsLayout()


class _SmallPage(QStyledItemDelegate):
    """A page with its number under it, and a frame round the one in sight."""

    def __init__(self, look: Look, strip: QListWidget) -> None:
        super().__init__(strip)
        self._look, self._strip = look, strip

    def sizeHint(self, _option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        """As high as its page."""
        px, image = self._look.px, index.data(PICTURE)
        high = px(HIGH) if image is None else round(image.deviceIndependentSize().height())
        return QSize(px(WIDE + 2 * EDGE), high + px(WORDS + EDGE))

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """The small page, its frame, its number."""
        look, image = self._look, index.data(PICTURE)
        if image is None:
            return
        room: QRect = option.rect
        here = index.row() == self._strip.currentRow()
        size = image.deviceIndependentSize().toSize()
        page = QRect(room.center().x() - size.width() // 2, room.top() + look.px(EDGE), size.width(), size.height())
        painter.save()
        painter.drawImage(page.topLeft(), image)
        if look.colour("page").lightness() < 128:
            painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_Multiply)
            painter.fillRect(page, DARKER)
            painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_SourceOver)
        painter.setPen(QPen(look.colour("accent" if here else "line"), 2 if here else 1))
        painter.drawRect(page.adjusted(-1, -1, 0, 0))
        painter.setPen(look.colour("accent" if here else "soft"))
        painter.setFont(look.font("small", 600 if here else 400))
        below = QRect(room.left(), page.bottom() + 1, room.width(), look.px(WORDS))
        painter.drawText(below, Qt.AlignmentFlag.AlignCenter, str(index.row() + 1))
        painter.restore()

"""Draws the rows of every list: ground, hairline, dot or icon, text, second line."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any

from PySide6.QtCore import (
    QAbstractItemModel,
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QPointF,
    QRect,
    QSize,
    Qt,
)
from PySide6.QtGui import QFontMetrics, QPainter
from PySide6.QtWidgets import QLineEdit, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from bali_desk.gui.look import Look
from bali_desk.gui.tables import DOT, FIGURES, ICON, INDENT, INK, SECOND, WEIGHT, RecordTable, RecordView

Index = QModelIndex | QPersistentModelIndex
EDGE, GAP, STEP = 16, 8, 12  # first and last cell; between cells; one step of indent
LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter


class Rows(QStyledItemDelegate):
    """The delegate of a table of records; lists and trees may use it too."""

    def __init__(
        self, look: Look, height: int, parent: QObject | None = None, hairline: bool = True, size: str = "body"
    ) -> None:
        super().__init__(parent)
        self._look = look
        self._height = height
        self._hairline = hairline
        self._tables: list[RecordTable[Any]] | None = None  # known at the first cell; none for another model
        self._size = size  # of the letters, by the look's name for it

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """As high as the look has it; the width is the view's affair."""
        return QSize(60, self._look.px(self._height))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draws one cell."""
        cell = QRect(option.rect)
        self._look.ground(painter, option, index.column() == 0)
        painter.save()
        room = self._room(cell, index)
        if self._hairline:
            left = 0 if index.column() == 0 else cell.left()
            painter.fillRect(QRect(left, cell.bottom(), cell.right() - left + 1, 1), self._look.colour("hair"))
        room = self._draw_tick(painter, room, index)
        room = self._draw_sign(painter, room, index)
        self._draw_words(painter, room, index)
        painter.restore()

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:
        """A line without a frame of its own."""
        editor = QLineEdit(parent)
        editor.setAlignment(Qt.AlignmentFlag(index.data(Qt.ItemDataRole.TextAlignmentRole) or LEFT))
        return editor

    def updateEditorGeometry(self, editor: QWidget, option: QStyleOptionViewItem, index: Index) -> None:
        """The editor's letters stand where the cell's letters stood."""
        cell: QRect = option.rect
        room = self._room(cell, index)
        editor.setGeometry(QRect(room.left() - 7, cell.top(), room.width() + 14, cell.height() - 1))

    def editorEvent(self, event: QEvent, model: QAbstractItemModel, option: QStyleOptionViewItem, index: Index) -> bool:
        """A click on the tick box, which stands where this delegate draws it."""
        ticked = index.data(Qt.ItemDataRole.CheckStateRole)
        if ticked is None or event.type() != QEvent.Type.MouseButtonRelease:
            return super().editorEvent(event, model, option, index)
        room = self._room(option.rect, index)
        if not self._tick_box(room).adjusted(-6, -6, 6, 6).contains(event.position().toPoint()):  # type: ignore[attr-defined]
            return False
        fresh = Qt.CheckState.Unchecked if Qt.CheckState(ticked) == Qt.CheckState.Checked else Qt.CheckState.Checked
        return bool(model.setData(index, fresh, Qt.ItemDataRole.CheckStateRole))

    def _asking(self, index: Index) -> Callable[[int], Any]:
        """What a cell answers to a role. A table of records is asked directly, for it is ten times as quick."""
        if self._tables is None:
            view = self.parent()
            model = view.model() if isinstance(view, RecordView) else None
            self._tables = []
            if isinstance(model, RecordTable) and type(model).data is RecordTable.data:
                self._tables.append(model)
        for table in self._tables:
            return partial(table.column(index.column()).role, table.records[index.row()])
        return index.data

    def _room(self, cell: QRect, index: Index) -> QRect:
        ask = self._asking(index)
        columns = self._tables[0].columnCount() if self._tables else index.model().columnCount()
        first, last = index.column() == 0, index.column() == columns - 1
        indent = (ask(INDENT) or 0) * self._look.px(STEP)
        return cell.adjusted((EDGE if first else GAP) + indent, 0, -(EDGE if last else GAP), -1)

    def _tick_box(self, room: QRect) -> QRect:
        return QRect(room.left(), room.center().y() - 7, 15, 15)

    def _draw_tick(self, painter: QPainter, room: QRect, index: Index) -> QRect:
        ticked = self._asking(index)(Qt.ItemDataRole.CheckStateRole)
        if ticked is None:
            return room
        box = self._tick_box(room)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        on = Qt.CheckState(ticked) == Qt.CheckState.Checked
        painter.setPen(self._look.colour("accent" if on else "edge"))
        painter.setBrush(self._look.colour("accent" if on else "page"))
        painter.drawRoundedRect(box, 3, 3)
        if on:
            self._look.icon("ok", "on_accent").paint(painter, box)
        return room.adjusted(24, 0, 0, 0)

    def _draw_sign(self, painter: QPainter, room: QRect, index: Index) -> QRect:
        ask = self._asking(index)
        icon, dot = ask(ICON), ask(DOT)
        if icon:
            self._look.icon(icon, dot or "soft").paint(painter, QRect(room.left(), room.center().y() - 7, 16, 16))
            return room.adjusted(24, 0, 0, 0)
        if dot:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self._look.colour(dot))
            painter.drawEllipse(QPointF(room.left() + 4, room.center().y() + 1), 3.5, 3.5)
            return room.adjusted(16, 0, 0, 0)
        return room

    def _draw_words(self, painter: QPainter, room: QRect, index: Index) -> None:
        ask = self._asking(index)
        font = self._look.font(self._size, ask(WEIGHT) or 400, bool(ask(FIGURES)))
        painter.setFont(font)
        painter.setPen(self._look.colour(ask(INK) or "ink"))
        align = ask(Qt.ItemDataRole.TextAlignmentRole)
        align = LEFT if align is None else Qt.AlignmentFlag(align)
        words, second = str(ask(Qt.ItemDataRole.DisplayRole) or ""), ask(SECOND)
        elided = QFontMetrics(font).elidedText(words, Qt.TextElideMode.ElideRight, room.width())
        if not second:
            painter.drawText(room, align, elided)
            return
        middle, upper, lower = room.center().y(), self._look.px(19), self._look.px(17)
        painter.drawText(QRect(room.left(), middle - upper, room.width(), upper), LEFT, elided)
        painter.setFont(self._look.font("small"))
        painter.setPen(self._look.colour("soft"))
        elided = painter.fontMetrics().elidedText(second, Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(QRect(room.left(), middle + 1, room.width(), lower), LEFT, elided)

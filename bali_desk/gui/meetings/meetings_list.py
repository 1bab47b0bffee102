"""The list at the side: bodies, and under each its meetings."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPoint, QRect, QSignalBlocker, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QPainter, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QAbstractItemView, QListView, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from bali_desk.gui.look import Look
from bali_desk.presenters.meetings.rows import BodyRows, MeetingRow

Index = QModelIndex | QPersistentModelIndex
MEETING, BODY = Qt.ItemDataRole.UserRole + 1, Qt.ItemDataRole.UserRole + 2
LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


class _Lines(QStyledItemDelegate):
    """Draws a body as a small heading, a meeting with its place and year."""

    def __init__(self, look: Look, view: QListView) -> None:
        super().__init__(view)
        self._look, self._view = look, view

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """A heading has air above it."""
        return QSize(60, self._look.px(28 if index.data(MEETING) else 34))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draws one line."""
        styled = QStyleOptionViewItem(option)
        self.initStyleOption(styled, index)
        room: QRect = option.rect.adjusted(16, 0, -16, 0)
        meeting = index.data(MEETING)
        painter.save()
        if isinstance(meeting, MeetingRow):
            self._look.ground(painter, styled)
            self._draw_meeting(painter, room, meeting, index == self._view.currentIndex())
        else:
            painter.setFont(self._look.font("small", 600))
            painter.setPen(self._look.colour("soft"))
            lower = room.adjusted(0, self._look.px(8), 0, 0)
            words = painter.fontMetrics().elidedText(index.data(), Qt.TextElideMode.ElideRight, room.width())
            painter.drawText(lower, LEFT, words)
        painter.restore()

    def _draw_meeting(self, painter: QPainter, room: QRect, meeting: MeetingRow, current: bool) -> None:
        painter.setFont(self._look.font("small", 400, True))
        painter.setPen(self._look.colour("soft"))
        painter.drawText(room, RIGHT, meeting.year)
        year = painter.fontMetrics().horizontalAdvance(meeting.year) + 8
        font = self._look.font("body", 600 if current else 400)
        painter.setFont(font)
        painter.setPen(self._look.colour("ink"))
        words = f"{meeting.label}  {meeting.place}".strip()
        painter.drawText(
            room, LEFT, QFontMetrics(font).elidedText(words, Qt.TextElideMode.ElideRight, room.width() - year)
        )


class MeetingsList(QListView):
    """Says which meeting is wanted, and where its menu is asked for."""

    wanted = Signal(int)
    menu_wanted = Signal(int, int, QPoint)  # meeting or 0, body or 0, where

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._items = QStandardItemModel(self)
        self.setModel(self._items)
        self.setMouseTracking(True)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.customContextMenuRequested.connect(self._ask_menu)
        self.selectionModel().currentChanged.connect(self._moved)
        self.clicked.connect(self._moved)  # the open meeting too: the way back from a page of the desk

    def use(self, look: Look) -> None:
        """Draws with this look from now on."""
        self.setItemDelegate(_Lines(look, self))
        look.changed.connect(self.doItemsLayout)

    def show_meetings(self, bodies: Sequence[BodyRows], chosen: int | None) -> None:
        """Shows every body with its meetings; `chosen` stays chosen where it is still there."""
        blocker = QSignalBlocker(self.selectionModel())
        self._items.clear()
        for body in bodies:
            self._items.appendRow(_heading(body))
            for meeting in body.meetings:
                self._items.appendRow(_line(meeting))
        if not bodies:
            self._items.appendRow(_note("No meeting yet"))
        blocker.unblock()
        if chosen is not None:
            self.choose(chosen)

    def choose(self, meeting_id: int) -> None:
        """Marks a meeting without asking for it."""
        row = self._row_of(meeting_id)
        if row >= 0:
            blocker = QSignalBlocker(self.selectionModel())
            self.setCurrentIndex(self._items.index(row, 0))
            blocker.unblock()
            self.viewport().update()

    def meetings(self) -> list[int]:
        """The meetings in the order they stand."""
        rows = [self._items.item(row).data(MEETING) for row in range(self._items.rowCount())]
        return [row.meeting_id for row in rows if isinstance(row, MeetingRow)]

    def _row_of(self, meeting_id: int) -> int:
        for row in range(self._items.rowCount()):
            meeting = self._items.item(row).data(MEETING)
            if isinstance(meeting, MeetingRow) and meeting.meeting_id == meeting_id:
                return row
        return -1

    def _moved(self, now: QModelIndex) -> None:
        meeting = now.data(MEETING)
        if isinstance(meeting, MeetingRow):
            self.wanted.emit(meeting.meeting_id)

    def _ask_menu(self, where: QPoint) -> None:
        index = self.indexAt(where)
        meeting = index.data(MEETING)
        meeting_id = meeting.meeting_id if isinstance(meeting, MeetingRow) else 0
        self.menu_wanted.emit(meeting_id, index.data(BODY) or 0, self.viewport().mapToGlobal(where))


def _heading(body: BodyRows) -> QStandardItem:
    item = _note(body.body)
    item.setData(body.body_id or 0, BODY)
    return item


def _line(meeting: MeetingRow) -> QStandardItem:
    item = QStandardItem(f"{meeting.label} {meeting.place} {meeting.year}")
    item.setData(meeting, MEETING)
    item.setToolTip(f"{meeting.label} {meeting.place} {meeting.year}")
    return item


def _note(words: str) -> QStandardItem:
    item = QStandardItem(words)
    item.setFlags(Qt.ItemFlag.ItemIsEnabled)
    return item

"""The ladder of verbs: strength, verb, and in a second line what it commits to. It follows the verb that is typed."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QModelIndex, QObject, QPersistentModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter
from PySide6.QtWidgets import QListView, QStyledItemDelegate, QStyleOptionViewItem

from bali_desk.gui.look import Look
from bali_desk.gui.look_values import ROW_TWO
from bali_desk.gui.outcomes.keys import ENTERS
from bali_desk.gui.outcomes.strength import draw_strength
from bali_desk.gui.plain import tip
from bali_desk.gui.tables import RECORD, Column, RecordTable

if TYPE_CHECKING:
    from bali_desk.presenters.outcomes.language import Rung

Index = QModelIndex | QPersistentModelIndex
LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter


class Ladder(QObject):
    """Shows the verbs in a list; `taken` with a click on one, or Enter."""

    taken = Signal(str)

    def __init__(self, look: Look, view: QListView) -> None:
        super().__init__(view)
        self._view = view
        rung: Column[Rung] = Column("", lambda row: row.verb, tip=lambda row: tip(row.means))
        self._model: RecordTable[Rung] = RecordTable([rung], lambda row: row.verb, self)
        view.setModel(self._model)
        view.setItemDelegate(Rungs(look, view))
        view.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        view.setMouseTracking(True)
        view.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        view.clicked.connect(lambda _index: self._take())
        view.installEventFilter(self)

    def show(self, rungs: Sequence[Rung]) -> None:
        """The verbs, weak to strong."""
        self._model.show(rungs)

    def point_to(self, verb: str) -> None:
        """The rung she is on; "" where the ladder does not know it."""
        row = self._model.row_of(verb)
        if row < 0:
            self._view.selectionModel().clear()
            return
        index = self._model.index(row, 0)
        self._view.setCurrentIndex(index)
        if not self._view.hasFocus():  # while she types, what is weaker and stronger stands round it
            self._view.scrollTo(index, QListView.ScrollHint.PositionAtCenter)

    def step(self, by: int) -> str:
        """The verb `by` rungs on; from none, the weakest or the strongest. "" where there is no ladder."""
        here, last = self._view.currentIndex().row(), len(self._model.records) - 1
        rung = self._model.record(min(max(here + by, 0), last) if here >= 0 or by > 0 else last)
        return rung.verb if rung is not None else ""

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Enter takes the verb."""
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent) and event.key() in ENTERS:
            self._take()
            return True
        return super().eventFilter(watched, event)

    def _take(self) -> None:
        rung = self._model.record(self._view.currentIndex().row())
        if rung is not None:
            self.taken.emit(rung.verb)


class Rungs(QStyledItemDelegate):
    """The delegate of the ladder."""

    def __init__(self, look: Look, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._look = look

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Two lines."""
        return QSize(60, self._look.px(ROW_TWO - 2))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draws one rung."""
        styled = QStyleOptionViewItem(option)
        self.initStyleOption(styled, index)
        look, rung, room = self._look, index.data(RECORD), QRect(styled.rect)
        look.ground(painter, styled)
        painter.save()
        left, text = look.px(16), look.px(82)
        draw_strength(painter, look, left, room.center().y(), rung.strength)
        words = QRect(text, room.top() + look.px(4), room.right() - text - look.px(6), look.px(19))
        painter.setFont(look.font("body", 600))
        painter.setPen(look.colour("ink"))
        painter.drawText(words, LEFT, self._elided(painter, rung.verb, words))
        painter.setFont(look.font("small"))
        painter.setPen(look.colour("soft"))
        below = words.translated(0, look.px(18))
        painter.drawText(below, LEFT, self._elided(painter, rung.means, below))
        painter.restore()

    def _elided(self, painter: QPainter, text: str, room: QRect) -> str:
        return painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, room.width())

"""The table of the agenda: typed in place, with the keys of an outline, and dragged."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QMimeData, QPoint, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QDropEvent, QKeyEvent, QKeySequence, QMouseEvent, QPaintEvent
from PySide6.QtWidgets import QAbstractItemDelegate, QAbstractItemView, QHeaderView, QLineEdit, QWidget
from shiboken6 import isValid

from bali_desk.gui.agenda.cells import AgendaCells
from bali_desk.gui.agenda.columns import ITEM, NUMBER, TYPED, WIDTHS, AgendaModel
from bali_desk.gui.agenda.item_menu import open_item_menu
from bali_desk.gui.kept_cell import keep_cell
from bali_desk.gui.look import Look
from bali_desk.gui.look_values import ROW_AGENDA
from bali_desk.gui.plain import paint_words
from bali_desk.gui.tables import RecordView
from bali_desk.presenters.agenda.rows import AgendaRow, AgendaShown, Caption

Key = Qt.Key
ALT, SHIFT = Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ShiftModifier
CTRL = Qt.KeyboardModifier.ControlModifier


class AgendaTable(RecordView):
    """Says what the officer wants of an item; the page hands it to the presenter."""

    next_wanted = Signal(object)  # a new item after this one; None: the first of all
    indent_wanted = Signal(int)
    outdent_wanted = Signal(int)
    move_wanted = Signal(int, int)  # item, -1 up or 1 down
    delete_wanted = Signal(int)
    lengthen_wanted = Signal(int, int)  # item, -1 shorter or 1 longer
    lead_wanted = Signal(int)  # the next of the co-chairs
    fold_wanted = Signal(int, object)  # item, whether folded; None: the other of the two
    paste_wanted = Signal()
    dropped = Signal(int, int, bool)  # item, line of the table, whether onto that line
    leave_wanted = Signal()  # on to what stands below the table
    left_empty = Signal(int)  # typing in a title ended without a word
    refused = Signal(str)  # why what was typed could not be kept; empty once it could

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._cells: AgendaCells | None = None
        self.setAccessibleName("Agenda items")
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        triggers = QAbstractItemView.EditTrigger
        self.setEditTriggers(triggers.DoubleClicked | triggers.EditKeyPressed | triggers.AnyKeyPressed)
        self.setDragDropMode(QAbstractItemView.DragDropMode.DragDrop)
        self.setDefaultDropAction(Qt.DropAction.MoveAction)
        self.setDragDropOverwriteMode(False)  # a table's own way: everything is dropped onto a cell, nothing between
        self.setDropIndicatorShown(True)

    def furnish_agenda(self, look: Look, model: AgendaModel) -> None:
        """Gives it its look and model."""
        self.furnish(look, model, WIDTHS, ITEM, ROW_AGENDA)
        self.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.horizontalHeader().setSectionResizeMode(ITEM, QHeaderView.ResizeMode.Stretch)
        self._cells = AgendaCells(look, self)
        self._cells.pressed.connect(self._end_typing)
        self._cells.refused.connect(self.refused)
        self.setItemDelegate(self._cells)

    def know(self, names: Callable[[], list[str]], leads: Callable[[], list[str]]) -> None:
        """Completes presenters and co-chairs with what these give when one is typed."""
        if self._cells is not None:
            self._cells.known_names, self._cells.known_leads = names, leads

    def show_agenda(self, agenda: AgendaShown) -> None:
        """Shows the lines; captions go over the whole width."""
        self.clearSpans()
        self._table().show(agenda.lines)
        for row, line in enumerate(agenda.lines):
            if isinstance(line, Caption):
                self.setSpan(row, 0, 1, self._table().columnCount())

    def key(self) -> int | None:
        """The item the keyboard is on."""
        line = self.current()
        return line.key if isinstance(line, AgendaRow) else None

    def choose_near(self, row: int) -> None:
        """Chooses the item in this row, or the one nearest below, or above."""
        lines = self._table().records
        places = [*range(row, len(lines)), *range(min(row, len(lines)) - 1, -1, -1)]
        near = next((line for line in (lines[place] for place in places) if isinstance(line, AgendaRow)), None)
        if near is not None:
            self.choose(near.key, ITEM)

    def type_into(self, key: int, column: int = ITEM) -> None:
        """Goes to an item and lets one of its cells be typed."""
        if self.choose(key, column):
            self.edit(self.currentIndex())

    def _go_on_typing(self, key: int) -> None:
        """Lets the title be typed further: with the cursor behind it, or the next letter would take its place."""
        self.type_into(key)
        for editor in self.viewport().findChildren(QLineEdit):
            if editor.isVisible():
                editor.end(False)

    def commit(self) -> bool:
        """Keeps what is being typed; False where it cannot be kept and the typing goes on."""
        editor = next((edit for edit in self.viewport().findChildren(QLineEdit) if edit.isVisible()), None)
        return editor is None or self._keep(editor)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """The keys of an outline, while nothing is being typed."""
        key, place, held = event.key(), self.key(), event.modifiers()
        if event.matches(QKeySequence.StandardKey.Paste):
            self.paste_wanted.emit()
        elif key in (Key.Key_Return, Key.Key_Enter, Key.Key_Insert):
            self.next_wanted.emit(place)
        elif place is None:
            super().keyPressEvent(event)
        elif key == Key.Key_Tab:
            self.indent_wanted.emit(place)
        elif key == Key.Key_Backtab:
            self.outdent_wanted.emit(place)
        elif held == ALT and key in (Key.Key_Up, Key.Key_Down):
            self.move_wanted.emit(place, -1 if key == Key.Key_Up else 1)
        elif held == ALT | SHIFT and key in (Key.Key_Up, Key.Key_Down):
            self.lengthen_wanted.emit(place, -1 if key == Key.Key_Up else 1)
        elif held == ALT and key in (Key.Key_Left, Key.Key_Right):
            self.fold_wanted.emit(place, key == Key.Key_Left)
        elif held == CTRL and key == Key.Key_L:
            self.lead_wanted.emit(place)
        elif key == Key.Key_Delete:
            self.delete_wanted.emit(place)
        elif key in (Key.Key_Escape, Key.Key_F6):
            self.leave_wanted.emit()
        else:
            super().keyPressEvent(event)

    def focusNextPrevChild(self, _next: bool) -> bool:
        """Tab belongs to the outline; Escape and F6 leave the table."""
        return False

    def paintEvent(self, event: QPaintEvent) -> None:
        """Says what to do where there is nothing yet."""
        super().paintEvent(event)
        if not self._table().rowCount():
            paint_words(
                self, "No items yet. Press Enter to write the first, or Ctrl+V to paste an agenda from Word or Excel."
            )

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A click on the arrow of an item folds its sub-items away or shows them."""
        if not self._fold_at(event):
            super().mousePressEvent(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """A second click on the arrow is one more click on it."""
        if not self._fold_at(event):
            super().mouseDoubleClickEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """What can be done with the item, and by which keys."""
        open_item_menu(self, event.globalPos())

    def dropEvent(self, event: QDropEvent) -> None:
        """Says where an item was dropped; the rows themselves move when the desk has changed."""
        data = event.mimeData()
        if self._agenda_model().dragged(data) is not None:
            event.setDropAction(Qt.DropAction.CopyAction)  # nothing to take away where it came from
            event.accept()
            onto = self.dropIndicatorPosition() == QAbstractItemView.DropIndicatorPosition.OnItem
            self.take_drop(data, event.position().toPoint(), onto)

    def take_drop(self, data: QMimeData, spot: QPoint, onto: bool) -> None:
        """The item in `data` goes onto the line at this spot, or above or below it, whichever edge is nearer."""
        index = self.indexAt(spot)
        row = index.row() if index.isValid() else self._table().rowCount()
        if index.isValid() and not onto and spot.y() > self.visualRect(index).center().y():
            row += 1
        key = self._agenda_model().dragged(data)
        if key is not None:
            self.dropped.emit(key, row, index.isValid() and onto)

    def _agenda_model(self) -> AgendaModel:
        model = self.model()
        assert isinstance(model, AgendaModel)
        return model

    def _fold_at(self, event: QMouseEvent) -> bool:
        spot = event.position().toPoint()
        index = self.indexAt(spot)
        line = self._table().record(index.row())
        if not isinstance(line, AgendaRow) or not line.is_parent or self._cells is None or index.column() != NUMBER:
            return False
        arrow = self._cells.caret(self.visualRect(index), line.depth).adjusted(-4, -8, 2, 8)
        if event.button() != Qt.MouseButton.LeftButton or not arrow.contains(spot):
            return False
        self.fold_wanted.emit(line.key, None)
        return True

    # ---- while typing ----
    def _end_typing(self, editor: QLineEdit, key: int, shift: bool) -> None:
        if key != Key.Key_Escape and not self._keep(editor):
            return
        column, line = self.currentIndex().column(), self.current()
        self._close(editor)
        if not isinstance(line, AgendaRow):
            return
        stays = key in (Key.Key_Escape, Key.Key_Return, Key.Key_Up, Key.Key_Down)
        if column == ITEM and not line.title and stays:
            self.left_empty.emit(line.key)
        elif column == ITEM and key == Key.Key_Return:
            self.next_wanted.emit(line.key)
        elif column == ITEM and key in (Key.Key_Tab, Key.Key_Backtab):
            (self.outdent_wanted if shift or key == Key.Key_Backtab else self.indent_wanted).emit(line.key)
            self._go_on_typing(line.key)
        elif key != Key.Key_Escape:
            self._walk(key, shift)

    def _keep(self, editor: QLineEdit) -> bool:
        fault = keep_cell(self.currentIndex(), editor)
        self.refused.emit(fault)
        return not fault

    def _close(self, editor: QLineEdit) -> None:
        if self._cells is not None and isValid(editor):
            self._cells.closeEditor.emit(editor, QAbstractItemDelegate.EndEditHint.NoHint)

    def _walk(self, key: int, shift: bool) -> None:
        """Goes on to the cell that a key leads to."""
        row, column = self.currentIndex().row(), self.currentIndex().column()
        down = {Key.Key_Up: -1, Key.Key_Down: 1, Key.Key_Return: 1}.get(Key(key), 0)
        right = {Key.Key_Left: -1, Key.Key_Right: 1, Key.Key_Tab: 1, Key.Key_Backtab: -1}.get(Key(key), 0)
        if shift and key == Key.Key_Tab:
            right = -1
        row += down
        while isinstance(self._table().record(row), Caption):
            row += down or 1
        if right:
            typed = [one for one in TYPED if not self.isColumnHidden(one)]
            place = (typed.index(column) if column in typed else 0) + right
            column = typed[min(max(place, 0), len(typed) - 1)]
        if self._table().record(row) is not None:
            self.setCurrentIndex(self._table().index(row, column))

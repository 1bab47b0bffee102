"""The sheet the statement stands on: its blocks one under the other, their sources and marks in the margins."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QEvent, QMimeData, QPoint, QRect, QSize, Qt, QTimer, Signal, SignalInstance
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from bali_desk.gui.fields import SAVE_AFTER
from bali_desk.gui.look import Look
from bali_desk.gui.print_face import print_face
from bali_desk.gui.statement.paper_edit import BODY, BlockEdit, copied
from bali_desk.gui.statement.spelling_marks import Spelling
from bali_desk.presenters.statement.rich_text import plain

if TYPE_CHECKING:
    from bali_desk.presenters.checks.rows import Mark
    from bali_desk.presenters.statement.rows import BlockRow

SIGNS = {"edited": ("~", "edited"), "gone": ("~", "edited"), "both": ("!", "both"), "own": ("+", "own")}
MARGIN, WIDE, NARROW, LABEL = 60, 616, 400, 22  # at ten points
ABOVE = {"title": 0, "subtitle": 2, "heading": 12}
ROUNDS = 4  # of layout until a text that grew stands still
BELOW = {"title": 4, "subtitle": 4, "heading": 4, "bullet": 3, "numbered": 5}


class BlockLine(QWidget):
    """A block with its margins."""

    def __init__(self, look: Look, row: BlockRow, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look, self.row = look, row
        self.edit = BlockEdit(look, row.kind, self)
        self.number_button = QPushButton(self)
        self.number_button.setProperty("kind", "link")
        self.number_button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.number_button.setCursor(Qt.CursorShape.PointingHandCursor)
        self._label = QLabel(self)
        self._label.setTextFormat(Qt.TextFormat.PlainText)
        self._label.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop)
        self._row = QHBoxLayout(self)
        self._row.setSpacing(6)
        self._row.addWidget(self._label)
        self._row.addWidget(self.edit, 1)
        self._dress(row)

    def show_row(self, row: BlockRow) -> None:
        """Words, number and mark."""
        if row == self.row:
            return  # as in a long text all paragraphs but one
        self.row = row
        self._dress(row)

    def _dress(self, row: BlockRow) -> None:
        look = self._look
        self.edit.show_block(row.kind, row.runs)
        self.edit.setAccessibleName(f"{row.kind} {row.number}".strip())
        self._label.setVisible(bool(row.label))
        self._label.setText(row.label)
        self._label.setFont(print_face(look.points * BODY[0]))
        self._label.setFixedWidth(look.px(LABEL))
        side = look.px(MARGIN)
        above, below = look.px(ABOVE.get(row.kind, 0)), look.px(BELOW.get(row.kind, 9))
        self._row.setContentsMargins(side, above, side, below)
        self._show_number(row, above)
        self.update()

    def _show_number(self, row: BlockRow, above: int) -> None:
        """The number of the agenda item in the left margin leads to what the block came from."""
        button, look = self.number_button, self._look
        button.setVisible(bool(row.number) and row.kind not in ("title", "subtitle"))
        if button.isHidden():
            return
        button.setText(row.number)
        button.setFont(look.font("small", 400, True))
        button.setToolTip(f"From item {row.number}: show the outcome")
        button.adjustSize()
        button.move(look.px(MARGIN) - look.px(14) - button.width(), above)

    def draw_anew(self) -> None:
        """The look changed."""
        self.edit.draw_anew()
        self._dress(self.row)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The mark with its bar on the right."""
        look, box = self._look, self.edit.geometry()
        with QPainter(self) as painter:
            sign, ink = SIGNS.get(self.row.state, ("", ""))
            if sign:
                right = self.width() - look.px(MARGIN)
                painter.fillRect(QRect(right + look.px(14), box.top() + 2, 2, box.height() - 4), look.colour(ink))
                painter.setFont(look.font("body", 700))
                painter.setPen(look.colour(ink))
                place = QRect(right + look.px(24), box.top(), look.px(24), look.px(22))
                painter.drawText(place, Qt.AlignmentFlag.AlignVCenter, sign)


class Paper(QWidget):
    """Tells what she does to the blocks; `typed` comes before anything that builds on it."""

    typed = Signal(int, object)
    chosen = Signal(int, object)  # block, and the how-manieth of its brackets, or None
    source_wanted = Signal(int)  # the number in its margin was pressed
    bracketed = Signal(int, int, int)
    split = Signal(int, int)
    pasted = Signal(int, int, list)
    join_previous = Signal(int)
    join_next = Signal(int)
    moved = Signal(int, int)
    undo_wanted = Signal()
    redo_wanted = Signal()

    def __init__(self, look: Look, area: QScrollArea, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look, self._area = look, area
        self.spelling = Spelling(look, self)
        self._lines: dict[int, BlockLine] = {}
        self._order: list[int] = []
        self._column = QVBoxLayout(self)
        self._column.setSpacing(0)
        self._column.addStretch(1)
        self._idle = QTimer(self)
        self._idle.setSingleShot(True)
        self._idle.setInterval(SAVE_AFTER)
        self._idle.timeout.connect(self.save)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        look.changed.connect(self._draw_anew)
        self._measure()

    def show_blocks(self, rows: Sequence[BlockRow]) -> None:
        """The blocks as they stand; those that stay keep what is being typed and the cursor."""
        fresh = [row.block_id for row in rows]
        for gone in set(self._lines) - set(fresh):
            line = self._lines.pop(gone)
            self._column.removeWidget(line)
            line.hide()
            line.deleteLater()
        for row in rows:
            if row.block_id in self._lines:
                self._lines[row.block_id].show_row(row)
            else:
                self._lines[row.block_id] = self._line(row)
        if fresh != self._order:
            self._place_lines(fresh)

    def put_cursor(self, block_id: int, place: int) -> None:
        """Go on typing there."""
        if block_id in self._lines:
            self._lines[block_id].edit.put_cursor(place)
            QTimer.singleShot(0, self, lambda: self._bring_settled(block_id))

    def choose_words(self, block_id: int, start: int, end: int) -> None:
        """Choose a stretch of a block, counted in its words, in sight; the keyboard stays where it is."""
        line = self._lines.get(block_id)
        if line is not None:
            self._choose_only_in(block_id)
            line.edit.choose(start, end)
            self.chosen.emit(block_id, line.edit.bracket_here())
            QTimer.singleShot(0, self, lambda: self.bring_into_sight(block_id))

    def show_marks(self, found: Mapping[int, Sequence[Mark]]) -> None:
        """Mark what the checks found."""
        for block_id, line in self._lines.items():
            line.edit.marks.show(found.get(block_id, ()))

    def bring_into_sight(self, block_id: int) -> None:
        """Scroll to where the cursor of a block stands, where it is not in sight."""
        line = self._lines.get(block_id)
        if line is not None:
            cursor = line.edit.cursorRect()
            above = self.y() + line.y() + line.edit.y()
            self._area.ensureVisible(0, above + cursor.center().y(), 0, self._look.px(60))

    def line_of(self, block_id: int) -> BlockLine:
        """A block with its margins."""
        return self._lines[block_id]

    def edit_of(self, block_id: int | None) -> BlockEdit | None:
        """Where a block is typed in."""
        line = self._lines.get(block_id) if block_id is not None else None
        return line.edit if line else None

    def save(self) -> None:
        """Keep what she typed."""
        self._idle.stop()
        for block_id, line in list(self._lines.items()):
            if line.edit.typed_in:
                line.edit.typed_in = False
                self.typed.emit(block_id, line.edit.runs())

    def keep_typed(self, block_id: int) -> None:
        """What she typed could not be kept: it stays, and is tried again."""
        if block_id in self._lines:
            self._lines[block_id].edit.typed_in = True

    def sizeHint(self) -> QSize:
        """A sheet."""
        return QSize(self._look.px(WIDE), self._look.px(800))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The paper."""
        with QPainter(self) as painter:
            painter.fillRect(self.rect(), self._look.colour("paper"))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A click beside the blocks or between two goes to the nearest, below the last one to its end."""
        if not self._order:
            return
        spot = event.position().toPoint()
        last = self._lines[self._order[-1]]
        if spot.y() > last.geometry().bottom():
            last.edit.put_cursor(-1)
        else:
            nearest = min(
                (self._lines[block_id].edit for block_id in self._order), key=lambda one: _away(one, self, spot)
            )
            nearest.put_cursor_at(nearest.mapFrom(self, spot))

    # ---- inner ----
    def _line(self, row: BlockRow) -> BlockLine:
        line, block_id = BlockLine(self._look, row, self), row.block_id
        edit = line.edit
        self.spelling.watch(block_id, edit)
        edit.changed.connect(self._idle.start)
        edit.cursorPositionChanged.connect(lambda: self._follow(block_id))
        edit.left.connect(self.save)
        edit.entered.connect(lambda: self._come_into(block_id))
        edit.bracket_wanted.connect(lambda start, end: self._then(self.bracketed, block_id, start, end))
        line.number_button.clicked.connect(lambda: self._then(self.source_wanted, block_id))
        edit.split_wanted.connect(lambda place: self._then(self.split, block_id, place))
        edit.pasted.connect(lambda place, given: self._then(self.pasted, block_id, place, given))
        edit.move_wanted.connect(lambda by: self._then(self.moved, block_id, by))
        edit.join_wanted.connect(lambda way: self._then(self.join_next if way > 0 else self.join_previous, block_id))
        edit.walk_wanted.connect(lambda undo: self._then(self.undo_wanted if undo else self.redo_wanted))
        edit.all_wanted.connect(self._choose_all)
        edit.end_wanted.connect(self._go_to_end)
        edit.go_wanted.connect(lambda way, across: self._go(block_id, way, across))
        return line

    def _place_lines(self, order: list[int]) -> None:
        """Put every block in its place; a new one can take the keyboard at once."""
        self._column.setEnabled(False)  # one layout for all of them
        for place, block_id in enumerate(order):
            line = self._lines[block_id]
            if self._column.indexOf(line) != place:
                self._column.insertWidget(place, line)
            if not line.isVisibleTo(self):
                line.show()
        self._column.setEnabled(True)
        self._column.invalidate()
        self._column.activate()
        self._order = order

    def _bring_settled(self, block_id: int) -> None:
        """Into sight once new blocks have their heights: each tells its own only after it has its width."""
        for _round in range(ROUNDS):
            QCoreApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest.value)
        self.bring_into_sight(block_id)

    def _come_into(self, block_id: int) -> None:
        self._choose_only_in(block_id)
        line = self._lines.get(block_id)  # none while it is being taken away with the keyboard in it
        self.chosen.emit(block_id, line.edit.bracket_here() if line else None)

    def _choose_only_in(self, block_id: int) -> None:
        """Words look chosen in one block alone: the one whose words a key would change."""
        for other, line in self._lines.items():
            if other != block_id:
                line.edit.choose_nothing()
            line.edit.copies_all = None

    def _follow(self, block_id: int) -> None:
        """The sheet moves along where she types or walks beyond its edge."""
        line = self._lines.get(block_id)
        if line is not None and line.edit.hasFocus():
            self.bring_into_sight(block_id)
            self.chosen.emit(block_id, line.edit.bracket_here())

    def _then(self, signal: SignalInstance, *what: object) -> None:
        """Keep what is typed, then tell."""
        self.save()
        signal.emit(*what)

    def _go(self, block_id: int, way: int, across: int) -> None:
        place = self._order.index(block_id) + way
        if 0 <= place < len(self._order):
            line = self._lines[self._order[place]]
            line.edit.put_cursor_across(across, way < 0)
            self.bring_into_sight(self._order[place])

    def _choose_all(self) -> None:
        """The whole text, to be copied."""
        for line in self._lines.values():
            line.edit.choose(0, len(plain(line.edit.runs())))
            line.edit.copies_all = self._copied

    def _copied(self) -> QMimeData:
        lines = (self._lines[block_id] for block_id in self._order)
        return copied([(line.row.kind, line.edit.runs()) for line in lines])

    def _go_to_end(self, end: bool) -> None:
        if self._order:
            block_id = self._order[-1 if end else 0]
            self._lines[block_id].edit.put_cursor(-1 if end else 0)
            self.bring_into_sight(block_id)

    def _draw_anew(self) -> None:
        self._measure()
        for line in self._lines.values():
            line.draw_anew()
        self.update()

    def _measure(self) -> None:
        self.setMaximumWidth(self._look.px(WIDE))
        self.setMinimumWidth(self._look.px(NARROW))
        self._column.setContentsMargins(0, self._look.px(36), 0, self._look.px(36))


def _away(edit: BlockEdit, paper: Paper, spot: QPoint) -> int:
    """How far above or below an editor a spot of the paper lies."""
    top = edit.mapTo(paper, QPoint(0, 0)).y()
    return max(top - spot.y(), spot.y() - top - edit.height(), 0)

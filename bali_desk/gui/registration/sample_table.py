"""The first rows of a sheet as a person sees them; above each column its head and what it is taken to mean."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QObject, QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QAction, QActionGroup, QFontMetrics, QKeyEvent, QPainter
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QMenu, QWidget

from bali_desk.gui.look import Look
from bali_desk.gui.look_values import ROW
from bali_desk.gui.plain import one_line, tip
from bali_desk.gui.rows import Rows
from bali_desk.gui.tables import Column, RecordTable, RecordView
from bali_desk.presenters.registration.columns import FIELD_WORDS, ColumnsShown, SampleRow

Key = Qt.Key
LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
NUMBERS = 78  # width of the column with the rows' numbers
LEAST, MOST = 104, 230  # of the others
NOT_USED = "ignore"


class SampleModel(RecordTable[SampleRow]):
    """Rows of a sheet; the columns follow the sheet that is shown."""

    def __init__(self, tick_head: Callable[[int, bool], None], parent: QObject | None = None) -> None:
        self._numbers: Column[SampleRow] = Column(
            "Row",
            lambda row: str(row.number),
            ink=lambda _row: "soft",
            checked=lambda row: row.is_head,
            tick=lambda row, on: tick_head(row.number, on),
            tip=lambda _row: "Ticked: this row is one of the heads",
        )
        super().__init__([self._numbers], lambda row: row.number, parent)
        self.meanings: list[tuple[str, str]] = []  # head and field of each column of the sheet

    def show_columns(self, shown: ColumnsShown) -> None:
        """Shows this sheet."""
        self.beginResetModel()
        self._columns = [self._numbers, *(_cell_column(number) for number in range(len(shown.columns)))]
        self.meanings = [(one.head, one.field) for one in shown.columns]
        self._records = list(shown.rows)
        self.endResetModel()

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Meaning and head of a column, in words."""
        if orientation == Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole and section > 0:
            head, field = self.meanings[section - 1]
            return f"{FIELD_WORDS[field]}: {one_line(head)}"
        return super().headerData(section, orientation, role)


class MeaningHeader(QHeaderView):
    """Draws each head over what it means; the meaning looks like what it is, something to press."""

    def __init__(self, look: Look, meanings: Callable[[], Sequence[tuple[str, str]]], parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._look, self._meanings = look, meanings
        self.setSectionsClickable(True)
        self.setHighlightSections(False)

    def sizeHint(self) -> QSize:
        """Two lines."""
        return QSize(super().sizeHint().width(), self._look.px(52))

    def paintSection(self, painter: QPainter, rect: QRect, section: int) -> None:
        """The head as it stands in the file, and under it the field."""
        look, painter_font = self._look, self._look.font("small")
        painter.save()
        painter.fillRect(QRect(rect.left(), rect.bottom(), rect.width(), 1), look.colour("line"))
        if section > 0:
            head, field = self._meanings()[section - 1]
            room = rect.adjusted(8, 0, -8, 0)
            used = field != NOT_USED
            painter.setFont(painter_font)
            painter.setPen(look.colour("soft"))
            upper = QRect(room.left(), room.top() + look.px(5), room.width(), look.px(20))
            painter.drawText(upper, LEFT, _cut(one_line(head), painter.fontMetrics(), room.width()))
            painter.setFont(look.font("body", 600 if used else 400))
            painter.setPen(look.colour("accent" if used else "soft"))
            words = _cut(FIELD_WORDS[field], painter.fontMetrics(), room.width() - 20)
            lower = QRect(room.left(), room.top() + look.px(25), room.width(), look.px(22))
            painter.drawText(lower, LEFT, words)
            right = room.left() + painter.fontMetrics().horizontalAdvance(words) + 4
            look.icon("down", "accent" if used else "soft").paint(painter, QRect(right, lower.center().y() - 6, 14, 14))
        else:
            painter.setFont(painter_font)
            painter.setPen(look.colour("soft"))
            painter.drawText(rect.adjusted(16, look.px(25), 0, -look.px(5)), LEFT, "Head")
        painter.restore()


class SampleTable(RecordView):
    """Cells one by one; Enter opens the menu of the column, Space ticks the row."""

    field_wanted = Signal(int, str)  # number of the column, from 1, and what it means
    head_wanted = Signal(int, bool)

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._model = SampleModel(self.head_wanted.emit, self)
        self.setAccessibleName("The first rows of the sheet")
        self.setHorizontalHeader(MeaningHeader(look, lambda: self._model.meanings, self))
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectItems)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        self.setModel(self._model)
        self.setItemDelegate(Rows(look, ROW, self))
        self.horizontalHeader().sectionClicked.connect(self.open_menu)
        look.changed.connect(self._dress)
        self._dress()

    def show_columns(self, shown: ColumnsShown) -> None:
        """Shows this sheet; the cell that was chosen stays chosen."""
        here = self.currentIndex()
        row, column = here.row(), here.column()
        self._model.show_columns(shown)
        self._fit(shown)
        self.setCurrentIndex(self._model.index(max(row, 0), max(column, 1)))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter says what the column means, Space whether the row is a head."""
        here = self.currentIndex()
        if here.isValid() and event.key() in (Key.Key_Return, Key.Key_Enter, Key.Key_F4):
            self.open_menu(here.column())
        elif here.isValid() and event.key() == Key.Key_Space:
            row = self._model.record(here.row())
            assert row is not None
            self.head_wanted.emit(row.number, not row.is_head)
        else:
            super().keyPressEvent(event)

    def open_menu(self, section: int) -> None:
        """Offers what a column may mean."""
        if section < 1:
            return
        self.setCurrentIndex(self._model.index(max(self.currentIndex().row(), 0), section))
        _head, now = self._model.meanings[section - 1]
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        group = QActionGroup(menu)
        for field, words in FIELD_WORDS.items():
            action = QAction(words, group)
            action.setCheckable(True)
            action.setChecked(field == now)
            action.triggered.connect(partial(self._choose, section, field))
            menu.addAction(action)
            if field == now:
                menu.setActiveAction(action)
        header = self.horizontalHeader()
        menu.popup(header.mapToGlobal(QPoint(header.sectionViewportPosition(section), header.height())))

    def _choose(self, section: int, field: str, _checked: bool = False) -> None:
        self.field_wanted.emit(section, field)

    def _fit(self, shown: ColumnsShown) -> None:
        """As wide as what stands in a column, within measure."""
        look = self._look
        small, bold = QFontMetrics(look.font("small")), QFontMetrics(look.font("body", 600))
        body = QFontMetrics(look.font("body"))
        below = [row for row in shown.rows if row.number >= shown.first_head][:20]  # titles may run on
        self.setColumnWidth(0, look.px(NUMBERS))
        for place, column in enumerate(shown.columns):
            wide = max(
                small.horizontalAdvance(one_line(column.head)[:80]),
                bold.horizontalAdvance(FIELD_WORDS[column.field]) + 20,
                *(body.horizontalAdvance(one_line(_cell(row, place))[:80]) for row in below),
            )
            self.setColumnWidth(place + 1, min(max(wide + 20, look.px(LEAST)), look.px(MOST)))

    def _dress(self) -> None:
        self.verticalHeader().setMinimumSectionSize(self._look.px(ROW))
        self.verticalHeader().setDefaultSectionSize(self._look.px(ROW))
        self.horizontalHeader().setFixedHeight(self._look.px(52))


def _cell(row: SampleRow, place: int) -> str:
    return row.cells[place] if place < len(row.cells) else ""


def _cell_column(place: int) -> Column[SampleRow]:
    return Column(
        "",
        lambda row: one_line(_cell(row, place)),
        ink=lambda row: "accent" if row.is_head else "ink",
        weight=lambda row: 600 if row.is_head else 400,
        tip=lambda row: tip(_cell(row, place)),
    )


def _cut(text: str, letters: QFontMetrics, room: int) -> str:
    return letters.elidedText(text, Qt.TextElideMode.ElideRight, max(room, 0))

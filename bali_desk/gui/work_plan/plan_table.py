"""The plan as a table: lines by the meetings at which it stood, the oldest first, with what fulfilled them."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QResizeEvent
from PySide6.QtWidgets import QHeaderView, QMenu, QWidget

from bali_desk.domain.work_plan import STATUSES
from bali_desk.gui.look import Look
from bali_desk.gui.look_values import PLAN_DOTS
from bali_desk.gui.plain import menu_words, one_line, tip
from bali_desk.gui.tables import Column, Index, RecordTable
from bali_desk.gui.work_plan.typed_table import TypedTable
from bali_desk.presenters.work_plan.rows import Answer, PlanRow, PlanShown

Write = Callable[[PlanRow, str, str], None]  # line, field, text as typed
NUMBER, LINE, STATUS, MEETINGS = range(4)  # the columns; from the last one on, one for each meeting
WIDTHS = (48, 0, 196)
LEAST_LINE, LEAST_MEETING, MOST_MEETING = 260, 122, 230


class PlanModel(RecordTable[PlanRow]):
    """Its columns follow the meetings of the body."""

    def __init__(self, write: Write, parent: QObject | None = None) -> None:
        self._first = _line_columns(write)
        super().__init__(self._first, lambda row: row.key, parent)

    def show_plan(self, plan: PlanShown) -> bool:
        """Shows these lines; whether there are other columns now."""
        if [one.title for one in plan.columns] == [column.title for column in self._columns[MEETINGS:]]:
            self.show(plan.rows)
            return False
        self.beginResetModel()
        self._columns = [*self._first, *(_meeting(place, one.title) for place, one in enumerate(plan.columns))]
        self._records = list(plan.rows)
        self.endResetModel()
        return True

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """The titles; that of a meeting whole as a tip."""
        if role == Qt.ItemDataRole.ToolTipRole and orientation == Qt.Orientation.Horizontal and section >= MEETINGS:
            return tip(self._columns[section].title)
        return super().headerData(section, orientation, role)


class PlanTable(TypedTable):
    """Beside what every typed table says: which outcome she wants to go to."""

    outcome_wanted = Signal(object)
    fitted = Signal(int)  # so many of the earlier meetings have no room

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("Lines of the work plan by meetings", "", parent)
        self.goes_on = LINE
        self.open_wanted.connect(self._open)
        self.clicked.connect(self._click)

    def furnish_plan(self, look: Look, model: PlanModel) -> None:
        """Gives it its look and model."""
        cells = self.furnish_typed(look, model, WIDTHS, LINE, ())
        cells.wrapped = lambda column: column == LINE or column >= MEETINGS
        cells.offered = {STATUS: STATUSES}
        self.horizontalHeader().setTextElideMode(Qt.TextElideMode.ElideRight)

    def show_plan(self, plan: PlanShown) -> None:
        """Shows the plan; the latest meetings that have room."""
        model = self.model()
        assert isinstance(model, PlanModel)
        if model.show_plan(plan):
            self.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
            self.horizontalHeader().setSectionResizeMode(LINE, QHeaderView.ResizeMode.Stretch)
        self.fit()

    def fit(self) -> None:
        """Shares the room out among the meetings; the earliest give way first."""
        count = self._table().columnCount() - MEETINGS
        if count < 1:
            self.fitted.emit(0)
            return
        px = self._look.px
        room = self.viewport().width() - sum(map(px, WIDTHS)) - px(LEAST_LINE)
        fitting = min(max(room // px(LEAST_MEETING), 1), count)
        wide = min(max(room // fitting, px(LEAST_MEETING)), px(MOST_MEETING))
        for place in range(count):
            column = MEETINGS + place
            self.setColumnHidden(column, place < count - fitting)
            if place >= count - fitting:
                self.setColumnWidth(column, wide)
        self.fitted.emit(count - fitting)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width, other columns."""
        super().resizeEvent(event)
        if self.model() is not None:
            self.fit()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """What can be done with the line, and by which keys."""
        row: PlanRow | None = self.current()
        menu = self._menu()
        for label, keys, act in (
            ("New line below", "Enter", lambda: self.new_wanted.emit(row)),
            ("Move up", "Alt+Up", lambda: self.move_wanted.emit(row, -1)),
            ("Move down", "Alt+Down", lambda: self.move_wanted.emit(row, 1)),
            ("Delete line", "Del", lambda: self.delete_wanted.emit(row)),
        ):
            menu.addAction(f"{label}\t{keys}", act).setEnabled(row is not None and row.line_id is not None)
        self._add_answers(menu, row.answers if row else ())
        menu.popup(event.globalPos())

    # ---- inner ----
    def _click(self, index: Index) -> None:
        if index.column() >= MEETINGS:
            self._open(self._table().record(index.row()), index.column())

    def _open(self, row: PlanRow | None, column: int) -> None:
        """Goes to the outcome of a cell; where there are several, she chooses."""
        answers = row.cells[column - MEETINGS].answers if row is not None and column >= MEETINGS else ()
        if len(answers) == 1:
            self.outcome_wanted.emit(answers[0])
        elif answers:
            menu = self._menu()
            self._add_answers(menu, answers)
            menu.popup(self.viewport().mapToGlobal(self.visualRect(self.currentIndex()).bottomLeft()))

    def _menu(self) -> QMenu:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        return menu

    def _add_answers(self, menu: QMenu, answers: tuple[Answer, ...]) -> None:
        if answers and not menu.isEmpty():
            menu.addSeparator()
        for answer in answers:
            words = f"{answer.heading}: {answer.short}"
            short = words if len(words) <= 70 else f"{words[:69]}…"
            menu.addAction(menu_words(short), partial(self.outcome_wanted.emit, answer))


def _line_columns(write: Write) -> list[Column[PlanRow]]:
    return [
        Column("No", lambda row: row.number, align="right", ink=lambda _row: "soft"),
        Column(
            "Line",
            lambda row: one_line(row.text) or "Line without words",
            ink=lambda row: "ink" if row.line_id is not None and row.text else "soft",
            tip=lambda row: tip(row.text),
            raw=lambda row: row.text,
            edit=lambda row, text: write(row, "text", text),
            editable=lambda row: row.line_id is not None,
        ),
        Column(
            "Status",
            lambda row: row.status or row.standing,
            dot=lambda row: PLAN_DOTS.get(row.standing, ""),
            ink=lambda row: "good" if row.standing == "done" else "ink" if row.line_id is not None else "soft",
            second=lambda row: row.detail,
            tip=lambda row: tip(row.detail),
            raw=lambda row: row.status,
            edit=lambda row, text: write(row, "status", text),
            editable=lambda row: row.line_id is not None,
        ),
    ]


def _meeting(place: int, title: str) -> Column[PlanRow]:
    return Column(
        title,
        lambda row: one_line(row.cells[place].words),
        ink=lambda row: "accent" if row.cells[place].answers else "soft",
        tip=lambda row: tip("\n\n".join(answer.text for answer in row.cells[place].answers)),
    )

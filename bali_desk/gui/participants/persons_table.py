"""The table of persons: keys that mark who came, and columns that give way where it is narrow."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from operator import attrgetter

from PySide6.QtCore import QMimeData, QObject, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent, QKeySequence, QPaintEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QWidget

from bali_desk.domain.dates import written
from bali_desk.domain.delegations import rank
from bali_desk.domain.letters import alphabetical
from bali_desk.gui.look import Look
from bali_desk.gui.look_values import ATTENDANCE_INKS, ROW_PERSON
from bali_desk.gui.participants.delegations_list import PERSONS, KeyedView, packed
from bali_desk.gui.plain import one_line, paint_words, tip
from bali_desk.gui.tables import Column, Index, RecordTable
from bali_desk.presenters.participants.rows import HEAD, ROLES, PeopleShown, PersonRow

Key = Qt.Key
MARKS = {"P": "present", "E": "excused", "A": "absent", "X": "expected"}  # by the key that marks
ROLE_KEYS = {str(number): role for number, role in enumerate(ROLES, 1)}
ROW_FLAGS = (  # put together once: Qt asks for every cell it draws
    Qt.ItemFlag.ItemIsEnabled
    | Qt.ItemFlag.ItemIsSelectable
    | Qt.ItemFlag.ItemIsDragEnabled
    | Qt.ItemFlag.ItemNeverHasChildren
)
NAME, NATIVE, POSITION, ROLE, STATE, DAYS = range(6)
WIDTHS = (190, 116, 0, 120, 100, 70)  # the least of each column
MOST = {NAME: 290, ROLE: 160, STATE: 170}  # how wide those grow that are as wide as their words
GIVING_WAY = (POSITION, NATIVE, DAYS, ROLE)  # which columns go first where it is narrow
LEAST_POSITION = 110  # narrower than that, a position tells nothing
MEASURED = 300  # rows that are looked at for the width of a column
TRIED = 8  # of them, those with the most letters, that are measured
MOST_DOTS = 5  # days that are shown as a dot each


class PersonsTable(KeyedView):
    """Several rows may be chosen and marked at once."""

    state_wanted = Signal(str)
    role_wanted = Signal(str)
    mode_wanted = Signal()  # online, or in the room again
    replacement_wanted = Signal()
    paste_wanted = Signal()
    duplicate_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.empty_words = ""
        self._wide: dict[int, int] = {}  # of the columns that grow with their words
        self.setAccessibleName("Persons")
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)

    def furnish_persons(self, look: Look, model: RecordTable[PersonRow]) -> None:
        """Gives it its look and model; a third click on a head returns to the order of the office."""
        self.furnish(look, model, WIDTHS, POSITION, ROW_PERSON)
        header = self.horizontalHeader()
        header.setSortIndicatorClearable(True)
        header.setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
        self.setSortingEnabled(True)

    def is_sorted(self) -> bool:
        """Whether the rows stand in another order than the office's."""
        return self.horizontalHeader().sortIndicatorSection() >= 0

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """The letters of the states, beside the keys of every list of the page."""
        plain = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        letter = chr(event.key()) if plain and 0 < event.key() < 0x80 else ""
        if letter in MARKS:
            self.state_wanted.emit(MARKS[letter])
        elif letter in ROLE_KEYS:
            self.role_wanted.emit(ROLE_KEYS[letter])
        elif letter == "O":
            self.mode_wanted.emit()
        elif letter == "R":
            self.replacement_wanted.emit()
        elif event.matches(QKeySequence.StandardKey.Paste):
            self.paste_wanted.emit()
        elif event.modifiers() == Qt.KeyboardModifier.ControlModifier and event.key() == Key.Key_D:
            self.duplicate_wanted.emit()
        else:
            super().keyPressEvent(event)

    def keyboardSearch(self, _search: str) -> None:
        """Letters are keys of the page here, not a search."""

    def paintEvent(self, event: QPaintEvent) -> None:
        """Says why where there is nobody."""
        super().paintEvent(event)
        if not self._table().rowCount():
            paint_words(self, self.empty_words)

    def measure(self) -> None:
        """Looks how wide the words are: when rows changed, not with every letter of the find box."""
        self._wide = {column: self._words(column) for column in MOST}

    def fit(self, room: int) -> None:
        """Shares the room out: names, roles and states whole, positions what is left; columns give way in turn."""
        px = self._look.px
        wide = [px(least) for least in WIDTHS]
        for column, most in MOST.items():
            wide[column] = min(max(wide[column], self._wide.get(column, 0)), px(most))
        wide[POSITION] = px(LEAST_POSITION)
        left = room - self.verticalScrollBar().sizeHint().width() - sum(wide)
        for column in GIVING_WAY:
            self.setColumnHidden(column, left < 0)
            left += wide[column] if left < 0 else 0
        stretched = NAME if self.isColumnHidden(POSITION) else POSITION
        modes = QHeaderView.ResizeMode
        for column, width in enumerate(wide):
            self.horizontalHeader().setSectionResizeMode(
                column, modes.Stretch if column == stretched else modes.Interactive
            )
            if column != stretched:
                self.setColumnWidth(column, width)

    def _words(self, column: int) -> int:
        """How wide the longest words of a column are, with the space around them; those with most letters are tried."""
        text = self._table().column(column).text
        words = sorted({text(row) for row in self._table().records[:MEASURED]}, key=len)[-TRIED:]
        letters = QFontMetrics(self._look.font("body", 500))
        longest = max((letters.horizontalAdvance(one) for one in words), default=0)
        return longest + 28 + (16 if column == STATE else 0)


class PersonsModel(RecordTable[PersonRow]):
    """Persons, who can be dragged to a delegation."""

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Every row can be dragged."""
        return ROW_FLAGS if index.isValid() else Qt.ItemFlag.NoItemFlags

    def mimeData(self, indexes: Sequence[Index]) -> QMimeData:
        """The persons that are dragged."""
        return packed(PERSONS, [self.records[row].key for row in sorted({index.row() for index in indexes})])


def persons_model(days: Callable[[], PeopleShown | None], parent: QObject) -> PersonsModel:
    """The table of persons; `days` gives the page, for the dates behind the dots."""
    return PersonsModel(_person_columns(days), attrgetter("key"), parent)


def _person_columns(people: Callable[[], PeopleShown | None]) -> list[Column[PersonRow]]:
    return [
        Column(
            "Name as printed",
            lambda row: one_line(row.name),
            key=attrgetter("sort_key"),
            weight=lambda _row: 500,
            ink=lambda row: "soft" if row.nameless else "ink",
            tip=lambda row: tip(f"{row.name}, {row.delegation}" if row.delegation else row.name),
        ),
        Column(
            "Native script",
            lambda row: one_line(row.native),
            key=lambda row: alphabetical(row.native),
            ink=lambda _row: "soft",
            tip=lambda row: tip(row.native),
        ),
        Column(
            "Position",
            lambda row: one_line(row.position),
            key=lambda row: alphabetical(row.position),
            tip=lambda row: tip(row.position),
        ),
        Column(
            "Role",
            lambda row: _capital(one_line(row.role)),
            key=lambda row: (rank(row.role), row.role),
            ink=lambda row: "ink" if row.role in (HEAD, "alternate") else "soft",
            tip=lambda row: tip(row.role),
        ),
        Column(
            "State",
            lambda row: one_line(row.state_words),
            dot=lambda row: ATTENDANCE_INKS.get(row.state, "soft"),
            ink=lambda row: ATTENDANCE_INKS.get(row.state, "soft"),
            tip=lambda row: tip(row.state_words),
        ),
        Column(
            "Days",
            lambda row: _dots(row.days),
            ink=lambda _row: "soft",
            key=lambda row: sum(row.days),
            tip=lambda row: _dates(row, people()),
        ),
    ]


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def _dots(days: Sequence[bool]) -> str:
    if len(days) > MOST_DOTS:
        return f"{sum(days)} of {len(days)}"
    return " ".join("●" if there else "○" for there in days)


def _dates(row: PersonRow, people: PeopleShown | None) -> str:
    there = [written(day) for day, present in zip(people.days if people else (), row.days, strict=False) if present]
    return f"There on {', '.join(there)}" if there else "On no day yet"

"""The directory: every person of every meeting once, and beside the list where she was."""

from __future__ import annotations

from operator import attrgetter

from PySide6.QtCore import QEvent, QObject, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import QLabel, QLineEdit, QPushButton, QWidget

from bali_desk.domain.letters import alphabetical
from bali_desk.gui import forms
from bali_desk.gui.look import Look
from bali_desk.gui.look_values import ROW_PERSON, ROW_TWO
from bali_desk.gui.plain import one_line, tip
from bali_desk.gui.tables import Column, RecordTable, RecordView
from bali_desk.presenters.persons.presenter import PersonsPresenter
from bali_desk.presenters.persons.rows import AtMeeting, DirectoryRow, DirectoryShown, PersonCard

Key = Qt.Key
WIDTHS, WORK = (230, 140, 0, 180, 86), 2  # name, delegation, work, last meeting, meetings
PANEL = 330
PAUSE = 30  # milliseconds between two pauses in which what finding will need is made ready


class PersonsPage(QWidget):
    """Shows what the presenter hands it and hands on what the officer does."""

    find_edit: QLineEdit
    persons_view: RecordView
    counts_label: QLabel
    panel_part: QWidget
    name_label: QLabel
    native_label: QLabel
    work_label: QLabel
    reach_label: QLabel
    meetings_view: RecordView
    why_label: QLabel
    open_button: QPushButton
    add_button: QPushButton

    person_wanted = Signal(int, str)  # a meeting, and a person's handle at it

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        forms.load(self, "persons_page")
        self._look = look
        self._presenter: PersonsPresenter | None = None
        self._card: PersonCard | None = None
        self._idle = QTimer(self, singleShot=True, interval=PAUSE)
        self._persons: RecordTable[DirectoryRow] = RecordTable(_person_columns(), attrgetter("key"), self)
        self._meetings: RecordTable[AtMeeting] = RecordTable(_meeting_columns(), attrgetter("key"), self)
        self.persons_view.furnish(look, self._persons, WIDTHS, WORK, ROW_PERSON)
        self.persons_view.setSortingEnabled(True)
        self.persons_view.sortByColumn(0, Qt.SortOrder.AscendingOrder)
        self.meetings_view.furnish(look, self._meetings, (100,), 0, ROW_TWO, head=False)
        self._connect()
        look.changed.connect(self._dress)
        self._dress()
        self.show_card(None)

    def attach(self, presenter: PersonsPresenter) -> None:
        """Hands on to this presenter from now on."""
        if self._presenter is not None:
            self._presenter.leave()
        self._presenter = presenter
        if self.isVisible():
            presenter.show()

    def save(self) -> bool:
        """Nothing is typed here that has to be kept."""
        return True

    def showEvent(self, event: QShowEvent) -> None:
        """Reads when it is looked at."""
        super().showEvent(event)
        if self._presenter is not None:
            self._presenter.show()
            self.find_edit.setFocus()

    # ---- what the presenter shows ----
    def show_directory(self, shown: DirectoryShown) -> None:
        """Shows these persons; who was chosen stays chosen while she is found."""
        self._persons.show(shown.rows)
        if self.find_edit.text() != shown.asked:
            self.find_edit.setText(shown.asked)
        few = f"{len(shown.rows)} of {shown.of} persons found" if shown.asked.strip() else f"{shown.of} persons"
        self.counts_label.setText(few)
        self.add_button.setToolTip(f"Copy her details into {one_line(shown.meeting)} (Insert)")
        self._idle.start()

    def show_card(self, card: PersonCard | None) -> None:
        """Shows everything of the chosen person."""
        self._card = card
        self.name_label.setText(one_line(card.name) if card else "Choose a person")
        for label, words in (
            (self.native_label, card.native if card else ""),
            (self.work_label, card.work if card else ""),
            (self.reach_label, card.reach if card else ""),
            (self.why_label, card.why_not if card else ""),
        ):
            label.setText(words)
            label.setVisible(bool(words))
        self._meetings.show(card.meetings if card else ())
        if card and self.meetings_view.current() is None:
            self.meetings_view.selectRow(0)
        self.add_button.setEnabled(card is not None and not card.why_not)
        self.open_button.setEnabled(card is not None)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Enter opens the person at the meeting, Insert adds her to the one that is open; Down leaves the find box."""
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            if watched is self.find_edit and event.key() in (Key.Key_Down, Key.Key_Return, Key.Key_Enter):
                self._go_to_found()
                return True
            if watched is not self.find_edit and event.key() in (Key.Key_Return, Key.Key_Enter):
                self._open()
                return True
            if watched is not self.find_edit and event.key() == Key.Key_Insert:
                self._add()
                return True
        return super().eventFilter(watched, event)

    # ---- inner ----
    def _connect(self) -> None:
        self._idle.timeout.connect(self._prepare)
        self.persons_view.chosen.connect(self._choose)
        self.persons_view.doubleClicked.connect(lambda _index: self._open())
        self.meetings_view.doubleClicked.connect(lambda _index: self._open())
        self.find_edit.textChanged.connect(self._find)
        self.open_button.clicked.connect(self._open)
        self.add_button.clicked.connect(self._add)
        for watched in (self.find_edit, self.persons_view, self.meetings_view):
            watched.installEventFilter(self)
        find = QShortcut(QKeySequence.StandardKey.Find, self)
        find.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        find.activated.connect(self.find_edit.setFocus)

    def _dress(self) -> None:
        self.panel_part.setFixedWidth(self._look.px(PANEL))
        self.add_button.setIcon(self._look.icon("add", "on_accent"))
        self.add_button.setIconSize(QSize(20, 16))
        for action in self.find_edit.actions():
            if action.objectName() == "find_sign":
                self.find_edit.removeAction(action)
        sign = self.find_edit.addAction(self._look.icon("find"), QLineEdit.ActionPosition.LeadingPosition)
        sign.setObjectName("find_sign")

    def _prepare(self) -> None:
        if self._presenter is not None and self._presenter.prepare():
            self._idle.start()

    def _find(self, asked: str) -> None:
        if self._presenter is not None:
            self._presenter.find(asked)

    def _go_to_found(self) -> None:
        if self._persons.rowCount():
            self.persons_view.selectRow(0)
            self.persons_view.setFocus()

    def _choose(self) -> None:
        row = self.persons_view.current()
        if self._presenter is not None and (row.key if row else None) != (self._card.key if self._card else None):
            self._presenter.choose(row.key if row else None)

    def _open(self) -> None:
        meeting = self.meetings_view.current()
        if meeting is not None:
            self.person_wanted.emit(meeting.meeting_id, meeting.handle)

    def _add(self) -> None:
        if self._presenter is not None:
            self._presenter.add_to_meeting()


def _person_columns() -> list[Column[DirectoryRow]]:
    return [
        Column(
            "Name",
            lambda row: one_line(row.name),
            key=attrgetter("sort_key"),
            weight=lambda _row: 500,
            tip=lambda row: tip(row.name),
        ),
        Column("Delegation", lambda row: one_line(row.delegation), key=lambda row: alphabetical(row.delegation)),
        Column(
            "Position and organisation",
            lambda row: one_line(row.work),
            key=lambda row: alphabetical(row.work),
            tip=lambda row: tip(row.work),
        ),
        Column(
            "Last meeting",
            lambda row: one_line(row.last_meeting),
            key=lambda row: (row.latest.start, row.latest.body),
            ink=lambda _row: "soft",
            tip=lambda row: tip(row.last_meeting),
        ),
        Column("Meetings", lambda row: str(len(row.entries)), align="right", key=lambda row: len(row.entries)),
    ]


def _meeting_columns() -> list[Column[AtMeeting]]:
    return [
        Column(
            "", lambda one: one_line(one.title), second=lambda one: one_line(one.detail), tip=lambda one: tip(one.title)
        )
    ]

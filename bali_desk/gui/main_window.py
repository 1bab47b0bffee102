"""The window: the list of meetings, the top bar, the tabs and the foot. Pages are made when first shown.

Nothing here, nor in what it imports, loads the database library: the window is painted first.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtGui import QAction, QCloseEvent, QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QMainWindow,
    QMenu,
    QStackedWidget,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from bali_desk.gui import forms
from bali_desk.gui.ask import WindowAsk
from bali_desk.gui.foot import Foot
from bali_desk.gui.heading_bar import HeadingBar
from bali_desk.gui.jobs import Jobs
from bali_desk.gui.look import Look
from bali_desk.gui.meetings.commands import MeetingCommands
from bali_desk.gui.meetings.meetings_list import MeetingsList
from bali_desk.gui.page_stack import PageStack
from bali_desk.gui.pages import ALL_MEETINGS, ALONE, CONCERNS, DESK_PAGES, KEYS, PAGES, TITLES, WITHIN
from bali_desk.gui.rail import Rail
from bali_desk.gui.settings import Settings
from bali_desk.gui.tabs import Tabs
from bali_desk.gui.view_menu import ViewMenu
from bali_desk.gui.whole_screen import WholeScreen
from bali_desk.gui.widgets import Stamp
from bali_desk.presenters.meetings.rows import BodyRows

if TYPE_CHECKING:
    from bali_desk.gui.meetings.empty_page import EmptyPage
    from bali_desk.presenters.frame import Heading, History
    from bali_desk.presenters.workshop import Workshop

COMFORTABLE = 1366  # width at ten points from which list and page have room beside each other


class MainWindow(QMainWindow):
    """Shows the list at once; works once a workshop is attached."""

    side: QWidget
    side_rule: QFrame
    add_button: QToolButton
    meetings_list: MeetingsList
    top_bar: QWidget
    fold_button: QToolButton
    title_label: QLabel
    where_label: QLabel
    stamp: Stamp
    rail_layout: QVBoxLayout
    tabs_holder: QWidget
    tabs: Tabs
    pages: QStackedWidget
    foot_holder_layout: QHBoxLayout
    go_menu: QMenu
    open_desk_action: QAction
    quit_action: QAction
    undo_action: QAction
    redo_action: QAction
    wording_action: QAction
    templates_action: QAction
    meetings_action: QAction
    fold_action: QAction

    desk_wanted = Signal()  # she wants to open another desk: the front door's affair

    def __init__(self, look: Look, settings: Settings, ask: WindowAsk, jobs: Jobs) -> None:
        super().__init__()
        forms.load(self, "main_window")
        self._look, self._settings, self._ask = look, settings, ask
        self._workshop: Workshop | None = None
        self._meeting_id: int | None = None
        self._empty: EmptyPage | None = None
        self._known = set[int]()  # the meetings that were there before the one that is made next
        self._alone = False  # whether the page in front has the window to itself
        self.stack = PageStack(look, self.pages)
        self.foot = Foot(look, jobs, self)
        self.heading = HeadingBar(self, self.title_label, self.where_label, self.stamp)
        self.rail = Rail(look, self.side)
        self._whole_screen = WholeScreen(self, (self.side, self.side_rule, self.top_bar, self.tabs_holder, self.foot))
        self._furnish()
        self._connect()
        ask.over(self)
        self.restoreGeometry(settings.geometry)

    # ---- what the front door does ----
    def show_meetings(self, bodies: Sequence[BodyRows]) -> None:
        """Shows the list; leaves a meeting that is no longer in it."""
        self.meetings_list.show_meetings(bodies, self._meeting_id)
        if self._meeting_id is None:
            self._known = set(self.meetings_list.meetings())
        if self._workshop is not None and self._meeting_id not in self.meetings_list.meetings():
            self.stack.close()
            self._meeting_id = None
            self._open_first()

    def attach(self, workshop: Workshop) -> None:
        """Puts the window to work on a desk."""
        self.detach()
        workshop.kept = self._settings
        self._frame = workshop.frame(self)
        self._meetings = workshop.meetings(self)
        self._workshop = workshop
        self._commands.attach(self._meetings)
        self._open_first()

    def detach(self) -> None:
        """Lets the desk go, with everything typed kept."""
        if self._workshop is not None:
            self.stack.save()
            self.stack.close()
            self._frame.leave()
            self._meetings.leave()
            self._commands.detach()
            self.undo_action.setEnabled(False)
            self.redo_action.setEnabled(False)
            self._workshop = self._meeting_id = None

    # ---- what presenters show ----
    def open_meeting(self, meeting_id: int) -> None:
        """Opens a meeting on the page of a meeting that was in front last; one that was just made, on its Overview."""
        if self._workshop is None:
            return
        if meeting_id not in self._known:
            with QSignalBlocker(self.tabs):
                self.tabs.setCurrentIndex(0)
            self._known.add(meeting_id)
        if meeting_id != self._meeting_id:
            self._meeting_id = meeting_id
            self._settings.meeting = meeting_id
            self.meetings_list.choose(meeting_id)
            try:
                self.stack.open(self._workshop, meeting_id)
            finally:  # heading and counts are never those of another meeting than the pages
                self._show_whether_empty()
                self._frame.follow(meeting_id)
        self.show_page(PAGES[self.tabs.currentIndex()])

    def open_person(self, meeting_id: int, handle: str) -> None:
        """Opens a person at a meeting."""
        self.open_meeting(meeting_id)
        self.show_page("participants", handle)

    def open_outcome(self, meeting_id: int, handle: str) -> None:
        """Opens an outcome, or an action, of a meeting."""
        self.open_meeting(meeting_id)
        self.show_page("outcomes", handle)

    def show_heading(self, heading: Heading) -> None:
        """Title, place and date, stage."""
        self.heading.show_heading(heading)

    def show_counts(self, words: str) -> None:
        """How many are registered and present."""
        self.foot.show_counts(words)

    def show_findings(self, words: str, errors: bool) -> None:
        """How many errors and warnings the statement has."""
        self.foot.show_findings(words, errors)

    def show_history(self, history: History) -> None:
        """What undo and redo would do."""
        for action, name, label in (
            (self.undo_action, "Undo", history.undo),
            (self.redo_action, "Redo", history.redo),
        ):
            action.setEnabled(label is not None)
            action.setText(f"&{name} “{label}”" if label else f"&{name}")
        self.foot.show_history(history)

    # ---- what the officer does ----
    def show_page(self, name: str, item: str = "") -> None:
        """Brings a page of the meeting, or of the desk, to the front."""
        if name not in DESK_PAGES:
            blocker = QSignalBlocker(self.tabs)
            self.tabs.setCurrentIndex(PAGES.index(WITHIN.get(name, name)))
            blocker.unblock()
        self._whole_screen.leave()
        if self._meeting_id is not None:
            self._stand_alone(name in ALONE)
            if name in PAGES:
                self._settings.page = name
            self.stack.show(name, item)
            self._show_front(name if name in DESK_PAGES else "")

    def undo(self) -> None:
        """Takes back the last step, what is being typed included."""
        self.stack.save()
        self._frame.undo()

    def redo(self) -> None:
        """Does again what was taken back."""
        self.stack.save()
        self._frame.redo()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Keeps what is being typed, and where the window stood."""
        self._whole_screen.leave()
        self.stack.save()
        self._settings.geometry = self.saveGeometry()
        event.accept()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Folds the list of meetings away where the page needs its room."""
        super().resizeEvent(event)
        self._fold(self._is_narrow())

    # ---- inner ----
    def _furnish(self) -> None:
        self.foot_holder_layout.addWidget(self.foot)
        self.meetings_list.use(self._look)
        self.stamp.use(self._look)
        self.stamp.show_stage("")
        self.rail_layout.addWidget(self.rail)
        for name in PAGES:
            self.tabs.addTab(TITLES[name])
        for name, title in TITLES.items():
            action = self.go_menu.addAction(title, partial(self.show_page, name))
            action.setShortcut(QKeySequence(KEYS[name]))
        for later in (self.undo_action, self.redo_action):
            later.setEnabled(False)
        self._commands = MeetingCommands(self, self._ask)
        self.fold_button.clicked.connect(self.fold_action.trigger)
        self._view_menu = ViewMenu(self, self._look, self._settings)
        self._look.changed.connect(self._dress)
        self._dress()

    def _connect(self) -> None:
        self.meetings_list.wanted.connect(self.open_meeting)
        self.tabs.currentChanged.connect(lambda place: self.show_page(PAGES[place]))
        self.tabs.tabBarClicked.connect(self._leave_inner_page)
        self.rail.wanted.connect(self.show_page)
        self.stack.page_wanted.connect(self.show_page)
        self.stack.alone_wanted.connect(self._whole_screen.toggle)
        self.stack.person_wanted.connect(self.open_person)
        self.stack.outcome_wanted.connect(self.open_outcome)
        self.foot.undo_wanted.connect(self.undo)
        self.foot.findings_wanted.connect(lambda: self.show_page("statement", "checks"))
        self._ask.told.connect(self.foot.tell)
        for action, does in (
            (self.open_desk_action, self.desk_wanted.emit),
            (self.quit_action, self.close),
            (self.undo_action, self.undo),
            (self.redo_action, self.redo),
            (self.wording_action, lambda: self.show_page("statement", "wording")),
            (self.templates_action, lambda: self.show_page("documents", "templates")),
            (self.meetings_action, self._go_to_meetings),
            (self.fold_action, lambda: self._fold(self.side.isVisible())),
        ):
            action.triggered.connect(lambda _checked=False, does=does: does())
        QShortcut(QKeySequence("Ctrl+Y"), self, self.redo)

    def _dress(self) -> None:
        look = self._look
        self.add_button.setIcon(look.icon("add"))
        self.side.setFixedWidth(look.px(192))
        self._fold(self._is_narrow())
        self.top_bar.setFixedHeight(look.px(48))

    def _is_narrow(self) -> bool:
        return self._alone or self._whole_screen.taken or self.width() < self._look.px(COMFORTABLE)

    def _stand_alone(self, alone: bool) -> None:
        """Gives the page in front the whole window, or tabs and list back to the others."""
        if alone != self._alone:
            self._alone = alone
            self._fold(self._is_narrow())

    def _leave_inner_page(self, place: int) -> None:
        """A click on the tab from which an inner page was reached leads back to it."""
        if place == self.tabs.currentIndex():
            self.show_page(PAGES[place])

    def _fold(self, folded: bool) -> None:
        self.side.setVisible(not folded)
        self.side_rule.setVisible(not folded)
        self.fold_button.setIcon(self._look.icon("next" if folded else "back"))
        words = "Show the list of meetings" if folded else "Fold the list of meetings"
        self.fold_button.setToolTip(f"{words} (Ctrl+Shift+M)")
        self.fold_action.setText(words)

    def _open_first(self) -> None:
        there = self.meetings_list.meetings()
        if there:
            last = self._settings.meeting
            if last in there and self._settings.page in PAGES:
                with QSignalBlocker(self.tabs):
                    self.tabs.setCurrentIndex(PAGES.index(self._settings.page))
            self.open_meeting(last if last in there else there[0])
        else:
            self._frame.follow(None)
            self._show_whether_empty()

    def _show_front(self, desk_page: str) -> None:
        """Which page of the desk is in front; "" where it is one of the meeting."""
        self.rail.show_front(desk_page)
        self.heading.cover(TITLES[desk_page] if desk_page else "", CONCERNS.get(desk_page, ALL_MEETINGS))
        self.tabs_holder.setVisible(not desk_page and not self._alone)

    def _show_whether_empty(self) -> None:
        empty = self._meeting_id is None
        self._stand_alone(False)
        self.rail.setVisible(not empty)
        self.tabs_holder.setVisible(not empty)
        if empty:
            self.heading.cover("")
        self.wording_action.setEnabled(not empty)
        self.templates_action.setEnabled(not empty)
        self._commands.follow(self._meeting_id)
        if empty:
            if self._empty is None:
                self._empty = self._make_empty_page()
            self.pages.setCurrentWidget(self._empty)

    def _make_empty_page(self) -> EmptyPage:
        from bali_desk.gui.meetings.empty_page import EmptyPage

        page = EmptyPage(self._look, self.pages)
        self._commands.offer(page)
        self.pages.addWidget(page)
        return page

    def _go_to_meetings(self) -> None:
        self._fold(False)
        self.meetings_list.setFocus()

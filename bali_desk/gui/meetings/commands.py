"""What can be done with meetings and bodies from the menus: make, rename, delete, bring in, hand over."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QObject, QPoint, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMainWindow, QMenu, QToolButton

from bali_desk.gui.ask import WindowAsk
from bali_desk.gui.meetings.meetings_list import MeetingsList

if TYPE_CHECKING:
    from bali_desk.gui.meetings.empty_page import EmptyPage
    from bali_desk.presenters.meetings.presenter import MeetingsPresenter
    from bali_desk.presenters.outgoing import Outgoing

Child = TypeVar("Child", bound=QObject)


class MeetingCommands(QObject):
    """The actions of the window that concern whole meetings, its "+" and the menu of its list."""

    def __init__(self, window: QMainWindow, ask: WindowAsk) -> None:
        super().__init__(window)
        self._window = window
        self._presenter: MeetingsPresenter | None = None
        self._meeting_id = 0
        self._on_desk = [
            self._action("new_meeting_action", self._new_meeting),
            self._action("new_body_action", self._new_body),
            self._action("import_action", self._import),
            self._action("back_up_action", lambda: self._decide().files.back_up()),
        ]
        self._on_meeting = [
            self._action("export_action", lambda: self._export(self._meeting_id)),
            self._action("participants_excel_action", lambda: self._outgoing().everyone_to_excel()),
            self._action("participants_csv_action", lambda: self._outgoing().everyone_to_csv()),
            self._action("calendar_action", lambda: self._outgoing().agenda_to_calendar()),
            self._action("rename_action", lambda: self._rename(self._meeting_id)),
            self._action("delete_action", lambda: self._delete(self._meeting_id)),
        ]
        self._action("about_action", ask.about)
        self._add_button = _child(window, QToolButton, "add_button")
        menu = QMenu(window)
        menu.addActions(self._on_desk[:2])
        self._add_button.setMenu(menu)
        _child(window, MeetingsList, "meetings_list").menu_wanted.connect(self._show_menu)
        self._enable()

    def attach(self, presenter: MeetingsPresenter) -> None:
        """Works for this desk from now on."""
        self._presenter = presenter
        self._enable()

    def detach(self) -> None:
        """There is no desk for a while."""
        self._presenter = None
        self.follow(None)

    def follow(self, meeting_id: int | None) -> None:
        """This meeting is open now; None for none."""
        self._meeting_id = meeting_id or 0
        self._enable()

    def offer(self, page: EmptyPage) -> None:
        """Lets the empty page's three ways in lead here."""
        page.meeting_wanted.connect(self._new_meeting)
        page.file_wanted.connect(self._import)
        page.sample_wanted.connect(lambda: self._decide().files.open_sample())

    def _enable(self) -> None:
        for action in self._on_desk:
            action.setEnabled(self._presenter is not None)
        self._add_button.setEnabled(self._presenter is not None)
        for action in self._on_meeting:
            action.setEnabled(self._presenter is not None and self._meeting_id != 0)

    def _decide(self) -> MeetingsPresenter:
        assert self._presenter is not None, "an action is pressed while no desk is open"
        return self._presenter

    def _show_menu(self, meeting_id: int, body_id: int, where: QPoint) -> None:
        if self._presenter is None:
            return
        menu = QMenu(self._window)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addActions(self._on_desk[:2])
        if meeting_id:
            menu.addSeparator()
            menu.addAction("Rename meeting…", lambda: self._rename(meeting_id))
            menu.addAction("Export meeting file…", lambda: self._export(meeting_id))
            menu.addAction("Delete meeting…", lambda: self._delete(meeting_id))
        if body_id:
            menu.addSeparator()
            menu.addAction("Delete body", lambda: self._decide().delete_body(body_id))
        menu.popup(where)

    def _new_meeting(self) -> None:
        from bali_desk.gui.meetings.new_meeting_dialog import NewMeetingDialog

        NewMeetingDialog(self._decide(), self._window).open()

    def _new_body(self) -> None:
        from bali_desk.gui.meetings.new_body_dialog import NewBodyDialog

        NewBodyDialog(self._decide(), self._window).open()

    def _rename(self, meeting_id: int) -> None:
        from bali_desk.gui.meetings.rename_dialog import RenameDialog

        RenameDialog(self._decide(), meeting_id, self._window).open()

    def _import(self) -> None:
        self._decide().files.bring()

    def _export(self, meeting_id: int) -> None:
        self._decide().files.hand_over(meeting_id)

    def _outgoing(self) -> Outgoing:
        return self._decide().outgoing(self._meeting_id)

    def _delete(self, meeting_id: int) -> None:
        self._decide().delete(meeting_id)

    def _action(self, name: str, does: Callable[[], None]) -> QAction:
        action = _child(self._window, QAction, name)
        action.triggered.connect(lambda _checked=False: does())
        return action


def _child(window: QMainWindow, kind: type[Child], name: str) -> Child:
    child = window.findChild(kind, name)
    if child is None:
        raise LookupError(f"main_window.ui has no {kind.__name__} called {name!r}")
    return child

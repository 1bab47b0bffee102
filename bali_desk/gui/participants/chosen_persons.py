"""What the keys, the menu and the mouse do with the persons that are chosen in the table."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint
from PySide6.QtGui import QGuiApplication

from bali_desk.gui.participants.persons_menu import persons_menu
from bali_desk.presenters.participants.rows import MODES, NOBODYS, ONLINE

if TYPE_CHECKING:
    from bali_desk.gui.participants.participants_page import ParticipantsPage
    from bali_desk.gui.participants.persons_table import PersonsTable
    from bali_desk.presenters.participants.presenter import ParticipantsPresenter


class ChosenPersons(QObject):
    """Hands on to the presenter of the page; does nothing while nobody is chosen."""

    def __init__(self, page: ParticipantsPage) -> None:
        super().__init__(page)
        self._page = page

    def follow(self, table: PersonsTable) -> None:
        """Listens to the keys and the menu of the table."""
        table.state_wanted.connect(self.mark)
        table.role_wanted.connect(self.give_role)
        table.mode_wanted.connect(self.change_mode)
        table.replacement_wanted.connect(self.replace)
        table.move_wanted.connect(self.move_by)
        table.duplicate_wanted.connect(self.duplicate)
        table.paste_wanted.connect(self.paste)
        table.delete_wanted.connect(self.delete)
        table.customContextMenuRequested.connect(self._show_menu)

    # ---- what can be done ----
    def edit(self) -> None:
        """Opens the panel."""
        self._page.open_panel()

    def replace(self) -> None:
        """Opens the panel where one says who came instead."""
        self._page.open_panel(self._page.panel.replaced_by_edit)

    def mark(self, state: str) -> None:
        """Says how the chosen persons stand."""
        presenter, keys = self._at_work()
        if presenter is not None and keys:
            presenter.persons.mark(keys, state)

    def give_role(self, role: str) -> None:
        """Says what they are in their delegation."""
        presenter, keys = self._at_work()
        if presenter is not None and keys:
            presenter.persons.give_role(keys, role)

    def change_mode(self) -> None:
        """All online; in the room again where all are."""
        presenter, keys = self._at_work()
        if presenter is not None and keys:
            rows = self._page.persons_view.records()
            online = all(row.person.mode == ONLINE for row in rows)
            presenter.persons.take_part(keys, MODES[0] if online else ONLINE)

    def send_by(self, delegation: int | None) -> None:
        """Puts them into a delegation, or into none."""
        presenter, keys = self._at_work()
        if presenter is not None and keys:
            presenter.persons.send_by(keys, delegation)

    def drop(self, keys: list[int], delegation: int) -> None:
        """Puts those who were dragged into the delegation they were dropped on."""
        presenter, _chosen = self._at_work()
        if presenter is not None and keys:
            presenter.persons.send_by(keys, None if delegation == NOBODYS else delegation)

    def move_by(self, way: int) -> None:
        """One place up or down, where the rows stand in the office's order."""
        presenter, keys = self._at_work()
        if presenter is not None and keys and not self._page.persons_view.is_sorted():
            presenter.persons.move(keys, way)

    def duplicate(self) -> None:
        """Another one like each of them, to be named."""
        presenter, keys = self._at_work()
        if presenter is not None and keys:
            self._go_to(presenter.new_persons.duplicate(keys), edit=True)

    def paste(self) -> None:
        """New persons from the clipboard."""
        presenter, _keys = self._at_work()
        if presenter is not None:
            self._go_to(presenter.paste(QGuiApplication.clipboard().text()), edit=False)

    def delete(self) -> None:
        """Takes them off the meeting, once the officer agrees."""
        presenter, keys = self._at_work()
        if presenter is not None and keys:
            presenter.persons.delete(keys)

    # ---- inner ----
    def _at_work(self) -> tuple[ParticipantsPresenter | None, list[int]]:
        self._page.panel.save()
        return self._page.presenter, [row.key for row in self._page.persons_view.records()]

    def _go_to(self, made: list[int], edit: bool) -> None:
        if made:
            self._page.persons_view.choose(made[0])
            if edit:
                self._page.open_panel()

    def _show_menu(self, where: QPoint) -> None:
        table, people = self._page.persons_view, self._page.people
        menu = persons_menu(table, self, len(table.records()), people.delegations if people is not None else ())
        menu.popup(table.viewport().mapToGlobal(where))

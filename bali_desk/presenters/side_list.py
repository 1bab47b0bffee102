"""A list of the record that is edited in place beside a page: what a row shows, and what can be done with the rows."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, ClassVar

from sqlmodel import Session

from bali_desk.domain.errors import DeskError
from bali_desk.domain.record import Record
from bali_desk.presenters import places, typed
from bali_desk.presenters.ask import Ask
from bali_desk.presenters.telling import told
from bali_desk.store.desk import Desk
from bali_desk.store.records import read_record
from bali_desk.store.removal import remove

Reader = Callable[[str], Any]


@dataclass(frozen=True)
class SideRow:
    """One row of a list: what it says in one line, what stands below it, and what its fields hold."""

    row_id: int
    title: str
    detail: str
    values: Mapping[str, str]


class SideList:
    """Adds, changes, moves and removes the rows of one list; every act is one step that undo takes back."""

    kind: ClassVar[type[Any]]
    called: ClassVar[str]  # "action": what the menu's Undo names
    fields: ClassVar[Mapping[str, Reader]]

    def __init__(self, desk: Desk, ask: Ask, meeting_id: int) -> None:
        self._desk, self._ask, self._meeting_id = desk, ask, meeting_id

    def rows(self, record: Record) -> list[SideRow]:
        """The list as it stands in the record."""
        raise NotImplementedError

    @told
    def add(self) -> int:
        """A new row at the end; gives its id."""
        with self._desk.change(f"Add {self.called}") as session:
            row = self._new(session)
            session.add(row)
            session.flush()
            row_id: int = row.id
        return row_id

    def change(self, row_id: int, field: str, text: str) -> None:
        """Keep what was typed into a field; raises DeskError when it cannot be read."""
        value = self.fields[field](text)
        with self._desk.change(f"Edit {self.called}", merge=(self.kind, row_id, field)) as session:
            row = session.get(self.kind, row_id)
            if row is not None and getattr(row, field) != value:
                setattr(row, field, value)

    @told
    def remove(self, row_id: int) -> None:
        """Take a row away, with every reference to it."""
        with self._desk.change(f"Delete {self.called}") as session:
            row = session.get(self.kind, row_id)
            if row is not None:
                remove(session, row)

    @told
    def move(self, row_id: int, by: int) -> int:
        """Move a row up or down; gives what it is called then."""
        with self._desk.change(f"Move {self.called}") as session:
            places.number(places.moved(self._stored(read_record(session, self._meeting_id)), row_id, by))
        return row_id

    def _new(self, session: Session) -> Any:
        raise NotImplementedError

    def _stored(self, record: Record) -> Sequence[Any]:
        raise NotImplementedError


def named(text: str, whose: str) -> str:
    """The name of a row; DeskError where nothing stands. `whose` begins the sentence: "An event"."""
    name = typed.words(text)
    if name is None:
        raise DeskError(f"{whose} needs a name; to take it away, press Delete.")
    return name

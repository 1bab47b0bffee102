"""Undo and redo for every change to the desk, without a line of undo code in any feature."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, cast

from sqlalchemy import Table, delete, event, insert, inspect, select, update
from sqlalchemy.orm import Session

from bali_desk.domain.errors import DeskError
from bali_desk.domain.models import Stored
from bali_desk.store.revisions import age_meetings

Row = Mapping[str, Any]
AT_ONCE = 500  # rows looked up by one statement


@dataclass(frozen=True)
class Change:
    """One stored row before and after: no `before` for a new row, no `after` for a deleted one."""

    table: Table
    key: int
    before: Row | None
    after: Row | None

    def reversed(self) -> Change:
        """The change that takes this one back."""
        return Change(self.table, self.key, self.after, self.before)

    def apply(self, session: Session) -> None:
        """Write `after` over `before`; raises DeskError when the row is not as `before` has it."""
        current = stored(session, self.table, [self.key]).get(self.key)
        if _words(current) != _words(self.before):
            raise DeskError("This step cannot be taken back: the same record was changed again by another program.")
        here = self.table.c.id == self.key
        if self.after is None:
            session.execute(delete(self.table).where(here))
        elif current is None:
            session.execute(insert(self.table).values(_quoted(self.table, self.after)))
        else:
            after = {**self.after, "version": current["version"] + 1}  # a reader of the old row must notice
            session.execute(update(self.table).where(here).values(_quoted(self.table, after)))


@dataclass
class Step:
    """Everything one action changed: what undo takes back in one go."""

    label: str
    merge: object = None
    changes: list[Change] = field(default_factory=list)

    def touches(self, *models: type) -> bool:
        """Whether a row of one of these models was written."""
        tables = {_table_of(model) for model in models}
        return any(change.table in tables for change in self.changes)

    def touches_beyond(self, *models: type) -> bool:
        """Whether a row of any other model was written."""
        tables = {_table_of(model) for model in models}
        return any(change.table not in tables for change in self.changes)

    def is_void(self) -> bool:
        """Whether all its changes together leave every row as it was, as adding a row and taking it away again does."""
        first: dict[tuple[Table, int], Row | None] = {}
        last: dict[tuple[Table, int], Row | None] = {}
        for change in self.changes:
            first.setdefault((change.table, change.key), change.before)
            last[change.table, change.key] = change.after
        return all(_words(first[row]) == _words(last[row]) for row in first)

    def meetings(self) -> set[int]:
        """The ids of the meetings whose rows were written, as far as the rows themselves name one."""
        rows = [row for change in self.changes for row in (change.before, change.after) if row is not None]
        return {row["meeting_id"] for row in rows if row.get("meeting_id") is not None}

    def reversed(self) -> Step:
        """The step that takes this one back."""
        return Step(self.label, self.merge, [change.reversed() for change in reversed(self.changes)])

    def apply(self, session: Session) -> None:
        """Make every change again, in order."""
        for change in self.changes:
            change.apply(session)


def record(session: Session, step: Step) -> None:
    """Note every row that `session` writes in `step`, as the file held it before and holds it after."""
    before: dict[tuple[Table, int], Row] = {}

    @event.listens_for(session, "before_flush")
    def _look(session: Session, *_: object) -> None:
        age_meetings(session)
        for table, keys in _by_table((*session.dirty, *session.deleted)):
            before.update({(table, key): row for key, row in stored(session, table, keys).items()})

    @event.listens_for(session, "after_flush")
    def _note(session: Session, *_: object) -> None:
        for table, keys in _by_table((*session.new, *session.dirty, *session.deleted)):
            now = stored(session, table, keys)
            for key in keys:
                was = before.pop((table, key), None)
                if was != now.get(key):
                    step.changes.append(Change(table, key, was, now.get(key)))


def stored(session: Session, table: Table, keys: Iterable[int]) -> dict[int, Row]:
    """The rows of `table` with these ids as the file holds them now."""
    rows: dict[int, Row] = {}
    for some in _batches(list(keys)):
        for row in session.execute(select(table).where(table.c.id.in_(some))).mappings():
            rows[row["id"]] = dict(row)
    return rows


def _batches(keys: list[int]) -> Iterator[list[int]]:
    return (keys[start : start + AT_ONCE] for start in range(0, len(keys), AT_ONCE))


def _by_table(entities: Iterable[object]) -> Iterator[tuple[Table, list[int]]]:
    keys: dict[Table, list[int]] = {}
    for entity in entities:
        if isinstance(entity, Stored) and entity.id is not None:
            keys.setdefault(_table_of(type(entity)), []).append(entity.id)
    for table, some in keys.items():
        yield table, sorted(some)


def _table_of(model: type) -> Table:
    return cast(Table, inspect(model).local_table)


def _words(row: Row | None) -> Row | None:
    return None if row is None else {name: value for name, value in row.items() if name != "version"}


def _quoted(table: Table, row: Row) -> dict[Any, Any]:
    return {table.c[name]: value for name, value in row.items()}

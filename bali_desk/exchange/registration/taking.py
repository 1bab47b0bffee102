"""Taking registrations into the desk: the certain rows, and those the officer decided about."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from sqlmodel import Session, col, func, select

from bali_desk.domain.errors import DeskError
from bali_desk.domain.models import Delegation, Participant, new_handle
from bali_desk.exchange.registration.changes import changes_to
from bali_desk.exchange.registration.delegations import Home, Homes
from bali_desk.exchange.registration.persons import Person, Place
from bali_desk.exchange.registration.verdicts import CHANGED, KNOWN, NEW, WRONG, CellChange, Verdict

TAKE, KEEP_OLD, KEEP_NEW, KEEP_BOTH, LEAVE = ACTIONS = ("take", "keep old", "keep new", "keep both", "leave")
_DEFAULTS = {NEW: TAKE, KNOWN: KEEP_OLD, CHANGED: KEEP_NEW}
_TEXTS = tuple(name for name in Person.__dataclass_fields__ if name != "delegation")
_UNTOLD = ("name_order", "replaced_by_id")


@dataclass(frozen=True)
class Choice:
    """What the officer decided about a row.

    take or keep both: a person of her own. keep new: the changes go to the person found. keep old: that person stays as
    she is. leave: nothing. `participant_id` says which candidate is meant (the first one else), `delegation` which
    delegation (the one found else).
    """

    action: str
    participant_id: int | None = None
    delegation: str | None = None


@dataclass
class Taken:
    """What an import did: ids of persons added and changed, delegations made by name, and the rows left out."""

    added: list[int] = field(default_factory=list)
    changed: list[int] = field(default_factory=list)
    delegations: list[str] = field(default_factory=list)
    left: list[Verdict] = field(default_factory=list)


def take(
    session: Session,
    meeting_id: int,
    verdicts: Sequence[Verdict],
    choices: Mapping[Place, Choice] | None = None,
    *,
    on: dt.date,
) -> Taken:
    """Write the certain rows, or what `choices` say of a row, through the session; `on` is the day of registration.

    Rows that are doubtful are left where nothing was decided, rows that are wrong always. Raises DeskError where a
    person was deleted since the rows were judged.
    """
    taker = _Taker(session, meeting_id, on)
    for verdict in verdicts:
        choice = (choices or {}).get(verdict.place) or Choice(_DEFAULTS.get(verdict.verdict, LEAVE))
        taker.take(verdict, choice)
    return taker.done()


class _Taker:
    def __init__(self, session: Session, meeting_id: int, on: dt.date) -> None:
        self._session = session
        self._meeting_id = meeting_id
        self._on = on
        self._homes = Homes(session, meeting_id)
        self._made: dict[str, Delegation] = {}
        self._new: list[Participant] = []
        self._by_place: dict[Place, Participant] = {}
        self._taken = Taken()
        self._next = _next(session, Participant, meeting_id)

    def take(self, verdict: Verdict, choice: Choice) -> None:
        """Do with one row what was decided."""
        assert choice.action in ACTIONS, choice.action
        if choice.action == LEAVE or verdict.verdict == WRONG:
            self._leave(verdict)
        elif choice.action == KEEP_BOTH or (choice.action == TAKE and verdict.verdict != KNOWN):
            self._add(verdict, choice)
        elif choice.action == KEEP_NEW:
            self._change(verdict, choice)

    def done(self) -> Taken:
        """Write everything; what was done, with the ids of those added."""
        self._session.flush()
        self._taken.added = [row.id for row in self._new if row.id is not None]
        return self._taken

    def _leave(self, verdict: Verdict) -> None:
        if verdict.verdict != KNOWN:
            self._taken.left.append(verdict)

    def _add(self, verdict: Verdict, choice: Choice) -> None:
        said = {name: getattr(verdict.person, name) or None for name in _TEXTS}
        row = Participant(  # every column is told: a default costs more than all the rest of a row
            **dict.fromkeys(_UNTOLD),
            **said,
            meeting_id=self._meeting_id,
            delegation_id=self._delegation(verdict, choice),
            sequence=self._next,
            handle=new_handle(),
            attendance="expected",
            present_on=[],
            registered_on=self._on,
        )
        self._next += 1
        self._session.add(row)
        self._new.append(row)
        self._by_place[verdict.place] = row

    def _change(self, verdict: Verdict, choice: Choice) -> None:
        row, changes = self._meant(verdict, choice)
        if row is None:
            self._add(verdict, choice)
            return
        for change in changes:
            if change.field == "delegation":
                row.delegation_id = self._delegation(verdict, choice)
            else:
                setattr(row, change.field, change.new or None)
        self._by_place[verdict.place] = row
        if row.id is not None and changes:
            self._taken.changed.append(row.id)

    def _meant(self, verdict: Verdict, choice: Choice) -> tuple[Participant | None, Sequence[CellChange]]:
        """The person a row is about, and what changes there."""
        candidates = {one.participant_id: one.changes for one in verdict.candidates}
        key = choice.participant_id or verdict.participant_id or next(iter(candidates), None)
        if key is not None:
            row = self._session.get(Participant, key)
            if row is None or row.meeting_id != self._meeting_id:
                raise DeskError(
                    f"Row {verdict.row}: the person it is about was deleted meanwhile; read the sheet again."
                )
            return row, verdict.changes if key == verdict.participant_id else candidates.get(key, ())
        row = self._by_place.get(verdict.twin) if verdict.twin else None
        return row, changes_to(row, verdict.person, verdict.home, "") if row else ()

    def _delegation(self, verdict: Verdict, choice: Choice) -> int | None:
        """The delegation of a row, made where it is none yet; None where the row has none."""
        if choice.delegation is not None:
            home = self._homes.find(choice.delegation) or Home(" ".join(choice.delegation.split()))
        elif verdict.home is not None:
            home = verdict.home
        else:
            text = "" if verdict.registration.home in ("above", "sheet") else verdict.person.delegation
            home = Home(" ".join(text.split()))
        if home.delegation_id is not None:
            return home.delegation_id
        return self._make(home) if home.name else None

    def _make(self, home: Home) -> int | None:
        key = str(home.key)
        if key not in self._made:
            row = Delegation(
                meeting_id=self._meeting_id,
                sequence=_next(self._session, Delegation, self._meeting_id),
                name=home.name,
                official_name=home.official_name,
                kind=home.kind,
                status=home.status,
            )
            self._session.add(row)
            self._session.flush()
            self._made[key] = row
            self._taken.delegations.append(row.name)
        return self._made[key].id


def _next(session: Session, model: type[Participant] | type[Delegation], meeting_id: int) -> int:
    """The place after the last row of the meeting."""
    last = session.exec(select(func.max(model.sequence)).where(col(model.meeting_id) == meeting_id)).one()
    return 0 if last is None else int(last) + 1

"""New persons of a meeting: one by one, as another's like, from what was pasted, or from an earlier meeting."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import replace

from sqlmodel import Session, col, select

from bali_desk.domain.contact import is_email
from bali_desk.domain.letters import plain_letters
from bali_desk.domain.models import Delegation, Participant
from bali_desk.exchange.registration import (
    IGNORE,
    Sheet,
    guess,
    judge,
    passed_over,
    read_under,
    registrations,
    take,
)
from bali_desk.presenters.agenda.input import short
from bali_desk.presenters.ask import Ask
from bali_desk.presenters.numbers import some
from bali_desk.presenters.participants.pasting import read_persons, sheet_with_heads
from bali_desk.store.desk import Desk
from bali_desk.store.names import naming_at
from bali_desk.store.records import next_sequence

MOST_TOLD = 5  # rows left out of a paste that are told one by one
OF_DELEGATION = ("delegation_id", "organisation", "position", "role", "mode", "name_order")  # what a duplicate keeps
OF_PERSON = (
    "honorific", "given", "family", "display", "native_name", "name_order", "position", "organisation", "role", "email",
    "phone",
)  # fmt: skip


class NewPersons:
    """Every action is one undo step; who is new is expected."""

    def __init__(self, desk: Desk, ask: Ask, meeting_id: int) -> None:
        self._desk = desk
        self._ask = ask
        self._meeting_id = meeting_id

    def add(self, delegation: int | None) -> int:
        """A new person in this delegation; her id."""
        with self._desk.change("Add person") as session:
            return _keys(session, [self._new(session, 0, {"delegation_id": delegation})])[0]

    def duplicate(self, keys: Sequence[int]) -> list[int]:
        """Another person for each of these, of the same delegation and office, without name and address; their ids."""
        with self._desk.change("Duplicate person" if len(keys) == 1 else f"Duplicate {len(keys)} persons") as session:
            rows = [session.get_one(Participant, key) for key in keys]
            parts = [{name: getattr(row, name) for name in OF_DELEGATION} for row in rows]
            return _keys(session, [self._new(session, place, one) for place, one in enumerate(parts)])

    def paste(self, text: str, delegation: int | None) -> list[int]:
        """The persons of pasted rows in this delegation; their ids. An address that is none goes to her note."""
        sheet = sheet_with_heads(text)
        if sheet is not None:
            return self._take(sheet, delegation)
        homes = self._homes()
        persons = read_persons(text, homes)
        if not persons:
            self._ask.tell("Nothing to paste: copy rows with names from a sheet or a table first.")
            return []
        wrong = [person for person in persons if not is_email(person.get("email", "a@b.cd"))]
        for person in wrong:
            said = (person.get("note"), f"E-mail as pasted: {person.pop('email')}")
            person["note"] = "; ".join(part for part in said if part)
        many = "1 person" if len(persons) == 1 else f"{len(persons)} persons"
        with self._desk.change(f"Paste {many}") as session:
            rows = [
                self._new(session, place, {"delegation_id": homes.get(one.pop("delegation", ""), delegation), **one})
                for place, one in enumerate(persons)
            ]
            keys = _keys(session, rows)
        warned = f" {len(wrong)} with an e-mail address that is none: see the note." if wrong else ""
        self._ask.tell(f"Pasted {many}.{warned}")
        return keys

    def _take(self, sheet: Sheet, delegation: int | None) -> list[int]:
        """The persons of rows with heads, read and judged as an import of them is; rows left out are told."""
        with self._desk.change("Paste persons") as session:
            reading = read_under(sheet, guess(sheet).header_rows)
            chosen = session.get(Delegation, delegation) if delegation is not None else None
            if chosen is not None and not any(one.field == "delegation" for one in reading.columns):
                reading = replace(reading, delegation=chosen.name, from_sheet_name=False)
            verdicts = judge(session, self._meeting_id, registrations(sheet, reading))
            taken = take(session, self._meeting_id, verdicts, on=dt.date.today())
        left = [f"row {one.row}: {one.why}" for one in taken.left]
        left += [f"row {one.row} holds no person" for one in passed_over(sheet, reading) if one.what != "heads"]
        said = f"Pasted {some(len(taken.added), 'person')}."
        if taken.changed:
            said += f" {some(len(taken.changed), 'person')} changed."
        if left:
            more = " …" if len(left) > MOST_TOLD else ""
            said += f" Left out: {'; '.join(one.rstrip('.') for one in left[:MOST_TOLD])}{more}."
        ignored = [one.head for one in reading.columns if one.field == IGNORE]
        if ignored:
            said += f" Not read: {', '.join(f'“{head}”' for head in ignored)}."
        self._ask.tell(said)
        return [*taken.added, *taken.changed]

    def _homes(self) -> dict[str, int | None]:
        """The delegations of this meeting, by name."""
        ours = select(Delegation).where(Delegation.meeting_id == self._meeting_id)
        with self._desk.reading() as session:
            return {one.name: one.id for one in session.exec(ours)}

    def bring(self, key: int) -> int:
        """The same person here as at another meeting, in the delegation of the same name, which is made where there is
        none; her id here."""
        with self._desk.change("Add person to this meeting") as session:
            there = session.get_one(Participant, key)
            parts = {name: getattr(there, name) for name in OF_PERSON}
            parts["delegation_id"] = self._home(session, there.delegation_id)
            made = _keys(session, [self._new(session, 0, parts)])[0]
            name = naming_at(session, self._meeting_id).printed(there)
        self._ask.tell(f"Added {short(name)} to this meeting.")
        return made

    def _new(self, session: Session, after: int, parts: Mapping[str, object]) -> Participant:
        place = next_sequence(session, Participant, meeting_id=self._meeting_id) + after
        row = Participant(
            meeting_id=self._meeting_id, sequence=place, attendance="expected", registered_on=dt.date.today()
        )
        for name, value in parts.items():
            setattr(row, name, value)
        return row

    def _home(self, session: Session, there: int | None) -> int | None:
        """The delegation of this meeting that is called like one of another meeting."""
        if there is None:
            return None
        wanted = session.get_one(Delegation, there)
        ours = select(Delegation).where(Delegation.meeting_id == self._meeting_id)
        for one in session.exec(ours.order_by(col(Delegation.sequence))):
            if plain_letters(one.name) == plain_letters(wanted.name):
                return one.id
        copied = ("name", "official_name", "wished_name", "kind", "status")
        place = next_sequence(session, Delegation, meeting_id=self._meeting_id)
        made = Delegation(
            meeting_id=self._meeting_id, sequence=place, **{name: getattr(wanted, name) for name in copied}
        )
        session.add(made)
        session.flush()
        return made.id


def _keys(session: Session, rows: Sequence[Participant]) -> list[int]:
    session.add_all(rows)
    session.flush()
    return [row.id or 0 for row in rows]

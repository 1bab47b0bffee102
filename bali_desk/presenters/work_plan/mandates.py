"""Mandates from above: added, typed, answered by outcomes of any meeting, taken away."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import ClassVar

from sqlmodel import Session

from bali_desk.domain.models import Mandate, Meeting
from bali_desk.domain.record import Record
from bali_desk.presenters import typed
from bali_desk.presenters.side_list import Reader, SideList
from bali_desk.presenters.telling import told
from bali_desk.store.records import next_sequence

STATUSES = ("open", "done", "superseded")


class MandatesList(SideList):
    """The mandates of the body of the open meeting."""

    kind = Mandate
    called = "mandate"
    fields: ClassVar[Mapping[str, Reader]] = {
        "giver": typed.words,
        "given": typed.rough_day,
        "text": typed.words,
        "status": typed.words,
    }

    @told
    def add(self) -> int:
        """Begin a mandate at the end; gives its id."""
        with self._desk.change("Add mandate", merge=("new mandate", self._meeting_id)) as session:
            row = self._new(session)
            session.add(row)
            session.flush()
        return row.id or 0

    def drop_empty(self, mandate_id: int) -> bool:
        """Take away a mandate that was left without a word; whether it was. Begun and dropped in one go is no step."""
        with self._desk.change("Add mandate", merge=("new mandate", self._meeting_id)) as session:
            row = session.get(Mandate, mandate_id)
            if row is None or row.text or row.giver or row.given or row.answered_by:
                return False
            session.delete(row)
        return True

    @told
    def answer(self, mandate_id: int, handle: str) -> None:
        """The outcome with this handle answers the mandate, too."""
        with self._desk.change("Answer mandate") as session:
            mandate = session.get(Mandate, mandate_id)
            if mandate is not None and handle not in mandate.answered_by:
                mandate.answered_by = [*mandate.answered_by, handle]

    @told
    def take_back(self, mandate_id: int, handle: str) -> None:
        """The outcome with this handle does not answer the mandate after all."""
        with self._desk.change("Take answer back") as session:
            mandate = session.get(Mandate, mandate_id)
            if mandate is not None and handle in mandate.answered_by:
                mandate.answered_by = [one for one in mandate.answered_by if one != handle]

    def _new(self, session: Session) -> Mandate:
        body_id = session.get_one(Meeting, self._meeting_id).body_id
        place = next_sequence(session, Mandate, body_id=body_id)
        return Mandate(body_id=body_id, sequence=place, status="open")

    def _stored(self, record: Record) -> Sequence[Mandate]:
        return record.mandates

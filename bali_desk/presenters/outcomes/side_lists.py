"""Lists beside the outcomes, edited in place: the meeting's actions, its work plan and the events it may mention."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import ClassVar

from sqlmodel import Session, select

from bali_desk.domain.models import Action, Delegation, Event, Intervention, Meeting, Outcome, WorkPlan, WorkPlanLine
from bali_desk.domain.names import plain_letters
from bali_desk.domain.record import Record
from bali_desk.presenters import typed
from bali_desk.presenters.ask import Ask
from bali_desk.presenters.outcomes.entry import said_on
from bali_desk.presenters.outcomes.rows import item_numbers
from bali_desk.presenters.side_list import Reader, SideList, SideRow, named
from bali_desk.store.desk import Desk
from bali_desk.store.records import next_sequence


@dataclass(frozen=True)
class PlanHead:
    """Title and years of the work plan."""

    title: str
    from_: str
    to: str


class ActionsList(SideList):
    """The actions of the meeting. A new one belongs to the outcome in hand."""

    kind = Action
    called = "action"
    fields: ClassVar[Mapping[str, Reader]] = {
        "text": typed.words,
        "owner": typed.words,
        "due": typed.day,
        "status": typed.words,
    }

    def __init__(self, desk: Desk, ask: Ask, meeting_id: int, outcome_in_hand: Callable[[], int | None]) -> None:
        super().__init__(desk, ask, meeting_id)
        self._outcome_in_hand = outcome_in_hand

    def rows(self, record: Record) -> list[SideRow]:
        """Every action, with the number of its agenda item, who and by when."""
        numbers = item_numbers(record)
        items = {outcome.id: numbers.get(outcome.agenda_item_id, "") for outcome in record.outcomes}
        return [self._shown(action, items.get(action.outcome_id, "")) for action in record.actions]

    def change(self, row_id: int, field: str, text: str) -> None:
        """Keep what was typed; a date may be written as it was said in the meeting."""
        if field == "due":
            with self._desk.reading() as session:
                today = said_on(session.get_one(Meeting, self._meeting_id))
            text = typed.shown_day(typed.due(text, today))
        super().change(row_id, field, text)

    def _shown(self, action: Action, number: str) -> SideRow:
        values = {"text": action.text or "", "owner": action.owner or "", "status": action.status or ""}
        values["due"] = typed.shown_day(action.due)
        parts = (number, action.owner, values["due"], "" if action.status == "open" else action.status)
        detail = " · ".join(part for part in parts if part)
        return SideRow(action.id or 0, action.text or "New action", detail or "no owner yet", values)

    def _new(self, session: Session) -> Action:
        outcome_id = self._outcome_in_hand()
        outcome = session.get(Outcome, outcome_id) if outcome_id is not None else None
        place = next_sequence(session, Action, meeting_id=self._meeting_id)
        action = Action(meeting_id=self._meeting_id, sequence=place, status="open")
        action.outcome_id = outcome.id if outcome else None
        return action

    def _stored(self, record: Record) -> Sequence[Action]:
        return record.actions


class PlanLines(SideList):
    """The lines of the work plan, and the plan's title and years. The plan is made with the first thing written."""

    kind = WorkPlanLine
    called = "work plan line"
    fields: ClassVar[Mapping[str, Reader]] = {"text": typed.words, "status": typed.words}
    head_fields: ClassVar[Mapping[str, Reader]] = {
        "title": typed.words,
        "from_": typed.words,
        "to": typed.words,
    }

    def head(self, record: Record) -> PlanHead:
        """Title and years as they stand."""
        plan = record.work_plan or WorkPlan(meeting_id=self._meeting_id)
        return PlanHead(plan.title or "", plan.from_ or "", plan.to or "")

    def rows(self, record: Record) -> list[SideRow]:
        """The lines, numbered, with how many outcomes fulfil each."""
        return [self._shown(record, line, place) for place, line in enumerate(record.work_plan_lines, 1)]

    def change_head(self, field: str, text: str) -> None:
        """Keep the plan's title or years."""
        value = self.head_fields[field](text)
        with self._desk.change("Edit work plan", merge=(WorkPlan, self._meeting_id, field)) as session:
            if value is not None or self._plan(session) is not None:
                setattr(self._made_plan(session), field, value)

    def _shown(self, record: Record, line: WorkPlanLine, place: int) -> SideRow:
        fulfilled = sum(line.handle in outcome.fulfils for outcome in record.outcomes)
        times = {0: "", 1: "fulfilled by an outcome"}.get(fulfilled, f"fulfilled by {fulfilled} outcomes")
        detail = " · ".join(part for part in (line.status, times) if part)
        values = {"text": line.text or "", "status": line.status or ""}
        return SideRow(line.id or 0, f"{place}  {line.text or 'New line'}", detail, values)

    def _new(self, session: Session) -> WorkPlanLine:
        plan = self._made_plan(session)
        return WorkPlanLine(plan_id=plan.id or 0, sequence=next_sequence(session, WorkPlanLine, plan_id=plan.id))

    def _stored(self, record: Record) -> Sequence[WorkPlanLine]:
        return record.work_plan_lines

    def _plan(self, session: Session) -> WorkPlan | None:
        return session.exec(select(WorkPlan).where(WorkPlan.meeting_id == self._meeting_id)).one_or_none()

    def _made_plan(self, session: Session) -> WorkPlan:
        plan = self._plan(session)
        if plan is None:
            plan = WorkPlan(meeting_id=self._meeting_id)
            session.add(plan)
            session.flush()
        return plan


class EventsList(SideList):
    """Other meetings, forums and campaigns the text may mention."""

    kind = Event
    called = "event"
    fields: ClassVar[Mapping[str, Reader]] = {
        "name": lambda text: named(text, "An event"),
        "start": typed.rough_day,
        "end": typed.rough_day,
        "place": typed.words,
        "note": typed.words,
    }

    def rows(self, record: Record) -> list[SideRow]:
        """The events with when and where."""
        return [self._shown(event) for event in record.events]

    def _shown(self, event: Event) -> SideRow:
        values = {"name": event.name, "place": event.place or "", "note": event.note or ""}
        values["start"], values["end"] = typed.shown_day(event.start), typed.shown_day(event.end)
        days = " – ".join(dict.fromkeys(day for day in (values["start"], values["end"]) if day))
        detail = " · ".join(part for part in (days, event.place) if part)
        return SideRow(event.id or 0, event.name, detail or event.note or "no date yet", values)

    def _new(self, session: Session) -> Event:
        place = next_sequence(session, Event, meeting_id=self._meeting_id)
        return Event(meeting_id=self._meeting_id, name="New event", sequence=place)

    def _stored(self, record: Record) -> Sequence[Event]:
        return record.events


class InterventionsList(SideList):
    """What delegations said on the agenda item in hand, each as the officer noted it; the statement never tells it."""

    kind = Intervention
    called = "intervention"
    fields: ClassVar[Mapping[str, Reader]] = {"who": typed.words, "text": typed.words}

    def __init__(self, desk: Desk, ask: Ask, meeting_id: int, item_in_hand: Callable[[], int | None]) -> None:
        super().__init__(desk, ask, meeting_id)
        self._item_in_hand = item_in_hand

    def rows(self, record: Record) -> list[SideRow]:
        """The interventions on the item in hand, in the order of the floor."""
        names = {delegation.id: delegation.name for delegation in record.delegations}
        return [self._shown(one, names) for one in self._stored(record)]

    def change(self, row_id: int, field: str, text: str) -> None:
        """Keep what was typed; a speaker whose name is that of a delegation speaks for it."""
        if field != "who":
            super().change(row_id, field, text)
            return
        name = self.fields[field](text)
        with self._desk.change(f"Edit {self.called}", merge=(self.kind, row_id, field)) as session:
            row = session.get(Intervention, row_id)
            if row is not None:
                delegation = self._delegation(session, name)
                row.delegation_id = delegation.id if delegation else None
                row.speaker = None if delegation else name

    def _shown(self, one: Intervention, names: Mapping[int | None, str]) -> SideRow:
        who = names.get(one.delegation_id) or ""
        who = ", ".join(part for part in (who, one.speaker) if part)
        return SideRow(one.id or 0, who or "Who speaks?", one.text or "", {"who": who, "text": one.text or ""})

    def _new(self, session: Session) -> Intervention:
        place = next_sequence(session, Intervention, meeting_id=self._meeting_id)
        return Intervention(meeting_id=self._meeting_id, agenda_item_id=self._item_in_hand(), sequence=place)

    def _stored(self, record: Record) -> Sequence[Intervention]:
        item = self._item_in_hand()
        return [one for one in record.interventions if one.agenda_item_id == item]

    def _delegation(self, session: Session, name: str | None) -> Delegation | None:
        ours = session.exec(select(Delegation).where(Delegation.meeting_id == self._meeting_id))
        wanted = plain_letters(name or "")
        return next((one for one in ours if wanted and plain_letters(one.name) == wanted), None)

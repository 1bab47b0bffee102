"""What the Outcomes page shows and does: who did what with each agenda item, recorded as it happens."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

from sqlmodel import Session

from bali_desk.domain.errors import DeskError
from bali_desk.domain.models import (
    Action,
    AgendaItem,
    Block,
    Body,
    Delegation,
    Event,
    Intervention,
    Meeting,
    Outcome,
    Paper,
    Statement,
    Wording,
    WorkPlan,
    WorkPlanLine,
)
from bali_desk.domain.record import Record
from bali_desk.drafting.suggest import offers
from bali_desk.presenters import typed
from bali_desk.presenters.ask import Ask
from bali_desk.presenters.outcomes import arranging
from bali_desk.presenters.outcomes import rows as outcome_rows
from bali_desk.presenters.outcomes.entry import Entry, due_read, entry_of, fill, fill_action, said_on, same_entry
from bali_desk.presenters.outcomes.language import Language
from bali_desk.presenters.outcomes.rows import Offered
from bali_desk.presenters.outcomes.side_lists import ActionsList, EventsList, InterventionsList, PlanLines
from bali_desk.presenters.outcomes.unrecorded import InMemory, Kept, Unrecorded
from bali_desk.presenters.outcomes.view import OutcomesView
from bali_desk.presenters.outcomes.words_known import words_known
from bali_desk.presenters.side_list import SideList
from bali_desk.presenters.telling import told
from bali_desk.store.desk import Desk
from bali_desk.store.history import Step
from bali_desk.store.records import next_sequence, read_record
from bali_desk.store.removal import remove

SHOWN = (
    Outcome,
    Action,
    AgendaItem,
    Meeting,
    Paper,
    WorkPlan,
    WorkPlanLine,
    Event,
    Intervention,
    Delegation,
    Body,
    Wording,
)
TEXT = (Statement, Block)


class OutcomesPresenter:
    """One per meeting that is open."""

    def __init__(self, desk: Desk, view: OutcomesView, ask: Ask, meeting_id: int, kept: Kept | None = None) -> None:
        self._desk, self._view, self._ask, self._meeting_id = desk, view, ask, meeting_id
        self._unrecorded = Unrecorded(kept or InMemory(), str(desk.path), meeting_id)
        self.actions: SideList = ActionsList(desk, ask, meeting_id, lambda: self._shown.outcome_id)
        self.plan = PlanLines(desk, ask, meeting_id)
        self.events: SideList = EventsList(desk, ask, meeting_id)
        self.interventions: SideList = InterventionsList(desk, ask, meeting_id, lambda: self._item_id)
        self._record = self._read()
        self._language = Language(self._record)
        rows = outcome_rows.item_rows(self._record)
        first = next((row for row in rows if row.wants or row.count), rows[0])
        self._item_id: int | None = first.item_id
        self._shown = self._unrecorded.entry(self._item_id) or self._empty()
        self.leave = desk.listen(self._on_change)
        view.show_ladder(self._language.rungs())
        self._refresh()
        view.show_entry(self._shown)
        self.typed(self._shown)

    # ---- choosing ----
    def choose_item(self, item_id: int | None) -> None:
        """Show the outcomes of another agenda item; the entry line begins anew."""
        if item_id != self._item_id:
            self._item_id = item_id
            self._begin_entry()

    def step_item(self, by: int) -> None:
        """Go on to the next agenda item, or back to the one before."""
        self.choose_item(outcome_rows.neighbour(self._record, self._item_id, by))

    def choose_outcome(self, outcome_id: int | None) -> None:
        """Put a recorded outcome into the entry line, or begin a new one."""
        if outcome_id != self._shown.outcome_id:
            self._begin_entry(outcome_id)

    def show_outcome(self, handle: str) -> None:
        """Go to the outcome, or the agenda item, with this handle, from another page."""
        for outcome in self._record.outcomes:
            if outcome.handle == handle:
                self._item_id = outcome.agenda_item_id
                self._begin_entry(outcome.id)
                return
        for item in self._record.agenda:
            if item.handle == handle:
                self.choose_item(item.id)

    def action_of(self, handle: str) -> int | None:
        """The action with this handle; None when there is none."""
        return next((action.id for action in self._record.actions if action.handle == handle), None)

    # ---- the entry line ----
    def typed(self, entry: Entry) -> None:
        """Show how the entry line will read, as it is typed."""
        reading = self._language.reading(self._as_outcome(entry), self._record)
        self._view.show_reading(replace(reading, due=due_read(entry.due, said_on(self._record.meeting))))

    def offers(self, before: str) -> list[Offered]:
        """Names and wording, this meeting's or an earlier one's, that go on from the words before the cursor."""
        return [Offered(offer.phrase.text, offer.begun) for offer in offers(before, self._known.phrases)]

    def keep(self, entry: Entry) -> bool:
        """Keep what is typed into a recorded outcome; one that is not recorded yet waits beside the desk for `record`.

        False where its date cannot be read, which is told at its field.
        """
        if entry.outcome_id is None:
            self._unrecorded.keep(self._item_id, entry)
            return True
        if entry != self._shown:
            return self._write(entry, "Edit outcome")
        return not _fault_of(entry.due, said_on(self._record.meeting))

    def record(self, entry: Entry) -> bool:
        """Record the entry line and begin the next one; False, with a sentence at the field, when it cannot be."""
        if entry.outcome_id is None and not entry.says_something:
            self._view.show_fault("text", "Write what was noted, welcomed or agreed.")
            return False
        is_new = entry.outcome_id is None
        differs = is_new or entry != self._shown
        if differs and not self._write(entry, "Record outcome" if is_new else "Edit outcome"):
            return False
        self._begin_entry(subject=entry.subject if is_new else "")
        return True

    def flush(self, entry: Entry) -> bool:
        """She leaves: nothing that says something is lost, even where Enter was not pressed or a date is wrong.

        False where a date is to be mended; the rest is kept all the same.
        """
        if entry.outcome_id is not None:
            return self.keep(entry)
        return self.record(entry) if entry.says_something else True

    # ---- the list of outcomes ----
    @told
    def delete(self, outcome_id: int) -> None:
        """Take an outcome out of the record, with its actions."""
        with self._desk.change("Delete outcome") as session:
            outcome = session.get(Outcome, outcome_id)
            if outcome is not None:
                remove(session, outcome)

    @told
    def move(self, outcome_id: int, by: int) -> None:
        """Move an outcome up or down within its agenda item."""
        with self._desk.change("Move outcome") as session:
            arranging.move(session, outcome_id, by)

    @told
    def move_to_item(self, outcome_id: int, item_id: int | None) -> None:
        """Give an outcome to another agenda item, after those it has."""
        with self._desk.change("Move outcome to another item") as session:
            arranging.move_to_item(session, outcome_id, item_id)

    def carry(self, outcome_id: int, by: int) -> None:
        """Take an outcome along to the next agenda item, or to the one before, and show it there."""
        outcome = next(one for one in self._record.outcomes if one.id == outcome_id)
        item_id = outcome_rows.neighbour(self._record, outcome.agenda_item_id, by)
        if item_id != outcome.agenda_item_id:
            self._item_id = item_id
            self.move_to_item(outcome_id, item_id)

    def block_of(self, outcome_id: int | None) -> str:
        """The handle of the paragraph that tells this outcome; "" where none does."""
        outcome = next((one for one in self._record.outcomes if one.id == outcome_id), None)
        return outcome_rows.blocks_of(self._record).get(outcome.handle, "") if outcome else ""

    # ---- inner ----
    def _write(self, entry: Entry, label: str) -> bool:
        """Write the entry line; a date that cannot be read is told at its field, and the rest is kept all the same."""
        today = said_on(self._record.meeting)
        fault = _fault_of(entry.due, today)
        before, self._shown = self._shown, entry  # what the notice brings back is what already stands there
        merge = (Outcome, entry.outcome_id) if entry.outcome_id is not None else None
        try:
            with self._desk.change(label, merge=merge) as session:
                outcome = self._row(session, entry)
                was = outcome.text
                fill(outcome, entry)
                if not fault:
                    fill_action(session, outcome, self._record.actions, entry, was, today, self._task)
        except DeskError as error:
            self._shown = before
            self._ask.fail(str(error))
            return False
        if entry.outcome_id is None:
            self._unrecorded.forget(self._item_id)
        if fault and entry.outcome_id is None:
            self._begin_entry(outcome.id, entry)
        self._view.show_fault("text", "")
        self._view.show_fault("due", fault)
        return not fault

    def _task(self, matter: str | None, owner: str | None) -> str | None:
        return self._language.task(matter, owner, self._record)

    def _row(self, session: Session, entry: Entry) -> Outcome:
        if entry.outcome_id is not None:
            return session.get_one(Outcome, entry.outcome_id)
        place = next_sequence(session, Outcome, meeting_id=self._meeting_id)
        row = Outcome(meeting_id=self._meeting_id, agenda_item_id=self._item_id, sequence=place)
        session.add(row)
        session.flush()  # its action needs its id
        return row

    def _begin_entry(self, outcome_id: int | None = None, typed_in: Entry | None = None, subject: str = "") -> None:
        outcome = next((one for one in self._record.outcomes if one.id == outcome_id), None)
        if outcome is not None:
            entry = entry_of(outcome, self._record.actions)
        else:
            entry = self._unrecorded.entry(self._item_id) or self._empty(subject)
        if typed_in is not None:  # with the date that could not be read
            entry = replace(entry, owner=typed_in.owner, due=typed_in.due)
        self._shown = entry
        self._refresh()
        self._view.show_fault("text", "")
        self._view.show_fault("due", "")
        self._view.show_entry(entry)
        self.typed(entry)

    def _empty(self, subject: str = "") -> Entry:
        return Entry(subject=subject or self._record.body.main_actor or "Members")

    def _as_outcome(self, entry: Entry) -> Outcome:
        outcome = Outcome(meeting_id=self._meeting_id, agenda_item_id=self._item_id)
        fill(outcome, entry)
        return outcome

    def _read(self) -> Record:
        with self._desk.reading() as session:
            record = read_record(session, self._meeting_id)
            self._known = words_known(session, record)
        return record

    def _on_change(self, step: Step) -> None:
        if step.touches(*SHOWN):
            self._record = self._read()
            if step.touches(Body, Wording):
                self._language = Language(self._record)
                self._view.show_ladder(self._language.rungs())
            self._follow_record()
            self._refresh()
        elif step.touches(*TEXT):
            with self._desk.reading() as session:
                self._record = read_record(session, self._meeting_id)
            self._refresh()

    def _follow_record(self) -> None:
        """Where undo or another window changed what stands in the entry line, show it anew."""
        if self._item_id is not None and all(item.id != self._item_id for item in self._record.agenda):
            self._item_id = outcome_rows.item_rows(self._record)[0].item_id
        if self._shown.outcome_id is None:
            return
        stored = next((one for one in self._record.outcomes if one.id == self._shown.outcome_id), None)
        fresh = entry_of(stored, self._record.actions) if stored else self._empty()
        if not same_entry(fresh, self._shown, said_on(self._record.meeting)):
            self._shown = fresh
            self._view.show_entry(fresh)
            self.typed(fresh)

    def _refresh(self) -> None:
        record, view = self._record, self._view
        view.show_items(outcome_rows.item_rows(record), self._item_id)
        rows = outcome_rows.outcome_rows(record, self._item_id, self._language)
        view.show_outcomes(outcome_rows.heading(record, self._item_id), rows, self._shown.outcome_id)
        choices = outcome_rows.plan_choices(record), outcome_rows.paper_choices(record)
        view.show_choices(self._known, *choices)
        plan = self.plan.head(record), self.plan.rows(record)
        view.show_lists(self.actions.rows(record), *plan, self.events.rows(record), self.interventions.rows(record))


def _fault_of(due: str, today: dt.date) -> str:
    try:
        typed.due(due, today)
    except DeskError as error:
        return str(error)
    return ""

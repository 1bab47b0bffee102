"""The road from an empty agenda to the final text: five steps, what each lacks, and the one thing to do next.

The day it is comes from whoever asks; nothing here looks at the clock.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace

from bali_desk.domain.agenda import Line, outline, overruns
from bali_desk.domain.attendance import Counts, count
from bali_desk.domain.coverage import without_outcome
from bali_desk.domain.models import Block, StatementVersion
from bali_desk.domain.record import Record
from bali_desk.presenters.agenda.rows import day_label
from bali_desk.presenters.frame import stage_of
from bali_desk.presenters.numbers import some
from bali_desk.presenters.overview.pictures import (
    Day,
    Registrations,
    Seat,
    countdown,
    days_to_scale,
    registrations,
    seats,
)
from bali_desk.presenters.overview.reminder import Task, reminder
from bali_desk.presenters.overview.steps import RoadStep, State


@dataclass(frozen=True)
class Road:
    """All of it, with its pictures. `follow_up` is there once the meeting gave somebody something to do."""

    steps: list[RoadStep]
    today: dt.date
    follow_up: RoadStep | None = None
    days: list[Day] = field(default_factory=list)
    seats: list[Seat] = field(default_factory=list)
    registrations: Registrations | None = None
    when: str = ""


def road(
    record: Record,
    versions: list[StatementVersion],
    today: dt.date,
    tasks: Sequence[Task] | None = None,
    errors: int = 0,
) -> Road:
    """The state of a meeting in five steps, of which at most one is to be done next.

    `tasks` are the actions of all meetings of the body, each once; without them those of this meeting are told.
    `errors` is how many the draft checks found in the statement, where that is known.
    """
    lines = outline(record.agenda, record.meeting, record.sessions)
    days, table, counts = days_to_scale(lines), seats(record), count(record)
    over_since = record.meeting.end or record.meeting.start
    steps = [
        _late(_agenda(record, lines, days, counts), today >= record.meeting.start),
        _late(_registrations(record, table, counts, today), today >= record.meeting.start),
        _late(_attendance(record, counts), today > over_since),
        _late(_outcomes(record, lines), today > over_since),
        _statement(record, versions, errors),
    ]
    following = next((place for place, step in enumerate(steps) if step.needed), None)
    if following is not None:
        steps[following] = replace(steps[following], main=True)
    steps = [step if step.main or step.state != "done" else replace(step, action="") for step in steps]
    coming = registrations(record, today)
    follow_up = reminder(record.actions if tasks is None else tasks, record.body.id, today)
    return Road(steps, today, follow_up, days, table, coming, countdown(record.meeting, today))


def _late(step: RoadStep, due: bool) -> RoadStep:
    """A step of which nothing is done though its time has come."""
    if not due or step.state != "todo" or not step.needed:
        return step
    return replace(step, state="late", ink="warning")


def _agenda(record: Record, lines: Sequence[Line], days: Sequence[Day], counts: Counts) -> RoadStep:
    items = [line for line in lines if not line.is_parent and line.item.kind in (None, "item")]
    if not items:
        return RoadStep("agenda", "Agenda", "todo", "No items yet", action="Write the agenda", needed=True)
    begun = bool(counts.present or record.outcomes)
    untimed = [line for line in items if not line.minutes]
    alone = [line for line in items if not line.item.presenters]
    missing = some(len(alone), "item") + " without a presenter" if alone else ""
    step = RoadStep("agenda", "Agenda", "part", some(len(items), "item") + ", every one with its time", missing=missing)
    over = [day for day in days if day.over]
    if over:
        where = f" on {', '.join(day_label(day.day) for day in over)}" if len(days) > 1 else ""
        words = f"Overruns by {sum(day.over for day in over)} min{where}"
        item = _handle_of(_overrunning(lines, over[0]))
        return replace(step, words=words, ink="error", action="Shorten", needed=not begun, item=item)
    if untimed:
        words, item = f"{some(len(untimed), 'item')} without minutes", untimed[0].item.handle
        return replace(step, words=words, ink="warning", action="Set the minutes", needed=not begun, item=item)
    if alone and not begun:
        return replace(
            step, action="Name a presenter" if len(alone) == 1 else "Name presenters", item=_handle_of(alone)
        )
    return replace(step, state="done")


def _overrunning(lines: Sequence[Line], day: Day) -> list[Line]:
    """The lines that take too long on a day."""
    return [lines[place] for place in sorted(overruns(lines)) if lines[place].day == day.day]


def _handle_of(lines: Sequence[Line]) -> str:
    return lines[0].item.handle if lines else ""


def _registrations(record: Record, table: Sequence[Seat], counts: Counts, today: dt.date) -> RoadStep:
    name, page = "Registrations", "participants"
    if not counts.registered:
        return RoadStep(page, name, "todo", "Nobody registered yet", action="Import registrations", needed=True)
    taken = sum(seat.taken for seat in table)
    words = f"{taken} of {some(len(table), 'delegation')} · {some(counts.registered, 'person')}"
    absent = [seat.name for seat in table if not seat.taken]
    if not absent or counts.present:
        return RoadStep(page, name, "done", words)
    missing = f"Nobody yet from {', '.join(absent[:3])}" + (f" and {len(absent) - 3} more" if len(absent) > 3 else "")
    coming = today < record.meeting.start
    state: State = "part" if coming or not taken else "done"
    return RoadStep(page, name, state, words, "soft", missing, "Import", needed=coming)


def _attendance(record: Record, counts: Counts) -> RoadStep:
    name, page = "Attendance", "participants"
    if not counts.registered:
        return RoadStep(page, name, "todo", "Follows the registrations")
    if not counts.present:
        return RoadStep(page, name, "todo", "Sheet not ticked in yet", action="Tick in", needed=True)
    states = ("present", "excused", "absent", "replaced")
    words = " · ".join(f"{getattr(counts, state)} {state}" for state in states if getattr(counts, state))
    if not counts.expected:
        return RoadStep(page, name, "done", words)
    missing = f"{some(counts.expected, 'person')} not ticked in"
    waiting = next(one.handle for one in record.participants if one.attendance in (None, "", "expected"))
    return RoadStep(page, name, "part", words, "soft", missing, "Tick in", needed=True, item=waiting)


def _outcomes(record: Record, lines: Sequence[Line]) -> RoadStep:
    name = "Outcomes"
    if not record.outcomes:
        first = next((line for line in lines if line.item.kind in (None, "item")), None)
        action = "Record the outcomes" if first else ""
        return RoadStep(name.lower(), name, "todo", "Nothing recorded yet", action=action, needed=first is not None)
    covered = {outcome.agenda_item_id for outcome in record.outcomes}
    bare = without_outcome(lines, covered)
    words = f"{some(len(record.outcomes), 'sentence')} for {some(len(covered - {None}), 'item')}"
    if not bare:
        return RoadStep(name.lower(), name, "done", words)
    numbers = ", ".join(line.number for line in bare[:4]) + (" …" if len(bare) > 4 else "")
    missing = f"{'Item' if len(bare) == 1 else 'Items'} {numbers} {'has' if len(bare) == 1 else 'have'} none yet"
    action = f"Record item {bare[0].number}"
    needed = not record.blocks  # once there is a text, an item may well stay without an outcome
    return RoadStep(name.lower(), name, "part", words, "soft", missing, action, needed, item=bare[0].item.handle)


def _statement(record: Record, versions: list[StatementVersion], errors: int) -> RoadStep:
    name, page = "Statement", "statement"
    stage, version = stage_of(record, versions)
    if stage == "plan":
        words = "Drafts itself from the outcomes" if record.outcomes else "Follows the outcomes"
        action = "Compose the statement" if record.outcomes else ""
        return RoadStep(page, name, "todo", words, action=action, needed=bool(record.outcomes))
    length = some(sum(len(block.text.split()) for block in record.blocks), "word")
    words = f"{stage.capitalize()}{f' v{version}' if version else ''}, {length}"
    undecided = _such(record.blocks, lambda block: block.proposed is not None)
    brackets = _such(record.blocks, lambda block: "[" in block.text)
    if stage == "final" and not undecided:
        return RoadStep(page, name, "done", words)
    lacks = (
        f"{some(len(undecided), 'paragraph')} changed both in the record and by hand" if undecided else "",
        f"{some(len(brackets), 'paragraph')} with brackets" if brackets else "",
        f"{some(errors, 'error')} found by the checks" if errors else "",
    )
    missing = " · ".join(part for part in lacks if part)
    action = (
        "Decide what changed" if undecided else "Finish the text" if stage == "circulated" else "Go on with the text"
    )
    item = (undecided or brackets or ["checks" if errors else ""])[0]
    return RoadStep(page, name, "part", words, "soft", missing, action, True, item=item)


def _such(blocks: Sequence[Block], is_such: Callable[[Block], bool]) -> list[str]:
    return [block.handle for block in blocks if is_such(block)]

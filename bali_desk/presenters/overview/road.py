"""The road from an empty agenda to the final text: five steps, what each lacks, and the one thing to do next."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Literal

from bali_desk.domain.agenda import Line, outline, overruns
from bali_desk.domain.attendance import Counts, count
from bali_desk.domain.coverage import without_outcome
from bali_desk.domain.models import StatementVersion
from bali_desk.domain.record import Record
from bali_desk.presenters.frame import stage_of

State = Literal["todo", "part", "done"]
Ink = Literal["soft", "error", "warning"]


@dataclass(frozen=True)
class RoadStep:
    """One step. `action` are the words of its button, empty where there is nothing to do."""

    page: str  # where the button goes
    name: str
    state: State
    words: str
    ink: Ink = "soft"
    missing: str = ""
    action: str = ""
    needed: bool = False  # the road does not go on without it
    main: bool = False  # the one to do next
    item: str = ""  # handle of what the page should open at


@dataclass(frozen=True)
class Day:
    """The first day to scale."""

    parts: list[tuple[int, str]]  # minutes, and item, break, gap or over
    begins: str
    ends: str


@dataclass(frozen=True)
class Road:
    """All of it, with the two pictures."""

    steps: list[RoadStep]
    day: Day | None
    seats: tuple[int, int]  # delegations registered, of how many


def road(record: Record, versions: list[StatementVersion], today: dt.date) -> Road:
    """The state of a meeting in five steps, of which at most one is to be done next."""
    lines = outline(record.agenda, record.meeting, record.sessions)
    counts = count(record)
    steps = [
        _agenda(record, lines, counts),
        _registrations(record, counts, today),
        _attendance(record, counts),
        _outcomes(record, lines),
        _statement(record, versions),
    ]
    following = next((place for place, step in enumerate(steps) if step.needed), None)
    if following is not None:
        steps[following] = replace(steps[following], main=True)
    steps = [step if step.main or step.state != "done" else replace(step, action="") for step in steps]
    return Road(steps, day_to_scale(lines), seats(record, counts))


def seats(record: Record, counts: Counts) -> tuple[int, int]:
    """Delegations with somebody in them, of all members and whoever else is listed."""
    members = {member.name for member in record.members if member.status != "observer"}
    others = {one.name for one in record.delegations if one.kind != "secretariat"} - members
    return counts.delegations, len(members) + len(others)


def day_to_scale(lines: Sequence[Line]) -> Day | None:
    """The first day's items and breaks in minutes; None while nothing has a time."""
    timed = [line for line in lines if not line.is_parent and line.starts and line.minutes]
    if not timed:
        return None
    today = [line for line in timed if line.day == timed[0].day]
    parts: list[tuple[int, str]] = []
    for line in today:
        if line.gap > 0:
            parts.append((line.gap, "gap"))
        elif line.gap < 0 and parts:
            over = min(-line.gap, parts[-1][0])
            parts[-1] = (parts[-1][0] - over, parts[-1][1])
            parts.append((over, "over"))
        parts.append((line.minutes or 0, "item" if line.item.kind in (None, "item") else "break"))
    first, last = today[0].starts, today[-1].ends
    return Day([part for part in parts if part[0]], f"{first:%H:%M}", f"{last:%H:%M}" if last else "")


def _agenda(record: Record, lines: Sequence[Line], counts: Counts) -> RoadStep:
    items = [line for line in lines if not line.is_parent and line.item.kind in (None, "item")]
    if not items:
        return RoadStep("agenda", "Agenda", "todo", "No items yet", action="Write the agenda", needed=True)
    over = sum(overruns(lines).values())
    untimed = [line for line in items if not line.minutes]
    alone = [line for line in items if not line.item.presenters]
    begun = bool(counts.present or record.outcomes)
    missing = _some(len(alone), "item") + " without a presenter" if alone else ""
    if over:
        words = f"Overruns by {over} min"
        return RoadStep("agenda", "Agenda", "part", words, "error", missing, "Shorten", needed=not begun)
    if untimed:
        words = f"{_some(len(untimed), 'item')} without minutes"
        return RoadStep("agenda", "Agenda", "part", words, "warning", missing, "Set the minutes", needed=not begun)
    return RoadStep(
        "agenda", "Agenda", "done", _some(len(items), "item") + ", every one with its time", "soft", missing
    )


def _registrations(record: Record, counts: Counts, today: dt.date) -> RoadStep:
    name, page = "Registrations", "participants"
    if not counts.registered:
        return RoadStep(page, name, "todo", "Nobody registered yet", action="Import registrations", needed=True)
    taken, total = seats(record, counts)
    words = f"{taken} of {_some(total, 'delegation')} · {_some(counts.registered, 'person')}"
    came = {one.name for one in record.delegations if any(p.delegation_id == one.id for p in record.participants)}
    absent = [one.name for one in record.members if one.status != "observer" and one.name not in came]
    if not absent or counts.present:
        return RoadStep(page, name, "done", words)
    missing = f"Nobody yet from {', '.join(absent[:3])}" + (f" and {len(absent) - 3} more" if len(absent) > 3 else "")
    coming = today < record.meeting.start
    return RoadStep(page, name, "part" if coming else "done", words, "soft", missing, "Import", needed=coming)


def _attendance(record: Record, counts: Counts) -> RoadStep:
    name, page = "Attendance", "participants"
    if not counts.registered:
        return RoadStep(page, name, "todo", "Follows the registrations")
    if not counts.present:
        return RoadStep(page, name, "todo", "Sheet not ticked in yet", action="Tick in", needed=True)
    words = " · ".join(
        f"{number} {state}"
        for number, state in (
            (counts.present, "present"),
            (counts.excused, "excused"),
            (counts.absent, "absent"),
            (counts.replaced, "replaced"),
        )
        if number
    )
    if not counts.expected:
        return RoadStep(page, name, "done", words)
    missing = f"{_some(counts.expected, 'person')} not ticked in"
    return RoadStep(page, name, "part", words, "soft", missing, "Tick in", needed=True)


def _outcomes(record: Record, lines: Sequence[Line]) -> RoadStep:
    name = "Outcomes"
    if not record.outcomes:
        first = next((line for line in lines if line.item.kind in (None, "item")), None)
        action = "Record the outcomes" if first else ""
        return RoadStep(name.lower(), name, "todo", "Nothing recorded yet", action=action, needed=first is not None)
    covered = {outcome.agenda_item_id for outcome in record.outcomes}
    bare = without_outcome(lines, covered)
    sentences = _some(len(record.outcomes), "sentence")
    words = f"{sentences} for {_some(len(covered - {None}), 'item')}"
    if not bare:
        return RoadStep(name.lower(), name, "done", words)
    numbers = ", ".join(line.number for line in bare[:4]) + (" …" if len(bare) > 4 else "")
    missing = f"{'Item' if len(bare) == 1 else 'Items'} {numbers} {'has' if len(bare) == 1 else 'have'} none yet"
    action = f"Record item {bare[0].number}"
    needed = not record.blocks  # once there is a text, an item may well stay without an outcome
    return RoadStep(name.lower(), name, "part", words, "soft", missing, action, needed, item=bare[0].item.handle)


def _statement(record: Record, versions: list[StatementVersion]) -> RoadStep:
    name, page = "Statement", "statement"
    stage, version = stage_of(record, versions)
    if stage == "plan":
        words = "Drafts itself from the outcomes" if record.outcomes else "Follows the outcomes"
        action = "Compose the statement" if record.outcomes else ""
        return RoadStep(page, name, "todo", words, action=action, needed=bool(record.outcomes))
    length = _some(sum(len(block.text.split()) for block in record.blocks), "word")
    words = f"{stage.capitalize()}{f' v{version}' if version else ''}, {length}"
    undecided = sum(block.proposed is not None for block in record.blocks)
    brackets = sum("[" in block.text for block in record.blocks)
    if stage == "final" and not undecided:
        return RoadStep(page, name, "done", words)
    missing = " · ".join(
        [
            *([f"{_some(undecided, 'paragraph')} changed both in the record and by hand"] if undecided else []),
            *([f"{_some(brackets, 'paragraph')} with brackets"] if brackets else []),
        ]
    )
    action = (
        "Decide what changed" if undecided else "Finish the text" if stage == "circulated" else "Go on with the text"
    )
    return RoadStep(page, name, "part", words, "soft", missing, action, needed=True)


def _some(number: int, thing: str) -> str:
    return f"{number} {thing}{'' if number == 1 else 's'}"

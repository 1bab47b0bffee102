"""The entry line of the Outcomes page: what stands in it, and how it becomes an outcome with its action."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass, replace

from sqlmodel import Session

from bali_desk.domain.errors import DeskError
from bali_desk.domain.models import Action, Meeting, Outcome
from bali_desk.presenters import typed
from bali_desk.store.records import next_sequence
from bali_desk.store.removal import remove


@dataclass(frozen=True)
class Entry:
    """Everything the entry line holds, as it is shown. `outcome_id` None is an outcome that is not recorded yet."""

    outcome_id: int | None = None
    subject: str = ""
    verb: str = ""
    text: str = ""
    points: tuple[str, ...] = ()
    owner: str = ""
    due: str = ""
    several_actions: bool = False  # owner and due then stand with each action
    fulfils: tuple[str, ...] = ()
    to_body: str = ""
    to_when: str = ""
    papers: tuple[str, ...] = ()
    number: str = ""
    public: bool = True

    @property
    def says_something(self) -> bool:
        """Whether there is more in it than the subject the program put there."""
        return bool(self.verb.strip() or self.text.strip() or any(point.strip() for point in self.points))


def entry_of(outcome: Outcome, actions: list[Action]) -> Entry:
    """The recorded outcome as the entry line shows it."""
    ours = [action for action in actions if action.outcome_id == outcome.id]
    only = ours[0] if len(ours) == 1 else None
    to = outcome.recommended_to or {}
    return Entry(
        outcome.id,
        outcome.subject or "",
        outcome.verb or "",
        outcome.text or "",
        tuple(outcome.points),
        (only.owner or "") if only else "",
        typed.shown_day(only.due) if only else "",
        len(ours) > 1,
        tuple(outcome.fulfils),
        to.get("body") or "",
        to.get("when") or "",
        tuple(outcome.papers),
        outcome.number or "",
        outcome.public,
    )


def fill(outcome: Outcome, entry: Entry) -> None:
    """Write what the entry line says of the outcome itself."""
    outcome.subject, outcome.verb = typed.words(entry.subject), typed.words(entry.verb)
    outcome.text, outcome.number = typed.words(entry.text), typed.words(entry.number)
    outcome.points = [point for point in (" ".join(point.split()) for point in entry.points) if point]
    outcome.fulfils, outcome.papers = list(entry.fulfils), list(entry.papers)
    outcome.public = entry.public
    body, when = typed.words(entry.to_body), typed.words(entry.to_when)
    outcome.recommended_to = {"body": body, "when": when} if body or when else None


def same_entry(stored: Entry, shown: Entry, today: dt.date) -> bool:
    """Whether the entry line already shows what is recorded, but for spaces and for a date that cannot be read."""
    try:
        due, owner = typed.shown_day(typed.due(shown.due, today)), typed.words(shown.owner) or ""
    except DeskError:
        due, owner = stored.due, stored.owner  # not kept yet: what she typed stands
    if stored.several_actions:
        due, owner = "", ""
    outcome = Outcome(meeting_id=0, id=shown.outcome_id)
    fill(outcome, shown)
    settled = replace(entry_of(outcome, []), owner=owner, due=due, several_actions=shown.several_actions)
    return settled == stored


def said_on(meeting: Meeting) -> dt.date:
    """The day from which a date said in the meeting counts: today while it meets, else its nearest day."""
    return min(max(dt.date.today(), meeting.start), max(meeting.end or meeting.start, meeting.start))


def due_read(due: str, today: dt.date) -> str:
    """What a date that was said means, for her to see at once; "" where it says so itself or tells no day."""
    try:
        day = typed.due(due, today)
    except DeskError:
        return ""
    return f"{day:%A}, {typed.shown_day(day)}" if day and typed.shown_day(day) != due.strip() else ""


def fill_action(
    session: Session,
    outcome: Outcome,
    actions: list[Action],
    entry: Entry,
    old_text: str | None,
    today: dt.date,
    task: Callable[[str | None, str | None], str | None],
) -> None:
    """Make, change or take away the one action the entry line shows; where there are several, leave them alone.

    The action's text is the task alone, as `task` tells it from the outcome's text and the owner, and follows them as
    long as nobody wrote another.
    """
    ours = [action for action in actions if action.outcome_id == outcome.id]
    owner, due = typed.words(entry.owner), typed.due(entry.due, today)
    if len(ours) > 1:
        return
    if ours:
        action = session.get_one(Action, ours[0].id)
        follows = action.text in (old_text, task(old_text, action.owner))
        if not owner and not due and follows:
            remove(session, action)
            return
        action.owner, action.due = owner, due
        action.text = task(outcome.text, owner) if follows else action.text
    elif owner or due:
        place = next_sequence(session, Action, meeting_id=outcome.meeting_id)
        new = Action(meeting_id=outcome.meeting_id, outcome_id=outcome.id, sequence=place)
        new.text, new.owner, new.due, new.status = task(outcome.text, owner), owner, due, "open"
        session.add(new)

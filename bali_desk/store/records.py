"""Reading a meeting whole, and a single row by its key."""

from __future__ import annotations

from typing import TypeVar

from sqlalchemy import func
from sqlmodel import Session, SQLModel, col, select

from bali_desk.domain.errors import DeskError
from bali_desk.domain.models import (
    Action,
    AgendaItem,
    Block,
    Body,
    Bracket,
    CoChair,
    Delegation,
    EarlierMeeting,
    Event,
    Intervention,
    Mandate,
    Meeting,
    MeetingSession,
    Member,
    Outcome,
    Paper,
    Participant,
    Presence,
    Statement,
    StatementVersion,
    Wording,
    WorkPlan,
    WorkPlanLine,
)
from bali_desk.domain.record import DEFAULT_STYLE, Record
from bali_desk.store.trouble import damage_in_words

Row = TypeVar("Row", bound=SQLModel)
LARGEST_KEY = 2**63 - 1  # of SQLite


def read_record(session: Session, meeting_id: int) -> Record:
    """The meeting with this id and all that hangs on it; DeskError when there is none."""
    with damage_in_words():
        meeting = session.get(Meeting, meeting_id) if 0 < meeting_id <= LARGEST_KEY else None
        if meeting is None:
            raise DeskError(f"There is no meeting {meeting_id} in this desk.")
        return _whole(session, meeting)


def _whole(session: Session, meeting: Meeting) -> Record:
    meeting_id = meeting.id

    def listed(model: type[Row], owner: str = "meeting_id", key: int | None = meeting_id) -> list[Row]:
        columns = model.__table__.c  # type: ignore[attr-defined]
        return list(session.exec(select(model).where(columns[owner] == key).order_by(columns.sequence, columns.id)))

    plan = session.exec(select(WorkPlan).where(WorkPlan.meeting_id == meeting_id)).one_or_none()
    statement = session.exec(select(Statement).where(Statement.meeting_id == meeting_id)).one_or_none()
    taken = select(Presence).join(MeetingSession).where(MeetingSession.meeting_id == meeting_id)
    open_words = select(Bracket).join(Block).where(Block.statement_id == (statement.id if statement else None))
    body = session.get_one(Body, meeting.body_id)
    wording = own_wording(session, body)
    return Record(
        body=body,
        meeting=meeting,
        members=listed(Member, "body_id", meeting.body_id),
        mandates=listed(Mandate, "body_id", meeting.body_id),
        co_chairs=listed(CoChair),
        sessions=listed(MeetingSession),
        earlier_meetings=listed(EarlierMeeting),
        delegations=listed(Delegation),
        participants=listed(Participant),
        presences=list(session.exec(taken.order_by(col(Presence.id)))),
        agenda=listed(AgendaItem),
        papers=listed(Paper),
        interventions=listed(Intervention),
        outcomes=listed(Outcome),
        actions=listed(Action),
        work_plan=plan,
        work_plan_lines=listed(WorkPlanLine, "plan_id", plan.id) if plan else [],
        events=listed(Event),
        statement=statement,
        blocks=listed(Block, "statement_id", statement.id) if statement else [],
        brackets=list(session.exec(open_words.order_by(col(Bracket.id)))) if statement else [],
        wording=wording.text if wording else "",
    )


def own_wording(session: Session, body: Body) -> Wording | None:
    """What a body has written of its own over its statement style."""
    ours = select(Wording).where(Wording.body_id == body.id, Wording.style == (body.style or DEFAULT_STYLE))
    return session.exec(ours.order_by(col(Wording.id))).first()


def earlier_wording(session: Session, meeting: Meeting) -> list[str]:
    """What the outcomes of the body's other meetings say, newest meeting first."""
    theirs = select(Outcome.text).join(Meeting).where(Meeting.body_id == meeting.body_id, Meeting.id != meeting.id)
    return [text for text in session.exec(theirs.order_by(col(Meeting.start).desc(), col(Outcome.id))) if text]


def earlier_subjects(session: Session, meeting: Meeting) -> list[str]:
    """Who spoke in the outcomes of the body's other meetings, those who spoke most first."""
    theirs = select(Outcome.subject).join(Meeting).where(Meeting.body_id == meeting.body_id, Meeting.id != meeting.id)
    counted = theirs.group_by(col(Outcome.subject)).order_by(func.count().desc(), col(Outcome.subject))
    return [subject for subject in session.exec(counted) if subject]


def read_blocks(session: Session, meeting_id: int, most: int | None = None) -> list[Block]:
    """The blocks of a meeting's statement, as they stand; `most` of them from the first on, where it is told."""
    ours = select(Block).join(Statement).where(Statement.meeting_id == meeting_id)
    return list(session.exec(ours.order_by(col(Block.sequence), col(Block.id)).limit(most)))


def read_versions(session: Session, meeting_id: int) -> list[StatementVersion]:
    """The versions of a meeting's statement that left the house, oldest first."""
    ours = select(StatementVersion).where(StatementVersion.meeting_id == meeting_id)
    return list(session.exec(ours.order_by(col(StatementVersion.number))))


def next_sequence(session: Session, model: type[SQLModel], **owner: int | None) -> int:
    """The place after the last row of `model` with these values, such as `meeting_id=3`."""
    columns = model.__table__.c  # type: ignore[attr-defined]
    ours = [columns[name] == value for name, value in owner.items()]
    last = session.execute(func.max(columns.sequence).select().where(*ours)).scalar()
    return 0 if last is None else int(last) + 1


def only_meeting(session: Session) -> int:
    """The id of the only meeting of the desk; DeskError lists them when there are several, or says there is none."""
    with damage_in_words():
        found = session.exec(select(Meeting, Body).join(Body).order_by(col(Body.name), col(Meeting.start))).all()
    if len(found) == 1:
        return found[0][0].id or 0
    if not found:
        raise DeskError("This desk holds no meeting yet.")
    known = "; ".join(f"{meeting.id} {body.short or body.name}, {meeting.start}" for meeting, body in found)
    raise DeskError(f"This desk holds several meetings, choose one with --meeting: {known}.")

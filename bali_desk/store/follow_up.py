"""Everything a body has to follow up over its meetings, in a handful of queries."""

from __future__ import annotations

from sqlmodel import Session, col, select

from bali_desk.domain.models import Body, Mandate, Meeting, Outcome, WorkPlan, WorkPlanLine
from bali_desk.domain.work_plan import FollowUp, PlanAt


def read_follow_up(session: Session, meeting_id: int) -> FollowUp | None:
    """The plans, outcomes and mandates of the body of this meeting; None where the meeting is not there."""
    meeting = session.get(Meeting, meeting_id)
    if meeting is None:
        return None
    body = session.get_one(Body, meeting.body_id)
    met = select(Meeting).where(Meeting.body_id == body.id).order_by(col(Meeting.start), col(Meeting.id))
    at = {one.id: PlanAt(one) for one in session.exec(met)}
    ours = col(Meeting.body_id) == body.id
    for plan in session.exec(select(WorkPlan).join(Meeting).where(ours)):
        at[plan.meeting_id].plan = plan
    lines = select(WorkPlanLine, WorkPlan.meeting_id).join(WorkPlan).join(Meeting).where(ours)
    for line, meeting_of in session.exec(lines.order_by(col(WorkPlanLine.sequence), col(WorkPlanLine.id))):
        at[meeting_of].lines.append(line)
    outcomes = select(Outcome).join(Meeting).where(ours).order_by(col(Outcome.sequence), col(Outcome.id))
    for outcome in session.exec(outcomes):
        at[outcome.meeting_id].outcomes.append(outcome)
    mandates = select(Mandate).where(Mandate.body_id == body.id).order_by(col(Mandate.sequence), col(Mandate.id))
    return FollowUp(body, list(at.values()), list(session.exec(mandates)))

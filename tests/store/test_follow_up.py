"""Reading what a body has to follow up: whole, in order, and in as many queries however many meetings there are."""

import datetime as dt

from sqlalchemy import event

from bali_desk.domain.models import Body, Mandate, Meeting, Outcome, WorkPlan, WorkPlanLine
from bali_desk.store.desk import Desk
from bali_desk.store.follow_up import read_follow_up


def fill(desk, meetings):
    with desk.change("Fill") as session:
        session.add_all([Body(id=1, name="TIPWG"), Body(id=2, name="Another")])
        session.flush()
        for number in range(1, meetings + 1):
            body = 2 if number == 1 else 1
            session.add(Meeting(id=number, body_id=body, start=dt.date(2030 - number, 1, 1)))
            session.flush()
            session.add(WorkPlan(id=number, meeting_id=number, title=f"Plan {number}"))
            session.flush()
            session.add(WorkPlanLine(plan_id=number, sequence=2, handle="b", text="second"))
            session.add(WorkPlanLine(plan_id=number, sequence=1, handle="a", text="first"))
            session.add(Outcome(meeting_id=number, handle="o", text=f"said at {number}", fulfils=["a"]))
            session.add(Mandate(body_id=body, text=f"mandate {number}", sequence=-number))


def test_the_meetings_of_the_body_alone_the_oldest_first_with_plans_lines_and_outcomes(desk):
    fill(desk, 4)
    with desk.reading() as session:
        found = read_follow_up(session, 2)
        assert read_follow_up(session, 99) is None
    assert found.body.name == "TIPWG"
    assert [one.meeting.id for one in found.meetings] == [4, 3, 2]
    assert [one.plan.title for one in found.meetings] == ["Plan 4", "Plan 3", "Plan 2"]
    assert [[line.text for line in one.lines] for one in found.meetings] == [["first", "second"]] * 3
    assert [one.outcomes[0].text for one in found.meetings] == ["said at 4", "said at 3", "said at 2"]
    assert [one.text for one in found.mandates] == ["mandate 4", "mandate 3", "mandate 2"]


def test_many_meetings_cost_no_more_queries_than_few(tmp_path):
    counts = []
    for meetings in (2, 12):
        desk = Desk(tmp_path / f"{meetings}.desk")
        fill(desk, meetings)
        asked = []
        with desk.reading() as session:
            event.listen(
                session.get_bind(), "before_cursor_execute", lambda *given, asked=asked: asked.append(given[2])
            )
            read_follow_up(session, 2)
        counts.append(sum(query.startswith("SELECT") for query in asked))
        desk.close()
    assert counts[0] == counts[1] <= 7

"""The work plan over three meetings, its roll-over, mandates from above and recommendations upward."""

import datetime as dt

from sqlmodel import select

from bali_desk.domain.models import Body, Mandate, Meeting, Outcome, WorkPlan, WorkPlanLine

FULFILLED = (
    ("w1", "endorsed", "the policy guide on criminalisation and asked members to train officials in its use"),
    ("w4", "agreed", "to meet once a year, and to name a contact point each for the time between"),
)
MANDATES = (
    ("Ministers", "2016-03", "Give practical help to those who follow the money behind trafficking", "open", ["o11"]),
    ("Senior Officials", "2016-11-16", "Report on links with the private sector before the Forum", "open", []),
    ("Senior Officials", "2015", "Draw up a Forward Work Plan of two years", "done", ["e0", "o22"]),
)


def work_plan(stage) -> None:
    """The lines by meetings; what goes over to the next plan; mandates; recommendations."""
    _fill(stage.desk)
    page = stage.page("work_plan")
    page.plan.table.choose("w2", 1)
    page.plan.table.setFocus()
    stage.take(stage.window, "work_plan")
    page.plan.roll_over_button.click()
    stage.take(stage.window, "work_plan_roll_over")
    page.plan.roll_over.cancel_button.click()
    page.mandates_chip.click()
    page.mandates.find_edit.setText("private sector")
    stage.take(stage.window, "work_plan_mandates")
    page.recommendations_chip.click()
    stage.take(stage.window, "work_plan_recommendations")


def _fill(desk) -> None:
    """A meeting before the sample's and one after it, mandates, and a recommendation that was answered."""
    with desk.change("For the picture") as session:
        body = session.exec(select(Body)).one()
        before = Meeting(body_id=body.id, ordinal=2, kind="annual meeting", start=dt.date(2016, 5, 12), city="Bangkok")
        after = Meeting(body_id=body.id, ordinal=4, kind="annual meeting", start=dt.date(2018, 6, 1), city="Colombo")
        session.add_all([before, after])
        session.flush()
        plan = WorkPlan(meeting_id=before.id, title="TIPWG Forward Work Plan 2015–17", from_="2015", to="2017")
        session.add(plan)
        session.flush()
        now = session.exec(select(WorkPlanLine).order_by(WorkPlanLine.sequence)).all()
        words = [(one.handle, one.text, "ongoing") for one in now[:4]]
        words.append(("x1", "Hold a workshop on the protection of witnesses", "dropped"))
        for place, (handle, text, status) in enumerate(words):
            session.add(WorkPlanLine(plan_id=plan.id, sequence=place, handle=handle, text=text, status=status))
        for place, (handle, verb, text) in enumerate(FULFILLED):
            said = Outcome(meeting_id=before.id, sequence=place, handle=f"e{place}", subject="Members", verb=verb)
            said.text, said.fulfils, said.number = text, [handle], f"2/{place + 1}"
            session.add(said)
        asked = Outcome(meeting_id=before.id, sequence=9, handle="e9", subject="Members", verb="agreed")
        asked.text, asked.became = "to recommend the policy guide on criminalisation", "endorsed"
        asked.recommended_to = {"body": "11th Ad Hoc Group Senior Officials' Meeting", "when": "2016-11-16"}
        session.add(asked)
        for place, (giver, given, text, status, answered) in enumerate(MANDATES):
            row = Mandate(body_id=body.id, sequence=place, giver=giver, given=given, text=text, status=status)
            row.answered_by = answered
            session.add(row)

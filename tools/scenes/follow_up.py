"""What follows from the meetings: the register of decisions, the actions, and what of them is overdue."""

import datetime as dt

from sqlmodel import select

from bali_desk.domain.models import Action, Body, Meeting, Outcome

TODAY = dt.date.today()
DECIDED = (
    ("TIPWG/3/1", "adopted", "the Forward Work Plan for the coming two years, as amended at the meeting", "in force"),
    (
        "TIPWG/3/2",
        "agreed",
        "that each member would name one contact for requests on labour exploitation",
        "implemented",
    ),
    ("TIPWG/3/2", "requested", "the Regional Support Office to prepare a costed training calendar", None),
    (None, "decided", "to hold the table-top exercise every second year rather than every year", "superseded"),
)


def decisions(stage) -> None:
    """The register over three meetings of two bodies; then the actions, all of them and what is overdue."""
    _with_more_meetings(stage.desk)
    page = stage.page("decisions")
    page.decisions_view.setFocus()
    page.decisions_view.selectRow(1)
    stage.take(stage.window, "decisions")
    page.decisions_view.selectRow(10)
    stage.take(stage.window, "decisions_long")
    page.actions_chip.click()
    page.actions_view.setFocus()
    page.actions_view.selectRow(2)
    stage.take(stage.window, "actions")
    page.open_at("overdue:1")
    stage.take(stage.window, "actions_overdue")
    page.actions_view.type_into(page.actions_view.model().identity(0), 2)
    editor = page.actions_view.viewport().findChildren(type(page.find_edit))[0]
    editor.setText("31 June")
    page.actions_view.commit()
    stage.take(stage.window, "actions_fault")
    page.actions_view.setFocus()
    page.find_edit.setText("newsletter exercise")
    stage.take(stage.window, "actions_nothing")
    stage.page("overview")
    stage.take(stage.window, "overview_overdue")


def _with_more_meetings(desk) -> None:
    """A higher body, a meeting with decisions of every status, and actions near today."""
    with desk.change("For the picture") as session:
        group = session.exec(select(Body)).one()
        above = Body(name="Ad Hoc Group Senior Officials", short="AHG SOM")
        session.add(above)
        session.flush()
        meetings = [
            Meeting(body_id=group.id, ordinal=4, kind="annual meeting", start=TODAY - dt.timedelta(60), city="Colombo"),
            Meeting(body_id=above.id, ordinal=12, start=TODAY - dt.timedelta(200), city="Nusa Dua"),
        ]
        session.add_all(meetings)
        session.flush()
        for meeting in meetings:
            for place, (number, verb, text, status) in enumerate(DECIDED[: 4 if meeting is meetings[0] else 2]):
                number = number.replace("TIPWG/3", "SOM/12") if number and meeting is meetings[1] else number
                session.add(
                    Outcome(
                        meeting_id=meeting.id, sequence=place, subject="Members", verb=verb, text=text, number=number,
                        status=status, public=place != 1 or meeting is meetings[1],
                    )
                )  # fmt: skip
        for place, (text, owner, due) in enumerate(
            (
                ("Name a contact for requests on labour exploitation", "Members", 3),
                ("Prepare a costed training calendar", "Regional Support Office", -12),
                ("Circulate the exercise scenario", None, 40),
            )
        ):
            day = TODAY + dt.timedelta(due)
            session.add(
                Action(meeting_id=meetings[0].id, sequence=place, text=text, owner=owner, due=day, status="open")
            )

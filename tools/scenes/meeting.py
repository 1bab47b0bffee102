"""The frame and what concerns the whole meeting: empty desk, overview, agenda, documents, dialogs."""

import datetime as dt

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog, QPushButton
from sqlmodel import select

from bali_desk.domain.models import (
    AgendaItem,
    CoChair,
    Delegation,
    Meeting,
    MeetingSession,
    Paper,
    PaperFile,
    Participant,
)
from bali_desk.presenters.meetings.presenter import NewMeeting
from bali_desk.presenters.meetings.succession import PARTS


def empty(stage) -> None:
    """What a newcomer sees first; the meeting that stands in the desk is taken out of it again."""
    while stage.desk.undo_label:
        stage.desk.undo()
    stage.take(stage.window, "empty")


def overview(stage) -> None:
    """Where the meeting stands, and what its body brings."""
    page = stage.page("overview")
    stage.take(stage.window, "overview")
    for name in ("members", "earlier", "names", "acronyms"):
        page.findChild(QPushButton, f"{name}_chip").click()
        page.body_sides.editor(name).rows_view.selectRow(0)
        stage.take(stage.window, f"overview_{name}")


def overview_coming(stage) -> None:
    """A meeting of two days that comes in five weeks, with an overrun, from the sample meeting."""
    start = dt.date.today() + dt.timedelta(days=35)
    new = NewMeeting(
        "TIPWG", "4", "annual meeting", start.isoformat(), (start + dt.timedelta(days=1)).isoformat(), "Colombo",
        "Sri Lanka", take_from=1, parts=PARTS,
    )  # fmt: skip
    meeting = stage.window._meetings.add_meeting(new)
    with stage.desk.change("Fill the meeting") as session:
        items = session.exec(select(AgendaItem).where(AgendaItem.meeting_id == meeting)).all()
        next(one for one in items if one.title == "Lunch").start = "12:20"
        later = [one for one in items if one.parent_id is None][-6:]
        later[0].day, later[0].start = start + dt.timedelta(days=1), "09:30"
        homes = session.exec(select(Delegation).where(Delegation.meeting_id == meeting)).all()
        for number, home in enumerate(homes[:17]):
            for person in range(1 + number % 3):
                day = dt.date.today() - dt.timedelta(days=(number * 7 + person) % 23)
                session.add(Participant(meeting_id=meeting, delegation_id=home.id, family="N", registered_on=day))
    stage.page("overview")
    stage.take(stage.window, "overview_coming")


def agenda(stage) -> None:
    """As the sample has it; then of two days, one of its blocks being dragged, and a paper."""
    page = stage.page("agenda")
    stage.take(stage.window, "agenda")
    _with_everything(stage.desk)
    items = page.items_view
    keys = {line.title: line.key for line in items.model().records if hasattr(line, "title")}
    for name, title in (("agenda_full", "Lunch"), ("agenda_second_day", "Any other business")):
        items.choose(keys[title], 1)
        items.setFocus()
        stage.take(stage.window, name)
    items.choose(keys["Disruption Working Group"], 1)
    stage.settle()
    spot = page.day.timeline.block_of(keys["Disruption Working Group"]).center()
    QTest.mousePress(page.day.timeline, Qt.MouseButton.LeftButton, pos=spot)
    QTest.mouseMove(page.day.timeline, spot + QPoint(0, 130))
    stage.take(stage.window, "agenda_drag")
    QTest.keyClick(page.day.timeline, Qt.Key.Key_Escape)
    items.choose(keys["Adoption of the agenda"], 1)
    page.panel.papers_view.selectRow(0)
    QTest.keyClick(page.panel.papers_view, Qt.Key.Key_Return)
    dialog = page.findChild(QDialog)
    stage.take(dialog, "paper")
    dialog.reject()


def _with_everything(desk) -> None:
    """Makes the sample's agenda one of two days, with sessions, leads, an overrun, gaps and a paper with its file."""
    with desk.change("For the picture") as session:
        meeting = session.exec(select(Meeting)).one()
        meeting.end = second = meeting.start + dt.timedelta(days=1)
        items = session.exec(select(AgendaItem).order_by(AgendaItem.sequence)).all()
        by_title = {item.title: item for item in items}
        made = MeetingSession(
            meeting_id=meeting.id, name="Second morning", day=second, start="09:00", end="10:30", sequence=0
        )
        session.add(made)
        session.flush()
        review = next(item for item in items if item.title.startswith("Review"))
        review.session_id = made.id
        for item in items[items.index(review) :]:
            item.day = second
        by_title["Lunch"].start = "12:10"
        by_title["Any other business"].start, by_title["Any other business"].no = "11:20", "7 bis"
        chairs = session.exec(select(CoChair)).all()
        for place, item in enumerate(item for item in items if item.parent_id is None and item.kind == "item"):
            item.lead_id = chairs[place % 2].id
        paper = session.exec(select(Paper).order_by(Paper.sequence)).first()
        paper.revision = "Rev.1"
        session.add(PaperFile(paper_id=paper.id, name="TIPWG-3-1 Rev.1 Provisional agenda.pdf", data=b"%PDF"))


def documents(stage) -> None:
    """Documents as they will print."""
    page = stage.page("documents")
    stage.take(stage.window, "documents")
    for name, options in (("attendance", {"mark": "tick", "each": "day"}), ("name-plates", {}), ("badges", {})):
        page.shelf_view.choose(name)
        for key, value in options.items():
            page._presenter.set_option(key, value)
        stage.take(stage.window, f"documents_{name.replace('-', '_')}")
    page.shelf_view.choose("annotated-agenda")
    page.strip_button.setChecked(True)
    stage.settle()
    page.find_button.setChecked(True)
    page.tools.find.find_edit.setText("members")
    stage.settle()
    page.tools.find.after_button.click()
    stage.take(stage.window, "documents_found")
    page.pages.fit_page()
    stage.window.resize(1024, 700)
    stage.take(stage.window, "documents_narrow")
    page.all_button.menu().popup(page.all_button.mapToGlobal(page.all_button.rect().topLeft()))
    stage.take(page.all_button.menu(), "documents_all")
    page.all_button.menu().close()


def dialogs(stage) -> None:
    """Each dialog of the list of meetings."""
    window = stage.window
    for name, action in (
        ("new_meeting", window.new_meeting_action),
        ("new_body", window.new_body_action),
        ("rename", window.rename_action),
    ):
        action.trigger()
        dialog = window.findChild(QDialog)
        stage.take(dialog, name)
        dialog.reject()
        dialog.deleteLater()
        stage.settle()

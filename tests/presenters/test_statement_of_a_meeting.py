"""A meeting entered line by line as an officer would, and its statement part for part as the genre wants it.

Title block; opening with the count; updates by their source; what was asked upward; what fulfils the work plan;
achievements; priorities as a list; what will be circulated; the next meeting.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest

from bali_desk.domain.models import (
    AgendaItem,
    Block,
    Body,
    CoChair,
    Delegation,
    Meeting,
    Participant,
)
from bali_desk.presenters.outcomes.entry import Entry
from bali_desk.presenters.outcomes.presenter import OutcomesPresenter
from bali_desk.presenters.statement.composing import compose_statement, waiting
from bali_desk.store.desk import Desk
from bali_desk.store.records import read_record

ITEMS = ["News from elsewhere", "Vessel lists", "Training office", "Sea surveys", "Looking back", "Looking ahead"]
SENT = ["Fiji", "Indonesia", "Palau", "Samoa", "Tonga"]
ACRONYMS = {"TO": "Training Office", "OSB": "Ocean Survey Bureau"}
PLAN = "Plan of Work 2022–24"

CO = "Co-Chairs"
ENTRIES = {
    "News from elsewhere": [
        Entry(
            verb="welcomed",
            text="news of two recent meetings of the Coral Pact, among them the 8th Senior Officials' Day",
        ),
        Entry(verb="heard", text="how the Fishers' Fair is being prepared, to be opened in Suva in October 2024"),
        Entry(subject=CO, verb="encouraged", text="all members to send a minister to the Fair"),
        Entry(verb="looked forward to", text="what the Fair will bring, and to helping it to win shipowners over"),
        Entry(verb="welcomed", text="an account by Palau and Tonga of the second patrol season, which ended in May"),
        Entry(verb="commended", text="its results: closer work between navies and 12 vessels brought to port"),
    ],
    "Vessel lists": [
        Entry(verb="heard from", text="the drafters of the handbook *Lists That Can Be Trusted* and of its course"),
        Entry(verb="noted", text="that the handbook answers a wish of Ministers of March 2023", fulfils=("w1",)),
        Entry(
            verb="agreed to recommend",
            text="the handbook and the course for endorsement",
            to_body="9th Senior Officials' Day",
            to_when="late 2024",
        ),
        Entry(verb="thanked", text="all those who drafted them"),
    ],
    "Training office": [
        Entry(verb="welcomed", text="the two new heads of the TO to their first meeting"),
        Entry(subject="TO", verb="presented", text="its work of the year and its web page on gear", fulfils=("w2",)),
        Entry(verb="acknowledged", text="how much the TO does to put into practice what Ministers want"),
    ],
    "Sea surveys": [
        Entry(verb="welcomed", text="a survey of catches by the Ocean Survey Bureau"),
        Entry(
            subject="OSB",
            verb="highlighted",
            text="three gaps: scarce figures; logbooks that nobody reads; and too little exchange",
        ),
    ],
    "Looking back": [
        Entry(verb="reviewed", text="what had come of the Plan of Work 2022–24: a handbook, a course and a web page"),
    ],
    "Looking ahead": [
        Entry(
            verb="agreed on",
            text="the priorities of the Plan of Work 2024–26",
            points=("sharing news more often;", "using the handbook in every port", "and working with shipowners."),
        ),
        Entry(
            subject=CO, verb="will", text="send the new plan to all members for comment", owner=CO, due="30 June 2024"
        ),
    ],
}

STATEMENT = """
[title] Co-Chairs’ Statement
[subtitle] Fourth Yearly Meeting of the Coral Pact Working Group on Vessels
[subtitle] Nadi, Fiji, 4–5 June 2024
[paragraph] The Coral Pact Working Group on Vessels (WGV) held its fourth yearly meeting on 4 and 5 June 2024 in Nadi,
  Fiji. Co-chaired by the Ministry of Fisheries of Fiji and the Coast Guard of Palau, the meeting brought together
  5 participants from 5 countries.
[paragraph] Members welcomed news of two recent meetings of the Coral Pact, among them the 8th Senior Officials’ Day,
  and heard how the Fishers’ Fair is being prepared, to be opened in Suva in October 2024. The Co-Chairs
  encouraged all members to send a minister to the Fair. Members looked forward to what the Fair will bring, and to
  helping it to win shipowners over. Members welcomed an account by Palau and Tonga of the second patrol season, which
  ended in May, and commended its results: closer work between navies and 12 vessels brought to port.
[paragraph] Members heard from the drafters of the handbook *Lists That Can Be Trusted* and of its course, and
  noted that the handbook answers a wish of Ministers of March 2023. This completes one action set out in the Plan of
  Work 2022–24. Members agreed to recommend the handbook and the course for endorsement at the 9th Senior Officials’
  Day in late 2024. Members thanked all those who drafted them.
[paragraph] Members welcomed the two new heads of the Training Office (TO) to their first meeting. The TO presented its
  work of the year and its web page on gear. This, too, completes one action set out in the Plan of Work 2022–24.
  Members acknowledged how much the TO does to put into practice what Ministers want.
[paragraph] Members welcomed a survey of catches by the Ocean Survey Bureau (OSB). The OSB highlighted three gaps:
  scarce figures; logbooks that nobody reads; and too little exchange.
[paragraph] Members reviewed what had come of the Plan of Work 2022–24: a handbook, a course and a web page.
[paragraph] Members agreed on the priorities of the Plan of Work 2024–26:
[bullet] sharing news more often
[bullet] using the handbook in every port
[bullet] working with shipowners.
[paragraph] The Co-Chairs will send the new plan to all members for comment by 30 June 2024.
[paragraph] The WGV will hold its fifth meeting in the first half of 2025.
[paragraph] Members thanked the Government of Fiji for its hospitality and for the excellent arrangements.
"""


def told(record):
    return "\n".join(f"[{block.kind}] {block.text}" for block in record.blocks)


class View:
    def __getattr__(self, name):
        return lambda *shown: None


class Officer:
    def fail(self, message):
        raise AssertionError(message)


@pytest.fixture
def desk(tmp_path):
    desk = Desk(tmp_path / "bali.desk")
    with desk.change("A meeting") as session:
        session.add(
            Body(id=1, name="Coral Pact Working Group on Vessels", short="WGV", parent="Coral Pact", acronyms=ACRONYMS)
        )
        session.flush()
        meeting = Meeting(id=1, body_id=1, ordinal=4, kind="yearly meeting", city="Nadi", country="Fiji")
        meeting.start, meeting.end = dt.date(2024, 6, 4), dt.date(2024, 6, 5)
        meeting.next = {"when": "the first half of 2025", "place": None}
        session.add(meeting)
        session.flush()
        session.add(CoChair(meeting_id=1, sequence=0, country="Fiji", institution="Ministry of Fisheries"))
        session.add(CoChair(meeting_id=1, sequence=1, country="Palau", institution="Coast Guard"))
        for place, title in enumerate(ITEMS):
            session.add(AgendaItem(id=place + 1, meeting_id=1, sequence=place, title=title, kind="item"))
        for place, name in enumerate(SENT, start=1):
            session.add(Delegation(id=place, meeting_id=1, name=name, kind="country", status="member"))
            session.flush()
            session.add(Participant(meeting_id=1, delegation_id=place, family=name, attendance="present"))
    yield desk
    desk.close()


def enter(desk):
    """Type the plan and then every outcome, item by item."""
    presenter = OutcomesPresenter(desk, View(), Officer(), 1)
    presenter.plan.change_head("title", PLAN)
    handles = {}
    for name, text in (("w1", "Write a handbook"), ("w2", "Build a web page")):
        row = presenter.plan.add()
        presenter.plan.change(row, "text", text)
        with desk.reading() as session:
            handles[name] = read_record(session, 1).work_plan_lines[-1].handle
    for place, title in enumerate(ITEMS, start=1):
        presenter.choose_item(place)
        for entry in ENTRIES[title]:
            fulfils = tuple(handles[name] for name in entry.fulfils)
            assert presenter.record(replace(entry, subject=entry.subject or "Members", fulfils=fulfils))
    presenter.leave()


def test_the_statement_has_every_part_of_the_genre(desk):
    enter(desk)
    compose_statement(desk, 1)
    with desk.reading() as session:
        record = read_record(session, 1)
    assert told(record) == STATEMENT.strip().replace("\n  ", " ")
    assert waiting(record) == 0
    sources = {source for block in record.blocks for source in block.sources}
    assert {outcome.handle for outcome in record.outcomes} == sources


def test_it_comes_back_word_for_word_from_undo(desk):
    enter(desk)
    compose_statement(desk, 1)
    desk.undo()
    with desk.reading() as session:
        assert session.get(Block, 1) is None
    desk.redo()
    with desk.reading() as session:
        assert told(read_record(session, 1)) == STATEMENT.strip().replace("\n  ", " ")

"""A new meeting from the last one, on a real desk."""

import pytest

from bali_desk.domain.agenda import outline
from bali_desk.domain.models import AgendaItem, Delegation, Meeting, MeetingSession
from bali_desk.exchange.importing import take_in
from bali_desk.presenters.meetings.presenter import MeetingsPresenter, NewMeeting
from bali_desk.presenters.meetings.sample import SAMPLE
from bali_desk.presenters.meetings.succession import PARTS
from bali_desk.presenters.statement.composing import compose_statement
from bali_desk.store.desk import Desk
from bali_desk.store.records import read_record
from bali_desk.store.verify import faults_of


class View:
    def show_meetings(self, bodies):
        pass

    def open_meeting(self, meeting_id):
        self.opened = meeting_id


class Officer:
    def __init__(self):
        self.told = []

    def tell(self, message):
        self.told.append(message)


@pytest.fixture
def desk(tmp_path):
    desk = Desk(tmp_path / "bali.desk")
    with desk.change("Import meeting") as session:
        take_in(session, SAMPLE.read_bytes())
    compose_statement(desk, 1)
    yield desk
    desk.close()


@pytest.fixture
def officer():
    return Officer()


@pytest.fixture
def meetings(desk, officer):
    return MeetingsPresenter(desk, View(), officer)


def make(meetings, parts=PARTS, source=1, **more):
    given = {"body": "TIPWG", "ordinal": "4", "kind": "annual meeting", "start": "1 June 2018", "end": "2 June 2018"}
    return meetings.add_meeting(NewMeeting(**given, city="", country="", take_from=source, parts=parts, **more))


def read(desk, meeting_id):
    with desk.reading() as session:
        return read_record(session, meeting_id)


def counts(record):
    return {
        "delegations": len(record.delegations),
        "agenda": len(record.agenda),
        "chairs": len(record.co_chairs),
        "actions": len(record.actions),
        "lines": len(record.work_plan_lines),
        "earlier": len(record.earlier_meetings),
        "people": len(record.participants) + len(record.outcomes) + len(record.papers) + len(record.blocks),
    }


def test_the_last_meeting_is_offered_first_with_what_it_has(meetings):
    assert [one.label for one in meetings.sources("TIPWG")] == ["The last meeting: TIPWG 3rd, Bali 2017", "Nothing"]
    assert [one.label for one in meetings.sources("Another body")] == ["Nothing", "TIPWG 3rd, Bali 2017"]
    assert [(one.part, one.count, one.chosen) for one in meetings.offers("TIPWG", 1)] == [
        ("members", 56, True),
        ("agenda", 20, True),
        ("postponed", 1, True),
        ("approval", 1, True),
        ("chairs", 2, True),
        ("actions", 5, True),
        ("plan", 4, True),
        ("earlier", 3, True),
    ]


def test_everything_comes_along_in_one_step_and_is_told_in_one_sentence(meetings, desk, officer):
    made = make(meetings)
    record = read(desk, made)
    assert counts(record) == {
        "delegations": 56, "agenda": 21, "chairs": 2, "actions": 5, "lines": 4, "earlier": 3, "people": 0,
    }  # fmt: skip
    assert officer.told == [
        "From the third annual meeting came 56 delegations, 2 co-chairs, 21 agenda items, 5 open actions and 4 work "
        "plan lines."
    ]
    assert desk.undo_label == "Add meeting"
    desk.undo()
    with desk.reading() as session:
        assert session.get(Meeting, made) is None
        assert faults_of(session) == []


def test_the_agenda_reads_as_before_with_the_approval_of_the_statement_second(meetings, desk):
    before, after = read(desk, 1), read(desk, make(meetings))
    old = [(line.item.title, line.depth, line.minutes) for line in outline(before.agenda, before.meeting)]
    new = [(line.item.title, line.depth, line.minutes) for line in outline(after.agenda, after.meeting)]
    assert new.pop(2) == ("Approval of the statement of the third annual meeting", 0, None)
    assert new == old
    assert {line.day for line in outline(after.agenda, after.meeting)} == {after.meeting.start}
    assert not {item.handle for item in before.agenda} & {item.handle for item in after.agenda}


def test_only_what_is_chosen_comes(meetings, desk, officer):
    assert counts(read(desk, make(meetings, ["actions"]))) == {
        "delegations": 0, "agenda": 0, "chairs": 0, "actions": 5, "lines": 0, "earlier": 0, "people": 0,
    }  # fmt: skip
    assert officer.told == ["From the third annual meeting came 5 open actions."]


def test_without_the_agenda_the_items_left_over_come(meetings, desk):
    record = read(desk, make(meetings, ["postponed", "approval"]))
    titles = [item.title for item in record.agenda]
    assert len(titles) == 2
    assert titles[1] == "Approval of the statement of the third annual meeting"


def test_nothing_comes_from_nothing_but_the_series_is_known(meetings, desk, officer):
    record = read(desk, make(meetings, [], None))
    assert counts(record)["agenda"] == 0
    assert [one.ordinal for one in record.earlier_meetings] == [3]
    assert officer.told == []


def test_a_meeting_of_another_body_serves_as_a_template(meetings, desk):
    offers = {one.part: one for one in meetings.offers("Ad Hoc Group", 1)}
    assert (offers["agenda"].chosen, offers["actions"].chosen, offers["earlier"].count) == (True, False, 0)
    made = meetings.add_meeting(
        NewMeeting("Ad Hoc Group", "1", "", "1 June 2018", "", "", "", take_from=1, parts=["agenda", "members"])
    )
    record = read(desk, made)
    assert (len(record.agenda), len(record.delegations), record.earlier_meetings) == (20, 19, [])


def test_who_leads_an_item_and_the_session_it_begins_follow_to_the_new_rows(meetings, desk):
    with desk.change("Set up") as session:
        session.add(MeetingSession(id=1, meeting_id=1, name="Morning", day=read(desk, 1).meeting.start))
        item = session.get_one(AgendaItem, 1)
        item.lead_id, item.session_id = read(desk, 1).co_chairs[1].id, 1
    record = read(desk, make(meetings))
    item = record.agenda[0]
    assert item.lead_id == record.co_chairs[1].id
    assert item.session_id == record.sessions[0].id
    assert record.sessions[0].name == "Morning"


def test_the_meeting_before_stays_as_it_was(meetings, desk):
    before = read(desk, 1)
    make(meetings)
    assert read(desk, 1) == before


def test_a_title_is_kept_and_one_with_an_ordinal_is_proposed_for_the_next(meetings, desk):
    make(meetings, [], None, title="Fourth Annual Meeting of Experts")
    assert meetings.suggest_title("TIPWG") == "Fifth Annual Meeting of Experts"
    assert meetings.name_for("4", "annual meeting") == "Fourth annual meeting"


def test_delegations_without_standing_members_are_those_of_the_meeting_before(meetings, desk):
    with desk.change("Forget members") as session:
        for member in read(desk, 1).members:
            session.delete(session.merge(member))
    record = read(desk, make(meetings, ["members"]))
    with desk.reading() as session:
        old = read_record(session, 1).delegations
    assert [one.name for one in record.delegations] == [one.name for one in old]
    assert {one.meeting_id for one in record.delegations} == {record.meeting.id}
    assert isinstance(record.delegations[0], Delegation)


def test_the_marking_comes_along_within_the_series(desk, meetings):
    with desk.change("Mark") as session:
        session.get_one(Meeting, 1).marking = "Not for circulation"
    assert read(desk, make(meetings)).meeting.marking == "Not for circulation"

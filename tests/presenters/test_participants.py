"""The participants' presenter on a real desk: every action, and what undo makes of it."""

import datetime as dt

import pytest

from bali_desk.domain.errors import DeskError
from bali_desk.domain.models import AgendaItem, Body, CoChair, Delegation, Meeting, Member, Participant
from bali_desk.presenters.participants.presenter import ParticipantsPresenter
from bali_desk.store.desk import Desk

FIRST, SECOND = dt.date(2017, 5, 25), dt.date(2017, 5, 26)


class View:
    def show_people(self, people):
        self.people = people

    def show_person(self, person):
        self.person = person

    def names(self):
        return [row.name for row in self.people.persons]

    def list(self):
        return [(entry.section, entry.name, entry.count) for entry in self.people.delegations]


class Officer:
    def __init__(self):
        self.asked, self.answer, self.told = [], True, []

    def confirm(self, question, action):
        self.asked.append(question)
        return self.answer

    def tell(self, message):
        self.told.append(message)


@pytest.fixture
def desk(tmp_path):
    desk = Desk(tmp_path / "bali.desk")
    yield desk
    desk.close()


@pytest.fixture
def officer():
    return Officer()


@pytest.fixture
def page(desk, officer):
    with desk.change("New meeting") as session:
        body = Body(name="B")
        session.add(body)
        session.flush()
        meeting = Meeting(body_id=body.id, start=FIRST, end=SECOND)
        session.add(meeting)
        session.flush()
        session.add(CoChair(meeting_id=meeting.id, country="Indonesia"))
        for place, (name, kind) in enumerate(
            [("UNODC", "organisation"), ("Thailand", "country"), ("Indonesia", "country"), ("Host", "secretariat")]
        ):
            session.add(Delegation(meeting_id=meeting.id, name=name, kind=kind, status="member", sequence=place))
        session.flush()
        for place, (home, family, given, role) in enumerate(
            [
                (2, "Srisuwan", "Orathai", "head of delegation"),
                (2, "Chaiyasit", "Prawit", "adviser"),
                (3, "Suteja", "Made", "alternate"),
                (1, "Đặng", "Thị Hà", "delegate"),
            ]
        ):
            session.add(
                Participant(
                    meeting_id=meeting.id,
                    delegation_id=home,
                    family=family,
                    given=given,
                    role=role,
                    sequence=place,
                    handle=f"p{place + 1}",
                )
            )
    view = View()
    view.desk, view.meeting = desk, meeting.id
    view.presenter = ParticipantsPresenter(desk, view, officer, meeting.id)
    yield view
    view.presenter.leave()


def stored(page, key):
    with page.desk.reading() as session:
        return session.get_one(Participant, key)


START = ["SUTEJA, Made", "SRISUWAN, Orathai", "CHAIYASIT, Prawit", "ĐẶNG, Thị Hà"]


def test_delegations_stand_in_sections_with_counts_and_persons_in_their_order(page):
    assert page.list() == [
        ("", "All delegations", 4),
        ("Co-chairs", "Indonesia", 1),
        ("Members", "Thailand", 2),
        ("Organisations", "UNODC", 1),
        ("Secretariat", "Host", 0),
    ]
    assert page.names() == START
    assert page.people.counts == "4 registered · 2 delegations · 1 organisation"


def test_a_country_whose_persons_have_no_head_wants_attention(page):
    assert [entry.name for entry in page.people.delegations if entry.concern] == ["Indonesia"]


def test_choosing_a_delegation_shows_its_persons(page):
    page.presenter.choose_delegation(2)
    assert page.names() == START[1:3]
    page.presenter.choose_delegation(None)
    assert page.names() == START


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        ("dang", ["ĐẶNG, Thị Hà"]),
        ("THAI", START[1:3]),
        ("thai adv", ["CHAIYASIT, Prawit"]),
        ("=SUM", []),
        ("  ", START),
    ],
)
def test_find_looks_everywhere_without_accents_and_case(page, asked, found):
    page.presenter.choose_delegation(None)
    page.presenter.find(asked)
    assert page.names() == found
    assert page.people.of == 4


def test_find_looks_beyond_the_chosen_delegation_and_back(page):
    page.presenter.choose_delegation(2)
    page.presenter.find("suteja")
    assert page.names() == ["SUTEJA, Made"]
    page.presenter.find("")
    assert page.names() == START[1:3]


def test_while_finding_all_delegations_are_chosen_and_going_to_one_ends_the_finding(page):
    page.presenter.choose_delegation(2)
    page.presenter.find("s")
    assert page.people.chosen is None
    page.presenter.choose_delegation(3)
    assert (page.people.asked, page.people.chosen, page.names()) == ("", 3, ["SUTEJA, Made"])


def test_marking_several_is_one_step(page):
    page.presenter.persons.mark([1, 2], "present")
    assert [row.state for row in page.people.persons] == ["expected", "present", "present", "expected"]
    assert page.desk.undo_label == "Mark 2 persons present"
    assert page.people.counts == "4 registered · 2 present · 2 delegations · 1 organisation"
    page.desk.undo()
    assert {row.state for row in page.people.persons} == {"expected"}


@pytest.mark.parametrize("field", ["given", "family", "display", "native_name", "position", "note", "mode"])
@pytest.mark.parametrize("typed", ["=SUM(A1)", "<script>alert(1)</script>", "‏שלום‏", "x" * 600, " "])
def test_any_text_is_kept_exactly_and_undone(page, field, typed):
    before = getattr(stored(page, 1), field)
    page.presenter.persons.write(1, field, typed)
    assert getattr(stored(page, 1), field) == typed
    page.presenter.choose_person(1)
    assert page.person.texts[field] == typed
    page.desk.undo()
    assert getattr(stored(page, 1), field) == before
    assert page.person.texts[field] == (before or "")


def test_a_new_person_is_expected_in_the_chosen_delegation_and_seen(page):
    page.presenter.choose_delegation(2)
    page.presenter.find("suteja")
    made = page.presenter.add_person()
    assert page.names() == [*START[1:3], "No name yet"]
    assert (stored(page, made).attendance, stored(page, made).delegation_id) == ("expected", 2)
    page.desk.undo()
    assert page.names() == START[1:3]


def test_moving_stays_within_the_role_and_the_delegation_and_undoes(page, officer):
    page.presenter.persons.move([2], -1)
    assert page.names() == START, "an adviser does not pass the head"
    assert officer.told == [
        "Heads, alternates, advisers, delegates: they stand in this order. Keys 1 to 4 change the role."
    ]
    page.presenter.persons.give_role([1], "adviser")
    page.presenter.persons.move([2], -1)
    assert page.names() == [START[0], START[2], START[1], START[3]]
    page.presenter.persons.move([2], -1)
    assert page.names()[1] == START[2], "the first of a delegation stays"
    page.desk.undo()
    assert page.names() == START


def test_persons_stand_by_role_within_their_delegation(page):
    page.presenter.persons.give_role([1], "delegate")
    assert page.names() == [START[0], START[2], START[1], START[3]]
    page.presenter.persons.give_role([1, 2], "head of delegation")
    assert page.names() == START
    assert [entry.concern for entry in page.people.delegations if entry.name == "Thailand"] == ["2 heads of delegation"]
    page.desk.undo()
    page.desk.undo()
    assert page.names() == START


def test_moving_persons_who_hold_the_same_place_still_orders_them(page):
    with page.desk.change("Import") as session:
        for key in (1, 2):
            session.get_one(Participant, key).sequence = 0
            session.get_one(Participant, key).role = "delegate"
    page.presenter.persons.move([2], -1)
    assert page.names()[1:3] == [START[2], START[1]]


def test_changing_delegation_puts_the_person_among_its_own(page):
    page.presenter.persons.send_by([4], 2)
    assert page.names() == START
    assert page.list()[2][2] == 3
    page.presenter.persons.send_by([4], None)
    assert page.people.persons[-1].delegation == ""
    page.desk.undo()
    assert page.list()[2][2] == 3


def test_persons_without_a_delegation_can_be_found_in_the_list(page):
    page.presenter.persons.send_by([4], None)
    assert page.list()[:2] == [("", "All delegations", 4), ("", "No delegation", 1)]
    lost = page.people.delegations[1]
    assert lost.concern == "These persons need a delegation"
    page.presenter.choose_delegation(lost.key)
    assert page.names() == ["ĐẶNG, Thị Hà"]
    made = page.presenter.add_person()
    assert stored(page, made).delegation_id is None
    page.presenter.persons.delete([made])
    page.presenter.persons.send_by([4], 2)
    assert page.people.chosen is None, "the line goes when nobody is without a delegation"


def test_a_replacement_is_told_by_name_and_taken_back_with_the_state(page):
    page.presenter.choose_person(1)
    page.presenter.persons.replace(1, "chaiyasit, prawit")
    assert page.people.persons[1].state_words == "replaced by CHAIYASIT, Prawit"
    assert (page.person.replaced_by, page.person.attendance) == ("CHAIYASIT, Prawit", "replaced")
    page.presenter.persons.mark([1], "present")
    assert (page.person.replaced_by, page.person.attendance) == ("", "present")
    page.desk.undo()
    assert page.person.replaced_by == "CHAIYASIT, Prawit"


def test_a_new_name_of_a_substitute_is_told_and_found_at_whom_she_replaces(page):
    page.presenter.persons.replace(1, "CHAIYASIT, Prawit")
    page.presenter.find("srisuwan")
    page.presenter.persons.write(2, "family", "Boonmee")
    assert page.people.persons[0].state_words == "replaced by BOONMEE, Prawit"
    page.presenter.find("boonmee")
    assert page.names() == ["SRISUWAN, Orathai", "BOONMEE, Prawit"]


@pytest.mark.parametrize("name", ["Nobody", "SRISUWAN, Orathai"])
def test_a_replacement_must_be_another_person_of_the_meeting(page, name):
    with pytest.raises(DeskError):
        page.presenter.persons.replace(1, name)
    assert stored(page, 1).replaced_by_id is None


def test_days_present_are_ticked_one_by_one(page):
    page.presenter.choose_person(1)
    page.presenter.persons.attend(1, SECOND, True)
    page.presenter.persons.attend(1, FIRST, True)
    assert stored(page, 1).present_on == ["2017-05-25", "2017-05-26"]
    page.presenter.persons.attend(1, FIRST, False)
    assert page.people.persons[1].days == (False, True)
    assert page.person.days == ((FIRST, False), (SECOND, True))
    page.desk.undo()
    assert page.people.persons[1].days == (True, True)


def test_deleting_persons_asks_and_keeps_a_presenter_by_name(page, officer):
    with page.desk.change("Add item") as session:
        session.add(AgendaItem(meeting_id=page.meeting, presenters=["p1"]))
    page.presenter.choose_person(1)
    page.presenter.persons.delete([1, 2])
    assert officer.asked == ["Delete 2 persons from this meeting?"]
    assert page.names() == [START[0], START[3]]
    assert page.person is None
    with page.desk.reading() as session:
        assert session.get_one(AgendaItem, 1).presenters == ["SRISUWAN, Orathai"]
    page.desk.undo()
    assert page.names() == START


def test_deleting_can_be_refused(page, officer):
    officer.answer = False
    page.presenter.persons.delete([1])
    page.presenter.delegations.delete(2)
    assert officer.asked == ["Delete “SRISUWAN, Orathai” from this meeting?", "Delete “Thailand” with its 2 persons?"]
    assert page.names() == START


def test_a_delegation_is_added_named_sorted_in_and_undone(page):
    made = page.presenter.add_delegation()
    page.presenter.delegations.write(made, "name", "Tuvalu <b>")
    page.presenter.delegations.write(made, "status", "observer")
    assert page.list()[3] == ("Observers", "Tuvalu <b>", 0)
    page.presenter.delegations.write(made, "kind", "organisation")
    assert page.list()[4][0] == "Organisations"
    for _ in range(4):
        page.desk.undo()
    assert len(page.list()) == 5


def test_a_delegation_keeps_a_name_and_known_kinds(page):
    with pytest.raises(DeskError, match="needs a name"):
        page.presenter.delegations.write(2, "name", "  ")
    with pytest.raises(DeskError, match="choose country"):
        page.presenter.delegations.write(2, "kind", "planet")
    assert page.list()[2][1] == "Thailand"


def test_delegations_move_within_their_section(page):
    made = page.presenter.add_delegation()
    page.presenter.move_delegation(made, -1)
    assert [entry.name for entry in page.people.delegations][2:4] == ["New delegation", "Thailand"]
    page.presenter.move_delegation(made, -1)
    assert page.list()[1][1] == "Indonesia"
    page.desk.undo()
    assert [entry.name for entry in page.people.delegations][2:4] == ["Thailand", "New delegation"]


def test_deleting_the_chosen_delegation_shows_all_again(page, officer):
    page.presenter.choose_delegation(2)
    page.presenter.delegations.delete(2)
    assert officer.asked == ["Delete “Thailand” with its 2 persons?"]
    assert page.people.chosen is None
    assert page.names() == [START[0], START[3]]
    page.presenter.delegations.delete(4)
    assert len(officer.asked) == 1, "an empty delegation goes without a question"
    page.desk.undo()
    page.desk.undo()
    assert page.names() == START


def test_a_change_elsewhere_is_shown(page):
    with page.desk.change("Change chair") as session:
        session.get_one(CoChair, 1).country = "Thailand"
    assert page.list()[1][:2] == ("Co-chairs", "Thailand")
    with page.desk.change("Change dates") as session:
        session.get_one(Meeting, page.meeting).end = FIRST
    assert page.people.days == (FIRST,)


def test_when_the_meeting_itself_is_taken_back_the_page_stays_as_it_was(page):
    while page.desk.undo_label:
        page.desk.undo()
    assert page.names() == START
    page.desk.redo()
    assert page.names() == START


def test_an_address_that_is_none_is_refused_and_nothing_is_lost(page):
    page.presenter.persons.write(1, "email", "orathai@mfa.go.th")
    with pytest.raises(DeskError, match=r"“orathai\(at\)mfa” is no e-mail address"):
        page.presenter.persons.write(1, "email", "orathai(at)mfa")
    assert stored(page, 1).email == "orathai@mfa.go.th"
    page.presenter.persons.write(1, "email", "")
    assert stored(page, 1).email is None


def test_missing_members_get_delegations_in_their_order_and_one_undo_takes_them_back(page, officer):
    with page.desk.change("Members") as session:
        body = session.get_one(Meeting, page.meeting).body_id
        for place, (name, official, status) in enumerate(
            [("Viet Nam", "Socialist Republic of Viet Nam", "member"), ("THAILAND", None, "member"),
             ("Fiji", None, "observer"), ("Siam", "Thailand", "member")]
        ):  # fmt: skip
            session.add(Member(body_id=body, name=name, official_name=official, status=status, sequence=place))
    assert page.people.missing == 2
    page.presenter.add_missing_members()
    assert page.list()[2:5] == [("Members", "Thailand", 2), ("Members", "Viet Nam", 0), ("Observers", "Fiji", 0)]
    assert page.people.delegations[3].official_name == "Socialist Republic of Viet Nam"
    assert page.people.missing == 0
    page.desk.undo()
    assert page.people.missing == 2


def test_a_delegation_is_put_before_another_or_at_the_end_of_its_section(page):
    made = page.presenter.add_delegation()
    page.presenter.place_delegation(made, 2)
    assert [entry.name for entry in page.people.delegations][2:4] == ["New delegation", "Thailand"]
    page.presenter.place_delegation(made, None)
    assert [entry.name for entry in page.people.delegations][2:4] == ["Thailand", "New delegation"]
    label = page.desk.undo_label
    page.presenter.place_delegation(made, None)
    assert page.desk.undo_label == label, "where nothing moves there is nothing to undo"


def test_one_setting_changes_how_names_print_and_one_undo_takes_it_back(page):
    page.presenter.choose_person(1)
    assert page.presenter.examples()[2] == ("Given FAMILY", "Orathai SRISUWAN")
    page.presenter.print_names("Given Family")
    assert page.names() == ["Made Suteja", "Orathai Srisuwan", "Prawit Chaiyasit", "Thị Hà Đặng"]
    assert page.person.name == "Orathai Srisuwan"
    assert "Orathai Srisuwan" in page.presenter.names()
    page.desk.undo()
    assert page.names() == START


def test_turkish_letters_follow_the_delegation(page):
    page.presenter.persons.write(1, "family", "Işık Nadir")
    assert page.names()[1] == "IŞIK NADIR, Orathai"
    page.presenter.delegations.write(2, "official_name", "Republic of Türkiye")
    assert page.names()[1] == "IŞIK NADİR, Orathai"


def test_several_persons_move_in_one_step(page):
    page.presenter.persons.send_by([1, 2], 3)
    assert page.list()[1][2] == 3
    assert page.desk.undo_label == "Move 2 persons to another delegation"
    page.desk.undo()
    assert page.list()[1][2] == 1


def test_what_is_new_is_known_since_today(page):
    made = [page.presenter.add_person(), *page.presenter.paste("A\nB"), *page.presenter.new_persons.duplicate([1])]
    assert {stored(page, key).registered_on for key in made} == {dt.date.today()}


def test_making_ready_in_pauses_changes_nothing(page):
    while page.presenter.prepare():
        pass
    page.presenter.find("dang")
    assert page.names() == ["ĐẶNG, Thị Hà"]

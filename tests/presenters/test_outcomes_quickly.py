"""What makes recording quick: dates as they are said, what a verb asks for, who is known, and where it is told."""

import datetime as dt
from dataclasses import replace

import pytest

from bali_desk.domain.models import Action, AgendaItem, Block, Body, Delegation, Event, Meeting, Outcome
from bali_desk.presenters.outcomes.presenter import OutcomesPresenter
from bali_desk.presenters.statement.composing import compose_statement
from bali_desk.store.desk import Desk
from bali_desk.store.records import read_record


class View:
    """Keeps what it was last shown by each name: `view.outcomes` is what `show_outcomes` was given."""

    def __getattr__(self, name):
        def show(*shown):
            self.__dict__[name.removeprefix("show_")] = shown[0] if len(shown) == 1 else shown

        if not name.startswith("show_"):
            raise AttributeError(name)
        return show

    @property
    def rows(self):
        return self.outcomes[1]

    @property
    def item(self):
        return self.items[1]


class Officer:
    def fail(self, message):
        raise AssertionError(message)


@pytest.fixture
def desk(tmp_path):
    desk = Desk(tmp_path / "bali.desk")
    with desk.change("Sample") as session:
        session.add(Body(id=1, name="Straits Working Group", short="SWG", acronyms={"TO": "Training Office"}))
        session.flush()
        session.add(Meeting(id=1, body_id=1, start=dt.date(2017, 5, 26)))
        session.add(Meeting(id=2, body_id=1, start=dt.date(2016, 5, 2)))
        session.flush()
        for number, title in enumerate(("Opening", "Guide", "Closing"), 1):
            session.add(AgendaItem(id=number, meeting_id=1, sequence=number, title=title))
        session.add(AgendaItem(id=4, meeting_id=1, sequence=9, title="Lunch", kind="break"))
        session.add(Delegation(meeting_id=1, name="Viet Nam", kind="country"))
        session.add(Event(meeting_id=1, name="9th Senior Officials’ Day"))
        session.add(Outcome(meeting_id=2, subject="The Drafting Committee", verb="presented", text="it"))
    yield desk
    desk.close()


@pytest.fixture
def view():
    return View()


@pytest.fixture
def presenter(desk, view):
    presenter = OutcomesPresenter(desk, view, Officer(), 1)
    presenter.choose_item(2)
    yield presenter
    presenter.leave()


def record_of(desk):
    with desk.reading() as session:
        return read_record(session, 1)


def test_a_date_said_in_the_meeting_counts_from_its_day_and_is_shown_while_it_is_typed(desk, presenter, view):
    entry = replace(view.entry, verb="requested", text="a report", owner="TO", due="end of next month")
    presenter.typed(entry)
    assert view.reading.due == "Friday, 30 June 2017"
    assert presenter.record(entry)
    assert record_of(desk).actions[0].due == dt.date(2017, 6, 30)
    presenter.typed(replace(entry, due="30 June 2017"))
    assert view.reading.due == ""


def test_words_that_tell_no_day_are_told_at_their_field_and_the_outcome_is_kept(desk, presenter, view):
    assert not presenter.record(replace(view.entry, verb="requested", text="a report", due="in due course"))
    assert view.fault[0] == "due"
    assert "in due course" in view.fault[1]
    assert record_of(desk).outcomes[-1].text == "a report"


def test_typing_on_an_outcome_whose_date_was_said_is_not_disturbed(desk, presenter, view):
    presenter.record(replace(view.entry, verb="requested", text="a report", due="15 June"))
    presenter.choose_outcome(record_of(desk).outcomes[-1].id)
    shown = replace(view.entry, due="in three weeks")
    presenter.keep(shown)
    del view.entry
    presenter.keep(replace(shown, text="a long report"))
    assert not hasattr(view, "entry")  # nothing was put into the line she types in
    assert record_of(desk).actions[0].due == dt.date(2017, 6, 16)


def test_the_due_field_of_an_action_takes_said_dates_too(desk, presenter, view):
    row = presenter.actions.add()
    presenter.actions.change(row, "due", "in two weeks")
    with desk.reading() as session:
        assert session.get_one(Action, row).due == dt.date(2017, 6, 9)


@pytest.mark.parametrize(
    ("verb", "text", "asks"),
    [
        ("requested", "the TO to report", "owner"),
        ("will", "", "owner"),
        ("agreed to recommend", "the guide", "body"),
        ("agreed", "to recommend the guide", "body"),
        ("agreed", "to meet", ""),
        ("noted", "it", ""),
    ],
)
def test_a_verb_asks_for_what_goes_with_it(presenter, view, verb, text, asks):
    presenter.typed(replace(view.entry, verb=verb, text=text))
    assert view.reading.asks == asks


def test_who_may_act_is_known_from_the_body_the_delegations_and_other_meetings_each_once(desk, presenter, view):
    presenter.record(replace(view.entry, subject="Co-Chairs", verb="thanked", text="all"))
    known = view.choices[0]
    assert known.subjects[:2] == ("Members", "The Co-Chairs")
    assert {"Viet Nam", "The SWG", "TO", "The Drafting Committee"} <= set(known.subjects)
    assert "Co-Chairs" not in known.subjects  # it is there with its article
    assert "9th Senior Officials’ Day" in known.bodies


def test_page_keys_go_from_item_to_item_in_printed_order_past_breaks_and_stop_at_the_ends(presenter, view):
    seen = []
    for by in (1, 1, -1, -1, -1):
        presenter.step_item(by)
        seen.append(view.item)
    assert seen == [3, 3, 2, 1, 1]


def test_an_outcome_is_carried_to_the_next_item_and_shown_there(desk, presenter, view):
    presenter.record(replace(view.entry, verb="noted", text="it"))
    outcome = record_of(desk).outcomes[-1].id
    presenter.carry(outcome, 1)
    assert view.item == 3
    assert [row.outcome_id for row in view.rows] == [outcome]
    presenter.carry(outcome, 1)  # there is none after it
    assert record_of(desk).outcomes[-1].agenda_item_id == 3
    desk.undo()
    assert record_of(desk).outcomes[-1].agenda_item_id == 2


def test_an_outcome_leads_to_its_paragraph_and_one_that_none_tells_is_marked(desk, presenter, view):
    presenter.record(replace(view.entry, verb="noted", text="the figures"))
    presenter.record(replace(view.entry, verb="noted", text="the hall", public=False))
    assert view.rows[0].block == ""
    assert view.rows[0].facts == ()  # there is no statement yet
    compose_statement(desk, 1)
    block = next(one for one in record_of(desk).blocks if "the figures" in one.text)
    assert view.rows[0].block == block.handle
    assert presenter.block_of(view.rows[0].outcome_id) == block.handle
    presenter.record(replace(view.entry, verb="welcomed", text="the guide", public=True))
    assert [[fact.text for fact in row.facts] for row in view.rows] == [
        [],
        ["private, not in the statement"],
        ["not in the statement"],
    ]
    assert presenter.block_of(None) == ""


def test_a_paragraph_taken_out_of_the_text_marks_its_outcome_at_once(desk, presenter, view):
    presenter.record(replace(view.entry, verb="noted", text="the figures"))
    compose_statement(desk, 1)
    with desk.change("Delete paragraph") as session:
        session.delete(session.get_one(Block, next(one.id for one in record_of(desk).blocks if "figures" in one.text)))
    assert [fact.text for fact in view.rows[0].facts] == ["not in the statement"]


def test_moving_within_an_item_works_from_whatever_item_is_in_hand(desk, presenter, view):
    presenter.record(replace(view.entry, verb="noted", text="one"))
    presenter.record(replace(view.entry, verb="noted", text="two"))
    last = record_of(desk).outcomes[-1].id
    presenter.choose_item(1)
    presenter.move(last, -1)
    assert [one.text for one in record_of(desk).outcomes] == ["two", "one"]

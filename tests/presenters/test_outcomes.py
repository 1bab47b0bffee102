"""The outcomes' presenter on a real desk: every action, and what undo makes of it."""

import datetime as dt
from dataclasses import replace

import pytest

from bali_desk.domain.models import (
    Action,
    AgendaItem,
    Body,
    Delegation,
    Event,
    Meeting,
    Outcome,
    Paper,
    WorkPlan,
    WorkPlanLine,
)
from bali_desk.drafting.compose import compose
from bali_desk.presenters import typed
from bali_desk.presenters.outcomes.presenter import OutcomesPresenter
from bali_desk.store.desk import Desk
from bali_desk.store.records import read_record
from bali_desk.store.removal import remove

ODD = '=SUM(A1) <script>alert("x")</script> \u202eabc & ' + "long " * 110


class View:
    def __init__(self):
        self.faults, self.entries = {}, 0

    def show_items(self, rows, chosen):
        self.items, self.item = rows, chosen

    def show_outcomes(self, heading, rows, chosen):
        self.heading, self.rows, self.chosen = heading, rows, chosen

    def show_ladder(self, rungs):
        self.rungs = rungs

    def show_choices(self, known, plan, papers):
        self.known, self.plan_choices, self.papers = known, plan, papers

    def show_entry(self, entry):
        self.entry = entry
        self.entries += 1

    def show_reading(self, reading):
        self.reading = reading

    def show_fault(self, field, sentence):
        self.faults[field] = sentence

    def show_lists(self, actions, plan, lines, events, interventions):
        self.actions, self.plan, self.lines, self.events = actions, plan, lines, events
        self.interventions = interventions

    def told(self):
        return [f"{row.subject} {row.verb} {row.text}" for row in self.rows]


class Officer:
    def fail(self, message):
        raise AssertionError(message)


@pytest.fixture
def desk(tmp_path):
    desk = Desk(tmp_path / "bali.desk")
    with desk.change("Sample") as session:
        session.add(Body(id=1, name="Working Group", main_actor="Members"))
        session.flush()
        session.add(Meeting(id=1, body_id=1, start=dt.date(2017, 5, 26)))
        session.flush()
        session.add(AgendaItem(id=1, meeting_id=1, sequence=0, title="Opening"))
        session.add(AgendaItem(id=2, meeting_id=1, sequence=1, title="Guide", start="10:55", minutes=40))
        session.add(AgendaItem(id=3, meeting_id=1, sequence=2, title="Coffee", kind="break"))
        session.add(WorkPlan(id=1, meeting_id=1, title="Plan", from_="2015", to="2017"))
        session.flush()
        session.add(WorkPlanLine(id=1, plan_id=1, text="Develop the guide", handle="w1"))
        session.add(Paper(meeting_id=1, symbol="TIPWG/3/1", title="Guide", handle="d1"))
        session.add(Outcome(id=1, meeting_id=1, agenda_item_id=2, subject="Members", verb="noted", text="the guide"))
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


def test_items_show_their_counts_and_a_dot_where_nothing_is_recorded_yet(presenter, view):
    assert [(row.number, row.title, row.count, row.wants) for row in view.items] == [
        ("1", "Opening", 0, True),
        ("2", "Guide", 1, False),
    ]
    assert (view.heading.number, view.heading.times) == ("2", "10:55 to 11:35")


def test_enter_records_the_entry_line_and_begins_the_next_with_the_same_subject(desk, presenter, view):
    assert presenter.record(replace(view.entry, subject="The Co-Chairs", verb="encouraged", text="members  to go"))
    assert view.told() == ["Members noted the guide", "The Co-Chairs encouraged members to go"]
    assert (view.entry.outcome_id, view.entry.subject, view.entry.text) == (None, "The Co-Chairs", "")
    desk.undo()
    assert view.told() == ["Members noted the guide"]
    desk.redo()
    assert len(view.rows) == 2


def test_an_empty_entry_is_refused_in_a_sentence_and_records_nothing(desk, presenter, view):
    assert not presenter.record(view.entry)
    assert view.faults["text"]
    assert len(record_of(desk).outcomes) == 1


def test_odd_words_are_kept_to_the_letter(desk, presenter, view):
    presenter.record(replace(view.entry, verb="noted", text=ODD))
    assert record_of(desk).outcomes[-1].text == " ".join(ODD.split())


def test_points_papers_work_plan_lines_and_the_body_above_are_kept_and_shown_as_facts(desk, presenter, view):
    entry = replace(view.entry, verb="agreed", text="to recommend", points=("one", "", "two"), fulfils=("w1",))
    presenter.record(
        replace(entry, to_body="AHG SOM 12", to_when="late 2017", papers=("d1",), number="3/4", public=False)
    )
    kept = record_of(desk).outcomes[-1]
    assert (kept.points, kept.fulfils, kept.papers, kept.number) == (["one", "two"], ["w1"], ["d1"], "3/4")
    assert kept.recommended_to == {"body": "AHG SOM 12", "when": "late 2017"}
    assert [fact.text for fact in view.rows[-1].facts] == [
        "private, not in the statement",
        "fulfils work plan line 1",
        "to AHG SOM 12, late 2017",
        "TIPWG/3/1",
        "Decision 3/4",
    ]


def test_owner_and_due_make_an_action_which_undo_takes_back_with_its_outcome(desk, presenter, view):
    presenter.record(replace(view.entry, verb="requested", text="the RSO to act", owner="RSO", due="15/9/2017"))
    action = record_of(desk).actions[0]
    assert (action.text, action.owner, action.due, action.status) == (
        "act",
        "RSO",
        dt.date(2017, 9, 15),
        "open",
    )
    assert view.rows[-1].facts[0].text == "RSO, due 15 September 2017"
    desk.undo()
    assert not record_of(desk).actions


def test_the_action_of_an_outcome_follows_its_words_until_somebody_writes_others(desk, presenter, view):
    presenter.record(replace(view.entry, verb="requested", text="the RSO to act", owner="RSO"))
    presenter.choose_outcome(record_of(desk).outcomes[-1].id)
    presenter.keep(replace(view.entry, text="the RSO to act soon"))
    assert record_of(desk).actions[0].text == "act soon"
    presenter.actions.change(record_of(desk).actions[0].id, "text", "act at once")
    presenter.keep(replace(view.entry, text="the RSO to act late"))
    assert record_of(desk).actions[0].text == "act at once"
    presenter.keep(replace(view.entry, owner="", text="the RSO to act late"))
    assert record_of(desk).actions[0].owner is None


def test_a_date_that_cannot_be_read_is_told_at_its_field_and_nothing_else_is_lost(desk, presenter, view):
    assert not presenter.record(replace(view.entry, verb="requested", text="the RSO to act", owner="RSO", due="soon"))
    assert "soon" in view.faults["due"]
    assert record_of(desk).outcomes[-1].text == "the RSO to act"
    assert (view.entry.outcome_id, view.entry.due) == (record_of(desk).outcomes[-1].id, "soon")
    assert presenter.record(replace(view.entry, due="1 June 2017"))
    assert record_of(desk).actions[0].due == dt.date(2017, 6, 1)


def test_a_chosen_outcome_is_edited_in_the_entry_line_and_a_burst_of_typing_is_one_step(desk, presenter, view):
    presenter.choose_outcome(1)
    shown = view.entries
    presenter.keep(replace(view.entry, text="the guide a"))
    presenter.keep(replace(view.entry, text="the guide and "))
    assert view.told() == ["Members noted the guide and"]
    assert view.entries == shown  # the cursor stays where she types
    desk.undo()
    assert view.told() == ["Members noted the guide"]
    assert view.entry.text == "the guide"


def test_leaving_records_what_says_something(desk, presenter, view):
    presenter.flush(view.entry)
    assert len(record_of(desk).outcomes) == 1
    presenter.flush(replace(view.entry, text="half a sentence"))
    assert record_of(desk).outcomes[-1].text == "half a sentence"


def test_deleting_an_outcome_takes_its_actions_along_and_undo_brings_both_back(desk, presenter, view):
    presenter.record(replace(view.entry, verb="requested", text="it", owner="RSO"))
    presenter.delete(record_of(desk).outcomes[-1].id)
    assert not record_of(desk).actions
    desk.undo()
    assert len(record_of(desk).actions) == 1
    assert len(view.rows) == 2


def test_outcomes_move_within_their_item_and_to_another(desk, presenter, view):
    presenter.record(replace(view.entry, verb="welcomed", text="it"))
    last = record_of(desk).outcomes[-1].id
    presenter.move(last, -1)
    assert view.told()[0] == "Members welcomed it"
    desk.undo()
    assert view.told()[1] == "Members welcomed it"
    presenter.move_to_item(last, 1)
    assert [row.count for row in view.items] == [1, 1]
    desk.undo()
    assert [row.count for row in view.items] == [0, 2]


def test_a_wrong_match_of_actor_and_verb_is_said_while_typing(presenter, view):
    presenter.typed(replace(view.entry, subject="The Co-Chairs", verb="agreed", text="to meet"))
    assert view.reading.advice
    assert view.reading.rung == "agreed"
    presenter.typed(replace(view.entry, subject="Members", verb="agreed", text="to meet"))
    assert not view.reading.advice


def test_the_reading_shows_the_sentence_with_its_points(presenter, view):
    presenter.typed(replace(view.entry, verb="agreed", text="to send", points=("a", "b")))
    assert "".join(run.text for run in view.reading.runs) == "Members agreed to send:"
    assert len(view.reading.points) == 2
    presenter.typed(replace(view.entry, verb="", text=""))
    assert not view.reading.runs


def test_an_outcome_whose_item_is_gone_stays_in_sight(desk, presenter, view):
    from bali_desk.store.removal import remove

    with desk.change("Delete item") as session:
        remove(session, session.get_one(AgendaItem, 2))
    assert view.items[-1].title == "Without an agenda item"
    presenter.choose_item(None)
    assert view.told() == ["Members noted the guide"]


def test_actions_are_added_changed_moved_and_taken_away(desk, presenter, view):
    presenter.choose_outcome(1)
    first, second = presenter.actions.add(), presenter.actions.add()
    presenter.actions.change(first, "text", "write")
    presenter.actions.change(first, "due", "2017-06-01")
    presenter.actions.change(first, "status", "done")
    kept = record_of(desk).actions[0]
    assert (kept.outcome_id, kept.text, kept.due, kept.status) == (1, "write", dt.date(2017, 6, 1), "done")
    assert view.actions[0].detail == "2 · 1 June 2017 · done"
    presenter.actions.move(second, -1)
    assert [row.row_id for row in view.actions] == [second, first]
    presenter.actions.remove(first)
    assert [row.row_id for row in view.actions] == [second]
    desk.undo()
    assert len(view.actions) == 2


def test_the_work_plan_is_edited_and_a_line_taken_away_leaves_no_reference(desk, presenter, view):
    presenter.plan.change_head("to", "2018")
    assert (view.plan.title, view.plan.from_, view.plan.to) == ("Plan", "2015", "2018")
    presenter.choose_outcome(1)
    presenter.keep(replace(view.entry, fulfils=("w1",)))
    assert view.lines[0].detail == "fulfilled by an outcome"
    presenter.plan.remove(1)
    assert record_of(desk).outcomes[0].fulfils == []
    desk.undo()
    assert record_of(desk).outcomes[0].fulfils == ["w1"]


def test_events_are_edited_with_dates_as_exact_as_known(desk, presenter, view):
    event = presenter.events.add()
    presenter.events.change(event, "name", "Forum")
    presenter.events.change(event, "start", "August 2017")
    presenter.events.change(event, "place", "Perth")
    with desk.reading() as session:
        assert session.get_one(Event, event).start == "2017-08"
    assert view.events[0].detail == "August 2017 · Perth"
    with pytest.raises(Exception, match="not a date"):
        presenter.events.change(event, "start", "next week")
    with pytest.raises(Exception, match="needs a name"):
        presenter.events.change(event, "name", "  ")


def test_what_undo_brings_back_after_leaving_is_not_shown_by_a_page_that_was_left(desk, presenter, view):
    presenter.leave()
    with desk.change("Elsewhere") as session:
        session.get_one(Outcome, 1).text = "another"
    assert view.told() == ["Members noted the guide"]
    presenter.leave = lambda: None


def test_a_new_work_plan_is_made_with_its_first_line(tmp_path, view):
    desk = Desk(tmp_path / "empty.desk")
    with desk.change("Sample") as session:
        session.add(Body(id=1, name="Working Group"))
        session.flush()
        session.add(Meeting(id=1, body_id=1, start=dt.date(2017, 5, 26)))
    presenter = OutcomesPresenter(desk, view, Officer(), 1)
    line = presenter.plan.add()
    presenter.plan.change(line, "text", "Meet")
    assert view.lines[0].title == "1  Meet"
    desk.close()
    assert Action


def test_another_page_leads_to_an_agenda_item_or_an_outcome_by_its_handle(desk, presenter, view):
    with desk.reading() as session:
        opening, outcome = session.get_one(AgendaItem, 1).handle, session.get_one(Outcome, 1).handle
    presenter.show_outcome(outcome)
    assert (view.item, view.chosen) == (2, 1)
    presenter.show_outcome(opening)
    assert view.item == 1
    assert presenter.action_of(opening) is None


def test_interventions_are_noted_by_delegation_on_the_item_in_hand(desk, presenter, view):
    with desk.change("Delegation") as session:
        session.add(Delegation(id=1, meeting_id=1, name="Viet Nam", kind="country"))
    first = presenter.interventions.add()
    presenter.interventions.change(first, "who", "viet nam ")
    presenter.interventions.change(first, "text", ODD)
    second = presenter.interventions.add()
    presenter.interventions.change(second, "who", "A voice from the floor")
    assert [(row.title, row.detail) for row in view.interventions] == [
        ("Viet Nam", typed.words(ODD)),
        ("A voice from the floor", ""),
    ]
    stored = record_of(desk).interventions
    assert [(one.agenda_item_id, one.delegation_id, one.speaker) for one in stored] == [
        (2, 1, None),
        (2, None, "A voice from the floor"),
    ]
    presenter.interventions.move(second, -1)
    assert [row.title for row in view.interventions] == ["A voice from the floor", "Viet Nam"]
    presenter.choose_item(1)
    assert view.interventions == []
    presenter.choose_item(2)
    presenter.interventions.remove(second)
    assert [row.title for row in view.interventions] == ["Viet Nam"]
    desk.undo()
    assert len(view.interventions) == 2


def test_whoever_intervened_stays_by_name_when_the_delegation_goes(desk, presenter, view):
    with desk.change("Delegation") as session:
        session.add(Delegation(id=1, meeting_id=1, name="Viet Nam", kind="country"))
    row = presenter.interventions.add()
    presenter.interventions.change(row, "who", "Viet Nam")
    with desk.change("Delete delegation") as session:
        remove(session, session.get_one(Delegation, 1))
    assert [row.title for row in view.interventions] == ["Viet Nam"]
    desk.undo()
    assert record_of(desk).interventions[0].delegation_id == 1


def test_an_intervention_is_never_told_in_the_statement(desk, presenter):
    row = presenter.interventions.add()
    presenter.interventions.change(row, "text", "Words for the record alone")
    assert all("record alone" not in one.text for one in compose(record_of(desk)))


def test_a_series_of_one_point_reads_as_the_statement_will_have_it(presenter, view):
    presenter.typed(replace(view.entry, verb="agreed on", text="one aim", points=("meeting more often",)))
    assert "".join(run.text for run in view.reading.runs) == "Members agreed on one aim: meeting more often."
    assert view.reading.points == ()

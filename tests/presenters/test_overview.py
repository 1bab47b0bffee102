"""The Overview's presenter: facts kept or refused, and everything shown again when it changes elsewhere."""

import datetime as dt

import pytest

from bali_desk.domain.errors import DeskError
from bali_desk.domain.models import Body, Meeting
from bali_desk.presenters.overview.facts import LABELS
from bali_desk.presenters.overview.presenter import OverviewPresenter
from bali_desk.store.desk import Desk


class View:
    shown = 0

    def offer_styles(self, names):
        self.styles = names

    def show_facts(self, facts, counted):
        self.facts, self.counted = dict(facts), dict(counted)
        self.shown += 1

    def show_chairs(self, chairs):
        self.chairs = chairs

    def show_road(self, road):
        self.road = road

    def show_body_lists(self, rows):
        self.lists = rows


@pytest.fixture
def desk(tmp_path):
    desk = Desk(tmp_path / "bali.desk")
    with desk.change("New meeting") as session:
        session.add(Body(id=1, name="TIPWG"))
        session.flush()
        session.add(Meeting(id=1, body_id=1, start=dt.date(2017, 5, 26)))
    yield desk
    desk.close()


@pytest.fixture
def view():
    return View()


@pytest.fixture
def overview(desk, view):
    return OverviewPresenter(desk, view, None, 1)


TYPED = {
    "ordinal": ("3", "3rd"),
    "kind": ("annual meeting", "annual meeting"),
    "title": (" Third  meeting ", "Third meeting"),
    "start": ("25/5/2017", "25 May 2017"),
    "end": ("2017-05-27", "27 May 2017"),
    "city": ("Bali", "Bali"),
    "country": ("Indonesia", "Indonesia"),
    "venue": ("Segara Hall", "Segara Hall"),
    "time_zone": ("Asia/Makassar", "Asia/Makassar"),
    "format": ("hybrid", "hybrid"),
    "marking": ("Restricted", "Restricted"),
    "next_when": ("first half of 2018", "first half of 2018"),
    "next_place": ("Colombo", "Colombo"),
    "body_name": ("Working Group", "Working Group"),
    "body_short": ("WG", "WG"),
    "body_parent": ("Bali Process", "Bali Process"),
    "body_main_actor": ("Members", "Members"),
    "body_style": ("numbered", "numbered"),
    "participants": ("41", "41"),
    "countries": ("18", "18"),
    "organisations": ("3", "3"),
    "members_and_organisations": ("21", "21"),
}


@pytest.mark.parametrize("name", LABELS)
def test_every_fact_is_kept_shown_and_taken_back(overview, view, desk, name):
    before = dict(view.facts)
    typed, shown = TYPED[name]
    overview.keep(name, typed)
    assert view.facts[name] == shown
    assert desk.undo_label == f"Edit {LABELS[name]}"
    desk.undo()
    assert view.facts == before


@pytest.mark.parametrize("name", sorted(set(LABELS) - {"start", "body_name"}))
def test_a_fact_that_is_emptied_is_empty_again(overview, view, name):
    overview.keep(name, TYPED[name][0])
    overview.keep(name, " ")
    assert view.facts[name] == ""


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("start", ""),
        ("start", "31 June 2017"),
        ("end", "25 May 2017"),
        ("ordinal", "0"),
        ("ordinal", "minus one"),
        ("time_zone", "../../etc/passwd"),
        ("time_zone", "Bali"),
        ("countries", "-3"),
        ("body_name", "  "),
    ],
)
def test_what_makes_no_sense_is_refused_and_changes_nothing(overview, view, desk, name, text):
    before = dict(view.facts)
    with pytest.raises(DeskError):
        overview.keep(name, text)
    assert view.facts == before
    assert desk.undo_label == "New meeting"


def test_a_burst_of_typing_in_one_field_is_one_step(overview, view, desk):
    for text in ("B", "Ba", "Bali"):
        overview.keep("city", text)
    desk.undo()
    assert view.facts["city"] == ""


def test_it_stops_listening_when_it_leaves(overview, view, desk):
    overview.leave()
    before = view.shown
    overview.keep("city", "Bali")
    assert view.shown == before


def test_it_says_nothing_more_of_a_meeting_that_is_gone(overview, view, desk):
    before = view.shown
    desk.undo()
    assert view.shown == before


def test_it_offers_the_styles_there_are(overview, view):
    assert {"bali-process", "numbered"} <= set(view.styles)

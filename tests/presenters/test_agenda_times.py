"""Sessions, leads, lengths, clocks and the day to scale, on a real desk."""

import datetime as dt

import pytest
from sqlmodel import select

from bali_desk.domain.errors import DeskError
from bali_desk.domain.models import AgendaItem, Body, CoChair, Meeting, MeetingSession
from bali_desk.presenters.agenda.dropping import drop_on_day
from bali_desk.presenters.agenda.presenter import AgendaPresenter
from bali_desk.presenters.agenda.rows import DayFoot, SessionHead
from bali_desk.store.desk import Desk

FIRST, SECOND = dt.date(2017, 3, 25), dt.date(2017, 3, 26)  # in the second night, clocks go forward in Vienna
ITEMS = (
    ("Opening", 15, "09:00"),
    ("Updates", 45, None),
    ("Coffee", 20, None),
    ("Plan", 40, None),
    ("Closing", 10, None),
)


class View:
    def show_agenda(self, agenda):
        self.agenda = agenda

    def show_item(self, item):
        self.item = item

    def row(self, title):
        return next(row for row in self.agenda.rows if row.title == title)

    def key(self, title):
        return self.row(title).key

    def starts(self):
        return {row.title: row.starts for row in self.agenda.rows}

    def titles(self):
        return [row.title for row in self.agenda.rows]


class Officer:
    def __init__(self):
        self.said, self.failures = [], []

    def tell(self, message):
        self.said.append(message)

    def fail(self, message):
        self.failures.append(message)


@pytest.fixture
def page(tmp_path):
    desk = Desk(tmp_path / "bali.desk")
    with desk.change("New meeting") as session:
        body = Body(name="Body")
        session.add(body)
        session.flush()
        meeting = Meeting(body_id=body.id, start=FIRST, end=SECOND, time_zone="Europe/Vienna")
        session.add(meeting)
        session.flush()
        for place, country in enumerate(("Indonesia", "Australia")):
            session.add(CoChair(meeting_id=meeting.id, sequence=place, country=country))
        for place, (title, minutes, start) in enumerate(ITEMS):
            kind = "break" if title == "Coffee" else "item"
            session.add(
                AgendaItem(meeting_id=meeting.id, sequence=place, title=title, minutes=minutes, start=start, kind=kind)
            )
    view, officer = View(), Officer()
    view.desk, view.officer = desk, officer
    view.presenter = AgendaPresenter(desk, view, officer, meeting.id)
    yield view
    view.presenter.leave()
    desk.close()


def stored(page, title):
    with page.desk.reading() as session:
        return session.exec(select(AgendaItem).where(AgendaItem.title == title)).one()


def session_of(page, title, **fields):
    """A session that this item opens."""
    with page.desk.change("New session") as session:
        made = MeetingSession(meeting_id=1, name="Afternoon", **{"day": FIRST, "start": "14:00", **fields})
        session.add(made)
        session.flush()
    page.presenter.fields.write(page.key(title), "session", str(made.id))
    return made.id


# ---- sessions ----
def test_an_item_opens_a_session_and_undo_takes_it_back(page):
    before = page.starts()
    opened = session_of(page, "Plan", end="14:45")
    assert page.starts() == {**before, "Plan": "14:00", "Closing": "14:40"}
    assert page.row("Closing").over == 5
    heads = [line.label for line in page.agenda.lines if isinstance(line, SessionHead)]
    assert heads == ["Afternoon  14:00–14:45"]
    page.presenter.choose(page.key("Plan"))
    assert page.item.session == str(opened)
    assert dict(page.item.sessions)[str(opened)] == "begins Afternoon, 25 March 14:00–14:45"
    page.presenter.choose(page.key("Closing"))
    assert page.item.sessions[0] == ("", "in Afternoon")
    page.desk.undo()
    assert page.starts() == before


def test_an_item_that_opens_none_any_more_follows_again(page):
    before = page.starts()
    session_of(page, "Plan")
    page.presenter.fields.write(page.key("Plan"), "session", "")
    assert page.starts() == before


def test_a_new_session_begins_when_its_item_does_and_is_named_after_the_time_of_day(page):
    page.presenter.fields.write(page.key("Plan"), "start", "13:30")
    page.presenter.fields.write(page.key("Plan"), "session", "new")
    with page.desk.reading() as session:
        made = session.exec(select(MeetingSession)).one()
    assert (made.name, made.day, made.start) == ("Afternoon session", FIRST, "13:30")
    assert (stored(page, "Plan").start, page.row("Plan").starts) == (None, "13:30"), "its start is the session's now"
    page.desk.undo()
    assert stored(page, "Plan").start == "13:30"


def test_when_a_session_moves_its_items_go_with_it(page):
    opened = session_of(page, "Plan")
    with page.desk.change("Move session") as session:
        made = session.get_one(MeetingSession, opened)
        made.day, made.start = SECOND, "10:00"
    assert (page.row("Closing").day, page.row("Closing").starts) == (SECOND, "10:40")


def test_alt_and_arrow_over_the_edge_of_a_session(page):
    session_of(page, "Plan")
    page.presenter.order.move(page.key("Coffee"), 1)
    assert (page.titles(), page.row("Coffee").starts) == ([title for title, *_ in ITEMS], "14:00")
    page.presenter.order.move(page.key("Coffee"), -1)
    assert (page.row("Coffee").starts, page.row("Plan").starts) == ("10:00", "14:00")


def test_the_first_item_of_a_session_may_go_and_the_session_stays(page):
    session_of(page, "Plan")
    page.presenter.order.delete(page.key("Plan"))
    assert page.row("Closing").starts == "14:00"


# ---- the clock a day begins with ----
def test_the_first_clock_time_stays_with_the_day_when_its_item_moves_or_goes(page):
    page.presenter.order.move(page.key("Opening"), 1)
    assert (page.titles()[:2], page.row("Updates").starts, page.row("Opening").starts) == (
        ["Updates", "Opening"], "09:00", "09:45",
    )  # fmt: skip
    page.desk.undo()
    page.presenter.order.delete(page.key("Opening"))
    assert page.row("Updates").starts == "09:00"
    page.desk.undo()
    assert stored(page, "Opening").start == "09:00"
    assert stored(page, "Updates").start is None


def test_alt_and_down_leads_from_the_last_item_to_an_empty_day(page):
    page.presenter.order.move(page.key("Closing"), 1)
    assert page.row("Closing").day == SECOND
    page.presenter.order.move(page.key("Closing"), -1)
    assert page.row("Closing").day == FIRST


# ---- over a change of clocks ----
def test_a_night_session_over_a_change_of_clocks(page):
    page.presenter.fields.write(page.key("Updates"), "day", SECOND.isoformat())
    page.presenter.fields.write(page.key("Updates"), "start", "01:30")
    page.presenter.fields.write(page.key("Updates"), "minutes", "60")
    page.presenter.choose(page.key("Updates"))
    assert page.item.flowing_end == "03:30"
    page.presenter.fields.write(page.key("Updates"), "end", "04:00")
    assert page.row("Updates").minutes == "90"
    day = next(day for day in page.agenda.days if day.day == SECOND)
    assert [words for _minute, words in day.ticks] == ["01:30", "03:00", "03:30", "04:00"]
    assert [minute for minute, _words in day.ticks] == [90, 120, 150, 180]


def test_a_time_that_the_clocks_leave_out_is_refused_in_words(page):
    page.presenter.fields.write(page.key("Closing"), "day", SECOND.isoformat())
    with pytest.raises(DeskError, match="There is no 02:30 on Sunday 26 March: the clocks of Europe/Vienna"):
        page.presenter.fields.write(page.key("Closing"), "start", "02:30")


# ---- numbers ----
def test_a_number_that_counting_gives_is_not_kept_by_hand(page):
    page.presenter.fields.write(page.key("Updates"), "no", "2")
    assert stored(page, "Updates").no is None
    page.presenter.fields.write(page.key("Updates"), "no", "2 bis")
    assert (stored(page, "Updates").no, page.row("Plan").number) == ("2 bis", "2")
    page.presenter.fields.write(page.key("Plan"), "no", "1")
    assert page.row("Plan").remark == page.row("Opening").remark == "number stands twice"


# ---- lead ----
@pytest.mark.parametrize(("typed", "country"), [("Indonesia", "Indonesia"), ("aus", "Australia"), ("", "")])
def test_who_leads_is_written_in_a_few_letters(page, typed, country):
    page.presenter.fields.write(page.key("Plan"), "lead", "Indonesia")
    page.presenter.fields.write(page.key("Plan"), "lead", typed)
    assert page.row("Plan").lead == country


def test_who_leads_by_key_goes_round(page):
    seen = []
    for _ in range(3):
        page.presenter.fields.next_lead(page.key("Plan"))
        seen.append(page.row("Plan").lead)
    assert seen == ["Indonesia", "Australia", ""]


def test_a_lead_that_is_no_co_chair_is_refused_with_those_there_are(page):
    with pytest.raises(DeskError, match="“Fiji” does not say which co-chair leads: write Indonesia or Australia"):
        page.presenter.fields.write(page.key("Plan"), "lead", "Fiji")


def test_sub_items_show_who_leads_above_and_breaks_nobody(page):
    page.presenter.fields.write(page.key("Opening"), "lead", "Indonesia")
    page.presenter.order.indent(page.key("Updates"))
    assert (page.row("Updates").lead, page.row("Updates").leads_by_parent) == ("Indonesia", True)
    page.presenter.fields.next_lead(page.key("Coffee"))
    assert page.row("Coffee").lead == ""


def test_a_co_chair_who_is_taken_away_leads_nothing(page):
    from bali_desk.store.removal import remove

    page.presenter.fields.write(page.key("Plan"), "lead", "Australia")
    with page.desk.change("Delete co-chair") as session:
        remove(session, session.exec(select(CoChair).where(CoChair.country == "Australia")).one())
    assert (page.row("Plan").lead, page.agenda.leads) == ("", ("Indonesia",))


# ---- minutes ----
@pytest.mark.parametrize(
    ("minutes", "way", "then"), [("15", 1, "20"), ("15", -1, "10"), ("13", 1, "15"), ("13", -1, "10")]
)
def test_minutes_go_in_whole_fives(page, minutes, way, then):
    page.presenter.fields.write(page.key("Plan"), "minutes", minutes)
    page.presenter.fields.lengthen(page.key("Plan"), way)
    assert page.row("Plan").minutes == then


def test_minutes_stop_at_none_and_a_parent_of_timed_items_has_none_of_its_own(page):
    for _ in range(5):
        page.presenter.fields.lengthen(page.key("Closing"), -1)
    assert page.row("Closing").minutes == "0"
    page.presenter.order.indent(page.key("Updates"))
    page.presenter.fields.lengthen(page.key("Opening"), 1)
    assert page.row("Opening").minutes == "45"


def test_the_foot_of_the_day_says_when_it_ends_and_what_is_over_and_free(page):
    page.presenter.fields.write(page.key("Coffee"), "start", "09:50")
    page.presenter.fields.write(page.key("Closing"), "start", "11:00")
    (foot,) = [line for line in page.agenda.lines if isinstance(line, DayFoot)]
    assert (foot.label, foot.remark) == ("Ends 11:10, 2 h 10 min in all", "10 min over · 10 min free")


# ---- the day to scale ----
def drop(page, title, pointer, top=None, fix=False):
    rows = [row for row in page.agenda.rows if row.day == FIRST]
    page.presenter.order.drop_on_day(
        page.key(title), drop_on_day(rows, page.key(title), pointer, pointer if top is None else top, fix)
    )


def test_dropped_between_two_items_it_stands_between_them_and_times_follow(page):
    drop(page, "Plan", 9 * 60 + 16)
    assert page.titles() == ["Opening", "Plan", "Updates", "Coffee", "Closing"]
    assert page.row("Plan").starts == "09:15"
    page.desk.undo()
    assert page.titles() == [title for title, *_ in ITEMS]


def test_dropped_with_shift_it_starts_at_the_time_in_whole_fives(page):
    drop(page, "Closing", 12 * 60, 12 * 60 + 2, fix=True)
    assert (stored(page, "Closing").start, page.row("Closing").free) == ("12:00", 60)
    page.desk.undo()
    assert stored(page, "Closing").start is None


def test_dropped_where_time_is_free_it_starts_there(page):
    page.presenter.fields.write(page.key("Closing"), "start", "12:00")
    drop(page, "Coffee", 11 * 60 + 10)
    assert page.titles() == ["Opening", "Updates", "Plan", "Coffee", "Closing"]
    assert stored(page, "Coffee").start == "11:10"


def test_an_item_with_a_fixed_start_moves_on_the_clock(page):
    page.presenter.fields.write(page.key("Coffee"), "start", "10:30")
    drop(page, "Coffee", 9 * 60 + 10)
    assert (page.titles()[1], stored(page, "Coffee").start) == ("Coffee", "09:10")


def test_stretched_it_is_one_step_each(page):
    page.presenter.fields.stretch(page.key("Plan"), 55)
    page.presenter.fields.stretch(page.key("Plan"), 60)
    page.desk.undo()
    assert page.row("Plan").minutes == "55"


# ---- folded ----
def test_folded_sub_items_are_hidden_and_their_overrun_is_told_above(page):
    page.presenter.order.indent(page.key("Updates"))
    page.presenter.fields.write(page.key("Coffee"), "start", "09:30")
    page.presenter.fold(page.key("Opening"))
    shown = {getattr(line, "title", ""): line for line in page.agenda.lines}
    assert "Updates" not in shown
    assert (shown["Opening"].hidden, shown["Opening"].remark) == (1, "15 min over")
    assert page.titles()[1] == "Updates", "the day to scale still has them"
    page.presenter.unfold_to(page.key("Updates"))
    assert "Updates" in {getattr(line, "title", "") for line in page.agenda.lines}


# ---- paste ----
def test_a_pasted_agenda_comes_below_with_levels_and_is_one_step(page):
    text = "1. Reports\n(a) First\n(b) Second\nCoffee\n2. Outlook"
    first = page.presenter.paste.paste("", text, page.key("Updates"))
    assert [f"{'  ' * row.depth}{row.number} {row.title}".rstrip() for row in page.agenda.rows] == [
        "1 Opening", "2 Updates", "3 Reports", "  3.1 First", "  3.2 Second", " Coffee", "4 Outlook",
        " Coffee", "5 Plan", "6 Closing",
    ]  # fmt: skip
    assert first == page.key("Reports")
    assert stored(page, "First").no is None, "counting gives the same"
    assert page.officer.said == ["5 items pasted after “Updates”, 1 break among them."]
    assert page.desk.undo_label == "Paste agenda"
    page.desk.undo()
    assert page.titles() == [title for title, *_ in ITEMS]


def test_numbers_that_counting_does_not_give_are_kept_by_hand(page):
    page.presenter.paste.paste("", "5. Late\n5 bis. Later\n6. Last", page.key("Closing"))
    assert [stored(page, title).no for title in ("Late", "Later", "Last")] == [None, "5 bis", None]
    assert [page.row(title).number for title in ("Late", "Later", "Last")] == ["5", "5 bis", "6"]


def test_a_pasted_programme_keeps_the_times_that_do_not_follow(page):
    text = "10:10-10:30\tUpdates 2\tIndonesia\n10:30-11:00\tReports\tAustralia\n13:00-13:30\tWork\tCo-Chairs"
    page.presenter.order.delete(page.key("Closing"))
    page.presenter.order.delete(page.key("Plan"))
    page.presenter.fields.write(page.key("Coffee"), "minutes", "10")
    page.presenter.paste.paste("", text, page.key("Coffee"))
    assert [stored(page, title).start for title in ("Updates 2", "Reports", "Work")] == [None, None, "13:00"]
    assert page.row("Work").free == 120
    assert stored(page, "Reports").presenters == ["Australia"]


def test_what_is_pasted_for_another_day_falls_on_it(page):
    page.presenter.paste.paste("", "1. Report\nDay 2\n2. Outlook", page.key("Closing"))
    assert (page.row("Report").day, page.row("Outlook").day) == (FIRST, SECOND)


def test_what_is_too_deep_is_pasted_as_deep_as_an_agenda_goes(page):
    page.presenter.order.indent(page.key("Updates"))
    page.presenter.paste.paste("", "1. A\n1.1 B\n1.1.1 C\n1.1.1.1 D", page.key("Updates"))
    assert [page.row(title).depth for title in "ABCD"] == [1, 2, 2, 2]


@pytest.mark.parametrize("text", ["", "  \n \t\n"])
def test_pasting_nothing_says_what_to_do(page, text):
    assert page.presenter.paste.paste("", text, None) is None
    assert page.officer.said == ["Nothing to paste: copy the lines of an agenda in Word or Excel first."]


def test_pasting_a_book_is_refused(page):
    page.presenter.paste.paste("", "line\n" * 2000, None)
    assert "2000 lines" in page.officer.failures[0]
    assert page.titles() == [title for title, *_ in ITEMS]

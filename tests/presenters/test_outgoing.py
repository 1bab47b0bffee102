"""Sheets and calendars out of a real desk."""

import csv
import io

import pytest
from icalendar import Calendar
from openpyxl import load_workbook
from sqlmodel import select

from bali_desk.domain.models import AgendaItem, Delegation
from bali_desk.presenters.outgoing import Outgoing
from bali_desk.store.removal import remove


@pytest.fixture
def outgoing(desk, officer):
    return Outgoing(desk, officer, 1)


def test_everyone_goes_to_excel_in_the_printed_order(outgoing, officer, tmp_path):
    officer.path = tmp_path / "all.xlsx"
    outgoing.everyone_to_excel()
    assert officer.offered == "TIPWG Third annual meeting - participants.xlsx"
    assert officer.told == ["41 persons written to all.xlsx."]
    sheet = load_workbook(officer.path).active
    assert sheet.max_row == 42
    assert (sheet["A2"].value, sheet["F2"].value) == ("Indonesia", "KUSUMAWARDANI, Retno Ayu")


def test_everyone_goes_to_csv(outgoing, officer, tmp_path):
    officer.path = tmp_path / "all.csv"
    outgoing.everyone_to_csv()
    rows = list(csv.DictReader(io.StringIO(officer.path.read_text(encoding="utf-8-sig"), newline="")))
    assert len(rows) == 41


def test_a_delegation_gets_its_own_persons_only(outgoing, officer, desk, tmp_path):
    officer.path = tmp_path / "thailand.xlsx"
    with desk.reading() as session:
        thailand = session.exec(select(Delegation.id).where(Delegation.name == "Thailand")).one()
    outgoing.delegation_to_excel(thailand)
    assert officer.offered == "TIPWG Third annual meeting - Thailand.xlsx"
    sheet = load_workbook(officer.path).active
    assert {row[0].value for row in sheet.iter_rows(min_row=2)} == {"Thailand"}
    assert "Note" not in [cell.value for cell in sheet[1]]


def test_nothing_is_written_when_she_thinks_better_of_it(outgoing, officer, tmp_path):
    outgoing.everyone_to_excel()
    outgoing.agenda_to_calendar()
    assert (officer.told, officer.failures) == ([], [])
    assert list(tmp_path.glob("*.xlsx")) == []


def test_a_place_that_does_not_take_the_file_is_told_and_leaves_what_was_there(outgoing, officer, tmp_path):
    officer.path = tmp_path / "nowhere" / "a.ics"
    outgoing.agenda_to_calendar()
    assert officer.failures == [f"“{officer.path}” could not be written: there is no such folder."]


def test_an_agenda_without_times_is_told_before_she_is_asked_for_a_name(outgoing, officer, desk):
    with desk.change("Empty the agenda") as session:
        for item in session.exec(select(AgendaItem)):
            item.start = None
    outgoing.agenda_to_calendar()
    assert officer.offered is None
    assert "No item of the agenda has a time yet" in officer.failures[0]


def sequence(outgoing, officer, tmp_path):
    officer.path = tmp_path / "agenda.ics"
    outgoing.agenda_to_calendar()
    return {int(one["sequence"]) for one in Calendar.from_ical(officer.path.read_bytes()).events}.pop()


def test_every_change_of_the_agenda_is_newer_whatever_comes_goes_or_is_taken_back(outgoing, officer, desk, tmp_path):
    sent = [sequence(outgoing, officer, tmp_path)]
    for minutes in (20, 25, 30, 35):
        with desk.change("Change minutes") as session:
            session.exec(select(AgendaItem).where(AgendaItem.title == "Lunch")).one().minutes = minutes
    sent.append(sequence(outgoing, officer, tmp_path))
    with desk.change("Delete item") as session:
        remove(session, session.exec(select(AgendaItem).where(AgendaItem.title == "Lunch")).one())
    sent.append(sequence(outgoing, officer, tmp_path))
    desk.undo()
    sent.append(sequence(outgoing, officer, tmp_path))
    with desk.change("Add item") as session:
        session.add(AgendaItem(meeting_id=1, title="Photo", minutes=5, sequence=99))
    sent.append(sequence(outgoing, officer, tmp_path))
    desk.undo()
    sent.append(sequence(outgoing, officer, tmp_path))
    assert sent == sorted(set(sent))

"""A desk with the sample meeting of one's own, sheets made on the spot, and the way from one into the other."""

import datetime as dt
import io
from dataclasses import dataclass
from pathlib import Path

import pytest
from openpyxl import Workbook

from bali_desk import assets
from bali_desk.domain.models import Participant
from bali_desk.exchange.importing import take_in
from bali_desk.exchange.registration import guess, judge, open_book, recall, registrations, remember, take
from bali_desk.store.desk import Desk
from bali_desk.store.records import read_record

SAMPLE = assets.RESOURCES / "sample" / "tipwg-3.meeting.json"
TODAY = dt.date(2017, 4, 3)


def make_workbook(*sheets, **named):
    """The bytes of an .xlsx; each sheet is a list of rows, or a function that is handed the worksheet."""
    book = Workbook()
    book.remove(book.active)
    contents = {f"Sheet{number}": content for number, content in enumerate(sheets, 1)} | named
    for title, content in contents.items():
        worksheet = book.create_sheet(title)
        if callable(content):
            content(worksheet)
        else:
            fill(worksheet, content)
    data = io.BytesIO()
    book.save(data)
    return data.getvalue()


def fill(worksheet, rows):
    """Append rows; a text that looks like a formula stays a text."""
    for row in rows:
        worksheet.append(list(row))
        for cell in worksheet[worksheet.max_row]:
            if isinstance(cell.value, str):
                cell.data_type = "s"


def only_sheet(data, name="list.xlsx"):
    """The one sheet that is offered."""
    (sheet,) = open_book(data, name).offered
    return sheet


@dataclass
class Office:
    """What an officer does with a sheet, on a real desk with the sample meeting (its id is 1)."""

    desk: Desk

    def judged(self, data, name="list.xlsx"):
        """The verdicts on the only sheet, in the order of its rows."""
        with self.desk.reading() as session:
            return self._judged(session, only_sheet(data, name))

    def imported(self, data, name="list.xlsx", choices=None):
        """What taking the only sheet did, remembered and in one change, as the window and the command line do it."""
        sheet = only_sheet(data, name)
        with self.desk.change("Import registrations") as session:
            taken = take(session, 1, self._judged(session, sheet), choices, on=TODAY)
            remember(session, sheet, guess(sheet, recall(session, sheet)))
        return taken

    def people(self):
        """Every person of the meeting, column by column."""
        with self.desk.reading() as session:
            rows = read_record(session, 1).participants
        names = [name for name in Participant.model_fields if name != "version"]
        return [{name: getattr(row, name) for name in names} for row in rows]

    def delegations(self):
        """The names of the meeting's delegations, in order."""
        with self.desk.reading() as session:
            return [row.name for row in read_record(session, 1).delegations]

    def _judged(self, session, sheet):
        reading = guess(sheet, recall(session, sheet))
        return judge(session, 1, registrations(sheet, reading))


@pytest.fixture
def office(tmp_path: Path):
    desk = Desk(tmp_path / "bali.desk")
    with desk.change("Import meeting") as session:
        take_in(session, SAMPLE.read_bytes())
    yield Office(desk)
    desk.close()


@pytest.fixture
def workbook():
    return make_workbook


@pytest.fixture
def reading():
    """How a sheet is recognised: a function of the file's bytes and name."""
    return lambda data, name="list.xlsx": guess(only_sheet(data, name))


@pytest.fixture
def rows():
    """The registrations of a file: a function of its bytes and name."""

    def read(data, name="list.xlsx"):
        sheet = only_sheet(data, name)
        return registrations(sheet, guess(sheet))

    return read

"""Persons as Excel and CSV files, read back with what others read them with."""

import csv
import datetime as dt
import io

import pytest
from openpyxl import load_workbook

from bali_desk.domain.models import Body, Delegation, Meeting, Participant
from bali_desk.domain.record import Record
from bali_desk.exchange.cell_text import from_xlsx, unguarded
from bali_desk.exchange.persons_out import to_csv, to_xlsx

NASTY = (
    "Null", "=SUM(A1)", "+62 811 555", "-1", "@SUM(1)", "<script>", "{{ x }}", "\u200fمحمد", "ច័ន្ទ សុភា",
    "e\u0301\u0323", "a\x07b", "two\nlines", "\t=tab", "'quoted'", "_x0041_", "w" * 600, 'say "hi", he; said', "\r=1",
    "007", "1e5", "#N/A", "TRUE", "3/4",
)  # fmt: skip


@pytest.fixture
def record():
    return Record(
        body=Body(id=1, name="TIPWG"),
        meeting=Meeting(id=1, body_id=1, start=dt.date(2017, 5, 26), end=dt.date(2017, 5, 27)),
        delegations=[
            Delegation(id=1, meeting_id=1, name="Lao PDR", kind="country", status="observer"),
            Delegation(id=2, meeting_id=1, name="IOM", kind="organisation", status="observer"),
            Delegation(id=3, meeting_id=1, name="Secretariat", kind="secretariat"),
        ],
        participants=[
            Participant(
                id=1, meeting_id=1, delegation_id=1, honorific="Ms", given="Orathai", family="Srisuwan",
                native_name="อรทัย", position="Director", organisation="Ministry", role="head of delegation",
                email="o@example.org", phone="+66 2 555", attendance="present", mode="online",
                present_on=["2017-05-27"], registered_on=dt.date(2017, 4, 3), note="vegetarian",
            ),
            Participant(id=2, meeting_id=1, delegation_id=2, display="Suharyono"),
            Participant(id=3, meeting_id=1, delegation_id=3, family="Null"),
            Participant(id=4, meeting_id=1, given="Nobody's"),
        ],
    )  # fmt: skip


def sheet_of(data):
    return load_workbook(io.BytesIO(data)).active


def read_csv(data):
    return list(csv.DictReader(io.StringIO(data.decode("utf-8-sig"), newline="")))


def test_every_column_stands_in_both_files(record):
    head, first, *others = sheet_of(to_xlsx(record, record.participants)).iter_rows(values_only=True)
    assert head == (
        "Delegation", "Rank", "Honorific", "Given name", "Family name", "Printed name", "Native name", "Position",
        "Organisation", "Role", "E-mail", "Phone", "Attendance", "Mode", "Present on 26 May 2017",
        "Present on 27 May 2017", "Registered on", "Note",
    )  # fmt: skip
    assert first == (
        "Lao PDR", "observer", "Ms", "Orathai", "Srisuwan", "SRISUWAN, Orathai", "อรทัย", "Director", "Ministry",
        "head of delegation", "o@example.org", "+66 2 555", "present", "online", None, dt.datetime(2017, 5, 27),
        dt.datetime(2017, 4, 3), "vegetarian",
    )  # fmt: skip
    assert [row[1] for row in others] == ["organisation", "secretariat", None]
    one = read_csv(to_csv(record, record.participants))[0]
    assert tuple(one) == head
    assert (one["Present on 27 May 2017"], one["Registered on"], one["Phone"]) == (
        "2017-05-27",
        "2017-04-03",
        "'+66 2 555",
    )


def test_the_printed_name_follows_the_bodys_setting(record):
    record.body.name_style = "Given FAMILY"
    assert sheet_of(to_xlsx(record, record.participants))["F2"].value == "Orathai SRISUWAN"


@pytest.mark.parametrize("name", NASTY)
def test_legal_but_awkward_text_is_text_in_excel_and_comes_back(record, name):
    record.participants[0].family = name
    cell = sheet_of(to_xlsx(record, record.participants))["E2"]
    assert (cell.data_type, cell.quotePrefix, cell.number_format) == ("s", True, "@")
    assert from_xlsx(cell.value) == name


@pytest.mark.parametrize("name", NASTY)
def test_legal_but_awkward_text_runs_nowhere_in_csv_and_comes_back(record, name):
    record.participants[0].family = name
    rows = read_csv(to_csv(record, record.participants))
    assert len(rows) == 4
    assert not rows[0]["Family name"].lstrip().startswith(("=", "+", "-", "@"))
    assert unguarded(rows[0]["Family name"]) == name


def test_csv_begins_with_the_mark_by_which_excel_knows_its_letters(record):
    assert to_csv(record, record.participants).startswith(b"\xef\xbb\xbf")


def test_the_head_stays_in_sight_and_columns_are_as_wide_as_their_words_within_reason(record):
    record.participants[0].position = "w" * 600
    sheet = sheet_of(to_xlsx(record, record.participants))
    assert sheet.freeze_panes == "A2"
    assert sheet.auto_filter.ref == "A1:R5"
    assert all(8 <= size.width <= 48 for size in sheet.column_dimensions.values())
    assert sheet.column_dimensions["H"].width == 48


def test_a_delegations_own_extract_leaves_out_what_the_office_noted(record):
    sheet = sheet_of(to_xlsx(record, record.participants[:1], notes=False))
    assert sheet.max_row == 2
    assert "vegetarian" not in [cell.value for row in sheet.iter_rows() for cell in row]


def test_a_meeting_with_nobody_has_its_heads(record):
    record.participants = []
    assert sheet_of(to_xlsx(record, [])).max_row == 1
    assert to_csv(record, []).count(b"\r\n") == 1


def test_a_very_long_meeting_has_columns_only_for_days_somebody_was_there(record):
    record.meeting.end = dt.date(2019, 1, 1)
    heads = [cell.value for cell in sheet_of(to_xlsx(record, record.participants))[1]]
    assert [head for head in heads if head.startswith("Present")] == ["Present on 27 May 2017"]

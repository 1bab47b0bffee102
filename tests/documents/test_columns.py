"""The columns of the attendance sheet: chosen, in order, as wide as the page, which is laid across for many."""

from __future__ import annotations

import datetime as dt
import io

import docx
import pytest
from docx.enum.section import WD_ORIENT
from docx.shared import Cm

from bali_desk.documents.contexts.attendance import attendance
from bali_desk.documents.contexts.options import COLUMNS, Edition, Options
from bali_desk.documents.shelf import TEMPLATES, make_word
from bali_desk.documents.template_check import check_template
from bali_desk.documents.templates.render import render
from bali_desk.documents.templates.rich import Columns
from bali_desk.domain.errors import DeskError
from bali_desk.domain.models import MeetingSession


def sheet(record, **options):
    return docx.Document(io.BytesIO(make_word("attendance", record, options=Options(**options))))


def rows_of(document):
    return [[cell.text for cell in row.cells] for row in document.tables[0].rows]


def heads_of(record, **options):
    return [one["title"] for one in attendance(record, Options(**options), Edition())["columns"]]


@pytest.mark.parametrize(
    ("columns", "heads", "first"),
    [
        ("number,name,delegation,mark", ["No", "Name", "Delegation", "Signature"], ["1", "NAME", "Indonesia", ""]),
        ("delegation, name", ["Delegation", "Name"], ["Indonesia", "NAME"]),
        ("mark,role,name", ["Signature", "Role", "Name"], ["", "Head of delegation", "NAME"]),
        ("email,email,nonsense,position", ["E-mail", "Position"], ["MAIL", "POST"]),
        ("", ["No", "Name"], ["1", "NAME"]),
    ],
)
def test_the_columns_chosen_print_in_their_order(sample, columns, heads, first):
    person = sample.participants[0]
    person.email, person.position, person.display, person.honorific = "MAIL", "POST", "NAME", None
    rows = rows_of(sheet(sample, columns=columns))
    assert rows[0] == heads
    assert [cell.split("\n")[0] for cell in rows[1]] == first
    assert len(rows) == 1 + len(sample.participants)


def test_whatever_the_columns_the_table_is_as_wide_as_the_text(sample):
    for columns in ("number,name", "number,name,delegation,position,mark", ",".join(COLUMNS)):
        document = sheet(sample, columns=columns)
        section, table = document.sections[0], document.tables[0]
        room = section.page_width - section.left_margin - section.right_margin
        for cells in (table.columns, table.rows[0].cells, table.rows[5].cells):
            assert sum(one.width for one in cells) == pytest.approx(room, abs=700)


def test_many_columns_lay_the_page_across_and_the_page_number_stays_at_its_margin(sample):
    upright, across = sheet(sample), sheet(sample, columns=",".join(COLUMNS))
    assert upright.sections[0].orientation == WD_ORIENT.PORTRAIT
    section = across.sections[0]
    assert (section.orientation, round(section.page_width.cm, 1)) == (WD_ORIENT.LANDSCAPE, 29.7)
    (stop,) = across.styles["Footer"].paragraph_format.tab_stops
    assert stop.position.cm == pytest.approx(24.7, abs=0.05)
    (stop,) = upright.styles["Footer"].paragraph_format.tab_stops
    assert stop.position.cm == pytest.approx(16, abs=0.05)


def test_presence_is_signed_or_ticked_and_whoever_is_gone_has_a_remark_instead(sample):
    signed = rows_of(sheet(sample, blank_rows=1))
    assert {row[-1] for row in signed[1:]} == {"", "absent", "excused", "replaced"}
    ticked = rows_of(sheet(sample, mark="tick", blank_rows=1))
    assert ticked[0][-1] == "Present"
    assert {row[-1] for row in ticked[1:]} == {"☐", "absent", "excused", "replaced"}
    assert ticked[-1] == ["42", "", "", "☐"]


def test_an_empty_row_stays_though_nothing_is_printed_in_it(sample):
    assert rows_of(sheet(sample, columns="name,mark", blank_rows=2))[-2:] == [["", ""], ["", ""]]


def test_there_is_a_column_for_each_day_or_session_where_there_are_several(sample):
    assert heads_of(sample, each="day") == ["No", "Name", "Delegation", "Signature"]
    sample.meeting.end = sample.meeting.start + dt.timedelta(days=2)
    assert heads_of(sample, each="day")[3:] == ["26 May", "27 May", "28 May"]
    assert heads_of(sample, each="session")[3:] == ["26 May", "27 May", "28 May"], "no sessions: the days"
    sample.sessions = [
        MeetingSession(id=n, meeting_id=1, name=name, day=sample.meeting.start)
        for n, name in enumerate(("Morning", "Afternoon"), 1)
    ]
    assert heads_of(sample, each="session")[3:] == ["Morning", "Afternoon"]
    sample.sessions[1].day += dt.timedelta(days=1)
    assert heads_of(sample, each="session")[3:] == ["26 May, Morning", "27 May, Afternoon"]


def test_the_remark_stands_once_however_many_days_are_signed(sample):
    sample.meeting.end = sample.meeting.start + dt.timedelta(days=2)
    rows = rows_of(sheet(sample, each="day", columns="name,mark"))
    assert [row[1:] for row in rows if "excused" in row] == [["excused", "", ""]]


def test_a_meeting_of_a_year_has_no_more_columns_than_a_page_holds(sample):
    sample.meeting.end = sample.meeting.start + dt.timedelta(days=365)
    assert len(heads_of(sample, each="day", columns="name,mark")) == 13


def test_our_own_template_has_every_column():
    head = docx.Document(str(TEMPLATES / "attendance.docx")).tables[0].rows[0]
    named = {cell.text.partition("%}")[0].removeprefix("{%tc ").strip() for cell in head.cells}
    assert named == {*COLUMNS, "single", "tick"}


@pytest.fixture
def own(tmp_path):
    """A template whose table has these heads, and below each the name of its column."""

    def make(*heads, split=False):
        document = docx.Document()
        table = document.add_table(rows=2, cols=len(heads))
        for place, head in enumerate(heads):
            table.cell(0, place).text = head
            table.cell(1, place).text = "{{ column.title }}"
        if split:
            paragraph = table.cell(0, 0).paragraphs[0]
            paragraph.clear()
            for part in ("Se", "e {%", "tc na", "me %", "} he", "re"):
                paragraph.add_run(part)
        document.save(tmp_path / "own.docx")
        return tmp_path / "own.docx"

    return make


CHOSEN = Columns(
    [{"key": "b", "title": "B"}, {"key": "name", "title": "N"}, {"key": "b", "title": "B2"}], ["b", "name"]
)


def test_a_column_may_be_asked_for_more_than_once_and_knows_itself(own):
    made = render(own("{%tc name %}Name", "{%tc b %}{{ column.title }}"), {"columns": CHOSEN})
    assert rows_of(made) == [["B", "Name", "B2"], ["B", "N", "B2"]]


def test_a_name_that_word_split_over_runs_is_taken_out_whole(own):
    made = render(own("", "{%tc b %}b", split=True), {"columns": CHOSEN})
    assert rows_of(made)[0] == ["b", "See  here", "b"]


def test_a_column_nobody_knows_is_told_with_the_nearest_one(own):
    with pytest.raises(DeskError, match=r"table 1, row 1, column 1: there is no column “nmae”; did you mean “name”\?"):
        render(own("{%tc nmae %}Name", "{%tc b %}b"), {"columns": CHOSEN})
    report = check_template("attendance", own("{%tc nmae %}Name", "{%tc mark %}b"))
    assert [fault.where for fault in report.faults] == ["Body, table 1, row 1, column 1"]


def test_where_no_columns_are_offered_a_name_of_one_is_a_fault(own):
    with pytest.raises(DeskError, match="columns cannot be repeated"):
        render(own("{%tc name %}Name"), {"column": {"title": ""}})


def test_a_table_without_names_keeps_its_columns(own):
    report = check_template("attendance", own("Name", "Day"))
    assert [fault.why for fault in report.faults] == ["there is no field “column”; did you mean “columns”?"] * 2


def test_a_template_that_names_no_columns_still_knows_whether_there_is_room_to_sign(sample):
    assert attendance(sample, Options(), Edition())["signature"] is True
    assert attendance(sample, Options(columns="number,name"), Edition())["signature"] is False


def test_a_landscape_page_of_her_own_stays_as_it_is(own):
    path = own("{%tc name %}Name", "{%tc b %}b")
    document = docx.Document(str(path))
    section = document.sections[0]
    section.page_width, section.page_height = Cm(29.7), Cm(21)
    document.save(str(path))
    made = render(path, {"columns": Columns([{"key": "b", "title": ""}] * 30, ["b", "name"])})
    assert made.sections[0].page_width.cm == pytest.approx(29.7, abs=0.01)

"""The annotated agenda for everybody and the run sheet for the chairs alone."""

from __future__ import annotations

import datetime as dt
import io

import docx
import pypdfium2
import pytest

from bali_desk.documents.contexts.agenda import annotated_agenda
from bali_desk.documents.contexts.options import Edition, Options
from bali_desk.documents.contexts.run_sheet import run_sheet
from bali_desk.documents.shelf import file_name, make_pdf, make_word
from bali_desk.documents.transcript import transcript
from bali_desk.domain.models import AgendaItem, Delegation, Intervention, MeetingSession, Paper


def lines_of(record):
    days = run_sheet(record, Options(), Edition())["days"]
    return {line["title"]: line for day in days for line in day["lines"]}


def pages_of(pdf):
    with pypdfium2.PdfDocument(pdf) as document:
        return [page.get_textpage().get_text_bounded() for page in document]


def test_an_annotated_item_has_its_facts_and_a_paragraph_for_each_of_its_annotation(empty):
    empty.papers = [Paper(id=1, meeting_id=1, handle="p", symbol="A/1", revision="Rev.2", title="Plan")]
    empty.agenda = [
        AgendaItem(
            id=1, meeting_id=1, title="Plan", purpose="decision", presenters=["Co-Chairs"], papers=["p"],
            annotation="First *point*.\n\n  Second point.  ",
        ),
        AgendaItem(id=2, meeting_id=1, parent_id=1, title="Money"),
        AgendaItem(id=3, meeting_id=1, title="Coffee", kind="break"),
    ]  # fmt: skip
    entries = annotated_agenda(empty, Options(), Edition())["entries"]
    assert [(one["number"], one["title"]) for one in entries] == [("1", "Plan"), ("1.1", "Money")]
    assert entries[0]["details"].replace("\xa0", " ") == "For decision · Co-Chairs · A/1/Rev.2"
    assert entries[0]["paragraphs"] == ["First *point*.", "Second point."]


def test_nothing_private_and_nothing_restricted_reaches_the_annotated_agenda(sample):
    for item in sample.agenda:
        item.chair_notes = "for the chairs only"
        if item.restricted:
            item.annotation = "behind closed doors"
    said = transcript(make_word("annotated-agenda", sample))
    for words in ("for the chairs only", "behind closed doors", "Operational matters", "TIPWG/3/4"):
        assert words not in said


def test_the_programme_at_a_glance_can_be_left_out(sample):
    with_it = transcript(make_word("annotated-agenda", sample))
    without = transcript(make_word("annotated-agenda", sample, options=Options(glance=False, provisional=False)))
    assert "The programme" in with_it
    assert "The programme" not in without
    assert "Title | Annotated agenda" in without


def test_stars_of_an_annotation_print_as_italics(sample):
    document = docx.Document(io.BytesIO(make_word("annotated-agenda", sample)))
    (run,) = [run for one in document.paragraphs for run in one.runs if run.text.startswith("Global Report")]
    assert run.italic


def test_the_run_sheet_has_the_clock_of_every_line_and_minutes_once(sample):
    lines = lines_of(sample)
    wanted = {
        "Updates": ("09:25–10:20", None),
        "Recent and forthcoming meetings of the Bali Process": ("09:25–09:50", 25),
        "Disruption Working Group": ("09:50–10:20", 30),
        "Coffee": ("15:40–16:00", 20),
    }
    assert {title: (lines[title]["clock"], lines[title]["own_minutes"]) for title in wanted} == wanted


def test_sub_items_that_share_the_time_of_the_item_above_have_no_clock_of_their_own(empty):
    empty.agenda = [
        AgendaItem(id=1, meeting_id=1, title="Reports", start="09:00", minutes=30),
        AgendaItem(id=2, meeting_id=1, parent_id=1, title="First"),
    ]
    lines = lines_of(empty)
    assert (lines["Reports"]["clock"], lines["Reports"]["own_minutes"]) == ("09:00–09:30", 30)
    assert (lines["First"]["clock"], lines["First"]["own_minutes"]) == ("", None)


def test_the_run_sheet_shows_restricted_items_with_all_below_them_and_their_papers(sample):
    closed = next(item for item in sample.agenda if item.restricted)
    closed.papers = ["d4"]
    sample.agenda.append(AgendaItem(id=99, meeting_id=1, parent_id=closed.id, title="Crossings"))
    lines = lines_of(sample)
    assert [title for title, line in lines.items() if line["restricted"]] == [closed.title, "Crossings"]
    assert lines[closed.title]["papers"] == ["TIPWG/3/4"]
    assert "Clear the room" in lines[closed.title]["notes"]


def test_the_run_sheet_names_who_leads_and_who_is_to_speak(empty):
    empty.delegations = [Delegation(id=4, meeting_id=1, name="Tonga")]
    empty.agenda = [AgendaItem(id=1, meeting_id=1, title="Reports")]
    empty.interventions = [
        Intervention(id=1, meeting_id=1, agenda_item_id=1, delegation_id=4, speaker="Ms Fifita", text="asks\nfor time"),
        Intervention(id=2, meeting_id=1, agenda_item_id=1, speaker="UNODC"),
        Intervention(id=3, meeting_id=1, agenda_item_id=2, speaker="nobody here"),
    ]
    assert lines_of(empty)["Reports"]["interventions"] == [
        {"who": "Tonga, Ms Fifita", "text": "asks for time"},
        {"who": "UNODC", "text": ""},
    ]
    said = transcript(make_word("run-sheet", empty))
    assert "▸ **Tonga, Ms Fifita**: asks for time / ▸ **UNODC**" in said


def test_a_session_is_a_line_of_the_run_sheet(empty):
    day = empty.meeting.start
    empty.sessions = [MeetingSession(id=3, meeting_id=1, name="Morning", day=day, start="09:00", end="12:00")]
    empty.agenda = [AgendaItem(id=1, meeting_id=1, title="Reports", session_id=3, minutes=20)]
    rows = [one for one in transcript(make_word("run-sheet", empty)).splitlines() if one.startswith("row")]
    assert rows[1].startswith("row | 09:00–12:00 |  |  | Morning")
    assert rows[2].startswith("row | **09:00–09:20** | 20 | 1 | Reports")


@pytest.mark.parametrize("items", [0, 60])
def test_every_page_of_the_run_sheet_says_that_it_is_private(sample, items):
    sample.agenda += [AgendaItem(id=100 + n, meeting_id=1, title=f"More {n}", minutes=5) for n in range(items)]
    pages = pages_of(make_pdf("run-sheet", sample))
    assert len(pages) > 1
    assert all("PRIVATE – for the Co-Chairs only" in page for page in pages)


def test_the_file_of_a_run_sheet_is_private_by_name_and_by_property(sample):
    assert file_name("run-sheet", sample, "docx") == "TIPWG 3rd - Run sheet PRIVATE.docx"
    core = docx.Document(io.BytesIO(make_word("run-sheet", sample))).core_properties
    assert core.content_status == "PRIVATE"
    assert core.created.date() == dt.date(2017, 5, 26)

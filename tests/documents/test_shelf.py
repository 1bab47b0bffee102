"""The documents of a meeting: who is listed, what is kept back, what the file says of itself."""

from __future__ import annotations

import datetime as dt
import io
import subprocess
import sys
import zipfile

import docx
import pytest
from docx.oxml.ns import qn

from bali_desk.documents.contexts.agenda import agenda
from bali_desk.documents.contexts.attendance import attendance
from bali_desk.documents.contexts.options import Edition, Options
from bali_desk.documents.contexts.participants import participants
from bali_desk.documents.contexts.people import in_printed_order
from bali_desk.documents.shelf import DOCUMENTS, export, file_name, make, make_pdf, make_word
from bali_desk.documents.transcript import transcript
from bali_desk.domain.errors import DeskError
from bali_desk.domain.models import AgendaItem, Delegation, MeetingSession, Participant, Statement


def opened(data):
    return docx.Document(io.BytesIO(data))


def everything_in(data):
    """All the XML of a Word file."""
    with zipfile.ZipFile(io.BytesIO(data)) as packed:
        return "".join(packed.read(name).decode("utf-8", "replace") for name in packed.namelist())


@pytest.mark.parametrize("name", DOCUMENTS)
def test_the_same_record_gives_the_same_bytes_on_every_day(sample, name):
    first = make_word(name, sample)
    script = (
        "import sys, pickle\nfrom bali_desk.documents.shelf import make_word\n"
        "sys.stdout.buffer.write(make_word(sys.argv[1], pickle.load(sys.stdin.buffer)))"
    )
    import pickle

    environment = {"PYTHONHASHSEED": "7", "TZ": "Asia/Jakarta", "PATH": ""}
    arguments = [sys.executable, "-c", script, name]
    again = subprocess.run(arguments, input=pickle.dumps(sample), capture_output=True, check=True, env=environment)
    assert again.stdout == first


def test_no_compressor_of_one_machine_has_a_hand_in_a_word_file(sample):
    with zipfile.ZipFile(io.BytesIO(make_word("statement", sample))) as packed:
        assert {(one.compress_type, one.date_time, one.create_system) for one in packed.infolist()} == {
            (zipfile.ZIP_STORED, (1980, 1, 1, 0, 0, 0), 0)
        }


@pytest.mark.parametrize("name", DOCUMENTS)
def test_every_word_of_a_difficult_record_prints_to_the_letter(nasty, name):
    options = Options(position=True, email=True, blank_rows=2, plates="person")
    said = transcript(make_word(name, nasty, options=options)).replace(
        "⏎", " "
    )  # a card breaks its lines where it fits
    for words in ("<script>alert(1)</script>", "AT&T <b>", "{{ x }}", "{% raw %}", "&amp;", "]]>", "w" * 600, "محمد"):
        assert words in said
    assert "abcd" in said


@pytest.mark.parametrize("name", [name for name in DOCUMENTS if name != "statement"])
def test_a_meeting_of_which_nothing_is_known_still_prints(empty, name):
    said = transcript(make_word(name, empty))
    assert "Working Group" in said
    assert "3 February 2026" in said
    assert "None" not in said


def test_a_statement_that_is_not_composed_is_not_an_empty_page(empty):
    with pytest.raises(DeskError, match="no statement yet"):
        make_word("statement", empty)


def test_a_block_she_has_emptied_is_not_printed(sample):
    words = sample.blocks[-1].text
    assert words[:30] in transcript(make_word("statement", sample))
    before = len(transcript(make_word("statement", sample)).splitlines())
    sample.blocks[-1].text = "  "
    assert len(transcript(make_word("statement", sample)).splitlines()) < before
    for block in sample.blocks:
        block.text = ""
    with pytest.raises(DeskError, match="no statement yet"):
        make_word("statement", sample)


def test_an_unknown_document_is_answered_with_those_there_are(sample):
    with pytest.raises(DeskError, match=r"“minutes”.*agenda, annotated-agenda,.* statement"):
        make_word("minutes", sample)


def test_the_pdf_is_of_the_word_file(sample):
    assert make_pdf("agenda", sample).startswith(b"%PDF-")
    assert make("agenda", sample, ".DOCX") == make_word("agenda", sample)
    with pytest.raises(DeskError, match=r"not as “\.odt”"):
        make("agenda", sample, ".odt")


def test_a_file_says_what_it_is_and_nothing_of_who_made_it_where(sample):
    made = make_word("statement", sample, edition=Edition("draft", 2))
    core = opened(made).core_properties
    assert (core.title, core.author) == ("Co-Chairs’ statement, Third Annual Meeting", "TIPWG")
    assert core.identifier == "bali-desk:statement:tipwg:2017-05-26:v2"
    assert core.content_status == "DRAFT v2"
    assert core.created.date() == core.modified.date() == dt.date(2017, 5, 26)
    assert "DRAFT v2" in opened(made).sections[0].first_page_header.paragraphs[0].text
    assert "thumbnail" not in everything_in(made)
    assert "rsid" not in everything_in(made)
    assert "python-docx" not in everything_in(made)


def test_the_stage_of_the_statement_prints_on_it(sample):
    sample.statement = Statement(id=1, meeting_id=1, stage="final")
    made = transcript(make_word("statement", sample))
    assert "FINAL" in made
    assert "Draft – not for circulation" not in made, "a marking that the stage contradicts"
    assert "Draft – not for circulation" in transcript(make_word("agenda", sample))
    assert file_name("statement", sample, "docx") == "TIPWG 3rd - Co-Chairs’ statement FINAL.docx"


@pytest.mark.parametrize(
    ("edition", "stamp"),
    [
        (Edition("draft", 3, "30 June 2017"), "DRAFT v3"),
        (Edition("circulated", 3), "CIRCULATED v3"),
        (Edition("circulated", 3, "30 June 2017"), "CIRCULATED v3 until 30 June 2017"),
        (Edition("final", 3, "30 June 2017"), "FINAL"),
        (Edition("circulated"), "CIRCULATED"),
    ],
)
def test_the_stamp_stands_in_the_heads_the_name_of_the_file_and_its_properties(sample, edition, stamp):
    data = make_word("statement", sample, edition=edition)
    section = opened(data).sections[0]
    for head in (section.first_page_header, section.header):
        assert stamp in "\n".join(one.text for one in head.paragraphs)
    assert opened(data).core_properties.content_status == stamp
    assert file_name("statement", sample, "pdf", edition) == f"TIPWG 3rd - Co-Chairs’ statement {stamp}.pdf"


def test_points_below_a_numbered_paragraph_stand_further_in_than_it(sample):
    at = next(place for place, block in enumerate(sample.blocks) if block.kind == "bullet")
    assert "List Bullet |" in transcript(make_word("statement", sample))
    sample.blocks[at - 1].kind = "numbered"
    said = transcript(make_word("statement", sample))
    assert "List Bullet 2 |" in said
    assert "List Bullet |" not in said


def test_every_block_of_the_statement_is_bookmarked(sample):
    body = opened(make_word("statement", sample)).element.body
    names = [start.get(qn("w:name")) for start in body.iter(qn("w:bookmarkStart"))]
    assert names == [f"_bd_{block.handle}" for block in sample.blocks]


def test_restricted_items_and_private_notes_never_reach_the_agenda(sample):
    parent = next(item for item in sample.agenda if any(one.parent_id == item.id for one in sample.agenda))
    parent.restricted, parent.title = True, "Closed matter"
    below = [item for item in sample.agenda if item.parent_id == parent.id]
    for item in sample.agenda:
        item.chair_notes = f"PRIVATE {item.chair_notes}"
    sample.papers[0].restricted, sample.papers[0].symbol = True, "SECRET/1"
    for item in sample.agenda:
        item.papers = [sample.papers[0].handle]
    everything = everything_in(make_word("agenda", sample))
    for words in ("Closed matter", "PRIVATE", "SECRET/1", *(item.title for item in below)):
        assert words not in everything


def test_the_other_items_keep_the_numbers_the_chairs_use(sample):
    numbers = [line["number"] for day in agenda(sample, Options(), Edition())["days"] for line in day["lines"]]
    next(item for item in sample.agenda if item.title == "Adoption of the agenda").restricted = True
    shown = [line["number"] for day in agenda(sample, Options(), Edition())["days"] for line in day["lines"]]
    assert shown == [number for number in numbers if number != "1"]


def test_a_meeting_of_several_days_has_a_heading_for_each(empty):
    days = (dt.date(2026, 2, 3), dt.date(2026, 2, 4))
    empty.agenda = [
        AgendaItem(id=n, meeting_id=1, title=f"Item {n}", day=day, start="09:00") for n, day in enumerate(days, 1)
    ]
    said = transcript(make_word("agenda", empty))
    assert "Heading 1 | Tuesday, 3 February 2026" in said
    assert "Heading 1 | Wednesday, 4 February 2026" in said


def test_the_agenda_names_sessions_who_leads_and_revisions_of_papers(sample):
    first = sample.agenda[1]
    sample.meeting.id, sample.co_chairs[0].id = 1, 7
    sample.sessions = [
        MeetingSession(id=3, meeting_id=1, name="Second part", day=sample.meeting.start, start="09:30", end="11:00")
    ]
    first.session_id, first.lead_id, sample.papers[0].revision = 3, 7, "Rev.2"
    said = transcript(make_word("agenda", sample))
    rows = [line for line in said.splitlines() if line.startswith("row")]
    assert rows[2] == "row | 09:30–11:00 |  | Second part"
    assert (
        rows[3]
        .replace("\xa0", " ")
        .endswith(
            "| 09:30–09:35 | 1 | Adoption of the agenda / For decision · Chair: Indonesia · Co-Chairs · TIPWG/3/1/Rev.2"
        )
    )


def test_delegations_come_by_rank_and_heads_come_first(empty):
    kinds = (("Sec", "secretariat", None), ("IOM", "organisation", "observer"), ("Fiji", "country", "observer"),
             ("Tonga", "country", "member"), ("Samoa", None, None))  # fmt: skip
    empty.delegations = [
        Delegation(id=n, meeting_id=1, name=name, kind=kind, status=status)
        for n, (name, kind, status) in enumerate(kinds, 1)
    ]
    roles = ("delegate", "Adviser", "alternate head", "Head of delegation", None)
    empty.participants = [
        Participant(id=10 * n + m, meeting_id=1, delegation_id=n, family=f"{m}", role=role)
        for n in range(1, 6)
        for m, role in enumerate(roles)
    ]
    groups = participants(empty, Options(), Edition())["groups"]
    said = [(group["title"], [one["name"] for one in group["delegations"]]) for group in groups]
    assert said == [
        ("Members", ["Tonga", "Samoa"]),
        ("Observers and guests", ["Fiji"]),
        ("Organisations", ["IOM"]),
        ("Secretariat", ["Sec"]),
    ]
    roles_said = [person["role"] for person in groups[0]["delegations"][0]["people"]]
    assert roles_said == ["Head of delegation", "Alternate head", "Adviser", "Delegate", ""]


def test_the_attendance_sheet_numbers_everyone_and_leaves_rows_for_walk_ins(sample):
    made = attendance(sample, Options(blank_rows=3), Edition())
    assert [row["number"] for row in made["rows"]] == list(range(1, 42))
    assert made["blank_rows"] == [42, 43, 44]
    assert {row["remark"] for row in made["rows"]} >= {"excused", "absent"}


def test_the_sheet_can_be_ordered_by_name(sample):
    names = [person.family or person.display for person in in_printed_order(sample, "name")]
    assert names.index("Adhikari") < names.index("Whitford")


def test_a_person_whose_delegation_is_gone_is_still_listed(empty):
    empty.participants = [Participant(id=1, meeting_id=1, family="Sole", given="A", delegation_id=77)]
    assert "SOLE, A" in transcript(make_word("participants", empty))
    assert "SOLE, A" in transcript(make_word("attendance", empty))


def test_excused_persons_are_named_apart_from_those_who_take_part(sample):
    made = participants(sample, Options(), Edition())
    listed = [one["name"] for group in made["groups"] for party in group["delegations"] for one in party["people"]]
    assert "BUKHARI, Saima" in [one["name"] for one in made["excused"]]
    assert "BUKHARI, Saima" not in listed


def test_an_officers_own_template_takes_the_place_of_ours(sample, tmp_path):
    own = docx.Document()
    own.add_paragraph("{{ body.short }}: {{ rows|length }} names")
    own.save(tmp_path / "own.docx")
    assert (
        opened(make_word("attendance", sample, template=tmp_path / "own.docx")).paragraphs[0].text == "TIPWG: 41 names"
    )


def test_a_failed_export_leaves_the_old_file_as_it_was(sample, tmp_path):
    path, wrong = tmp_path / "a.docx", tmp_path / "wrong.docx"
    path.write_bytes(b"the old one")
    broken = docx.Document()
    broken.add_paragraph("{{ nothing }}")
    broken.save(wrong)
    with pytest.raises(DeskError, match="nothing"):
        export("agenda", sample, path, template=wrong)
    assert path.read_bytes() == b"the old one"
    export("agenda", sample, path)
    assert path.read_bytes() == make_word("agenda", sample)
    assert sorted(one.name for one in tmp_path.iterdir()) == ["a.docx", "wrong.docx"]


@pytest.mark.parametrize(
    ("which", "listed"), [("name", "Lao PDR"), ("official", "Lao People’s Democratic Republic"), ("wished", "LAO PDR*")]
)
@pytest.mark.parametrize("name", ["participants", "attendance"])
def test_delegations_are_listed_by_the_name_the_officer_chose(sample, name, which, listed):
    lao = next(one for one in sample.delegations if one.name == "Lao PDR")
    lao.official_name, lao.wished_name = "Lao People’s Democratic Republic", "LAO PDR*"
    said = transcript(make_word(name, sample, options=Options(delegation_name=which)))
    assert listed in said
    assert "Thailand" in said, "who has no other name is listed by the office's"


@pytest.mark.parametrize("name", ["participants", "attendance", "agenda"])
def test_the_body_decides_how_names_print_in_every_document(sample, name):
    sample.body.name_style = "Given FAMILY"
    said = transcript(make_word(name, sample))
    assert "Ms Aroha TE WHATA" in said
    assert "TE WHATA, Aroha" not in said


def test_names_in_order_pass_over_small_particles(sample):
    names = [person.family for person in in_printed_order(sample, "name")]
    assert names.index("McAllister") < names.index("van der Meulen") < names.index("Nguyễn")


def test_to_know_which_documents_there_are_loads_no_library_that_makes_them():
    script = "import sys, bali_desk.documents.shelf\nprint({'docx', 'lxml', 'jinja2', 'uharfbuzz'} & set(sys.modules))"
    said = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True).stdout
    assert said == "set()\n"

"""The command line as scripts use it: exits, one line of error, JSON and nothing else."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from bali_desk.__main__ import main
from bali_desk.assets import RESOURCES
from bali_desk.documents.shelf import DOCUMENTS
from bali_desk.documents.transcript import transcript
from bali_desk.store import backups


@pytest.fixture(scope="module")
def sample(tmp_path_factory):
    path = tmp_path_factory.mktemp("sample") / "sample.desk"
    assert main(["sample", str(path)]) == 0
    return path


@pytest.fixture
def desk(sample, tmp_path):
    """A copy of the sample of one's own."""
    backups.copy(sample, tmp_path / "bali.desk")
    return tmp_path / "bali.desk"


def run(capsys, *arguments, status=0):
    assert main([str(one) for one in arguments]) == status
    said = capsys.readouterr()
    if status:
        assert said.err.count("\n") == 1, said.err
        assert said.err.strip()
    return said.err if status else said.out


def test_meetings_are_listed_as_json(capsys, sample):
    (meeting,) = json.loads(run(capsys, "meetings", sample, "--json"))
    assert set(meeting) == {
        "id", "body", "title", "start", "end", "stage", "items", "participants", "present", "outcomes",
    }  # fmt: skip
    assert (meeting["body"], meeting["start"], meeting["stage"]) == ("TIPWG", "2017-05-26", "draft")
    assert meeting["participants"] >= 40
    assert meeting["present"] == 38


def test_a_meeting_goes_out_and_into_another_desk(capsys, sample, tmp_path):
    out = tmp_path / "out.meeting.json"
    run(capsys, "export-meeting", sample, "--meeting", "1", out)
    other = tmp_path / "other.desk"
    taken = json.loads(run(capsys, "import-meeting", other, out, "--json"))
    assert taken == {"meeting": 1, "created": True, "warnings": []}
    run(capsys, "export-meeting", other, "--meeting", "1", tmp_path / "again.meeting.json")
    assert (tmp_path / "again.meeting.json").read_bytes() == out.read_bytes()


def test_a_broken_meeting_file_leaves_no_trace(capsys, desk, tmp_path):
    before = run(capsys, "meetings", desk, "--json")
    broken = tmp_path / "broken.json"
    broken.write_text(
        '{"format": "bali-desk-meeting", "version": 1, "body": {"name": "X"}, "meeting": {"start": "soon"}}'
    )
    said = run(capsys, "import-meeting", desk, broken, "--json", status=1)
    assert said == 'meeting.start: "soon" is not a date (YYYY-MM-DD)\n'
    assert run(capsys, "meetings", desk, "--json") == before


def test_a_draft_is_blocks_with_state_and_sources(capsys, desk):
    blocks = json.loads(run(capsys, "draft", desk, "--meeting", "1", "--json"))
    assert {tuple(block) for block in blocks} == {("kind", "text", "state", "sources")}
    assert [block["kind"] for block in blocks[:3]] == ["title", "subtitle", "subtitle"]
    assert any(block["kind"] == "bullet" for block in blocks)
    assert {block["state"] for block in blocks} == {"record"}
    assert json.loads(run(capsys, "draft", desk, "--json")) == blocks, "the only meeting needs no --meeting"


@pytest.mark.parametrize("document", DOCUMENTS)
def test_each_document_is_written_as_word_and_pdf(capsys, desk, tmp_path, document):
    for suffix, head in ((".docx", b"PK"), (".pdf", b"%PDF")):
        target = tmp_path / f"{document}{suffix}"
        run(capsys, "export", desk, "--meeting", "1", "--document", document, "--output", target)
        assert target.read_bytes().startswith(head)


def test_the_choices_of_the_window_are_options_of_an_export(capsys, desk, tmp_path):
    columns = "columns=name, role,mark"
    arguments = ["--document", "attendance", "--option", columns, "--option", "mark=tick", "--option", "blank-rows=2"]
    run(capsys, "export", desk, *arguments, "--output", tmp_path / "sheet.docx")
    said = transcript((tmp_path / "sheet.docx").read_bytes())
    assert "row | Name | Role | Present" in said
    assert said.count("☐") == 38 + 2


@pytest.mark.parametrize(
    ("option", "answer"),
    [
        ("order=age", "“order” cannot be “age”; choose of delegation, name."),
        ("columns=name,shoes", "“columns” cannot be “shoes”; choose of number, name,"),
        ("native=maybe", "choose of yes, no."),
        ("blank_rows=many", "wants a number"),
        ("colour=red", "it has session, columns, mark,"),
        ("native", "is no option of this document, such as order=name"),
    ],
)
def test_an_option_that_cannot_be_is_answered_with_those_that_can(capsys, desk, tmp_path, option, answer):
    target = tmp_path / "sheet.docx"
    arguments = ["export", desk, "--document", "attendance", "--output", target, "--option", option]
    assert answer in run(capsys, *arguments, status=1)
    assert not target.exists()


def test_any_word_file_becomes_a_pdf(capsys, desk, tmp_path):
    run(capsys, "export", desk, "--document", "agenda", "--output", tmp_path / "agenda.docx")
    run(capsys, "pdf", tmp_path / "agenda.docx", tmp_path / "agenda.pdf")
    assert (tmp_path / "agenda.pdf").read_bytes().startswith(b"%PDF")


def test_a_backup_is_a_desk_and_can_be_put_back(capsys, desk, tmp_path):
    copy = tmp_path / "copy.desk"
    run(capsys, "backup", desk, copy)
    before = run(capsys, "meetings", desk, "--json")
    desk.write_bytes(b"ruined")
    run(capsys, "restore", copy, desk)
    assert run(capsys, "meetings", desk, "--json") == before
    assert "sound" in run(capsys, "verify", desk)


def test_a_template_is_checked_with_every_fault_and_every_field(capsys, tmp_path):
    import docx

    document = docx.Document()
    for text in ("{{ meeting.plcae }}", "{{ meeting.title|uppr }}", "{{ meeting.city }}"):
        document.add_paragraph(text)
    document.save(tmp_path / "mine.docx")
    command = ("template-check", tmp_path / "mine.docx", "--document", "agenda")
    assert main([str(one) for one in (*command, "--json")]) == 1
    said = capsys.readouterr()
    told = json.loads(said.out)
    assert [(one["where"], one["instead"]) for one in told["faults"]] == [
        ("Body, paragraph 1", "meeting.place"),
        ("Body, paragraph 2", ""),
    ]
    assert "meeting.city" in told["used"]
    assert "days[].lines[].title" in told["offered"]
    assert said.err.startswith("“mine.docx” has 2 faults: Body, paragraph 1: there is no field “plcae”")
    assert said.err.count("\n") == 1
    shipped = RESOURCES / "templates" / "agenda.docx"
    assert json.loads(run(capsys, "template-check", shipped, "--document", "agenda", "--json"))["faults"] == []
    assert "Fields used: body.name" in run(capsys, "template-check", shipped, "--document", "agenda")


WRONG = [
    (["template-check", "{tmp}/none.docx", "--document", "agenda"], "There is no template"),
    (["template-check", "{desk}", "--document", "agenda"], "not a Word file"),
    (["meetings", "{tmp}/none.desk"], "There is no desk at"),
    (["export", "{desk}", "--document", "minutes", "--output", "{tmp}/a.docx"], "minutes"),
    (["export", "{desk}", "--document", "agenda", "--output", "{tmp}/a.odt"], ".docx"),
    (["export", "{desk}", "--document", "agenda", "--output", "{tmp}/nowhere/a.docx"], "nowhere"),
    (["export", "{desk}", "--document", "agenda", "--output", "{tmp}/folder.docx"], "folder.docx"),
    (["export", "{desk}", "--meeting", "99", "--document", "agenda", "--output", "{tmp}/a.docx"], "no meeting 99"),
    (
        ["export", "{desk}", "--document", "agenda", "--output", "{tmp}/a.docx", "--template", "{tmp}/no.docx"],
        "no.docx",
    ),
    (["pdf", "{tmp}/none.docx", "{tmp}/a.pdf"], "none.docx"),
    (["pdf", "{desk}", "{tmp}/a.pdf"], "bali.desk"),
    (["import-meeting", "{desk}", "{tmp}/none.json"], "cannot be read"),
    (["export-meeting", "{desk}", "{tmp}/nowhere/a.json"], "nowhere"),
    (["backup", "{desk}", "{tmp}/nowhere/a.desk"], "No copy could be written"),
    (["backup", "{desk}", "{desk}"], "the desk itself"),
    (["verify", "{tmp}/text.desk"], "not a Bali Desk file"),
    (["draft", "{tmp}/text.desk"], "not a Bali Desk file"),
]


@pytest.mark.parametrize(("arguments", "sentence"), WRONG, ids=[" ".join(one[0][:1] + one[0][-1:]) for one in WRONG])
def test_wrong_input_is_one_sentence_and_nothing_written(capsys, desk, tmp_path, arguments, sentence):
    (tmp_path / "text.desk").write_text("hello")
    (tmp_path / "folder.docx").mkdir()
    before = run(capsys, "meetings", desk, "--json")
    there = {path for path in tmp_path.rglob("*") if "backups" not in str(path) and not path.name.startswith(".")}
    said = run(capsys, *[one.format(desk=desk, tmp=tmp_path) for one in arguments], status=1)
    assert sentence in said
    assert run(capsys, "meetings", desk, "--json") == before
    left = {path for path in tmp_path.rglob("*") if "backups" not in str(path) and not path.name.startswith(".")}
    assert {path for path in left - there if path.suffix not in (".desk-wal", ".desk-shm")} == set()


def test_several_meetings_are_listed_where_none_was_chosen(capsys, desk, tmp_path):
    small = {"format": "bali-desk-meeting", "version": 1, "body": {"name": "SOM"}, "meeting": {"start": "2018-01-01"}}
    (tmp_path / "small.json").write_text(json.dumps(small))
    run(capsys, "import-meeting", desk, tmp_path / "small.json")
    said = run(capsys, "draft", desk, status=1)
    assert "1 TIPWG, 2017-05-26" in said
    assert "2 SOM, 2018-01-01" in said


def test_a_statement_that_was_not_composed_is_asked_for(capsys, desk, tmp_path):
    small = {"format": "bali-desk-meeting", "version": 1, "body": {"name": "SOM"}, "meeting": {"start": "2018-01-01"}}
    (tmp_path / "small.json").write_text(json.dumps(small))
    run(capsys, "import-meeting", tmp_path / "new.desk", tmp_path / "small.json")
    target = tmp_path / "statement.docx"
    run(capsys, "export", tmp_path / "new.desk", "--document", "statement", "--output", target, status=1)
    assert not target.exists()


@pytest.mark.parametrize("arguments", [["export"], ["sample"], ["meetings", "a", "b"], ["nonsense"], ["--nonsense"]])
def test_wrong_usage_exits_with_two(arguments):
    with pytest.raises(SystemExit) as left:
        main(arguments)
    assert left.value.code == 2


def test_no_command_needs_a_display(sample, tmp_path):
    bare = {name: value for name, value in os.environ.items() if name not in ("DISPLAY", "QT_QPA_PLATFORM")}
    command = [sys.executable, "-m", "bali_desk"]
    out = tmp_path / "a.pdf"
    subprocess.run([*command, "export", sample, "--document", "agenda", "--output", out], env=bare, check=True)
    window = subprocess.run([*command, str(sample)], env=bare, capture_output=True, text=True)
    if sys.platform == "linux":
        assert window.returncode == 1
        assert "no display" in window.stderr


def test_a_killed_export_leaves_the_old_file_as_it_was(desk, tmp_path):
    target = tmp_path / "agenda.docx"
    target.write_bytes(b"old")
    script = (
        "import os, sys\nfrom bali_desk.__main__ import main\n"
        "os.replace = lambda *_: os.kill(os.getpid(), 9)\n"
        "main(['export', sys.argv[1], '--document', 'agenda', '--output', sys.argv[2]])\n"
    )
    killed = subprocess.run([sys.executable, "-c", script, desk, target], check=False)
    assert killed.returncode == -9
    assert target.read_bytes() == b"old"


def test_an_export_that_fails_midway_leaves_the_old_file_as_it_was(capsys, desk, tmp_path, monkeypatch):
    target = tmp_path / "agenda.docx"
    target.write_bytes(b"old")

    def full(*_):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    run(capsys, "export", desk, "--document", "agenda", "--output", target, status=1)
    assert target.read_bytes() == b"old"
    assert sorted(path.name for path in Path(tmp_path).glob("*agenda*")) == ["agenda.docx"]


def test_the_agenda_is_written_as_a_calendar(capsys, sample, tmp_path):
    run(capsys, "calendar", sample, "--meeting", "1", tmp_path / "agenda.ics")
    first = (tmp_path / "agenda.ics").read_bytes()
    assert first.startswith(b"BEGIN:VCALENDAR\r\n")
    assert b"DTSTART;TZID=Asia/Makassar:20170526T090000\r\n" in first
    run(capsys, "calendar", sample, tmp_path / "agenda.ics")
    assert (tmp_path / "agenda.ics").read_bytes() == first


def test_a_calendar_of_a_meeting_that_is_not_there_writes_nothing(capsys, sample, tmp_path):
    said = run(capsys, "calendar", sample, "--meeting", "9", tmp_path / "agenda.ics", status=1)
    assert said == "There is no meeting 9 in this desk.\n"
    assert not (tmp_path / "agenda.ics").exists()


def test_no_command_writes_over_a_desk_or_what_it_reads(capsys, desk, tmp_path):
    before = run(capsys, "meetings", desk, "--json")
    word = tmp_path / "agenda.docx"
    run(capsys, "export", desk, "--document", "agenda", "--output", word)
    kept = word.read_bytes()
    assert "is a desk" in run(capsys, "export-meeting", desk, desk, status=1)
    assert "must end in .pdf" in run(capsys, "pdf", word, word, status=1)
    again = ("export", desk, "--document", "agenda", "--template", word, "--output", word)
    assert "made from" in run(capsys, *again, status=1)
    assert "another file, not a desk" in run(capsys, "backup", desk, word, status=1)
    assert "another file, not a desk" in run(capsys, "restore", desk, word, status=1)
    assert (run(capsys, "meetings", desk, "--json"), word.read_bytes()) == (before, kept)
    assert "sound" in run(capsys, "verify", desk)


def test_the_sample_is_not_written_over_a_meeting_that_was_worked_on(capsys, desk):
    edit = "UPDATE meeting SET title = 'Worked on'"
    subprocess.run(
        [
            sys.executable,
            "-c",
            f"from sqlcipher3 import dbapi2 as d; c = d.connect({str(desk)!r}); c.execute({edit!r}); c.commit()",
        ],
        check=True,
    )
    run(capsys, "sample", desk)
    assert "Worked on" in run(capsys, "meetings", desk)


@pytest.mark.parametrize("seed", range(6))
def test_a_desk_with_random_bytes_in_it_is_told_in_one_line(capsys, desk, seed):
    import random

    chance, data = random.Random(seed), bytearray(desk.read_bytes())
    for _ in range(200):
        data[chance.randrange(100, len(data))] ^= 0xFF
    desk.write_bytes(data)
    for command in ("verify", "meetings", "draft"):
        assert "damaged" in run(capsys, command, desk, status=1)


@pytest.fixture
def with_earlier(desk):
    """The desk with a statement of an earlier meeting read in."""
    from bali_desk.exchange.agreed.reading import read_text_file
    from bali_desk.presenters.agreed.taking_in import take_in
    from bali_desk.store.desk import Desk

    words = "Co-Chairs’ Statement\n\nTIPWG, 2–3 May 2016\n\nMembers welcomed the handbook.\n\nThey met again.\n"
    opened = Desk(desk)
    take_in(opened, [read_text_file("second.txt", words.encode())])
    opened.close()
    return desk


def test_search_prints_what_was_said_before_as_json(capsys, with_earlier):
    (found,) = json.loads(run(capsys, "search", with_earlier, "members handb", "--until", 2016, "--json"))
    assert found == {
        "kind": "statement",
        "body": "TIPWG",
        "title": "Co-Chairs’ Statement",
        "date": "2016-05-02",
        "text": "Members welcomed the handbook.",
        "marks": [{"start": 0, "end": 7}, {"start": 21, "end": 29}],
        "before": "TIPWG, 2–3 May 2016",
        "after": "They met again.",
    }


def test_search_finds_statements_outcomes_and_work_plan_lines(capsys, with_earlier):
    words = ("the",)
    found = json.loads(run(capsys, "search", with_earlier, *words, "--json"))
    assert {one["kind"] for one in found} == {"statement", "outcome", "work-plan line"}
    (like,) = json.loads(
        run(capsys, "search", with_earlier, "--like", "Members welcomed the new handbook", "--most", 1, "--json")
    )
    assert like["text"] == "Members welcomed the handbook."
    assert "TIPWG · 2 May 2016 · statement" in run(capsys, "search", with_earlier, "handbook.", "members")


@pytest.mark.parametrize("words", ["", " ", '"', "*", "NEAR(", "zeppelin", "\0"])
def test_a_search_that_finds_nothing_is_an_empty_list(capsys, sample, words):
    assert json.loads(run(capsys, "search", sample, words, "--json")) == []


@pytest.mark.parametrize(
    ("words", "why"),
    [
        ("", "There is no word to look for"),
        ("*", "There is no word to look for"),
        ('"zeppelin over', "is not closed"),
        ("zeppelin", "Nothing was said before with “zeppelin”"),
    ],
)
def test_a_search_that_finds_nothing_says_why_in_a_sentence(capsys, sample, words, why):
    assert why in run(capsys, "search", sample, words, status=1)


def test_search_needs_a_desk(capsys, tmp_path):
    run(capsys, "search", tmp_path / "none.desk", "members", status=1)
    assert not (tmp_path / "none.desk").exists()


@pytest.mark.parametrize("given", [("--since", "soon"), ("--until", "99999999999999999999"), ("--most", "-1"), ()])
def test_a_wrong_year_or_count_is_wrong_usage(capsys, sample, given):
    with pytest.raises(SystemExit) as ended:
        main(["search", str(sample), *(("members",) if given else ()), *given])
    assert ended.value.code == 2
    assert "search" in capsys.readouterr().err

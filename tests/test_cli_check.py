"""`bali-desk check` as scripts use it: desks, Word and text files, a record beside them, lines and JSON."""

import io
import json
import zipfile

import pytest
from docx import Document

from bali_desk.__main__ import main
from bali_desk.domain.models import Block, Body, Wording
from bali_desk.exchange.importing import take_in
from bali_desk.presenters.meetings.sample import SAMPLE
from bali_desk.store.desk import Desk
from bali_desk.store.records import read_record

SLIPPED = "Members noted the the report.\n\nThe Working Group met on 31 June 2017.\n"


@pytest.fixture(scope="module")
def desk(tmp_path_factory):
    path = tmp_path_factory.mktemp("check") / "sample.desk"
    assert main(["sample", str(path)]) == 0
    assert main(["draft", str(path)]) == 0
    return path


def run(capsys, *arguments, status=0):
    assert main(["check", *(str(one) for one in arguments)]) == status
    said = capsys.readouterr()
    if status:
        assert said.err.count("\n") == 1, said.err
    return said.err if status else said.out


def found(capsys, *arguments):
    return json.loads(run(capsys, *arguments, "--json"))


def test_a_text_file_is_checked_and_each_finding_says_where_it_stands(capsys, tmp_path):
    path = tmp_path / "draft.txt"
    path.write_text(SLIPPED, encoding="utf-8")
    findings = found(capsys, path)
    assert {(one["check"], one["severity"], one["quote"]) for one in findings} >= {
        ("doubled-word", "error", "the the"),
        ("impossible-date", "error", "31 June 2017"),
    }
    assert set(findings[0]) == {"check", "severity", "quote", "start", "end", "block", "why", "other"}
    assert all(SLIPPED[one["start"] : one["end"]] == one["quote"] for one in findings)
    assert "error: paragraph 1: doubled-word: “the the”" in run(capsys, path)
    assert "error: paragraph 2: impossible-date: “31 June 2017”" in run(capsys, path)


def test_a_record_in_the_style_of_another_office_is_checked_by_the_default_one_and_that_is_told(capsys, tmp_path):
    record = json.loads(SAMPLE.read_text(encoding="utf-8"))
    record["body"]["style"] = "harbour office"
    file, text = tmp_path / "a.meeting.json", tmp_path / "draft.txt"
    file.write_text(json.dumps(record), encoding="utf-8")
    text.write_text(SLIPPED, encoding="utf-8")
    assert main(["check", str(text), "--record", str(file), "--json"]) == 0
    said = capsys.readouterr()
    assert "doubled-word" in {one["check"] for one in json.loads(said.out)}
    assert said.err == ("There is no statement style “harbour office” here: the text is checked by “bali-process”.\n")


def test_a_desk_whose_body_has_a_style_that_is_gone_is_checked_too(capsys, desk, tmp_path):
    copy = tmp_path / "gone.desk"
    copy.write_bytes(desk.read_bytes())
    opened = Desk(copy)
    with opened.change("Style") as session:
        session.get_one(Body, 1).style = "harbour office"
    opened.close()
    assert main(["check", str(copy), "--json"]) == 0
    said = capsys.readouterr()
    assert isinstance(json.loads(said.out), list)
    assert "“harbour office”" in said.err


def test_a_finding_in_a_desk_says_in_which_paragraph_of_the_statement_it_stands(capsys, tmp_path):
    path = tmp_path / "slipped.desk"
    assert main(["sample", str(path)]) == 0
    opened = Desk(path)
    with opened.change("Slip") as session:
        third = read_record(session, 1).blocks[2]
        session.get_one(Block, third.id).text = f"the the {third.text}"
    opened.close()
    assert "error: paragraph 3: doubled-word: “the the”" in run(capsys, path)


def test_the_statement_of_a_desk_is_checked_against_its_record(capsys, desk):
    assert run(capsys, desk, "--meeting", "1", "--today", "2017-06-01") == "The checks find nothing to see to.\n"
    assert found(capsys, desk) == []


def test_a_file_is_checked_against_a_meeting_file(capsys, desk, tmp_path):
    record, path = tmp_path / "m.meeting.json", tmp_path / "draft.txt"
    assert main(["export-meeting", str(desk), "--meeting", "1", str(record)]) == 0
    main(["export", str(desk), "--meeting", "1", "--document", "statement", "--output", str(tmp_path / "s.docx")])
    assert [one for one in found(capsys, tmp_path / "s.docx", "--record", record) if one["severity"] == "error"] == []
    path.write_text(
        "Co-Chairs’ Statement\n\nThe TIPWG held its third annual meeting on 25 May 2017 in Bali, Indonesia.\n"
    )
    quotes = {one["check"]: one["quote"] for one in found(capsys, path, "--record", record)}
    assert quotes["date-mismatch"] == "25 May 2017"


def test_what_editing_left_in_a_word_file_is_told(capsys, tmp_path):
    path = tmp_path / "draft.docx"
    document = Document()
    document.add_paragraph("Members noted the report of the secretariat.")
    document.add_paragraph("Members agreed to the plan.").runs[0].font.highlight_color = 7
    document.add_paragraph("Members thanked the host.").add_run(" Remove me.").font.hidden = True
    document.save(path)
    with_change(
        path, "the report", "<w:ins w:id='1' w:author='A'><w:r><w:t xml:space='preserve'>the report</w:t></w:r></w:ins>"
    )
    residue = [one for one in found(capsys, path) if one["check"] == "editing-residue"]
    assert {(one["quote"], one["why"]) for one in residue} == {
        ("the report", "Inserted as a tracked change."),
        ("Members agreed to the plan.", "Highlighted."),
        ("Members thanked the host.", "Hidden text."),
    }
    assert {one["severity"] for one in residue} == {"error"}


def with_change(path, words, xml):
    """Make words of the first paragraph a tracked change."""
    data = path.read_bytes()
    made = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as package, zipfile.ZipFile(made, "w") as out:
        for name in package.namelist():
            content = package.read(name)
            if name == "word/document.xml":
                before, after = content.decode().split(words, 1)
                run_end = "</w:t></w:r>"
                run_start = '<w:r><w:t xml:space="preserve">'
                before = before.replace("<w:t>Members noted", '<w:t xml:space="preserve">Members noted')
                content = f"{before}{run_end}{xml}{run_start}{after}".encode()
            out.writestr(name, content)
    path.write_bytes(made.getvalue())


@pytest.mark.parametrize(
    ("style", "word"),
    [("un", "organisation"), ("australian", "organization")],
)
def test_the_house_style_is_named(capsys, tmp_path, style, word):
    path = tmp_path / "draft.txt"
    path.write_text(f"Members noted the work of each {word} in the region.\n")
    findings = found(capsys, path, "--style", style)
    assert (word, "spelling-variant") in {(one["quote"], one["check"]) for one in findings}


def test_the_last_statement_shows_what_was_left_of_it(capsys, tmp_path):
    old, new = tmp_path / "old.txt", tmp_path / "new.txt"
    words = "Members will meet again in Colombo in May {year}, at the invitation of the Government of Sri Lanka.\n"
    old.write_text(words.format(year=2016))
    new.write_text(words.format(year=2016))
    assert "previous-residue" in {
        one["check"] for one in found(capsys, new, "--previous", old, "--today", "2017-06-01")
    }


def test_a_check_explains_itself(capsys):
    words = run(capsys, "--explain", "doubled-word")
    assert "wrong: " in words
    assert "right: " in words


def test_what_cannot_be_checked_is_one_sentence(capsys, desk, tmp_path):
    broken = tmp_path / "broken.docx"
    broken.write_bytes(b"no Word file")
    other = tmp_path / "draft.odt"
    other.write_bytes(b"x")
    empty = tmp_path / "empty.desk"
    bare = Desk(empty)
    with bare.change("Import") as session:
        take_in(session, SAMPLE.read_bytes())  # a record, and no text yet
    bare.close()
    for arguments, sentence in (
        ((broken,), "“broken.docx” is damaged"),
        ((tmp_path / "none.txt",), "cannot be read"),
        ((other,), "draft.odt"),
        ((desk, "--style", "klingon"), "There is no house style “klingon”"),
        ((desk, "--meeting", "9"), "There is no meeting 9"),
        ((desk, "--record", "x.json"), "A desk has its own record"),
        (("--explain", "nonsense"), "There is no draft check “nonsense”"),
        ((empty,), "There is no statement yet"),
    ):
        assert sentence in run(capsys, *arguments, status=1)


@pytest.mark.parametrize("given", [("x.txt", "--today", "31 May"), ()])
def test_wrong_usage_exits_with_two(given):
    with pytest.raises(SystemExit) as left:
        main(["check", *given])
    assert left.value.code == 2


def test_a_desk_is_checked_by_the_rules_of_its_body_unless_a_house_style_is_named(capsys, tmp_path):
    path = tmp_path / "own.desk"
    assert main(["sample", str(path)]) == 0
    assert main(["draft", str(path)]) == 0
    opened = Desk(path)
    with opened.change("House rules") as session:
        own = '[checks]\nspellings = ["-ize"]\n\n[checks.terms]\nhospitality = "kindness"\n'
        session.add(Wording(body_id=1, style="bali-process", text=own))
    opened.close()
    capsys.readouterr()

    def told(*style):
        return {one["check"] for one in found(capsys, path, "--meeting", "1", *style)}

    assert told() >= {"spelling-variant", "term-variant"}
    assert not told("--style", "australian") & {"spelling-variant", "term-variant"}
    assert told("--style", "un") & {"spelling-variant", "term-variant"} == {"spelling-variant"}

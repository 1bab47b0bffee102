"""All documents of a meeting at once: a folder of files or one PDF, whole or not there; what is missing is told."""

import os
import zipfile

import docx
import pikepdf
import pytest
from sqlmodel import select

from bali_desk.documents.files import write_together
from bali_desk.domain.errors import DeskError
from bali_desk.domain.models import Body, VersionFile
from bali_desk.presenters.ask import Cancelled
from bali_desk.presenters.documents import exporting
from bali_desk.presenters.documents.all_documents import AllDocuments
from bali_desk.presenters.documents.options import Value
from bali_desk.presenters.statement.composing import compose_statement
from bali_desk.store.records import read_versions

WORD, PDF = ".docx", ".pdf"
PRIVATE = "“Run sheet” is private and was left out."


@pytest.fixture
def chosen():
    """Template and options of each document, as she chose them."""
    return {}


@pytest.fixture
def everything(desk, officer, jobs, chosen, tmp_path):
    def orders():
        made = []
        for name in exporting.names():
            template, options = chosen.get(name, (None, {}))
            made.append(exporting.order_of(desk, 1, name, template, options))
        return made

    (tmp_path / "out").mkdir()
    officer.folder = tmp_path / "out"
    officer.open_folder = lambda title: officer.folder
    return AllDocuments(desk, officer, jobs, orders)


def names(folder):
    return sorted(one.name for one in folder.iterdir())


def test_every_document_but_the_private_one_is_written_and_the_statement_kept_once(desk, everything, officer):
    compose_statement(desk, 1)
    everything.into_folder((WORD, PDF))
    there = names(officer.folder)
    assert len(there) == 2 * (len(exporting.names()) - 1)
    assert not any("Run sheet" in name for name in there)
    assert officer.told == [f"Wrote 20 files into “out”. {PRIVATE}"]
    for name in there:
        path = officer.folder / name
        assert path.read_bytes().startswith(b"%PDF") if name.endswith(PDF) else zipfile.is_zipfile(path)
    with desk.reading() as session:
        assert [one.number for one in read_versions(session, 1)] == [1]
        kept = {one.name for one in session.exec(select(VersionFile))}
    assert kept == {name for name in there if "statement" in name}


def test_what_cannot_be_made_is_told_and_the_rest_is_made(everything, officer, chosen, tmp_path):
    document = docx.Document()
    document.add_paragraph("{{ meeting.plcae }}")
    document.save(tmp_path / "mine.docx")
    chosen["agenda"] = (tmp_path / "mine.docx", {})
    everything.into_folder((WORD,))
    assert len(names(officer.folder)) == 8
    told = officer.failures[0]
    assert told.startswith(
        "Wrote 8 files into “out”. Co-Chairs’ statement: There is no statement yet: compose it first."
    )
    assert "Provisional agenda: Mend the template “mine.docx”" in told
    assert told.endswith(PRIVATE)


def test_options_she_chose_are_those_of_the_set(everything, officer, chosen):
    words: dict[str, Value] = {"session": "Before lunch"}
    chosen["attendance"] = (None, words)
    everything.into_folder((WORD,))
    sheet = next(one for one in officer.folder.iterdir() if "Attendance" in one.name)
    with zipfile.ZipFile(sheet) as packed:
        assert b"Before lunch" in packed.read("word/document.xml")


def test_files_that_are_there_are_replaced_only_when_she_says_so(everything, officer):
    everything.into_folder((PDF,))
    before = {name: (officer.folder / name).stat().st_mtime_ns for name in names(officer.folder)}
    officer.answer = False
    everything.into_folder((PDF,))
    question, action = officer.asked[-1]
    assert action == "Replace"
    assert question.startswith("9 files of these are in “out” already, such as ")
    assert {name: (officer.folder / name).stat().st_mtime_ns for name in names(officer.folder)} == before
    officer.answer = True
    everything.into_folder((PDF,))
    assert len(officer.failures) == 2


@pytest.mark.parametrize("way", ["folder", "one"])
def test_cancelled_on_the_way_nothing_is_there(everything, officer, jobs, monkeypatch, tmp_path, way):
    def step(done, total):
        if done == 5:
            raise Cancelled

    monkeypatch.setattr(jobs, "step", step)
    officer.path = officer.folder / "all.pdf"
    with pytest.raises(Cancelled):
        everything.into_folder((WORD, PDF)) if way == "folder" else everything.as_one()
    assert names(officer.folder) == []
    assert (officer.told, officer.failures) == ([], [])


def test_cancelled_at_the_question_nothing_happens(everything, officer):
    officer.folder, folder = None, officer.folder
    everything.into_folder((PDF,))
    everything.as_one()
    assert names(folder) == []
    assert (officer.told, officer.failures) == ([], [])


def test_a_folder_that_is_gone_is_told_in_one_sentence(everything, officer, tmp_path):
    officer.folder = tmp_path / "gone"
    everything.into_folder((WORD,))
    assert officer.failures == [
        f"The documents could not be written into “{tmp_path / 'gone'}”: there is no such folder."
    ]


def outline(pdf):
    """Titles of the outline with the page each leads to, and those below."""
    pages = {page.obj.objgen: number for number, page in enumerate(pdf.pages)}
    with pdf.open_outline() as entries:
        return [_entry(one, pages) for one in entries.root]


def _entry(item, pages):
    return item.title, pages[item.destination[0].objgen], [_entry(one, pages) for one in item.children]


def test_one_pdf_has_an_entry_for_each_document_and_its_headings_on_their_pages(desk, everything, officer):
    compose_statement(desk, 1)
    officer.path = officer.folder / "all"
    everything.as_one()
    assert officer.offered == "TIPWG, Third Annual Meeting - documents.pdf"
    assert officer.told == [f"Wrote 10 documents as all.pdf. {PRIVATE}"]
    with pikepdf.open(officer.folder / "all.pdf") as pdf:
        entries = outline(pdf)
        assert [title for title, _, _ in entries] == [
            exporting.title_of(name) for name in exporting.names() if name != "run-sheet"
        ]
        begins = [page for _, page, _ in entries]
        assert begins == sorted(set(begins))
        assert begins[0] == 0
        for (_, begin, below), end in zip(entries, [*begins[1:], len(pdf.pages)], strict=True):
            assert all(begin <= page < end for _, page, _ in below)
        assert any(below for _, _, below in entries)
        assert str(pdf.docinfo["/Title"]) == "TIPWG, Third Annual Meeting"
        assert pdf.check_pdf_syntax() == []


def test_the_same_documents_bound_are_the_same_bytes(everything, officer):
    for name in ("one.pdf", "two.pdf"):
        officer.path = officer.folder / name
        everything.as_one()
    assert (officer.folder / "one.pdf").read_bytes() == (officer.folder / "two.pdf").read_bytes()


@pytest.mark.parametrize("name", ["CON", "nul.x", "a/b:c", "...", "x" * 300])
def test_the_files_of_any_meeting_have_names_windows_takes(desk, everything, officer, name):
    with desk.change("Rename") as session:
        session.get_one(Body, 1).short = name
    everything.into_folder((WORD,))
    for file in names(officer.folder):
        assert not set(file) & set('<>:"/\\|?*')
        assert file == file.strip(" .")
        assert len(file) < 150
        assert file.split(".")[0].upper() not in ("CON", "NUL")
    assert len(names(officer.folder)) == 9


def test_files_written_together_are_all_there_or_what_was_before(tmp_path):
    (tmp_path / "a.txt").write_bytes(b"old")
    (tmp_path / "b.txt").mkdir()
    (tmp_path / "b.txt" / "x").touch()
    with pytest.raises(DeskError, match="there is a folder of that name"):
        write_together(tmp_path, {"a.txt": b"new", "b.txt": b"new"})
    assert (tmp_path / "a.txt").read_bytes() == b"old"
    assert names(tmp_path) == ["a.txt", "b.txt"]


def test_when_one_cannot_be_put_in_its_place_those_before_come_back(tmp_path, monkeypatch):
    (tmp_path / "a.txt").write_bytes(b"old")
    real = os.replace

    def replace(source, target):
        if str(target).endswith("c.txt"):
            raise PermissionError
        real(source, target)

    monkeypatch.setattr(os, "replace", replace)
    with pytest.raises(DeskError, match="open in another program"):
        write_together(tmp_path, {"a.txt": b"new", "b.txt": b"new", "c.txt": b"new"})
    assert (tmp_path / "a.txt").read_bytes() == b"old"
    assert names(tmp_path) == ["a.txt"]


def test_no_document_of_a_set_takes_the_place_of_a_template_or_a_desk(tmp_path, desk):
    (tmp_path / "t.docx").write_bytes(b"template")
    with pytest.raises(DeskError, match="the file this is made from"):
        write_together(tmp_path, {"t.docx": b"new"}, [tmp_path / "t.docx"])
    with pytest.raises(DeskError, match="is a desk"):
        write_together(tmp_path, {"bali.desk": b"new"})
    assert (tmp_path / "t.docx").read_bytes() == b"template"

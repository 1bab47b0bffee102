"""The documents' presenter on a real desk: real previews, real files."""

import datetime as dt
import zipfile
from pathlib import Path

import docx
import pypdfium2
import pytest
from sqlmodel import select

from bali_desk.assets import RESOURCES
from bali_desk.domain.errors import DeskError
from bali_desk.domain.models import (
    AgendaItem,
    Block,
    Body,
    Delegation,
    Meeting,
    MeetingSession,
    Outcome,
    Statement,
)
from bali_desk.presenters.documents.exporting import export
from bali_desk.presenters.documents.presenter import PDF, WORD, DocumentsPresenter
from bali_desk.presenters.statement.composing import compose_statement
from bali_desk.store.records import read_versions

SAMPLE = RESOURCES / "sample" / "tipwg-3.meeting.json"


class View:
    def __init__(self):
        self.stale, self.pages, self.trouble, self.printed = 0, None, None, []
        self.hits, self.takes_paper = [], True

    def show_shelf(self, rows, chosen):
        self.rows, self.chosen = rows, chosen

    def show_options(self, choice, options):
        self.template, self.others, self.options = choice.own, choice.others, {row.key: row for row in options}

    def show_stale(self):
        self.stale += 1

    def show_working(self):
        self.pages = self.trouble = None

    def show_pages(self, pages):
        self.pages = pages

    def show_trouble(self, trouble):
        self.trouble = trouble

    def show_hits(self, found):
        self.hits = found

    def begin_mail(self, subject, body):
        self.mail = subject, body

    def print_page(self, page, last):
        self.printed.append((page.width, last))
        return self.takes_paper


class Officer:
    def __init__(self):
        self.said, self.path, self.answer = [], None, True

    def save_as(self, title, name, kinds):
        self.offered = name
        return self.path

    def open_file(self, title, kinds):
        return self.path

    def confirm(self, question, action):
        self.said.append(f"asked: {question}")
        return self.answer

    def tell(self, message):
        self.said.append(message)

    def fail(self, message):
        self.said.append(f"failed: {message}")


@pytest.fixture
def view():
    return View()


@pytest.fixture
def officer():
    return Officer()


@pytest.fixture
def presenter(desk, view, officer, jobs):
    presenter = DocumentsPresenter(desk, view, officer, jobs, 1)
    yield presenter
    presenter.leave()


def versions(desk):
    with desk.reading() as session:
        return read_versions(session, 1)


def pages_of(path):
    with pypdfium2.PdfDocument(path) as document:
        return [document[n].get_textpage().get_text_range() for n in range(len(document))]


def test_without_a_statement_a_sentence_and_the_button_that_mends_it(desk, presenter, view):
    presenter.make_preview(40)
    assert (view.trouble.sentence, view.trouble.button) == (
        "There is no statement yet: compose it first.",
        "Compose statement",
    )
    presenter.mend()
    presenter.make_preview(40)
    assert view.trouble is None
    assert view.pages[0].width > 300


def test_every_document_of_the_shelf_can_be_seen_and_counts_its_pages(desk, presenter, view):
    compose_statement(desk, 1)
    for row in list(view.rows):
        presenter.choose(row.name)
        presenter.make_preview(30)
        assert view.pages, row.name
    assert all("page" in row.detail for row in view.rows)
    with desk.change("Edit") as session:
        session.get_one(Body, 1).name = "Another"
    assert all("page" not in row.detail for row in view.rows)


def test_a_change_of_the_desk_makes_the_preview_stale_and_leaving_stops_that(desk, presenter, view):
    before = view.stale
    compose_statement(desk, 1)
    assert view.stale == before + 1
    presenter.leave()
    desk.undo()
    assert view.stale == before + 1
    presenter._stop_listening = lambda: None


def test_an_answer_that_comes_late_is_not_shown(desk, presenter, view, jobs):
    jobs.held = []
    presenter.choose("agenda")
    presenter.make_preview(20)
    presenter.choose("attendance")
    presenter.make_preview(40)
    early, late = jobs.held
    late()
    shown = view.pages
    early()
    assert view.pages is shown


def test_only_pages_that_changed_are_drawn_again(desk, presenter, view):
    presenter.choose("name-plates")
    presenter.make_preview(30)
    before = list(view.pages)
    with desk.change("Edit") as session:
        session.exec(select(Delegation).where(Delegation.name == "Thailand")).one().name = "Thai Land"
    presenter.make_preview(30)
    changed = [number for number, page in enumerate(view.pages) if page is not before[number]]
    assert (len(changed), len(view.pages)) == (1, len(before))
    presenter.make_preview(60)
    assert view.pages[0].width == pytest.approx(2 * before[0].width, abs=2)


def test_a_change_that_does_not_show_lays_out_nothing(desk, presenter, view, monkeypatch):
    presenter.choose("agenda")
    presenter.make_preview(30)
    before = list(view.pages)
    with desk.change("Edit") as session:
        session.get_one(Outcome, 2).text = "something else"
    monkeypatch.setattr("bali_desk.documents.layout.lay_out", None)
    presenter.make_preview(30)
    assert all(now is then for now, then in zip(view.pages, before, strict=True))


def test_words_are_found_where_they_stand_and_again_after_an_edit(desk, presenter, view):
    presenter.choose("agenda")
    presenter.make_preview(30)
    presenter.find("  disruption   working GROUP ")
    assert [hit.page for hit in view.hits] == [0]
    ((left, top, wide, high),) = view.hits[0].boxes
    assert 0 < left < left + wide < 1
    assert 0 < top < top + high < 1
    assert high < 0.05 < wide
    with desk.change("Edit") as session:
        session.exec(select(AgendaItem).where(AgendaItem.title == "Disruption Working Group")).one().title = "Quokkas"
    presenter.make_preview(30)
    assert view.hits == []
    presenter.find("quokka")
    assert len(view.hits) == 1
    presenter.find(" ")
    assert view.hits == []


def test_a_mail_begins_when_the_file_is_there_and_names_it(presenter, view, officer, tmp_path):
    presenter.choose("agenda")
    view.mail = None
    presenter.mail()
    assert view.mail is None, "she cancelled"
    officer.path = tmp_path / "TIPWG agenda.pdf"
    presenter.mail()
    assert officer.path.read_bytes().startswith(b"%PDF")
    assert view.mail == ("TIPWG agenda", "Provisional agenda: TIPWG agenda.pdf\n")
    assert officer.said == [f"Wrote TIPWG agenda.pdf: attach it from “{tmp_path.name}”."]


def test_zoom_draws_the_same_pages_larger(presenter, view):
    presenter.choose("agenda")
    presenter.make_preview(40)
    small = view.pages[0].width
    presenter.zoom(80)
    assert view.pages[0].width == pytest.approx(2 * small, abs=2)


def test_the_statement_is_written_as_word_and_pdf_and_each_text_kept_once_as_a_version(
    desk, presenter, view, officer, tmp_path
):
    compose_statement(desk, 1)
    officer.path = tmp_path / "statement.docx"
    presenter.save(WORD)
    assert "DRAFT v1" in officer.offered
    with zipfile.ZipFile(officer.path) as word:
        assert "Members" in word.read("word/document.xml").decode()
    officer.path = tmp_path / "no suffix"
    presenter.save(PDF)
    assert "Co-Chairs" in pages_of(tmp_path / "no suffix.pdf")[0]
    assert [(one.number, one.stage) for one in versions(desk)] == [(1, "draft")], "not a word changed between them"
    with desk.change("Edit") as session:
        session.get_one(Outcome, 2).text = "something else"
    compose_statement(desk, 1)
    presenter.save(PDF)
    assert [(one.number, one.stage) for one in versions(desk)] == [(1, "draft"), (2, "draft")]
    assert versions(desk)[0].blocks[0]["kind"] == "title"
    wrote = [words for words in officer.said if words.startswith("Wrote")]
    assert wrote == ["Wrote statement.docx.", "Wrote no suffix.pdf.", "Wrote no suffix.pdf."]
    desk.undo()
    assert len(versions(desk)) == 2, "what went out stays"


def test_a_version_holds_what_was_written_though_the_record_changed_while_it_was(
    desk, presenter, officer, jobs, tmp_path
):
    compose_statement(desk, 1)
    jobs.held, officer.path = [], tmp_path / "statement.docx"
    presenter.save(WORD)
    said = presenter._order().record.blocks[4].text
    with desk.change("Edit") as session:
        session.get_one(Outcome, 2).text = "something else"
    compose_statement(desk, 1)
    jobs.held[-1]()
    assert versions(desk)[0].blocks[4]["text"] == said


def test_a_file_whose_name_she_did_not_see_is_replaced_only_when_she_says_so(presenter, officer, tmp_path):
    presenter.choose("agenda")
    there = tmp_path / "agenda.pdf"
    there.write_bytes(b"hers")
    officer.path, officer.answer = tmp_path / "agenda", False
    presenter.save(PDF)
    assert (there.read_bytes(), officer.said) == (b"hers", ["asked: There is a file agenda.pdf already. Replace it?"])
    officer.answer = True
    presenter.save(PDF)
    assert there.read_bytes().startswith(b"%PDF")


def test_cancelling_writes_nothing(desk, presenter, officer):
    compose_statement(desk, 1)
    presenter.save(WORD)
    assert (versions(desk), officer.said) == ([], [])


def test_a_place_that_cannot_be_written_to_is_told_in_one_sentence_and_no_version_is_kept(
    desk, presenter, officer, tmp_path
):
    compose_statement(desk, 1)
    officer.path = tmp_path / "nowhere" / "statement.docx"
    presenter.save(WORD)
    assert officer.said[0].startswith("failed: ")
    assert versions(desk) == []


def test_options_change_the_document_they_belong_to_and_no_other(presenter, view, officer, tmp_path):
    presenter.choose("attendance")
    assert not view.options["position"].value
    presenter.set_option("session", "Morning <session>")
    presenter.set_option("blank_rows", 5)
    assert view.options["blank_rows"].value == 5
    officer.path = tmp_path / "sheet.pdf"
    presenter.save(PDF)
    assert "Morning <session>" in pages_of(officer.path)[0]
    presenter.choose("agenda")
    assert list(view.options) == ["provisional"]


def test_a_file_that_is_no_word_file_is_told_and_not_taken_in(presenter, view, officer, tmp_path):
    presenter.choose("agenda")
    officer.path = tmp_path / "mine.docx"
    officer.path.write_bytes(b"no Word file")
    presenter.choose_own_template()
    assert officer.said == ["failed: “mine.docx” is not a Word file: choose a .docx or .dotx file."]
    assert view.template == ""


def test_an_own_template_is_used_until_another_is_chosen_and_when_it_is_gone_the_house_template_mends_it(
    presenter, view, officer, tmp_path
):
    presenter.choose("agenda")
    officer.path = tmp_path / "mine.docx"
    document = docx.Document()
    document.add_paragraph("{{ meeting.place }}")
    document.save(officer.path)
    presenter.choose_own_template()
    assert (view.template, view.others) == ("mine", ("mine",))
    presenter.make_preview(30)
    assert view.trouble is None
    before = view.stale
    presenter.look_again()
    assert view.stale == before
    kept = tmp_path / "templates" / "agenda" / "mine.docx"
    document.add_paragraph("changed in Word")
    document.save(kept)
    presenter.look_again()
    assert view.stale == before + 1
    kept.unlink()
    presenter.make_preview(30)
    assert view.trouble.button == "Use the house template"
    presenter.mend()
    presenter.make_preview(30)
    assert (view.trouble, view.template) == (None, "")


def test_printing_hands_over_every_page_in_order_and_fine(presenter, view):
    presenter.choose("attendance")
    presenter.make_preview(30)
    presenter.print_pages(range(len(view.pages)))
    assert [last for _width, last in view.printed] == [False] * (len(view.pages) - 1) + [True]
    assert view.printed[0][0] > 2000


def test_a_printer_that_takes_no_paper_is_told_once_and_gets_no_more(presenter, view, officer):
    presenter.choose("attendance")
    presenter.make_preview(30)
    view.takes_paper = False
    presenter.print_pages([0, 1, 0, 1])
    assert len(view.printed) == 1
    assert officer.said == ["failed: The printer took no page: see whether it is on and has paper, then print again."]


@pytest.mark.parametrize("suffix", [".odt", "", ".docx.bak"])
def test_export_refuses_other_endings_before_it_writes(desk, tmp_path, suffix):
    path = tmp_path / f"agenda{suffix}"
    with pytest.raises(DeskError, match="Word"):
        export(desk, 1, "agenda", path)
    assert not path.exists()


def test_export_from_a_script_keeps_a_version_too(desk, tmp_path):
    compose_statement(desk, 1)
    export(desk, 1, "statement", tmp_path / "s.pdf")
    assert [one.number for one in versions(desk)] == [1]
    assert desk.undo_label == "Compose statement", "that it went out cannot be taken back"
    export(desk, 1, "agenda", tmp_path / "a.pdf")
    assert len(versions(desk)) == 1
    with pytest.raises(DeskError, match="no document"):
        export(desk, 1, "menu", tmp_path / "m.pdf")
    assert Path(tmp_path / "a.pdf").read_bytes().startswith(b"%PDF")


def test_a_version_that_went_out_stays_while_everything_before_it_is_taken_back(desk, tmp_path):
    compose_statement(desk, 1)
    export(desk, 1, "statement", tmp_path / "s.pdf")
    desk.undo()
    assert [one.number for one in versions(desk)] == [1]
    compose_statement(desk, 1)
    with desk.change("Edit text") as session:
        session.exec(select(Block)).first().text = "Other words"
    export(desk, 1, "statement", tmp_path / "again.pdf")
    assert [one.number for one in versions(desk)] == [1, 2]


def test_what_a_version_hangs_on_cannot_be_undone_and_says_so(desk, tmp_path):
    with desk.change("Add meeting") as session:
        session.add(Meeting(id=2, body_id=1, ordinal=4, start=dt.date(2018, 5, 26)))
    compose_statement(desk, 2)
    export(desk, 2, "statement", tmp_path / "s.docx")
    desk.undo()
    with pytest.raises(DeskError, match="cannot be taken back: something that stays"):
        desk.undo()
    with desk.reading() as session:
        assert session.get(Meeting, 2) is not None
    assert desk.undo_label == "Add meeting"


def test_an_attendance_sheet_is_offered_for_each_session_and_a_text_of_her_own_still_stands(desk, presenter, view):
    presenter.choose("attendance")
    assert view.options["session"].choices == ()
    with desk.change("Add session") as session:
        session.add(MeetingSession(meeting_id=1, name="Morning", day=dt.date(2017, 5, 26)))
    assert view.options["session"].choices == (("26 May 2017, Morning", "26 May 2017, Morning"),)
    with desk.change("Edit meeting") as session:
        session.get_one(Meeting, 1).end = dt.date(2017, 5, 27)
    words = [words for words, _shown in view.options["session"].choices]
    assert words == ["26 May 2017", "27 May 2017", "26 May 2017, Morning"]
    presenter.set_option("session", "before lunch")
    assert view.options["session"].value == "before lunch"


def test_a_statement_says_until_when_it_is_circulated(desk, presenter, view, officer, tmp_path):
    compose_statement(desk, 1)
    presenter.set_option("until", "30.6.2017")
    officer.path = tmp_path / "statement.pdf"
    presenter.save(PDF)
    assert "until" not in officer.offered, "a draft is not circulated"
    with desk.change("Circulate") as session:
        session.exec(select(Statement)).one().stage = "circulated"
    presenter.save(PDF)
    assert officer.offered.endswith("CIRCULATED v2 until 30 June 2017.pdf")
    assert "CIRCULATED v2 until 30 June 2017" in pages_of(officer.path)[0]
    presenter.set_option("until", "the  end of June")
    presenter.save(PDF)
    assert officer.offered.endswith("CIRCULATED v2 until the end of June.pdf")


def test_every_new_document_offers_the_choices_that_change_it(presenter, view):
    offered = {}
    for row in list(view.rows):
        presenter.choose(row.name)
        offered[row.name] = list(view.options)
    assert offered["annotated-agenda"] == ["provisional", "glance"]
    assert offered["run-sheet"] == offered["decisions"] == []
    assert offered["papers"] == ["restricted"]
    assert offered["actions"] == ["settled", "as_at"]
    assert offered["name-plates"] == ["plates", "delegation_name"]
    assert offered["badges"] == ["order", "delegation_name", "native", "blank_rows"]

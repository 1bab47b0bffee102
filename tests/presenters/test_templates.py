"""The officer's own templates: real files in a folder, real checks, real pages; nothing of hers is lost."""

import datetime as dt
import os

import docx
import pytest

from bali_desk.domain.errors import DeskError
from bali_desk.presenters.documents.exporting import names
from bali_desk.presenters.templates.own import ChoicesForNow, OwnTemplates
from bali_desk.presenters.templates.presenter import EMPTY, SAMPLE, TemplatesPresenter

NOON = dt.datetime(2026, 11, 26, 12, 0, 0)


class View:
    def __init__(self):
        self.stale, self.pages, self.trouble, self.words, self.opened, self.opens = 0, None, None, "", [], True

    def show_documents(self, rows, chosen):
        self.documents, self.document = {row.name: row for row in rows}, chosen

    def show_templates(self, rows, chosen, kept):
        self.templates, self.template, self.kept = {row.name: row for row in rows}, chosen, list(kept)

    def show_template(self, shown, findings):
        self.shown, self.findings = shown, list(findings)

    def show_fields(self, rows):
        self.fields = {row.tag: row for row in rows}

    def show_stale(self):
        self.stale += 1

    def show_pages(self, pages):
        self.pages, self.trouble = pages, None

    def show_trouble(self, sentence):
        self.pages, self.trouble = None, sentence

    def say(self, words):
        self.words = words

    def open_file(self, path):
        self.opened.append(path)
        return self.opens


class Officer:
    def __init__(self):
        self.failures, self.path = [], None
        self.questions, self.answer = [], True

    def confirm(self, question, action):
        self.questions.append(question)
        return self.answer

    def open_file(self, title, kinds):
        return self.path

    def fail(self, message):
        self.failures.append(message)


@pytest.fixture
def own(tmp_path):
    return OwnTemplates(tmp_path / "templates", ChoicesForNow(), lambda: NOON)


@pytest.fixture
def view():
    return View()


@pytest.fixture
def officer():
    return Officer()


@pytest.fixture
def changes():
    return []


@pytest.fixture
def presenter(own, view, officer, jobs, changes):
    return TemplatesPresenter(own, view, officer, jobs, "agenda", lambda: changes.append(1))


def word_file(path, *paragraphs):
    document = docx.Document()
    for paragraph in paragraphs:
        document.add_paragraph(paragraph)
    document.save(path)
    return path


def change(path, *paragraphs):
    """As Word does when she saves."""
    word_file(path, *paragraphs)
    os.utime(path, ns=(1, 1))


# ---- the files ----
def test_templates_are_taken_in_copied_and_renamed_under_names_of_their_own(own, tmp_path):
    source = word_file(tmp_path / "Blue.docx", "A")
    assert [own.add("agenda", source), own.add("agenda", source)] == ["Blue", "Blue (2)"]
    assert own.path("agenda", "Blue").read_bytes() == source.read_bytes()
    assert own.duplicate("agenda", "") == "Provisional agenda – own"
    assert own.duplicate("agenda", "Blue") == "Blue – copy"
    assert own.rename("agenda", "Blue", " Red: 1/2 ") == "Red 1 2"
    assert own.rename("agenda", "Red 1 2", "RED 1 2") == "RED 1 2"
    with pytest.raises(DeskError, match="There is a template “blue \\(2\\)” already"):
        own.rename("agenda", "RED 1 2", "blue (2)")
    with pytest.raises(DeskError, match="needs a name"):
        own.rename("agenda", "RED 1 2", " ")
    assert own.names("agenda") == ["Blue (2)", "Blue – copy", "Provisional agenda – own", "RED 1 2"]
    assert own.names("statement") == []


def test_words_lock_files_are_no_templates(own, tmp_path):
    own.add("agenda", word_file(tmp_path / "Blue.docx"))
    (tmp_path / "templates" / "agenda" / "~$Blue.docx").write_bytes(b"x")
    (tmp_path / "templates" / "agenda" / ".~lock.docx").write_bytes(b"x")
    assert own.names("agenda") == ["Blue"]


def test_what_is_in_use_follows_a_new_name_and_goes_back_to_the_house_with_its_template(own, tmp_path):
    own.use("agenda", own.add("agenda", word_file(tmp_path / "Blue.docx")))
    own.rename("agenda", "Blue", "Red")
    assert (own.in_use("agenda"), own.in_use("statement")) == ("Red", "")
    assert own.chosen("agenda") == own.path("agenda", "Red")
    own.remove("agenda", "Red")
    assert (own.in_use("agenda"), own.chosen("agenda")) == ("", None)


def test_what_is_removed_is_kept_and_comes_back_as_it_was_even_twice(own, tmp_path):
    source = word_file(tmp_path / "Blue.docx", "A")
    own.add("agenda", source)
    kept = own.remove("agenda", "Blue")
    assert own.names("agenda") == []
    assert (kept.name, kept.when) == ("Blue", "26 November 2026, 12:00")
    assert own.kept("agenda") == [kept]
    assert [own.restore("agenda", kept), own.restore("agenda", kept)] == ["Blue", "Blue (2)"]
    assert own.path("agenda", "Blue (2)").read_bytes() == source.read_bytes()
    own.remove("agenda", "Blue")
    assert len(own.kept("agenda")) == 2


def test_what_is_kept_before_word_is_kept_once(own, tmp_path):
    own.add("agenda", word_file(tmp_path / "Blue.docx", "A"))
    own.keep("agenda", "Blue")
    own.keep("agenda", "Blue")
    assert len(own.kept("agenda")) == 1
    word_file(own.path("agenda", "Blue"), "B")
    own.keep("agenda", "Blue")
    assert len(own.kept("agenda")) == 2


def test_a_template_that_is_gone_is_told(own):
    for act in (lambda: own.remove("agenda", "no"), lambda: own.rename("agenda", "no", "yes")):
        with pytest.raises(DeskError, match="“no” is gone, or open in Word"):
            act()
    with pytest.raises(DeskError, match="cannot be read"):
        own.duplicate("agenda", "no")


# ---- the window ----
def test_every_document_of_the_shelf_is_there_with_its_house_template_checked(presenter, view):
    assert set(view.documents) == set(names())
    assert view.document == "agenda"
    assert view.templates[""].words == "in use · shipped · no faults"
    assert view.shown.state == "good"
    assert view.shown.summary.startswith("No faults: it was filled in with a full meeting and with an empty one.")


def test_faults_are_told_all_at_once_with_place_words_and_the_field_that_was_meant(presenter, view, officer, tmp_path):
    officer.path = word_file(
        tmp_path / "Blue.docx", "Held in {{ meeting.plcae }}", "{{ days|frist }}", "{{ body.name }}"
    )
    presenter.add()
    assert (view.template, view.templates["Blue"].words, view.shown.state) == ("Blue", "2 faults", "faults")
    first = view.findings[0]
    assert (first.where, first.words) == ("Body, paragraph 1", "Held in {{ meeting.plcae }}")
    assert (first.said, first.instead) == ("meeting.plcae", "meeting.place")
    assert view.findings[1].why == "There is no filter “frist”; did you mean “first”?"
    assert [one.is_fault for one in view.findings] == [True, True, False]  # and the font of Word's own pattern
    assert view.fields["{{ body.name }}"].used
    assert not view.fields["{{ meeting.city }}"].used
    assert view.fields["{{ meeting.city }}"].example == "Bali"
    assert view.fields["{{ line.title }}"].around == "{% for day in days %} {% for line in day.lines %}"


def test_coming_back_from_word_checks_what_changed_and_tells_who_makes_documents(
    presenter, view, own, changes, tmp_path
):
    presenter.open_in_word()  # of the shipped one, a copy
    assert view.template == "Provisional agenda – own"
    assert view.opened == [own.path("agenda", "Provisional agenda – own")]
    stale = view.stale
    changes.clear()
    presenter.look_again()
    assert (view.stale, changes) == (stale, [])
    change(own.path("agenda", "Provisional agenda – own"), "{{ meeting.plcae }}")
    presenter.look_again()
    assert view.templates["Provisional agenda – own"].faults == 1
    assert (view.stale, changes) == (stale + 1, [1])
    presenter.open_in_word()
    assert [one.name for one in view.kept] == []  # shown with the next refresh
    presenter.check_again()
    assert [one.name for one in view.kept] == ["Provisional agenda – own"]


def test_without_a_program_for_word_files_the_place_of_the_file_is_told(presenter, view, officer):
    view.opens = False
    presenter.open_in_word()
    assert "No program opens Word files here. The template lies at " in officer.failures[0]


def test_a_template_with_faults_is_used_only_when_she_says_so(presenter, view, own, officer, tmp_path):
    officer.path = word_file(tmp_path / "Blue.docx", "Held in {{ meeting.plcae }}")
    presenter.add()
    officer.answer = False
    presenter.use()
    assert own.in_use("agenda") == ""
    assert officer.questions == [
        "“Blue” has faults: nothing can be made with it before they are mended. Use it all the same?"
    ]
    officer.answer = True
    presenter.use()
    assert own.in_use("agenda") == "Blue"


def test_the_template_in_hand_is_used_from_now_on_removed_and_brought_back(presenter, view, own, officer, changes):
    presenter.duplicate()
    presenter.use()
    assert own.in_use("agenda") == "Provisional agenda – own"
    assert view.documents["agenda"].own
    presenter.remove()
    assert (view.template, own.in_use("agenda")) == ("", "")
    assert view.words == "Removed “Provisional agenda – own”; Restore brings it back. The house template is used again."
    presenter.restore()
    assert view.template == "Provisional agenda – own"
    presenter.rename("Provisional agenda – own", "Mine")
    assert "Mine" in view.templates
    presenter.choose("")
    presenter.remove()  # the shipped one stays
    assert "" in view.templates
    assert len(changes) == 5
    assert officer.failures == []


def test_pages_are_those_of_the_sample_or_of_a_meeting_nobody_knows_and_faults_are_told(
    presenter, view, officer, tmp_path
):
    for document in names():
        presenter.choose_document(document)
        for which in (SAMPLE, EMPTY):
            presenter.make_pages(which, 30)
            assert view.pages, (document, which, view.trouble)
    small = view.pages[0].width
    presenter.zoom(60)
    assert view.pages[0].width == pytest.approx(2 * small, abs=2)
    officer.path = word_file(tmp_path / "Blue.docx", "{{ nothing }}")
    presenter.add()
    presenter.make_pages(SAMPLE, 30)
    assert view.trouble.startswith("Mend the template “Blue.docx”: Body, paragraph 1: there is no field “nothing”")


def test_what_comes_late_is_shown_to_nobody(own, view, officer, jobs):
    jobs.held = []
    presenter = TemplatesPresenter(own, view, officer, jobs, "agenda", lambda: None)
    presenter.make_pages(SAMPLE, 30)
    shown = view.shown
    presenter.leave()
    for arrives in jobs.held:
        arrives()
    assert (view.shown, view.pages) == (shown, None)


def test_a_file_that_is_no_word_file_is_not_taken_in_and_one_that_became_one_is_told(
    presenter, view, own, officer, tmp_path
):
    officer.path = tmp_path / "x.docx"
    officer.path.write_bytes(b"no")
    presenter.add()
    assert officer.failures == ["“x.docx” is not a Word file: choose a .docx or .dotx file."]
    presenter.duplicate()
    own.path("agenda", "Provisional agenda – own").write_bytes(b"no")
    presenter.look_again()
    assert view.shown.summary.endswith("is not a Word file: choose a .docx or .dotx file.")
    assert view.templates["Provisional agenda – own"].faults == 1

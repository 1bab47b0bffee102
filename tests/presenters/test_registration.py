"""The import of registrations, step by step, on a real desk with the sample meeting and real files."""

import datetime as dt
import io

import pytest
from openpyxl import Workbook
from sqlmodel import select

from bali_desk.domain.models import Delegation, Participant, SheetMapping
from bali_desk.exchange.importing import take_in
from bali_desk.presenters.meetings.sample import SAMPLE
from bali_desk.presenters.registration.presenter import LABEL, RegistrationPresenter
from bali_desk.store.desk import Desk

HEADS = ("Title", "Family name", "Given name", "Position", "Country", "E-mail")
KNOWN = ("Mr", "Whitford", "Callum", "Assistant Secretary, Crime Cooperation", "Australia")
KNOWN += ("callum.whitford@aus.example.org",)
CHANGED = (*KNOWN[:3], "Deputy Secretary", *KNOWN[4:])
NEW = ("Ms", "Harrow", "Edith", "Second Secretary", "Australia", "edith.harrow@aus.example.org")
SAME_NAME = ("Ms", "Ranganathan", "Priya", "Adviser", "Japan", "")
UNKNOWN_HOME = ("Mr", "Santoso", "Joko", "Kemlu", "Indonesai", "joko@kemlu.example.org")
WRONG = ("", "", "", "Adviser", "Fiji", "")


class View:
    def __init__(self):
        self.worked = []

    def show_start(self, trouble):
        self.step, self.trouble = "start", trouble

    def show_working(self, words):
        self.worked.append(words)

    def show_columns(self, shown):
        self.step, self.columns = "columns", shown

    def show_rows(self, shown):
        self.step, self.rows = "rows", shown

    def show_result(self, shown):
        self.step, self.result = "result", shown


class Officer:
    def __init__(self):
        self.path, self.failures = None, []

    def open_file(self, title, kinds):
        return self.path

    def fail(self, message):
        self.failures.append(message)


class Import:
    """The import in hand, with what is needed to make it go."""

    def __init__(self, desk, folder, jobs):
        self.desk, self.folder, self.view, self.officer, self.jobs = desk, folder, View(), Officer(), jobs
        self.presenter = RegistrationPresenter(desk, self.view, self.officer, self.jobs, 1)

    def file(self, *rows, name="list.xlsx", **sheets):
        book = Workbook()
        book.remove(book.active)
        for title, content in ({"Peserta": rows} if rows else {} | sheets).items():
            sheet = book.create_sheet(title)
            for row in content:
                sheet.append(row)
        data = io.BytesIO()
        book.save(data)
        (self.folder / name).write_bytes(data.getvalue())
        return self.folder / name

    def open(self, *rows, **sheets):
        self.presenter.open(self.file(*rows, **sheets))

    def judge(self, *rows, **sheets):
        self.open(*rows, **sheets)
        self.presenter.go_on()

    def choose(self, number):
        row = next(row for row in self.view.rows.rows if row.number == str(number))
        self.presenter.decisions.choose(row.place)

    def decide(self, number, action):
        self.choose(number)
        return self.presenter.decisions.decide(action)

    def happens(self):
        return {row.number: row.happens for row in self.view.rows.rows}

    def person(self, family):
        with self.desk.reading() as session:
            return session.exec(select(Participant).where(Participant.family == family)).all()

    def people(self):
        with self.desk.reading() as session:
            rows = session.exec(select(Participant).order_by(Participant.id)).all()
        return [{name: getattr(row, name) for name in Participant.model_fields if name != "version"} for row in rows]


@pytest.fixture
def desk(tmp_path):
    desk = Desk(tmp_path / "bali.desk")
    with desk.change("Import meeting") as session:
        take_in(session, SAMPLE.read_bytes())
    yield desk
    desk.close()


@pytest.fixture
def sheet(desk, tmp_path, jobs):
    return Import(desk, tmp_path, jobs)


# ---- the file ----
def test_a_file_is_chosen_read_and_its_columns_recognised(sheet):
    sheet.officer.path = sheet.file(("List of participants",), (), HEADS, NEW)
    sheet.presenter.choose_file()
    shown = sheet.view.columns
    assert shown.file == "list.xlsx"
    assert [(one.head, one.field) for one in shown.columns] == [
        ("Title", "honorific"),
        ("Family name", "family"),
        ("Given name", "given"),
        ("Position", "position"),
        ("Country", "delegation"),
        ("E-mail", "email"),
    ]
    assert [row.number for row in shown.rows if row.is_head] == [3]
    assert shown.trouble == ""
    assert sheet.view.worked == ["Reading list.xlsx …"]


def test_a_file_that_is_no_list_is_refused_in_a_sentence_and_another_can_be_chosen(sheet):
    path = sheet.folder / "list.xls"
    path.write_bytes(b"<html><table><tr><td>Name</td></tr></table></html>")
    sheet.presenter.open(path)
    assert sheet.view.step == "start"
    assert "“list.xls”" in sheet.view.trouble
    sheet.presenter.open(sheet.folder / "nowhere.xlsx")
    assert sheet.view.trouble.startswith("“nowhere.xlsx” cannot be read: ")
    sheet.open(HEADS, NEW)
    assert sheet.view.step == "columns"


def test_a_bad_file_leaves_the_one_in_hand_alone(sheet):
    sheet.open(HEADS, NEW)
    sheet.presenter.open(sheet.folder / "nowhere.xlsx")
    assert sheet.view.step == "columns"
    assert sheet.view.columns.file == "list.xlsx"
    assert sheet.officer.failures[0].startswith("“nowhere.xlsx” cannot be read")


def test_nothing_chosen_changes_nothing(sheet):
    sheet.presenter.choose_file()
    assert sheet.view.step == "start"


def test_what_is_cancelled_does_not_arrive(sheet):
    sheet.jobs.held = []
    sheet.open(HEADS, NEW)
    sheet.presenter.cancel()
    assert sheet.jobs.cancelled == 1
    for settle in sheet.jobs.held:
        settle()
    assert sheet.view.step == "start"


# ---- sheets and columns ----
def test_ignored_sheets_are_named_with_why_and_may_be_taken_all_the_same(sheet):
    sheet.open(Peserta=[HEADS, NEW], Lists=[["X1", "Y1"], ["X2", "Y2"]])
    assert [(one.name, one.detail, one.wanted, one.ignored) for one in sheet.view.columns.sheets] == [
        ("Peserta", "2 rows", True, False),
        ("Lists", "2 rows · code list", False, True),
    ]
    sheet.presenter.want_sheet(1, True)
    assert sheet.view.columns.chosen == 1
    assert sheet.view.columns.trouble.startswith("On the sheet “Lists” no column is said to hold names")
    sheet.presenter.want_sheet(1, False)
    sheet.presenter.want_sheet(0, False)
    assert sheet.view.columns.trouble == "Tick a sheet that holds registrations."


def test_sheets_of_several_delegations_are_read_together(sheet):
    heads = ("Family name", "Given name", "E-mail")
    sheet.judge(Fiji=[heads, ("Vula", "Ana", "a@x.example.org")], Tonga=[heads, ("Fifita", "Sione", "s@x.example.org")])
    assert [(row.number, row.name, row.delegation) for row in sheet.view.rows.rows] == [
        ("Fiji 2", "Ana Vula", "Fiji"),
        ("Tonga 2", "Sione Fifita", "Tonga"),
    ]


def test_a_column_is_corrected_and_remembered_for_the_next_sheet_of_the_sender(sheet, desk):
    heads = ("Family name", "Given name", "Country", "Xyzzy")
    sheet.open(heads, ("Vula", "Ana", "Fiji", "at noon"))
    assert sheet.view.columns.columns[3].field == "ignore"
    sheet.presenter.set_field(4, "note")
    assert sheet.view.columns.columns[3].field == "note"
    sheet.presenter.go_on()
    sheet.presenter.take_rows()
    with desk.reading() as session:
        assert len(session.exec(select(SheetMapping)).all()) == 1
    sheet.open(heads, ("Fifita", "Sione", "Tonga", "late"))
    assert sheet.view.columns.columns[3].field == "note"
    assert "columns as you last said" in sheet.view.columns.said


def test_the_rows_of_the_heads_are_corrected(sheet):
    sheet.open(("Delegates",), HEADS, NEW)
    sheet.presenter.set_head(2, False)
    assert not any(row.is_head for row in sheet.view.columns.rows)
    sheet.presenter.set_head(2, True)
    assert [row.number for row in sheet.view.columns.rows if row.is_head] == [2]
    assert sheet.view.columns.columns[1].field == "family"


def test_a_sheet_without_a_delegation_is_given_one(sheet):
    sheet.open(HEADS[:4], NEW[:4])
    assert sheet.view.columns.asks_delegation
    sheet.presenter.set_delegation("Japan")
    sheet.presenter.go_on()
    assert sheet.view.rows.rows[0].delegation == "Japan"


def test_without_a_column_of_names_one_cannot_go_on(sheet):
    sheet.open(HEADS, NEW)
    sheet.presenter.set_field(2, "ignore")
    sheet.presenter.set_field(3, "ignore")
    assert sheet.view.columns.trouble.startswith("No column is said to hold names")
    sheet.presenter.go_on()
    assert sheet.view.step == "columns"


# ---- rows ----
def test_each_row_has_its_verdict_and_those_that_ask_come_first(sheet):
    sheet.judge(HEADS, NEW, KNOWN, SAME_NAME, UNKNOWN_HOME, WRONG)
    shown = sheet.view.rows
    assert [(row.number, row.verdict) for row in shown.rows] == [
        ("4", "doubtful"),
        ("5", "doubtful"),
        ("6", "wrong"),
        ("2", "new"),
        ("3", "known"),
    ]
    assert sheet.happens() == {"4": "Choose", "5": "Choose", "6": "Left out", "2": "Add", "3": "Nothing to do"}
    assert dict(shown.counts) == {"doubtful": 2, "wrong": 1, "changed": 0, "new": 1, "known": 1}
    assert shown.waiting == 2
    assert shown.question == "Row 4: is this the same person?"


def test_a_filter_shows_one_verdict(sheet):
    sheet.judge(HEADS, NEW, CHANGED, WRONG)
    sheet.presenter.decisions.filter("changed")
    assert [row.number for row in sheet.view.rows.rows] == ["3"]
    assert sheet.view.rows.question == "Row 3: what would change"
    sheet.presenter.decisions.filter("")
    assert len(sheet.view.rows.rows) == 3


def test_what_would_change_is_told_cell_by_cell(sheet):
    sheet.judge(HEADS, CHANGED)
    first, *others = sheet.view.rows.details
    assert first == ("Position", "Assistant Secretary, Crime Cooperation", "Deputy Secretary", True)
    assert ("Family name", "stays as it is", "Whitford", False) in others


def test_doubtful_rows_are_never_taken_unless_she_says_so(sheet):
    before = sheet.people()
    sheet.judge(HEADS, SAME_NAME)
    sheet.presenter.take_rows()
    assert sheet.view.step == "rows"
    assert sheet.people() == before
    sheet.decide(2, "leave")
    sheet.presenter.take_rows()
    assert sheet.view.step == "result"
    assert sheet.people() == before


@pytest.mark.parametrize(
    ("action", "homes"), [("keep old", ["Australia"]), ("keep new", ["Japan"]), ("keep both", ["Australia", "Japan"])]
)
def test_a_doubtful_row_is_the_same_person_or_another(sheet, desk, action, homes):
    sheet.judge(HEADS, SAME_NAME)
    assert sheet.decide(2, action)
    sheet.presenter.take_rows()
    with desk.reading() as session:
        names = {one.id: one.name for one in session.exec(select(Delegation))}
    assert [names[one.delegation_id] for one in sheet.person("Ranganathan")] == homes


def test_a_delegation_nobody_knows_is_the_one_suggested_or_another(sheet, desk):
    sheet.judge(HEADS, UNKNOWN_HOME)
    shown = sheet.view.rows
    assert shown.home == "Indonesia"
    assert shown.homes[:2] == ["Indonesia", "Indonesai"]
    sheet.presenter.decisions.decide("take")
    assert sheet.happens() == {"2": "Add to Indonesia"}
    sheet.presenter.decisions.name_home("Thailand")
    assert sheet.happens() == {"2": "Add to Thailand"}
    sheet.presenter.take_rows()
    with desk.reading() as session:
        home = session.get_one(Delegation, sheet.person("Santoso")[0].delegation_id)
    assert home.name == "Thailand"


def test_after_a_choice_the_next_row_that_asks_is_in_hand(sheet):
    sheet.judge(HEADS, SAME_NAME, UNKNOWN_HOME)
    sheet.presenter.decisions.decide("keep old")
    assert sheet.view.rows.question == "Row 3: is this person to be added?"
    assert sheet.view.rows.waiting == 1


def test_a_choice_is_made_for_all_rows_of_a_verdict_at_once(sheet):
    before = sheet.people()
    other = (*NEW[:1], "Vula", "Ana", *NEW[3:5], "a.vula@x.example.org")
    sheet.judge(HEADS, NEW, other, CHANGED)
    sheet.decide(2, "leave")
    assert sheet.view.rows.for_all == "The same for all 2 new rows"
    sheet.presenter.decisions.decide_alike()
    sheet.decide(4, "keep old")
    assert sheet.happens() == {"2": "Leave out", "3": "Leave out", "4": "Keep ours"}
    assert sheet.view.rows.summary == "Importing: 1 unchanged, 2 left out. Undo takes the whole import back."
    sheet.presenter.take_rows()
    assert sheet.people() == before


def test_what_cannot_be_done_with_a_row_is_refused(sheet):
    sheet.judge(HEADS, NEW, WRONG, KNOWN)
    assert not sheet.decide(2, "keep old")
    assert not sheet.decide(3, "take")
    assert not sheet.decide(4, "take")


def test_two_rows_that_seem_one_person_are_held_against_each_other(sheet):
    again = (*NEW[:3], "Minister", NEW[4], NEW[5])
    sheet.judge(HEADS, NEW, again)
    shown = sheet.view.rows
    assert shown.rows[0].verdict == "doubtful"
    assert shown.beside == "Row 2"
    assert shown.details[0] == ("Position", "Second Secretary", "Minister", True)
    sheet.presenter.decisions.decide("keep new")
    sheet.presenter.take_rows()
    assert [one.position for one in sheet.person("Harrow")] == ["Minister"]


def test_what_is_decided_outlives_a_change_of_the_desk(sheet, desk):
    sheet.judge(HEADS, SAME_NAME, NEW)
    sheet.decide(2, "keep both")
    with desk.change("Edit") as session:
        session.exec(select(Participant)).first().position = "Elsewhere"
    assert sheet.happens() == {"2": "Two persons", "3": "Add"}


def test_back_and_forth_keeps_what_is_decided(sheet):
    sheet.judge(HEADS, SAME_NAME)
    sheet.decide(2, "leave")
    sheet.presenter.go_back()
    assert sheet.view.step == "columns"
    sheet.presenter.go_on()
    assert sheet.happens() == {"2": "Leave out"}


# ---- the result ----
def test_the_result_is_told_in_words_and_one_undo_takes_all_of_it_back(sheet, desk):
    before = sheet.people()
    sheet.judge(HEADS, NEW, CHANGED, (*KNOWN[:4], "Japan", "callum.whitford@aus.example.org"), WRONG)
    for row in [row for row in sheet.view.rows.rows if row.asks]:
        sheet.decide(int(row.number), "leave")
    sheet.presenter.take_rows()
    shown = sheet.view.result
    assert shown.headline == "The registrations are imported."
    assert "1 person was added." in shown.lines
    assert "1 row is wrong and was left out." in shown.lines
    assert ("5", "No name", "wrong") in [row[:3] for row in shown.left]
    assert desk.undo_label == LABEL
    assert sheet.person("Harrow")[0].registered_on == dt.date.today()
    sheet.presenter.take_back()
    assert sheet.people() == before
    assert sheet.view.result.headline == "The import was taken back."
    assert not sheet.view.result.can_undo
    desk.redo()
    assert sheet.view.result.can_undo
    desk.undo()
    sheet.presenter.go_back()
    assert sheet.view.step == "rows"


def test_importing_again_changes_nothing(sheet, desk):
    rows = (HEADS, NEW, CHANGED)
    sheet.judge(*rows)
    sheet.presenter.take_rows()
    once, label = sheet.people(), desk.undo_label
    with desk.change("Rename") as session:
        session.exec(select(Delegation)).first().name = "Another"
    sheet.judge(*rows)
    sheet.presenter.take_rows()
    assert sheet.people() == once
    assert (label, desk.undo_label) == (LABEL, "Rename")
    assert sheet.view.result.headline == "Nothing had to be changed."
    assert not sheet.view.result.can_undo


def test_an_import_under_later_changes_is_not_taken_back_alone(sheet, desk):
    sheet.judge(HEADS, NEW)
    sheet.presenter.take_rows()
    with desk.change("Rename") as session:
        session.exec(select(Delegation)).first().name = "Another"
    sheet.presenter.take_back()
    assert sheet.officer.failures == ["Something else was done since: take that back first, with Undo."]
    assert len(sheet.person("Harrow")) == 1


def test_a_sheet_without_a_person_finishes_at_once(sheet):
    sheet.judge(HEADS, ("", "", "", "", "", ""))
    assert sheet.view.rows.rows == []
    sheet.presenter.take_rows()
    assert sheet.view.result.headline == "Nothing had to be changed."


@pytest.mark.parametrize("name", ["=SUM(A1)", "Null", "<script>", "{{ x }}", "\u202eabc", "a" * 600])
def test_odd_names_are_shown_and_kept_exactly(sheet, name):
    csv = sheet.folder / "list.csv"
    csv.write_text(f"Family name,Given name,Country\n{name},Ana,Fiji\n", encoding="utf-8")
    sheet.presenter.open(csv)
    sheet.presenter.go_on()
    assert sheet.view.rows.rows[0].name == f"Ana {name}"
    sheet.presenter.take_rows()
    assert len(sheet.person(name)) == 1

"""`import-participants` as scripts use it."""

import json
import shutil

import pytest

from bali_desk.__main__ import main

LIST = (
    "Title;Name;Country;E-mail;Position\n"
    "Ms;SRISUWAN Orathai;Thailand;orathai.srisuwan@tha.example.org;\n"
    "Dr;van der Berg, Jan;Netherlands;jan@nl.example.org;Adviser\n"
    "Mr;Callum Whitford;Australia;;Deputy Secretary\n"
    "Ms;LEE Ann;Narnia;ann@na.example.org;\n"
    "Mr;LEE Bo;Japan;bo;\n"
)


@pytest.fixture(scope="module")
def sample(tmp_path_factory):
    path = tmp_path_factory.mktemp("sample") / "sample.desk"
    assert main(["sample", str(path)]) == 0
    return path


@pytest.fixture
def desk(sample, tmp_path):
    return shutil.copy(sample, tmp_path / "bali.desk")


@pytest.fixture
def sheet(tmp_path):
    path = tmp_path / "list.csv"
    path.write_text(LIST, encoding="utf-8")
    return path


@pytest.fixture
def run(capsys):
    def ran(*arguments, status=0):
        assert main(["import-participants", *map(str, arguments)]) == status
        return capsys.readouterr()

    return ran


@pytest.fixture
def count(capsys):
    def counted(desk):
        main(["meetings", str(desk), "--json"])
        return json.loads(capsys.readouterr().out)[0]["participants"]

    return counted


def test_json_tells_how_the_sheet_was_read_and_the_verdict_on_each_row(run, desk, sheet):
    told = json.loads(run(desk, "--meeting", 1, sheet, "--dry-run", "--json").out)
    assert set(told) == {"sheet", "header_rows", "mapping", "rows", "ignored_sheets", "warnings"}
    assert (told["sheet"], told["header_rows"], told["ignored_sheets"], told["warnings"]) == ("list", [1], [], [])
    assert told["mapping"] == {
        "Title": "honorific", "Name": "full_name", "Country": "delegation", "E-mail": "email", "Position": "position",
    }  # fmt: skip
    assert [(row["row"], row["verdict"]) for row in told["rows"]] == [
        (2, "known"), (3, "new"), (4, "changed"), (5, "doubtful"), (6, "wrong"),
    ]  # fmt: skip
    assert told["rows"][1]["person"] == {
        "honorific": "Dr", "given": "Jan", "family": "van der Berg", "position": "Adviser", "organisation": None,
        "delegation": "Netherlands", "email": "jan@nl.example.org", "phone": None,
    }  # fmt: skip
    assert told["rows"][2]["person"]["display"] == "Callum Whitford", "a name that has no sure parts is told whole"
    assert all(row["why"] for row in told["rows"])


def test_a_dry_run_writes_nothing(run, desk, sheet, count):
    before = count(desk)
    said = run(desk, sheet, "--dry-run").out
    assert "5 rows: 1 new, 1 known, 1 changed, 1 doubtful, 1 wrong." in said
    assert count(desk) == before


def test_the_certain_rows_are_taken_and_the_others_listed(run, desk, sheet, count):
    before = count(desk)
    said = run(desk, sheet).out
    assert "1 person added, 1 changed. Delegations made: Netherlands." in said
    assert "Row 5, doubtful: Ann LEE. “Narnia” is no delegation" in said
    assert "Row 6, wrong: Bo LEE. “bo” is no e-mail address: the @ is missing." in said
    assert count(desk) == before + 1
    again = run(desk, sheet).out
    assert "0 persons added, 0 changed." in again
    assert count(desk) == before + 1


def test_json_is_all_that_is_printed_when_rows_are_taken(run, desk, sheet, count):
    said = run(desk, sheet, "--json")
    assert len(json.loads(said.out)["rows"]) == 5
    assert said.err == ""


def test_a_sheet_is_chosen_by_its_name(run, desk, tmp_path, workbook):
    path = tmp_path / "list.xlsx"
    one, other = ([["Name", "Country"], [name, "Japan"]] for name in ("LEE Ann", "TAN Bea"))
    path.write_bytes(workbook(First=one, Second=other))
    told = json.loads(run(desk, path, "--sheet", "second", "--dry-run", "--json").out)
    assert told["sheet"] == "Second"
    assert [row["person"]["family"] for row in told["rows"]] == ["TAN"]


def test_ignored_sheets_and_what_else_to_know_are_told(run, desk, tmp_path, workbook):
    path = tmp_path / "list.xlsx"
    path.write_bytes(workbook(Instructions=[["Fill in the sheet"]], People=[["Name"], ["LEE Ann"]], Codes=[["Japan"]]))
    told = json.loads(run(desk, path, "--dry-run", "--json").out)
    assert told["ignored_sheets"] == ["Instructions", "Codes"]
    assert any("“Codes” was not read: code list" in warning for warning in told["warnings"])


WRONG = [
    (["{desk}", "{tmp}/none.csv"], "cannot be read"),
    (["{desk}", "{tmp}/page.xls"], "web page"),
    (["{desk}", "{tmp}/nameless.csv"], "No column of “nameless.csv” is known to hold names"),
    (["{desk}", "--meeting", "99", "{tmp}/list.csv"], "There is no meeting 99"),
    (["{desk}", "{tmp}/list.csv", "--sheet", "Guests"], "“list.csv” has no sheet “Guests”; it has “list”."),
    (["{tmp}/none.desk", "{tmp}/list.csv"], "There is no desk"),
]


@pytest.mark.parametrize(("arguments", "sentence"), WRONG, ids=range(len(WRONG)))
def test_input_at_fault_is_one_line_and_the_desk_as_it_was(run, desk, sheet, tmp_path, count, arguments, sentence):
    (tmp_path / "page.xls").write_text("<html><table><tr><td>Name</td></tr></table>")
    (tmp_path / "nameless.csv").write_text("Colour,Size\nred,12\n")
    before = count(desk)
    said = run(*[one.format(desk=desk, tmp=tmp_path) for one in arguments], status=1)
    assert sentence in said.err
    assert said.err.count("\n") == 1
    assert said.out == ""
    assert count(desk) == before


@pytest.mark.parametrize(
    "arguments", [[], ["a.desk"], ["a.desk", "b.csv", "c.csv"], ["a.desk", "b.csv", "--meeting", "x"]]
)
def test_wrong_usage_exits_with_two(arguments):
    with pytest.raises(SystemExit) as left:
        main(["import-participants", *arguments])
    assert left.value.code == 2

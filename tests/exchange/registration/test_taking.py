"""Registrations judged and taken into a real desk."""

HEADS = ("Title", "Family name", "Given name", "Position", "Country", "E-mail", "Phone")
CALLUM = ("Mr", "Whitford", "Callum", "Assistant Secretary, Crime Cooperation", "Australia")
CALLUM += ("callum.whitford@aus.example.org", "+61 2 5550 0111")
NEW = ("Ms", "Harrow", "Edith", "Second Secretary", "Australia", "edith.harrow@aus.example.org", "+61 2 5550 9999")


def sentences(verdicts):
    return [(verdict.row, verdict.verdict) for verdict in verdicts]


def test_each_row_gets_its_verdict(office, workbook):
    moved = (*CALLUM[:3], "Deputy Secretary", *CALLUM[4:])
    other = ("Ms", "Whitford", "Callum", "Adviser", "Japan", "", "")
    nameless = ("", "", "", "Adviser", "Japan", "", "")
    for row, verdict in ((NEW, "new"), (CALLUM, "known"), (moved, "changed"), (other, "doubtful"), (nameless, "wrong")):
        assert sentences(office.judged(workbook([HEADS, row]))) == [(2, verdict)]


def test_the_certain_rows_are_taken_and_the_others_left(office, workbook):
    before = office.people()
    data = workbook([HEADS, NEW, CALLUM, ("", "", "", "Adviser", "Japan", "", "")])
    taken = office.imported(data)
    after = office.people()
    assert [one["family"] for one in after[len(before) :]] == ["Harrow"]
    assert [verdict.row for verdict in taken.left] == [4]
    assert str(after[-1]["registered_on"]) == "2017-04-03"
    assert after[-1]["attendance"] == "expected"


def test_a_second_import_changes_nothing(office, workbook):
    data = workbook([HEADS, NEW, (*CALLUM[:3], "Deputy Secretary", *CALLUM[4:]), NEW])
    office.imported(data)
    once = office.people()
    steps = office.desk.undo_label
    taken = office.imported(data)
    assert office.people() == once
    assert (taken.added, taken.changed, taken.delegations) == ([], [], [])
    assert office.desk.undo_label == steps


def test_one_undo_takes_the_whole_import_back(office, workbook):
    before, delegations = office.people(), office.delegations()
    office.imported(workbook([HEADS, NEW, (*CALLUM[:3], "Deputy Secretary", *CALLUM[4:]), (*NEW[:4], "Iraq", "", "")]))
    assert office.people() != before
    assert office.desk.undo_label == "Import registrations"
    office.desk.undo()
    assert office.people() == before
    assert office.delegations() == delegations

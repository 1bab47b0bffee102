"""The verdicts, one by one: whom a row is about, and why it is asked about."""

import pytest

from bali_desk.exchange.registration import Choice

HEADS = ("Title", "Family name", "Given name", "Position", "Country", "E-mail", "Phone")
# two persons of the sample meeting
CALLUM = {
    "Family name": "Whitford",
    "Given name": "Callum",
    "Country": "Australia",
    "E-mail": "callum.whitford@aus.example.org",
}
ORATHAI = {
    "Family name": "Srisuwan",
    "Given name": "Orathai",
    "Country": "Thailand",
    "E-mail": "orathai.srisuwan@tha.example.org",
}
ANN = {"Family name": "Lee", "Given name": "Ann", "Country": "Japan", "E-mail": "ann.lee@jp.example.org"}


@pytest.fixture
def told(office, workbook):
    """The verdicts on persons given as columns."""

    def judged(*persons):
        heads = dict.fromkeys((*HEADS, *(name for person in persons for name in person)))
        return office.judged(workbook([list(heads), *([person.get(name) for name in heads] for person in persons)]))

    return judged


def names(verdicts):
    return [one.verdict for one in verdicts]


SAME = [
    {"E-mail": "CALLUM.Whitford@aus.example.org", "Country": None},
    {"Family name": "WHITFORD", "Given name": "callum", "E-mail": None},
    {"Family name": "Callum", "Given name": "Whitford", "E-mail": None},
    {"Family name": "Whit-ford", "E-mail": None},
    {"Family name": None, "Given name": None, "Name": "Mr. WHITFORD, Callum", "E-mail": None},
    {"Family name": None, "Given name": None, "Name": "callum whitford", "E-mail": None},
    {"Country": "Commonwealth of Australia"},
    {"Phone": "+61 (2) 5550-0111"},
]


@pytest.mark.parametrize("other", SAME, ids=range(len(SAME)))
def test_the_same_person_is_known_however_she_is_written(told, other):
    assert names(told(CALLUM | other)) == ["known"]


def test_what_changes_is_told_cell_by_cell(told):
    (verdict,) = told(
        CALLUM | {"Position": "Deputy Secretary", "Country": "New Zealand", "Phone": "+64 1", "Title": "Dr"}
    )
    assert verdict.verdict == "changed"
    changes = {one.field: (one.old, one.new) for one in verdict.changes}
    assert changes == {
        "honorific": ("Mr", "Dr"),
        "position": ("Assistant Secretary, Crime Cooperation", "Deputy Secretary"),
        "phone": ("+61 2 5550 0111", "+64 1"),
        "delegation": ("Australia", "New Zealand"),
    }
    assert verdict.why == (
        "Registered with this e-mail address; honorific, position, phone and delegation are different."
    )


def test_blank_cells_change_nothing_and_notes_are_never_written_over(told, office):
    note = next(one["note"] for one in office.people() if one["family"] == "Whitford")
    assert note
    assert names(told(CALLUM | {"Position": "", "Note": "Vegetarian"})) == ["known"]


def test_accents_are_added_but_never_taken_away(told, office, workbook):
    (verdict,) = told(CALLUM | {"Family name": "Whítford"})
    assert [(one.field, one.new) for one in verdict.changes] == [("family", "Whítford")]
    office.imported(workbook([[*CALLUM], [*(CALLUM | {"Family name": "Whítford"}).values()]]))
    assert names(told(CALLUM)) == ["known"]


DOUBTFUL = [
    (CALLUM | {"Country": "Japan", "E-mail": None}, "in the delegation of Australia"),
    (CALLUM | {"Country": None, "E-mail": None}, "in the delegation of Australia"),
    (ANN | {"E-mail": CALLUM["E-mail"]}, "shared mailbox"),
    (CALLUM | {"Given name": "Callum James", "E-mail": None}, "nearly the same name"),
    (ANN | {"Country": "Narnia"}, "“Narnia” is no delegation"),
    (ANN | {"Country": "Indonsia"}, "is Indonesia meant?"),
    (ANN | {"Country": None}, "No delegation stands in this row"),
    (CALLUM | {"Country": "Narnia"}, "“Narnia” is no delegation"),
]


@pytest.mark.parametrize(("person", "why"), DOUBTFUL, ids=range(len(DOUBTFUL)))
def test_what_could_be_read_in_two_ways_is_asked(told, person, why):
    (verdict,) = told(person)
    assert verdict.verdict == "doubtful"
    assert why in verdict.why


WRONG = [
    ({"Family name": None, "Given name": None}, "No name stands in this row."),
    ({"E-mail": "ann.lee"}, "“ann.lee” is no e-mail address: the @ is missing."),
    ({"E-mail": "ann@lee"}, "“ann@lee” is no e-mail address: what follows the @ has no ending such as .org."),
    ({"E-mail": "ann@@jp.example.org"}, "“ann@@jp.example.org” is no e-mail address: it has more than one @."),
    (
        {"E-mail": "ann lee@jp.example.org"},
        "“ann lee@jp.example.org” is no e-mail address: a space or another letter stands in it.",
    ),
    ({"Family name": "#REF!", "Given name": None}, "Instead of a name, the fault of a formula stands here: #REF!."),
]


@pytest.mark.parametrize(("person", "why"), WRONG, ids=range(len(WRONG)))
def test_a_wrong_row_says_what_is_wrong_and_stops_no_other(told, person, why):
    wrong, right = told(ANN | person, CALLUM)
    assert (wrong.verdict, wrong.why) == ("wrong", why)
    assert right.verdict == "known"


FINE = [
    "ann.lee+tip@jp.example.org",
    "ANN@JP.EXAMPLE.ORG",
    "a@x.org; b@y.org",
    "a@x.org / b@y.org",
    "anna@müller.example",
    "n/a",
    "-",
    "mailto:a@x.org",
    "Ann Lee <ann@jp.example.org>",
]


@pytest.mark.parametrize("address", FINE)
def test_addresses_as_people_write_them_are_no_fault(told, address):
    assert names(told(ANN | {"E-mail": address})) == ["new"]


def test_one_of_two_addresses_is_enough(told):
    assert told(CALLUM | {"E-mail": f"{CALLUM['E-mail']}; other@x.org"})[0].participant_id is not None


def test_the_second_of_two_rows_about_one_person_is_never_taken_unasked(told):
    for other, verdict in (
        ({}, "known"),
        ({"Family name": "LEE"}, "known"),
        ({"Position": "Director"}, "doubtful"),
        ({"E-mail": None}, "doubtful"),
        ({"Country": "Nepal", "E-mail": None}, "doubtful"),
        ({"Family name": "Ray", "Given name": "Cy"}, "doubtful"),
        ({"Given name": "Ann Mary", "Family name": "Lee", "E-mail": "x@y.org"}, "doubtful"),
        ({"Given name": "Bea", "E-mail": "x@y.org"}, "new"),
    ):
        assert names(told(ANN, ANN | other)) == ["new", verdict], other


def test_two_rows_for_one_registered_person_are_asked_about(told):
    by_address = CALLUM | {"Given name": "Callum J."}
    by_name = CALLUM | {"E-mail": "new@aus.example.org"}
    assert names(told(by_address, by_name)) == ["doubtful", "doubtful"]
    assert names(told(CALLUM, by_name)) == ["known", "doubtful"]


def test_candidates_are_shown_with_what_would_change(told):
    (verdict,) = told(ORATHAI | {"Country": "Japan", "E-mail": "o@jp.example.org"})
    (candidate,) = verdict.candidates
    assert (candidate.name, candidate.delegation) == ("Orathai Srisuwan", "Thailand")
    assert [one.field for one in candidate.changes] == ["email", "delegation"]


def test_keep_new_gives_the_changes_to_the_candidate_and_keep_both_makes_a_second_person(office, workbook):
    data = workbook([[*ORATHAI], [*(ORATHAI | {"Country": "Japan", "E-mail": "o@jp.example.org"}).values()]])
    before = office.people()
    place = ("Sheet1", 2)
    for action, more, addresses in (
        ("keep old", 0, 0),
        ("leave", 0, 0),
        ("keep both", 1, 1),
        ("take", 1, 1),
        ("keep new", 0, 1),
    ):
        office.imported(data, choices={place: Choice(action)})
        after = office.people()
        assert len(after) - len(before) == more, action
        assert sum(one["email"] == "o@jp.example.org" for one in after) == addresses, action
        if after != before:
            office.desk.undo()
    assert office.people() == before


def test_keep_old_and_keep_new_of_a_changed_row(office, workbook):
    data = workbook([[*CALLUM, "Position"], [*CALLUM.values(), "Deputy Secretary"]])
    before = office.people()
    office.imported(data, choices={("Sheet1", 2): Choice("keep old")})
    assert office.people() == before
    office.imported(data)
    assert [one["position"] for one in office.people() if one["family"] == "Whitford"] == ["Deputy Secretary"]


def test_a_twin_of_a_row_is_brought_together_with_it(office, workbook):
    heads = [*ANN, "Position"]
    data = workbook([heads, [*ANN.values(), "Adviser"], [*ANN.values(), "Director"]])
    count = len(office.people())
    office.imported(data, choices={("Sheet1", 3): Choice("keep new")})
    assert [one["position"] for one in office.people()[count:]] == ["Director"]


def test_the_officer_says_which_delegation(office, workbook):
    data = workbook(
        [
            [*ANN],
            [*(ANN | {"Country": "Indonsia"}).values()],
            [*(ANN | {"Given name": "Bea", "Country": "Narnia", "E-mail": ""}).values()],
        ]
    )
    choices = {("Sheet1", 2): Choice("take", delegation="Indonesia"), ("Sheet1", 3): Choice("take")}
    known = office.delegations()
    taken = office.imported(data, choices=choices)
    assert taken.delegations == ["Narnia"]
    assert office.delegations() == [*known, "Narnia"]


def test_a_new_delegation_has_the_names_the_body_gives_it(office, workbook):
    office.imported(
        workbook(
            [[*ANN], [*(ANN | {"Country": "IRAQ"}).values()], ["Ray", "Cy", "Republic of Iraq", "c@iq.example.org"]]
        )
    )
    assert office.delegations().count("Iraq") == 1


def test_what_the_officer_said_of_a_sender_is_remembered(office, workbook):
    from bali_desk.exchange.registration import guess, open_book, recall, remember

    heads = ["Surname & co", "Rufname", "From where", "Way to write"]
    (sheet,) = open_book(
        workbook([["Our list"], heads, ["Lee", "Ann", "Japan", "ann.lee@jp.example.org"]]), "a.xlsx"
    ).sheets
    reading = guess(sheet)
    for number, field in enumerate(("family", "given", "delegation", "email"), 1):
        reading = reading.with_field(number, field)
    from bali_desk.exchange.registration import read_under

    corrected = read_under(sheet, (2,))
    for number, field in enumerate(("family", "given", "delegation", "email"), 1):
        corrected = corrected.with_field(number, field)
    with office.desk.change("Import registrations") as session:
        remember(session, sheet, corrected)
    (later,) = open_book(
        workbook([["Our new list"], [], heads, ["Tan", "Bea", "Nepal", "b@np.example.org"]]), "b.xlsx"
    ).sheets
    with office.desk.reading() as session:
        known = guess(later, recall(session, later))
    assert known.remembered
    assert known.header_rows == (3,)
    assert list(known.mapping.values()) == ["family", "given", "delegation", "email"]

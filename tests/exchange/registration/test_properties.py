"""What holds for every sheet: each row has one verdict, importing twice changes nothing, undo restores every row."""

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bali_desk.domain.errors import DeskError
from bali_desk.exchange.registration import VERDICTS, Choice, choose, judge, open_book, passed_over
from bali_desk.exchange.registration.taking import ACTIONS

# Few words, so that rows meet each other and persons of the sample meeting in every way.
FAMILY = st.sampled_from(["Lee", "LEE", "Tan", "Whitford", "Srisuwan", "Null", "", "Lée", "van der Berg", "Suharyono"])
GIVEN = st.sampled_from(["Ann", "ann", "Callum", "Orathai", "Ann Mary", "", "Bo", "=SUM(A1)"])
COUNTRY = st.sampled_from(["Australia", "AUSTRALIA", "Thailand", "Iraq", "France", "Narnia", "", "Indonsia"])
EMAIL = st.sampled_from(
    ["", "a@x.org", "A@X.org", "b@x.org", "callum.whitford@aus.example.org", "no address", "a@x.org; b@x.org", "n/a"]
)
POSITION = st.sampled_from(["", "Director", "Adviser"])
ROWS = st.lists(st.tuples(FAMILY, GIVEN, COUNTRY, EMAIL, POSITION), max_size=7)
HEADS = ("Family name", "Given name", "Country", "E-mail", "Position")
SLOW = settings(
    deadline=None, max_examples=150, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow]
)


def filled(rows):
    return [number for number, row in enumerate(rows, 2) if any(row)]


@SLOW
@given(rows=ROWS)
def test_importing_twice_changes_nothing_and_one_undo_takes_all_back(office, workbook, rows):
    before, delegations = office.people(), office.delegations()
    data = workbook([HEADS, *rows])
    steps = len(office.desk._done)
    office.imported(data)
    once = office.people(), office.delegations()
    taken = office.imported(data)
    assert (taken.added, taken.changed, taken.delegations) == ([], [], [])
    assert (office.people(), office.delegations()) == once
    while len(office.desk._done) > steps:
        office.desk.undo()
    assert (office.people(), office.delegations()) == (before, delegations)


@SLOW
@given(rows=ROWS)
def test_every_row_gets_exactly_one_verdict(office, workbook, rows):
    verdicts = office.judged(workbook([HEADS, *rows]))
    told = [one.row for one in verdicts]
    assert len(set(told)) == len(told)
    assert set(told) <= set(filled(rows))
    for row in set(filled(rows)) - set(told):
        cells = [text for text in rows[row - 2] if text]
        assert len(cells) == 1, f"only a country alone in its row is no person, not {cells}"
    for one in verdicts:
        assert one.verdict in VERDICTS
        assert one.why.endswith((".", "?"))
        assert "\n" not in one.why


@SLOW
@given(rows=ROWS, actions=st.lists(st.sampled_from(ACTIONS), min_size=7, max_size=7))
def test_whatever_is_chosen_one_undo_takes_it_back(office, workbook, rows, actions):
    before = office.people(), office.delegations()
    choices = {("Sheet1", number): Choice(action) for number, action in enumerate(actions, 2)}
    office.imported(workbook([HEADS, *rows]), choices=choices)
    while (office.people(), office.delegations()) != before:
        office.desk.undo()


TEXTS = st.text(st.characters(exclude_categories=("Cs", "Cc")), max_size=30)


@SLOW
@given(cells=st.lists(st.lists(TEXTS, min_size=1, max_size=4), min_size=1, max_size=6))
def test_any_sheet_at_all_is_read_judged_and_taken(office, workbook, cells):
    """Nothing that can stand in a sheet ends in anything but verdicts or a sentence."""
    try:
        book = open_book(workbook([["Name", "Country", "E-mail", "Phone"], *cells]), "list.xlsx")
        with office.desk.reading() as session:
            chosen = choose(session, book)
            verdicts = judge(session, 1, chosen.registrations)
    except DeskError:
        return
    (part,) = chosen.parts
    passed = {one.row for one in passed_over(part.sheet, part.reading)}
    told = {one.row for one in verdicts}
    below = {number for number, _ in part.sheet.rows() if number >= part.reading.first_row}
    assert passed | told == below
    assert not passed & told

"""Name plates and badges: whose they are, and that every text fills its card and breaks no word."""

from __future__ import annotations

import io

import docx
import pypdfium2
import pytest
from docx.oxml.ns import qn

from bali_desk.documents.contexts.cards import badges, name_plates
from bali_desk.documents.contexts.options import Edition, Options
from bali_desk.documents.fitting import Fitting, Room
from bali_desk.documents.shelf import make_pdf, make_word
from bali_desk.domain.models import CoChair, Delegation, Participant

POINTS_A_MILLIMETRE = 72 / 25.4
CAPITAL = 0.644  # height of a capital of Calibri, in sizes


def plates(record, **options):
    made = name_plates(record, Options(**options), Edition())["plates"]
    return [(one["name"].replace("\n", " "), one["below"].replace("\n", " ")) for one in made]


def letters(pdf, page=0):
    """Every letter of a page: itself, left, bottom, right, top."""
    with pypdfium2.PdfDocument(pdf) as document:
        text = document[page].get_textpage()
        return [(text.get_text_range(n, 1), *text.get_charbox(n)) for n in range(text.count_chars())]


def page_count(pdf):
    with pypdfium2.PdfDocument(pdf) as document:
        return len(document)


@pytest.fixture
def meeting(empty):
    """Two delegations of which one comes, and an organisation."""
    empty.co_chairs = [CoChair(id=1, meeting_id=1, country="Fiji"), CoChair(id=2, meeting_id=1, country="Tonga")]
    empty.delegations = [
        Delegation(id=1, meeting_id=1, name="Samoa", kind="country", official_name="Independent State of Samoa"),
        Delegation(id=2, meeting_id=1, name="Nauru", kind="country"),
        Delegation(id=3, meeting_id=1, name="International Labour Organization (ILO)", kind="organisation"),
    ]
    empty.participants = [
        Participant(id=1, meeting_id=1, delegation_id=1, honorific="Ms", given="Sina", family="Leota", role="adviser"),
        Participant(id=2, meeting_id=1, delegation_id=2, given="Tom", family="Adam", attendance="excused"),
        Participant(id=3, meeting_id=1, delegation_id=3, given="Anna", family="Roos", native_name="Анна Роос"),
    ]
    return empty


def test_there_is_a_plate_for_each_chair_and_each_delegation_that_comes(meeting):
    assert plates(meeting) == [
        ("Fiji", "Co-Chair"),
        ("Tonga", "Co-Chair"),
        ("Samoa", ""),
        ("ILO", "International Labour Organization"),
    ]
    assert plates(meeting, delegation_name="official")[2] == ("Independent State of Samoa", "")


def test_a_delegation_is_known_by_the_acronym_the_body_has_for_it(meeting):
    meeting.body.acronyms = {"IOM": "International Organization for Migration"}
    meeting.delegations[0].name = "International Organization for migration"
    assert ("IOM", "International Organization for migration") in plates(meeting)


def test_before_anybody_is_registered_every_delegation_has_a_plate(meeting):
    meeting.participants = []
    assert [name for name, _ in plates(meeting)] == ["Fiji", "Tonga", "Samoa", "Nauru", "ILO"]


def test_a_chair_alone_is_the_chair(meeting):
    del meeting.co_chairs[1]
    assert plates(meeting)[0] == ("Fiji", "Chair")


def test_a_plate_for_each_person_says_who_she_is_as_one_calls_her(meeting):
    assert plates(meeting, plates="person") == [
        ("Ms Sina LEOTA", "Samoa"),
        ("Anna ROOS", "International Labour Organization (ILO)"),
    ]


def test_each_plate_is_a_sheet_whose_halves_are_read_from_both_sides_of_the_fold(meeting):
    meeting.co_chairs = []
    pdf = make_pdf("name-plates", meeting)
    assert page_count(pdf) == 2
    large = [one for one in letters(pdf) if one[0] == "S" and one[4] - one[2] > 20]
    (_, *left), (_, *right) = large
    middle = 210 * POINTS_A_MILLIMETRE / 2
    assert left[2] < middle < right[0]
    assert left[1] > right[1], "one reads downwards, the other upwards"


@pytest.mark.parametrize(
    "name", ["Samoa", "Indonesia", "New Zealand", "Timor-Leste", "Sri Lanka", "Viet Nam", "Bangladesh", "Pakistan"]
)
def test_names_of_ordinary_length_are_readable_at_six_metres(meeting, name):
    meeting.delegations[0].name = name
    (plate,) = [one for one in name_plates(meeting, Options(), Edition())["plates"] if one["name"] == name]
    assert plate["name"].size * CAPITAL / POINTS_A_MILLIMETRE >= 25


LONG = (
    "Lao People’s Democratic Republic", "United Kingdom of Great Britain and Northern Ireland", "ព្រះរាជាណាចក្រកម្ពុជា",
    "ประเทศไทย", "المملكة العربية السعودية", "မြန်မာနိုင်ငံတော်", "ສາທາລະນະລັດ ປະຊາທິປະໄຕ ປະຊາຊົນລາວ", "中华人民共和国",
    "Российская Федерация", "Antidisestablishmentarianism",
)  # fmt: skip


@pytest.mark.parametrize("name", LONG)
def test_a_long_name_in_any_script_stays_on_its_half_and_breaks_no_word(meeting, name):
    meeting.co_chairs, meeting.participants = [], meeting.participants[:1]
    meeting.delegations[0].name = name
    pdf = make_pdf("name-plates", meeting)
    assert page_count(pdf) == 1
    document = docx.Document(io.BytesIO(make_word("name-plates", meeting)))
    said = document.tables[0].cell(0, 0).paragraphs[0]
    assert said.text.count("\n") <= 1
    assert said.text.split() == name.split()
    with pypdfium2.PdfDocument(pdf) as pages:
        words = pages[0].get_textpage().get_text_bounded().split()
    if name.isascii() or "Л" < name[0] < "я":
        assert all(words.count(word) == 2 for word in name.split())
    for _, left, bottom, right, top in letters(pdf):
        assert 0 <= left <= right <= 210 * POINTS_A_MILLIMETRE
        assert 20 <= bottom <= top <= 277 * POINTS_A_MILLIMETRE + 20


def test_badges_are_eight_to_a_sheet_for_all_who_come(sample):
    coming = [one for one in sample.participants if one.attendance not in ("excused", "absent", "replaced")]
    made = badges(sample, Options(blank_rows=3), Edition())
    assert made["count"] == len(coming) + 3
    assert page_count(make_pdf("badges", sample)) == -(-len(coming) // 8)


def test_a_badge_tells_name_own_script_delegation_and_role(meeting):
    (pair,) = badges(meeting, Options(), Edition())["pairs"]
    left, right = pair["left"], pair["right"]
    assert (left["name"].replace("\n", " "), left["delegation"], left["role"]) == ("Ms Sina LEOTA", "Samoa", "Adviser")
    assert right["native_name"] == "Анна Роос"
    assert badges(meeting, Options(native=False), Edition())["pairs"][0]["right"]["native_name"] == ""


def test_an_odd_badge_has_nothing_beside_it(meeting):
    del meeting.participants[2]
    (pair,) = badges(meeting, Options(), Edition())["pairs"]
    assert (pair["left"]["there"], pair["right"]["there"]) == (True, False)
    document = docx.Document(io.BytesIO(make_word("badges", meeting)))
    assert [cell.text for cell in document.tables[0].columns[1].cells] == ["", ""]


def test_a_name_that_is_only_in_its_own_script_is_said_once(meeting):
    meeting.participants = [Participant(id=1, meeting_id=1, honorific="Mr", native_name="王小明")]
    (pair,) = badges(meeting, Options(), Edition())["pairs"]
    assert (pair["left"]["name"], pair["left"]["native_name"]) == ("Mr 王小明", "")


def test_the_size_of_a_text_stands_in_the_word_file_for_every_script(meeting):
    document = docx.Document(io.BytesIO(make_word("badges", meeting)))
    (run,) = document.tables[0].cell(1, 0).paragraphs[0].runs
    assert run.font.size.pt == 24
    assert run._r.rPr.find(qn("w:szCs")).get(qn("w:val")) == "48"


@pytest.mark.parametrize(
    ("given", "family", "lines"),
    [
        ("Retno Ayu", "Kusumawardani", "Ms Retno Ayu\nKUSUMAWARDANI"),
        ("Celestine Ann", "van der Meulen", "Ms Celestine Ann\nvan der MEULEN"),
        ("Maria Bernadette Josephine", "Ng", "Ms Maria Bernadette\nJosephine NG"),
        ("Ana", "Tui", "Ms Ana TUI"),
    ],
)
def test_a_name_is_parted_before_the_family_name_where_that_costs_little(meeting, given, family, lines):
    meeting.participants = [Participant(id=1, meeting_id=1, honorific="Ms", given=given, family=family)]
    (pair,) = badges(meeting, Options(), Edition())["pairs"]
    assert pair["left"]["name"] == lines


ROOM = Room(width=200, height=60, most=40, least=8, lines=2)


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("", [""]),
        ("Fiji", ["Fiji"]),
        ("one two three four five six", ["one two three", "four five six"]),
        ("a " * 100, [" ".join("a" * 100)]),
        ("ไทย\x00\ud800", ["ไทย"]),
    ],
)
def test_a_text_is_set_in_lines_of_like_length_and_without_what_no_page_shows(text, lines):
    assert Fitting().fitted(text, ROOM).split("\n") == lines


def test_a_text_is_never_larger_or_smaller_than_its_room_says():
    fitting = Fitting()
    assert fitting.fitted("I", ROOM).size == 40
    assert fitting.fitted("w" * 600, ROOM).size == 8
    assert fitting.fitted("Fiji", Room(200, 22, 40, 8)).size == 20

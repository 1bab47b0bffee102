"""Names print as they were given, in the order the office chose."""

import pytest

from bali_desk.domain.models import Participant
from bali_desk.domain.names import NAME_STYLES, addressed_name, plain_letters, printed_name, sort_key

ORATHAI = {"given": "Orathai", "family": "Srisuwan", "honorific": "Ms"}


@pytest.mark.parametrize(
    ("style", "printed", "addressed"),
    [
        ("FAMILY, Given", "SRISUWAN, Orathai", "SRISUWAN, Orathai (Ms)"),
        ("FAMILY Given", "SRISUWAN Orathai", "SRISUWAN Orathai (Ms)"),
        ("Given FAMILY", "Orathai SRISUWAN", "Ms Orathai SRISUWAN"),
        ("Given Family", "Orathai Srisuwan", "Ms Orathai Srisuwan"),
    ],
)
def test_each_style_orders_the_same_parts(style, printed, addressed):
    person = Participant(meeting_id=1, **ORATHAI)
    assert (printed_name(person, style), addressed_name(person, style)) == (printed, addressed)


@pytest.mark.parametrize("style", NAME_STYLES)
@pytest.mark.parametrize(
    ("fields", "printed"),
    [
        ({"display": "Daw KHIN Thida", "family": "Thida"}, "Daw KHIN Thida"),
        ({"given": "Sukarno"}, "Sukarno"),
        ({"family": "Null"}, "Null"),
        ({"native_name": "김서연"}, "김서연"),
        ({}, ""),
    ],
)
def test_one_name_or_a_whole_one_is_kept_exactly(style, fields, printed):
    assert printed_name(Participant(meeting_id=1, **fields), style) == printed


def test_family_first_is_not_turned_round():
    person = Participant(meeting_id=1, family="Nguyễn", given="Thị Minh Hà", name_order="family first")
    assert printed_name(person, "Given Family") == "Nguyễn Thị Minh Hà"


def test_names_sort_without_accents_and_case():
    people = [Participant(meeting_id=1, family=family) for family in ("Zaw", "đặng", "Evans", "Đinh", "Ærø")]
    assert [person.family for person in sorted(people, key=sort_key)] == ["đặng", "Đinh", "Evans", "Zaw", "Ærø"]


@pytest.mark.parametrize(("text", "plain"), [("Đặng", "dang"), ("ÉCOLE", "ecole"), ("អរុណ", "អរុណ"), ("किरण", "किरण")])
def test_accents_fall_away_for_finding_but_vowel_signs_stay(text, plain):
    assert plain_letters(text) == plain

"""Names print as they were given, in the order the office chose."""

import pytest

from bali_desk.domain.models import Delegation, Participant
from bali_desk.domain.names import NAME_STYLES, addressed_name, naming, printed_name, sort_key

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


def family(name, **more):
    return Participant(meeting_id=1, family=name, given="Ana", **more)


def test_names_sort_without_accents_and_case():
    people = [family(name) for name in ("Zaw", "đặng", "Evans", "Đinh", "Ærø")]
    assert [person.family for person in sorted(people, key=sort_key)] == ["Ærø", "đặng", "Đinh", "Evans", "Zaw"]


def test_small_particles_are_passed_over_and_large_ones_count():
    people = [family(name) for name in ("van der Meulen", "Van Damme", "Nguyễn", "De la Cruz", "Dean", "McAllister")]
    assert [person.family for person in sorted(people, key=sort_key)] == [
        "De la Cruz", "Dean", "McAllister", "van der Meulen", "Nguyễn", "Van Damme",
    ]  # fmt: skip


@pytest.mark.parametrize("style", NAME_STYLES)
def test_names_sort_as_they_print(style):
    people = [
        Participant(meeting_id=1, **parts)
        for parts in (
            {"given": "Orathai", "family": "Srisuwan"},
            {"given": "Callum", "family": "Whitford"},
            {"given": "Suharyono"},
            {"given": "Zaw Min", "family": "Htut"},
            {"given": "Thị Hà", "family": "Nguyễn", "name_order": "family first"},
            {"display": "Khin Thida"},
        )
    ]
    shown = [printed_name(person, style) for person in sorted(people, key=lambda one: sort_key(one, style))]
    assert shown == sorted(shown)


def test_native_scripts_come_after_latin_letters_and_the_nameless_last():
    people = [Participant(meeting_id=1, **parts) for parts in ({}, {"native_name": "김서연"}, {"family": "Zaw"})]
    assert [printed_name(person) for person in sorted(people, key=sort_key)] == ["Zaw", "김서연", ""]


def test_turkish_capitals_are_given_only_to_delegations_of_a_country_that_has_them():
    homes = [
        Delegation(id=1, meeting_id=1, name="TUR", official_name="Republic of Türkiye"),
        Delegation(id=2, meeting_id=1, name="Indonesia"),
    ]
    names = naming("Given FAMILY", homes)
    assert names.printed(family("Nadir", delegation_id=1)) == "Ana NADİR"
    assert names.printed(family("Nadir", delegation_id=2)) == "Ana NADIR"
    assert names.printed(family("Nadir")) == "Ana NADIR"


@pytest.mark.parametrize("style", [None, "", "nonsense"])
def test_a_body_that_says_no_style_or_an_unknown_one_has_the_usual_one(style):
    assert naming(style).style == "FAMILY, Given"

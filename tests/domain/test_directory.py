"""Who is the same person at several meetings."""

from itertools import permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bali_desk.domain.directory import grouped, marks


def entry(name, email="", delegation="", native=""):
    return marks(name.split(), native, email, delegation)


def people(*entries):
    """The entries of each person, by number."""
    return grouped((one, number) for number, one in enumerate(entries))


@pytest.mark.parametrize(
    "other",
    [
        entry("Orathai Srisuwan", "orathai@mfa.go.th"),
        entry("SRISUWAN Orathai", "Orathai@MFA.go.th ", "Elsewhere"),
        entry("Orathai Boonmee", "orathai@mfa.go.th"),
        entry("", "orathai@mfa.go.th"),
    ],
)
def test_one_address_and_a_word_of_the_name_are_one_person(other):
    assert people(entry("Orathai Srisuwan", "orathai@mfa.go.th", "Thailand"), other) == [[0, 1]]


def test_the_address_of_an_office_keeps_its_people_apart():
    assert people(
        entry("Made Suteja", "tip@go.id"), entry("Retno Ayu", "tip@go.id"), entry("M Suteja", "tip@go.id")
    ) == [
        [0, 2],
        [1],
    ]


def test_without_an_address_name_and_delegation_are_one_person():
    assert people(
        entry("Thị Hà Đặng", "", "Viet Nam"), entry("DANG Thi Ha", "", "viet nam"), entry("Dang Thi Ha", "", "Laos")
    ) == [[0, 1], [2]]


def test_a_name_alone_is_never_enough():
    assert people(entry("Kim Lee"), entry("Kim Lee"), entry("Kim Lee", "", "Fiji"), entry("Kim Lee", "", "Peru")) == [
        [0],
        [1],
        [2],
        [3],
    ]


def test_an_entry_without_address_joins_the_one_with():
    assert people(entry("Ana Tui", "", "Fiji"), entry("Tui Ana", "ana@gov.fj", "Fiji")) == [[1, 0]]


def test_two_of_one_name_with_different_addresses_stay_two_and_a_third_entry_joins_neither():
    assert people(
        entry("Ana Tui", "a@x.fj", "Fiji"), entry("Ana Tui", "b@x.fj", "Fiji"), entry("Ana Tui", "", "Fiji")
    ) == [
        [0],
        [1],
        [2],
    ]


def test_nameless_entries_stay_apart():
    assert people(entry("", "", "Fiji"), entry("", "", "Fiji")) == [[0], [1]]


def test_names_in_their_own_script_are_names():
    assert people(entry("", "", "Korea", "김서연"), entry("", "", "Korea", "김서연")) == [[0, 1]]


ENTRIES = st.lists(
    st.builds(entry, st.sampled_from(["", "Ana Tui", "Tui Ana", "Kim"]), st.sampled_from(["", "a@x.fj", "b@x.fj"]),
              st.sampled_from(["", "Fiji", "Peru"])),
    max_size=5,
)  # fmt: skip


@given(ENTRIES)
def test_everybody_is_in_one_group_whatever_the_order(entries):
    groups = people(*entries)
    assert sorted(number for group in groups for number in group) == list(range(len(entries)))


@given(ENTRIES)
def test_no_group_holds_two_addresses(entries):
    for group in people(*entries):
        assert len({entries[number].email for number in group} - {""}) <= 1


@given(ENTRIES)
def test_the_number_of_persons_does_not_depend_on_the_order(entries):
    named = [one for one in entries if one.name]
    assert len({len(people(*order)) for order in permutations(named)}) == 1

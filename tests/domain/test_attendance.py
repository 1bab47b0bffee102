"""Who came, counted."""

import datetime as dt

from bali_desk.domain.attendance import count
from bali_desk.domain.models import Body, Delegation, Meeting, Participant
from bali_desk.domain.record import Record

DELEGATIONS = [
    ("Fiji", "country", "member"),
    ("Peru", "country", "observer"),
    ("IOM", "organisation", "observer"),
    ("Office", "secretariat", None),
]


def record(*people, counts=None):
    """A meeting with one person per (delegation number, attendance)."""
    return Record(
        body=Body(name="Group"),
        meeting=Meeting(body_id=1, start=dt.date(2017, 5, 26), counts=counts),
        delegations=[
            Delegation(id=number, meeting_id=1, name=name, kind=kind, status=status)
            for number, (name, kind, status) in enumerate(DELEGATIONS)
        ],
        participants=[
            Participant(meeting_id=1, delegation_id=delegation, attendance=state) for delegation, state in people
        ],
    )


def test_delegations_count_when_somebody_of_them_is_there():
    counts = count(record((0, "present"), (0, "absent"), (1, "excused"), (2, "present"), (3, "present")))
    assert (counts.registered, counts.present, counts.excused, counts.absent) == (5, 3, 1, 1)
    assert (counts.countries, counts.organisations, counts.members_and_organisations) == (1, 1, 2)
    assert counts.delegations == 3


def test_before_the_meeting_those_expected_are_counted():
    counts = count(record((0, "expected"), (1, None), (2, "excused")))
    assert (counts.participants, counts.countries, counts.organisations) == (2, 2, 0)


def test_an_observer_country_is_no_member():
    assert count(record((0, "present"), (1, "present"))).members_and_organisations == 1


def test_a_number_given_by_hand_takes_the_place_of_the_counted_one():
    counts = count(record((0, "present"), counts={"countries": 18, "chairs": 2}))
    assert (counts.countries, counts.organisations) == (18, 0)


def test_a_meeting_without_participants_counts_nobody():
    assert count(record()).participants == 0

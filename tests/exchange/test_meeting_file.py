"""Meeting files in and out of a real desk."""

import json
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bali_desk import assets
from bali_desk.domain.errors import DeskError
from bali_desk.exchange.checking import read
from bali_desk.exchange.importing import take_in
from bali_desk.exchange.meeting_file import to_file
from bali_desk.store.desk import Desk
from bali_desk.store.records import read_record
from bali_desk.store.verify import faults_of

SAMPLE = assets.RESOURCES / "sample" / "tipwg-3.meeting.json"
SMALL = {"format": "bali-desk-meeting", "version": 1, "body": {"name": "Group"}, "meeting": {"start": "2017-05-26"}}


@pytest.fixture
def desk(tmp_path: Path):
    desk = Desk(tmp_path / "bali.desk")
    yield desk
    desk.close()


def bring_in(desk, content):
    data = content if isinstance(content, bytes) else json.dumps(content).encode()
    with desk.change("Import meeting") as session:
        return take_in(session, data)


def exported(desk, meeting):
    with desk.reading() as session:
        return json.loads(to_file(read_record(session, meeting)))


def with_defaults(content):
    """A meeting file with the defaults of the format written out, built from the schema alone."""
    schema = json.loads((assets.RESOURCES / "meeting-file.schema.json").read_text())
    lists_with_true_default = {"public": True, "restricted": False}

    def fill(value, part):
        if isinstance(value, dict) and "properties" in part:
            filled = dict(value)
            for name, inner in part["properties"].items():
                kinds = inner.get("type", [])
                kinds = kinds if isinstance(kinds, list) else [kinds]
                if name not in filled:
                    if name in lists_with_true_default:
                        filled[name] = lists_with_true_default[name]
                    elif kinds == ["array"]:
                        filled[name] = []
                    elif kinds == ["object"] and name == "acronyms":
                        filled[name] = {}
                    else:
                        filled[name] = None
                filled[name] = fill(filled[name], inner)
            return filled
        if isinstance(value, list):
            return [fill(one, part.get("items", {})) for one in value]
        return value

    return fill(content, schema)


def test_export_of_the_sample_equals_what_was_imported(desk):
    content = json.loads(SAMPLE.read_text(encoding="utf-8"))
    taken = bring_in(desk, SAMPLE.read_bytes())
    assert taken.created
    assert taken.warnings == []
    out = exported(desk, taken.meeting)
    wanted = with_defaults(content)
    for optional in ("next", "recommended_to"):  # objects without defaults of their own
        assert json.dumps(out).count(f'"{optional}"') == json.dumps(wanted).count(f'"{optional}"')
    assert out == wanted


def test_the_smallest_file_comes_back_with_its_defaults(desk):
    taken = bring_in(desk, SMALL)
    out = exported(desk, taken.meeting)
    assert out["statement"] is None
    assert out["work_plan"] is None
    assert out["body"]["acronyms"] == {}
    assert out["agenda"] == []


def test_importing_twice_updates_and_changes_nothing(desk):
    first = bring_in(desk, SAMPLE.read_bytes())
    before = exported(desk, first.meeting)
    label = desk.undo_label
    again = bring_in(desk, SAMPLE.read_bytes())
    assert (again.meeting, again.created) == (first.meeting, False)
    assert exported(desk, first.meeting) == before
    desk.undo()
    assert label == "Import meeting"
    assert desk.undo_label is None, "the second import must not have made a step of its own"


def test_an_update_replaces_adds_and_removes_without_doubling(desk):
    people = [{"id": "a", "family": "One"}, {"id": "b", "family": "Two"}]
    meeting = bring_in(desk, SMALL | {"participants": people}).meeting
    people = [{"id": "b", "family": "Two", "given": "New"}, {"id": "c", "family": "Three"}]
    assert not bring_in(desk, SMALL | {"participants": people}).created
    out = exported(desk, meeting)["participants"]
    assert [(one["id"], one["given"]) for one in out] == [("b", "New"), ("c", None)]


def test_a_list_the_file_leaves_out_stays_and_forgets_what_went(desk):
    full = SMALL | {
        "delegations": [{"id": "fj", "name": "Fiji"}, {"id": "ws", "name": "Samoa"}],
        "participants": [{"id": "a", "delegation": "fj"}, {"id": "b", "delegation": "ws"}],
    }
    meeting = bring_in(desk, full).meeting
    bring_in(desk, SMALL | {"delegations": [{"id": "ws", "name": "Samoa"}]})
    assert [one["delegation"] for one in exported(desk, meeting)["participants"]] == [None, "ws"]


def test_one_undo_takes_an_import_back(desk):
    bring_in(desk, SAMPLE.read_bytes())
    desk.undo()
    with desk.reading() as session:
        assert session.connection().exec_driver_sql("SELECT count(*) FROM body").scalar() == 0
        assert faults_of(session) == []
    desk.redo()
    with desk.reading() as session:
        assert faults_of(session) == []


def test_unknown_keys_are_reported_and_left_out(desk):
    content = SMALL | {"hotel": "Segara", "participants": [{"id": "a", "shoe_size": 44}]}
    taken = bring_in(desk, content)
    assert taken.warnings == [
        "hotel: not part of a meeting file, left out",
        "participants[0].shoe_size: not part of a meeting file, left out",
    ]
    assert "hotel" not in exported(desk, taken.meeting)


WRONG = [
    (b"\xff\xfe\x00", "byte 1 is not UTF-8"),
    (b"{", "line 1, column 2 is not JSON"),
    (b"[]", "format: this is not a meeting file"),
    (b"[" * 100_000, "nested too deep"),
    (SMALL | {"version": 2}, "version: the file is of version 2, made by a newer Bali Desk"),
    (SMALL | {"body": {}}, 'body: "name" is missing'),
    (SMALL | {"body": {"name": ""}}, "body.name: must not be empty"),
    (SMALL | {"meeting": {"start": 5}}, "meeting.start: 5 must be text"),
    (SMALL | {"meeting": {"start": "26 May"}}, 'meeting.start: "26 May" is not a date (YYYY-MM-DD)'),
    (SMALL | {"meeting": {"start": "2017-02-30"}}, 'meeting.start: there is no day "2017-02-30"'),
    (
        SMALL | {"meeting": {"start": "2017-05-26", "end": "2017-05-25"}},
        'meeting.end: "2017-05-25" is before the start',
    ),
    (SMALL | {"meeting": {"start": "2017-05-26", "ordinal": 2**40}}, "meeting.ordinal: 1099511627776 is too large"),
    (SMALL | {"agenda": [{"id": "1", "start": "9:00"}]}, 'agenda[0].start: "9:00" is not a time (HH:MM)'),
    (SMALL | {"agenda": [{"id": "1", "kind": "brake"}]}, 'agenda[0].kind: "brake" is not one of item, break, ceremony'),
    (SMALL | {"agenda": [{"id": "1"}, {"id": "1"}]}, 'agenda[1].id: "1" is there twice'),
    (SMALL | {"agenda": [{"id": "1", "parent": "1"}]}, 'agenda[0].parent: item "1" lies under itself'),
    (SMALL | {"agenda": [{"id": "1", "papers": ["p"]}]}, 'agenda[0].papers[0]: no paper "p"'),
    (
        SMALL | {"participants": [{"id": "1", "delegation": "Atlantis"}]},
        'participants[0].delegation: no delegation "Atl',
    ),
    (SMALL | {"participants": [{"id": "1", "replaced_by": "x"}]}, 'participants[0].replaced_by: no participant "x"'),
    (
        SMALL | {"participants": [{"id": "1", "present_on": ["2017-13-01"]}]},
        "participants[0].present_on[0]: there is no",
    ),
    (SMALL | {"participants": [{"id": "1", "family": "\ud800"}]}, "participants[0].family: holds half a character"),
    (SMALL | {"outcomes": [{"id": "1", "fulfils": ["x"]}]}, 'outcomes[0].fulfils[0]: no work plan line "x"'),
    (
        b'{"format": "bali-desk-meeting", "version": 1, "meeting": {"start": "2017-05-26"}, '
        b'"body": {"name": "A", "name": "B"}}',
        "body.name: is there twice",
    ),
    (SMALL | {"meeting": {"start": "2017-05-26\n"}}, 'meeting.start: "2017-05-26\\n" is not a date'),
    (SMALL | {"agenda": [{"id": "1", "start": "0٩:00"}]}, 'agenda[0].start: "0٩:00" is not a time (HH:MM)'),
    (SMALL | {"meeting": {"start": "2017-05-26", "ordinal": 1e30}}, "meeting.ordinal: 1e+30 is too large"),
    (
        SMALL | {"statement": {"blocks": [{"kind": "paragraph", "text": "", "sources": ["x"]}]}},
        'statement.blocks[0].sources[0]: no outcome or agenda item "x"',
    ),
]


@pytest.mark.parametrize(("content", "sentence"), WRONG, ids=[sentence for _, sentence in WRONG])
def test_wrong_input_names_its_place_and_leaves_the_desk_as_it_was(desk, content, sentence):
    with pytest.raises(DeskError) as refusal:
        bring_in(desk, content)
    assert sentence in str(refusal.value)
    assert "\n" not in str(refusal.value)
    assert desk.undo_label is None


names = st.text(st.characters(exclude_categories=["Cs"]), max_size=40)
some = st.none() | names


@st.composite
def files(draw):
    delegations = [{"id": f"d{n}", "name": draw(names.filter(bool))} for n in range(draw(st.integers(0, 3)))]
    sent = st.sampled_from([one["id"] for one in delegations]) if delegations else st.none()
    people = [
        {"id": f"p{n}", "delegation": draw(sent), "family": draw(some), "note": draw(some)}
        for n in range(draw(st.integers(0, 4)))
    ]
    agenda = [
        {"id": f"a{n}", "no": draw(some), "title": draw(some), "presenters": draw(st.lists(names, max_size=2))}
        for n in range(draw(st.integers(0, 4)))
    ]
    for place, item in enumerate(agenda[1:]):
        item["parent"] = draw(st.sampled_from([None, *(one["id"] for one in agenda[: place + 1])]))
    return SMALL | {"delegations": delegations, "participants": people, "agenda": agenda}


@settings(max_examples=25, deadline=None, suppress_health_check=list(HealthCheck))
@given(content=files())
def test_any_names_come_back_exactly(tmp_path_factory, content):
    desk = Desk(tmp_path_factory.mktemp("desk") / "any.desk")
    try:
        meeting = bring_in(desk, content).meeting
        assert exported(desk, meeting) == with_defaults(content) | {"statement": None, "work_plan": None}
    finally:
        desk.close()


def test_reading_accepts_a_byte_order_mark():
    assert read(b"\xef\xbb\xbf" + json.dumps(SMALL).encode()) == SMALL


def test_a_new_meeting_of_a_known_body_takes_nothing_from_it(desk):
    full = {"name": "Group", "short": "G", "acronyms": {"G": "Group"}, "members": [{"name": "Fiji"}]}
    first = bring_in(desk, SMALL | {"body": full}).meeting
    before = exported(desk, first)
    second = bring_in(desk, SMALL | {"meeting": {"start": "2018-05-26"}})
    assert second.created
    assert exported(desk, first) == before
    bring_in(desk, SMALL | {"body": {"name": "Group", "short": None, "members": []}})
    assert (exported(desk, first)["body"]["short"], exported(desk, first)["body"]["members"]) == (None, [])


def test_a_list_the_file_leaves_out_forgets_handles_that_went(desk):
    full = SMALL | {
        "participants": [{"id": "a", "given": "Ana", "family": "Tui"}],
        "papers": [{"id": "p"}, {"id": "q"}],
        "work_plan": {"lines": [{"id": "w"}]},
        "agenda": [{"id": "1", "papers": ["p", "q"], "presenters": ["a", "the host"]}],
        "outcomes": [{"id": "o", "papers": ["p"], "fulfils": ["w"]}],
    }
    meeting = bring_in(desk, full).meeting
    bring_in(desk, SMALL | {"papers": [{"id": "q"}], "work_plan": {"lines": []}, "participants": []})
    out = exported(desk, meeting)
    assert (out["agenda"][0]["papers"], out["agenda"][0]["presenters"]) == (["q"], ["TUI, Ana", "the host"])
    assert (out["outcomes"][0]["papers"], out["outcomes"][0]["fulfils"]) == ([], [])
    bring_in(desk, out)


def test_unknown_keys_of_a_group_are_kept_out_and_whole_numbers_are_whole(desk):
    meeting = SMALL["meeting"] | {"next": {"when": None, "hotel": "Segara"}, "counts": {"participants": 38.0}}
    outcomes = [{"id": "o", "recommended_to": {"body": "SOM", "by": "x"}}]
    taken = bring_in(desk, SMALL | {"meeting": meeting, "outcomes": outcomes})
    assert [warning.partition(":")[0] for warning in taken.warnings] == [
        "meeting.next.hotel", "outcomes[0].recommended_to.by",
    ]  # fmt: skip
    out = exported(desk, taken.meeting)
    assert json.dumps([out["meeting"]["next"], out["meeting"]["counts"]]) == '[{"when": null}, {"participants": 38}]'
    assert out["outcomes"][0]["recommended_to"] == {"body": "SOM"}


def test_rows_are_known_again_whatever_their_order(desk):
    people = [{"id": str(number), "family": f"F{number}"} for number in range(40)]
    meeting = bring_in(desk, SMALL | {"participants": people}).meeting
    with desk.reading() as session:
        before = {one.handle: one.id for one in read_record(session, meeting).participants}
    bring_in(desk, SMALL | {"participants": people[::-1]})
    with desk.reading() as session:
        after = read_record(session, meeting).participants
    assert [one.handle for one in after] == [one["id"] for one in people[::-1]]
    assert {one.handle: one.id for one in after} == before

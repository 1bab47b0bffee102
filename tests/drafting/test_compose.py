"""The statement as the record says it."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from bali_desk.domain.models import CoChair, Outcome
from bali_desk.drafting.compose import compose
from bali_desk.drafting.wording import load_style

CHAIRS = (
    {"country": "Indonesia", "institution": "Ministry of Law and Human Rights"},
    {"country": "Australia", "institution": None, "person": "Ms Robyn Keane"},
    {"country": None, "institution": "International Organization for Migration"},
    {"country": None, "institution": None, "person": "Mr Somchai Dee"},
)
GOLDEN = Path(__file__).parents[1] / "golden"


def transcript(drafts):
    return "".join(f"[{draft.kind}] {draft.text}\n" for draft in drafts)


STYLES, PROFILES = ("bali-process", "numbered", "decisions"), ("australian", "un", "asean")


def agreed(request, name, drafts):
    """Whether the text is that of tests/golden/statement-<name>.txt: read a new one aloud, then --update-golden."""
    said, golden = transcript(drafts), GOLDEN / f"statement-{name}.txt"
    if request.config.getoption("--update-golden"):
        golden.write_text(said, encoding="utf-8")
    return said == golden.read_text(encoding="utf-8")


@pytest.mark.parametrize("name", STYLES)
def test_the_sample_reads_as_agreed(sample, name, request):
    assert agreed(request, f"sample-{name}", compose(sample, load_style(name)))


@pytest.mark.parametrize("profile", PROFILES)
@pytest.mark.parametrize("name", STYLES)
def test_the_sample_reads_as_agreed_in_every_house(sample, name, profile, request):
    assert agreed(request, f"sample-{name}-{profile}", compose(sample, load_style(name, profile=profile)))


@pytest.mark.parametrize("name", STYLES)
def test_a_hard_meeting_reads_as_agreed(hard, name, request):
    assert agreed(request, f"hard-{name}", compose(hard, load_style(name)))


@pytest.mark.parametrize("name", STYLES)
def test_a_meeting_on_line_of_four_chairs_without_outcomes_reads_as_agreed(hard, name, request):
    hard.outcomes, hard.actions = [], []
    hard.meeting.format, hard.meeting.end = "virtual", dt.date(2018, 10, 2)
    hard.co_chairs = [CoChair(meeting_id=1, **chair) for chair in CHAIRS]
    assert agreed(request, f"online-{name}", compose(hard, load_style(name)))


def drafted(record, slot, style=None):
    return [draft.text for draft in compose(record, style) if draft.slot == slot]


def outcome(record, handle):
    return next(one for one in record.outcomes if one.handle == handle)


def only(record, *handles):
    """The record with these outcomes alone, in this order, under the first item, without lists and extras."""
    record.outcomes = [outcome(record, handle) for handle in handles]
    for one in record.outcomes:
        one.agenda_item_id = record.agenda[1].id
    record.actions = []
    return record


def test_nothing_restricted_is_ever_told(sample):
    for name in ("bali-process", "numbered"):
        said = transcript(compose(sample, load_style(name)))
        assert "Andaman" not in said
        assert "secure line" not in said
        assert "TIPWG/3/4" not in said  # a restricted paper
    outcome(sample, "o23").public = True
    assert "Andaman" not in transcript(compose(sample))


def test_each_block_knows_its_outcomes_and_each_public_outcome_has_a_block(sample):
    drafts = compose(sample)
    told = {source for draft in drafts for source in draft.sources}
    assert told == {one.handle for one in sample.outcomes} - {"o1", "o23"}
    assert len({draft.slot for draft in drafts}) == len(drafts)


def test_the_attendance_counts_for_itself_and_gives_way_to_the_officer(sample):
    assert "38 participants from 18 member countries and organisations" in drafted(sample, "opening")[0]
    for person in sample.participants[:3]:
        person.attendance = "excused"
    sample.participants[3].attendance = "absent"
    assert "34 participants from 17 member countries" in drafted(sample, "opening")[0]
    sample.meeting.counts = {"participants": 40, "members_and_organisations": 20}
    assert "40 participants from 20 member countries" in drafted(sample, "opening")[0]


def test_a_bare_record_still_makes_a_title_and_an_opening(sample):
    sample.co_chairs, sample.participants, sample.outcomes, sample.actions = [], [], [], []
    meeting = sample.meeting
    meeting.ordinal = meeting.kind = meeting.city = meeting.country = meeting.next = None
    sample.body.short = None
    assert [draft.text for draft in compose(sample)] == [
        "Co-Chairs’ Statement",
        "Meeting of the Bali Process Trafficking in Persons Working Group",
        "26 May 2017",
        "The Bali Process Trafficking in Persons Working Group met on 26 May 2017.",
    ]


def test_one_chair_alone_chairs(sample):
    del sample.co_chairs[1]
    assert drafted(sample, "title") == ["Chair’s Statement"]
    assert "Chaired by the Ministry of Foreign Affairs of Indonesia, the meeting" in drafted(sample, "opening")[0]


def test_a_virtual_meeting_thanks_nobody_for_hospitality(sample):
    sample.meeting.format = "virtual"
    assert drafted(sample, "place_date") == ["Online, 26 May 2017"]
    assert "held its third annual meeting online on 26 May" in drafted(sample, "opening")[0]
    assert drafted(sample, "thanks") == []


def test_the_host_is_thanked_once(sample):
    assert "Government of Indonesia" in drafted(sample, "thanks")[0]
    outcome(sample, "o13").text = "Indonesia for its warm hospitality"
    assert drafted(sample, "thanks") == []


@pytest.mark.parametrize(
    ("coming", "expected"),
    [
        ({"when": "first half of 2018"}, ["The TIPWG will hold its fourth meeting in the first half of 2018."]),
        ({"when": "the first half of 2018"}, ["The TIPWG will hold its fourth meeting in the first half of 2018."]),
        ({"when": "before the end of 2018"}, ["The TIPWG will hold its fourth meeting before the end of 2018."]),
        ({"when": "2018-06-05"}, ["The TIPWG will hold its fourth meeting on 5 June 2018."]),
        ({"when": "2018-06"}, ["The TIPWG will hold its fourth meeting in June 2018."]),
        ({"when": "2018-16"}, ["The TIPWG will hold its fourth meeting in 2018-16."]),
        ({"when": "5–6 June 2018"}, ["The TIPWG will hold its fourth meeting on 5–6 June 2018."]),
        ({"when": None, "place": "Colombo"}, ["The TIPWG will hold its fourth meeting in Colombo."]),
        ({"when": "2018", "place": "Perth"}, ["The TIPWG will hold its fourth meeting in 2018 in Perth."]),
        ({"when": "", "place": None}, []),
        (None, []),
    ],
)
def test_the_next_meeting_is_announced_as_far_as_it_is_known(sample, coming, expected):
    sample.meeting.next = coming
    assert drafted(sample, "next_meeting") == expected


def test_also_comes_with_the_second_of_a_kind_and_never_first(sample):
    record = only(sample, "o2", "o3", "o7")
    for one, verb in zip(record.outcomes, ("welcomed", "heard", "agreed to"), strict=True):
        one.verb, one.text, one.papers = verb, f"{one.handle} and nothing more", []
    apart = load_style("numbered")
    assert drafted(record, "item:a-adoption", apart) == [
        "Members welcomed o2 and nothing more. Members also heard o3 and nothing more. "
        "Members agreed to o7 and nothing more."
    ]
    record.outcomes[1].subject = "The Co-Chairs"
    assert "also" not in drafted(record, "item:a-adoption", apart)[0]


def test_also_is_not_said_more_often_than_the_style_allows(sample):
    record = only(sample, "o2", "o3", "o7", "o9")
    for one in record.outcomes:
        one.verb, one.text, one.papers = "heard", one.handle, []
    told = "Members heard o2. Members also heard o3. Members heard o7. Members heard o9."
    assert drafted(record, "item:a-adoption", load_style("numbered")) == [told]
    for one in record.outcomes:
        one.verb = "will"
    assert "Members will also o3." in drafted(record, "item:a-adoption", load_style("numbered"))[0]


def test_short_sentences_of_one_subject_are_joined_but_decisions_stand_alone(sample):
    record = only(sample, "o18", "o19", "o12")
    assert "Roadmap, and encouraged members" in drafted(record, "item:a-adoption")[0]
    record.outcomes[1].verb = "agreed to"
    assert "Roadmap. The Co-Chairs agreed to members" in drafted(record, "item:a-adoption")[0]


def test_a_list_stands_between_what_was_said_before_and_after(sample):
    record = only(sample, "o2", "o22", "o3")
    kinds = [(draft.kind, draft.slot) for draft in compose(record) if draft.sources]
    assert kinds[0] == ("paragraph", "item:a-adoption")
    assert kinds[1] == ("paragraph", "outcome:o22")
    assert kinds[-1] == ("paragraph", "item:a-adoption:after:o22")
    assert [kind for kind, _ in kinds[2:-1]] == ["bullet"] * 7


def test_an_outcome_without_an_item_comes_at_the_end(sample):
    outcome(sample, "o2").agenda_item_id = None
    slots = [draft.slot for draft in compose(sample)]
    assert slots.index("unattached") == slots.index("next_steps") - 1
    headed = [draft.text for draft in compose(sample, load_style("numbered")) if draft.slot == "heading:other"]
    assert headed == ["Other outcomes"]


def test_items_are_told_in_the_order_they_print(sample):
    sample.agenda.sort(key=lambda item: item.handle != "a-trends")
    slots = [draft.slot for draft in compose(sample) if draft.slot.startswith("item:")]
    assert slots[:2] == ["item:a-trends", "item:a-meetings"]


def test_completed_lines_of_the_work_plan_are_told_unless_the_text_says_so(sample):
    assert "completes one action" in drafted(sample, "item:a-materials")[0]
    outcome(sample, "o11").fulfils = ["w2", "w4"]
    assert "This completes 2 actions set out in the TIPWG Forward" in drafted(sample, "item:a-materials")[0]
    outcome(sample, "o11").text += ", and so fulfils the plan"
    assert "completes" not in drafted(sample, "item:a-materials")[0]


def test_actions_are_told_by_owner_and_only_while_open(sample):
    sample.actions[0].status = "superseded"
    (steps,) = drafted(sample, "next_steps")
    assert steps.startswith("The Co-Chairs will work with members")
    (everybody,) = drafted(sample, "next_steps", load_style("numbered"))
    assert "The RSO will offer two training workshops on the guide by 31 March 2018." in everybody
    assert "publish the Regional Roadmap" not in everybody


def test_an_outcome_nobody_has_filled_in_yet_is_not_told(sample):
    before = transcript(compose(sample))
    sample.outcomes.append(Outcome(meeting_id=1, agenda_item_id=sample.agenda[3].id, subject="Members", verb=" "))
    assert transcript(compose(sample)) == before


def test_stars_in_facts_are_stars(sample):
    sample.meeting.city = "Hotel *****"
    assert r"in Hotel \*\*\*\*\*, Indonesia." in drafted(sample, "opening")[0]

"""What holds of any composition: nothing lost, nothing twice, nothing private, and the same each time."""

from __future__ import annotations

import copy
import re

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bali_desk.domain.models import Action, Intervention, Outcome
from bali_desk.drafting.compose import compose
from bali_desk.drafting.merge import merge
from bali_desk.drafting.wording import load_style

STYLES = [load_style(name, profile=profile) for name in ("bali-process", "numbered", "decisions")
          for profile in ("australian", "un", "asean")]  # fmt: skip
SUBJECTS = [None, "Members", "The Co-Chairs", "Indonesia", "UNODC", "The Meeting", "a voice"]
VERBS = ["heard", "noted", "welcomed", "will", "agreed to", "adopted", "agreed to recommend", "sang", None]
AROUND = [
    "",
    " of the RSO",
    " by the Regional Support Office",
    "; then that",
    " (the Forum)",
    ". It is new",
    ", and more",
]

told = st.tuples(
    st.sampled_from(SUBJECTS), st.sampled_from(VERBS), st.sampled_from(AROUND), st.integers(0, 3), st.booleans(),
    st.integers(0, 21), st.integers(0, 2),
)  # fmt: skip


def recorded(sample, entries):
    """The sample with outcomes that each carry a word of their own, and everything private marked as such."""
    record = copy.deepcopy(sample)
    record.outcomes, record.actions = [], []
    for number, (subject, verb, around, points, public, item, acts) in enumerate(entries, start=1):
        place = record.agenda[item].id if item < len(record.agenda) else None
        outcome = Outcome(id=number, meeting_id=1, handle=f"h{number}", agenda_item_id=place, public=public)
        outcome.subject, outcome.verb, outcome.text = subject, verb, f"word{number}x{around}"
        outcome.points = [f"point{number}p{point}x" for point in range(points)]
        record.outcomes.append(outcome)
        for act in range(acts):
            text = outcome.text if act else f"act{number}x"
            record.actions.append(
                Action(
                    id=number * 10 + act, meeting_id=1, outcome_id=number, owner="Co-Chairs", text=text, status="open"
                )
            )
    for item in record.agenda:
        item.chair_notes = "secret notes"
    for paper in record.papers:
        if paper.restricted:
            paper.symbol = "secret/1"
    record.interventions = [Intervention(meeting_id=1, text="secret words")]
    return record


@settings(max_examples=120, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(told, max_size=12), st.sampled_from(STYLES))
def test_each_outcome_that_may_be_told_is_told_once_and_none_that_may_not(sample, entries, style):
    record = recorded(sample, entries)
    before = copy.deepcopy(record)
    drafts = compose(record, style)
    assert record == before
    assert drafts == compose(before, style)
    closed = {item.id for item in record.agenda if item.restricted}
    public = {one.handle for one in record.outcomes if one.public and one.agenda_item_id not in closed}
    assert {source for draft in drafts for source in draft.sources if source.startswith("h")} == public
    assert len({draft.slot for draft in drafts}) == len(drafts)
    middle = " ".join(draft.text for draft in drafts if draft.slot != "next_steps")
    whole = " ".join(draft.text for draft in drafts)
    for outcome in record.outcomes:
        words = [f"word{outcome.id}x", *(point for point in outcome.points)]
        times = 1 if outcome.handle in public else 0
        assert [len(re.findall(rf"\b{word}\b", middle)) for word in words] == [times] * len(words)
        assert whole.count(f"act{outcome.id}x") <= times
    assert "secret" not in whole
    assert "  " not in whole
    assert ".." not in whole


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(told, max_size=8), st.sampled_from(STYLES), st.sampled_from(STYLES))
def test_a_change_of_style_leaves_nothing_of_the_other_where_nobody_wrote(sample, entries, first, second):
    record = recorded(sample, entries)
    blocks = merge(merge([], compose(record, first)), compose(record, second))
    assert [(one.kind, one.text) for one in blocks] == [(one.kind, one.text) for one in compose(record, second)]
    again = merge(blocks, compose(record, second))
    assert [one.model_dump() for one in again] == [one.model_dump() for one in blocks]

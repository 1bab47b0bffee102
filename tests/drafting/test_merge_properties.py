"""What holds of any merge: under any changes of the record and any edits, in any order."""

from __future__ import annotations

import copy

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bali_desk.domain.disclosure import public_outcomes
from bali_desk.domain.models import Block
from bali_desk.drafting.compose import compose
from bali_desk.drafting.draft import Draft
from bali_desk.drafting.matching import state_held
from bali_desk.drafting.merge import merge

HANDLES = ["o1", "o2", "o3", "o4"]
WORDS = ["Ay.", "Bee.", "Sea.", "Dee.", "Hers.", ""]


@st.composite
def compositions(draw):
    """A composition: an opening, a paragraph or a list for some outcomes, in any order."""
    drafts = [Draft("paragraph", draw(st.sampled_from(WORDS[:2])), [], "opening")] if draw(st.booleans()) else []
    for handle in draw(st.permutations(HANDLES))[: draw(st.integers(0, 4))]:
        drafts.append(Draft("paragraph", draw(st.sampled_from(WORDS[:4])), [handle], f"outcome:{handle}"))
        if draw(st.integers(0, 3)) == 0:
            for place in range(1, draw(st.integers(1, 4))):
                word = draw(st.sampled_from(WORDS[:4]))
                drafts.append(Draft("bullet", word, [handle], f"outcome:{handle}:point:{place}"))
    return drafts


edits = st.lists(
    st.tuples(
        st.sampled_from(["write", "own", "move", "join", "forget", "take", "keep"]),
        st.integers(0, 30),
        st.integers(0, 30),
    ),
    max_size=4,
)


def edited(blocks, changes):
    """The blocks after the officer's changes: rewrite, add, move, join, forget where it came from, settle."""
    for what, one, other in changes:
        if not blocks and what != "own":
            continue
        block = blocks[one % len(blocks)] if blocks else None
        if what == "write" and state_held(block) != "own":
            block.text, block.state = WORDS[other % len(WORDS)], "edited"
        elif what == "own":
            blocks.insert(
                one % (len(blocks) + 1), Block(statement_id=1, kind="paragraph", text=f"own {other}", state="own")
            )
        elif what == "move":
            blocks.insert(other % len(blocks), blocks.pop(one % len(blocks)))
        elif what == "join" and one % len(blocks) + 1 < len(blocks):
            gone = blocks.pop(one % len(blocks) + 1)
            block.text, block.sources = f"{block.text} {gone.text}", [*block.sources, *gone.sources]
            block.state = "own" if block.state == "own" else "edited"
        elif what == "forget":
            block.slot = block.composed = None
        elif block.proposed is not None and what in ("take", "keep"):
            block.composed, block.proposed, proposed = block.proposed, None, block.proposed
            block.text, block.state = (proposed, "record") if what == "take" else (block.text, "edited")
    return blocks


def dumped(blocks):
    return [block.model_dump() for block in blocks]


@settings(max_examples=150, deadline=None)
@given(st.lists(st.tuples(compositions(), edits), max_size=5), compositions())
def test_no_word_she_wrote_is_lost_and_merging_again_changes_nothing(rounds, last):
    blocks = []
    for drafts, changes in [*rounds, (last, [])]:
        hers = {block.handle: block.text for block in blocks if state_held(block) != "record"}
        order = [block.handle for block in blocks if block.handle in hers and block.state == "own"]
        before = dumped(blocks)
        merged = merge(blocks, drafts)
        assert dumped(blocks) == before  # what it was given is untouched
        kept = {block.handle: block.text for block in merged}
        assert {handle: kept.get(handle) for handle in hers} == hers
        assert [block.handle for block in merged if block.handle in order] == order or _moved(blocks, merged)
        assert len(kept) == len(merged)
        assert dumped(merge(merged, drafts)) == dumped(merged)
        blocks = edited(merged, changes)


def _moved(blocks, merged):
    """Whether what her own blocks stand behind has been put in another order by the record."""
    was = [block.handle for block in blocks]
    now = [block.handle for block in merged if block.handle in was]
    return [handle for handle in was if handle in now] != now


@settings(max_examples=100, deadline=None)
@given(compositions(), compositions())
def test_what_nobody_touched_becomes_exactly_the_new_composition(first, second):
    merged = merge(merge([], first), second)
    assert [(block.kind, block.text, block.sources) for block in merged] == [
        (draft.kind, draft.text, draft.sources) for draft in second
    ]


CHANGES = ["drop", "reorder", "retell", "move", "hide", "restrict", "repoint"]


def changed(record, what, one, other):
    """The record after one thing an officer may do to it between two compositions."""
    outcome = record.outcomes[one % len(record.outcomes)] if record.outcomes else None
    if what == "restrict":
        record.agenda[one % len(record.agenda)].restricted ^= True
    elif what == "reorder":
        record.agenda.insert(other % len(record.agenda), record.agenda.pop(one % len(record.agenda)))
    elif outcome is None:
        return
    elif what == "drop":
        record.outcomes.remove(outcome)
    elif what == "retell":
        outcome.text = f"word{other} of the record"
    elif what == "move":
        outcome.agenda_item_id = [None, *(item.id for item in record.agenda)][other % (len(record.agenda) + 1)]
    elif what == "hide":
        outcome.public ^= True
    elif what == "repoint":
        outcome.points = [f"point {number}" for number in range(other % 4)]


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    st.lists(st.tuples(st.sampled_from(CHANGES), st.integers(0, 40), st.integers(0, 40)), max_size=8),
    st.sets(st.integers(0, 22), max_size=6),
)
def test_the_whole_statement_survives_whatever_happens_to_the_record(sample, style, changes, rewritten):
    record = copy.deepcopy(sample)
    blocks = merge([], compose(record, style))
    for place in rewritten & set(range(len(blocks))):
        blocks[place].text, blocks[place].state = f"Hers, {place}.", "edited"
    hers = {block.handle: block.text for block in blocks if block.state == "edited"}
    for change in changes:
        changed(record, *change)
        drafts = compose(record, style)
        blocks = merge(blocks, drafts)
        assert {block.handle: block.text for block in blocks if block.handle in hers} == hers
        assert dumped(merge(blocks, drafts)) == dumped(blocks)
        assert len({draft.slot for draft in drafts}) == len(drafts)
        for draft in drafts:
            assert draft.text.endswith((".", ":")) or draft.kind in ("title", "subtitle", "bullet")
            assert ".." not in draft.text
            assert all(is_told(record, source) for source in draft.sources)


def is_told(record, handle):
    """Whether an outcome may be told at all."""
    return any(one.handle == handle for one in public_outcomes(record))

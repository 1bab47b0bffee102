"""A new composition into what the officer has: nothing she wrote is lost, and the order holds."""

from __future__ import annotations

import pytest

from bali_desk.domain.models import Block
from bali_desk.drafting.compose import compose
from bali_desk.drafting.draft import Draft
from bali_desk.drafting.merge import merge, states_of


def para(slot, text, *sources):
    return Draft("paragraph", text, list(sources), slot)


A, B, C = para("item:a", "Ay.", "o1"), para("item:b", "Bee.", "o2"), para("item:c", "Sea.", "o3")


def texts(blocks):
    return [block.text for block in blocks]


def dumped(blocks):
    return [block.model_dump() for block in blocks]


def own(text):
    return Block(statement_id=1, kind="paragraph", text=text, state="own")


def points(*words):
    ends = [*[""] * (len(words) - 1), "."]
    return [
        Draft("bullet", word + end, ["o9"], f"outcome:o9:point:{n}")
        for n, (word, end) in enumerate(zip(words, ends, strict=True), start=1)
    ]


def test_a_first_composition_is_all_from_the_record(sample):
    merged = merge([], compose(sample))
    assert texts(merged) == [draft.text for draft in compose(sample)]
    assert set(states_of(merged, sample)) == {"record"}
    assert [block.sequence for block in merged] == list(range(1, len(merged) + 1))


def test_merging_again_changes_nothing_and_touches_no_block_it_was_given(sample):
    merged = merge([], compose(sample))
    before = dumped(merged)
    again = merge(merged, compose(sample))
    assert dumped(again) == before == dumped(merged)
    assert not any(one is other for one, other in zip(merged, again, strict=True))


def test_untouched_blocks_follow_the_record():
    blocks = merge([], [A, B])
    (first, second) = merge(blocks, [para("item:a", "Ay, changed.", "o1", "o4"), B])
    assert (first.text, first.composed, first.state, first.sources) == (
        "Ay, changed.",
        "Ay, changed.",
        "record",
        ["o1", "o4"],
    )
    assert second.text == "Bee."
    assert first.handle == blocks[0].handle


def test_her_words_stay_and_news_of_the_record_is_proposed():
    blocks = merge([], [A, B])
    blocks[0].text, blocks[0].state = "Hers.", "edited"
    blocks = merge(blocks, [A, B])
    assert (blocks[0].text, blocks[0].proposed) == ("Hers.", None)
    blocks = merge(blocks, [para("item:a", "News.", "o1"), B])
    assert (blocks[0].text, blocks[0].proposed, blocks[0].state) == ("Hers.", "News.", "edited")
    blocks = merge(blocks, [A, B])
    assert (blocks[0].text, blocks[0].proposed) == ("Hers.", None)
    blocks = merge(blocks, [para("item:a", "Hers.", "o1"), B])
    assert (blocks[0].text, blocks[0].state, blocks[0].composed) == ("Hers.", "record", "Hers.")


def test_text_that_differs_from_what_was_composed_is_hers_whatever_its_mark():
    blocks = merge([], [A])
    blocks[0].text = "Hers."
    assert texts(merge(blocks, [para("item:a", "News.", "o1")])) == ["Hers."]
    assert texts(merge(blocks, [])) == ["Hers."]


def test_what_the_record_no_longer_says_goes_unless_she_rewrote_it():
    blocks = merge([], [A, B, C])
    blocks[1].text, blocks[1].state = "Hers.", "edited"
    merged = merge(blocks, [A])
    assert texts(merged) == ["Ay.", "Hers."]
    assert merged[1].proposed == ""  # the record has fallen silent: she decides
    merged[1].composed, merged[1].proposed = "", None  # and keeps her words
    assert [block.proposed for block in merge(merged, [A])] == [None, None]
    assert merge(merged, [A, B])[1].proposed == "Bee."


def test_her_own_blocks_stay_behind_their_neighbour():
    blocks = merge([], [A, C])
    blocks = [own("First of all."), blocks[0], own("After Ay."), blocks[1], own("Last.")]
    merged = merge(blocks, [A, B, C])
    assert texts(merged) == ["First of all.", "Ay.", "After Ay.", "Bee.", "Sea.", "Last."]
    assert texts(merge(merged, [B, C])) == ["First of all.", "After Ay.", "Bee.", "Sea.", "Last."]


def test_the_text_follows_the_agenda_until_she_moves_a_block():
    blocks = merge([], [A, B, C])
    assert texts(merge(blocks, [C, A, B])) == ["Sea.", "Ay.", "Bee."]
    moved = merge([blocks[1], blocks[0], blocks[2]], [A, B, C])
    assert texts(moved) == ["Bee.", "Ay.", "Sea."]
    assert texts(merge(moved, [C, A, B])) == ["Bee.", "Ay.", "Sea."]
    assert texts(merge(moved, [A, para("item:d", "Dee."), B, C])) == ["Bee.", "Ay.", "Dee.", "Sea."]


def test_points_are_known_by_their_words_when_one_comes_before_them():
    blocks = merge([], [B, *points("one", "two", "three")])
    blocks[2].text, blocks[2].state = "two, in her words", "edited"
    merged = merge(blocks, [B, *points("zero", "one", "two", "three")])
    assert texts(merged) == ["Bee.", "zero", "one", "two, in her words", "three."]
    assert all(block.proposed is None for block in merged)
    assert texts(merge(merged, [B, *points("three", "two", "one")])) == ["Bee.", "three", "two, in her words", "one."]


def test_points_follow_the_record_even_where_she_moved_paragraphs():
    blocks = merge([], [A, B, *points("one", "two")])
    blocks = merge([blocks[1], blocks[0], *blocks[2:]], [A, B, *points("two", "one")])
    assert texts(blocks) == ["Bee.", "Ay.", "two", "one."]


def test_a_rewritten_point_whose_record_words_changed_is_proposed_the_new_ones():
    blocks = merge([], points("one", "two"))
    blocks[0].text, blocks[0].state = "one, hers", "edited"
    merged = merge(blocks, points("one and a half", "two"))
    assert [(block.text, block.proposed) for block in merged] == [("one, hers", "one and a half"), ("two.", None)]


def test_two_paragraphs_she_joined_are_not_told_twice():
    first, second = merge([], [A, B])
    first.text, first.state, first.sources = "Ay and Bee.", "edited", ["o1", "o2"]
    (joined,) = merge([first], [A, B])
    assert (joined.text, joined.proposed) == ("Ay and Bee.", "Ay. Bee.")
    assert dumped(merge([joined], [A, B])) == dumped([joined])
    assert second.text == "Bee."


def test_a_rewritten_paragraph_is_found_again_when_its_outcome_moves():
    blocks = merge([], [A, B])
    blocks[0].text, blocks[0].state = "Hers.", "edited"
    merged = merge(blocks, [B, para("item:z", "Ay, elsewhere.", "o1")])
    assert [(block.text, block.proposed) for block in merged] == [("Bee.", None), ("Hers.", "Ay, elsewhere.")]


def test_another_style_makes_numbered_paragraphs_of_the_same_blocks():
    blocks = merge([], [A])
    blocks[0].text, blocks[0].state = "Hers.", "edited"
    (block,) = merge(blocks, [Draft("numbered", "Ay.", ["o1"], "item:a")])
    assert (block.kind, block.text, block.proposed) == ("numbered", "Hers.", None)


@pytest.mark.parametrize(
    ("text", "state", "sources", "expected"),
    [
        ("Ay.", "record", ["o1"], ("Ay.", "record", None)),
        ("Ay.", None, [], ("Ay.", "record", None)),
        ("Old.", "record", ["o1"], ("Ay.", "record", None)),
        ("Hers.", "edited", ["o1"], ("Hers.", "edited", None)),
        ("Whose?", None, ["o1"], ("Whose?", "edited", None)),
    ],
)
def test_blocks_from_a_file_are_known_by_words_and_sources(text, state, sources, expected):
    block = Block(statement_id=1, kind="paragraph", text=text, state=state, sources=sources)
    (merged,) = merge([block], [A])
    assert (merged.text, merged.state, merged.proposed) == expected
    assert dumped(merge([merged], [A])) == dumped([merged])


def test_what_came_with_a_file_and_fits_nothing_is_kept_as_her_own():
    strange = Block(statement_id=1, kind="paragraph", text="From elsewhere.", state="record", sources=[])
    merged = merge([strange], [A])
    assert [(block.text, block.state) for block in merged] == [("From elsewhere.", "own"), ("Ay.", "record")]


def test_states_are_told_for_what_both_changed_and_for_what_lost_its_source(sample):
    block = Block(statement_id=1, kind="paragraph", text="Hers.", sources=["o2"], state="edited", composed="Its.")
    assert states_of([block], sample) == ["edited"]
    block.proposed = "News."
    assert states_of([block], sample) == ["both changed"]
    next(one for one in sample.outcomes if one.handle == "o2").public = False
    assert states_of([block], sample) == ["source gone"]
    block.state = "own"
    assert states_of([block], sample) == ["own"]


def test_words_of_an_item_that_came_under_a_restricted_one_have_lost_their_source(sample):
    item = next(one for one in sample.agenda if one.parent_id is not None)
    hers = Block(statement_id=1, kind="heading", text="Hers.", sources=[item.handle], state="edited", composed="Its.")
    assert states_of([hers], sample) == ["edited"]
    next(one for one in sample.agenda if one.id == item.parent_id).restricted = True
    assert states_of([hers], sample) == ["source gone"]

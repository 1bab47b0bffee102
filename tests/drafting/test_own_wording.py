"""A body's own wording as the text of a wording file."""

from __future__ import annotations

import tomllib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bali_desk.domain.errors import DeskError
from bali_desk.drafting.compose import compose
from bali_desk.drafting.own_wording import own_frames, with_frame, with_profile, written
from bali_desk.drafting.wording import load_style
from bali_desk.drafting.wording_file import WORDING

words = st.text(st.characters(blacklist_categories=["Cs"]), max_size=20)


@given(st.lists(words, max_size=3), st.lists(words, max_size=3))
def test_what_is_written_is_read_back(one, other):
    text = with_frame(with_frame("", "opening", one), "thanks", other)
    frames = tomllib.loads(text)["frames"]
    assert [frames["opening"]] == [one[0] if len(one) == 1 else one]
    assert own_frames(text) == {"opening", "thanks"}
    assert own_frames(with_frame(text, "opening", None)) == {"thanks"}


def test_a_whole_file_may_stand_in_place_of_the_shipped_one(sample):
    """And loses no key when one frame of it is edited."""
    own = (WORDING / "decisions.toml").read_text(encoding="utf-8")
    assert compose(sample, load_style("bali-process", own=own)) == compose(sample, load_style("decisions"))
    edited = with_profile(with_frame(own, "title", ["Report"]), "asean")
    assert tomllib.loads(edited) == tomllib.loads(own) | {
        "profile": "asean",
        "frames": tomllib.loads(own)["frames"] | {"title": "Report"},
    }
    assert compose(sample, load_style("bali-process", own=edited))[0].text == "Report"


def test_what_it_does_not_say_stays_as_shipped(sample):
    sample.wording = with_frame("", "title", ["Our Report"])
    drafts = compose(sample)
    assert [one.text for one in drafts] == ["Our Report", *(one.text for one in compose(sample, load_style()))][:1] + [
        one.text for one in compose(sample, load_style())
    ][1:]


def test_an_empty_wording_is_no_text():
    assert written({"frames": {}}) == ""
    assert with_profile(with_profile("", "un"), None) == ""


@pytest.mark.parametrize(
    ("own", "told"),
    [
        ("x = = 1", "The wording of this body cannot be read"),
        ('[frames]\nopening = "{x}"', "The wording of this body: frames.opening names {x}, which does not exist"),
        ('frames = "x"', "The wording of this body: frames must be a table"),
        ('profile = "none"', "The wording of this body: profile names “none”"),
        ("[rules]\njoin_up_to = true", "The wording of this body: rules.join_up_to must be a number"),
    ],
)
def test_a_fault_says_whose_wording_it_is_in(own, told):
    with pytest.raises(DeskError) as caught:
        load_style(own=own)
    assert str(caught.value).startswith(told)

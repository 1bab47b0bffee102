"""Which outcomes stand in the register, and how each is told in one line."""

import pytest

from bali_desk.domain.errors import DeskError
from bali_desk.drafting.decisions import Register, register_line
from bali_desk.drafting.verbs import Ladder, Verb
from bali_desk.drafting.wording import WORDING, load_verbs


@pytest.mark.parametrize(
    ("verb", "carries", "holds"),
    [
        ("adopted", {}, True),
        ("also agreed to", {}, True),
        ("strongly recommended", {}, True),
        ("requested", {}, True),
        ("encouraged", {}, False),
        ("noted", {}, False),
        ("frobnicated", {}, False),
        ("", {}, False),
        (None, {}, False),
        ("noted", {"number": "4/2"}, True),
        ("noted", {"fulfils": ["w1"]}, True),
        ("received", {"fulfils": ["w1"]}, False),
        ("heard from", {"fulfils": ["w1"]}, False),
        ("received", {"fulfils": ["w1"], "number": "4/2"}, True),
        ("heard", {"fulfils": ["w1"], "recommended_to": {"body": "SOM", "when": None}}, True),
        ("noted", {"recommended_to": {"body": "SOM", "when": None}}, True),
        ("noted", {"recommended_to": {"body": None, "when": "late 2017"}}, True),
        ("noted", {"recommended_to": {"body": None, "when": None}}, False),
        (None, {"number": "4/2"}, True),
    ],
)
def test_a_strong_verb_or_what_only_decisions_carry_makes_a_decision(verb, carries, holds):
    assert Register(load_verbs()).holds(verb, **carries) is holds


def test_the_house_says_in_its_file_from_which_strength_on(tmp_path):
    ladder = load_verbs()
    text = (WORDING / "verbs.toml").read_text(encoding="utf-8")
    (tmp_path / "verbs.toml").write_text(text.replace("register_from = 7", "register_from = 8"), encoding="utf-8")
    assert Register(ladder).holds("recommended")
    assert not Register(load_verbs(tmp_path)).holds("recommended")
    (tmp_path / "verbs.toml").write_text(text.replace("register_from = 7", ""), encoding="utf-8")
    assert load_verbs(tmp_path).register_from == 7, "a file of before has the threshold that was"
    (tmp_path / "verbs.toml").write_text(text.replace("register_from = 7", "register_from = 12"), encoding="utf-8")
    with pytest.raises(DeskError, match="register_from must be from 0 to 9"):
        load_verbs(tmp_path)


def test_each_verb_is_looked_up_once():
    asked = []

    class Listening(Ladder):
        def find(self, phrase):
            asked.append(phrase)
            return super().find(phrase)

    register = Register(Listening((Verb("agreed", 8, "decision", "", None),), {}, {}, ()))
    assert [register.holds("agreed") for _ in range(3)] == [True] * 3
    assert asked == ["agreed"]


@pytest.mark.parametrize(
    ("parts", "line"),
    [
        (("Members", "agreed", "that it is so"), "Members agreed that it is so."),
        (("Members", "agreed", "that it is so. "), "Members agreed that it is so."),
        (("Members", "noted", "*Following the Money*"), "Members noted Following the Money."),
        (("Members", "noted", r"2 \* 3"), "Members noted 2 * 3."),
        (("Members", "agreed on", "two things:", ["one;", "two."]), "Members agreed on two things: one; two."),
        (("Members", "agreed on", None, ["one"]), "Members agreed on: one."),
        ((None, None, "Is it?"), "Is it?"),
        ((None, None, None, ["one"]), "one."),
        ((None, None, None, ["", " "]), ""),
        (("", "", ""), ""),
    ],
)
def test_an_outcome_is_told_in_one_line(parts, line):
    assert register_line(*parts) == line

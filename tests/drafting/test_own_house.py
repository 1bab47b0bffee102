"""The rules of house in a body's own wording: written, read back, taken away, and put before those of the profile."""

from __future__ import annotations

import tomllib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bali_desk.domain.errors import DeskError
from bali_desk.drafting.checks import check_text
from bali_desk.drafting.checks.data import Data
from bali_desk.drafting.checks.house_rules import house_rules, shipped_choices
from bali_desk.drafting.compose import compose
from bali_desk.drafting.own_house import (
    own_choices,
    own_rules,
    with_quotes,
    with_rules,
    with_spelling,
    with_term,
    without_rules,
    without_terms,
)
from bali_desk.drafting.own_wording import with_profile, with_value, written
from bali_desk.drafting.wording import load_style

words = st.text(st.characters(blacklist_categories=["Cs"]), max_size=12)
values = st.recursive(
    st.one_of(words, st.booleans(), st.integers(-9, 9), st.lists(words, max_size=2)),
    lambda within: st.dictionaries(words, within, min_size=1, max_size=3),
    max_leaves=8,
)
ENDINGS = ("-ise", "-ize")
PROGRAM = ("programme", "program")


@given(st.dictionaries(words, values, max_size=4))
def test_tables_in_tables_are_written_and_read_back_whatever_they_are_called(held):
    assert tomllib.loads(written(held)) == held


@given(words, words, words)
def test_a_value_deep_in_a_text_comes_and_goes_without_a_trace(table, key, value):
    text = with_value('about = "x"\n', (table, "in it", key), value) if table != "about" else ""
    if text:
        assert tomllib.loads(text)[table]["in it"] == {key: value}
        assert with_value(text, (table, "in it", key), None) == 'about = "x"\n'


def test_a_list_of_tables_is_not_lost():
    held = {"pair": [{"say": "x", "needs": ["y"]}, {"say": "z"}], "frames": {"title": "T"}}
    assert tomllib.loads(written(held)) == held


def test_a_rule_goes_before_the_profile_whichever_is_followed():
    own = with_rules("", {"words_up_to": 4, "per_cent": ""})
    assert own_rules(own) == {"words_up_to", "per_cent"}
    for profile in ("un", "asean"):
        house = load_style(own=with_profile(own, profile)).house
        assert (house.words_up_to, house.per_cent) == (4, "")
        assert house.apostrophe == "’"
    assert with_rules(own, {"words_up_to": None, "per_cent": None}) == ""


def test_what_the_checks_ask_is_the_profile_s_where_the_body_says_nothing_of_it():
    data = Data()
    shipped = shipped_choices("australian", data)
    own = with_spelling(with_quotes("", "single"), "program", PROGRAM, "programme")
    own = with_spelling(own, "-ise", ENDINGS, "")
    own = with_term(with_term(own, "Chairman", ""), "stakeholders", "those concerned")
    rules = house_rules("australian", data, load_style(own=own))
    assert rules.quotes == "single"
    assert "programme" in rules.spellings
    assert not {"program", "-ise", "-ize"} & set(rules.spellings)
    assert set(shipped.spellings) - set(rules.spellings) == {"program", "-ise"}
    assert rules.terms == {"in order to": "to", "utilise": "use", "stakeholders": "those concerned"}
    assert house_rules("australian", data).spellings == shipped.spellings


def test_each_choice_goes_back_and_leaves_no_trace():
    own = with_spelling("", "program", PROGRAM, "programme")
    own = with_spelling(own, "program", PROGRAM, "program")
    assert own_choices(own).spellings == ("program",)
    own = with_spelling(own, "program", PROGRAM, "")
    assert (own_choices(own).spellings, own_choices(own).either) == ((), ("program",))
    assert with_spelling(own, "program", PROGRAM, None) == ""
    own = with_term(with_term("", "chairman", "Chair"), "Chairman", "chair")
    assert own_choices(own).terms == {"Chairman": "chair"}
    assert with_term(own, "CHAIRMAN", None) == without_terms(own) == ""
    own = with_rules(with_quotes('profile = "un"\n', ""), {"acronym_from": 0})
    assert without_rules(own) == 'profile = "un"\n'


def test_an_own_rule_is_what_a_check_goes_by(sample):
    text = "The programme covers 20 per cent of members. Stakeholders agreed."
    sample.wording = with_term(with_rules("", {"per_cent": " per cent"}), "stakeholders", "those concerned")

    def found(own_rules):
        only = ["spelling-variant", "number-style", "term-variant"]
        return {
            (one.check, one.fix)
            for one in check_text(text, sample, None, None, "australian", only, own_rules=own_rules)
        }

    assert found(own_rules=False) == {("spelling-variant", "program"), ("number-style", "20%")}
    assert found(own_rules=True) == {("spelling-variant", "program"), ("term-variant", "Those concerned")}


def test_an_own_rule_is_what_is_composed(sample):
    sample.wording = with_rules("", {"words_up_to": 0, "point_end": ";", "point_end_before_last": "; and"})
    texts = [one.text for one in compose(sample)]
    assert sum("completes 1 action" in text for text in texts) == 2
    assert sum(text.endswith("; and") for text in texts) == 1


@pytest.mark.parametrize(
    ("own", "told"),
    [
        ('checks = "x"', "The wording of this body: checks must be a table"),
        ('[checks]\nquotes = "curly"', "The wording of this body: checks.quotes must be “” or “double” or “single”"),
        ("[checks.terms]\nchairman = 1", "The wording of this body: checks.terms.chairman must be words in quotes"),
        ('[checks]\nspellings = "-ise"', "The wording of this body: checks.spellings must be a list"),
        ('[house]\nwords_up_to = "x"', "The wording of this body: house.words_up_to must be a number"),
    ],
)
def test_a_table_that_cannot_be_read_is_told(own, told):
    with pytest.raises(DeskError) as caught:
        load_style(own=own)
    assert str(caught.value).startswith(told)

"""How sentences become prose: days, series, pronouns, order, and nothing said twice."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest

from bali_desk.domain.models import Action, Member, Outcome
from bali_desk.drafting.compose import compose
from bali_desk.drafting.days import days_in_text, days_in_title
from bali_desk.drafting.facts import series, spoken_name
from bali_desk.drafting.house import set_in_house_style
from bali_desk.drafting.masking import pattern_of
from bali_desk.drafting.series import taken_apart
from bali_desk.drafting.wording import load_style

MAY_26, MAY_27, MAY_30 = (dt.date(2017, 5, day) for day in (26, 27, 30))
JUNE_1 = dt.date(2017, 6, 1)


def ruled(name="bali-process", **rules):
    """A style with these rules changed."""
    style = load_style(name)
    return replace(style, rules=replace(style.rules, **rules))


def saying(sample, *said):
    """The sample with these outcomes alone: subject, verb and matter each, under one item."""
    sample.outcomes = [
        Outcome(id=n, meeting_id=1, handle=f"o{n}", agenda_item_id=sample.agenda[1].id, subject=s, verb=v, text=t)
        for n, (s, v, t) in enumerate(said, start=1)
    ]
    sample.actions = []
    return sample


def told(record, style):
    return " ".join(one.text for one in compose(record, style) if one.slot.startswith(("item:", "outcome:")))


@pytest.mark.parametrize(
    ("profile", "end", "title", "text"),
    [
        ("australian", None, "26 May 2017", "on 26 May 2017"),
        ("australian", MAY_27, "26–27 May 2017", "on 26 and 27 May 2017"),
        ("australian", MAY_30, "26–30 May 2017", "from 26 to 30 May 2017"),
        ("un", MAY_27, "26 and 27 May 2017", "on 26 and 27 May 2017"),
        ("un", JUNE_1, "26 May – 1 June 2017", "from 26 May to 1 June 2017"),
        ("asean", dt.date(2018, 1, 2), "26 May 2017 – 2 January 2018", "from 26 May 2017 to 2 January 2018"),
        ("un", dt.date(2017, 5, 1), "26 May 2017", "on 26 May 2017"),
    ],
)
def test_days_are_written_as_the_house_writes_them(profile, end, title, text):
    house = load_style(profile=profile).house
    assert (days_in_title(MAY_26, end, house), days_in_text(MAY_26, end, house)) == (title, text)


@pytest.mark.parametrize(
    ("names", "expected"),
    [
        (["A"], "A"),
        (["A", "B"], "A and B"),
        (["A", "B", "C"], "A, B and C"),
        (["A and B", "C"], "A and B and C"),
        (["A and B", "C", "D"], "A and B, C, and D"),
        (["A, of B", "C"], "A, of B; and C"),
        ([], ""),
    ],
)
def test_names_in_a_row_can_be_told_apart(style, names, expected):
    assert series(names, style.words) == expected


@pytest.mark.parametrize(
    ("profile", "typed", "expected"),
    [
        ("un", "from 2015–17 and 1999–2001, 4–5 June", "from 2015-17 and 1999-2001, 4–5 June"),
        ("australian", "from 2015-17", "from 2015–17"),
        ("australian", "2018-05-03, 2018-16, TIPWG/2015-17, 555-2015-17", None),
        ("australian", "*Plan 2015-17* and “2015-17” and Forward Work Plan 2015-17", None),
        ("un", "12% of 30 % and 5 percent", "12 per cent of 30 per cent and 5 per cent"),
        ("australian", "12 per cent", "12%"),
        ("un", "*12% more* of %", None),
        ("un", "the RSO's", "the RSO’s"),
    ],
)  # fmt: skip
def test_figures_are_set_as_the_house_sets_them(profile, typed, expected):
    names = pattern_of(["Forward Work Plan 2015-17"])
    assert set_in_house_style(typed, load_style(profile=profile).house, names) == (
        typed if expected is None else expected
    )


def test_a_house_may_name_countries_officially(sample):
    style = load_style()
    style = replace(style, house=replace(style.house, countries="official"))
    sample.members = [Member(body_id=1, name="Indonesia", official_name="Republic of Indonesia")]
    said = " ".join(one.text for one in compose(sample, style))
    assert "Co-chaired by the Ministry of Foreign Affairs of the Republic of Indonesia and" in said
    assert "the Government of the Republic of Indonesia for its" in said
    assert spoken_name("indonesia", sample, load_style()) == "Indonesia"


@pytest.mark.parametrize(
    ("text", "least", "expected"),
    [
        ("three aims: a; b; and c", 3, ("three aims", ["a", "b", "c"])),
        ("three aims: a; b; and c", 4, None),
        ("three aims: a; b; and c", 0, None),
        ("aims: a; b; c. It is new", 3, None),
        ("“x: a; b; c” of d", 3, None),
        ("aims: a: b; c; d", 3, None),
        ("a; b; c; d", 3, None),
        ("aims: a; ; c", 3, None),
    ],
)
def test_a_long_series_is_taken_apart(style, text, least, expected):
    assert taken_apart(text, least, style.words) == expected


def test_a_long_series_becomes_a_list_where_the_style_wants_it(sample):
    record = saying(sample, ("Members", "noted", "four needs: data; intelligence; cooperation; and time"))
    drafts = compose(record, ruled(series_from=4))
    assert [one.text for one in drafts if one.slot.startswith("outcome:")] == [
        "Members noted four needs:", "data", "intelligence", "cooperation", "time.",
    ]  # fmt: skip
    assert "needs: data; intelligence; cooperation; and time." in told(record, ruled(series_from=5))


def test_few_points_stand_in_the_sentence(sample):
    record = saying(sample, ("Members", "agreed on", "these aims"))
    record.outcomes[0].points = ["one;", "and two."]
    assert told(record, ruled(list_from=3)) == "Members agreed on these aims: one and two."
    record.outcomes[0].points = ["all of it"]
    assert told(record, ruled()) == "Members agreed on these aims: all of it."


def test_a_subject_is_taken_up_by_a_pronoun_where_nobody_else_can_be_meant(sample):
    record = saying(
        sample,
        ("Members", "discussed", "the draft at length"),
        ("Members", "noted", "its cost of several million dollars over the coming decade and the risks in that"),
        ("Members", "underlined", "that the draft must be short, plain, and in use before the end of the coming year"),
        ("The Co-Chairs", "proposed", "comments in writing on every page of the draft before the end of June 2017"),
        ("The Co-Chairs", "thanked", "the translators of the draft for their speed and care with a difficult text"),
    )
    first, second, third, fourth, fifth = told(record, ruled(join_up_to=0)).removesuffix(".").split(". ")
    assert first == "Members discussed the draft at length"
    assert second.startswith("They also noted its cost")
    assert third.startswith("Members underlined")  # one in a row, then the name again
    assert fourth.startswith("The Co-Chairs proposed")
    assert fifth.startswith("They thanked the translators")
    assert "They" not in told(record, ruled(join_up_to=0, pronouns_in_a_row=0))
    assert told(record, ruled(join_up_to=0, pronouns_in_a_row=2)).count("They") == 3


@pytest.mark.parametrize(
    ("before", "verb", "text"),
    [
        ("the offer of Thailand", "noted", "the date"),  # Thailand might have noted it
        ("the experts", "noted", "the date"),
        ("Ms Halloran", "noted", "the date"),
        ("the lead of Orathai Srisuwan", "noted", "the date"),
        ("a text of the drafters", "noted", "the date"),
        ("a draft. It was long", "noted", "the date"),
        ("the draft", "agreed to", "meet again"),  # what binds has its subject
        ("the draft", "noted", "that they had met"),
    ],
)
def test_a_pronoun_that_might_be_misread_is_not_said(sample, before, verb, text):
    record = saying(sample, ("Members", "discussed", before), ("Members", verb, text))
    assert "They" not in told(record, ruled(join_up_to=0))


def test_the_meeting_is_it(sample):
    record = saying(sample, ("The Meeting", "discussed", "the draft"), ("The Meeting", "welcomed", "the date"))
    assert told(record, ruled(join_up_to=0)) == "The Meeting discussed the draft. It also welcomed the date."


def test_outcomes_may_be_told_by_the_weight_of_their_verbs(sample):
    record = saying(sample, ("Members", "noted", "a"), ("Members", "adopted", "b"), ("Members", "welcomed", "c"))
    first = told(record, ruled("numbered", order="strongest first"))
    assert first == "Members adopted b. Members welcomed c. Members also noted a."
    last = told(record, ruled("numbered", order="strongest last"))
    assert last == "Members noted a. Members also welcomed c. Members adopted b."


def test_what_is_said_twice_is_told_once_and_both_outcomes_stand_behind_it(sample):
    record = saying(
        sample, ("Members", "noted", "the date"), ("members", "Noted", "the  date."), ("Members", "noted", "the time")
    )
    (draft,) = (one for one in compose(record, ruled("numbered")) if one.sources and one.slot.startswith("item:"))
    assert draft.text == "Members noted the date. Members also noted the time."
    assert draft.sources == ["o1", "o2", "o3"]
    assert told(record, ruled("numbered", say_once=False)).count("the date") == 2


def test_a_promise_and_its_action_are_told_once_with_the_date(sample):
    record = saying(sample, ("The Co-Chairs", "will", "circulate the plan"))
    record.actions = [
        Action(
            id=1, meeting_id=1, outcome_id=1, owner="Co-Chairs", text="circulate the plan", due=JUNE_1, status="open"
        )
    ]
    said = " ".join(one.text for one in compose(record, ruled()))
    assert said.count("circulate the plan") == 1
    assert "The Co-Chairs will circulate the plan by 1 June 2017." in said
    assert " ".join(one.text for one in compose(record, ruled(say_once=False))).count("circulate the plan") == 2


def test_decisions_stand_apart_with_their_numbers(sample):
    record = saying(sample, ("Members", "adopted", "b"), ("Members", "noted", "a"), ("Members", "agreed on", "aims"))
    record.outcomes[2].points = ["one", "two"]
    drafts = [
        one.text for one in compose(record, load_style("decisions")) if one.slot.startswith(("item:", "outcome:"))
    ]
    assert drafts == [
        "Members noted a.", "**Decision 1:** Members adopted b.", "**Decision 2:** Members agreed on aims:",
        "one", "two",
    ]  # fmt: skip
    record.outcomes[0].number = "TIPWG/3/D1"
    drafts = [one.text for one in compose(record, load_style("decisions")) if one.slot.startswith("outcome:")]
    assert drafts[:2] == ["**Decision TIPWG/3/D1:** Members adopted b.", "**Decision:** Members agreed on aims:"]

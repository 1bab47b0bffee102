"""What fresh statements taught the checks: each a way in which a check spoke or was silent where it should not."""

from __future__ import annotations

from copy import deepcopy

import pytest
from checks_tables.judging import draft_of

from bali_desk.drafting.checks import check_text


def test_the_next_meeting_of_another_body_is_not_ours(told):
    other = "The Council reports to the Seventh Meeting of Northern Transport Ministers, to be held in Oslo in May."
    its = "The plan goes to the Conference of Nordic Mayors at its fifteenth session, to be held in Oslo in May 2023."
    assert told("next-meeting-mismatch", f"{other}\n\n{its}", "ice") == []


def test_an_offer_to_hold_the_next_meeting_is_compared_with_the_record(told):
    text = "The Council accepted the invitation of Finland to hold the fifteenth meeting in Rovaniemi in May 2024."
    assert told("next-meeting-mismatch", text, "ice") == ["May 2024"]


def test_a_dialogue_is_a_meeting_that_may_come_next(told):
    text = (
        "# Chair’s Summary\n\nWe met in Bishkek on 18 September 2024, with twelve participants.\n\n"
        "We thanked everybody.\n\nWe accepted the offer of Tajikistan to host the sixth dialogue in September 2025."
    )
    assert told("part-missing", text) == []


def test_a_verb_is_compared_where_more_is_told_after_which(told):
    text = (
        "Members endorsed progress on the Handbook on Digital Evidence, which is being drafted by India with the help "
        "of several offices, two universities and a foundation, and which prosecutors asked for."
    )
    assert told("decision-verb", text, "fraud") == ["Members endorsed"]


def test_an_action_is_compared_where_its_text_goes_by_its_short_name(told):
    assert "30 October 2019" in told("action-mismatch", "Fiji will print the Guide by 30 October 2019.", "seeds")


def test_an_action_is_looked_for_where_it_is_done_and_not_where_its_matter_is_told_first(told):
    text = (
        "Members agreed to establish a small group on support for victims. "
        "{} will convene the small group by 31 October 2022."
    )
    assert told("action-mismatch", text.format("New Zealand"), "fraud") == []
    assert told("action-mismatch", text.format("Australia"), "fraud") == ["Australia"]


def test_the_second_verb_of_a_sentence_that_the_record_bears_out_needs_no_outcome_of_its_own(told):
    text = "Members adopted the Work Plan 2019–21, and agreed on three priorities: seed banks, tests and young farmers."
    assert told("sentence-unsourced", text, "seeds") == []


def test_an_apostrophe_makes_no_other_title(told):
    assert told("person-title", "Dato’ Rashid Hamdan and Dato' Rashid Hamdan spoke.", "fraud") == []


def test_an_organisation_with_another_s_or_z_than_the_register_has_is_told(told):
    assert told("name-variant", "Food and Agriculture Organisation staff came.", "seeds") == [
        "Food and Agriculture Organisation"
    ]


def test_participants_without_a_capital_are_an_actor(told):
    text = (
        "We met in Bishkek.\n\nWe welcomed the report and we thanked the observers.\n\nWe noted the loss.\n\n"
        "The participants commended the School."
    )
    assert told("voice-mix", text) == ["participants commended"]


def test_what_the_secretariat_has_approved_goes_too_far_as_what_it_approved(told):
    assert told("verb-actor", "The Secretariat has approved the accounts.") == ["Secretariat has approved"]
    assert told("verb-actor", "Fiji has adopted a law on seeds.", "seeds") == []


def test_our_thanks_are_expressed_as_theirs_are(told):
    assert told("verb-object", "We noted our sincere thanks to the host.")


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("Members looked forward to the results, and to see more Members take part.", True),
        ("Members looked forward to the results and to seeing more Members take part.", False),
        ("Members looked forward to the chance to meet and to see the gardens.", False),
    ],
)
def test_the_second_thing_looked_forward_to_takes_ing_too(told, text, wrong):
    assert bool(told("verb-object", text)) is wrong


@pytest.mark.parametrize(
    "text",
    [
        "Dr Amara Sen’s book was quoted by two delegations.",
        "A study by Professor Ines Lund was read.",
        "Members discussed the findings on taro by Dr Amara Sen.",
    ],
)
def test_who_has_written_what_is_quoted_need_not_have_come(told, text):
    assert told("person-unknown", text, "seeds") == []


def test_who_spoke_must_have_come_though_she_wrote_a_book(told):
    assert told("person-unknown", "Dr Amara Sen presented a book.", "seeds") == ["Dr Amara Sen"]


def test_a_point_after_will_is_a_verb(told):
    points = "Members will:\n\n- warn the public\n\n- share alerts\n\n- supporting victims"
    assert told("list-parallel", points) == ["supporting"]


def test_an_exchange_of_staff_is_a_noun_among_nouns(told):
    points = (
        "The plan has parts:\n\n- security of rooms\n\n- photographs\n\n- to research origins\n\n- exchange of staff"
    )
    assert told("list-parallel", points) == ["to"]


def test_chairs_thanked_for_their_work_are_no_other_body_s(told):
    text = "In Brisbane the Co-Chairs spoke. Members thanked the co-chairs for their leadership."
    assert told("case-variant", text) == ["co-chairs"]


@pytest.mark.parametrize(
    "text",
    [
        "Members decided that planting material tested for leaf blight would be shared.",
        "Members agreed on sharing planting material that had been tested for blight of the leaf.",
    ],
)
def test_a_decision_in_other_words_is_told(judge, text):
    found = check_text(draft_of(text), judge.record("seeds"), only=["decision-missing"])
    assert not any("exchange planting material" in one.other for one in found)


def test_a_text_endorsed_by_its_short_name_is_told_and_one_only_spoken_of_is_not(judge):
    def missing(text):
        found = check_text(draft_of(text), judge.record("seeds"), only=["decision-missing"])
        return any("Guide to Island" in one.other for one in found)

    assert not missing("Members endorsed the Guide.")
    assert missing("Fiji introduced the Guide.")


def test_an_acronym_that_is_not_used_is_only_told_when_asked_for():
    text = draft_of("Members thanked the Maritime Training Institute of the Pacific (MTIP) for its courses.")
    assert "acronym-unused" not in {one.check for one in check_text(text)}
    assert [one.quote for one in check_text(text, only=["acronym-unused"])] == ["(MTIP)"]


def test_who_prepared_a_text_need_not_stand_where_it_is_endorsed(told):
    assert told("decision-verb", "Delegates noted the Harbour Safety Manual.", "ports") == ["Delegates noted"]
    assert told("decision-verb", "Delegates endorsed the Harbour Safety Manual.", "ports") == []


def test_agreed_to_recommend_is_what_the_record_has_in_two_columns(told):
    text = (
        "Delegates agreed to recommend the Strategy 2025–2029 for adoption at the Sixth Isthmus Conference of Maritime "
        "Ministers, to be held in San Salvador in March 2025."
    )
    assert told("decision-verb", text, "ports") == []


def test_a_request_that_is_not_told_is_a_warning_and_a_decision_an_error(judge):
    found = check_text(draft_of("Delegates met in Panama City."), judge.record("ports"), only=["decision-missing"])
    severity = {one.other.split(" ")[3]: one.severity for one in found}
    assert (severity["requested"], severity["endorsed"]) == ("warning", "error")
    assert "A request" in next(one.why for one in found if one.severity == "warning")


@pytest.mark.parametrize(
    "text",
    [
        "They promise {} things: a strip of wild flowers on each road, no mowing till June, and a hive at each school.",
        "They promise {} things: flowers, rest, and hives.",
    ],
)
def test_a_series_of_long_things_is_counted(told, text):
    assert told("stated-number", text.format("four")) == ["four things"]
    assert told("stated-number", text.format("three")) == []


def test_a_series_with_clauses_in_it_is_not_counted(told):
    text = "Two things matter: the road, which is long, the river, and the bridge that joins them."
    assert told("stated-number", text) == []


def test_a_sentence_that_shares_only_the_names_does_not_tell_a_decision(judge):
    def told(text):
        found = check_text(draft_of(text), judge.record("ports"), only=["decision-missing"])
        return not any("Belize to open" in one.other for one in found)

    assert not told("Ms Shanelle Gillett of Belize presented the Register of Landing Sites.")
    assert told("Belize was asked to open the Register of Landing Sites to cooperatives.")


def test_a_word_of_a_name_is_no_place_that_was_left_from_the_last_statement(judge):
    record = deepcopy(judge.record("mekong"))
    record.body.name = "Working Group on Trafficking in Persons"
    last = draft_of(
        "# Statement\n\nThe Working Group on Trafficking in Persons met in Jakarta, Indonesia, on 2 May 2018.\n\n"
        "Members thanked the Government of Indonesia for its hospitality."
    )
    now = draft_of(
        "The Working Group on Trafficking in Persons was co-chaired by Indonesia.\n\n"
        "The Meeting was held in Jakarta, Indonesia."
    )
    told = check_text(now, record, record.meeting.end, last, only=["previous-residue"])
    assert [one.quote for one in told] == ["Jakarta, Indonesia"]


def test_an_earlier_meeting_of_a_higher_body_has_a_date_of_its_own(judge):
    record = deepcopy(judge.record("mekong"))
    record.outcomes[0].recommended_to = {"body": "Council of Seniors", "when": "late 2020"}
    text = (
        "Members noted the Council of Seniors, held in November 2018.\n\n"
        "Members sent the plan to the Council of Seniors to extend it to 2023.\n\n"
        "Members noted that the Councils of Seniorsville met in May 2030.\n\n"
        "Members sent the plan to the Council of Seniors, to be held in May 2021."
    )
    told = check_text(draft_of(text), record, record.meeting.end, only=["date-mismatch"])
    assert [one.quote for one in told] == ["May 2021"]


def test_what_all_agree_to_do_may_be_the_task_of_one(judge):
    record = deepcopy(judge.record("mekong"))
    action = record.actions[0]
    action.text, action.owner, action.due = "hold a webinar on river levels", "Thailand", None
    text = "Members agreed to hold a webinar on river levels.\n\nMyanmar will hold a webinar on river levels."
    told = check_text(draft_of(text), record, record.meeting.end, only=["action-mismatch"])
    assert "Members" not in [one.quote for one in told]


def test_actions_carried_over_from_earlier_meetings_need_not_be_told_again(judge):
    record = deepcopy(judge.record("mekong"))
    record.actions = record.actions[:1]
    record.actions[0].text = "paint the bridges of every village blue"
    of_today = check_text(draft_of("Members met."), record, record.meeting.end, only=["action-mismatch"])
    record.actions[0].outcome_id = None
    carried = check_text(draft_of("Members met."), record, record.meeting.end, only=["action-mismatch"])
    assert carried == []
    assert of_today == [] or of_today[0].check == "action-mismatch"


@pytest.mark.parametrize(
    ("text", "quotes"),
    [
        ("# Bali, 26 25 2017", ["26 25 2017"]),
        ("The plan has 12 15 2017-series items.", []),
        ("Members noted 26 May 2017.", []),
    ],
)
def test_a_day_without_its_month_is_no_date(told, text, quotes):
    assert told("impossible-date", text) == quotes

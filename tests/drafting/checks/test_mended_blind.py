"""What the blind round taught the checks, in sentences of no table: the rules, and not the texts that showed them."""

from __future__ import annotations

from copy import deepcopy

import pytest
from checks_tables.judging import draft_of

from bali_desk.drafting.checks import DraftText, check_text
from bali_desk.drafting.compose import compose
from bali_desk.drafting.wording import load_style

WRONG = [
    # persons
    ("person-unknown", "steppe", "Colonel Ruslan Abenov presented the figures.", "Colonel Ruslan Abenov"),
    ("person-variant", "longline", "Dr Lucille Hampton replied.", "Lucille Hampton"),
    ("person-title", "readiness", "Mr Hemi Parata-Wood of the Disaster Office spoke.", "Disaster Office"),
    # the record's own main actor, and actors beside Members
    ("decision-verb", "longline", "Officials noted the Minimum Standard for Electronic Monitoring.", "Officials noted"),
    ("decision-verb", "finance", "Partners noted the Guide to Accreditation.", "Partners noted"),
    (
        "decision-verb",
        "floats",
        "The status report of France on the Deep Float Array was endorsed by the Panel.",
        "endorsed",
    ),
    ("sentence-unsourced", "floats", "The Panel decided to buy a ship.", "The Panel decided to buy a ship."),
    ("sentence-unsourced", "floats", "It was agreed to buy a ship.", "It was agreed to buy a ship."),
    ("tense-mix", None, "Partners adopted it. Partners noted the plan. Partners note the guide.", "Partners note"),
    ("verb-object", None, "The Network discussed about fees.", "discussed about fees."),
    ("actor-variant", None, "The Panel noted it. The Panel adopted it. The Committee endorsed it.", "Committee"),
    ("case-variant", None, "The Network noted it. The Network adopted it. Then the network approved it.", "network"),
    # the meeting's own facts
    (
        "date-mismatch",
        "readiness",
        "The third annual meeting of the RWGDR was held on 28 and 29 March 2022.",
        "28 and 29 March 2022",
    ),
    (
        "date-mismatch",
        "steppe",
        "The fifth meeting of the Forum opened on 3 May 2023 and closed the day after.",
        "3 May 2023",
    ),
    ("place-mismatch", "floats", "# Summary\n\n# Bergen, Norway, 24–26 November 2020", "Bergen, Norway"),
    ("ordinal-mismatch", "outbreaks", "The Working Group will hold its eighth session in Dodoma.", "eighth"),
    ("chair-mismatch", "transit", "Indonesia and Malaysia shared the chair.", "Indonesia"),
    ("count-mismatch", "floats", "All 11 members attended the session.", "11 members"),
    (
        "attendance-list",
        "steppe",
        "Eleven participants came from six countries: Kazakhstan, Mongolia and Türkiye.",
        "six countries",
    ),
    ("next-meeting-mismatch", "outbreaks", "The fourth session is planned for March 2027.", "March 2027"),
    # time
    ("period-order", None, "Round 3 was held in May 2019, Round 2 in June 2020.", "Round 3 was held in May 2019"),
    ("range-reversed", None, "The plan for 2030 to 2025 was read.", "2030 to 2025"),
    ("tense-vs-date", "floats", "India made its pledge late in 2021.", "made its pledge late in 2021"),
    # names
    ("name-variant", "steppe", "Delegations tested the Single Window Check List.", "Single Window Check List"),
    (
        "acronym-conflict",
        None,
        "The Committee on Fish (COFI) met. The Council of Finance Institutes (COFI) did.",
        "COFI",
    ),
    # structure
    ("numbering", None, "Decision 5/1: It was noted.\n\nDecision 5/3: It was read.", "Decision 5/3"),
    ("numbering", None, "Decision 11.2: It was noted.\n\nDecision 11.2: It was read.", "Decision 11.2"),
    ("cross-reference", None, "1. It was noted.\n\n2. See paragraphs 1, 2 and 7 above.", "paragraphs 1, 2 and 7 above"),
    ("stated-number", None, "There are 4 ways: a road, a path, or a ford.", "4 ways"),
    ("spacing", None, "Fiji ,Tonga and Samoa came.", "i ,"),
]
RIGHT = [
    (
        "decision-verb",
        "floats",
        "Chile presented the Data Policy for Coastal Moorings, which was noted by the Panel in 2018.",
    ),
    ("decision-verb", "floats", "The Data Policy for Coastal Moorings was noted by the Assembly."),
    ("decision-verb", "floats", "It was noted in 2018 that the Data Policy for Coastal Moorings was new."),
    ("chair-mismatch", "transit", "Members thanked the Co-Chairs, who acted as Co-Chairs of the Forum with Peru."),
    ("numbering", None, "## One\n\nAction 1: It was read.\n\n## Two\n\nAction 1: It was noted."),
    ("numbering", None, "Decision 5/1: It was read.\n\n## List of decisions\n\nDecision 5/1: It was read."),
    (
        "person-unknown",
        "haze",
        "The report was read by Dr Felicia Ong. Delegates thanked her. Ms Lim Soo Ching. Rain fell.",
    ),
    (
        "person-unknown",
        "steppe",
        "The General Assembly, the Inspector General of Police and Major Ports of the Region.",
    ),
    ("person-unknown", "steppe", "General Data Protection Regulation mattered to the Captain Cook Hotel."),
    ("person-title", "readiness", "Mr Hemi Parata-Wood of the New Zealand National Emergency Management Agency spoke."),
    ("date-mismatch", "steppe", "The fifth meeting of the Forum opened on 2 May 2023 and closed on 3 May 2023."),
    ("place-mismatch", "floats", "The fifteenth session of the Panel was held by videoconference in November 2020."),
    (
        "ordinal-mismatch",
        "outbreaks",
        "The Working Group reports to the Conference; the Conference will hold its eighth meeting.",
    ),
    (
        "next-meeting-mismatch",
        "pacific",
        "Ministers of the Forum will hold their eleventh meeting in Suva in May 2027.",
    ),
    ("count-mismatch", "floats", "Three members of the Panel took part in a workshop."),
    (
        "chair-mismatch",
        "transit",
        "The session was co-chaired by the General Department of Customs, Viet Nam, and Malaysia.",
    ),
    (
        "same-event-two-dates",
        None,
        "The Conference of Mayors met in May 2016. The staff of the Conference of Mayors will meet in May 2018.",
    ),
    ("same-event-two-dates", None, "Exercise Dry Rain began in May 2023. Exercise Dry Rain ended in June 2023."),
    ("period-order", None, "They held Workshop 3 May 2020. They held Workshop 2 June 2021."),
    ("range-reversed", None, "Catches fell from 2019 to 1987 tonnes."),
    ("numbering", None, "Decision 5/1 was recalled, and decision 5/1 stands. Decision 5/1 is good."),
    ("stated-number", None, "Two ships were sold: one was old, one was new, and one was lost."),
    ("stated-number", None, "Eleven participants came from three countries: Fiji, Samoa and Tonga."),
    ("doubled-word", None, "Walla Walla was chosen."),
    ("sentence-end", None, "Rain fell.† Snow fell.*"),
    ("cross-reference", None, "1. Paragraph 44 of the report of the Assembly was read with paragraph 1 above."),
    ("list-parallel", None, "The team will:\n\n- report it\n\n- publish it\n\n- quarantine animals"),
    ("country-name", "readiness", "Members thanked the Government of Australia."),
    ("acronym-undefined", "finance", "The paper (PNACF 7/1) was read."),
]


@pytest.mark.parametrize(("check", "record", "text", "quote"), WRONG)
def test_what_a_rule_was_mended_to_find_is_found_in_another_sentence(told, check, record, text, quote):
    assert quote in told(check, text, record)


@pytest.mark.parametrize(("check", "record", "text"), RIGHT)
def test_what_a_rule_was_mended_to_leave_is_left_in_another_sentence(told, check, record, text):
    assert told(check, text, record) == []


def test_capitals_twice_at_the_head_of_a_sentence_are_a_slip_where_the_word_is_small_or_acts(told):
    assert told("doubled-word", "The The report came.") == ["The The"]
    assert told("doubled-word", "Members Members noted it.") == ["Members Members"]


def test_figures_are_wanted_from_ten_on_by_the_house_that_wants_them(told):
    text = "The Fund has eleven donors. Twelve more may come."
    assert told("number-style", text, profile="un") == ["eleven"]
    assert told("number-style", text, profile="asean") == []


def test_thanks_for_a_talk_are_no_thanks_to_the_host(told):
    text = (
        "# Report\n\nThe Forum met in Osh on 2 May 2023, with nine participants.\n\nMembers thanked a speaker.\n\n"
        "Members noted it.\n\nMembers noted more.\n\nMembers noted most.\n\nThe next meeting will be held in Baku."
    )
    assert told("part-missing", text) != []
    assert told("part-missing", text.replace("a speaker", "their host")) == []


def test_a_text_endorsed_without_who_made_it_is_told_and_one_only_considered_is_not(judge):
    def missing(text):
        found = check_text(draft_of(text), judge.record("floats"), only=["decision-missing"])
        return any("Data Policy" in one.other for one in found)

    assert not missing("The Panel endorsed the Data Policy for Coastal Moorings, as amended.")
    assert missing("The Panel considered the Data Policy for Coastal Moorings.")


def test_an_acronym_is_its_name_where_verbs_are_compared(told):
    assert told("decision-verb", "Delegations adopted a presentation by IOM on passenger data.", "steppe")


@pytest.mark.parametrize("name", ["floats", "longline", "ports", "steppe", "transit", "readiness"])
def test_what_the_desk_writes_itself_of_the_chair_is_no_error(judge, name):
    record = judge.record(name)
    text = DraftText.of_blocks(compose(record, load_style(record.body.style)))
    assert check_text(text, record, only=["chair-mismatch", "person-title", "country-name"]) == []


def test_a_style_that_is_not_here_stops_no_check(judge):
    record = deepcopy(judge.record("floats"))
    record.body.style = "harbour office"
    assert [one.quote for one in check_text(draft_of("The the Panel met."), record, only=["doubled-word"])] == [
        "The the"
    ]

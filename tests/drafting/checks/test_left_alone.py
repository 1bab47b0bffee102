"""Sentences that only look wrong: no check may warn of them."""

from __future__ import annotations

import datetime as dt

import pytest

from bali_desk.drafting.checks import check_text

LOOK_WRONG = [
    (
        "The first workshop was held in Jakarta in March 2016, the second in Manila in June 2016 and the "
        "third in Suva in May 2017."
    ),
    (
        "Members noted that the second reading of the bill took place in May 2016 and the first reading of "
        "another bill in June 2017."
    ),
    "The Second World Conference in 1993 and the first session of the group in 2001 were recalled.",
    "The Annual Labour Forum was held in May 2016. The Annual Labour Forum will be held in May 2017.",
    "Three countries (Indonesia, Malaysia and Thailand) spoke, and two more (Fiji and Tonga) sent papers.",
    "Four speakers from three countries addressed the following points: routes, fees and courts.",
    "In 2016 two Members, Fiji and Tonga, agreed on three things: time, place and cost.",
    (
        "The rules in section 4 of the Act and paragraph 12 of the resolution were read, as were item 7 of "
        "the annexed list and Annex II to the Convention."
    ),
    "See the Annex to this statement. The list is annexed as Annex 1.",
    "Members recalled the decision taken at the meeting held from 28 February to 1 March 2016 (see decision 4/12).",
    "On 29 February 2016 the Fund was opened; it runs from December to February each year.",
    "The report (document A/71/122, paras. 3-5) and resolution 55/25 of 15 November 2000 were noted.",
    "Members said “we need it [now]” and [sic] was added; the court in [2019] UKSC 5 agreed.",
    'It was 6\'2" long and 5" wide.',
    "Members noted draft guidelines and the Draft Declaration, version 2 of the software, and the v-shaped valley.",
    "Phase 1 began in 2015; phase 2 will begin in 2018.",
    "The meeting will be held in Perth next year, as it was in 2015.",
    "Members welcomed the plan to be presented at the forum to be held in 2018, following the one held in 2016.",
    "By 2016, ten States had joined. By 30 June 2016 all had reported.",
    "He will have served since 2010 by then.",
    "The Secretariat will report on the work done in 2016.",
    "The Co-Chairs will circulate the report of the session held in May 2016.",
    "The Working Group will continue the programme begun in 2014.",
    (
        "An 18-month plan, an 11th meeting, an 8 per cent rise, a 10-day course, a UNHCR paper, an FAO paper, "
        "an X-ray, a Ukrainian guest, an honest answer, a one-off grant, an M.A. and a US visa were "
        "mentioned."
    ),
    "Members (a) noted the report; (b) thanked Fiji; and (c) left.",
    "The list of delegates appears as ANNEX A, the agenda as ANNEX B.",
    "Ms Nguyen Thi Thi Ha and Mr Lee Lee Hong spoke; Baden Baden was chosen.",
    "Email: info@example.org; see https://example.org/a_b(c)?x=1.",
    (
        "The Meeting noted that the third period ran from May to July 2016 and looked forward to the fourth, "
        "from August to October 2017."
    ),
    "The 2016 Global Report was launched in December 2016; the 2018 Global Report will be launched in December 2018.",
    "The statement of the tenth meeting, of 5 May 2015, and that of the eleventh, of 6 May 2016, were read.",
]


@pytest.mark.parametrize("text", LOOK_WRONG)
def test_a_sentence_that_only_looks_wrong_is_left_alone(text, draft):
    found = check_text(draft(text), today=dt.date(2017, 5, 26))
    assert [one for one in found if one.severity != "info"] == []

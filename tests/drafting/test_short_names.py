"""Full names at first use, acronyms after; never inside a title, a quotation or a longer name."""

from __future__ import annotations

from dataclasses import replace

import pytest

from bali_desk.drafting.draft import Draft
from bali_desk.drafting.short_names import shortened
from bali_desk.drafting.wording import load_style

UNODC = "United Nations Office on Drugs and Crime"


@pytest.fixture
def said(sample):
    """The texts after shortening, in the sample's body; `least` is how many uses an acronym wants."""
    sample.body.acronyms |= {"NGO": "non-governmental organisation", "NPA": "national policy authority"}

    def said(*texts, least=1, kind="paragraph"):
        style = load_style()
        style = replace(style, house=replace(style.house, acronym_from=least))
        return [one.text for one in shortened([Draft(kind, text, [], text) for text in texts], sample, style)]

    return said


@pytest.mark.parametrize(
    ("texts", "expected"),
    [
        ([f"Members heard from the {UNODC}.", f"The {UNODC} left."],
         [f"Members heard from the {UNODC} (UNODC).", "UNODC left."]),
        (["UNODC spoke. UNODC left."], [f"The {UNODC} (UNODC) spoke. UNODC left."]),
        (["Members thanked UNODC."], [f"Members thanked the {UNODC} (UNODC)."]),
        (["Members thanked the RSO.", "Members thanked the Regional Support Office."],
         ["Members thanked the Regional Support Office (RSO).", "Members thanked the RSO."]),
        ([f"The {UNODC}’s report and the {UNODC}’s map."], [f"The {UNODC}’s (UNODC’s) report and UNODC’s map."]),
        (["UNODC's report."], [f"The {UNODC}’s (UNODC’s) report."]),
        (["NGOs met. NGOs’ work. An NGO left."],
         ["Non-governmental organisations (NGOs) met. NGOs’ work. An NGO left."]),
        (["Members met a non-governmental organisation and a non-governmental organisation."],
         ["Members met a non-governmental organisation (NGO) and an NGO."]),
        (["Members met an RSO team and a Regional Support Office team."],
         ["Members met a Regional Support Office (RSO) team and an RSO team."]),
        (["All national policy authorities, or NPAs, and a national policy authority."],
         ["All national policy authorities (NPAs), or NPAs, and an NPA."]),
        (["the Bali Process Trafficking in Persons Working Group (TIPWG)", "the Trafficking in Persons Working Group"],
         ["the Bali Process Trafficking in Persons Working Group (TIPWG)", "the TIPWG"]),
        (["the Bali Process Regional Support Office (RSO) and the Regional Support Office"],
         ["the Bali Process Regional Support Office (RSO) and the RSO"]),
        (["Thank the RSO.", "Thank the Bali Process Regional Support Office."],
         ["Thank the Regional Support Office (RSO).", "Thank the Bali Process Regional Support Office."]),
        (["*UNODC in Asia* and “UNODC spoke” and ‘UNODC’s turn’"],
         ["*UNODC in Asia* and “UNODC spoke” and ‘UNODC’s turn’"]),
        (["**Decision 1:** UNODC will speak."], [f"**Decision 1:** The {UNODC} (UNODC) will speak."]),
        (["the paper TIPWG/3/2 and TIPWG-led work"], ["the paper TIPWG/3/2 and TIPWG-led work"]),
        ([f"the {UNODC} (UNODC) and the {UNODC} (UNODC)"], [f"the {UNODC} (UNODC) and UNODC"]),
    ],
)  # fmt: skip
def test_a_name_is_full_at_first_use_and_short_after(said, texts, expected):
    assert said(*texts) == expected


def test_a_name_used_less_often_than_the_house_wants_is_spelt_out(said):
    assert said("UNODC spoke.", least=2) == [f"The {UNODC} spoke."]
    assert said("UNODC spoke.", "UNODC left.", least=2) == [f"The {UNODC} (UNODC) spoke.", "UNODC left."]
    assert said("UNODC spoke.", "UNODC left.", least=3) == [f"The {UNODC} spoke.", f"The {UNODC} left."]


def test_a_house_may_leave_every_name_as_it_was_typed(said):
    assert said("UNODC spoke.", f"The {UNODC} left.", least=0) == ["UNODC spoke.", f"The {UNODC} left."]


def test_headings_are_neither_changed_nor_a_first_use(said):
    assert said("UNODC", kind="heading") == ["UNODC"]


def test_a_short_name_that_the_text_defines_is_used_after_it(said):
    first = "Members met the Bali Process Government and Business Forum (the Forum)."
    again = "They thanked the Bali Process Government and Business Forum and its hosts."
    assert said(again, first, again) == [again, first, "They thanked the Forum and its hosts."]
    there = first.replace("the Forum", "Perth")
    assert said(there, again) == [there, again]


def test_a_name_without_its_full_words_stays(said, sample):
    sample.body.acronyms = {"XYZ": ""}
    assert said("XYZ spoke.") == ["XYZ spoke."]

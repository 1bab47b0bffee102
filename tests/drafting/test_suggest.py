"""What is offered while she types."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from bali_desk.drafting.suggest import Phrase, offers, phrases_of

PHRASES = [
    Phrase("Regional Roadmap", "name"),
    Phrase("Regional Support Office", "name"),
    Phrase("Republic of Korea", "delegation"),
    Phrase("Đặng Văn Minh", "person"),
    Phrase("regional trends in the year past", "wording", 3),
    Phrase("regional work", "wording"),
]


def offered(typed, phrases=PHRASES):
    return [one.phrase.text for one in offers(typed, phrases)]


def test_what_takes_up_more_of_the_words_before_comes_first_then_names_then_wording_by_use():
    assert offered("the reg") == [
        "Regional Roadmap", "Regional Support Office", "regional trends in the year past", "regional work",
    ]  # fmt: skip
    assert offered("members of the Regional S") == ["Regional Support Office"]
    assert offered("of dan") == ["Đặng Văn Minh"]


def test_an_offer_says_how_many_letters_it_takes_the_place_of():
    (offer,) = offers("thanked the regional su", PHRASES)
    assert "thanked the regional su"[-offer.begun :] == "regional su"


def test_nothing_is_offered_for_one_letter_a_whole_phrase_or_words_nobody_knows():
    assert offered("r") == offered("Regional Roadmap") == offered("zebra") == offered("") == offered("reg  ") == []


def test_a_record_offers_its_names_persons_and_wording(sample):
    phrases = phrases_of(sample, ["the earlier wording of an earlier text."])
    kinds = {phrase.kind for phrase in phrases}
    assert kinds == {"name", "person", "delegation", "wording"}
    assert len({phrase.text for phrase in phrases}) == len(phrases)
    assert offered("the earlier wo", phrases)[0] == "the earlier wording of an earlier text"
    assert offered("the taskforce on pl", phrases)[0] == "Taskforce on Planning and Preparedness"


@given(st.text(max_size=40))
def test_whatever_is_typed_an_offer_begins_as_it_does(typed):
    for offer in offers(typed, PHRASES):
        assert 0 < offer.begun <= len(typed)

"""What officers type in a hurry, and the English that must come of it all the same."""

import pytest

from bali_desk.domain.models import Action, CoChair, Outcome
from bali_desk.drafting.compose import compose


def said(record):
    return " ".join(draft.text for draft in compose(record))


def outcomes(record, *recorded):
    record.outcomes = [
        Outcome(
            id=number, meeting_id=1, agenda_item_id=record.agenda[0].id, handle=f"o{number}", subject=subject,
            verb=verb, text=text,
        )
        for number, (subject, verb, text) in enumerate(recorded, 1)
    ]  # fmt: skip


@pytest.mark.parametrize("who", ["One delegation", "Some members", "Several delegations", "A member"])
def test_two_sentences_of_nobody_in_particular_are_never_made_one(sample, who):
    outcomes(sample, (who, "proposed", "a moratorium"), (who, "supported", "the proposal"))
    assert f"{who} proposed a moratorium. {who} supported the proposal." in said(sample)


def test_two_sentences_with_one_verb_are_not_joined(sample):
    outcomes(sample, ("The Secretariat", "presented", "the budget"), ("The Secretariat", "presented", "the accounts"))
    assert "and presented" not in said(sample)
    assert "the budget. It also presented the accounts." in said(sample)


def test_words_without_subject_and_verb_stand_as_they_are(sample):
    outcomes(sample, (None, None, "A whole sentence standing alone."), ("Members", "welcomed", "the guide"))
    assert "A whole sentence standing alone. Members welcomed the guide." in said(sample)


@pytest.mark.parametrize(
    ("owner", "task", "told"),
    [
        ("Secretariat", "Circulate the report", "The Secretariat will circulate the report."),
        ("Co-Chairs", "to find a venue.", "The Co-Chairs will find a venue."),
        ("Co-Chairs", "will write to Ministers", "The Co-Chairs will write to Ministers."),
        ("co-chairs and Secretariat", "Convene a call", "The Co-Chairs and the Secretariat will convene a call."),
    ],
)
def test_a_task_reads_after_will_however_it_was_typed(sample, owner, task, told):
    sample.body.style = "numbered"  # which tells everybody's actions
    outcomes(sample, ("Members", "agreed", "to go on"))
    sample.actions = [Action(id=1, meeting_id=1, outcome_id=1, owner=owner, text=task)]
    assert told in said(sample)


def test_the_article_is_said_once_before_an_institution_that_brings_its_own(sample):
    sample.co_chairs = [
        CoChair(meeting_id=1, country="United States", institution="the Department of State"),
        CoChair(meeting_id=1, country="Solomon Islands"),
    ]
    assert "the Department of State of the United States and Solomon Islands" in said(sample)


@pytest.mark.parametrize(
    ("country", "spoken"),
    [("Kingdom of Thailand", "the Kingdom of Thailand"), ("USA", "the USA"), ("Solomon Islands", "Solomon Islands")],
)
def test_the_host_is_thanked_by_its_name_as_it_is_spoken(sample, country, spoken):
    sample.meeting.country = country
    outcomes(sample, ("Members", "noted", "the report"))
    assert f"thanked the Government of {spoken} for" in said(sample)

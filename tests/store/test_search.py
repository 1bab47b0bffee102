"""The search: one list of queries and what each must find; likeness; what hostile words do (nothing)."""

import importlib.util
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bali_desk.domain.models import AgreedPassage, AgreedText, Body, Meeting, Outcome, StatementVersion, dt
from bali_desk.domain.words import marks, sought
from bali_desk.store.desk import Desk
from bali_desk.store.search import Within, find, find_like

spec = importlib.util.spec_from_file_location("searched", Path(__file__).with_name("searched.py"))
searched = importlib.util.module_from_spec(spec)
spec.loader.exec_module(searched)


def a_text(session, passages, body="TIPWG", date="2016-05-02", name="a.docx"):
    row = AgreedText(body=body, title="Statement", date=date, file_name=name, digest=name)
    session.add(row)
    session.flush()
    for place, words in enumerate(passages, 1):
        session.add(AgreedPassage(text_id=row.id, sequence=place, kind="paragraph", text=words))


@pytest.fixture(scope="module")
def filled(tmp_path_factory):
    desk = Desk(tmp_path_factory.mktemp("searched") / "bali.desk")
    with desk.change("Fill") as session:
        a_text(session, searched.TEXTS.values())
    yield desk
    desk.close()


def found(desk, query, *within):
    names = {text: name for name, text in searched.TEXTS.items()}
    with desk.reading() as session:
        return {names[one.text] for one in find(session, query, *within)}


def test_the_shared_list_has_forty_queries():
    assert len(searched.QUERIES) == 40


@pytest.mark.parametrize(("query", "names"), searched.QUERIES)
def test_a_query_finds_what_it_must(filled, query, names):
    assert found(filled, query) == names


@pytest.mark.parametrize("query", searched.HOSTILE, ids=range(len(searched.HOSTILE)))
def test_odd_and_hostile_queries_find_little_and_never_fail(filled, query):
    found(filled, query)
    with filled.reading() as session:
        find_like(session, query)


@settings(max_examples=150, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(st.text(max_size=60))
def test_no_query_fails_and_marks_lie_within_the_text(filled, query):
    with filled.reading() as session:
        for one in [*find(session, query), *find_like(session, query)]:
            for start, end in marks(one.text, sought(query)):
                assert 0 <= start < end <= len(one.text)


@pytest.mark.parametrize(("query", "names"), [case for case in searched.QUERIES if case[1]])
def test_every_word_of_a_query_is_marked_in_what_it_finds(filled, query, names):
    asked = sought(query)
    for name in names:
        for one in asked:
            assert marks(searched.TEXTS[name], [one]), (one, name)


def test_marks_are_the_found_words_only():
    text = "Members noted the Co-Chairs' notes; members noted."
    assert [text[a:b] for a, b in marks(text, sought("not"))] == ["noted", "notes", "noted"]
    assert [text[a:b] for a, b in marks(text, sought('"members noted"'))] == ["Members", "noted", "members", "noted"]
    assert [text[a:b] for a, b in marks(text, sought("co-chairs"))] == ["Co", "Chairs"]


@pytest.fixture
def desk(tmp_path):
    desk = Desk(tmp_path / "bali.desk")
    yield desk
    desk.close()


@pytest.fixture
def history(desk):
    """Two statements, an outcome and two versions of a statement."""
    with desk.change("Fill") as session:
        a_text(session, ["Before it.", "Members welcomed the plan.", "After it."], date="2015", name="old")
        a_text(session, ["Members welcomed the plan.", "Senior Officials met."], body="SOM", date="2016-11", name="som")
        body = Body(name="Working Group", short="WG")
        session.add(body)
        session.flush()
        meeting = Meeting(body_id=body.id, ordinal=3, kind="annual meeting", start=dt.date(2017, 5, 26))
        session.add(meeting)
        session.flush()
        session.add(Outcome(meeting_id=meeting.id, subject="Members", verb="welcomed", text="the *plan*"))
        blocks = [{"kind": "title", "text": "Statement"}, {"kind": "paragraph", "text": "Members welcomed the plan."}]
        for number in (1, 2):
            when = dt.datetime(2017, 5, 26, number, tzinfo=dt.UTC)
            row = StatementVersion(meeting_id=meeting.id, number=number, stage="draft", made_at=when, blocks=blocks)
            session.add(row)
    return desk


def results(desk, query, *within):
    with desk.reading() as session:
        return find(session, query, *within)


def test_results_say_whose_they_are_when_and_what_stands_round_them_the_newest_first(history):
    found = results(history, "welcomed plan")
    assert [(one.kind, one.body, one.date, one.title) for one in found] == [
        ("statement", "WG", "2017-05-26", "Third annual meeting, version 2, draft"),  # the newer version only
        ("outcome", "WG", "2017-05-26", "Third annual meeting"),
        ("statement", "SOM", "2016-11", "Statement"),
        ("statement", "TIPWG", "2015", "Statement"),
    ]
    assert (found[3].before, found[3].after) == ("Before it.", "After it.")
    assert (found[0].before, found[0].after, found[0].form) == ("Statement", "", "paragraph")


@pytest.mark.parametrize(
    ("within", "dates"),
    [
        (Within(body="SOM"), ["2016-11"]),
        (Within(since=2016, until=2016), ["2016-11"]),
        (Within(until=2015), ["2015"]),
        (Within(body="WG"), ["2017-05-26", "2017-05-26"]),
        (Within(body="nobody"), []),
        (Within(other_than=1), ["2016-11", "2015"]),
        (Within(body="\ud800"), []),
        (Within(body="'; DROP TABLE searchline; --"), []),
    ],
)
def test_a_search_stays_within_a_body_years_and_other_meetings(history, within, dates):
    assert [one.date for one in results(history, "welcomed plan", within)] == dates


def like(desk, sentence, *within):
    with desk.reading() as session:
        return [one.text for one in find_like(session, sentence, *within)]


def test_what_was_said_like_a_sentence_is_found_best_first_and_the_same_words_once(history):
    with history.change("More") as session:
        a_text(session, ["Ministers rejected the budget of the secretariat."], name="other")
        a_text(session, ["Members warmly welcomed the plan for the coming years."], name="like")
    found = like(history, "Members welcomed the plan")
    assert found[0] == "Members welcomed the plan."
    assert found.count("Members welcomed the plan.") == 1
    assert "Members warmly welcomed the plan for the coming years." in found
    assert "Ministers rejected the budget of the secretariat." not in found
    assert found == like(history, "Members welcomed the plan"), "the same answer each time"


def test_a_long_paragraph_finds_what_is_like_one_of_its_sentences(history):
    text = (
        "The Group met in Bali, with many members there from near and far. It thanked the hosts for all they had done. "
        "Senior Officials met. Members welcomed the plan and asked for more of it in the years to come after this one."
    )
    assert "Members welcomed the plan." in like(history, text)


def test_likeness_works_in_scripts_without_spaces(filled):
    assert like(filled, "各成员欢迎工作组的新报告")[0] == searched.TEXTS["chinese"]
    assert like(filled, "ผู้แทนรับทราบรายงานฉบับใหม่ของคณะทำงาน")[0] == searched.TEXTS["thai"]


def test_an_old_sentence_is_found_among_many_that_use_the_same_words(desk):
    with desk.change("Fill") as session:
        a_text(session, ["Members agreed to compare the findings on the crossings in confidence."], name="first")
        words = ["members agreed", "the findings on", "to compare", "in confidence", "on the crossings of"]
        many = [f"{words[n % 5]} {words[(n // 5) % 5]} number {n} {words[(n // 25) % 5]}" for n in range(1500)]
        a_text(session, many, name="many")
    found = like(desk, "Members agreed to compare the findings on the crossings in confidence")
    assert found[0] == "Members agreed to compare the findings on the crossings in confidence."


def test_an_empty_desk_finds_nothing(desk):
    assert results(desk, "members") == []
    assert like(desk, "Members welcomed the plan") == []

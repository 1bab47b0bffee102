"""The index of the search follows every way to change a row, in the same transaction."""

import shutil

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import text
from sqlmodel import select

from bali_desk.domain.models import (
    AgreedPassage,
    AgreedText,
    Body,
    Meeting,
    Outcome,
    StatementVersion,
    WorkPlan,
    WorkPlanLine,
    dt,
)
from bali_desk.store import search_index
from bali_desk.store.desk import Desk
from bali_desk.store.engine import open_engine, writing
from bali_desk.store.verify import faults_of


def lines(desk):
    with desk.reading() as session:
        assert faults_of(session) == []
        assert damage_of(session) == [("ok",)]
        return session.execute(text("SELECT source, text FROM searchline ORDER BY source, place, id")).all()


def damage_of(session):
    return session.execute(text("PRAGMA integrity_check")).all()


def a_text(session, *passages):
    row = AgreedText(file_name="a.docx", digest="d")
    session.add(row)
    session.flush()
    session.add_all(
        AgreedPassage(text_id=row.id, sequence=place, kind="paragraph", text=words)
        for place, words in enumerate(passages)
    )


def a_meeting(session):
    body = Body(name="Group")
    session.add(body)
    session.flush()
    meeting = Meeting(body_id=body.id, start=dt.date(2017, 5, 26))
    session.add(meeting)
    session.flush()
    return meeting


def test_each_kind_of_row_becomes_the_lines_that_can_be_found(desk):
    with desk.change("Add") as session:
        a_text(session, "Members noted it.")
        meeting = a_meeting(session)
        session.add(Outcome(meeting_id=meeting.id, subject="Members", verb="agreed", text="to", points=["meet", "go"]))
        plan = WorkPlan(meeting_id=meeting.id)
        session.add(plan)
        session.flush()
        session.add(WorkPlanLine(plan_id=plan.id, text="Meet once"))
        blocks = [{"kind": "title", "text": "Statement"}, {"kind": "paragraph", "text": "Members met."}]
        when = dt.datetime(2017, 5, 26, tzinfo=dt.timezone.utc)
        session.add(StatementVersion(meeting_id=meeting.id, number=1, stage="draft", made_at=when, blocks=blocks))
    assert lines(desk) == [
        ("line", "Meet once"),
        ("outcome", "Members agreed to\nmeet\ngo"),
        ("passage", "Members noted it."),
        ("version", "Statement"),
        ("version", "Members met."),
    ]


def test_undo_and_redo_take_the_lines_along_and_know_nothing_of_them(desk):
    with desk.change("Add") as session:
        a_text(session, "Members noted it.", "ผู้แทนรับทราบรายงาน")
    with desk.change("Edit") as session:
        session.exec(select(AgreedPassage)).first().text = "Members welcomed it."
    with desk.change("Delete") as session:
        for row in session.exec(select(AgreedPassage)):
            session.delete(row)
    assert lines(desk) == []
    desk.undo()
    assert ("passage", "Members welcomed it.") in lines(desk)
    desk.undo()
    assert ("passage", "Members noted it.") in lines(desk)
    desk.undo()
    assert lines(desk) == []
    for _ in range(3):
        desk.redo()
    assert lines(desk) == []


def test_plain_sql_is_followed_even_where_it_replaces_rows_or_writes_nonsense(desk):
    with desk.change("Fill") as session:
        a_meeting(session)
        run = session.connection().exec_driver_sql
        run(
            "INSERT INTO outcome (id, version, meeting_id, sequence, handle, points, papers, fulfils, public, text) "
            "VALUES (1, 1, 1, 0, 'h', 'no json', '[]', '[]', 1, 'first')"
        )
        run("INSERT INTO statementversion VALUES (1, 1, 1, 1, 'draft', '2017-05-26', '[1, null, {\"text\": 5}]', NULL)")
        run("INSERT INTO agreedtext (id, version, file_name, digest) VALUES (1, 1, 'a', 'a')")
        for words in ("one", "two"):
            run("INSERT OR REPLACE INTO agreedpassage VALUES (1, 1, 1, 0, 'paragraph', ?)", (words,))
    with desk.reading() as session:
        kept = session.execute(text("SELECT source, text FROM searchline ORDER BY source, place")).all()
        assert kept == [("outcome", "first"), ("passage", "two"), ("version", ""), ("version", ""), ("version", "5")]
        assert damage_of(session) == [("ok",)]


def test_a_change_that_fails_leaves_no_line_behind(desk):
    def fail():
        with desk.change("Add") as session:
            a_text(session, "Members noted it.")
            session.flush()
            raise RuntimeError

    with pytest.raises(RuntimeError):
        fail()
    assert lines(desk) == []


def test_a_word_that_was_deleted_is_nowhere_in_the_file(tmp_path):
    path = tmp_path / "bali.desk"
    desk = Desk(path)
    with desk.change("Add") as session:
        a_text(session, "Zanzibarine words", "วชิราวุธวิทยา")
    desk.undo()
    desk.close()
    engine = open_engine(path, journal="DELETE")
    engine.connect().close()
    engine.dispose()
    kept = path.read_bytes()
    assert b"anzibarin" not in kept
    assert "วชิร".encode() not in kept


@pytest.mark.parametrize(
    "harm",
    [
        "DELETE FROM searchline WHERE id = 1",
        "UPDATE searchline SET text = 'other' WHERE id = 1",
        "INSERT INTO searchline VALUES (99, 'passage', 9, 9, 9, 'more')",
        "INSERT INTO search_words(search_words, rowid, text) VALUES ('delete', 1, 'Members noted it.')",
    ],
)
def test_verify_tells_an_index_that_is_not_as_the_record_has_it(desk, harm):
    with desk.change("Add") as session:
        a_text(session, "Members noted it.")
    with desk.change("Harm") as session:
        session.execute(text(harm))
    with desk.reading() as session:
        assert any("index of the search" in fault for fault in faults_of(session))


def test_the_index_of_a_desk_with_rows_is_made_anew_as_it_was(desk, tmp_path):
    with desk.change("Add") as session:
        a_text(session, "Members noted it.", "ผู้แทนรับทราบรายงาน")
    before = lines(desk)
    desk.close()
    engine = open_engine(desk.path)
    with writing(engine).begin() as connection:
        search_index.drop(connection)
        search_index.create(connection)
    engine.dispose()
    copy = tmp_path / "copy.desk"
    shutil.copy(desk.path, copy)
    again = Desk(copy)
    assert lines(again) == before
    again.close()


@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(st.lists(st.tuples(st.sampled_from("aecu"), st.text(max_size=30)), max_size=12))
def test_no_order_of_additions_edits_deletions_and_undos_leads_the_index_astray(tmp_path_factory, steps):
    desk = Desk(tmp_path_factory.mktemp("walk") / "bali.desk")
    try:
        for what, words in steps:
            words = words.replace("\0", "")
            if what == "u":
                desk.undo()
                continue
            with desk.change("Step") as session:
                row = session.exec(select(AgreedPassage)).first()
                if what == "a" or row is None:
                    a_text(session, words)
                elif what == "e":
                    row.text = words
                else:
                    session.delete(row)
        with desk.reading() as session:
            assert faults_of(session) == []
    finally:
        desk.close()

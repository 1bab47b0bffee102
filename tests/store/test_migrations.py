"""An older desk is brought up to date: copied aside first, whole or not at all, with no row lost."""

import shutil
from pathlib import Path

import pytest
from sqlalchemy import text
from sqlmodel import select

from bali_desk.domain.errors import DeskError
from bali_desk.domain.models import Body, Meeting, dt
from bali_desk.store import backups, schema
from bali_desk.store.desk import Desk
from bali_desk.store.engine import open_engine
from bali_desk.store.records import read_record
from bali_desk.store.verify import faults_of

TODAY, NEXT = schema.REVISION, f"{int(schema.REVISION) + 1:04}"
DESKS = Path(__file__).parents[1] / "desks"
REBUILD = """
import sqlalchemy as sa
from alembic import op
revision = "{next}"
down_revision = "{today}"
def upgrade():
    with op.batch_alter_table("body", recreate="always") as batch:
        batch.add_column(sa.Column("motto", sa.String(), nullable=True))
    {then}
"""


@pytest.fixture
def old_desk(tmp_path):
    """A desk of the revision before, with a parent row and a child row."""
    path = tmp_path / "old.desk"
    desk = Desk(path)
    with desk.change("Add meeting") as session:
        body = Body(name="Group")
        session.add(body)
        session.flush()
        session.add(Meeting(body_id=body.id, start=dt.date(2017, 5, 26)))
    desk.close()
    return path


@pytest.fixture
def next_version(tmp_path, monkeypatch):
    """A later Bali Desk, with one more migration, which rebuilds the parent table."""

    def install(then="pass"):
        steps = tmp_path / "migrations"
        shutil.copytree(schema.MIGRATIONS, steps, ignore=shutil.ignore_patterns("__pycache__"))
        (steps / "versions" / f"{NEXT}_rebuild.py").write_text(REBUILD.format(then=then, next=NEXT, today=TODAY))
        monkeypatch.setattr(schema, "MIGRATIONS", steps)
        monkeypatch.setattr(schema, "REVISION", NEXT)

    return install


def rows(path):
    engine = open_engine(path)
    with engine.connect() as connection:
        found = [connection.execute(text(f"SELECT * FROM {table}")).all() for table in ("body", "meeting")]
        columns = [row[1] for row in connection.execute(text("PRAGMA table_info('body')"))]
        revision = connection.execute(text("SELECT version_num FROM alembic_version")).scalar()
    engine.dispose()
    return found, columns, revision


def test_an_older_desk_is_migrated_and_a_copy_of_it_kept(old_desk, next_version):
    next_version()
    desk = Desk(old_desk)
    with desk.reading() as session:
        assert session.exec(select(Meeting)).one().start == dt.date(2017, 5, 26)
    desk.close()
    (bodies, meetings), columns, revision = rows(old_desk)
    assert (len(bodies), len(meetings)) == (1, 1)
    assert (columns[-1], revision) == ("motto", NEXT)
    (copy,) = backups.folder_of(old_desk).glob(f"before-{NEXT}-from-{TODAY}.desk")
    assert rows(copy)[1:] == ([name for name in columns if name != "motto"], TODAY)


@pytest.mark.parametrize("reading", [True, False])
def test_reading_an_older_desk_migrates_it_too(old_desk, next_version, reading):
    next_version()
    Desk(old_desk, for_writing=not reading).close()
    assert rows(old_desk)[2] == NEXT


@pytest.mark.parametrize(
    ("then", "fault"),
    [
        ("raise RuntimeError('half way')", RuntimeError),
        ("op.execute('DELETE FROM body')", DeskError),
    ],
)
def test_a_migration_that_fails_leaves_the_desk_as_it_was(old_desk, next_version, then, fault):
    before = rows(old_desk)
    next_version(then)
    with pytest.raises(fault):
        Desk(old_desk)
    assert rows(old_desk) == before


def test_an_older_desk_in_use_is_not_migrated(old_desk, next_version):
    desk = Desk(old_desk)
    try:
        next_version()
        with pytest.raises(DeskError, match="open elsewhere"):
            Desk(old_desk, for_writing=False)
    finally:
        desk.close()


@pytest.mark.parametrize("released", sorted(DESKS.glob("*.desk")), ids=lambda path: path.stem)
def test_a_desk_of_every_released_schema_opens_sound_and_whole(released, tmp_path):
    path = tmp_path / released.name
    shutil.copy(released, path)
    desk = Desk(path)
    try:
        with desk.reading() as session:
            assert faults_of(session) == []
            record = read_record(session, 1)
        assert (record.body.short, len(record.participants), len(record.outcomes)) == ("TIPWG", 41, 23)
        assert [block.kind for block in record.blocks[:2]] == ["title", "subtitle"]
    finally:
        desk.close()


def test_there_is_a_desk_of_todays_schema_among_the_released_ones():
    assert (DESKS / f"{schema.REVISION}.desk").exists(), "keep one: `bali-desk sample`, then `bali-desk backup`"

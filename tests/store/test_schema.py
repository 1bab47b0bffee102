"""The tables of a desk, new and brought up to date."""

import pytest
from alembic.config import Config
from alembic.script import ScriptDirectory
from sqlalchemy import text

from bali_desk.domain.errors import DeskError
from bali_desk.store import schema
from bali_desk.store.desk import Desk
from bali_desk.store.engine import open_engine, writing


def tables_of(path):
    engine = open_engine(path)
    with engine.connect() as connection:
        listed = connection.execute(text("SELECT name FROM sqlite_master WHERE name NOT LIKE 'sqlite_%' ORDER BY name"))
        names = listed.scalars().all()
        columns = {
            name: sorted(row[1:5] for row in connection.execute(text(f"PRAGMA table_info('{name}')"))) for name in names
        }
        keys = {
            name: sorted(row[2:5] for row in connection.execute(text(f"PRAGMA foreign_key_list('{name}')")))
            for name in names
        }
        indices = {
            name: sorted(row[1:3] for row in connection.execute(text(f"PRAGMA index_list('{name}')"))) for name in names
        }
        counted = connection.execute(
            text("SELECT name FROM sqlite_master WHERE sql LIKE '%AUTOINCREMENT%' ORDER BY name")
        )
        never_reused = counted.scalars().all()
        made = "SELECT name, sql FROM sqlite_master WHERE type IN ('trigger', 'view') OR name LIKE 'search%'"
        search = sorted(connection.execute(text(made)).all(), key=str)
    engine.dispose()
    return columns, keys, indices, never_reused, search


def test_the_constant_names_the_newest_migration():
    config = Config()
    config.set_main_option("script_location", str(schema.MIGRATIONS))
    assert ScriptDirectory.from_config(config).get_heads() == [schema.REVISION]


def test_a_new_desk_has_the_tables_that_the_migrations_make(tmp_path):
    Desk(tmp_path / "new.desk").close()
    engine = open_engine(tmp_path / "migrated.desk", foreign_keys=False)
    with writing(engine).begin() as connection:
        schema._upgrade(connection)
    engine.dispose()
    assert tables_of(tmp_path / "new.desk") == tables_of(tmp_path / "migrated.desk")


def test_a_desk_from_a_newer_version_is_refused_and_untouched(tmp_path):
    path = tmp_path / "future.desk"
    Desk(path).close()
    engine = open_engine(path, journal="DELETE")
    with writing(engine).begin() as connection:
        connection.execute(text("UPDATE alembic_version SET version_num = '9999'"))
    engine.dispose()
    before = path.read_bytes()
    with pytest.raises(DeskError, match="newer Bali Desk"):
        Desk(path)
    assert path.read_bytes() == before


def test_a_database_of_another_program_is_refused(tmp_path):
    path = tmp_path / "foreign.desk"
    engine = open_engine(path)
    with writing(engine).begin() as connection:
        connection.execute(text("CREATE TABLE song (title TEXT)"))
    engine.dispose()
    with pytest.raises(DeskError, match="another program"):
        Desk(path)

"""Which tables a desk file has: a new file gets today's, an older one is brought up to date, a newer one is refused.

Alembic is loaded only when a file really is older: comparing a number needs no library.
"""

from __future__ import annotations

from pathlib import Path

from sqlalchemy import Connection, Engine, text
from sqlmodel import SQLModel

import bali_desk.domain.models  # noqa: F401  (fills the metadata)
from bali_desk.domain.errors import DeskError
from bali_desk.store import backups, search_index
from bali_desk.store.engine import open_engine, writing

REVISION = "0004"  # the newest in migrations/versions; a test holds the two together
APPLICATION = 0x42414C49  # "BALI" in the file's head tells a desk from any other SQLite file
MIGRATIONS = Path(__file__).parent / "migrations"


def create(engine: Engine) -> None:
    """Give a new, empty file today's tables."""
    with writing(engine).begin() as connection:
        SQLModel.metadata.create_all(connection)
        search_index.create(connection)
        connection.execute(text("CREATE TABLE alembic_version (version_num VARCHAR(32) NOT NULL PRIMARY KEY)"))
        connection.execute(text("INSERT INTO alembic_version VALUES (:revision)"), {"revision": REVISION})
        connection.execute(text(f"PRAGMA application_id = {APPLICATION}"))


def revision_of(connection: Connection, name: str) -> str:
    """The revision of an open file; DeskError when it is no desk, or from a newer Bali Desk."""
    if connection.execute(text("PRAGMA application_id")).scalar_one() != APPLICATION:
        raise DeskError(f"“{name}” is not a Bali Desk file: it holds the data of another program.")
    revision = str(connection.execute(text("SELECT version_num FROM alembic_version")).scalar_one())
    if revision > REVISION:
        raise DeskError(
            f"“{name}” was made by a newer Bali Desk (its tables are at {revision}, this one knows {REVISION}): "
            "install the newer version to open it."
        )
    return revision


def bring_up_to_date(path: Path, revision: str, journal: str) -> None:
    """Migrate an older file: a copy aside first, then all steps in one transaction or none, then the checks."""
    backups.put_aside(path, f"before-{REVISION}-from-{revision}")
    engine = open_engine(path, journal=journal, foreign_keys=False)  # rebuilding a table must not empty its children
    try:
        with writing(engine).begin() as connection:
            _upgrade(connection)
            broken = connection.execute(text("PRAGMA foreign_key_check")).all()
            if broken:
                raise DeskError(
                    f"“{path.name}” could not be brought up to date: {len(broken)} references in it lead nowhere. "
                    "Nothing was changed."
                )
    finally:
        engine.dispose()


def _upgrade(connection: Connection) -> None:
    from alembic import command
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS).replace("%", "%%"))
    config.attributes["connection"] = connection
    search_index.drop(connection)  # its triggers must neither see the steps nor get lost in them
    command.upgrade(config, REVISION)
    search_index.create(connection)

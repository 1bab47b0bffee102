"""Sessions and who was in them, the chair who leads an item, files of papers, names of delegations, known sheets."""

from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"

COLUMNS: dict[str, list[sa.Column[Any]]] = {
    "body": [sa.Column("name_style", sa.String(), nullable=True)],
    "delegation": [
        sa.Column("official_name", sa.String(), nullable=True),
        sa.Column("wished_name", sa.String(), nullable=True),
    ],
    "participant": [sa.Column("registered_on", sa.Date(), nullable=True)],
    "paper": [sa.Column("revision", sa.String(), nullable=True)],
}


def upgrade() -> None:
    """New tables first, then the columns that name them."""
    _create("meetingsession", *_listed(), _reference("meeting_id", "meeting"), *_session_columns())
    _index("meetingsession", "handle", "meeting_id")
    _create(
        "presence",
        *_stored(),
        _reference("session_id", "meetingsession"),
        _reference("participant_id", "participant"),
        sa.Column("state", sa.String(), nullable=False),
    )
    _index("presence", "session_id", "participant_id")
    _create(
        "paperfile",
        *_stored(),
        _reference("paper_id", "paper"),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("data", sa.LargeBinary(), nullable=False),
    )
    op.create_index(op.f("ix_paperfile_paper_id"), "paperfile", ["paper_id"], unique=True)
    _create(
        "sheetmapping",
        *_stored(),
        sa.Column("heads", sa.String(), nullable=False),
        sa.Column("fields", sa.JSON(), nullable=False),
    )
    _index("sheetmapping", "heads")
    for table, columns in COLUMNS.items():
        for column in columns:
            op.add_column(table, column)
    with op.batch_alter_table("agendaitem", table_kwargs={"sqlite_autoincrement": True}) as batch:
        for name, target in (("session_id", "meetingsession"), ("lead_id", "cochair")):
            batch.add_column(sa.Column(name, sa.Integer(), nullable=True))
            batch.create_foreign_key(
                f"fk_agendaitem_{name}_{target}", target, [name], ["id"], initially="DEFERRED", deferrable=True
            )
            batch.create_index(f"ix_agendaitem_{name}", [name])


def _stored() -> list[sa.Column[Any]]:
    return [sa.Column("id", sa.Integer(), primary_key=True), sa.Column("version", sa.Integer(), nullable=False)]


def _listed() -> list[sa.Column[Any]]:
    return [
        *_stored(),
        sa.Column("sequence", sa.Integer(), nullable=False),
        sa.Column("handle", sa.String(), nullable=False),
    ]


def _session_columns() -> list[sa.Column[Any]]:
    return [
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("start", sa.String(), nullable=True),
        sa.Column("end", sa.String(), nullable=True),
    ]


def _reference(name: str, target: str) -> sa.Column[Any]:
    key = sa.ForeignKey(f"{target}.id", initially="DEFERRED", deferrable=True)
    return sa.Column(name, sa.Integer(), key, nullable=False)


def _create(table: str, *columns: sa.Column[Any]) -> None:
    op.create_table(table, *columns, sqlite_autoincrement=True)


def _index(table: str, *columns: str) -> None:
    for column in columns:
        op.create_index(op.f(f"ix_{table}_{column}"), table, [column])

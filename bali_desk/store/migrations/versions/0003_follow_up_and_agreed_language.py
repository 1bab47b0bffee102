"""What was said, mandates, what became of outcomes, open words, files of versions, own wording, agreed language."""

from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"


def upgrade() -> None:
    """Each new table, then the columns of outcomes."""
    _create(
        "intervention",
        *_listed(),
        _reference("meeting_id", "meeting"),
        _reference("agenda_item_id", "agendaitem", nullable=True),
        _reference("delegation_id", "delegation", nullable=True),
        *_texts("speaker", "text"),
        indexed=("handle", "meeting_id", "agenda_item_id", "delegation_id"),
    )
    _create(
        "mandate",
        *_listed(),
        _reference("body_id", "body"),
        *_texts("giver", "given", "text", "status"),
        sa.Column("answered_by", sa.JSON(), nullable=False),
        indexed=("handle", "body_id"),
    )
    _create(
        "bracket",
        *_stored(),
        _reference("block_id", "block"),
        *_texts("words", nullable=False),
        *_texts("proposer", "alternative"),
        indexed=("block_id",),
    )
    _create(
        "versionfile",
        *_stored(),
        _reference("version_id", "statementversion"),
        *_texts("name", nullable=False),
        sa.Column("data", sa.LargeBinary(), nullable=False),
        indexed=("version_id",),
    )
    _create(
        "wording",
        *_stored(),
        _reference("body_id", "body"),
        *_texts("style", "text", nullable=False),
        indexed=("body_id",),
    )
    _create(
        "agreedtext",
        *_stored(),
        *_texts("body", "title", "date"),
        *_texts("file_name", "digest", nullable=False),
        indexed=("digest",),
    )
    _create(
        "agreedpassage",
        *_stored(),
        _reference("text_id", "agreedtext"),
        sa.Column("sequence", sa.Integer(), nullable=False),
        *_texts("kind", "text", nullable=False),
        indexed=("text_id",),
    )
    _create("dictionaryword", *_stored(), *_texts("word", nullable=False), indexed=("word",))
    for column in _texts("status", "became"):
        op.add_column("outcome", column)


def _stored() -> list[sa.Column[Any]]:
    return [sa.Column("id", sa.Integer(), primary_key=True), sa.Column("version", sa.Integer(), nullable=False)]


def _listed() -> list[sa.Column[Any]]:
    return [
        *_stored(),
        sa.Column("sequence", sa.Integer(), nullable=False),
        sa.Column("handle", sa.String(), nullable=False),
    ]


def _texts(*names: str, nullable: bool = True) -> list[sa.Column[Any]]:
    return [sa.Column(name, sa.String(), nullable=nullable) for name in names]


def _reference(name: str, target: str, nullable: bool = False) -> sa.Column[Any]:
    key = sa.ForeignKey(f"{target}.id", initially="DEFERRED", deferrable=True)
    return sa.Column(name, sa.Integer(), key, nullable=nullable)


def _create(table: str, *columns: sa.Column[Any], indexed: tuple[str, ...]) -> None:
    op.create_table(table, *columns, sqlite_autoincrement=True)
    for column in indexed:
        op.create_index(op.f(f"ix_{table}_{column}"), table, [column])

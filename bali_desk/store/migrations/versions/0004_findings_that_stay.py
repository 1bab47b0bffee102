"""What the draft checks found and the officer lets stand, and with which such errors a version went out."""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"


def upgrade() -> None:
    """The table with its indexes, then the column of versions."""
    op.create_table(
        "keptfinding",
        sa.Column("id", sa.Integer(), primary_key=True),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("check", sa.String(), nullable=False),
        sa.Column("scope", sa.String(), nullable=False),
        sa.Column(
            "statement_id",
            sa.Integer(),
            sa.ForeignKey("statement.id", initially="DEFERRED", deferrable=True),
            nullable=True,
        ),
        sa.Column("words", sa.String(), nullable=True),
        sa.Column("reason", sa.String(), nullable=True),
        sqlite_autoincrement=True,
    )
    for column in ("check", "statement_id"):
        op.create_index(f"ix_keptfinding_{column}", "keptfinding", [column])
    op.add_column("statementversion", sa.Column("kept", sa.JSON(), nullable=True))

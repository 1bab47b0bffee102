"""Rows by the thousand as the driver gives them: making records of them takes several times as long."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import closing
from typing import Any

from sqlalchemy import Select
from sqlmodel import Session


def plain_rows(session: Session, query: Select[Any]) -> Sequence[tuple[Any, ...]]:
    """What the driver gives for a query whose columns need no conversion: a third of the time goes into rows else."""
    with closing(session.connection().execute(query)) as result:
        cursor = result.cursor
        return [] if cursor is None else cursor.fetchall()

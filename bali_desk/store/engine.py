"""How a desk file is opened: driver, safety settings, and the transaction each session begins with."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.pool import QueuePool
from sqlcipher3 import dbapi2 as driver

from bali_desk.store import place

BUSY_SECONDS = 5.0


def open_engine(path: Path, *, journal: str | None = "WAL", frozen: bool = False, foreign_keys: bool = True) -> Engine:
    """An engine on the file at `path`.

    `journal` is "WAL", or "DELETE" on a network drive, where WAL would damage the file; None leaves the file as it is,
    to look at it first. `frozen` opens a file that
    cannot be written, such as one on a locked stick. `synchronous=FULL` is what keeps every acknowledged edit through a
    power cut. Sessions begin with BEGIN; writers, through `writing`, with BEGIN IMMEDIATE.
    """

    def connect() -> Any:
        how = "immutable=1" if frozen else "mode=rwc"
        connection = driver.connect(place.address(path, how), uri=True, timeout=BUSY_SECONDS, check_same_thread=False)
        connection.isolation_level = None  # the driver would leave ALTER TABLE outside the transaction
        settings = [f"foreign_keys={'ON' if foreign_keys else 'OFF'}", "trusted_schema=OFF"]
        if not frozen:
            settings += ["synchronous=FULL", "secure_delete=ON", *([f"journal_mode={journal}"] if journal else [])]
        for setting in settings:
            connection.execute(f"PRAGMA {setting}")
        return connection

    engine = create_engine("sqlite://", module=driver, creator=connect, poolclass=QueuePool, pool_size=2)
    event.listen(engine, "begin", _begin)
    event.listen(engine, "checkin", _end)
    return engine


def writing(engine: Engine) -> Engine:
    """The same engine for writers: they take the write lock when they begin, not in the middle of their work."""
    return engine.execution_options(begin="IMMEDIATE")


def _end(connection: Any, _record: object) -> None:
    """A commit that a reference refused leaves its transaction open, and with it the lock on the file."""
    if connection is not None and connection.in_transaction:
        connection.rollback()


def _begin(connection: Connection) -> None:
    connection.exec_driver_sql(f"BEGIN {connection.get_execution_options().get('begin', 'DEFERRED')}")

"""Copies of a desk: one at each opening, the older ones thinned out, and one before each migration."""

from __future__ import annotations

import hashlib
import os
from contextlib import closing
from datetime import datetime
from pathlib import Path

from sqlcipher3 import dbapi2 as driver

from bali_desk.domain.errors import DeskError
from bali_desk.store.lock import WriterLock

KEPT = 10  # the newest copies
KEPT_DAYS = 30  # and of as many days the last one


def folder_of(desk: Path) -> Path:
    """Where the copies of a desk lie: beside it."""
    return desk.with_name(f"{desk.name}-backups")


def copies_of(desk: Path) -> list[Path]:
    """The rotating copies of a desk, oldest first. They are numbered: a wrong clock does not change their order."""
    return sorted(folder_of(desk).glob("[0-9][0-9][0-9][0-9][0-9] *.desk"))


def rotate(desk: Path) -> Path | None:
    """Add a copy and thin out the old ones; None where nothing changed since the last copy."""
    copies = copies_of(desk)
    number = int(copies[-1].name[:5]) + 1 if copies else 1
    fresh = put_aside(desk, f"{number:05d} {datetime.now():%Y-%m-%d %H.%M}")
    if copies and _digest(copies[-1]) == _digest(fresh):
        fresh.unlink()
        return None
    _thin_out(copies_of(desk))
    return fresh


def put_aside(desk: Path, name: str) -> Path:
    """A whole copy of the desk under `name` in its backup folder."""
    target = folder_of(desk) / f"{name}.desk"
    target.parent.mkdir(exist_ok=True)
    copy(desk, target)
    return target


def copy(desk: Path, target: Path) -> None:
    """Write a whole, checked copy of the desk file to `target`, even while somebody writes to the desk.

    The copy is one closed file without WAL, so it can be read from a write-protected place. DeskError when it cannot
    be written; `target` is then as it was.
    """
    draft = target.with_name(f".{target.name}.{os.getpid()}.part")
    try:
        with closing(driver.connect(str(desk))) as source:
            source.execute("VACUUM INTO ?", (str(draft),))
        with closing(driver.connect(str(draft))) as fresh:
            if fresh.execute("PRAGMA quick_check").fetchone() != ("ok",):
                raise DeskError(f"“{desk.name}” is damaged: no whole copy of it can be made.")
        _settle(draft)
        os.replace(draft, target)
    except (OSError, driver.Error) as error:
        raise DeskError(f"No copy could be written to “{target}”: {error}.") from error
    finally:
        draft.unlink(missing_ok=True)


def restore(source: Path, desk: Path) -> None:
    """Put the copy `source` in the place of `desk`, which is put aside first; DeskError where it is open elsewhere."""
    lock = WriterLock(desk)
    try:
        _move_aside(desk, f"before-restore {datetime.now():%Y-%m-%d %H.%M.%S}.desk")
        copy(source, desk)
    finally:
        lock.release()


def _move_aside(desk: Path, name: str) -> None:
    """Move a desk, which may be ruined, to its backup folder with the files SQLite keeps beside it."""
    folder_of(desk).mkdir(exist_ok=True)
    for left in ("-shm", "-wal", ""):  # the desk last: what is beside it must not be read into another one
        beside = desk.with_name(desk.name + left)
        if beside.exists():
            os.replace(beside, folder_of(desk) / (name + left))


def _settle(file: Path) -> None:
    with open(file, "rb+") as written:
        os.fsync(written.fileno())


def _digest(file: Path) -> bytes:
    return hashlib.sha256(file.read_bytes()).digest()


def _thin_out(copies: list[Path]) -> None:
    last_of_day = {copy.name[6:16]: copy for copy in copies}
    kept = {*copies[-KEPT:], *sorted(last_of_day.values())[-KEPT_DAYS:]}
    for old in set(copies) - kept:
        old.unlink()

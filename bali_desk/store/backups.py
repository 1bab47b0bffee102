"""Copies of a desk: one at each opening, the older ones thinned out, and one before each migration."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from datetime import datetime
from pathlib import Path

from sqlcipher3 import dbapi2 as driver

from bali_desk.domain.errors import DeskError
from bali_desk.store import place
from bali_desk.store.lock import WriterLock, lock_file

HEAD = b"SQLite format 3\0"  # of every desk file
KEPT = 10  # the newest copies
KEPT_DAYS = 30  # and of as many days the last one


def folder_of(desk: Path) -> Path:
    """Where the copies of a desk lie: beside it."""
    desk = desk.resolve()
    return desk.with_name(f"{desk.name}-backups")


def copies_of(desk: Path) -> list[Path]:
    """The rotating copies of a desk, oldest first. They are numbered: a wrong clock does not change their order."""
    return sorted(folder_of(desk).glob("[0-9][0-9][0-9][0-9][0-9] *.desk"))


def rotate(desk: Path) -> Path | None:
    """Add a copy and thin out the old ones; None where nothing changed since the last copy.

    None, too, where no copy can be made, as on a full disk: that must not keep her from her desk.
    """
    try:
        return _rotated(desk)
    except (DeskError, OSError):
        return None


def _rotated(desk: Path) -> Path | None:
    for left in folder_of(desk).glob(".*.part"):  # of a program that was killed; only who holds the desk rotates
        left.unlink()
    copies = copies_of(desk)
    number = int(copies[-1].name[:5]) + 1 if copies else 1
    fresh = put_aside(desk, f"{number:05d} {datetime.now():%Y-%m-%d %H.%M}")
    if copies and _same(copies[-1], fresh):
        fresh.unlink()
        return None
    _thin_out(copies_of(desk))
    return fresh


def put_aside(desk: Path, name: str) -> Path:
    """A whole copy of the desk under `name` in its backup folder."""
    folder = folder_of(desk)
    try:
        folder.mkdir(exist_ok=True)
    except OSError as error:
        raise DeskError(f"No copy of the desk could be put in “{folder}”: {error.strerror}.") from error
    copy(desk, folder / f"{name}.desk")
    return folder / f"{name}.desk"


def copy(desk: Path, target: Path) -> None:
    """Write a whole, checked copy of the desk file to `target`, even while somebody writes to the desk.

    The copy is one closed file without WAL, so it can be read from a write-protected place. DeskError when it cannot
    be written; `target` is then as it was.
    """
    _refuse_foreign(target)
    with _whole_copy(desk, target) as draft:
        if lock_file(target).exists():  # a desk lies there: not while somebody writes to it
            WriterLock(target).release()
        if not target.is_dir():
            for left in ("-shm", "-wal"):  # of a killed program: they must not be read into the new file
                target.with_name(target.name + left).unlink(missing_ok=True)
        os.replace(draft, target)


def restore(source: Path, desk: Path) -> None:
    """Put the copy `source` in the place of `desk`, which is put aside once the copy is known to be whole.

    DeskError where the desk is open elsewhere or cannot be replaced; it is then as it was.
    """
    source, desk = source.resolve(), desk.resolve()
    if source == desk:
        raise DeskError(f"“{desk}” cannot be put back in its own place: name a copy of it.")
    if desk.is_dir():
        raise DeskError(f"“{desk}” is a folder, not a desk.")
    if desk.suffix != ".desk" and not folder_of(desk).exists():  # else it was a desk once, ruined as it may be
        _refuse_foreign(desk)
    lock = WriterLock(desk)
    try:
        with _whole_copy(source, desk) as draft:
            _move_aside(desk, f"before-restore {datetime.now():%Y-%m-%d %H.%M.%S.%f}.desk")
            os.replace(draft, desk)
    finally:
        lock.release()


def _refuse_foreign(target: Path) -> None:
    """DeskError where another file than a desk lies in the place of the copy; an empty one is nobody's."""
    try:
        with open(target, "rb") as there:
            head = there.read(len(HEAD))
    except OSError:
        return  # there is none, or writing will say what is wrong
    if head and head != HEAD:
        raise DeskError(f"“{target}” is another file, not a desk: name a file it need not replace.")


@contextmanager
def _whole_copy(desk: Path, target: Path) -> Iterator[Path]:
    """A checked copy of the desk beside `target`, for the body to put in its place; it is gone afterwards."""
    draft = target.with_name(f".{os.getpid()}.part")
    how = "mode=rw" if place.is_writable(desk) else "immutable=1"
    try:
        draft.unlink(missing_ok=True)
        with closing(driver.connect(place.address(desk, how), uri=True)) as source:
            source.execute("VACUUM INTO ?", (place.address(draft, "mode=rwc"),))
        with closing(driver.connect(place.address(draft, "mode=rw"), uri=True)) as fresh:
            if fresh.execute("PRAGMA quick_check").fetchone() != ("ok",):
                raise DeskError(f"“{desk.name}” is damaged: no whole copy of it can be made.")
        _settle(draft)
        yield draft
    except (OSError, driver.Error) as error:
        raise DeskError(f"No copy could be written to “{target}”: {_why(target, error)}.") from error
    finally:
        _forget(draft)


def _why(target: Path, error: Exception) -> str:
    if not target.parent.is_dir():
        return "there is no such folder"
    if isinstance(error, OSError) and error.strerror:
        return error.strerror.lower()
    return "the disk refused; it may be full, or you may not write there"


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


def _forget(draft: Path) -> None:
    with suppress(OSError):
        draft.unlink(missing_ok=True)


def _same(older: Path, fresh: Path) -> bool:
    """Whether two copies say the same; one that cannot be read says nothing."""
    try:
        return _digest(older) == _digest(fresh)
    except OSError:
        return False


def _digest(file: Path) -> bytes:
    return hashlib.sha256(file.read_bytes()).digest()


def _thin_out(copies: list[Path]) -> None:
    last_of_day = {copy.name[6:16]: copy for copy in copies}
    kept = {*copies[-KEPT:], *sorted(last_of_day.values())[-KEPT_DAYS:]}
    for old in set(copies) - kept:
        old.unlink()

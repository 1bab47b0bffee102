"""Opening a desk file: what is looked at before a single row is read or written."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from sqlalchemy import Engine, text

from bali_desk.domain.errors import DeskError
from bali_desk.store import backups, place, schema
from bali_desk.store.engine import open_engine
from bali_desk.store.lock import WriterLock
from bali_desk.store.trouble import in_plain_words


@dataclass
class OpenFile:
    """The engine of an open file and, for a writer, the lock that keeps others from writing."""

    engine: Engine
    lock: WriterLock | None

    def close(self) -> None:
        """Close every connection, then let others write."""
        self.engine.dispose()
        if self.lock:
            self.lock.release()


def open_file(path: Path, *, create: bool, for_writing: bool) -> OpenFile:
    """The file at `path`, checked and with today's tables. Raises DeskError in plain words."""
    is_new = not _is_there(path)
    if is_new and not create:
        raise DeskError(f"There is no desk at “{path}”.")
    _check_place(path, is_new)
    if not is_new:
        _check_head(path)
    if not place.is_writable(path):
        return _open_frozen(path, for_writing)
    with in_plain_words(path):
        return _open_writable(path, is_new, for_writing)


def _is_there(path: Path) -> bool:
    try:
        path.resolve()
        return path.exists()
    except (OSError, RuntimeError) as error:  # a folder nobody may enter, a name too long, a link that leads to itself
        raise DeskError(f"“{path}” cannot be opened: {getattr(error, 'strerror', 'it leads to itself')}.") from error


def _open_writable(path: Path, is_new: bool, for_writing: bool) -> OpenFile:
    journal = "DELETE" if place.is_on_network(path) else "WAL"
    old = None if is_new else _older_revision(path)
    lock = WriterLock(path) if for_writing or is_new or old else None
    try:
        if old:
            schema.bring_up_to_date(path, old, journal)
        engine = open_engine(path, journal=journal)
        if is_new:
            schema.create(engine)
        if for_writing and not is_new:
            backups.rotate(path)
    except BaseException:
        if lock:
            lock.release()
        raise
    return OpenFile(engine, lock)


def _open_frozen(path: Path, for_writing: bool) -> OpenFile:
    if for_writing:
        raise DeskError(f"“{path.name}” is read-only: copy it to a folder where you may write.")
    engine = open_engine(path, frozen=True)
    with in_plain_words(path), engine.connect() as connection:
        if schema.revision_of(connection, path.name) < schema.REVISION:
            raise DeskError(f"“{path.name}” is from an older Bali Desk and read-only: copy it where you may write.")
    return OpenFile(engine, None)


def _older_revision(path: Path) -> str | None:
    """The revision of a file that needs migrating, None for one of today; refuses damaged and foreign files."""
    engine = open_engine(path, journal=None)
    try:
        with engine.connect() as connection:
            damage = connection.execute(text("PRAGMA quick_check(1)")).scalar_one()
            if damage != "ok":
                raise DeskError(
                    f"“{path.name}” is damaged: restore the newest copy from “{backups.folder_of(path).name}”."
                )
            revision = schema.revision_of(connection, path.name)
            return revision if revision < schema.REVISION else None
    finally:
        engine.dispose()


def _check_place(path: Path, is_new: bool) -> None:
    if path.parts and path.parts[0].startswith(("postgresql:", "postgresql+")):
        raise DeskError("A desk on a PostgreSQL server cannot be opened by this version: name a desk file.")
    if path.is_dir():
        raise DeskError(f"“{path}” is a folder, not a desk.")
    if is_new and not path.parent.is_dir():
        raise DeskError(f"There is no folder “{path.parent}” to make a desk in.")
    if is_new and not place.is_writable(path):
        raise DeskError(f"No desk can be made in “{path.parent}”: you may not write there.")


def _check_head(path: Path) -> None:
    """Refuse a file of another program before the driver touches it."""
    try:
        with open(path, "rb") as file:
            if file.read(len(backups.HEAD)) != backups.HEAD:
                raise DeskError(f"“{path.name}” is not a Bali Desk file.")
    except OSError as error:
        raise DeskError(f"“{path}” cannot be read: {error.strerror}.") from error

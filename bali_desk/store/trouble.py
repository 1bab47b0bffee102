"""What the database complains of, in the officer's words."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy.exc import DBAPIError, IntegrityError, InterfaceError, MultipleResultsFound, NoResultFound
from sqlalchemy.orm.exc import StaleDataError
from sqlcipher3 import dbapi2 as driver

from bali_desk.domain.errors import DeskError

_DAMAGED = "it is damaged. Restore the newest copy from the folder of backups beside it"
_CAUSES = (  # what SQLite says: what she can do
    ("disk is full", "the disk is full. Free some space; what you did before is safe"),
    ("disk i/o error", "the disk did not take it. It may be full or unplugged; what you did before is safe"),
    ("readonly database", "it is read-only. Copy it to a folder where you may write"),
    ("unable to open", "it cannot be opened there. Check that the folder exists and that you may write in it"),
    ("database is locked", "another program is writing to it. Try again in a moment"),
    *((sign, _DAMAGED) for sign in ("malformed", "could not decode", "no such column", "no such table")),
    ("not a database", "it is not a Bali Desk file"),
)


@contextmanager
def in_plain_words(path: Path) -> Iterator[None]:
    """Turn the driver's errors about the file at `path` into a DeskError; faults of ours pass through."""
    try:
        yield
    except UnicodeDecodeError as error:  # the driver cannot read what SQLite says of a ruined table
        raise DeskError(f"“{path.name}”: {_DAMAGED}.") from error
    except (DBAPIError, driver.Error) as error:
        if isinstance(error, (IntegrityError, InterfaceError, driver.IntegrityError)):
            raise
        said = str(error).lower()
        for cause, words in _CAUSES:
            if cause in said:
                raise DeskError(f"“{path.name}”: {words}.") from error
        raise
    except StaleDataError as error:
        raise DeskError("This record was changed by another program meanwhile: look at it again.") from error


@contextmanager
def damage_in_words() -> Iterator[None]:
    """Tell a stored row that no program can have written, such as a date that is none, as damage."""
    try:
        yield
    except (ValueError, TypeError, NoResultFound, MultipleResultsFound) as error:
        raise DeskError(f"A record of this desk cannot be read: {_DAMAGED}.") from error

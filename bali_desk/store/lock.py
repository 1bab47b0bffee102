"""One writer per desk: a lock beside the file that also holds between computers on a shared folder."""

from __future__ import annotations

import getpass
import json
import platform
from contextlib import suppress
from datetime import datetime
from pathlib import Path

from filelock import FileLock, Timeout

from bali_desk.domain.errors import DeskError


def lock_file(desk: Path) -> Path:
    """The file that is locked for a desk: one, by whatever path or link the desk is opened."""
    desk = desk.resolve()
    return desk.with_name(f".{desk.name}.lock")


class WriterLock:
    """Held from opening to closing; the system gives it back when a program dies, so nothing is ever stale."""

    def __init__(self, desk: Path) -> None:
        """Take the lock of `desk`; DeskError says who holds it when somebody else does."""
        file = lock_file(desk)
        if not file.parent.is_dir():
            raise DeskError(f"There is no folder “{file.parent}”.")
        self._holder = file.with_suffix(".holder")
        self._lock = FileLock(file, timeout=0)
        try:
            self._lock.acquire()
        except Timeout:
            raise DeskError(f"“{desk.name}” is open elsewhere{self._who()}: close it there first.") from None
        except OSError as error:
            raise DeskError(f"“{desk.name}” cannot be locked with “{file}”: {error.strerror}.") from error
        with suppress(OSError):  # on a full disk nobody is told who has it, but it is held
            self._holder.write_text(json.dumps(_me()), encoding="utf-8")

    def release(self) -> None:
        """Let somebody else write."""
        with suppress(OSError):
            self._holder.unlink(missing_ok=True)
        self._lock.release()

    def _who(self) -> str:
        try:
            holder = json.loads(self._holder.read_text(encoding="utf-8"))
            return f", by {holder['user']} on {holder['computer']} since {holder['since']}"
        except (OSError, ValueError, KeyError, TypeError):
            return ""


def _me() -> dict[str, str]:
    try:
        user = getpass.getuser()
    except (OSError, KeyError):  # an account without a name
        user = "somebody"
    return {"user": user, "computer": platform.node(), "since": f"{datetime.now():%H:%M on %d %B %Y}"}

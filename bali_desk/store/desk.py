"""The open desk: one file, the only way to read it and the only way to change it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from time import monotonic

from sqlalchemy.exc import IntegrityError
from sqlmodel import Session

from bali_desk.domain.errors import DeskError
from bali_desk.store.engine import writing
from bali_desk.store.history import Step, record
from bali_desk.store.opening import OpenFile, open_file
from bali_desk.store.trouble import in_plain_words

MERGE_WITHIN = 10.0  # seconds between keystrokes that still count as one edit
STEPS_KEPT = 500

Listener = Callable[[Step], None]


class Desk:
    """A desk file, open. Every change commits at once; `undo` and `redo` walk the changes of this opening."""

    def __init__(self, path: Path, *, create: bool = True, for_writing: bool = True) -> None:
        """Open the desk at `path`, or make it where `create` says so.

        Raises DeskError when it is no desk, damaged, newer than this program, read-only or open elsewhere.
        """
        self.path = path
        self._file: OpenFile = open_file(path, create=create, for_writing=for_writing)
        self._done: list[Step] = []
        self._undone: list[Step] = []
        self._listeners: list[Listener] = []
        self._last_change = 0.0
        self.saved_at: datetime | None = None

    @contextmanager
    def reading(self) -> Iterator[Session]:
        """A short session to look things up; what comes out are plain detached records."""
        with in_plain_words(self.path), Session(self._file.engine, expire_on_commit=False) as session:
            yield session

    @contextmanager
    def change(self, label: str, merge: object = None, *, lasting: bool = False) -> Iterator[Session]:
        """Commit what the body does as one undoable step, or nothing at all if it raises.

        `label` is the menu's "Undo …". Changes with an equal `merge` that follow each other within ten seconds, such
        as a burst of typing in one field, become one step. Rows are changed through the session only.
        What is `lasting`, such as that a version went out, is no step: undo cannot make it not have happened.
        """
        step = Step(label, merge)
        with in_plain_words(self.path), Session(writing(self._file.engine), expire_on_commit=False) as session:
            record(session, step)
            yield session
            session.commit()
        if step.changes:
            if not lasting:
                self._push(step)
            self._announce(step)

    @property
    def undo_label(self) -> str | None:
        """What undo would take back; None where there is nothing."""
        return self._done[-1].label if self._done else None

    @property
    def redo_label(self) -> str | None:
        """What redo would do again; None where there is nothing."""
        return self._undone[-1].label if self._undone else None

    def undo(self) -> Step | None:
        """Take the last step back and give what was done for it; None where there is none."""
        if not self._done:
            return None
        back = self._done[-1].reversed()
        self._apply(back)
        self._undone.append(self._done.pop())
        self._announce(back)
        return back

    def redo(self) -> Step | None:
        """Do the last step that was taken back again, and give it; None where there is none."""
        if not self._undone:
            return None
        again = self._undone[-1]
        self._apply(again)
        self._done.append(self._undone.pop())
        self._announce(again)
        return again

    def listen(self, listener: Listener) -> Callable[[], None]:
        """Call `listener` with the step after every change, undo and redo, until the returned function is called."""
        self._listeners.append(listener)
        return lambda: self._listeners.remove(listener) if listener in self._listeners else None

    @contextmanager
    def listening_whole(self) -> Iterator[None]:
        """Whoever began to listen in the body is heard no more when the body fails: it is not there to hear."""
        before = list(self._listeners)
        try:
            yield
        except BaseException:
            self._listeners[:] = [one for one in self._listeners if one in before]
            raise

    def close(self) -> None:
        """Let go of the file."""
        self._file.close()

    def _push(self, step: Step) -> None:
        previous = self._done[-1] if self._done and not self._undone else None
        fresh = monotonic() - self._last_change < MERGE_WITHIN
        if previous and step.merge is not None and previous.merge == step.merge and fresh:
            previous.changes.extend(step.changes)
            if previous.is_void():
                self._done.pop()
        else:
            self._done.append(step)
            del self._done[:-STEPS_KEPT]
        self._undone.clear()
        self._last_change = monotonic()

    def _apply(self, step: Step) -> None:
        try:
            with in_plain_words(self.path), Session(writing(self._file.engine)) as session:
                step.apply(session)
                session.commit()
        except IntegrityError as error:
            raise DeskError(
                "This step cannot be taken back: something that stays, such as a version that went out, hangs on it."
            ) from error
        self._last_change = 0.0

    def _announce(self, step: Step) -> None:
        self.saved_at = datetime.now()
        for listener in list(self._listeners):
            if listener in self._listeners:  # one before it may have ended this one
                listener(step)

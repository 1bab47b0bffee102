"""Meetings that come and go as one file, and copies of the whole desk."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from pathlib import Path

from bali_desk.domain.errors import DeskError
from bali_desk.presenters.ask import Ask
from bali_desk.presenters.frame import meeting_name
from bali_desk.presenters.meetings.sample import SAMPLE
from bali_desk.store.desk import Desk
from bali_desk.store.records import read_record

KINDS = "Meeting files (*.meeting.json *.json)"
DESK_KINDS = "Bali Desk files (*.desk)"


class MeetingFiles:
    """Brings meetings in and hands them over; `opened` is told which meeting came."""

    def __init__(self, desk: Desk, ask: Ask, opened: Callable[[int], None]) -> None:
        self._desk, self._ask, self._opened = desk, ask, opened

    def open_sample(self) -> None:
        """Brings the sample meeting into the desk."""
        from bali_desk.presenters.statement.composing import compose_statement

        meeting_id = self._bring(SAMPLE)
        if meeting_id is not None:
            compose_statement(self._desk, meeting_id)

    def bring(self) -> None:
        """Brings a meeting that a colleague handed over."""
        path = self._ask.open_file("Import meeting file", KINDS)
        if path is not None:
            self._bring(path)

    def hand_over(self, meeting_id: int) -> None:
        """Writes a whole meeting to one file."""
        from bali_desk.documents.files import safe_name, write_whole
        from bali_desk.exchange.meeting_file import to_file

        with self._desk.reading() as session:
            record = read_record(session, meeting_id)
        name = safe_name(f"{record.body.short or record.body.name} {meeting_name(record.meeting)}", "meeting.json")
        path = self._ask.save_as("Export meeting file", name, KINDS)
        if path is None:
            return
        try:
            write_whole(path, to_file(record))
        except DeskError as error:
            self._ask.fail(str(error))
            return
        self._ask.tell(f"Meeting written to {path.name}.")

    def back_up(self) -> None:
        """Writes a whole copy of the desk where she says, such as a stick."""
        from bali_desk.store import backups

        name = f"{self._desk.path.stem} {dt.date.today().isoformat()}.desk"
        path = self._ask.save_as("Back up the desk", name, DESK_KINDS)
        if path is None:
            return
        if path.resolve() == self._desk.path.resolve():
            self._ask.fail("That is the desk itself: give its copy another name.")
            return
        try:
            backups.copy(self._desk.path, path)
        except DeskError as error:
            self._ask.fail(str(error))
            return
        self._ask.tell(f"A copy of the desk was written to {path.name}.")

    def _bring(self, path: Path) -> int | None:
        from bali_desk.exchange.importing import take_in

        try:
            data = path.read_bytes()
            if not self._may_update(data):
                return None
            with self._desk.change("Import meeting") as session:
                taken = take_in(session, data)
        except DeskError as error:
            self._ask.fail(f"{path.name}: {error}")
            return None
        except OSError as error:
            self._ask.fail(f"{path.name} could not be read: {error.strerror}.")
            return None
        self._opened(taken.meeting)
        if taken.warnings:
            self._ask.fail("The meeting was imported. Look at these: " + "; ".join(taken.warnings[:5]) + ".")
        else:
            self._ask.tell("Meeting imported." if taken.created else "The meeting was brought up to the file.")
        return taken.meeting

    def _may_update(self, data: bytes) -> bool:
        """Whether the meeting of the file is new to the desk, or she wants hers brought up to it."""
        from bali_desk.exchange import checking
        from bali_desk.exchange.importing import known_meeting

        content = checking.read(data)
        with self._desk.reading() as session:
            known = known_meeting(session, content)
            if known is None:
                return True
            name = meeting_name(known)
        return self._ask.confirm(
            f"The desk has this meeting already: {name}. Where the file says something else, it takes its place.",
            "Update meeting",
        )

"""Meetings that come and go as one file, and copies of the whole desk."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from bali_desk.domain.errors import DeskError
from bali_desk.presenters.ask import Ask
from bali_desk.presenters.frame import meeting_name
from bali_desk.presenters.sample import SAMPLE
from bali_desk.store.desk import Desk
from bali_desk.store.records import read_record

KINDS = "Meeting files (*.meeting.json *.json)"


class MeetingFiles:
    """Brings meetings in and hands them over; `opened` is told which meeting came."""

    def __init__(self, desk: Desk, ask: Ask, opened: Callable[[int], None]) -> None:
        self._desk, self._ask, self._opened = desk, ask, opened

    def open_sample(self) -> None:
        """Brings the sample meeting into the desk."""
        from bali_desk.presenters.composing import compose_statement

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
        from bali_desk.exchange.meeting_file import to_file

        with self._desk.reading() as session:
            record = read_record(session, meeting_id)
        name = f"{record.body.short or record.body.name} {meeting_name(record.meeting)}".replace("/", "-")
        path = self._ask.save_as("Export meeting file", f"{name}.meeting.json", KINDS)
        if path is None:
            return
        try:
            path.write_bytes(to_file(record))
        except OSError as error:
            self._ask.fail(f"{path.name} could not be written: {error.strerror}.")
            return
        self._ask.tell(f"Meeting written to {path.name}.")

    def back_up(self) -> None:
        """Sets a copy of the desk aside."""
        self._desk.back_up()
        self._ask.tell("A copy of the desk was set aside beside it.")

    def _bring(self, path: Path) -> int | None:
        from bali_desk.exchange.importing import take_in

        try:
            data = path.read_bytes()
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

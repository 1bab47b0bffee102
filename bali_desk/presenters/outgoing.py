"""What leaves the house as a sheet or a calendar: persons of a meeting to Excel and CSV, its agenda to calendars."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from bali_desk.domain.models import Delegation, Participant
from bali_desk.domain.record import Record
from bali_desk.presenters.ask import Ask
from bali_desk.presenters.frame import meeting_name
from bali_desk.presenters.telling import told
from bali_desk.store.desk import Desk
from bali_desk.store.records import read_record

EXCEL, CSV, CALENDAR = "Excel files (*.xlsx)", "Text with commas (*.csv)", "Calendar files (*.ics)"


def write_calendar(desk: Desk, meeting_id: int, path: Path) -> None:
    """Writes the agenda of a meeting as a calendar file; raises DeskError when it has no time, or cannot be written."""
    from bali_desk.documents.files import write_whole

    write_whole(path, _calendar_of(_read(desk, meeting_id)))


class Outgoing:
    """Asks where to write, writes the whole file or nothing, and says so."""

    def __init__(self, desk: Desk, ask: Ask, meeting_id: int) -> None:
        self._desk, self._ask, self._meeting_id = desk, ask, meeting_id

    @told
    def everyone_to_excel(self) -> None:
        """All persons, in the printed order, as an Excel file."""
        self._write_persons("Export participants to Excel", "xlsx", EXCEL)

    @told
    def everyone_to_csv(self) -> None:
        """All persons, in the printed order, as comma-separated text."""
        self._write_persons("Export participants to CSV", "csv", CSV)

    @told
    def delegation_to_excel(self, delegation_id: int) -> None:
        """The persons of one delegation as an Excel file to send back to it, without the office's notes."""
        from bali_desk.exchange.persons_out import to_xlsx

        record = _read(self._desk, self._meeting_id)
        people = [person for person in _in_printed_order(record) if person.delegation_id == delegation_id]
        with self._desk.reading() as session:
            name = session.get_one(Delegation, delegation_id).name
        self._write(
            "Export this delegation to Excel",
            _file_name(record, name, "xlsx"),
            EXCEL,
            lambda: to_xlsx(record, people, notes=False),
            _persons(len(people)),
        )

    @told
    def agenda_to_calendar(self) -> None:
        """The agenda as a calendar file; sent again, it replaces in the calendars what was sent before."""
        record = _read(self._desk, self._meeting_id)
        content = _calendar_of(record)  # where nothing has a time, she learns it before she is asked for a name
        self._write(
            "Export agenda as calendar file", _file_name(record, "agenda", "ics"), CALENDAR, lambda: content, "Agenda"
        )

    # ---- inner ----
    def _write_persons(self, title: str, suffix: str, kinds: str) -> None:
        from bali_desk.exchange.persons_out import to_csv, to_xlsx

        record = _read(self._desk, self._meeting_id)
        people = _in_printed_order(record)
        make = to_csv if suffix == "csv" else to_xlsx
        name = _file_name(record, "participants", suffix)
        self._write(title, name, kinds, lambda: make(record, people), _persons(len(people)))

    def _write(self, title: str, name: str, kinds: str, make: Callable[[], bytes], what: str) -> None:
        from bali_desk.documents.files import write_whole

        path = self._ask.save_as(title, name, kinds)
        if path is not None:
            write_whole(path, make())
            self._ask.tell(f"{what} written to {path.name}.")


def _read(desk: Desk, meeting_id: int) -> Record:
    with desk.reading() as session:
        return read_record(session, meeting_id)


def _calendar_of(record: Record) -> bytes:
    from bali_desk.exchange.calendar import to_calendar

    return to_calendar(record, f"{record.body.short or record.body.name}: {meeting_name(record.meeting)}")


def _in_printed_order(record: Record) -> list[Participant]:
    from bali_desk.documents.contexts.people import in_printed_order

    return in_printed_order(record)


def _file_name(record: Record, what: str, suffix: str) -> str:
    from bali_desk.documents.files import safe_name

    return safe_name(f"{record.body.short or record.body.name} {meeting_name(record.meeting)} - {what}", suffix)


def _persons(number: int) -> str:
    return "1 person" if number == 1 else f"{number} persons"

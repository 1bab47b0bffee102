"""The rows of the register as an Excel or CSV file; what is private stays in the house unless it is asked for."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from bali_desk.presenters.ask import Ask
from bali_desk.presenters.decisions.rows import ActionRow, DecisionRow
from bali_desk.presenters.numbers import some
from bali_desk.presenters.outgoing import CSV, EXCEL

Value = str | dt.date | None
DECISION_HEADS = ("Number", "Decision", "Body", "Meeting", "Date", "Agenda item", "Status", "Recommended to")
ACTION_HEADS = ("Action", "Owner", "Due", "Status", "Standing", "Follows from", "Body", "Meeting", "Date")
PRIVATE = "Private"  # head of the column that marks what is private, where any of it goes out


def export(
    ask: Ask, rows: Sequence[DecisionRow] | Sequence[ActionRow], what: str, kind: str, with_private: bool
) -> None:
    """Ask where to write the rows, write them in their order, and say how many went out and how many did not.

    `what` is "decision" or "action", `kind` "xlsx" or "csv". Raises DeskError when the file cannot be written.
    """
    from bali_desk.documents.files import safe_name, write_whole
    from bali_desk.exchange.sheet_out import rows_to_csv, rows_to_xlsx

    going = [row for row in rows if with_private or not row.private]
    title = f"{what.capitalize()}s"
    words = f"Export {what}s to {'CSV' if kind == 'csv' else 'Excel'}"
    path = ask.save_as(words, safe_name(title, kind), CSV if kind == "csv" else EXCEL)
    if path is None:
        return
    table = sheet(going, what, with_private)
    write_whole(path, rows_to_csv(table) if kind == "csv" else rows_to_xlsx(title, table, wrapped=True))
    left = len(rows) - len(going)
    said = f"{some(len(going), what)} written to {path.name}"
    ask.tell(f"{said}; {left} private left out." if left else f"{said}.")


def sheet(rows: Sequence[DecisionRow | ActionRow], what: str, marked: bool) -> list[list[Value]]:
    """The cells, heads first; `marked` says of each row whether it is private."""
    heads = DECISION_HEADS if what == "decision" else ACTION_HEADS
    made: list[list[Value]] = [[*heads, *([PRIVATE] if marked else [])]]
    for row in rows:
        cells = _decision(row) if isinstance(row, DecisionRow) else _action(row)
        made.append([*(cell or None for cell in cells), *(["private" if row.private else None] if marked else [])])
    return made


def _decision(row: DecisionRow) -> tuple[Value, ...]:
    day = dt.date.fromisoformat(row.meeting.start)
    return (
        row.number, row.text, row.meeting.body, row.meeting.words, day, row.place.item, row.status, row.recommended_to
    )  # fmt: skip


def _action(row: ActionRow) -> tuple[Value, ...]:
    day = dt.date.fromisoformat(row.meeting.start)
    return (
        row.text, row.owner, row.due, row.status, row.when_due, row.follows, row.meeting.body, row.meeting.words, day
    )  # fmt: skip

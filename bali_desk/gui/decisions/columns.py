"""The columns of the two lists of the register."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from bali_desk.domain.letters import alphabetical
from bali_desk.gui.look_values import ACTION_INKS, DECISION_INKS, DUE_INKS
from bali_desk.gui.plain import one_line, tip
from bali_desk.gui.tables import Column
from bali_desk.presenters.decisions.rows import ActionRow, DecisionRow

NUMBER, DECISION, MEETING, DATE, ITEM, DECISION_STATUS = range(6)
ACTION, OWNER, DUE, ACTION_STATUS, FOLLOWS, AT = range(6)
TWICE = "Another decision of this body has this number too."


class Layout(NamedTuple):
    """How wide the columns are at ten points, and what is special about some."""

    widths: tuple[int, ...]
    stretch: int  # takes what is left
    wrapped: tuple[int, ...]  # stand in two lines
    choice: int  # a click on it opens the choice of a status


DECISION_LAYOUT = Layout((104, 0, 140, 140, 148, 150), DECISION, (DECISION, MEETING, ITEM), DECISION_STATUS)
ACTION_LAYOUT = Layout((0, 148, 166, 142, 226, 132), ACTION, (ACTION, OWNER, FOLLOWS, AT), ACTION_STATUS)


def decision_columns(write: Callable[[DecisionRow, str], None]) -> list[Column[DecisionRow]]:
    """Number, which is typed in place, sentence, meeting, date, agenda item and status."""
    return [
        Column(
            "Number",
            lambda row: one_line(row.number),
            key=lambda row: row.number_key,
            weight=lambda _row: 500,
            ink=lambda row: "warning" if row.number_twice else "ink",
            second=lambda row: "given twice" if row.number_twice else "",
            edit=write,
            tip=lambda row: TWICE if row.number_twice else tip(row.number),
        ),
        Column(
            "Decision",
            lambda row: f"Private: {one_line(row.text)}" if row.private else one_line(row.text),
            key=lambda row: alphabetical(row.text),
            icon=lambda row: "private" if row.private else "",
            dot=lambda row: "private" if row.private else "",
            ink=lambda row: "private" if row.private else "ink",
            tip=lambda row: tip(row.text),
        ),
        Column(
            "Meeting",
            lambda row: one_line(row.meeting.words),
            key=lambda row: alphabetical(row.meeting.words),
            tip=lambda row: tip(row.meeting.words),
        ),
        Column("Date", lambda row: row.meeting.day, key=lambda row: row.meeting.start, ink=lambda _row: "soft"),
        Column(
            "Agenda item",
            lambda row: one_line(row.place.item),
            key=lambda row: row.place.order,
            ink=lambda _row: "soft",
            tip=lambda row: tip(row.place.item),
        ),
        Column(
            "Status",
            lambda row: _capital(row.status) or "No status yet",
            dot=lambda row: DECISION_INKS.get(row.status, "soft") if row.status else "",
            ink=lambda row: DECISION_INKS.get(row.status, "soft"),
            tip=lambda row: tip(row.status),
        ),
    ]


def action_columns(write: Callable[[ActionRow, str, str], None]) -> list[Column[ActionRow]]:
    """What is to be done, by whom and by when, which are typed in place; its status, what it follows from, meeting."""
    return [
        Column(
            "Action",
            lambda row: f"Private: {_said(row)}" if row.private else _said(row),
            key=lambda row: alphabetical(row.text),
            icon=lambda row: "private" if row.private else "",
            dot=lambda row: "private" if row.private else "",
            ink=lambda row: "private" if row.private else "ink" if row.text else "soft",
            raw=lambda row: row.text,
            edit=lambda row, words: write(row, "text", words),
            tip=lambda row: tip(row.text),
        ),
        Column(
            "Owner",
            lambda row: one_line(row.owner) or "No owner",
            key=lambda row: alphabetical(row.owner),
            ink=lambda row: "ink" if row.owner else "soft",
            raw=lambda row: row.owner,
            edit=lambda row, words: write(row, "owner", words),
            tip=lambda row: tip(row.owner),
        ),
        Column(
            "Due",
            lambda row: row.due_words or "No date",
            key=lambda row: row.due_key,
            ink=lambda row: DUE_INKS.get(row.standing, "ink" if row.due and row.standing != "closed" else "soft"),
            second=lambda row: _capital(row.when_due),
            raw=lambda row: row.due_words,
            edit=lambda row, words: write(row, "due", words),
        ),
        Column(
            "Status",
            lambda row: _capital(one_line(row.status)),
            dot=lambda row: ACTION_INKS.get(row.status, "soft"),
            ink=lambda row: ACTION_INKS.get(row.status, "soft"),
        ),
        Column(
            "Follows from",
            lambda row: one_line(row.follows) or "No outcome",
            key=lambda row: alphabetical(row.follows),
            ink=lambda _row: "soft",
            tip=lambda row: tip(row.follows),
        ),
        Column(
            "Meeting",
            lambda row: one_line(row.meeting.words),
            key=lambda row: (row.meeting.start, row.meeting.words),
            ink=lambda _row: "soft",
            tip=lambda row: tip(row.meeting.words),
        ),
    ]


def _said(row: ActionRow) -> str:
    return one_line(row.text) or "New action"


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]

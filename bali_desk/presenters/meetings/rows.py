"""The list of meetings as plain data: what the window shows before anything else is loaded."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import groupby
from typing import NamedTuple, Protocol

from bali_desk.domain.dates import ordinal_figure


class MeetingRow(NamedTuple):
    """One meeting in the list: "3rd", "Bali", "2017"."""

    meeting_id: int
    label: str
    place: str
    year: str


class BodyRows(NamedTuple):
    """A body with its meetings, the latest first."""

    body: str
    meetings: list[MeetingRow]
    body_id: int | None = None


class Glanced(Protocol):
    """What the desk gives for the first paint."""

    @property
    def id(self) -> int:
        """Its key."""

    @property
    def body(self) -> str:
        """The name of its body."""

    @property
    def ordinal(self) -> int | None:
        """Which of the series it is."""

    @property
    def title(self) -> str | None:
        """Its own title, where it has one."""

    @property
    def place(self) -> str:
        """Where it meets."""

    @property
    def year(self) -> str:
        """When it meets."""


def grouped(meetings: Iterable[Glanced]) -> list[BodyRows]:
    """The meetings, which come body by body, as the window shows them."""
    return [
        BodyRows(body, [MeetingRow(one.id, label(one.ordinal, one.title), one.place, one.year) for one in ours])
        for body, ours in groupby(meetings, key=lambda one: one.body)
    ]


def label(ordinal: int | None, title: str | None) -> str:
    """What a meeting is called in the list: its ordinal, else its title."""
    return ordinal_figure(ordinal) if ordinal else title or "Meeting"

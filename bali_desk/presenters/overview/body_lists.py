"""What a body brings to its meetings, edited in place: members, acronyms, registered names, and earlier meetings."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, ClassVar

from sqlalchemy.orm.attributes import flag_modified
from sqlmodel import Session

from bali_desk.domain.dates import ordinal_figure
from bali_desk.domain.errors import DeskError
from bali_desk.domain.models import Body, EarlierMeeting, Meeting, Member
from bali_desk.domain.record import Record
from bali_desk.presenters import typed
from bali_desk.presenters.ask import Ask
from bali_desk.presenters.overview.facts import read_ordinal
from bali_desk.presenters.side_list import Reader, SideList, SideRow, named
from bali_desk.presenters.telling import told
from bali_desk.store.desk import Desk
from bali_desk.store.records import next_sequence


@dataclass(frozen=True)
class BodyRows:
    """The four lists as they stand."""

    members: Sequence[SideRow]
    acronyms: Sequence[SideRow]
    names: Sequence[SideRow]
    earlier: Sequence[SideRow]


class BodyLists:
    """The four lists of a body, seen from one of its meetings."""

    def __init__(self, desk: Desk, ask: Ask, meeting_id: int) -> None:
        self.members: SideList = MembersList(desk, ask, meeting_id)
        self.acronyms: SideList = AcronymsList(desk, ask, meeting_id)
        self.names: SideList = NamesList(desk, ask, meeting_id)
        self.earlier: SideList = EarlierMeetings(desk, ask, meeting_id)

    def rows(self, record: Record) -> BodyRows:
        """What each list shows."""
        return BodyRows(
            self.members.rows(record), self.acronyms.rows(record), self.names.rows(record), self.earlier.rows(record)
        )


class MembersList(SideList):
    """The standing members and observers of the body."""

    kind = Member
    called = "member"
    fields: ClassVar[Mapping[str, Reader]] = {
        "name": lambda text: named(text, "A member"),
        "official_name": typed.words,
        "kind": typed.words,
        "status": typed.words,
    }

    def rows(self, record: Record) -> list[SideRow]:
        """Every member, with its official name and what it is."""
        return [self._shown(member) for member in record.members]

    def _shown(self, member: Member) -> SideRow:
        values = {name: getattr(member, name) or "" for name in self.fields}
        parts = (member.status, member.kind, member.official_name)
        return SideRow(member.id or 0, member.name, " · ".join(part for part in parts if part), values)

    def _new(self, session: Session) -> Member:
        body_id = session.get_one(Meeting, self._meeting_id).body_id
        place = next_sequence(session, Member, body_id=body_id)
        return Member(body_id=body_id, name="New member", kind="country", status="member", sequence=place)

    def _stored(self, record: Record) -> Sequence[Member]:
        return record.members


class EarlierMeetings(SideList):
    """The meetings of the series before this one."""

    kind = EarlierMeeting
    called = "earlier meeting"
    fields: ClassVar[Mapping[str, Reader]] = {
        "ordinal": read_ordinal,
        "place": typed.words,
        "start": typed.rough_day,
        "end": typed.rough_day,
    }

    def rows(self, record: Record) -> list[SideRow]:
        """Each with its number, where and when."""
        return [self._shown(earlier) for earlier in record.earlier_meetings]

    def _shown(self, earlier: EarlierMeeting) -> SideRow:
        values = {"ordinal": ordinal_figure(earlier.ordinal) if earlier.ordinal else "", "place": earlier.place or ""}
        values["start"], values["end"] = typed.shown_day(earlier.start), typed.shown_day(earlier.end)
        title = "  ".join(part for part in (values["ordinal"], earlier.place) if part)
        days = " – ".join(dict.fromkeys(day for day in (values["start"], values["end"]) if day))
        return SideRow(earlier.id or 0, title or "Earlier meeting", days or "no date yet", values)

    def _new(self, session: Session) -> EarlierMeeting:
        place = next_sequence(session, EarlierMeeting, meeting_id=self._meeting_id)
        return EarlierMeeting(meeting_id=self._meeting_id, sequence=place)

    def _stored(self, record: Record) -> Sequence[EarlierMeeting]:
        return record.earlier_meetings


class _WordsOfBody(SideList):
    """A list the body's own row holds: a row has no key of the desk, so its place names it."""

    kind = Body

    @told
    def add(self) -> int:
        """A new entry at the end; gives its place."""
        with self._desk.change(f"Add {self.called}") as session:
            body = self._body(session)
            entries = self._entries(body)
            self._keep(body, [*entries, self._fresh(entries)])
        return len(entries)

    def change(self, row_id: int, field: str, text: str) -> None:
        """Keep what was typed into a field; raises DeskError when it cannot be kept."""
        value = self.fields[field](text)
        with self._desk.change(f"Edit {self.called}", merge=(type(self), row_id, field)) as session:
            body = self._body(session)
            entries = self._entries(body)
            if row_id < len(entries):
                entries[row_id] = self._with(entries, row_id, field, value)
                self._keep(body, entries)

    @told
    def remove(self, row_id: int) -> None:
        """Take an entry away."""
        with self._desk.change(f"Delete {self.called}") as session:
            body = self._body(session)
            entries = self._entries(body)
            self._keep(body, [entry for place, entry in enumerate(entries) if place != row_id])

    @told
    def move(self, row_id: int, by: int) -> int:
        """Move an entry up or down; gives its new place."""
        with self._desk.change(f"Move {self.called}") as session:
            body = self._body(session)
            entries = self._entries(body)
            target = min(max(row_id + by, 0), len(entries) - 1)
            entries.insert(target, entries.pop(row_id))
            self._keep(body, entries)
        return target

    def _body(self, session: Session) -> Body:
        return session.get_one(Body, session.get_one(Meeting, self._meeting_id).body_id)

    def _entries(self, body: Body) -> list[Any]:
        raise NotImplementedError

    def _keep(self, body: Body, entries: list[Any]) -> None:
        raise NotImplementedError

    def _fresh(self, entries: list[Any]) -> Any:
        raise NotImplementedError

    def _with(self, entries: list[Any], place: int, field: str, value: Any) -> Any:
        raise NotImplementedError


class NamesList(_WordsOfBody):
    """The registered names of forums, instruments and plans, as the text must write them."""

    called = "registered name"
    fields: ClassVar[Mapping[str, Reader]] = {"name": lambda text: named(text, "An entry of this list")}

    def rows(self, record: Record) -> list[SideRow]:
        """The names in their order."""
        return [SideRow(place, name, "", {"name": name}) for place, name in enumerate(record.body.names)]

    def _entries(self, body: Body) -> list[str]:
        return list(body.names)

    def _keep(self, body: Body, entries: list[str]) -> None:
        body.names = entries

    def _fresh(self, entries: list[str]) -> str:
        return _unused("New name", entries)

    def _with(self, entries: list[str], place: int, field: str, value: str) -> str:
        return value


class AcronymsList(_WordsOfBody):
    """The acronyms of the body with what they stand for, in the officer's order."""

    called = "acronym"
    fields: ClassVar[Mapping[str, Reader]] = {
        "short": lambda text: named(text, "An acronym"),
        "full": lambda text: typed.words(text) or "",
    }

    def rows(self, record: Record) -> list[SideRow]:
        """Each with its full words below it."""
        return [
            SideRow(place, short, full or "not yet explained", {"short": short, "full": full})
            for place, (short, full) in enumerate(self._entries(record.body))
        ]

    def _entries(self, body: Body) -> list[tuple[str, str]]:
        return list(body.acronyms.items())

    def _keep(self, body: Body, entries: list[tuple[str, str]]) -> None:
        body.acronyms = dict(entries)
        flag_modified(body, "acronyms")  # the same acronyms in another order are equal, yet not the same

    def _fresh(self, entries: list[tuple[str, str]]) -> tuple[str, str]:
        return _unused("New acronym", [short for short, _full in entries]), ""

    def _with(self, entries: list[tuple[str, str]], place: int, field: str, value: str) -> tuple[str, str]:
        short, full = entries[place]
        if field == "full":
            return short, value
        if any(other == value for at, (other, _full) in enumerate(entries) if at != place):
            raise DeskError(f"“{typed.short(value)}” is in the list already.")
        return value, full


def _unused(words: str, taken: Sequence[str]) -> str:
    """These words, or with the first number that tells them apart."""
    numbered = (words if number == 1 else f"{words} {number}" for number in range(1, len(taken) + 2))
    return next(one for one in numbered if one not in taken)

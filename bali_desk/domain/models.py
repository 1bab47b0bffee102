"""The vocabulary of a meeting on one page: every table of the desk, with the names the field uses.

Tables check nothing when they are constructed: what comes from outside passes a rule first. Lists keep their order in
`sequence`. `handle` is a record's name in meeting files and in the references between records; it never changes.
"""

# No `from __future__ import annotations` here: SQLModel reads the annotations when a class is made.
import datetime as dt
import uuid
from typing import Any

from sqlalchemy import JSON, Column, ForeignKey
from sqlalchemy.orm import declared_attr
from sqlmodel import Field, SQLModel

SQLModel.metadata.naming_convention = {
    "ix": "ix_%(column_0_label)s",
    "uq": "uq_%(table_name)s_%(column_0_name)s",
    "ck": "ck_%(table_name)s_%(constraint_name)s",
    "fk": "fk_%(table_name)s_%(column_0_name)s_%(referred_table_name)s",
    "pk": "pk_%(table_name)s",
}


def new_handle() -> str:
    """A handle no other record has: twelve hexadecimal digits drawn at random."""
    return uuid.uuid4().hex[:12]


def _listed() -> Any:
    return Field(default_factory=list, sa_type=JSON)


def _mapped() -> Any:
    return Field(default=None, sa_type=JSON(none_as_null=True))  # type: ignore[call-overload,unused-ignore]


def _belongs_to(target: str, **more: Any) -> Any:
    """A reference to a row. Checked at commit: within one change, rows may come and go in any order."""
    return Field(sa_column_args=(ForeignKey(target, deferrable=True, initially="DEFERRED"),), index=True, **more)


class Stored(SQLModel):
    """What every row has: a key of the desk and a version that refuses a stale write."""

    __table_args__ = {"sqlite_autoincrement": True}

    id: int | None = Field(default=None, primary_key=True)
    version: int | None = Field(default=None, nullable=False)

    @declared_attr.directive
    def __mapper_args__(cls) -> dict[str, Column[int]]:
        return {"version_id_col": cls.__table__.c.version}  # type: ignore[attr-defined]


class Listed(Stored):
    """A row that has a place in a list and a handle."""

    sequence: int = 0
    handle: str = Field(default_factory=new_handle, index=True)


class Body(Stored, table=True):
    """The group that meets, with its parent process and its registered words."""

    name: str
    short: str | None = None
    parent: str | None = None
    main_actor: str | None = None  # "Members": the subject of its decisions
    style: str | None = None  # name of a statement style in resources/wording
    name_style: str | None = None  # how persons' names print: one of domain.names.NAME_STYLES
    acronyms: dict[str, str] = Field(default_factory=dict, sa_type=JSON)  # short: full
    names: list[str] = _listed()  # registered names of forums, instruments, plans


class Member(Stored, table=True):
    """A standing member or observer of a body."""

    body_id: int = _belongs_to("body.id")
    sequence: int = 0
    name: str
    official_name: str | None = None
    kind: str | None = None  # country, organisation
    status: str | None = None  # member, observer


class Meeting(Stored, table=True):
    """One meeting in a body's series."""

    body_id: int = _belongs_to("body.id")
    ordinal: int | None = None
    kind: str | None = None  # "annual meeting"
    title: str | None = None
    start: dt.date
    end: dt.date | None = None
    time_zone: str | None = None
    city: str | None = None
    country: str | None = None
    venue: str | None = None
    format: str | None = None  # in person, hybrid, virtual
    marking: str | None = None  # handling marking: "Draft - not for circulation"
    counts: dict[str, int] | None = _mapped()
    next: dict[str, str | None] | None = _mapped()


class MeetingSession(Listed, table=True):
    """A block of a meeting day: the agenda's times flow from its start, and attendance may be taken in it."""

    meeting_id: int = _belongs_to("meeting.id")
    name: str
    day: dt.date
    start: str | None = None  # HH:MM in the meeting's time zone
    end: str | None = None


class CoChair(Stored, table=True):
    """A country that chairs, with its institution and the person in the chair."""

    meeting_id: int = _belongs_to("meeting.id")
    sequence: int = 0
    country: str | None = None
    institution: str | None = None
    person: str | None = None


class EarlierMeeting(Stored, table=True):
    """A meeting of the series before this one; dates are YYYY, YYYY-MM or YYYY-MM-DD."""

    meeting_id: int = _belongs_to("meeting.id")
    sequence: int = 0
    ordinal: int | None = None
    start: str | None = None
    end: str | None = None
    place: str | None = None


class Delegation(Listed, table=True):
    """Those whom a country, an organisation or the secretariat sends to a meeting."""

    meeting_id: int = _belongs_to("meeting.id")
    name: str  # as the office calls it: "Lao PDR"
    official_name: str | None = None  # "Lao People's Democratic Republic"
    wished_name: str | None = None  # as the delegation itself asked to be listed
    kind: str | None = None  # country, organisation, secretariat
    status: str | None = None  # member, observer, guest


class Participant(Listed, table=True):
    """A person in a delegation at one meeting; every part of the name as it was given."""

    meeting_id: int = _belongs_to("meeting.id")
    delegation_id: int | None = _belongs_to("delegation.id", default=None)
    honorific: str | None = None
    given: str | None = None
    family: str | None = None
    display: str | None = None  # the whole name as it must print, where parts cannot say it
    native_name: str | None = None
    name_order: str | None = None
    position: str | None = None  # what she does at home: "Director, Anti-Trafficking Division"
    organisation: str | None = None
    role: str | None = None  # head of delegation, alternate, adviser, delegate
    email: str | None = None
    phone: str | None = None
    attendance: str | None = None  # expected, present, excused, absent, replaced
    replaced_by_id: int | None = _belongs_to("participant.id", default=None)
    mode: str | None = None  # in person, online
    present_on: list[str | None] = _listed()  # dates, YYYY-MM-DD
    note: str | None = None
    registered_on: dt.date | None = None  # when the desk first heard of her


class Presence(Stored, table=True):
    """How a person stood in one session, where that was taken; her state at the meeting is `Participant.attendance`."""

    session_id: int = _belongs_to("meetingsession.id")
    participant_id: int = _belongs_to("participant.id")
    state: str  # present, excused, absent


class AgendaItem(Listed, table=True):
    """A point of the agenda, or a break or ceremony between points; a tree by `parent_id`."""

    meeting_id: int = _belongs_to("meeting.id")
    parent_id: int | None = _belongs_to("agendaitem.id", default=None)
    session_id: int | None = _belongs_to("meetingsession.id", default=None)  # the first item of a session names it
    lead_id: int | None = _belongs_to("cochair.id", default=None)  # who of the co-chairs leads it
    no: str | None = None  # set by hand: "3 bis"; empty: counted
    title: str | None = None
    kind: str | None = None  # item, break, ceremony
    day: dt.date | None = None
    start: str | None = None  # HH:MM in the meeting's time zone
    end: str | None = None
    minutes: int | None = None
    presenters: list[str] = _listed()  # a participant's handle, or free text
    papers: list[str] = _listed()  # handles
    purpose: str | None = None  # information, discussion, decision
    annotation: str | None = None
    chair_notes: str | None = None  # private
    restricted: bool = False


class Paper(Listed, table=True):
    """A numbered document before the meeting."""

    meeting_id: int = _belongs_to("meeting.id")
    symbol: str | None = None
    revision: str | None = None  # "Rev.1", "Add.2", "Corr.1"
    title: str | None = None
    submitted_by: str | None = None
    purpose: str | None = None
    status: str | None = None
    restricted: bool = False


class PaperFile(Stored, table=True):
    """The file of a paper, kept in the desk; apart from the paper, so that no list of papers reads it."""

    paper_id: int = _belongs_to("paper.id", unique=True)
    name: str  # with its ending: "TIPWG-3-4 Rev.1.pdf"
    data: bytes


class Intervention(Listed, table=True):
    """What a delegation said on an item, as the officer noted it."""

    meeting_id: int = _belongs_to("meeting.id")
    agenda_item_id: int | None = _belongs_to("agendaitem.id", default=None)
    delegation_id: int | None = _belongs_to("delegation.id", default=None)
    speaker: str | None = None  # where it was no delegation, or to name the person
    text: str | None = None


class Outcome(Listed, table=True):
    """What the meeting did with an item: subject, reporting verb, matter, and points where it has them."""

    meeting_id: int = _belongs_to("meeting.id")
    agenda_item_id: int | None = _belongs_to("agendaitem.id", default=None)
    number: str | None = None
    subject: str | None = None
    verb: str | None = None
    text: str | None = None
    points: list[str] = _listed()
    public: bool = True
    papers: list[str] = _listed()  # handles
    fulfils: list[str] = _listed()  # handles of work plan lines
    recommended_to: dict[str, str | None] | None = _mapped()
    status: str | None = None  # of a decision: in force, implemented, superseded
    became: str | None = None  # of a recommendation: what the higher body made of it


class Mandate(Listed, table=True):
    """A direction of a higher body to this one, and the outcomes that answer it."""

    body_id: int = _belongs_to("body.id")
    giver: str | None = None  # "Ministers"
    given: str | None = None  # YYYY, YYYY-MM or YYYY-MM-DD
    text: str | None = None
    status: str | None = None  # open, done, superseded
    answered_by: list[str] = _listed()  # handles of outcomes, of any meeting of the body


class Action(Listed, table=True):
    """A task that follows from an outcome, with owner and due date."""

    meeting_id: int = _belongs_to("meeting.id")
    outcome_id: int | None = _belongs_to("outcome.id", default=None)
    text: str | None = None
    owner: str | None = None
    due: dt.date | None = None
    status: str | None = None  # open, done, superseded


class WorkPlan(Stored, table=True):
    """The body's plan as it stood at a meeting."""

    meeting_id: int = _belongs_to("meeting.id", unique=True)
    title: str | None = None
    from_: str | None = Field(default=None, sa_column_kwargs={"name": "from"})
    to: str | None = None


class WorkPlanLine(Listed, table=True):
    """One line of the work plan."""

    plan_id: int = _belongs_to("workplan.id")
    text: str | None = None
    status: str | None = None


class Event(Stored, table=True):
    """Another meeting, forum or campaign the text may mention; dates are YYYY, YYYY-MM or YYYY-MM-DD."""

    meeting_id: int = _belongs_to("meeting.id")
    sequence: int = 0
    name: str
    start: str | None = None
    end: str | None = None
    place: str | None = None
    note: str | None = None


class Statement(Stored, table=True):
    """The Co-Chairs' text of a meeting."""

    meeting_id: int = _belongs_to("meeting.id", unique=True)
    stage: str | None = None  # draft, circulated, final


class Block(Listed, table=True):
    """One paragraph, heading or list item of the statement, with what it came from."""

    statement_id: int = _belongs_to("statement.id")
    kind: str  # title, subtitle, heading, paragraph, bullet, numbered
    text: str = ""
    sources: list[str] = _listed()  # handles of outcomes or agenda items
    state: str | None = None  # record, edited, own
    slot: str | None = None  # which part of the composition it fills, e.g. "opening", "outcome:o4"
    composed: str | None = None  # what the record said when the officer last agreed with it
    proposed: str | None = None  # what the record says now, where she has to decide


class Bracket(Stored, table=True):
    """Words of a block that are not agreed: who proposed them, and what stands against them. They stand in [ ]."""

    block_id: int = _belongs_to("block.id")
    words: str  # as they stand between the brackets
    proposer: str | None = None
    alternative: str | None = None


class StatementVersion(Stored, table=True):
    """A statement as it left the house: never changed again."""

    meeting_id: int = _belongs_to("meeting.id")
    number: int
    stage: str
    made_at: dt.datetime  # with its time zone; kept in UTC
    blocks: list[dict[str, Any]] = _listed()  # kind, text, sources, state
    kept: list[dict[str, Any]] | None = _mapped()  # errors it went out with as final: check, quote, reason


class KeptFinding(Stored, table=True):
    """What a draft check finds and the officer says is right, or lets stand, and why."""

    check: str = Field(index=True)
    scope: str  # text: in this statement; words: these words in every statement; check: the check is off
    statement_id: int | None = _belongs_to("statement.id", default=None)
    words: str | None = None
    reason: str | None = None


class VersionFile(Stored, table=True):
    """A file in which a version left the house, to the byte."""

    version_id: int = _belongs_to("statementversion.id")
    name: str  # with its ending
    data: bytes


class Wording(Stored, table=True):
    """A body's own wording: the text of a file like those in resources/wording, which takes its place."""

    body_id: int = _belongs_to("body.id")
    style: str
    text: str


class AgreedText(Stored, table=True):
    """An earlier statement, read in from a file, whose language may be used again."""

    body: str | None = None
    title: str | None = None
    date: str | None = None  # YYYY, YYYY-MM or YYYY-MM-DD
    file_name: str
    digest: str = Field(index=True)  # SHA-256 of the file: reading it again adds nothing


class AgreedPassage(Stored, table=True):
    """A paragraph, heading or list item of an earlier statement."""

    text_id: int = _belongs_to("agreedtext.id")
    sequence: int = 0
    kind: str  # as of a block
    text: str


class DictionaryWord(Stored, table=True):
    """A word the officer has told the spelling to know."""

    word: str = Field(index=True)


class SheetMapping(Stored, table=True):
    """What the columns of one sender's registration sheets mean, as the officer last said; known by their heads."""

    heads: str = Field(index=True)  # the heads of the sheet, folded and joined
    fields: dict[str, str] = Field(default_factory=dict, sa_type=JSON)  # head: field of a participant

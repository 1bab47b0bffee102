"""What was found, as it is shown: whose words, when, under which title, and what stands before and after them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from sqlmodel import Session, col, select

from bali_desk.domain.dates import ordinal_word
from bali_desk.domain.models import AgreedPassage, AgreedText, Body, Meeting, StatementVersion, WorkPlan

PASSAGE, OUTCOME, PLAN_LINE, VERSION = "passage", "outcome", "line", "version"  # the sources of lines
KINDS = {PASSAGE: "statement", VERSION: "statement", OUTCOME: "outcome", PLAN_LINE: "work-plan line"}


@dataclass(frozen=True)
class Line:
    """A line of the index: which row it was made of, its words, and when they were said."""

    number: int
    source: str
    source_id: int
    place: int
    owner_id: int
    text: str
    date: str  # YYYY, YYYY-MM, YYYY-MM-DD or empty


@dataclass(frozen=True)
class Found:
    """A passage with its source; `date` is YYYY, YYYY-MM, YYYY-MM-DD or empty. Texts of versions carry markup."""

    line: Line
    kind: str  # statement, outcome, work-plan line
    form: str  # of a statement, the kind of its block; else "paragraph"
    body: str
    title: str
    date: str
    text: str
    before: str
    after: str


@dataclass(frozen=True)
class _Home:
    body: str
    title: str
    passages: Sequence[tuple[int, str, str]] = ()  # place, kind and words, where it has more than the line


def read_lines(session: Session, lines: Sequence[Line]) -> list[Found]:
    """The lines with their sources, in the same order; a line whose source is gone is left out."""
    homes = {
        **_texts(session, (line for line in lines if line.source == PASSAGE)),
        **_meetings(session, lines),
        **_versions(session, (line for line in lines if line.source == VERSION)),
    }
    keys = [(line.source, line.source_id if line.source == VERSION else line.owner_id) for line in lines]
    return [_found(line, homes[key]) for line, key in zip(lines, keys, strict=True) if key in homes]


def title_of(meeting: Meeting) -> str:
    """What a meeting is called: its title, else its ordinal and kind."""
    kind = meeting.kind or "meeting"
    numbered = f"{ordinal_word(meeting.ordinal)} {kind}" if meeting.ordinal else kind
    return meeting.title or numbered[:1].upper() + numbered[1:]


def _found(line: Line, home: _Home) -> Found:
    at = next((n for n, (place, _, _) in enumerate(home.passages) if place == line.place), None)
    form, before, after = "paragraph", "", ""
    if at is not None:
        form = home.passages[at][1]
        before = home.passages[at - 1][2] if at else ""
        after = home.passages[at + 1][2] if at + 1 < len(home.passages) else ""
    return Found(line, KINDS[line.source], form, home.body, home.title, line.date, line.text, before, after)


def _texts(session: Session, lines: Iterable[Line]) -> dict[tuple[str, int], _Home]:
    wanted = {line.owner_id for line in lines}
    texts = session.exec(select(AgreedText).where(col(AgreedText.id).in_(wanted))).all() if wanted else []
    passages: dict[int, list[tuple[int, str, str]]] = {}
    columns = (AgreedPassage.text_id, AgreedPassage.sequence, AgreedPassage.kind, AgreedPassage.text)
    asked = select(*columns).where(col(AgreedPassage.text_id).in_(wanted))
    order = (col(AgreedPassage.text_id), col(AgreedPassage.sequence), col(AgreedPassage.id))
    for text_id, place, kind, words in session.exec(asked.order_by(*order)) if wanted else ():
        passages.setdefault(text_id, []).append((place, kind, words))
    return {
        (PASSAGE, one.id or 0): _Home(one.body or "", one.title or one.file_name, passages.get(one.id or 0, []))
        for one in texts
    }


def _meetings(session: Session, lines: Sequence[Line]) -> dict[tuple[str, int], _Home]:
    """The homes of outcomes by their meeting, and of work plan lines by their plan."""
    homes: dict[tuple[str, int], _Home] = {}
    wanted = {line.owner_id for line in lines if line.source == OUTCOME}
    if wanted:
        met = select(Meeting, Body).join(Body).where(col(Meeting.id).in_(wanted))
        for meeting, body in session.exec(met):
            homes[OUTCOME, meeting.id or 0] = _Home(_short(body), title_of(meeting))
    wanted = {line.owner_id for line in lines if line.source == PLAN_LINE}
    if wanted:
        planned = select(WorkPlan, Meeting, Body).join(Meeting, col(WorkPlan.meeting_id) == Meeting.id).join(Body)
        for plan, meeting, body in session.exec(planned.where(col(WorkPlan.id).in_(wanted))):
            homes[PLAN_LINE, plan.id or 0] = _Home(_short(body), plan.title or f"Work plan, {title_of(meeting)}")
    return homes


def _versions(session: Session, lines: Iterable[Line]) -> dict[tuple[str, int], _Home]:
    wanted = {line.source_id for line in lines}
    if not wanted:
        return {}
    went_out = (
        select(StatementVersion, Meeting, Body).join(Meeting, col(StatementVersion.meeting_id) == Meeting.id).join(Body)
    )
    homes: dict[tuple[str, int], _Home] = {}
    for version, meeting, body in session.exec(went_out.where(col(StatementVersion.id).in_(wanted))):
        blocks = [
            (place, str(block.get("kind") or "paragraph"), str(block.get("text") or ""))
            for place, block in enumerate(version.blocks)
        ]
        title = f"{title_of(meeting)}, version {version.number}, {version.stage}"
        homes[VERSION, version.id or 0] = _Home(_short(body), title, blocks)
    return homes


def _short(body: Body) -> str:
    return body.short or body.name

"""Where the words of a block were taken from.

A block's `sources` are handles of its own meeting and travel in meeting files; the origin of reused words belongs to
this desk alone. It stands in the block's `slot`, which no file, no export and no version carries: `agreed:` and a name
that lasts (for a statement that was read in the digest of its file and the place of the passage, so that reading the
file again finds it again).
"""

from __future__ import annotations

from sqlmodel import Session, col, select

from bali_desk.domain.models import (
    AgreedPassage,
    AgreedText,
    Meeting,
    Outcome,
    StatementVersion,
    WorkPlan,
    WorkPlanLine,
)
from bali_desk.presenters.agreed.finding import Result
from bali_desk.presenters.typed import shown_day
from bali_desk.store.search_lines import OUTCOME, PASSAGE, PLAN_LINE, VERSION, title_of

AGREED = "agreed:"
DIGITS = 16  # of a digest: enough to tell the files of one desk apart
GONE = "an earlier text that is no longer in the desk"


def origin_of(session: Session, result: Result) -> str:
    """The slot of a block that takes these words."""
    source, row_id, place = result.key
    if source == PASSAGE:
        passage = session.get_one(AgreedPassage, row_id)
        digest = session.get_one(AgreedText, passage.text_id).digest[:DIGITS]
        return f"{AGREED}{source}:{digest}:{passage.sequence}"
    if source == VERSION:
        return f"{AGREED}{source}:{row_id}:{place}"
    model = Outcome if source == OUTCOME else WorkPlanLine
    return f"{AGREED}{source}:{session.get_one(model, row_id).handle}:0"


def origin_in_words(session: Session, slot: str | None) -> str:
    """Whose words a block took, and when they were said; empty where it took none."""
    if not slot or not slot.startswith(AGREED):
        return ""
    source, _, rest = slot.removeprefix(AGREED).partition(":")
    name = rest.rpartition(":")[0]
    if source == PASSAGE:
        text = session.exec(select(AgreedText).where(col(AgreedText.digest).startswith(name))).first()
        return _words(text.body, text.title, text.date) if text else GONE
    meeting = _meeting(session, source, name)
    return _words(title_of(meeting), meeting.city, meeting.start.isoformat()) if meeting else GONE


def _meeting(session: Session, source: str, name: str) -> Meeting | None:
    if source == VERSION:
        version = session.get(StatementVersion, int(name)) if name.isdecimal() else None
        return session.get(Meeting, version.meeting_id) if version else None
    if source == PLAN_LINE:
        planned = select(Meeting).join(WorkPlan).join(WorkPlanLine).where(WorkPlanLine.handle == name)
        return session.exec(planned).first()
    return session.exec(select(Meeting).join(Outcome).where(Outcome.handle == name)).first()


def _words(*parts: str | None) -> str:
    *named, date = parts
    return " · ".join(part for part in (*named, shown_day(date)) if part)

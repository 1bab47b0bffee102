"""What the officer said of a finding: no error here, or let stand for a reason. It is kept in the desk and undone."""

from __future__ import annotations

from collections.abc import Sequence

from sqlmodel import Session, col, or_, select

from bali_desk.domain.models import KeptFinding, Statement
from bali_desk.drafting.checks import Finding

TEXT, WORDS, CHECK = "text", "words", "check"  # how far it holds: KeptFinding.scope
SCOPES = {TEXT: "in this text", WORDS: "wherever these words stand", CHECK: "ever: leave this check off"}


def read_kept(session: Session, meeting_id: int) -> list[KeptFinding]:
    """What was said of findings that holds for the statement of this meeting, the last first."""
    ours = select(Statement.id).where(Statement.meeting_id == meeting_id)
    holds = or_(col(KeptFinding.statement_id).is_(None), col(KeptFinding.statement_id).in_(ours))
    return list(session.exec(select(KeptFinding).where(holds).order_by(col(KeptFinding.id).desc())))


def keep(session: Session, finding: Finding, scope: str, reason: str, statement_id: int | None) -> None:
    """Let a finding stand, as far as the scope goes."""
    row = KeptFinding(check=finding.check, scope=scope, reason=reason.strip() or None)
    if scope != CHECK:
        row.words = finding.quote
    if scope == TEXT:
        row.statement_id = statement_id
    session.add(row)


def why_kept(finding: Finding, kept: Sequence[KeptFinding]) -> KeptFinding | None:
    """What was said of this finding; None where it counts."""
    return next((row for row in kept if _holds(row, finding)), None)


def _holds(row: KeptFinding, finding: Finding) -> bool:
    return row.check == finding.check and (row.scope == CHECK or row.words == finding.quote)

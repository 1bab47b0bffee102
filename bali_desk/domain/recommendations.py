"""What a body recommended to a higher one, and whether it has its answer."""

from __future__ import annotations

import datetime as dt

from bali_desk.domain.dates import last_day
from bali_desk.domain.models import Outcome

PENDING = "pending"
ANSWERS = ("endorsed", "noted", "returned", PENDING)  # what is offered; any other words may be written
ANSWERED, WAITING, LATE, UNDATED = "answered", "waiting", "late", "undated"


def is_recommendation(outcome: Outcome) -> bool:
    """Whether it asks a higher body to decide."""
    return any((value or "").strip() for value in (outcome.recommended_to or {}).values())


def state_of(outcome: Outcome, today: dt.date) -> str:
    """How it stands: answered; or waiting, late once the time of the higher meeting is over, undated without one."""
    became = (outcome.became or "").strip()
    if became and became.casefold() != PENDING:
        return ANSWERED
    over = last_day((outcome.recommended_to or {}).get("when") or "")
    if over is None:
        return UNDATED
    return LATE if over < today else WAITING

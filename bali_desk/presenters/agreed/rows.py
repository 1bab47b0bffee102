"""What the page Agreed language shows: earlier statements in a list, and one of them to be read."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from sqlalchemy import func
from sqlmodel import Session, col, select

from bali_desk.domain.models import AgreedPassage, AgreedText
from bali_desk.presenters import typed
from bali_desk.presenters.agreed.finding import Marks


@dataclass(frozen=True)
class TextRow:
    """An earlier statement in the list. `sort_date` is as the record keeps it."""

    text_id: int
    date: str
    sort_date: str
    body: str
    title: str
    file_name: str
    passages: int


@dataclass(frozen=True)
class ReadPassage:
    """A passage of the statement that is read, with the places of the found words."""

    place: int
    kind: str
    text: str
    marks: Marks


@dataclass(frozen=True)
class Reading:
    """One statement to be read; `place` is the passage to begin at."""

    text_id: int | None
    heading: str
    passages: tuple[ReadPassage, ...]
    place: int | None = None


FIELDS: dict[str, Callable[[str], str | None]] = {"date": typed.rough_day, "body": typed.words, "title": typed.words}


def text_rows(session: Session) -> list[TextRow]:
    """Every earlier statement, the newest first."""
    counted = select(AgreedPassage.text_id, func.count()).group_by(col(AgreedPassage.text_id))
    numbers = dict(session.exec(counted).all())
    texts = session.exec(select(AgreedText)).all()
    rows = [
        TextRow(
            one.id or 0,
            typed.shown_day(one.date),
            one.date or "",
            one.body or "",
            one.title or "",
            one.file_name,
            numbers.get(one.id or 0, 0),
        )
        for one in texts
    ]
    return sorted(rows, key=lambda row: (row.sort_date, row.text_id), reverse=True)


def reading(
    session: Session, text_id: int, mark: Callable[[str], Marks] = lambda text: (), place: int | None = None
) -> Reading | None:
    """One statement whole; None where there is none any more."""
    text = session.get(AgreedText, text_id)
    if text is None:
        return None
    ours = select(AgreedPassage).where(AgreedPassage.text_id == text_id)
    passages = session.exec(ours.order_by(col(AgreedPassage.sequence), col(AgreedPassage.id)))
    heading = " · ".join(part for part in (text.body, typed.shown_day(text.date), text.file_name) if part)
    shown = tuple(ReadPassage(one.sequence, one.kind, one.text, mark(one.text)) for one in passages)
    return Reading(text_id, heading, shown, place)


def counted(rows: Sequence[TextRow]) -> str:
    """How many there are, in words."""
    return f"{len(rows)} earlier {'statement' if len(rows) == 1 else 'statements'}"

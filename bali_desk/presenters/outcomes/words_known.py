"""What the entry line knows beforehand: who may speak or act, which bodies stand above, and wording to go on with."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from sqlmodel import Session

from bali_desk.domain.record import Record
from bali_desk.drafting.suggest import Phrase, phrases_of
from bali_desk.store.records import earlier_subjects, earlier_wording


@dataclass(frozen=True)
class WordsKnown:
    """Read once per change of the record, not with every letter."""

    subjects: tuple[str, ...]  # the body's main actor first, then the Co-Chairs, then whoever has spoken
    delegations: tuple[str, ...]  # who may take the floor
    bodies: tuple[str, ...]  # who may decide what is recommended, those named already first
    phrases: tuple[Phrase, ...]


def words_known(session: Session, record: Record) -> WordsKnown:
    """What this meeting and the body's other meetings bring."""
    phrases = phrases_of(record, earlier_wording(session, record.meeting))
    subjects = _subjects(record, earlier_subjects(session, record.meeting))
    delegations = _once(delegation.name for delegation in record.delegations)
    return WordsKnown(tuple(subjects), tuple(delegations), tuple(_bodies(record)), tuple(phrases))


def _subjects(record: Record, earlier: Iterable[str]) -> list[str]:
    body = record.body
    known = [body.main_actor or "Members", "The Co-Chairs"]
    known += [outcome.subject for outcome in record.outcomes if outcome.subject]
    known += [delegation.name for delegation in record.delegations]
    known += [f"The {body.short}"] if body.short else []
    known += [*body.acronyms, *earlier, *(action.owner for action in record.actions if action.owner)]
    return _once(known)


def _bodies(record: Record) -> list[str]:
    body = record.body
    known = [(outcome.recommended_to or {}).get("body") or "" for outcome in record.outcomes]
    known += [event.name for event in record.events]
    known += [*body.names, body.parent or "", *body.acronyms.values(), *body.acronyms]
    return _once(known)


def _once(names: Iterable[str]) -> list[str]:
    """Each name once, whatever its capitals and with or without "The"; the first stays."""
    seen: dict[str, str] = {}
    for name in names:
        if name.strip():
            seen.setdefault(name.casefold().removeprefix("the ").strip(), name.strip())
    return list(seen.values())

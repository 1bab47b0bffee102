"""Earlier statements into the desk: what it has already, and the one change that adds what was read."""

from __future__ import annotations

from collections.abc import Sequence

from sqlmodel import Session, select

from bali_desk.domain.models import AgreedPassage, AgreedText, Body
from bali_desk.exchange.agreed.reading import EarlierText, Read
from bali_desk.exchange.agreed.recognising import KnownBody
from bali_desk.store.desk import Desk


def digests(session: Session) -> list[str]:
    """The digests of the files that were read in before."""
    return list(session.exec(select(AgreedText.digest)))


def known_bodies(session: Session) -> list[KnownBody]:
    """The bodies of the desk by every name they go by, and those of the statements there are."""
    made = [
        KnownBody(body.short or body.name, tuple(name for name in (body.short, body.name) if name))
        for body in session.exec(select(Body))
    ]
    said = {name for name in session.exec(select(AgreedText.body)) if name}
    return made + [KnownBody(name, (name,)) for name in sorted(said - {body.shown for body in made})]


def take_in(desk: Desk, texts: Sequence[EarlierText]) -> int:
    """Add the texts as one step; gives how many. A file the desk has by now is passed over."""
    label = "Read in 1 statement" if len(texts) == 1 else f"Read in {len(texts)} statements"
    added = 0
    with desk.change(label) as session:
        there = set(digests(session))
        for text in texts:
            if text.digest not in there:
                _add(session, text)
                added += 1
    return added


def in_words(read: Read, added: int) -> str:
    """What came of reading files, in one line."""
    parts = [_counted(added, "statement", "statements") + " read in"] if added or not read.unread else []
    if read.known:
        parts.append(f"{read.known} {'was' if read.known == 1 else 'were'} there already")
    if read.unread:
        parts.append(f"{_counted(len(read.unread), 'file', 'files')} could not be read")
    return f"{', '.join(parts)}."


def _counted(number: int, one: str, many: str) -> str:
    return f"{number} {one if number == 1 else many}"


def _add(session: Session, text: EarlierText) -> None:
    seen = text.recognised
    row = AgreedText(body=seen.body, title=seen.title, date=seen.date, file_name=text.file_name, digest=text.digest)
    session.add(row)
    session.flush()
    session.add_all(
        AgreedPassage(text_id=row.id or 0, sequence=place, kind=passage.kind, text=passage.text)
        for place, passage in enumerate(text.passages, 1)
    )

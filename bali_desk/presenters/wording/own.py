"""Keeping a body's own wording."""

from __future__ import annotations

from bali_desk.domain.models import Body, Wording
from bali_desk.domain.record import DEFAULT_STYLE
from bali_desk.store.desk import Desk
from bali_desk.store.records import own_wording


def write_wording(desk: Desk, body: Body, label: str, text: str, merge: object = None) -> None:
    """Make this the body's own wording, in one step; none at all where it says nothing of its own."""
    with desk.change(label, merge=merge) as session:
        row = own_wording(session, session.get_one(Body, body.id))
        if row is None and text:
            session.add(Wording(body_id=body.id or 0, style=body.style or DEFAULT_STYLE, text=text))
        elif row is not None and not text:
            session.delete(row)
        elif row is not None and row.text != text:
            row.text = text

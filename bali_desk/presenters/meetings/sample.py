"""The sample meeting: what a newcomer opens first, and what tests and pictures are made from."""

from __future__ import annotations

import tempfile
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING

from bali_desk import assets

if TYPE_CHECKING:
    from bali_desk.domain.record import Record

SAMPLE = assets.RESOURCES / "sample" / "tipwg-3.meeting.json"


def write_sample(path: Path) -> int:
    """Write the sample meeting, with its statement composed, into the desk at `path`; returns the meeting's id.

    A desk that has the meeting already keeps it as it is: somebody may have worked on it.
    """
    from bali_desk.exchange import checking
    from bali_desk.exchange.importing import known_meeting, take_in
    from bali_desk.presenters.statement.composing import compose_statement
    from bali_desk.store.desk import Desk

    data = SAMPLE.read_bytes()
    with closing(Desk(path)) as desk:
        with desk.reading() as session:
            known = known_meeting(session, checking.read(data))
        if known is not None:
            return known.id or 0
        with desk.change("Import meeting") as session:
            meeting = take_in(session, data).meeting
        compose_statement(desk, meeting)
    return meeting


def sample_record() -> Record:
    """The sample meeting as a new desk holds it."""
    from bali_desk.store.desk import Desk
    from bali_desk.store.records import read_record

    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "sample.desk"
        meeting = write_sample(path)
        with closing(Desk(path, for_writing=False)) as desk, desk.reading() as session:
            return read_record(session, meeting)

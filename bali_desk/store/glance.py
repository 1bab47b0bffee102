"""The list of meetings by plain SQL, for the first paint: no library but the driver is loaded for it."""

from __future__ import annotations

from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from sqlcipher3 import dbapi2 as driver

from bali_desk.store import place


@dataclass(frozen=True)
class MeetingAtAGlance:
    """One line of the list of meetings."""

    id: int
    body: str
    ordinal: int | None
    title: str | None
    place: str
    year: str


def glance(path: Path) -> list[MeetingAtAGlance]:
    """The meetings of a desk by body, the latest first; none where the file cannot be read (opening it says why)."""
    if not path.is_file():
        return []
    try:
        with closing(driver.connect(place.address(path, "mode=ro"), uri=True)) as connection:
            rows = connection.execute(
                "SELECT meeting.id, coalesce(body.short, body.name), ordinal, title, coalesce(city, country, ''), "
                "substr(start, 1, 4) FROM meeting JOIN body ON body.id = body_id "
                "ORDER BY body.name, body.id, start DESC, meeting.id"
            ).fetchall()
    except (driver.Error, UnicodeDecodeError):  # a ruined file, whose complaint may be no text
        return []
    return [MeetingAtAGlance(*row) for row in rows]

"""Tracked changes as a reader sees them in Word: put in underlined, taken out struck through, a colour for each person.

What was moved has two lines instead of one, as in Word; a bar in the margin stands beside each line with a change.
"""

from __future__ import annotations

import json

from lxml.etree import _Element as Element

from bali_desk.assets import RESOURCES
from bali_desk.documents.layout.reading.ooxml import local, value
from bali_desk.documents.layout.reading.properties import Properties

TRACKED = "tracked changes (printed as marks: what is put in underlined, what is taken out struck through)"
PUT_IN, TAKEN_OUT = ("ins", "moveTo"), ("del", "moveFrom")


class TrackedMarks:
    """The marks of the changes made by the people who worked on one file."""

    def __init__(self) -> None:
        self._colours: list[str] = json.loads(
            (RESOURCES / "layout" / "tracked-changes.json").read_text(encoding="utf-8")
        )
        self._people: dict[str, str] = {}

    def of(self, change: Element) -> Properties:
        """Return what the mark of a change adds to the look of its text."""
        name = local(change)
        person = value(change, "author") or ""
        colour = self._people.setdefault(person, self._colours[len(self._people) % len(self._colours)])
        if name in TAKEN_OUT:
            return {"strike": True, "double_strike": name == "moveFrom", "colour": colour, "changed": True}
        kind = "double" if name == "moveTo" else "single"
        return {"underline": kind, "underline_colour": colour, "colour": colour, "changed": True}

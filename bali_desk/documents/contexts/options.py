"""The choices an officer has for a document."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Options:
    """Every choice with its default; a document takes those that mean something to it."""

    position: bool = False  # attendance: the position under the name
    native: bool = True  # the name in its own script
    email: bool = False
    signature: bool = True
    blank_rows: int = 0  # attendance: empty rows for walk-ins
    session: str = ""  # attendance: "26 May 2017, morning session"; empty: the days of the meeting
    order: str = "delegation"  # or "name"
    delegation_name: str = "name"  # "official", or "wished": as the delegation itself asked
    provisional: bool = True  # agenda: before it is adopted


@dataclass(frozen=True)
class Edition:
    """Which edition of a text this is."""

    stage: str = ""  # draft, circulated, final; empty: none is named
    version: int | None = None

    @property
    def stamp(self) -> str:
        """What the header prints: "DRAFT v2", "CIRCULATED v3", "FINAL"."""
        if not self.stage:
            return ""
        name = self.stage.upper()
        return name if self.version is None or self.stage == "final" else f"{name} v{self.version}"

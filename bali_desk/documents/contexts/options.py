"""The choices an officer has for a document."""

from __future__ import annotations

from dataclasses import dataclass

# The columns an attendance sheet may have, and their heads.
COLUMNS = {
    "number": "No",
    "name": "Name",
    "delegation": "Delegation",
    "position": "Position",
    "organisation": "Organisation",
    "role": "Role",
    "email": "E-mail",
    "mark": "Signature",
}


@dataclass(frozen=True)
class Options:
    """Every choice with its default; a document takes those that mean something to it."""

    position: bool = False  # attendance: the position under the name
    native: bool = True  # the name in its own script
    email: bool = False
    columns: str = "number,name,delegation,mark"  # attendance: keys of COLUMNS, in order
    mark: str = "sign"  # attendance: room to sign, or a box to "tick"
    each: str = "sheet"  # attendance: one such column, or one for each "day" or "session"
    blank_rows: int = 0  # attendance: empty rows for walk-ins; badges: empty ones
    session: str = ""  # attendance: "26 May 2017, morning session"; empty: the days of the meeting
    order: str = "delegation"  # or "name"
    delegation_name: str = "name"  # "official", or "wished": as the delegation itself asked
    provisional: bool = True  # agendas: before it is adopted
    glance: bool = True  # annotated agenda: begins with the programme at a glance
    settled: bool = True  # actions: those done and superseded too
    as_at: str = ""  # actions: the day at which what is late is overdue, in words; empty: none is marked
    restricted: bool = False  # papers: restricted ones too
    until: str = ""  # statement: the day until which members may comment on what is circulated, in words
    plates: str = "delegation"  # name plates: one for each delegation, or for each "person"


@dataclass(frozen=True)
class Edition:
    """Which edition of a text this is."""

    stage: str = ""  # draft, circulated, final; empty: none is named
    version: int | None = None
    until: str = ""  # of what is circulated: the last day for comments, in words
    private: bool = False  # for those it is handed to and nobody else

    @property
    def stamp(self) -> str:
        """What the header prints: "DRAFT v2", "CIRCULATED v3 until 30 June 2017", "FINAL", "PRIVATE"."""
        if self.private:
            return "PRIVATE"
        if not self.stage:
            return ""
        name = self.stage.upper()
        if self.stage == "final":
            return name
        until = f"until {self.until}" if self.until and self.stage == "circulated" else ""
        return " ".join(filter(None, (name, "" if self.version is None else f"v{self.version}", until)))

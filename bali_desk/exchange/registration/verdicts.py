"""What is said of each row of a sheet before anything is taken."""

from __future__ import annotations

from dataclasses import dataclass

from bali_desk.exchange.registration.delegations import Home
from bali_desk.exchange.registration.persons import Person, Place, Registration

NEW, KNOWN, CHANGED, DOUBTFUL, WRONG = VERDICTS = ("new", "known", "changed", "doubtful", "wrong")


@dataclass(frozen=True)
class CellChange:
    """One cell that a row would change: a column of Participant, or "delegation" by its name; "" for nothing."""

    field: str
    old: str
    new: str


@dataclass(frozen=True)
class Candidate:
    """Somebody of the meeting whom a row may be about, and what would change if it were."""

    participant_id: int
    name: str
    delegation: str
    changes: tuple[CellChange, ...]


@dataclass(frozen=True)
class Verdict:
    """What is said of one row, and why, in one sentence.

    `participant_id` is whom a known or changed row is about, `changes` what it would change there; a doubtful row has
    `candidates`, or `twin`, an earlier row of the same sheet. `home` is the delegation found, `suggestion` the name of
    one that may be meant.
    """

    registration: Registration
    verdict: str
    why: str
    participant_id: int | None = None
    changes: tuple[CellChange, ...] = ()
    candidates: tuple[Candidate, ...] = ()
    home: Home | None = None
    suggestion: str = ""
    twin: Place | None = None

    @property
    def place(self) -> Place:
        """Sheet and row."""
        return self.registration.place

    @property
    def row(self) -> int:
        """The number of the row in the file."""
        return self.registration.row

    @property
    def person(self) -> Person:
        """What the row says."""
        return self.registration.person

    @property
    def certain(self) -> bool:
        """Whether it is taken without asking."""
        return self.verdict in (NEW, KNOWN, CHANGED)

"""A step of the road, as the Overview shows it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

State = Literal["todo", "part", "late", "done"]
Ink = Literal["soft", "error", "warning"]


@dataclass(frozen=True)
class RoadStep:
    """One step. `action` are the words of its button, empty where there is nothing to do."""

    page: str  # where the button goes
    name: str
    state: State
    words: str
    ink: Ink = "soft"
    missing: str = ""
    action: str = ""
    needed: bool = False  # the road does not go on without it
    main: bool = False  # the one to do next
    item: str = ""  # handle of what the page should open at

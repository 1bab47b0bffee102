"""What composing hands over, block by block."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Draft:
    """One block as composed: its kind and text, the outcomes or items it tells, and the part of the text it is."""

    kind: str
    text: str
    sources: list[str]
    slot: str

"""What was typed into the entry line and not recorded yet: kept beside the desk, so that no crash takes it."""

from __future__ import annotations

import json
from dataclasses import asdict, fields
from typing import Protocol

from bali_desk.presenters.outcomes.entry import Entry


class Kept(Protocol):
    """Where half-typed words are kept on this machine, each under a name."""

    def unrecorded(self, name: str) -> str:
        """The words kept under this name; "" for none."""

    def keep_unrecorded(self, name: str, words: str) -> None:
        """Keeps words at once; "" lets them go."""


class InMemory:
    """For as long as the program runs: where nothing else was handed down."""

    def __init__(self) -> None:
        self._words: dict[str, str] = {}

    def unrecorded(self, name: str) -> str:
        """The words kept under this name."""
        return self._words.get(name, "")

    def keep_unrecorded(self, name: str, words: str) -> None:
        """Keeps words, or lets them go."""
        self._words[name] = words


class Unrecorded:
    """The half-typed outcome of each agenda item of one meeting."""

    def __init__(self, kept: Kept, desk: str, meeting_id: int) -> None:
        self._kept, self._of = kept, f"{desk}|{meeting_id}"

    def keep(self, item_id: int | None, entry: Entry) -> None:
        """Keeps what says something; an entry that was emptied is let go."""
        said = entry.says_something or entry.owner.strip() or entry.due.strip()
        words = json.dumps(asdict(entry), ensure_ascii=False) if said else ""
        if words != self._kept.unrecorded(self._name(item_id)):
            self._kept.keep_unrecorded(self._name(item_id), words)

    def forget(self, item_id: int | None) -> None:
        """It is recorded."""
        if self._kept.unrecorded(self._name(item_id)):
            self._kept.keep_unrecorded(self._name(item_id), "")

    def entry(self, item_id: int | None) -> Entry | None:
        """What was typed for this item; None for nothing, and for what cannot be read any more."""
        try:
            said = json.loads(self._kept.unrecorded(self._name(item_id)) or "null")
            known = {one.name: said[one.name] for one in fields(Entry) if one.name in said} if said else {}
            lists = {name: tuple(map(str, value)) for name, value in known.items() if isinstance(value, list)}
            return Entry(**known | lists | {"outcome_id": None}) if known else None
        except (ValueError, TypeError):
            return None

    def _name(self, item_id: int | None) -> str:
        return f"{self._of}|{item_id or 0}"

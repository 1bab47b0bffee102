"""What could not be printed as Word shows it, collected by name."""

from __future__ import annotations


class Notes:
    """Each thing that was done otherwise, named once, in the order met."""

    def __init__(self) -> None:
        self._phrases: dict[str, None] = {}

    def add(self, phrase: str) -> None:
        """Remember one thing by its phrase."""
        self._phrases.setdefault(phrase)

    def listed(self) -> list[str]:
        """Return the phrases, each once."""
        return list(self._phrases)

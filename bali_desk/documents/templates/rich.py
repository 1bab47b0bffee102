"""Values that print as more than plain text: emphasis, blocks of the statement, cards that are filled, columns."""

from __future__ import annotations

from collections.abc import Iterable


class Rich(str):
    """Text whose stars are emphasis: prints as runs, not as stars."""

    __slots__ = ()


class BlockText(Rich):
    """The text of a statement's block: where it prints, a hidden bookmark names the block."""

    handle: str

    def __new__(cls, text: str, handle: str) -> BlockText:
        """Text of the block with this handle."""
        made = super().__new__(cls, text)
        made.handle = handle
        return made


class Fitted(str):
    """Text with the size it is to print in, whatever the size of its tag: it must fill a card and not overflow it."""

    size: float  # points

    def __new__(cls, text: str, size: float) -> Fitted:
        """Text that prints in this size."""
        made = super().__new__(cls, text)
        made.size = size
        return made


class Columns(list[dict[str, object]]):
    """The columns chosen for a table, each with its `key`; `known` are the keys a template may name."""

    def __init__(self, chosen: Iterable[dict[str, object]], known: Iterable[str]) -> None:
        super().__init__(chosen)
        self.known = tuple(known)

"""Text that carries `*italic*` and `**bold**`, text that is a block of the statement, text that fills a card."""

from __future__ import annotations


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

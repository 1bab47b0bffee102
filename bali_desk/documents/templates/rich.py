"""Text with `*italic*` and `**bold**`, and text that is a block of the statement."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace


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


@dataclass(frozen=True)
class Stretch:
    """Text in one face."""

    text: str
    bold: bool = False
    italic: bool = False


_EMPHASIS = re.compile(
    r"(?<!\\)\*\*(?=\S)(?P<bold>.+?)(?<=[^\s\\])\*\*(?!\*)"
    r"|(?<![\\*])\*(?=[^\s*])(?P<italic>.+?)(?<=[^\s*\\])\*(?!\*)",
    re.DOTALL,
)


def stretches(text: str) -> list[Stretch]:
    """The text cut where the face changes, its marks gone; a star that marks nothing stays a star."""
    found: list[Stretch] = []
    at = 0
    for match in _EMPHASIS.finditer(text):
        found.append(_plain(text[at : match.start()]))
        bold = match.group("bold")
        inner = stretches(bold if bold is not None else match.group("italic"))
        found += [replace(one, bold=True) if bold is not None else replace(one, italic=True) for one in inner]
        at = match.end()
    found.append(_plain(text[at:]))
    return [one for one in found if one.text]


def without_marks(text: str) -> str:
    """The text as it reads, without the marks of emphasis."""
    return "".join(one.text for one in stretches(text))


def _plain(text: str) -> Stretch:
    return Stretch(text.replace("\\*", "*"))

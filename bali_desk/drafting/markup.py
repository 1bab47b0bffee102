"""The little markup a statement needs: `*italic*`, `**bold**` and `\\*` for a star that is a star."""

from __future__ import annotations

import re
from dataclasses import dataclass

_MARK = re.compile(r"\\\*|\*\*|\*")


@dataclass(frozen=True)
class Run:
    """A stretch of text in one face."""

    text: str
    bold: bool = False
    italic: bool = False


def runs(text: str) -> list[Run]:
    """The text in runs. A star that nothing closes stays a star, so no letter of the text is ever lost."""
    pieces = _pieces(text)
    closed = _closed(pieces)
    made: list[Run] = []
    bold = italic = False
    for place, piece in enumerate(pieces):
        if place in closed:
            bold, italic = (not bold, italic) if piece == "**" else (bold, not italic)
            continue
        letters = "*" if piece == r"\*" else piece
        if made and (made[-1].bold, made[-1].italic) == (bold, italic):
            letters = made.pop().text + letters
        made.append(Run(letters, bold, italic))
    return made


def plain(text: str) -> str:
    """The text without its markup."""
    return "".join(run.text for run in runs(text))


def escaped(text: str) -> str:
    """Plain text as markup that reads the same: every star is a star."""
    return text.replace("*", r"\*")


def places(text: str) -> list[int]:
    """Where each letter of the plain text stands in the text with its markup."""
    pieces = _pieces(text)
    closed = _closed(pieces)
    found: list[int] = []
    start = 0
    for number, piece in enumerate(pieces):
        if number not in closed:
            found += [start] if piece == r"\*" else range(start, start + len(piece))
        start += len(piece)
    return found


def loose_marks(text: str, start: int, end: int) -> str:
    """The marks between two places of the text whose partner stands outside them, in order."""
    pieces = _pieces(text)
    closed = _closed(pieces)
    open_marks: dict[str, int] = {}
    found: list[tuple[int, str]] = []
    at = 0
    for number, piece in enumerate(pieces):
        if number in closed:
            if piece in open_marks:
                begun = open_marks.pop(piece)
                within = [start <= place < end for place in (begun, at)]
                found += [
                    (place, piece) for place, here in zip((begun, at), within, strict=True) if here != all(within)
                ]
            else:
                open_marks[piece] = at
        at += len(piece)
    return "".join(piece for _place, piece in sorted(found))


def _pieces(text: str) -> list[str]:
    """Marks and what lies between them, in order, nothing dropped."""
    pieces: list[str] = []
    end = 0
    for mark in _MARK.finditer(text):
        pieces += [text[end : mark.start()], mark.group()]
        end = mark.end()
    pieces.append(text[end:])
    return [piece for piece in pieces if piece]


def _closed(pieces: list[str]) -> set[int]:
    """Places of the marks that come in pairs."""
    paired: set[int] = set()
    opened: dict[str, int] = {}
    for place, piece in enumerate(pieces):
        if piece not in ("*", "**"):
            continue
        if piece in opened:
            paired |= {opened.pop(piece), place}
        elif _opens(pieces, place):
            opened[piece] = place
    return paired


def _opens(pieces: list[str], place: int) -> bool:
    """A mark opens only before a letter: in "5 * 3" the star is a star."""
    return place + 1 < len(pieces) and not pieces[place + 1][0].isspace()

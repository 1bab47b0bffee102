"""The lines of plain text, or of cells between tabs as spreadsheets copy them."""

from __future__ import annotations

import re

from bali_desk.exchange.pasted_agenda.marks import number_at
from bali_desk.exchange.pasted_agenda.source import Part, SourceLine

_SPACES = 2  # that make one step to the right


def text_lines(text: str) -> list[SourceLine]:
    """Every line that has words; rows with cells where most lines have several."""
    lines = [line.rstrip() for line in text.splitlines() if line.strip()]
    rows = [line for line in lines if _columns(line) > 1]
    if len(rows) * 2 > len(lines):
        return [SourceLine(cells=[_cell(cell) for cell in line.split("\t")]) for line in lines]
    return [SourceLine(_part(line)) for line in lines]


def _columns(line: str) -> int:
    """How many columns a line has beside the indent and the number it begins with."""
    words = line.strip()
    found = number_at(words)
    rest = words[found.length :] if found else words
    return len([cell for cell in rest.split("\t") if cell.strip()]) + (1 if found and "\t" in rest.strip() else 0)


def _cell(words: str) -> list[Part]:
    """A cell; its lines, which a spreadsheet puts between quotation marks, are one text."""
    plain = words.strip().strip('"').strip()
    spaces = len(words) - len(words.lstrip(" \xa0"))
    return [Part(plain, indent=spaces // _SPACES)] if plain else []


def _part(line: str) -> Part:
    margin = re.match(r"[ \t\xa0]*", line)
    space = margin[0] if margin else ""
    return Part(line.strip(), indent=space.count("\t") + len(space.replace("\t", "")) // _SPACES)

"""Which column of a copied table holds what."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from bali_desk.exchange.pasted_agenda.marks import length_in, number_at, span_at

NUMBER, TIME, END, MINUTES, TITLE, PRESENTERS, NOTES = (
    "number",
    "time",
    "end",
    "minutes",
    "title",
    "presenters",
    "notes",
)
_HEADS = {
    NUMBER: "no|no.|nr|#|item no|item no.|number|agenda no.",
    TIME: "time|times|start|starts|from|hours|schedule|begin",
    END: "end|ends|finish|until",
    MINUTES: "min|min.|mins|minutes|duration|length|duration (min)",
    TITLE: "item|items|agenda|agenda item|agenda items|topic|subject|title|activity|session|description|programme",
    PRESENTERS: "presenter|presenters|presenter(s)|speaker|speakers|speaker(s)|lead|responsible|presented by|by",
    NOTES: "notes|remarks|annotation|annotations|documents|papers|comments",
}
_MOST = 0.6  # of the cells of a column that must look like what it is taken for

Rows = Sequence[Sequence[str]]


def heads_of(row: Sequence[str]) -> list[str] | None:
    """What a row of titles says its columns hold, "notes" where it says nothing known; None if it is no such row."""
    words = [" ".join(cell.casefold().split()) for cell in row]
    found = [next((kind for kind, known in _HEADS.items() if word in known.split("|")), "") for word in words]
    if TITLE not in found or len([kind for kind in found if kind]) < 2:
        return None
    return [kind or NOTES for kind in found]


def guessed(rows: Rows) -> list[str]:
    """What the columns hold, by what stands in them."""
    wide = max((len(row) for row in rows), default=0)
    columns = [[row[place] for row in rows if place < len(row) and row[place]] for place in range(wide)]
    kinds = ["" for _ in columns]
    for place, cells in enumerate(columns):
        if _mostly(cells, lambda cell: span_at(cell) is not None):
            kinds[place] = END if TIME in kinds else TIME
        elif place == 0 and _mostly(cells, _is_number):
            kinds[place] = NUMBER
        elif _mostly(cells, lambda cell: length_in(cell) is not None):
            kinds[place] = MINUTES
    words = [place for place, cells in enumerate(columns) if cells and not kinds[place]]
    for place, kind in zip(words, (TITLE, PRESENTERS), strict=False):
        kinds[place] = kind
    if NUMBER not in kinds and MINUTES in kinds and TITLE in kinds and kinds.index(MINUTES) < kinds.index(TITLE):
        kinds[kinds.index(MINUTES)] = NUMBER
    return [kind or NOTES for kind in kinds]


def _is_number(cell: str) -> bool:
    found = number_at(cell, expected=int(cell) if cell.isdecimal() and len(cell) < 4 else None)
    return found is not None and found.length == len(cell)


def _mostly(cells: Sequence[str], looks: Callable[[str], bool]) -> bool:
    return bool(cells) and sum(map(looks, cells)) >= _MOST * len(cells)

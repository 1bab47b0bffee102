"""Slips of the hand: how many lie between two words, and what one slip makes of a word."""

from __future__ import annotations

from collections.abc import Iterator

LETTERS = "abcdefghijklmnopqrstuvwxyz"


def slips(one: str, other: str, most: int) -> int:
    """How many letters were missed, doubled, mistaken or swapped; `most` + 1 where there are more than that."""
    if abs(len(one) - len(other)) > most:
        return most + 1
    before: list[int] = []
    row = list(range(len(other) + 1))
    for down, letter in enumerate(one, start=1):
        last, before, row = before, row, [down]
        for across, wanted in enumerate(other, start=1):
            here = min(before[across] + 1, row[across - 1] + 1, before[across - 1] + (letter != wanted))
            swapped = down > 1 and across > 1 and letter == other[across - 2] and one[down - 2] == wanted
            row.append(min(here, last[across - 2] + 1) if swapped else here)
        if min(row) > most:
            return most + 1
    return min(row[-1], most + 1)


def one_slip_from(word: str) -> Iterator[str]:
    """What the word may have been meant to be, the likeliest slip first: swapped, missed, doubled, mistaken letters."""
    ends = [(word[:place], word[place:]) for place in range(len(word) + 1)]
    yield from (start + end[1] + end[0] + end[2:] for start, end in ends if len(end) > 1)
    yield from (start + letter + end for start, end in ends for letter in LETTERS)
    yield from (start + end[1:] for start, end in ends if end)
    yield from (start + letter + end[1:] for start, end in ends if end for letter in LETTERS)

"""The Unicode bidirectional algorithm (UAX #9): which way each character runs, and the order on the line.

Rules are named as in the annex (X1, W1, N0 ...), so that a reader can lay the two side by side.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from typing import TypeVar

from bali_desk.documents.layout.setting.bidi_rules import resolve_sequence

Item = TypeVar("Item")

_ISOLATES = ("LRI", "RLI", "FSI")
_EMBEDDINGS = {"LRE": (0, None), "RLE": (1, None), "LRO": (0, "L"), "RLO": (1, "R")}
_REMOVED = frozenset({"LRE", "RLE", "LRO", "RLO", "PDF", "BN"})
_DEEPEST = 125
# Everything that can make a text run other than plainly left to right: Hebrew to Arabic Extended, their
# presentation forms, the right-to-left scripts beyond the basic plane, and the marks that set a direction.
_MAY_TURN = re.compile(
    "[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufeff\U00010800-\U00010fff\U0001e800-\U0001efff\u200f\u202a-\u202e\u2066-\u2069]"
)


def may_turn(text: str) -> bool:
    """Say whether any part of a text may run from right to left."""
    return _MAY_TURN.search(text) is not None


def levels(text: str, base: int | None = None) -> tuple[list[int], int]:
    """Return the embedding level of each character, and that of the paragraph (found in the text when not given)."""
    types = [unicodedata.bidirectional(character) or "L" for character in text]
    partners = _isolate_partners(types)
    if base is None:
        base = _first_strong(types, 0, len(types), partners)
    resolved, embedded = _explicit(types, partners, base)
    kept = [i for i, kind in enumerate(types) if kind not in _REMOVED]
    found = list(embedded)
    for sequence in _run_sequences(kept, embedded, types, partners):
        level = embedded[sequence[0]]
        start = _edge(level, _neighbour(sequence[0], kept, embedded, base, -1))
        last = sequence[-1]
        open_isolate = types[last] in _ISOLATES and last not in partners
        end = _edge(level, base if open_isolate else _neighbour(last, kept, embedded, base, 1))
        for index, kind in zip(
            sequence, resolve_sequence(sequence, resolved, types, text, level, start, end), strict=True
        ):
            found[index] = _implicit(level, kind)  # I1, I2
    _removed_follow(found, types, base)
    _reset_white_space(found, types, base)
    return found, base


def _isolate_partners(types: list[str]) -> dict[int, int]:
    """BD9: each isolate initiator with its matching PDI, and back."""
    partners: dict[int, int] = {}
    waiting: list[int] = []
    for index, kind in enumerate(types):
        if kind in _ISOLATES:
            waiting.append(index)
        elif kind == "PDI" and waiting:
            partners[index] = waiting[-1]
            partners[waiting.pop()] = index
    return partners


def _first_strong(types: list[str], start: int, end: int, partners: dict[int, int]) -> int:
    """P2, P3: 1 when the first strong character outside isolates runs right to left."""
    index = start
    while index < end:
        if types[index] in ("L", "R", "AL"):
            return 0 if types[index] == "L" else 1
        if types[index] in _ISOLATES:
            index = partners.get(index, end)
        index += 1
    return 0


def _explicit(types: list[str], partners: dict[int, int], base: int) -> tuple[list[str], list[int]]:
    """X1 to X8: levels from embeddings, overrides and isolates, and the types overridden by them."""
    resolved, found = list(types), [base] * len(types)
    stack: list[tuple[int, str | None, bool]] = [(base, None, False)]
    lost_isolates = lost_embeddings = isolates = 0
    for index, kind in enumerate(types):
        level, override, _ = stack[-1]
        found[index] = level
        if kind in _EMBEDDINGS:
            odd, forced = _EMBEDDINGS[kind]
            deeper = _deeper(level, odd)
            if deeper <= _DEEPEST and not lost_isolates and not lost_embeddings:
                stack.append((deeper, forced, False))
            elif not lost_isolates:
                lost_embeddings += 1
        elif kind in _ISOLATES:
            resolved[index] = override or kind
            odd = 1 if kind == "RLI" else 0
            if kind == "FSI":
                odd = _first_strong(types, index + 1, partners.get(index, len(types)), partners)
            deeper = _deeper(level, odd)
            if deeper <= _DEEPEST and not lost_isolates and not lost_embeddings:
                isolates += 1
                stack.append((deeper, None, True))
            else:
                lost_isolates += 1
        elif kind == "PDI":
            if lost_isolates:
                lost_isolates -= 1
            elif isolates:
                lost_embeddings = 0
                while not stack[-1][2]:
                    stack.pop()
                stack.pop()
                isolates -= 1
            level, override, _ = stack[-1]
            found[index], resolved[index] = level, override or kind
        elif kind == "PDF":
            if not lost_isolates and lost_embeddings:
                lost_embeddings -= 1
            elif not lost_isolates and not stack[-1][2] and len(stack) > 1:
                stack.pop()
        elif kind == "B":
            found[index] = base
        elif kind != "BN" and override:
            resolved[index] = override
    return resolved, found


def _deeper(level: int, odd: int) -> int:
    return level + 1 if (level + 1) % 2 == odd else level + 2


def _run_sequences(kept: list[int], embedded: list[int], types: list[str], partners: dict[int, int]) -> list[list[int]]:
    """X10: runs of one level, joined over the isolates they surround."""
    runs: list[list[int]] = []
    for index in kept:
        if runs and embedded[runs[-1][-1]] == embedded[index]:
            runs[-1].append(index)
        else:
            runs.append([index])
    starting = {run[0]: run for run in runs}
    sequences: list[list[int]] = []
    for run in runs:
        if types[run[0]] == "PDI" and run[0] in partners:
            continue  # it goes on from the run of its initiator
        sequence = list(run)
        while types[sequence[-1]] in _ISOLATES and sequence[-1] in partners:
            following = starting.get(partners[sequence[-1]])
            if following is None:
                break
            sequence += following
        sequences.append(sequence)
    return sequences


def _neighbour(index: int, kept: list[int], embedded: list[int], base: int, step: int) -> int:
    from bisect import bisect_left

    place = bisect_left(kept, index) + step
    return embedded[kept[place]] if 0 <= place < len(kept) else base


def _edge(level: int, other: int) -> str:
    return "R" if max(level, other) % 2 else "L"


def _implicit(level: int, kind: str) -> int:
    if level % 2:
        return level + (kind in ("L", "EN", "AN"))
    return level + (1 if kind == "R" else 2 if kind in ("AN", "EN") else 0)


def _removed_follow(found: list[int], types: list[str], base: int) -> None:
    """Give characters that take no part (X9) the level of what stands before them."""
    before = base
    for index, kind in enumerate(types):
        if kind in _REMOVED:
            found[index] = before
        before = found[index]


def _reset_white_space(found: list[int], types: list[str], base: int) -> None:
    """L1: tabs, and white space before them or at the end, run with the paragraph."""
    trailing = True
    for index in range(len(types) - 1, -1, -1):
        kind = types[index]
        if kind in ("S", "B"):
            found[index], trailing = base, True
        elif trailing and (kind in ("WS", "PDI") or kind in _ISOLATES or kind in _REMOVED):
            found[index] = base
        else:
            trailing = False


def visual_order(items: Sequence[Item], level_of: Sequence[int]) -> list[Item]:
    """L2: items in reading order, returned in the order they stand on the line from left to right."""
    ordered = list(items)
    present = list(level_of)
    odd = [level for level in present if level % 2]
    if not odd:
        return ordered
    for level in range(max(present), min(odd) - 1, -1):
        index = 0
        while index < len(ordered):
            end = index
            while end < len(ordered) and present[end] >= level:
                end += 1
            if end > index:
                ordered[index:end] = ordered[index:end][::-1]
                present[index:end] = present[index:end][::-1]
            index = max(end, index + 1)
    return ordered

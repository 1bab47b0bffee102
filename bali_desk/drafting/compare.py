"""Two states of a text held against each other: which paragraphs stayed, went or came, and which words in them.

What a reader wants marked is not the shortest list of changes: paragraphs are paired by the words they share, and a
lone word that happens to be the same between two changes is taken into the change.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Literal

from bali_desk.drafting.markup import plain

Change = Literal["same", "gone", "new"]
ALIKE = 0.4  # share of common words from which two paragraphs are one that was changed
_TOKEN = re.compile(r"\s+|[^\W_]+(?:[’'.\-–/][^\W_]+)*|.", re.DOTALL)
_UNSPACED = re.compile(r"[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff]")
_SMALL = 2  # same words between two changes that are no island worth keeping


@dataclass(frozen=True)
class Paragraph:
    """One paragraph of a text: its kind as of a block, and its words with or without markup."""

    kind: str
    text: str


@dataclass(frozen=True)
class Piece:
    """A stretch of words, without markup."""

    text: str
    change: Change


@dataclass(frozen=True)
class Compared:
    """A paragraph of either text or of both, in the order they are read in."""

    kind: str
    change: Literal["same", "changed", "gone", "new"]
    pieces: tuple[Piece, ...]


@dataclass(frozen=True)
class Extent:
    """How much changed, in words and paragraphs."""

    new: int
    gone: int
    paragraphs: int


def compare(old: Sequence[Paragraph], new: Sequence[Paragraph]) -> list[Compared]:
    """Both texts in one. The pieces that are not new make up the old text, those that are not gone the new one."""
    told: list[Compared] = []
    for mine, hers in paired([one.text for one in old], [one.text for one in new]):
        if hers is None and mine is not None:
            told.append(Compared(old[mine].kind, "gone", _whole(old[mine], "gone")))
        elif mine is None and hers is not None:
            told.append(Compared(new[hers].kind, "new", _whole(new[hers], "new")))
        elif mine is not None and hers is not None:
            pieces = words(plain(old[mine].text), plain(new[hers].text))
            same = all(piece.change == "same" for piece in pieces) and old[mine].kind == new[hers].kind
            told.append(Compared(new[hers].kind, "same" if same else "changed", pieces))
    return told


def words(old: str, new: str) -> tuple[Piece, ...]:
    """One paragraph in both states, what went before what came."""
    mine, hers = _tokens(old), _tokens(new)
    matcher = SequenceMatcher(None, mine, hers, autojunk=False)
    changes = _without_islands([(tag != "equal", mine[a:b], hers[c:d]) for tag, a, b, c, d in matcher.get_opcodes()])
    pieces: list[Piece] = []
    for changed, gone, came in changes:
        if not changed:
            pieces.append(Piece("".join(came), "same"))
            continue
        pieces += [Piece("".join(gone), "gone")] if gone else []
        pieces += [Piece("".join(came), "new")] if came else []
    return tuple(pieces)


def extent(compared: Sequence[Compared]) -> Extent:
    """How many words came and went, and in how many paragraphs."""
    counted: Counter[str] = Counter()
    for one in compared:
        for piece in one.pieces:
            counted[piece.change] += sum(token[0].isalnum() for token in _tokens(piece.text))
    return Extent(counted["new"], counted["gone"], sum(one.change != "same" for one in compared))


def _whole(paragraph: Paragraph, change: Change) -> tuple[Piece, ...]:
    text = plain(paragraph.text)
    return (Piece(text, change),) if text else ()


def _tokens(text: str) -> list[str]:
    """Words, blanks and signs; a script without blanks between words goes letter by letter."""
    tokens: list[str] = []
    for token in _TOKEN.findall(text):
        tokens += list(token) if _UNSPACED.search(token) else [token]
    return tokens


Changed = tuple[bool, list[str], list[str]]


def _without_islands(changes: Sequence[Changed]) -> list[Changed]:
    """Changes with nothing but a word or two between them become one change."""
    joined: list[Changed] = []
    for place, (changed, gone, came) in enumerate(changes):
        island = (
            not changed
            and 0 < place < len(changes) - 1
            and sum(token[0].isalnum() for token in came) < _SMALL
            and _heavy(changes[place - 1])
            and _heavy(changes[place + 1])
        )
        if joined and joined[-1][0] and (changed or island):
            _, gone_before, came_before = joined.pop()
            joined.append((True, gone_before + gone, came_before + came))
        else:
            joined.append((changed or island, gone, came))
    return joined


def _heavy(change: Changed) -> bool:
    """Whether words were replaced by words: a comma that came in makes no island of its neighbours."""
    _, gone, came = change
    return any(token[0].isalnum() for token in gone) and any(token[0].isalnum() for token in came)


Pair = tuple[int | None, int | None]


def paired(old_texts: Sequence[str], new_texts: Sequence[str]) -> Iterator[Pair]:
    """Places of each paragraph in both texts, in reading order, None where it has no partner.

    Equal ones are partners first, then those between them that are alike.
    """
    old, new = [plain(one) for one in old_texts], [plain(one) for one in new_texts]
    for tag, a, b, c, d in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if tag == "equal":
            yield from zip(range(a, b), range(c, d), strict=True)
        else:
            yield from _alike(old, new, range(a, b), range(c, d))


def _alike(old: Sequence[str], new: Sequence[str], mine: range, hers: range) -> Iterator[Pair]:
    """The pairing in order with the most words in common; what has no partner stands where it stood."""
    counts = {place: Counter(_tokens(old[place])) for place in mine}
    counts_new = {place: Counter(_tokens(new[place])) for place in hers}
    best = [[0.0] * (len(hers) + 1) for _ in range(len(mine) + 1)]
    for i in reversed(range(len(mine))):
        for j in reversed(range(len(hers))):
            likeness = _likeness(counts[mine[i]], counts_new[hers[j]])
            together = likeness + best[i + 1][j + 1] if likeness >= ALIKE else -1.0
            best[i][j] = max(together, best[i + 1][j], best[i][j + 1])
    i = j = 0
    while i < len(mine) or j < len(hers):
        if i < len(mine) and j < len(hers):
            likeness = _likeness(counts[mine[i]], counts_new[hers[j]])
            if likeness >= ALIKE and best[i][j] == likeness + best[i + 1][j + 1]:
                yield mine[i], hers[j]
                i, j = i + 1, j + 1
                continue
        if i < len(mine) and (j == len(hers) or best[i][j] == best[i + 1][j]):
            yield mine[i], None
            i += 1
        else:
            yield None, hers[j]
            j += 1


def _likeness(one: Counter[str], other: Counter[str]) -> float:
    """The share of words in common, 0 to 1, blanks and signs aside."""
    both = sum((one & other)[token] for token in one & other if token[0].isalnum())
    all_ = sum(count for counter in (one, other) for token, count in counter.items() if token[0].isalnum())
    return 2 * both / all_ if all_ else float(one == other)

"""Finding earlier wording: statements read in, statements that went out, outcomes, work plan lines.

One service for the window and the command line. What it needs of the database is an `Index`; a desk that lies on
another database brings its own.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from sqlmodel import Session

from bali_desk.domain.words import Sought, neighbours, sentences, sought, terms
from bali_desk.store.search_lines import Found, Line, read_lines

WORDS_LOOKED_AT = 400  # of the lines that have all the words, so many of the latest are put in order
PER_TERM = 160  # lines looked at for each term of a text: one that is in more of them tells little
TERMS = 100  # of a text
RERANKED = 40  # lines looked at closely for each sentence
SENTENCES = 12  # of a text; what follows counts only for the whole of it
BEYOND = 0.2  # what the longer of two says beyond the shorter weighs so much against them
SHORTEST = 5  # terms of a sentence that is looked for by itself
LEAST_LIKENESS = 0.3  # below, two sentences share no more than their small words


@dataclass(frozen=True)
class Within:
    """Where to look: one body, years from and to (both included), and not what belongs to one meeting."""

    body: str | None = None
    since: int | None = None
    until: int | None = None
    other_than: int | None = None


EVERYWHERE = Within()


class Index(Protocol):
    """What the search asks of a database. Lines are numbered; a higher number came later."""

    def matching(self, asked: Sequence[Sought], within: Within, most: int) -> list[Line]:
        """The lines that have all of what is asked, the latest first, not more than `most`."""

    def having(self, terms: Sequence[str], most: int) -> list[list[int]]:
        """For each term the latest lines that have it, not more than `most` of each."""

    def together(self, terms: Sequence[str], most: int) -> list[int]:
        """The latest lines that have all these terms."""

    def lines(self, numbers: Sequence[int], within: Within) -> list[Line]:
        """Those of these lines that lie within."""

    def size(self) -> int:
        """About how many lines there are."""


def index_of(session: Session) -> Index:
    """The index of the database that the session reads."""
    from bali_desk.store.search_sqlite import SqliteIndex

    return SqliteIndex(session.connection())


def find(session: Session, query: str, within: Within = EVERYWHERE, most: int = 50) -> list[Found]:
    """What has all words of the query, the newest first: words, "a phrase", and the last word as a beginning.

    An empty, odd or hostile query finds nothing; none raises.
    """
    asked = sought(query)
    if not asked:
        return []
    lines = index_of(session).matching(asked, within, WORDS_LOOKED_AT)
    lines.sort(key=lambda line: (line.date, line.number), reverse=True)
    return read_lines(session, _each_once(lines)[:most])


def find_like(session: Session, text: str, within: Within = EVERYWHERE, most: int = 8) -> list[Found]:
    """How this was said before: what is most like the text or one of its sentences, best first; same words once.

    Candidates by their rarer terms, as BM25 weighs them; then put in order by the words and the neighbours they share.
    """
    known = list(dict.fromkeys(terms(text)))[:TERMS]
    if not known:
        return []
    parts = [terms(part) for part in sentences(text)[:SENTENCES]]
    asked = [terms(text), *(part for part in parts if len(part) >= SHORTEST)] if len(parts) > 1 else [terms(text)]
    index = index_of(session)
    holders = index.having(known, PER_TERM)
    size = max(index.size(), 1)
    weights = {term: _weight(size, len(lines)) for term, lines in zip(known, holders, strict=True)}
    by_term = dict(zip(known, holders, strict=True))
    numbers = {number for mine in asked for number in _candidates(index, mine, by_term, weights)}
    ranked = [(_best(asked, terms(line.text), weights), line) for line in index.lines(sorted(numbers), within)]
    ranked = [(score, line) for score, line in ranked if score >= LEAST_LIKENESS]
    ranked.sort(key=lambda pair: (pair[0], pair[1].number), reverse=True)
    return read_lines(session, _each_once([line for _, line in ranked], across=True)[:most])


def likeness(mine: Sequence[str], theirs: Sequence[str], weights: dict[str, float]) -> float:
    """How much terms and neighbours of the shorter one the other has, 0 to 1; what goes beyond counts a little.

    A term of theirs without a weight of its own weighs as the middle one of mine.
    """
    middle = sorted(weights.values())[len(weights) // 2] if weights else 1.0

    def weight(counted: Counter[str]) -> float:
        return sum(weights.get(term, middle) * number for term, number in counted.items())

    here, there = Counter(mine), Counter(theirs)
    words = _share(weight(here & there), weight(here), weight(there))
    pairs, others = neighbours(list(mine)), neighbours(list(theirs))
    alike = _share(len(pairs & others), len(pairs), len(others)) if pairs and others else words / 2
    return 0.6 * words + 0.4 * alike


def _share(both: float, mine: float, theirs: float) -> float:
    whole = min(mine, theirs) + BEYOND * abs(theirs - mine)
    return both / whole if whole else 0.0


def _best(asked: Sequence[Sequence[str]], theirs: Sequence[str], weights: dict[str, float]) -> float:
    return max(likeness(mine, theirs, weights) for mine in asked)


def _candidates(
    index: Index, mine: Sequence[str], holders: dict[str, list[int]], weights: dict[str, float]
) -> list[int]:
    """The lines worth a closer look: by the weights of the terms they have, and by the rarest ones together."""
    scores: dict[int, float] = {}
    known = [term for term in dict.fromkeys(mine) if holders.get(term)]
    for term in known:
        weight = weights[term]
        for number in holders[term]:
            scores[number] = scores.get(number, 0.0) + weight
    best = sorted(scores, key=lambda number: (scores[number], number), reverse=True)[:RERANKED]
    rarest = sorted(known, key=lambda term: (-weights[term], -len(term), term))
    for some in (rarest[:3], rarest[:6]):  # what is older than the lines looked at for each of its terms
        best += index.together(some, RERANKED // 2) if len(some) > 1 else []
    return best


def _weight(size: int, lines: int) -> float:
    return math.log(1 + (size - lines + 0.5) / (lines + 0.5)) if lines <= size else 0.1


def _each_once(lines: Sequence[Line], across: bool = False) -> list[Line]:
    """Without repetitions: of a text in several versions of one statement, or in all statements (`across`)."""
    kept: dict[object, Line] = {}
    for line in lines:
        owner = None if across else (line.source, line.owner_id)
        kept.setdefault((owner, tuple(terms(line.text))), line)
    return list(kept.values())

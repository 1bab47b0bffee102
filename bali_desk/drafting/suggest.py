"""What the officer may mean while she types: names and wording of the record that go on from her last words."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from bali_desk.domain.names import plain_letters, printed_name
from bali_desk.domain.record import Record
from bali_desk.drafting.markup import plain
from bali_desk.drafting.sentences import unstopped

LEAST = 2  # letters from which anything is offered
MOST_WORDS = 6  # so many of the words before the cursor may be the beginning of a phrase
NAME, PERSON, DELEGATION, WORDING = "name", "person", "delegation", "wording"


@dataclass(frozen=True)
class Phrase:
    """Words that may be offered, what kind of words they are, and how often the record has them."""

    text: str
    kind: str
    uses: int = 1
    key: str = field(init=False, compare=False)  # its letters to compare

    def __post_init__(self) -> None:
        object.__setattr__(self, "key", plain_letters(self.text))


@dataclass(frozen=True)
class Offer:
    """A phrase that goes on from the last `begun` letters typed."""

    phrase: Phrase
    begun: int


def phrases_of(record: Record, earlier: Iterable[str] = ()) -> list[Phrase]:
    """Everything the record may offer: registered names, delegations, persons, and its own and earlier wording."""
    wording = Counter(unstopped(text) for text in (*_wording(record), *earlier) if text and text.strip())
    body = record.body
    names = [body.name, body.short or "", *body.names, *body.acronyms, *body.acronyms.values()]
    names += [event.name for event in record.events]
    if record.work_plan:
        names.append(record.work_plan.title or "")
    persons = [printed_name(person, "Given Family") for person in record.participants]
    honoured = [
        f"{one.honorific} {name}" for one, name in zip(record.participants, persons, strict=True) if one.honorific
    ]
    found = [
        *(Phrase(name, NAME) for name in names),
        *(Phrase(one.name, DELEGATION) for one in (*record.delegations,)),
        *(Phrase(name, PERSON) for name in (*honoured, *persons)),
        *(Phrase(text, WORDING, uses) for text, uses in wording.items()),
    ]
    return list({phrase.text: phrase for phrase in reversed(found) if phrase.text.strip()}.values())[::-1]


def offers(typed: str, phrases: Sequence[Phrase], most: int = 8) -> list[Offer]:
    """The phrases that go on from what is typed, the best first.

    The more of the words before the cursor a phrase takes up, the better; then names before persons before wording;
    then what is used more often; then the shorter. Accents and case do not matter. Nothing where nothing fits.
    """
    found: dict[str, tuple[tuple[int, int, int, int, str], Offer]] = {}
    for begun, key in _beginnings(typed):
        for phrase in phrases:
            if phrase.key.startswith(key) and phrase.key != key and phrase.text not in found:
                rank = (-len(key), _ORDER[phrase.kind], -phrase.uses, len(phrase.text), phrase.text)
                found[phrase.text] = (rank, Offer(phrase, begun))
    return [offer for _rank, offer in sorted(found.values(), key=lambda one: one[0])[:most]]


_ORDER = {NAME: 0, DELEGATION: 1, PERSON: 2, WORDING: 3}


def _beginnings(typed: str) -> Iterator[tuple[int, str]]:
    """The last words typed, most first: how many letters of the typed text they are, and their letters to compare."""
    starts = [match.start() for match in re.finditer(r"(?<![\w’'-])[\w“‘*]", typed)][-MOST_WORDS:]
    for start in starts:
        key = plain_letters(plain(typed[start:]))
        if len(key.strip()) >= LEAST and not typed[start:].endswith("  "):
            yield len(typed) - start, key


def _wording(record: Record) -> Iterator[str]:
    for outcome in record.outcomes:
        yield outcome.text or ""
        yield from outcome.points
    for action in record.actions:
        yield action.text or ""

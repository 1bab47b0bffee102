"""What is not public: its own words, and whether a draft lets them slip."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator
from dataclasses import dataclass

from bali_desk.domain.disclosure import restricted_items
from bali_desk.domain.record import Record
from bali_desk.drafting.checks.case import Case
from bali_desk.drafting.checks.finding import Hit
from bali_desk.drafting.checks.likeness import content, stem
from bali_desk.drafting.markup import plain

ENOUGH = 4  # of its rare words in one sentence, where they do not follow one another and no name is among them
_WORD = re.compile(r"[^\W_]+(?:[’'-][^\W_]+)*")


@dataclass(frozen=True)
class _Secret:
    """One restricted item, paper or outcome: its rare words, those of them that are names, and its pairs of words."""

    words: frozenset[str]
    names: frozenset[str]
    pairs: frozenset[tuple[str, str]]


def restricted_content(case: Case) -> Iterator[Hit]:
    """Words that stand only in what is not public: a phrase of it, a name with another word, or many words."""
    if case.record is None:
        return
    secrets = list(_secrets(case.record))
    for sentence in case.sentences:
        for secret in secrets:
            met = secret.words & sentence.words
            if len(met) < 2:
                continue
            if (
                len(met) >= ENOUGH
                or met & secret.names & _names(sentence.text)
                or secret.pairs & _pairs(sentence.text, secret.words)
            ):
                told = ", ".join(sorted(met))
                yield Hit(sentence.paragraph, *sentence.span, "Told in what is not public.", f"not public: {told}")
                break


def _secrets(record: Record) -> Iterator[_Secret]:
    closed = restricted_items(record)
    known = _open_words(record, closed)
    told = [f"{plain(item.title or '')}. {plain(item.annotation or '')}" for item in record.agenda if item.id in closed]
    told += [paper.title or "" for paper in record.papers if paper.restricted]
    told += [
        " ".join([plain(one.text or ""), *map(plain, one.points)])
        for one in record.outcomes
        if not one.public or one.agenda_item_id in closed
    ]
    for text in told:
        words = frozenset(word for word in content(text) - known if len(word) > 2)
        if len(words) >= 2:
            yield _Secret(words, _names(text) & words, _pairs(text, words))


def _open_words(record: Record, closed: set[int | None]) -> frozenset[str]:
    """The words of all that is public."""
    body, meeting = record.body, record.meeting
    told = [body.name, body.short, body.parent, *body.names, *body.acronyms, *body.acronyms.values()]
    told += [name for one in record.members for name in (one.name, one.official_name)]
    told += [plain(item.title or "") for item in record.agenda if item.id not in closed]
    told += [paper.title for paper in record.papers if not paper.restricted]
    told += [part for one in record.participants for part in (one.given, one.family, one.position, one.organisation)]
    told += [part for event in record.events for part in (event.name, event.place)]
    told += [meeting.city, meeting.country, meeting.venue, record.work_plan.title if record.work_plan else ""]
    told += [line.text for line in record.work_plan_lines]
    for one in record.outcomes:
        if one.public and one.agenda_item_id not in closed:
            told += [one.subject, one.verb, plain(one.text or ""), *map(plain, one.points)]
    told += [one.text for one in record.actions if one.outcome_id is None]
    return content(" ".join(part for part in told if part))


def _names(text: str) -> frozenset[str]:
    """Words with a capital inside a sentence, and numbers."""
    return frozenset(stem(found[1]) for found in re.finditer(r"(?<=\S )([A-Z][\w-]+|\d{2,})", text))


def _pairs(text: str, rare: frozenset[str]) -> frozenset[tuple[str, str]]:
    """Each two rare words that follow one another."""
    words = [stem(word) for word in _WORD.findall(text)]
    return frozenset(pair for pair in itertools.pairwise(words) if pair[0] in rare and pair[1] in rare)

"""Outcomes of the record and the sentences that tell them, by the words that carry meaning."""

from __future__ import annotations

import re
from dataclasses import dataclass

from bali_desk.domain.models import Outcome
from bali_desk.drafting.checks.case import Case
from bali_desk.drafting.checks.countries import fold
from bali_desk.drafting.checks.draft_text import Paragraph
from bali_desk.drafting.checks.likeness import content, share
from bali_desk.drafting.checks.sentences import Span
from bali_desk.drafting.markup import plain

TOLD = 0.6  # of the words of an outcome that carry meaning, for a sentence to tell it


LINKED = 0.35  # where the block says it tells this outcome


@dataclass(frozen=True)
class Sentence:
    """A sentence of a draft with the words that carry its meaning."""

    paragraph: Paragraph
    span: Span
    words: frozenset[str]

    @property
    def text(self) -> str:
        """The sentence as it stands."""
        return self.paragraph.text[slice(*self.span)]


def sentences_of(case: Case) -> list[Sentence]:
    """Every sentence of the running text; the points of a list belong to the words before it too."""
    made: list[Sentence] = []
    points = {group[0].place - 1: group for group in case.text.lists if group[0].place}
    for one in case.text.running:
        for span in one.sentences:
            said = one.text[slice(*span)]
            words = content(said) | content(case.in_short(said))
            if span is one.sentences[-1] and one.place in points:
                words |= frozenset().union(*(content(point.text) for point in points[one.place]))
            made.append(Sentence(one, span, words))
    return made


def matter_of(outcome: Outcome) -> frozenset[str]:
    """The words of an outcome that carry meaning, its points with them."""
    return content(" ".join([plain(outcome.text or ""), *map(plain, outcome.points)]))


def shortened(case: Case, text: str) -> str:
    """The text with the noun of each registered name in the place of the name: "the Guide"."""
    heads = frozenset(case.data.facts.texts("heads_of_names"))
    for name in sorted(case.register.names, key=len, reverse=True):
        noun = next((word for word in re.findall(r"[\w-]+", name) if word in heads), "")
        if noun and fold(name) in fold(text):
            spelt = re.sub("['’]", "['’]", re.escape(name))
            text = re.sub(spelt, noun, text, flags=re.IGNORECASE)
    return text


def best_for(case: Case, wanted: frozenset[str], handle: str = "") -> tuple[Sentence | None, float]:
    """The sentence that tells most of these words, and how much of them; one of a linked block before others."""
    best, score = None, 0.0
    for sentence in case.sentences:
        told = share(wanted, sentence.words)
        if handle and handle in sentence.paragraph.sources:
            told += TOLD - LINKED
        if told > score:
            best, score = sentence, told
    return best, score

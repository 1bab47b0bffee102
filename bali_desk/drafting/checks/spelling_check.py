"""Words the dictionary does not know; what was meant is asked for one word at a time, for that takes long."""

from __future__ import annotations

from collections.abc import Iterator

from bali_desk.drafting.checks.case import Case
from bali_desk.drafting.checks.finding import Hit
from bali_desk.drafting.checks.masks import BLOT
from bali_desk.drafting.spelling import doubtful


def spelling(case: Case) -> Iterator[Hit]:
    """Words a speller doubts, where one was given; names, titles and quotations are left alone."""
    if case.speller is None:
        return
    for one, masked in zip(case.text.paragraphs, case.masked, strict=True):
        for start, end in doubtful(one.text, case.speller):
            if BLOT not in masked[start:end]:
                yield Hit(one, start, end, "The dictionary does not know this word.")

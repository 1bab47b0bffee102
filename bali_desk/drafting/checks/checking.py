"""Checking a draft: every check, or those that are asked for."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Sequence

from bali_desk.domain.record import Record
from bali_desk.drafting.checks.case import Case
from bali_desk.drafting.checks.catalogue import CHECKS, check_named
from bali_desk.drafting.checks.draft_text import DraftText
from bali_desk.drafting.checks.finding import Finding
from bali_desk.drafting.checks.register import DOCUMENTS, tokens
from bali_desk.drafting.spelling import Speller


def check_text(
    text: DraftText | str,
    record: Record | None = None,
    today: dt.date | None = None,
    previous: DraftText | str | None = None,
    profile: str | None = None,
    only: Collection[str] | None = None,
    terms: Sequence[tuple[str, str]] = (),
    speller: Speller | None = None,
    own_rules: bool = False,
) -> list[Finding]:
    """What the checks find in a draft, in the order of the text.

    `record` is that of its meeting, `today` the day of the check, `previous` the statement of the meeting before,
    `profile` the name of a house style (without one only mixing is told), `only` the names of the checks wanted
    (without it, all but those that run only when asked for),
    `terms` pairs of the office's own word and the one it does not use, `speller` what knows
    the words of the house, `own_rules` whether the rules of house in the record's own wording go before those of the
    profile. A check whose needs are not met finds nothing.
    Raises DeskError where `only` names a check there is not, or a table of resources/checks cannot be read.
    """
    wanted = [one for one in CHECKS if not one.by_name_only] if only is None else [check_named(name) for name in only]
    before = _read(previous) if previous is not None else None
    case = Case(_read(text), record, today, before, profile, own_rules, tuple(terms), speller)
    found = [finding for check in wanted for finding in check.findings(case)]
    found = found if only is not None else _without_echoes(found)
    return sorted(found, key=lambda one: (one.start, one.end))


# What the first finds at a place need not be told where the second has found the same.
ECHOES = {
    "cross-reference": ("annex",),
    "past-forward-reference": ("tense-vs-date",),
    "acronym-undefined": ("acronym-conflict",),
}


def _without_echoes(found: list[Finding]) -> list[Finding]:
    """The findings without those that tell a slip a second time."""
    found = [one for one in found if one.check not in _NAMES or one.check == _whose(one, found)]
    spans = {(one.check, one.start) for one in found} | {(one.check, one.end) for one in found}
    return [
        one
        for one in found
        if not any((other, place) in spans for other in ECHOES.get(one.check, ()) for place in (one.start, one.end))
    ]


def _read(text: DraftText | str) -> DraftText:
    return DraftText.of_plain(text) if isinstance(text, str) else text


_NAMES = ("name-variant", "instrument-name")


def _whose(one: Finding, found: list[Finding]) -> str:
    """Which of the two checks of names tells what both have found: that of documents, where it is one."""
    both = {
        other.check for other in found if other.check in _NAMES and (other.start, other.end) == (one.start, one.end)
    }
    if len(both) < 2:
        return one.check
    words = {token.text for token in tokens(one.other)} - {"Register", "Roadmap"}  # kept by somebody, adopted by none
    return "instrument-name" if DOCUMENTS & words else "name-variant"

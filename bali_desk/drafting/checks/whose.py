"""Whose a meeting is that a text counts: this body's, or that of whoever was named just before."""

from __future__ import annotations

import re

from bali_desk.domain.models import Body
from bali_desk.domain.record import Record
from bali_desk.drafting.checks.case import Case
from bali_desk.drafting.checks.countries import fold
from bali_desk.drafting.checks.frames import main_actor

_ITS = re.compile(r"\b(?:its|their)\s+$")
_PHRASE = re.compile(r"\b[A-Z][\w’-]*(?:\s+(?:(?:of|on|for|and|the|to|in)\s+)*[A-Z][\w’-]*)*")
_NO_BODY = ("Meeting", "Members", "Participants", "Delegates", "Delegations", "States", "We")  # of whatever body it is


def is_of_body(name: str, body: Body) -> bool:
    """Whether a name, or the head of one, is that of this body: "the TIPWG", "the Network"."""
    said = fold(name)
    names = [fold(known) for known in (body.name, body.short) if known]
    words = {word for known in names for word in known.split()}
    return any(said.startswith(known) or known.startswith(said) or known.endswith(said) for known in names) or (
        " " not in said and said in words
    )


def is_of_series(record: Record, found: re.Match[str], title: bool = False) -> bool:
    """Whether a counted meeting is one of this body's series, by its `kind` and by whose it is said to be, `of`."""
    if of := re.sub(r"^\s+of\s+", "", found["of"] or ""):
        return is_of_body(of, record.body)
    kind = (found["kind"] or "").split()
    capitals = [word for word in kind if word[0].isupper()]
    own = {*(record.meeting.kind or "").casefold().split(), "meeting", "session", "annual", "regular"}
    if capitals and not title and not {word.casefold() for word in capitals} <= own:
        return is_of_body(" ".join(capitals[:-1]), record.body) and len(capitals) > 1
    return not kind or kind[-1].casefold() in {*(record.meeting.kind or "meeting").casefold().split()[-1:], "meeting"}


def of_another(case: Case, before: str) -> bool:
    """Whether "its" or "their" at the end of these words is another body's: the last body named in the clause."""
    its = _ITS.search(before)
    if not its or case.record is None:
        return False
    clause = re.split(r"[;:]", before[: its.start()])[-1]
    nouns = set(case.data.facts.texts("bodies"))
    named = [found.group() for found in _PHRASE.finditer(clause) if nouns & set(re.findall(r"[\w’-]+", found.group()))]
    return bool(named) and not _is_ours(case, case.record, named[-1])


def _is_ours(case: Case, record: Record, name: str) -> bool:
    bare = re.sub(r"^The\s+", "", name)
    return bare in (*_NO_BODY, main_actor(case)) or is_of_body(bare, record.body)

"""Actions: whether they are told, with the owner and the day of the record."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from bali_desk.domain.dates import written
from bali_desk.domain.models import Action
from bali_desk.drafting.checks.case import Case
from bali_desk.drafting.checks.countries import fold
from bali_desk.drafting.checks.dates import mentions
from bali_desk.drafting.checks.finding import Hit
from bali_desk.drafting.checks.likeness import content, share, stem
from bali_desk.drafting.checks.outcomes import TOLD, Sentence, shortened


def action_mismatch(case: Case) -> Iterator[Hit]:
    """An action with another owner or another day than the record's, or left out."""
    record = case.record
    if record is None or not case.sentences:
        return
    told_of = {fold(name) for name in case.style.rules.actions_of}
    public = {one.id for one in case.public_outcomes} | {None}
    clauses = [clause for sentence in case.sentences for clause in _clauses(sentence)]
    for action in record.actions:
        wanted = content(action.text or "")
        alike = _Likeness(case, action.text or "", wanted)
        if action.outcome_id not in public or action.status in ("superseded", "done") or not wanted:
            continue
        carried = action.outcome_id is None and bool(record.earlier_meetings)  # from a meeting that told it
        best = max(clauses, key=alike.rank)
        if alike.told(best):
            yield from _owner(case, action, best)
            yield from _due(action, _dated(case, action, best))
        elif not carried and share(wanted, best.words) < (
            UNTOLD
            if set(map(fold, re.split(r",| and ", action.owner or ""))) & told_of
            else UNTOLD / 2
            if "*" in told_of
            else 0
        ):
            told = f"the record: {action.owner} – {action.text}"
            yield Hit(best.paragraph, *best.span, "An action of the record is not told.", told)


UNTOLD = 0.4  # of the words of an action: less of them anywhere, and it is left out


class _Likeness:
    """How much a clause is like an action; a name of the register may go by its noun alone, "the Guide"."""

    def __init__(self, case: Case, text: str, wanted: frozenset[str]) -> None:
        self.wanted, self.short = wanted, content(shortened(case, text))
        first = re.match(r"(?:to\s+)?([\w-]+)", text)
        self.act = content(first[1]) if first else frozenset[str]()  # what is to be done

    def rank(self, clause: Sentence) -> float:
        """The most for the clause that says more of the action, and above all what is to be done."""
        acts = bool(self.act) and self.act <= clause.words
        return max(share(self.wanted, clause.words), self._by_short_name(clause)) + (0.3 if acts else 0)

    def told(self, clause: Sentence) -> bool:
        """Whether the clause tells the action."""
        return share(self.wanted, clause.words) >= TOLD or self._by_short_name(clause) >= TOLD

    def _by_short_name(self, clause: Sentence) -> float:
        acts = len(self.short) > 1 and self.short != self.wanted and self.act <= clause.words
        return share(self.short, clause.words) if acts and self.act else 0


def _clauses(sentence: Sentence) -> Iterator[Sentence]:
    """The clauses of a sentence: two actions may stand in one."""
    start, end = sentence.span
    cuts = [start, *(start + cut.end() for cut in _CLAUSE.finditer(sentence.text)), end]
    for begin, stop in pairwise(cuts):
        if begin < stop:
            yield Sentence(sentence.paragraph, (begin, stop), content(sentence.paragraph.text[begin:stop]))


_CLAUSE = re.compile(r";\s+|,?\s+and\s+(?=(?:the\s+)?(?:[A-Z][\w-]*\s+)*(?:will|would)\b)")


_WILL = re.compile(
    r"(?P<who>(?:[Tt]he\s+)?[A-Z][\w’-]*(?:\s+(?:(?:of|and|the)\s+)*[A-Z][\w’-]*)*)\s+"
    r"(?:will|would|(?:was|were) (?:asked|requested|tasked|invited) to|undertook to|agreed to|offered to)\b"
)


def _owner(case: Case, action: Action, clause: Sentence) -> Iterator[Hit]:
    will = _WILL.search(clause.text)
    if not action.owner or not will or _same_owner(case, action.owner, will["who"], clause.text):
        return
    if will.group().endswith("agreed to") and _all_of_them(case, will["who"]):
        return  # all agree that one of them does it
    start = clause.span[0] + will.start("who")
    name = re.sub(r"^[Tt]he\s+", "", will["who"])
    start += len(will["who"]) - len(name)
    fix = re.sub(r"^[Tt]he\s+", "", action.owner)
    told = f"the record: {action.owner}"
    yield Hit(clause.paragraph, start, start + len(name), "The record has another owner for this.", told, fix=fix)


def _all_of_them(case: Case, who: str) -> bool:
    """Whether the meeting as a whole is meant."""
    main = (case.record.body.main_actor if case.record else None) or ""
    ours = case.style.ladder.actors
    whole = (*ours.get("meeting", ()), *ours.get("ministers", ()), *case.data.grammar.texts("meeting_actors"), main)
    return fold(who) in {fold(name) for name in whole}


def _same_owner(case: Case, owner: str, said: str, clause: str) -> bool:
    """Whether the owner is named as the one who acts, in full, by acronym, or as "by" somebody."""
    acronyms = case.record.body.acronyms if case.record else {}
    names = {fold(short): fold(full) for short, full in acronyms.items()}
    names |= {full: short for short, full in names.items()}
    parts = [fold(part) for part in re.split(r",\s*(?:and\s+)?|\s+and\s+", owner) if part]
    who = fold(said)
    named = [part in who or who in part or names.get(part, "-") in who for part in parts]
    by = re.search(rf"\bby (?:the )?{re.escape(owner)}\b", clause, re.IGNORECASE)
    return any(named) or bool(by) or case.countries.code(owner) == case.countries.code(said)


def _due(action: Action, clause: Sentence) -> Iterator[Hit]:
    """The day of an action; of several the one behind its task: "will print it by May and send it by June"."""
    if action.due is None:
        return
    bound = [found for found in mentions(clause.text, action.due.year) if _BY.search(clause.text[: found.start])]
    done = _act_in(action.text or "", clause.text)
    found = next((date for date in bound if date.start > done), None)
    if found and not found.first <= action.due <= found.last:
        start = clause.span[0] + found.start
        fix = written(action.due) if found.grain == "day" and not found.ranged else None
        told = f"the record: {written(action.due)}"
        at = start, start + len(found.text)
        yield Hit(clause.paragraph, *at, "The record has another day for this.", told, fix=fix)


def _dated(case: Case, action: Action, clause: Sentence) -> Sentence:
    """Where the day of an action stands: in its clause, or in a next sentence that goes on with it.

    "We task the Group with reporting each year. We expect its first report by 30 June 2019."
    """
    following = next(
        (one for one in case.sentences if one.paragraph is clause.paragraph and one.span[0] >= clause.span[1]), None
    )
    year = action.due.year if action.due else None
    dated = any(_BY.search(clause.text[: found.start]) for found in mentions(clause.text, year))
    if following is None or dated or not _GOES_ON.search(following.text) or _WILL.search(following.text):
        return clause
    return following if _act_in(action.text or "", following.text) >= 0 else clause


_GOES_ON = re.compile(r"\b(?:its|their|this|these|it|them)\b")


_BY = re.compile(r"\b(?:by|before|until|no later than|on|in|within)\s+(?:the\s+)?$")


def _act_in(task: str, said: str) -> int:
    """Where the first word of a task stands in a clause; before it, where it does not."""
    verb = re.match(r"(?:to\s+)?([\w-]+)", task)
    act = stem(verb[1]) if verb else ""
    return next((word.start() for word in re.finditer(r"[\w-]+", said) if stem(word.group()) == act), -1)

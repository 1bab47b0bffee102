"""Decisions, actions and who presented: what a draft tells of the meeting's outcomes against the record."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator
from dataclasses import dataclass

from bali_desk.domain.agenda import outline
from bali_desk.domain.dates import written
from bali_desk.domain.models import Action, Outcome
from bali_desk.drafting.checks.case import Case
from bali_desk.drafting.checks.countries import fold
from bali_desk.drafting.checks.dates import mentions
from bali_desk.drafting.checks.draft_text import Paragraph
from bali_desk.drafting.checks.finding import ERROR, WARNING, Hit
from bali_desk.drafting.checks.frames import Said
from bali_desk.drafting.checks.likeness import content, share
from bali_desk.drafting.checks.sentences import Span
from bali_desk.drafting.markup import plain
from bali_desk.drafting.sentences import is_public
from bali_desk.drafting.verbs import BINDING, DECISION

TOLD = 0.6  # of the words of an outcome that carry meaning, for a sentence to tell it
LINKED = 0.35  # where the block says it tells this outcome
SOFTENED = re.compile(r"^(?:to\s+)?(?:consider|explore|continue (?:to discuss|discussing)|discuss|examine|look into)\b")
_SOFT = re.compile(r"\b(?:in principle|provisionally|subject to|on the understanding that)\b")


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
            words = content(one.text[slice(*span)])
            if span is one.sentences[-1] and one.place in points:
                words |= frozenset().union(*(content(point.text) for point in points[one.place]))
            made.append(Sentence(one, span, words))
    return made


def _matter(outcome: Outcome) -> frozenset[str]:
    return content(" ".join([plain(outcome.text or ""), *map(plain, outcome.points)]))


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


def _public(case: Case) -> list[Outcome]:
    record = case.record
    return [one for one in record.outcomes if is_public(one, record) and (one.verb or one.text)] if record else []


def decision_missing(case: Case) -> Iterator[Hit]:
    """A decision of the record that the text does not tell."""
    whole = _whole(case)
    for outcome in _public(case):
        strength = case.style.ladder.strength(outcome.verb)
        wanted = _matter(outcome)
        if not whole or strength is None or strength < DECISION or not wanted:
            continue
        nearest, told = best_for(case, wanted, outcome.handle)
        if told < TOLD and not _told_by_paragraph(case, wanted):
            at = nearest or case.sentences[-1]
            said = f"{outcome.subject or ''} {outcome.verb or ''} {plain(outcome.text or '')}".strip()
            yield Hit(
                at.paragraph,
                *at.span,
                "A decision of the record is not told; this is nearest to it.",
                f"the record: {said}",
            )


def _told_by_paragraph(case: Case, wanted: frozenset[str]) -> bool:
    return any(share(wanted, content(one.text)) >= 0.8 for one in case.text.running)


def _whole(case: Case) -> bool:
    """Whether the text is a whole statement, or at least as much of one as tells decisions."""
    return bool(case.sentences)


def decision_verb(case: Case) -> Iterator[Hit]:
    """A verb that is stronger or weaker than that of the record; where a matter is told twice, one right verb is enough."""
    ladder = case.style.ladder
    by_outcome: dict[str, list[tuple[Said, Outcome]]] = {}
    for said, outcome in _pairs(case):
        known, told = ladder.find(outcome.verb), ladder.find(said.verb)
        if (
            known
            and told
            and not (
                said.kind in _NO_DECIDERS
                and ladder.actor_kind(outcome.subject) != said.kind
                and known.strength >= BINDING
                and told.strength < BINDING
            )
        ):
            by_outcome.setdefault(outcome.handle, []).append((said, outcome))
    for pairs in by_outcome.values():
        compared = [(_compared(case, *pair), pair[0]) for pair in pairs]
        if any(step == 0 for step, _said in compared):
            continue
        step, said = max(compared, key=lambda entry: (entry[0] > 0, -abs(entry[0])))
        verb = pairs[0][1].verb
        why = f"The text goes further than the record: “{verb}”." if step > 0 else f"The record goes further: “{verb}”."
        severity = ERROR if step > 0 else WARNING
        yield Hit(said.paragraph, said.start, said.verb_end, why, f"the record: {verb}", severity=severity)


_NO_DECIDERS = ("secretariat", "delegation", "chairs")


def _compared(case: Case, said: Said, outcome: Outcome) -> float:
    """How much further the text goes than the record: 0 where it says the same, below 0 where it says less."""
    known, told = case.style.ladder.find(outcome.verb), case.style.ladder.find(said.verb)
    if (
        known is None
        or told is None
        or (known.kind == told.kind and not SOFTENED.match(outcome.text or "") and not SOFTENED.match(said.matter))
    ):
        return 0
    return _strength(told.strength, said.matter) - _strength(known.strength, outcome.text or "")


def _strength(strength: int, matter: str) -> float:
    return strength - (1 if SOFTENED.match(matter) or _SOFT.search(matter) else 0)


def _pairs(case: Case) -> Iterator[tuple[Said, Outcome]]:
    """Each reporting verb of the text with the outcome of the record that it tells."""
    outcomes = [(one, _matter(one)) for one in _public(case)]
    points = {group[0].place - 1: group for group in case.text.lists if group[0].place}
    for group in case.said:
        for place, said in enumerate(group):
            following = group[place + 1] if place + 1 < len(group) else None
            matter = said.matter
            if following and following.joined and following.verb_start < said.verb_end + len(said.matter):
                matter = said.paragraph.text[said.verb_end : following.verb_start]
            words = content(matter)
            if matter.rstrip().endswith(":") and said.paragraph.place in points:
                words |= frozenset().union(*(content(one.text) for one in points[said.paragraph.place]))
            alone = content(matter)
            fits = [
                (share(wanted, words), max(share(words, wanted), share(alone, wanted)), -number)
                for number, (_one, wanted) in enumerate(outcomes)
            ]
            best = max(fits, key=lambda fit: (fit[0] + fit[1], fit[2]), default=(0.0, 0.0, 0))
            if best[0] >= TOLD and best[1] >= 0.4 and len(outcomes[-best[2]][1]) >= 2 and not _ambiguous(fits, best):
                yield said, outcomes[-best[2]][0]


def _ambiguous(fits: list[tuple[float, float, int]], best: tuple[float, float, int]) -> bool:
    """Whether two outcomes fit equally well, so that neither is sure."""
    return sum(abs(one[0] + one[1] - best[0] - best[1]) < 0.01 for one in fits) > 1


def sentence_unsourced(case: Case) -> Iterator[Hit]:
    """A sentence that binds somebody and that no outcome of the record bears out."""
    record = case.record
    if record is None or not record.outcomes:
        return
    known = [_matter(one) for one in record.outcomes]
    known += [content(f"{action.text or ''} {action.owner or ''}") for action in record.actions]
    known += [content(" ".join(part or "" for part in (record.meeting.next or {}).values()))]
    points = {group[0].place - 1: group for group in case.text.lists if group[0].place}
    for group in case.said:
        for said in group:
            strength = case.style.ladder.strength(said.verb)
            if strength is None or strength < BINDING or said.tense != "past":
                continue
            words = content(said.matter)
            if said.paragraph.place in points:
                words |= frozenset().union(*(content(one.text) for one in points[said.paragraph.place]))
            linked = set(said.paragraph.sources) & {one.handle for one in record.outcomes}
            if (
                linked
                or len(words) < 2
                or any(share(words, one) >= 0.5 or share(one, words) >= TOLD for one in known if one)
            ):
                continue
            start, end = said.paragraph.sentence_at(said.verb_start)
            yield Hit(said.paragraph, start, end, "No outcome of the record says this.", severity=WARNING)


def action_mismatch(case: Case) -> Iterator[Hit]:
    """An action with another owner or another day than the record's, or left out."""
    record = case.record
    if record is None or not case.sentences:
        return
    told_of = {fold(name) for name in case.style.rules.actions_of}
    public = {one.id for one in _public(case)} | {None}
    clauses = [clause for sentence in case.sentences for clause in _clauses(sentence)]
    for action in record.actions:
        wanted = content(action.text or "")
        if action.outcome_id not in public or action.status in ("superseded", "done") or not wanted:
            continue
        best = max(clauses, key=lambda clause: share(wanted, clause.words))
        if share(wanted, best.words) >= TOLD:
            yield from _owner(case, action, best)
            yield from _due(action, best)
        elif share(wanted, best.words) < (
            UNTOLD
            if set(map(fold, re.split(r",| and ", action.owner or ""))) & told_of
            else UNTOLD / 2
            if "*" in told_of
            else 0
        ):
            told = f"the record: {action.owner} – {action.text}"
            yield Hit(best.paragraph, *best.span, "An action of the record is not told.", told)


UNTOLD = 0.4  # of the words of an action: less of them anywhere, and it is left out


def _clauses(sentence: Sentence) -> Iterator[Sentence]:
    """The clauses of a sentence: two actions may stand in one."""
    start, end = sentence.span
    cuts = [start, *(start + cut.end() for cut in _CLAUSE.finditer(sentence.text)), end]
    for begin, stop in itertools.pairwise(cuts):
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
    start = clause.span[0] + will.start("who")
    name = re.sub(r"^[Tt]he\s+", "", will["who"])
    start += len(will["who"]) - len(name)
    fix = re.sub(r"^[Tt]he\s+", "", action.owner)
    told = f"the record: {action.owner}"
    yield Hit(clause.paragraph, start, start + len(name), "The record has another owner for this.", told, fix=fix)


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
    if action.due is None:
        return
    for found in mentions(clause.text, action.due.year):
        before = clause.text[: found.start]
        if not re.search(r"\b(?:by|before|until|no later than|on|in|within)\s+(?:the\s+)?$", before):
            continue
        if not found.first <= action.due <= found.last:
            start = clause.span[0] + found.start
            fix = written(action.due) if found.grain == "day" and not found.ranged else None
            yield Hit(
                clause.paragraph,
                start,
                start + len(found.text),
                "The record has another day for this.",
                f"the record: {written(action.due)}",
                fix=fix,
            )
        return


def agenda_coverage(case: Case) -> Iterator[Hit]:
    """An item of the agenda that the text says nothing of."""
    record = case.record
    if record is None or len(case.text.running) < 4:
        return
    last = case.text.running[-1]
    word = re.search(r"\S+$", last.text)
    sources = {source for one in case.text.paragraphs for source in one.sources}
    everything = frozenset[str]().union(*(content(one.text) for one in case.text.paragraphs))
    parents = {item.parent_id for item in record.agenda}
    together = _together(case)
    for line in outline(record.agenda, record.meeting):
        item = line.item
        if item.kind not in (None, "item") or item.restricted or item.id in parents or not item.title:
            continue
        outcomes = [one for one in _public(case) if one.agenda_item_id == item.id]
        told = ({one.handle for one in outcomes} | {item.handle}) & sources or line.number in together
        told = told or any(best_for(case, _matter(one))[1] >= TOLD for one in outcomes)
        if not told and not _PROCEDURE.search(item.title) and share(content(plain(item.title)), everything) < 0.5:
            why = f"Nothing is told of the item “{plain(item.title)}”."
            yield Hit(last, word.start() if word else 0, len(last.text), why, plain(item.title))


_PROCEDURE = re.compile(
    r"(?i)\b(?:adoption|opening|closing|close|other (?:business|matters)|any other|introduction"
    r"|welcome|next meeting|next session|date and (?:place|venue))\b"
)


def _together(case: Case) -> set[str]:
    """The numbers of items that are said to have been taken together."""
    found = (
        re.search(r"[Ii]tems? ([\d, and–-]+?) were (?:taken|considered|discussed)", one.text)
        for one in case.text.running
    )
    numbers: set[str] = set()
    for one in found:
        numbers |= set(re.findall(r"\d+", one[1])) if one else set()
    return numbers


_FROM = re.compile(
    r"\b(?P<what>(?:updates?|presentations?|briefings?|reports?|statements?|remarks|information"
    r"|overview)\s+(?:[a-z]+\s+)?(?:from|by|given by|provided by|delivered by|made by|presented by)"
    r"|heard from|presented by|heard|briefed by|introduced by"
    r"|delivered by)\s+(?P<who>(?:the\s+)?(?:[A-Z]|United|New)[^.;:]*?)(?=\s+(?:on|about|regarding"
    r"|of the|concerning|that|how|to|at|which|who|for|, which)\b|[.;:,(]|$)"
    r"|(?:^|[.;]\s+)(?P<lead>(?:[Tt]he\s+)?[A-Z][^.;:,]{1,60}?)\s+(?:presented|briefed|informed|introduced|reported|updated|gave|provided)\b"
)


def attribution_mismatch(case: Case) -> Iterator[Hit]:
    """Somebody who is said to have presented what others presented."""
    record = case.record
    if record is None:
        return
    for one in case.text.running:
        for span in one.sentences:
            said = one.text[slice(*span)]
            found = _FROM.search(said)
            item = _item_of(case, said, one) if found else None
            if not found or item is None:
                continue
            key = "who" if found["who"] else "lead"
            allowed = _presenters(case, item)
            if not allowed:
                continue
            met = _speakers(case, found[key])
            wrong = [speaker for speaker in met if not _among(case, speaker[2], allowed)]
            if wrong and not any(_among(case, speaker[2], allowed) for speaker in met):
                start = span[0] + found.start(key) + wrong[0][0]
                yield Hit(
                    one,
                    start,
                    start + wrong[0][1],
                    "The agenda has another presenter.",
                    f"the record: {', '.join(sorted(allowed))}",
                )


def _item_of(case: Case, said: str, one: Paragraph) -> object | None:
    record = case.record
    assert record is not None
    linked = {outcome.agenda_item_id for outcome in record.outcomes if outcome.handle in one.sources}
    items = [item for item in record.agenda if item.presenters and item.title]
    if len(linked) == 1:
        return next((item for item in items if item.id in linked), None)
    words = content(said)
    scores = []
    for item in items:
        matters = [content(plain(item.title or ""))]
        matters += [_matter(outcome) for outcome in record.outcomes if outcome.agenda_item_id == item.id]
        scores.append(
            (
                max(
                    share(wanted, words) if len(wanted & words) >= 2 or len(wanted) == 1 else 0.0
                    for wanted in matters
                    if wanted
                )
                if any(matters)
                else 0.0,
                item,
            )
        )
    scores.sort(key=lambda entry: -entry[0])
    if not scores or scores[0][0] < 0.5 or (len(scores) > 1 and scores[1][0] == scores[0][0]):
        return None
    return scores[0][1]


def _presenters(case: Case, item: object) -> set[str]:
    """Everybody who may be meant by those who present an item: persons, their delegations and organisations."""
    record = case.record
    assert record is not None
    delegations = {one.id: one.name for one in record.delegations}
    people = {one.handle: one for one in record.participants}
    allowed: set[str] = set()
    for presenter in item.presenters:  # type: ignore[attr-defined]
        person = people.get(presenter)
        if person is None:
            allowed.add(presenter)
            continue
        allowed |= {
            name
            for name in (person.family, person.display, person.organisation, delegations.get(person.delegation_id))
            if name
        }
    return allowed


def _speakers(case: Case, who: str) -> list[tuple[int, int, str]]:
    """Countries, organisations and persons named as speaking: place, length and name."""
    made = [(one.start, one.end - one.start, one.text) for one in case.countries.named(who)]
    record = case.record
    assert record is not None
    acronyms = {**record.body.acronyms, **({record.body.short: record.body.name} if record.body.short else {})}
    for name in [
        *acronyms,
        *acronyms.values(),
        *(one.family or "" for one in record.participants),
        "Co-Chairs",
        "Secretariat",
    ]:
        at = re.search(rf"(?<![\w-]){re.escape(name)}(?![\w-])", who) if name else None
        if at:
            made.append((at.start(), at.end() - at.start(), name))
    return made


def _among(case: Case, name: str, allowed: set[str]) -> bool:
    record = case.record
    assert record is not None
    acronyms = record.body.acronyms
    same = {
        fold(name),
        fold(acronyms.get(name, name)),
        *(fold(short) for short, full in acronyms.items() if fold(full) == fold(name)),
    }
    code = case.countries.code(name)
    own = next((one for one in record.participants if one.family == name), None)
    if own is not None:
        delegation = next((one.name for one in record.delegations if one.id == own.delegation_id), "")
        same |= (
            {fold(own.organisation or name)}
            if delegation in allowed and not any(p.family in allowed for p in record.participants if p.family)
            else set()
        )
    return any(one in fold(other) or fold(other) in one for one in same for other in allowed) or any(
        case.countries.code(other) == code for other in allowed
    )

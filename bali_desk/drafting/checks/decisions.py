"""Decisions: whether they are told, with verbs as strong as those of the record, and nothing that binds beside them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from bali_desk.domain.models import Outcome
from bali_desk.drafting.checks.case import Case
from bali_desk.drafting.checks.finding import ERROR, WARNING, Hit
from bali_desk.drafting.checks.frames import Said, assents
from bali_desk.drafting.checks.likeness import content, share
from bali_desk.drafting.checks.outcomes import TOLD, Sentence, best_for, matter_of, shortened
from bali_desk.drafting.checks.sentences import Span
from bali_desk.drafting.markup import plain
from bali_desk.drafting.verbs import BINDING, DECISION, Verb

SOFTENED = re.compile(r"^(?:to\s+)?(?:consider|explore|continue (?:to discuss|discussing)|discuss|examine|look into)\b")
_RELATIVE = re.compile(  # where something else begins, a relative clause or another act: "and asked Fiji to host it"
    r",?\s+(?:which|who|whose|where)\b|,\s+(?:as|and that|noting|recalling)\b|,\s+and\s+[a-z]+ed\b|\s+and\s+asked\b"
)
Where = tuple[int, Span]  # a paragraph's place, and a sentence in it
_SOFT = re.compile(r"\b(?:in principle|provisionally|subject to|on the understanding that)\b")


def decision_missing(case: Case) -> Iterator[Hit]:
    """A decision of the record, or a request or recommendation, that the text does not tell."""
    whole = _whole(case)
    for outcome in case.public_outcomes:
        strength = case.style.ladder.strength(outcome.verb)
        wanted = matter_of(outcome)
        if not whole or strength is None or strength < BINDING or not wanted:
            continue
        nearest, share_told = best_for(case, wanted, outcome.handle)
        told = share_told >= TOLD and (outcome.handle in nearest.paragraph.sources if nearest else False)
        other = _of_another_year(case, outcome)
        told = told or _told_by_sentence(case, outcome, wanted, other) or _told_by_paragraph(case, wanted)
        if not told and not _told_otherwise(case, outcome, wanted, other):
            at, decides = nearest or case.sentences[-1], strength >= DECISION
            said = f"{outcome.subject or ''} {outcome.verb or ''} {plain(outcome.text or '')}".strip()
            yield Hit(
                at.paragraph,
                *at.span,
                f"{'A decision' if decides else 'A request'} of the record is not told; this is nearest to it.",
                f"the record: {said}",
                severity=ERROR if decides else WARNING,
            )


def _told_by_sentence(case: Case, outcome: Outcome, wanted: frozenset[str], other: set[Where]) -> bool:
    """Whether a sentence tells it: most of its words, and where more than names is decided, not the names alone."""
    alike = case.data.alike
    acts = alike(_beside_names(case, outcome))
    told = (one.words for one in _that_may_tell(case, other) if share(wanted, one.words) >= TOLD)
    return any(len(acts) < 2 or acts & alike(words) for words in told)


def _that_may_tell(case: Case, other: set[Where]) -> list[Sentence]:
    """The sentences without those that speak of a text of another year."""
    return [one for one in case.sentences if (one.paragraph.place, one.span) not in other]


def _of_another_year(case: Case, outcome: Outcome) -> set[Where]:
    """Sentences that have a text of this outcome with other figures, where figures alone tell two texts apart.

    Where "Roadmap 2021–2025" is registered too, what is said of a "Roadmap 2026–2031" is not said of that to 2030.
    """
    matter = plain(outcome.text or "")
    return {
        (one.paragraph.place, one.paragraph.sentence_at(one.start))
        for one in case.variants
        if not one.whole and one.name in case.register.told_by_figures and one.name in matter
    }


def _beside_names(case: Case, outcome: Outcome) -> frozenset[str]:
    """The words of an outcome that are no names: in "Belize to open the Register of Sites to boats", opening, boats."""
    text = " ".join([_MADE_BY.split(plain(outcome.text or ""))[0], *map(plain, outcome.points)])
    return content(case.names.sub(" ", text) if case.names else text)


def _told_otherwise(case: Case, outcome: Outcome, wanted: frozenset[str], other: set[Where]) -> bool:
    """Whether it is told in other words: such as mean the same; or a text by its short name, or without who made
    it, with a verb as strong.
    """
    alike = case.data.alike
    meant, acts = alike(wanted), alike(_beside_names(case, outcome))
    said_alike = (alike(one.words) for one in _that_may_tell(case, other)) if len(meant) > 2 else ()
    if any(share(meant, words) >= TOLD and (len(acts) < 2 or acts & words) for words in said_alike):
        return True
    matter = _MADE_BY.split(plain(outcome.text or ""))[0]
    names = [words for words in (content(shortened(case, matter)), content(matter)) if words and words != wanted]
    if not names or outcome.points:
        return False
    ladder = case.style.ladder
    known = ladder.find(outcome.verb)
    return any(
        any(words <= content(said.matter) for words in names)
        and (told := ladder.find(said.verb)) is not None
        and known is not None
        and told.kind == known.kind
        and (said.paragraph.place, said.paragraph.sentence_at(said.verb_start)) not in other
        for group in case.told
        for said in group
    )


_MADE_BY = re.compile(r",\s+(?=(?:as\s+)?(?:\w+ed|drawn up|written|put forward) by\b)")


def _told_by_paragraph(case: Case, wanted: frozenset[str]) -> bool:
    return any(share(wanted, content(one.text)) >= 0.8 for one in case.text.running)


def _whole(case: Case) -> bool:
    """Whether the text is a whole statement, or at least as much of one as tells decisions."""
    return bool(case.sentences)


def decision_verb(case: Case) -> Iterator[Hit]:
    """A verb stronger or weaker than that of the record; where a matter is told twice, one right verb is enough."""
    ladder = case.style.ladder
    by_outcome: dict[str, list[tuple[Said, Outcome]]] = {}
    for said, outcome in _pairs(case):
        known, told = _recorded(case, outcome), ladder.find(said.verb)
        decider = case.finder.kind_of(outcome.subject or "")
        another_voice = said.kind in _NO_DECIDERS and decider != said.kind
        narrative = told is not None and told.strength == 0 and known is not None and known.strength < BINDING
        binds = known is not None and told is not None and known.strength >= BINDING > told.strength
        if known and told and not narrative and not (another_voice and binds):
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


def _recorded(case: Case, outcome: Outcome) -> Verb | None:
    """The verb of the record; "agreed" with "to recommend …" behind it is "agreed to recommend"."""
    return case.style.ladder.find(f"{outcome.verb or ''} {plain(outcome.text or '')}")


_NO_DECIDERS = ("secretariat", "delegation", "chairs")


def _compared(case: Case, said: Said, outcome: Outcome) -> float:
    """How much further the text goes than the record: 0 where it says the same, below 0 where it says less."""
    known, told = _recorded(case, outcome), case.style.ladder.find(said.verb)
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
    outcomes = [(one, _bare(case, one)) for one in case.public_outcomes]
    points = {group[0].place - 1: group for group in case.text.lists if group[0].place}
    for group in case.told:
        for place, said in enumerate(group):
            following = group[place + 1] if place + 1 < len(group) else None
            matter = said.matter
            if following and following.joined and following.verb_start < said.verb_end + len(said.matter):
                matter = said.paragraph.text[said.verb_end : following.verb_start]
            matter = case.in_short(matter)
            words = content(matter)
            if matter.rstrip().endswith(":") and said.paragraph.place in points:
                words |= frozenset().union(*(content(one.text) for one in points[said.paragraph.place]))
            alone = content(_RELATIVE.split(matter, maxsplit=1)[0])
            fits = [
                (share(wanted, words), max(share(words, wanted), share(alone, wanted)), -number)
                for number, (_one, wanted) in enumerate(outcomes)
            ]
            best = max(fits, key=lambda fit: (fit[0] + fit[1], fit[2]), default=(0.0, 0.0, 0))
            if best[0] >= TOLD and best[1] >= 0.4 and len(outcomes[-best[2]][1]) >= 2 and not _ambiguous(fits, best):
                yield said, outcomes[-best[2]][0]


def _bare(case: Case, outcome: Outcome) -> frozenset[str]:
    """The words of an outcome that carry meaning, without ", prepared by Fiji", which a text may leave out."""
    matter = _MADE_BY.split(plain(outcome.text or ""))[0]
    return content(case.in_short(" ".join([matter, *map(plain, outcome.points)])))


def _ambiguous(fits: list[tuple[float, float, int]], best: tuple[float, float, int]) -> bool:
    """Whether two outcomes fit equally well, so that neither is sure."""
    return sum(abs(one[0] + one[1] - best[0] - best[1]) < 0.01 for one in fits) > 1


def sentence_unsourced(case: Case) -> Iterator[Hit]:
    """A sentence that binds somebody and that no outcome of the record bears out."""
    record = case.record
    if record is None or not record.outcomes:
        return
    known = [matter_of(one) for one in record.outcomes]
    known += [content(f"{action.text or ''} {action.owner or ''}") for action in record.actions]
    known += [content(" ".join(part or "" for part in (record.meeting.next or {}).values()))]
    points = {group[0].place - 1: group for group in case.text.lists if group[0].place}
    borne_out: set[tuple[int, Span]] = set()
    for group in case.told:
        for said in group:
            strength = case.style.ladder.strength(said.verb)
            if strength is None or strength < BINDING or said.tense != "past":
                continue
            if said.kind in _NO_DECIDERS and assents(said):
                continue
            words = content(said.matter)
            if said.paragraph.place in points:
                words |= frozenset().union(*(content(one.text) for one in points[said.paragraph.place]))
            sentence = (said.paragraph.place, said.paragraph.sentence_at(said.verb_start))
            linked = set(said.paragraph.sources) & {one.handle for one in record.outcomes}
            if (
                linked
                or len(words) < 2
                or any(share(words, one) >= 0.5 or share(one, words) >= TOLD for one in known if one)
            ):
                borne_out.add(sentence)
                continue
            if said.joined and sentence in borne_out:
                continue  # "adopted the plan, and agreed on three priorities": the second belongs to the first
            start, end = said.paragraph.sentence_at(said.verb_start)
            yield Hit(said.paragraph, start, end, "No outcome of the record says this.", severity=WARNING)

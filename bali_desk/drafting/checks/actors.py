"""Actors and their verbs: who may do what, what goes with what, and one way of telling throughout."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator

from bali_desk.drafting.advice import about_actor, about_pairs
from bali_desk.drafting.checks.case import Case
from bali_desk.drafting.checks.finding import Hit
from bali_desk.drafting.checks.frames import Said, assents, perfect_in
from bali_desk.drafting.verbs import BINDING

_WE = re.compile(r"(?<![\w’'])(?:We|we|Our|our|us|ours)(?![\w’'])")

_OF_IT = ("Members", "Member States", "States", "Economies")
_THERE = ("Delegates", "Delegations", "Participants", "Representatives")  # who may speak and thank beside the body
_COURTESY = ("event", "appreciation", "expectation")  # classes of verbs that decide nothing
_MAIN = ("meeting", "ministers")  # kinds of actor whose text a statement may be


def verb_actor(case: Case) -> Iterator[Hit]:
    """A verb that goes further than its actor may."""
    main = (case.record.body.main_actor if case.record else None) or case.style.ladder.actors["meeting"][0]
    for group in case.said:
        for said in group:
            if said.kind in ("meeting", "several") or said.tense != "past" or _exempt(said):
                continue
            if told := about_actor(said.actor, said.verb, main, case.style):
                yield Hit(said.paragraph, said.start, said.verb_end, told)
    for one in case.text.running:
        for said in perfect_in(one, case.unquoted[one.place], case):
            done = said.kind in ("secretariat", "chairs")  # a delegation may say what its own parliament "has adopted"
            if done and (told := about_actor(said.actor, said.verb, main, case.style)):
                yield Hit(one, said.start, said.verb_end, told)


def _exempt(said: Said) -> bool:
    """What is no decision of its own: "agreed with", "A and B agreed", and assent to a speaker before."""
    text = said.paragraph.text
    before = text[: said.actor_start]
    others = re.search(r"\band\s+(?:the\s+)?$|\bnor\s+(?:the\s+)?$", before)
    pronoun = said.actor in ("They", "It", "We")
    return (
        pronoun
        or bool(others)
        or bool(re.match(r"(?:with|upon)\b", said.matter))
        or said.verb.startswith("agreed with")
        or assents(said)
    )


def verb_object(case: Case) -> Iterator[Hit]:
    """A verb and a matter that do not go together."""
    for group in case.said:
        for said in group:
            for told in about_pairs(said.verb, said.matter, case.style):
                first = re.match(r"(?:\s*\S+){1,3}", said.paragraph.text[said.verb_end :])
                end = said.verb_end + (first.end() if first else 0)
                yield Hit(said.paragraph, said.verb_start, end, told)


def tense_mix(case: Case) -> Iterator[Hit]:
    """One actor's reporting verbs in the present here and in the past there."""
    by_actor: dict[str, list[Said]] = defaultdict(list)
    for group in case.said:
        for said in group:
            if said.main and said.verb != "will" and said.actor not in ("They", "It"):
                by_actor["we" if said.actor == "We" else said.kind if said.kind != "delegation" else said.actor].append(
                    said
                )
    for uses in by_actor.values():
        tenses = Counter(said.tense for said in uses)
        if len(tenses) < 2:
            continue
        usual = "past" if tenses["past"] >= tenses["present"] else "present"
        example = next(said for said in uses if said.tense == usual)
        for said in uses:
            if said.tense != usual:
                other = example.paragraph.text[example.start : example.verb_end]
                why = f"Told in the {said.tense} here, in the {usual} elsewhere."
                yield Hit(said.paragraph, said.start, said.verb_end, why, f"“{other}”", fix=_retold(case, said))


def _retold(case: Case, said: Said) -> str | None:
    """The verb in the past, where it stands in the present."""
    if said.tense != "present":
        return None
    text = said.paragraph.text
    return f"{text[said.start : said.verb_start]}{said.verb}"


def voice_mix(case: Case) -> Iterator[Hit]:
    """ "We" in a text that tells of Members, or Members in a text that says "we"; the opening may say either."""
    running = case.text.running
    first = running[0].place if running else -1
    ours = [(one, found) for one in running if one.place != first for found in _WE.finditer(case.unquoted[one.place])]
    theirs = [
        said for group in case.said for said in group if said.kind in _MAIN and said.actor not in ("We", "They", "It")
    ]
    we_said = sum(said.actor == "We" for group in case.said for said in group)
    if not ours or not theirs:
        return
    if we_said > len(theirs):
        for said in theirs:
            if said.paragraph.place != first:
                yield Hit(said.paragraph, said.start, said.verb_end, "The text says “we” elsewhere.", "“We”")
        return
    told: set[int] = set()
    for one, found in ours:
        if one.place not in told:
            told.add(one.place)
            yield Hit(one, *found.span(), f"The text tells of {theirs[0].actor} elsewhere.", f"“{theirs[0].actor}”")


def actor_variant(case: Case) -> Iterator[Hit]:
    """The meeting under another name than it mostly has."""
    uses = [
        said for group in case.said for said in group if said.kind in _MAIN and said.actor not in ("We", "They", "It")
    ]
    names = Counter(said.actor for said in uses)
    if len(names) < 2:
        return
    usual = names.most_common(1)[0][0]
    if names[usual] < 2:
        return
    for said in uses:
        voices = not usual.endswith("s") and _is_voice(case, said)
        if said.actor.casefold() != usual.casefold() and said.kind == "meeting" and not voices:
            end = said.actor_start + len(said.actor)
            yield Hit(said.paragraph, said.actor_start, end, f"Elsewhere the text says “{usual}”.", f"“{usual}”")


def _is_voice(case: Case, said: Said) -> bool:
    """Whether members of a body that acts as one speak for themselves, and decide nothing."""
    verb = case.style.ladder.find(said.verb)
    if verb is None or verb.strength >= BINDING:
        return verb is None
    return said.actor in _OF_IT or (said.actor in _THERE and verb.kind in _COURTESY)

"""The end of the statement: what will be done next, when the body meets again, and thanks to the host."""

from __future__ import annotations

from collections.abc import Container

from bali_desk.domain.dates import written
from bali_desk.domain.models import Action
from bali_desk.drafting.draft import Draft
from bali_desk.drafting.facts import next_fields, speakers, spoken_name
from bali_desk.drafting.markup import escaped
from bali_desk.drafting.material import Material
from bali_desk.drafting.sentences import stopped, unstopped
from bali_desk.drafting.verbs import folded


def closing(material: Material, done: Container[int | None]) -> list[Draft]:
    """Next steps, next meeting and thanks under their heading; actions in `done` have been told."""
    coming = next_fields(material.record.meeting, material.style.words)
    next_meeting = material.filled("next_meeting", coming) if any(coming.values()) else ""
    parts = [
        _next_steps(material, done),
        Draft(material.paragraph, next_meeting, [], "next_meeting"),
        Draft(material.paragraph, _thanks(material), [], "thanks"),
    ]
    heading = Draft("heading", material.filled("heading_closing"), [], "heading:closing")
    return [heading, *parts] if any(part.text for part in parts) else []


def _next_steps(material: Material, done: Container[int | None]) -> Draft:
    """What those who serve the meeting will do, from the open actions of outcomes that may be told."""
    style = material.style
    public = {one.id: one.handle for one in material.public if one.id is not None}
    owners = {folded(owner) for owner in style.rules.actions_of}
    said: list[str] = []
    sources: list[str] = []
    before = ""
    for action in material.record.actions:
        outcome = public.get(action.outcome_id) if action.outcome_id is not None else None
        owner = folded(action.owner).removeprefix("the ")
        told_already = action.id is not None and action.id in done
        if outcome is None or told_already or action.status not in (None, "open") or not owners & {owner, "*"}:
            continue
        task = task_of(action, material)
        if owner == before:
            task = f"{style.words.also} {task}"
        fields = {"owner": escaped(speakers(action.owner, style.words)), "task": task}
        text = stopped(material.filled("action", fields | {"due": written(action.due)}))
        if text and not (style.rules.say_once and text in said):
            said.append(text)
            sources += [outcome] if outcome not in sources else []
            before = "" if owner == before else owner
    return Draft(material.paragraph, " ".join(said), sources, "next_steps")


def task_of(action: Action, material: Material) -> str:
    """What is to be done, as it stands after "will": "To find a venue." and "Will find a venue" are "find a venue"."""
    text = unstopped(action.text)
    opener, _, rest = text.partition(" ")
    if rest and folded(opener) in material.style.words.task_openers:
        text = rest
    first, _, rest = text.partition(" ")
    if first[:1].isupper() and first[1:].islower() and first not in _names(material):
        return f"{first[:1].lower()}{first[1:]} {rest}".rstrip()
    return text


def _names(material: Material) -> set[str]:
    """Words that are capital wherever they stand: what names of the record begin with."""
    record = material.record
    names = [record.body.name, *record.body.names, *record.body.acronyms.values(), *material.style.words.with_article]
    names += [one.name for one in record.members] + [one.name for one in record.delegations]
    names += [part for one in record.participants for part in (one.family, one.given, one.display) if part]
    return {word for name in names for word in name.split()[:1] if word[:1].isupper()}


def _thanks(material: Material) -> str:
    """Thanks to the host, where no outcome has said them."""
    words = material.style.words
    if any(phrase in folded(outcome.text) for outcome in material.public for phrase in words.thanks_to_host):
        return ""
    host = spoken_name(material.record.meeting.country, material.record, material.style)
    return material.filled("thanks_virtual" if material.virtual else "thanks", {"host": host})

"""What a frame makes of the record: the first sentence of the statement that would use it."""

from __future__ import annotations

from collections.abc import Iterator

from bali_desk.domain.agenda import outline
from bali_desk.domain.dates import written
from bali_desk.domain.models import Outcome
from bali_desk.domain.record import Record
from bali_desk.drafting.closing import task_of
from bali_desk.drafting.facts import attendance_fields, next_fields, speakers, spoken_name
from bali_desk.drafting.house import set_in_house_style
from bali_desk.drafting.markup import escaped
from bali_desk.drafting.material import Material
from bali_desk.drafting.sentences import frame_of, is_for_decision, lead_in, listed, spoken, stopped, told_as
from bali_desk.drafting.wording import Style


def example(record: Record, style: Style, frame: str) -> str:
    """The sentence, as the statement would have it; "" where the record has nothing for this frame yet."""
    material = Material(record, style)
    said = next((text for text in _sentences(material, frame) if text), "")
    return set_in_house_style(said, style.house, material.registered)


def _sentences(material: Material, frame: str) -> Iterator[str]:
    record, style = material.record, material.style
    if frame in ("presentation", "reception", "decision", "priorities", "decision_apart", "papers", "joined"):
        yield from _of_outcomes(material, frame)
    elif frame in ("recommended", "recommended_decision"):
        for one in material.told:
            if one.recommended_to and is_for_decision(one.text or "", style) == (frame == "recommended_decision"):
                yield _sentence(material, one)
    elif frame in ("fulfils", "fulfils_again"):
        lines = {line.handle for line in record.work_plan_lines}
        yield from (material.filled(frame, {"lines": len(lines & set(one.fulfils))}) for one in material.told)
    elif frame == "heading":
        for line in outline(record.agenda, record.meeting):
            yield material.filled(frame, {"number": line.number, "item": (line.item.title or "").strip()})
    elif frame == "action":
        for action in record.actions:
            owner = escaped(speakers(action.owner, style.words))
            more = {"owner": owner, "task": task_of(action, material), "due": written(action.due)}
            if action.outcome_id in {one.id for one in material.public}:
                yield material.filled(frame, more)
    elif frame == "chair":
        yield str(material.fields["chairs"] or "")
    elif frame.startswith("thanks"):
        yield material.filled(frame, {"host": spoken_name(record.meeting.country, record, style)})
    else:
        yield material.filled(frame, {**attendance_fields(record), **next_fields(record.meeting, style.words)})


def _of_outcomes(material: Material, frame: str) -> Iterator[str]:
    style = material.style
    before = None
    for number, one in enumerate(material.told, start=1):
        parts, points = told_as(one, style, material.record)
        kind = frame_of(style.ladder.strength(one.verb))
        if frame == "priorities" and points:
            yield "\n• ".join([lead_in(spoken(parts, style, frame), style), *listed(points, style)])
        elif frame == "decision_apart" and kind == "decision":
            fields = {"sentence": spoken(parts, style), "number": one.number, "count": str(number)}
            yield stopped(style.fill(frame, fields))
        elif frame == "papers" and one.papers:
            yield _sentence(material, one)
        elif frame == "joined" and before is not None and before.actor == parts.actor and not points:
            fields = {"sentence": spoken(before, style), "verb": parts.verb, "text": parts.text}
            yield stopped(style.fill(frame, fields))
        elif frame == kind and not points:
            yield _sentence(material, one)
        before = None if points else parts


def _sentence(material: Material, outcome: Outcome) -> str:
    parts, points = told_as(outcome, material.style, material.record)
    return stopped(spoken(parts, material.style, "priorities" if points else ""))

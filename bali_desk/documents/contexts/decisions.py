"""What the list of decisions is told: what stands in the register of decisions, each as its sentence."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass

from bali_desk.documents.contexts.heading import heading
from bali_desk.documents.contexts.options import Edition, Options
from bali_desk.documents.templates.rich import Rich
from bali_desk.domain.agenda import outline
from bali_desk.domain.dates import written
from bali_desk.domain.models import Outcome
from bali_desk.domain.papers import full_symbol
from bali_desk.domain.recommendations import is_recommendation
from bali_desk.domain.record import Record
from bali_desk.drafting.decisions import Register
from bali_desk.drafting.house import set_in_house_style
from bali_desk.drafting.material import Material
from bali_desk.drafting.sentences import lead_in, listed, spoken, stopped, told_as
from bali_desk.drafting.verbs import DECISION
from bali_desk.drafting.wording import Style, style_for

_A_DATE = re.compile(r"\d{4}(-(0[1-9]|1[0-2])(-\d{2})?)?")
DECIDED, RECOMMENDED, OTHER = "decision", "recommendation", "outcome"
_LETTER = {DECIDED: "", RECOMMENDED: "R"}
Items = dict[int | None, tuple[str, str]]  # number and title of an agenda item, by its id


@dataclass(frozen=True)
class Decided:
    """An outcome of the register that may be told, with its number."""

    outcome: Outcome
    number: str
    kind: str  # decision, recommendation, outcome


def decisions(record: Record, options: Options, edition: Edition) -> dict[str, object]:
    """The decisions of the meeting, in the order of its agenda; nothing private, nothing of a restricted item."""
    style = style_for(record)
    material, items = Material(record, style), item_numbers(record)
    found = decided(record, style)
    return {
        **heading(record, "List of decisions", edition),
        "decisions": [_row(one, items, material) for one in found],
        "count": len(found),
        "summary": _summary(found),
    }


def decided(record: Record, style: Style) -> list[Decided]:
    """What stands in the register and may be told, in the order of the agenda; what was recorded twice, once.

    A number is the officer's own, or counted where none has one, as the statement counts them: decisions 1, 2, 3,
    recommendations R1, R2. What is neither, such as a request, has no number.
    """
    register = Register(style.ladder)
    told = [one for one in _as_told(record, style) if _is_held(one, register)]
    numbered = any(one.number for one in told)
    counts: Counter[str] = Counter()
    found: list[Decided] = []
    for one in told:
        kind = _kind(one, style)
        counts[kind] += 1
        counted = "" if numbered or kind == OTHER else f"{_LETTER[kind]}{counts[kind]}"
        found.append(Decided(one, one.number or counted, kind))
    return found


def _is_held(outcome: Outcome, register: Register) -> bool:
    return register.holds(outcome.verb, outcome.number, outcome.fulfils, outcome.recommended_to)


def _as_told(record: Record, style: Style) -> list[Outcome]:
    """The outcomes in the order of the statement, so that it gives them the same numbers."""
    places = {item: place for place, item in enumerate(item_numbers(record))}
    sign = {"strongest first": -1, "strongest last": 1}.get(style.rules.order, 0)
    return sorted(
        Material(record, style).told,
        key=lambda one: (
            places.get(one.agenda_item_id, len(places)),
            sign * (style.ladder.strength(one.verb) or 0),
        ),
    )


def _kind(outcome: Outcome, style: Style) -> str:
    if (style.ladder.strength(outcome.verb) or 0) >= DECISION:
        return DECIDED
    return RECOMMENDED if is_recommendation(outcome) else OTHER


def _summary(found: list[Decided]) -> str:
    """ "3 decisions, 1 recommendation and 2 other outcomes"."""
    counts = Counter(one.kind for one in found)
    words = {DECIDED: "decision", RECOMMENDED: "recommendation", OTHER: "other outcome"}
    said = [f"{counts[kind]} {word}{'s' if counts[kind] != 1 else ''}" for kind, word in words.items() if counts[kind]]
    return " and ".join(filter(None, (", ".join(said[:-1]), said[-1]))) if said else ""


def item_numbers(record: Record) -> Items:
    """Number and title of every agenda item, by its id, in printed order."""
    lines = outline(record.agenda, record.meeting, record.sessions)
    return {line.item.id: (line.number, line.item.title or "") for line in lines}


def _row(one: Decided, items: Items, material: Material) -> dict[str, object]:
    record, style, outcome = material.record, material.style, one.outcome
    parts, points = told_as(outcome, style, record)
    said = spoken(parts, style, "priorities" if points else "")
    fulfilled = {line for each in (outcome, *material.repeated.get(outcome.handle, ())) for line in each.fulfils}
    item, title = items.get(outcome.agenda_item_id, ("", ""))
    return {
        "number": one.number,
        "kind": one.kind,
        "item": item,
        "item_title": title,
        "under": ". ".join(filter(None, (item, title))),
        "text": _in_style(lead_in(said, style) if points else stopped(said), material),
        "points": [_in_style(point, material) for point in listed(points, style)],
        "recommended_to": str(_in_style(_recommended_to(outcome), material)),
        "fulfils": [line.text or "" for line in record.work_plan_lines if line.handle in fulfilled and line.text],
        "papers": [
            full_symbol(paper.symbol, paper.revision) or paper.title or ""
            for paper in record.papers
            if paper.handle in outcome.papers and not paper.restricted
        ],
        "status": outcome.status or "",
    }


def _recommended_to(outcome: Outcome) -> str:
    """The higher body and when it meets: "12th Senior Officials' Meeting (late 2017)"."""
    higher = outcome.recommended_to or {}
    to, when = (higher.get("body") or "").strip(), (higher.get("when") or "").strip()
    when = written(when) if _A_DATE.fullmatch(when) else when
    return f"{to} ({when})" if to and when else to or when


def _in_style(text: str, material: Material) -> Rich:
    return Rich(set_in_house_style(text, material.style.house, material.registered))

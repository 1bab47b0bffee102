"""What the Outcomes page shows: agenda items with their counts, and outcomes as sentences with their small facts."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from bali_desk.domain.agenda import outline
from bali_desk.domain.models import Action, Outcome
from bali_desk.domain.record import Record
from bali_desk.presenters.outcomes.language import Language
from bali_desk.presenters.typed import shown_day


@dataclass(frozen=True)
class ItemRow:
    """An agenda item on the left. `item_id` None gathers the outcomes that belong to none."""

    item_id: int | None
    number: str
    title: str
    depth: int
    count: int
    wants: bool  # an item proper without an outcome


@dataclass(frozen=True)
class Heading:
    """The chosen item above its outcomes."""

    number: str
    title: str
    times: str


@dataclass(frozen=True)
class Fact:
    """A small fact under a sentence, with the name of its sign."""

    sign: str
    text: str


@dataclass(frozen=True)
class OutcomeRow:
    """An outcome as a sentence in parts; the texts may carry *italic* and **bold**."""

    outcome_id: int
    subject: str
    verb: str
    text: str
    strength: int | None
    points: tuple[str, ...]
    facts: tuple[Fact, ...]


@dataclass(frozen=True)
class Choice:
    """Something that may be chosen by its handle or id."""

    key: str
    text: str


@dataclass(frozen=True)
class Offered:
    """Words that may take the place of the last `begun` letters before the cursor."""

    text: str
    begun: int


def item_rows(record: Record) -> list[ItemRow]:
    """The agenda in printed order, without breaks; outcomes without an item come last, where there are any."""
    counts: dict[int | None, int] = {}
    for outcome in record.outcomes:
        counts[outcome.agenda_item_id] = counts.get(outcome.agenda_item_id, 0) + 1
    rows = []
    for line in outline(record.agenda, record.meeting, record.sessions):
        count = counts.get(line.item.id, 0)
        proper = line.item.kind in (None, "item")
        if proper or count:
            wants = proper and not line.is_parent and not count
            rows.append(ItemRow(line.item.id, line.number, line.item.title or "", line.depth, count, wants))
    if None in counts or not rows:
        rows.append(ItemRow(None, "", "Without an agenda item", 0, counts.get(None, 0), False))
    return rows


def heading(record: Record, item_id: int | None) -> Heading:
    """Number, title and clock times of the chosen item."""
    for line in outline(record.agenda, record.meeting, record.sessions):
        if line.item.id == item_id:
            times = f"{line.starts:%H:%M}" if line.starts else ""
            times += f" to {line.ends:%H:%M}" if line.starts and line.ends and line.ends != line.starts else ""
            return Heading(line.number, line.item.title or "", times)
    return Heading("", "Without an agenda item", "")


def outcome_rows(record: Record, item_id: int | None, language: Language) -> list[OutcomeRow]:
    """The outcomes of one item, in order."""
    return [_row(record, outcome, language) for outcome in record.outcomes if outcome.agenda_item_id == item_id]


def item_numbers(record: Record) -> dict[int | None, str]:
    """The printed number of every agenda item, by its id."""
    return {line.item.id: line.number for line in outline(record.agenda, record.meeting, record.sessions)}


def plan_choices(record: Record) -> list[Choice]:
    """The lines of the work plan an outcome may fulfil."""
    return [Choice(line.handle, line.text or "") for line in record.work_plan_lines]


def paper_choices(record: Record) -> list[Choice]:
    """The papers an outcome may rest on."""
    return [Choice(paper.handle, _paper(paper.symbol, paper.title)) for paper in record.papers]


def subjects(record: Record) -> list[str]:
    """Who has spoken so far, the body's main actor first."""
    known = [record.body.main_actor or "Members", "The Co-Chairs"]
    known += [outcome.subject for outcome in record.outcomes if outcome.subject]
    known += [delegation.name for delegation in record.delegations]
    return list(dict.fromkeys(known))


def _row(record: Record, outcome: Outcome, language: Language) -> OutcomeRow:
    return OutcomeRow(
        outcome.id or 0,
        outcome.subject or "",
        outcome.verb or "",
        outcome.text or "",
        language.strength(outcome.verb or ""),
        tuple(outcome.points),
        tuple(_facts(record, outcome)),
    )


def _facts(record: Record, outcome: Outcome) -> Iterator[Fact]:
    if not outcome.public:
        yield Fact("private", "private, not in the statement")
    lines = {line.handle: place for place, line in enumerate(record.work_plan_lines, 1)}
    papers = {paper.handle: paper.symbol or paper.title or "paper" for paper in record.papers}
    for action in record.actions:
        if action.outcome_id == outcome.id:
            yield Fact("action", _action(action))
    if outcome.fulfils:
        yield Fact("plan", f"fulfils work plan line {_listed(outcome.fulfils, lines)}")
    if outcome.recommended_to:
        to = outcome.recommended_to
        yield Fact("export", f"to {', '.join(part for part in (to.get('body'), to.get('when')) if part)}")
    if outcome.papers:
        yield Fact("paper", _listed(outcome.papers, papers))
    if outcome.number:
        yield Fact("decisions", f"Decision {outcome.number}")


def _listed(handles: list[str], names: Mapping[str, object]) -> str:
    return ", ".join(str(names.get(handle, handle)) for handle in handles)


def _action(action: Action) -> str:
    done = f"{action.status}: " if action.status and action.status != "open" else ""
    due = f"due {shown_day(action.due)}" if action.due else ""
    return done + (", ".join(part for part in (action.owner, due) if part) or action.text or "action")


def _paper(symbol: str | None, title: str | None) -> str:
    return "  ".join(part for part in (symbol, title) if part) or "Paper without a title"

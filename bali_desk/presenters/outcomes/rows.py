"""What the Outcomes page shows: agenda items with their counts, and outcomes as sentences with their small facts."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from bali_desk.domain.agenda import outline
from bali_desk.domain.models import Action, Outcome
from bali_desk.domain.record import Record
from bali_desk.drafting.sentences import unused
from bali_desk.presenters.outcomes.language import Language
from bali_desk.presenters.typed import shown_day

MISSING = "warning"  # sign of the fact that no paragraph tells the outcome


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
    block: str = ""  # handle of the paragraph that tells it; "" where none does


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
    told, missing = blocks_of(record), {outcome.handle for outcome in unused(record)} if record.blocks else set()
    return [
        _row(record, outcome, language, told.get(outcome.handle, ""), outcome.handle in missing)
        for outcome in record.outcomes
        if outcome.agenda_item_id == item_id
    ]


def blocks_of(record: Record) -> dict[str, str]:
    """The handle of the first block of the statement that tells each outcome, by the outcome's handle."""
    told: dict[str, str] = {}
    for block in record.blocks:
        for source in block.sources if block.text.strip() else ():
            told.setdefault(source, block.handle)
    return told


def neighbour(record: Record, item_id: int | None, by: int) -> int | None:
    """The agenda item `by` places on from this one, as far as the list goes."""
    items = [row.item_id for row in item_rows(record)]
    place = items.index(item_id) if item_id in items else 0
    return items[min(max(place + by, 0), len(items) - 1)]


def item_numbers(record: Record) -> dict[int | None, str]:
    """The printed number of every agenda item, by its id."""
    return {line.item.id: line.number for line in outline(record.agenda, record.meeting, record.sessions)}


def plan_choices(record: Record) -> list[Choice]:
    """The lines of the work plan an outcome may fulfil."""
    return [Choice(line.handle, line.text or "") for line in record.work_plan_lines]


def paper_choices(record: Record) -> list[Choice]:
    """The papers an outcome may rest on."""
    return [Choice(paper.handle, _paper(paper.symbol, paper.title)) for paper in record.papers]


def _row(record: Record, outcome: Outcome, language: Language, block: str, missing: bool) -> OutcomeRow:
    facts = list(_facts(record, outcome))
    if missing:
        facts.append(Fact(MISSING, "not in the statement"))
    return OutcomeRow(
        outcome.id or 0,
        outcome.subject or "",
        outcome.verb or "",
        outcome.text or "",
        language.strength(outcome.verb or ""),
        tuple(outcome.points),
        tuple(facts),
        block,
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

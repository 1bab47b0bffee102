"""What the Statement page shows: the blocks as they will print, the sources beside them, the versions that went out."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from bali_desk.domain.dates import written
from bali_desk.domain.models import Block, Outcome, StatementVersion
from bali_desk.domain.record import Record
from bali_desk.drafting.length import ALOUD, reading_minutes, word_count
from bali_desk.drafting.markup import plain
from bali_desk.drafting.merge import BOTH_CHANGED, SOURCE_GONE, states_of
from bali_desk.presenters.outcomes.rows import item_numbers
from bali_desk.presenters.statement.brackets import BracketRow, bracket_rows
from bali_desk.presenters.statement.rich_text import Runs, runs_of
from bali_desk.presenters.statement.three_texts import ThreeTexts, three_texts

KINDS = ("title", "subtitle", "heading", "paragraph", "bullet", "numbered")
STAGES = ("draft", "circulated", "final")
RECORD, EDITED, OWN, BOTH, GONE = "record", "edited", "own", "both", "gone"
STATE_WORDS = {
    RECORD: "As the record has it.",
    EDITED: "You changed what the record gave.",
    OWN: "You wrote this; no outcome stands behind it.",
    BOTH: "You and the record both changed it.",
    GONE: "You changed what the record gave, and the record no longer says it.",
}


@dataclass(frozen=True)
class BlockRow:
    """A paragraph on the paper. `number` is that of its agenda item, `label` the number or bullet it prints."""

    block_id: int
    kind: str
    runs: Runs
    state: str
    number: str
    label: str


@dataclass(frozen=True)
class SourceLine:
    """A source of the block in hand."""

    handle: str
    number: str
    text: str
    outcome: bool  # else an agenda item


@dataclass(frozen=True)
class InHand:
    """The block the cursor is in: what it came from and how it stands to the record."""

    block_id: int
    kind: str
    state: str
    words: str
    sources: tuple[SourceLine, ...]
    said: str  # what the record said when she last agreed with it
    texts: ThreeTexts  # that, her words, and what the record says now, where she has to decide
    gone: bool  # the record has nothing left to say here
    bracket: BracketRow | None  # the one the cursor is in
    names: tuple[str, ...]  # who may have proposed it


@dataclass(frozen=True)
class Standing:
    """How the text stands as a whole."""

    composed: bool
    stage: str
    words: int
    minutes: int  # to read it
    aloud: int  # minutes to read it to a room
    edited: int
    both: int
    own: int
    brackets: int


@dataclass(frozen=True)
class VersionRow:
    """A version that left the house."""

    version_id: int
    title: str
    detail: str


def states_shown(blocks: Iterable[Block], record: Record) -> list[str]:
    """The mark of each block: record, edited, own, both where she has to decide, gone where the record fell silent."""
    return [{BOTH_CHANGED: BOTH, SOURCE_GONE: GONE}.get(state, state) for state in states_of(blocks, record)]


def block_rows(record: Record) -> list[BlockRow]:
    """The blocks in order, list items numbered as they will print."""
    rows: list[BlockRow] = []
    numbers, count = agenda_numbers(record), 0
    for block, state in zip(record.blocks, states_shown(record.blocks, record), strict=True):
        count = count + 1 if block.kind == "numbered" else 0
        number = next((numbers[handle] for handle in block.sources if numbers.get(handle)), "")
        rows.append(BlockRow(block.id or 0, block.kind, runs_of(block.text), state, number, _label(block.kind, count)))
    return rows


def in_hand(record: Record, block_id: int | None, bracket: int | None = None) -> InHand | None:
    """Everything about the block the cursor is in, and the how-manieth of its brackets."""
    block = next((one for one in record.blocks if one.id == block_id), None)
    if block is None:
        return None
    (state,) = states_shown([block], record)
    return InHand(
        block.id or 0,
        block.kind,
        state,
        STATE_WORDS.get(state, ""),
        tuple(line for handle in block.sources for line in _source(record, handle)),
        plain(block.composed or ""),
        three_texts(block.composed, block.text, block.proposed),
        block.proposed == "",
        next((one for one in bracket_rows(record) if (one.block_id, one.index) == (block.id, bracket)), None),
        tuple(one.name for one in record.delegations),
    )


def standing(record: Record) -> Standing:
    """Counts of the whole text."""
    states = states_shown(record.blocks, record)
    total = sum(word_count(block.text) for block in record.blocks)
    return Standing(
        bool(record.blocks),
        (record.statement.stage if record.statement else None) or "draft",
        total,
        reading_minutes(total),
        reading_minutes(total, ALOUD),
        states.count(EDITED) + states.count(GONE),
        states.count(BOTH),
        states.count(OWN),
        len(bracket_rows(record)),
    )


def version_rows(versions: Sequence[StatementVersion]) -> list[VersionRow]:
    """The versions, newest first."""
    return [
        VersionRow(one.id or 0, f"Version {one.number}, {one.stage}", f"{written(one.made_at.date())}, {_extent(one)}")
        for one in reversed(versions)
    ]


def agenda_numbers(record: Record) -> dict[str, str]:
    """The agenda number of every outcome and agenda item, by handle."""
    by_id = item_numbers(record)
    numbers = {item.handle: by_id.get(item.id, "") for item in record.agenda}
    return numbers | {outcome.handle: by_id.get(outcome.agenda_item_id, "") for outcome in record.outcomes}


def told(outcome: Outcome) -> str:
    """An outcome in its own plain words."""
    return " ".join(part for part in (outcome.subject, outcome.verb, outcome.text) if part) or "Outcome without words"


def _label(kind: str, count: int) -> str:
    return {"numbered": f"{count}.", "bullet": "•"}.get(kind, "")


def _extent(version: StatementVersion) -> str:
    words = f"{sum(word_count(str(block.get('text') or '')) for block in version.blocks)} words"
    kept = len(version.kept or [])
    return words if not kept else f"{words}, {kept} {'error' if kept == 1 else 'errors'} let stand"


def _source(record: Record, handle: str) -> list[SourceLine]:
    numbers = agenda_numbers(record)
    outcomes = [SourceLine(handle, numbers[handle], told(one), True) for one in record.outcomes if one.handle == handle]
    items = [
        SourceLine(handle, numbers[handle], one.title or "", False) for one in record.agenda if one.handle == handle
    ]
    return outcomes or items

"""The second step: the rows with their verdicts, what each would change, and what is to be done with it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from bali_desk.exchange.registration import CellChange, Choice, Place, Verdict
from bali_desk.presenters.registration.columns import FIELD_WORDS
from bali_desk.presenters.typed import short

TAKE, KEEP_OLD, KEEP_NEW, KEEP_BOTH, LEAVE = "take", "keep old", "keep new", "keep both", "leave"
ORDER = ("doubtful", "wrong", "changed", "new", "known")  # rows that ask come first
DEFAULTS = {"new": TAKE, "changed": KEEP_NEW, "known": KEEP_OLD, "wrong": LEAVE}
WRITES = (TAKE, KEEP_NEW, KEEP_BOTH)
LABELS = {**FIELD_WORDS, "display": "Name", "honorific": "Title"}
_FIELDS = (
    "honorific", "family", "given", "display", "native_name", "delegation", "role", "position", "organisation",
    "email", "phone", "mode", "note",
)  # fmt: skip


class VerdictRow(NamedTuple):
    """One line of the table of rows."""

    place: Place
    number: str  # of the row in the file, with the sheet where there are several
    verdict: str
    name: str
    delegation: str
    position: str
    why: str
    happens: str
    asks: bool


class Answer(NamedTuple):
    """Something that may be done with a row: the button's words, and the letter that does the same."""

    action: str
    words: str
    key: str


class Detail(NamedTuple):
    """One field of the chosen row: what the desk holds and what the sheet says."""

    label: str
    old: str
    new: str
    changes: bool


@dataclass(frozen=True)
class RowsShown:
    """The second step as a whole."""

    file: str
    counts: Mapping[str, int]  # rows of each verdict
    only: str  # the verdict that is filtered for; empty: all
    rows: Sequence[VerdictRow]
    chosen: Place | None
    question: str
    why: str
    beside: str  # what the row is held against: the desk, or an earlier row
    details: Sequence[Detail]
    answers: Sequence[Answer]
    action: str  # what is decided for the chosen row; empty: nothing yet
    candidates: Sequence[tuple[int, str]]  # whom the row may be about, where there are several
    candidate: int | None
    homes: Sequence[str]  # delegations to choose from, where the row names none that is known
    home: str
    for_all: str  # words of the button that does the same with all rows of the verdict; empty: none
    waiting: int  # rows that wait for a choice
    summary: str
    takes: int  # rows that would be written


def answers_to(verdict: Verdict) -> tuple[Answer, ...]:
    """What may be done with a row."""
    if verdict.verdict == "new":
        return (Answer(TAKE, "Add", "T"), Answer(LEAVE, "Leave out", "L"))
    if verdict.verdict == "changed":
        return (
            Answer(KEEP_NEW, "Take the sheet’s", "N"),
            Answer(KEEP_OLD, "Keep ours", "O"),
            Answer(KEEP_BOTH, "Two persons", "B"),
            Answer(LEAVE, "Leave out", "L"),
        )
    if verdict.verdict != "doubtful":
        return ()
    if not _may_be_known(verdict):
        return (Answer(TAKE, "Add", "T"), Answer(LEAVE, "Leave out", "L"))
    return (
        Answer(KEEP_OLD, "Same: keep ours", "O"),
        Answer(KEEP_NEW, "Same: take the sheet’s", "N"),
        Answer(KEEP_BOTH, "Two persons", "B"),
        Answer(LEAVE, "Leave out", "L"),
    )


def decided(verdict: Verdict, choices: Mapping[Place, Choice]) -> str:
    """What is to be done with a row; empty where nobody has said."""
    choice = choices.get(verdict.place)
    return choice.action if choice is not None else DEFAULTS.get(verdict.verdict, "")


def waiting(verdicts: Sequence[Verdict], choices: Mapping[Place, Choice]) -> list[Verdict]:
    """The rows that wait for a choice."""
    return [one for one in verdicts if not decided(one, choices)]


def writes(verdict: Verdict, choices: Mapping[Place, Choice]) -> bool:
    """Whether a row would be written."""
    return verdict.verdict not in ("known", "wrong") and decided(verdict, choices) in WRITES


def in_order(verdicts: Sequence[Verdict]) -> list[Verdict]:
    """Those that ask first, then as they stand in the file."""
    return sorted(verdicts, key=lambda one: ORDER.index(one.verdict))


def verdict_row(verdict: Verdict, choices: Mapping[Place, Choice], with_sheet: bool) -> VerdictRow:
    """How a row stands in the table."""
    person, action = verdict.person, decided(verdict, choices)
    return VerdictRow(
        place=verdict.place,
        number=f"{short(verdict.place[0])} {verdict.row}" if with_sheet else str(verdict.row),
        verdict=verdict.verdict,
        name=person.name or "No name",
        delegation=verdict.home.name if verdict.home else person.delegation,
        position=person.position,
        why=verdict.why,
        happens=_happens(verdict, action, choices.get(verdict.place)),
        asks=not action,
    )


def details_of(verdict: Verdict, candidate: int | None, twin: Verdict | None) -> list[Detail]:
    """Field by field: what would change first, then what else stands in the row; `twin` is the earlier row, if any."""
    if twin is not None:
        return _against(verdict, twin)
    changes = {one.field: one for one in changes_of(verdict, candidate)}
    known = verdict.participant_id is not None or bool(verdict.candidates)
    said = _said(verdict)
    changed = [
        Detail(LABELS[field], changes[field].old or "nothing yet", changes[field].new or "nothing", True)
        for field in _FIELDS
        if field in changes
    ]
    stays = "stays as it is" if known else ""
    others = [
        Detail(LABELS[field], stays, text, False) for field, text in said.items() if text and field not in changes
    ]
    return changed + others


def _against(verdict: Verdict, twin: Verdict) -> list[Detail]:
    said, before = _said(verdict), _said(twin)
    fields = [field for field in _FIELDS if said[field] or before[field]]
    told = [Detail(LABELS[one], before[one], said[one], said[one] != before[one]) for one in fields]
    return sorted(told, key=lambda detail: not detail.changes)


def _said(verdict: Verdict) -> dict[str, str]:
    """What a row says, field by field, with the delegation that was found."""
    said = {field: str(getattr(verdict.person, field)) for field in _FIELDS}
    return said | {"delegation": verdict.home.name if verdict.home else verdict.person.delegation}


def changes_of(verdict: Verdict, candidate: int | None) -> Sequence[CellChange]:
    """The cells that would change in the person chosen."""
    found = [one.changes for one in verdict.candidates if one.participant_id == candidate]
    return found[0] if found else verdict.changes


def question_of(verdict: Verdict) -> str:
    """What the panel under the table asks or says of a row."""
    row = f"Row {verdict.row}"
    if verdict.verdict == "doubtful":
        return f"{row}: is this the same person?" if _may_be_known(verdict) else f"{row}: is this person to be added?"
    said = {
        "new": "a new person",
        "known": "known already",
        "changed": "what would change",
        "wrong": "cannot be taken",
    }
    return f"{row}: {said[verdict.verdict]}"


def asks_home(verdict: Verdict) -> bool:
    """Whether the officer may say which delegation is meant."""
    return verdict.home is None and verdict.verdict in ("new", "changed", "doubtful")


def counts_of(verdicts: Sequence[Verdict]) -> dict[str, int]:
    """How many rows have each verdict."""
    counted = Counter(one.verdict for one in verdicts)
    return {verdict: counted[verdict] for verdict in ORDER}


def summary_of(verdicts: Sequence[Verdict], choices: Mapping[Place, Choice]) -> str:
    """What importing would do, in one line."""
    actions = Counter(_effect(one, choices) for one in verdicts)
    told = [
        f"{actions[effect]} {effect}" for effect in ("added", "changed", "unchanged", "left out") if actions[effect]
    ]
    return f"Importing: {', '.join(told)}. Undo takes the whole import back." if told else ""


def _effect(verdict: Verdict, choices: Mapping[Place, Choice]) -> str:
    action = decided(verdict, choices)
    if verdict.verdict == "known" or action == KEEP_OLD:
        return "unchanged"
    if not writes(verdict, choices):
        return "left out" if action else "undecided"
    return "changed" if action == KEEP_NEW else "added"


def _happens(verdict: Verdict, action: str, choice: Choice | None) -> str:
    if not action:
        return "Choose"
    if verdict.verdict == "known":
        return "Nothing to do"
    if verdict.verdict == "wrong":
        return "Left out"
    where = f" to {choice.delegation}" if choice is not None and choice.delegation and action in WRITES else ""
    words = {one.action: one.words for one in answers_to(verdict)}
    return f"{words.get(action, action)}{where}"


def _may_be_known(verdict: Verdict) -> bool:
    return bool(verdict.candidates) or verdict.twin is not None

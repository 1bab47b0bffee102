"""The third step: what an import did, in words."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

from bali_desk.exchange.registration import Taken, Verdict
from bali_desk.presenters.typed import short


class LeftRow(NamedTuple):
    """A row that was not taken, for whoever sent the sheet."""

    number: str
    name: str
    verdict: str
    why: str


@dataclass(frozen=True)
class ResultShown:
    """The third step as a whole."""

    file: str
    headline: str
    lines: Sequence[str]
    left: Sequence[LeftRow]
    stands: bool  # False once it was taken back
    can_undo: bool


def result_shown(file: str, taken: Taken, verdicts: Sequence[Verdict], stands: bool) -> ResultShown:
    """What the import of a file did."""
    known = sum(one.verdict == "known" for one in verdicts)
    wrong = sum(one.verdict == "wrong" for one in taken.left)
    left = len(taken.left) - wrong
    changed = len(set(taken.changed))
    lines = [
        _said(len(taken.added), "person was added.", "persons were added."),
        _said(changed, "person was changed.", "persons were changed."),
        _homes(taken.delegations),
        _said(known, "row said nothing new.", "rows said nothing new."),
        _said(left, "row was left out, as you chose.", "rows were left out, as you chose."),
        _said(wrong, "row is wrong and was left out.", "rows are wrong and were left out."),
    ]
    did = bool(taken.added or taken.changed)
    headline = "The registrations are imported." if did else "Nothing had to be changed."
    several = len({one.place[0] for one in verdicts}) > 1
    return ResultShown(
        file=file,
        headline=headline if stands else "The import was taken back.",
        lines=[line for line in lines if line],
        left=[_left(one, several) for one in taken.left],
        stands=stands,
        can_undo=stands and did,
    )


def _left(verdict: Verdict, with_sheet: bool) -> LeftRow:
    number = f"{short(verdict.place[0])} {verdict.row}" if with_sheet else str(verdict.row)
    return LeftRow(number, verdict.person.name or "No name", verdict.verdict, verdict.why)


def _said(number: int, one: str, several: str) -> str:
    return f"{number} {one if number == 1 else several}" if number else ""


def _homes(names: Sequence[str]) -> str:
    if not names:
        return ""
    told = ", ".join(short(name) for name in names[:6])
    more = f" and {len(names) - 6} more" if len(names) > 6 else ""
    return f"New delegation: {told}." if len(names) == 1 else f"New delegations: {told}{more}."
